"""What there is to fill in for a question: the same form asks at a terminal, on paper and in a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

    `one`, `many` and `order` choose from `choices`; `other` allows own words besides them. `least` and `most`
    bound a `number` (in `unit`, `whole` if so said), which is a door; they count the choices of `many` and `order`
    and the words of a `text`, which is a notice. `only_if` names another blank and the values with which this one
    is asked.
    """

    name: str
    label: Text
    kind: BlankKind = "line"
    choices: tuple[Item, ...] = ()
    other: bool = False
    required: bool = False
    whole: bool = False
    least: int | None = None
    most: int | None = None
    unit: str = ""
    hint: Text = ""
    only_if: tuple[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, kw_only=True)
class Form:
    """The blanks of a question.

    If it `repeats`, the group fills it in again and again, and each time is a point with a code of its own.
    `least` and `most` are how often: a notice, never a door. `noun` is the word for one of them. `extras` are
    details that a command or a file may add: they are never asked. `advice` is what to know before filling it in.
    """

    blanks: tuple[Blank, ...]
    repeats: bool = False
    least: int = 0
    most: int = 0
    noun: str = "point"
    extras: tuple[Blank, ...] = ()
    advice: str = ""


def is_filled(blank: Blank, values: Values) -> bool:
    """Whether something stands in the blank; 0 is something."""
    return values.get(blank.name, "") not in ("", ())


def is_asked(blank: Blank, values: Values) -> bool:
    """Whether the blank is asked at all, given what stands in the one that `only_if` names."""
    if blank.only_if is None:
        return True
    name, wanted = blank.only_if
    value = values.get(name, "")
    return not set(value if isinstance(value, tuple) else (str(value),)).isdisjoint(wanted)


def label_of(blank: Blank, value: str, language: str = "en") -> str:
    """The words of a choice; own words are their own label."""
    return next((in_language(item.label, language) for item in blank.choices if item.id == value), value)


def shown(blank: Blank, value: Value, language: str = "en") -> str:
    """A filled-in value as words; an order as `1 roads, 2 schools`; nothing as the empty string."""
    if isinstance(value, tuple):
        labels = [label_of(blank, item, language) for item in value]
        if blank.kind == "order":
            labels = [f"{place} {label}" for place, label in enumerate(labels, start=1)]
        return ", ".join(labels)
    words = label_of(blank, value, language) if isinstance(value, str) else str(value)
    return f"{words} {blank.unit}" if words and blank.unit else words


def spoken(form: Form, values: Values, language: str = "en") -> str:
    """All that was filled in as one line: a single blank bare, else `Label: words`; extras in brackets."""
    bare = len(form.blanks) == 1
    words = "; ".join(_labelled(form.blanks, values, language, bare=bare))
    extras = "; ".join(_labelled(form.extras, values, language))
    return f"{words} ({extras})" if extras else words


def _labelled(blanks: tuple[Blank, ...], values: Values, language: str, *, bare: bool = False) -> Iterator[str]:
    for blank in blanks:
        if is_filled(blank, values):
            label = "" if bare else f"{in_language(blank.label, language)}: "
            yield label + shown(blank, values[blank.name], language)


def notices(form: Form, values: Values, language: str = "en") -> Iterator[str]:
    """What a group may want to look at again before it signs off: never a door."""
    for blank in form.blanks:
        label = in_language(blank.label, language)
        if is_filled(blank, values):
            yield from (f"“{label}”: {notice}" for notice in _counts(blank, values[blank.name]))
        elif blank.required and is_asked(blank, values):
            yield f"“{label}” is still empty."


def _counts(blank: Blank, value: Value) -> Iterator[str]:
    if blank.kind == "text":
        have, what = len(str(value).split()), "words"
    elif isinstance(value, tuple):
        have, what = len(value), "places taken" if blank.kind == "order" else "chosen"
        if len(set(value)) < have:
            yield "the same choice stands there twice."
    else:
        return
    if blank.least is not None and have < blank.least:
        yield f"{have} {what}, at least {blank.least} asked for."
    if blank.most is not None and have > blank.most:
        yield f"{have} {what}, at most {blank.most} asked for."
