"""Definition files that changed are taken up once; what cannot be taken up is said."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from vaexercise.errors import NotSaved, Problems
from vaexercise.record.disk import RealDisk
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class FullDisk(RealDisk):
    """Takes nothing."""

    def append(self, file: int, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", file, None, len(data))


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def files_of_log(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "log").iterdir()}


def test_a_second_opening_records_nothing(workshop: Path) -> None:
    """What is known already is not written again, and nobody is told anything."""
    before = files_of_log(workshop)
    assert Workshop(workshop).notices == []
    assert files_of_log(workshop) == before


def test_a_change_is_recorded_once(workshop: Path) -> None:
    """The first command after it takes it up; the next has nothing to do."""
    change(workshop / "exercises" / "va-monitoring.yaml", "Choose three priorities", "Choose what matters")
    opened = Workshop(workshop)
    steps = [step.title for step in opened.exercise(opened.session()).agenda]
    assert "Choose what matters" in steps
    assert opened.notices == []
    before = files_of_log(workshop)
    Workshop(workshop)
    assert files_of_log(workshop) == before


def test_a_change_of_a_shared_list_is_a_change(workshop: Path) -> None:
    """The exercise that names the list has its new items."""
    path = workshop / "exercises" / "lists" / "actors-va.yaml"
    change(path, "Ministry of finance or planning", "Treasury")
    opened = Workshop(workshop)
    [question] = [q for q in opened.exercise(opened.session()).walk() if q.id == "q-actors"]
    assert "Treasury" in [blank.label for blank in question.form().blanks]


def test_a_change_that_the_disk_refuses_is_said(workshop: Path) -> None:
    """The earlier version is used, the log is as it was, and a later command takes the change up."""
    change(workshop / "workshop.yaml", "A day", "Another day")
    before = Workshop(workshop.parent / "workshop", disk=FullDisk())
    assert before.settings.title == "A day"
    assert before.notices == ["workshop.yaml was changed, but this could not be recorded; the earlier version is used."]
    after = Workshop(workshop)
    assert (after.settings.title, after.notices) == ("Another day", [])


def test_a_refused_change_of_an_exercise_is_said_too(workshop: Path) -> None:
    """By the name of its file; the session goes on with the questions that it had."""
    change(workshop / "exercises" / "va-monitoring.yaml", "Choose three priorities", "Choose what matters")
    opened = Workshop(workshop, disk=FullDisk())
    assert [notice.partition(",")[0] for notice in opened.notices] == ["exercises/va-monitoring.yaml was changed"]
    assert "Choose three priorities" in [step.title for step in opened.exercise(opened.session()).agenda]


def test_a_new_workshop_on_a_full_disk_cannot_be_opened(new_workshop: Callable[..., Path]) -> None:
    """With no earlier version there is nothing to use: not saved, and the reason."""
    folder = new_workshop()
    for path in (folder / "log").iterdir():
        path.unlink()
    with pytest.raises(NotSaved, match="No space left on device"):
        Workshop(folder, disk=FullDisk())


@pytest.mark.parametrize(
    ("file", "before", "after", "sentence"),
    [
        ("workshop.yaml", "sessions:", "sesions:", "did you mean sessions?"),
        ("workshop.yaml", "title:", "title", ""),
        ("exercises/va-monitoring.yaml", "kind: checklist", "kind: cheklist", "did you mean checklist?"),
        ("exercises/va-monitoring.yaml", "\nid: va-monitoring", "\nid: va-other", "must be va-monitoring"),
        ("exercises/lists/actors-va.yaml", "id: finance", "id: health", ""),
    ],
)
def test_a_change_that_is_wrong_is_said(file: str, before: str, after: str, sentence: str, workshop: Path) -> None:
    """The problem with its line, and that the version before stays; nothing is recorded of it."""
    log = files_of_log(workshop)
    change(workshop / file, before, after)
    opened = Workshop(workshop)
    [notice] = opened.notices
    assert sentence in notice
    assert notice.splitlines()[-1].endswith("from before this change stays in use.")
    assert opened.settings.title == "A day"
    assert len(list(opened.exercise(opened.session()).walk())) == 8
    assert files_of_log(workshop) == log


def test_a_file_that_is_gone_is_said(workshop: Path) -> None:
    """The recorded version carries the day; the notice says which file cannot be read, and why."""
    (workshop / "exercises" / "va-monitoring.yaml").unlink()
    opened = Workshop(workshop)
    [notice] = opened.notices
    assert notice.startswith("exercises/va-monitoring.yaml: cannot be read: No such file or directory")
    assert opened.exercise(opened.session()).id == "va-monitoring"


def test_a_session_without_its_exercise_stops(workshop: Path) -> None:
    """A file that never was there is a problem, by its name, and no later crash."""
    change(workshop / "workshop.yaml", "exercise: va-monitoring", "exercise: va-nowhere")
    with pytest.raises(Problems, match=r"exercises/va-nowhere\.yaml: cannot be read"):
        Workshop(workshop)


def test_a_log_that_cannot_be_read_is_said(workshop: Path) -> None:
    """A folder with the name of a log file is an error with the path, no crash."""
    from vaexercise.errors import NoSuchFile  # noqa: PLC0415  only here

    (workshop / "log" / "odd.jsonl").mkdir()
    with pytest.raises(NoSuchFile, match=r"odd\.jsonl: Is a directory"):
        Workshop(workshop)
