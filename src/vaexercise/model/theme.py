"""What people put together of the points of several groups: themes, and the points that stand apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vaexercise.model.feedback import Point

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST_TITLE = 200
"""Characters of a theme's title: it has to be said in a breath, and stands in tables."""


@dataclass(frozen=True, kw_only=True)
class Theme:
    """Points that say the same, under a title that people gave; `opposes` are those of them that say the contrary.

    Points stand by their ids. A theme without points is one that people keep open. `number` is what people call it
    by: it stays when others are merged or deleted. `also` are titles that were given to it elsewhere at the same time,
    and `into` is the id of the theme that it was made part of elsewhere while it was changed here.
    """

    id: str
    question: str
    title: str
    number: int = 0
    points: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    into: str = ""


@dataclass(frozen=True, kw_only=True)
class Sorting:
    """How the points of a question are sorted: into themes, `unique` to one group, `parked` with a reason, or `left`.

    Each point of `points` is in exactly one of these four; in themes, it may be in several. Of the points that are
    left, `contested` are those about which two people decided differently at once, `moved` those whose themes are of
    another question, and `new` those that came after the question was sorted. `changed` have other words now than
    when they were sorted. All these are ids; `gone` are codes of points that were deleted after they were sorted.
    `quoting` are ids of themes whose title is, word for word, what a point says that is private now.
    """

    question: str
    points: tuple[Point, ...] = ()
    themes: tuple[Theme, ...] = ()
    unique: tuple[str, ...] = ()
    parked: Mapping[str, str] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    quoting: tuple[str, ...] = ()

    def point(self, key: str) -> Point:
        """The point with that id."""
        return next(point for point in self.points if point.id == key)

    def theme(self, key: str) -> Theme:
        """The theme with that id."""
        return next(theme for theme in self.themes if theme.id == key)

    def of(self, point: str) -> tuple[Theme, ...]:
        """The themes that a point is in."""
        return tuple(theme for theme in self.themes if point in theme.points)

    @property
    def sorted(self) -> int:
        """How many points are in themes, or unique to a group."""
        return len(self.points) - len(self.parked) - len(self.left)

    def groups(self, points: Iterable[str]) -> tuple[str, ...]:
        """The keys of the groups that said these, each once, in the order of the points."""
        said = set(points)
        return tuple(dict.fromkeys(point.group for point in self.points if point.id in said))

    def common(self) -> Sequence[Theme]:
        """The themes that several groups raised, those of most groups first, then those of most points."""
        found = [theme for theme in self.themes if len(self.groups(theme.points)) > 1]
        return sorted(found, key=lambda theme: (-len(self.groups(theme.points)), -len(theme.points)))
