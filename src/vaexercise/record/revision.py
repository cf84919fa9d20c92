"""One line of the log is one revision of one slot. This format is frozen: every later version reads it.

    <id> {"head":<head>,"salt":"<salt>","body":<body>}
    <id> {"head":<head>}                                  the body was erased

`<head>` and `<body>` are canonical JSON: UTF-8, keys sorted, no spaces, whole numbers only. With `+` for
bytes put together and every digest as 64 lower-case hexadecimal digits:

    hash = SHA-256(<salt> + <body>)        <salt> being 32 hexadecimal digits, 16 random bytes
    id   = SHA-256(<head>)                 `hash` being one of the head's keys

So every byte of a line is covered, over the bytes as they stand in the file; and a body can be erased,
with its salt, without breaking the id or the chain, and without being guessable from what is left.

The head: `at` (time, shown, never compared), `hash`, `n` (number of the line in its sitting, from 1),
`parents` (ids of the revisions of the slot that this one replaces), `prev` (id of the line before in this
sitting, "" for the first), `sitting`, `slot`, `step` (lines of a sitting that were saved as one have the
same number), `v` (format version).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from typing import Any, NamedTuple

VERSION = 1
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""32 letters and digits that are not taken for one another when read aloud."""

_ID = 64
_SALT = 32
_OPEN = b'{"head":'
_SALTED = b'},"salt":"'
_BODY = b'","body":'
_SLOT = re.compile(rb'"slot":("(?:[^"\\]|\\.)*")')

Body = Mapping[str, Any]
"""What a revision says: a JSON object. Empty means that the slot's content is deleted."""


class Damaged(ValueError):
    """A line that is not what was written. The message is the reason."""


class Revision(NamedTuple):
    """A verified line. `erased` bodies are empty and gone for good; a `v` above ours is kept as it is."""

    id: str
    slot: str
    parents: tuple[str, ...]
    prev: str
    sitting: str
    n: int
    step: int
    at: str
    v: int
    body: Body
    erased: bool = False


def token(length: int) -> str:
    """A random word of `length` characters, 5 bits each."""
    return "".join(ALPHABET[byte & 31] for byte in os.urandom(length))


def salt() -> str:
    """A new salt."""
    return os.urandom(_SALT // 2).hex()


def canonical(value: object) -> str:
    """JSON as the record has it. Raises `ValueError` or `TypeError` for what JSON cannot hold."""
    return _ENCODER.encode(value)


def _refuse(decimal: str) -> None:
    raise ValueError(f"{decimal}: decimals are kept as text, machines write them differently")


_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
_DECODER = json.JSONDecoder(parse_float=_refuse)
_READER = json.JSONDecoder()


class Place(NamedTuple):
    """Where a line stands in its sitting."""

    sitting: str
    n: int
    step: int
    prev: str
    at: str


def write(slot: str, body: Body, parents: Iterable[str], place: Place, salted: str) -> tuple[Revision, bytes]:
    """A revision and its line, with the line's end. Raises `ValueError` if the body holds a decimal."""
    named = tuple(sorted(parents))
    body_json = canonical(body)
    body_bytes = body_json.encode()
    digest = sha256(salted.encode() + body_bytes).hexdigest()
    head = _head(slot, named, place, digest).encode()
    made = sha256(head).hexdigest()
    line = b"".join((made.encode(), b" ", _OPEN, head[:-1], _SALTED, salted.encode(), _BODY, body_bytes, b"}\n"))
    body = _DECODER.decode(body_json)
    revision = Revision(made, slot, named, place.prev, place.sitting, place.n, place.step, place.at, VERSION, body)
    return revision, line


def _head(slot: str, parents: Iterable[str], place: Place, digest: str) -> str:
    """Canonical JSON of the head; ids and tokens need no quoting, words do."""
    at, sitting, named = canonical(place.at), canonical(place.sitting), ",".join(f'"{parent}"' for parent in parents)
    return (
        f'{{"at":{at},"hash":"{digest}","n":{place.n},"parents":[{named}],"prev":"{place.prev}",'
        f'"sitting":{sitting},"slot":{canonical(slot)},"step":{place.step},"v":{VERSION}}}'
    )


def read(line: bytes) -> Revision:
    """The revision in a line without its end. Raises `Damaged`."""
    name, rest = line[:_ID], line[_ID + 1 :]
    if line[_ID : _ID + 1 + len(_OPEN)] != b" " + _OPEN or rest[-1:] != b"}":
        raise Damaged("this is not a line of the log")
    head, salted, body = _parts(rest)
    if sha256(head).hexdigest().encode() != name:
        raise Damaged("the line was changed after it was written")
    facts = _object(head)
    if body and sha256(salted + body).hexdigest() != facts.get("hash"):
        raise Damaged("the content was changed after it was written")
    try:
        parents, n, step, v = facts["parents"], facts["n"], facts["step"], facts["v"]
        words = slot, prev, sitting, at = facts["slot"], facts["prev"], facts["sitting"], facts["at"]
    except KeyError as error:
        raise Damaged(f"the line has no {error}") from error
    if not (type(n) is type(step) is type(v) is int and type(parents) is list):
        raise Damaged("a number or a list of the line is none")
    if not all(type(word) is str for word in (*words, *parents)):
        raise Damaged("a word of the line is none")
    said = _object(body) if body else {}
    return Revision(name.decode(), slot, tuple(parents), prev, sitting, n, step, at, v, said, erased=not body)


def erase(line: bytes) -> bytes:
    """A line without its body and salt, which still verifies."""
    head, _, _ = _parts(line[_ID + 1 :])
    return line[: _ID + 1] + _OPEN + head + b"}"


def remains(line: bytes) -> dict[str, int]:
    """The slots that a damaged or unfinished line names, each with where it stands, if anything follows it."""
    found: dict[str, int] = {}
    for named in _SLOT.finditer(line):
        with suppress(ValueError):
            if named.end() < len(line):
                found.setdefault(str(json.loads(named[1])), named.end())
    return found


def _parts(rest: bytes) -> tuple[bytes, bytes, bytes]:
    """Head, salt and body. `},"salt":"` cannot stand inside a head: in a JSON string its quotes are escaped."""
    end = rest.find(_SALTED)
    if end < 0:
        return rest[len(_OPEN) : -1], b"", b""
    start = end + len(_SALTED)
    if rest[start + _SALT : start + _SALT + len(_BODY)] != _BODY:
        raise Damaged("this is not a line of the log")
    return rest[len(_OPEN) : end + 1], rest[start : start + _SALT], rest[start + _SALT + len(_BODY) : -1]


def _object(data: bytes) -> dict[str, Any]:
    try:
        found, end = _READER.raw_decode(text := data.decode())
    except ValueError as error:
        raise Damaged("the line is not JSON") from error
    if type(found) is not dict or end != len(text):
        raise Damaged("the line is not one map")
    return found
