"""What the commands on a workshop's themes share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.model.session import Session
    from vaexercise.model.theme import Sorting, Theme
    from vaexercise.workshop.plenary.themes import Themes
    from vaexercise.workshop.workshop import Workshop

QuestionOption = Annotated[str, typer.Option("--question", help="Only this question, such as Q1; unsaid, all.")]
ThemeArgument = Annotated[str, typer.Argument(help="A theme: its title, or its number where only one has it.")]


def opened(folder: Path, session: str, *, by: str = "", command: str) -> Themes:
    """The themes of a workshop's session."""
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.plenary.themes import Themes

    workshop = open_workshop(folder, by=by, command=f"plenary themes {command}")
    return Themes(workshop, workshop.session(session))


def sortings(themes: Themes, question: str = "") -> list[Sorting]:
    """How the questions are sorted, or the one that is named; those without points and themes are left out."""
    from vaexercise.workshop.plenary.naming_themes import named_question
    from vaexercise.workshop.plenary.themes import themes_of

    if question:
        return [themes.sorting(named_question(themes.workshop, themes.session, question))]
    return [one for one in themes_of(themes.workshop, themes.session) if one.points or one.themes]


def theme_named(themes: Themes, name: str, question: str = "") -> tuple[Sorting, Theme]:
    """The theme that is meant, as `naming_themes` finds it."""
    from vaexercise.workshop.plenary.naming_themes import named_theme

    return named_theme(sortings(themes, question), name)


def say_left_votes(themes: Themes, before: Sorting) -> None:
    """Say of points that are no longer in their theme since `before` where people had voted on it."""
    from vaexercise.cli import say
    from vaexercise.workshop.plenary.voted import about_voted, taken_out

    now = next(one for one in sortings(themes) if one.question == before.question)
    for sentence in about_voted(themes.workshop, themes.session, taken_out(before, now)):
        say.note(sentence)


def code_of(workshop: Workshop, session: Session, question: str) -> str:
    """What people call a question by."""
    found = next((q for q in workshop.exercise(session).walk() if q.id == question), None)
    return found.code or found.id if found else question


def theme_data(sorting: Sorting, theme: Theme) -> dict[str, Any]:
    """A theme for programs; points by their codes."""
    code = {point.id: point.code for point in sorting.points}
    return {
        "number": theme.number,
        "id": theme.id,
        "title": theme.title,
        "groups": list(sorting.groups(theme.points)),
        "points": [code[key] for key in theme.points],
        "opposes": [code[key] for key in theme.opposes],
        **({"also": list(theme.also)} if theme.also else {}),
    }
