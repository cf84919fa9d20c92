"""What came of one question: who answered, who did not and how, what was said, and what people made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vaexercise.model.groups import PLENARY
from vaexercise.model.plenary import Block
from vaexercise.model.text import Text
from vaexercise.plenary.apart import Apart, apart
from vaexercise.plenary.chosen import Chosen, chosen
from vaexercise.plenary.coverage import Covered, coverage
from vaexercise.plenary.gaps import Gap, gaps
from vaexercise.plenary.themed import Themed, blocks_of, themed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.feedback import Response
    from vaexercise.model.question import Question
    from vaexercise.model.theme import Sorting


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A question and what came of it. Groups stand by their keys, `g1`, `g2` … or `plenary`.

    `asked` are the groups that it was meant for; each of them either `answered`, `skipped` it, had `nothing` to
    say, said that it had `not_discussed` it, or stands `unrecorded`. `points` and `answers` count what came in;
    `private` of them are kept from `blocks`, and `withdrawn` counts what was taken back: who said it answered.
    `themed` is how its points are put together, if they are to be; `gaps` is what no group said, `apart` how far
    groups are apart if they are. `coverage` counts what stands in the columns of a table. `chosen` is
    what came first where priorities were set.
    """

    id: str
    kind: str
    prompt: Text
    code: str = ""
    per: str = "group"
    source: str = ""
    consolidate: str = "list"
    asked: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()
    not_discussed: tuple[str, ...] = ()
    unrecorded: tuple[str, ...] = ()
    points: int = 0
    answers: int = 0
    private: int = 0
    withdrawn: int = 0
    blocks: tuple[Block, ...] = ()
    themed: Themed | None = None
    gaps: tuple[Gap, ...] = ()
    apart: Apart | None = None
    coverage: tuple[Covered, ...] = ()
    chosen: Chosen | None = None

    @property
    def name(self) -> str:
        """What people call the question by: its code, else its id."""
        return self.code or self.id

    @property
    def shown(self) -> tuple[Block, ...]:
        """All that is said word for word: by theme once people began to sort it, else by group."""
        return tuple(blocks_of(self.themed)) if self.themed and self.themed.begun else self.blocks

    @property
    def in_plenary(self) -> bool:
        """Whether it was put to the whole room only."""
        return self.asked == (PLENARY,)


def by_number(group: str) -> tuple[bool, int, str]:
    """Orders group keys: 2 before 10, the plenary last."""
    number = group[1:]
    return group == PLENARY, int(number) if number.isdecimal() else 0, group


class Outcomes:
    """Says what came of the questions of an exercise, from all `responses` of its `groups`; labels in `language`."""

    def __init__(self, exercise: Exercise, groups: Sequence[str], responses: Sequence[Response], language: str) -> None:
        self._exercise, self._groups, self._responses, self._language = exercise, groups, responses, language
        self._codes = frozenset(entry.code for response in responses for entry in response.entries)

    def outcome(self, question: Question, sorting: Sorting | None = None) -> Outcome:
        """What came of a question; `sorting` is how its points are sorted."""
        own = [response for response in self._responses if response.question == question.id]
        answered = [response.group for response in own if response.points or response.answer or response.withdrawn]
        asked = self._asked(question)
        state = {response.group: response.state for response in own}
        silent = [group for group in dict.fromkeys([*asked, *state]) if group not in answered]
        skipped, nothing, not_discussed = (
            tuple(group for group in silent if state.get(group) == said)
            for said in ("skipped", "nothing", "not-discussed")
        )
        heard = {*answered, *skipped, *nothing, *not_discussed}
        return Outcome(
            id=question.id,
            kind=question.kind,
            prompt=question.prompt,
            code=question.code,
            per=question.per,
            source=self._source(question),
            consolidate=question.consolidate,
            asked=tuple(sorted({*asked, *heard}, key=by_number)),
            answered=tuple(dict.fromkeys(answered)),
            skipped=skipped,
            nothing=nothing,
            not_discussed=not_discussed,
            unrecorded=tuple(group for group in asked if group not in heard),
            points=sum(len(response.points) for response in own),
            answers=sum(response.answer is not None for response in own),
            private=sum(bool(entry.private) for response in own for entry in response.entries),
            withdrawn=sum(response.withdrawn for response in own),
            blocks=tuple(question.sum_up([_shareable(response) for response in own], self._language)),
            themed=themed(question, sorting, own, self._language) if sorting and sorting.points else None,
            gaps=gaps(question, [_shareable(response) for response in own], self._language),
            apart=apart(question, own, self._language),
            coverage=coverage(question, [_shareable(response) for response in own], self._language),
            chosen=chosen(question, [_shareable(response) for response in own], self._codes, self._language),
        )

    def _asked(self, question: Question) -> list[str]:
        """The groups that the question was meant for: not those whose earlier answer made it pointless."""
        meant = {"group": self._groups, "plenary": [PLENARY]}.get(question.per, ())
        when = question.when
        if when is None:
            return list(meant)
        said = {response.group: response.said for response in self._responses if response.question == when.question}
        return [group for group in meant if when.holds(said.get(group, frozenset()))]

    def _source(self, question: Question) -> str:
        """Where the question comes from: title, organisation and year of the source it names."""
        found = next((source for source in self._exercise.sources if source.id == question.source), None)
        return ", ".join(filter(None, [found.title, found.organisation, found.year])) if found else ""


def _shareable(response: Response) -> Response:
    """A response without what the group keeps to itself."""
    answer = None if response.answer and response.answer.private else response.answer
    return replace(response, points=tuple(point for point in response.points if not point.private), answer=answer)
