"""`groups print`: signs for doors, cards for tables, name badges, the list of participants."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from vaexercise.cli.groups.noun import RoundOption, app
from vaexercise.cli.groups.showing import By
from vaexercise.cli.options import (
    LanguageOption,
    LargePrintOption,
    OutputOption,
    PaperOption,
    PlainOption,
    SessionOption,
    WidthOption,
    WorkshopOption,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.session import Session
    from vaexercise.report.pack.guests import Guest
    from vaexercise.report.pack.pack import Part
    from vaexercise.workshop.workshop import Workshop


class What(StrEnum):
    """What is printed for the groups of a session."""

    SIGNS = "signs"
    TABLES = "tables"
    BADGES = "badges"
    LIST = "list"
    ALL = "all"


class _Wish(NamedTuple):
    """What is wanted; of which groups, if not of all; of which round; how the list is."""

    what: Sequence[What]
    groups: Sequence[str]
    turn: int
    by: By
    internal: bool

    def has(self, what: What) -> bool:
        return what in self.what or What.ALL in self.what


@app.command(name="print")
def print_(
    what: Annotated[
        list[What] | None, typer.Option("--what", help="What to print; repeat for several. Unsaid, signs.")
    ] = None,
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: Annotated[
        list[str] | None,
        typer.Option("--group", help="The number of a group; repeat for several. Unsaid, every group."),
    ] = None,
    turn: RoundOption = 1,
    by: Annotated[By, typer.Option("--by", help="The list by group or by person.")] = By.GROUP,
    internal: Annotated[
        bool, typer.Option("--internal", help="A list for those who run the workshop, with a sentence that says so.")
    ] = False,
    language: LanguageOption = "",
    large_print: LargePrintOption = False,
    paper: PaperOption = "a4",
    output: OutputOption = None,
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """Print signs for doors, cards for tables, name badges or the list of participants."""
    from vaexercise.cli.opening import group_named, open_workshop
    from vaexercise.cli.output import put
    from vaexercise.messages import say, speaking
    from vaexercise.report.model import Words
    from vaexercise.report.pack.pack import Form, put_together
    from vaexercise.report.pack.roll import INTERNAL

    opened = open_workshop(workshop, command="groups print")
    chosen = opened.session(session)
    keys = [group_named(opened, chosen, word) for word in group or []]
    wish = _Wish(what or [What.SIGNS], keys, turn, by, internal)
    title, occasion = opened.settings.title, (opened.settings.place, opened.settings.dates)
    form = Form(large_print=large_print, paper=paper)
    with speaking(language or opened.settings.language):
        parts = _parts(opened, chosen, wish)
        status = say(INTERNAL) if internal and list(parts) == ["list"] else ""
        report = put_together(Words(title), parts, occasion=occasion, form=form, status=status)
    put(report, output, plain=plain, width=width)


def _parts(opened: Workshop, session: Session, wish: _Wish) -> dict[str, Part]:
    """Each part by its name, in the order of `What`. Raises `Refused`."""
    from vaexercise.model.groups import PLENARY
    from vaexercise.report.pack.badges import badges
    from vaexercise.report.pack.guests import guests, places
    from vaexercise.report.pack.signs import signs, tables
    from vaexercise.workshop.answers.overview import here

    title = opened.settings.title
    found: dict[str, Part] = {}
    keys = wish.groups or [key for key in here(opened, session) if key != PLENARY]
    if wish.has(What.SIGNS):
        found["signs"] = signs(places(opened, keys), occasion=title)
    if wish.has(What.TABLES):
        found["tables"] = tables(places(opened, keys), occasion=title)
    if wish.has(What.BADGES) or wish.has(What.LIST):
        everybody = guests(opened, session, wish.turn)
        people = [guest for guest in everybody if not wish.groups or guest.group in wish.groups]
        if wish.has(What.BADGES):
            found["badges"] = badges(people, occasion=title)
        if wish.has(What.LIST) and _may_list(opened, session, wish):
            found["list"] = _roll(people, wish, title)
    return found


def _may_list(opened: Workshop, session: Session, wish: _Wish) -> bool:
    """Whether a list may be printed so. Raises `Refused` if it was asked for by its name and may not."""
    from vaexercise.cli import say
    from vaexercise.errors import Refused

    privacy = opened.settings.privacy or opened.exercise(session).privacy
    if wish.internal or privacy.participants_list == "publish":
        return True
    reason = (
        "The list of participants of this workshop is internal (privacy: participants_list). For those who run the "
        "workshop, print it with --internal, which says so on the list."
    )
    if What.LIST in wish.what:
        raise Refused(reason=reason)
    say.note(f"Without the list. {reason}")
    return False


def _roll(people: Sequence[Guest], wish: _Wish, title: str) -> Part:
    from vaexercise.report.pack.roll import roll

    return roll(people, by_group=wish.by is By.GROUP, internal=wish.internal, occasion=title)
