"""`vaexercise exercise`: the definitions of exercises."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import JsonOption, LanguageOption, PlainOption, WidthOption, WorkshopOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.errors import Problem
    from vaexercise.model.exercise import Exercise
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.model.text import Text
    from vaexercise.report.paper import GroupSheet
    from vaexercise.workshop.workshop import Workshop

app = typer.Typer()

MOST_GROUPS = 99
"""Of an exercise that no workshop runs."""


@app.command(name="list")
def list_(as_json: JsonOption = False, plain: PlainOption = False) -> None:
    """List the exercises that come with the program."""
    from vaexercise.cli import say
    from vaexercise.definitions import library
    from vaexercise.model.text import in_language

    found = [(e.id, in_language(e.title, e.language), e.minutes) for e in library.entries(library.shipped())]
    if as_json:
        say.data([{"id": name, "title": title, "minutes": minutes} for name, title, minutes in found])
        return
    say.table(("Id", "Minutes", "Title"), [(name, str(minutes), title) for name, title, minutes in found], plain=plain)


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="An exercise's id, or the path of a definition file.")],
    language: LanguageOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show an exercise: purpose, agenda, how groups are formed, questions."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import say_language
    from vaexercise.definitions import library
    from vaexercise.model.plain import to_plain

    exercise = library.load(library.find(name, [library.shipped()]))
    if as_json:
        say.data(to_plain(exercise, as_written=True))
        return
    say_language(exercise, language)
    for line in _told(exercise, language or exercise.language):
        say.result(line)


@app.command()
def check(file: Annotated[list[str], typer.Argument(help="Definition files, or ids of exercises.")]) -> None:
    """Check definition files: all problems at once, each with its line. Exit code 1 if there are any."""
    from vaexercise.cli import say
    from vaexercise.definitions import library
    from vaexercise.errors import Problems

    problems: list[Problem] = []
    for path in [library.find(name, [library.shipped()]) for name in file]:
        try:
            exercise = library.load(path)
        except Problems as error:
            problems += error.problems
        else:
            count = sum(1 for _ in exercise.walk())
            say.result(f"{path}: good. {exercise.minutes} minutes, {count} questions.")
    if problems:
        raise Problems(problems)


@app.command(name="print")
def print_(
    exercise: Annotated[
        str, typer.Argument(help="A session, an exercise's id, or a definition file; unsaid, this workshop's.")
    ] = "",
    workshop: WorkshopOption = Path(),
    group: Annotated[
        list[str] | None, typer.Option("--group", help="A number, or plenary; repeat for several. Unsaid, every group.")
    ] = None,
    language: LanguageOption = "",
    large_print: Annotated[bool, typer.Option("--large-print", help="Letters of 18 points and more.")] = False,
    output: Annotated[
        list[Path] | None,
        typer.Option("--output", "-o", help="Write a file instead: .html, .md, .json or .txt; repeat for several."),
    ] = None,
    width: WidthOption = None,
) -> None:
    """Make sheets for groups to write on. Their codes are those that the points get when typed in."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import say_language
    from vaexercise.cli.output import write
    from vaexercise.report import plain
    from vaexercise.report.paper import build_sheets

    found = _in_workshop(workshop, exercise)
    chosen, groups, occasion = _workshop_sheets(*found, group or []) if found else _blank_sheets(exercise, group or [])
    say_language(chosen, language)
    report = build_sheets(chosen, groups, language=language, occasion=occasion, large_print=large_print)
    if not output:
        say.result(plain.render(report, width or plain.WIDTH))
    write(report, output or ())


def _in_workshop(folder: Path, name: str) -> tuple[Workshop, Session] | None:
    """The session that is meant; none if a definition alone is, or no workshop is there and a definition is named.

    Who names a workshop means one of its sessions.
    """
    from vaexercise.cli.opening import open_workshop
    from vaexercise.errors import NoWorkshop, Unknown

    try:
        opened = open_workshop(folder, command="exercise print")
        return opened, opened.session(name)
    except (NoWorkshop, Unknown):
        if name and folder == Path():
            return None
        raise


def _workshop_sheets(
    opened: Workshop, session: Session, wanted: list[str]
) -> tuple[Exercise, list[GroupSheet], tuple[str, ...]]:
    """The sheets of a session's groups, with the names of who sits there."""
    from vaexercise.cli.opening import group_named
    from vaexercise.model.groups import PLENARY
    from vaexercise.report.paper_sources import workshop_sheet
    from vaexercise.workshop.answers.feedback import Feedback
    from vaexercise.workshop.answers.overview import here
    from vaexercise.workshop.people.membership import member_names

    there = here(opened, session)
    everybody = [key for key in there if key != PLENARY or there == (PLENARY,)]
    keys = [group_named(opened, session, word) for word in wanted] or everybody
    said, settings = Feedback(opened, session), opened.settings
    sheets = [workshop_sheet(said, key, member_names(opened, session, key)) for key in keys]
    return opened.exercise(session), sheets, (settings.title, settings.place, settings.dates)


def _blank_sheets(name: str, wanted: list[str]) -> tuple[Exercise, list[GroupSheet], tuple[str, ...]]:
    """The sheets of a definition's groups: as many as it plans, or those named."""
    from vaexercise.definitions import library
    from vaexercise.model.groups import numbered
    from vaexercise.report.paper_sources import blank_sheet

    exercise = library.load(library.find(name, [library.shipped()]))
    keys = [_planned(word) for word in wanted] or numbered(exercise.groups.count or 1)
    return exercise, [blank_sheet(exercise, key) for key in keys], ()


def _planned(word: str) -> str:
    """The key of a group before there are any: any number, or the plenary. Raises `Unknown`."""
    from vaexercise.errors import Unknown
    from vaexercise.model.groups import PLENARY, group_key

    key = PLENARY if word.strip().casefold() == PLENARY else group_key(word, MOST_GROUPS)
    if not key:
        raise Unknown(kind="group", name=word, hint=f"Use a number from 1 to {MOST_GROUPS}, or plenary.")
    return key


def _told(exercise: Exercise, language: str) -> Iterator[str]:
    """The exercise as lines that can be read aloud."""
    from vaexercise.model.text import in_language

    def say(text: Text) -> str:
        return in_language(text, language, exercise.language).strip()

    yield f"{say(exercise.title)} ({exercise.id}, version {exercise.version})"
    yield say(exercise.summary)
    if exercise.origin:
        yield f"Origin: {exercise.origin.kind}. {say(exercise.origin.note)}"
    yield f"\nAgenda, {exercise.minutes} minutes:"
    for step in exercise.agenda:
        codes = ", ".join(q.code or q.id for q in exercise.walk() if q.id in step.questions)
        yield f"  {step.minutes:>3} min  {say(step.title)}" + (f" ({codes})" if codes else "")
    if exercise.groups.count:
        yield f"\nWorking groups: {exercise.groups.count}, formed by {len(exercise.groups.rules)} rules:"
        yield from (f"  {number}. {rule}" for number, rule in enumerate(_rules(exercise), start=1))
    yield "\nQuestions:"
    for question in exercise.walk():
        yield from _question(question, language, exercise.language)


def _question(question: Question, language: str, fallback: str) -> Iterator[str]:
    from vaexercise.model.text import in_language

    minutes = f", {question.minutes} minutes" if question.minutes else ""
    asked = "" if question.per == "group" else f", per {question.per}"
    yield f"  {question.code:<4} {question.prompt_in(language, fallback)}"
    yield f"       {question.kind}{minutes}{asked} [{question.id}]"
    hint = in_language(question.hint, language, fallback)
    if hint:
        yield f"       {hint.strip()}"


def _rules(exercise: Exercise) -> Iterator[str]:
    from dataclasses import fields

    for rule in exercise.groups.rules:
        facts = [
            f"{f.name} {_fact(getattr(rule, f.name))}"
            for f in fields(rule)
            if f.name not in ("rule", "hard", "weight", "origin") and getattr(rule, f.name)
        ]
        strength = "always" if rule.is_hard else f"as far as possible, weight {rule.weight or 1}"
        yield f"{rule.rule.replace('_', ' ')} {', '.join(facts)} ({strength})"


def _fact(value: object) -> str:
    if isinstance(value, dict):
        return " and ".join(f"{key} = {item}" for key, item in value.items())
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
