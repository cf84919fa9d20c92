"""A timer in words: at half of the time, five minutes and one minute before its end, and at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EVERY = 5
"""Seconds between two quiet looks at the time."""

_LAST = (300, 60)
"""Seconds before the end at which something is said, beside half of the time."""

PAUSED = "Paused, with {left} left. Enter goes on."
GOES_ON = "Going on, with {left} left."


class Announcement(NamedTuple):
    """What is said once so many seconds are left."""

    left: float
    words: str


class Tick(NamedTuple):
    """A look at the time: seconds left, and what is to be said; nothing between two announcements."""

    left: float
    words: str = ""


def announcements(seconds: float) -> tuple[Announcement, ...]:
    """All that is said about a time of that length, in order: what would be said at its beginning is not."""
    found: dict[float, str] = {left: f"{in_words(left).capitalize()} left." for left in _LAST if left < seconds}
    half = seconds / 2
    found[half] = f"Half of the time is over: {in_words(half)} left."
    return (*(Announcement(left, found[left]) for left in sorted(found, reverse=True)), Announcement(0, "Time."))


def in_words(seconds: float) -> str:
    """A time in whole seconds: `4 minutes and 20 seconds`, `1 minute`, `30 seconds`."""
    minutes, rest = divmod(round(max(seconds, 0)), 60)
    said = [f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in ((minutes, "minute"), (rest, "second")) if n]
    return " and ".join(said) or "0 seconds"


class Timer:
    """Counts so many seconds down.

    `clock` gives seconds that only ever grow. `wait` lets at most so many seconds pass, or any number if it is given
    none; it may come back earlier or later, and says whether Enter was pressed: that pauses, and goes on.
    """

    def __init__(self, seconds: float, clock: Callable[[], float], wait: Callable[[float | None], bool]) -> None:
        self._seconds, self._clock, self._wait = seconds, clock, wait
        self._before, self._since = 0.0, clock()
        self._paused = False

    @property
    def used(self) -> float:
        """The seconds that have run, pauses apart."""
        return self._before + (0 if self._paused else self._clock() - self._since)

    @property
    def left(self) -> float:
        """The seconds that are left; 0 once time is over."""
        return max(self._seconds - self.used, 0)

    def ticks(self) -> Iterator[Tick]:
        """Every announcement once and in its order, quiet ticks between; ends when time is over."""
        waiting = list(announcements(self._seconds))
        while True:
            left = self.left
            while waiting and left <= waiting[0].left:
                yield Tick(left, waiting.pop(0).words)
            if not waiting:
                return
            yield Tick(left)
            if self._wait(min(EVERY, max(left - waiting[0].left, 0))):
                yield from self._pause()

    def _pause(self) -> Iterator[Tick]:
        self._before, self._paused = self.used, True
        left = in_words(self.left)
        yield Tick(self.left, PAUSED.format(left=left))
        while not self._wait(None):
            pass
        self._paused, self._since = False, self._clock()
        yield Tick(self.left, GOES_ON.format(left=left))
