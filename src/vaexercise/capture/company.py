"""Others who type for the same group at the same time: what they added, and what two changed at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.workshop.log.conflicts import settle

if TYPE_CHECKING:
    from vaexercise.capture.points import PointAsking

VERSION = " (version "
_LONGEST = 4
"""Digits of a version's number, beyond which nobody means one."""


class Company:
    """Tells a rapporteur what colleagues did to the points of a question since it was last shown."""

    def __init__(self, asking: PointAsking) -> None:
        self._asking = asking
        self._told: set[tuple[str, ...]] = set()

    def tell(self) -> None:
        """Say each point that is new here, and each that has several versions, once."""
        asking = self._asking
        points = asking.response().points
        for point in points:
            if point.id not in asking.talk.seen:
                asking.talk.seen.add(point.id)
                asking.say(f"{asking.talk.writer(point) or 'Somebody else'} added {asking.line(point)}")
        for point in points:
            if VERSION in point.code and point.versions not in self._told:
                self._told.add(point.versions)
                self._tell_versions(point.code.partition(VERSION)[0])

    def _tell_versions(self, code: str) -> None:
        asking = self._asking
        versions = [point for point in asking.response().points if point.code.startswith(f"{code}{VERSION}")]
        asking.say(f"{code} was changed by two people at once. Both versions are kept:")
        heads = asking.feedback.versions(self._slot(versions[0].id))
        for place, (point, head) in enumerate(zip(versions, heads, strict=True), start=1):
            asking.say(f"version {place}, by {asking.talk.writer_of(head) or 'somebody'}: {asking.line(point)}")
        number = asking.number(versions[0])
        asking.say(f"Keep the first: :keep {number} 1, or the second: :keep {number} 2. Or say it anew: :edit {number}")

    def _slot(self, key: str) -> str:
        return f"point/{self._asking.feedback.session.id}/{key}"

    def keep(self, argument: str) -> None:
        """Keep one version of a point. Raises `Unknown` and `Refused` for what is no conflict, or no version."""
        asking = self._asking
        point, version = asking.addressed("keep", argument)
        if point is None:
            return
        code = point.code.partition(VERSION)[0]
        if VERSION not in point.code or not version.isdecimal() or len(version) > _LONGEST:
            two = "has several versions" if VERSION in point.code else "has one version only"
            asking.say(f"{code} {two}. Of one with several, :keep {asking.number(point)} 2 keeps the second.")
            return
        self._settle(code, point.id, int(version))

    def _settle(self, code: str, key: str, version: int) -> None:
        """Keep one of the versions that are shown: of those in the record, two may be alike, and one a deletion."""
        asking = self._asking
        slot = self._slot(key)
        shown = [p for p in asking.response().points if p.id == key]
        if not 1 <= version <= len(shown):
            asking.say(f"{code} has {len(shown)} versions: say :keep {asking.number(shown[0])} and 1 to {len(shown)}.")
            return
        workshop = asking.talk.workshop
        place = workshop.fold.heads(slot).index(asking.feedback.versions(slot)[version - 1])
        asking.talk.save(lambda: settle(workshop, slot, place + 1))
        asking.say(f"Kept: {asking.line(next(p for p in asking.response().points if p.id == key))}")
