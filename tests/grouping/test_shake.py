"""Blocks that change places between two searches."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import numpy as np
from drawing_once import assign
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_panel import SPREADS, panel, plain

from vaexercise.grouping.member import Member
from vaexercise.grouping.searching import search
from vaexercise.grouping.searching.shake import shaken
from vaexercise.grouping.units import Unit
from vaexercise.model.rules import Apart, Fixed, Rule, Spread, Together

if TYPE_CHECKING:
    import pytest

UNITS = (Unit(people=(0, 1, 2)), Unit(people=(4, 5)), Unit(people=(6, 7)), Unit(people=(8,), group=1))
SEATING = [0, 0, 0, 0, 1, 1, 2, 2, 1, 1, 2, 2]


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_a_block_changes_places_as_a_whole(seed: int) -> None:
    """Sizes stay, blocks stay whole, fixed people stay put, and the seating before is not touched."""
    movable = np.array([person in (3, 9, 10, 11) for person in range(12)])
    before = np.array(SEATING)
    after = shaken(before, UNITS, movable, Random(seed))  # noqa: S311  invented people
    assert before.tolist() == SEATING
    assert np.bincount(after).tolist() == [4, 4, 4]
    assert all(len({after[person] for person in unit.people}) == 1 for unit in UNITS)
    assert after[8] == 1


def test_some_block_moves() -> None:
    """Over some seeds, blocks of two swap with each other and with single people; one group leaves all in place."""
    movable = np.array([person in (3, 9, 10, 11) for person in range(12)])
    found = {tuple(shaken(np.array(SEATING), UNITS, movable, Random(seed)).tolist()) for seed in range(200)}  # noqa: S311
    assert any(after[4] == 2 and after[6] == 1 for after in found)
    assert any(after[4] == 2 and after[6] == 2 for after in found)
    alone = np.zeros(3, np.int64)
    assert shaken(alone, (Unit(people=(0, 1)),), movable[:3], Random(1)).tolist() == [0, 0, 0]  # noqa: S311


def test_blocks_leave_the_balance() -> None:
    """Twelve pairs among 45 people, on each of several lists, still allow a fair share of everything."""
    for seed in range(6):
        members = [
            Member(id=m.id, name=m.name, attributes={**m.attributes, "pair": str(n // 2) if n < 24 else ""})
            for n, m in enumerate(panel(45, seed))
        ]
        drawn = assign(members, 3, [Together(by="pair"), *(Spread(by=by) for by in ("gender", "age", "stance"))], seed)
        assert all(outcome.kept for outcome in drawn.outcomes)


def test_nobody_is_free() -> None:
    """With everybody fixed there is nothing to search, and a soft rule is broken as it must be."""
    members = plain("Ada", "Ben", "Cyr", "Dot")
    rules: list[Rule] = [Fixed(person=name, group=1 + (name > "C")) for name in ("Ada", "Ben", "Cyr", "Dot")]
    drawn = assign(members, 2, [*rules, Apart(people=("Ada", "Ben"), weight=1)], 1)
    assert drawn.groups == (("ada", "ben"), ("cyr", "dot"))
    assert drawn.outcomes[-1].faults == 1


def test_changing_places_pays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where most people come in pairs, moving blocks finds a more even draw than the starts alone."""
    members = [
        Member(id=m.id, name=m.name, attributes={**m.attributes, "pair": str(n // 2) if n < 36 else ""})
        for n, m in enumerate(panel(45, 7))
    ]
    rules: list[Rule] = [Together(by="pair"), *SPREADS]
    found = [sum(outcome.faults for outcome in assign(members, 3, rules, 7).outcomes)]
    monkeypatch.setattr(search, "_SHAKES", 0)
    found.append(sum(outcome.faults for outcome in assign(members, 3, rules, 7).outcomes))
    assert found[0] < found[1]
