"""Several rounds as a whole: new neighbours, bounds reached, effort, earlier meetings, caps, odd input."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from hashlib import sha256
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_panel import SPREADS, panel, plain

from vaexercise.errors import Impossible
from vaexercise.grouping.balance import balance
from vaexercise.grouping.fair import even_sizes
from vaexercise.grouping.member import Member
from vaexercise.grouping.roster import roster_of
from vaexercise.grouping.rounds.bounds import beyond_cap
from vaexercise.grouping.rounds.joint import Task, in_turn
from vaexercise.grouping.rounds.mixing import mixing_of
from vaexercise.grouping.rounds.portfolio import Lean, Plan, plans
from vaexercise.grouping.rounds.rounds import Rounds, assign_rounds
from vaexercise.grouping.rules import ask_all
from vaexercise.grouping.searching.costs import tables_of
from vaexercise.grouping.units import Unit
from vaexercise.model.rules import Apart, AtLeast, Fixed, Rule, Spread, Together

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Pair = frozenset[str]


def meetings(rounds: Rounds) -> Counter[Pair]:
    groups = [group for drawn in rounds.rounds for group in drawn.groups]
    return Counter(frozenset(pair) for group in groups for pair in combinations(group, 2))


def repeats(rounds: Rounds, met: Iterable[tuple[str, str]] = ()) -> int:
    found = meetings(rounds)
    return found.total() - len(set(found) - {frozenset(pair) for pair in met})


def quota(rounds: Rounds, members: Sequence[Member]) -> int:
    return sum(
        row.outside
        for drawn in rounds.rounds
        for rule in SPREADS
        for row in balance(members, drawn.groups, rule.by).rows
    )


def worth(rounds: Rounds) -> tuple[int, int, int, int]:
    faults = sum(outcome.faults for drawn in rounds.rounds for outcome in drawn.outcomes)
    return faults, rounds.mixing.repeats, rounds.mixing.longest, rounds.mixing.often


@pytest.mark.parametrize(("rounds", "least"), [(2, 90), (3, 180)])
def test_three_groups_reach_both_bounds(rounds: int, least: int) -> None:
    """45 people in 3 groups: everything is fairly spread and no plan has fewer repeats, on several seeds and lists."""
    for seed in range(4):
        members = panel(45, seed)
        found = assign_rounds(members, 3, SPREADS, seed, rounds=rounds)
        assert (quota(found, members), repeats(found)) == (0, least)
        assert found.mixing.proved
        assert "(proved)" in found.mixing.sentence
        assert found.other is None


def test_new_neighbours() -> None:
    """Where it can be, nobody meets twice, in few large and in many small groups."""
    for people, groups, rounds in ((9, 3, 4), (100, 20, 3), (600, 100, 2)):
        found = assign_rounds(panel(people), groups, SPREADS[: people // 100], 1, rounds=rounds)
        assert (repeats(found), found.mixing.proved, found.mixing.longest) == (0, True, 1)


def test_everybody_meets_everybody_or_balance() -> None:
    """Where balance costs repeats, the better balance is given and the other end beside it; `lean` turns them round."""
    members = panel(45)
    balanced = assign_rounds(members, 3, SPREADS, 1, rounds=4)
    mixed = assign_rounds(members, 3, SPREADS, 1, rounds=4, lean="mixing")
    assert balanced.other is not None
    assert mixed.other is not None
    assert (quota(balanced, members), repeats(mixed)) == (0, 270)
    assert mixed.mixing.pairs == 990
    assert quota(mixed, members) > 0
    assert repeats(balanced) > 270
    assert repeats(balanced.other) == 270
    assert balanced.other.other is None


@pytest.mark.parametrize("lean", ["balance", "mixing"])
def test_more_effort_is_never_worse(lean: str) -> None:
    """Each effort has all plans of the effort below, so its plan is as good or better."""
    for people, groups, rounds in ((14, 4, 3), (12, 3, 4), (30, 5, 1)):
        members = panel(people)
        if lean == "mixing":
            found = [
                assign_rounds(members, groups, SPREADS, 1, rounds=rounds, effort=e, lean="mixing") for e in (1, 2, 3)
            ]
            keys = [(w[1], w[0], *w[2:]) for w in map(worth, found)]
        else:
            found = [assign_rounds(members, groups, SPREADS, 1, rounds=rounds, effort=e) for e in (1, 2, 3)]
            keys = [worth(rounds) for rounds in found]
        assert keys == sorted(keys, reverse=True)


def test_rules_hold_in_every_round() -> None:
    """Apart, together, fixed and at least hold in each of three rounds on each of ten seeds."""
    members = panel(40)
    rules: list[Rule] = [
        Apart(people=("p001", "p002", "p003")),
        Together(people=("p004", "p005")),
        Fixed(person="p006", group=4),
        Fixed(person="Person 007", group=1),
        AtLeast(where={"area": "rural"}, n=1),
        *SPREADS[:3],
    ]
    for seed in range(10):
        found = assign_rounds(members, 5, rules, seed, rounds=3)
        for drawn in found.rounds:
            assert all(outcome.kept for outcome in drawn.outcomes[:5])
            assert "p006" in drawn.groups[3]
            assert "p007" in drawn.groups[0]
            assert any({"p004", "p005"} <= set(group) for group in drawn.groups)
            assert all(len({"p001", "p002", "p003"} & set(group)) <= 1 for group in drawn.groups)
        assert found.mixing.repeats == repeats(found) >= found.mixing.least >= 2


def test_hard_rules_come_before_new_neighbours() -> None:
    """With hard rules alone, no number of repeats is a reason to break one."""
    members = panel(24)
    rules: list[Rule] = [Apart(people=(f"p{n:03}", f"p{n + 1:03}")) for n in range(0, 24, 2)]
    found = assign_rounds(members, 2, rules, 1, rounds=6)
    assert all(outcome.kept for drawn in found.rounds for outcome in drawn.outcomes)


@pytest.mark.parametrize("people", [24, 420])
def test_earlier_meetings_count(people: int) -> None:
    """A later round with earlier pairs as met avoids them; unknown ids and pairs of one person say nothing."""
    members = panel(people)
    groups = people // 4
    first = assign_rounds(members, groups, SPREADS[:2], 1)
    met = [(a, b) for group in first.rounds[0].groups for a, b in combinations(group, 2)]
    again = assign_rounds(members, groups, SPREADS[:2], 1, met=[*met, ("nobody", "p001"), ("p002", "p002")])
    assert repeats(again, met) == again.mixing.repeats == 0
    assert again.mixing.proved
    assert again.rounds[0].input != first.rounds[0].input
    same = assign_rounds(members, groups, SPREADS[:2], 1, met=[("nobody", "p001")])
    assert same.rounds == first.rounds


def test_all_have_met() -> None:
    """Where everybody knows everybody, every meeting is a repeat, and that is proved."""
    members = panel(12)
    met = list(combinations([member.id for member in members], 2))
    found = assign_rounds(members, 3, SPREADS, 1, rounds=2, met=[*met, *met])
    assert (found.mixing.repeats, found.mixing.least, found.mixing.pairs) == (36, 36, 0)
    assert found.mixing.longest in {3, 4}


def test_cap_on_togetherness() -> None:
    """With a cap nobody sits with the same person more often, though without it some do."""
    members = panel(24)
    free = assign_rounds(members, 4, SPREADS, 1, rounds=5)
    capped = assign_rounds(members, 4, SPREADS, 1, rounds=5, cap=2)
    assert max(meetings(free).values()) > 2
    assert max(meetings(capped).values()) == 2
    assert (capped.mixing.over, capped.mixing.longest) == (0, 2)


def test_a_cap_that_cannot_be_kept() -> None:
    """What goes beyond the cap is counted, said, and proved to be the least where it is."""
    for people, groups, rounds, over in ((45, 3, 3, 18), (4, 2, 7, 2)):
        found = assign_rounds(panel(people), groups, [], 1, rounds=rounds, cap=2)
        assert found.mixing.over == sum(max(0, times - 2) for times in meetings(found).values()) == over
        assert f" {over} meetings go beyond the cap of 2 times, " in found.mixing.sentence
    assert beyond_cap((15, 15, 15), 3, 2) == 18


@settings(deadline=None, max_examples=12)
@given(st.randoms(use_true_random=False), st.integers(0, 5), st.sampled_from([18, 23]))
def test_neither_order_nor_ids_matter(rng: Random, seed: int, people: int) -> None:
    """The list may come in any order and with any ids: by name, and in its digest, all rounds stay the same."""
    members = panel(people)
    ids = [f"x{number}" for number in range(people)]
    rng.shuffle(ids)
    other = [Member(id=new, name=m.name, attributes=m.attributes) for new, m in zip(ids, members, strict=True)]
    plans = []
    for people_now in (members, other):
        met = [(people_now[1].id, people_now[2].id), (people_now[4].id, people_now[3].id)]
        rules: list[Rule] = [*SPREADS, Fixed(person=people_now[2].id, group=2)]
        names = {member.id: member.name for member in people_now}
        mixed = sorted(people_now, key=lambda _: rng.random())
        found = assign_rounds(mixed, 4, rules, seed, rounds=2, met=sorted(met, key=lambda _: rng.random()))
        plans.append([([[names[p] for p in group] for group in d.groups], d.input) for d in found.rounds])
    assert plans[0] == plans[1]


def test_seeds_give_other_rounds() -> None:
    """A plan can be computed again from its seed; another seed gives another; what was asked is in the digest."""
    members = panel(30)
    found = [assign_rounds(members, 5, SPREADS, seed, rounds=2) for seed in (1, 1, 2)]
    assert found[0] == found[1]
    assert found[0].rounds[0].groups != found[2].rounds[0].groups
    digests = {
        assign_rounds(members, 5, SPREADS, 1, rounds=2).rounds[0].input,
        assign_rounds(members, 5, SPREADS, 1, rounds=3).rounds[0].input,
        assign_rounds(members, 5, SPREADS, 1, rounds=2, cap=1).rounds[0].input,
        assign_rounds(members, 5, SPREADS, 1, rounds=2, lean="mixing").rounds[0].input,
        assign_rounds(members, 5, SPREADS, 1, rounds=2, effort=2).rounds[0].input,
        assign_rounds(members, 5, SPREADS, 1).rounds[0].input,
        assign_rounds(members, 5, SPREADS, 1, met=[("p001", "p002")]).rounds[0].input,
        assign_rounds(members, 5, SPREADS, 1, met=[("p001", "p003")]).rounds[0].input,
    }
    assert len(digests) == 8


@pytest.mark.parametrize(
    ("people", "groups", "rounds"),
    [
        (1, 1, 1),
        (1, 1, 5),
        (6, 1, 3),
        (5, 5, 4),
        (2, 1, 2),
        (7, 3, 40),
        (47, 6, 3),
        (4, 2, 10),
        (405, 2, 2),
        (13, 12, 3),
    ],
)
def test_degenerate_numbers(people: int, groups: int, rounds: int) -> None:
    """One group, groups of one, more rounds than there are new neighbours: all sit, as asked, in every round."""
    members = panel(people)
    found = assign_rounds(members, groups, SPREADS, 1, rounds=rounds)
    assert len(found.rounds) == rounds
    for drawn in found.rounds:
        assert tuple(map(len, drawn.groups)) == even_sizes(people, groups)
        assert sorted(person for group in drawn.groups for person in group) == [member.id for member in members]
    assert found.mixing.repeats == repeats(found)
    assert found.mixing.longest == max(meetings(found).values(), default=0)


def test_everybody_alike() -> None:
    """People alike in everything still find new neighbours."""
    members = [Member(id=f"m{n}", name="Kim", attributes={"sex": "f"}) for n in range(12)]
    assert assign_rounds(members, 4, [Spread(by="sex")], 1, rounds=2).mixing.repeats == 0


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"rounds": 0}, "0 rounds were asked for: ask for 1 to 100."),
        ({"rounds": 101}, "101 rounds were asked for: ask for 1 to 100."),
        ({"effort": 0}, "The effort is 0: give 1 to 9."),
        ({"effort": 10, "cap": -1}, "The same people may sit together -1 times: give 0 for no limit, or at least 1."),
    ],
)
def test_numbers_that_make_no_sense(asked: dict[str, int], reason: str) -> None:
    """Rounds, effort and cap outside their limits are refused, all at once, saying what may be asked."""
    with pytest.raises(Impossible) as error:
        assign_rounds(panel(6), 2, [], 1, **asked)  # type: ignore[arg-type]
    assert reason in str(error.value.facts["reasons"]).splitlines()


def test_nobody_to_seat() -> None:
    """Without people, or with too many to remember who has met whom, the reason is said."""
    with pytest.raises(Impossible, match="There is nobody on the list"):
        assign_rounds([], 2, [], 1, rounds=2)
    crowd = [Member(id=str(n), name=str(n)) for n in range(20_001)]
    with pytest.raises(Impossible, match="up to 20000 can be mixed"):
        assign_rounds(crowd, 2000, [], 1, rounds=2)


def task(people: int, groups: int, units: Sequence[Unit], rules: Sequence[Rule] = (), rounds: int = 2) -> Task:
    roster = roster_of(panel(people), groups, rules)
    asked = ask_all(rules, roster)
    tables = tables_of(roster, asked)
    return Task(asked=asked, tables=tables, units=units, hopes=(), rounds=rounds, met=None, cap=0, least=0)


def test_units_that_do_not_fit() -> None:
    """Blocks that fill no groups are refused before and by the search, in one round and in several."""
    members = plain("Ada", "Ben", "Cyr", "Dot", "Eve", "Fay")
    rules = [Together(people=("Ada", "Ben")), Together(people=("Cyr", "Dot")), Together(people=("Eve", "Fay"))]
    with pytest.raises(Impossible):
        assign_rounds(members, 2, rules, 1, rounds=2)
    units = [Unit(people=(n, n + 1)) for n in (0, 2, 4)]
    for rounds in (1, 2):
        with pytest.raises(Impossible, match="groups of 3"):
            plans(task(6, 2, units, rounds=rounds), 1, 1, "balance")


def test_each_round_is_new_to_those_before() -> None:
    """Rounds made one after another, without any second look, already avoid those who have met."""
    seatings = in_turn(task(20, 5, [], rounds=3), 800, Random(1))  # noqa: S311  invented people
    assert seatings is not None
    assert mixing_of(seatings, None, 0).repeats == 0


def test_what_comes_first() -> None:
    """Hard rules come before the cap, the cap before balance and mixing, and of these two the one leant to."""
    mixing = mixing_of([np.array([0, 0, 1, 1])] * 2, None, 0)
    best = Plan(seatings=(), mixing=mixing, broken=0, faults=0, pull=0)
    over, uneven = replace(best, mixing=replace(mixing, over=1, repeats=0)), replace(best, faults=1000)
    known = replace(best, mixing=replace(mixing, repeats=9))
    leans: tuple[Lean, Lean] = ("balance", "mixing")
    for lean, order in zip(leans, ((known, uneven), (uneven, known)), strict=True):
        ranked = [best, *order, over, replace(best, broken=1)]
        assert sorted(ranked, key=lambda plan: plan.key(lean)) == ranked


def test_a_seating_known_to_hold_is_fallen_back_on() -> None:
    """Where the search breaks a hard rule, it is tried again from seats that are known to keep it."""
    rules = [Fixed(person="p000", group=2, hard=True)]
    stuck = task(8, 2, [Unit(people=(0,), group=0)], rules)
    assert all(plan.broken == 2 for plan in plans(stuck, 1, 1, "balance"))
    held = replace(stuck, fallback=replace(stuck, units=[Unit(people=(0,), group=1)]))
    assert min(plan.broken for plan in plans(held, 1, 1, "balance")) == 0


@pytest.mark.parametrize(
    ("people", "groups", "rounds", "digest"),
    [
        (45, 3, 3, "5717c04a3068e5ab"),
        (30, 5, 3, "bf08b40f810f964b"),
        (30, 6, 4, "7725606f46fe41fa"),
        (450, 45, 2, "004083d95bc708db"),
    ],
)
def test_the_same_rounds_on_every_machine(people: int, groups: int, rounds: int, digest: str) -> None:
    """Seed 1 gives exactly these rounds, for designs, few and many; if they change, the engine needs a new name."""
    found = assign_rounds(panel(people), groups, SPREADS, 1, rounds=rounds)
    seated = repr([drawn.groups for drawn in found.rounds])
    assert (found.rounds[0].engine, sha256(seated.encode()).hexdigest()[:16]) == ("groups/2", digest)
