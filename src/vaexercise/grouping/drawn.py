"""What a draw gives: the groups, and one sentence per rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ENGINE = "groups/2"
"""Changes whenever the same input and seed may give other groups."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one rule.

    `faults` counts what is wrong in the rule's own terms (people, pairs, seats); `optimal` says that no
    draw can have fewer, which is proved.
    """

    rule: str
    state: Literal["kept", "broken", "skipped"]
    sentence: str
    faults: int = 0
    optimal: bool = False

    @property
    def kept(self) -> bool:
        """Whether the rule was applied and holds everywhere."""
        return self.state == "kept"


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """Groups of participant ids, each sorted by name; `input` is the SHA-256 of people and rules, in hex."""

    groups: tuple[tuple[str, ...], ...]
    engine: str
    seed: int
    input: str
    outcomes: tuple[Outcome, ...]
