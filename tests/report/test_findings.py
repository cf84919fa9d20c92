"""Key findings, themes, votes, actions and comments in the report: in every format, each with where it comes from."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import must
from test_formats import READ, squeezed

from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.plenary.caveats import UNSORTED
from vaexercise.plenary.sums import Sums
from vaexercise.report.build import build
from vaexercise.report.model import Note
from vaexercise.workshop.plenary.summary import synthesis
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.report.model import Report, Section

DECIDED = Path(__file__).parents[1] / "data" / "synthesis" / "decided.csv"


@pytest.fixture(scope="module")
def whole(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Synthesis:
    """The example with two questions sorted, a vote, an action of the plenary, comments, and sentences edited."""
    folder = Path(shutil.copytree(made_once, tmp_path_factory.mktemp("findings") / "workshop"))
    here = ("--workshop", folder)
    must("plenary", "themes", "apply", DECIDED, *here)
    must("plenary", "actions", "add", "Ask [/b] for money", "--who", "Focal point", "--source", "G1-Q1-01", *here)
    must("plenary", "comment", "G1-Q1-01", "With us, too", "--group", "3", *here)
    must("plenary", "comment", "G2-Q1-05", "Not here", "--group", "plenary", *here)
    must("plenary", "vote", "open", "--question", "Q4", "--anyway", *here)
    must("plenary", "vote", "tally", "--voters", "20", "1=12", "2=9", *here)
    must("plenary", "vote", "reveal", "1", *here)
    must("plenary", "edit", "--add", "Nobody pays [/b] for data.", "--source", "G2-Q1-01", "--source", "V1", *here)
    must("plenary", "edit", "actions", "We agreed on 6 actions.", *here)
    must("plenary", "edit", "question-q-actors-missing", "--take-out", *here)
    opened = Workshop(folder)
    return synthesis(opened, opened.session())


def section(report: Report, anchor: str) -> Section:
    return next(one for one in report.sections if one.anchor == anchor)


def titled(found: Section, title: str) -> tuple[Line, ...]:
    """The lines under a title."""
    return next(block.lines for block in found.blocks if isinstance(block, Lines) and block.title == title)


def test_every_key_finding_shows_what_it_is_made_of(whole: Synthesis) -> None:
    """Themes, votes, questions by their names, points by their codes; none stands without."""
    lines = [
        line for block in section(build(whole), "findings").blocks if isinstance(block, Lines) for line in block.lines
    ]
    assert len(lines) == sum(not sentence.gone for sentence in whole.sentences) > 15
    assert all(line.code for line in lines)
    assert titled(section(build(whole), "findings"), "Added by hand") == (
        Line(code="G2-Q1-01, V1", text="Nobody pays [/b] for data."),
    )
    assert titled(section(build(whole), "findings"), "Actions")[0].beside == "(edited)"


def test_findings_say_once_which_questions_are_not_sorted_to_the_end(whole: Synthesis) -> None:
    """As a note after the sentences, with the number of points that the sums have."""
    left = {outcome.name: outcome.themed.sums.left for outcome in whole.questions if outcome.themed}
    notes = [block for block in section(build(whole), "findings").blocks if isinstance(block, Note)]
    assert left["Q4"] == 1
    assert [note.text for note in notes] == [UNSORTED.format(questions="Q4 (1 point)")]


@pytest.mark.parametrize("name", READ)
def test_what_the_plenary_made_of_it_is_in_every_format(name: str, whole: Synthesis) -> None:
    """Sentences, sums, themes, positions, votes, the register and comments; what was taken out is only in the data."""
    text = squeezed(READ[name](build(whole)))
    words = [
        "3 of 3 groups raised “No money for collecting data” (5 points).",
        "Opinions differ on “One register with names”",
        "for the session on communication",
        "took first place among 5 items in vote 1 (12 dots; 20 of 48 people voted).",
        "We agreed on 6 actions.",
        "Nobody pays [/b] for data.",
        "Ask [/b] for money",
        "With us, too",
        "Not here",
    ]
    assert [one for one in words if squeezed(one) not in text] == []
    assert (squeezed("3 of 3 groups answered Q2a “What would it take") in text) is (name == ".json")
    if name != ".json":
        assert squeezed("66 points: 32 in 11 themes, 4 unique, 1 parked, 16 not sorted yet") in text
        assert squeezed("Group 3 says") in text


def test_a_sorted_question_shows_its_points_by_theme_and_each_of_them(whole: Synthesis) -> None:
    """First what is common, then positions, then what one group raised, parked and not sorted; no point is missing."""
    report = build(whole)
    below = [one.heading for one in report.sections if one.level == 4]
    assert below == [
        *("Common themes", "Raised by one group", "Parked"),
        *("Common themes", "Where opinions differ", "Raised by one group", "Not sorted yet"),
    ]
    assert "Every point appears under its question: 66 points in, 66 shown" in str(section(report, "glance"))
    positions = [
        block.title
        for block in section(report, "questions-6-differs".replace("questions", "question")).blocks
        if isinstance(block, Lines)
    ]
    assert len(positions) == 4
    assert positions[0].endswith("A separate plan for victim assistance, say so: 1 of 3 groups, 1 point")
    assert positions[1].endswith("A separate plan for victim assistance, the contrary: 1 of 3 groups, 1 point")


def test_who_said_it_stands_in_codes_and_columns_only(whole: Synthesis) -> None:
    """No heading, title or sentence of what the plenary made names a group, so that a public form can leave it out."""
    sentences = [sentence.text for sentence in whole.sentences]
    titles = [
        block.title
        for one in build(whole).sections
        if one.level == 4
        for block in one.blocks
        if isinstance(block, Lines)
    ]
    assert [words for words in (*sentences, *titles) if "Group 1" in words or "G1-" in words] == []
    [register] = [block for block in section(build(whole), "actions").blocks if isinstance(block, Grid)]
    assert [register.columns[place] for place in register.attributed] == ["Code", "From"]


def test_a_comment_stands_below_the_point_that_it_is_about(whole: Synthesis) -> None:
    """Of a headline among the headlines, of another point after them."""
    found = section(build(whole), "headlines")
    codes = [line.code for line in titled(found, "Group 1")]
    assert codes[codes.index("G1-Q1-01") + 1] == "Group 3 says"
    assert [line.code for line in titled(found, "Comments on other points")] == ["G2-Q1-05", "The plenary says"]


def test_the_codes_of_themes_and_votes_are_explained_where_there_are_any(whole: Synthesis) -> None:
    """And nowhere else."""
    assert "Q1-T2 is theme 2 of question Q1" in str(section(build(whole), "codes"))
    assert "V1 is vote 1." in str(section(build(whole), "codes"))
    assert "Q1-T2" not in str(section(build(replace(whole, sentences=())), "codes"))


def test_sums_that_do_not_add_up_are_said_loudly(whole: Synthesis) -> None:
    """In a note at the beginning, with the command that says where."""
    wrong = build(replace(whole, sums=Sums(points=9, themed=1, themes=1)))
    notes = [block.text for block in section(wrong, "glance").blocks if isinstance(block, Note)]
    assert notes == ["This does not add up: 9 points: 1 in 1 theme. See: vaexercise plenary check"]


def test_without_sentences_votes_and_comments_there_is_no_heading_for_them(whole: Synthesis) -> None:
    """No main heading stands over nothing."""
    bare = replace(whole, sentences=(), votes=(), remarked=(), headlines=(), actions=())
    headings = {one.heading for one in build(bare).sections}
    assert headings.isdisjoint({"Key findings", "Priorities", "Headlines"})


def test_the_data_for_programs_have_it_all_apart(whole: Synthesis) -> None:
    """Counts, groups, words and sources each under a key of its own."""
    data = json.loads(json.dumps(build(whole).data))
    question = next(one for one in data["questions"] if one["code"] == "Q1")
    theme = next(one for one in question["themed"]["themes"] if one["title"] == "Nobody is in charge")
    assert (theme["groups"], theme["contrary"], len(theme["lines"])) == (["g1", "g2"], [], 2)
    sentence = next(one for one in data["sentences"] if one["key"] == f"theme-{theme['id']}")
    assert sentence["facts"] == {"groups": "2 of 3 groups", "title": "Nobody is in charge", "points": "2 points"}
    assert sentence["sources"][0]["key"] == f"theme/{theme['id']}"
    assert data["votes"][0]["placed"][0]["score"] == "12"
    assert data["remarks"]["G1-Q1-01"] == [{"group": "g3", "text": "With us, too"}]


def test_a_private_action_is_counted_without_its_words(whole: Synthesis) -> None:
    """How many are withheld is said below the sum."""
    first, *rest = whole.actions
    hidden = replace(first, what="", who="", by="", private="hers")
    found = section(build(replace(whole, actions=(hidden, *rest))), "actions")
    assert "1 withheld: private." in str(found.blocks[0])
    assert first.code not in str(found.blocks)
