"""What came of a sheet, in words: what stands otherwise than before, and what is still to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.capture.sheets.past import LANGUAGE
from vaexercise.model.form import is_asked, is_filled, shown
from vaexercise.model.text import clean_line, in_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.capture.sheets.merging import Change, Merge
    from vaexercise.model.form import Blank, Form, Value, Values

_SHOWN = 60
"""Characters of what stood or stands in an item."""


def changes(code: str, form: Form, merged: Merge, *, private: bool, filled: bool) -> Iterator[str]:
    """What becomes of each item in which something stood: `G2-Q2 finance: yes becomes no`; not what is private.

    If wanted, those that were empty too, as they are `filled`.
    """
    blanks = {blank.name: blank for blank in (*form.blanks, *form.extras)}
    for change in merged.changed:
        if change.before or filled:
            told = "changes; it is private" if private else _becomes(blanks.get(change.name), change)
            yield f"{code} {change.name if change.name != LANGUAGE else 'language'}: {told}"


def _becomes(blank: Blank | None, change: Change) -> str:
    after = _words(blank, change.after)
    before = " or ".join(_words(blank, value) for value in change.before)
    return f"{before} becomes {after}" if before else f"{after}, where nothing stood"


def _words(blank: Blank | None, value: Value) -> str:
    words = clean_line(shown(blank, value) if blank else str(value))
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"


def notices(code: str, form: Form, values: Values) -> Iterator[str]:
    """What is missing in a point or an answer in which there is something, and what does not belong together."""
    for blank in form.blanks if values else ():
        label, has_words = clean_line(in_language(blank.label, "en")), is_filled(blank, values)
        if blank.required and is_asked(blank, values) and not has_words:
            yield f"{code}: “{label}” is still empty."
        elif has_words and blank.only_if and not is_asked(blank, values):
            other, wanted = blank.only_if
            yield f"{code}: “{label}” is filled in, but is asked only if {other} is {' or '.join(wanted)}."


def open_versions(code: str, merged: Merge) -> str:
    """Why nothing of a file was put into a conflict."""
    names = ", ".join(name or "language" for name in merged.open)
    return (
        f"{code} has several versions, which differ in what the file does not say ({names}): it was left as it is. "
        f"Settle it first, then import again: vaexercise feedback settle {code} --keep NUMBER"
    )
