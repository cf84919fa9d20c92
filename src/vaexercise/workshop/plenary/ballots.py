"""Ballots in the record, without any name; what stands on one is never shown again, only what all add up to.

`ballot/SESSION/VOTE/RANDOM` holds a number for people, the group or nothing, and the choices; or, for votes that
were counted by hand, how many voters there were and a tally. `casting` writes them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.model.groups import group_name
from vaexercise.model.text import counted
from vaexercise.model.vote import Papers, Tally
from vaexercise.plenary.votes import method_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.model.session import Session
    from vaexercise.model.vote import Choices, Vote
    from vaexercise.record.revision import Body
    from vaexercise.workshop.workshop import Workshop


class Paper(NamedTuple):
    """What was cast in one go: a ballot, or a tally of several. `number` is for people, `run` is that of the vote."""

    key: str
    number: str
    group: str
    choices: Choices
    tally: Tally | None = None
    spoilt: bool = False
    run: int = 1

    @property
    def voters(self) -> int:
        """How many people it stands for."""
        return self.tally.voters if self.tally else 1


class Cast(NamedTuple):
    """All that was cast in a vote and counts; how many ballots are `spoilt`, and how many `strange` to it."""

    counting: tuple[Paper, ...]
    spoilt: int
    strange: int

    @property
    def voters(self) -> Counter[str]:
        """How many voted, by group, and in all under the empty key."""
        found: Counter[str] = Counter()
        for paper in self.counting:
            found[""] += paper.voters
            if paper.group:
                found[paper.group] += paper.voters
        return found

    def papers(self) -> dict[str, Papers]:
        """Ballots and tallies by group; those without one under the empty key."""
        return {
            group: Papers(
                tuple(p.choices for p in self.counting if p.group == group and p.tally is None),
                tuple(p.tally for p in self.counting if p.group == group and p.tally is not None),
            )
            for group in dict.fromkeys(p.group for p in self.counting)
        }


def cast(workshop: Workshop, session: Session, vote: Vote) -> Cast:
    """What was cast in a vote and counts."""
    every = papers_of(workshop, session, vote)
    valid = [paper for paper in every if not paper.spoilt]
    method = method_of(vote)
    counting = [
        paper
        for paper in valid
        if paper.run == vote.run
        and not (method.wrong_tally(paper.tally) if paper.tally else method.wrong(tuple(paper.choices.items())))
    ]
    return Cast(tuple(counting), len(every) - len(valid), len(valid) - len(counting))


def revisions(workshop: Workshop, session: Session, vote: Vote) -> tuple[str, ...]:
    """What was cast in a vote and counts, as it stands in the record: ids of revisions, sorted."""
    slots = [slot_of(session, vote, paper.key) for paper in cast(workshop, session, vote).counting]
    return tuple(sorted(head.id for slot in slots for head in workshop.fold.heads(slot)))


def since_revealed(workshop: Workshop, session: Session, vote: Vote) -> str:
    """What is not any more as it was shown when the vote was revealed; empty if all is."""
    if vote.state != "revealed":
        return ""
    found = cast(workshop, session, vote)
    shown, voters = f"it was revealed with {counted(vote.revealed, 'ballot')}", found.voters[""]
    if voters != vote.revealed:
        return f"{shown}; {voters} are counted now."
    known = workshop.fold.revisions
    then = {known[key].slot: known[key].body for key in vote.counted if key in known}
    slots = [slot_of(session, vote, paper.key) for paper in found.counting]
    same = then == {slot: workshop.fold.body(slot) for slot in slots}
    return "" if same or not vote.counted else f"{shown}; as many are counted now, but not the same."


def papers_of(workshop: Workshop, session: Session, vote: Vote) -> list[Paper]:
    """All that was cast in a vote, what is spoilt too, in an order that tells nothing."""
    prefix = slot_of(session, vote, "")
    found = {slot.removeprefix(prefix): body for slot, body in workshop.fold.slots(prefix)}
    names = told_apart({key: str(body["number"]) for key, body in found.items()})
    return [_paper(key, names[key], body) for key, body in sorted(found.items())]


def _paper(key: str, number: str, body: Body) -> Paper:
    tally = None
    if "tally" in body:
        sums = {item: n for item, n in body["tally"].items() if isinstance(n, int)}
        scores = {item: tuple(n) for item, n in body["tally"].items() if not isinstance(n, int)}
        tally = Tally(voters=body["voters"], sums=sums, scores=scores)
    return Paper(
        key, number, body["group"], body.get("choices", {}), tally, bool(body.get("spoilt")), body.get("run", 1)
    )


def told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Names by key; the same name twice, given apart on two laptops, gets a, b and so on, in the order of keys."""
    of: dict[str, list[str]] = {}
    for key in sorted(names):
        of.setdefault(names[key], []).append(key)
    return {key: f"{name}{_letter(of[name].index(key))}" if len(of[name]) > 1 else name for key, name in names.items()}


def _letter(place: int) -> str:
    above, own = divmod(place, 26)
    return (_letter(above - 1) if above else "") + chr(ord("a") + own)


def whose(group: str) -> str:
    """` of Group 2`, or nothing for the whole room."""
    return f" of {group_name(group)}" if group else ""


def slot_of(session: Session, vote: Vote, key: str) -> str:
    """Where a ballot is kept; with an empty key, what all begin with."""
    return f"ballot/{session.id}/{vote.id}/{key}"
