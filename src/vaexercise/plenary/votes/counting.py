"""From ballots to a result: places, turnout, shares within each group."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from vaexercise.errors import Problem, Problems
from vaexercise.model.vote import Papers, Turnout, VoteResult, VoteRow
from vaexercise.plenary.votes import method_of
from vaexercise.plenary.votes.agreement import divided
from vaexercise.plenary.votes.ranking import concordance, condorcet, pairwise
from vaexercise.questions.summing import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vaexercise.model.vote import Choices, Given, Standing, Vote

NO_GROUP = ""
"""The key of papers that say no group; in `people`, of everybody who may vote."""


def checked(vote: Vote, ballots: Mapping[str, Given]) -> dict[str, Choices]:
    """Ballots by their name, as they count. Raises `Problems` with all that is wrong in any of them."""
    method = method_of(vote)
    wrong = [
        Problem("{reason}", {"reason": reason}, where=f"ballot {name}")
        for name, given in ballots.items()
        for reason in method.wrong(given)
    ]
    if wrong:
        raise Problems(wrong)
    return {name: dict(given) for name, given in ballots.items()}


def count(
    vote: Vote, papers: Mapping[str, Papers], people: Mapping[str, int], notices: Iterable[str] = ()
) -> VoteResult:
    """The result of papers by group, of `people` by group; `NO_GROUP` has the papers without one, and all people.

    A share is normalised within its group, so that a large group does not outweigh a small one.
    """
    method = method_of(vote)
    everything = Papers(
        tuple(ballot for some in papers.values() for ballot in some.ballots),
        tuple(tally for some in papers.values() for tally in some.tallies),
    )
    whole = method.standings(everything)
    groups = {key: method.standings(some) for key, some in sorted(papers.items()) if key != NO_GROUP and some.voters}
    ranked = vote.method == "ranking"
    table = pairwise(method.items, everything.ballots) if ranked else {}
    return VoteResult(
        id=vote.id,
        name=vote.name,
        title=vote.title,
        question=vote.question,
        method=vote.method,
        rule=method.rule,
        measure=method.measure,
        turnout=Turnout(everything.voters, people.get(NO_GROUP, 0)),
        turnouts={key: Turnout(papers[key].voters, people.get(key, 0)) for key in groups},
        rows=_rows(vote, whole, groups),
        pairwise=table,
        condorcet=condorcet(table),
        concordance=concordance(method.items, everything.ballots) if ranked else None,
        notices=tuple(notices),
    )


def _rows(
    vote: Vote, whole: Mapping[str, Standing], groups: Mapping[str, Mapping[str, Standing]]
) -> tuple[VoteRow, ...]:
    """All items by place; those without one last, and ties in the order of the ballot paper."""
    scores = {item.id: score for item in vote.items if (score := whole[item.id].score) is not None}
    place = places(scores)
    number = {item.id: n for n, item in enumerate(vote.items, start=1)}
    order = [*place, *(item.id for item in vote.items if item.id not in place)]
    return tuple(
        VoteRow(
            item=item,
            number=number[item],
            title=vote.titles[item],
            place=place.get(item, ""),
            whole=whole[item],
            groups=(own := {key: standings[item] for key, standings in groups.items()}),
            even=_even([standing.share for standing in own.values()]),
            divided=divided([standing.spread for standing in own.values() if standing.spread]),
        )
        for item in order
    )


def _even(parts: Sequence[Fraction | None]) -> Fraction | None:
    """The average of the shares of the groups that gave anything."""
    known = [part for part in parts if part is not None]
    return sum(known, Fraction(0)) / len(known) if known else None
