"""YAML as people write it: every scalar stays the text that was written, every problem gets its line.

PyYAML would read `no` as False and `12:30` as 750; here the type of the key decides later. Anchors,
tags and merge keys are refused: nobody needs them to write an exercise, and they hide what a file says.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import TYPE_CHECKING, Any, Protocol

import yaml

from vaexercise.definitions.document import MOST_PROBLEMS, Document, Mark, Page, Path, harmless, quoted, spelled
from vaexercise.definitions.syntax import DEEPEST, TOO_DEEP, Trouble, explain
from vaexercise.errors import Problem, Problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["DEEPEST", "LARGEST", "Document", "load"]

LARGEST = 2_000_000
"""Bytes. A long exercise has 20,000."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UNREADABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TOP = Mark(1, 1)
_AS_KEY = "\0"
"""A part of a path that no key can be: what stands in a key has no path of its own."""


def load(data: bytes, file: str, top: type[dict[str, Any] | list[Any]] = dict) -> Document:
    """Read a definition: a map, or a list if `top` says so. Raises `Problems`, all as far as the reader can go on."""
    page, text = _decoded(data, file)
    reader = _Reader(page, top)
    try:
        return reader.document(text)
    except yaml.MarkedYAMLError as error:
        raise Problems([*reader.problems, explain(reader.trouble(error))]) from error


def _decoded(data: bytes, file: str) -> tuple[Page, str]:
    nothing = Page(file, ())
    if len(data) > LARGEST:
        facts = {"size": len(data) / 1_000_000, "most": LARGEST // 1_000_000}
        raise Problems([nothing.problem(_TOP, "the file has {size:.1f} MB; a definition has at most {most}", facts)])
    if data.startswith(_WIDE_MARKS):
        raise Problems([nothing.problem(_TOP, "the file is saved as UTF-16; save it as UTF-8")])
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in data:
        raise Problems([nothing.problem(_TOP, "this is no text file; a definition is plain text, saved as UTF-8")])
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise Problems([_undecodable(data, error.start, file)]) from error
    page = Page.of(file, text)
    if unreadable := list(_unreadable(page)):
        raise Problems(unreadable[:MOST_PROBLEMS])
    return page, text


def _undecodable(data: bytes, start: int, file: str) -> Problem:
    before = Page.of(file, data[:start].decode())
    mark = Mark(len(before.lines), len(before.lines[-1]) + 1)
    sentence = "a byte here (hexadecimal {byte:02x}) is not UTF-8; save the file as UTF-8"
    return Page.of(file, data.decode(errors="replace")).problem(mark, sentence, {"byte": data[start]})


def _unreadable(page: Page) -> Iterator[Problem]:
    for number, line in enumerate(page.lines, start=1):
        if found := _UNREADABLE.search(line):
            facts = {"code": f"U+{ord(found[0]):04X}"}
            mark = Mark(number, found.start() + 1)
            yield page.problem(mark, "an invisible control character ({code}) stands here; delete it", facts)


class _Reader:
    """Turns the events of a YAML reader into plain data. One use."""

    def __init__(self, page: Page, top: type[dict[str, Any] | list[Any]]) -> None:
        self.page = page
        self.top = top
        self.marks: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.problems: list[Problem] = []
        self.last: yaml.Event | None = None

    def document(self, text: str) -> Document:
        self.events = self.watched(text)
        event = next(self.events, None)
        data = None if event is None else self.node(event, ())
        for extra in self.events:
            self.problem(_mark(extra.start_mark), (), "a second document begins here; put one exercise into one file")
            self.stop()
        if not isinstance(data, self.top):
            self.misshapen(data)
        if self.problems:
            self.stop()
        return Document(data, self.page, self.marks, self.keys)

    def watched(self, text: str) -> Iterator[yaml.Event]:
        """The events that carry data; the last one is kept for explaining what went wrong after it."""
        framing = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)
        for event in yaml.parse(text, Loader=_Loader):
            self.last = event
            if not isinstance(event, framing):
                yield event

    def problem(self, mark: Mark, path: Path, sentence: str, facts: Mapping[str, object] | None = None) -> None:
        self.problems.append(self.page.problem(mark, sentence, facts, spelled(path)))
        if len(self.problems) >= MOST_PROBLEMS:
            self.stop()

    def stop(self) -> None:
        raise Problems(self.problems)

    def node(self, event: yaml.Event, path: Path) -> Any:  # noqa: ANN401  what a file may hold
        self.marks[path] = _mark(event.start_mark)
        self.refuse(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(path)
        return _scalar(event)

    def refuse(self, event: yaml.Event, path: Path) -> None:
        """What YAML has and definitions have not."""
        mark = _mark(event.start_mark)
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            sentence = "*{name} stands for something elsewhere (an alias); write it out, or put text in quotes"
            self.problem(mark, path, sentence, {"name": harmless(str(anchor))})
        elif anchor is not None:
            sentence = "&{name} names this part (an anchor); leave it out, or put text in quotes"
            self.problem(mark, path, sentence, {"name": harmless(anchor)})
        if tag is not None and not (tag == "!" and getattr(event, "style", None)):
            facts = {"tag": quoted(tag.replace("tag:yaml.org,2002:", "!!"))}
            self.problem(mark, path, "{tag} is a YAML tag; leave it out, or put text in quotes", facts)
        if len(path) > DEEPEST:
            self.problem(mark, (), TOO_DEEP, {"most": DEEPEST})
            self.stop()

    def sequence(self, path: Path) -> list[Any]:
        return [self.node(event, (*path, place)) for place, event in enumerate(self.until(yaml.SequenceEndEvent))]

    def mapping(self, path: Path) -> dict[str, Any]:
        built: dict[str, Any] = {}
        for event in self.until(yaml.MappingEndEvent):
            key = self.key(event, path, built)
            value = self.node(next(self.events), (*path, key))
            built.setdefault(key, value)
        return built

    def until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        for event in self.events:
            if isinstance(event, end):
                return
            yield event

    def key(self, event: yaml.Event, path: Path, built: Mapping[str, Any]) -> str:
        """The key of a map; what cannot be one is a problem."""
        mark = _mark(event.start_mark)
        written = self.node(event, (*path, _AS_KEY))
        key = unicodedata.normalize("NFC", written) if isinstance(written, str) else ""
        if not key.strip() or not key.isprintable():
            self.problem(mark, path, "a key must be words, not {key}", {"key": quoted(written)})
        elif key == "<<":
            self.problem(mark, path, "<< takes keys from elsewhere (a merge key); write the keys out")
        elif key in built:
            facts = {"line": self.keys[*path, key].line}
            self.problem(mark, (*path, key), "written twice; first on line {line}", facts)
        self.keys.setdefault((*path, key), mark)
        return key

    def misshapen(self, data: object) -> None:
        """A file that holds something else than it should, or nothing."""
        written = "\n".join(self.page.lines)
        if isinstance(data, str):
            found = "only text; each line should read key: value, with a space after the colon"
        elif data is not None:
            wanted = "a map, key: value" if self.top is dict else "a list, each entry after a -"
            found = f"{quoted(data)}; it should hold {wanted}"
        elif written.strip():
            found = "only comments"
        else:
            found = "nothing"
        self.problem(_TOP, (), "the file holds {found}", {"found": found})

    def trouble(self, error: yaml.MarkedYAMLError) -> Trouble:
        """What the YAML reader said when it gave up, and where."""
        at = _mark(error.problem_mark)
        began = _mark(error.context_mark or error.problem_mark)
        said = f"{error.context or ''}: {error.problem or ''}"
        return Trouble(self.page, said, at, began, self.quote_before(at))

    def quote_before(self, at: Mark) -> Mark | None:
        """Where a quoted text over several lines begins that ends just before a place."""
        last = self.last
        if not isinstance(last, yaml.ScalarEvent) or last.style not in {"'", '"'}:
            return None
        start = _mark(last.start_mark)
        return start if start.line < _mark(last.end_mark).line == at.line else None


class _Place(Protocol):
    """A place as the YAML reader has it, from 0."""

    line: int
    column: int


def _mark(place: _Place | None) -> Mark:
    return Mark(place.line + 1, place.column + 1) if place else _TOP


def _scalar(event: yaml.Event) -> str | None:
    if not isinstance(event, yaml.ScalarEvent):
        return None
    words: str = event.value
    plain_nothing = not event.style and words in {"", "~", "null"}
    return None if plain_nothing else words
