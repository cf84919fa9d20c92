"""Sheets to write on: one for each group, with the codes that what stands there will have when it is typed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.messages import spoken
from vaexercise.model.exercise import Exercise
from vaexercise.model.form import label_of
from vaexercise.model.groups import group_name
from vaexercise.model.plain import to_plain
from vaexercise.model.text import counted
from vaexercise.report.clean import cleaned
from vaexercise.report.model import TO_STAR, Block, Field, Fields, Report, Section
from vaexercise.report.paper_forms import PaperForm, ToAsk, heading_words
from vaexercise.report.texts import Texts, own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.question import When
    from vaexercise.report.model import Paper

SCHEMA = "vaexercise/sheets/1"
WIDE, WIDE_LARGE = 4, 2
"""Columns that a hand finds room in, in normal and in large print."""
EMPTY = ("Skipped by the group", "Nothing to say", "Not discussed")
AGREEMENT = ("Agreed", "Majority", "Divided")
SIGNED = ("Who wrote this sheet", "Who read it back and confirmed it", "Date and time")

_HOW = (
    "One line is one point. The code beside it is the code that it will have in the record, so leave a line empty "
    f"rather than move what stands there. Tick {TO_STAR} for a headline to report in plenary. Numbers beside "
    "boxes are there for whoever types this sheet in."
)

_TYPED = (
    "For whoever types this sheet in: the boxes below a question are typed at that question, as :skip, :nothing or "
    f":not-discussed, and as :agree all agreed, :agree all majority or :agree all divided. {TO_STAR} beside line 3 is "
    ":star 3."
)


@dataclass(frozen=True, kw_only=True)
class GroupSheet:
    """Whose sheet it is: the group, the names of who is in it, and what it is asked."""

    group: str
    questions: tuple[ToAsk, ...]
    members: tuple[str, ...] = ()


def build_sheets(
    exercise: Exercise,
    groups: Sequence[GroupSheet],
    *,
    language: str = "",
    occasion: Sequence[str] = (),
    large_print: bool = False,
    paper: Paper = "a4",
) -> Report:
    """The sheets as a report, each beginning a page. `occasion` is the workshop, its place and dates.

    Questions are in `language` where the exercise has it, else in the exercise's own.
    """
    texts = Texts(language or exercise.language, exercise.language)
    title = texts.said(exercise.title)
    return cleaned(
        Report(
            title=title.text,
            title_language=title.language,
            language=spoken(),
            subtitle=("Sheets to write on", *filter(None, occasion)),
            sections=sheet_sections(exercise, groups, texts, occasion, large_print=large_print),
            large_print=large_print,
            paper=paper,
            data={"schema": SCHEMA, "exercise": exercise.id, "sheets": to_plain(tuple(groups))},
        )
    )


def sheet_sections(
    exercise: Exercise, groups: Sequence[GroupSheet], texts: Texts, occasion: Sequence[str], *, large_print: bool
) -> tuple[Section, ...]:
    """The sheets alone, as sections of a report."""
    sheets = _Sheets(exercise, texts, tuple(filter(None, occasion)), WIDE_LARGE if large_print else WIDE)
    return tuple(section for group in groups for section in sheets.of(group))


@dataclass(frozen=True)
class _Sheets:
    exercise: Exercise
    texts: Texts
    occasion: tuple[str, ...]
    columns: int

    def of(self, group: GroupSheet) -> Iterator[Section]:
        """A heading with all that says whose sheet it is, each question, and who signs it."""
        title = self.texts.said(self.exercise.title)
        about = [", ".join(self.occasion), f"In this group: {', '.join(group.members)}" if group.members else "", _HOW]
        yield Section(
            heading=title.text,
            language=title.language,
            label=group_name(group.group),
            anchor=group.group,
            blocks=tuple(own(text) for text in about if text),
            new_page=True,
        )
        for number, asked in enumerate(group.questions, start=1):
            yield self._question(asked, f"{group.group}-{number}")
        signed = Fields(fields=tuple(Field(label=heading_words(words), lines=1) for words in SIGNED))
        blocks = (signed, own(_TYPED))
        yield Section(heading="At the end", language=spoken(), anchor=f"{group.group}-end", level=3, blocks=blocks)

    def _question(self, asked: ToAsk, anchor: str) -> Section:
        question = asked.question
        prompt, hint = self.texts.said(question.prompt), self.texts.said(question.hint)
        blocks: list[Block] = [own(line) for line in self._before(asked)]
        blocks += [hint] if hint.text else []
        filled = PaperForm(asked, self.texts, columns=self.columns).blocks()
        return Section(
            heading=prompt.text,
            language=prompt.language,
            label=question.code,
            anchor=anchor,
            level=3,
            blocks=(*blocks, *filled, *([_closing()] if filled else [])),
        )

    def _before(self, asked: ToAsk) -> Iterator[str]:
        """When it is asked, how long it may take, what is entered already."""
        question = asked.question
        facts = [self._condition(question.when)] if question.when else []
        facts += [f"{counted(question.minutes, 'minute')}."] if question.minutes else []
        facts += [f"Up to {counted(question.headline, 'headline')} ({TO_STAR})."] if question.headline else []
        facts += [f"Numbers below {asked.first} are in the record already."] if asked.first > 1 else []
        if facts:
            yield " ".join(facts)

    def _condition(self, when: When) -> str:
        """As people say it: Only if Q2 is partly or no."""
        other = next((q for q in self.exercise.walk() if q.id == when.question), None)
        code = other.code if other and other.code else when.question
        if when.answered is not None:
            return f"Only if {code} is {'answered' if when.answered else 'left empty'}."
        blanks = other.form().blanks if other else ()
        choosing = [blank for blank in blanks if blank.choices]
        values = [label_of(choosing[0], v, self.texts.language) if choosing else v for v in when.any_of or when.none_of]
        return f"Only if {code} is {'' if when.any_of else 'answered, and not '}{_either(values)}."


def _either(values: Sequence[str]) -> str:
    *first, last = values
    return f"{', '.join(first)} or {last}" if first else last


def _closing() -> Fields:
    """Why nothing stands there, or how far the group stands behind it."""
    empty = Field(label=heading_words("If left empty"), boxes=tuple(map(heading_words, EMPTY)))
    agreed = Field(label=heading_words("The group is"), boxes=tuple(map(heading_words, AGREEMENT)))
    return Fields(fields=(empty, agreed))
