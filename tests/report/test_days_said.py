"""Days in words are those of the tables of Unicode."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date

from vaexercise.messages import languages, speaking
from vaexercise.report.days import long_date


@pytest.mark.parametrize("language", languages())
def test_days_are_said_as_cldr_has_them(language: str) -> None:
    """Every month stands in a long date as Babel writes it, with digits that every reader of a report knows."""
    with speaking(language):
        said = [long_date(date(2012, month, 24)) for month in range(1, 13)]
    assert said == [_babel(date(2012, month, 24), language) for month in range(1, 13)]


def _babel(day: date, language: str) -> str:
    locale = "en_GB" if language == "en" else language
    return format_date(day, "long", locale).replace("\u202f", " ").replace("\u200f", "")
