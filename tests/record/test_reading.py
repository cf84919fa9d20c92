"""Reading a log: verified, damage reported, all that is whole taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.record.check import Places, faults
from vaexercise.record.disk import RealDisk
from vaexercise.record.reading import Damage, Log
from vaexercise.record.sitting import Sitting

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, *bodies: str) -> Path:
    log = Log(folder, RealDisk())
    one = Sitting(log, lambda: "2012-05-22T14:20:05+02:00", {"by": "Amara"})
    for n, body in enumerate(bodies):
        one.record([(f"a/{body}", {"n": n})])
    return folder / f"{one.id}.jsonl"


def read(folder: Path) -> Log:
    log = Log(folder, RealDisk())
    log.refresh()
    return log


def slots(log: Log) -> set[str]:
    return {slot for slot, _ in log.fold.slots("a/")}


def wrong(log: Log) -> list[Damage]:
    return faults(log, Places(log))


def test_a_torn_last_line_is_left_and_named(tmp_path: Path) -> None:
    """At every length, a file cut in its last line gives all lines before it and no damage."""
    path = write(tmp_path, "x", "y")
    whole = path.read_bytes()
    last = whole.rindex(b"\n", 0, -1) + 1
    for length in range(last + 1, len(whole)):
        path.write_bytes(whole[:length])
        log = read(tmp_path)
        assert slots(log) == {"a/x"}
        assert log.damage == []
        assert log.unfinished == {path.name: length - last}
        assert [(fault.file, fault.line) for fault in wrong(log)] == [(path.name, 3)]


def test_a_damaged_line_is_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    """A hole of zeros in the middle costs its line only; check also says where the chain is broken."""
    path = write(tmp_path, "x", "y", "z")
    lines = path.read_bytes().split(b"\n")
    lines[2] = bytes(len(lines[2]))
    path.write_bytes(b"\n".join(lines))
    log = read(tmp_path)
    assert slots(log) == {"a/x", "a/z"}
    assert [(d.file, d.line) for d in log.damage] == [(path.name, 3)]
    assert [fault.line for fault in wrong(log)] == [3, 4]


def test_a_later_refresh_reads_what_was_added(tmp_path: Path) -> None:
    """What another process wrote since is there, and the line it had half written then, too."""
    path = write(tmp_path, "x", "y")
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    log = read(tmp_path)
    assert slots(log) == {"a/x"}
    with path.open("ab") as file:
        file.write(whole[-20:])
    write(tmp_path, "z")
    log.refresh()
    assert slots(log) == {"a/x", "a/y", "a/z"}
    assert log.unfinished == {}


def test_a_replaced_file_is_read_again(tmp_path: Path) -> None:
    """When a file was exchanged for another, or is gone, nothing of the old one stays in memory."""
    path = write(tmp_path, "x", "y")
    log = read(tmp_path)
    other = tmp_path / "new"
    other.mkdir()
    write(other, "z").replace(path)
    log.refresh()
    assert slots(log) == {"a/z"}
    path.unlink()
    log.refresh()
    assert slots(log) == set()


def test_missing_lines_are_found_by_check(tmp_path: Path) -> None:
    """A line taken out, or the first lines taken off, breaks the chain and is said."""
    path = write(tmp_path, "x", "y", "z")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + lines[1] + lines[3])
    assert ["does not follow" in fault.reason for fault in wrong(read(tmp_path))] == [True]
    path.write_bytes(b"".join(lines[2:]))
    assert ["are missing" in fault.reason for fault in wrong(read(tmp_path))] == [True]


def test_a_missing_parent_is_found_by_check(tmp_path: Path) -> None:
    """A revision whose predecessor's file was lost says so."""
    first = write(tmp_path, "x")
    log = read(tmp_path)
    Sitting(log, lambda: "", {}).record([("a/x", {"n": 9})])
    first.unlink()
    assert ["not in the log" in fault.reason for fault in wrong(read(tmp_path))] == [True]
