"""The last gate: no code, and no group by its name, stays in any string of a version that promises neither."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar, cast

from vaexercise.plenary.public.group_names import without_group_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

POINT, GROUP = "[another point]", "[a group]"
"""Square brackets say that these are not the words of the group."""
ONE_GROUP = "One group"
_VERSION = r"(?: \(version \d+ of \d+\))?"
_CODE = rf"(?:S\d+-)?(?:G\d+|PL)-[A-Z]{{1,3}}\d*\w*(?:-\d+[a-z]?)?{_VERSION}"
_SILENCE = re.compile(r"(?:(?:^| )\d+ groups? (?:skipped it|had nothing to say|did not discuss it)\.)+$")
"""What the program says last in a note: which groups said nothing, in numbers."""
_GROUP = re.compile(r"\b(?:G\d+|Group \d+(?:(?:, \d+)* and \d+)?)\b")


class Scrubber:
    """Takes the codes that are known, and all that look like one, out of text."""

    def __init__(self, codes: Iterable[str]) -> None:
        known = "|".join(map(re.escape, sorted(filter(None, codes), key=len, reverse=True)))
        one = rf"(?<![\w-])(?:{f'{known}|' if known else ''}{_CODE})(?![\w-])"
        self._code = re.compile(one)
        self._head = re.compile(rf"(^|(?<=[.!?\u2026\u061f\u3002\u17d4] )){one}(?=: )")
        self._label = re.compile(rf"^{one} (?=\S)")

    def text(self, text: str) -> str:
        """The text without them: of a remark `G2-Q2: divided`, who made it; before the words of an option, nothing."""
        if not text:
            return text
        headed = self._head.sub(ONE_GROUP, self._label.sub("", text))
        return without_group_names(_GROUP.sub(GROUP, self._code.sub(POINT, headed)), GROUP)

    def note(self, note: str) -> str:
        """A note without codes, in which what groups remarked stands in an order that follows from its words alone."""
        silence = _SILENCE.search(note)
        end = silence.start() if silence else len(note)
        heads = [head.start() for head in self._head.finditer(note, 0, end)]
        remarks = [self.text(note[a:b].strip()) for a, b in pairwise([*heads, end])]
        first = self.text(note[: heads[0] if heads else end].strip())
        return " ".join(filter(None, [first, *sorted(remarks, key=digest), note[end:].strip()]))

    def everywhere(self, value: T) -> T:
        """The same value with every string in it done: dataclasses, tuples, and the values of maps."""
        return cast("T", _each(value, self.text))


def digest(*words: str) -> str:
    """Orders things by their words alone, and in no order that words have: who spoke first is not to be seen."""
    return sha256("\0".join(words).encode(errors="surrogatepass")).hexdigest()


def _each(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401  what comes in goes out
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_each(item, change) for item in value)
    if isinstance(value, Mapping):
        return {key: _each(item, change) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _each(getattr(value, f.name), change) for f in fields(value)})
    return value
