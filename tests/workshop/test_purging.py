"""Data go when their time is over: names, attributes, pictures; seats, counts and what groups said stay."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from conftest import must
from invented_pictures import PLAIN_JPEG

from vaexercise.errors import Refused
from vaexercise.workshop.copies.handing_out import hand_out
from vaexercise.workshop.copies.merging import take_in
from vaexercise.workshop.people import seating
from vaexercise.workshop.people.participants import participants
from vaexercise.workshop.people.purging import check_may_purge, going, purge, remains, reminder, term
from vaexercise.workshop.pictures.attachments import Told, attach, attachments
from vaexercise.workshop.pictures.reading import picture
from vaexercise.workshop.plenary.summary import synthesis
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

WHO = "Nadia Kerimova"


def dated(folder: Path, days: str = "90", dates: str = "21–22 May 2012") -> Path:
    """Let the workshop be on that day, and its data be kept for so many days."""
    path = folder / "workshop.yaml"
    path.write_text(f'{path.read_text()}\ndates: "{dates}"\nprivacy:\n  retention_days: {days}\n')
    return folder


def on(folder: Path, day: str) -> Workshop:
    return Workshop(folder, clock=lambda: f"{day}T12:00:00.000+02:00")


def test_the_time_is_over_so_many_days_after_the_last_day(workshop: Path) -> None:
    """As workshop.yaml says; the day before it is refused, with the day; on it, it may be done."""
    opened = on(dated(workshop), "2012-08-19")
    kept = term(opened)
    assert kept is not None
    assert kept.over == date(2012, 8, 20)
    assert reminder(opened) == ""
    with pytest.raises(Refused, match="90 days after 22 May 2012, until 20 August 2012"):
        check_may_purge(opened, "")
    opened.sitting.close()
    late = on(workshop, "2012-08-20")
    assert "90 days, until 20 August 2012. Erase them: vaexercise workshop purge" in reminder(late)
    assert check_may_purge(late, "").people == 48


def test_before_the_time_it_needs_a_reason(workshop: Path) -> None:
    """Which is recorded; one of spaces is none."""
    opened = on(dated(workshop), "2012-06-01")
    with pytest.raises(Refused):
        check_may_purge(opened, " ")
    purge(opened, check_may_purge(opened, "The ministry asked"), "The ministry asked")
    opened.sitting.close()
    assert (
        "48 people, 0 pictures; The ministry asked" in must("workshop", "history", "purge", "--workshop", workshop).out
    )


def test_without_a_time_nobody_is_reminded(workshop: Path) -> None:
    """Zero days mean that nothing was said: then it needs a reason, too."""
    opened = on(dated(workshop, "0"), "2031-01-01")
    assert term(opened) is None
    assert reminder(opened) == ""
    with pytest.raises(Refused, match="set retention_days under privacy"):
        check_may_purge(opened, "")


def test_an_exercise_says_for_how_long_if_the_workshop_does_not(workshop: Path) -> None:
    """The shipped one keeps data for a year, counted from the last record if no date can be read."""
    kept = term(Workshop(workshop))
    assert kept is not None
    assert kept.days == 365


def test_a_number_of_days_that_no_calendar_has_is_a_problem_of_the_file(workshop: Path) -> None:
    """It is said with file and line, and the version from before stays in use."""
    opened = Workshop(dated(workshop, "99999999999"))
    assert any("must lie between 0 and 10000" in notice for notice in opened.notices)


def test_everybody_and_every_picture_go_and_counts_stay(workshop: Path) -> None:
    """No name, no attribute and no picture is left in any file; groups are as large as before, points are all there."""
    folder = dated(workshop)
    must("plenary", "approve", "--by", "Wilhelmina Outsider", "--workshop", folder)
    must("feedback", "enter", "--group", "1", "--by", WHO, "--workshop", folder, typed="Words\n:quit\n")
    opened = Workshop(folder)
    attach(opened, picture(PLAIN_JPEG), Told("A board", consent=f"{WHO}, by mail"))
    opened.sitting.close()
    opened = on(folder, "2012-08-20")
    session, people = opened.session(), participants(opened)
    before = synthesis(opened, session)
    seats = seating.seats(opened, session, *seating.draws(opened, session)[0])
    purge(opened, check_may_purge(opened, ""))
    assert (participants(opened), attachments(opened.fold)) == ([], [])
    assert not list((folder / "attachments").iterdir())
    after = synthesis(opened, session)
    assert (after.totals, after.questions) == (before.totals, before.questions)
    assert after.attendance.total == before.attendance.total == 48
    assert seating.seats(opened, session, *seating.draws(opened, session)[0]) == seats
    opened.sitting.close()
    log = b"".join(path.read_bytes() for path in (folder / "log").iterdir())
    names = [person.name for person in people if person.name.encode() in log]
    assert names == []
    assert b"Outsider" not in log
    must("workshop", "check", "--workshop", folder)


def test_a_second_time_there_is_nothing(workshop: Path) -> None:
    """It is refused, and nobody is reminded any more; the status still counts who took part."""
    opened = on(dated(workshop), "2012-08-20")
    purge(opened, check_may_purge(opened, ""))
    assert going(opened).slots == ()
    assert reminder(opened) == ""
    with pytest.raises(Refused, match="No data of anybody"):
        check_may_purge(opened, "again")
    opened.sitting.close()
    said = must("workshop", "status", "--workshop", workshop).out
    assert "Participants: 48" in said
    assert "participants import" not in said


def test_a_purge_wins_in_every_copy(workshop: Path) -> None:
    """Whichever is merged into which."""
    other = shutil.copytree(dated(workshop), workshop.with_name("other"))
    opened = on(workshop, "2012-08-20")
    purge(opened, check_may_purge(opened, ""))
    opened.sitting.close()
    take_in(Workshop(other), workshop)
    take_in(Workshop(workshop), other)
    for folder in (workshop, other):
        assert participants(Workshop(folder)) == []
        assert WHO.encode() not in b"".join(path.read_bytes() for path in (folder / "log").iterdir())


def test_who_was_taken_off_the_list_goes_too(workshop: Path) -> None:
    """An empty revision erases nothing; the purge does, and finds where the name stands."""
    opened = Workshop(dated(workshop))
    key = next(person.id for person in participants(opened) if person.name == WHO)
    opened.record([(f"participant/{key}", {})])
    opened.sitting.close()
    (workshop / "list.csv").write_text(WHO)
    late = on(workshop, "2012-08-20")
    assert f"participant/{key}" in going(late).slots
    assert remains(late).files == ("list.csv",)


def test_what_groups_said_is_named_and_left(workshop: Path) -> None:
    """Names in points, comments and files are for people to decide about."""
    must("feedback", "enter", "--group", "1", "--workshop", workshop, typed=f":jump Q1\n{WHO} said so\n:quit\n")
    must("plenary", "comment", "G1-Q1-01", f"As {WHO} knows", "--group", "2", "--workshop", workshop)
    found = remains(Workshop(workshop))
    assert [point.code.rpartition("-")[0] for point in found.mentions] == ["G1-Q1"]
    assert found.beside == ("comment of Group 2 on Group 1, Q1, point 01",)


def test_a_handed_out_copy_is_not_purged(workshop: Path, tmp_path: Path) -> None:
    """It has no data but a few names; the whole workshop is where it is decided."""
    opened = Workshop(dated(workshop))
    hand_out(opened, opened.session(), "g1", tmp_path / "laptop")
    with pytest.raises(Refused, match="handed out for one group"):
        check_may_purge(on(tmp_path / "laptop", "2031-01-01"), "")


def test_no_undo_brings_anything_back(workshop: Path) -> None:
    """What was erased is no step that could be undone."""
    opened = on(dated(workshop), "2012-08-20")
    purge(opened, check_may_purge(opened, ""))
    opened.sitting.close()
    must("workshop", "undo", "--workshop", workshop)
    assert participants(Workshop(workshop)) == []


def test_status_and_check_remind(workshop: Path) -> None:
    """As soon as the time has come, and in words."""
    dated(workshop, "1", "22 May 2012")
    for command in ("status", "check"):
        done = must("workshop", command, "--workshop", workshop)
        assert "were to be kept for 1 day, until 23 May 2012" in done.out + done.err
