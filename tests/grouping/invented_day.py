"""An invented day: a few people in groups, rules of every kind, and names that nobody should have."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from vaexercise.grouping.member import Member
from vaexercise.model.rules import Apart, AtLeast, AtMost, Fixed, Language, NoIsolate, Room, Rule, Spread, Together

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = ("Ada", "Ben", "Cyr", "Dot", "Eve", "Fay")
HOSTILE = (
    "[/b]",
    "\x1b[31mRed",
    '=HYPERLINK("x")',
    "\u202eevil",
    "{0} {name} %s",
    "x" * 100_000,
    "",
    "ليلى",
    "a\nb",
)
ROOMS = [("Hall", ["step-free"]), ("Attic", []), ("Yard", ["Step free"])]


class Day(NamedTuple):
    members: list[Member]
    groups: tuple[tuple[str, ...], ...]
    rules: list[Rule]
    absent: frozenset[str]
    locked: frozenset[str]


@st.composite
def people(draw: st.DrawFn, most: int = 6) -> list[Member]:
    def one(name: str) -> Member:
        working = draw(st.integers(0, 5)) == 0
        attributes = {
            "sex": draw(st.sampled_from(["f", "m"])),
            "home": draw(st.sampled_from(["", "", "x", "y"])),
            "languages": draw(st.sampled_from(["fr;en", "bsl;en"] if working else ["en", "en;fr", "fr", "bsl", ""])),
            "function": "interpreter" if working else draw(st.sampled_from(["", "", "observer"])),
            "access": draw(st.sampled_from(["", "", "step-free"])),
        }
        return Member(id=name.lower(), name=name, attributes=attributes)

    return [one(name) for name in NAMES[: draw(st.integers(2, most))]]


def rules_for(ids: Sequence[str], groups: int) -> st.SearchStrategy[list[Rule]]:
    somebody = st.lists(st.sampled_from(ids), min_size=2, max_size=3, unique=True).map(tuple)
    sex = st.fixed_dictionaries({"sex": st.sampled_from(["f", "m"])})
    weight = st.sampled_from([None, None, 1, 3])
    return st.lists(
        st.one_of(
            st.builds(Apart, people=somebody, weight=weight),
            st.builds(Together, people=somebody, weight=weight),
            st.just(Together(by="home")),
            st.builds(Fixed, person=st.sampled_from(ids), group=st.integers(1, groups), weight=weight),
            st.builds(AtLeast, where=sex, n=st.integers(1, 2), weight=weight),
            st.builds(AtMost, where=sex, n=st.integers(1, 2), weight=weight),
            st.builds(NoIsolate, by=st.just("sex"), hard=st.booleans()),
            st.builds(Spread, by=st.sampled_from(["sex", "home"]), hard=st.booleans()),
            st.sampled_from([Room(), Room(hard=False), Language(), Language(need="shared"), Language(hard=False)]),
        ),
        max_size=5,
    )


@st.composite
def days(draw: st.DrawFn, most: int = 6) -> Day:
    members = draw(people(most))
    count = draw(st.integers(1, 3))
    ids = [member.id for member in members]
    seats = [draw(st.integers(0, count - 1)) for _ in ids]
    groups = tuple(tuple(p for p, seat in zip(ids, seats, strict=True) if seat == g) for g in range(count))
    some = st.frozensets(st.sampled_from(ids), max_size=2)
    return Day(members, groups, draw(rules_for(ids, count)), draw(some), draw(some))


def hostile() -> list[Member]:
    return [
        Member(id=f"h{n}", name=name, attributes={"region": name[:30], "survivor": "yes"})
        for n, name in enumerate(HOSTILE)
    ]
