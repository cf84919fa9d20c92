"""A sitting writes one file, and says "saved" only when it is."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from vaexercise.errors import NotSaved
from vaexercise.record.check import Places, faults
from vaexercise.record.disk import RealDisk
from vaexercise.record.reading import Damage, Log
from vaexercise.record.sitting import Sitting

if TYPE_CHECKING:
    from pathlib import Path


class Faulty(RealDisk):
    """Fails the call of that number, counted over all calls that touch the medium; writes half before."""

    def __init__(self, fail_at: int) -> None:
        self.calls, self.fail_at = 0, fail_at

    def _maybe(self) -> None:
        self.calls += 1
        if self.calls == self.fail_at:
            raise OSError(errno.ENOSPC, "No space left on device")

    def create(self, path: Path) -> int:
        self._maybe()
        return super().create(path)

    def append(self, file: int, data: bytes) -> None:
        self.calls += 1
        if self.calls == self.fail_at:
            super().append(file, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")
        super().append(file, data)

    def sync(self, file: int) -> None:
        self._maybe()
        super().sync(file)


def sitting(folder: Path, disk: RealDisk | None = None) -> tuple[Log, Sitting]:
    log = Log(folder, disk or RealDisk())
    return log, Sitting(log, lambda: "2012-05-22T14:20:05+02:00", {"by": "Amara"})


def wrong(log: Log) -> list[Damage]:
    return faults(log, Places(log))


def test_what_was_recorded_is_read_by_another(tmp_path: Path) -> None:
    """A second reader sees each slot's content and who sat, and finds nothing wrong."""
    _, one = sitting(tmp_path)
    one.record([("point/s/a", {"text": "first"})])
    one.record([("point/s/a", {"text": "second"}), ("point/s/b", {"text": "other"})])
    log = Log(tmp_path, RealDisk())
    log.refresh()
    assert dict(log.fold.slots("point/")) == {"point/s/a": {"text": "second"}, "point/s/b": {"text": "other"}}
    assert log.fold.body(f"sitting/{one.id}") == {"by": "Amara"}
    assert wrong(log) == []
    assert [path.name for path in tmp_path.iterdir()] == [f"{one.id}.jsonl"]


def test_the_same_slot_twice_in_one_write_is_a_chain_not_a_conflict(tmp_path: Path) -> None:
    """The later of two bodies for a slot replaces the earlier."""
    log, one = sitting(tmp_path)
    one.record([("a/b", {"n": 1}), ("a/b", {"n": 2})])
    assert log.fold.conflicts() == {}
    assert log.fold.body("a/b") == {"n": 2}


def test_every_failing_call_is_reported_and_loses_nothing(tmp_path: Path) -> None:
    """Whichever call fails, half written or not: the error is said, the rest is there, and the sitting goes on."""
    for fail_at in range(1, 12):
        folder = tmp_path / str(fail_at)
        folder.mkdir()
        log, one = sitting(folder, Faulty(fail_at))
        saved, refused = [], 0
        for n in range(6):
            try:
                one.record([(f"a/{n}", {"n": n})])
                saved.append(f"a/{n}")
            except NotSaved:
                refused += 1
        again = Log(folder, RealDisk())
        again.refresh()
        assert refused == 1
        assert set(saved) <= {slot for slot, _ in again.fold.slots("a/")}
        assert again.damage == []
        assert log.fold.conflicts() == {}


def test_nothing_is_made_before_the_first_write(tmp_path: Path) -> None:
    """A sitting that only looks leaves no file."""
    _, one = sitting(tmp_path)
    one.close()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_refuses_is_said_in_a_sentence(tmp_path: Path) -> None:
    """The error says that nothing was saved, and the system's reason."""
    _, one = sitting(tmp_path / "gone")
    with pytest.raises(NotSaved, match=r"NOT SAVED.*No such file"):
        one.record([("a/b", {})])
