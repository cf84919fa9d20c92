"""`groups assign`: draw the groups."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.groups.noun import app, person_named
from vaexercise.cli.options import PlainOption, SessionOption, WorkshopOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.rounds.rounds import Rounds
    from vaexercise.model.rules import Rule
    from vaexercise.workshop.workshop import Workshop


@app.command()
def assign(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    groups: Annotated[int | None, typer.Option("--groups", min=1, help="How many groups; unsaid, as planned.")] = None,
    size: Annotated[int | None, typer.Option("--size", min=1, help="How many people a group has at most.")] = None,
    rounds: Annotated[int, typer.Option("--rounds", min=1, help="How many rounds, with new neighbours in each.")] = 1,
    turn: Annotated[int, typer.Option("--round", min=1, help="Draw this round alone; earlier ones count as met.")] = 1,
    seed: Annotated[
        int | None, typer.Option("--seed", min=0, help="The same people, rules and seed give the same groups.")
    ] = None,
    spread: Annotated[
        list[str] | None, typer.Option("--spread", help="An attribute to spread evenly, as NAME or NAME:WEIGHT.")
    ] = None,
    apart: Annotated[list[str] | None, typer.Option("--apart", help="People who sit apart: A,B. Repeat.")] = None,
    together: Annotated[list[str] | None, typer.Option("--together", help="People who sit together: A,B.")] = None,
    fix: Annotated[list[str] | None, typer.Option("--fix", help="A person's group: A=2. Repeat for several.")] = None,
    rules: Annotated[Path | None, typer.Option("--rules", help="A YAML file with a list of rules.")] = None,
    met: Annotated[
        list[Path] | None, typer.Option("--met", help="Who met before: a CSV with the columns round, group, id.")
    ] = None,
    cap: Annotated[int, typer.Option("--cap", min=0, help="How often the same two people may meet at most.")] = 0,
    effort: Annotated[int, typer.Option("--effort", min=1, max=9, help="How long to search; more is never worse.")] = 1,
    mixing: Annotated[
        bool, typer.Option("--mixing/--balance", help="What comes first where both cannot be had.")
    ] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Keep nobody where they were placed by hand.")] = False,
    people: Annotated[
        Path | None, typer.Option("--participants", help="Without a workshop: a list of people; needs --output.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", help="Write the groups as CSV: round, group, id.")] = None,
    plain: PlainOption = False,
) -> None:
    """Form the working groups by the exercise's rules, and record them."""
    from vaexercise.cli import say
    from vaexercise.cli.groups import door, showing
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.people import drawing

    asked = door.rules_of(spread or [], rules)
    number = _seed() if seed is None else seed
    wish = drawing.Wish(
        groups=groups or 0, seed=number, rules=asked, rounds=rounds, turn=turn if turn > 1 else 0, effort=effort,
        cap=cap, mixing_first=mixing, fresh=fresh,
    )  # fmt: skip
    if people is not None:
        door.draw_list(people, output, wish, size=size, met=met or [], named=(apart or [], together or [], fix or []))
        return
    opened = open_workshop(workshop, command="groups assign")
    chosen = opened.session(session)
    count = _count(len(drawing.present(opened, chosen)), groups, size, opened.exercise(chosen).groups.count)
    named = _named(opened, apart or [], together or [], fix or [])
    wish = wish._replace(groups=count, rules=(*asked, *named), met=tuple(door.met_in(met or [])))
    found = drawing.draw(opened, chosen, wish)
    for shown in [wish.turn] if wish.turn else range(1, rounds + 1):
        showing.show_round(opened, chosen, turn=shown, plain=plain)
    _say_rules(found, several=rounds > 1 or turn > 1 or bool(met))
    if output is not None:
        door.write(output, found)
        say.result(str(output))
    say.note(f"Recorded. The same list with --groups {count} --seed {number} gives these groups again.")


def _seed() -> int:
    import secrets

    return secrets.randbelow(9000) + 1000


def _count(people: int, groups: int | None, size: int | None, planned: int) -> int:
    """How many groups: as asked for, as many as keep to a size, or as planned. Raises `Refused`."""
    from vaexercise.errors import Refused

    if groups and size:
        raise Refused(reason="Say either --groups or --size, not both.")
    count = groups or (-(-people // size) if size else planned)
    if not count:
        raise Refused(reason="The exercise does not say how many groups. Say it: --groups N")
    return count


def _named(workshop: Workshop, apart: Sequence[str], together: Sequence[str], fix: Sequence[str]) -> tuple[Rule, ...]:
    """Rules on people who are named on the command line, by their ids."""
    from vaexercise.cli.groups import door

    return door.rules_on_people(apart, together, fix, lambda word: person_named(workshop, word).id)


def _say_rules(found: Rounds, *, several: bool) -> None:
    """One sentence per rule; over several rounds, what differs between them, and who meets whom."""
    from vaexercise.cli import say

    for number, drawn in enumerate(found.rounds, start=1):
        if len(found.rounds) > 1:
            say.result(f"Round {number}:")
        for outcome in drawn.outcomes:
            say.result(outcome.sentence)
    if several:
        say.result(found.mixing.sentence)
    if found.other is not None:
        option = "--balance" if _leans(found) else "--mixing"
        say.result(f"The other way round, with {option}: {found.other.mixing.sentence}")
        for outcome in found.other.rounds[0].outcomes:
            if not outcome.kept and outcome.state != "skipped":
                say.result(f"  {outcome.sentence}")


def _leans(found: Rounds) -> bool:
    """Whether the draw put new neighbours before balance."""
    return found.other is not None and found.mixing.repeats < found.other.mixing.repeats
