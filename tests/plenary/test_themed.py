"""What people put together of a question's points: who raised it, what stands apart, and that nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.model.feedback import Point, Response
from vaexercise.model.theme import Sorting, Theme
from vaexercise.plenary.sums import Sums, together
from vaexercise.plenary.themed import Themed, theme_name, themed
from vaexercise.questions.points import Kind as Points

if TYPE_CHECKING:
    from collections.abc import Sequence

QUESTION = Points(id="q", code="Q1", prompt="What is hard?")


def point(key: str, group: str, **more: Any) -> Point:  # noqa: ANN401  fields of a point
    """A point whose words are its id."""
    made = Point(id=key, code=f"{group.upper()}-Q1-{key}", group=group, question="q", place=1, values={"text": key})
    return replace(made, **more)


def put_together(points: Sequence[Point], *themes: Theme, unique: Sequence[str] = (), **parked: str) -> Themed:
    """How these points stand, when people decided so."""
    groups = dict.fromkeys(one.group for one in points)
    responses = [
        Response(group=g, question="q", state="answered", code="", points=tuple(p for p in points if p.group == g))
        for g in groups
    ]
    open_ones = list({one.id: one for one in reversed(points) if not one.private}.values())[::-1]
    somewhere = {*unique, *parked, *(key for theme in themes for key in theme.points)}
    sorting = Sorting(
        question="q",
        points=tuple(open_ones),
        themes=themes,
        unique=tuple(unique),
        parked=parked,
        left=tuple(one.id for one in open_ones if one.id not in somewhere),
    )
    return themed(QUESTION, sorting, responses, "en")


def theme(number: int, *points: str, opposes: Sequence[str] = (), title: str = "Title") -> Theme:
    """A theme with these points."""
    return Theme(id=f"t{number}", question="q", title=title, number=number, points=points, opposes=tuple(opposes))


THREE = (point("a", "g1"), point("b", "g2"), point("c", "g3"))


def test_themes_stand_by_how_many_groups_raised_them_then_by_points() -> None:
    """Groups come first, points second; equal ones stand by their numbers."""
    more = [*THREE, point("d", "g1"), point("e", "g1"), point("f", "g2")]
    found = put_together(more, theme(1, "a", "d", "e"), theme(2, "b", "c"), theme(3, "f"), theme(4, "a"))
    assert [one.number for one in found.themes] == [2, 1, 3, 4]
    assert [one.number for one in found.common] == [2]
    assert [one.number for one in found.single] == [1, 3, 4]


def test_groups_are_out_of_those_that_answered() -> None:
    """A group that said nothing is not one of three."""
    assert put_together(THREE[:2], theme(1, "a", "b")).answered == 2


def test_a_theme_with_two_positions_is_neither_common_nor_of_one_group() -> None:
    """Each position has its groups and its lines; who says so is nowhere else."""
    found = put_together(THREE, theme(1, "a", "b", "c", opposes="c"))
    [both] = found.opposed
    assert (both.groups, both.contrary, both.everybody) == (("g1", "g2"), ("g3",), ("g1", "g2", "g3"))
    assert ([line.text for line in both.lines], [line.text for line in both.against]) == (["a", "b"], ["c"])
    assert (found.common, found.single) == ((), ())


def test_the_sum_is_said_part_by_part_and_a_point_in_two_themes_counts_once() -> None:
    """Parts without a point are not named."""
    found = put_together([*THREE, point("d", "g1")], theme(1, "a", "b"), theme(2, "a"), unique=["c"], d="later")
    assert str(found.sums) == "4 points: 2 in 2 themes, 1 unique, 1 parked"
    assert found.sums.once == "1 point is in several themes and counted once."
    assert [line.beside for line in found.parked] == ["(parked: later)"]
    assert Sums().once == ""
    assert str(Sums()) == "0 points"


def test_a_parked_point_says_why_once() -> None:
    """What its group said already is not repeated."""
    found = put_together([point("a", "g1", parked="later")], a="later")
    assert [line.beside for line in found.parked] == ["(parked: later)"]


def test_private_points_are_counted_and_in_no_line() -> None:
    """They are in the sum, and nowhere else."""
    found = put_together([point("a", "g1"), point("x", "g1", private="hers")], theme(1, "a"))
    assert str(found.sums) == "2 points: 1 in 1 theme, 1 private"
    assert [line.text for line in found.lines] == ["a"]


def test_both_versions_of_a_point_stand_under_its_theme() -> None:
    """Of one that was changed apart, none is lost, and it counts once."""
    found = put_together([point("a", "g1"), point("a", "g1", code="G1-Q1-a (version 2 of 2)")], theme(1, "a"))
    assert len(found.themes[0].lines) == 2
    assert (found.sums.points, found.sums.themed, found.sums.adds_up) == (1, 1, True)


def test_nothing_is_begun_before_somebody_made_a_theme_or_called_a_point_unique() -> None:
    """A group that parked a point has not begun to sort."""
    assert not put_together(THREE, a="later").begun
    assert put_together(THREE, unique=["a"]).begun
    assert put_together(THREE, theme(1)).begun


def test_a_title_from_right_to_left_does_not_turn_its_number() -> None:
    """It stands by itself between marks that nobody sees."""
    [one] = put_together(THREE, theme(1, "a", title="تمويل")).themes
    assert theme_name(one) == "T1 \u2068تمويل\u2069"
    assert theme_name(replace(one, title="Money")) == "T1 Money"


@given(
    st.lists(st.tuples(st.sampled_from(["g1", "g2", "plenary"]), st.integers(0, 5), st.booleans()), max_size=25),
)
@settings(deadline=None)
def test_whatever_is_decided_all_points_are_somewhere(said: list[tuple[str, int, bool]]) -> None:
    """In = themed + unique + parked + left + private, and each open point stands in a line."""
    points = [point(f"p{n}", group, private="x" if private else "") for n, (group, _, private) in enumerate(said)]
    of: dict[int, list[str]] = {}
    for n, (_, place, private) in enumerate(said):
        of.setdefault(place, []).extend([] if private else [f"p{n}"])
    themes = [theme(n, *of.get(n, ()), *(of.get(2, ()) if n == 1 else ())) for n in (1, 2)]
    found = put_together(points, *themes, unique=of.get(3, ()), **dict.fromkeys(of.get(4, ()), "why"))
    assert found.sums.adds_up
    assert found.sums.points == len(said)
    assert {line.text for line in found.lines} == {one.id for one in points if not one.private}
    whole = together([found.sums], len(said) + 2, 2)
    assert whole.adds_up
    assert str(whole).endswith("2 under questions without themes")


@pytest.mark.parametrize("name", ["themed", "unique", "parked", "left", "private", "elsewhere"])
def test_one_point_too_many_or_too_few_does_not_add_up(name: str) -> None:
    """Each part counts."""
    assert not Sums(points=1, **{name: 2}).adds_up
    assert Sums(points=2, **{name: 2}).adds_up
