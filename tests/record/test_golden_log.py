"""A log of version 1, which every later version reads to the same content."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from simulated_disk import SimulatedDisk

from vaexercise.record import revision
from vaexercise.record.check import Places, faults
from vaexercise.record.disk import RealDisk
from vaexercise.record.reading import Damage, Log

GOLDEN = Path(__file__).parents[1] / "data" / "logs" / "v1"
FOLDER = Path("log")
FILES = {path.name: path.read_bytes() for path in sorted(GOLDEN.glob("*.jsonl"))}


def log_with(name: str = "", data: bytes = b"") -> Log:
    """The golden log, with other bytes in one of its files."""
    disk = SimulatedDisk(0)
    for file, content in FILES.items():
        disk.put(FOLDER / file, data if file == name else content)
    log = Log(FOLDER, disk)
    log.refresh()
    return log


def wrong(log: Log) -> list[Damage]:
    return faults(log, Places(log))


def shown(log: Log) -> dict[str, Any]:
    """The fold as fold.json has it."""
    fold = log.fold
    slots = {one.slot for one in fold.revisions.values()}
    return {
        "lines": len(fold.revisions),
        "erased": sorted(fold.erased),
        "conflicts": sorted(fold.conflicts()),
        "slots": {
            slot: [
                {
                    "id": head.id,
                    "at": head.at,
                    "body": head.body,
                    "erased": head.erased,
                    "history": [one.id for one in fold.history(slot)],
                }
                for head in fold.heads(slot)
            ]
            for slot in slots
        },
    }


def test_the_golden_log_has_the_content_it_had() -> None:
    """Every slot, version, history, conflict and erasure is as it was read when the log was made; nothing is wrong."""
    log = Log(GOLDEN, RealDisk())
    log.refresh()
    assert shown(log) == json.loads((GOLDEN / "fold.json").read_text(encoding="utf-8"))
    assert wrong(log) == []


def test_the_golden_log_has_everything() -> None:
    """Slots of every kind, a conflict, an erasure, a deletion, an undo; otherwise it would prove little."""
    fold = log_with().fold
    kinds = {one.slot.partition("/")[0] for one in fold.revisions.values()}
    described = "participant sensitive draw placing point star answer state definition sitting undo erasure"
    assert kinds == set(described.split())
    assert fold.conflicts()
    assert fold.erased
    assert any(not head.body for slot in shown(log_with())["slots"] for head in fold.heads(slot) if not head.erased)


def test_a_line_of_a_newer_version_is_kept_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """It verifies, has its content in its slot, and is told apart by its number."""
    monkeypatch.setattr(revision, "VERSION", 2)
    place = revision.Place(sitting="abc", n=1, step=1, prev="", at="2032-05-22T14:20:05+02:00")
    made, line = revision.write("hologram/x", {"light": 1}, (), place, "5" * 32)
    monkeypatch.undo()
    name = next(iter(FILES))
    log = log_with(name, FILES[name] + line)
    assert log.newer == 1
    assert log.fold.heads("hologram/x") == (made,)
    assert wrong(log) == []


@pytest.mark.slow
def test_every_prefix_loads() -> None:
    """Each file cut at every length: no error, all finished lines are there, and an unfinished one is named."""
    all_lines = {line: revision.read(line).id for data in FILES.values() for line in data.split(b"\n")[:-1]}
    for name, data in FILES.items():
        others = {all_lines[line] for file, more in FILES.items() if file != name for line in more.split(b"\n")[:-1]}
        for length in range(len(data)):
            *lines, rest = data[:length].split(b"\n")
            log = log_with(name, data[:length])
            assert set(log.fold.revisions) == others | {all_lines[line] for line in lines}
            named = [(one.file, one.line) for one in wrong(log) if "unfinished" in one.reason]
            assert named == ([(name, len(lines) + 1)] if rest else [])


@pytest.mark.slow
def test_every_flipped_byte_is_reported_with_file_and_line() -> None:
    """Each byte of each file changed: the check names the file and the line."""
    for name, data in FILES.items():
        for place in range(len(data)):
            line = data.count(b"\n", 0, place) + 1
            changed = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
            assert (name, line) in {(one.file, one.line) for one in wrong(log_with(name, changed))}, (name, place)


@pytest.mark.slow
def test_every_flipped_bit_of_every_line_is_found() -> None:
    """Whatever bit of a line is changed, the line is refused."""
    for data in FILES.values():
        for line in data.split(b"\n")[:-1]:
            for place in range(8 * len(line)):
                changed = bytearray(line)
                changed[place // 8] ^= 1 << place % 8
                with pytest.raises(revision.Damaged):
                    revision.read(bytes(changed))
