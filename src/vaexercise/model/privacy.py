"""What may leave the room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Attribution = Literal["open", "org_type", "group", "none"]


@dataclass(frozen=True, kw_only=True)
class Privacy:
    """What may leave the room, and for how long data is kept."""

    attribution: Attribution = "group"
    participants_list: Literal["publish", "internal"] = "internal"
    ask_sensitive: bool = False
    sensitive: tuple[str, ...] = ()
    retention_days: int = 0


@dataclass(frozen=True, kw_only=True)
class Published:
    """What a version for the public promises, and how many points and answers it counts without their words.

    `everywhere` are the organisation types of which every group has five people or more, where types are said.
    """

    level: Attribution
    withheld: int = 0
    withdrawn: int = 0
    everywhere: tuple[str, ...] = ()
