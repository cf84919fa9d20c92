"""`groups show`: who sits where, and how even it is."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.groups.noun import app
from vaexercise.cli.options import JsonOption, PlainOption, SessionOption, WidthOption, WorkshopOption

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vaexercise.grouping.balance import Balance
    from vaexercise.model.groups import Draw
    from vaexercise.model.people import Participant
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


class By(StrEnum):
    """How groups are listed."""

    GROUP = "group"
    PERSON = "person"


@app.command()
def show(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: Annotated[By, typer.Option("--by", help="List by group or by person.")] = By.GROUP,
    as_json: JsonOption = False,
    turn: Annotated[int | None, typer.Option("--round", min=1, help="One round only.")] = None,
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """Show the working groups, and how even they are."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.people import seating

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    turns = (turn,) if turn else seating.rounds(opened, chosen) or (1,)
    if as_json:
        say.data([_plain(opened, chosen, one) for one in turns] if len(turns) > 1 else _plain(opened, chosen, turns[0]))
        return
    for one in turns:
        if len(turns) > 1:
            say.result(f"Round {one}\n")
        show_round(opened, chosen, by=by, turn=one, plain=plain, width=width)


def _plain(workshop: Workshop, session: Session, turn: int) -> dict[str, object]:
    from vaexercise.workshop.people import seating

    draw_id, made = seating.the_draw(workshop, session, turn)
    seats = seating.seats(workshop, session, draw_id, made)
    return {"round": turn, "seed": made.seed, "engine": made.engine, "input": made.input, "groups": seats}


def show_round(
    workshop: Workshop,
    session: Session,
    *,
    by: By = By.GROUP,
    turn: int = 1,
    plain: bool,
    width: int | None = None,
) -> None:
    """Every draw in force (one, unless draws were made apart): people, then balance."""
    from vaexercise.cli import say
    from vaexercise.workshop.people import drawing, seating

    found = seating.draws(workshop, session, turn)
    if not found:
        seating.the_draw(workshop, session, turn)
    if len(found) > 1:
        say.note(f"{len(found)} draws were made apart; all are shown. A new `vaexercise groups assign` settles it.")
    for draw_id, made in found:
        seats = seating.seats(workshop, session, draw_id, made)
        _show_people(workshop, seats, width, by=by)
        say.lines(_drawn(made, seats), width)
        hidden = drawing.private(workshop, made.spread)
        balances = _balances(workshop, made, seats)
        for one in balances:
            if one.by in hidden:
                even = (
                    f"{one.outside} counts outside the fair share" if one.outside else "every group has its fair share"
                )
                say.lines(f"{one.by}: {even}. Its counts are not shown: the attribute is sensitive.\n", width)
            else:
                _show_balance(one, tuple(seats), width, plain=plain)
        if beside := drawing.beside_counts(workshop, seats) if balances else 0:
            say.note(_beside(beside))


def _beside(number: int) -> str:
    """Why these counts are smaller than those of who took part."""
    from vaexercise.model.text import counted

    who = counted(number, "person has a seat and is", "people have a seat and are")
    return (
        f"{who} not in these counts: observers, staff, interpreters and assistants. The summary's “Who took part” "
        "counts everybody."
    )


def _show_people(workshop: Workshop, seats: Mapping[str, Sequence[str]], width: int | None, *, by: By) -> None:
    """Names, states and organisations, as lines: the same on a terminal, in a pipe and read aloud."""
    from vaexercise.cli import say
    from vaexercise.model.groups import group_name
    from vaexercise.model.text import counted
    from vaexercise.workshop.people.participants import erased_participants, participants, people_elsewhere

    people = {person.id: person for person in [*participants(workshop), *erased_participants(workshop)]}
    elsewhere = {person.id for person in people_elsewhere(workshop)}
    group_of = {member: group for group, members in seats.items() for member in members if member in people}
    if by is By.PERSON:
        for key, person in people.items():
            say.lines(f"{person.name}: {group_name(group_of[key]) if key in group_of else 'no group'}", width)
        say.result("")
        return
    for group, members in seats.items():
        present = [person for key, person in people.items() if group_of.get(key) == group]
        missing = len(elsewhere.intersection(members))
        say.result(f"{group_name(group)}: {counted(len(present) + missing, 'person', 'people')}")
        for number, person in enumerate(present, start=1):
            say.lines(f"{number:>3}. {_introduced(person)}", width)
        if missing:
            say.result(f"     {'and ' if present else ''}{missing} who are not on this laptop")
        gone = len(members) - len(present) - missing
        say.result(f"     and {gone} who are no longer on the list\n" if gone else "")
    left = [person.name for key, person in people.items() if key not in group_of]
    if left:
        say.note(f"In no group: {', '.join(left)}. Place them: vaexercise groups move NAME GROUP")


def _balances(workshop: Workshop, made: Draw, seats: Mapping[str, Sequence[str]]) -> list[Balance]:
    """How even the groups are, unless this copy was made without some of the people."""
    from vaexercise.cli import say
    from vaexercise.workshop.people import drawing
    from vaexercise.workshop.people import participants as people

    if people.people_elsewhere(workshop):
        say.note("How even the groups are can be seen where everybody is on the list, not on this laptop.")
        return []
    return drawing.balances(workshop, made, seats)


def _introduced(person: Participant) -> str:
    from vaexercise.people.columns import find

    about = [find(person.attributes, "organisation"), find(person.attributes, "state")]
    return ", ".join(filter(None, [person.name, *about]))


def _drawn(made: Draw, seats: Mapping[str, Sequence[str]]) -> str:
    sizes = ", ".join(str(len(members)) for members in seats.values())
    return f"{len(seats)} groups of {sizes} people. Seed {made.seed}, engine {made.engine}.\n"


def _show_balance(one: Balance, groups: Sequence[str], width: int | None, *, plain: bool) -> None:
    from vaexercise.cli import say
    from vaexercise.model.groups import group_name

    names = [group_name(group) for group in groups]
    if not say.plain_wanted(plain):
        rows = [(row.value, *map(str, row.counts), str(row.total), row.share) for row in one.rows]
        say.table((one.by, *names, "All", "Fair share"), rows, plain=False, width=width)
        return
    say.result(f"{one.by}:")
    for row in one.rows:
        counts = ", ".join(f"{name} {count}" for name, count in zip(names, row.counts, strict=True))
        say.lines(f"  {row.value}: {counts}; all {row.total}, fair share {row.share}", width)
    say.result("")
