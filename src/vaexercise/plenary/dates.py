"""Dates as people write them: `2026-12-31`, `31/12/2026`, `31 December 2026`, `December 2026`, `2026-12`.

What is no such date is not guessed at. Of two numbers the first is the day, as in most of the world.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from vaexercise.model.text import counted

_MONTHS = (
    "january jan janvier enero janeiro",
    "february feb fevrier febrero fevereiro",
    "march mar mars marzo marco",
    "april apr avril abril",
    "may mai mayo maio",
    "june jun juin junio junho",
    "july jul juillet julio julho",
    "august aug aout agosto",
    "september sep sept septembre septiembre setembro",
    "october oct octobre octubre outubro",
    "november nov novembre noviembre novembro",
    "december dec decembre diciembre dezembro",
)
"""Names of the months in English, French, Spanish and Portuguese, without accents."""

_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_NAME = "([a-z]+)"
_BEFORE = r"(?:by )?(?:the )?(?:end of )?"
_DAY, _YEAR = r"(\d{1,2})(?:st|nd|rd|th|er|o)?", r"((?:19|20|21)\d\d)"
_ORDERS = (
    ("ymd", rf"{_YEAR}-(\d\d?)-(\d\d?)"),
    ("dmy", rf"(\d\d?)([./-])(\d\d?)\2{_YEAR}"),
    ("dmy", rf"{_DAY} (?:de )?{_NAME}\.? (?:de )?{_YEAR}"),
    ("mdy", rf"{_NAME}\.? {_DAY},? {_YEAR}"),
    ("my", rf"{_NAME}\.? (?:de )?{_YEAR}"),
    ("ym", rf"{_YEAR}-(\d\d?)"),
    ("my", rf"(\d\d?)/{_YEAR}"),
)
_PATTERNS = tuple((order, re.compile(_BEFORE + pattern)) for order, pattern in _ORDERS)
_LONGEST = 60
_IN_MONTHS, _IN_YEARS = 61, 730
"""From so many days on, a time is said in months, and in years."""


class Due(NamedTuple):
    """The days that are meant: one, or all of a month."""

    first: date
    last: date

    def __str__(self) -> str:
        """`15 December 2012`, or `December 2012`."""
        month = f"{_MONTHS[self.last.month - 1].split()[0].capitalize()} {self.last.year}"
        return f"{self.last.day} {month}" if self.first == self.last else month


def understood(words: str) -> Due | None:
    """The date or month that the words say; None if they say none, or one that no calendar has."""
    if len(words) > _LONGEST:
        return None
    plain = _plain(words)
    for order, pattern in _PATTERNS:
        if match := pattern.fullmatch(plain):
            parts = [part for part in match.groups() if part not in {".", "/", "-"}]
            return _due(**dict(zip(order, parts, strict=True)))
    return None


def _plain(words: str) -> str:
    """Small letters without accents, single spaces."""
    letters = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def _due(y: str, m: str, d: str = "") -> Due | None:
    month = int(m) if m.isdecimal() else _NUMBERS.get(m, 0)
    try:
        if d:
            day = date(int(y), month, int(d))
            return Due(day, day)
        return Due(date(int(y), month, 1), date(int(y), month, monthrange(int(y), month)[1]))
    except ValueError:
        return None


def how_long(days: int) -> str:
    """A number of days as people say it: `12 days`, from two months on `4 months`, from two years on `3 years`."""
    if days < _IN_MONTHS:
        return counted(days, "day")
    return f"{days * 12 // 365} months" if days < _IN_YEARS else f"{days // 365} years"
