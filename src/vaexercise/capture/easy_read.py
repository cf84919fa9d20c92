"""Takes down the summary in easy words: each paragraph is kept, written anew, or taken out, and others follow."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from vaexercise.errors import Refused
from vaexercise.model.text import counted
from vaexercise.workshop.plenary.easy_read import easy_text, remove_easy, write_easy

if TYPE_CHECKING:
    from vaexercise.capture.consoles.console import Console
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop

HELP = (
    "Short sentences, one idea in each; easy words; no codes. Everything is saved at Enter.\n"
    "Enter keeps a paragraph; words replace it; - takes it out; q leaves. Enter after the last one ends."
)
KEEP, MORE = "Enter keeps, or words> ", "The next paragraph, or Enter> "
LEAVE = frozenset(("q", ":quit", "quit"))


def talk(workshop: Workshop, session: Session, language: str, terminal: Console) -> None:
    """Go through the paragraphs in a language, and take down more. The end of input is the end.

    Raises `Refused` for no code of a language, and `NotSaved`.
    """
    text = easy_text(workshop, session, language)
    terminal.say(HELP)
    place = 0
    with suppress(EOFError):
        while True:
            there = easy_text(workshop, session, text.language).paragraphs
            if place < len(there):
                terminal.say(f"\n{place + 1} of {len(there)}: {there[place]}")
            typed = terminal.ask(KEEP if place < len(there) else MORE).strip()
            if typed.casefold() in LEAVE or not (typed or place < len(there)):
                break
            try:
                place += _done(workshop, session, text.language, list(there), place, typed)
            except Refused as error:
                terminal.say(str(error))
    left = easy_text(workshop, session, text.language).paragraphs
    terminal.say(f"Saved. {counted(len(left), 'paragraph')} in easy language ({text.language}).")


def _done(workshop: Workshop, session: Session, language: str, there: list[str], place: int, typed: str) -> int:
    """Do what was typed about the paragraph at a place; how many to go on."""
    if not typed:
        return 1
    after = [*there[:place], *([] if typed == "-" else [typed]), *there[place + 1 :]]
    if after == there:
        return 1
    if after:
        write_easy(workshop, session, language, after)
    else:
        remove_easy(workshop, session, language)
    return 0 if typed == "-" else 1
