"""What people made of what groups said, for a public version: themes, votes, actions, sentences."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.model.action import Action
from vaexercise.model.groups import unnamed
from vaexercise.model.plenary import Lines
from vaexercise.plenary.apart import Apart
from vaexercise.plenary.priorities import Voted
from vaexercise.plenary.public.blocks import IN_THEIR_WORDS, spoken, without_rare
from vaexercise.plenary.public.known import FEWEST
from vaexercise.plenary.public.scrubbing import Scrubber, digest
from vaexercise.plenary.sentences import Cited, Sentence
from vaexercise.plenary.synthesis import Remark
from vaexercise.plenary.themed import Raised, Themed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.model.plenary import Block, Line
    from vaexercise.plenary.gaps import Gap
    from vaexercise.plenary.outcome import Outcome
    from vaexercise.plenary.priorities import Placed
    from vaexercise.plenary.public.blocks import Unattributed
    from vaexercise.plenary.public.known import Known
    from vaexercise.plenary.synthesis import Synthesis

POINT = "point"
"""Stands for the code of a point that a sentence is made of."""


class PublicDecisions:
    """Themes, votes, actions and sentences of a synthesis; ids by their order, and without groups unless `named`."""

    def __init__(self, synthesis: Synthesis, known: Known, blocks: Unattributed, *, named: bool) -> None:
        self._from, self._known, self._unattributed, self._named = synthesis, known, blocks, named
        self._scrub = Scrubber(known.said_by)
        self._themes = self._in_order()
        self._keys = {f"theme/{old.id}": f"theme/{new.id}" for old, new in self._themes.values()}
        self._keys |= {f"vote/{vote.id}": f"vote/v{place}" for place, vote in enumerate(synthesis.votes, start=1)}
        self._called = dict(self._names())

    # -- words

    def blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """What groups said, as lines and tables."""
        if not self._named:
            return self._unattributed.blocks(blocks)
        return tuple(without_rare(block, self._known.rare) for block in blocks)

    def lines(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        """What groups said, as lines."""
        return spoken(lines, self._known.rare) if self._named else self._unattributed.lines(lines)

    def headlines(self, headlines: Sequence[Lines]) -> tuple[Lines, ...]:
        """What groups chose to report: by group, or all together."""
        if self._named:
            return tuple(replace(block, lines=self.lines(block.lines)) for block in headlines)
        lines = self.lines(line for block in headlines for line in block.lines)
        return (Lines(title=IN_THEIR_WORDS, lines=lines),) if lines else ()

    def remarks(self) -> dict[str, tuple[Remark, ...]]:
        """What was said to points, without who said it; nothing where points have no code to find them by."""
        if not self._named:
            return {}
        return {
            code: tuple(Remark(group=unnamed([one.group])[0], text=one.text) for one in said)
            for code, said in self._from.remarks.items()
        }

    # -- themes

    def _in_order(self) -> dict[str, tuple[Raised, Raised]]:
        """Every theme by its id, as it is and as it is shown; numbers in each question anew where groups have none."""
        found, count = {}, 0
        for outcome in self._from.questions:
            themes = list(outcome.themed.themes) if outcome.themed else []
            if not self._named:
                themes.sort(key=lambda theme: (-len(theme.groups), -len(theme.lines), digest(theme.title)))
            for number, theme in enumerate(themes, start=1):
                count += 1
                found[theme.id] = theme, self._raised(theme, f"t{count}", theme.number if self._named else number)
        return found

    def _raised(self, theme: Raised, key: str, number: int) -> Raised:
        groups, contrary = theme.groups, theme.contrary
        if not self._named:
            both = [group for group in groups if group in contrary]
            everybody = [*(g for g in groups if g not in both), *both, *(g for g in contrary if g not in both)]
            signs = dict(zip(everybody, unnamed(everybody), strict=True))
            groups, contrary = (tuple(sorted(signs[g] for g in of)) for of in (groups, contrary))
        return Raised(
            id=key,
            number=number,
            title=theme.title,
            also=theme.also,
            groups=groups,
            contrary=contrary,
            lines=self.lines(theme.lines),
            against=self.lines(theme.against),
        )

    def themed(self, outcome: Outcome) -> Themed | None:
        """How the points of a question are put together."""
        found = outcome.themed
        if found is None:
            return None
        shown = [self._themes[theme.id][1] for theme in found.themes]
        return Themed(
            answered=found.answered,
            sums=found.sums,
            themes=tuple(shown if self._named else sorted(shown, key=lambda theme: theme.number)),
            unique=self.lines(found.unique),
            parked=self.lines(found.parked),
            left=self.lines(found.left),
            changed=found.changed if self._named else (),
            gone=found.gone if self._named else (),
        )

    def _names(self) -> Iterator[tuple[str, str]]:
        """What themes are called in sentences, by what they were called: `Q1-T4`, with its new number."""
        for outcome in self._from.questions:
            for theme in outcome.themed.themes if outcome.themed else ():
                yield f"{outcome.name}-T{theme.number}", f"{outcome.name}-T{self._themes[theme.id][1].number}"

    # -- what else is made of answers

    def gaps(self, outcome: Outcome) -> tuple[Gap, ...]:
        """What no group said; rows by their codes only where codes are said, else counted."""
        return tuple(
            gap if self._named or not gap.rows else replace(gap, missing=(POINT,) * len(gap.missing))
            for gap in outcome.gaps
        )

    def apart(self, outcome: Outcome) -> Apart | None:
        """How far groups are apart; who said what only where groups are said."""
        found = outcome.apart
        if found is None or self._named:
            return found
        return Apart(low=found.low, high=found.high, steps=found.steps)

    # -- votes, actions, sentences

    def votes(self) -> tuple[Voted, ...]:
        """Votes in sum: never by group, and of fewer than five ballots no numbers."""
        return tuple(self._vote(vote, f"v{place}") for place, vote in enumerate(self._from.votes, start=1))

    def _vote(self, vote: Voted, key: str) -> Voted:
        few = vote.voters < FEWEST
        return Voted(
            id=key,
            name=vote.name,
            title=vote.title,
            question=vote.question,
            measure=vote.measure,
            voters=0 if few else vote.voters,
            people=0 if few else vote.people,
            placed=() if few else tuple(self._placed(vote)),
            sentences=(f"Fewer than {FEWEST} people voted: nothing of it is given.",) if few else vote.sentences,
            grids=() if few else tuple(grid for grid in vote.grids if not grid.attributed),
        )

    def _placed(self, vote: Voted) -> Iterator[Placed]:
        for item in vote.placed:
            theme = self._themes.get(item.item)
            yield replace(item, item=theme[1].id if theme else f"i{item.number}")

    def actions(self) -> tuple[Action, ...]:
        """The register, without who said what unless groups are said, and without what is private."""
        found = [action if self._named else self._nobodys(action) for action in self._from.actions]
        if not self._named:
            found.sort(key=_in_no_order)
        return tuple(self._action(action, place) for place, action in enumerate(found, start=1))

    def _nobodys(self, action: Action) -> Action:
        bare = replace(action, code="", source="", group=unnamed([action.group])[0], under=action.under and POINT)
        return self._scrub.everywhere(replace(bare, id="", versions=()))

    def _action(self, action: Action, place: int) -> Action:
        bare = Action(
            id=f"a{place}",
            code=action.code,
            group=action.group,
            status=action.status,
            private=action.private and "private",
        )
        if action.private:
            return bare
        language = "" if action.language in self._known.rare else action.language
        return replace(
            bare,
            what=action.what,
            who=action.who,
            by=action.by,
            indicator=action.indicator,
            plan=action.plan,
            language=language,
            gloss=action.gloss,
            source=action.source,
            note=action.note,
            agreed=dict(action.agreed),
            under=action.under,
        )

    def sentences(self) -> tuple[Sentence, ...]:
        """The key findings that stand, with what they are made of; nothing of what people took out or wrote before."""
        kept = [sentence for sentence in self._from.sentences if not sentence.gone]
        return tuple(self._sentence(sentence, place) for place, sentence in enumerate(kept, start=1))

    def _sentence(self, sentence: Sentence, place: int) -> Sentence:
        text = sentence.text if self._named else self._renumbered(sentence.text)
        sources = tuple(dict.fromkeys(map(self._cited, sentence.sources)))
        return Sentence(key=f"s{place}", kind=sentence.kind, text=text, sources=sources, edited=sentence.edited)

    def _cited(self, cited: Cited) -> Cited:
        if cited.key in self._known.said_by and not self._named:
            return Cited(key=POINT, name=POINT)
        return Cited(key=self._keys.get(cited.key, cited.key), name=self._called.get(cited.name, cited.name))

    def _renumbered(self, text: str) -> str:
        if not self._called:
            return text
        one = "|".join(map(re.escape, sorted(self._called, key=len, reverse=True)))
        return re.sub(rf"(?<![\w-])(?:{one})(?![\w-])", lambda found: self._called[found[0]], text)


def _in_no_order(action: Action) -> str:
    """Orders actions by their words alone."""
    words = (
        value if isinstance(value, str) else str(sorted(value.items())) for value in vars(action).values() if value
    )
    return digest(*words)
