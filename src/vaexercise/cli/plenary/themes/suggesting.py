"""`plenary themes suggest`: which points say the same, proposed from the words alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import JsonOption, SessionOption, WorkshopOption
from vaexercise.cli.plenary.themes.noun import app

if TYPE_CHECKING:
    from vaexercise.cli.plenary.themes.proposals import Given


@app.command()
def suggest(
    points: Annotated[
        Path | None,
        typer.Option(
            "--points",
            help="A CSV with the columns id, group, text; lang, gloss, question if known. Unsaid: a workshop's.",
        ),
    ] = None,
    themes: Annotated[
        Path | None, typer.Option("--themes", help="What is sorted already: a CSV with the columns theme, id.")
    ] = None,
    question: Annotated[str, typer.Option("--question", help="Which question, if the points are of several.")] = "",
    synonyms: Annotated[
        Path | None, typer.Option("--synonyms", help="Words that mean the same: PWD = persons with disabilities.")
    ] = None,
    tighter: Annotated[
        int, typer.Option("--tighter", min=-9, max=25, help="More and smaller themes; looser if below 0.")
    ] = 0,
    encoding: Annotated[str, typer.Option("--encoding", help="The files' encoding, if it is guessed wrong.")] = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    as_json: JsonOption = False,
) -> None:
    """Propose themes for the points of a workshop or a file, or rank themes for those not sorted yet.

    Nothing is recorded.
    """
    from vaexercise.cli import say
    from vaexercise.cli.plenary.themes import proposals
    from vaexercise.errors import Refused
    from vaexercise.plenary.clusters import cut_at

    if points is None and (themes or synonyms or encoding):
        raise Refused(reason="--themes, --synonyms and --encoding go with --points. A workshop has its own.")
    given = (
        _of_file(points, themes, question, synonyms, encoding) if points else _of_workshop(workshop, session, question)
    )
    found = proposals.propose(given, cut_at(tighter))
    if as_json:
        say.result(proposals.as_json(found))
        return
    for line in proposals.lines(given.matcher, found):
        say.result(line)
    say.note("These are proposals: a person decides about each.")


def _of_file(points: Path, themes: Path | None, question: str, synonyms: Path | None, encoding: str) -> Given:
    """The points of a file, and the themes of another."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import read_file
    from vaexercise.cli.plenary.themes import reading
    from vaexercise.cli.plenary.themes.proposals import Given
    from vaexercise.model.text import clean_line
    from vaexercise.people.decoding import decode
    from vaexercise.plenary.similarity import Matcher
    from vaexercise.plenary.synonyms import NONE, read_synonyms

    given = reading.read_points(read_file(points), points.name, encoding)
    for notice in given.notices:
        say.note(notice)
    sorted_ = reading.read_themes(read_file(themes), themes.name, encoding, given) if themes else {}
    listed = (
        read_synonyms(decode(read_file(synonyms), synonyms.name, encoding).text, synonyms.name) if synonyms else NONE
    )
    matcher = Matcher(reading.of_question(given, clean_line(question)), listed)
    return Given(matcher, sorted_ if themes else None)


def _of_workshop(workshop: Path, session: str, question: str) -> Given:
    """The points of a workshop's question by their codes, and its themes, if there are any."""
    from vaexercise.cli.opening import open_workshop
    from vaexercise.cli.plenary.themes.proposals import Given
    from vaexercise.workshop.plenary import matching
    from vaexercise.workshop.plenary.naming_themes import named_question
    from vaexercise.workshop.plenary.themes import Themes

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    asked = named_question(opened, chosen, question)
    sorting = Themes(opened, chosen).sorting(asked)
    apart = [sorting.point(key).code for key in (*sorting.unique, *sorting.parked)]
    themes = matching.themes_by_titles(sorting)
    return Given(matching.by_codes(opened, chosen, asked, sorting), {} if apart and not themes else themes, apart)
