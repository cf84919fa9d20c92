"""Sheets to write on: what stands on them, in which language, and that nothing on them is more than text."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from invented_report import EXERCISE
from rendered import text_of
from test_formats import HOSTILE, OVERWRITE, READ, SAID, squeezed
from test_html import Tree

from vaexercise.model.exercise import Exercise, GroupPlan
from vaexercise.model.form import Item
from vaexercise.model.question import Question, When
from vaexercise.questions.checklist import Kind as Checklist
from vaexercise.questions.many import Kind as Many
from vaexercise.questions.map import Axis
from vaexercise.questions.map import Kind as Map
from vaexercise.questions.matrix import Column, Rows
from vaexercise.questions.matrix import Kind as Matrix
from vaexercise.questions.points import Kind as Points
from vaexercise.questions.priority import Kind as Priority
from vaexercise.questions.yes_no import Kind as YesNo
from vaexercise.report.model import Report
from vaexercise.report.paper import GroupSheet, build_sheets
from vaexercise.report.paper_forms import ToAsk
from vaexercise.report.paper_sources import blank_sheet

GOLDEN = Path(__file__).parents[1] / "data" / "sheets"
ON_PAPER = (".html", ".md", ".txt")
every_format = pytest.mark.parametrize("ending", ON_PAPER)

YES = Item(id="yes", label={"en": "Yes", "fr": "Oui", "ar": "نعم"})
NO = Item(id="no", label={"en": "No", "fr": "Non", "ar": "لا"})
HEALTH = Item(id="health", label={"en": "Ministry of health", "fr": "Ministère de la santé", "ar": "وزارة الصحة"})
CHALLENGES = {"en": "Which challenges?", "fr": "Quelles difficultés ?", "ar": "ما هي التحديات؟"}
TRANSLATED: tuple[Question, ...] = (
    Points(id="q-points", code="Q1", prompt=CHALLENGES, hint={"en": "One a line.", "ar": "واحد في كل سطر."}, max=3),
    Checklist(id="q-who", code="Q2", prompt="Who?", items=(HEALTH, "Media"), scale=(YES, NO)),
    Points(id="q-how", code="Q2a", prompt="How?", when=When(question="q-who", any_of=("yes", "no")), max=2),
)


def exercise(*questions: Question, title: str = "An exercise") -> Exercise:
    """One that asks these questions."""
    return Exercise(
        schema="vaexercise/exercise/1",
        id="an-exercise",
        version="1",
        language="en",
        title=title,
        summary="",
        groups=GroupPlan(count=2),
        questions=questions,
    )


def sheets(*questions: Question, language: str = "", large_print: bool = False) -> Report:
    """The sheets of two groups."""
    one = exercise(*questions)
    groups = [blank_sheet(one, group) for group in ("g1", "g2")]
    return build_sheets(one, groups, language=language, large_print=large_print)


def words(report: Report, ending: str) -> str:
    """What a reader has, each white space once."""
    return " ".join(READ[ending](report).split())


@every_format
def test_each_format_gives_its_golden_sheet(ending: str) -> None:
    """The sheets of the invented exercise look, character by character, as when somebody last read them."""
    path = GOLDEN / f"sheet{ending}"
    made = text_of(ending)(build_sheets(EXERCISE, [blank_sheet(EXERCISE, "g2")], occasion=("A day", "", "May")))
    if OVERWRITE in os.environ:
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_text(encoding="utf-8")


@every_format
def test_a_sheet_says_whose_it_is_and_who_signs_it(ending: str) -> None:
    """Group, exercise, occasion and members at its beginning; who wrote, who confirmed and when at its end."""
    group = GroupSheet(group="g2", questions=(), members=("Amina Castellan", "Bruno Okonjo"))
    text = words(build_sheets(exercise(), [group], occasion=("A day", "Port Sabel", "")), ending)
    beginning, end = (
        text.index("A day, Port Sabel In this group: Amina Castellan, Bruno Okonjo"),
        text.index("At the end"),
    )
    assert re.search(r"Group 2:? An exercise", text)
    assert beginning < end < text.index("Who wrote") < text.index("confirmed it") < text.index("Date and time")


@every_format
@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_text_is_shown_harmless_wherever_it_stands(ending: str, number: int) -> None:
    """A title, a prompt, an item, a scale's word, a name or a workshop called so is words like others."""
    text = HOSTILE[number]
    questions = (Checklist(id="q", code="Q1", prompt=text, items=(text, "x"), scale=(text, "y")),)
    one = exercise(*questions, title=text)
    group = GroupSheet(group="g1", members=(text,), questions=(ToAsk(question=questions[0], stem="G1-Q1"),))
    report = build_sheets(one, [group], occasion=(text,))
    shown = squeezed(READ[ending](report)).replace("\N{NO-BREAK SPACE}", "")
    assert shown.count(squeezed(SAID[number])) >= 5
    assert "\x1b" not in text_of(ending)(report)
    assert "\u202e" not in text_of(ending)(report)


def test_hostile_text_adds_no_element() -> None:
    """Tags in what people wrote are words: the page has the same elements as with harmless words."""

    def tags(text: str) -> list[str]:
        page = text_of(".html")(sheets(Checklist(id="q", code="Q1", prompt=text, items=(text, "x"))))
        return [element.tag for element in Tree(page).elements if element.tag != "wbr"]

    assert tags('"><script>alert(1)</script></td></table>') == tags("Who?")


@every_format
def test_a_translated_question_stands_in_the_language_asked_for(ending: str) -> None:
    """Prompt, items and scale are French where the definition has it; what has no French stays as it is."""
    text = words(sheets(*TRANSLATED, language="fr"), ending)
    assert "Quelles difficultés ?" in text
    assert "Ministère de la santé" in text
    assert "Which challenges?" not in text
    assert "Only if Q2 is Oui or Non." in text
    assert "Media" in text


def test_words_from_right_to_left_carry_their_language_and_direction() -> None:
    """An Arabic prompt, hint, item and step are marked so; the sheet's own words are English and need no mark."""
    tree = Tree(text_of(".html")(sheets(*TRANSLATED, language="ar")))
    marks = {text.strip(): element.attributes for element, text in tree.texts}
    arabic = {"lang": "ar", "dir": "rtl"}
    for text in (CHALLENGES["ar"], "واحد في كل سطر.", "وزارة الصحة"):
        assert arabic.items() <= marks[text].items(), text
    assert arabic.items() <= next(a for text, a in marks.items() if text.startswith("1 نعم")).items()
    assert "lang" not in marks["Skipped by the group"]


def test_the_page_has_one_heading_for_each_group_and_question() -> None:
    """A screen reader finds each group and each question by its heading; every table cell by row and column."""
    tree = Tree(text_of(".html")(sheets(*TRANSLATED)))
    assert [len(tree.named(tag)) for tag in ("h1", "h2", "h3")] == [1, 2, 2 * (len(TRANSLATED) + 1)]
    ids = [element.attributes["id"] for element in tree.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    assert all(table.attributes["aria-labelledby"] in ids for table in tree.named("table"))
    assert {head.attributes["scope"] for head in tree.named("th")} == {"row", "col"}


def test_what_is_drawn_is_not_read_out() -> None:
    """Boxes, lines and places are for the hand: a screen reader passes over them."""
    tree = Tree(text_of(".html")(sheets(*TRANSLATED, Priority(id="q", code="Q3", prompt="Most?", options=("a",)))))
    drawn = [e for e in tree.elements if e.attributes.get("class") in {"box", "rule", "place"}]
    assert {e.attributes["class"] for e in drawn} == {"box", "rule", "place"}
    assert all(e.attributes["aria-hidden"] == "true" for e in drawn)


def test_each_group_begins_a_page() -> None:
    """Sheets can be handed out apart: the style breaks the page before every group."""
    page = text_of(".html")(sheets(*TRANSLATED))
    assert page.count('<section class="new-page"') == 2
    assert re.search(r"@media print \{.*\.new-page[^}]*break-before: right", page, re.DOTALL)


def test_large_print_has_no_letters_below_18_points() -> None:
    """The smallest letters of the page are 0.9 of its size in print."""
    page = text_of(".html")(sheets(*TRANSLATED, large_print=True))
    assert '<body class="large">' in page
    size = re.search(r"html:has\(\.large\) \{ font-size: (\d+)pt", page)
    assert size
    rems = map(float, re.findall(r"font-size: ([.\d]+)rem", page))
    assert min(rems) * int(size[1]) >= 18
    assert "large" not in text_of(".html")(sheets(*TRANSLATED)).partition("<body")[2]


def test_a_page_that_nobody_writes_on_has_no_style_for_it() -> None:
    """The summary stays as small as it was."""
    assert ".tick" not in text_of(".html")(Report(title="A summary"))


CONDITIONS = {
    "Only if Q1 is Yes or Partly.": When(question="q-so", any_of=("yes", "partly")),
    "Only if Q1 is answered, and not No.": When(question="q-so", none_of=("no",)),
    "Only if Q1 is answered.": When(question="q-so", answered=True),
    "Only if Q1 is left empty.": When(question="q-so", answered=False),
    "Only if q-gone is maybe.": When(question="q-gone", any_of=("maybe",)),
    "Only if Q9 is no, partly or yes.": When(question="q-words", any_of=("no", "partly", "yes")),
}


@pytest.mark.parametrize("sentence", CONDITIONS)
def test_a_follow_up_says_when_it_is_asked(sentence: str) -> None:
    """In the words of the other question's choices, by its code."""
    asked = (
        YesNo(id="q-so", code="Q1", prompt="So?"),
        Points(id="q-then", code="Q1a", prompt="Then?", when=CONDITIONS[sentence]),
        Points(id="q-words", code="Q9", prompt="Words?"),
    )
    assert sentence in words(sheets(*asked), ".txt")


def test_options_that_nobody_has_said_yet_have_room() -> None:
    """Where the options are another question's points, their codes can be written in; said ones are printed."""
    vote = Priority(id="q-vote", code="Q2", prompt="Most?", options_from="q-points")
    some = Many(id="q-many", code="Q3", prompt="Which?", options_from="q-points")
    text = words(sheets(Points(id="q-points", code="Q1", prompt="What?"), vote, some), ".txt")
    assert (
        text.count("The options are the points of Q1: write their codes. 1 Code of the point: ____ Answer: ____") == 4
    )
    assert "Tick all" not in text
    offered = vote.offering([Item(id="G1-Q1-01", label="G1-Q1-01 No data")])
    known = GroupSheet(group="g1", questions=(ToAsk(question=offered, stem="G1-Q2"),))
    text = words(build_sheets(exercise(vote), [known]), ".txt")
    assert "1. G1-Q1-01 No data: ____" in text
    assert "write their codes" not in text


def test_what_is_in_the_record_already_is_said() -> None:
    """A second sheet goes on after the points of the first and says so."""
    asked = ToAsk(question=Points(id="q", code="Q1", prompt="What?", max=2, headline=1), stem="G2-Q1", first=4)
    text = words(build_sheets(exercise(), [GroupSheet(group="g2", questions=(asked,))]), ".txt")
    assert "Up to 1 headline (☆). Numbers below 4 are in the record already. G2-Q1-04 ☆ ____ G2-Q1-05 ☆ ____ If" in text


def test_a_wide_table_becomes_cards_and_long_choices_stand_above() -> None:
    """What a hand finds no room for in a cell has a line of its own; a long list of choices is typed by number."""
    long = tuple(f"a rather long option {letter}" for letter in "abc")
    columns = tuple(Column(id=f"c{n}", label=f"Column {n}") for n in range(4))
    wide = Matrix(id="q", code="Q1", prompt="Table", rows=Rows(max=1), columns=columns)
    assert "G1-Q1-01 ☆ Row: ____ Column 0: ____" in words(sheets(wide), ".txt")
    assert "**G1-Q1-01 ☆**" in text_of(".md")(sheets(wide))
    few = Column(id="c", label="Choice", kind="one", options=long)
    fixed = Matrix(id="q", code="Q1", prompt="T", rows=Rows(kind="fixed", items=("x", "y")), columns=(few,))
    assert "Choice, by number: 1: a rather long option a" in words(sheets(fixed), ".txt")
    assert "1 x Choice: ____ 2 y Choice: ____" in words(sheets(fixed), ".txt")


def test_own_words_have_a_box_and_a_line() -> None:
    """Where the definition allows others, they are ticked and written; where not, nothing invites them."""
    asked = {
        allow: Many(id="q", code="Q1", prompt="Which?", options=("a",), allow_other=allow) for allow in (True, False)
    }
    assert "(Tick all that apply.) [_] 1 a [_] Other: ____" in words(sheets(asked[True]), ".txt")
    assert "(Tick all that apply.) [_] 1 a If left empty" in words(sheets(asked[False]), ".txt")


def test_what_to_know_before_filling_in_stands_above_it() -> None:
    """The rule of a vote, and what the ends of an axis mean, are on paper too."""
    vote = Priority(id="q", code="Q1", prompt="Most?", options=("a",), budget=3)
    assert "Each person has 3 points to give in all" in words(sheets(vote), ".txt")
    place = Map(id="q", code="Q2", prompt="Where?", x=Axis(label="Power"), y=Axis(label="Interest"))
    assert "Power: 1 = low, 5 = high Interest: 1 = low, 5 = high G1-Q2-01 ☆ Item: ____" in words(sheets(place), ".txt")


def test_a_sheet_as_data_has_the_codes_and_the_questions() -> None:
    """`.json` gives a program what it needs to make sheets of its own."""
    data = json.loads(text_of(".json")(sheets(*TRANSLATED)))
    assert (data["schema"], data["exercise"]) == ("vaexercise/sheets/1", "an-exercise")
    assert [sheet["group"] for sheet in data["sheets"]] == ["g1", "g2"]
    assert [asked["stem"] for asked in data["sheets"][1]["questions"]] == ["G2-Q1", "G2-Q2", "G2-Q2a"]
