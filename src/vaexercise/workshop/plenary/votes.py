"""Votes in the record: what is voted on, whether it is open, closed or revealed, and what came of it.

`vote/SESSION/ID` holds a vote with its items: the themes of a question, under the titles that they had at the first
ballot, or options of its own; and which ballots counted when it was revealed. What was cast stands in `ballots`.
Until a vote is revealed nothing here says a sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vaexercise.errors import Refused, Unknown
from vaexercise.model.question import Question
from vaexercise.model.text import clean_line, counted, in_language
from vaexercise.model.vote import MethodName, Vote, VoteItem
from vaexercise.plenary.votes import METHODS
from vaexercise.plenary.votes.counting import count
from vaexercise.record.revision import token
from vaexercise.workshop.plenary import ballots, casting
from vaexercise.workshop.plenary.electorate import left, may_vote
from vaexercise.workshop.plenary.sortings import Sortings
from vaexercise.workshop.plenary.vote_items import as_called_now, question_of, themes_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vaexercise.model.session import Session
    from vaexercise.model.vote import VoteResult
    from vaexercise.workshop.workshop import Workshop

ID_LENGTH = 8
NOTHING = "Nothing was opened."


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A vote that somebody wants: on the themes of a question, or on options. `budget` and `cap` 0 are the usual."""

    question: Question | None = None
    options: Sequence[str] = ()
    method: MethodName = "dots"
    budget: int = 0
    cap: int = 0
    title: str = ""


class Votes:
    """The votes of a session."""

    def __init__(self, workshop: Workshop, session: Session) -> None:
        self.workshop, self.session = workshop, session

    # -- reading

    def all(self) -> tuple[Vote, ...]:
        """All votes in the order in which they were opened; two that were opened apart under a number are 2a, 2b."""
        prefix = f"vote/{self.session.id}/"
        found = [(slot.removeprefix(prefix), body) for slot, body in self.workshop.fold.slots(prefix)]
        found.sort(key=lambda vote: (vote[1]["place"], vote[0]))
        names = ballots.told_apart({key: str(body["place"]) for key, body in found})
        votes = (_vote(key, names[key], body) for key, body in found)
        return tuple(as_called_now(self.workshop, self.session, vote) for vote in votes)

    def named(self, word: str = "", states: Iterable[str] = ("open", "closed", "revealed")) -> Vote:
        """The vote of that number; unnamed, the only one in one of these states. Raises `Unknown`, `Refused`."""
        votes, states = self.all(), tuple(states)
        if word:
            found = [vote for vote in votes if vote.name == word.strip().casefold()]
            if not found:
                known = ", ".join(vote.name for vote in votes) or "none"
                raise Unknown(kind="vote", name=f"{word:.40}", hint=f"Votes are: {known}.")
            return found[0]
        fitting = [vote for vote in votes if vote.state in states]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            listed = "; ".join(f"{vote.name} {vote.title}" for vote in fitting)
            raise Refused(reason=f"Say which vote, by its number: {listed}.")
        raise Refused(reason=f"No vote is {' or '.join(states)}. {_instead(votes, states)}")

    def result(self, vote: Vote) -> VoteResult:
        """What came of a vote. Raises `Refused` before it is revealed: until then, nobody sees sums."""
        if vote.state != "revealed":
            raise Refused(
                reason=f"Vote {vote.name} is {vote.state}, and secret until it is revealed: "
                f"vaexercise plenary vote reveal {vote.name}"
            )
        cast = ballots.cast(self.workshop, self.session, vote)
        return count(vote, cast.papers(), may_vote(self.workshop, self.session), self._notices(vote, cast))

    def _notices(self, vote: Vote, cast: ballots.Cast) -> Iterator[str]:
        voters, away = cast.voters, left(self.workshop, self.session)
        for group, most in may_vote(self.workshop, self.session).items():
            if most < voters[group]:
                over = voters[group] > most + away[group]
                why = "too many" if over else "those who have left may have voted before"
                people = f"{counted(most, 'person', 'people')}{ballots.whose(group)}"
                yield f"{counted(voters[group], 'ballot')} of {people}: {why}."
        if cast.spoilt:
            yield f"{counted(cast.spoilt, 'ballot is', 'ballots are')} spoilt and not counted."
        if cast.strange:
            fit = counted(cast.strange, "ballot does", "ballots do")
            are = "is" if cast.strange == 1 else "are"
            yield f"{fit} not fit this vote, or came before it was started again, and {are} not counted."
        if since := ballots.since_revealed(self.workshop, self.session, vote):
            yield since[:1].upper() + since[1:]

    def stale(self, vote: Vote) -> Iterator[str]:
        """A sentence if the themes are not any more those that are voted on."""
        if vote.question and themes_now(self.workshop, self.session, vote.question) != vote.items:
            yield (
                f"The themes have changed since vote {vote.name} was opened; it is on those of then. "
                f"To vote on those of now: vaexercise plenary vote reopen {vote.name} --again"
            )

    # -- writing

    def open(self, wanted: Wanted, *, anyway: bool = False) -> Vote:
        """Open a vote.

        Raises `Refused` for fewer than two items, for limits that cannot be, for points of the question that are
        not sorted (unless `anyway`): what says the same would split its votes.
        """
        self.workshop.log.refresh()
        items = self._items(wanted)
        if wanted.question and not anyway:
            self._refuse_unsorted(wanted.question)
        method = METHODS[wanted.method]([item.id for item in items], wanted.budget, wanted.cap)
        key, place = token(ID_LENGTH), 1 + max((vote.place for vote in self.all()), default=0)
        vote = Vote(
            id=key,
            name=str(place),
            title=clean_line(wanted.title) or self._title(wanted.question, len(items)),
            method=wanted.method,
            items=items,
            budget=method.budget,
            cap=method.cap,
            question=wanted.question.id if wanted.question else "",
            place=place,
        )
        self._write(vote)
        return vote

    def _items(self, wanted: Wanted) -> tuple[VoteItem, ...]:
        if wanted.question:
            items = themes_now(self.workshop, self.session, wanted.question.id)
            more = f"Make themes first: vaexercise plenary sort --question {wanted.question.code or wanted.question.id}"
        else:
            titles = [clean_line(option) for option in wanted.options]
            items = tuple(VoteItem(f"i{n}", title) for n, title in enumerate(titles, start=1))
            more = "Say at least two different ones, none of them empty: --item A --item B"
        names = {item.title.casefold() for item in items}
        if not wanted.question and (len(names) < len(items) or "" in names):
            raise Refused(reason=f"Two items are alike, or one is empty. {more}. {NOTHING}")
        if len(items) < 2:  # noqa: PLR2004  a vote is a choice
            what = counted(len(items), "theme" if wanted.question else "item")
            raise Refused(reason=f"There {'is' if len(items) == 1 else 'are'} {what} to vote on. {more}. {NOTHING}")
        return items

    def _refuse_unsorted(self, question: Question) -> None:
        left = len(Sortings(self.workshop, self.session).sorting(question).left)
        if left:
            name = question.code or question.id
            points = counted(left, "point of {0} is", "points of {0} are").format(name)
            raise Refused(
                reason=f"{points} not sorted yet, and what says the same would split its votes. "
                f"Sort first: vaexercise plenary sort --question {name}. Or vote all the same: --anyway. {NOTHING}"
            )

    def _title(self, question: Question | None, items: int) -> str:
        if question is None:
            return f"A choice of {items} items"
        return f"{question.code or question.id}: {in_language(question.prompt, self.workshop.settings.language)}"

    def close(self, vote: Vote) -> int:
        """Take no more ballots; how many people voted. Raises `Refused` if it is not open."""
        if vote.state != "open":
            raise Refused(reason=f"Vote {vote.name} is {vote.state} already. Nothing was changed.")
        self._write(vote, state="closed")
        return ballots.cast(self.workshop, self.session, vote).voters[""]

    def reveal(self, vote: Vote) -> VoteResult:
        """Close a vote if it is open, and say what came of it; from now on anybody may see that.

        Raises `Refused` if there is no ballot.
        """
        if vote.state == "revealed":
            return self.result(vote)
        voters = ballots.cast(self.workshop, self.session, vote).voters[""]
        if not voters:
            raise Refused(reason=f"Vote {vote.name} {_how_to_fill(vote)}")
        keys = ballots.revisions(self.workshop, self.session, vote)
        self._write(vote, state="revealed", revealed=voters, counted=keys)
        return self.result(self.named(vote.name))

    def reopen(self, vote: Vote, *, again: bool = False) -> Vote:
        """Take ballots once more: those that are in stay, unless it is voted `again` from the start.

        Then all are set aside, and the themes are taken as they are now. Raises `Refused` for what was revealed,
        unless `again`: who votes after that has seen how others did.
        """
        if again:
            with self.workshop.together():
                casting.set_aside(self.workshop, self.session, vote)
                asked = question_of(self.workshop, self.session, vote.question)
                items = self._items(Wanted(question=asked)) if asked else vote.items
                budget, cap = _fitting(vote, items)
                self._write(
                    vote, state="open", items=items, budget=budget, cap=cap, run=vote.run + 1, revealed=0, counted=()
                )
        elif vote.state == "revealed":
            raise Refused(
                reason=f"Vote {vote.name} was revealed: ballots after that would not be free. Vote anew, which sets "
                f"its ballots aside: vaexercise plenary vote reopen {vote.name} --again"
            )
        else:
            self._write(vote, state="open")
        return self.named(vote.name)

    def _write(self, vote: Vote, **changes: Any) -> None:  # noqa: ANN401  fields of a vote
        fields = {name: getattr(vote, name) for name in _FIELDS} | changes
        fields["items"] = [item._asdict() for item in fields["items"]]
        fields["counted"] = list(fields["counted"])
        self.workshop.record([(f"vote/{self.session.id}/{vote.id}", fields)])


_FIELDS = ("title", "method", "items", "budget", "cap", "state", "question", "place", "run", "revealed", "counted")


def _vote(key: str, name: str, body: Any) -> Vote:  # noqa: ANN401  JSON
    known = {field: body[field] for field in _FIELDS if field in body}
    items = tuple(VoteItem(item["id"], item["title"]) for item in body["items"])
    return Vote(**{**known, "id": key, "name": name, "items": items, "counted": tuple(body.get("counted", ()))})


def _how_to_fill(vote: Vote) -> str:
    """That there is nothing to reveal, and the command that leads out of it."""
    if vote.state == "closed":
        return f"is closed without a ballot. Take ballots after all: vaexercise plenary vote reopen {vote.name}"
    return f"has no ballot yet. Type them in: vaexercise plenary vote enter {vote.name}"


def _instead(votes: Sequence[Vote], states: Sequence[str]) -> str:
    """What leads to a vote in one of these states: the only vote that is closed reopened, or shown in the end."""
    command = "reopen" if "open" in states else "reveal"
    closed = [vote.name for vote in votes if vote.state == "closed"]
    if len(closed) == 1:
        return f"Vote {closed[0]} is closed: vaexercise plenary vote {command} {closed[0]}"
    return "See them: vaexercise plenary vote list"


def _fitting(vote: Vote, items: Sequence[VoteItem]) -> tuple[int, int]:
    """Budget and cap as before, where they still can be; else the usual ones."""
    ids = [item.id for item in items]
    try:
        METHODS[vote.method](ids, vote.budget, vote.cap)
    except Refused:
        usual = METHODS[vote.method](ids)
        return usual.budget, usual.cap
    return vote.budget, vote.cap


def results(workshop: Workshop, session: Session) -> list[VoteResult]:
    """What came of all votes that are revealed, for a synthesis."""
    votes = Votes(workshop, session)
    return [votes.result(vote) for vote in votes.all() if vote.state == "revealed"]
