"""Which files beside the log hold words of what somebody takes back, and which cannot be looked into."""

from __future__ import annotations

import html
import re
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

from vaexercise.workshop import folder as folders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vaexercise.plenary.echoing import Told

_SHORTEST = 6
"""What is shorter is not looked for: it stands anywhere."""
_ZIP = ".zip"


def files_beside(folder: Path, told: Told) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The files that hold the words, and those that cannot be looked into, by their paths in the folder."""
    beside = [p for p in sorted(folder.rglob("*")) if p.is_file() and p.parent.name != folders.LOG]
    wanted, found, unseen = [text for text in map(_folded, told.own) if len(text) >= _SHORTEST], [], []
    for path in beside:
        data = b""
        with suppress(OSError):
            data = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        if b"\0" in data or path.suffix.casefold() == _ZIP:
            unseen.append(name)
        elif _holds(data.decode(errors="replace"), wanted, told):
            found.append(name)
    return tuple(found), tuple(unseen)


def _holds(text: str, wanted: list[str], told: Told) -> bool:
    readings = list(_readings(text))
    return any(one in reading for reading in readings for one in wanted) or any(map(told.in_file, readings))


def _folded(text: str) -> str:
    """Text for finding it again, however it is wrapped, written large or small, or composed."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _readings(text: str) -> Iterator[str]:
    """A file as it stands, and without what HTML, Markdown and JSON put between and before letters."""
    yield _folded(text)
    yield _folded(html.unescape(re.sub(r"<[^<>]*>", "", text)))
    yield _folded(re.sub(r"\\(?=[^\w\s])|^[>#*\-\s]+", " ", text.replace("\\n", " ")).replace(' "', '"'))
    yield _folded(text.replace("\\", ""))
