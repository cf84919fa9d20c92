"""Opens the workshop that a command is about, and says what the person should know about it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from vaexercise.cli import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop


def open_workshop(folder: Path, *, by: str = "", command: str = "") -> Workshop:
    """The workshop at `folder` or above it; `command` is what is being done, for its history."""
    from vaexercise.workshop.workshop import Workshop

    workshop = Workshop(folder, by=by, command=command)
    for notice in workshop.notices:
        say.note(notice)
    for sentence in _about(workshop):
        say.note(sentence)
    return workshop


def concerns(workshop: Workshop) -> list[str]:
    """What whoever reads a summary of the workshop has to know: damage, and what is not settled."""
    from vaexercise.model.text import counted
    from vaexercise.workshop.log.conflicts import conflicts

    found = [f"{counted(len(workshop.log.damage), 'line of the log is', 'lines of the log are')} damaged and left out."]
    open_ones = conflicts(workshop)
    names = ", ".join(conflict.name for conflict in open_ones)
    unsettled = f"{counted(len(open_ones), 'thing has', 'things have')} several versions, not settled yet: {names}."
    return (found if workshop.log.damage else []) + ([unsettled] if open_ones else [])


def _about(workshop: Workshop) -> Iterator[str]:
    """What is not as it should be in the log."""
    from vaexercise.model.text import counted

    log = workshop.log
    if log.damage:
        lines = counted(len(log.damage), "line of the log is", "lines of the log are")
        yield f"{lines} damaged; all others are used. Where: vaexercise workshop check"
    if log.newer:
        lines = counted(log.newer, "line was", "lines were")
        yield f"{lines} written by a newer version of vaexercise. Nothing of them is lost; update to use them in full."
    if waiting := log.unerased():
        files = counted(len(waiting), "file that is", "files that are")
        yield f"An erasure waits for {files} still being written. Any command after that finishes it."


def hint(workshop: Workshop, command: str) -> str:
    """A command to type next, with the workshop's folder if one would have to name it."""
    import shlex
    from pathlib import Path

    inside = Path.cwd().is_relative_to(workshop.folder)
    where = "" if inside else f" --workshop {shlex.quote(_short(workshop.folder))}"
    return f"vaexercise {command}{where}"


def _short(folder: Path) -> str:
    from pathlib import Path

    here = Path.cwd()
    return str(folder.relative_to(here)) if folder.is_relative_to(here) else str(folder)


def read_file(path: Path) -> bytes:
    """The bytes of a file named on the command line; `-` is standard input. Raises `NoSuchFile`."""
    from vaexercise.errors import NoSuchFile

    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError as error:
        raise NoSuchFile(path=path, reason=error.strerror) from error


def group_named(workshop: Workshop, session: Session, word: str) -> str:
    """The key of the group that a word means. Raises `Unknown`, and `Refused` in a copy for another group."""
    from vaexercise.errors import Unknown
    from vaexercise.model.groups import PLENARY, group_key
    from vaexercise.workshop.answers.overview import answering
    from vaexercise.workshop.copies.handed_out import check_is_for

    count = len([key for key in answering(workshop, session) if key != PLENARY])
    key = PLENARY if word.strip().casefold() == PLENARY else group_key(word, count)
    if not key:
        raise Unknown(kind="group", name=word, hint=f"Use a number from 1 to {count}, or plenary.")
    check_is_for(workshop, session, key)
    return key


def group_or_own(workshop: Workshop, session: Session, word: str) -> str:
    """The key of the group that a word means; unsaid, that of a handed-out copy, else none. Raises as `group_named`."""
    from vaexercise.workshop.copies.handed_out import handed_out

    copy = handed_out(workshop, session)
    return group_named(workshop, session, word) if word else copy.group if copy else ""


def agreed(prompt: str) -> bool:
    """Whether the person types yes; the end of input is a no."""
    from contextlib import suppress

    from vaexercise.capture.consoles.console import PlainConsole

    with suppress(EOFError):
        return PlainConsole().ask(prompt).strip().casefold() == "yes"
    return False


def say_language(exercise: Exercise, language: str) -> None:
    """Say that a language was asked for in which the exercise has no questions."""
    if language and not exercise.speaks(language):
        say.note(f"This exercise has no questions in {language}; {exercise.language} is used.")


def say_report_language(language: str, *, public: bool) -> None:
    """Say what of a report is not in the language that was asked for."""
    from vaexercise.messages import ENGLISH, languages, nearest

    spoken = nearest(language)
    if spoken == ENGLISH and not language.lower().startswith(ENGLISH):
        say.note(f"Reports are not translated into {language}; there are: {', '.join(languages())}. English is used.")
    if public and spoken != ENGLISH:
        say.note("Headings of a public version are translated; its key findings and tables have English words.")
