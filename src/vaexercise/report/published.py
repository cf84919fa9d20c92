"""Which version a report is, and what was left out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.text import counted
from vaexercise.report.texts import own_note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.model.privacy import Attribution, Published
    from vaexercise.report.model import Note

_LEFT_OUT: Mapping[Attribution, str] = {
    "open": "groups and states are named; people, and who voted how, are not",
    "group": "groups are named; people and organisations, and who voted how, are not",
    "org_type": "groups are not named, only types of organisations; lines are in no order",
    "none": "groups are not named; lines are in no order",
}


def version_note(published: Published | None) -> list[Note]:
    """A sentence that says so; nothing for an internal report."""
    if published is None:
        return []
    said = [f"Public version: {_LEFT_OUT[published.level]}"]
    if published.withheld:
        said.append(counted(published.withheld, "point or answer is withheld", "points or answers are withheld"))
    if published.withdrawn:
        said.append(counted(published.withdrawn, "point or answer was withdrawn", "points or answers were withdrawn"))
    return [own_note(f"{'; '.join(said)}.")]
