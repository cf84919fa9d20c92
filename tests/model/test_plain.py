from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.model.feedback import Answer, Point
from vaexercise.model.plain import from_plain, to_plain


@dataclass(frozen=True, kw_only=True)
class Inner:
    """A record in a record."""

    word: str
    number: int | None = None


@dataclass(frozen=True, kw_only=True)
class Outer:
    """One field of every shape."""

    kind: Literal["a", "b"] = "a"
    yes: bool = False
    either: str | int | tuple[str, ...] = ""
    inner: Inner | None = None
    inners: tuple[Inner, ...] = ()
    mixed: tuple[str | Inner, ...] = ()
    named: Mapping[str, Inner] = field(default_factory=dict)


words = st.text()
inner = st.builds(Inner, word=words, number=st.none() | st.integers())
many_inner = st.lists(inner, max_size=3).map(tuple)
outers = st.builds(
    Outer,
    kind=st.sampled_from(["a", "b"]),
    yes=st.booleans(),
    either=words | st.integers() | st.lists(words, max_size=3).map(tuple),
    inner=st.none() | inner,
    inners=many_inner,
    mixed=st.lists(words | inner, max_size=3).map(tuple),
    named=st.dictionaries(words, inner, max_size=3),
)
values = st.dictionaries(words, words | st.integers() | st.lists(words).map(tuple))


@settings(deadline=None)
@given(outers)
def test_round_trip(record: Outer) -> None:
    """A record comes back from plain data as it was, through JSON."""
    assert from_plain(Outer, json.loads(json.dumps(to_plain(record)))) == record


@settings(deadline=None)
@given(values)
def test_values_round_trip(filled: dict[str, str | int | tuple[str, ...]]) -> None:
    """What groups fill in comes back as it was: a number stays a number, several choices stay several."""
    answer = Answer(code="G1-Q1", group="g1", question="q", values=filled)
    point = Point(id="p", code="G1-Q1-01", group="g1", question="q", place=1, values=filled, star=True)
    assert from_plain(Answer, json.loads(json.dumps(to_plain(answer)))) == answer
    assert from_plain(Point, json.loads(json.dumps(to_plain(point)))) == point


def test_defaults_are_left_out() -> None:
    """Defaults are not written, except the one that says which class a record is of."""
    assert to_plain(Outer()) == {"kind": "a", "named": {}}


def test_newer_keys_are_ignored() -> None:
    """Keys that a newer version wrote do no harm."""
    assert from_plain(Inner, {"word": "x", "later": [1]}) == Inner(word="x")


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Inner, []),
        (Inner, {}),
        (Inner, {"word": 1}),
        (Inner, {"word": "x", "number": True}),
        (Outer, {"kind": "c"}),
        (Outer, {"inners": "x"}),
        (Outer, {"named": [1]}),
        (Outer, {"either": None}),
        (Outer, {"mixed": [1]}),
        (Outer, {"inner": {"number": 1}}),
    ],
)
def test_damage(kind: type[Any], data: object) -> None:
    """Data that does not fit the declared types is damage, and is never let in."""
    with pytest.raises(ValueError, match=r".+"):
        from_plain(kind, data)


def test_variants() -> None:
    """A base class asks which class a record is of."""
    assert from_plain(Outer, {"word": "x"}, {Outer: lambda _: Inner}) == Inner(word="x")  # type: ignore[comparison-overlap]
