"""Days as a report says them: `24 May 2012`, `24 de mayo de 2012`, as the tables of Unicode (CLDR) have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import say, to_say

if TYPE_CHECKING:
    from datetime import date

MONTHS = (
    to_say("January"),
    to_say("February"),
    to_say("March"),
    to_say("April"),
    to_say("May"),
    to_say("June"),
    to_say("July"),
    to_say("August"),
    to_say("September"),
    to_say("October"),
    to_say("November"),
    to_say("December"),
)
"""As they stand after a day; Russian has its own form for that."""


def long_date(day: date) -> str:
    """Day, month in words, year."""
    return say("{day} {month} {year}", day=day.day, month=say(MONTHS[day.month - 1]), year=day.year)
