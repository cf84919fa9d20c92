"""`vaexercise groups`: who works with whom."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import JsonOption, PlainOption, SessionOption, WorkshopOption

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vaexercise.grouping.balance import Balance
    from vaexercise.model.groups import Draw
    from vaexercise.model.people import Participant
    from vaexercise.model.rules import Rule
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop

app = typer.Typer()


class By(StrEnum):
    """How groups are listed."""

    GROUP = "group"
    PERSON = "person"


@app.command()
def assign(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    groups: Annotated[int | None, typer.Option("--groups", min=1, help="How many groups; unsaid, as planned.")] = None,
    seed: Annotated[
        int | None, typer.Option("--seed", min=0, help="The same people, rules and seed give the same groups.")
    ] = None,
    spread: Annotated[
        list[str] | None,
        typer.Option("--spread", help="An attribute to spread evenly besides the exercise's, as NAME or NAME:WEIGHT."),
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Keep nobody where they were placed by hand.")] = False,
    plain: PlainOption = False,
) -> None:
    """Form the working groups, by the exercise's rules, and record them."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.errors import Refused
    from vaexercise.workshop import drawing

    rules = [_spread(word) for word in spread or []]
    opened = open_workshop(workshop, command="groups assign")
    chosen = opened.session(session)
    count = groups or opened.exercise(chosen).groups.count
    if not count:
        raise Refused(reason="The exercise does not say how many groups. Say it: --groups N")
    if seed is None:
        import secrets

        seed = secrets.randbelow(9000) + 1000
    made = drawing.draw(opened, chosen, groups=count, seed=seed, rules=rules, fresh=fresh)
    _show(opened, chosen, plain=plain)
    for sentence in made.said:
        say.result(sentence)
    say.note(f"Recorded. The same list with --groups {count} --seed {seed} gives these groups again.")


@app.command()
def show(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: Annotated[By, typer.Option("--by", help="List by group or by person.")] = By.GROUP,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Show the working groups, and how even they are."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop import seating

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    if as_json:
        draw_id, made = seating.the_draw(opened, chosen)
        seats = seating.seats(opened, chosen, draw_id, made)
        say.data({"seed": made.seed, "engine": made.engine, "input": made.input, "groups": seats})
        return
    _show(opened, chosen, by=by, plain=plain)


@app.command()
def move(
    person: Annotated[str, typer.Argument(help="A name, part of one, or an id.")],
    group: Annotated[str, typer.Argument(help="The number of the group.")],
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
) -> None:
    """Move one person to another group, and say what it does to the balance."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.errors import Unknown
    from vaexercise.model.groups import group_key, group_name
    from vaexercise.workshop import drawing, people, seating

    opened = open_workshop(workshop, command="groups move")
    chosen = opened.session(session)
    draw = seating.the_draw(opened, chosen)
    found = people.find_person(people.participants(opened), person)
    key = group_key(group, len(draw[1].groups))
    if not key:
        raise Unknown(kind="group", name=group, hint=f"The groups are 1 to {len(draw[1].groups)}.")
    before = seating.seats(opened, chosen, *draw)
    where = next((name for name, members in before.items() if found.id in members), "")
    if where == key:
        say.result(f"{found.name} is in {group_name(key)} already.")
        return
    uneven = drawing.balances(opened, draw[1], before)
    seating.record_placing(opened, chosen, draw, found.id, key)
    after = drawing.balances(opened, draw[1], seating.seats(opened, chosen, *draw))
    say.result(f"{found.name} moved from {group_name(where) if where else 'no group'} to {group_name(key)}.")
    _compare(uneven, after)


def _compare(before: Sequence[Balance], after: Sequence[Balance]) -> None:
    from vaexercise.cli import say

    for old, new in zip(before, after, strict=True):
        if old.outside != new.outside:
            way = "less even" if new.outside > old.outside else "more even"
            say.result(f"{new.by}: {way}; {new.outside} counts outside the fair share, {old.outside} before.")
    if all(old.outside == new.outside for old, new in zip(before, after, strict=True)):
        say.result("The balance is as good as before.")


def _spread(word: str) -> Rule:
    from vaexercise.errors import Refused
    from vaexercise.model.rules import Spread

    name, colon, weight = word.partition(":")
    if colon and not (weight.isdecimal() and int(weight) > 0):
        raise Refused(reason=f"“{word}”: after the colon comes a weight, a whole number from 1.")
    return Spread(by=name, weight=int(weight) if colon else None)


def _show(workshop: Workshop, session: Session, *, by: By = By.GROUP, plain: bool) -> None:
    """Every draw in force (one, unless draws were made apart): people, then balance."""
    from vaexercise.cli import say
    from vaexercise.errors import Refused
    from vaexercise.people.columns import is_sensitive
    from vaexercise.workshop import drawing, seating
    from vaexercise.workshop.intake import sensitive_columns

    found = seating.draws(workshop, session)
    if not found:
        raise Refused(reason="There are no groups yet. Form them: vaexercise groups assign")
    if len(found) > 1:
        say.note(f"{len(found)} draws were made apart; all are shown. A new `vaexercise groups assign` settles it.")
    for draw_id, made in found:
        seats = seating.seats(workshop, session, draw_id, made)
        _show_people(workshop, seats, by=by)
        say.result(_drawn(made, seats))
        hidden = sensitive_columns(workshop)
        for one in drawing.balances(workshop, made, seats):
            if is_sensitive(one.by, hidden):
                even = (
                    f"{one.outside} counts outside the fair share" if one.outside else "every group has its fair share"
                )
                say.result(f"{one.by}: {even}. Its counts are not shown: the attribute is sensitive.\n")
            else:
                _show_balance(one, tuple(seats), plain=plain)


def _show_people(workshop: Workshop, seats: Mapping[str, Sequence[str]], *, by: By) -> None:
    """Names, states and organisations, as lines: the same on a terminal, in a pipe and read aloud."""
    from vaexercise.cli import say
    from vaexercise.model.groups import group_name
    from vaexercise.model.text import counted
    from vaexercise.workshop.people import erased_participants, participants

    people = {person.id: person for person in [*participants(workshop), *erased_participants(workshop)]}
    group_of = {member: group for group, members in seats.items() for member in members if member in people}
    if by is By.PERSON:
        for key, person in people.items():
            say.result(f"{person.name}: {group_name(group_of[key]) if key in group_of else 'no group'}")
        say.result("")
        return
    for group, members in seats.items():
        present = [person for key, person in people.items() if group_of.get(key) == group]
        say.result(f"{group_name(group)}: {counted(len(present), 'person', 'people')}")
        for number, person in enumerate(present, start=1):
            say.result(f"{number:>3}. {_introduced(person)}")
        gone = len(members) - len(present)
        say.result(f"     and {gone} who are no longer on the list\n" if gone else "")
    left = [person.name for key, person in people.items() if key not in group_of]
    if left:
        say.note(f"In no group: {', '.join(left)}. Place them: vaexercise groups move NAME GROUP")


def _introduced(person: Participant) -> str:
    from vaexercise.people.columns import find

    about = [find(person.attributes, "organisation"), find(person.attributes, "state")]
    return ", ".join(filter(None, [person.name, *about]))


def _drawn(made: Draw, seats: Mapping[str, Sequence[str]]) -> str:
    sizes = ", ".join(str(len(members)) for members in seats.values())
    return f"{len(seats)} groups of {sizes} people. Seed {made.seed}, engine {made.engine}.\n"


def _show_balance(one: Balance, groups: Sequence[str], *, plain: bool) -> None:
    from vaexercise.cli import say
    from vaexercise.model.groups import group_name

    names = [group_name(group) for group in groups]
    if not say.plain_wanted(plain):
        rows = [(row.value, *map(str, row.counts), str(row.total), row.share) for row in one.rows]
        say.table((one.by, *names, "All", "Fair share"), rows, plain=False)
        return
    say.result(f"{one.by}:")
    for row in one.rows:
        counts = ", ".join(f"{name} {count}" for name, count in zip(names, row.counts, strict=True))
        say.result(f"  {row.value}: {counts}; all {row.total}, fair share {row.share}")
    say.result("")
