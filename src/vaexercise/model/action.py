"""Actions as the register keeps them: what a group said, what was agreed since, and how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from vaexercise.model.groups import PLENARY, group_name

Status = Literal["open", "started", "done", "dropped"]
"""An action is open until somebody says more; one that is done or dropped is not waited for."""

WAITING: frozenset[Status] = frozenset(("open", "started"))


class Change(NamedTuple):
    """One entry in the history of an action: when (ISO, by the clock there), by whom, and what it says, in words."""

    at: str
    by: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Action:
    """What will be done, who does it, by when (in words), how one will see it, and what plan it serves.

    `what` to `plan` are the words of the group, empty where it said nothing. `agreed` are other words for `who` and
    `by` that were agreed since; `who_now` and `by_now` are those that count. `source` is the code of the point that
    it comes from: its own, or, of one entered into the register, that of the point or theme that was named; or
    `plenary`, if it was agreed there. `under` is the code of the action that it says the same as; `private` is why its
    words are kept back, which then are empty; it is `held` back if it comes from this code, which was withdrawn.
    `versions` are all statuses where two laptops said different things.
    """

    id: str
    code: str
    group: str
    what: str = ""
    who: str = ""
    by: str = ""
    indicator: str = ""
    plan: str = ""
    language: str = ""
    gloss: str = ""
    source: str = ""
    status: Status = "open"
    note: str = ""
    agreed: Mapping[str, str] = field(default_factory=dict)
    under: str = ""
    private: str = ""
    held: str = ""
    versions: tuple[str, ...] = ()

    @property
    def who_now(self) -> str:
        """Who does it, as agreed, else as the group said."""
        return self.agreed.get("who") or self.who

    @property
    def by_now(self) -> str:
        """By when, in words, as agreed, else as the group said."""
        return self.agreed.get("by") or self.by

    @property
    def spoken(self) -> str:
        """The action as one says it: what, then who and by when."""
        by = f"by {self.by_now}" if self.by_now else ""
        who = "; ".join(filter(None, [self.who_now, by]))
        return f"{self.what} ({who})" if who else self.what

    @property
    def origin(self) -> str:
        """Where it comes from, if that is not itself: a code, or `Plenary`."""
        if self.source == PLENARY:
            return group_name(PLENARY)
        return self.source if self.source != self.code else ""

    @property
    def waited_for(self) -> bool:
        """Whether it is still to be done, in its own right."""
        return self.status in WAITING and not self.under
