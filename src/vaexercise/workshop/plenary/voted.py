"""Themes that people have voted on: which changes to them are refused, and which only have to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import Refused
from vaexercise.model.text import counted
from vaexercise.workshop.plenary.ballots import cast
from vaexercise.workshop.plenary.votes import Votes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from vaexercise.model.session import Session
    from vaexercise.model.theme import Sorting
    from vaexercise.model.vote import Vote, VoteItem
    from vaexercise.workshop.workshop import Workshop


def _voted_on(workshop: Workshop, session: Session, themes: Collection[str]) -> Iterator[tuple[Vote, VoteItem, int]]:
    """Those of these themes that have ballots, with their vote and how many people voted in it."""
    for vote in Votes(workshop, session).all() if themes else ():
        items = [item for item in vote.items if item.id in themes] if vote.question else []
        if items and (voters := cast(workshop, session, vote).voters[""]):
            yield from ((vote, item, voters) for item in items)


def refuse_if_voted(workshop: Workshop, session: Session, theme_ids: Iterable[str], title: str = "") -> None:
    """Raises `Refused` if people have cast ballots on one of these themes, which therefore has to stay as it is.

    A theme may get the `title` that was voted on: so one that was renamed elsewhere is mended.
    """
    for vote, item, _ in _voted_on(workshop, session, set(theme_ids)):
        if item.title != title:
            raise Refused(
                reason=f"“{item.title}” stays as it is: ballots of vote {vote.name} are on it. To change it, the vote "
                f"has to start again: vaexercise plenary vote reopen {vote.name} --again. Nothing was changed."
            )


def taken_out(before: Sorting, after: Sorting) -> dict[str, list[str]]:
    """The codes of points that are not in their theme any more, by the theme's id."""
    now = {theme.id: theme.points for theme in after.themes}
    gone = {
        theme.id: [before.point(key).code for key in theme.points if key not in now.get(theme.id, ())]
        for theme in before.themes
    }
    return {theme: codes for theme, codes in gone.items() if codes}


def about_voted(workshop: Workshop, session: Session, gone: Mapping[str, Collection[str]]) -> Iterator[str]:
    """A sentence for each theme with ballots that points leave, by the theme's id as `taken_out` gives them."""
    for vote, item, voters in _voted_on(workshop, session, gone):
        leave = f"{', '.join(gone[item.id])} {'leaves' if len(gone[item.id]) == 1 else 'leave'}"
        ballots = counted(voters, "ballot was", "ballots were")
        yield f"{leave} “{item.title}”, on which {ballots} cast in vote {vote.name}. The ballots stay as they are."
