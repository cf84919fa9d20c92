"""Long lines made short, between words."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from textwrap import fill

WIDEST = 100
"""Longer lines are hard to follow, however wide the terminal is."""


def terminal_width() -> int:
    """The columns that text may fill on the terminal as it is now; without one, what `COLUMNS` says, or 80."""
    with suppress(OSError, ValueError):  # no terminal, or no file behind stdout
        return min(os.get_terminal_size(sys.stdout.fileno()).columns or WIDEST, WIDEST)
    return min(shutil.get_terminal_size().columns, WIDEST)


def wrapped(text: str, width: int) -> str:
    """Text with each line broken at so many characters, the rest of it hanging two behind its beginning."""
    return "\n".join(_filled(line, width) for line in text.split("\n"))


def _filled(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    return fill(line, width, subsequent_indent=" " * min(len(line) - len(line.lstrip()) + 2, width // 2))
