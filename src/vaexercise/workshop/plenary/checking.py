"""Whether all that a session brought adds up: the faults of its synthesis, and what one should know besides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.model.groups import group_name
from vaexercise.model.text import counted
from vaexercise.plenary import faults
from vaexercise.plenary.faults import Fault
from vaexercise.workshop.answers.overview import progress
from vaexercise.workshop.log.conflicts import conflicts
from vaexercise.workshop.plenary.ballots import cast
from vaexercise.workshop.plenary.summary import whole
from vaexercise.workshop.plenary.votes import Votes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.model.session import Session
    from vaexercise.model.theme import Sorting
    from vaexercise.model.vote import Vote
    from vaexercise.plenary.sums import Sums
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.workshop.plenary.summary import Whole
    from vaexercise.workshop.workshop import Workshop


class Checked(NamedTuple):
    """What a check found. `sums` are those of the session, `sentences` how many stand in the report."""

    faults: tuple[Fault, ...]
    notices: tuple[str, ...]
    sums: Sums
    sentences: int


def check(workshop: Workshop, session: Session) -> Checked:
    """Hold the synthesis of a session against what was said and decided."""
    found = whole(workshop, session)
    return Checked(
        faults=tuple(_faults(workshop, session, found)),
        notices=tuple(_notices(workshop, session, found.synthesis)),
        sums=found.synthesis.sums,
        sentences=sum(not sentence.gone for sentence in found.synthesis.sentences),
    )


def _faults(workshop: Workshop, session: Session, found: Whole) -> Iterator[Fault]:
    made = found.synthesis
    yield from faults.of_sums(made)
    for outcome in made.questions:
        if outcome.id in found.decided.sortings:
            yield from faults.of_themes(outcome, found.decided.sortings[outcome.id])
            yield from faults.of_secret_titles(outcome, found.secrets())
    yield from faults.of_sentences(made.sentences, found.sources())
    yield from faults.of_secrets(made.sentences, found.secrets())
    yield from faults.of_actions(made.actions)
    for vote in Votes(workshop, session).all():
        voters = cast(workshop, session, vote).voters[""]
        yield from _of_vote(vote, voters, found.decided.sortings.get(vote.question))
    for conflict in conflicts(workshop):
        mend = (
            f"Keep one: vaexercise workshop conflicts, then feedback settle {conflict.code or conflict.slot} --keep 1"
        )
        versions = f"it has {len(conflict.heads)} versions, not settled yet."
        yield Fault("conflict", conflict.name[:1].upper() + conflict.name[1:], versions, mend)


def _of_vote(vote: Vote, voters: int, sorting: Sorting | None) -> Iterator[Fault]:
    """Themes that changed after people cast ballots on them; ballots that came or went after the sums were shown."""
    where, again = f"Vote {vote.name}", f"vaexercise plenary vote reopen {vote.name} --again"
    now = {theme.id: theme.title for theme in sorting.themes} if sorting else {}
    for item in vote.items if vote.question and voters else ():
        if item.id not in now:
            what = f"the theme “{item.title}” is gone, and {counted(voters, 'ballot was', 'ballots were')} cast on it."
            yield Fault("vote", where, what, f"Undo that, or vote again: {again}")
        elif now[item.id] != item.title:
            what = f"the theme “{item.title}” became “{now[item.id]}” after {counted(voters, 'ballot')} came in."
            yield Fault("vote", where, what, f"Name it as it was, or vote again: {again}")
    if vote.state == "revealed" and vote.revealed != voters:
        what = f"it was revealed with {counted(vote.revealed, 'ballot')}; {voters} are counted now."
        yield Fault("vote", where, what, f"Find out why: vaexercise workshop history. Or vote again: {again}")


def _notices(workshop: Workshop, session: Session, made: Synthesis) -> Iterator[str]:
    for outcome in made.questions:
        if outcome.themed:
            yield from _about(outcome.name, outcome.themed.changed, "changed")
            yield from _about(outcome.name, outcome.themed.gone, "was deleted", "were deleted")
            if outcome.themed.left:
                left = counted(outcome.themed.sums.left, "point is", "points are")
                yield f"{outcome.name}: {left} not sorted yet: vaexercise plenary sort --question {outcome.name}"
    for vote in Votes(workshop, session).all():
        if vote.state != "revealed":
            yield f"Vote {vote.name} is {vote.state} and not revealed: it is in no report yet."
    for group in progress(workshop, session):
        if group.asked and not group.signed and group.group != "plenary":
            number = group.group.removeprefix("g")
            yield f"{group_name(group.group)} has not signed off: vaexercise feedback sign-off --group {number}"


def _about(question: str, codes: tuple[str, ...], one: str, several: str = "") -> Iterator[str]:
    if codes:
        yield f"{question}: {', '.join(codes)} {one if len(codes) == 1 else several or one} after it was sorted."
