"""Who took part, in numbers."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.model.people import Participant
from vaexercise.model.plenary import Grid
from vaexercise.plenary.attendance import attendance

VALUES = st.sampled_from(["", " ", "north", "south", "[/b]", "=1+1"])


def person(number: int, **attributes: str) -> Participant:
    """An invented person."""
    return Participant(id=f"p{number}", name=f"Name{number}", attributes=attributes)


def test_each_value_is_counted_by_group_with_a_total() -> None:
    """The commonest value first, what nobody stated last, people without a group in a column of their own."""
    people = [person(1, region="south"), person(2, region="north"), person(3, region="south"), person(4)]
    found = attendance(people, {"g1": ["p1", "p4"], "g2": ["p2"]}, ["region"])
    assert (found.total, dict(found.sizes), found.no_group) == (4, {"g1": 2, "g2": 1}, 1)
    assert found.tables == (
        Grid(
            title="Region of the participants",
            columns=("Region", "G1", "G2", "No group", "Total"),
            rows=(("south", "1", "0", "1", "2"), ("north", "0", "1", "0", "1"), ("not stated", "1", "0", "0", "1")),
        ),
    )


def test_a_person_with_two_languages_counts_in_both_and_the_table_says_so() -> None:
    """Languages add up to more than the people; a note says why."""
    [table] = attendance([person(1, languages="en; fr"), person(2, languages="fr,fr")], {}, ["languages"]).tables
    assert table.rows == (("fr", "2"), ("en", "1"))
    assert table.note == "Somebody with several is counted in each."


def test_an_attribute_is_found_whatever_its_column_is_called_and_counted_once() -> None:
    """`Org type` and `org_type` are one column; so is one that is wanted twice."""
    found = attendance([person(1, **{"Org type": "NGO"})], {}, ["org_type", "ORG-TYPE", "Org type"])
    assert [table.columns[0] for table in found.tables] == ["Organisation type"]


def test_sensitive_attributes_are_never_counted() -> None:
    """Neither those that are kept apart for anybody, nor those that the workshop calls sensitive."""
    kept = Participant(id="p1", name="Name", attributes={"sex": "f", "age": "40"}, sensitive={"Survivor": "yes"})
    open_list = person(2, survivor="yes", sex="m")
    found = attendance([kept, open_list], {"g1": ["p1", "p2"]}, ["survivor", "sex", "age"], hidden=["Sex"])
    assert [table.columns[0] for table in found.tables] == ["Age"]


def test_an_attribute_that_nobody_has_gives_no_table() -> None:
    """A column that the list lacks is not shown as all unstated."""
    assert attendance([person(1, region=" ")], {}, ["region", "state"]).tables == ()


def test_ids_that_belong_to_nobody_are_not_counted() -> None:
    """A seat of somebody who was erased is empty."""
    assert dict(attendance([person(1)], {"g1": ["p1", "gone"]}, []).sizes) == {"g1": 1}


@given(st.lists(st.tuples(VALUES, st.sampled_from(["g1", "g2", "g10", ""]))))
@settings(deadline=None)
def test_every_person_is_in_each_table_once(rows: list[tuple[str, str]]) -> None:
    """Cells of a row sum to its total, and totals to the number of people."""
    people = [person(n, region=value) for n, (value, _) in enumerate(rows)]
    groups = {key: [f"p{n}" for n, (_, group) in enumerate(rows) if group == key] for key in ("g1", "g2", "g10")}
    found = attendance(people, groups, ["region"])
    assert sum(found.sizes.values()) + found.no_group == len(rows)
    for table in found.tables:
        numbers = [[int(cell) for cell in row[1:]] for row in table.rows]
        assert all(sum(row[:-1]) == row[-1] for row in numbers)
        assert sum(row[-1] for row in numbers) == len(rows)
