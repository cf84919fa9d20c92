"""An exercise: purpose, agenda, how to form groups, questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from vaexercise.model.privacy import Privacy
from vaexercise.model.question import Question
from vaexercise.model.rules import Rule
from vaexercise.model.text import Text

SCHEMA = "vaexercise/exercise/1"

StepKind = Literal["presentation", "plenary", "briefing", "group", "report-back", "prioritise", "close"]


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where the exercise comes from."""

    kind: Literal["verbatim", "adapted", "original"]
    note: Text = ""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A work that the exercise draws on."""

    id: str
    title: str
    organisation: str = ""
    year: str = ""


@dataclass(frozen=True, kw_only=True)
class Commitment:
    """A commitment of an action plan that the exercise examines. `quote` is verbatim or empty."""

    id: str
    plan: str
    number: str
    label: Text = ""
    quote: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Term:
    """A word of the field in plain language."""

    text: Text
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Size:
    """Group sizes, in people, below or above which the facilitator is warned."""

    warn_below: int = 0
    warn_above: int = 0


@dataclass(frozen=True, kw_only=True)
class Role:
    """How many people of a group have a role."""

    per_group: int = 1
    backup: int = 0
    optional: bool = False


@dataclass(frozen=True, kw_only=True)
class GroupPlan:
    """How the working groups are formed: how many, and by which rules."""

    count: int = 0
    size: Size = Size()
    roles: Mapping[str, Role] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Step:
    """A timed part of the agenda; `questions` are asked in it, in this order."""

    id: str
    kind: StepKind
    minutes: int
    title: Text
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReportBack:
    """How groups report in plenary; speaking pace in words a minute."""

    minutes_per_group: int = 5
    discussion_minutes: int = 0
    order: Literal["rotate", "fixed"] = "rotate"
    say: tuple[str, ...] = ()
    words_per_minute: int = 110


@dataclass(frozen=True, kw_only=True)
class Access:
    """What makes the exercise usable for everyone in the room."""

    extra_time_percent: int = 0
    formats: tuple[Literal["large_print", "plain_text", "easy_read", "braille"], ...] = ()
    read_back: bool = False


DEFAULT_PRIVACY = Privacy()


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """A definition, checked and with its shared lists filled in."""

    schema: Literal["vaexercise/exercise/1"]
    id: str
    version: str
    language: str
    title: Text
    summary: Text
    origin: Origin | None = None
    sources: tuple[Source, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    terms: Mapping[str, Term] = field(default_factory=dict)
    prework: tuple[Text, ...] = ()
    groups: GroupPlan = GroupPlan()
    agenda: tuple[Step, ...] = ()
    questions: tuple[Question, ...] = ()
    report_back: ReportBack | None = None
    privacy: Privacy = DEFAULT_PRIVACY
    access: Access = Access()

    @property
    def minutes(self) -> int:
        """The whole agenda, in minutes."""
        return sum(step.minutes for step in self.agenda)

    def speaks(self, language: str) -> bool:
        """Whether any of its questions stands in a language."""
        return language == self.language or any(
            not isinstance(question.prompt, str) and language in question.prompt for question in self.walk()
        )

    def walk(self) -> Iterator[Question]:
        """Every question, each followed by its follow-ups."""

        def down(questions: tuple[Question, ...]) -> Iterator[Question]:
            for question in questions:
                yield question
                yield from down(question.follow_up)

        return down(self.questions)

    def asked(self, per: str) -> tuple[Question, ...]:
        """The questions asked `per` group, person, country or plenary, follow-ups after their question."""
        return tuple(question for question in self.walk() if question.per == per)
