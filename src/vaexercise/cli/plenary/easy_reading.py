"""`plenary easy-read`: the summary in easy words, written by people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import ByOption, JsonOption, PlainOption, SessionOption, WidthOption, WorkshopOption
from vaexercise.cli.plenary.noun import app

if TYPE_CHECKING:
    from vaexercise.model.edition import EasyText


@app.command("easy-read")
def easy_read(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    file: Annotated[
        Path | None,
        typer.Option("--file", help="Take the text from this file; empty lines part paragraphs. - is standard input."),
    ] = None,
    edit: Annotated[bool, typer.Option("--edit", help="Go through it, paragraph by paragraph, and write on.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Take the text out of the summary.")] = False,
    language: Annotated[str, typer.Option("--language", help="Its language, such as fr; unsaid, the workshop's.")] = "",
    by: ByOption = "",
    plain: PlainOption = False,
    width: WidthOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show the summary in easy words, or write it: nobody but you does. It stands right after the first numbers."""
    from vaexercise.capture.consoles.console import console
    from vaexercise.capture.easy_read import talk
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop, read_file
    from vaexercise.errors import Refused
    from vaexercise.people.decoding import decode
    from vaexercise.workshop.plenary import easy_read as texts

    if bool(file) + edit + remove > 1:
        raise Refused(reason="Say one of --file, --edit and --remove. Nothing was changed.")
    opened = open_workshop(workshop, by=by, command="plenary easy-read")
    chosen = opened.session(session)
    if edit:
        with console(plain=plain, width=width or 0) as terminal:
            talk(opened, chosen, language, terminal)
    elif file:
        paragraphs = texts.paragraphs_in(decode(read_file(file), file.name).text)
        _told(texts.write_easy(opened, chosen, language, paragraphs), "Saved")
    elif remove:
        _told(texts.remove_easy(opened, chosen, language), "Taken out; history keeps it")
    elif as_json:
        say.data([{"language": t.language, "paragraphs": t.paragraphs} for t in texts.easy_texts(opened, chosen)])
    else:
        _show(texts.easy_text(opened, chosen, language), texts.easy_texts(opened, chosen), width)


def _told(text: EasyText, what: str) -> None:
    from vaexercise.cli import say
    from vaexercise.model.text import counted

    say.result(f"{what}: {counted(len(text.paragraphs), 'paragraph')} in easy language ({text.language}).")


def _show(text: EasyText, every: tuple[EasyText, ...], width: int | None) -> None:
    """The text alone on stdout, so that it can be written into a file, changed, and read back."""
    from vaexercise.cli import say

    if text.paragraphs:
        say.lines("\n\n".join(text.paragraphs), width)
    else:
        say.note(f"Nobody wrote a text in easy language ({text.language}) yet: vaexercise plenary easy-read --edit")
    if others := [one.language for one in every if one.language != text.language]:
        say.note(f"There are others: {', '.join(others)}.")
