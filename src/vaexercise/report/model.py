"""The neutral report that every output format is made from: sections of blocks, each text with its language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from vaexercise.messages import to_say
from vaexercise.model.plenary import Grid, Lines

HEADLINE = to_say("★ Headline")
"""How a headline is marked: by a sign and a word, never by colour alone."""

TO_STAR = "☆"
"""Stands beside what may be marked by hand as a headline."""

Paper = Literal["a4", "letter"]

LONG_AGO = date(2000, 1, 1)
"""Stands for a day that nobody stated."""

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


@dataclass(frozen=True)
class Words:
    """A text and its language."""

    text: str
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Field:
    """Something to fill in by hand: `boxes` to tick, `places` for a number each, or `lines` to write on.

    `code` is what it is called when it is typed in; `star` gives it a sign to mark a headline by.
    """

    label: Words = Words("")
    code: str = ""
    hint: Words = Words("")
    boxes: tuple[Words, ...] = ()
    places: int = 0
    lines: int = 0
    unit: str = ""
    star: bool = False


@dataclass(frozen=True, kw_only=True)
class Fields:
    """What is to be filled in by hand, one below the other; `code` and `star` are those of all of it together."""

    fields: tuple[Field, ...]
    code: str = ""
    star: bool = False


@dataclass(frozen=True, kw_only=True)
class FieldRow:
    """A row to be filled in by hand: what it is called, what it is about, its cells."""

    code: str
    cells: tuple[Field, ...]
    label: Words = Words("")
    star: bool = False


@dataclass(frozen=True, kw_only=True)
class FieldTable:
    """A table to be filled in by hand. `heads` head the code of each row, and its label if rows have one.

    `columns` head the cells. A cell of one box has the words of its column; one without anything is written into.
    """

    heads: tuple[str, ...]
    columns: tuple[Words, ...]
    rows: tuple[FieldRow, ...]


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture, as JPEG or PNG, and what it shows in words (`alternative`), for whoever does not see it."""

    data: bytes = field(repr=False)
    alternative: str
    caption: str = ""
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Sign:
    """A page to hang up or to fold: `text` as large as it goes, `above` what it belongs to, smaller lines `below`."""

    text: str
    above: str = ""
    below: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Label:
    """A card to cut out: one `text` to read from afar, smaller lines below it."""

    text: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Labels:
    """Cards to cut out, all of one size: `width` and `height` in millimetres."""

    labels: tuple[Label, ...]
    width: int = 85
    height: int = 55


Block = Paragraph | Note | Facts | Bars | Lines | Grid | Fields | FieldTable | Picture | Sign | Labels


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading and what stands below it. `level` counts from 2: 1 is the title; `label` goes before the heading.

    A section on a `new_page` begins one when printed.
    """

    heading: str
    anchor: str
    blocks: tuple[Block, ...] = ()
    level: int = 2
    label: str = ""
    language: str = ""
    new_page: bool = False

    @property
    def full_heading(self) -> str:
        """Label and heading as one line."""
        return f"{self.label}: {self.heading}" if self.label else self.heading

    @property
    def by_hand(self) -> bool:
        """Whether there is anything to fill in by hand."""
        return any(isinstance(block, Fields | FieldTable) for block in self.blocks)


@dataclass(frozen=True, kw_only=True)
class Report:
    """A whole report. A text without a language of its own is in `language`, or nobody knows.

    `notes` stand above everything but the title. `status` is what every page says: whose version it is, draft or final.
    `contents`, `large_print` and `paper` are for formats that have pages: whether a long report lists its sections,
    and what it is printed on. `made_on` is the day that a file says it
    was made on: that of the workshop, so that the same content gives the same bytes. `data` is the same as plain data,
    for programs.
    """

    title: str
    language: str = "en"
    title_language: str = ""
    subtitle: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    sections: tuple[Section, ...] = ()
    footer: str = ""
    status: str = ""
    contents: bool = True
    large_print: bool = False
    paper: Paper = "a4"
    made_on: date = LONG_AGO
    data: Mapping[str, Any] = field(default_factory=dict)


def page_direction(language: str) -> str:
    """`rtl` or `ltr`, by how the language is written."""
    return "rtl" if language.lower().partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
