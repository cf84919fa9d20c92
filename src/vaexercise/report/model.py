"""The neutral report that every output format is made from: sections of blocks, each text with its language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from vaexercise.model.plenary import Grid, Lines

HEADLINE = "★ Headline"
"""How a headline is marked: by a sign and a word, never by colour alone."""

_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Running text."""

    text: str
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Note:
    """Something the reader must know of."""

    text: str
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Label and value, one below the other."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Bars:
    """Whole numbers to compare by length. `heading` is what the labels are, `unit` what is counted."""

    title: str
    heading: str
    rows: tuple[tuple[str, int], ...]
    unit: str

    @property
    def most(self) -> int:
        """The number of the longest bar, at least 1."""
        return max([1, *(number for _, number in self.rows)])


Block = Paragraph | Note | Facts | Bars | Lines | Grid


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading and what stands below it. `level` counts from 2: 1 is the title; `label` goes before the heading."""

    heading: str
    anchor: str
    blocks: tuple[Block, ...] = ()
    level: int = 2
    label: str = ""
    language: str = ""

    @property
    def full_heading(self) -> str:
        """Label and heading as one line."""
        return f"{self.label}: {self.heading}" if self.label else self.heading


@dataclass(frozen=True, kw_only=True)
class Report:
    """A whole report. A text without a language of its own is in `language`, or nobody knows.

    `notes` stand above everything but the title.
    `data` is the same as plain data, for programs.
    """

    title: str
    language: str = "en"
    title_language: str = ""
    subtitle: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    sections: tuple[Section, ...] = ()
    footer: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


def page_direction(language: str) -> str:
    """`rtl` or `ltr`, by how the language is written."""
    return "rtl" if language.lower().partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
