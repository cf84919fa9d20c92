"""The oracle against every seating of a few people, by a checker that shares nothing with it but the rules' words."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, permutations
from typing import TYPE_CHECKING

import pytest
from drawing_once import assign
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.errors import Impossible
from vaexercise.grouping.fair import even_sizes
from vaexercise.grouping.member import Member
from vaexercise.grouping.oracle.feasibility import Feasibility, feasible
from vaexercise.model.rules import Apart, AtLeast, AtMost, Fixed, Language, NoIsolate, Room, Rule, Spread, Together

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAMES = ("Ada", "Ben", "Cyr", "Dot", "Eve", "Fay", "Gus")
SPEAKING = ("en", "fr", "ar", "en;fr", "bsl", "bsl;en", "")
ROOMS = [("Hall", ["step-free"]), ("Attic", []), ("Yard", ["Step free", "shade"])]


@st.composite
def people(draw: st.DrawFn) -> list[Member]:
    def one(name: str) -> Member:
        working = draw(st.booleans()) and draw(st.booleans())
        attributes = {
            "sex": draw(st.sampled_from(["f", "m"])),
            "home": draw(st.sampled_from(["", "", "x", "y"])),
            "languages": draw(st.sampled_from(["fr;en", "ar;en", "bsl;en", "fr;ar"] if working else SPEAKING)),
            "function": "interpreter" if working else draw(st.sampled_from(["", "", "observer"])),
            "access": draw(st.sampled_from(["", "", "step-free"])),
        }
        return Member(id=name.lower(), name=name, attributes=attributes)

    return [one(name) for name in NAMES[: draw(st.integers(3, 7))]]


def rules_for(members: Sequence[Member], groups: int) -> st.SearchStrategy[list[Rule]]:
    somebody = st.lists(st.sampled_from([member.id for member in members]), min_size=2, max_size=3, unique=True)
    sex = st.fixed_dictionaries({"sex": st.sampled_from(["f", "m"])})
    return st.lists(
        st.one_of(
            somebody.map(lambda found: Apart(people=tuple(found))),
            somebody.map(lambda found: Together(people=tuple(found))),
            st.just(Together(by="home")),
            st.builds(Fixed, person=somebody.map(lambda found: found[0]), group=st.integers(1, groups)),
            st.builds(AtLeast, where=sex, n=st.integers(1, 3)),
            st.builds(AtMost, where=sex, n=st.integers(1, 3)),
            st.sampled_from([NoIsolate(by="sex", hard=True), Spread(by="sex", hard=True), Room(), Language()]),
            st.just(Language(need="shared")),
        ),
        max_size=6,
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Member], int, list[Rule]]:
    members = draw(people())
    groups = draw(st.integers(1, min(3, len(members))))
    return members, groups, draw(rules_for(members, groups))


def seatings(members: Sequence[Member], groups: int) -> Iterator[list[list[Member]]]:
    seats = [group for group, size in enumerate(even_sizes(len(members), groups)) for _ in range(size)]
    for order in sorted(set(permutations(seats))):
        yield [[m for m, group in zip(members, order, strict=True) if group == g] for g in range(groups)]


def in_order(members: Sequence[Member], groups: Sequence[Sequence[str]]) -> list[list[Member]]:
    known = {member.id: member for member in members}
    return [[known[person] for person in group] for group in groups]


def keeps(seated: Sequence[Sequence[Member]], rule: Rule) -> bool:
    ids = [{member.id for member in group} for group in seated]
    everybody = [member for group in seated for member in group]
    if isinstance(rule, Apart):
        return all(len(group & set(rule.people)) < 2 for group in ids)
    if isinstance(rule, Together):
        homes = {m.attributes["home"] for m in everybody} - {""} if rule.by else set()
        sets = [{m.id for m in everybody if m.attributes["home"] == home} for home in homes] or [set(rule.people)]
        return all(any(people <= group for group in ids) for people in sets)
    if isinstance(rule, Fixed):
        return rule.person in ids[rule.group - 1]
    if isinstance(rule, Room):
        return all(m.attributes["access"] == "" for m in (seated[1] if len(seated) > 1 else []))
    if isinstance(rule, Language):
        return all(understands(group, rule.need) for group in seated)
    return all(counts(group, everybody, rule) for group in seated)


def counts(group: Sequence[Member], everybody: Sequence[Member], rule: Rule) -> bool:
    counted = [m.attributes["sex"] for m in group if not m.attributes["function"]]
    overall = [m.attributes["sex"] for m in everybody if not m.attributes["function"]]
    if isinstance(rule, AtLeast):
        return counted.count(rule.where["sex"]) >= rule.n
    if isinstance(rule, AtMost):
        return counted.count(rule.where["sex"]) <= rule.n
    if isinstance(rule, NoIsolate):
        return 1 not in (counted.count("f"), counted.count("m"))
    return all(
        abs(counted.count(sex) * len(everybody) - overall.count(sex) * len(group)) < len(everybody)
        for sex in set(overall)
        if overall.count(sex) > 1
    )


def understands(group: Sequence[Member], need: str) -> bool:
    spoken = {language for m in group for language in m.attributes["languages"].split(";")} - {""}
    return not spoken or any(all(follows(m, language, group, need) for m in group) for language in spoken)


def follows(member: Member, language: str, group: Sequence[Member], need: str) -> bool:
    own = [word for word in member.attributes["languages"].split(";") if word]
    signs = bool(own) and own[0] == "bsl" and member.attributes["function"] != "interpreter"
    own = ["bsl"] if signs else own
    if not own or language in own:
        return True
    helping = [
        other
        for other in group
        if other is not member
        and need != "shared"
        and other.attributes["function"] == "interpreter"
        and language in (known := other.attributes["languages"].split(";"))
        and any(word in known for word in own)
    ]
    return len(helping) >= (2 if signs or language == "bsl" else 1)


def asks(members: Sequence[Member], rules: Sequence[Rule]) -> list[Rule]:
    """The rules of which the list has the column."""
    filled = {name for member in members for name, value in member.attributes.items() if value}
    return [rule for rule in rules if getattr(rule, "by", "") in {"", *filled}]


def possible(members: Sequence[Member], groups: int, rules: Sequence[Rule]) -> bool:
    applied = asks(members, rules)
    return any(all(keeps(seated, rule) for rule in applied) for seated in seatings(members, groups))


@settings(deadline=None, max_examples=150)
@given(cases())
def test_possible_if_and_only_if_some_seating_keeps_all(case: tuple[list[Member], int, list[Rule]]) -> None:
    """The oracle says possible exactly where one of all seatings keeps every hard rule, and shows such a one."""
    members, groups, rules = case
    found = feasible(members, groups, rules, ROOMS)
    assert found.state == ("possible" if possible(members, groups, rules) else "impossible")
    if found.groups:
        assert tuple(map(len, found.groups)) == even_sizes(len(members), groups)
        assert all(keeps(in_order(members, found.groups), rule) for rule in asks(members, rules))
    assert bool(found.sentences) == (found.state == "impossible")


@settings(deadline=None, max_examples=60)
@given(cases(), st.integers(0, 3))
def test_a_draw_keeps_what_can_be_kept(case: tuple[list[Member], int, list[Rule]], seed: int) -> None:
    """A draw keeps every hard rule wherever that is possible, and is refused with the same sentences elsewhere."""
    members, groups, rules = case
    found = feasible(members, groups, rules, ROOMS)
    if found.state == "impossible":
        with pytest.raises(Impossible) as refused:
            assign(members, groups, rules, seed, rooms=ROOMS)
        assert str(refused.value) == "\n".join(["No groups were drawn.", *found.sentences])
    else:
        drawn = assign(members, groups, rules, seed, rooms=ROOMS)
        assert all(keeps(in_order(members, drawn.groups), rule) for rule in asks(members, rules))


@settings(deadline=None, max_examples=120)
@given(cases())
def test_conflicts_are_minimal(case: tuple[list[Member], int, list[Rule]]) -> None:
    """The rules of a conflict cannot all hold, but any one left out they can; and conflicts do not overlap."""
    members, groups, rules = case
    found: Feasibility = feasible(members, groups, rules, ROOMS)
    for conflict in found.conflicts:
        numbers = [part.number for part in conflict.parts]
        clash = [rules[number - 1] for number in numbers]
        assert not possible(members, groups, clash)
        assert conflict.minimal
        for fewer in combinations(clash, len(clash) - 1):
            assert feasible(members, groups, fewer, ROOMS).state == "possible" or _by_value(clash)


def _by_value(clash: Sequence[Rule]) -> bool:
    """Whether a rule makes several demands, of which the conflict needs some only."""
    return any(getattr(rule, "by", "") or isinstance(rule, (Room, Language)) for rule in clash)


@settings(deadline=None, max_examples=60)
@given(cases())
def test_the_nearest_number_is_the_nearest(case: tuple[list[Member], int, list[Rule]]) -> None:
    """Where another number is offered for a rule, the conflict is gone with it, and not with one nearer."""
    members, groups, rules = case
    for conflict in feasible(members, groups, rules, ROOMS).conflicts:
        clash = [rules[part.number - 1] for part in conflict.parts]
        for said in conflict.nearest:
            place = next(n for n, part in enumerate(conflict.parts) if f"rule {part.number} (" in said)
            rule = clash[place]
            assert isinstance(rule, (AtLeast, AtMost))
            number = int(said.split()[2])
            step = 1 if isinstance(rule, AtLeast) else -1
            nearer = [*clash[:place], replace(rule, n=number + step), *clash[place + 1 :]]
            assert number * step < rule.n * step
            assert not possible(members, groups, nearer)
