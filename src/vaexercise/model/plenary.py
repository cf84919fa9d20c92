"""What the plenary sees of a question: lines and grids, each line with the code it points back to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Line:
    """Something a group said, word for word. `code` is where; `star` marks a headline.

    `beside` is what stands next to the words and is not of them: a translation, how far the group agrees.
    """

    code: str
    text: str
    language: str = ""
    star: bool = False
    beside: str = ""


@dataclass(frozen=True, kw_only=True)
class Lines:
    """What one group, or all of them, said to a question."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table whose first column heads its rows. `rows` are as long as `columns`.

    `languages` are those of the rows ("" where a row has none of its own). `attributed` are the columns that
    say which group said something: a report that must not say so leaves them out.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    languages: tuple[str, ...] = ()
    note: str = ""
    attributed: tuple[int, ...] = ()


Block = Lines | Grid
