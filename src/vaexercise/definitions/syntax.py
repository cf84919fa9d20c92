"""What a person did when a YAML reader gave up, in plain words: the reader's own help only those who wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.definitions.document import Mark, Page, quoted

if TYPE_CHECKING:
    from vaexercise.errors import Problem

DEEPEST = 50
"""Levels of maps and lists inside each other. Newer readers give up at a thousand by themselves."""
TOO_DEEP = "maps and lists are nested deeper than {most} levels"

_JOINED_KEY = re.compile(r"\s*(?:- +)*([A-Za-z_][\w-]*):[^\s/]")
_KEY = re.compile(r"\s*(?:- +)*[^\s#\"'][^#\"']*?:\s")


@dataclass(frozen=True)
class Trouble:
    """Where a YAML reader gave up.

    It `said` something `at` a place, about something that `began` earlier; `quote` is where a quoted text
    over several lines begins, if the last thing read before was one.
    """

    page: Page
    said: str
    at: Mark
    began: Mark
    quote: Mark | None = None

    @property
    def line(self) -> str:
        """The line on which the reader gave up."""
        return self.page.line(self.at.line)

    @property
    def rest(self) -> str:
        """What stands on that line from there on."""
        return self.line[self.at.column - 1 :]


@dataclass(frozen=True)
class _Hunch:
    mark: Mark
    sentence: str
    facts: Mapping[str, object]


def explain(trouble: Trouble) -> Problem:
    """The first hunch that fits, as a problem."""
    fitting = (hunch(trouble) for hunch in _HUNCHES)
    found = next(filter(None, fitting), None) or _Hunch(trouble.at, _LOST, {})
    return trouble.page.problem(_within(trouble.page, found.mark), found.sentence, found.facts)


_LOST = "from here on this cannot be read as YAML; compare this line and the one above with a shipped exercise"


def _within(page: Page, mark: Mark) -> Mark:
    """A place where nothing stands any more becomes the end of the last line on which something does."""
    while mark.line > 1 and not page.line(mark.line).strip():
        mark = Mark(mark.line - 1, len(page.line(mark.line - 1)) + 1)
    return mark


def _too_deep(trouble: Trouble) -> _Hunch | None:
    return _Hunch(trouble.at, TOO_DEEP, {"most": DEEPEST}) if "nesting depth" in trouble.said else None


def _tab(trouble: Trouble) -> _Hunch | None:
    number = trouble.at.line
    if "\t" not in _indent(trouble.line):
        return None
    more = sum("\t" in _indent(line) for line in trouble.page.lines[number:])
    also = "" if not more else f", and so {'is 1 line' if more == 1 else f'are {more} lines'} below"
    place = Mark(number, trouble.line.index("\t") + 1)
    return _Hunch(place, "this line is indented with a tab{also}; use spaces", {"also": also})


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _open_quote(trouble: Trouble) -> _Hunch | None:
    unfinished = "quoted scalar" in trouble.said and re.search(
        "end of stream|document (indicator|separator)", trouble.said
    )
    mark = trouble.began if unfinished else trouble.quote
    if mark is None:
        return None
    sign = trouble.page.line(mark.line)[mark.column - 1 : mark.column]
    return _Hunch(
        mark,
        "the quote {sign} that opens here is not closed where it should be; close it after the text",
        {"sign": sign},
    )


def _after_quote(trouble: Trouble) -> _Hunch | None:
    before = trouble.line[: trouble.at.column - 1].rstrip()
    if "block mapping" not in trouble.said or before[-1:] not in {'"', "'"}:
        return None
    return _Hunch(
        trouble.at,
        "the quoted text ends before this; put the whole text in quotes, and write a quote {sign} inside it as {twice}",
        {"sign": before[-1], "twice": "''" if before[-1] == "'" else '\\"'},
    )


def _escape(trouble: Trouble) -> _Hunch | None:
    if not re.search("escape|hexd?ecimal|hexadecimal", trouble.said):
        return None
    return _Hunch(trouble.at, "a backslash in double quotes must be doubled: \\\\; or use single quotes", {})


def _joined_key(trouble: Trouble) -> _Hunch | None:
    for number in dict.fromkeys((trouble.began.line, trouble.at.line, trouble.at.line - 1)):
        if found := _JOINED_KEY.match(trouble.page.line(number)):
            place = Mark(number, found.end())
            return _Hunch(
                place, "a space is missing after the colon: write {key}: and then the text", {"key": found[1]}
            )
    return None


def _colon(trouble: Trouble) -> _Hunch | None:
    if "mapping values are not allowed" not in trouble.said:
        return None
    if _KEY.match(f"{trouble.line[: trouble.at.column - 1]} "):
        return _Hunch(trouble.at, 'text with a colon in it must stand in quotes: "…: …"', {})
    return _Hunch(
        Mark(trouble.at.line, len(_indent(trouble.line)) + 1),
        "this line stands further right than the line above allows; begin it where the key above begins",
        {},
    )


def _no_key(trouble: Trouble) -> _Hunch | None:
    return _Hunch(trouble.at, "a key is missing before this colon", {}) if trouble.rest.startswith(":") else None


def _dash(trouble: Trouble) -> _Hunch | None:
    if "sequence entries are not allowed" not in trouble.said:
        return None
    return _Hunch(trouble.at, "a list begins on a line of its own; put each - below its key", {})


def _sign(trouble: Trouble) -> _Hunch | None:
    opened = re.search("an? (anchor|alias|tag|directive)|tag handle|any token", trouble.said)
    if not opened:
        return None
    mark = trouble.at if opened[0] == "any token" else trouble.began
    char = trouble.page.line(mark.line)[mark.column - 1 : mark.column]
    return _Hunch(mark, "text cannot begin with {sign}; put it in quotes", {"sign": quoted(char)})


def _bracket(trouble: Trouble) -> _Hunch | None:
    if not re.search("flow (mapping|sequence|node)", trouble.said):
        return None
    opened = trouble.page.line(trouble.began.line)[trouble.began.column - 1 : trouble.began.column]
    if opened not in {"[", "{"}:
        return _Hunch(trouble.at, "a bracket, [ or {{, that opens before this is not closed", {})
    if trouble.at.line > trouble.began.line:
        sentence = "the bracket {sign} that opens here is not closed, or text inside it needs quotes"
        return _Hunch(trouble.began, sentence, {"sign": opened})
    return _Hunch(
        trouble.at,
        "inside brackets {sign} this cannot be read; put the text in quotes, or write each part on a line of its own",
        {"sign": opened},
    )


def _no_colon(trouble: Trouble) -> _Hunch | None:
    if "could not find expected ':'" not in trouble.said:
        return None
    return _Hunch(trouble.began, "a colon is missing on this line; it should read key: value", {})


def _block_text(trouble: Trouble) -> _Hunch | None:
    if "block scalar" not in trouble.said:
        return None
    return _Hunch(
        trouble.at, "after | or > nothing may stand on this line; begin the text on the next one, indented", {}
    )


def _closing(trouble: Trouble) -> _Hunch | None:
    if "block node" not in trouble.said:
        return None
    return _Hunch(trouble.at, "no value can begin here; put the text in quotes", {})


def _crooked(trouble: Trouble) -> _Hunch | None:
    if not re.search("block (mapping|collection|end)|document start", trouble.said):
        return None
    above = "the lines above"
    if trouble.began.line < trouble.at.line:
        above = f"the {'list' if 'collection' in trouble.said else 'keys'} begun on line {trouble.began.line}"
    sentence = "this does not line up with {above}; keys of one map, and the - of one list, begin below each other"
    return _Hunch(trouble.at, sentence, {"above": above})


_HUNCHES: tuple[Callable[[Trouble], _Hunch | None], ...] = (
    _too_deep,
    _tab,
    _open_quote,
    _after_quote,
    _escape,
    _joined_key,
    _colon,
    _dash,
    _bracket,
    _no_key,
    _sign,
    _no_colon,
    _block_text,
    _closing,
    _crooked,
)
