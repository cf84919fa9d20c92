"""The digest of what a draw was computed from."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import numpy as np

from vaexercise.grouping.roster import named_by
from vaexercise.model.plain import to_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.roster import Roster
    from vaexercise.grouping.rounds.company import Times
    from vaexercise.model.rules import Rule


def digest_of(roster: Roster, rules: Sequence[Rule]) -> str:
    """SHA-256 in hex of people, number of groups, rules and rooms.

    Neither random ids nor the places where rules are written enter it.
    """
    people = [[member.name, sorted(member.attributes.items())] for member in roster.members]
    plain = [_nameless(rule, roster) for rule in rules]
    rooms = {"rooms": [[name, list(offers)] for name, offers in roster.rooms]} if roster.rooms else {}
    text = json.dumps({"groups": roster.groups, "people": people, "rules": plain, **rooms}, sort_keys=True)
    return sha256(text.encode("ascii")).hexdigest()


def digest_of_rounds(digest: str, met: Times | None, **asked: int | str) -> str:
    """SHA-256 in hex of the digest of one round, who met before, by place in the list, and what else was asked."""
    pairs = [] if met is None else [[*map(int, pair), int(met[tuple(pair)])] for pair in np.argwhere(np.triu(met))]
    text = json.dumps({"one": digest, "met": pairs, **asked}, sort_keys=True)
    return sha256(text.encode("ascii")).hexdigest()


_NOT_SAID = ("people", "person", "origin")


def _nameless(rule: Rule, roster: Roster) -> dict[str, Any]:
    """A rule with people's places in the list instead of their ids or names."""
    plain: dict[str, Any] = {key: value for key, value in to_plain(rule).items() if key not in _NOT_SAID}
    return {**plain, "places": [*roster.find(named_by(rule))[0]]}
