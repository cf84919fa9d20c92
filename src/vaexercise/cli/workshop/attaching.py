"""`workshop attach` and `workshop attachments`: pictures of the day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import ByOption, JsonOption, PlainOption, WorkshopOption
from vaexercise.cli.workshop.noun import app

if TYPE_CHECKING:
    from vaexercise.workshop.pictures.attachments import Attachment
    from vaexercise.workshop.workshop import Workshop

NOBODY = "none"
NO_CONSENT = "nobody's consent is recorded: not in a public summary"


@app.command()
def attach(
    file: Annotated[Path, typer.Argument(help="A picture: JPEG or PNG.")],
    alt: Annotated[str, typer.Option("--alt", help="What it shows, for who does not see it.")] = "",
    caption: Annotated[str, typer.Option("--caption", help="What stands below it.")] = "",
    consent: Annotated[
        str, typer.Option("--consent", help="Who agreed that it is published, of all who can be recognised.")
    ] = "",
    people: Annotated[str, typer.Option("--people", help="none, if nobody in it can be recognised.")] = "",
    workshop: WorkshopOption = Path(),
    by: ByOption = "",
) -> None:
    """Keep a picture of the day, without what the camera wrote into its file. Attached again, it gets the new words."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.errors import Refused
    from vaexercise.workshop.pictures.attachments import Told
    from vaexercise.workshop.pictures.attachments import attach as keep
    from vaexercise.workshop.pictures.reading import read_picture

    if people.strip().casefold() not in {"", NOBODY}:
        raise Refused(
            reason="--people is none, if nobody can be recognised. Else say who agreed: --consent “…”. "
            "Nothing was attached."
        )
    opened = open_workshop(workshop, by=by, command="workshop attach")
    found = read_picture(file)
    made, new = keep(opened, found, Told(alt, caption, consent, nobody=bool(people.strip())))
    size = f"{found.width:,} × {found.height:,} pixels"
    say.result(f"Attached as {made.id}: {size}." if new else f"Picture {made.id} was there; it has the new words now.")
    say.note("Kept are its pixels, its colours and which way up it is: no place, no time, no camera.")
    if not made.consented:
        say.note(
            'It is in no public summary. When all who can be recognised agree: attach it again with --consent "…", '
            "or with --people none if nobody can be."
        )


@app.command(name="attachments")
def attachments_(
    workshop: WorkshopOption = Path(),
    remove: Annotated[str, typer.Option("--remove", help="Erase this one for good: its id, or its number.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    plain: PlainOption = False,
    as_json: JsonOption = False,
) -> None:
    """List the pictures of the day, with who agreed to each, or erase one."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.model.text import counted
    from vaexercise.workshop.pictures.attachments import attachments, find_attachment

    opened = open_workshop(workshop, command="workshop attachments")
    if remove:
        _remove(opened, find_attachment(opened, remove), yes=yes)
        return
    found = attachments(opened.fold)
    if as_json:
        say.data([{"id": one.id, "file": one.kept.file, **one.told._asdict()} for one in found])
        return
    rows = [
        (str(number), one.id, one.told.alternative, one.told.caption, consent_of(one))
        for number, one in enumerate(found, start=1)
    ]
    say.table(("No.", "Id", "What it shows", "Caption", "Consent"), rows, plain=plain)
    say.note(f"{counted(len(found), 'picture')}.")


def consent_of(one: Attachment) -> str:
    """Who agreed, in words."""
    return "nobody can be recognised" if one.told.nobody else one.told.consent or NO_CONSENT


def _remove(opened: Workshop, found: Attachment, *, yes: bool) -> None:
    from vaexercise.cli import say
    from vaexercise.cli.opening import agreed
    from vaexercise.errors import Refused
    from vaexercise.workshop.pictures.attachments import remove

    if not yes:
        say.note(f"Picture {found.id} will be erased for good, with its words: {found.told.alternative}")
        if not agreed("Type yes to erase: "):
            raise Refused(reason="Nothing was erased. With --yes nothing is asked.")
    held = remove(opened, found)
    say.result(f"Erased {found.id}: the picture, and what was said of it.")
    if held:
        say.result("Somebody is typing in this workshop: their file is done by the first command after they end.")
    say.note("Not reached: reports that were made with it, other copies, zips and sticks. Merged, they lose it, too.")
