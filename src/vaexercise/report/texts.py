"""In which language a text of the report stands: its own words, and those of the exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import spoken
from vaexercise.model.text import in_language
from vaexercise.report.model import Note, Paragraph

if TYPE_CHECKING:
    from vaexercise.model.text import Text


def own(text: str) -> Paragraph:
    """A paragraph in the report's own words."""
    return Paragraph(text=text, language=spoken())


def own_note(text: str) -> Note:
    """A note in the report's own words."""
    return Note(text=text, language=spoken())


class Texts:
    """Texts in the reader's language, else in the exercise's; and which it is."""

    def __init__(self, language: str, home: str) -> None:
        self.language = language
        self.home = home

    def said(self, text: Text) -> Paragraph:
        """The text, marked with the language that it was found in."""
        words = in_language(text, self.language, self.home)
        if isinstance(text, str):
            return Paragraph(text=words, language=self.home)
        wished = [self.language, self.home, *text]
        return Paragraph(text=words, language=next((code for code in wished if text.get(code) == words), ""))
