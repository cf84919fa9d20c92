"""What `exercise print` prints: of a workshop's session, or of a definition alone."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.session import Session
    from vaexercise.report.model import Report
    from vaexercise.report.pack.pack import Form, Part
    from vaexercise.report.paper import GroupSheet
    from vaexercise.report.texts import Texts
    from vaexercise.workshop.workshop import Workshop

MOST_GROUPS = 99
"""Of an exercise that no workshop runs."""


class What(StrEnum):
    """The parts of an exercise's print pack, in the order in which they are used."""

    BRIEF = "brief"
    PREWORK = "prework"
    ROLES = "roles"
    SHEETS = "sheets"
    BALLOTS = "ballots"
    ALL = "all"


class Printed(NamedTuple):
    """What is printed about: an exercise, the workshop's session if there is one, its groups, its occasion."""

    exercise: Exercise
    sheets: Callable[[], list[GroupSheet]]
    groups: int
    opened: tuple[Workshop, Session] | None = None
    occasion: tuple[str, ...] = ()


def about(folder: Path, name: str, groups: Sequence[str]) -> Printed:
    """What a command means. Raises `Unknown`, `NoWorkshop`."""
    found = _in_workshop(folder, name)
    return _of_workshop(*found, groups) if found else _of_definition(name, groups)


def pack(printed: Printed, wanted: Sequence[What], language: str, form: Form) -> Report:
    """The report with all that is wanted; the sheets, if they are wanted alone, as data of their own.

    Raises `Refused` if there is nothing to print of what was asked for by its name.
    """
    from vaexercise.messages import speaking
    from vaexercise.report.model import Words
    from vaexercise.report.pack.pack import put_together
    from vaexercise.report.paper import build_sheets
    from vaexercise.report.texts import Texts

    exercise = printed.exercise
    if list(wanted) == [What.SHEETS]:
        return build_sheets(
            exercise,
            printed.sheets(),
            language=language,
            occasion=printed.occasion,
            large_print=form.large_print,
            paper=form.paper,
        )
    texts = Texts(language or exercise.language, exercise.language)
    with speaking(texts.language):
        parts = _parts(printed, wanted, texts, form)
        title = texts.said(exercise.title)
        return put_together(Words(title.text, title.language), parts, occasion=printed.occasion, form=form)


def _parts(printed: Printed, wanted: Sequence[What], texts: Texts, form: Form) -> dict[str, Part]:
    from vaexercise.report.pack.brief import brief
    from vaexercise.report.pack.prework import prework
    from vaexercise.report.pack.roles import roles

    exercise, occasion = printed.exercise, printed.occasion
    makers: dict[What, Callable[[], Part | None]] = {
        What.BRIEF: lambda: brief(exercise, texts, groups=printed.groups, occasion=occasion),
        What.PREWORK: lambda: prework(exercise, texts, occasion=occasion),
        What.ROLES: lambda: roles(exercise),
        What.SHEETS: lambda: _sheets(printed, texts, form),
        What.BALLOTS: lambda: _ballots(printed, form, must=What.BALLOTS in wanted),
    }
    found = {what: make() for what, make in makers.items() if what in wanted or What.ALL in wanted}
    return {what.value: part for what, part in found.items() if part}


def _sheets(printed: Printed, texts: Texts, form: Form) -> Part:
    from vaexercise.model.plain import to_plain
    from vaexercise.report.pack.pack import Part
    from vaexercise.report.paper import sheet_sections

    sheets = printed.sheets()
    sections = sheet_sections(printed.exercise, sheets, texts, printed.occasion, large_print=form.large_print)
    return Part(sections, to_plain(tuple(sheets)))


def _ballots(printed: Printed, form: Form, *, must: bool) -> Part | None:
    """The papers of the open votes; none if there are none and they need not be. Raises `Refused`."""
    from vaexercise.cli import say
    from vaexercise.errors import Refused
    from vaexercise.report.pack.ballots import ballots
    from vaexercise.workshop.plenary.electorate import may_vote
    from vaexercise.workshop.plenary.votes import Votes

    votes = [vote for vote in Votes(*printed.opened).all() if vote.state == "open"] if printed.opened else []
    if votes and printed.opened:
        return ballots(votes, people=may_vote(*printed.opened).get("", 0), large_print=form.large_print)
    none = "There are no ballot papers: no vote is open. Open one: vaexercise plenary vote open --question Q1"
    if must:
        raise Refused(reason=none)
    say.note(none)
    return None


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


def _of_workshop(opened: Workshop, session: Session, wanted: Sequence[str]) -> Printed:
    """A session's groups, with the names of who sits there."""
    from vaexercise.cli.opening import group_named
    from vaexercise.model.groups import PLENARY
    from vaexercise.report.paper_sources import workshop_sheet
    from vaexercise.workshop.answers.feedback import Feedback
    from vaexercise.workshop.answers.overview import here
    from vaexercise.workshop.people.membership import member_names
    from vaexercise.workshop.people.seating import group_count

    there = here(opened, session)
    everybody = [key for key in there if key != PLENARY or there == (PLENARY,)]
    keys = [group_named(opened, session, word) for word in wanted] or everybody
    said, settings = Feedback(opened, session), opened.settings
    return Printed(
        opened.exercise(session),
        lambda: [workshop_sheet(said, key, member_names(opened, session, key)) for key in keys],
        group_count(opened, session),
        (opened, session),
        (settings.title, settings.place, settings.dates),
    )


def _of_definition(name: str, wanted: Sequence[str]) -> Printed:
    """A definition's groups: as many as it plans, or those named."""
    from vaexercise.definitions import library
    from vaexercise.model.groups import numbered
    from vaexercise.report.paper_sources import blank_sheet

    exercise = library.load(library.find(name, [library.shipped()]))
    keys = [_planned(word) for word in wanted] or numbered(exercise.groups.count or 1)
    return Printed(exercise, lambda: [blank_sheet(exercise, key) for key in keys], exercise.groups.count)


def _planned(word: str) -> str:
    """The key of a group before there are any: any number, or the plenary. Raises `Unknown`."""
    from vaexercise.errors import Unknown
    from vaexercise.model.groups import PLENARY, group_key

    key = PLENARY if word.strip().casefold() == PLENARY else group_key(word, MOST_GROUPS)
    if not key:
        raise Unknown(kind="group", name=word, hint=f"Use a number from 1 to {MOST_GROUPS}, or plenary.")
    return key
