from __future__ import annotations

import csv
import sys
from collections import Counter
from math import log
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from measures import adjusted_rand, average_precision, ranked_first, saved, v_measure  # noqa: E402  found only now

GROUPINGS = st.integers(2, 12).flatmap(
    lambda n: st.tuples(*[st.lists(st.integers(0, 4), min_size=n, max_size=n) for _ in range(2)])
)


def test_measures_of_a_grouping_worked_out_by_hand() -> None:
    """Found aab bcc, right aaa bbb: values by pencil from the definitions."""
    found, right = list("aabbcc"), list("xxxyyy")
    # right given found: only b (2 of 6) is mixed, half and half: 1/3 ln 2; right: ln 2. homogeneity 2/3
    # found given right: each theme is 2/3, 1/3; found: ln 3. completeness 1 - 0.6365/1.0986
    completeness = 1 - (log(3) - 2 / 3 * log(2)) / log(3)
    assert v_measure(found, right) == pytest.approx(2 * (2 / 3) * completeness / (2 / 3 + completeness))
    # pairs together: in both 2, found 3, right 6, of 15: (2 - 18/15) / (4.5 - 18/15)
    assert adjusted_rand(found, right) == pytest.approx(0.8 / 3.3)
    # a and b go to x (b by name: y), c to y: one point of b moves, then b and c are one: 2 of 4 steps
    assert saved(found, right) == pytest.approx(1 - 2 / 4)


def test_precision_of_pairs_worked_out_by_hand() -> None:
    """Right at ranks 1 and 3 of 4: (1 + 2/3) / 2; equal scores come at once; with nothing right it is 0."""
    assert average_precision([(0.9, True), (0.5, False), (0.4, True), (0.1, False)]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([(0.5, True), (0.5, False)]) == 0.5
    assert average_precision([(0.5, False)]) == 0


def test_ranking_counts_points_whose_theme_is_open() -> None:
    """The first of a theme is not asked about; a point of two themes is right with either."""
    right = {"a": ["X"], "b": ["Y"], "c": ["X"], "d": ["X", "Z"], "e": ["Z"], "f": ["Y"]}
    asked: list[str] = []

    def rank(point: str, opened: object) -> list[str]:
        asked.append(f"{point}{sorted(opened) if isinstance(opened, dict) else opened}")
        return ["X", "Y"]

    assert ranked_first("abcdef", right, rank) == (2, 4)
    assert asked == ["c['X', 'Y']", "d['X', 'Y']", "e['X', 'Y', 'Z']", "f['X', 'Y', 'Z']"]


@settings(deadline=None)
@given(GROUPINGS)
def test_a_perfect_grouping_is_perfect(both: tuple[list[int], list[int]]) -> None:
    """Under other labels, too; and measures of two groupings do not depend on the order of points."""
    found, right = both
    renamed = [f"t{label}" for label in right]
    if 1 < len(set(right)) < len(right):
        assert v_measure(renamed, right) == pytest.approx(1)
        assert saved(renamed, right) == 1
    assert adjusted_rand(renamed, right) == pytest.approx(1)
    for measure in (v_measure, adjusted_rand, saved):
        assert measure(found[::-1], right[::-1]) == pytest.approx(measure(found, right))


@settings(deadline=None)
@given(GROUPINGS)
def test_leaving_all_points_alone_saves_nothing(both: tuple[list[int], list[int]]) -> None:
    """A proposal of clusters of one is as much work as no proposal."""
    right = both[1]
    assert saved(list(range(len(right))), right) == (0 if len(set(right)) < len(right) else 1)


def test_every_point_has_a_theme_in_each_pass() -> None:
    """The set is large and mixed enough, every point of it has a theme, and no theme is in two questions."""
    with (BENCHMARKS / "data" / "plenary-points.csv").open(encoding="utf-8", newline="") as file:
        points = {row["id"]: row for row in csv.DictReader(file)}
    assert len(points) >= 72
    languages = Counter(row["lang"] for row in points.values())
    assert set(languages) == {"en", "fr", "es", "ar"}
    assert min(languages.values()) >= 8
    passes = sorted((BENCHMARKS / "data").glob("plenary-themes-*.csv"))
    assert passes
    for path in passes:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert {row["id"] for row in rows} == set(points), path.name
        questions = {(row["theme"], points[row["id"]]["question"]) for row in rows}
        assert len(questions) == len({theme for theme, _ in questions}), path.name
