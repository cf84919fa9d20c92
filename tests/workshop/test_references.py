"""Content that points at something that is not there is found, with the line it stands in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import must

from vaexercise.record.check import Places
from vaexercise.workshop.log.references import broken_references
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from vaexercise.record.revision import Body

DECIDED = Path(__file__).parents[1] / "data" / "synthesis" / "decided.csv"
POINT = {
    "code": "G1-Q1-77",
    "group": "g1",
    "question": "q-challenges",
    "place": 1,
    "values": {"text": "No"},
    "via": "x",
}
THEME = {"question": "q-challenges", "title": "Money", "place": 1}
ITEMS = [{"id": "none", "title": "Money"}]
VOTE = {"question": "q-challenges", "items": ITEMS, "place": 1, "title": "?", "method": "dots", "state": "open"}
BALLOT = {"number": 1, "group": "", "choices": {"none": 1}}
ACTION = {"code": "PL-A-01", "status": "open", "values": {"what": "Pay"}}
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
    (
        "comment/va-monitoring/x",
        {"about": "none", "group": "g1", "text": "So"},
        "a comment is on a point that is not in",
    ),
    ("comment/va-monitoring/x", {"about": "none", "group": "moon", "text": "So"}, "a comment is of the group moon"),
    ("vote/va-monitoring/v", {**VOTE, "question": "q-none"}, "a vote is on the question q-none, which"),
    ("vote/va-monitoring/v", VOTE, "a vote is on 1 theme not in the log"),
    ("ballot/va-monitoring/none/b", BALLOT, "a ballot was cast in a vote that is not in the log"),
    ("ballot/va-monitoring/none/b", {**BALLOT, "group": "moon"}, "a ballot is of the group moon, which is none"),
    ("action/va-monitoring/none", {"status": "done"}, "how far an action is that is not in the log"),
    ("action/va-monitoring/x", {**ACTION, "under": "none"}, "an action stands under one that is not in the log"),
    ("action/va-monitoring/x", {**ACTION, "source": "G9-Q1-01"}, "an action comes from G9-Q1-01, which is not in"),
    ("theme/va-monitoring/t", {**THEME, "into": "none"}, "a theme was merged into one that is not in the log"),
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


def test_an_item_that_its_vote_never_had_is_found_on_a_ballot(workshop_with_groups: Path) -> None:
    """One that the vote had when the ballot was cast, and has no more since it was opened again, is none."""
    opened = Workshop(workshop_with_groups)
    there, vote = {**VOTE, "question": "", "items": [{"id": "a", "title": "A"}]}, "vote/va-monitoring/v"
    opened.record([(vote, there)])
    opened.record([(vote, {**there, "items": [{"id": "b", "title": "B"}]})])
    for key in ("a", "b", "c"):
        opened.record([(f"ballot/va-monitoring/v/{key}", {**BALLOT, "choices": {key: 1}})])
    [found] = broken_references(opened, Places(opened.log))
    assert found.reason == "a ballot is for 1 item that its vote does not have"


def test_a_whole_day_points_nowhere(workshop: Path) -> None:
    """Everything that the program itself recorded holds together, also after a person was forgotten."""
    here = ("--workshop", workshop)
    must("plenary", "themes", "apply", DECIDED, *here)
    must("plenary", "themes", "merge", "1", "2", "--question", "Q1", *here)
    must("plenary", "comment", "G1-Q1-01", "So", "--group", "plenary", *here)
    must("plenary", "vote", "open", "--question", "Q4", "--anyway", *here)
    must("plenary", "vote", "enter", *here, typed="1 2\n\n\n")
    must("plenary", "vote", "tally", "1=3", "--voters", "3", *here)
    must("plenary", "actions", "add", "Pay", "--source", "G1-Q1-02", *here)
    must("plenary", "actions", "add", "Meet", "--source", "plenary", *here)
    must("plenary", "actions", "join", "PL-A-01", "G1-Q5-01", *here)
    must("feedback", "withdraw", "G1-Q1-02", "--yes", *here)
    must("groups", "move", "Nadia Kerimova", "2", "--workshop", workshop)
    must("participants", "forget", "Nadia Kerimova", "--yes", "--workshop", workshop)
    opened = Workshop(workshop)
    assert broken_references(opened, Places(opened.log)) == []
