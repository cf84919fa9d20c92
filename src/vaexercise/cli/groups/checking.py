"""`groups check`, `explain` and `compare`: whether it is possible, why somebody sits where they sit, which draw."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.groups.noun import RoundOption, app, person_named
from vaexercise.cli.options import SessionOption, WorkshopOption

if TYPE_CHECKING:
    from vaexercise.model.groups import Draw
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


@app.command()
def check(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    groups: Annotated[int | None, typer.Option("--groups", min=1, help="How many groups; unsaid, as planned.")] = None,
) -> None:
    """Say before the day whether all hard rules can hold, and if not, why and what would help."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.errors import Exit
    from vaexercise.grouping.oracle.feasibility import feasible
    from vaexercise.model.text import counted
    from vaexercise.workshop.people import drawing

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    plan = opened.exercise(chosen).groups
    count = groups or plan.count
    found = feasible(drawing.present(opened, chosen), count, plan.rules, drawing.rooms(opened))
    for sentence in (*found.sentences, *found.notes):
        say.result(sentence)
    if found.state != "possible":
        say.result(f"With {counted(count, 'group')}: {found.state}.")
        raise typer.Exit(Exit.CONTENT)
    say.result(f"With {counted(count, 'group')}, all rules that must hold can hold.")


@app.command()
def explain(
    person: Annotated[str, typer.Argument(help="A name, part of one, or an id.")],
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    turn: RoundOption = 1,
) -> None:
    """Say why somebody sits where they sit, and what a move would do. Not for reading aloud: it may name needs."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.grouping.explain import explain as sentences
    from vaexercise.workshop.people import drawing
    from vaexercise.workshop.people.moving import Seating

    opened = open_workshop(workshop)
    seating = Seating(opened, opened.session(session), turn)
    found = person_named(opened, person)
    rules = drawing.rules_of(seating.draw[1])
    now = list(seating.seats.values())
    for sentence in sentences(found.id, now, drawing.members(opened), rules, drawing.rooms(opened)):
        say.result(sentence)


@app.command()
def compare(
    first: Annotated[str, typer.Argument(help="A draw of this round, by its seed.")],
    second: Annotated[str, typer.Argument(help="Another one.")],
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    turn: RoundOption = 1,
) -> None:
    """Put two draws that were made side by side: sizes, every rule, and who would sit in other company."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.grouping.compare import compare as against
    from vaexercise.workshop.people import drawing

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    one, two = (_drawn(opened, chosen, word, turn) for word in (first, second))
    rules = drawing.rules_of(two)
    found = against(drawing.members(opened), one.groups, two.groups, rules, drawing.rooms(opened))
    say.result(f"A is the draw with seed {one.seed}, B the one with seed {two.seed}.")
    for sentence in found.sentences:
        say.result(sentence)


def _drawn(workshop: Workshop, session: Session, seed: str, turn: int) -> Draw:
    """The newest draw of a round with that seed. Raises `Unknown`."""
    from vaexercise.errors import Unknown
    from vaexercise.workshop.people.seating import past_draws

    found: list[Draw] = [made for _, made in past_draws(workshop, session, turn)]
    known = dict.fromkeys(str(made.seed) for made in found)
    if seed not in known:
        raise Unknown(kind="draw with seed", name=seed, hint=f"Drawn were: {', '.join(known) or 'none'}.")
    return [made for made in found if str(made.seed) == seed][-1]
