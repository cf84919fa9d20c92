"""What a sheet holds when it is written: the questions of a group, empty or with what was said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from vaexercise.capture.sheets.marking import NOT, labels_of
from vaexercise.capture.sheets.model import MARKS
from vaexercise.model.feedback import Point, Response
from vaexercise.model.form import Form, is_filled
from vaexercise.model.groups import PLENARY, group_name
from vaexercise.model.question import Question
from vaexercise.model.signs import plain_signs
from vaexercise.model.text import clean_line, in_language
from vaexercise.questions.choices import folded
from vaexercise.questions.given import known_as
from vaexercise.workshop.answers.responses import code_stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.feedback import Answer
    from vaexercise.model.form import Blank
    from vaexercise.model.text import Text
    from vaexercise.workshop.answers.feedback import Feedback

EMPTY = 3
"""How many points an empty sheet has room for at first."""
_LONGEST_NAME = 90
"""Characters of a label that can stand before a colon; a longer one stands in the help alone."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """One question of a group: its form, with options that come from another, and what was said.

    `room` is for how many more points or answers; `withheld` are private ones that were left out.
    """

    question: Question
    form: Form
    code: str
    response: Response
    room: int = 0
    withheld: int = 0

    @property
    def key(self) -> str:
        """The question's code, else its id: what names it in a file."""
        return self.question.code or self.question.id


@dataclass(frozen=True, kw_only=True)
class Page:
    """The sheet of one group, in a language; `by` is who writes it."""

    group: str
    language: str
    sections: tuple[Section, ...]
    by: str = ""

    @property
    def name(self) -> str:
        """The group as people say it; of a sheet for any group, the word with nothing after it."""
        return group_name(self.group) if self.group else "Group"

    @property
    def said(self) -> str:
        """The group as a file says it: `2`, or `plenary`; empty in a sheet for any group."""
        return PLENARY if self.group == PLENARY else self.group[1:]

    @property
    def withheld(self) -> int:
        """How many private points and answers were left out."""
        return sum(section.withheld for section in self.sections)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a sheet is to hold: what was said, if `filled`, what is `private` too; `room` for more, if wanted.

    `questions` are ids, if not all are wanted.
    """

    language: str = ""
    by: str = ""
    filled: bool = True
    private: bool = False
    room: bool = False
    questions: frozenset[str] = frozenset()


def page(feedback: Feedback, exercise: Exercise, group: str, wanted: Wanted) -> Page:
    """The sheet of a group; of any group if the key is empty."""
    asked_here = exercise.asked(PLENARY if group == PLENARY else "group")
    sections = [
        section
        for question in asked_here
        if not wanted.questions or question.id in wanted.questions
        for response in feedback.responses([question], [group])
        if (section := _section(feedback, question, response, wanted)).room or section.response.state != "open"
    ]
    return Page(group=group, language=wanted.language or exercise.language, sections=tuple(sections), by=wanted.by)


def _section(feedback: Feedback, question: Question, response: Response, wanted: Wanted) -> Section:
    form = question.form(feedback.offered(question))
    said = response if wanted.filled else _nothing(response)
    shown = said if wanted.private else _without_private(said)
    return Section(
        question=question,
        form=form,
        code=code_stem(feedback.session, response.group, question),
        response=shown,
        room=_room(form, said) if wanted.room else 0,
        withheld=len(said.entries) - len(shown.entries),
    )


def _without_private(response: Response) -> Response:
    answer = response.answer
    points = tuple(point for point in response.points if not point.private)
    return replace(response, points=points, answer=answer if answer and not answer.private else None)


def _nothing(response: Response) -> Response:
    return replace(response, state="open", points=(), answer=None)


def _room(form: Form, response: Response) -> int:
    """How many empty fillings a sheet offers."""
    if not form.blanks or response.answer:
        return 0
    if not form.repeats:
        return 1
    return min(EMPTY, form.most - len(response.points)) if form.most else EMPTY


def marks(said: Point | Answer) -> dict[str, str]:
    """What stands beside a point or an answer, as words; what does not is left out."""
    found = {
        "language": said.language,
        "star": "yes" if isinstance(said, Point) and said.star else "",
        "private": _reason(said.private),
        "agreement": said.agreement,
        "gloss": said.gloss,
        "parked": _reason(said.parked),
    }
    return {name: words for name, words in found.items() if words}


def _reason(words: str) -> str:
    """A reason as a sheet has it: one that would read as a no is only a yes."""
    return "yes" if words.casefold() in NOT else words


def entries(section: Section) -> Sequence[Point | Answer]:
    """The points and the answer of a question, as far as anything was filled in."""
    return section.response.entries


def filled(section: Section, said: Point | Answer) -> Iterator[Blank]:
    """The blanks and extras in which something stands."""
    blanks = (*section.form.blanks, *section.form.extras)
    return (blank for blank in blanks if is_filled(blank, said.values))


def prompt(section: Section, language: str) -> str:
    """What is asked, in one line."""
    return _words(section.question.prompt, language)


def help_for(section: Section, language: str, names: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    """What to know before filling in a question, a line each: hint, advice, choices, and extras by their `names`."""
    form, hint = section.form, _words(section.question.hint, language)
    if hint:
        yield hint
    if form.advice:
        yield plain_signs(form.advice)
    if same := choices(form, language):
        yield same
    for blank in form.extras:
        name, label = names.get(blank.name, blank.name), _words(blank.label, language)
        known = {label} if folded(label) == folded(name) else set()
        words = asked(blank, language, known)
        yield f"{name}, if it helps: {words}" if words else f"{name}, if it helps"


def choices(form: Form, language: str) -> str:
    """The choices, if all blanks but those for own words have the same."""
    found = {_choices(blank, language) for blank in form.blanks if blank.kind != "text"}
    return found.pop() if len(found) == 1 else ""


def details(section: Section, language: str) -> Iterator[tuple[Blank, str]]:
    """What each blank asks for, without what the question itself says already."""
    known = {choices(section.form, language), _words(section.question.hint, language)}
    return ((blank, asked(blank, language, known)) for blank in section.form.blanks)


def asked(blank: Blank, language: str, known: Collection[str] = ()) -> str:
    """What one blank asks for, in one line: its label, choices and hint, but for those that are `known` already."""
    number = f"a number, in {blank.unit}" if blank.unit else "a number"
    parts = [
        _words(blank.label, language),
        _choices(blank, language),
        number if blank.kind == "number" else "",
        _words(blank.hint, language),
    ]
    return " - ".join(part for part in parts if part and part not in known)


def names(form: Form, language: str) -> Mapping[str, str]:
    """How people see the blanks of a form named, by their names.

    Labels, all of them; or the names themselves, if a label is long, or could be taken for something else.
    """
    blanks = (*form.blanks, *form.extras)
    labels = {blank.name: _words(blank.label, language) for blank in blanks}
    to_write = blanks[1:] if form.repeats else blanks
    usable = all(_is_name(labels[blank.name], blank, blanks) for blank in to_write)
    return labels if usable else {blank.name: blank.name for blank in blanks}


def _is_name(label: str, blank: Blank, blanks: Sequence[Blank]) -> bool:
    others = {known_as(name) for other in blanks if other is not blank for name in (other.name, *labels_of(other))}
    is_mark = known_as(label) in MARKS and known_as(label) != known_as(blank.name)
    return 0 < len(label) <= _LONGEST_NAME and known_as(label) not in others and not is_mark


def _words(text: Text, language: str) -> str:
    """Words of the definition in one line, with signs that survive whatever a file is saved as."""
    return plain_signs(clean_line(in_language(text, language)))


def _choices(blank: Blank, language: str) -> str:
    if blank.kind not in {"one", "many", "order"}:
        return ""
    lead = {"one": "One of", "many": "Any of", "order": "In order, the first first"}[blank.kind]
    words = [_choice(item.id, _words(item.label, language)) for item in blank.choices]
    other = ["or your own words"] if blank.other else []
    return f"{lead}: {'; '.join([*words, *other])}" if words or other else ""


def _choice(name: str, label: str) -> str:
    return name if folded(name) == folded(label) else f"{name} ({label})"
