"""Finds questions, themes and points by the words of a command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import Ambiguous, Refused, Unknown
from vaexercise.model.question import named
from vaexercise.model.text import clean_line, did_you_mean
from vaexercise.workshop.plenary.themes import sortable, themes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vaexercise.model.feedback import Point
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.model.theme import Sorting, Theme
    from vaexercise.workshop.workshop import Workshop

_SHOWN = 60


def named_question(workshop: Workshop, session: Session, name: str) -> Question:
    """The question with that code or id whose points are put into themes; unnamed, the only one.

    Raises `Unknown`, and `Refused` if none is named and there are several.
    """
    questions = sortable(workshop, session)
    known = ", ".join(q.code or q.id for q in questions) or "none"
    if not name.strip() and len(questions) == 1:
        return questions[0]
    if not name.strip():
        raise Refused(reason=f"Say which question, with --question. Those that are put into themes: {known}.")
    found = named(questions, name)
    if found is None:
        raise Unknown(kind="question to sort", name=f"{name:.{_SHOWN}}", hint=f"Those that are: {known}.")
    return found


def theme_names(workshop: Workshop, session: Session) -> dict[str, str]:
    """What sentences and actions call themes by, such as Q1-T3, by `theme/ID`."""
    codes = {question.id: question.code or question.id for question in workshop.exercise(session).walk()}
    return {
        f"theme/{theme.id}": f"{codes[sorting.question]}-T{theme.number}"
        for sorting in themes_of(workshop, session)
        for theme in sorting.themes
    }


def named_theme(sortings: Iterable[Sorting], name: str) -> tuple[Sorting, Theme]:
    """The theme with that title, id, or number among the themes of `sortings`. Raises `Unknown`, `Ambiguous`."""
    wanted = clean_line(name).casefold()
    all_of = [(sorting, theme) for sorting in sortings for theme in sorting.themes]
    for names in (_by_name, _by_number):
        found = [(sorting, theme) for sorting, theme in all_of if wanted in names(theme)]
        if len(found) == 1:
            return found[0]
        if found:
            several = ", ".join(f"{theme.id} ({sorting.question})" for sorting, theme in found)
            raise Ambiguous(kind="theme", name=f"{name:.{_SHOWN}}", candidates=several)
    near = did_you_mean(wanted, [theme.title.casefold() for _, theme in all_of])
    hint = near[:1].upper() + near[1:] or "vaexercise plenary themes list shows them with their numbers."
    raise Unknown(kind="theme", name=f"{name:.{_SHOWN}}", hint=hint)


def _by_name(theme: Theme) -> Sequence[str]:
    return (theme.title.casefold(), theme.id)


def _by_number(theme: Theme) -> Sequence[str]:
    return (str(theme.number), f"t{theme.number}")


def named_points(workshop: Workshop, session: Session, codes: Sequence[str]) -> list[tuple[Sorting, Point]]:
    """The points with these codes or ids, each once. Raises `Unknown` for the first that is none to be sorted."""
    found = {}
    for sorting in themes_of(workshop, session):
        for point in sorting.points:
            found[point.id] = found[point.code.partition(" ")[0].casefold()] = (sorting, point)
    for code in codes:
        if code.strip().casefold() not in found:
            near = did_you_mean(code.strip().upper(), [point.code for _, point in found.values()])
            hint = near[:1].upper() + near[1:] or "Codes are like G2-Q1-04."
            raise Unknown(kind="point to sort", name=f"{code:.{_SHOWN}}", hint=hint)
    chosen = [found[code.strip().casefold()] for code in codes]
    return list({point.id: (sorting, point) for sorting, point in chosen}.values())
