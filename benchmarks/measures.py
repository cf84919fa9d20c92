"""How good a grouping, a ranking and a list of pairs are, against themes that people made.

A grouping is a list of labels: points with one label are in one cluster. The second argument is what is right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import groupby
from math import comb, log

Labels = Sequence[Hashable]


def v_measure(found: Labels, right: Labels) -> float:
    """Harmonic mean of homogeneity and completeness (A. Rosenberg, J. Hirschberg, 2007). 1 is perfect."""
    homogeneity = 1 - _ratio(_entropy_given(right, found), _entropy(right))
    completeness = 1 - _ratio(_entropy_given(found, right), _entropy(found))
    return _ratio(2 * homogeneity * completeness, homogeneity + completeness)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _entropy(labels: Labels) -> float:
    return -sum(n / len(labels) * log(n / len(labels)) for n in Counter(labels).values())


def _entropy_given(labels: Labels, known: Labels) -> float:
    sizes = Counter(known)
    both = Counter(zip(known, labels, strict=True))
    return -sum(n / len(labels) * log(n / sizes[one]) for (one, _), n in both.items())


def adjusted_rand(found: Labels, right: Labels) -> float:
    """Pairs treated alike, corrected for chance (L. Hubert, P. Arabie, 1985). 1 is perfect, 0 is chance."""
    together = sum(comb(n, 2) for n in Counter(zip(found, right, strict=True)).values())
    mine, its = (sum(comb(n, 2) for n in Counter(labels).values()) for labels in (found, right))
    expected = mine * its / comb(len(found), 2)
    most = (mine + its) / 2
    return (together - expected) / (most - expected) if most != expected else 1.0


def average_precision(scored: Iterable[tuple[float, bool]]) -> float:
    """Mean precision where something right is found, going down the scores; equal scores come at once."""
    ordered = sorted(scored, key=lambda each: -each[0])
    wanted = sum(right for _, right in ordered)
    seen = hits = 0
    total = 0.0
    for _, same in groupby(ordered, key=lambda each: each[0]):
        rights = [right for _, right in same]
        seen += len(rights)
        hits += sum(rights)
        total += sum(rights) * hits / seen
    return _ratio(total, wanted)


def saved(found: Labels, right: Labels) -> float:
    """The share of the work of sorting that a proposal saves: 1 - (moves + merges) / merges without a proposal.

    In each cluster what belongs to its commonest theme stays and every other point is moved; then clusters of one
    theme are merged. Without a proposal, points are merged one by one until there is one heap for each theme.
    """
    clusters: dict[Hashable, Counter[Hashable]] = {}
    for cluster, theme in zip(found, right, strict=True):
        clusters.setdefault(cluster, Counter())[theme] += 1
    commonest = {cluster: max(themes, key=lambda t: (themes[t], str(t))) for cluster, themes in clusters.items()}
    moves = sum(themes.total() - themes[commonest[cluster]] for cluster, themes in clusters.items())
    merges = len(clusters) - len(set(commonest.values()))
    return 1 - _ratio(moves + merges, len(right) - len(set(right)))


Ranker = Callable[[str, Mapping[str, Sequence[str]]], Sequence[str]]


def ranked_first(order: Sequence[str], right: Mapping[str, Sequence[str]], rank: Ranker) -> tuple[int, int]:
    """Sort points in their order with the themes opened so far: how often the first proposal was right, of how many.

    `right` are the themes of each point; `rank` orders themes for a point. A point whose themes are all new does not
    count.
    """
    opened: dict[str, list[str]] = {}
    hits = asked = 0
    for point in order:
        if any(theme in opened for theme in right[point]):
            asked += 1
            hits += rank(point, opened)[0] in right[point]
        for theme in right[point]:
            opened.setdefault(theme, []).append(point)
    return hits, asked
