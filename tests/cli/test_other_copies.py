"""Copies of a workshop that meet again, at the command line."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from conftest import must, vaexercise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def copy_of(folder: Path) -> Path:
    return shutil.copytree(folder, folder.with_name("copy"))


def test_another_workshop_is_not_taken_in(workshop: Path, new_workshop: Callable[..., Path]) -> None:
    """Only a copy of this workshop can be merged: a stranger is refused, and nothing of it comes in."""
    stranger = new_workshop()
    before = must("workshop", "history", "--workshop", workshop).out
    done = vaexercise("workshop", "merge", stranger, "--workshop", workshop)
    assert done.code == 2
    assert "another workshop" in done.err
    assert must("workshop", "history", "--workshop", workshop).out == before


def test_a_conflict_says_what_differs_and_who_made_it(workshop_with_groups: Path) -> None:
    """Each version of a changed answer stands with its difference and its author, and is settled by its code."""
    here = workshop_with_groups
    must("feedback", "enter", "--group", "1", "--workshop", here, typed=":jump Q2\nyes\nno\n:quit\n")
    there = copy_of(here)
    for folder, word, by in ((here, "partly", "Amara"), (there, "unknown", "Boris")):
        typed = f":jump Q2\n:edit 2\n{word}\n:quit\n"
        must("feedback", "enter", "--group", "1", "--by", by, "--workshop", folder, typed=typed)
    assert "Group 1, Q2: 2 versions" in must("workshop", "merge", there, "--workshop", here).out
    shown = must("workshop", "conflicts", "--workshop", here).out
    assert "Amara" in shown
    assert "Boris" in shown
    assert shown.count("Focal point") == 0
    assert "G1-Q2 (version 1 of 2)" in must("plenary", "summary", "--workshop", here).out
    assert "not settled yet: Group 1, Q2" in must("plenary", "summary", "--workshop", here).out
    must("feedback", "settle", "G1-Q2", "--keep", "1", "--workshop", here)
    assert "Nothing is in conflict" in must("workshop", "conflicts", "--workshop", here).err
    assert "version 1 of 2" not in must("plenary", "summary", "--workshop", here).out


def test_a_backup_overwrites_nothing_by_itself(workshop: Path, tmp_path: Path) -> None:
    """A file that is there, or a folder that is not, is said; --force writes over the file."""
    file = tmp_path / "copy.zip"
    must("workshop", "backup", file, "--workshop", workshop)
    first = file.read_bytes()
    assert vaexercise("workshop", "backup", file, "--workshop", workshop).code == 2
    assert file.read_bytes() == first
    must("workshop", "backup", file, "--force", "--workshop", workshop)
    assert vaexercise("workshop", "backup", tmp_path / "no" / "x.zip", "--workshop", workshop).code == 2
    assert not (tmp_path / "no").exists()


def test_a_forgotten_name_is_in_no_draw(workshop_with_groups: Path) -> None:
    """Rules that named a person on the command line leave no trace of the name in the log."""
    folder = workshop_with_groups
    words = ["--apart", "Idris Oyelaran,Sione Tauhelu", "--together", "Idris Oyelaran,Hrant Melikvardi"]
    must("groups", "assign", *words, "--seed", "4", "--workshop", folder)
    must("groups", "roles", "--accept", "--workshop", folder)
    must("participants", "forget", "Idris Oyelaran", "--yes", "--workshop", folder)
    assert not [path for path in (folder / "log").iterdir() if b"Idris" in path.read_bytes()]
    assert "(erased)" in must("groups", "show", "--workshop", folder).out
    assert "all whole" in must("workshop", "check", "--workshop", folder).out


def test_undo_walks_back_over_commands(workshop_with_groups: Path) -> None:
    """Three commands are taken back one by one, newest first, or all at once."""
    folder = workshop_with_groups
    for name in ("One", "Two", "Three"):
        must("participants", "add", "--name", name, "--workshop", folder)
    assert "Three" in must("workshop", "undo", "--workshop", folder).out
    assert "Two" in must("workshop", "undo", "--workshop", folder).out
    assert "One" in must("workshop", "undo", "--workshop", folder).out
    listed = must("participants", "list", "--workshop", folder).out
    assert not any(f"Name: {name}\n" in listed for name in ("One", "Two", "Three"))
