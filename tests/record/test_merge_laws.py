"""Putting logs together: a union of lines, whatever the order, however often."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from histories import LOG, SLOTS, content
from hypothesis import given, settings
from hypothesis import strategies as st
from simulated_disk import SimulatedDisk

from vaexercise.record.check import Places, faults
from vaexercise.record.copying import snapshot
from vaexercise.record.disk import RealDisk
from vaexercise.record.erasing import finish_erasing
from vaexercise.record.merging import merge
from vaexercise.record.reading import Log
from vaexercise.record.sitting import Sitting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Files = dict[str, bytes]


def opened(*copies: Files) -> Log:
    """A log after these copies were merged into it, one after the other."""
    log = Log(LOG, SimulatedDisk(0))
    for files in copies:
        merge(log, files)
    return log


def files_of(log: Log) -> Files:
    return snapshot(log.disk, LOG)


def wrote(log: Log, *entries: tuple[str, str]) -> Log:
    """The log after one more sitting; a slot `erasure/…` erases the slot that stands in the place of words."""
    one = Sitting(log, lambda: "", {})
    for slot, words in entries:
        one.record([(slot, {"slots": [words]} if slot.startswith("erasure/") else {"text": words} if words else {})])
    one.close()
    finish_erasing(log)
    return log


@st.composite
def copies(draw: st.DrawFn) -> list[Files]:
    """Three copies of one workshop that went on apart, and met at times."""
    here = [opened() for _ in range(3)]
    entries = st.tuples(st.sampled_from(SLOTS), st.sampled_from(["", "one", "two"]))
    erasures = st.tuples(st.integers(0, 9).map(lambda n: f"erasure/{n}"), st.sampled_from(SLOTS))
    for who, other, written in draw(
        st.lists(
            st.tuples(st.integers(0, 2), st.integers(0, 2), st.lists(entries | entries | erasures, max_size=3)),
            max_size=6,
        )
    ):
        wrote(here[who], *written)
        if other != who:
            merge(here[who], files_of(here[other]))
    return [files_of(log) for log in here]


def lines(log: Log) -> set[bytes]:
    return {line for data in files_of(log).values() for line in data.splitlines()}


@settings(deadline=None, max_examples=60)
@given(copies(), st.permutations([0, 1, 2]))
def test_the_order_plays_no_part(three: list[Files], order: Sequence[int]) -> None:
    """Merged in any order, the lines are the same, byte for byte, and so is what they add up to."""
    one, other = opened(*three), opened(*(three[n] for n in order))
    assert lines(one) == lines(other)
    assert content(one.fold) == content(other.fold)


@settings(deadline=None, max_examples=60)
@given(copies())
def test_how_they_are_paired_plays_no_part(three: list[Files]) -> None:
    """First with second, then third; or first with what second and third make together."""
    a, b, c = three
    left = opened(files_of(opened(a, b)), c)
    right = opened(a, files_of(opened(b, c)))
    assert lines(left) == lines(right)
    assert content(left.fold) == content(right.fold)


@settings(deadline=None, max_examples=60)
@given(copies())
def test_repeating_changes_nothing(three: list[Files]) -> None:
    """A copy taken in again adds no line and no file, and neither does one's own."""
    log = opened(*three)
    before = files_of(log)
    for files in (*three, before):
        assert merge(log, files).added == ()
        assert files_of(log) == before


@settings(deadline=None, max_examples=60)
@given(copies())
def test_the_union_is_all_and_nothing_else(three: list[Files]) -> None:
    """What is there afterwards was in one of the copies; erased bodies apart, everything that was is there."""
    log = opened(*three)
    parts = [opened(files).fold for files in three]
    assert set(log.fold.revisions) == {key for part in parts for key in part.revisions}
    assert log.fold.erased == {slot for part in parts for slot in part.erased}
    assert faults(log, Places(log)) == []


def test_a_file_that_goes_on_makes_ours_longer() -> None:
    """Theirs is ours and more: the lines go to the end of our file, and no other file is made."""
    origin = wrote(opened(), ("point/s/a", "one"), ("point/s/b", "two"))
    [(name, whole)] = files_of(origin).items()
    log = opened({name: whole[: whole.index(b"\n") + 1]})
    merge(log, files_of(origin))
    assert files_of(log) == {name: whole}


def test_a_torn_line_of_ours_gives_way_to_the_whole_one() -> None:
    """A copy that stopped in the middle of a line goes on with that line, once."""
    [(name, whole)] = files_of(wrote(opened(), ("point/s/a", "one"), ("point/s/b", "two"))).items()
    for length in range(len(whole)):
        log = Log(LOG, SimulatedDisk(0))
        log.disk.put(LOG / name, whole[:length])  # type: ignore[attr-defined]
        merge(log, {name: whole})
        assert files_of(log) == {name: whole}


def test_lines_that_diverge_go_into_a_file_of_their_own() -> None:
    """A sitting whose file differs in the middle: ours stays as it is, theirs stands beside it, named after it."""
    [(name, whole)] = files_of(wrote(opened(), ("point/s/a", "one"), ("point/s/b", "two"))).items()
    first, second, third = whole.splitlines(keepends=True)
    log = opened({name: first + third})
    merge(log, {name: whole})
    [apart] = set(files_of(log)) - {name}
    assert files_of(log) == {name: first + third, apart: second}
    assert apart.startswith(f"{name.removesuffix('.jsonl')}~")
    assert faults(log, Places(log)) == []


@pytest.mark.parametrize("name", ["../../x.jsonl", ".hidden.jsonl", "A b.jsonl", "con~.jsonl", "-.jsonl"])
def test_a_file_name_that_is_none_of_ours_is_not_used(name: str) -> None:
    """The lines come in, under a name of our making."""
    [whole] = files_of(wrote(opened(), ("point/s/a", "one"))).values()
    log = opened({name: whole})
    [made] = files_of(log)
    assert made.startswith("other~")
    assert log.fold.body("point/s/a") == {"text": "one"}


def test_damage_there_is_reported_and_the_rest_taken() -> None:
    """By their file and line; a damaged line never comes in."""
    [(name, whole)] = files_of(wrote(opened(), ("point/s/a", "one"), ("point/s/b", "two"))).items()
    log = opened()
    merged = merge(log, {name: whole.replace(b'"one"', b'"won"')})
    assert [(one.file, one.line) for one in merged.damage] == [(name, 2)]
    assert log.damage == []
    assert set(dict(log.fold.slots("point/"))) == {"point/s/b"}


def test_a_file_that_is_being_written_here_is_left_alone(tmp_path: Path) -> None:
    """Their copy of a live sitting's file, although longer, stands beside it; the sitting goes on in its own."""
    log = Log(tmp_path, RealDisk())
    live = Sitting(log, lambda: "", {})
    live.record([("point/s/a", {"text": "one"})])
    ours = (tmp_path / f"{live.id}.jsonl").read_bytes()
    longer = wrote(opened(), ("point/s/b", "two"))
    [more] = files_of(longer).values()
    merge(Log(tmp_path, RealDisk()), {f"{live.id}.jsonl": ours + more})
    live.record([("point/s/c", {"text": "three"})])
    live.close()
    log.refresh()
    assert set(dict(log.fold.slots("point/"))) == {"point/s/a", "point/s/b", "point/s/c"}


@pytest.mark.skipif(os.name == "nt", reason="there are no locks on folders")
def test_two_who_rewrite_wait_for_each_other(tmp_path: Path) -> None:
    """While one process replaces files, another one's lock on the folder is refused."""
    import fcntl  # noqa: PLC0415  not on Windows

    with RealDisk().alone(tmp_path):
        other = os.open(tmp_path, os.O_RDONLY)
        try:
            with pytest.raises(BlockingIOError):
                fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        finally:
            os.close(other)
