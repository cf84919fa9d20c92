"""What a group is asked: the keys every question has. Each kind adds its own in `questions/`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Self

from vaexercise.model.form import notices, spoken
from vaexercise.model.text import Text, in_language

if TYPE_CHECKING:
    from vaexercise.model.feedback import Response
    from vaexercise.model.form import Blank, Form, Item, Values
    from vaexercise.model.plenary import Block

Per = Literal["group", "person", "country", "plenary"]
Consolidate = Literal["themes", "matrix", "stack", "register", "counts", "list", "none"]


@dataclass(frozen=True, kw_only=True)
class When:
    """Ask only if another question was answered so: data, never code.

    One of `any_of`, `none_of` (values of that answer) or `answered`.
    """

    question: str
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    answered: bool | None = None

    def holds(self, said: Collection[str]) -> bool:
        """Whether to ask, given all that was `said` to the other question: its values, as words."""
        if self.answered is not None:
            return bool(said) is self.answered
        if self.any_of:
            return any(value in said for value in self.any_of)
        return bool(said) and not any(value in said for value in self.none_of)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a question's definition: the path of keys to it, a sentence and its facts."""

    path: tuple[str | int, ...]
    sentence: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Question(ABC):
    """The keys that every kind has, and what every kind can do.

    `code` is the frozen part of answer codes (`Q3` in `G2-Q3-04`); `minutes` is the time planned for it;
    `required` means listed as open at sign-off, never a locked door; `headline` is how many points may
    be starred for the report-back; `source` names one of the exercise's sources.
    """

    kind: str
    id: str
    prompt: Text
    code: str = ""
    hint: Text = ""
    required: bool = False
    minutes: int = 0
    per: Per = "group"
    when: When | None = None
    follow_up: tuple[Question, ...] = ()
    headline: int = 0
    link_to: str = ""
    sensitive: bool = False
    source: str = ""
    consolidate: Consolidate = "list"

    def prompt_in(self, language: str, fallback: str = "en") -> str:
        """The prompt in a language, else in the definition's own."""
        return in_language(self.prompt, language, fallback)

    def offering(self, items: Sequence[Item]) -> Self:  # noqa: ARG002  kinds that take options use them
        """The question with the options that come from another question among its own; itself if it takes none."""
        return self

    @abstractmethod
    def form(self, offered: Sequence[Item] = ()) -> Form:
        """What there is to fill in. `offered` are the options that come from another question."""

    def as_table(self) -> Sequence[tuple[Text, Sequence[Blank]]]:
        """The blanks of the form as equally long rows, each after its heading, where they are a table; else nothing.

        The blanks have the words of their column, and stand in the order of the form.
        """
        return ()

    @abstractmethod
    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """What the plenary sees: every line and cell from the groups' `responses`, in their order.

        Labels of the definition stand in `language`. Options of another question are named by `offering` first.
        """

    def faults(self) -> Iterator[Fault]:
        """What the types of the keys cannot say: ranges, and keys that do not go together."""
        yield from ()

    def notices(self, values: Values, language: str = "en") -> Iterator[str]:
        """What to look at again in one point or answer, as sentences: a ranking with gaps, a budget overspent."""
        yield from notices(self.form(), values, language)

    def in_words(self, values: Values, language: str = "en") -> str:
        """One point or answer as a line of text."""
        return spoken(self.form(), values, language)


def named(questions: Iterable[Question], word: str) -> Question | None:
    """The question with that id or code, in capital or small letters; None for none, and for no word."""
    wanted = word.strip().casefold()
    return next((q for q in questions if wanted in (q.id.casefold(), q.code.casefold())), None) if wanted else None
