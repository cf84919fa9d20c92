"""Sheets: a group's feedback in a file, read whole, checked whole, recorded whole or not at all; and written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.capture.sheets.formats import format_named, format_of
from vaexercise.capture.sheets.model import Statements
from vaexercise.capture.sheets.pages import Wanted, page
from vaexercise.capture.sheets.past import Past
from vaexercise.capture.sheets.reading import SheetReader, writer
from vaexercise.capture.sheets.recording import record_sheets
from vaexercise.capture.sheets.taken import Taken
from vaexercise.capture.sheets.unseen import left_out
from vaexercise.errors import Problem, Problems
from vaexercise.people.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.capture.sheets.formats import Format
    from vaexercise.definitions.document import Document
    from vaexercise.model.exercise import Exercise
    from vaexercise.workshop.answers.feedback import Feedback

__all__ = [
    "LARGEST",
    "Past",
    "SheetReader",
    "Taken",
    "Wanted",
    "as_markdown",
    "format_of",
    "notices",
    "page",
    "read_document",
    "record_sheets",
    "writer",
]

LARGEST = 20_000_000
"""Bytes. What three groups say in a day has 20,000."""


def read_document(data: bytes, file: str, form: Format, encoding: str = "") -> Document:
    """What a file in a format holds; `encoding` is how its letters are stored, if it is known. Raises `Problems`."""
    if len(data) > LARGEST:
        facts = {"size": f"{len(data) / 1_000_000:.0f}", "most": LARGEST // 1_000_000}
        raise Problems([Problem("the file has {size} MB; a sheet has at most {most}", facts, file=file)])
    return form.read(decode(data, file, encoding).text.encode() if encoding else data, file)


def as_markdown(feedback: Feedback, exercise: Exercise, groups: Sequence[str], wanted: Wanted) -> str:
    """What groups said, in Markdown that can be corrected and imported again."""
    pages = [page(feedback, exercise, group, wanted) for group in groups]
    return format_named("md").write([made for made in pages if made.sections]).decode().rstrip("\n")


def notices(document: Document) -> tuple[str, ...]:
    """What was assumed about a file when it was read, and what of its words is not kept."""
    assumed = document.notices if isinstance(document, Statements) else ()
    return (*assumed, *left_out(document.data))
