from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.plenary.timing import EVERY, GOES_ON, PAUSED, Timer, announcements, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

SECONDS = st.floats(1, 20_000, allow_nan=False)


class Room:
    """A clock that only waiting moves: by as long as was asked for and `late` more, or less if Enter is pressed."""

    def __init__(self, late: Iterable[float] = (), enters: Iterable[float] = ()) -> None:
        self.now, self.asked = 100.0, list[float | None]()
        self._late, self._enters = iter(late), list(enters)

    def wait(self, seconds: float | None) -> bool:
        """Let time pass."""
        self.asked.append(seconds)
        if seconds is None:
            self.now += 1000
            return True
        end = self.now + seconds + next(self._late, 0.001)
        if self._enters and self._enters[0] <= end:
            self.now = max(self.now, self._enters.pop(0))
            return True
        self.now = end
        return False


def timer(seconds: float, room: Room) -> Timer:
    return Timer(seconds, lambda: room.now, room.wait)


def said(counting: Timer) -> list[str]:
    return [tick.words for tick in counting.ticks() if tick.words]


@settings(deadline=None)
@given(SECONDS, st.lists(st.floats(0.001, 5_000)))
def test_every_announcement_comes_once_and_in_order(seconds: float, late: list[float]) -> None:
    """However late a wait comes back, even beyond several announcements; and none comes early."""
    wanted = announcements(seconds)
    assert [one.left for one in wanted] == sorted((one.left for one in wanted), reverse=True)
    counting = timer(seconds, Room(late))
    ticks = [tick for tick in counting.ticks() if tick.words]
    assert [tick.words for tick in ticks] == [one.words for one in wanted]
    assert all(tick.left <= one.left for tick, one in zip(ticks, wanted, strict=True))
    assert counting.left == 0


@settings(deadline=None)
@given(SECONDS)
def test_no_wait_is_longer_than_the_quiet_line_needs(seconds: float) -> None:
    """And none goes beyond the next announcement, so that each comes in time."""
    room = Room()
    counting = timer(seconds, room)
    for tick in counting.ticks():
        expected = next((one.left for one in announcements(seconds) if one.left < tick.left), 0)
        if room.asked and not tick.words:
            assert room.asked[-1] is not None
            assert 0 <= room.asked[-1] <= EVERY
        assert tick.left >= expected


@settings(deadline=None)
@given(SECONDS, st.lists(st.floats(100, 20_000), max_size=4))
def test_a_pause_costs_no_time(seconds: float, enters: list[float]) -> None:
    """Enter pauses, Enter goes on; nothing is said twice for it, and the time used is without pauses."""
    counting = timer(seconds, Room(enters=sorted(enters)))
    found = said(counting)
    pauses = [words for words in found if words.startswith(PAUSED.split(",", maxsplit=1)[0])]
    ends = [words for words in found if words.startswith(GOES_ON.split(",", maxsplit=1)[0])]
    assert len(pauses) == len(ends)
    assert [w for w in found if w not in (*pauses, *ends)] == [one.words for one in announcements(seconds)]
    assert seconds <= counting.used <= seconds + EVERY


def test_a_pause_says_what_is_left_then_and_afterwards() -> None:
    """The same time twice, however long it lasts."""
    counting = timer(300, Room(enters=[131]))
    ticks = [tick for tick in counting.ticks() if "Going on" in tick.words or "Paused" in tick.words]
    assert [(round(tick.left), tick.words) for tick in ticks] == [
        (269, "Paused, with 4 minutes and 29 seconds left. Enter goes on."),
        (269, "Going on, with 4 minutes and 29 seconds left."),
    ]


def test_what_is_late_is_said_at_once() -> None:
    """A laptop that slept catches up without waiting between."""
    room = Room(late=[10_000])
    assert len(said(timer(900, room))) == 4
    assert len(room.asked) == 1


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (15, ["Half of the time is over: 7 minutes and 30 seconds left.", "5 minutes left.", "1 minute left."]),
        (10, ["Half of the time is over: 5 minutes left.", "1 minute left."]),
        (8, ["5 minutes left.", "Half of the time is over: 4 minutes left.", "1 minute left."]),
        (5, ["Half of the time is over: 2 minutes and 30 seconds left.", "1 minute left."]),
        (2, ["Half of the time is over: 1 minute left."]),
        (1, ["Half of the time is over: 30 seconds left."]),
    ],
)
def test_what_is_said_of_a_time(minutes: int, words: list[str]) -> None:
    """What would be said at once at the beginning is not; two that fall together are one."""
    assert [one.words for one in announcements(minutes * 60)] == [*words, "Time."]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 seconds"), (1, "1 second"), (59.6, "1 minute"), (61, "1 minute and 1 second"), (-3, "0 seconds")],
)
def test_times_in_words(seconds: float, words: str) -> None:
    """Whole seconds, and what is 0 is not said."""
    assert in_words(seconds) == words
