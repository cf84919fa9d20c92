"""`plenary sentences` and `plenary edit`: the key findings, and other words for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import (
    ByOption,
    JsonOption,
    PlainOption,
    SessionOption,
    WidthOption,
    WorkshopOption,
)
from vaexercise.cli.plenary.noun import app

if TYPE_CHECKING:
    from vaexercise.workshop.plenary.rewording import Rewording


@app.command()
def sentences(workshop: WorkshopOption = Path(), session: SessionOption = "", as_json: JsonOption = False) -> None:
    """List the key findings: each sentence with its key, its sources, and whether it was edited or taken out."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.model.plain import to_plain
    from vaexercise.plenary.caveats import unsorted
    from vaexercise.workshop.plenary.rewording import about
    from vaexercise.workshop.plenary.summary import synthesis

    opened = open_workshop(workshop)
    made = synthesis(opened, opened.session(session))
    found = made.sentences
    if as_json:
        usual = {"draft": "", "edited": False, "gone": False}
        say.data([{**usual, **to_plain(sentence)} for sentence in found])
        return
    for number, sentence in enumerate(found, start=1):
        say.lines(f"{number}. {sentence.text}\n   {about(sentence)}")
    if caveat := unsorted(made.questions):
        say.note(caveat)
    if not found:
        say.note("Nothing was said yet, so there is no sentence.")


@app.command()
def edit(
    key: Annotated[str, typer.Argument(help="Which sentence: its key or number. Unsaid, all are asked about.")] = "",
    words: Annotated[str, typer.Argument(help="What it is to say.")] = "",
    source: Annotated[
        list[str] | None,
        typer.Option("--source", help="What it is made of: G1-Q1-04, Q1-T2, V1, Q2. Repeat for several."),
    ] = None,
    add: Annotated[str, typer.Option("--add", help="Add this sentence; say its --source.")] = "",
    take_out: Annotated[bool, typer.Option("--take-out", help="Leave the sentence out of the report.")] = False,
    draft: Annotated[bool, typer.Option("--draft", help="Let the draft stand again, with the counts of now.")] = False,
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """Write a key finding in other words, take it out, or add one.

    Numbers and quotes are checked at once: what was typed is saved all the same, and exit code 1 says that it has to be
    looked at again.
    """
    from vaexercise.cli.opening import open_workshop
    from vaexercise.errors import Refused
    from vaexercise.workshop.plenary.rewording import Rewording

    wanted = [bool(add), bool(words), take_out, draft]
    if sum(wanted) > 1 or (bool(key) != any(wanted[1:])):
        raise Refused(
            reason='Say one thing at a time: edit KEY "words", edit KEY --take-out, edit KEY --draft, '
            'or edit --add "words" --source CODE. Nothing was changed.'
        )
    if source and not (add or words):
        raise Refused(reason="Sources go with words: say both. Nothing was changed.")
    opened = open_workshop(workshop, by=by, command="plenary edit")
    editor = Rewording(opened, opened.session(session))
    if add:
        editor.add(add, source or [])
    elif key:
        editor.change(key, words, source or [], take_out=take_out)
    else:
        _ask(editor, plain=plain, width=width)
        return
    _tell(editor)


def _ask(editor: Rewording, *, plain: bool, width: int | None) -> None:
    from vaexercise.capture.consoles.console import console
    from vaexercise.capture.findings import talk

    with console(plain=plain, width=width or 0) as terminal:
        talk(editor, terminal)


def _tell(editor: Rewording) -> None:
    from vaexercise.cli import say
    from vaexercise.errors import Exit

    say.lines(editor.told)
    for remark in editor.to_read_again():
        say.note(remark)
    found = editor.warnings()
    for fault in found:
        say.note(f"Look again: {fault}")
    if found:
        raise typer.Exit(Exit.CONTENT)
