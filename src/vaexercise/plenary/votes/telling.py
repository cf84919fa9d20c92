"""What came of a vote, as sentences and tables: the same wherever it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import count, say, to_say
from vaexercise.model.groups import group_name
from vaexercise.model.plenary import Grid
from vaexercise.model.text import counted
from vaexercise.model.vote import FEWEST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from vaexercise.model.vote import Spread, Standing, Turnout, VoteResult, VoteRow

NONE = "–"

_AGREED = (
    to_say("Item"),
    to_say("Place"),
    to_say("Median"),
    to_say("Quartiles"),
    to_say("Scores"),
    to_say("7 or more"),
    to_say("Outcome"),
)
_MEASURES = {
    "dots": to_say("Dots"),
    "points": to_say("Points"),
    "Borda points": to_say("Borda points"),
    "median": to_say("Median"),
}


def exact(number: Fraction | None) -> str:
    """A whole number, or a half with one decimal: scores have no other fractions."""
    if number is None:
        return NONE
    return str(number.numerator) if number.denominator == 1 else f"{float(number):.1f}"


def percent(part: Fraction | None) -> str:
    """A part in whole percent, halves up."""
    return NONE if part is None else f"{(200 * part.numerator + part.denominator) // (2 * part.denominator)} %"


def sentences(result: VoteResult) -> Iterator[str]:
    """Who voted, how, what has to be known, and of a ranking or of groups what no table says."""
    yield f"{_turnout(result.turnout)}."
    if result.turnouts:
        yield "; ".join(f"{group_name(key)}: {_turnout(turnout)}" for key, turnout in result.turnouts.items()) + "."
    yield result.rule
    if result.method == "ranking":
        yield _condorcet(result)
        if result.concordance is not None:
            yield f"Kendall's W: {float(result.concordance):.2f} (0: no agreement, 1: all ballots alike)."
    if result.turnouts and not result.groups_shown:
        yield f"Groups are not shown apart: one of them has fewer than {FEWEST} ballots, which would tell who."
    elif apart := [f"{row.number} {row.title}" for row in result.rows if row.divided]:
        yield f"Groups are divided on: {'; '.join(apart)}. Their medians are 3 or more apart, or in against out."
    yield from result.notices


def few(voters: int) -> str:
    """A warning where so few have voted that sums may tell how one of them did; else empty."""
    if not 0 < voters < FEWEST:
        return ""
    cast = counted(voters, "ballot was", "ballots were")
    return f"Only {cast} cast: with fewer than {FEWEST}, the result can tell who voted how."


def _turnout(turnout: Turnout) -> str:
    voted = counted(turnout.voters, "ballot")
    if not turnout.people:
        return voted
    share = (200 * turnout.voters + turnout.people) // (2 * turnout.people)
    return f"{voted} of {counted(turnout.people, 'person', 'people')} ({share} %)"


def _condorcet(result: VoteResult) -> str:
    winner = next((f"{row.number} {row.title}" for row in result.rows if row.item == result.condorcet), "")
    if winner:
        return f"Condorcet winner: {winner}. More people put it before each other item than behind it."
    return "Condorcet winner: none. No item wins against every other."


def grids(result: VoteResult, *, scores: bool = True) -> list[Grid]:
    """The items by place; the groups apart, if that tells nobody's vote; distribution or pairs where there are any.

    Without `scores` the distribution is left to what is drawn.
    """
    found = [_agreed(result)] if result.method == "agreement" else [_places(result)]
    if scores and result.method == "agreement":
        found.append(_scores(result))
    if result.groups_shown:
        found.append(_groups(result))
    return [*found, _pairs(result)] if result.pairwise else found


def _named(row: VoteRow) -> str:
    return f"{row.number} {row.title}"


def _places(result: VoteResult) -> Grid:
    measure = say(_MEASURES[result.measure])
    return Grid(
        title=result.title,
        columns=(say("Item"), say("Place"), measure, say("Share"), say("People")),
        rows=tuple(
            (_named(row), _place(row, result), exact(row.whole.score), percent(row.whole.share), _people(row.whole))
            for row in result.rows
        ),
    )


def _place(row: VoteRow, result: VoteResult) -> str:
    """What got nothing has no place; of a ranking, where everything has one, the last."""
    return row.place if row.whole.score or result.method == "ranking" else NONE


def _people(standing: Standing) -> str:
    return NONE if standing.voters is None else str(standing.voters)


def _agreed(result: VoteResult) -> Grid:
    return Grid(
        title=result.title,
        columns=tuple(map(say, _AGREED)),
        rows=tuple(
            (
                _named(row),
                row.place or NONE,
                exact(row.whole.score),
                _quartiles(row.whole.spread),
                _people(row.whole),
                percent(row.whole.share),
                row.whole.spread.verdict if row.whole.spread else NONE,
            )
            for row in result.rows
        ),
    )


def _quartiles(spread: Spread | None) -> str:
    return say("{least} to {most}", least=exact(spread.lower), most=exact(spread.upper)) if spread else NONE


def _scores(result: VoteResult) -> Grid:
    """How many gave what, in words: nothing that only the eye can read."""
    return Grid(
        title=say("How many gave which score"),
        columns=(say("Item"), say("Scores")),
        rows=tuple((_named(row), distribution(row.whole.spread)) for row in result.rows),
    )


def distribution(spread: Spread | None) -> str:
    """`7 by 3 people, 8 by 1 person`."""
    given = enumerate(spread.counts) if spread else ()
    return ", ".join(_by(score, n) for score, n in given if n) or NONE


def _by(score: int, people: int) -> str:
    return count(people, "{score} by {n} person", "{score} by {n} people", score=score)


def _groups(result: VoteResult) -> Grid:
    keys = tuple(result.turnouts)
    what = "median and share of 7 or more" if result.method == "agreement" else f"{result.measure} and share"
    return Grid(
        title=f"Each group apart: {what}",
        columns=(say("Item"), *map(group_name, keys), say("Average of groups")),
        rows=tuple((_named(row), *(_apart(row.groups[key]) for key in keys), percent(row.even)) for row in result.rows),
        note=say("Shares are within a group; in their average, each group counts alike, however large it is."),
        attributed=tuple(range(1, len(keys) + 1)),
    )


def _apart(standing: Standing) -> str:
    if standing.score is None:
        return NONE
    verdict = f", {standing.spread.verdict}" if standing.spread else ""
    return f"{exact(standing.score)}, {percent(standing.share)}{verdict}"


def _pairs(result: VoteResult) -> Grid:
    """Row against column; the numbers of items stand for them in the columns."""
    order = sorted(result.rows, key=lambda row: row.number)
    return Grid(
        title=say("Pair by pair: how many put the item of the row before that of the column"),
        columns=(say("Item"), *(say("before {number}", number=row.number) for row in order)),
        rows=tuple(
            (_named(a), *(NONE if a is b else str(result.pairwise[a.item][b.item]) for b in order)) for a in order
        ),
    )
