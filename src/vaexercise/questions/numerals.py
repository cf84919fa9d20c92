"""Numbers as people write them: digits of any script, thousands apart, a comma or a point."""

from __future__ import annotations

import re

from vaexercise.errors import Unreadable

LONGEST = 30
"""Digits. Longer ones are no numbers that a group counts with."""

_PLAIN = re.compile(r"(?P<sign>[+-]?)(?=[.,]?\d)(?P<whole>\d*)(?:[.,](?P<part>\d*))?")
_GROUPED = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>\d{1,3}(?P<apart>[ ,.])\d{3}(?:(?P=apart)\d{3})*)(?:(?!(?P=apart))[.,](?P<part>\d+))?"
)
_TWO_WAYS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
_SIGNS = str.maketrans({"\u2212": "-", "–": "-", "\u066b": ".", **dict.fromkeys("\u00a0\u2009\u202f'’\u066c", " ")})
"""Minus, Arabic decimal sign; what stands between thousands."""


def in_digits(text: str) -> str:
    """The text with the decimal digits of every script as 0 to 9."""
    return "".join(str(int(c)) if c.isdecimal() else c for c in text)


def place_in(text: str) -> int:
    """A place in a numbered list; 0 if the text is none."""
    digits = in_digits(text.strip().rstrip(".)"))
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= LONGEST else 0


def number_in(typed: str) -> int | str | None:
    """A whole number, or a decimal as written but with a point; nothing if it is no number.

    A point is always the decimal sign unless it stands between several thousands. A comma before exactly
    three digits could be either, so it is `Unreadable`.
    """
    text = in_digits(typed).translate(_SIGNS).strip()
    found = _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text)
    if found is None or sum(map(str.isdecimal, text)) > LONGEST:
        return None
    if _TWO_WAYS.fullmatch(text):
        whole, decimal = text.replace(",", ""), text.replace(",", ".")
        raise Unreadable(typed=typed, advice=f"{text} can be read in two ways. Type {whole} or {decimal}.")
    sign = found["sign"].replace("+", "")
    whole = re.sub(r"\D", "", found["whole"]).lstrip("0") or "0"
    return f"{sign}{whole}.{found['part']}" if found["part"] else int(sign + whole)
