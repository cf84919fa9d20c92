"""The register of actions in a synthesis: how many there are, how far they are, and what they lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.text import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    of = [f"{n} {status}" for status in STATUSES if (n := sum(action.status == status for action in own))]
    nameless = len(nobody_named(actions))
    rest = f"; nobody is named for {nameless} of them" if nameless else ""
    return f"{counted(len(own), 'action')}: {', '.join(of)}{rest}"


def says_more(actions: Sequence[Action]) -> bool:
    """Whether the register says more than what groups said: a status, an agreement, an action of the plenary."""
    return any(a.status != "open" or a.note or a.agreed or a.under or a.source != a.code for a in actions)
