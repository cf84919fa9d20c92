"""The three shapes in which answers stand before the plenary: lines by group, items by group, rows stacked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.feedback import group_code, group_name
from vaexercise.model.form import shown, spoken
from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.model.text import in_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.feedback import Response
    from vaexercise.model.form import Blank, Form

NO_ANSWER = "–"


def lines_by_group(form: Form, responses: Sequence[Response]) -> list[Lines]:
    """Each group's points (or its one answer) as lines, word for word."""
    found = []
    for response in responses:
        lines = [
            Line(code=p.code, text=spoken(form, p.values), language=p.language, star=p.star) for p in response.points
        ]
        if response.answer:
            a = response.answer
            lines.append(Line(code=a.code, text=spoken(form, a.values), language=a.language))
        if lines:
            found.append(Lines(title=group_name(response.group), lines=tuple(lines)))
    return found


def stacked(title: str, form: Form, responses: Sequence[Response]) -> list[Grid]:
    """All groups' points under each other, one column per blank, the code first; gaps counted in the note."""
    points = [point for response in responses for point in response.points]
    if not points:
        return []
    rows = tuple((point.code, *(shown(b, point.values.get(b.name, "")) for b in form.blanks)) for point in points)
    empty = sum(not cell for row in rows for cell in row)
    note = f"{empty} of {len(rows) * len(form.blanks)} cells are empty." if empty else ""
    columns = ("Code", *(in_language(blank.label, "en") for blank in form.blanks))
    languages = tuple(point.language for point in points)
    return [Grid(title=title, columns=columns, rows=rows, languages=languages, note=note)]


def items_by_group(title: str, blanks: Sequence[Blank], responses: Sequence[Response]) -> list[Grid]:
    """One row per blank, one column per group, what each group filled in; last, how many groups said what."""
    answered = [response for response in responses if response.answer]
    if not answered:
        return []
    rows = []
    for blank in blanks:
        cells = [_cell(blank, response) for response in answered]
        rows.append((in_language(blank.label, "en"), *cells, tally(cells)))
    columns = (title, *(group_code(r.group) for r in answered), "Groups")
    return [Grid(title=title, columns=columns, rows=tuple(rows))]


def _cell(blank: Blank, response: Response) -> str:
    values = response.answer.values if response.answer else {}
    return shown(blank, values[blank.name]) if values.get(blank.name, "") not in ("", ()) else NO_ANSWER


def tally(cells: Sequence[str]) -> str:
    """How many groups gave each answer: `yes 2, partly 1`. Groups without an answer are not counted."""
    order = [cell for cell in dict.fromkeys(cells) if cell != NO_ANSWER]
    return ", ".join(f"{cell} {cells.count(cell)}" for cell in sorted(order, key=lambda c: -cells.count(c)))
