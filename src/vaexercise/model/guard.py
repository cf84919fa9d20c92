"""Text in cells of spreadsheets: never a formula, and back exactly as people wrote it."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_OWN_GUARD = re.compile(r"'+[=+\-@\t\r]")


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe comes before what would be one."""
    return f"'{text}" if _FORMULA.match(text) else text


def told_apart(text: str) -> str:
    """Text for a cell that is known to be text: only what `unguarded` would change gets an apostrophe."""
    return f"'{text}" if _OWN_GUARD.match(text) else text


def unguarded(text: str) -> str:
    """The text of a cell without the apostrophe of `guarded` or `told_apart`."""
    return text[1:] if _OWN_GUARD.match(text) else text
