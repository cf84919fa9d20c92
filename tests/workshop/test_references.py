"""Content that points at something that is not there is found, with the line it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import must

from vaexercise.record.check import Places
from vaexercise.workshop.log.references import broken_references
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.record.revision import Body

POINT = {
    "code": "G1-Q1-77",
    "group": "g1",
    "question": "q-challenges",
    "place": 1,
    "values": {"text": "No"},
    "via": "x",
}
BROKEN: list[tuple[str, Body, str]] = [
    ("point/va-monitoring/x", {**POINT, "question": "q-none"}, "a point answers the question q-none"),
    ("point/va-monitoring/x", {**POINT, "group": "moon"}, "a point is of the group moon"),
    ("answer/va-monitoring/g1/q-none", {"values": {}}, "an answer is for the question q-none"),
    ("state/va-monitoring/g1/q-none", {"state": "skipped"}, "an answer is for the question q-none"),
    ("star/va-monitoring/none", {"star": True}, "a headline is on a point that is not in the log"),
    ("private/va-monitoring/none", {"reason": "names"}, "a privacy mark is on a point that is not in the log"),
    ("agree/va-monitoring/none", {"agreement": "divided"}, "an agreement is on a point that is not in the log"),
    ("gloss/va-monitoring/none", {"text": "Late"}, "a translation is on a point that is not in the log"),
    ("park/va-monitoring/none", {"reason": "later"}, "a parking mark is on a point that is not in the log"),
    ("confirm/va-monitoring/none", {"by": "Amara", "of": []}, "a comparison with paper is on a point that is not in"),
    ("gloss/va-monitoring/g1/q-none", {"text": "Late"}, "a translation is on the question q-none, which"),
    ("order/va-monitoring/g1/q-challenges", {"points": ["none"]}, "an order names 1 point not in the log"),
    ("sign-off/va-monitoring/g1", {"signed": True, "lines": 2}, "Group 1 confirmed 2 lines; 2 are not in the log any"),
    ("placing/va-monitoring/1/none", {"draw": "f" * 64, "group": "g1"}, "placed who is not on the list"),
    ("placing/va-monitoring/1/P01", {"draw": "f" * 64, "group": "g1"}, "placed on the draw ffffffffffff…"),
    (
        "draw/va-monitoring/2",
        {"seed": 1, "groups": [["P01"], ["none"]]},
        "the draw seats none, who are",
    ),
]


@pytest.mark.parametrize(("slot", "body", "said"), BROKEN, ids=[said for _, _, said in BROKEN])
def test_each_kind_of_broken_reference_is_found(slot: str, body: Body, said: str, workshop_with_groups: Path) -> None:
    """Said in words, at the file and line where it was written."""
    opened = Workshop(workshop_with_groups)
    opened.record([("note/nothing", {"n": 1}), (slot, body)])
    found = broken_references(opened, Places(opened.log))
    assert [(one.file, one.line) for one in found if said in one.reason] == [(f"{opened.sitting.id}.jsonl", 3)]


def test_a_whole_day_points_nowhere(workshop: Path) -> None:
    """Everything that the program itself recorded holds together, also after a person was forgotten."""
    must("groups", "move", "Nadia Kerimova", "2", "--workshop", workshop)
    must("participants", "forget", "Nadia Kerimova", "--yes", "--workshop", workshop)
    opened = Workshop(workshop)
    assert broken_references(opened, Places(opened.log)) == []
