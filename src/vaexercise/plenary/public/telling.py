"""Key findings for a public version: which of them stay, in which order, and what they are said to be made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vaexercise.plenary.citing import cites
from vaexercise.plenary.public.known import FEWEST
from vaexercise.plenary.public.scrubbing import digest
from vaexercise.plenary.public.voting import FEW_VOTED, is_few
from vaexercise.plenary.sentences import ORDINALS, TEMPLATES, Cited, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from vaexercise.plenary.priorities import Voted
    from vaexercise.plenary.public.known import Known
    from vaexercise.plenary.public.voting import PublicVote
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.plenary.themed import Raised

POINT = "point"
"""Stands for the code of a point that a sentence is made of."""
_ORDER = {kind: place for place, kind in enumerate(TEMPLATES)}


class PublicSentences:
    """The sentences of a synthesis; `themes` by their ids as they were, as they are shown; votes likewise, in order."""

    def __init__(
        self,
        synthesis: Synthesis,
        known: Known,
        themes: Mapping[str, Raised],
        votes: Sequence[PublicVote],
        *,
        named: bool,
    ) -> None:
        self._from, self._known, self._themes, self._named = synthesis, known, themes, named
        self._keys = {f"theme/{old}": f"theme/{new.id}" for old, new in themes.items()}
        self._keys |= {f"vote/{vote.id}": f"vote/v{place}" for place, vote in enumerate(synthesis.votes, start=1)}
        self._called = dict(self._names())
        self._few = [vote for vote in synthesis.votes if is_few(vote)]
        self._few_answers = {
            f"question/{outcome.id}"
            for outcome in synthesis.questions
            if outcome.chosen and 0 < outcome.chosen.voters < FEWEST
        }
        self._places = dict(self._in_order(votes))
        self._few_scored = {
            f"{kind}-{old.id}-{item}"
            for old, new in zip(synthesis.votes, votes, strict=True)
            for item in new.few_scored
            for kind in ("vote", "divided")
        }

    def made(self) -> tuple[Sentence, ...]:
        """Those that stand; nothing of what people took out or wrote before, of what was withdrawn, of small votes."""
        kept = [one for one in self._from.sentences if not (one.gone or one.held or self._is_of_few(one))]
        if not self._named:
            kept.sort(key=self._order)
        return tuple(self._sentence(sentence, place) for place, sentence in enumerate(kept, start=1))

    def _is_of_few(self, sentence: Sentence) -> bool:
        """Whether it tells anything of a vote, or of an item, of which nothing is given: so few people voted."""
        if sentence.key in self._few_scored or FEW_VOTED.search(sentence.text):
            return True
        named = {source.key for source in sentence.sources}
        if sentence.kind == "chosen" and named & self._few_answers:
            return True
        return any(f"vote/{vote.id}" in named or _tells_of(sentence.text, vote) for vote in self._few)

    def _sentence(self, sentence: Sentence, place: int) -> Sentence:
        text = sentence.text if self._named else self._renumbered(sentence.text)
        sources = tuple(dict.fromkeys(map(self._cited, sentence.sources)))
        return Sentence(key=f"s{place}", kind=sentence.kind, text=text, sources=sources, edited=sentence.edited)

    def _cited(self, cited: Cited) -> Cited:
        """A source by its public name; a point has none where groups have none."""
        if cited.key in self._known.said_by and not self._named:
            return Cited(key=POINT, name="")
        return Cited(key=self._keys.get(cited.key, cited.key), name=self._called.get(cited.name, cited.name))

    # -- names and places

    def _names(self) -> Iterator[tuple[str, str]]:
        """What themes are called in sentences, by what they were called: `Q1-T4`, with its new number."""
        for outcome in self._from.questions:
            for theme in outcome.themed.themes if outcome.themed else ():
                yield f"{outcome.name}-T{theme.number}", f"{outcome.name}-T{self._themes[theme.id].number}"

    def _renumbered(self, text: str) -> str:
        if not self._called:
            return text
        one = "|".join(map(re.escape, sorted(self._called, key=len, reverse=True)))
        return re.sub(rf"(?<![\w-])(?:{one})(?![\w-])", lambda found: self._called[found[0]], text)

    def _in_order(self, votes: Sequence[PublicVote]) -> Iterator[tuple[str, tuple[int, int]]]:
        """Where sentences come, by their sources and keys: as the report shows what they are made of."""
        for place, outcome in enumerate(self._from.questions):
            yield f"question/{outcome.id}", (place, 0)
            for theme in outcome.themed.themes if outcome.themed else ():
                yield f"theme/{theme.id}", (place, self._themes[theme.id].number)
            for item in outcome.chosen.placed if outcome.chosen else ():
                yield f"chosen-{outcome.id}-{item.item}", (place, item.rank)
        for place, (old, new) in enumerate(zip(self._from.votes, votes, strict=True)):
            for item in new.placed:
                yield f"vote-{old.id}-{item.item}", (place, item.number)
                yield f"divided-{old.id}-{item.item}", (place, item.number)

    def _order(self, sentence: Sentence) -> tuple[int, tuple[int, int], str]:
        first = sentence.sources[0].key if sentence.sources else ""
        place, number = self._places.get(sentence.key) or self._places.get(first) or (0, 0)
        rank = next((n for n, word in enumerate(ORDINALS) if word and word in sentence.facts.get("place", "")), number)
        return _ORDER[sentence.kind], (place, rank), digest(sentence.text)


def _tells_of(text: str, vote: Voted) -> bool:
    return cites(text, f"V{vote.name}") or cites(text, f"vote {vote.name}")
