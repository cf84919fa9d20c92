"""What there is to fill in for a question: the same form asks at a terminal, on paper and in a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from vaexercise.model.text import Text, in_language

Value = str | int | tuple[str, ...]
"""What is filled in: words, a whole number, or several choices. Decimals are kept as written."""
Values = Mapping[str, Value]
"""Blank name to what was filled in."""

BlankKind = Literal["line", "text", "one", "many", "order", "number"]


@dataclass(frozen=True, kw_only=True)
class Item:
    """Something to choose or to tick off. `group` is only a heading for long lists."""

    id: str
    label: Text
    group: str = ""


@dataclass(frozen=True, kw_only=True)
class Blank:
    """One thing to fill in.

    `one`, `many` and `order` choose from `choices`; `other` allows own words besides them. A `number` lies
    between `least` and `most`, in `unit`. `only_if` names another blank and the values with which this
    one is asked.
    """

    name: str
    label: Text
    kind: BlankKind = "line"
    choices: tuple[Item, ...] = ()
    other: bool = False
    required: bool = False
    least: int | None = None
    most: int | None = None
    unit: str = ""
    hint: Text = ""
    only_if: tuple[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, kw_only=True)
class Form:
    """The blanks of a question.

    If it `repeats`, the group fills it in again and again, and each time is a point with a code of its own.
    `least` and `most` are how often: a notice, never a door. `noun` is the word for one of them.
    """

    blanks: tuple[Blank, ...]
    repeats: bool = False
    least: int = 0
    most: int = 0
    noun: str = "point"


def label_of(blank: Blank, value: str, language: str = "en") -> str:
    """The words of a choice; own words are their own label."""
    return next((in_language(item.label, language) for item in blank.choices if item.id == value), value)


def shown(blank: Blank, value: Value, language: str = "en") -> str:
    """A filled-in value as words; an order as `1 roads, 2 schools`."""
    if isinstance(value, tuple):
        labels = [label_of(blank, item, language) for item in value]
        if blank.kind == "order":
            labels = [f"{place} {label}" for place, label in enumerate(labels, start=1)]
        return ", ".join(labels)
    words = label_of(blank, value, language) if isinstance(value, str) else str(value)
    return f"{words} {blank.unit}".rstrip()


def spoken(form: Form, values: Values, language: str = "en") -> str:
    """All that was filled in as one line: the first blank bare where there is only one, else `Label: words`."""
    filled = [(blank, values[blank.name]) for blank in form.blanks if values.get(blank.name, "") not in ("", ())]
    if len(form.blanks) == 1:
        return "".join(shown(blank, value, language) for blank, value in filled)
    return "; ".join(f"{in_language(b.label, language)}: {shown(b, value, language)}" for b, value in filled)
