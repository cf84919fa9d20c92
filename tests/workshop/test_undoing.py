"""Steps are taken back one by one, by new revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vaexercise.errors import Refused
from vaexercise.workshop.log.undoing import steps, undo
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.record.revision import Body

LATER = "2999-05-22T14:20:05+02:00"


def opened(folder: Path, at: str = LATER) -> Workshop:
    return Workshop(folder, clock=lambda: at)


def content(folder: Path) -> dict[str, Body]:
    return dict(opened(folder).fold.slots("note/"))


def test_a_step_is_what_was_saved_as_one(workshop_with_groups: Path) -> None:
    """Several slots that were written together go together, back to what each held before."""
    one = opened(workshop_with_groups)
    one.record([("note/a", {"n": 1})])
    one.record([("note/a", {"n": 2}), ("note/b", {"n": 2})])
    [last, first] = steps(one, one.sitting.id)
    assert [revision.slot for revision in last.revisions] == ["note/a", "note/b"]
    assert first.number < last.number
    undo(one, [last])
    assert content(workshop_with_groups) == {"note/a": {"n": 1}}
    undo(one, steps(one, one.sitting.id)[:1])
    assert content(workshop_with_groups) == {}


def test_a_slot_written_twice_in_one_step_goes_back_to_before_both(workshop_with_groups: Path) -> None:
    """To what it held before the first of them."""
    one = opened(workshop_with_groups)
    one.record([("note/a", {"n": 1}), ("note/a", {"n": 2})])
    undo(one, steps(one, one.sitting.id)[:1])
    assert content(workshop_with_groups) == {}


def test_what_another_sitting_changed_since_is_refused(workshop_with_groups: Path) -> None:
    """Nothing is undone; after theirs is, ours can be."""
    one = opened(workshop_with_groups)
    one.record([("note/a", {"n": 1}), ("note/b", {"n": 1})])
    other = opened(workshop_with_groups)
    other.record([("note/b", {"n": 2})])
    one.log.refresh()
    with pytest.raises(Refused, match="changed since"):
        undo(one, steps(one, one.sitting.id))
    assert content(workshop_with_groups) == {"note/a": {"n": 1}, "note/b": {"n": 2}}
    undo(other, steps(other, other.sitting.id))
    one.log.refresh()
    undo(one, steps(one, one.sitting.id))
    assert content(workshop_with_groups) == {}


def test_the_order_of_a_sitting_is_that_of_its_lines(workshop_with_groups: Path) -> None:
    """A clock that was set back during a sitting changes nothing."""
    times = iter(["2999-01-02", "2999-01-02", "2999-01-01", "2999-01-01"])
    one = Workshop(workshop_with_groups, clock=lambda: next(times))
    one.record([("note/a", {"n": 1})])
    one.record([("note/b", {"n": 2})])
    assert [step.revisions[0].slot for step in steps(one, one.sitting.id)] == ["note/b", "note/a"]


def test_an_empty_workshop_has_nothing_to_undo(workshop_with_groups: Path) -> None:
    """No step of a sitting that nobody knows."""
    assert steps(opened(workshop_with_groups), "nobody") == []
