"""`feedback show` and `feedback headlines`: what the groups said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from vaexercise.cli.feedback.noun import GroupOption, app
from vaexercise.cli.options import JsonOption, LanguageOption, SessionOption, WorkshopOption

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.feedback import Answer, Point, Response
    from vaexercise.model.question import Question
    from vaexercise.workshop.headlines import Headlines

    Said = TypeVar("Said", Point, Answer)


@app.command()
def show(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: GroupOption = "",
    question: Annotated[str, typer.Option("--question", help="Only this question, by its code or id.")] = "",
    private: Annotated[bool, typer.Option("--private", help="Show the words of private points, too.")] = False,
    language: LanguageOption = "",
    as_json: JsonOption = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="As Markdown, to be corrected and imported again.")
    ] = False,
) -> None:
    """Show what was said, with its codes: by all groups, or by one."""
    from vaexercise.cli import say
    from vaexercise.cli.feedback.finding import question_named
    from vaexercise.cli.opening import group_named, open_workshop
    from vaexercise.model.plain import to_plain
    from vaexercise.workshop.feedback import Feedback
    from vaexercise.workshop.overview import answering

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    said = Feedback(opened, chosen)
    exercise = said.complete(opened.exercise(chosen))
    keys = (group_named(opened, chosen, group),) if group else answering(opened, chosen)
    every = tuple(exercise.walk())
    asked = (question_named(every, question),) if question else every
    found = [(one, r) for one in asked for r in said.responses([one], keys) if r.state != "open"]
    if as_json:
        say.data([to_plain(response if private else _without_private(response)) for _, response in found])
        return
    if markdown:
        from vaexercise.capture.sheets import Wanted, as_markdown

        wanted = Wanted(language=language, private=private, questions=frozenset(one.id for one in asked))
        say.result(as_markdown(said, exercise, keys, wanted))
        return
    _show(exercise, found, language or exercise.language, private=private)


def _show(exercise: Exercise, found: Iterable[tuple[Question, Response]], language: str, *, private: bool) -> None:
    from vaexercise.cli import say

    shown = None
    for question, response in found:
        if question is not shown:
            say.result(f"\n{question.code} {question.prompt_in(language, exercise.language)}".rstrip())
            shown = question
        _show_response(question, response, language, private=private)


def _show_response(question: Question, response: Response, language: str, *, private: bool) -> None:
    from vaexercise.cli import say
    from vaexercise.model.groups import group_name
    from vaexercise.model.telling import told

    if response.answer:
        say.result(f"  {response.answer.code}  {told(question, response.answer, language, private=private)}")
    for point in response.points:
        say.result(f"  {point.code}  {told(question, point, language, private=private)}")
    if response.state != "answered":
        say.result(f"  {group_name(response.group)}: {response.state.replace('-', ' ')}")


def _without_private(response: Response) -> Response:
    """The response without the words of what is private."""
    answer = response.answer
    return replace(response, points=tuple(map(_bare, response.points)), answer=_bare(answer) if answer else None)


def _bare(said: Said) -> Said:
    return replace(said, values={}, gloss="") if said.private else said


@app.command()
def headlines(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: GroupOption = "",
    language: LanguageOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show what the groups say in plenary, and how long that takes; or one group."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import group_named, open_workshop
    from vaexercise.model.plain import to_plain
    from vaexercise.workshop.feedback import Feedback
    from vaexercise.workshop.headlines import headlines as of_group
    from vaexercise.workshop.overview import answering

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    said = Feedback(opened, chosen)
    keys = (group_named(opened, chosen, group),) if group else answering(opened, chosen)
    found = {key: of_group(said, key) for key in keys}
    if as_json:
        say.data(
            [
                {"group": key, **to_plain(replace(one, points=tuple(map(_bare, one.points))))}
                for key, one in found.items()
            ]
        )
        return
    exercise = said.complete(opened.exercise(chosen))
    for key, one in found.items():
        _show_headlines(exercise, key, one, language or exercise.language)


def _show_headlines(exercise: Exercise, group: str, found: Headlines, language: str) -> None:
    from vaexercise.cli import say
    from vaexercise.model.groups import group_name
    from vaexercise.model.telling import told

    by_id = {question.id: question for question in exercise.walk()}
    say.result(f"\n{group_name(group)}")
    for point in found.points:
        words = told(by_id[point.question], replace(point, star=False), language)
        say.result(f"  {point.code}  {words}")
    for line in found.lines():
        say.result(f"  {line}")
