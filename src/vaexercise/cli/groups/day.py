"""Changes of the day: `groups move`, `swap`, `place`, `repair`, `lock` and `undo`. Each says what it does to rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.groups.noun import RoundOption, app, drawn_group, person_named, say_effects
from vaexercise.cli.options import SessionOption, WorkshopOption

if TYPE_CHECKING:
    from vaexercise.workshop.people.moving import Seating

PersonArgument = Annotated[str, typer.Argument(help="A name, part of one, or an id.")]


def _seating(workshop: Path, session: str, turn: int, command: str) -> Seating:
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.people.moving import Seating

    opened = open_workshop(workshop, command=f"groups {command}")
    return Seating(opened, opened.session(session), turn)


@app.command()
def move(
    person: PersonArgument,
    group: Annotated[str, typer.Argument(help="The number of the group.")],
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    turn: RoundOption = 1,
) -> None:
    """Move one person to another group, and say what it does to every rule."""
    from vaexercise.cli import say
    from vaexercise.model.groups import group_name

    seating = _seating(workshop, session, turn, "move")
    found = person_named(seating.workshop, person)
    key = drawn_group(seating.workshop, seating.session, group, turn)
    where = seating.group_of(found.id)
    if where == key:
        say.result(f"{found.name} is in {group_name(key)} already.")
        return
    done = seating.place({found.id: key})
    say.result(f"{found.name} moved from {group_name(where) if where else 'no group'} to {group_name(key)}.")
    say_effects(done)


@app.command()
def swap(
    first: PersonArgument,
    second: PersonArgument,
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    turn: RoundOption = 1,
) -> None:
    """Let two people change places, and say what it does to every rule."""
    from vaexercise.cli import say
    from vaexercise.errors import Refused
    from vaexercise.model.groups import group_name

    seating = _seating(workshop, session, turn, "swap")
    one, two = person_named(seating.workshop, first), person_named(seating.workshop, second)
    here, there = seating.group_of(one.id), seating.group_of(two.id)
    if not (here and there) or here == there:
        raise Refused(reason=f"{one.name} and {two.name} have to sit in two different groups. Nothing was changed.")
    done = seating.place({one.id: there, two.id: here})
    say.result(f"{one.name} is in {group_name(there)} now, {two.name} in {group_name(here)}.")
    say_effects(done)


@app.command()
def place(
    person: PersonArgument,
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: Annotated[str, typer.Option("--group", help="This group instead of the best.")] = "",
    turn: RoundOption = 1,
) -> None:
    """Seat a late arrival in the best group. Nobody else moves."""
    from vaexercise.cli import say
    from vaexercise.model.groups import group_name
    from vaexercise.workshop.people.intake import sensitive_columns

    seating = _seating(workshop, session, turn, "place")
    found = person_named(seating.workshop, person)
    choices = seating.choices(found.id, sensitive_columns(seating.workshop))
    key = drawn_group(seating.workshop, seating.session, group, turn) if group else f"g{choices[0].group}"
    seating.place({found.id: key})
    say.result(f"{found.name} sits in {group_name(key)} now; nobody else moved.")
    for choice in choices:
        say.result(f"  {choice.sentence}")


@app.command()
def repair(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    absent: Annotated[
        list[str] | None, typer.Option("--absent", help="Somebody who did not come; repeat for several.")
    ] = None,
    turn: RoundOption = 1,
    yes: Annotated[bool, typer.Option("--yes", help="Do it; unsaid, you are asked.")] = False,
) -> None:
    """After no-shows: show the fewest moves that make the groups right again, and do them if you agree."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import agreed

    seating = _seating(workshop, session, turn, "repair")
    gone = [person_named(seating.workshop, word).id for word in absent or []]
    found = seating.repair(gone)
    for sentence in found.said:
        say.result(sentence)
    for step in found.steps:
        say.result(f"  {step.sentence}")
    say_effects(found.effects)
    if not found.steps and not gone:
        return
    if yes or agreed("Type yes to do this: "):
        seating.take(found, gone)
        say.result("Done.")
    else:
        say.note("Nothing was changed. With --yes nothing is asked.")


@app.command()
def lock(
    person: PersonArgument,
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    off: Annotated[bool, typer.Option("--off", help="Lock the seat no longer.")] = False,
) -> None:
    """Keep a person's seat: no draw and no repair moves them."""
    from vaexercise.cli import say
    from vaexercise.model.groups import group_name
    from vaexercise.workshop.people.seating import record_lock

    seating = _seating(workshop, session, 1, "lock")
    found = person_named(seating.workshop, person)
    record_lock(seating.workshop, seating.session, found.id, on=not off)
    where = group_name(seating.group_of(found.id)) if seating.group_of(found.id) else "no group"
    say.result(f"{found.name}, {where}: {'no longer locked' if off else 'locked'}.")


@app.command()
def undo(workshop: WorkshopOption = Path(), session: SessionOption = "", turn: RoundOption = 1) -> None:
    """Take back the last draw, move, placing, repair or lock, and say what it does to every rule."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.errors import Refused
    from vaexercise.grouping.day.effects import effects
    from vaexercise.workshop.log import undoing
    from vaexercise.workshop.log.wording import Wording
    from vaexercise.workshop.people import drawing, seating

    opened = open_workshop(workshop, command="groups undo")
    chosen = opened.session(session)
    prefixes = tuple(f"{kind}/{chosen.id}/" for kind in ("draw", "placing", "lock", "role"))
    found = undoing.steps(opened, within=prefixes)
    if not found:
        raise Refused(reason="There is nothing to undo here.")
    wording = Wording(opened)
    before = [seating.seats(opened, chosen, *one) for one in seating.draws(opened, chosen, turn)]
    undoing.undo(opened, found[:1])
    for revision in found[0].revisions:
        say.result(f"Undone: {wording.slot(revision.slot)}: {wording.content(revision.slot, revision.body)}")
    after = seating.draws(opened, chosen, turn)
    if len(before) == len(after) == 1:
        now = seating.seats(opened, chosen, *after[0])
        rules, people = drawing.rules_of(after[0][1]), drawing.members(opened)
        say_effects(effects(people, list(before[0].values()), list(now.values()), rules, drawing.rooms(opened)))
