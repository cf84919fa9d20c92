from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.plenary.dates import how_long, understood

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
ENGLISH, FRENCH, SPANISH = map(
    str.split,
    (
        "January February March April May June July August September October November December",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    ),
)


@settings(deadline=None)
@given(DAYS)
def test_a_day_is_understood_in_every_form_that_people_write(day: date) -> None:
    """In figures with the day first, in ISO form, and with the month's name in several languages."""
    month = day.month - 1
    forms = (
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d.%m.%Y}",
        f"{day:%d-%m-%Y}",
        f"{day.day} {ENGLISH[month]} {day.year}",
        f"{day.day} {ENGLISH[month][:3].upper()}. {day.year}",
        f"by {ENGLISH[month]} {day.day}, {day.year}",
        f"{day.day}  {FRENCH[month]} {day.year}",
        f"{day.day} de {SPANISH[month]} de {day.year}",
    )
    for form in forms:
        found = understood(form)
        assert found is not None, form
        assert (found.first, found.last) == (day, day), form


@settings(deadline=None)
@given(DAYS)
def test_a_month_is_all_of_its_days(day: date) -> None:
    """Named or in figures; the last day is the one that the month has in that year."""
    last = day.replace(day=monthrange(day.year, day.month)[1])
    name = ENGLISH[day.month - 1]
    for form in (f"{day:%Y-%m}", f"{day:%m/%Y}", f"{name} {day.year}", f"the end of {name.lower()} {day.year}"):
        found = understood(form)
        assert found is not None, form
        assert (found.first, found.last) == (day.replace(day=1), last), form
        assert str(found) == f"{name} {day.year}"


@settings(deadline=None)
@given(st.text())
def test_nothing_that_is_typed_is_an_error(words: str) -> None:
    """What is no date is none, whatever it is; what is one has its year in it."""
    found = understood(words)
    assert found is None or found.first <= found.last


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "2026",
        "12/31/2026",
        "31/02/2026",
        "2026-13",
        "2026-02-30",
        "before December 2026",
        "next meeting",
        "31/12-2026",
        "32 May 2026",
        "Maytember 2026",
        "31/12/26",
        "2026-12-31T10:00",
        "9" * 100_000,
        "December " * 20_000 + "2026",
        "\ud800 2026",
    ],
)
def test_what_is_no_date_is_not_guessed_at(words: str) -> None:
    """Other words, days that no calendar has, years alone, and the month first in figures."""
    assert understood(words) is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("5/6/2026", "5 June 2026"),
        ("1er décembre 2026", "1 December 2026"),
        ("31st December 2026", "31 December 2026"),
        ("٣١/١٢/2026", "31 December 2026"),
        ("DÉCEMBRE 2026", "December 2026"),
        ("1º de janeiro de 2027", "1 January 2027"),
    ],
)
def test_what_was_understood_is_said_in_words(words: str, said: str) -> None:
    """So that somebody who meant another day sees it; of two numbers the first is the day."""
    assert str(understood(words)) == said


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "1 day"), (60, "60 days"), (61, "2 months"), (365, "12 months"), (729, "23 months"), (731, "2 years")],
)
def test_how_long_something_is_overdue(days: int, words: str) -> None:
    """In days, then months, then years: whole ones."""
    assert how_long(days) == words
