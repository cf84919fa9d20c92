"""What sentences may cite: themes, votes, questions, actions and points, each with its words and its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.model.groups import PLENARY
from vaexercise.plenary.acted import STATUSES, nobody_named, own_right
from vaexercise.plenary.sentences import CITED_ACTIONS, cited_question, cited_theme, cited_vote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.model.action import Action
    from vaexercise.model.feedback import Answer, Point
    from vaexercise.plenary.outcome import Outcome
    from vaexercise.plenary.priorities import Placed, Voted
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.plenary.themed import Raised

Pair = tuple[str, str]
"""A number, and out of how many."""


class Item(NamedTuple):
    """Something that was voted on: its place (`1`, `2=`, none) among `of`, its score, whether groups disagree on it."""

    title: str
    place: str
    score: str
    of: int
    divided: bool = False

    @property
    def rank(self) -> int:
        """The place as a number, 0 for none."""
        return int(self.place.rstrip("=") or 0)

    @property
    def is_tied(self) -> bool:
        """Whether others have the same place."""
        return self.place.endswith("=")

    @property
    def pairs(self) -> frozenset[Pair]:
        """Its place, out of how many."""
        return frozenset({(str(self.rank), str(self.of))} if self.rank else ())

    @property
    def counts(self) -> dict[str, frozenset[str]]:
        """Its score, by what that may be called, and its place."""
        score = frozenset({self.score})
        return {"dot": score, "point": score, "": score | {str(self.rank)}}


@dataclass(frozen=True, kw_only=True)
class Source:
    """Something that a sentence may cite. `name` is what people call it, `title` what it is.

    `words` are its own, to be quoted. `groups` are the keys of who said it, out of `answered`; `codes` those of its
    points; `contested` says that some said the contrary. `items` are what was voted on. `pairs` and `counts` are all
    numbers that may be said of it: `counts` by what is counted (`group`, `point`, `theme` …), under the empty word
    those of no noun.
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
    items: tuple[Item, ...] = ()
    contested: bool = False


class Sources:
    """All that the sentences of a synthesis may cite; `said` is all that is not private, with its words by code."""

    def __init__(self, synthesis: Synthesis, said: Mapping[str, tuple[Point | Answer, str]]) -> None:
        self._said = said
        asked = {outcome.id: len(_groups(outcome.asked)) for outcome in synthesis.questions}
        found = [
            *(source for outcome in synthesis.questions for source in self._of_question(outcome)),
            *map(_of_vote, synthesis.votes),
            *([_of_actions(synthesis.actions)] if synthesis.actions else []),
            *(_of_action(action) for action in synthesis.actions if action.code not in said and action.what),
            *(_of_point(entry, words, asked.get(entry.question, 0)) for entry, words in said.values()),
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
        cited = cited_theme(outcome, theme)
        groups = (theme.groups, theme.contrary, theme.both, theme.everybody)
        answered = outcome.themed.answered if outcome.themed else 0
        points = (len(theme.lines), len(theme.against), len(set(theme.codes)))
        return Source(
            key=cited.key,
            name=cited.name,
            title=theme.title,
            words=(theme.title, *theme.also, *self._words(theme.codes)),
            groups=_groups(theme.everybody),
            answered=answered,
            codes=frozenset(theme.codes),
            contested=bool(theme.against),
            pairs=frozenset((str(len(which)), str(answered)) for which in groups),
            counts={"group": _numbers(map(len, groups)), "point": _numbers(points)},
        )

    def _question(self, outcome: Outcome) -> Source:
        cited, answered, asked = cited_question(outcome), len(outcome.answered), len(outcome.asked)
        sums = outcome.themed.sums if outcome.themed else None
        silent = (outcome.skipped, outcome.nothing, outcome.not_discussed, outcome.unrecorded)
        heard = [answered, *filter(None, map(len, silent))]
        of_gaps = [(len(gap.missing), gap.of) for gap in outcome.gaps]
        points = [outcome.points, outcome.private]
        points += [sums.points, sums.themed, sums.unique, sums.parked, sums.left] if sums else []
        codes = [code for code, (entry, _) in self._said.items() if entry.question == outcome.id]
        prompts = (outcome.prompt,) if isinstance(outcome.prompt, str) else tuple(outcome.prompt.values())
        labels = [cell for block in outcome.blocks for cell in getattr(block, "columns", ())]
        labels += [word for gap in outcome.gaps for word in (gap.wanted, gap.given, *gap.missing)]
        items = _items(outcome.chosen.placed) if outcome.chosen else ()
        labels += [item.title for item in items]
        ends = [outcome.apart.low, outcome.apart.high, outcome.apart.steps] if outcome.apart else []
        return Source(
            key=cited.key,
            name=cited.name,
            title=prompts[0],
            words=(*prompts, *labels, *ends, *self._words(codes)),
            groups=_groups(outcome.answered),
            answered=asked,
            codes=frozenset(codes),
            pairs=frozenset((str(a), str(b)) for a, b in [*((number, asked) for number in heard), *of_gaps]),
            counts={
                "group": _numbers([*heard, asked]),
                "point": _numbers(points),
                "theme": _numbers([sums.themes] if sums else []),
                "": _numbers([number for pair in of_gaps for number in pair]) | _numbers(filter(None, [len(items)])),
                **({"person": _numbers([outcome.chosen.voters])} if outcome.chosen else {}),
            },
            items=items,
        )

    def _words(self, codes: Iterable[str]) -> Iterator[str]:
        for code in codes:
            if code in self._said:
                entry, words = self._said[code]
                yield from filter(None, (words, entry.gloss))


def _groups(keys: Iterable[str]) -> frozenset[str]:
    return frozenset(keys) - {PLENARY}


def _items(placed: Sequence[Placed]) -> tuple[Item, ...]:
    return tuple(Item(one.title, one.place, one.score, len(placed), one.divided) for one in placed)


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
        pairs=frozenset({(str(vote.voters), str(vote.people))}),
        counts={
            "person": _numbers([vote.voters, vote.people]),
            "vote": frozenset({str(vote.voters), vote.name}),
            "": frozenset({vote.name, *_numbers([len(titles)])}),
        },
        items=_items(vote.placed),
    )


def _of_actions(actions: Sequence[Action]) -> Source:
    own = own_right(actions)
    of = {status: sum(action.status == status for action in own) for status in STATUSES}
    numbers = _numbers([len(own), len(actions), len(nobody_named(actions)), *of.values()])
    words = tuple(words for action in actions for words in (action.what, action.who_now, action.by_now) if words)
    pairs = frozenset((str(number), str(len(own))) for number in of.values())
    counts = {"action": numbers, "": numbers, **{status: _numbers([number]) for status, number in of.items()}}
    return Source(key=CITED_ACTIONS.key, name=CITED_ACTIONS.name, title="", words=words, pairs=pairs, counts=counts)


def _of_action(action: Action) -> Source:
    """An action that was entered into the register, by its code."""
    words = tuple(filter(None, (action.what, action.who_now, action.by_now, action.indicator, action.plan)))
    return Source(key=action.code, name=action.code, title=action.what, words=words, counts={"action": _numbers([1])})


def _of_point(entry: Point | Answer, words: str, asked: int) -> Source:
    said, groups = (words, *(str(value) for value in entry.values.values()), entry.gloss), _groups([entry.group])
    return Source(
        key=entry.code,
        name=entry.code,
        title=words,
        words=tuple(filter(None, said)),
        groups=groups,
        answered=asked if groups else 0,
        codes=frozenset({entry.code}),
        counts={"group": _numbers([1]), "point": _numbers([1])},
    )
