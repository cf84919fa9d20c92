"""Themes for a point: which of those opened so far it is most like, and how sure one may be, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

Confidence = Literal["near-identical", "likely", "maybe", ""]

_LEAST: tuple[tuple[float, Confidence], ...] = ((0.45, "near-identical"), (0.30, "likely"), (0.20, "maybe"))
"""Of pairs from different groups with at least that score, on public sets: four of five, two of three, and half or
less say the same."""

_CLOSEST = 2


class Ranked(NamedTuple):
    """A theme and how like it a point is, from 0 to 1."""

    theme: str
    score: float


def confidence(score: float) -> Confidence:
    """A word for a score; empty where nothing should be suggested."""
    return next((word for least, word in _LEAST if score >= least), "")


def of_proposal(score: float) -> Confidence:
    """A word for what is proposed, and therefore has some: below all others it is no more than `maybe`."""
    return confidence(score) or "maybe"


def rank(score: Callable[[str], float], themes: Mapping[str, Collection[str]]) -> list[Ranked]:
    """All themes, the likeliest first; `score` says how like the point a member of a theme is.

    A theme's score is the mean of its two closest members, or of its one: so a large theme is not ahead for its size,
    nor behind for having many sides. Equal themes are in the order of their names; one without members has 0.
    """
    found = [
        Ranked(theme, _mean_of_closest([score(member) for member in members])) for theme, members in themes.items()
    ]
    return sorted(found, key=lambda ranked: (-ranked.score, ranked.theme))


def _mean_of_closest(scores: list[float]) -> float:
    closest = sorted(scores, reverse=True)[:_CLOSEST]
    return round(sum(closest) / len(closest), 4) if closest else 0.0
