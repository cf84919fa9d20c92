"""Texts as the template takes them: covered by the fonts, breakable, with language and direction where they differ."""

from __future__ import annotations

import re
from string import whitespace
from typing import TYPE_CHECKING

from vaexercise.model.text import direction
from vaexercise.report.model import page_direction
from vaexercise.report.typesetting.covered import INVISIBLE, Covered
from vaexercise.report.typesetting.widths import breakable

if TYPE_CHECKING:
    from vaexercise.report.typesetting import Plain

UNDETERMINED = "und"
"""The code of a language that nobody knows."""

BLANK = f"{whitespace}\u00a0\u202f{INVISIBLE}"
"""What a text of nothing else shows nothing."""

TALL = {"km"}
"""Languages, besides those from right to left, whose letters need more room between lines."""

_KHMER = re.compile("[\u1780-\u17b3]")
FIRST_STRONG, POP = "\u2068", "\u2069"
"""Between them, text has the direction of its own first letter."""

_CODE = re.compile(r"([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_]([a-z]{2}))?(?![a-z])", re.IGNORECASE)


def tagged(language: str) -> tuple[str, str | None]:
    """Language and region of a code such as `pt-BR`; what is no code is an undetermined language."""
    found = _CODE.match(language)
    if not found:
        return UNDETERMINED, None
    return found[1].lower(), found[2].upper() if found[2] else None


class Words:
    """What makes the texts of one report ready; `named` are the characters that no font has, once it is done."""

    def __init__(self, language: str, room: float) -> None:
        self.language = language
        self.room = room
        self._covered = Covered()

    @property
    def named(self) -> list[str]:
        """Names in brackets that stand for characters, in the order in which they were met."""
        return self._covered.named

    def plain(self, text: str) -> str:
        """The text with nothing in it that no font has."""
        return text.translate(self._covered)

    def own(self, text: str, room: float = 0.0) -> Plain:
        """Text of the report itself, or whose language nobody stated."""
        return self.said(text, "", room)

    def code(self, text: str, room: float = 0.0) -> str:
        """A code, or words that stand in its place: in the direction of what is around it."""
        return breakable(self.plain(text), room or self.room)

    def aside(self, text: str, beside: str) -> str:
        """Words of the report within a text that may run in the other direction."""
        shown = self.plain(text)
        return f"{FIRST_STRONG}{shown}{POP}" if shown and direction(text) != direction(beside) else shown

    def said(self, text: str, language: str, room: float = 0.0) -> Plain:
        """Text in `language`, its words broken where longer than `room` ems; a string if it is as the report."""
        shown = breakable(self.plain(text), room or self.room)
        if not shown.strip(BLANK):
            return ""
        way, language = direction(text), language or self._guessed(text)
        if language == self.language and way == page_direction(self.language):
            return shown
        code, region = tagged(language)
        return {"text": shown, "lang": code, "region": region, "way": way, "tall": way == "rtl" or code in TALL}

    def _guessed(self, text: str) -> str:
        """The report's language, unless the text is in other letters."""
        if _KHMER.search(text):
            return "km"
        return self.language if direction(text) == page_direction(self.language) else UNDETERMINED
