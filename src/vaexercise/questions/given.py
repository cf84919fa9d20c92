"""Answers in a file: plain data matched with a form, with everything wrong in it at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.errors import Unreadable
from vaexercise.model.form import is_asked, is_filled
from vaexercise.model.question import Fault
from vaexercise.model.signs import plain_signs
from vaexercise.model.text import did_you_mean, in_language
from vaexercise.questions.choices import folded
from vaexercise.questions.picking import Picker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.model.form import Blank, Form, Value, Values

Path = tuple[str | int, ...]
Reader = Callable[["Blank", str], "Value"]
MISSING = "{name} is missing ({label}): write it"
SHORT = 60
"""How much of what was written a sentence repeats, in characters."""


def known_as(name: str) -> str:
    """The name or label of a blank for comparison: also without case, accents and typographic signs."""
    return folded(plain_signs(name))


class GivenReader:
    """Reads plain data into the blanks of a form; `faults` fills up on the way.

    If it is `partial`, more may stand elsewhere: then no blank has to be filled in for itself or for another.
    """

    def __init__(self, form: Form, read: Reader, *, partial: bool = False) -> None:
        self.form = form
        self._partial = partial
        self.faults: list[Fault] = []
        self._read = read
        every = [*form.blanks, *form.extras]
        self._blanks = {known_as(name): b for b in reversed(every) for name in _names(b)}
        self._blanks |= {known_as(blank.name): blank for blank in every}

    def read(self, given: object) -> list[Values]:
        """One map of values for each time the form is filled in."""
        if not self.form.blanks:
            if given not in (None, "", {}, []):
                self._fault((), "nothing is filled in here: take this out")
            return []
        if not self.form.repeats:
            return [self._record(given, ())]
        if not isinstance(given, list):
            self._fault((), "write a list here, with one {noun} in each entry", noun=self.form.noun)
            return []
        return [self._record(entry, (place,)) for place, entry in enumerate(given)]

    def _record(self, given: object, path: Path) -> Values:
        values: dict[str, Value] = {}
        for blank, item, at in self._parts(given, path):
            if blank.name in values:
                self._fault(at, "{name} is given twice: once by its name, once by its label", name=blank.name)
            value = self._value(blank, item, at)
            if value not in ("", ()):
                values[blank.name] = value
        tried = {fault.path for fault in self.faults}
        for blank in () if self._partial else self.form.blanks:
            self._check(blank, values, path, tried)
        return values

    def _parts(self, given: object, path: Path) -> Iterator[tuple[Blank, object, Path]]:
        """What is given for which blank. A fixed row may hold its columns as a map of its own."""
        if not isinstance(given, Mapping):
            if self.form.repeats or len(self.form.blanks) == 1:
                yield self.form.blanks[0], given, path
            else:
                names = ", ".join(blank.name for blank in self.form.blanks)
                self._fault(path, "write a map here, with: {names}", names=_short(names))
            return
        for key, item in given.items():
            at = (*path, str(key))
            if blank := self._blanks.get(known_as(str(key))):
                yield blank, item, at
            elif isinstance(item, Mapping) and any(
                known_as(b.name).startswith(f"{known_as(str(key))}.") for b in self.form.blanks
            ):
                yield from self._row(str(key), item, at)
            else:
                self._unknown(str(key), at)

    def _row(self, row: str, cells: Mapping[object, object], path: Path) -> Iterator[tuple[Blank, object, Path]]:
        for key, item in cells.items():
            if blank := self._blanks.get(known_as(f"{row}.{key}")):
                yield blank, item, (*path, str(key))
            else:
                self._unknown(f"{row}.{key}", (*path, str(key)))

    def _value(self, blank: Blank, item: object, path: Path) -> Value:
        if isinstance(item, list):
            return self._list(blank, item, path)
        if isinstance(item, Mapping):
            self._fault(path, "write one value here, not a map")
            return ""
        try:
            return self._read(replace(blank, required=False), _word(item))
        except Unreadable as error:
            self._fault(path, "{typed} does not fit here. {advice}", typed=_short(_word(item)), advice=str(error))
            return ""

    def _list(self, blank: Blank, items: list[object], path: Path) -> Value:
        if blank.kind == "text":
            return self._read(replace(blank, required=False), "\n".join(map(_word, items)))
        if blank.kind not in {"many", "order"}:
            self._fault(path, "write one value here, not a list")
            return ""
        single = replace(blank, kind="one")
        read = [self._value(single, item, (*path, place)) for place, item in enumerate(items)]
        try:
            return Picker(blank).arranged(str(value) for value in read if value)
        except Unreadable as error:
            self._fault(path, "{advice}", advice=str(error))
            return ()

    def _check(self, blank: Blank, values: Values, path: Path, tried: set[Path]) -> None:
        asked, filled = is_asked(blank, values), is_filled(blank, values)
        if filled and not asked and blank.only_if:
            other, wanted = blank.only_if
            facts = {"name": blank.name, "other": other, "wanted": " or ".join(wanted)}
            self._fault((*path, blank.name), "{name} is asked only if {other} is {wanted}: take it out", **facts)
        if blank.required and asked and not filled and not any(at[: len(path)] == path for at in tried):
            self._fault((*path, blank.name), MISSING, **named(blank))

    def _unknown(self, name: str, path: Path) -> None:
        known = [blank.name for blank in (*self.form.blanks, *self.form.extras)]
        hint = did_you_mean(name, known) or f"there are: {_short(', '.join(known))}"
        self._fault(path, "{name} is not asked here: {hint}", name=_short(name), hint=hint)

    def _fault(self, path: Path, sentence: str, **facts: object) -> None:
        self.faults.append(Fault(path, sentence, facts))


def named(blank: Blank) -> dict[str, object]:
    """A blank as facts of a sentence: its name, and its label as far as there is room for it."""
    return {"name": blank.name, "label": _short(in_language(blank.label, "en"))}


def _names(blank: Blank) -> Iterator[str]:
    yield from ((blank.label,) if isinstance(blank.label, str) else blank.label.values())


def _word(item: object) -> str:
    """A scalar as a person would have typed it."""
    if isinstance(item, bool):
        return "yes" if item else "no"
    return "" if item is None else str(item)


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
