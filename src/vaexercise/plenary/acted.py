"""The register of actions in a synthesis: how many there are, how far they are, and what they lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import count, say, with_commas
from vaexercise.model.groups import PLENARY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.action import Action

STATUSES = ("open", "started", "done", "dropped")


def own_right(actions: Sequence[Action]) -> list[Action]:
    """The actions that stand in their own right: those that say the same as another count once."""
    return [action for action in actions if not action.under]


def nobody_named(actions: Sequence[Action]) -> list[Action]:
    """Those of which nobody knows who does them. Dropped and private ones are not asked for it."""
    return [a for a in own_right(actions) if not (a.who_now or a.private or a.status == "dropped")]


def register_in_words(actions: Sequence[Action]) -> str:
    """Such as: 7 actions: 5 open, 2 done; nobody is named for 1 of them. Empty if there are none."""
    own = own_right(actions)
    if not own:
        return ""
    of = [_so_far(status, n) for status in STATUSES if (n := sum(action.status == status for action in own))]
    said = say("{actions}: {parts}", actions=count(len(own), "{n} action", "{n} actions"), parts=with_commas(of))
    if not (nameless := len(nobody_named(actions))):
        return said
    return say("{actions}; nobody is named for {number} of them", actions=said, number=nameless)


def _so_far(status: str, number: int) -> str:
    """How many are how far."""
    if status == "open":
        return count(number, "{n} open", "{n} open")
    if status == "started":
        return count(number, "{n} started", "{n} started")
    return count(number, "{n} done", "{n} done") if status == "done" else count(number, "{n} dropped", "{n} dropped")


def kept_back(actions: Sequence[Action]) -> Iterator[str]:
    """How many have no words here, and why, in sentences."""
    if private := sum(bool(action.private and not (action.held or action.what)) for action in actions):
        yield count(private, "{n} withheld: private.", "{n} withheld: private.")
    if held := sum(bool(action.held and not action.what) for action in actions):
        yield count(
            held,
            "{n} left out: what it comes from was withdrawn.",
            "{n} left out: what they come from was withdrawn.",
        )


def says_more(actions: Sequence[Action]) -> bool:
    """Whether the register says more than what groups said: a status, an agreement, an action of the plenary."""
    return any(a.status != "open" or a.note or a.agreed or a.under or _is_entered(a) for a in actions)


def _is_entered(action: Action) -> bool:
    """Whether no group said it; in a public version, codes and sources are empty."""
    return action.group == PLENARY or action.source != action.code
