"""Counts of people are given without the small ones, and nobody can work these out."""

from __future__ import annotations

from itertools import product

from hypothesis import example, given, settings
from hypothesis import strategies as st

from vaexercise.model.plenary import Grid
from vaexercise.plenary.attendance import UNSTATED, Attendance
from vaexercise.plenary.public.suppression import FEWER, NOT_GIVEN, public_attendance, suppressed

COUNTS = st.lists(st.integers(1, 12), min_size=1, max_size=5)


def possible(kept: dict[str, str], total: int) -> list[dict[str, int]]:
    """All counts that would look like this: who is fewer than 5 is 1 to 4, what is not given may be anything."""
    ways = {FEWER: range(1, 5), NOT_GIVEN: range(1, total + 1)}
    ranges = [ways.get(words) or range(int(words), int(words) + 1) for words in kept.values()]
    return [dict(zip(kept, each, strict=True)) for each in product(*ranges) if sum(each) == total]


@settings(deadline=None)
@given(numbers=COUNTS)
@example(numbers=[4, 4])
@example(numbers=[1, 5])
@example(numbers=[1, 1, 5, 9])
@example(numbers=[3, 30])
def test_no_count_under_five_can_be_worked_out_from_the_others_and_the_sum(numbers: list[int]) -> None:
    """For each small count there are at least two that fit all that is said, and every count that is said is right."""
    counts = {f"value {n}": number for n, number in enumerate(numbers)}
    kept = suppressed(counts)
    if kept is None:
        assert all(number < 5 for number in numbers)
        return
    worlds = possible(kept, sum(numbers))
    assert counts in worlds
    for name, number in counts.items():
        assert kept[name] in {str(number), FEWER, NOT_GIVEN}
        if number < 5:
            assert len({world[name] for world in worlds}) > 1


def test_counts_that_are_large_are_all_given() -> None:
    """Nothing is kept back where nothing is small."""
    assert suppressed({"a": 5, "b": 12}) == {"a": "5", "b": "12"}


def table(*rows: tuple[str, ...]) -> Grid:
    """A table of who took part, in two groups."""
    return Grid(title="Sex of the participants", columns=("Sex", "G1", "G2", "Total"), rows=rows)


def took(*rows: tuple[str, ...], sizes: tuple[int, int] = (10, 10), total: int = 20) -> Attendance:
    """An attendance with one table."""
    return Attendance(total=total, sizes=dict(zip(("g1", "g2"), sizes, strict=True)), tables=(table(*rows),))


def test_groups_are_left_out_of_a_table_as_soon_as_one_cell_is_small() -> None:
    """The sums over rows and columns would tell it; so only the totals stand there."""
    [public] = public_attendance(took(("f", "5", "5", "10"), ("m", "4", "6", "10")), groups=True).tables
    assert public.columns == ("Sex", "Total")
    assert public.rows == (("f", "10"), ("m", "10"))
    [whole] = public_attendance(took(("f", "5", "5", "10"), ("m", "5", "5", "10")), groups=True).tables
    assert whole.columns == ("Sex", "G1", "G2", "Total")
    [apart] = public_attendance(took(("f", "5", "5", "10"), ("m", "5", "5", "10")), groups=False).tables
    assert apart.columns == ("Sex", "Total")


def test_what_is_kept_back_stands_in_one_row_in_an_order_that_tells_nothing() -> None:
    """By the alphabet, what nobody stated last."""
    rows = (("c", "", "", "9"), ("a", "", "", "3"), (UNSTATED, "", "", "2"), ("b", "", "", "2"))
    [public] = public_attendance(took(*rows), groups=False).tables
    assert public.rows == (("c", "9"), (f"a, b, {UNSTATED}", f"{FEWER} each"))


def test_a_second_count_is_kept_back_where_one_alone_would_be_told_by_the_sum() -> None:
    """Which of the two is small is not said, and a note says why both are missing."""
    rows = (("f", "", "", "12"), ("m", "", "", "7"), ("x", "", "", "1"))
    [public] = public_attendance(took(*rows), groups=False).tables
    assert [words for _, words in public.rows].count(NOT_GIVEN) == 1
    assert "x" in public.rows[-1][0].split(", ")
    assert len(public.rows[-1][0].split(", ")) == 2
    assert "cannot be worked out" in public.note


def test_small_groups_and_small_workshops_are_not_counted() -> None:
    """Sizes of groups stand there only if all are large; of fewer than five people only that they are few."""
    assert public_attendance(took(sizes=(4, 16)), groups=True).sizes == {}
    assert public_attendance(took(sizes=(5, 15)), groups=True).sizes == {"g1": 5, "g2": 15}
    assert public_attendance(took(sizes=(5, 15)), groups=False).sizes == {}
    few = public_attendance(took(sizes=(2, 2), total=4), groups=True)
    assert few == Attendance(few=True)
    assert public_attendance(Attendance(), groups=True) == Attendance()


def test_a_table_that_could_be_worked_out_all_the_same_is_left_out() -> None:
    """Two values of one person each, and nothing large to hide behind."""
    rows = (("f", "1", "0", "1"), ("m", "0", "1", "1"))
    assert public_attendance(took(*rows), groups=True).tables == ()
