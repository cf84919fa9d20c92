"""`plenary themes list`, `show` and `synonyms`: what people put together, and which words count as one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from vaexercise.cli.options import JsonOption, SessionOption, WorkshopOption
from vaexercise.cli.plenary.levels import PublicOption, public_synthesis
from vaexercise.cli.plenary.themes.common import QuestionOption, ThemeArgument
from vaexercise.cli.plenary.themes.noun import app

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.theme import Sorting
    from vaexercise.workshop.plenary.themes import Themes


@app.command("list")
def list_(
    question: QuestionOption = "",
    public: PublicOption = False,
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show the themes of each question, what stands apart, and what is left."""
    from vaexercise.cli import say
    from vaexercise.cli.plenary.themes import common
    from vaexercise.workshop.plenary.themes_in_words import standing

    themes = common.opened(workshop, session, command="list")
    found = common.sortings(themes, question)
    if public:
        _list_public(themes, [sorting.question for sorting in found], as_json=as_json)
        return
    if as_json:
        say.data({"questions": [_data(themes, one) for one in found]})
        return
    for sorting in found:
        say.result(standing(common.code_of(themes.workshop, themes.session, sorting.question), sorting))
        for line in _lines(sorting):
            say.result(f"  {line}")
    if not found:
        say.note("There are no points to sort yet.")


def _list_public(themes: Themes, questions: Sequence[str], *, as_json: bool) -> None:
    """The same as far as it may leave the room: with counts of groups, and with words in the data only."""
    from vaexercise.cli import say
    from vaexercise.model.plain import to_plain
    from vaexercise.plenary.public.listed import listed

    made = public_synthesis(themes.workshop, themes.session)
    found = [outcome for outcome in made.questions if outcome.id in questions]
    if as_json:
        say.data({"questions": [{"question": one.name, **to_plain(one.themed)} for one in found if one.themed]})
        return
    for outcome in found:
        for line in listed(outcome):
            say.result(line)


def _data(themes: Themes, sorting: Sorting) -> dict[str, Any]:
    from vaexercise.cli.plenary.themes import common

    code = {point.id: point.code for point in sorting.points}
    return {
        "question": common.code_of(themes.workshop, themes.session, sorting.question),
        "themes": [common.theme_data(sorting, theme) for theme in sorting.themes],
        "unique": [code[key] for key in sorting.unique],
        "parked": {code[key]: reason for key, reason in sorting.parked.items()},
        **{name: [code[key] for key in getattr(sorting, name)] for name in ("left", "contested", "moved", "new")},
        "changed": [code[key] for key in sorting.changed],
        "gone": list(sorting.gone),
    }


def _lines(sorting: Sorting) -> Iterator[str]:
    from vaexercise.workshop.plenary.themes_in_words import apart, theme_line

    code = {point.id: point.code for point in sorting.points}
    yield from (theme_line(sorting, theme) for theme in sorting.themes)
    yield from apart(sorting)
    for name, keys in (
        ("Sorted by two people at once", sorting.contested),
        ("New since it was sorted", sorting.new),
        ("Moved here after it was sorted", sorting.moved),
        ("Changed since it was sorted", sorting.changed),
    ):
        if keys:
            yield f"{name}: {', '.join(code[key] for key in keys)}"
    for key in sorting.quoting:
        yield f"The title of theme {sorting.theme(key).number} quotes a private point: give it another"
    if sorting.gone:
        yield f"Deleted since it was sorted: {', '.join(sorting.gone)}"


@app.command()
def show(
    theme: ThemeArgument,
    question: QuestionOption = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show one theme with what each group said, word for word."""
    from vaexercise.cli import say
    from vaexercise.cli.plenary.themes import common
    from vaexercise.workshop.plenary.matching import words_of
    from vaexercise.workshop.plenary.themes_in_words import theme_line

    themes = common.opened(workshop, session, command="show")
    sorting, found = common.theme_named(themes, theme, question)
    asked = next(q for q in themes.workshop.exercise(themes.session).walk() if q.id == sorting.question)
    points = [(sorting.point(key), key in found.opposes) for key in found.points]
    if as_json:
        said = [
            {"code": p.code, "group": p.group, "text": words_of(p, asked), "gloss": p.gloss, "opposes": against}
            for p, against in points
        ]
        say.data({**common.theme_data(sorting, found), "said": said})
        return
    say.result(theme_line(sorting, found))
    for point, against in points:
        gloss = f" (in other words: {point.gloss})" if point.gloss else ""
        say.result(f"  {point.code} {words_of(point, asked)}{gloss}{' (opposes)' if against else ''}")


@app.command()
def synonyms(workshop: WorkshopOption = Path(), as_json: JsonOption = False) -> None:
    """Show which words count as the same: the list that comes with the program, and the workshop's own."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.plenary import matching

    opened = open_workshop(workshop)
    meanings = matching.synonyms(opened).meanings
    if as_json:
        say.data(dict(sorted(meanings.items())))
        return
    by_meaning: dict[str, list[str]] = {}
    for expression, meaning in sorted(meanings.items()):
        by_meaning.setdefault(meaning, []).append(expression)
    for meaning, expressions in sorted(by_meaning.items()):
        say.result(f"{' = '.join(expressions)} = {meaning}")
    own = matching.own_file(opened)
    there = "is read too" if own.exists() else "would be read too: write it to add words"
    say.note(f"{own.name} in the workshop's folder {there}.")
