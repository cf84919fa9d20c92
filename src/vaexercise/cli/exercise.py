"""`vaexercise exercise`: the definitions of exercises."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import (
    JsonOption,
    LanguageOption,
    LargePrintOption,
    OutputOption,
    PaperOption,
    PlainOption,
    WidthOption,
    WorkshopOption,
)
from vaexercise.cli.printing import What

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.errors import Problem
    from vaexercise.model.exercise import Exercise
    from vaexercise.model.question import Question
    from vaexercise.model.text import Text

app = typer.Typer()


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
    what: Annotated[
        list[What] | None, typer.Option("--what", help="What to print; repeat for several. Unsaid, sheets.")
    ] = None,
    workshop: WorkshopOption = Path(),
    group: Annotated[
        list[str] | None, typer.Option("--group", help="A number, or plenary; repeat for several. Unsaid, every group.")
    ] = None,
    language: LanguageOption = "",
    large_print: LargePrintOption = False,
    paper: PaperOption = "a4",
    output: OutputOption = None,
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """Print a brief, what to send before the day, role cards, sheets for groups to write on, ballot papers.

    The codes on sheets are those that the points get when typed in.
    """
    from vaexercise.cli.opening import say_language
    from vaexercise.cli.output import put
    from vaexercise.cli.printing import about, pack
    from vaexercise.report.pack.pack import Form

    printed = about(workshop, exercise, group or [])
    say_language(printed.exercise, language)
    report = pack(printed, what or [What.SHEETS], language, Form(large_print=large_print, paper=paper))
    put(report, output, plain=plain or any(section.by_hand for section in report.sections), width=width)


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
