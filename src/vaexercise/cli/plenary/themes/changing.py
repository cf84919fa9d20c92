"""Commands that change one thing: a theme's title, which themes are one, where points belong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import ByOption, SessionOption, WorkshopOption
from vaexercise.cli.plenary.themes.common import QuestionOption, ThemeArgument
from vaexercise.cli.plenary.themes.noun import app

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.feedback import Point
    from vaexercise.model.question import Question
    from vaexercise.model.theme import Sorting
    from vaexercise.workshop.log.undoing import Step
    from vaexercise.workshop.plenary.themes import Themes

CodesArgument = Annotated[list[str], typer.Argument(help="Codes of points, such as G2-Q1-04.")]


@app.command()
def rename(
    theme: ThemeArgument,
    title: Annotated[str, typer.Argument(help="The new title.")],
    question: QuestionOption = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
) -> None:
    """Give a theme another title."""
    from vaexercise.cli import say
    from vaexercise.cli.plenary.themes import common

    themes = common.opened(workshop, session, by=by, command="rename")
    _, found = common.theme_named(themes, theme, question)
    themes.rename(found, title)
    say.result(
        f"Theme {found.number}, before “{found.title}”, is “{common.theme_named(themes, found.id)[1].title}” now."
    )


@app.command()
def merge(
    theme: Annotated[list[str], typer.Argument(help="Themes, by title or number; they become the first.")],
    title: Annotated[str, typer.Option("--title", help="Its title from now on; unsaid, that of the first.")] = "",
    question: QuestionOption = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
) -> None:
    """Make several themes of a question one. All of it can be undone."""
    from vaexercise.cli.plenary.themes import common
    from vaexercise.errors import Refused

    themes = common.opened(workshop, session, by=by, command="merge")
    found = [common.theme_named(themes, name, question) for name in theme]
    chosen = list({one.id: one for _, one in found}.values())
    if len(chosen) < 2 or len({sorting.question for sorting, _ in found}) > 1:  # noqa: PLR2004  one is no merger
        raise Refused(reason="Name two themes or more, of one question. Nothing was changed.")
    themes.merge(chosen, title)
    _say_theme(themes, chosen[0].id)


@app.command()
def split(
    theme: ThemeArgument,
    points: Annotated[str, typer.Option("--points", help="Codes of the points that go, with commas.")],
    title: Annotated[str, typer.Option("--title", help="The title of the new theme.")],
    question: QuestionOption = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
) -> None:
    """Move some points of a theme into a new one."""
    from vaexercise.cli.plenary.themes import common

    themes = common.opened(workshop, session, by=by, command="split")
    sorting, found = common.theme_named(themes, theme, question)
    going = [point.id for _, point in _points(themes, points.split(","))]
    key = themes.split(found, _question(themes, sorting), title, going)
    for one in (found.id, key):
        _say_theme(themes, one)


@app.command()
def move(
    code: CodesArgument,
    to: Annotated[str, typer.Option("--to", help="The theme, by title or number.")] = "",
    new: Annotated[str, typer.Option("--new", help="Or the title of a theme to open.")] = "",
    also: Annotated[bool, typer.Option("--also", help="Beside the themes that they are in already.")] = False,
    opposes: Annotated[bool, typer.Option("--opposes", help="They say the contrary of it.")] = False,
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
) -> None:
    """Put points into a theme, in place of those they are in."""
    from vaexercise.cli.plenary.themes import common
    from vaexercise.errors import Refused

    if bool(to) == bool(new):
        raise Refused(reason="Say where they go: --to THEME, or --new TITLE. Nothing was changed.")
    themes = common.opened(workshop, session, by=by, command="move")
    found = _points(themes, code)
    sorting, points = _of_one_question(found)
    target = common.theme_named(themes, to, sorting.question)[1].id if to else ""
    themes.were_there(sorting)
    with themes.workshop.together():
        key = target or themes.opened(_question(themes, sorting), new)
        for point in points:
            themes.put(point.id, key, opposes=opposes, beside=also)
    _say_theme(themes, key)
    common.say_left_votes(themes, sorting)


@app.command()
def park(
    code: CodesArgument,
    reason: Annotated[str, typer.Option("--reason", help="Why they are set aside.")],
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
) -> None:
    """Set points aside, and say why."""
    _decide(workshop, session, by, "park", code, reason)


@app.command()
def unique(
    code: CodesArgument, workshop: WorkshopOption = Path(), session: SessionOption = "", by: ByOption = ""
) -> None:
    """Say of points that only their group raised them."""
    _decide(workshop, session, by, "unique", code)


@app.command()
def again(
    code: CodesArgument, workshop: WorkshopOption = Path(), session: SessionOption = "", by: ByOption = ""
) -> None:
    """Leave points to be sorted again."""
    _decide(workshop, session, by, "again", code)


def _decide(workshop: Path, session: str, by: str, what: str, codes: list[str], reason: str = "") -> None:
    from vaexercise.cli import say
    from vaexercise.cli.plenary.themes import common

    themes = common.opened(workshop, session, by=by, command=what)
    found = _points(themes, codes)
    for sorting in {one.question: one for one, _ in found}.values():
        themes.were_there(sorting)
    with themes.workshop.together():
        for _, point in found:
            if what == "park":
                themes.park(point.id, reason)
            elif what == "unique":
                themes.unique(point.id)
            else:
                themes.take_out(point.id)
    before = {sorting.question: sorting for sorting, _ in found}
    for sorting in common.sortings(themes):
        if sorting.question in before:
            say.result(_standing(themes, sorting))
            common.say_left_votes(themes, before[sorting.question])


@app.command()
def delete(
    theme: ThemeArgument,
    question: QuestionOption = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
) -> None:
    """Delete a theme; its points are left to be sorted again."""
    from vaexercise.cli import say
    from vaexercise.cli.plenary.themes import common

    themes = common.opened(workshop, session, by=by, command="delete")
    sorting, found = common.theme_named(themes, theme, question)
    themes.delete(found)
    say.result(f"Theme “{found.title}” is deleted. {_standing(themes, themes.sorting(_question(themes, sorting)))}")


@app.command()
def undo(
    steps: Annotated[int, typer.Option("--steps", min=1, help="How many, newest first.")] = 1,
    older: Annotated[
        bool, typer.Option("--older", help="Also what was done before the step that was undone last.")
    ] = False,
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
) -> None:
    """Take back the last thing that was sorted, by whomever. The one before only when it is asked for: --older."""
    from vaexercise.cli import say
    from vaexercise.cli.plenary.themes import common
    from vaexercise.workshop.plenary.sorting_steps import is_older, sorting_steps, take_back

    themes = common.opened(workshop, session, by=by, command="undo")
    newest = sorting_steps(themes.workshop, themes.session)[:steps]
    if newest and not older and is_older(themes.workshop, themes.session, newest[0]):
        _refuse_older(themes, newest)
    for _ in range(steps):
        found = sorting_steps(themes.workshop, themes.session)
        if not found:
            say.note("Nothing is left to take back.")
            return
        for line in take_back(themes.workshop, themes.session, found[0]):
            say.result(f"Taken back: {line}")


def _refuse_older(themes: Themes, steps: Sequence[Step]) -> None:
    """Say what would be taken back, and raise `Refused`."""
    from vaexercise.cli import say
    from vaexercise.errors import Refused
    from vaexercise.workshop.plenary.sorting_steps import in_words, told

    for step in steps:
        for line in in_words(themes.workshop, step):
            say.result(f"Would be taken back: {line}")
    raise Refused(
        reason=f"The step before the one that was undone last is {told(themes.workshop, steps[0])}. To take that back, "
        "too: vaexercise plenary themes undo --older. Nothing was undone."
    )


def _say_theme(themes: Themes, key: str) -> None:
    from vaexercise.cli import say
    from vaexercise.cli.plenary.themes import common
    from vaexercise.workshop.plenary.themes_in_words import theme_line

    say.result(theme_line(*common.theme_named(themes, key)))


def _standing(themes: Themes, sorting: Sorting) -> str:
    from vaexercise.cli.plenary.themes import common
    from vaexercise.workshop.plenary.themes_in_words import standing

    return standing(common.code_of(themes.workshop, themes.session, sorting.question), sorting)


def _points(themes: Themes, codes: list[str]) -> list[tuple[Sorting, Point]]:
    from vaexercise.workshop.plenary.naming_themes import named_points

    return named_points(themes.workshop, themes.session, codes)


def _of_one_question(found: list[tuple[Sorting, Point]]) -> tuple[Sorting, list[Point]]:
    """The question of points, and these. Raises `Refused` if they are of several."""
    from vaexercise.errors import Refused

    if len({sorting.question for sorting, _ in found}) > 1:
        raise Refused(reason="These points are of several questions, and a theme is of one. Nothing was changed.")
    return found[0][0], [point for _, point in found]


def _question(themes: Themes, sorting: Sorting) -> Question:
    return next(q for q in themes.workshop.exercise(themes.session).walk() if q.id == sorting.question)
