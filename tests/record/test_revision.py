"""The line format, which is frozen."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.record import revision

LETTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
BODIES = st.dictionaries(
    LETTERS,
    st.recursive(
        st.none() | st.booleans() | st.integers() | LETTERS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LETTERS, inner, max_size=3),
        max_leaves=6,
    ),
    max_size=4,
)


def written(body: revision.Body, slot: str = "point/s/x") -> tuple[revision.Revision, bytes]:
    place = revision.Place(sitting="abc", n=1, step=1, prev="", at="2012-05-22T14:20:05+02:00")
    return revision.write(slot, body, (), place, "5" * 32)


@settings(deadline=None)
@given(BODIES, LETTERS)
def test_what_is_written_is_read(body: revision.Body, slot: str) -> None:
    """Any JSON body in any slot comes back as it was, from one line."""
    made, line = written(body, slot)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert revision.read(line[:-1]) == made
    assert dict(made.body) == json.loads(json.dumps(body))


@settings(deadline=None, max_examples=30)
@given(BODIES)
def test_every_flipped_byte_is_found(body: revision.Body) -> None:
    """Whatever byte of a line is changed, to whatever neighbour, the line is refused."""
    _, line = written({"text": "No budget line", **body})
    for place in range(len(line) - 1):
        for other in (line[place] ^ 1, line[place] ^ 32, 0):
            if other != line[place]:
                with pytest.raises(revision.Damaged):
                    revision.read(line[:place] + bytes([other]) + line[place + 1 : -1])


def test_an_erased_body_leaves_a_valid_line() -> None:
    """A line without body and salt still has its id, and says that it was erased."""
    made, line = written({"name": "Amara"})
    erased = revision.erase(line[:-1])
    read = revision.read(erased)
    assert (read.id, read.slot, read.erased, dict(read.body)) == (made.id, made.slot, True, {})
    assert b"Amara" not in erased
    assert b"5555" not in erased
    assert revision.erase(erased) == erased


def test_the_id_formula_is_the_documented_one() -> None:
    """The id and the hash can be computed again with nothing but SHA-256 over the bytes of the line."""
    _, line = written({"text": "é"})
    name, _, rest = line[:-1].partition(b" ")
    head, _, tail = rest[len(b'{"head":') :].partition(b',"salt":"')
    assert sha256(head).hexdigest().encode() == name
    body = tail[32 + len(b'","body":') : -1]
    assert json.loads(head)["hash"] == sha256(tail[:32] + body).hexdigest()


def test_a_newer_version_is_read() -> None:
    """A line that a later version wrote, with keys that we do not know, is kept and verified."""
    head = b'{"at":"","colour":"red","hash":"","n":1,"parents":[],"prev":"","sitting":"a","slot":"x/y","step":1,"v":9}'
    line = sha256(head).hexdigest().encode() + b' {"head":' + head + b"}"
    assert revision.read(line).v == 9


@pytest.mark.parametrize(
    "head",
    [
        b"[]",
        b"{}",
        b"{",
        b'{"at":1,"hash":"","n":1,"parents":[],"prev":"","sitting":"a","slot":"x","step":1,"v":1}',
        b'{"at":"","hash":"","n":"1","parents":[],"prev":"","sitting":"a","slot":"x","step":1,"v":1}',
        b'{"at":"","hash":"","n":1,"parents":[2],"prev":"","sitting":"a","slot":"x","step":1,"v":1}',
    ],
)
def test_a_head_of_another_shape_is_damage(head: bytes) -> None:
    """A line whose id is right but whose head is none of ours is refused, not half read."""
    with pytest.raises(revision.Damaged):
        revision.read(sha256(head).hexdigest().encode() + b' {"head":' + head + b"}")


def test_decimals_are_refused() -> None:
    """A decimal in a body is a fault of the program: machines write them differently."""
    with pytest.raises(ValueError, match="text"):
        written({"values": [{"share": 0.5}]})
    with pytest.raises(ValueError, match="JSON"):
        written({"share": float("nan")})


def test_tokens_use_letters_that_can_be_read_aloud() -> None:
    """A token is as long as asked for and made of the alphabet only."""
    word = revision.token(500)
    assert len(word) == 500
    assert set(word) == set(revision.ALPHABET)


@settings(deadline=None)
@given(LETTERS, LETTERS, st.lists(st.text("0123456789abcdef", min_size=64, max_size=64), max_size=3))
def test_the_head_is_canonical(slot: str, at: str, parents: list[str]) -> None:
    """The head stands in the line exactly as sorted JSON without spaces has it."""
    place = revision.Place(sitting="abc", n=7, step=2, prev="", at=at)
    _, line = revision.write(slot, {"a": 1}, parents, place, "5" * 32)
    head = line[len(b"0" * 64 + b' {"head":') : line.rindex(b',"salt":"')].decode()
    assert head == revision.canonical(json.loads(head))
    assert json.loads(head)["parents"] == sorted(parents)
