"""What sentences may cite: themes, votes, questions, actions and points, each with its words and its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vaexercise.model.groups import PLENARY
from vaexercise.plenary.acted import STATUSES, nobody_named, own_right
from vaexercise.plenary.sentences import CITED_ACTIONS, cited_question, cited_theme, cited_vote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.model.action import Action
    from vaexercise.model.feedback import Answer, Point
    from vaexercise.plenary.outcome import Outcome
    from vaexercise.plenary.priorities import Voted
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.plenary.themed import Raised

Pair = tuple[str, str]
"""A number, and out of how many."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """Something that a sentence may cite. `name` is what people call it, `title` what it is.

    `words` are its own, to be quoted. `groups` are the keys of who said it, out of `answered`; `codes` those of its
    points. `pairs` and `counts` are all numbers that may be said of it: `counts` by what is counted (`group`,
    `point`, `theme` …), under the empty word those of no noun.
    """

    key: str
    name: str
    title: str
    words: tuple[str, ...] = ()
    groups: frozenset[str] = frozenset()
    answered: int = 0
    codes: frozenset[str] = frozenset()
    pairs: frozenset[Pair] = frozenset()
    counts: Mapping[str, frozenset[str]] = field(default_factory=dict)


class Sources:
    """All that the sentences of a synthesis may cite; `said` is all that is not private, with its words by code."""

    def __init__(self, synthesis: Synthesis, said: Mapping[str, tuple[Point | Answer, str]]) -> None:
        self._said = said
        found = [
            *(source for outcome in synthesis.questions for source in self._of_question(outcome)),
            *map(_of_vote, synthesis.votes),
            *([_of_actions(synthesis.actions)] if synthesis.actions else []),
            *(_of_action(action) for action in synthesis.actions if action.code not in said and action.what),
            *(_of_point(code, entry, words) for code, (entry, words) in said.items()),
        ]
        self.all: Mapping[str, Source] = {source.key: source for source in found}

    def named(self, word: str) -> Source | None:
        """The source with that name or key, in any letters; None if there is none."""
        wanted = word.strip().casefold()
        return next((s for s in self.all.values() if wanted in (s.name.casefold(), s.key.casefold())), None)

    def _of_question(self, outcome: Outcome) -> Iterator[Source]:
        yield self._question(outcome)
        for theme in outcome.themed.themes if outcome.themed else ():
            yield self._theme(outcome, theme)

    def _theme(self, outcome: Outcome, theme: Raised) -> Source:
        cited, groups = cited_theme(outcome, theme), (theme.groups, theme.contrary, theme.everybody)
        answered = outcome.themed.answered if outcome.themed else 0
        points = (len(theme.lines), len(theme.against), len(set(theme.codes)))
        return Source(
            key=cited.key,
            name=cited.name,
            title=theme.title,
            words=(theme.title, *theme.also, *self._words(theme.codes)),
            groups=frozenset(theme.everybody),
            answered=answered,
            codes=frozenset(theme.codes),
            pairs=frozenset((str(len(which)), str(answered)) for which in groups),
            counts={"group": _numbers([answered, *map(len, groups)]), "point": _numbers(points)},
        )

    def _question(self, outcome: Outcome) -> Source:
        cited, answered, asked = cited_question(outcome), len(outcome.answered), len(outcome.asked)
        sums = outcome.themed.sums if outcome.themed else None
        of_gaps = [(len(gap.missing), gap.of) for gap in outcome.gaps]
        points = [outcome.points, outcome.private]
        points += [sums.points, sums.themed, sums.unique, sums.parked, sums.left] if sums else []
        codes = [code for code, (entry, _) in self._said.items() if entry.question == outcome.id]
        prompts = (outcome.prompt,) if isinstance(outcome.prompt, str) else tuple(outcome.prompt.values())
        labels = [cell for block in outcome.blocks for cell in getattr(block, "columns", ())]
        labels += [word for gap in outcome.gaps for word in (gap.wanted, *gap.missing)]
        ends = [outcome.apart.low, outcome.apart.high, outcome.apart.steps] if outcome.apart else []
        return Source(
            key=cited.key,
            name=cited.name,
            title=prompts[0],
            words=(*prompts, *labels, *ends, *self._words(codes)),
            groups=frozenset(outcome.answered),
            answered=answered,
            codes=frozenset(codes),
            pairs=frozenset((str(a), str(b)) for a, b in [(answered, asked), *of_gaps]),
            counts={
                "group": _numbers([answered, asked]),
                "point": _numbers(points),
                "theme": _numbers([sums.themes] if sums else []),
                "": _numbers([number for pair in of_gaps for number in pair]),
            },
        )

    def _words(self, codes: Iterable[str]) -> Iterator[str]:
        for code in codes:
            if code in self._said:
                entry, words = self._said[code]
                yield from filter(None, (words, entry.gloss))


def _numbers(found: Iterable[int]) -> frozenset[str]:
    return frozenset(map(str, found))


def _of_vote(vote: Voted) -> Source:
    """Of a vote whatever its tables say, too."""
    cited, titles = cited_vote(vote), [item.title for item in vote.placed]
    cells = [cell for grid in vote.grids for row in grid.rows for cell in row]
    return Source(
        key=cited.key,
        name=cited.name,
        title=vote.title,
        words=(vote.title, *titles, *vote.sentences, *cells),
        pairs=frozenset(
            {(str(vote.voters), str(vote.people))} | {_pair(item.place, len(titles)) for item in vote.placed}
        ),
        counts={
            "person": _numbers([vote.voters, vote.people]),
            "vote": frozenset({str(vote.voters), vote.name}),
            "dot": frozenset(item.score for item in vote.placed),
            "point": frozenset(item.score for item in vote.placed),
            "": frozenset({vote.name, *_numbers([len(titles)]), *(item.score for item in vote.placed)}),
        },
    )


def _pair(place: str, of: int) -> Pair:
    return place.rstrip("="), str(of)


def _of_actions(actions: Sequence[Action]) -> Source:
    own = own_right(actions)
    of = [sum(action.status == status for action in own) for status in STATUSES]
    numbers = _numbers([len(own), len(actions), len(nobody_named(actions)), *of])
    words = tuple(words for action in actions for words in (action.what, action.who_now, action.by_now) if words)
    pairs = frozenset((str(number), str(len(own))) for number in of)
    counts = {"action": numbers, "": numbers}
    return Source(key=CITED_ACTIONS.key, name=CITED_ACTIONS.name, title="", words=words, pairs=pairs, counts=counts)


def _of_action(action: Action) -> Source:
    """An action that was entered into the register, by its code."""
    words = tuple(filter(None, (action.what, action.who_now, action.by_now, action.indicator, action.plan)))
    return Source(key=action.code, name=action.code, title=action.what, words=words, counts={"action": _numbers([1])})


def _of_point(code: str, entry: Point | Answer, words: str) -> Source:
    said = (words, *(str(value) for value in entry.values.values()), entry.gloss)
    return Source(
        key=code,
        name=code,
        title=words,
        words=tuple(filter(None, said)),
        groups=frozenset() if entry.group == PLENARY else frozenset({entry.group}),
        codes=frozenset({code}),
        counts={"group": _numbers([1]), "point": _numbers([1])},
    )
