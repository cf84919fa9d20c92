"""From what people type or write in a file to what is filled in."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from vaexercise.errors import Unreadable
from vaexercise.model.text import clean_line, clean_text
from vaexercise.questions.choices import folded
from vaexercise.questions.given import GivenReader
from vaexercise.questions.numerals import number_in
from vaexercise.questions.picking import Picker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.form import Blank, Item, Value, Values
    from vaexercise.model.question import Fault, Question


def read_typed(blank: Blank, typed: str, language: str = "en") -> Value:
    """What was typed for a blank, as it is kept: words, a number, the ids of choices.

    An empty line is nothing, unless the blank is required. Raises `Unreadable`, which says what to type.
    """
    text = clean_text(typed) if blank.kind == "text" else clean_line(typed)
    if not text:
        if blank.required:
            raise Unreadable(typed=typed, advice=advice(blank, language))
        return () if blank.kind in {"many", "order"} else ""
    if blank.kind in {"line", "text"}:
        return text
    if blank.kind == "number":
        return _number(blank, text)
    picker = Picker(blank, language)
    return picker.one(text) if blank.kind == "one" else picker.several(text)


def read_given(
    question: Question, given: object, offered: Sequence[Item] = (), *, partial: bool = False
) -> tuple[list[Values], list[Fault]]:
    """What a YAML or JSON file gives for a question: one map of values per point, or one for the answer.

    `given` is plain data. A form that repeats takes a list, whose entries are a string (the first blank) or a map;
    others take a map of blanks, or a bare value where there is one blank. Blanks are named by name or label.
    All faults are found at once; their paths lead into `given`. If that is `partial`, because more stands elsewhere
    or is still to come, no blank is missing, and none depends on another.
    """
    reader = GivenReader(question.form(offered), read_typed, partial=partial)
    return reader.read(given), reader.faults


def advice(blank: Blank, language: str = "en") -> str:
    """A sentence that says what to type into a blank."""
    if blank.kind in {"line", "text"}:
        return "Type some words."
    if blank.kind == "number":
        return _number_advice(blank)
    return Picker(blank, language).advice


def _number(blank: Blank, text: str) -> int | str:
    bare = text
    if blank.unit and folded(text).endswith(folded(blank.unit)):
        bare = text[: len(text) - len(blank.unit)].strip()
    number = number_in(bare)
    if number is None or not _within(blank, Decimal(number)) or (blank.whole and not isinstance(number, int)):
        raise Unreadable(typed=text, advice=_number_advice(blank))
    return number


def _within(blank: Blank, number: Decimal) -> bool:
    return (blank.least is None or number >= blank.least) and (blank.most is None or number <= blank.most)


def _number_advice(blank: Blank) -> str:
    unit = f", in {blank.unit}" if blank.unit else ""
    kind = "whole number" if blank.whole else "number"
    if blank.least is not None and blank.most is not None:
        return f"Type a {kind} from {blank.least} to {blank.most}{unit}."
    if blank.least is not None:
        return f"Type a {kind}, {blank.least} or more{unit}."
    if blank.most is not None:
        return f"Type a {kind}, {blank.most} or less{unit}."
    return f"Type a {kind}, such as {'12' if blank.whole else '12 or 12.5'}{unit}."
