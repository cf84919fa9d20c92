"""Slides for the projector: a golden file, all findings on them, nothing too large for its screen, no script."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from any_synthesis import Day, days, put_together
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_report import PICTURE, invented
from test_formats import GOLDEN, OVERWRITE, SAID, Page, squeezed
from test_html import Tree

from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.report.build import build
from vaexercise.report.model import Bars, Picture, Report, Section, Words
from vaexercise.report.slides.model import Entries, Entry, Idea, Lengths, Slide
from vaexercise.report.slides.page import render, slides
from vaexercise.report.slides.parting import MOST, SIZES, broken, parted
from vaexercise.report.slides.room import GAP, HEIGHT, OVER, entry_height, height, lines
from vaexercise.report.texts import own_note

MARK = re.compile("[\u17b6-\u17d3\U0001f3fd]")
"""Signs that belong to the letter before them."""
TEXTS = st.text(st.sampled_from("abcdefghijkl  \nតំបន់خطوط日本👍🏽.,"), max_size=400)


def section(anchor: str, *blocks: Lines | Grid | Bars | Picture, level: int = 2) -> Report:
    """A report with a section of that name."""
    return Report(title="Day", sections=(Section(heading="Part", anchor=anchor, level=level, blocks=blocks),))


def words(page: str) -> str:
    return "".join(Page(page).words)


def test_slides_give_their_golden_file() -> None:
    """The slides of the invented workshop look, character by character, as they did when somebody last read them."""
    path = GOLDEN / "slides.html"
    made = render(invented())
    if OVERWRITE in os.environ:
        path.write_bytes(made.encode())
    assert made == path.read_bytes().decode()


@settings(deadline=None, max_examples=30)
@given(days())
def test_every_finding_is_on_a_slide_with_its_codes(day: Day) -> None:
    """Whatever groups say and decide: each sentence of the key findings, whole, and what it points back to."""
    report = build(put_together(day)[0])
    shown = squeezed(words(render(report)))
    blocks = [block for part in report.sections if part.anchor == "findings" for block in part.blocks]
    said = [line for block in blocks if isinstance(block, Lines) for line in block.lines]
    assert said
    assert [line.text for line in said if squeezed(line.text) not in shown] == []
    assert [line.code for line in said if squeezed(line.code) not in shown] == []


@settings(deadline=None)
@given(st.lists(st.builds(Entry, text=TEXTS, code=TEXTS, beside=TEXTS, star=st.booleans()), max_size=9), TEXTS)
def test_nothing_is_larger_than_its_screen_and_nothing_vanishes(entries: list[Entry], heading: str) -> None:
    """The slides of an idea together have all of its words; what stands on one is no higher than it."""
    idea = Idea(heading=Words(heading), body=Entries(entries=tuple(entries)))
    made = parted(idea)
    for slide in made:
        assert isinstance(slide.body, Entries)
        room = HEIGHT - OVER - GAP - height(slide.idea.heading.text, slide.head / 10)
        assert sum(entry_height(entry, slide.size / 10) for entry in slide.body.entries) <= room
        assert len(slide.body.entries) <= MOST
    assert {(slide.part, slide.parts) for slide in made} == {(n, len(made)) for n in range(1, len(made) + 1)}
    shown = "".join(map(_text, made))
    assert all(squeezed(text) in shown for entry in entries for text in (entry.text, entry.code, entry.beside))
    assert squeezed(heading) in shown + squeezed(made[0].idea.heading.text)


def _text(slide: Slide) -> str:
    assert isinstance(slide.body, Entries)
    return squeezed("".join(f"{one.text}{one.code}{one.beside}" for one in slide.body.entries))


@settings(deadline=None)
@given(TEXTS, st.floats(3, 60))
def test_the_lines_of_a_text_are_the_text(text: str, width: float) -> None:
    """No letter is lost where a line ends, and none is parted from the marks that belong to it."""
    made = lines(text, width)
    assert "".join(made) == text
    parted_ = [(one[-1], other[0]) for one, other in pairwise(made)]
    assert [pair for pair in parted_ if MARK.match(pair[1]) and not pair[0].isspace()] == []


def test_a_text_too_long_for_a_screen_goes_on_and_says_so() -> None:
    """Its pieces are numbered, a headline is one once, and its code stands below the last."""
    made = parted(Idea(heading=Words("Long"), body=Entries(entries=(Entry(text="word " * 900, code="G1", star=True),))))
    entries = [entry for slide in made if isinstance(slide.body, Entries) for entry in slide.body.entries]
    assert made[1].part == 2
    assert made[1].parts == len(made) > 2
    assert [entry.star for entry in entries] == [True] + [False] * (len(entries) - 1)
    assert [entry.code for entry in entries if entry.code] == ["G1"]
    assert entries[-1].code == "G1"


def test_what_stands_below_is_shown_whole_even_if_it_fills_screens() -> None:
    """Hundreds of codes, a long remark and a long name get room of their own."""
    codes = ", ".join(f"G{n}-Q1-{n:02d}" for n in range(900))
    entry = Entry(text="Short", code=codes, beside="(remark) " * 400, facts=(("Who", "name " * 900),))
    parts = list(broken(entry, 30))
    assert squeezed("".join(part.code for part in parts)) == squeezed(codes)
    assert squeezed("".join(part.text for part in parts)) == squeezed("Short" + entry.beside)
    named = [fact for part in parts for fact in part.facts]
    assert {label for label, _ in named} == {"Who"}
    assert squeezed("".join(value for _, value in named)) == squeezed("name " * 900)
    assert all(entry_height(part, SIZES[-1] / 10) <= 30 for part in parts)


def test_bars_on_several_slides_keep_one_measure() -> None:
    """A short bar does not grow because the longest stands on another slide."""
    rows = tuple((f"Theme {n}", 20 - n) for n in range(20))
    made = slides(section("question-1", Bars(title="Themes", heading="Theme", rows=rows, unit="groups"), level=3))
    bars = [slide.body for slide in made if isinstance(slide.body, Lengths)]
    assert len(bars) > 1
    assert {body.most for body in bars} == {20}
    assert tuple(row for body in bars for row in body.rows) == rows


def test_bars_with_very_long_names_become_words() -> None:
    """The name and the number are there, as text that can go on over slides."""
    bars = Bars(title="V", heading="Item", rows=(("w" * 3000, 7),), unit="dots")
    made = slides(section("vote-1", bars, level=3))[2:]
    assert "".join(map(_text, made)) == "w" * 3000
    assert made[-1].body == Entries(entries=(Entry(text=_text(made[-1]), facts=(("dots", "7"),)),))


def test_few_things_stand_on_a_slide_and_about_as_many_on_each() -> None:
    """Nine short sentences make three slides of three, not two of four and a lonely one."""
    block = Lines(title="Said", lines=tuple(Line(code=f"Q{n}", text=f"Sentence {n}") for n in range(9)))
    made = slides(section("findings", block))
    assert [len(s.body.entries) for s in made[1:] if isinstance(s.body, Entries)] == [3, 3, 3]
    assert "2 of 3" in words(render(section("findings", block)))


def test_a_register_shows_what_is_to_be_done_and_by_whom() -> None:
    """Each action large, with its code, who and by when below; what nobody said is left out."""
    columns = ("Code", "What", "Who", "By when")
    grid = Grid(title="Actions", columns=columns, rows=(("PL-A-01", "Meet", "All", "–"),), attributed=(0,))
    made = [slide.body for slide in slides(section("actions", grid))]
    assert Entries(entries=(Entry(text="Meet", code="PL-A-01", facts=(("Who", "All"),)),)) in made


def test_only_what_was_said_gets_a_slide() -> None:
    """A report without themes, votes and actions has no slides about them; a question with nothing to show has none."""
    made = slides(Report(title="Day", sections=(Section(heading="Why?", anchor="question-1", level=3),)))
    assert [slide.idea.heading.text for slide in made] == ["Day"]


def test_headlines_stand_in_as_long_as_nothing_is_sorted() -> None:
    """What each group chose to report is shown until themes are there."""
    starred = Section(
        heading="Headlines", anchor="headlines", blocks=(Lines(title="G1", lines=(Line(code="", text="x"),)),)
    )
    theme = replace(starred, anchor="question-1-common", level=4, heading="Common")
    assert len(slides(Report(title="Day", sections=(starred,)))) == 2
    assert [s.idea.over.text for s in slides(Report(title="Day", sections=(starred, theme)))] == ["", "Common"]


def test_a_picture_has_its_words() -> None:
    """Whoever does not see it hears what it shows."""
    page = render(section("pictures", Picture(data=PICTURE, alternative="A room", caption="May")))
    assert 'alt="A room"' in page
    assert "May" in words(page)


def test_links_lead_from_slide_to_slide_without_any_script() -> None:
    """Each has a link to the next and to the one before it, the last none to go on; nothing else is needed."""
    tree = Tree(render(invented()))
    names = [element.attributes["id"] for element in tree.named("section")]
    assert names == [f"s{n}" for n in range(1, len(names) + 1)]
    wanted = [link.attributes["href"] for link in tree.named("a")]
    assert [wanted.count(f"#{name}") for name in names[1:-1]] == [2] * (len(names) - 2)
    assert not tree.named("script", "link", "iframe", "form", "object", "base")
    assert not any(name.startswith("on") or name == "style" for e in tree.elements for name in e.attributes)


def test_headings_are_an_outline_and_texts_say_their_language() -> None:
    """One first heading, a second on every other slide; French and Arabic are marked, and run their way."""
    tree = Tree(render(invented()))
    levels = [element.tag for element in tree.elements if re.fullmatch(r"h\d", element.tag)]
    assert levels == ["h1"] + ["h2"] * (len(levels) - 1)
    marks = {text: element.attributes for element, text in tree.texts}
    arabic = marks["لا توجد بيانات عن المناطق الريفية (خارج العاصمة)"]
    assert (arabic["lang"], arabic["dir"]) == ("ar", "rtl")
    assert marks["Les données ne sont pas ventilées par sexe, âge et handicap"]["lang"] == "fr"


def test_every_slide_says_whether_it_is_a_draft() -> None:
    """A photograph of the screen says whose version it shows."""
    report = replace(invented(), status="Draft of 23 May")
    assert render(report).count(">Draft of 23 May<") == len(slides(report))


def test_what_has_to_be_known_first_stands_first() -> None:
    """Notes, such as that this is the public version, come before anything else."""
    report = replace(invented(), notes=(own_note("Public version."),))
    assert _text(slides(report)[1]) == "Publicversion."


@pytest.mark.parametrize("number", range(len(SAID)))
def test_hostile_text_is_only_ever_text(number: int) -> None:
    """Markup of any kind is seen as it was typed, as heading and as finding, and adds no element."""
    said = SAID[number]
    report = section("findings", Lines(title=said, lines=(Line(code="", text=said),)))
    assert squeezed(said) in "".join(map(_text, slides(report)))
    page = render(replace(report, title=said))
    assert squeezed(said[:60]) in squeezed(words(page))
    harmless = render(section("findings", Lines(title="One", lines=(Line(code="", text="two"),))))
    tags = [element.tag for element in Tree(page).elements]
    assert set(tags) <= {element.tag for element in Tree(harmless).elements} | {"span"}


def test_the_style_is_allowed_by_its_digest_and_has_the_paper() -> None:
    """Sizes of letters that are used have their rule; pages lie on their side."""
    page = render(replace(invented(), paper="letter"))
    style = page.partition("<style>")[2].partition("</style>")[0]
    used = {name for names in re.findall(r'class="([^"]*)"', page) for name in names.split() if re.search(r"-\d", name)}
    assert used
    assert [name for name in used if f".{name} {{" not in style] == []
    assert "@page { size: letter landscape;" in style
