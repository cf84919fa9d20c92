"""What people made of what groups said, for a public version: themes, votes, actions, sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.model.action import Action
from vaexercise.model.groups import PLENARY, group_name, unnamed
from vaexercise.model.plenary import Lines
from vaexercise.plenary.apart import Apart
from vaexercise.plenary.public.blocks import IN_THEIR_WORDS, spoken, without_rare
from vaexercise.plenary.public.scrubbing import Scrubber, digest
from vaexercise.plenary.public.telling import POINT, PublicSentences
from vaexercise.plenary.public.voting import PublicVote
from vaexercise.plenary.synthesis import Remark
from vaexercise.plenary.themed import Raised, Themed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vaexercise.model.plenary import Block, Line
    from vaexercise.plenary.gaps import Gap
    from vaexercise.plenary.outcome import Outcome
    from vaexercise.plenary.priorities import Voted
    from vaexercise.plenary.public.blocks import Unattributed
    from vaexercise.plenary.public.known import Known
    from vaexercise.plenary.sentences import Sentence
    from vaexercise.plenary.synthesis import Synthesis

ANOTHER = "another"
"""Stands for the code of an action that says the same."""


class PublicDecisions:
    """Themes, votes, actions and sentences of a synthesis; ids by their order, and without groups unless `named`."""

    def __init__(self, synthesis: Synthesis, known: Known, blocks: Unattributed, *, named: bool) -> None:
        self._from, self._known, self._unattributed, self._named = synthesis, known, blocks, named
        self._scrub = Scrubber(known.said_by)
        self._themes = self._in_order()
        self._votes = [PublicVote(vote, named=named) for vote in synthesis.votes]

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
        """What groups chose to report: by group, or all together; what the plenary marked stands apart."""
        room = group_name(PLENARY)
        apart = [block for block in headlines if self._named or block.title == room]
        lines = self.lines(line for block in headlines if block not in apart for line in block.lines)
        together = [Lines(title=IN_THEIR_WORDS, lines=lines)] if lines else []
        return (*together, *(replace(block, lines=self.lines(block.lines)) for block in apart))

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
            both = theme.both
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
        keys = {old.id: new.id for old, new in self._themes.values()}
        return tuple(vote.made(f"v{place}", keys) for place, vote in enumerate(self._votes, start=1))

    def actions(self) -> tuple[Action, ...]:
        """The register, without who said what unless groups are said, and without what is private."""
        found = [action if self._named else self._nobodys(action) for action in self._from.actions]
        if not self._named:
            found.sort(key=_in_no_order)
        return tuple(self._action(action, place) for place, action in enumerate(found, start=1))

    def _nobodys(self, action: Action) -> Action:
        bare = replace(action, code="", source="", group=unnamed([action.group])[0], under=action.under and ANOTHER)
        return self._scrub.everywhere(replace(bare, id="", versions=()))

    def _action(self, action: Action, place: int) -> Action:
        bare = Action(
            id=f"a{place}",
            code=action.code,
            group=action.group,
            status=action.status,
            private=action.private and "private",
            held=action.held and "withdrawn",
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
        """The key findings that stand, with what they are made of."""
        shown = {key: new for key, (_, new) in self._themes.items()}
        return PublicSentences(self._from, self._known, shown, self._votes, named=self._named).made()


def _in_no_order(action: Action) -> str:
    """Orders actions by their words alone."""
    words = (
        value if isinstance(value, str) else str(sorted(value.items())) for value in vars(action).values() if value
    )
    return digest(*words)
