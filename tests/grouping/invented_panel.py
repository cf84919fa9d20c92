"""An invented panel: attributes that lean on each other, unequal values, some held by one person only."""

from __future__ import annotations

from random import Random

from vaexercise.grouping.member import Member
from vaexercise.model.rules import Spread

GENDER = {"female": 50, "male": 48, "other": 2}
AGE = {"16-29": 20, "30-44": 25, "45-59": 26, "60+": 29}
AREA = {"urban": 45, "suburban": 30, "rural": 25}
ORIGIN = {"urban": {"majority": 72, "minority": 28}, "suburban": {"majority": 84, "minority": 16}}
STANCE = {"strong for": 18, "for": 25, "unsure": 25, "against": 20, "strong against": 12}
SPREADS = [Spread(by=name) for name in ("gender", "age", "area", "origin", "stance")]


def pick(rng: Random, weights: dict[str, int]) -> str:
    at = rng.random() * sum(weights.values())
    for value, weight in weights.items():
        at -= weight
        if at < 0:
            return value
    return next(iter(weights))


def panel(count: int, seed: int = 1) -> list[Member]:
    rng = Random(seed)  # noqa: S311  invented people
    found = []
    for number in range(count):
        area = pick(rng, AREA)
        attributes = {
            "gender": pick(rng, GENDER),
            "age": pick(rng, AGE),
            "area": area,
            "origin": pick(rng, ORIGIN.get(area, {"majority": 92, "minority": 8})),
            "stance": pick(rng, STANCE),
        }
        found.append(Member(id=f"p{number:03}", name=f"Person {number:03}", attributes=attributes))
    return found


def plain(*names: str, **column: list[str]) -> list[Member]:
    """People with these names, their ids the small letters of them, and columns of values in the same order."""
    return [
        Member(id=name.lower(), name=name, attributes={key: values[place] for key, values in column.items()})
        for place, name in enumerate(names)
    ]
