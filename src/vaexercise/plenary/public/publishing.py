"""The public version of a synthesis at a level of attribution.

Everything is put in by name: a field that a synthesis gets later stays out until somebody decides about it here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.model.groups import unnamed
from vaexercise.model.privacy import Published
from vaexercise.plenary.method import public_method
from vaexercise.plenary.outcome import Outcome
from vaexercise.plenary.public.blocks import Unattributed
from vaexercise.plenary.public.decided import PublicDecisions
from vaexercise.plenary.public.scrubbing import Scrubber, digest
from vaexercise.plenary.public.suppression import public_attendance
from vaexercise.plenary.public.voting import few_voted, untold
from vaexercise.plenary.synthesis import Synthesis
from vaexercise.plenary.totals import Totals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.plenary import Line
    from vaexercise.model.privacy import Attribution
    from vaexercise.plenary.coverage import Covered
    from vaexercise.plenary.public.known import Known

NAMED: frozenset[Attribution] = frozenset(("open", "group"))
"""Levels at which codes and groups are said."""
_STATES = ("answered", "skipped", "nothing", "not_discussed", "unrecorded")


def published(synthesis: Synthesis, level: Attribution, known: Known) -> Synthesis:
    """What may leave the room of a synthesis whose tables of who took part hold no names, organisations or states."""
    made = (_Named if level in NAMED else _Unnamed)(synthesis, level, known).made()
    return made if level in NAMED else Scrubber(known.said_by).everywhere(made)


class _Named:
    """Groups and codes as they are; counts of people and whatever says who spoke, voted or typed are not."""

    def __init__(self, synthesis: Synthesis, level: Attribution, known: Known) -> None:
        self._from, self._level, self._known = synthesis, level, known
        self._blocks = Unattributed(known, types=level == "org_type")
        self._decided = PublicDecisions(synthesis, known, self._blocks, named=level in NAMED)

    def made(self) -> Synthesis:
        """The whole of it."""
        found = self._from
        named = self._level in NAMED
        return Synthesis(
            title=found.title,
            exercise_id=found.exercise_id,
            exercise_title=found.exercise_title,
            exercise_version=found.exercise_version,
            exercise_language=found.exercise_language,
            dates=found.dates,
            place=found.place,
            language=found.language,
            groups=self._keys(found.groups),
            attendance=public_attendance(found.attendance, groups=named),
            headlines=self._decided.headlines(found.headlines),
            remarked=self._decided.lines(found.remarked) if named else (),
            remarks=self._decided.remarks(),
            questions=tuple(map(self._outcome, found.questions)),
            votes=self._decided.votes(),
            actions=self._decided.actions(),
            sums=found.sums,
            sentences=self._decided.sentences(),
            held=sum(bool(sentence.held and not sentence.gone) for sentence in found.sentences),
            totals=self._totals(found.totals),
            easy=found.easy,
            pictures=tuple(picture for picture in found.pictures if picture.consented),
            method=public_method(found.method),
            published=Published(
                level=self._level,
                withheld=found.totals.private,
                withdrawn=found.totals.withdrawn,
                everywhere=self._known.everywhere if self._level == "org_type" else (),
            ),
        )

    def _keys(self, groups: Sequence[str]) -> tuple[str, ...]:
        return tuple(groups)

    def _states(self, outcome: Outcome) -> dict[str, tuple[str, ...]]:
        return {name: getattr(outcome, name) for name in ("asked", *_STATES)}

    def _outcome(self, outcome: Outcome) -> Outcome:
        return Outcome(
            id=outcome.id,
            kind=outcome.kind,
            prompt=outcome.prompt,
            code=outcome.code,
            per=outcome.per,
            source=outcome.source,
            consolidate=outcome.consolidate,
            **self._states(outcome),
            points=outcome.points,
            answers=outcome.answers,
            private=outcome.private,
            withdrawn=outcome.withdrawn,
            blocks=self._decided.blocks(list(map(untold, outcome.blocks))),
            themed=self._decided.themed(outcome),
            gaps=self._decided.gaps(outcome),
            apart=self._decided.apart(outcome),
            chosen=None,
            coverage=() if few_voted(outcome.blocks) else tuple(map(self._covered, outcome.coverage)),
        )

    def _covered(self, covered: Covered) -> Covered:
        return covered

    def _totals(self, totals: Totals) -> Totals:
        return Totals(
            points=totals.points,
            points_shown=totals.points_shown,
            answers=totals.answers,
            answers_shown=totals.answers_shown,
            private=totals.private,
            withdrawn=totals.withdrawn,
            by_group=self._by_group(totals),
            left_over=self._lines(totals.left_over),
        )

    def _by_group(self, totals: Totals) -> dict[str, int]:
        return dict(totals.by_group)

    def _lines(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        return self._decided.lines(lines)


class _Unnamed(_Named):
    """No codes, no groups: groups are counted, by signs that say nothing."""

    def _keys(self, groups: Sequence[str]) -> tuple[str, ...]:
        return unnamed(groups)

    def _states(self, outcome: Outcome) -> dict[str, tuple[str, ...]]:
        """Every group that was asked once, those that answered first: the sign of a group tells only how it stands."""
        ordered = list(dict.fromkeys(group for name in _STATES for group in getattr(outcome, name)))
        ordered += [group for group in outcome.asked if group not in ordered]
        signs = dict(zip(ordered, unnamed(ordered), strict=True))
        return {name: tuple(sorted(signs[g] for g in getattr(outcome, name))) for name in ("asked", *_STATES)}

    def _covered(self, covered: Covered) -> Covered:
        """Of options that got the same, the order follows from their public words: else it tells whose they are."""
        if covered.what != "given":
            return covered
        scrub = Scrubber(self._known.said_by)
        rows = sorted(covered.rows, key=lambda row: (-row[1], digest(scrub.text(row[0]))))
        return replace(covered, rows=tuple(rows))

    def _by_group(self, totals: Totals) -> dict[str, int]:  # noqa: ARG002  how much each group said tells which it is
        return {}
