"""How the groups of a session were formed, from the record of its draw: without names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.grouping.discreet import is_open
from vaexercise.plenary.method import Method, Ruled
from vaexercise.plenary.similarity import MATCHER
from vaexercise.workshop.answers.signing import signed
from vaexercise.workshop.people import drawing, seating

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vaexercise.model.groups import Draw
    from vaexercise.model.rules import Rule
    from vaexercise.model.session import Session
    from vaexercise.model.theme import Sorting
    from vaexercise.workshop.workshop import Workshop


def method(workshop: Workshop, session: Session, sortings: Iterable[Sorting]) -> Method | None:
    """That of the first round's draw in force, with the last word about mixing; None without a draw."""
    drawn = seating.draws(workshop, session)
    if not drawn:
        return None
    draw_id, made = drawn[0]
    seats = seating.seats(workshop, session, draw_id, made)
    return Method(
        people=sum(map(len, made.groups)),
        groups=len(made.groups),
        rounds=len(seating.rounds(workshop, session)),
        seed=made.seed,
        engine=made.engine,
        rules=tuple(_together(_ruled(workshop, made))),
        mixing=_mixing(workshop, session),
        placed=sum(len(set(people) - set(made.groups[int(key[1:]) - 1])) for key, people in seats.items()),
        signed=sum(signed(workshop, session, key) for key in seats),
        matcher=MATCHER if any(sorting.themes for sorting in sortings) else "",
    )


def _mixing(workshop: Workshop, session: Session) -> str:
    turns = seating.rounds(workshop, session)
    return next((made.mixing for _, made in seating.draws(workshop, session, turns[-1])), "") if turns else ""


def _ruled(workshop: Workshop, made: Draw) -> Iterator[Ruled]:
    rules = drawing.rules_of(made)
    columns = [name for rule in rules for name in (getattr(rule, "by", ""), *getattr(rule, "where", ())) if name]
    private = drawing.private(workshop, columns)
    for rule, outcome in zip(rules, made.outcomes, strict=False):
        yield _one(rule, outcome, telling=not is_open(rule, private))


def _one(rule: Rule, outcome: Mapping[str, object], *, telling: bool) -> Ruled:
    named = getattr(rule, "people", ()) or tuple(filter(None, [getattr(rule, "person", "")]))
    return Ruled(
        rule=rule.rule,
        hard=rule.is_hard,
        state=str(outcome.get("state", "")),
        faults=int(str(outcome.get("faults", 0))),
        optimal=bool(outcome.get("optimal")),
        by=getattr(rule, "by", ""),
        where=dict(getattr(rule, "where", {})),
        n=getattr(rule, "n", 0),
        people=len(named),
        telling=telling or bool(named),
    )


def _together(rules: Iterable[Ruled]) -> Iterator[Ruled]:
    """All seats that single people were given as one rule, the last; the others as they are."""
    seated = []
    for rule in rules:
        if rule.rule == "fixed" and rule.people:
            seated.append(rule)
        else:
            yield rule
    if seated:
        faults = sum(rule.faults for rule in seated)
        yield replace(seated[0], people=len(seated), faults=faults, state="broken" if faults else "kept")
