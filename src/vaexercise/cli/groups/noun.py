"""What all commands on groups share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vaexercise.grouping.day.effects import Effect
    from vaexercise.model.people import Participant
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop

app = typer.Typer()

RoundOption = Annotated[int, typer.Option("--round", min=1, help="Which round, if there are several.")]


def person_named(workshop: Workshop, word: str) -> Participant:
    """The participant that a word means. Raises `Unknown`, `Ambiguous`, and `Refused` where people are missing."""
    from vaexercise.errors import Unknown
    from vaexercise.workshop.people.participants import check_all_here, find_person, participants

    try:
        return find_person(participants(workshop), word)
    except Unknown:
        check_all_here(workshop)
        raise


def drawn_group(workshop: Workshop, session: Session, word: str, turn: int) -> str:
    """The key of a group of a round. Raises `Unknown`, and `Refused` if there is no draw."""
    from vaexercise.errors import Unknown
    from vaexercise.model.groups import group_key
    from vaexercise.workshop.people.seating import the_draw

    count = len(the_draw(workshop, session, turn)[1].groups)
    key = group_key(word, count)
    if not key:
        raise Unknown(kind="group", name=word, hint=f"The groups are 1 to {count}.")
    return key


def say_effects(found: Iterable[Effect]) -> None:
    """What a change did: one line for each rule that it touched, those that broke first."""
    from vaexercise.cli import say

    touched = [effect for effect in found if effect.change not in ("same", "not applied")]
    for effect in sorted(touched, key=lambda e: (e.change != "breaks", e.change != "weaker", e.number)):
        say.result(effect.sentence)
    if not touched:
        say.result("Every rule is kept as well as before.")
