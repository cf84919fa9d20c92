"""What stands on a slide."""

from __future__ import annotations

from dataclasses import dataclass

from vaexercise.report.model import Picture, Words

NOTHING = Words("")
"""A line that is left out."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Something said, in large letters; below it, small, where it comes from and what else is known of it.

    `facts` are labels and values, in the language of the text.
    """

    text: str = ""
    language: str = ""
    code: str = ""
    star: bool = False
    beside: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Entries:
    """What was said, one below the other; as `tiles`, beside each other."""

    entries: tuple[Entry, ...] = ()
    tiles: bool = False


@dataclass(frozen=True, kw_only=True)
class Lengths:
    """Numbers to compare by length, of which `most` is the whole: also on a slide that does not show it."""

    heading: str
    unit: str
    rows: tuple[tuple[str, int], ...]
    most: int


Body = Entries | Lengths | Picture


@dataclass(frozen=True, kw_only=True)
class Idea:
    """What is to be shown, however many slides it needs. `over` stands small above the heading.

    An `opening` begins something, and has the largest heading.
    """

    heading: Words
    over: Words = NOTHING
    body: Body = Entries()
    opening: bool = False


@dataclass(frozen=True, kw_only=True)
class Slide:
    """A part of an idea that fits a screen. `size` and `head` are those of its letters and of its heading's.

    They are in tenths of a hundredth of the screen's width.
    """

    idea: Idea
    body: Body
    size: int
    head: int
    part: int = 1
    parts: int = 1
