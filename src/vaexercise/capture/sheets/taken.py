"""What came of recording a sheet, in numbers and in words."""

from __future__ import annotations

from dataclasses import dataclass, field, fields


@dataclass(slots=True, kw_only=True)
class Taken:
    """What came of recording a sheet.

    Points `added`, `answers` set, by so many `items` that were empty and items `rewritten`; questions left in a state
    (`states`); what was `known`, there already, of anything; how many points and answers were `changed` otherwise;
    what stands here no longer as the file has it, because it was changed or moved `since`, or is `gone`, deleted
    since: that is left as it is now. `withdrawn` are codes of what was taken back, and does not come in again.
    `changes` name each item in which something else stood before, and of a point each that was filled in; `notices`
    say what to look at.
    """

    group: str
    added: int = 0
    known: int = 0
    answers: int = 0
    items: int = 0
    rewritten: int = 0
    states: int = 0
    changed: int = 0
    since: int = 0
    gone: int = 0
    withdrawn: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def is_nothing(self) -> bool:
        """Whether the sheet said nothing at all."""
        return not any(getattr(self, part.name) for part in fields(self) if part.name != "group")
