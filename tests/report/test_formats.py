"""Every output format: golden files, the same content in each, hostile text harmless in each."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from invented_report import (
    GROUPS,
    every_block,
    hostile,
    invented,
    people,
    point,
    put_together,
    response,
    responses,
    with_a_stray,
)
from markdown_it import MarkdownIt
from rendered import book_text, bytes_of, csv_text, text_of, word_text

from vaexercise.errors import Unknown
from vaexercise.model.feedback import Answer
from vaexercise.report import formats, plain, terminal
from vaexercise.report.build import build
from vaexercise.report.model import Report, Section

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).parents[1] / "data" / "reports"
GOLDEN_NAMES = {"terminal": "terminal.txt", ".docx": "summary.docx.txt", ".xlsx": "summary.xlsx.txt"}
"""Of what is no file, or none of text."""
OVERWRITE = "VAEXERCISE_OVERWRITE_GOLDEN"
"""Set it to write the golden files anew; then read what changed."""

HOSTILE = (
    "[/b] [red]x[/red] :smile:",
    "<script>alert(1)</script><!-- &amp; -->",
    "| pipe | and `tick`",
    '=cmd("x")',
    "# no heading",
    "1. no list",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07end",
    "{{ 7 * 7 }}{% raw %}",
    "\u202eturned\u202c round",
    "قال “نعم” (مرتين)",
    "w" * 10_000,
)
SAID = (*HOSTILE[:6], "red end", "{{ 7 * 7 }}{% raw %}", "turned round", *HOSTILE[9:])
"""The same as a reader is to see it: without escape sequences and direction overrides."""


class Page(HTMLParser):
    """The words of an HTML page, without its style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  as inherited
        self.inside = tag
        if tag not in {"wbr", "span", "strong"}:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if self.inside != "style":
            self.words.append(data)


def words_of_json(data: object) -> list[str]:
    """Every string in plain data."""
    if isinstance(data, dict):
        return [word for value in data.values() for word in words_of_json(value)]
    if isinstance(data, list):
        return [word for value in data for word in words_of_json(value)]
    return [str(data)]


def squeezed(text: str) -> str:
    """Text without white space: lines are broken differently in each format."""
    return re.sub(r"\s+", "", text)


READ: dict[str, Callable[[Report], str]] = {
    ".csv": lambda report: csv_text(bytes_of(".csv")(report)),
    ".docx": lambda report: word_text(bytes_of(".docx")(report)),
    ".html": lambda report: "".join(Page(text_of(".html")(report)).words),
    ".json": lambda report: " ".join(words_of_json(json.loads(text_of(".json")(report)))),
    ".md": lambda report: "".join(Page(MarkdownIt("commonmark").enable("table").render(text_of(".md")(report))).words),
    ".txt": text_of(".txt"),
    ".xlsx": lambda report: book_text(bytes_of(".xlsx")(report)),
    "terminal": terminal.render,
}
"""For each format, its text as a reader has it."""


MARKS = {"Code", "Note", "Picture"}
"""Words by which plain text says what others show."""
BLOCKS = (".csv", ".docx", ".html", ".md", ".xlsx")
"""Formats that show blocks each in its way."""


def rendered(name: str, report: Report) -> str:
    """What is printed or written; of packed formats what is in them."""
    return terminal.render(report) if name == "terminal" else text_of(name)(report)


@pytest.mark.parametrize("name", READ)
def test_each_format_gives_its_golden_file(name: str) -> None:
    """The report of the invented workshop looks, character by character, as it did when somebody last read it."""
    path = GOLDEN / GOLDEN_NAMES.get(name, f"summary{name}")
    made = rendered(name, invented())
    if OVERWRITE in os.environ:
        path.write_bytes(made.encode())
    assert made == path.read_bytes().decode()


def test_every_format_is_read_here() -> None:
    """A new output format cannot be added without these tests reading it; `test_pdf` reads PDFs."""
    assert {*formats.formats(), "terminal"} == {*READ, ".pdf"}


@pytest.mark.parametrize("name", READ)
def test_every_code_and_every_word_is_in_every_format(name: str) -> None:
    """No format leaves out a point or an answer: its code is there, and all that was filled in."""
    text = squeezed(READ[name](invented()))
    said = [entry for found in responses() for entry in (*found.points, found.answer) if entry]
    missing = [entry.code for entry in said if entry.code not in text]
    missing += [str(word) for entry in said for word in entry.values.values() if squeezed(str(word)) not in text]
    assert not missing


@pytest.mark.parametrize("name", READ)
def test_headlines_are_marked_by_a_word_and_a_sign(name: str) -> None:
    """Three headlines of the first question and one of the third are told apart without any colour."""
    found = invented()
    if name == ".json":
        assert json.dumps(found.data["questions"]).count('"star": true') == 4
    else:
        assert squeezed(READ[name](found)).count("★Headline") == 4 + 1, "the fifth explains the mark"


@pytest.mark.parametrize("name", READ)
def test_nobody_is_named_and_nothing_private_is_counted(name: str) -> None:
    """Names of participants and their sensitive attributes stand in no format."""
    text = READ[name](invented())
    assert [person.name for person in people() if person.name in text] == []
    assert [member for members in GROUPS.values() for member in members if re.search(rf"\b{member}\b", text)] == []
    assert "survivor:" not in text.lower().replace("survivors", "")


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_text_is_shown_harmless(name: str, number: int) -> None:
    """Markup, formulas, template code and very long words are words like others; escape sequences do nothing."""
    report = hostile(HOSTILE)
    text = READ[name](report)
    assert squeezed(SAID[number]) in squeezed(text)
    assert "\x1b" not in rendered(name, report)
    assert "\u202e" not in rendered(name, report)


@pytest.mark.parametrize("name", READ)
def test_the_same_report_gives_the_same_text_twice(name: str) -> None:
    """Nothing in a report depends on the clock, on chance or on the order of a set."""
    assert rendered(name, build(put_together(responses()))) == rendered(name, build(put_together(responses())))


@pytest.mark.parametrize("ending", sorted(set(READ) - {"terminal"}))
def test_the_same_report_gives_the_same_bytes_twice(ending: str) -> None:
    """Nor does anything in the bytes of a file: two builds are one file."""
    assert bytes_of(ending)(build(put_together(responses()))) == bytes_of(ending)(build(put_together(responses())))


def missing(name: str, report: Report) -> set[str]:
    """The words that the plain text of a report has and another format has not."""
    whole = squeezed(READ[name](report))
    return {word for word in re.findall(r"[^\W_]+", plain.render(report)) if word not in whole} - MARKS


@pytest.mark.parametrize("name", sorted(set(READ) - {".json", ".txt"}))
@pytest.mark.parametrize("report", [invented, with_a_stray, partial(hostile, SAID)])
def test_every_word_of_the_plain_text_is_in_every_format(name: str, report: Callable[[], Report]) -> None:
    """What is read back from a file has all the words that the plain text has; JSON is data, and has no sentences."""
    assert not missing(name, report())


@pytest.mark.parametrize("name", BLOCKS)
def test_no_kind_of_block_loses_a_word(name: str) -> None:
    """What is to be filled in, hung up or cut out, and the words for pictures, are in every format that has them."""
    assert not missing(name, every_block())


@pytest.mark.parametrize("name", READ)
def test_a_point_that_stands_under_no_question_is_in_every_format(name: str) -> None:
    """Its code and words are there; who reads and does not compute with it is warned at the beginning."""
    text = READ[name](with_a_stray())
    assert "G1-Q9-01" in text
    assert "Lost and found" in text
    assert name == ".json" or "Note: Not every point appears under its question" in " ".join(text.split())


@pytest.mark.parametrize("name", READ)
def test_warnings_stand_before_everything_but_the_title(name: str) -> None:
    """Damage and conflicts are said before the first sum, each as a note of its own, and are text only."""
    warned = ("2 lines of the log are damaged.", "[/b] <b>One</b> conflict is not settled.")
    text = squeezed(READ[name](build(put_together(responses()), warnings=warned)))
    mark = "" if name == ".json" else "Note:"
    places = [text.index(mark + squeezed(said)) for said in warned]
    assert places == sorted(places)
    if name != ".json":
        assert text.index("Workshoponnationalplans") < places[0]
        assert places[-1] < text.index("Ataglance")


@pytest.mark.parametrize("name", sorted(set(READ) - {".json"}))
def test_not_discussed_and_not_recorded_read_differently(name: str) -> None:
    """Group 3 said that it did not discuss a question; from Group 2 nothing is recorded to another."""
    text = " ".join(READ[name](invented()).split())
    assert "2 of 3 groups answered. Group 3 did not discuss it." in text
    assert "2 of 3 groups answered. 3 points. Nothing is recorded from Group 2." in text
    assert "Not discussed by Group 3" in text
    assert "Nothing is recorded from Group 2" in text.rpartition("Not discussed by Group 3")[2]


@pytest.mark.parametrize("render", [plain.render, terminal.render, *map(text_of, BLOCKS)])
def test_a_block_that_a_renderer_does_not_know_is_a_bug_and_not_left_out(render: Callable[[Report], str]) -> None:
    """Nothing disappears from a report because somebody added a kind of block."""
    section = Section(heading="Odd", anchor="odd", blocks=("no block",))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        render(Report(title="Title", sections=(section,)))


@pytest.mark.parametrize("ending", [".md", "md", ".MD"])
def test_an_ending_may_be_written_loosely(ending: str) -> None:
    """Dot and capitals of an ending do not matter."""
    assert text_of(ending)(invented()) == text_of(".md")(invented())


@pytest.mark.parametrize("ending", [".odt", "", ".", "../md", "__init__"])
def test_an_unknown_ending_says_which_there_are(ending: str) -> None:
    """Who asks for a format that is not there reads which ones are."""
    with pytest.raises(Unknown, match=r"\.csv, \.docx, \.html, \.json, \.md, .*\.txt, \.xlsx"):
        formats.renderer(ending)


def test_listing_the_formats_imports_none_of_them() -> None:
    """To know the endings costs none of the packages that make them."""
    code = (
        "import sys; from vaexercise.report import formats; formats.formats(); "
        "print(sorted({'jinja2', 'rich', 'markdown_it', 'docx', 'typst', 'xlsxwriter'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_plain_text_keeps_to_its_width() -> None:
    """No line of plain text is longer than asked for, and what continues a line is indented under it."""
    lines = plain.render(invented(), width=50).splitlines()
    assert max(map(len, lines)) <= 50
    first = lines.index("G1-Q1-01: ★ Headline: No budget line for data")
    assert lines[first + 1] == "  collection in the districts"


def test_plain_text_draws_no_boxes() -> None:
    """A screen reader has no frames and rules to read out."""
    assert not re.search(r"[\u2500-\u259f|]|--|==", plain.render(invented()))


def test_a_terminal_table_has_no_border_on_the_right() -> None:
    """Where widths are counted differently, nothing is pushed out of place."""
    assert not re.search(r"[│┃|┤┐┘]", terminal.render(invented()))


def test_a_table_that_does_not_fit_a_narrow_terminal_becomes_records() -> None:
    """Cells are shown whole, one below the other, rather than squeezed."""
    lines = terminal.render(invented(), width=40).splitlines()
    assert "  What: Name one focal point in each" in lines
    assert "Group 1: 6" in terminal.render(invented(), width=30).splitlines(), "bars become numbers"


@pytest.mark.parametrize("name", READ)
def test_a_report_of_a_title_only_is_a_title(name: str) -> None:
    """No section, no subtitle and no footer leave nothing behind."""
    bare = Report(title="Title only", data={"title": "Title only"})
    assert READ[name](bare).replace("Skip to content", "").split()[:2] == ["Title", "only"]


@pytest.mark.parametrize("name", READ)
def test_what_stands_beside_a_point_is_in_every_format(name: str) -> None:
    """A translation and how far the group agrees stand next to the words, and never in their place."""
    marked = replace(point("g1", "q-challenges", 1, {"text": "Tard"}), gloss="Late", agreement="divided", parked="next")
    shown = squeezed(READ[name](build(put_together([response("g1", "q-challenges", marked)]))))
    assert squeezed("Tard [translation: Late] (divided, parked: next)") in shown or (
        name == ".json" and squeezed("[translation: Late] (divided, parked: next)") in shown and "Tard" in shown
    )


@pytest.mark.parametrize("name", READ)
def test_what_stands_beside_an_answer_is_in_every_format(name: str) -> None:
    """How far a group agrees on a checklist, and on an action, is told under the table, after the code."""
    answer = Answer(code="G2-Q2", group="g2", question="q-actors", values={"Media": "no"}, agreement="divided")
    action = replace(point("g1", "q-actions", 1, {"what": "Meet"}), gloss="Come together", agreement="majority")
    said = [response("g2", "q-actors", answer=answer), response("g1", "q-actions", action)]
    shown = squeezed(READ[name](build(put_together(said))))
    assert squeezed("G2-Q2: divided.") in shown
    assert squeezed("G1-Q5-01: translation: Come together; majority.") in shown


@pytest.mark.parametrize("name", READ)
def test_what_is_private_is_counted_and_in_no_format(name: str) -> None:
    """Of a private point and a private answer not a word is shown, starred or not; the sums still hold."""
    secret = point("g1", "q-challenges", 2, {"text": "Zerbinetta"}, star=True)
    values = {"Focal point": "Ochs", "Survivors’ networks": "no"}
    answer = Answer(code="G2-Q2", group="g2", question="q-actors", values=values, private="a testimony")
    said = [
        response(
            "g1", "q-challenges", point("g1", "q-challenges", 1, {"text": "Open"}), replace(secret, private="hers")
        ),
        response("g2", "q-actors", answer=answer),
    ]
    shown = READ[name](build(put_together(said)))
    assert not [word for word in ("Zerbinetta", "Ochs", "hers", "testimony") if word in shown]
    if name != ".json":
        assert squeezed("2 points in, 1 shown") in squeezed(shown)
        assert squeezed("2 kept private by the groups and shown nowhere") in squeezed(shown)
