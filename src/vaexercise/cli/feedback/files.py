"""`feedback import` and `feedback template`: what a group wrote elsewhere, and the empty sheets for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.feedback.noun import GroupOption, app
from vaexercise.cli.options import ByOption, LanguageOption, SessionOption, WorkshopOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.capture.sheets import Taken

FormatOption = Annotated[
    str, typer.Option("--format", help="yaml, csv, xlsx, jsonl or md; unsaid, what the file's ending says.")
]


@app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(help="A .yaml, .csv, .xlsx, .jsonl or .md file. - reads standard input.")],
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: Annotated[str, typer.Option("--group", help="The group, if the file does not say it.")] = "",
    by: ByOption = "",
    format_: FormatOption = "",
    encoding: Annotated[str, typer.Option("--encoding", help="The file's encoding, if it is guessed wrong.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be added, and record nothing.")] = False,
    withdrawn_too: Annotated[
        bool, typer.Option("--withdrawn-too", help="Take in points, too, that have the words of withdrawn ones.")
    ] = False,
) -> None:
    """Take in a group's feedback from a file. Nothing is recorded if anything in it is wrong."""
    from vaexercise.capture import sheets
    from vaexercise.cli import say
    from vaexercise.cli.opening import group_or_own, open_workshop, read_file
    from vaexercise.workshop.answers.feedback import Feedback
    from vaexercise.workshop.copies.handed_out import check_is_for
    from vaexercise.workshop.people import seating

    form = sheets.format_of(str(file), format_)
    document = sheets.read_document(read_file(file), str(file), form, encoding)
    for notice in sheets.notices(document):
        say.note(notice)
    opened = open_workshop(workshop, by=by or sheets.writer(document), command="feedback import")
    chosen = opened.session(session)
    said = Feedback(opened, chosen)
    reader = sheets.SheetReader(
        opened.exercise(chosen),
        seating.group_count(opened, chosen),
        said.offered,
        group=group_or_own(opened, chosen, group) if group or not _says_group(document.data) else "",
        codes=sheets.Past(said).codes(),
    )
    read = reader.read(document)
    for sheet in read:
        check_is_for(opened, chosen, sheet.group)
    taken = sheets.record_sheets(said, read, dry=dry_run, anyway=withdrawn_too)
    for line in _lines(taken, str(file), dry=dry_run):
        say.result(line)
    for notice in (notice for sheet in taken for notice in (*_withdrawn(sheet), *sheet.notices)):
        say.note(notice)
    if dry_run:
        say.note("Nothing was recorded: this was a dry run.")


def _withdrawn(taken: Taken) -> Iterator[str]:
    """Which words of a sheet were withdrawn, each by its code, and how a point comes in all the same."""
    for code in dict.fromkeys(taken.withdrawn):
        yield f"{code} was withdrawn: what the sheet has of it was left out."
    if any(code.rpartition("-")[2][:1].isdecimal() for code in taken.withdrawn):
        yield "If points of these words are to come in all the same: import the sheet with --withdrawn-too."


def _says_group(data: object) -> bool:
    """Whether a sheet, or any of its statements, says whose it is."""
    places = data if isinstance(data, list) else [data]
    return any(isinstance(place, dict) and (place.get("group") or place.get("code")) for place in places)


def _lines(taken: list[Taken], file: str, *, dry: bool) -> Iterator[str]:
    from vaexercise.model.groups import group_name

    found = [sheet for sheet in taken if not sheet.is_nothing]
    if not found:
        yield f"Nothing is filled in in {file} yet, so nothing was added."
    for sheet in found:
        yield f"{group_name(sheet.group)}: {'; '.join(_parts(sheet, 'would be ' if dry else ''))}."
        yield from (f"  {change}" for change in sheet.changes if dry)


def _parts(taken: Taken, would: str) -> Iterator[str]:
    """What came of one group's sheet, as parts of a sentence."""
    from vaexercise.model.text import counted

    changed = f", {taken.changed} {would}changed" if taken.changed else ""
    known = f", {taken.known} there already" if taken.known else ""
    yield f"{counted(taken.added, 'point')} {would}added{changed}{known}"
    yield f"{counted(taken.answers, 'answer')} {would}set{_items(taken)}"
    if taken.states:
        yield f"{counted(taken.states, 'question')} {would}left empty"
    if taken.since:
        yield f"{taken.since} changed since, kept as {'it is' if taken.since == 1 else 'they are'} now"
    if taken.gone:
        yield f"{taken.gone} deleted since, not added again"
    if taken.withdrawn:
        yield f"{len(taken.withdrawn)} withdrawn since, not added again"


def _items(taken: Taken) -> str:
    """How many items of the answers were empty, and in how many something else stood."""
    from vaexercise.model.text import counted

    filled = f"{counted(taken.items, 'item')} filled in" if taken.items else ""
    bare = f"{taken.rewritten} changed" if filled else f"{counted(taken.rewritten, 'item')} changed"
    parts = [filled, bare if taken.rewritten else ""]
    return f": {', '.join(filter(None, parts))}" if any(parts) else ""


@app.command()
def template(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: GroupOption = "",
    by: ByOption = "",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write a file: .yaml, .csv, .xlsx, .jsonl or .md.")
    ] = None,
    format_: FormatOption = "",
    language: LanguageOption = "",
    filled: Annotated[bool, typer.Option("--filled", help="With what was said so far, to be corrected.")] = False,
    private: Annotated[bool, typer.Option("--private", help="With --filled: private points, too.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write an empty sheet, to be filled in elsewhere and imported. Unsaid, it is YAML, and printed."""
    import shlex

    from vaexercise.capture import sheets
    from vaexercise.cli import say
    from vaexercise.cli.opening import group_or_own, hint, open_workshop, say_language
    from vaexercise.errors import Refused
    from vaexercise.model.text import counted
    from vaexercise.workshop.answers.feedback import Feedback

    form = sheets.format_of(str(output or "-"), format_)
    opened = open_workshop(workshop)
    chosen = opened.session(session)
    key = group_or_own(opened, chosen, group)
    if filled and not key:
        raise Refused(reason="Say whose sheet it is: --filled --group 2")
    exercise = opened.exercise(chosen)
    say_language(exercise, language)
    wanted = sheets.Wanted(language=language, by=by, filled=filled, private=private, room=True)
    page = sheets.page(Feedback(opened, chosen), exercise, key, wanted)
    made = form.write([page])
    if page.withheld:
        left_out = counted(page.withheld, "private entry is", "private entries are")
        say.note(f"{left_out} left out. To have them in it: --private")
    if output is None:
        _print(made)
        return
    _write(output, made, force=force)
    say.result(str(output))
    say.note(f"When it is filled in: {hint(opened, f'feedback import {shlex.quote(str(output))}')}")


def _print(made: bytes) -> None:
    from vaexercise.cli import say
    from vaexercise.errors import Refused

    try:
        text = made.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(reason="A spreadsheet cannot be printed. Say where to write it: --output FILE.xlsx") from error
    say.result(text.replace("\r\n", "\n").rstrip("\n"))


def _write(output: Path, made: bytes, *, force: bool) -> None:
    """A filled sheet is not to be lost to an empty one. Raises `Refused`, `NotSaved`."""
    from vaexercise.errors import Refused
    from vaexercise.workshop.whole import write_file

    if output.exists() and not force:
        raise Refused(reason=f"{output} is there already. Choose another name, or say --force.")
    write_file(output, made)
