"""Sheets in YAML: one group, for people who write with an editor. Prompts, hints and choices are comments."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from vaexercise.capture.sheets.pages import details, entries, filled, help_for, marks, prompt
from vaexercise.definitions import source
from vaexercise.errors import Refused
from vaexercise.model.feedback import Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.capture.sheets.pages import Page, Section
    from vaexercise.definitions.document import Document
    from vaexercise.model.feedback import Answer
    from vaexercise.model.form import Blank, Value

_HEAD = """\
# Write after the colons and the dashes; what stays empty says nothing. More points: more lines with a dash.
# In place of an answer: skipped, nothing (the group has nothing to say) or not-discussed.
# A point may have marks: {text: Il manque un budget, language: fr, star: yes}; also private, agreement, gloss, parked.
"""
_PLAIN_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
_TO_ESCAPE = re.compile("[\\x7f-\\x9f\\u2028\\u2029\\ufeff\\ufffe\\uffff]")


def read(data: bytes, file: str) -> Document:
    """What a file holds. Raises `Problems`."""
    return source.load(data, file)


def write(pages: Sequence[Page]) -> bytes:
    """The sheet of one group. Raises `Refused` for several."""
    if len(pages) != 1:
        raise Refused(reason="A YAML sheet is of one group. Say which: --group 2. Other formats hold several.")
    [page] = pages
    head = [f"group: {page.said}".rstrip(), f"by: {quoted(page.by) if page.by else ''}".rstrip()]
    lines = [line for section in page.sections for line in _section(section, page.language)]
    answers = ["answers:", *lines] if lines else ["answers: {}"]
    return "\n".join([_HEAD, *head, *answers, ""]).encode()


def quoted(text: str) -> str:
    """Text in quotation marks, in one line, as YAML reads it."""
    return _TO_ESCAPE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _key(name: str) -> str:
    return name if _PLAIN_KEY.fullmatch(name) and name != "null" else quoted(name)


def _value(value: Value) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(quoted, value))}]"
    return quoted(value) if isinstance(value, str) else str(value)


def _section(section: Section, language: str) -> Iterator[str]:
    """The comments before a question, and what stands after it."""
    key = f"  {_key(section.question.id)}:"
    yield ""
    yield f"  # {section.question.code}  {prompt(section, language)}"
    yield from (f"  # {line}" for line in help_for(section, language))
    said = entries(section)
    if section.response.state in {"skipped", "nothing", "not-discussed"}:
        yield f"{key} {section.response.state}"
    elif section.form.repeats:
        yield key
        for point in said:
            yield from _map("    - ", _pairs(section, point))
        for _ in range(section.room):
            yield from _empty_point(section, language)
    elif said:
        yield key
        yield from _map("    ", _pairs(section, said[0]))
    elif len(section.form.blanks) == 1:
        yield key
    else:
        yield key
        yield from (_empty("    ", blank, words) for blank, words in details(section, language))


def _pairs(section: Section, said: Point | Answer) -> Iterator[tuple[str, str]]:
    if isinstance(said, Point):
        yield "code", said.code
    yield from ((blank.name, _value(said.values[blank.name])) for blank in filled(section, said))
    yield from ((name, quoted(words)) for name, words in marks(said).items())


def _map(lead: str, pairs: Iterator[tuple[str, str]]) -> Iterator[str]:
    for name, value in pairs:
        yield f"{lead}{_key(name)}: {value}"
        lead = " " * len(lead)


def _empty_point(section: Section, language: str) -> Iterator[str]:
    if len(section.form.blanks) == 1:
        yield "    -"
        return
    lead = "    - "
    for blank, words in details(section, language):
        yield _empty(lead, blank, words)
        lead = " " * len(lead)


def _empty(lead: str, blank: Blank, words: str) -> str:
    return f"{f'{lead}{_key(blank.name)}:':<30}  # {words}"
