"""`vaexercise workshop`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from conftest import must, vaexercise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest


def test_new_makes_a_folder_with_its_own_copies(tmp_path: Path) -> None:
    """The folder has the settings, the exercise, the lists that it uses, and a log; only its owner may look."""
    folder = tmp_path / "deep" / "day"
    done = must("workshop", "new", folder, "--exercise", "va-monitoring", "--title", 'A "day": #1', "--dates", "22 May")
    assert "A “day”" not in done.out
    assert 'A "day": #1' in done.out
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {"workshop.yaml", "exercises/va-monitoring.yaml", "exercises/lists/actors-va.yaml"} <= files
    assert folder.stat().st_mode & 0o077 == 0
    status = must("workshop", "status", "--workshop", folder).out
    assert status.startswith('A "day": #1\n')
    assert "Next: vaexercise participants import FILE.csv" in status


def test_new_takes_a_definition_of_ones_own(tmp_path: Path) -> None:
    """A path names an exercise as well as an id does."""
    own = tmp_path / "ours.yaml"
    text = must("exercise", "show", "va-monitoring", "--json").out
    own.write_text(json.dumps({**json.loads(text), "id": "ours"}), encoding="utf-8")
    must("workshop", "new", tmp_path / "day", "--exercise", own)
    assert "Session ours" in must("workshop", "status", "--workshop", tmp_path / "day").out


def test_two_exercises_are_two_sessions(new_workshop: Callable[..., Path]) -> None:
    """Each session has its code, and commands ask which one is meant."""
    folder = new_workshop("va-coordination", "va-monitoring")
    asked = vaexercise("groups", "show", "--workshop", folder)
    assert (asked.code, "--session" in asked.err) == (2, True)
    assert (
        "There is no session nowhere" in vaexercise("groups", "show", "--session", "nowhere", "--workshop", folder).err
    )
    for name in ("Amara", "Boris", "Chenda", "Dana"):
        must("participants", "add", "--name", name, "--workshop", folder)
    must("groups", "assign", "--groups", "2", "--session", "va-monitoring", "--seed", "1", "--workshop", folder)
    typed = "One\n\n:quit\n"
    options = ("--session", "va-monitoring", "--group", "1", "--workshop", folder)
    assert "saved as S2-G1-Q1-01" in must("feedback", "enter", *options, typed=typed).out


def test_new_touches_nothing_that_is_there(tmp_path: Path) -> None:
    """A folder with anything in it is refused, and left as it was; an empty one is taken."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine")
    refused = vaexercise("workshop", "new", tmp_path / "full", "--exercise", "va-monitoring")
    assert refused.code == 2
    assert "not empty" in refused.err
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["notes.txt"]
    (tmp_path / "empty").mkdir()
    must("workshop", "new", tmp_path / "empty", "--exercise", "va-monitoring")


def test_new_with_a_broken_or_unknown_exercise_makes_nothing(tmp_path: Path) -> None:
    """The problems are shown, and no folder is left behind."""
    broken = tmp_path / "broken.yaml"
    broken.write_text("id: broken\ntitel: x\n")
    for name, code in ((broken, 1), ("va-monitorin", 2)):
        done = vaexercise("workshop", "new", tmp_path / "day", "--exercise", name)
        assert done.code == code
        assert "did you mean" in done.err.casefold()
    assert [path.name for path in tmp_path.iterdir()] == ["broken.yaml"]


def test_commands_outside_a_workshop_say_how_to_make_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No workshop here or above: exit code 2 and a sentence with the command."""
    monkeypatch.chdir(tmp_path)
    done = vaexercise("workshop", "status")
    assert done.code == 2
    assert "vaexercise workshop new" in done.err


def test_a_workshop_is_found_from_inside(workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a folder below, the workshop is found as git finds its repository, and hints need no folder."""
    monkeypatch.chdir(workshop / "exercises")
    assert "Participants: 48" in must("workshop", "status").out
    assert "--workshop" not in must("workshop", "status").out


def test_status_as_data(workshop: Path) -> None:
    """`--json` gives the same numbers as the sentences."""
    data = json.loads(must("workshop", "status", "--json", "--workshop", workshop).out)
    said = must("workshop", "status", "--workshop", workshop).out
    assert data["participants"] == 48
    assert data["sessions"][0]["sizes"] == [16, 16, 16]
    first = data["sessions"][0]["progress"][0]
    assert f"Group 1: {first['done']} of {first['asked']} questions, {first['points']} points" in said


def test_status_names_the_next_step(new_workshop: Callable[..., Path]) -> None:
    """Import, then groups, then feedback."""
    folder = new_workshop()
    must("participants", "add", "--name", "Amara", "--workshop", folder)
    assert "Next: vaexercise groups assign" in must("workshop", "status", "--workshop", folder).out


def test_check_passes_a_whole_log_and_names_a_damaged_line(workshop: Path) -> None:
    """Exit code 0 for a whole log; one changed byte gives 1, with file and line, and other commands a notice."""
    assert "all whole" in must("workshop", "check", "--workshop", workshop).out
    path = max((workshop / "log").iterdir(), key=lambda p: p.stat().st_size)
    data = bytearray(path.read_bytes())
    place = data.index(b"\n") + 200
    data[place] ^= 1
    path.write_bytes(data)
    done = vaexercise("workshop", "check", "--workshop", workshop)
    assert done.code == 1
    assert f"log/{path.name}, line 2: the line was changed" in done.out
    assert json.loads(vaexercise("workshop", "check", "--json", "--workshop", workshop).out)["faults"][0]["line"] == 2
    assert "1 line of the log is damaged" in vaexercise("workshop", "status", "--workshop", workshop).err


def test_history_shows_who_did_what(workshop_with_groups: Path) -> None:
    """One row per revision, oldest first, with the name of who typed; a slot narrows it down."""
    typed = "No budget line\n:delete 1\n:quit\n"
    must("feedback", "enter", "--group", "1", "--by", "Amara", "--workshop", workshop_with_groups, typed=typed)
    rows = json.loads(must("workshop", "history", "point", "--json", "--workshop", workshop_with_groups).out)
    assert [(row["by"], "No budget line" in row["content"]) for row in rows] == [("Amara", True), ("Amara", False)]
    assert rows[1]["content"] == "deleted"
    shown = must("workshop", "history", "--workshop", workshop_with_groups).out
    assert "What: groups, round 1\nContent: 3 groups, seed 2012" in shown
    assert "What: Group 1, Q1, point 01\nContent: No budget line" in shown


def test_a_changed_definition_is_taken_up(workshop: Path) -> None:
    """An edit of workshop.yaml or an exercise counts from the next command on, and is in the history."""
    settings = workshop / "workshop.yaml"
    settings.write_text(settings.read_text().replace("A day", "Another day"))
    assert must("workshop", "status", "--workshop", workshop).out.startswith("Another day")
    rows = json.loads(must("workshop", "history", "definition/workshop", "--json", "--workshop", workshop).out)
    assert len(rows) == 2


def test_a_broken_definition_is_reported_and_the_last_good_one_used(workshop: Path) -> None:
    """The room goes on: the problem is said with its line, and everything works as before."""
    exercise = workshop / "exercises" / "va-monitoring.yaml"
    exercise.write_text(exercise.read_text().replace("\nquestions:", "\nquesions:"))
    done = must("feedback", "status", "--workshop", workshop)
    assert "did you mean questions?" in done.err
    assert "stays in use" in done.err
    assert "Group 1" in done.out
    exercise.unlink()
    assert "cannot be read" in must("feedback", "status", "--workshop", workshop).err
