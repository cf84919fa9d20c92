"""What stands first in a report: headlines and who took part."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_report import invented, point, put_together, response, responses

from vaexercise.model.plenary import Grid, Lines
from vaexercise.plenary.attendance import Attendance
from vaexercise.report.front import glance, headlines, who


def test_headlines_stand_right_after_the_findings_by_group_with_their_codes() -> None:
    """The ten-minute hand-out has each group's starred points; the heading says what they are, so no line does."""
    assert [section.anchor for section in invented().sections[:3]] == ["glance", "findings", "headlines"]
    [section] = headlines(put_together(responses()))
    blocks = [block for block in section.blocks if isinstance(block, Lines)]
    assert [(block.title, [line.code for line in block.lines]) for block in blocks] == [
        ("Group 1", ["G1-Q1-01", "G1-Q1-03", "G1-Q3-01"]),
        ("Group 2", ["G2-Q1-01"]),
    ]
    assert not any(line.star for block in blocks for line in block.lines)


def test_without_a_star_there_is_no_heading_for_headlines() -> None:
    """No section stands over nothing."""
    said = [response("g1", "q-challenges", point("g1", "q-challenges", 1, {"text": "plain"}))]
    assert headlines(put_together(said)) == []


def test_who_answered_nothing_is_named_by_code_else_by_id() -> None:
    """A question without a code is still told apart from the others."""
    assert "('Answered by no group', 'q-exchange, Q1, Q2, Q3, Q4, Q5')" in str(glance(put_together([])))


def table_shown(*rows: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of states as the report has them."""
    table = Grid(title="State", columns=("State", "G1", "Total")[: len(rows[0])], rows=rows)
    [section] = who(replace(put_together([]), attendance=Attendance(total=1, tables=(table,))))
    shown = section.blocks[-1]
    assert isinstance(shown, Grid)
    return shown.rows


def test_a_long_table_shows_the_commonest_ten_and_the_sum_of_the_others() -> None:
    """Twenty states take eleven rows; what nobody stated stays a row of its own, for it is no state."""
    rows = [(f"state {n:02d}", str(n % 3), str(40 - n)) for n in range(20)]
    shown = table_shown(*rows)
    assert shown[:10] == tuple(rows[:10])
    assert shown[10:] == (("others", "10", "255"),)
    assert table_shown(*rows, ("not stated", "1", "14"))[10:] == (("others", "10", "255"), ("not stated", "1", "14"))


@pytest.mark.parametrize(("rows", "shown"), [(1, 1), (12, 12), (13, 11)])
def test_a_table_of_up_to_twelve_rows_is_shown_whole(rows: int, shown: int) -> None:
    """Nothing is summed up to save a line or two."""
    assert len(table_shown(*((f"state {n}", "1") for n in range(rows)))) == shown


@given(st.lists(st.integers(0, 99), min_size=1, max_size=40), st.booleans())
@settings(deadline=None)
def test_shortening_a_table_changes_no_sum(numbers: list[int], unstated: bool) -> None:  # noqa: FBT001  drawn
    """The rows shown add up to the rows counted, and are never more than twelve."""
    rows = [(f"state {n}", str(number)) for n, number in enumerate(numbers)]
    shown = table_shown(*rows, *([("not stated", "7")] if unstated else []))
    assert sum(int(row[1]) for row in shown) == sum(numbers) + 7 * unstated
    assert len(shown) <= 12
