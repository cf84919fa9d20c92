"""`plenary vote list` and `vote show`: votes, and what came of those that are revealed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vaexercise.cli.options import JsonOption, PlainOption, SessionOption, WorkshopOption
from vaexercise.cli.plenary.levels import PublicOption, public_synthesis
from vaexercise.cli.plenary.voting.noun import VoteArgument, app, lines
from vaexercise.cli.plenary.voting.published import tell_public

if TYPE_CHECKING:
    from fractions import Fraction

    from vaexercise.model.vote import Standing, Vote, VoteResult, VoteRow

BARS = " ▁▂▃▄▅▆▇█"
NARROW = 60
"""On fewer columns a table would break its words; lines do not."""


@app.command()
def show(
    vote: VoteArgument = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    public: PublicOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Show once more what came of a vote that is revealed."""
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.plenary.votes import Votes

    opened = open_workshop(workshop)
    votes = Votes(opened, opened.session(session))
    found = votes.named(vote, ("revealed",))
    if public:
        tell_public(public_synthesis(opened, votes.session), found.name, as_json=as_json, plain=plain)
    else:
        tell(votes.result(found), as_json=as_json, plain=plain)


@app.command(name="list")
def list_(
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """List the votes: on what, whether they are open, and how many have voted."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.plenary.ballots import cast
    from vaexercise.workshop.plenary.votes import Votes

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    votes = [(vote, cast(opened, chosen, vote).voters[""]) for vote in Votes(opened, chosen).all()]
    if as_json:
        say.data([_listed(vote, ballots) for vote, ballots in votes])
        return
    if not votes:
        say.note("There is no vote yet. Open one: vaexercise plenary vote open --question Q1")
        return
    rows = [(vote.name, vote.title, vote.method, vote.state, str(n)) for vote, n in votes]
    say.table(("Vote", "Title", "Method", "State", "Ballots"), rows, plain=plain)


def _listed(vote: Vote, ballots: int) -> dict[str, Any]:
    about = {"vote": vote.name, "title": vote.title, "method": vote.method, "state": vote.state}
    return {**about, "items": list(vote.titles.values()), "ballots": ballots}


def tell(result: VoteResult, *, as_json: bool, plain: bool) -> None:
    """Print a result, after a warning if so few voted that it may tell who voted how."""
    from vaexercise.cli import say
    from vaexercise.plenary.votes.telling import few, grids, sentences

    if warning := few(result.turnout.voters):
        say.note(warning)
    if as_json:
        say.data(_data(result))
        return
    as_lines = say.plain_wanted(plain) or shutil.get_terminal_size().columns < NARROW
    for grid in grids(result):
        say.table(grid.columns, grid.rows, plain=as_lines, title=grid.title)
        lines([grid.note, ""] if grid.note else ())
    if result.method == "agreement" and not as_lines:
        _bars(result)
    lines(sentences(result))


def _bars(result: VoteResult) -> None:
    """A bar of eleven steps for each item, beside the words that say the same."""
    from vaexercise.cli import say

    for row in result.rows:
        if row.whole.spread:
            counts = row.whole.spread.counts
            bar = "".join(BARS[-(-8 * n // max(counts))] for n in counts)
            say.result(f"0 |{bar}| 10  {row.number} {row.title}")
    say.result("")


def _data(result: VoteResult) -> dict[str, Any]:
    """For programs. Groups stand in it only where that tells nobody's vote."""
    return {
        "vote": result.name,
        "title": result.title,
        "method": result.method,
        "rule": result.rule,
        "measure": result.measure,
        "ballots": result.turnout.voters,
        "people": result.turnout.people,
        "groups": {key: turnout._asdict() for key, turnout in result.turnouts.items()},
        "items": [_row(row, groups=result.groups_shown) for row in result.rows],
        **_ranking(result),
        "notices": list(result.notices),
    }


def _row(row: VoteRow, *, groups: bool) -> dict[str, Any]:
    return {
        "item": row.number,
        "id": row.item,
        "title": row.title,
        "place": row.place,
        **_standing(row.whole),
        **({"groups": {key: _standing(own) for key, own in row.groups.items()}} if groups else {}),
        **({"average_of_groups": _number(row.even), "divided": row.divided} if groups else {}),
    }


def _standing(standing: Standing) -> dict[str, Any]:
    found: dict[str, Any] = {
        "score": _number(standing.score),
        "share": _number(standing.share),
        "people": standing.voters,
    }
    if standing.spread:
        spread = standing.spread
        found |= {"quartiles": [_number(spread.lower), _number(spread.upper)], "outcome": spread.verdict}
        found["scores"] = list(spread.counts)
    return found


def _ranking(result: VoteResult) -> dict[str, Any]:
    if result.method != "ranking":
        return {}
    number = {row.item: str(row.number) for row in result.rows}
    table = {number[a]: {number[b]: n for b, n in row.items()} for a, row in result.pairwise.items()}
    winner = int(number[result.condorcet]) if result.condorcet else None
    return {"pairwise": table, "condorcet": winner, "concordance": _number(result.concordance)}


def _number(value: Fraction | None) -> int | float | None:
    """A whole number as such; else to six decimals."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else round(float(value), 6)
