"""Takes ballots in, with every guard, and takes them out again.

A ballot that was typed in has a random slot. One out of a file has a slot that follows from its number, so that the
same file on two laptops, or twice on one, is the same ballots.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Problem, Problems, Refused, Unknown
from vaexercise.model.text import counted
from vaexercise.plenary.votes import method_of
from vaexercise.plenary.votes.counting import checked
from vaexercise.record.revision import token
from vaexercise.workshop.plenary.ballots import Paper, cast, papers_of, slot_of, whose
from vaexercise.workshop.plenary.electorate import left, may_vote
from vaexercise.workshop.plenary.vote_items import keep_titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vaexercise.model.session import Session
    from vaexercise.model.vote import Given, Tally, Vote
    from vaexercise.workshop.workshop import Workshop

ID_LENGTH = 12
NOTHING = "Nothing was recorded."


def refuse_unless_open(vote: Vote) -> None:
    """Raises `Refused` if a vote takes no ballots."""
    if vote.state != "open":
        how = " --again" if vote.state == "revealed" else ""
        raise Refused(
            reason=f"Vote {vote.name} is {vote.state} and takes no more ballots. To take some after all: "
            f"vaexercise plenary vote reopen {vote.name}{how}"
        )


def refuse_too_many(workshop: Workshop, session: Session, vote: Vote, more: Mapping[str, int]) -> None:
    """Raises `Refused` if with so many `more` voters by group there would be more ballots than people.

    Those who have left may have voted before.
    """
    voters = cast(workshop, session, vote).voters
    after = voters + Counter(more) + Counter({"": sum(n for group, n in more.items() if group)})
    away = left(workshop, session)
    for group, most in may_vote(workshop, session).items():
        if after[group] > most + away[group]:
            whole = (whose(group) or " in all") + (f", and {away[group]} who left," if away[group] else "")
            people, there = counted(most, "person", "people"), counted(voters[group], "ballot")
            raise Refused(
                reason=f"{after[group]} ballots of {people}{whole} would be too many; {there} {_are(voters[group])} in "
                "already. Look for one that was typed twice (vote spoil takes it out), or add who is missing: "
                f"vaexercise participants add. {NOTHING}"
            )


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def add_ballot(workshop: Workshop, session: Session, vote: Vote, group: str, given: Given) -> Paper:
    """Record a ballot. Raises `Problems` with all that is wrong, `Refused` for one too many or a vote not open."""
    workshop.log.refresh()
    number = _next(workshop, session, vote)
    choices = checked(vote, {number: given})[number]
    refuse_unless_open(vote)
    refuse_too_many(workshop, session, vote, {group: 1})
    keep_titles(workshop, session, vote)
    key = token(ID_LENGTH)
    workshop.record([(slot_of(session, vote, key), {**_head(vote, number, group), "choices": dict(choices)})])
    return Paper(key, number, group, choices)


def add_tally(workshop: Workshop, session: Session, vote: Vote, group: str, tally: Tally) -> Paper:
    """Record votes that were counted by hand. Raises as `add_ballot` does."""
    workshop.log.refresh()
    if reasons := method_of(vote).wrong_tally(tally):
        raise Problems([Problem("{reason}", {"reason": reason}, where="tally") for reason in reasons])
    refuse_unless_open(vote)
    refuse_too_many(workshop, session, vote, {group: tally.voters})
    keep_titles(workshop, session, vote)
    key, number = token(ID_LENGTH), _next(workshop, session, vote)
    given = {**tally.sums, **{item: list(counts) for item, counts in tally.scores.items()}}
    body = {**_head(vote, number, group), "voters": tally.voters, "tally": given}
    workshop.record([(slot_of(session, vote, key), body)])
    return Paper(key, number, group, {}, tally)


def _next(workshop: Workshop, session: Session, vote: Vote) -> str:
    given = [str(body["number"]) for _, body in workshop.fold.slots(slot_of(session, vote, ""))]
    return str(1 + max((int(number) for number in given if number.isdecimal()), default=0))


def _head(vote: Vote, number: str, group: str) -> dict[str, object]:
    """What every ballot says beside what stands on it."""
    return {"number": number, "group": group, "run": vote.run}


def _by_number(name: str) -> tuple[int, str]:
    return len(name), name


class Sheet(NamedTuple):
    """A ballot out of a file: its number there, its group or nothing, what stands on it."""

    number: str
    group: str
    given: Given


class Imported(NamedTuple):
    """How many ballots of a file were added, were there already, and were spoilt since and stay so."""

    added: int
    known: int
    spoilt: int


def add_sheets(workshop: Workshop, session: Session, vote: Vote, sheets: Iterable[Sheet]) -> Imported:
    """Record the ballots of a file, all or none; those that are there already are not added again.

    Raises `Problems` for one that is there with other choices, and as `add_ballot` does.
    """
    workshop.log.refresh()
    refuse_unless_open(vote)
    by_slot = {slot_of(session, vote, _key(vote, sheet)): sheet for sheet in sheets}
    choices = {slot: dict(sheet.given) for slot, sheet in by_slot.items()}
    there = {slot: body for slot in by_slot if (body := workshop.fold.body(slot))}
    spoilt = [slot for slot, body in there.items() if body.get("spoilt")]
    sentence = (
        "is in already{whose}, with other choices. Give this one another number; if the other is wrong, take it out: "
        "vaexercise plenary vote spoil"
    )
    other = [
        Problem(sentence, {"whose": whose(by_slot[slot].group)}, where=f"ballot {by_slot[slot].number}")
        for slot, body in there.items()
        if slot not in spoilt and body["choices"] != choices[slot]
    ]
    if other:
        raise Problems(other)
    fresh = [slot for slot in by_slot if slot not in there]
    refuse_too_many(workshop, session, vote, Counter(by_slot[slot].group for slot in fresh))
    bodies = {s: {**_head(vote, by_slot[s].number, by_slot[s].group), "choices": choices[s]} for s in fresh}
    if bodies:
        keep_titles(workshop, session, vote)
        workshop.record(list(bodies.items()))
    return Imported(len(fresh), len(there) - len(spoilt), len(spoilt))


def _key(vote: Vote, sheet: Sheet) -> str:
    return sha256(f"{vote.id}/{vote.run}/{sheet.group}/{sheet.number}".encode()).hexdigest()[:ID_LENGTH]


def spoil(workshop: Workshop, session: Session, vote: Vote, number: str) -> Paper:
    """Take a ballot out of the count; history keeps that it was there. Raises `Unknown`, `Refused` if revealed."""
    workshop.log.refresh()
    if vote.state == "revealed":
        raise Refused(reason=f"Vote {vote.name} was revealed. Nothing of it can be taken out any more.")
    papers = papers_of(workshop, session, vote)
    paper = next((one for one in papers if one.number == number.strip()), None)
    if paper is None:
        known = ", ".join(sorted((p.number for p in papers if not p.spoilt), key=_by_number)) or "none"
        raise Unknown(kind="ballot", name=f"{number:.40}", hint=f"Ballots are: {known}.")
    slot = slot_of(session, vote, paper.key)
    number = str(workshop.fold.body(slot)["number"])
    workshop.record([(slot, {**_head(vote, number, paper.group), "spoilt": True})])
    return paper


def set_aside(workshop: Workshop, session: Session, vote: Vote) -> None:
    """Take all ballots of a vote out of it, so that it can begin again."""
    slots = [slot for slot, _ in workshop.fold.slots(slot_of(session, vote, ""))]
    workshop.record([(slot, {}) for slot in slots])
