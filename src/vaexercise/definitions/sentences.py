"""What is wrong with a value, in our own words: one sentence for each type of error that pydantic can find here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from vaexercise.definitions.document import Path, quoted
from vaexercise.model.text import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Error = Mapping[str, Any]
Loc = tuple[str | int, ...]
"""Where pydantic found an error: the path, with the names of the types tried in between."""

_UNKNOWN_KEY = "unexpected_keyword_argument"
_KEY_PART = "[key]"
_MAP = "must be a map, lines such as key: value, {found}"
_NUMBER = "must be a whole number such as 12, {found}"
_YES_NO = "must be yes or no, {found}"

SENTENCES: Mapping[str, str] = {
    "missing": "the key {key} is missing",
    _UNKNOWN_KEY: "the key {key} is not known here; {hint}",
    "string_type": "must be text, {found}",
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_parsing_size": "must be a shorter number, {found}",
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "literal_error": "must be {words}, {found}{hint}",
    "tuple_type": "must be a list, each entry after a - on a line of its own, {found}",
    "dict_type": _MAP,
    "dataclass_type": _MAP,
}
"""By pydantic's type of the error. A test walks all that the definitions' types can give."""

_CHOICES: Mapping[frozenset[str], str] = {
    frozenset({"string_type", "dict_type"}): "must be text, or a map of languages and texts, {found}",
    frozenset({"string_type", "dataclass_type"}): "must be a word, or a map with id and label, {found}",
    frozenset({"string_type", "tuple_type"}): "must be a list, or the name of a shared list, {found}",
}
"""Where several shapes would do and the value has none of them."""

_SHAPES = frozenset().union(*_CHOICES)


@dataclass(frozen=True)
class Wrong:
    """What is wrong, where, and whether with the key or with its value."""

    path: Path
    sentence: str
    facts: Mapping[str, object]
    at_key: bool = False


def worded(errors: Sequence[Error], kind: type, data: object) -> Iterator[Wrong]:
    """Errors that pydantic found in `data` as a `kind`, in words."""
    meant = list(_meant(errors, data))
    misspelt = {(e["loc"][:-1], _key_hint(kind, e["loc"])) for e, _ in meant if e["type"] == _UNKNOWN_KEY}
    for error, shapes in meant:
        loc = error["loc"]
        if error["type"] == "missing" and (loc[:-1], f"did you mean {loc[-1]}?") in misspelt:
            continue
        sentence = _CHOICES.get(shapes) or SENTENCES[error["type"]]
        at_key = error["type"] == _UNKNOWN_KEY or loc[-1:] == (_KEY_PART,)
        yield Wrong(_known(loc, data), sentence, _facts(error, kind), at_key)


def _facts(error: Error, kind: type) -> dict[str, object]:
    facts: dict[str, object] = {
        "key": quoted(error["loc"][-1] if error["loc"] else ""),
        "found": found_not(error["input"]),
    }
    if error["type"] == "literal_error":
        words = re.findall("'([^']*)'", error["ctx"]["expected"])
        near = did_you_mean(str(error["input"]), words) if len(words) > 1 else ""
        facts |= {"words": either(words), "hint": f"; {near}" if near else ""}
    elif error["type"] == _UNKNOWN_KEY:
        facts["hint"] = _key_hint(kind, error["loc"])
    return facts


def _meant(errors: Sequence[Error], data: object) -> Iterator[tuple[Error, frozenset[str]]]:
    """The errors of the alternative that a value was meant to be; all in one, if it has the shape of none."""
    tried: dict[Loc, list[Error]] = {}
    for error in errors:
        if _is_alternative(error, data):
            tried.setdefault(error["loc"][:-1], []).append(error)
    for error in errors:
        point = error["loc"][:-1]
        others = tried.get(point, [])
        if error not in others:
            yield error, frozenset()
        elif error is others[0] and not any(e["loc"][: len(point)] == point and e not in others for e in errors):
            yield error, frozenset(e["type"] for e in others)


def _is_alternative(error: Error, data: object) -> bool:
    """Whether the value has not the shape of one of several types: then the place ends with that type's name."""
    loc = error["loc"]
    return bool(loc) and error["type"] in _SHAPES and _known(loc, data) == _known(loc[:-1], data)


def _known(loc: Loc, data: Any) -> Path:  # noqa: ANN401  any part of a file
    """The part of a place that exists in the file; the names of types in between are skipped."""
    path: Path = ()
    for part in loc:
        inside = part in data if isinstance(data, dict) else isinstance(data, (list, tuple)) and isinstance(part, int)
        if inside:
            data = data[part]
            path = (*path, part)
    return path


def keys_at(kind: type, loc: Loc) -> tuple[str, ...]:
    """The keys that a record of `kind` takes at a place inside it."""
    hints = [kind]
    for part in loc:
        inner = [found for hint in hints for found in _inside(hint, part)]
        hints = inner or hints
    return tuple(
        f.name for hint in hints if is_dataclass(hint) for f in fields(hint) if f.metadata.get("written", True)
    )


def unwritten(kind: type, data: Mapping[str, object]) -> list[Error]:
    """Errors like pydantic's for keys that the dataclass has, but that nobody may write."""
    held = {f.name for f in fields(kind)} - set(keys_at(kind, ())) if is_dataclass(kind) else set()
    return [{"type": _UNKNOWN_KEY, "loc": (key,), "input": data[key]} for key in data if key in held]


def _inside(hint: Any, part: str | int) -> Iterator[Any]:  # noqa: ANN401  type hints are of many types
    """The types that a part of a value can have, unions taken apart."""
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        found = [hints[part]] if part in hints else []
    else:
        found = list(get_args(hint))[-1 if issubclass(get_origin(hint) or str, Mapping) else 0 :][:1]
    for each in found:
        yield from get_args(each) if get_origin(each) in (Union, UnionType) else [each]


def _key_hint(kind: type, loc: Loc) -> str:
    key, known = str(loc[-1]), keys_at(kind, loc[:-1])
    if ":" in key:
        return "put a space after the colon"
    alias = _SAME.get(key, "")
    near = f"did you mean {alias}?" if alias in known else did_you_mean(key, known)
    return near or f"known are {', '.join(known)}"


_SAME = {
    "type": "kind",
    "text": "prompt",
    "question": "prompt",
    "name": "title",
    "duration": "minutes",
    "time": "minutes",
}
"""Words that people write for a key, because other tools call it so."""


def found_not(value: object) -> str:
    """What stands where something else should."""
    return "but nothing stands here" if value is None else f"not {quoted(value)}"


def either(words: Sequence[str]) -> str:
    """Words to choose from: `a, b or c`."""
    return " or ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
