"""What was changed apart is shown in words and settled by a person."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from vaexercise.errors import Refused, Unknown
from vaexercise.workshop.copies.merging import take_in
from vaexercise.workshop.log.conflicts import conflicts, settle
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.record.revision import Body

HERE: dict[str, Body] = {
    "participant/P01": {"name": "Arman One", "attributes": {"state": "Vardania"}},
    "state/va-monitoring/g1/q-challenges": {"state": "skipped"},
    "answer/va-monitoring/g2/q-actors": {"values": {"note": "one"}},
}
THERE: dict[str, Body] = {
    "participant/P01": {"name": "Arman Two", "attributes": {"state": "Vardania"}},
    "state/va-monitoring/g1/q-challenges": {},
    "answer/va-monitoring/g2/q-actors": {"values": {"note": ["two", "three"]}},
}


@pytest.fixture
def merged(workshop_with_groups: Path) -> Workshop:
    """A workshop that took in another copy, in which three things were changed too."""
    other = Workshop(shutil.copytree(workshop_with_groups, workshop_with_groups.with_name("other")))
    here = Workshop(workshop_with_groups)
    here.record([("state/va-monitoring/g1/q-challenges", {"state": "nothing"})])
    take_in(other, workshop_with_groups)
    here.record(HERE.items())
    other.record(THERE.items())
    take_in(here, other.folder)
    return here


def test_each_is_named_in_words(merged: Workshop) -> None:
    """People by name, questions by group; every version says what it holds, also that it was deleted."""
    found = {conflict.slot: conflict for conflict in conflicts(merged)}
    assert found.keys() == HERE.keys()
    assert found["state/va-monitoring/g1/q-challenges"].name == "Group 1, Q1"
    assert sorted(found["state/va-monitoring/g1/q-challenges"].versions) == ["deleted", "skipped"]
    assert sorted(found["answer/va-monitoring/g2/q-actors"].versions) == ["note: one", "note: two, three"]
    assert "Arman" in found["participant/P01"].name


@pytest.mark.parametrize("slot", HERE)
@pytest.mark.parametrize("keep", [1, 2])
def test_the_version_that_is_kept_is_the_content(slot: str, keep: int, merged: Workshop) -> None:
    """Also a deletion; the other conflicts stay, and settling is a step in history."""
    [conflict] = [one for one in conflicts(merged) if one.slot == slot]
    kept = conflict.heads[keep - 1]
    settle(merged, slot, keep)
    again = Workshop(merged.folder)
    assert again.fold.body(slot) == kept.body
    assert {one.slot for one in conflicts(again)} == HERE.keys() - {slot}
    assert set(again.fold.history(slot)[-1].parents) == {head.id for head in conflict.heads}


def test_an_unknown_name_or_number_settles_nothing(merged: Workshop) -> None:
    """The unsettled ones are named, or the numbers that there are."""
    with pytest.raises(Unknown, match="participant/P01"):
        settle(merged, "participant/P02", 1)
    with pytest.raises(Refused, match="--keep 1 to 2"):
        settle(merged, "participant/P01", 3)
    assert len(conflicts(merged)) == 3
