"""`plenary report-back` and `plenary comment`: what each group says in plenary, and what others say to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import (
    ByOption,
    JsonOption,
    LanguageOption,
    LargePrintOption,
    OutputOption,
    PlainOption,
    SessionOption,
    WidthOption,
    WorkshopOption,
)
from vaexercise.cli.plenary.levels import PublicOption, public_synthesis
from vaexercise.cli.plenary.noun import app

if TYPE_CHECKING:
    from vaexercise.capture.consoles.console import Console, PlainConsole
    from vaexercise.model.session import Session
    from vaexercise.plenary.report_back import Card, Cards
    from vaexercise.report.model import Report
    from vaexercise.workshop.answers.withdrawn import Withdrawn
    from vaexercise.workshop.plenary.comments import Comment
    from vaexercise.workshop.workshop import Workshop

NEXT = "Enter for the next> "
COMMENT = "A comment on one of these? CODE words, or Enter> "
WHOSE = "Which group says it? A number, or Enter for the plenary> "


@app.command("report-back")
def report_back(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: Annotated[str, typer.Option("--group", help="Only the card of this group.")] = "",
    question: Annotated[str, typer.Option("--question", help="Only what was said to this question.")] = "",
    first: Annotated[str, typer.Option("--first", help="The group that begins, whatever the exercise says.")] = "",
    step: Annotated[bool, typer.Option("--step", help="One thing to say at a time; Enter goes on.")] = False,
    comments: Annotated[
        bool, typer.Option("--comments", help="After each card, take down what other groups say to it.")
    ] = False,
    output: OutputOption = None,
    large_print: LargePrintOption = False,
    public: PublicOption = False,
    language: LanguageOption = "",
    by: ByOption = "",
    plain: PlainOption = False,
    width: WidthOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show a card for each group to read aloud: headlines, top actions, time, and what was already said."""
    from dataclasses import replace

    from vaexercise.cli.feedback.finding import question_named
    from vaexercise.cli.opening import open_workshop, say_language
    from vaexercise.report.cards import build_cards
    from vaexercise.workshop.plenary.reporting import cards

    opened = open_workshop(workshop, by=by, command="plenary report-back")
    chosen = opened.session(session)
    exercise = opened.exercise(chosen)
    say_language(exercise, language)
    if public:
        _refuse_parts(group, question, first, step, comments)
        page = _public_page(opened, chosen, large_print=large_print)
        _put(page, output, as_json=as_json, plain=plain, width=width)
        return
    asked = question_named(exercise.asked("group"), question) if question else None
    found = cards(opened, chosen, asked, _working_group(opened, chosen, first) if first else "")
    if group:
        key = _working_group(opened, chosen, group)
        found = replace(found, cards=tuple(card for card in found.cards if card.group == key))
    prompt = f"{asked.code} {asked.prompt_in(language or exercise.language, exercise.language)}" if asked else ""
    report = build_cards(found, occasion=opened.settings.title, prompt=prompt, large_print=large_print)
    if (step or comments) and not (as_json or output):
        _hold(opened, chosen, found, _terminal(plain, width), step=step, comments=comments)
    else:
        _put(report, output, as_json=as_json, plain=plain, width=width)


def _put(report: Report, files: list[Path] | None, *, as_json: bool, plain: bool, width: int | None) -> None:
    from vaexercise.cli import output, say

    if as_json:
        say.data(report.data)
    else:
        output.put(report, files, plain=plain, width=width)


def _refuse_parts(*parts: str | bool) -> None:
    """Raises `Refused` if only a part of what may leave the room is asked for."""
    from vaexercise.errors import Refused

    if any(parts):
        raise Refused(
            reason="--public is one page for everybody: leave --group, --question, --first, --step and --comments out."
        )


def _public_page(opened: Workshop, session: Session, *, large_print: bool) -> Report:
    from vaexercise.plenary.public.reported import reported
    from vaexercise.report.cards import build_cards

    made = public_synthesis(opened, session)
    return build_cards(reported(made), occasion=made.title, large_print=large_print, published=made.published)


def _terminal(plain: bool, width: int | None) -> PlainConsole:
    from vaexercise.capture.consoles.console import console

    return console(plain=plain, width=width or 0)


def _working_group(opened: Workshop, session: Session, word: str) -> str:
    """The key of a group; the plenary does not report to itself."""
    from vaexercise.cli.opening import group_named
    from vaexercise.errors import Unknown
    from vaexercise.model.groups import PLENARY

    key = group_named(opened, session, word)
    if key == PLENARY:
        raise Unknown(kind="group", name=word, hint="The plenary does not report back: use a group's number.")
    return key


def _hold(
    opened: Workshop, session: Session, found: Cards, terminal: PlainConsole, *, step: bool, comments: bool
) -> None:
    """Show card after card, waiting in between. The end of input is the end."""
    from contextlib import suppress

    with terminal, suppress(EOFError):
        terminal.say(f"Order: {found.order}\n{found.time}".rstrip())
        for number, card in enumerate(found.cards):
            if step and number:
                terminal.ask(NEXT)
            _show_card(card, terminal, step=step)
            if comments:
                _take_comments(opened, session, card, terminal)


def _show_card(card: Card, terminal: Console, *, step: bool) -> None:
    """A card as lines; with `step` its head, and then one thing to say after the other."""
    from vaexercise.report.cards import as_lines, ideas
    from vaexercise.report.plain import coded

    terminal.say("\n" + as_lines(card, head=step))
    for place, lines in ideas(card) if step else ():
        terminal.ask(NEXT)
        terminal.say("\n".join([f"\n{place}", "", *map(coded, lines)]))


def _take_comments(opened: Workshop, session: Session, card: Card, terminal: Console) -> None:
    """Take down comments until Enter alone; what is wrong is said, and asked for again."""
    from vaexercise.errors import Refused, Unknown
    from vaexercise.report.cards import commenting
    from vaexercise.workshop.answers.feedback import Feedback
    from vaexercise.workshop.answers.naming import point_named
    from vaexercise.workshop.plenary.comments import add_comment, refuse_comment

    while typed := terminal.ask(COMMENT).strip():
        code, _, words = typed.partition(" ")
        try:
            point = point_named(Feedback(opened, session), code, card.group)
            refuse_comment(point, words)
            key = _whose(opened, session, point.group, terminal)
            made = add_comment(opened, session, point, key, words)
            terminal.say(f"Saved: {commenting(made.group)} on {point.code}: {made.text}")
        except (Refused, Unknown) as error:
            terminal.say(str(error))


def _whose(opened: Workshop, session: Session, said_by: str, terminal: Console) -> str:
    """The key of the group that comments, asked for until it is one that may: what was typed before is not lost."""
    from vaexercise.errors import Unknown
    from vaexercise.model.groups import PLENARY, group_name

    while typed := terminal.ask(WHOSE).strip():
        try:
            key = PLENARY if typed.casefold() == PLENARY else _working_group(opened, session, typed)
        except Unknown as error:
            terminal.say(str(error))
            continue
        if key != said_by:
            return key
        terminal.say(f"{group_name(said_by)} said it itself; comments are of others.")
    return PLENARY


@app.command()
def comment(
    code: Annotated[str, typer.Argument(help="The code of the point that it is about, such as G1-Q1-03.")],
    words: Annotated[str, typer.Argument(help="The comment; unsaid, the comments on this point are listed.")] = "",
    group: Annotated[str, typer.Option("--group", help="The group that says it: a number, or plenary.")] = "",
    delete: Annotated[int | None, typer.Option("--delete", help="Delete the comment of that number instead.")] = None,
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
    as_json: JsonOption = False,
) -> None:
    """Take down what a group says to a point of another; list or delete what was said to it."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import group_named, open_workshop
    from vaexercise.errors import Refused
    from vaexercise.report.cards import commenting
    from vaexercise.workshop.answers.feedback import Feedback
    from vaexercise.workshop.answers.naming import point_named
    from vaexercise.workshop.answers.withdrawn import withdrawals
    from vaexercise.workshop.plenary import comments as kept

    if words and delete is not None:
        raise Refused(reason="Write a comment, or delete one with --delete: not both. Nothing was changed.")
    opened = open_workshop(workshop, by=by, command="plenary comment")
    chosen = opened.session(session)
    withdrawn = next((one for one in withdrawals(opened, chosen) if one.code == code.strip().upper()), None)
    if withdrawn and not words:
        _about_withdrawn(opened, chosen, withdrawn, delete, as_json=as_json)
        return
    point = point_named(Feedback(opened, chosen), code)
    if delete is not None:
        gone = kept.delete_comment(opened, chosen, point, delete)
        say.result(f"Deleted: {commenting(gone.group)} on {point.code}: {gone.text}")
    elif words:
        if not group:
            raise Refused(reason="Say who comments: --group 3, or --group plenary. Nothing was recorded.")
        made = kept.add_comment(opened, chosen, point, group_named(opened, chosen, group), words)
        say.result(f"Saved: {commenting(made.group)} on {point.code}: {made.text}")
    else:
        _list_comments(point.code, kept.comments(opened, chosen).get(point.id, ()), as_json=as_json)


def _about_withdrawn(
    opened: Workshop, session: Session, withdrawn: Withdrawn, delete: int | None, *, as_json: bool
) -> None:
    """What was said to a point that was withdrawn is in no report; here it is found, and deleted."""
    from vaexercise.cli import say
    from vaexercise.report.cards import commenting
    from vaexercise.workshop.plenary import comments as kept

    if delete is None:
        _list_comments(withdrawn.code, kept.comments(opened, session).get(withdrawn.target, ()), as_json=as_json)
        return
    gone = kept.delete_comment(opened, session, withdrawn, delete)
    say.result(f"Deleted: {commenting(gone.group)} on {withdrawn.code}.")


def _list_comments(code: str, found: tuple[Comment, ...], *, as_json: bool) -> None:
    from vaexercise.cli import say
    from vaexercise.report.cards import commenting

    if as_json:
        say.data([one._asdict() for one in found])
        return
    if not found:
        say.note(f"Nobody said anything to {code} yet.")
    for number, one in enumerate(found, start=1):
        say.result(f"{number}. {commenting(one.group)}: {one.text}")
