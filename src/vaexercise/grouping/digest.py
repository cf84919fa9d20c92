"""The digest of what a draw was computed from."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from vaexercise.grouping.roster import named_by
from vaexercise.model.plain import to_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.roster import Roster
    from vaexercise.model.rules import Rule


def digest_of(roster: Roster, rules: Sequence[Rule]) -> str:
    """SHA-256 in hex of people, number of groups and rules; random ids do not enter it."""
    people = [[member.name, sorted(member.attributes.items())] for member in roster.members]
    plain = [_nameless(rule, roster) for rule in rules]
    text = json.dumps({"groups": roster.groups, "people": people, "rules": plain}, sort_keys=True)
    return sha256(text.encode("ascii")).hexdigest()


def _nameless(rule: Rule, roster: Roster) -> dict[str, Any]:
    """A rule with people's places in the list instead of their ids or names."""
    plain: dict[str, Any] = {key: value for key, value in to_plain(rule).items() if key not in ("people", "person")}
    return {**plain, "places": [*roster.find(named_by(rule))[0]]}
