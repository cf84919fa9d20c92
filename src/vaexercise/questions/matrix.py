"""Matrix: a table with typed columns; its rows are the group's own or given."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from vaexercise.model.form import Blank, BlankKind, Form
from vaexercise.model.question import Consolidate, Fault
from vaexercise.model.text import Text, in_language
from vaexercise.questions.base import Asked
from vaexercise.questions.choices import Option, bounds, items_of, joined, twins
from vaexercise.questions.summing import items_by_group, stacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vaexercise.model.feedback import Response
    from vaexercise.model.plenary import Block

ROW = "row"
_BLANKS: Mapping[str, BlankKind] = {"text": "line", "one": "one", "many": "many", "number": "number"}


@dataclass(frozen=True, kw_only=True)
class Rows:
    """Free rows are named by the group, `min` to `max` of them; fixed rows are the `items`."""

    kind: Literal["free", "fixed"] = "free"
    label: Text = "Row"
    min: int = 0
    max: int = 0
    items: tuple[Option, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Column:
    """What is asked about each row; `term` names a term of the exercise that explains it."""

    id: str
    label: Text
    kind: Literal["text", "one", "many", "number"] = "text"
    term: str = ""
    options: tuple[Option, ...] = ()
    unit: str = ""

    def blank(self, name: str, label: Text) -> Blank:
        """The column as something to fill in, for all rows or for one."""
        choices = items_of(self.options)
        return Blank(name=name, label=label, kind=_BLANKS[self.kind], choices=choices, unit=self.unit)


@dataclass(frozen=True, kw_only=True)
class Kind(Asked):
    """A table: each free row is a point with a code of its own, fixed rows are one answer."""

    kind: Literal["matrix"] = "matrix"
    rows: Rows = Rows()
    columns: tuple[Column, ...]
    consolidate: Consolidate = "stack"

    def own_form(self) -> Form:
        """Free: the row's name and its cells, again and again. Fixed: a blank `ROW.COLUMN` for every cell."""
        if self.rows.kind == "fixed":
            rows = self.as_table()
            return Form(
                blanks=tuple(replace(cell, label=joined(head, cell.label)) for head, row in rows for cell in row)
            )
        name = Blank(name=ROW, label=self.rows.label, required=True, hint=self.hint)
        cells = (column.blank(column.id, column.label) for column in self.columns)
        noun = in_language(self.rows.label, "en").lower()
        return Form(blanks=(name, *cells), repeats=True, least=self.rows.min, most=self.rows.max, noun=noun)

    def as_table(self) -> Sequence[tuple[Text, Sequence[Blank]]]:
        """Fixed rows, each with a blank for every column."""
        rows = items_of(self.rows.items) if self.rows.kind == "fixed" else ()
        return [(row.label, [c.blank(f"{row.id}.{c.id}", c.label) for c in self.columns]) for row in rows]

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """Free rows under each other, fixed ones by group."""
        form, title = self.form(), self.prompt_in(language)
        if form.repeats:
            return stacked(title, form, responses, language)
        return items_by_group(title, form.blanks, responses, language)

    def faults(self) -> Iterator[Fault]:
        """Rows that are both free and given; columns that cannot be told apart; a choice without options."""
        if (self.rows.kind == "fixed") != bool(self.rows.items):
            yield Fault(("rows", "items"), "items go with kind: fixed, and only with it")
        if not self.columns:
            yield Fault(("columns",), "give at least one column")
        inner = [*bounds(self.rows.min, self.rows.max), *twins("items", self.rows.items)]
        yield from (Fault(("rows", *fault.path), fault.sentence, fault.facts) for fault in inner)
        names = Counter(column.id for column in self.columns)
        for place, column in enumerate(self.columns):
            yield from self._column_faults(place, column, names[column.id])

    def _column_faults(self, place: int, column: Column, alike: int) -> Iterator[Fault]:
        if alike > 1 or column.id == ROW:
            yield Fault(
                ("columns", place, "id"), "{id} is the name of something else: choose another", {"id": column.id}
            )
        if (column.kind in {"one", "many"}) != bool(column.options):
            yield Fault(("columns", place, "options"), "options go with kind: one or many, and only with them")
        for fault in twins("options", column.options):
            yield Fault(("columns", place, *fault.path), fault.sentence, fault.facts)
