"""The short report: what it keeps, and that it is two pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from conftest import must
from invented_report import put_together, responses

from vaexercise.model.action import Action
from vaexercise.model.plenary import Grid, Lines
from vaexercise.plenary.priorities import Placed, Voted
from vaexercise.plenary.sentences import Cited, Sentence
from vaexercise.report.build import build
from vaexercise.report.short import ACTIONS, FINDINGS, ITEMS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vaexercise.plenary.sentences import Kind
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.report.model import Report, Section


def handed_out(synthesis: Synthesis) -> Report:
    """The short report of it."""
    return build(synthesis, handout=True)


def section(report: Report, anchor: str) -> Section:
    """The section with that anchor."""
    return next(one for one in report.sections if one.anchor == anchor)


def sentences(kind: Kind, number: int) -> tuple[Sentence, ...]:
    """So many findings of a kind."""
    cited = (Cited(key="question/q", name="Q1"),)
    return tuple(Sentence(key=f"{kind}-{n}", kind=kind, text=f"{kind} {n}", sources=cited) for n in range(number))


def said(found: Section) -> list[str]:
    """The words of all lines of a section."""
    return [line.text for block in found.blocks if isinstance(block, Lines) for line in block.lines]


def vote(places: Sequence[str]) -> Voted:
    """A vote whose items have these places."""
    placed = tuple(
        Placed(item=f"i{n}", number=n, title=f"Item {n}", place=place, score=str(9 - n))
        for n, place in enumerate(places, start=1)
    )
    return Voted(
        id="v",
        name="1",
        title="Next",
        question="",
        measure="dots",
        voters=9,
        people=9,
        placed=placed,
        sentences=("9.",),
    )


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_short_report_of_the_example_is_two_pages(workshop: Path, tmp_path: Path, paper: str) -> None:
    """It can be printed on one sheet before people leave, on either paper."""
    file = tmp_path / "short.pdf"
    must("plenary", "summary", "--short", "--paper", paper, "--output", file, "--workshop", workshop)
    assert len(pypdfium2.PdfDocument(file)) == 2


def test_it_is_the_sums_the_findings_priorities_and_actions() -> None:
    """In this order, and it says first that it is not all, and who has the whole."""
    found = replace(put_together(responses()), votes=(vote(["1", "2"]),))
    report = handed_out(replace(found, actions=(Action(id="a", code="A1", group="g1", what="Meet"),)))
    assert [one.heading for one in report.sections] == ["At a glance", "Key findings", "Priorities", "Actions"]
    assert report.notes[0].text.startswith("This is the short version")
    assert "Whoever organised the meeting has it." in report.notes[0].text
    assert not report.contents


def test_without_common_themes_headlines_stand_for_what_groups_have_in_common() -> None:
    """Two of each group, the others counted; with a common theme, none."""
    found = put_together(responses())
    reported = section(handed_out(found), "findings").blocks[0]
    assert isinstance(reported, Lines)
    assert [line.code for line in reported.lines] == ["G1-Q1-01", "G1-Q1-03", "G2-Q1-01"]
    common = section(handed_out(replace(found, sentences=sentences("common", 1))), "findings")
    assert said(common) == ["common 0"]


def test_the_first_findings_stand_there_and_all_that_people_wrote() -> None:
    """What somebody added by hand is never cut off; what is, is counted; how questions stand is left out."""
    made = (*sentences("common", 12), *sentences("question", 3), *sentences("own", 2))
    found = section(handed_out(replace(put_together([]), sentences=made)), "findings")
    assert said(found) == [*(f"common {n}" for n in range(FINDINGS - 2)), "own 0", "own 1"]
    assert getattr(found.blocks[-1], "text", "") == "4 more are in the whole summary."


def test_of_items_that_share_a_place_none_is_cut_off() -> None:
    """The first three places, and whoever else is third."""
    places = ["1", "2", "3=", "3=", "5"]
    [table] = section(handed_out(replace(put_together([]), votes=(vote(places),))), "priorities").blocks
    assert isinstance(table, Grid)
    assert [row[-1] for row in table.rows] == ["1", "2", "3=", "3="]
    assert ITEMS == 3
    assert table.note == "9. 1 more is in the whole summary."


def test_actions_say_who_and_by_when_and_nothing_that_is_kept_back() -> None:
    """Neither what is private nor what says the same as another is in the table; what is cut off is counted."""
    shown = [Action(id=f"a{n}", code=f"A{n}", group="g1", what=f"Do {n}", who="All", by="May") for n in range(12)]
    hidden = [replace(shown[0], private="hers", what=""), replace(shown[0], under="A1"), replace(shown[0], held="G1")]
    found = section(handed_out(replace(put_together([]), actions=(*hidden, *shown))), "actions")
    table, more = found.blocks
    assert isinstance(table, Grid)
    assert table.rows == tuple((f"Do {n}", "All", "May") for n in range(ACTIONS))
    assert getattr(more, "text", "") == "2 more are in the whole summary."


def test_the_options_of_the_summary_reach_the_page(workshop: Path, tmp_path: Path) -> None:
    """Large print takes more pages, and letter is wider than A4."""
    files = [tmp_path / name for name in ("a4.pdf", "letter.pdf", "large.pdf")]
    for file, more in zip(files, ([], ["--paper", "letter"], ["--large-print"]), strict=True):
        must("plenary", "summary", "--short", *more, "--output", file, "--workshop", workshop)
    a4, letter, large = (pypdfium2.PdfDocument(file) for file in files)
    assert letter[0].get_width() > a4[0].get_width()
    assert len(large) > len(a4)
