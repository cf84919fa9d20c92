"""People and rules to measure the draw with: invented, and the same on every machine.

A name is a letter for the size and the number of rounds: `b3` is 45 people in 3 groups for 3 rounds. With a
`k` behind it come rules as a workshop may have them, which can be kept all at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from vaexercise.grouping.fair import even_sizes
from vaexercise.grouping.member import Member
from vaexercise.model.rules import Apart, AtLeast, Fixed, Rule, Spread, Together

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZES = {
    "a": (60, 10, 9101),
    "b": (45, 3, 9202),
    "c": (150, 20, 9303),
    "d": (1000, 100, 9404),
    "e": (10000, 1000, 9505),
    "f": (47, 6, 9606),
    "g": (200, 25, 9707),
}
"""People, groups and the seed of the people, by letter."""

GENDER = {"female": 50, "male": 48, "other": 2}
AGE = {"16-29": 20, "30-44": 25, "45-59": 26, "60+": 29}
EDUCATION = {
    "16-29": {"basic": 18, "vocational": 40, "degree": 42},
    "30-44": {"basic": 12, "vocational": 43, "degree": 45},
    "45-59": {"basic": 18, "vocational": 52, "degree": 30},
    "60+": {"basic": 30, "vocational": 50, "degree": 20},
}
AREA = {"urban": 45, "suburban": 30, "rural": 25}
ORIGIN = {
    "urban": {"majority": 72, "minority": 28},
    "suburban": {"majority": 84, "minority": 16},
    "rural": {"majority": 92, "minority": 8},
}
STANCE = {
    "degree": {"strong for": 26, "for": 30, "unsure": 22, "against": 15, "strong against": 7},
    "vocational": {"strong for": 14, "for": 24, "unsure": 26, "against": 22, "strong against": 14},
    "basic": {"strong for": 12, "for": 20, "unsure": 28, "against": 23, "strong against": 17},
}
LANGUAGE = {"de": 88, "en": 8, "uk": 4}
SPREAD = ("gender", "age", "education", "area", "origin", "stance")

APART, TOGETHER, FIXED = 0.15, 0.05, 0.05
"""How many of the people stand in such rules."""


@dataclass(frozen=True, kw_only=True)
class Instance:
    """What is drawn."""

    name: str
    members: tuple[Member, ...]
    groups: int
    rounds: int
    rules: tuple[Rule, ...]


def instance(name: str, shift: int = 0) -> Instance:
    """The instance of that name; `shift` gives other people of the same kind."""
    people, groups, seed = SIZES[name[0]]
    members = panel(people, seed + shift)
    rules: tuple[Rule, ...] = tuple(Spread(by=attribute) for attribute in SPREAD)
    if name.endswith("k"):
        rules = (*planted(members, groups, seed + shift + 1), *rules)
    return Instance(name=name, members=members, groups=groups, rounds=int(name[1]), rules=rules)


def panel(people: int, seed: int) -> tuple[Member, ...]:
    """A small public: attributes that lean on each other, unequal values, some held by one person only."""
    rng = Random(seed)  # noqa: S311  invented people
    return tuple(_person(number, rng) for number in range(1, people + 1))


def _person(number: int, rng: Random) -> Member:
    gender, age = _pick(rng, GENDER), _pick(rng, AGE)
    education, area = _pick(rng, EDUCATION[age]), _pick(rng, AREA)
    attributes = {
        "gender": gender,
        "age": age,
        "education": education,
        "area": area,
        "origin": _pick(rng, ORIGIN[area]),
        "stance": _pick(rng, STANCE[education]),
        "language": _pick(rng, LANGUAGE),
    }
    return Member(id=f"P{number:05}", name=f"Person {number:05}", attributes=attributes)


def _pick(rng: Random, weights: Mapping[str, int]) -> str:
    at = rng.random() * sum(weights.values())
    for value, weight in weights.items():
        at -= weight
        if at < 0:
            return value
    return list(weights)[-1]


def planted(members: tuple[Member, ...], groups: int, seed: int) -> tuple[Rule, ...]:
    """Rules that a hidden seating keeps: some apart, some together, some fixed, and a minority in every group."""
    rng = Random(seed)  # noqa: S311  invented people
    seat = _hidden(members, groups, rng)
    free = list(seat)
    return (
        *_together(seat, free, rng),
        *_fixed(seat, free, rng),
        *_apart(seat, rng),
        *_minimum(members, groups),
    )


def _hidden(members: tuple[Member, ...], groups: int, rng: Random) -> dict[str, int]:
    ids = [member.id for member in members]
    order = sorted(ids, key=lambda _: rng.random())
    seats = [group for group, size in enumerate(even_sizes(len(ids), groups)) for _ in range(size)]
    where = dict(zip(order, seats, strict=True))
    return {person: where[person] for person in ids}


def _together(seat: dict[str, int], free: list[str], rng: Random) -> list[Rule]:
    rules: list[Rule] = []
    for _ in range(int(len(seat) * TOGETHER / 2)):
        one = free.pop(int(rng.random() * len(free)))
        mates = [person for person in free if seat[person] == seat[one]]
        if mates:
            two = mates[int(rng.random() * len(mates))]
            free.remove(two)
            rules.append(Together(people=(one, two)))
    return rules


def _fixed(seat: dict[str, int], free: list[str], rng: Random) -> list[Rule]:
    chosen = [free.pop(int(rng.random() * len(free))) for _ in range(int(len(seat) * FIXED))]
    return [Fixed(person=person, group=seat[person] + 1) for person in chosen]


def _apart(seat: dict[str, int], rng: Random) -> list[Rule]:
    ids = list(seat)
    pairs = [
        (ids[int(rng.random() * len(ids))], ids[int(rng.random() * len(ids))]) for _ in range(int(len(ids) * APART / 2))
    ]
    return [Apart(people=pair) for pair in pairs if seat[pair[0]] != seat[pair[1]]]


def _minimum(members: tuple[Member, ...], groups: int) -> list[Rule]:
    minority = sum(member.attributes["origin"] == "minority" for member in members)
    return [AtLeast(where={"origin": "minority"}, n=1)] if minority >= groups else []
