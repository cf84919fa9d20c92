"""How a question is filled in by hand: the blanks of its form as lines, boxes and tables, with what is typed for each.

Every kind has a paper form by having a form; one that is better shown as a table says so in `as_table`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from vaexercise.messages import spoken
from vaexercise.model.form import label_of
from vaexercise.model.plenary import Line, Lines
from vaexercise.model.question import Question
from vaexercise.report.model import Block, Field, FieldRow, Fields, FieldTable, Paragraph, Words
from vaexercise.report.texts import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.form import Blank, Form, Item
    from vaexercise.model.text import Text
    from vaexercise.report.texts import Texts

UNSAID = 8
"""So many lines for points where the definition does not say how many are hoped for."""
MOST = 30
"""More lines or boxes than that are no sheet to write on."""
SCALE = 6
"""More steps than that do not fit beside each other in a table."""
IN_A_CELL = 40
"""Choices of so many letters together can be ticked inside a cell; others are typed by their number."""
WORDS_A_LINE = 10
PARAGRAPH, SHORT_PARAGRAPH = 10, 4
"""Lines for a text that a question is about, and for one that only goes with an answer."""


@dataclass(frozen=True, kw_only=True)
class ToAsk:
    """A question as one group gets it, with its options if they come from another.

    `stem` begins its codes (`G2-Q3`), `first` is the next free number of a point. `source` is the code of the
    question that its options are to come from, if nobody has said any yet.
    """

    question: Question
    stem: str
    first: int = 1
    source: str = ""


def heading_words(text: str) -> Words:
    """The sheet's own words."""
    return Words(text, spoken())


class PaperForm:
    """The paper form of one question. A table has at most so many `columns` besides its codes."""

    def __init__(self, asked: ToAsk, texts: Texts, *, columns: int) -> None:
        self.question, self.stem, self.first, self.source = asked.question, asked.stem, asked.first, asked.source
        self.form: Form = asked.question.form()
        self.texts, self.columns = texts, columns

    def blocks(self) -> list[Block]:
        """All that there is to fill in; nothing if the question is only read."""
        if not self.form.blanks:
            return []
        told: list[Block] = [*([own(self.form.advice)] if self.form.advice else []), *self._written_in()]
        if self.form.repeats:
            return [*told, *self._explained(), *self._choices_apart(), *self._repeated()]
        rows = self.question.as_table()
        if rows and len(rows[0][1]) <= self.columns:
            return [*told, *self._choices_apart(), self._given_rows(rows)]
        return [*told, *self._once()]

    def _written_in(self) -> list[Block]:
        """Room for options that nobody has said yet."""
        if not self.source:
            return []
        columns = (heading_words("Code of the point"), heading_words("Answer"))
        rows = tuple(FieldRow(code=str(n), cells=(Field(), Field())) for n in range(1, UNSAID + 1))
        told = f"The options are the points of {self.source}: write their codes."
        return [own(told), FieldTable(heads=("No.",), columns=columns, rows=rows)]

    def _repeated(self) -> list[Block]:
        """Points: lines of their own if they are words only, else rows of a table, else one card below the other."""
        codes = [f"{self.stem}-{self.first + n:02d}" for n in range(min(self.form.most or UNSAID, MOST))]
        blanks = self.form.blanks
        if len(blanks) == 1:
            return [Fields(fields=tuple(Field(code=code, lines=2, star=True) for code in codes))]
        if len(blanks) <= self.columns:
            columns = tuple(self._label(blank) for blank in blanks)
            cells = tuple(map(self._cell, blanks))
            rows = tuple(FieldRow(code=code, cells=cells, star=True) for code in codes)
            return [FieldTable(heads=("Code",), columns=columns, rows=rows)]
        fields = tuple(self._field(blank) for blank in blanks)
        return [Fields(code=code, fields=fields, star=True) for code in codes]

    def _once(self) -> Iterator[Block]:
        """Blanks that have the same few choices together as a table, the others as they are."""
        numbered = [(n, blank) for n, blank in enumerate(self.form.blanks, start=1) if _has_room(blank)]
        for choices, group in groupby(numbered, key=lambda pair: self._scale(pair[1])):
            alike = list(group)
            if choices and len(alike) > 1:
                yield self._scale_table(choices, alike)
            else:
                for number, blank in alike:
                    yield from self._one_blank(number, blank)

    def _scale(self, blank: Blank) -> tuple[Item, ...]:
        """The choices of a blank, if they can stand beside each other above a table."""
        fits = blank.kind == "one" and not blank.other and len(blank.choices) <= SCALE
        return blank.choices if fits and self._length(blank.choices) <= 2 * IN_A_CELL else ()

    def _scale_table(self, choices: Sequence[Item], blanks: Sequence[tuple[int, Blank]]) -> FieldTable:
        boxes = self._numbered(choices)
        cells = tuple(Field(boxes=(box,)) for box in boxes)
        rows = tuple(FieldRow(code=str(number), label=self._label(blank), cells=cells) for number, blank in blanks)
        return FieldTable(heads=("No.", "Item"), columns=boxes, rows=rows)

    def _given_rows(self, rows: Sequence[tuple[Text, Sequence[Blank]]]) -> FieldTable:
        """Rows with a heading each; the code says which blanks, by number, stand in the row."""
        width = len(rows[0][1])
        found = tuple(
            FieldRow(
                code=_span(place * width + 1, width), label=self._words(head), cells=tuple(map(self._cell, blanks))
            )
            for place, (head, blanks) in enumerate(rows)
        )
        columns = tuple(self._label(blank) for blank in rows[0][1])
        return FieldTable(heads=("No.", "Item"), columns=columns, rows=found)

    def _one_blank(self, number: int, blank: Blank) -> Iterator[Block]:
        if blank.kind == "order":
            yield self._listed(blank)
        several = len(self.form.blanks) > 1
        yield Fields(fields=(self._field(blank, f"{number}." if several else ""),))

    def _field(self, blank: Blank, code: str = "") -> Field:
        """A blank with room to fill it in."""
        ticked = blank.kind in {"one", "many"}
        return Field(
            code=code,
            label=Words("") if blank.label == self.question.prompt else self._label(blank),
            hint=self._hint(blank),
            boxes=(*self._numbered(blank.choices), *([heading_words("Other:")] if blank.other else []))
            if ticked
            else (),
            places=_places(blank),
            lines=_lines(blank),
            unit=blank.unit,
        )

    def _cell(self, blank: Blank) -> Field:
        """A blank in a table: boxes if they fit, else nothing but room to write."""
        return Field(boxes=self._numbered(blank.choices) if self._fits(blank) else ())

    def _fits(self, blank: Blank) -> bool:
        return self._length(blank.choices) <= IN_A_CELL and not blank.other

    def _explained(self) -> list[Block]:
        """What to know of single blanks, above a table or lines that have no room for it."""
        if len(self.form.blanks) > self.columns:
            return []
        hints = [(self._label(blank).text, self._hint(blank)) for blank in self.form.blanks]
        return [own(f"{label}: {hint.text}") for label, hint in hints if hint.text]

    def _choices_apart(self) -> list[Block]:
        """The choices that do not fit into the cells of the table below."""
        tabled = len(self.form.blanks) <= self.columns or not self.form.repeats
        apart = [blank for blank in self.form.blanks if blank.choices and not self._fits(blank)]
        distinct = {tuple(item.id for item in blank.choices): blank for blank in reversed(apart)}
        return [self._listed(blank) for blank in reversed(distinct.values())] if tabled else []

    def _listed(self, blank: Blank) -> Lines:
        """The choices with the numbers by which they are written down."""
        lines = tuple(
            Line(code=str(number), text=words.text, language=words.language)
            for number, words in enumerate((self._words(item.label) for item in blank.choices), start=1)
        )
        about = "Choices" if blank.label == self.question.prompt else self._words(blank.label).text
        return Lines(title=f"{about}, by number", lines=lines)

    def _numbered(self, choices: Sequence[Item]) -> tuple[Words, ...]:
        labels = [self._words(item.label) for item in choices]
        return tuple(Words(f"{n} {label.text}", label.language) for n, label in enumerate(labels, start=1))

    def _length(self, choices: Sequence[Item]) -> int:
        return sum(len(box.text) for box in self._numbered(choices))

    def _label(self, blank: Blank) -> Words:
        """The words of a blank, and its unit; the question's own words are not said twice."""
        label = self._words(blank.label)
        if blank.label == self.question.prompt:
            label = heading_words("In words")
        return Words(f"{label.text} ({blank.unit})", label.language) if blank.unit else label

    def _hint(self, blank: Blank) -> Words:
        """What to know before filling it in; what the question says already is left out."""
        said = [] if blank.hint == self.question.hint else [self._words(blank.hint).text]
        return heading_words(" ".join(filter(None, [self._condition(blank), *said, _how(blank)])))

    def _condition(self, blank: Blank) -> str:
        if blank.only_if is None:
            return ""
        name, wanted = blank.only_if
        other = next(b for b in self.form.blanks if b.name == name)
        return f"Only if {' or '.join(label_of(other, value, self.texts.language) for value in wanted)}."

    def _words(self, text: Text) -> Words:
        said: Paragraph = self.texts.said(text)
        return Words(said.text, said.language)


def _has_room(blank: Blank) -> bool:
    """Whether anything can be filled in: something to choose from, or room to write."""
    return bool(blank.choices) or blank.other or blank.kind not in {"one", "many", "order"}


def _span(first: int, width: int) -> str:
    return f"{first}–{first + width - 1}" if width > 1 else str(first)


def _places(blank: Blank) -> int:
    """Boxes for a number each: one for a number, one for each place of an order."""
    if blank.kind == "order":
        return min(blank.most or len(blank.choices), MOST)
    return int(blank.kind == "number")


def _lines(blank: Blank) -> int:
    if blank.kind == "text":
        asked = -(-blank.most // WORDS_A_LINE) if blank.most else PARAGRAPH
        return min(max(asked, SHORT_PARAGRAPH), MOST) if blank.required else SHORT_PARAGRAPH
    return 1 if blank.kind == "line" or blank.other else 0


def _how(blank: Blank) -> str:
    """What to do with boxes and places."""
    if blank.kind == "one" and blank.choices:
        return "Tick one."
    if blank.kind == "many":
        return f"Tick at most {blank.most}." if blank.most else "Tick all that apply."
    return "Write numbers, first choice first." if blank.kind == "order" else ""
