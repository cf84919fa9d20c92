"""Workshop folders: found, and made whole or not at all."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from vaexercise.definitions import library
from vaexercise.errors import FolderInUse, NotSaved, NoWorkshop, Refused
from vaexercise.workshop import folder as folders
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.definitions.library import Entry


def entries(*names: str) -> list[Entry]:
    return [library.entry(library.shipped() / f"{name}.yaml") for name in names or ("va-monitoring",)]


def make(folder: Path, *names: str) -> None:
    folders.create(folder, "A day", entries(*names), {})


def test_a_workshop_is_found_from_anywhere_inside(tmp_path: Path) -> None:
    """At the folder itself, and from folders however deep below it; the innermost wins."""
    make(tmp_path / "day")
    deep = tmp_path / "day" / "output" / "deep" / "er"
    deep.mkdir(parents=True)
    assert folders.find(tmp_path / "day") == folders.find(deep) == tmp_path / "day"
    make(tmp_path / "day" / "output" / "inner")
    assert folders.find(tmp_path / "day" / "output" / "inner" / "log") == tmp_path / "day" / "output" / "inner"


def test_a_workshop_is_found_through_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a link to it, from below that link, and from a link inside it that leads out of it."""
    make(tmp_path / "day")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "day")
    (tmp_path / "day" / "pictures").symlink_to(tmp_path / "elsewhere")
    assert folders.find(tmp_path / "link") == tmp_path / "link"
    assert folders.find(tmp_path / "link" / "exercises") == tmp_path / "link"
    assert folders.find(tmp_path / "day" / "pictures") == tmp_path / "day"
    monkeypatch.chdir(tmp_path)
    assert Workshop(tmp_path / "link" / "log").settings.title == "A day"


def test_a_folder_is_found_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative path counts from the current folder, also upwards."""
    make(tmp_path / "day")
    monkeypatch.chdir(tmp_path / "day" / "exercises")
    here = type(tmp_path)
    assert folders.find(here()) == folders.find(here("..")) == tmp_path / "day"


@pytest.mark.parametrize("missing", ["workshop.yaml", "log"])
def test_half_a_workshop_is_none(missing: str, tmp_path: Path) -> None:
    """Settings and log make a workshop; the error names where was looked from."""
    make(tmp_path / "day")
    (tmp_path / "day" / missing).rename(tmp_path / missing.upper())
    with pytest.raises(NoWorkshop, match="day"):
        folders.find(tmp_path / "day")


@pytest.mark.parametrize("name", ["x" * 300, "nowhere", "day/workshop.yaml/deep"])
def test_a_path_that_cannot_be_is_no_workshop(name: str, tmp_path: Path) -> None:
    """A name too long for the system, or a file taken for a folder, is not there: no other error."""
    (tmp_path / "day").mkdir()
    (tmp_path / "day" / "workshop.yaml").write_text("")
    with pytest.raises(NoWorkshop):
        folders.find(tmp_path / name)


def test_a_new_folder_has_all_that_its_exercises_need(tmp_path: Path) -> None:
    """Its own copies under their ids, each session with its code, nothing else, and for nobody else to read."""
    make(tmp_path / "day", "va-coordination", "va-monitoring")
    files = {path.relative_to(tmp_path / "day").as_posix() for path in (tmp_path / "day").rglob("*")}
    assert files == {
        "exercises",
        "exercises/lists",
        "exercises/lists/actors-va.yaml",
        "exercises/va-coordination.yaml",
        "exercises/va-monitoring.yaml",
        "log",
        "workshop.yaml",
    }
    assert [path.name for path in tmp_path.iterdir()] == ["day"]
    opened = Workshop(tmp_path / "day")
    assert [(session.id, session.code) for session in opened.settings.sessions] == [
        ("va-coordination", "S1"),
        ("va-monitoring", "S2"),
    ]
    if os.name == "posix":
        assert (tmp_path / "day").stat().st_mode & 0o077 == 0
        assert (tmp_path / "day" / "log").stat().st_mode & 0o077 == 0


def test_a_definition_of_ones_own_may_have_another_ending(tmp_path: Path) -> None:
    """The copy has the name under which the workshop looks for it."""
    own = tmp_path / "ours.yml"
    text = (library.shipped() / "va-monitoring.yaml").read_text(encoding="utf-8")
    own.write_text(text.replace("\nid: va-monitoring", "\nid: ours"), encoding="utf-8")
    folders.create(tmp_path / "day", "A day", [library.entry(own)], {})
    opened = Workshop(tmp_path / "day")
    assert opened.exercise(opened.session()).id == "ours"


@pytest.mark.parametrize("title", ['A "day": #1', "- {x}", "yes", "é\u2028ü", "C:\\new\ttab", "نقاش"])
def test_any_title_comes_back_as_it_was(title: str, tmp_path: Path) -> None:
    """What YAML would take for something else is quoted."""
    folders.create(tmp_path / "day", title, entries(), {"place": title})
    settings = Workshop(tmp_path / "day").settings
    assert str(settings.title).split() == title.split()
    assert str(settings.place).split() == title.split()


@pytest.mark.parametrize("number", [1, 2])
def test_nothing_is_left_when_copying_fails(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the first file or a later one: no folder, no hidden rest; the folders above that were made may stay."""
    copies: list[object] = []
    real = shutil.copyfile

    def copyfile(source: Path, target: Path) -> object:
        copies.append(target)
        if len(copies) == number:
            raise OSError(28, "No space left on device")
        return real(source, target)

    monkeypatch.setattr(shutil, "copyfile", copyfile)
    with pytest.raises(NotSaved, match="No space left on device"):
        make(tmp_path / "day")
    assert len(copies) == number
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_empty_again_when_copying_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder that was there stays, with nothing in it, and can be used at the next try."""
    (tmp_path / "day").mkdir()

    def copyfile(*_paths: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", copyfile)
        with pytest.raises(NotSaved):
            make(tmp_path / "day")
    assert list((tmp_path / "day").iterdir()) == []
    make(tmp_path / "day")


def test_the_folder_one_stands_in_can_become_a_workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder is filled and not replaced: whoever stands in it stands in the workshop."""
    monkeypatch.chdir(tmp_path)
    before = tmp_path.stat().st_ino
    here = type(tmp_path)()
    make(here)
    assert tmp_path.stat().st_ino == before
    assert folders.find(here) == tmp_path
    assert sorted(path.name for path in tmp_path.iterdir()) == ["exercises", "log", "workshop.yaml"]


def test_a_link_to_an_empty_folder_is_kept(tmp_path: Path) -> None:
    """The workshop is made where the link leads."""
    (tmp_path / "stick").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "stick")
    make(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert folders.find(tmp_path / "stick") == tmp_path / "stick"


@pytest.mark.parametrize("name", [".hidden", "notes.txt"])
def test_a_folder_with_anything_in_it_is_refused(name: str, tmp_path: Path) -> None:
    """Also with a hidden file; and so is a file, and a link to nowhere, in the folder's place."""
    (tmp_path / "day").mkdir()
    (tmp_path / "day" / name).write_text("mine")
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    for taken in (tmp_path / "day", tmp_path / "day" / name, tmp_path / "lost"):
        with pytest.raises(FolderInUse):
            make(taken)
    assert (tmp_path / "day" / name).read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["day", "lost"]


@pytest.mark.parametrize("place", ["file/day", "x" * 300])
def test_a_place_that_the_system_refuses(place: str, tmp_path: Path) -> None:
    """Not saved, with the system's reason, and nothing left behind."""
    (tmp_path / "file").write_text("mine")
    with pytest.raises(NotSaved):
        make(tmp_path / place)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_an_exercise_named_twice_is_refused(tmp_path: Path) -> None:
    """Two sessions of one id could not be told apart; nothing is made."""
    with pytest.raises(Refused, match="va-monitoring is named twice"):
        make(tmp_path / "day", "va-monitoring", "va-coordination", "va-monitoring")
    assert list(tmp_path.iterdir()) == []
