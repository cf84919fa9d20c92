"""Points that belong elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise

from vaexercise.errors import Refused
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.answers.relocating import fits, relocate
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.model.feedback import Point
    from vaexercise.model.question import Question


def opened(folder: Path) -> Feedback:
    workshop = Workshop(folder)
    return Feedback(workshop, workshop.sessions[0])


def asked(said: Feedback, code: str) -> Question:
    return next(q for q in said.workshop.exercise(said.session).walk() if q.code == code)


def point(folder: Path, code: str) -> Point:
    return next(p for p in opened(folder).points() if p.code == code)


def place(folder: Path, code: str) -> tuple[str, str]:
    found = point(folder, code)
    return found.group, found.question


@pytest.mark.parametrize(
    ("code", "values", "fitting"),
    [
        ("Q1", {"text": "Late data"}, True),
        ("Q1", {"text": "Late data", "example": "", "kind": "data"}, True),
        ("Q4", {"text": "Late data", "kind": "data"}, False),
        ("Q1", {"text": "Late data", "kind": "colour"}, False),
        ("Q1", {"text": "Late data", "kind": "1"}, False),
        ("Q2", {"text": "Late data"}, False),
        ("Q5", {"text": "Late data"}, False),
        ("Q5", {"what": "Write it down", "who": "Everybody"}, True),
        ("Q5", {"what": "Write it down"}, False),
        ("P1", {"text": "Late data"}, True),
    ],
)
def test_what_fits_where(workshop_with_groups: Path, code: str, values: dict[str, str], *, fitting: bool) -> None:
    """A point has a place where each thing that it says is asked for, and nothing that is needed is missing."""
    assert fits(asked(opened(workshop_with_groups), code), values) is fitting


def test_points_are_moved_and_keep_their_codes(workshop: Path) -> None:
    """To a question, to a group, or to both; they come last there, and the others stay as they are."""
    before = {p.code: (p.group, p.question) for p in opened(workshop).points()}
    done = must("feedback", "move", "G1-Q1-02", "g1-q1-01", "--to", "Q4", "--workshop", workshop)
    assert done.out == "G1-Q1-02: now under Group 1, Q4\nG1-Q1-01: now under Group 1, Q4\n"
    must("feedback", "move", "G1-Q1-03", "--to-group", "2", "--workshop", workshop)
    must("feedback", "move", "G1-Q1-04", "--to-group", "plenary", "--to", "P1", "--workshop", workshop)
    moved = {
        "G1-Q1-01": ("g1", "q-overcome"),
        "G1-Q1-02": ("g1", "q-overcome"),
        "G1-Q1-03": ("g2", "q-challenges"),
        "G1-Q1-04": ("plenary", "q-challenges-plenary"),
    }
    after = opened(workshop).points()
    assert {p.code: (p.group, p.question) for p in after} == before | moved
    there = [p.code for p in after if (p.group, p.question) == ("g1", "q-overcome")]
    assert set(there[-2:]) == {"G1-Q1-01", "G1-Q1-02"}


def test_a_point_that_is_there_already(workshop: Path) -> None:
    """It is said, and nothing is recorded of it."""
    before = point(workshop, "G1-Q1-01").versions
    done = must("feedback", "move", "G1-Q1-01", "--to", "q-challenges", "--workshop", workshop)
    assert done.out == "G1-Q1-01: already under Group 1, Q1\n"
    assert point(workshop, "G1-Q1-01").versions == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("G1-Q1-01", "--to", "Q2"), "What G1-Q1-01 says has no place under Q2 (checklist). It could go to: Q2a, Q4."),
        (("G1-Q1-01", "--to", "P1"), "P1 is not put to Group 1. It could go to: Q2a, Q4."),
        (("G1-Q1-01", "--to-group", "plenary"), "Q1 is not put to the plenary. It could go to: P1."),
        (("G1-Q3-01", "--to", "Q4"), "which does not ask for: "),
        (("G1-Q1-01", "--to", "Q9"), "There is no question Q9."),
        (("G1-Q1-01", "--to", "q-overcom"), "Did you mean q-overcome? There are: P1, Q1, "),
        (("G1-Q1-01", "--to-group", "9"), "There is no group 9."),
        (("G1-Q1-01",), "Say where to: --to Q4, --to-group 2, or both."),
        (("G1-Q1-99", "--to", "Q4"), "There is no point G1-Q1-99. Did you mean G1-Q1-"),
        (("G1-Q2", "--to", "Q4"), "G1-Q2 is no point: only points can be moved"),
        (("[/b]\x1b[2J", "--to", "Q4"), "is no point: only points can be moved"),
    ],
)
def test_what_cannot_be_moved_is_refused(workshop: Path, words: tuple[str, ...], sentence: str) -> None:
    """Exit code 2 and what would go; other points of the same command stay, too."""
    done = vaexercise("feedback", "move", "G1-Q1-05", *words, "--workshop", workshop)
    assert (done.code, sentence in done.err) == (2, True), done
    assert place(workshop, "G1-Q1-05") == ("g1", "q-challenges")


def test_all_reasons_at_once(workshop: Path) -> None:
    """Whoever moves many points hears of all that cannot go."""
    done = vaexercise("feedback", "move", "G1-Q1-05", "G1-Q1-06", "--to", "Q5", "--workshop", workshop)
    assert ["G1-Q1-05" in done.err, "G1-Q1-06" in done.err, "Nothing was moved." in done.err] == [True] * 3


@pytest.mark.parametrize("words", [("G2-Q1-01", "--to", "Q4"), ("G1-Q1-01", "--to-group", "2")])
def test_a_group_that_signed_off_gives_and_takes_nothing(workshop: Path, words: tuple[str, ...]) -> None:
    """Neither out of it nor into it, and the points of others in the same command stay."""
    must("feedback", "sign-off", "--group", "2", "--confirmed-by", "Amara", "--workshop", workshop)
    done = vaexercise("feedback", "move", "G3-Q1-01", *words, "--workshop", workshop)
    assert (done.code, "Group 2 has signed off" in done.err) == (2, True)
    assert place(workshop, "G3-Q1-01") == ("g3", "q-challenges")


def test_versions_are_settled_first(workshop: Path) -> None:
    """Moving would choose one of them, and nobody has said which."""
    one, other = opened(workshop), opened(workshop)
    for said, words in ((one, "One way"), (other, "Another way")):
        said.change_point(next(p for p in said.points() if p.code == "G1-Q1-01"), {"text": words})
    done = vaexercise("feedback", "move", "G1-Q1-01", "--to", "Q4", "--workshop", workshop)
    assert (done.code, "G1-Q1-01 has 2 versions. Settle it first" in done.err) == (2, True)


def test_a_point_whose_question_is_gone(workshop: Path) -> None:
    """It can be put under one that is there; to another group alone, it would be as lost as before."""
    said = opened(workshop)
    said.move_point(next(p for p in said.points() if p.code == "G1-Q1-01"), "q-gone", "g1")
    done = vaexercise("feedback", "move", "G1-Q1-01", "--to-group", "2", "--workshop", workshop)
    assert (done.code, "The exercise does not have the question of G1-Q1-01: say --to." in done.err) == (2, True)
    must("feedback", "move", "G1-Q1-01", "--to-group", "2", "--to", "Q1", "--workshop", workshop)
    assert place(workshop, "G1-Q1-01") == ("g2", "q-challenges")


def test_one_point_from_the_conversation(workshop: Path) -> None:
    """What `feedback move` refuses is refused there too; what is there already comes back as it is."""
    said = opened(workshop)
    found = point(workshop, "G1-Q1-01")
    with pytest.raises(Refused, match="has no place under Q2"):
        relocate(said, found, asked(said, "Q2"), "g1")
    assert relocate(said, found, asked(said, "Q1"), "g1") is found
    assert relocate(said, found, asked(said, "Q4"), "g1").question == "q-overcome"
