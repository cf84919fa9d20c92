"""Which version a report is, and what was left out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import count, say, to_say, with_semicolons
from vaexercise.report.texts import own_note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.model.privacy import Attribution, Published
    from vaexercise.report.model import Note

_LEFT_OUT: Mapping[Attribution, str] = {
    "open": to_say("Public version: groups and states are named; people, and who voted how, are not"),
    "group": to_say("Public version: groups are named; people and organisations, and who voted how, are not"),
    "org_type": to_say("Public version: groups are not named, only types of organisations; lines are in no order"),
    "none": to_say("Public version: groups are not named; lines are in no order"),
}


def version_note(published: Published | None) -> list[Note]:
    """A sentence that says so; nothing for an internal report."""
    if published is None:
        return []
    said = [say(_LEFT_OUT[published.level])]
    if published.withheld:
        said.append(count(published.withheld, "{n} point or answer is withheld", "{n} points or answers are withheld"))
    if published.withdrawn:
        said.append(
            count(published.withdrawn, "{n} point or answer was withdrawn", "{n} points or answers were withdrawn")
        )
    notes = [own_note(f"{with_semicolons(said)}.")]
    if published.everywhere:
        kinds = ", ".join(published.everywhere)
        notes.append(own_note(say("In every group, and therefore beside no line: {kinds}.", kinds=kinds)))
    return notes
