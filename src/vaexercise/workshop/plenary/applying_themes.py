"""Takes decisions about points in from outside: all of them or none, and twice the same changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.model.text import clean_line
from vaexercise.workshop.plenary.sortings import Decision
from vaexercise.workshop.plenary.themes import Themes, sortable
from vaexercise.workshop.plenary.voted import about_voted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vaexercise.model.feedback import Point
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.model.theme import Sorting
    from vaexercise.workshop.workshop import Workshop


class Wanted(NamedTuple):
    """What is to be decided about a point: titles of its themes, those it opposes, or that it stands apart.

    Nothing of it: the point is left to be sorted.
    """

    themes: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()
    unique: bool = False
    parked: str = ""


class Applied(NamedTuple):
    """What changes: titles of themes that are opened, by question, and codes of points that are decided anew.

    `notes` are sentences on points that leave a theme on which people have voted, and on titles of other questions.
    """

    opened: tuple[tuple[str, str], ...]
    decided: tuple[str, ...]
    notes: tuple[str, ...] = ()


class _Plan(NamedTuple):
    question: Question
    sorting: Sorting
    titles: tuple[str, ...]
    points: tuple[tuple[Point, Wanted], ...]


def apply_themes(
    workshop: Workshop,
    session: Session,
    wanted: Mapping[str, Wanted],
    *,
    dry_run: bool = False,
) -> Applied:
    """Decide about points by their ids: all, or none. Themes are known by their titles, and opened if need be.

    What is not named stays. Raises `Refused` for a title that is none, and `NotSaved`.
    """
    workshop.log.refresh()
    themes = Themes(workshop, session)
    plans = [_plan(themes, question, wanted) for question in sortable(workshop, session)]
    voted = (note for plan in plans for note in about_voted(workshop, session, _taken_out(plan)))
    notes = (*voted, *_told_apart(plans))
    if not dry_run:
        with workshop.together():
            for plan in plans:
                _carry_out(themes, plan)
    return Applied(
        opened=tuple((plan.question.code or plan.question.id, title) for plan in plans for title in plan.titles),
        decided=tuple(point.code for plan in plans for point, _ in plan.points),
        notes=notes,
    )


def _told_apart(plans: Sequence[_Plan]) -> Iterator[str]:
    """Titles that are opened although another question has a theme of that title: a theme is of one question."""
    there = {theme.title.casefold(): plan.question for plan in plans for theme in plan.sorting.themes}
    for plan in plans:
        for title in plan.titles:
            if other := there.get(title.casefold()):
                codes = ", ".join(point.code for point, want in plan.points if title in (*want.themes, *want.opposes))
                name, here = other.code or other.id, plan.question.code or plan.question.id
                yield (
                    f"“{title}” is a theme of {name} already. A theme is of one question: for {codes} there is one of "
                    f"the same title in {here}. If that was not meant: vaexercise plenary themes undo"
                )


def _plan(themes: Themes, question: Question, wanted: Mapping[str, Wanted]) -> _Plan:
    """What is different from what is decided already."""
    sorting = themes.sorting(question)
    here = [(point, wanted[point.id]) for point in sorting.points if point.id in wanted]
    known = {theme.title.casefold(): theme.id for theme in sorting.themes}
    ids = {point.id for point, _ in here}
    named = [title for key, want in wanted.items() if key in ids for title in (*want.themes, *want.opposes)]
    new = {clean_line(title).casefold(): clean_line(title) for title in reversed(named)}
    titles = dict.fromkeys(new[clean_line(title).casefold()] for title in named)
    return _Plan(
        question,
        sorting,
        tuple(title for title in titles if title.casefold() not in known),
        tuple((point, want) for point, want in here if not _is_so(sorting, point.id, want, known)),
    )


def _is_so(sorting: Sorting, point: str, want: Wanted, known: Mapping[str, str]) -> bool:
    """Whether that is decided already."""
    of = sorting.of(point)
    now = (
        {theme.id for theme in of},
        {theme.id for theme in of if point in theme.opposes},
        point in sorting.unique,
        sorting.parked.get(point, ""),
    )
    against = {known.get(clean_line(title).casefold(), "") for title in want.opposes}
    ids = {known.get(clean_line(title).casefold(), "") for title in want.themes} | against
    return now == (ids, against, want.unique, clean_line(want.parked)) and point not in sorting.contested


def _taken_out(plan: _Plan) -> dict[str, list[str]]:
    """The codes of points that leave a theme, by the theme's id."""
    found: dict[str, list[str]] = {}
    for point, want in plan.points:
        stays = {clean_line(title).casefold() for title in (*want.themes, *want.opposes)}
        for theme in plan.sorting.of(point.id):
            if theme.title.casefold() not in stays:
                found.setdefault(theme.id, []).append(point.code)
    return found


def _carry_out(themes: Themes, plan: _Plan) -> None:
    known = {theme.title.casefold(): theme.id for theme in plan.sorting.themes}
    if plan.titles or plan.points:
        themes.were_there(plan.sorting)
    for place, title in enumerate(plan.titles):
        known[title.casefold()] = themes.opened(plan.question, title, after=place)
    for point, want in plan.points:
        ids, against = (
            [known[clean_line(title).casefold()] for title in titles] for titles in (want.themes, want.opposes)
        )
        decided = Decision(tuple(ids), tuple(against), want.unique, want.parked)
        _decide(themes, point.id, decided)


def _decide(themes: Themes, point: str, decided: Decision) -> None:
    if decided.themes or decided.opposes:
        themes.put_into(point, decided.themes, decided.opposes)
    elif decided.unique:
        themes.unique(point)
    elif decided.parked:
        themes.park(point, decided.parked)
    else:
        themes.take_out(point)
