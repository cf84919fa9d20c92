"""What was recorded, by slot, code, group and time."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.errors import Refused, Unknown
from vaexercise.workshop.log.history import Event, history, moment, slots_named, times
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

SHEET = """group: %s
answers:
  q-challenges: [No budget line, {text: Nobody asked us, star: yes}]
  q-actors: {survivors: partly}
  q-measure: skipped
"""


@pytest.fixture
def filled(workshop_with_groups: Path) -> Path:
    """A workshop in which two groups gave points, an answer and a state."""
    for group in ("1", "2"):
        must("feedback", "import", "-", "--workshop", workshop_with_groups, typed=SHEET % group)
    return workshop_with_groups


def whats(folder: Path, *, slot: str = "", session: str = "", group: str = "", since: str = "") -> list[str]:
    found = history(Workshop(folder), slot=slot, session=session, group=group, since=since)
    return [event.what for event in found]


def recorded_at(folder: Path, *at: str) -> None:
    """Something recorded at each of these times, by machines in several places."""
    for number, time in enumerate(at):
        written = Workshop(folder, clock=lambda time=time: time)  # type: ignore[misc]
        written.record([(f"state/va-monitoring/g1/q-{number}", {"state": "nothing"})])


def event(at: str) -> Event:
    return Event(at=at, by="", what="", content="", slot="", sitting="", id="")


def test_a_code_is_what_happened_to_that_point(filled: Path) -> None:
    """The point and the mark on it, in capital or small letters."""
    assert whats(filled, slot="G1-Q1-01") == ["Group 1, Q1, point 01"]
    assert whats(filled, slot="g2-q1-02") == ["Group 2, Q1, point 02", "headline mark on Group 2, Q1, point 02"]


def test_a_code_of_a_question_is_all_that_a_group_said_to_it(filled: Path) -> None:
    """Its points and their marks, its answer, or why it said nothing."""
    assert whats(filled, slot="G1-Q2") == ["Group 1, Q2"]
    assert [e.content for e in history(Workshop(filled), slot="G1-Q3")] == ["skipped"]
    assert whats(filled, slot="G1-Q1") == [
        "Group 1, Q1, point 01",
        "Group 1, Q1, point 02",
        "headline mark on Group 1, Q1, point 02",
    ]


def test_the_code_of_a_deleted_point_is_still_known(filled: Path) -> None:
    """History is where a deleted point is looked up."""
    typed = ":jump Q1\n:delete 1\n:quit\n"
    must("feedback", "enter", "--group", "1", "--workshop", filled, typed=typed)
    assert [e.content for e in history(Workshop(filled), slot="G1-Q1-01")] == ["No budget line", "deleted"]


def test_codes_that_two_laptops_gave_are_found_by_their_letter(filled: Path) -> None:
    """With the letter one of them, without it both."""
    opened = Workshop(filled)
    slot, body = next((s, b) for s, b in opened.fold.slots("point/") if b["code"] == "G1-Q1-01")
    opened.record([("point/va-monitoring/other", {**body, "values": {"text": "From the other laptop"}})])
    apart = [slots_named(opened, f"G1-Q1-01{letter}") for letter in "ab"]
    assert sorted(next(iter(slots)) for slots in apart) == sorted([slot, "point/va-monitoring/other"])
    assert {name for name in slots_named(opened, "G1-Q1-01") if name.startswith("point/")} == frozenset.union(*apart)


def test_a_code_of_a_session(new_workshop: Callable[..., Path]) -> None:
    """With several sessions the code begins with that of the session."""
    folder = new_workshop("va-monitoring", "va-coordination")
    must("feedback", "import", "-", "--session", "va-monitoring", "--workshop", folder, typed=SHEET % "1")
    opened = Workshop(folder)
    code = f"{opened.session('va-monitoring').code}-G1-Q2"
    assert [e.slot for e in history(opened, slot=code)] == ["answer/va-monitoring/g1/q-actors"]
    assert {e.slot.split("/")[1] for e in history(opened, session="va-monitoring")} == {"va-monitoring"}
    assert history(opened, session="va-coordination") == []


@pytest.mark.parametrize("name", ["G9-Q1-01", "G1-Q5", "participants", "/", "x" * 10_000, "[/b]", "G1-Q1-01-"])
def test_what_nothing_has_is_unknown(name: str, filled: Path) -> None:
    """Exit code 2 and one sentence instead of nothing at all."""
    done = vaexercise("workshop", "history", name, "--workshop", filled)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"There is no slot or code {name[:60]}. ")
    assert "Codes are like G1-Q1-01 or G1-Q2" in done.err
    assert len(done.err) < 300


def test_a_near_name_is_offered(filled: Path) -> None:
    """A kind of slot, or a code."""
    for name, near in (("participants", "participant"), ("G1-Q1-011", "G1-Q1-01")):
        with pytest.raises(Unknown, match=f"Did you mean {near}\\?"):
            history(Workshop(filled), slot=name)


@pytest.mark.parametrize("since", ["yesterday", "2012-13-01", "14:00", "", "22 May 2012", "9" * 1000])
def test_a_time_that_is_none_is_refused(since: str, filled: Path) -> None:
    """Exit code 2 and a sentence with an example; the empty word is no time either, but asks for nothing."""
    done = vaexercise("workshop", "history", "--since", since, "--workshop", filled)
    assert (done.code, "is no date or time. Write for example 2012-05-22" in done.err) == (
        2 if since else 0,
        bool(since),
    )


def test_times_count_whatever_their_distance_from_utc(workshop_with_groups: Path) -> None:
    """The hour on the wall in one place may be later than a later hour in another."""
    recorded_at(workshop_with_groups, "2950-01-01T09:00:00+05:00", "2950-01-01T05:00:00+00:00")
    assert whats(workshop_with_groups, since="2950-01-01T04:30:00Z") == ["Group 1, q-1"]
    assert whats(workshop_with_groups, since="2950-01-01T10:00:00+05:30") == ["Group 1, q-1"]
    assert whats(workshop_with_groups, since="2949-12-31T23:00:00-05:00") == ["Group 1, q-0", "Group 1, q-1"]
    assert whats(workshop_with_groups)[-2:] == ["Group 1, q-0", "Group 1, q-1"]


def test_what_was_recorded_later_comes_later(workshop_with_groups: Path) -> None:
    """The order is that of the instants, not that of the written hours."""
    recorded_at(workshop_with_groups, "2950-01-01T09:00:00+00:00", "2950-01-01T10:00:00+05:00")
    assert whats(workshop_with_groups)[-2:] == ["Group 1, q-1", "Group 1, q-0"]


def test_a_strange_clock_hides_nothing(workshop_with_groups: Path) -> None:
    """What has no time that can be read is never left out as too old."""
    recorded_at(workshop_with_groups, "noon")
    assert whats(workshop_with_groups, since="2950") == ["Group 1, q-0"]


@settings(deadline=None)
@given(st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1), timezones=st.timezones()))  # noqa: DTZ001  bounds have no zone
def test_every_iso_time_is_understood(time: datetime) -> None:
    """Whatever its zone, a time as it is written is the same moment again."""
    assert moment(time.isoformat()) == datetime.fromisoformat(time.isoformat())


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_word_is_a_time_or_refused(word: str) -> None:
    """Nothing that is typed ends in anything but a time or a sentence."""
    with suppress(Refused):
        assert moment(word).tzinfo is UTC


def test_dates_without_a_day() -> None:
    """A year and a month begin with their first day."""
    assert moment("2012") == moment("2012-01") == moment("2012-01-01T00:00")


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        (["2012-05-22T14:00:00+02:00", "2012-05-22T14:01:00+02:00"], ["2012-05-22T14:00:00", "2012-05-22T14:01:00"]),
        (["2012-05-22T14:00:00.123Z"], ["2012-05-22T14:00:00.123"]),
        (["2012-05-22T14:00:00+02:00", "2012-05-22T14:00:00+00:00"], None),
        (["2012-05-22T14:00:00+02:00", "2012-05-22T14:00:00"], None),
        (["2012-05-22T14:00:00+02:00", "noon"], None),
        ([], None),
    ],
)
def test_times_of_one_place_need_not_say_it(at: Sequence[str], shown: Sequence[str] | None) -> None:
    """The distance from UTC stands there only where not all have the same."""
    assert times([event(time) for time in at]) == (at if shown is None else shown)


def test_the_table_has_short_times_and_the_data_whole_ones(filled: Path) -> None:
    """In the table without the distance from UTC; for programs as recorded."""
    shown = must("workshop", "history", "G1-Q2", "--workshop", filled).out
    [row] = json.loads(must("workshop", "history", "G1-Q2", "--json", "--workshop", filled).out)
    assert f"When: {times([event(row['at'])])[0]}\n" in shown
    assert row["at"] not in shown


def test_a_group_of_a_session(filled: Path) -> None:
    """A group is told by its number; a slot and a group together leave what is in both."""
    must("workshop", "history", "--group", "2", "--workshop", filled)
    assert {what.partition(",")[0] for what in whats(filled, group="g2")} == {
        "Group 2",
        "headline mark on Group 2",
    } | {what for what in whats(filled, group="g2") if what.startswith("seat")}
    assert whats(filled, slot="point", group="g2") == ["Group 2, Q1, point 01", "Group 2, Q1, point 02"]
