"""`feedback withdraw`: somebody takes back what they told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.feedback.noun import app
from vaexercise.cli.options import ByOption, SessionOption, WorkshopOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.workshop.answers.withdrawing import Testimony


@app.command()
def withdraw(
    code: Annotated[str, typer.Argument(help="The code of a point or an answer, such as G2-Q3-04 or G2-Q7.")],
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    reason: Annotated[str, typer.Option("--reason", help="Why; do not repeat the words here.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    by: ByOption = "",
) -> None:
    """Erase the words of a point or an answer for good, with all earlier versions. It stays counted as withdrawn."""
    from vaexercise.capture.draft import Place, discard_about
    from vaexercise.cli import say
    from vaexercise.cli.opening import agreed, open_workshop
    from vaexercise.errors import Refused
    from vaexercise.workshop.answers.withdrawing import testimony
    from vaexercise.workshop.answers.withdrawing import withdraw as carry_out

    opened = open_workshop(workshop, by=by, command="feedback withdraw")
    chosen = opened.session(session)
    found = testimony(opened, chosen, code)
    if not yes:
        say.note(f"{found.code} will be erased for good: its words, their translation, all earlier versions.")
        say.note("No undo brings them back. The code stays, counted as withdrawn.")
        if not agreed("Type yes to erase: "):
            raise Refused(reason="Nothing was withdrawn. With --yes nothing is asked.")
    held = carry_out(opened, chosen, found, reason)
    answer = "/" in found.target
    place = Place(chosen.id, found.groups[0], found.question, point="" if answer else found.target)
    drafted = discard_about(opened.folder, place)
    say.result(f"Withdrawn: {found.code}. Its words are gone from the log; it stays counted as withdrawn.")
    for line in _left(found):
        say.result(line)
    if held or not drafted:
        say.result("Somebody is typing in this workshop: their file is done by the first command after they end.")
    say.note(
        "Not reached: what was printed, sent or read out, other copies, zips and sticks. "
        "Merging with copies is safe: the withdrawal wins there, too."
    )


def _left(found: Testimony) -> Iterator[str]:
    """Where the words, or what was said to them, still are."""
    for echo in found.echoes:
        yield echo.sentence
    for what in found.comments:
        mend = f"vaexercise plenary comment {found.code} --delete NUMBER"
        yield f"{what[:1].upper()}{what[1:]} is still in the record, and shown nowhere. Decide: {mend}"
    for name in found.files:
        if name.startswith("exercises/") or name == "workshop.yaml":
            yield f"{name} has words of it. If they were taken from there, change them."
        else:
            yield f"{name} still holds the words. Make it anew, or delete it."
    for name in found.unseen:
        yield f"{name} cannot be looked into. If it was made from this workshop, make it anew, or delete it."
