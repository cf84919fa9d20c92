"""`feedback show` and `feedback headlines`: what the groups said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from vaexercise.cli.feedback.noun import GroupOption, app
from vaexercise.cli.options import JsonOption, LanguageOption, PrivateOption, SessionOption, WidthOption, WorkshopOption

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.feedback import Answer, Point, Response
    from vaexercise.model.question import Question
    from vaexercise.workshop.answers.headlines import Headlines

    Said = TypeVar("Said", Point, Answer)


@app.command()
def show(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: GroupOption = "",
    question: Annotated[str, typer.Option("--question", help="Only this question, by its code or id.")] = "",
    private: PrivateOption = False,
    language: LanguageOption = "",
    width: WidthOption = None,
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
    from vaexercise.workshop.answers.feedback import Feedback
    from vaexercise.workshop.answers.overview import answering

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
    for line in _lines(exercise, found, language or exercise.language, private=private):
        say.lines(line, width)


def _lines(
    exercise: Exercise, found: Iterable[tuple[Question, Response]], language: str, *, private: bool
) -> Iterator[str]:
    shown = None
    for question, response in found:
        if question is not shown:
            yield f"\n{question.code} {question.prompt_in(language, exercise.language)}".rstrip()
            shown = question
        yield from _lines_of(question, response, language, private=private)


def _lines_of(question: Question, response: Response, language: str, *, private: bool) -> Iterator[str]:
    from vaexercise.model.groups import group_name
    from vaexercise.model.telling import told

    if response.answer:
        yield f"  {response.answer.code}  {told(question, response.answer, language, private=private)}"
    for point in response.points:
        yield f"  {point.code}  {told(question, point, language, private=private)}"
    if response.withdrawn:
        yield f"  {group_name(response.group)}: {response.withdrawn} withdrawn"
    if response.state != "answered":
        yield f"  {group_name(response.group)}: {response.state.replace('-', ' ')}"


def _without_private(response: Response) -> Response:
    """The response without the words of what is private."""
    answer = response.answer
    return replace(response, points=tuple(map(_bare, response.points)), answer=_bare(answer) if answer else None)


def _bare(said: Said) -> Said:
    return replace(said, values={}, gloss="", private="private", parked="") if said.private else said


@app.command()
def headlines(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: GroupOption = "",
    language: LanguageOption = "",
    width: WidthOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what the groups say in plenary, and how long that takes; or one group."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import group_named, open_workshop
    from vaexercise.model.plain import to_plain
    from vaexercise.workshop.answers.feedback import Feedback
    from vaexercise.workshop.answers.headlines import headlines as of_group
    from vaexercise.workshop.answers.overview import here

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    said = Feedback(opened, chosen)
    keys = (group_named(opened, chosen, group),) if group else here(opened, chosen)
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
        for line in _lines_of_headlines(exercise, key, one, language or exercise.language):
            say.lines(line, width)


def _lines_of_headlines(exercise: Exercise, group: str, found: Headlines, language: str) -> Iterator[str]:
    from vaexercise.model.groups import group_name
    from vaexercise.model.telling import spoken

    by_id = {question.id: question for question in exercise.walk()}
    yield f"\n{group_name(group)}"
    for point in found.points:
        yield f"  {point.code}  {spoken(by_id[point.question], replace(point, star=False), language)}"
    for line in found.lines():
        yield f"  {line}"
