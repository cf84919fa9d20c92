"""How groups were formed, from the record of the draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conftest import must

from vaexercise.workshop.people import seating
from vaexercise.workshop.people.participants import participants
from vaexercise.workshop.plenary.summary import synthesis
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vaexercise.plenary.method import Method


def method_of(folder: Path) -> Method:
    """What the synthesis says of it."""
    opened = Workshop(folder)
    found = synthesis(opened, opened.session()).method
    assert found is not None
    return found


def test_the_draw_tells_its_people_groups_seed_and_rules(workshop: Path) -> None:
    """As the exercise has them, in their order; nobody was placed, no group has signed off, nothing is sorted."""
    found = method_of(workshop)
    assert (found.people, found.groups, found.seed, found.placed, found.signed, found.matcher) == (
        48,
        3,
        2012,
        0,
        0,
        "",
    )
    assert [rule.rule for rule in found.rules[:3]] == ["fixed", "language", "together"]
    assert {rule.by for rule in found.rules if rule.telling} == {"support_pair", "sex", ""}, "and the survivors"


def test_without_a_draw_there_is_none(new_workshop: Callable[..., Path]) -> None:
    """A workshop of a list only has formed no groups."""
    opened = Workshop(new_workshop())
    assert synthesis(opened, opened.session()).method is None


def test_who_was_placed_kept_or_named_is_counted_and_never_named(workshop: Path) -> None:
    """Placings after the draw, people whose seat a new draw kept, and rules about people."""
    opened = Workshop(workshop)
    people = participants(opened)
    _, made = seating.the_draw(opened, opened.session())
    one, other = made.groups[0][:2]
    names = {person.id: person.name for person in people}
    must("groups", "move", names[one], "2", "--workshop", workshop)
    assert method_of(workshop).placed == 1
    apart = f"{names[one]},{names[other]}"
    must("groups", "assign", "--groups", "3", "--seed", "7", "--apart", apart, "--workshop", workshop)
    found = method_of(workshop)
    assert (found.seed, found.placed) == (7, 0)
    assert [rule.people for rule in found.rules if rule.people] == [2, 1]
    assert all(rule.telling for rule in found.rules if rule.people)
    printed = must("plenary", "summary", "--plain", "--workshop", workshop).out
    note = printed.partition("How the groups were formed")[2].partition("\n\n\n")[0]
    assert "1 person keeps the seat given before." in note
    assert not [name for name in (names[one], names[other], one, other) if name in note]


def test_a_public_summary_does_not_tell_rules_about_survivors(workshop: Path) -> None:
    """What an organiser asked for to protect people is not printed on what leaves the room."""
    internal = must("plenary", "summary", "--plain", "--workshop", workshop).out
    public = must("plenary", "summary", "--public", "--plain", "--workshop", workshop).out
    assert "survivor or opd" in internal.partition("How the groups were formed")[2]
    assert "survivor or opd" not in public
    assert "rules that may tell of people are not given." in " ".join(public.split())
