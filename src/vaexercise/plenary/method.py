"""How the groups were formed and their words treated, as a report may tell it: never by name, never by seat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from vaexercise.plenary.public.known import FEWEST


@dataclass(frozen=True, kw_only=True)
class Ruled:
    """A rule of the draw and what became of it.

    `by`, `where` and `n` are those of the rule; `people` is how many it names.
    `state` is `kept`, `broken` or `skipped`; `faults` counts how often it is broken, `optimal` says that this is
    proved to be the least. `telling` are rules that name people, or
    whose columns may be private.
    """

    rule: str
    hard: bool
    state: str = "kept"
    faults: int = 0
    optimal: bool = False
    by: str = ""
    where: Mapping[str, str] = field(default_factory=dict)
    n: int = 0
    people: int = 0
    telling: bool = False


@dataclass(frozen=True, kw_only=True)
class Method:
    """How groups were formed.

    `people`, `groups`, `rounds`, `seed` and `engine` are those of the draw, 0 or empty without one; `rules` stand in
    order of priority, and `withheld` of them are left out. `mixing` says who meets whom over several rounds. `placed`
    counts people who were placed by hand afterwards; `few` stands for a number of them too small to be given.
    `signed` of `groups` have signed off; `matcher` is what proposed themes, where points are sorted.
    """

    people: int = 0
    groups: int = 0
    rounds: int = 1
    seed: int = 0
    engine: str = ""
    rules: tuple[Ruled, ...] = ()
    withheld: int = 0
    mixing: str = ""
    placed: int = 0
    few: bool = False
    signed: int = 0
    matcher: str = ""


def public_method(method: Method | None) -> Method | None:
    """What may leave the room: no rule that looks at something private, no count of fewer than five people."""
    if method is None or method.people < FEWEST:
        return None
    kept = tuple(rule for rule in method.rules if not rule.telling)
    few = 0 < method.placed < FEWEST
    return replace(
        method, rules=kept, withheld=len(method.rules) - len(kept), placed=0 if few else method.placed, few=few
    )
