from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

import vaexercise
from vaexercise.definitions import library
from vaexercise.errors import NoSuchFile, Problems, Unknown

if TYPE_CHECKING:
    from pathlib import Path

YARDS = """\
schema: vaexercise/exercise/1
id: yards
version: "1"
language: en
title: Opening the school yards
summary: {en: Who may use them., fr: Qui peut les utiliser.}
agenda:
  - {id: work, kind: group, minutes: 20, title: Work, questions: [q-birds]}
  - {id: close, kind: close, minutes: 5, title: Close}
questions:
  - {id: q-birds, code: Q1, kind: checklist, prompt: Which birds?, items: birds}
"""
BIRDS = "id: birds\nitems:\n  - {id: wren, label: Wren}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one whole exercise, its shared list, and what else lies about."""
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "birds.yaml").write_text(BIRDS, encoding="utf-8")
    (tmp_path / "yards.yaml").write_text(YARDS, encoding="utf-8")
    (tmp_path / "yards.fr.yaml").write_text("for: yards\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("none", encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()
    return tmp_path


def test_a_listing_says_what_an_exercise_is(folder: Path) -> None:
    """An entry has title, summary, minutes and the files of its lists; translations and other files are none."""
    (entry,) = library.entries(folder)
    assert (entry.id, entry.path, entry.title, entry.minutes) == (
        "yards",
        folder / "yards.yaml",
        "Opening the school yards",
        25,
    )
    assert entry.summary == {"en": "Who may use them.", "fr": "Qui peut les utiliser."}
    assert entry.lists == (folder / "lists" / "birds.yaml",)
    assert not entry.broken


def test_a_broken_file_hides_no_other(folder: Path) -> None:
    """A file that is no YAML is listed with the first thing wrong with it, in its place among the others."""
    (folder / "alarm.yaml").write_text("title: 'never closed\n", encoding="utf-8")
    (folder / "gone.yaml").symlink_to(folder / "nowhere")
    broken, whole = library.entries(folder)
    assert "Cannot read" in library.entry(folder / "gone.yaml").broken
    assert (broken.id, whole.id) == ("alarm", "yards")
    assert broken.broken.startswith("alarm.yaml:1:8: the quote ' that opens here")


@pytest.mark.parametrize(
    "text", ["agenda: x", "agenda: {a: b}", "agenda: [x, {minutes: ten}, {minutes: ٣}, {}]", "title: [x]", "x:"]
)
def test_a_file_of_another_shape_is_listed(folder: Path, text: str) -> None:
    """A listing checks nothing: what is missing or odd is left out of the entry."""
    (folder / "odd.yaml").write_text(f"{text}\n", encoding="utf-8")
    odd = library.entry(folder / "odd.yaml")
    assert (odd.id, odd.title, odd.broken) == ("odd", "", "")
    assert odd.minutes == (3 if "٣" in text else 0)


def test_an_exercise_is_found_by_name_or_path(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A name is looked for in the folders in their order; a path is taken as it is."""
    other = tmp_path_factory.mktemp("other")
    shutil.copy(folder / "yards.yaml", other)
    assert library.find("yards", [folder, other]) == folder / "yards.yaml"
    assert library.find("yards", [other, folder]) == other / "yards.yaml"
    assert library.find("va-monitoring", [folder, library.shipped()]) == library.shipped() / "va-monitoring.yaml"
    assert library.find(str(folder / "yards.yaml"), []) == folder / "yards.yaml"


def test_an_unknown_name_gets_the_known_ones(folder: Path) -> None:
    """Who mistypes a name is asked whether they meant the nearest, and told all; an escape sequence stays harmless."""
    with pytest.raises(Unknown) as caught:
        library.find("yard", [folder])
    assert str(caught.value) == "There is no exercise yard. Did you mean yards? Known are: yards."
    with pytest.raises(Unknown) as caught:
        library.find("\x1b[31m", [])
    assert str(caught.value) == "There is no exercise \ufffd[31m. Known are: none."


@pytest.mark.parametrize(
    ("name", "reason"), [("nowhere.yaml", "there is no such file"), ("folder.yaml", "it is a folder")]
)
def test_a_path_to_nothing_is_told(folder: Path, name: str, reason: str) -> None:
    """A path without a file behind it is the command's mistake."""
    with pytest.raises(NoSuchFile) as caught:
        library.find(str(folder / name), [])
    assert str(caught.value) == f"Cannot read {folder / name}: {reason}."


def test_an_exercise_has_the_name_of_its_file(folder: Path) -> None:
    """An exercise copied under a new name needs the new id, and is told so at the line of the id."""
    (folder / "yards.yaml").rename(folder / "courts.yaml")
    with pytest.raises(Problems) as caught:
        library.load(folder / "courts.yaml")
    (problem,) = caught.value.problems
    assert (problem.line, problem.where) == (2, "id")


def test_a_file_that_cannot_be_read_is_told(folder: Path) -> None:
    """A missing file or a folder is an error with the system's reason."""
    for name in ("nowhere.yaml", "folder.yaml"):
        with pytest.raises(NoSuchFile):
            library.load(folder / name)


def test_lists_beside_a_file_come_first(folder: Path) -> None:
    """A list is taken from the folder beside the exercise, else from the shipped ones, else it is unknown."""
    lists = library.lists_beside(folder / "yards.yaml")
    assert [item.id for item in lists("birds") or ()] == ["wren"]
    assert len(lists("actors-va") or ()) == 24
    (folder / "lists" / "actors-va.yaml").write_text(BIRDS.replace("birds", "actors-va"), encoding="utf-8")
    assert [item.id for item in lists("actors-va") or ()] == ["wren"]
    assert lists("fish") is None


@pytest.mark.parametrize("name", ["../yards", "..", "", "*", "/etc/passwd", "birds.yaml"])
def test_the_name_of_a_list_is_no_path(folder: Path, name: str) -> None:
    """Nothing outside the folders of lists is read."""
    assert library.lists_beside(folder / "yards.yaml")(name) is None


def test_shipped_exercises_are_found_in_the_package_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package has them inside; a working copy has them at its root."""
    package = tmp_path / "src" / "vaexercise"
    package.mkdir(parents=True)
    monkeypatch.setattr(vaexercise, "__file__", str(package / "__init__.py"))
    assert library.shipped() == tmp_path / "exercises"
    assert library.shipped_examples() == tmp_path / "examples"
    (package / "shipped" / "exercises").mkdir(parents=True)
    assert library.shipped() == package / "shipped" / "exercises"
