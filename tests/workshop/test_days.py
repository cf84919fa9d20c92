"""When a workshop ended: as its dates say in words, else by its last record."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.workshop.days import day_of, ended_on, last_change, last_day
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        ("22 May 2012", date(2012, 5, 22)),
        ("2012-05-22", date(2012, 5, 22)),
        ("22–24 May 2012", date(2012, 5, 24)),
        ("22-24 May 2012", date(2012, 5, 24)),
        ("22 to 24 May 2012", date(2012, 5, 24)),
        ("22 and 23 May 2012", date(2012, 5, 23)),
        ("30 May – 2 June 2012", date(2012, 6, 2)),
        ("du 22 au 24 mai 2012", date(2012, 5, 24)),
        ("22 y 23 de mayo de 2012", date(2012, 5, 23)),
        ("May–June 2012", date(2012, 6, 30)),
        ("2012-05-22 – 2012-05-24", date(2012, 5, 24)),
        ("May 2012", date(2012, 5, 31)),
        ("in spring", None),
        ("", None),
        ("22–31 February 2012", None),
    ],
)
def test_the_last_day_is_read_as_people_write_dates(dates: str, day: date | None) -> None:
    """Of several days the last; of a month its last day; what is no date is not guessed at."""
    assert last_day(dates) == day


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2099, 1, 1)), st.integers(1, 40), st.sampled_from([" – ", " to ", " - ", "—"]))
def test_any_two_days_end_on_the_second(first: date, more: int, between: str) -> None:
    """Whatever stands between them, and also across months and years."""
    last = first + timedelta(days=more)
    assert last_day(f"{first:%d %B %Y}{between}{last:%d %B %Y}") == last


def test_without_a_readable_date_the_last_record_counts(new_workshop: Callable[..., Path]) -> None:
    """Of the days that clocks wrote, the latest that is one; who approved or purged later does not count."""
    opened = Workshop(new_workshop(), clock=lambda: "2031-05-22T23:59:00.000+02:00")
    assert last_change(opened) is None
    opened.record([("comment/x/y", {"text": "So"})])
    later = Workshop(opened.folder, clock=lambda: "2031-06-30T12:00:00.000+00:00")
    later.record([("approval/x", {"digest": ""}), ("purge/x", {"people": 0, "pictures": 0})])
    broken = Workshop(opened.folder, clock=lambda: "yesterday")
    broken.record([("comment/x/z", {"text": "So"})])
    assert ended_on(Workshop(opened.folder)) == date(2031, 5, 22)
    assert day_of("yesterday") is None
