"""Three laptops, what happens to them, and what must hold whatever happens.

Each laptop runs the real record on a simulated disk. `play` carries out a history and checks it; `MUTANTS` are
the ways to get it wrong that this must notice.
"""

from __future__ import annotations

import random
from contextlib import suppress
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from simulated_disk import SimulatedDisk, Stopped

from vaexercise.record import copying, erasing, merging, reading, sitting

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from vaexercise.record.fold import Fold
    from vaexercise.record.revision import Body, Revision

LOG = Path("log")
SLOTS = tuple(f"point/s/{name}" for name in "abc")
TIME = "2012-05-22T14:20:05+02:00"


class Step(NamedTuple):
    """What happens on the laptop `who`: to these slots, with that other laptop, ending after so many calls."""

    verb: str
    who: int
    slots: tuple[str, ...] = ()
    other: int = 0
    calls: int = 0


def _steps() -> st.SearchStrategy[list[Step]]:
    laptop, calls = st.integers(0, 2), st.integers(1, 12)
    slots = st.lists(st.sampled_from(SLOTS), min_size=1, max_size=3, unique=True).map(tuple)
    one = st.tuples(st.sampled_from(SLOTS))
    verbs = [
        st.builds(Step, st.sampled_from(["record", "delete"]), laptop, slots),
        st.builds(Step, st.sampled_from(["merge", "carry"]), laptop, other=laptop),
        st.builds(Step, st.just("erase"), laptop, one),
        st.builds(Step, st.sampled_from(["cut", "kill", "reopen"]), laptop),
        st.builds(Step, st.sampled_from(["cut recording", "kill recording"]), laptop, slots, calls=calls),
        st.builds(Step, st.sampled_from(["cut merging", "kill merging"]), laptop, other=laptop, calls=calls),
        st.builds(Step, st.sampled_from(["cut erasing", "kill erasing"]), laptop, one, calls=calls),
    ]
    return st.lists(st.one_of(*verbs), max_size=25)


class Laptop:
    """One copy of the workshop, and the program that runs on it."""

    def __init__(self, number: int, seed: int, disk: Callable[[int], SimulatedDisk]) -> None:
        self.number, self.disk = number, disk(seed + number)
        self.acknowledged: set[str] = set()
        self.open()

    def open(self) -> None:
        """Start the program, as `Workshop` does."""
        self.log = reading.Log(LOG, self.disk)
        self.log.refresh()
        if self.log.unerased():
            erasing.finish_erasing(self.log)
        self.sitting = sitting.Sitting(self.log, lambda: TIME, {"by": f"laptop {self.number}"})

    def reopen(self) -> None:
        """End the program properly, and start it again."""
        self.sitting.close()
        self.open()

    def fold(self) -> Fold:
        """What another program would read here now."""
        log = reading.Log(LOG, self.disk)
        log.refresh()
        return log.fold

    def stop(self, verb: str) -> None:
        """The battery is empty, or the process is killed."""
        if verb.startswith("cut"):
            self.disk.cut_power()
        else:
            self.disk.kill()
        self.open()


class History:
    """A history as it goes on, and all that was written in it."""

    def __init__(self, seed: int, disk: Callable[[int], SimulatedDisk]) -> None:
        self.laptops = [Laptop(number, seed, disk) for number in range(3)]
        self.wrote: dict[str, Revision] = {}
        self.saw: dict[str, frozenset[str]] = {}
        self.to_erase: set[str] = set()
        self.erased: set[str] = set()
        self._words = 0

    # -- what happens

    def take(self, step: Step) -> None:
        """Carry out one step, and look at the laptop afterwards."""
        laptop, (stop, _, verb) = self.laptops[step.who], step.verb.rpartition(" ")
        if verb in ("cut", "kill"):
            laptop.stop(verb)
        elif not stop:
            self._do(verb, laptop, step)
        else:
            laptop.disk.stop_in = step.calls
            with suppress(Stopped):
                self._do({"recording": "record", "merging": "merge", "erasing": "erase"}[verb], laptop, step)
            laptop.stop(stop)
        self._look_at(laptop)

    def _do(self, verb: str, laptop: Laptop, step: Step) -> None:
        if verb == "record":
            self._record(laptop, [(slot, {"text": self._word()}) for slot in step.slots])
        elif verb == "delete":
            self._record(laptop, [(slot, {}) for slot in step.slots])
        elif verb == "erase":
            self._erase(laptop, *step.slots)
        elif verb == "merge":
            self._merge(laptop, self.laptops[step.other])
        elif verb == "carry":
            _carry(laptop, self.laptops[step.other])
        else:
            laptop.reopen()

    def _word(self) -> str:
        self._words += 1
        return f"word-{self._words}-{300 * chr(111)}"

    def _record(self, laptop: Laptop, entries: list[tuple[str, Body]]) -> None:
        seen = frozenset(laptop.log.fold.revisions)
        made = laptop.sitting.record(entries)
        laptop.acknowledged |= {one.id for one in made}
        self.saw |= dict.fromkeys((one.id for one in made), seen)
        self.wrote |= {one.id: one for one in made}
        for one in made:
            now = laptop.fold().heads(one.slot)
            assert [head.id for head in now] == [one.id], "whoever saw all versions and edits settles them"

    def _erase(self, laptop: Laptop, slot: str) -> None:
        self.to_erase.add(slot)
        self._record(laptop, [(f"erasure/{self._word()}", {"slots": [slot]})])
        self.erased.add(slot)
        erasing.finish_erasing(laptop.log)

    def _merge(self, laptop: Laptop, other: Laptop) -> None:
        theirs = copying.snapshot(other.disk, LOG)
        has = set(other.fold().revisions)
        merging.merge(laptop.log, theirs)
        laptop.acknowledged |= has
        again = merging.merge(laptop.log, theirs)
        assert again.added == (), "merging again brings nothing"

    # -- what must hold

    def _look_at(self, laptop: Laptop) -> None:
        fold = laptop.fold()
        missing = laptop.acknowledged - set(fold.revisions)
        assert not missing, f"acknowledged on laptop {laptop.number}, and lost: {missing}"
        self._unchanged(fold)

    def _unchanged(self, fold: Fold) -> None:
        for key, first in self.wrote.items():
            found = fold.revisions.get(key)
            if found is None:
                continue
            assert found.erased or found.slot not in fold.erased, "no erased body is read"
            assert not found.erased or found.slot in self.to_erase, "no other body is gone"
            assert found.erased or found.body == first.body, "what is read is what was written"

    def end(self) -> None:
        """Everybody comes home: all laptops are put together, twice and in every order, and opened again."""
        for laptop in self.laptops:
            laptop.reopen()
        for _ in range(2):
            for one, other in permutations(self.laptops, 2):
                self._merge(one, other)
            for laptop in self.laptops:
                laptop.reopen()
        folds = [laptop.fold() for laptop in self.laptops]
        for laptop, fold in zip(self.laptops, folds, strict=True):
            self._look_at(laptop)
            assert self.wrote.keys() <= fold.revisions.keys(), "all that was acknowledged anywhere is everywhere"
            assert self.erased <= fold.erased, "what was erased anywhere is erased everywhere"
            assert content(fold) == content(folds[0]), "every laptop shows the same"
            self._nothing_hidden(fold)
            _nothing_left(laptop, fold)

    def _nothing_hidden(self, fold: Fold) -> None:
        for key, first in self.wrote.items():
            shown = key in {head.id for head in fold.heads(first.slot)}
            replacing = [r for r in fold.revisions.values() if key in r.parents]
            assert shown != bool(replacing), "a version is shown exactly if nobody replaced it"
            seen = [key in self.saw[r.id] or r.sitting == first.sitting for r in replacing if r.id in self.saw]
            assert all(seen), "who replaces a version has seen it"


def content(fold: Fold) -> dict[str, list[Revision]]:
    """All slots, with all their versions."""
    return {slot: list(fold.heads(slot)) for slot in sorted({r.slot for r in fold.revisions.values()})}


def _carry(laptop: Laptop, other: Laptop) -> None:
    """Copy files with a stick, as people do: new ones, and those that go on where ours end."""
    for name in other.disk.files(LOG):
        theirs, path = other.disk.read(LOG / name), LOG / name
        ours = laptop.disk.read(path) if name in laptop.disk.files(LOG) else b""
        if len(theirs) > len(ours) and theirs.startswith(ours) and not laptop.disk.held(path):
            laptop.disk.put(path, theirs)
    laptop.reopen()


def _nothing_left(laptop: Laptop, fold: Fold) -> None:
    """No file of the folder holds erased content, as far as a line still says what it is about."""
    for name, data in laptop.disk.everything().items():
        for line in data.split(b"\n"):
            for slot in fold.erased:
                after = line.partition(f'"slot":"{slot}"'.encode())[2]
                assert b"word-" not in after, f"erased content of {slot} is left in {name}"


def play(steps: list[Step], seed: int, disk: Callable[[int], SimulatedDisk] = SimulatedDisk) -> None:
    """Carry out a history to its end. Raises `AssertionError`."""
    with patch("os.urandom", random.Random(seed).randbytes):  # noqa: S311  the same words in every run
        history = History(seed, disk)
        for step in steps:
            history.take(step)
        history.end()


def prove(examples: int, mutant: Callable[[], AbstractContextManager[object]] | None = None) -> None:
    """Play so many histories, the same ones in every run; of a mutant only until one fails."""
    phases = [Phase.generate] if mutant else [Phase.generate, Phase.shrink]

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=phases,
        report_multiple_bugs=False,
    )
    @given(_steps(), st.integers(0, 2**32))
    def all_hold(steps: list[Step], seed: int) -> None:
        play(steps, seed)

    if mutant is None:
        all_hold()
        return
    with mutant():
        all_hold()
