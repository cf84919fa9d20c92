"""Whether all that a session brought adds up: the faults of its synthesis, and what one should know besides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.model.groups import group_name
from vaexercise.model.text import counted
from vaexercise.plenary import faults
from vaexercise.plenary.faults import Fault
from vaexercise.record.check import Places
from vaexercise.record.check import faults as damaged
from vaexercise.workshop.answers.overview import progress
from vaexercise.workshop.log.conflicts import conflicts
from vaexercise.workshop.plenary.approvals import approval_slot
from vaexercise.workshop.plenary.ballots import cast, since_revealed
from vaexercise.workshop.plenary.summary import whole
from vaexercise.workshop.plenary.votes import Votes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.model.session import Session
    from vaexercise.model.theme import Sorting
    from vaexercise.model.vote import Vote
    from vaexercise.plenary.sums import Sums
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
        notices=tuple(_notices(workshop, session, found)),
        sums=found.synthesis.sums,
        sentences=sum(not (one.gone or one.held) for one in found.synthesis.sentences),
    )


def _faults(workshop: Workshop, session: Session, found: Whole) -> Iterator[Fault]:
    made = found.synthesis
    yield from _of_log(workshop)
    yield from faults.of_sums(made)
    for outcome in made.questions:
        if outcome.id in found.decided.sortings:
            yield from faults.of_themes(outcome, found.decided.sortings[outcome.id])
            yield from faults.of_secret_titles(outcome, found.secrets())
    yield from faults.of_sentences(made.sentences, found.sources())
    yield from faults.of_secrets(made.sentences, found.secrets())
    yield from faults.of_secret_words(made, found.secrets())
    yield from faults.of_actions(made.actions)
    for vote in Votes(workshop, session).all():
        voters = cast(workshop, session, vote).voters[""]
        yield from _of_vote(vote, voters, found.decided.sortings.get(vote.question))
        if since := since_revealed(workshop, session, vote):
            mend = f"Find out why: vaexercise workshop history. Or vote again: {_again(vote)}"
            yield Fault("vote", f"Vote {vote.name}", since, mend)
    for conflict in conflicts(workshop):
        if conflict.slot == approval_slot(session):
            continue  # approving it again settles it
        mend = (
            f"Keep one: vaexercise workshop conflicts, then feedback settle {conflict.code or conflict.slot} --keep 1"
        )
        versions = f"it has {len(conflict.heads)} versions, not settled yet."
        yield Fault("conflict", conflict.name[:1].upper() + conflict.name[1:], versions, mend)


def _of_log(workshop: Workshop) -> Iterator[Fault]:
    """Lines that are not as they were written: what they said is missing here."""
    for damage in damaged(workshop.log, Places(workshop.log)):
        mend = (
            "What it said is not in the summary. Put it together with a copy that is whole: vaexercise workshop merge"
        )
        yield Fault("log", f"log/{damage.file}, line {damage.line}", f"{damage.reason.rstrip('.')}.", mend)


def _of_vote(vote: Vote, voters: int, sorting: Sorting | None) -> Iterator[Fault]:
    """Themes that changed after people cast ballots on them."""
    where, again = f"Vote {vote.name}", _again(vote)
    now = {theme.id: theme.title for theme in sorting.themes} if sorting else {}
    for item in vote.items if vote.question and voters else ():
        if item.id not in now:
            what = f"the theme “{item.title}” is gone, and {counted(voters, 'ballot was', 'ballots were')} cast on it."
            yield Fault("vote", where, what, f"Undo that, or vote again: {again}")
        elif now[item.id] != item.title:
            what = f"the theme “{item.title}” became “{now[item.id]}” after {counted(voters, 'ballot')} came in."
            yield Fault("vote", where, what, f"Name it as it was, or vote again: {again}")


def _again(vote: Vote) -> str:
    return f"vaexercise plenary vote reopen {vote.name} --again"


def _notices(workshop: Workshop, session: Session, found: Whole) -> Iterator[str]:
    made = found.synthesis
    yield from faults.to_read_again(made.sentences, found.sources())
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
