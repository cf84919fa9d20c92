"""Comments of other groups on a point: beside it, deleted and undone like all else."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from vaexercise.errors import Refused
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.copies.handing_out import hand_out
from vaexercise.workshop.copies.merging import take_in
from vaexercise.workshop.log.history import history
from vaexercise.workshop.log.undoing import steps, undo
from vaexercise.workshop.log.wording import Wording
from vaexercise.workshop.people.forgetting import traces
from vaexercise.workshop.people.participants import participants
from vaexercise.workshop.plenary.comments import add_comment, comments, delete_comment
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.model.feedback import Point


def point(opened: Workshop, code: str = "G1-Q1-01") -> Point:
    return next(p for p in Feedback(opened, opened.session()).points() if p.code == code)


def comment(opened: Workshop, text: str, group: str = "g3", code: str = "G1-Q1-01") -> str:
    return add_comment(opened, opened.session(), point(opened, code), group, text).id


def texts(opened: Workshop, code: str = "G1-Q1-01") -> list[str]:
    return [one.text for one in comments(opened, opened.session()).get(point(opened, code).id, ())]


def test_comments_stand_in_the_order_in_which_they_were_made(workshop: Path) -> None:
    """Cleaned once on the way in; another process reads the same; each point has its own."""
    opened = Workshop(workshop)
    for text in ("With us, too", " twice \x1b[31mred\x1b[0m \u202e[/b]\n=1+1 ", "شكراً"):
        comment(opened, text)
    comment(opened, "On another", code="G2-Q1-01")
    again = Workshop(workshop)
    assert texts(again) == ["With us, too", "twice red [/b] =1+1", "شكراً"]
    assert texts(again, "G2-Q1-01") == ["On another"]


def test_what_is_no_comment_of_another_group_is_refused(workshop: Path) -> None:
    """No words, the group's own point, a private point: nothing is recorded."""
    opened = Workshop(workshop)
    one = point(opened)
    before = len(opened.fold.revisions)
    with pytest.raises(Refused, match="needs words"):
        comment(opened, " \x1b[0m ")
    with pytest.raises(Refused, match="Group 1 said itself"):
        comment(opened, "Yes", group="g1")
    assert len(opened.fold.revisions) == before
    Feedback(opened, opened.session()).mark(one, "private", {"reason": "a promise"})
    with pytest.raises(Refused, match="is private"):
        comment(opened, "Yes")


def test_a_comment_is_deleted_by_its_number_and_undone(workshop: Path) -> None:
    """History keeps it, in words; a number that is not there deletes nothing."""
    opened = Workshop(workshop)
    comment(opened, "First")
    slot = f"comment/{opened.session().id}/{comment(opened, 'Second', group='plenary')}"
    with pytest.raises(Refused, match="has 2 comments"):
        delete_comment(opened, opened.session(), point(opened), 3)
    assert delete_comment(opened, opened.session(), point(opened), 2).text == "Second"
    assert texts(opened) == ["First"]
    said = [(event.what, event.content) for event in history(opened, slot=slot)]
    name = "comment of Plenary on Group 1, Q1, point 01"
    assert said == [(name, "Second"), (name, "deleted")]
    undo(opened, steps(opened)[:1])
    assert texts(opened) == ["First", "Second"]


def test_history_finds_comments_by_the_code_and_by_the_group(workshop: Path) -> None:
    """The code of the point that they are about; the group is the one that made them."""
    opened = Workshop(workshop)
    comment(opened, "With us, too")
    assert "With us, too" in [event.content for event in history(opened, slot="g1-q1-01")]
    assert "With us, too" in [event.content for event in history(opened, group="g3")]
    assert "With us, too" not in [event.content for event in history(opened, group="g1")]


def test_comments_made_apart_are_all_kept(workshop: Path) -> None:
    """Two laptops, one point: after a merge both stand there, in an order that is the same everywhere."""
    other = shutil.copytree(workshop, workshop.with_name("other"))
    here, there = Workshop(workshop), Workshop(other)
    comment(here, "Here")
    comment(there, "There")
    take_in(here, other)
    take_in(there, workshop)
    assert sorted(texts(Workshop(workshop))) == ["Here", "There"]
    assert texts(Workshop(workshop)) == texts(Workshop(other))


def test_a_copy_for_a_group_has_its_own_comments_only(workshop: Path) -> None:
    """What others said stays at home; merged back, all of it is there."""
    opened = Workshop(workshop)
    comment(opened, "Of group three")
    comment(opened, "Of group two", group="g2")
    for group, wanted in (("g3", b"Of group three"), ("g2", b"Of group two")):
        folder = workshop.with_name(f"for-{group}")
        hand_out(opened, opened.session(), group, folder)
        held = b"".join(path.read_bytes() for path in sorted((folder / "log").iterdir()))
        assert wanted in held
        assert held.count(b"Of group") == 1
        take_in(opened, folder)
    assert texts(Workshop(workshop)) == ["Of group three", "Of group two"]


def test_a_person_named_in_a_comment_is_found(workshop: Path) -> None:
    """So that somebody decides when the person asks to be forgotten."""
    opened = Workshop(workshop)
    person = participants(opened)[0]
    assert traces(opened, person).beside == ()
    comment(opened, f"As {person.name.upper()} said")
    assert traces(opened, person).beside == ("comment of Group 3 on Group 1, Q1, point 01",)


def test_a_comment_that_was_never_there_has_a_name(workshop: Path) -> None:
    """Its content may be on another laptop."""
    opened = Workshop(workshop)
    assert Wording(opened).slot(f"comment/{opened.session().id}/x7q2") == "comment"
