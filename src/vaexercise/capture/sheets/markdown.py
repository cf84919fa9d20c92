"""Text from people in Markdown and back, exactly: every sign that could mean something is escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIGNS = re.compile(r"[\\`*_\[\]<>|~&$]")
_NAME_SIGNS = re.compile(r"[\\`*_\[\]<>|~&$:]")
_START = re.compile(r"^(?:[#+\-=:]|\d+(?=[.)]))")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_OPEN_END = re.compile(r"(?<!\\)(?:\\\\)*\\$")


def escaped(text: str, indent: str = "") -> str:
    """Text as a reader of Markdown shows it; each of its lines but the last ends with a backslash, a hard break."""
    return f"\\\n{indent}".join(_disarmed(_SIGNS.sub(r"\\\g<0>", line)) for line in text.split("\n")).rstrip(" ")


def escaped_name(name: str) -> str:
    """A name in one line that a colon follows, and that holds none itself."""
    return re.sub(r"^[#+\-=]|^\d+(?=[.)])", lambda at: _before(at[0]), _NAME_SIGNS.sub(r"\\\g<0>", name))


def _disarmed(line: str) -> str:
    return _START.sub(lambda at: _before(at[0]), line)


def _before(start: str) -> str:
    return f"{start}\\" if start.isdecimal() else f"\\{start}"


def unescaped(lines: Sequence[str]) -> str:
    """The text that the lines of an item or paragraph show: a hard break is a line end, any other a space."""
    found = ""
    for place, line in enumerate(lines):
        is_broken = bool(_OPEN_END.search(line))
        bare = line[:-1] if is_broken else line
        last = place == len(lines) - 1
        found += _ESCAPED.sub(r"\1", bare) + ("\n" if is_broken else "" if last else " ")
    return found
