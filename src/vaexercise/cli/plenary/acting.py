"""`plenary actions`: the register of actions, a noun below `plenary`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vaexercise.cli.options import ByOption, JsonOption, PlainOption, SessionOption, WorkshopOption
from vaexercise.cli.plenary.levels import PublicOption, public_synthesis

if TYPE_CHECKING:
    from datetime import date

app = typer.Typer()

SOURCE = "The point or theme that it comes from: G1-Q1-04, Q1-T3; or plenary, if it was agreed there."

CodeArgument = Annotated[str, typer.Argument(help="The action's code, such as G1-Q5-01.")]
OnOption = Annotated[str, typer.Option("--on", help="As of this date; unsaid, today.")]
PrivateOption = Annotated[bool, typer.Option("--private", help="Show the words of private actions, too.")]


@app.command("list")
def list_(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    status: Annotated[
        Literal["open", "started", "done", "dropped"] | None, typer.Option("--status", help="Only those.")
    ] = None,
    private: PrivateOption = False,
    public: PublicOption = False,
    output: Annotated[
        list[Path] | None, typer.Option("--output", "-o", help="Write a file instead: .csv or .ics; repeat for both.")
    ] = None,
    plain: PlainOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show all actions: what, who, by when, and how far each is; or write them into a table or a calendar."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.cli.plenary import register
    from vaexercise.errors import Refused
    from vaexercise.model.plain import to_plain
    from vaexercise.workshop.plenary.actions import actions, standing

    if public and private:
        raise Refused(reason="What is private does not leave the room: leave --private or --public out.")
    opened = open_workshop(workshop)
    chosen = opened.session(session)
    found = public_synthesis(opened, chosen).actions if public else actions(opened, chosen, private=private)
    shown = [action for action in found if status in (None, action.status) and not (public and action.private)]
    if as_json:
        say.data([{**to_plain(action), "status": action.status, "due": register.due(action)} for action in shown])
    elif output:
        register.write(shown, output, f"{chosen.id}", opened.clock())
    else:
        columns, rows = register.table(shown)
        say.table(columns, rows, plain=plain)
        say.note(standing(found))


@app.command()
def show(
    code: CodeArgument,
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    private: PrivateOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show one action: what was said, what was agreed since, and each status that it had."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.cli.plenary import register
    from vaexercise.model.plain import to_plain
    from vaexercise.workshop.plenary.actions import actions, changes, named_action

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    found = actions(opened, chosen, private=private)
    action = named_action(found, code)
    hidden = bool(action.private and not private)
    past = [] if hidden else list(changes(opened, chosen, action))
    if as_json:
        whole = {**to_plain(action), "status": action.status, "due": register.due(action)}
        say.data({**whole, "history": [change._asdict() for change in past]})
        return
    for line in register.in_full(action, [one for one in found if one.under == action.code], past):
        say.result(line)


@app.command()
def add(
    what: Annotated[str, typer.Argument(help="What will be done.")],
    who: Annotated[str, typer.Option("--who", help="Who does it.")] = "",
    by_when: Annotated[str, typer.Option("--by-when", help="By when, in words: 31/12/2026, December 2026.")] = "",
    indicator: Annotated[str, typer.Option("--indicator", help="How one will see that it was done.")] = "",
    plan: Annotated[str, typer.Option("--plan", help="The plan or commitment that it serves.")] = "",
    source: Annotated[str, typer.Option("--source", help=SOURCE)] = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
) -> None:
    """Enter an action into the register. What it lacks is said at once: who does it, and where it comes from."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.cli.plenary import register
    from vaexercise.plenary.faults import of_actions
    from vaexercise.workshop.plenary import acting

    opened = open_workshop(workshop, by=by, command="plenary actions add")
    values = {"what": what, "who": who, "by": by_when, "indicator": indicator, "plan": plan}
    made = acting.add(opened, opened.session(session), values, source)
    say.result(f"Saved: {made.code} {made.what}")
    say.note(register.understood_as(made))
    for fault in of_actions([made]):
        say.note(str(fault))


@app.command("set")
def set_(
    code: CodeArgument,
    status: Annotated[
        Literal["open", "started", "done", "dropped"] | None, typer.Option("--status", help="How far it is.")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", help="What there is to say about that.")] = None,
    who: Annotated[str | None, typer.Option("--who", help="Who does it, as agreed since.")] = None,
    by_when: Annotated[str | None, typer.Option("--by-when", help="By when, as agreed since.")] = None,
    source: Annotated[str | None, typer.Option("--source", help=SOURCE)] = None,
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
) -> None:
    """Say how far an action is, or what was agreed about it since. What the group said stays as it is."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.cli.plenary import register
    from vaexercise.workshop.plenary import acting
    from vaexercise.workshop.plenary.actions import actions, named_action

    opened = open_workshop(workshop, by=by, command="plenary actions set")
    chosen = opened.session(session)
    before = named_action(actions(opened, chosen), code)
    given = (("who", who), ("by", by_when), ("source", source))
    agreed = {name: words for name, words in given if words is not None}
    acting.change(opened, chosen, before, status=status, note=note, agreed=agreed)
    after = next(action for action in actions(opened, chosen) if action.id == before.id)
    say.result(f"Saved: {register.in_short(after)}")
    if by_when:
        say.note(register.understood_as(after))


@app.command()
def duplicates(workshop: WorkshopOption = Path(), session: SessionOption = "", as_json: JsonOption = False) -> None:
    """Suggest which actions may be the same. People decide, and join them; nothing is changed here."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.cli.plenary import register
    from vaexercise.plenary.register import alike
    from vaexercise.workshop.plenary.actions import actions

    opened = open_workshop(workshop)
    found = alike(actions(opened, opened.session(session)))
    if as_json:
        say.data([{**pair._asdict(), "one": pair.one.code, "other": pair.other.code} for pair in found])
        return
    for pair in found:
        for line in register.pair_lines(pair):
            say.result(line)
    say.note("These are suggestions: join those that are the same." if found else "No two look alike.")


@app.command()
def join(
    code: Annotated[str, typer.Argument(help="The code of the action that is shown under the other.")],
    under: Annotated[str, typer.Argument(help="The code of the action that it says the same as.")],
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
) -> None:
    """Show an action under another that says the same. Both are kept, each with its words and code."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.plenary import acting
    from vaexercise.workshop.plenary.actions import actions, named_action

    opened = open_workshop(workshop, by=by, command="plenary actions join")
    chosen = opened.session(session)
    found = actions(opened, chosen)
    action = named_action(found, code)
    top = acting.join(opened, chosen, action, named_action(found, under))
    say.result(f"Saved: {action.code} stands under {top.code}. Both are kept.")


@app.command()
def part(code: CodeArgument, workshop: WorkshopOption = Path(), session: SessionOption = "", by: ByOption = "") -> None:
    """Let an action that was joined to another stand in its own right again."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.plenary import acting
    from vaexercise.workshop.plenary.actions import actions, named_action

    opened = open_workshop(workshop, by=by, command="plenary actions part")
    chosen = opened.session(session)
    action = named_action(actions(opened, chosen), code)
    acting.part(opened, chosen, action)
    say.result(f"Saved: {action.code} stands in its own right.")


@app.command()
def overdue(
    on: OnOption = "", workshop: WorkshopOption = Path(), session: SessionOption = "", as_json: JsonOption = False
) -> None:
    """List the actions that should have been done, the longest overdue first."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.cli.plenary import register
    from vaexercise.plenary.register import overdue as late
    from vaexercise.plenary.register import undated
    from vaexercise.workshop.plenary.actions import actions

    opened = open_workshop(workshop)
    every = actions(opened, opened.session(session))
    day = _day(on, opened.clock())
    found = late(every, day)
    if as_json:
        say.data({"on": day.isoformat(), "overdue": [{"code": one.action.code, "days": one.days} for one in found]})
        return
    for one in found:
        say.result(register.late_line(one))
    for line in register.about_late(found, undated(every), day):
        say.note(line)


def _day(written: str, now: str) -> date:
    """The day that is meant, else today's, here. Raises `Refused` for what is no date."""
    from datetime import datetime

    from vaexercise.errors import Refused
    from vaexercise.plenary.dates import understood

    if not written:
        return datetime.fromisoformat(now).date()
    due = understood(written)
    if due is None or due.first != due.last:
        raise Refused(reason=f"“{written:.40}” is no date. Write for example --on 2026-12-31.")
    return due.last
