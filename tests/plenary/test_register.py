from __future__ import annotations

from dataclasses import replace
from datetime import date

from vaexercise.model.action import Action
from vaexercise.plenary.acted import says_more
from vaexercise.plenary.register import alike, overdue, undated

LATE = Action(id="a", code="G1-Q5-01", group="g1", what="Put a monitoring line into the budget", by="2026-10-31")
LATER = Action(id="b", code="G2-Q5-01", group="g2", what="Put one line for monitoring in the budget", by="June 2026")
OTHER = Action(id="c", code="G3-Q5-01", group="g3", what="Train twelve survivors as interviewers", by="soon")


def test_the_longest_overdue_comes_first() -> None:
    """A day counts from the one after it, a month from the end of its last day."""
    found = overdue([LATE, LATER, OTHER], date(2026, 11, 1))
    assert [(late.action.code, late.days) for late in found] == [("G2-Q5-01", 124), ("G1-Q5-01", 1)]
    assert [late.action.code for late in overdue([LATE, LATER], date(2026, 10, 31))] == ["G2-Q5-01"]
    assert overdue([LATER], date(2026, 6, 30)) == []


def test_what_is_not_waited_for_is_not_overdue() -> None:
    """Done, dropped, or shown under another; an agreed date counts in place of the group's."""
    day = date(2030, 1, 1)
    done, dropped = replace(LATE, status="done"), replace(LATE, status="dropped")
    assert overdue([done, dropped, replace(LATE, under="G2-Q5-01")], day) == []
    assert overdue([replace(LATE, agreed={"by": "2031-01-01"})], day) == []
    assert [late.days for late in overdue([replace(OTHER, agreed={"by": "31/12/2029"})], day)] == [1]
    assert len(overdue([replace(LATE, status="started")], day)) == 1


def test_what_has_no_date_is_told() -> None:
    """Not silently left out; of private ones nobody here knows."""
    private = replace(OTHER, what="", by="", private="a promise")
    assert undated([LATE, OTHER, private, replace(OTHER, status="done")]) == [OTHER]


def test_actions_that_say_the_same_are_suggested_with_a_reason() -> None:
    """The likely ones only, of any groups; whether only one denies something is marked."""
    [pair] = alike([OTHER, LATER, LATE])
    assert {pair.one.code, pair.other.code} == {"G1-Q5-01", "G2-Q5-01"}
    assert pair.confidence in {"likely", "near-identical"}
    assert "budget" in pair.shared
    assert not pair.denies
    [pair] = alike([LATE, replace(LATER, what=f"Do not {LATE.what.lower()}")])
    assert pair.denies


def test_what_was_joined_or_is_private_is_not_suggested_again() -> None:
    """A person decided about the one, and nobody may see the other."""
    assert alike([LATE, replace(LATER, under=LATE.code)]) == []
    assert alike([LATE, replace(LATER, what="", private="a promise")]) == []
    assert alike([]) == []


def test_an_action_of_the_plenary_has_to_be_shown_even_where_codes_are_not() -> None:
    """What groups said stands under its question; the plenary's own stands in the register alone."""
    said, own = (replace(LATE, code="", source="", group=group) for group in ("?1", "plenary"))
    assert not says_more([said])
    assert says_more([said, own])
