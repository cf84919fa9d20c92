"""Values as the text of one cell, and back: exactly, whatever people wrote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vaexercise.model.form import Blank, BlankKind, Value

_SEPARATING = re.compile(r"[,;،、\uff0c\uff1b\n]|^\s|\s$")


def cell_of(blank: Blank, value: Value) -> str:
    """A value in one cell: several choices between semicolons, or, with words of the group among them, a line each."""
    if not isinstance(value, tuple):
        return str(value)
    known = {item.id for item in blank.choices}
    if all(name in known and not _SEPARATING.search(name) for name in value):
        return "; ".join(value)
    return "".join(f"{name}\n" for name in value)


def listed(written: object, kind: BlankKind) -> object:
    """What was written for a blank, as plain data: lines of one cell are several choices."""
    if kind in {"many", "order"} and isinstance(written, str) and "\n" in written:
        return [line for line in written.split("\n") if line.strip()]
    return written
