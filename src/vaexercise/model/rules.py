"""Rules of a draw, as they stand in a definition or in `rules.yaml`. `grouping` applies them.

`hard: true` never breaks, a `weight` makes a rule soft; unsaid, `spread` and `no_isolate` are soft and
all others hard. The order of rules is their priority. `origin` is where a rule stands, such as
`va-monitoring.yaml:91`: whoever reads it in sets it, nobody writes it, and two rules that say the same are equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What all rules have."""

    soft_by_nature: ClassVar[bool] = False

    rule: str
    hard: bool | None = None
    weight: int | None = None
    origin: str = field(default="", compare=False, metadata={"written": False})

    @property
    def is_hard(self) -> bool:
        """Whether breaking the rule makes a draw invalid."""
        if self.hard is not None:
            return self.hard
        return self.weight is None and not self.soft_by_nature


@dataclass(frozen=True, kw_only=True)
class Spread(Rule):
    """Every group gets its fair share of each value of the attribute `by`."""

    soft_by_nature = True

    by: str
    rule: Literal["spread"] = "spread"


@dataclass(frozen=True, kw_only=True)
class NoIsolate(Rule):
    """Nobody is the only one in a group with their value of the attribute `by`."""

    soft_by_nature = True

    by: str
    rule: Literal["no_isolate"] = "no_isolate"


@dataclass(frozen=True, kw_only=True)
class AtLeast(Rule):
    """Every group has at least `n` people who match `where` (attribute: value)."""

    where: Mapping[str, str]
    n: int
    rule: Literal["at_least"] = "at_least"


@dataclass(frozen=True, kw_only=True)
class AtMost(Rule):
    """Every group has at most `n` people who match `where` (attribute: value)."""

    where: Mapping[str, str]
    n: int
    rule: Literal["at_most"] = "at_most"


@dataclass(frozen=True, kw_only=True)
class Apart(Rule):
    """These `people`, or all who share a value of the attribute `by`, sit in different groups."""

    people: tuple[str, ...] = ()
    by: str = ""
    rule: Literal["apart"] = "apart"


@dataclass(frozen=True, kw_only=True)
class Together(Rule):
    """These `people`, or all who share a value of the attribute `by`, sit in one group."""

    people: tuple[str, ...] = ()
    by: str = ""
    rule: Literal["together"] = "together"


@dataclass(frozen=True, kw_only=True)
class Fixed(Rule):
    """`person` sits in `group` (from 1), or everybody in the group that the attribute `by` names."""

    person: str = ""
    group: int = 0
    by: str = ""
    rule: Literal["fixed"] = "fixed"


@dataclass(frozen=True, kw_only=True)
class Language(Rule):
    """Every group has a language that all its members work in, or interpreters for those who do not.

    With `need: shared` interpreters do not count.
    """

    need: Literal["shared", "shared_or_interpreter"] = "shared_or_interpreter"
    rule: Literal["language"] = "language"


@dataclass(frozen=True, kw_only=True)
class Room(Rule):
    """Who has the requirement `need` sits in a room that offers it."""

    need: str = "step-free"
    rule: Literal["room"] = "room"


RULES: Mapping[str, type[Rule]] = {
    "spread": Spread,
    "no_isolate": NoIsolate,
    "at_least": AtLeast,
    "at_most": AtMost,
    "apart": Apart,
    "together": Together,
    "fixed": Fixed,
    "language": Language,
    "room": Room,
}
"""The rule classes by the word that stands after `rule:`."""


def rule_of(record: Mapping[str, Any]) -> type[Rule]:
    """The class of a rule in our own record. Raises `ValueError` if it is of no known kind."""
    try:
        return RULES[str(record.get("rule"))]
    except KeyError as error:
        raise ValueError(f"no rule {error}") from error
