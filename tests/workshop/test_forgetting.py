"""What the workshop holds about a person is found, and erased for good."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest
from conftest import must

from vaexercise.errors import NotSaved
from vaexercise.record.disk import RealDisk
from vaexercise.workshop.people.forgetting import forget, traces
from vaexercise.workshop.people.participants import find_person, participants
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

NAME = "Nadia Kerimova"


def person_of(opened: Workshop, name: str = NAME) -> str:
    return find_person(participants(opened), name).id


def found(opened: Workshop) -> tuple[set[str], set[str], set[str]]:
    """Slots by their kind, codes of mentions, files."""
    one = traces(opened, find_person(participants(opened), NAME))
    slots = {slot.partition("/")[0] for slot in one.slots}
    return slots, {mention.code for mention in one.mentions}, set(one.files)


def test_mentions_in_points_and_answers_of_all_versions_are_found(workshop_with_groups: Path) -> None:
    """In any letters; in lists too; and of a conflict in every version."""
    opened = Workshop(workshop_with_groups)
    point = {"code": "G1-Q1-01", "group": "g1", "question": "q-challenges", "place": 1, "via": "x"}
    opened.record([("point/va-monitoring/a", {**point, "values": {"text": f"as {NAME.upper()} said"}})])
    opened.record([("answer/va-monitoring/g2/q-actors", {"values": {"notes": ["nobody", f"ask {NAME}"]}})])
    _, codes, files = found(opened)
    assert "G1-Q1-01" in codes
    assert any(code.startswith("G2-") for code in codes)
    assert files == set()


def test_files_beside_the_log_are_named_and_unreadable_ones_are_no_error(
    workshop_with_groups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list that somebody put there; what cannot be read is passed over."""
    (workshop_with_groups / "list.csv").write_text(NAME)
    opened = Workshop(workshop_with_groups)
    assert found(opened)[2] == {"list.csv"}

    def fail(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(type(workshop_with_groups), "read_bytes", fail)
    assert found(opened)[2] == set()


def test_who_typed_is_a_trace(workshop_with_groups: Path) -> None:
    """The sittings under the person's name, in any letters, and those under others' names not."""
    command = ("feedback", "enter", "--group", "1", "--workshop", workshop_with_groups)
    for by in (NAME.lower(), "Somebody Else"):
        must(*command, "--by", by, typed="Words\n:quit\n")
    opened = Workshop(workshop_with_groups)
    assert {"participant", "sitting"} <= found(opened)[0]
    one = traces(opened, find_person(participants(opened), NAME))
    assert sum(slot.startswith("sitting/") for slot in one.slots) == 1


def test_an_erasure_that_stops_half_way_is_finished_by_any_command(
    workshop_with_groups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says that it is recorded and not yet carried out; opening the workshop again carries it out."""
    opened = Workshop(workshop_with_groups)
    one = traces(opened, find_person(participants(opened), NAME))

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(RealDisk, "rename", fail)
        with pytest.raises(NotSaved, match=r"not yet carried out.*Input/output error"):
            forget(opened, one)
    held = [path for path in (workshop_with_groups / "log").iterdir() if NAME.encode() in path.read_bytes()]
    assert held
    Workshop(workshop_with_groups)
    assert [path for path in held if NAME.encode() in path.read_bytes()] == []


def test_a_torn_line_about_a_person_goes_too(workshop_with_groups: Path) -> None:
    """Power failed while their attributes were being written: what is left of the line after its slot is erased."""
    opened = Workshop(workshop_with_groups)
    slot = f"participant/{person_of(opened)}"
    opened.record([(slot, {"name": NAME, "attributes": {"state": "Secret-Land"}})])
    opened.sitting.close()
    path = workshop_with_groups / "log" / f"{opened.sitting.id}.jsonl"
    path.write_bytes(path.read_bytes()[:-5])
    again = Workshop(workshop_with_groups)
    forget(again, traces(again, find_person(participants(again), NAME)))
    assert b"Secret-Land" not in path.read_bytes()
    assert slot.encode() in path.read_bytes()
