"""Where points are: the sum that shows that none is lost and none counts twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.messages import count, say, with_commas

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, kw_only=True)
class Sums:
    """Where points are: `points` is counted from what groups said, the others from how they were sorted.

    A point in several themes counts once in `themed`, and is one of `twice`. `private` ones are not sorted;
    `elsewhere` are those under questions that are not put into themes.
    """

    points: int = 0
    themed: int = 0
    themes: int = 0
    unique: int = 0
    parked: int = 0
    left: int = 0
    private: int = 0
    elsewhere: int = 0
    twice: int = 0

    @property
    def accounted(self) -> int:
        """All that is somewhere."""
        return self.themed + self.unique + self.parked + self.left + self.private + self.elsewhere

    @property
    def adds_up(self) -> bool:
        """Whether no point is lost, and none is counted twice."""
        return self.points == self.accounted

    def __str__(self) -> str:
        """Such as: 31 points: 24 in 7 themes, 4 unique, 2 parked, 1 not sorted yet."""
        points, parts = count(self.points, "{n} point", "{n} points"), list(self._parts())
        return say("{points}: {parts}", points=points, parts=with_commas(parts)) if parts else points

    def _parts(self) -> Iterator[str]:
        if self.themed:
            themes = count(self.themes, "{n} theme", "{n} themes")
            yield count(self.themed, "{n} in {themes}", "{n} in {themes}", themes=themes)
        if self.unique:
            yield count(self.unique, "{n} unique", "{n} unique")
        if self.parked:
            yield count(self.parked, "{n} parked", "{n} parked")
        if self.left:
            yield count(self.left, "{n} not sorted yet", "{n} not sorted yet")
        if self.private:
            yield count(self.private, "{n} private", "{n} private")
        if self.elsewhere:
            yield count(self.elsewhere, "{n} under questions without themes", "{n} under questions without themes")

    @property
    def once(self) -> str:
        """That a point in several themes is counted once; empty if there is none."""
        if not self.twice:
            return ""
        return count(
            self.twice,
            "{n} point is in several themes and counted once.",
            "{n} points are in several themes and counted once.",
        )


NO_POINTS = Sums()


def together(sums: Sequence[Sums], points: int, elsewhere: int) -> Sums:
    """The sums of a whole session: `points` in all, `elsewhere` those under questions without themes."""
    names = ("themed", "themes", "unique", "parked", "left", "private", "twice")
    return Sums(points=points, elsewhere=elsewhere, **{name: sum(getattr(one, name) for one in sums) for name in names})
