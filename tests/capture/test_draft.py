"""The line being typed, kept for whoever starts again after a crash."""

from __future__ import annotations

import errno
import gc
import json
import os
import stat
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from conftest import must
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.capture import draft as drafts
from vaexercise.capture.draft import Draft, Place, discard, left_behind
from vaexercise.capture.held import Hold
from vaexercise.record.disk import RealDisk

if sys.platform == "win32":
    pytest.skip("the terminal of these tests is not that of Windows", allow_module_level=True)

from talking import PLAIN, Talk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLACE = Place("s", "g1", "q-actors", "what", "x7q2")
DIES = """
import os, sys
from pathlib import Path
from vaexercise.capture.draft import Draft, Place
for number, text in enumerate(sys.argv[2:]):
    Draft(Path(sys.argv[1]), f"sitting{number}").keep(Place("s", "g1", "q-actors", "what", "x7q2"), text)
    left = Draft(Path(sys.argv[1]), f"other{number}")
    left.keep(Place("s", "g2", "q"), text)
    globals()[f"kept{number}"] = left
os.kill(os.getpid(), 9)
"""


def die_typing(folder: Path, *texts: str) -> None:
    """Sittings of a process that is killed, one for each text, in both groups."""
    subprocess.run([sys.executable, "-c", DIES, str(folder), *texts], check=False)


def texts(folder: Path, group: str = "g1") -> list[str]:
    """What is offered; nobody goes on using it."""
    return [kept.text for kept in left_behind(folder, "s", group)]


def test_a_killed_sittings_line_is_offered_once(tmp_path: Path) -> None:
    """With its place, oldest first, and only to its group; while one is using it, to nobody else; then never more."""
    die_typing(tmp_path, "half a line", "هذا نصف سطر")
    found = left_behind(tmp_path, "s", "g1")
    assert [(kept.place, kept.text) for kept in found] == [(PLACE, "half a line"), (PLACE, "هذا نصف سطر")]
    assert texts(tmp_path) == []
    assert texts(tmp_path, "g2") == ["half a line", "هذا نصف سطر"]
    assert left_behind(tmp_path, "another", "g1") == []
    discard(found[0])
    del found
    gc.collect()
    assert texts(tmp_path) == ["هذا نصف سطر"]


def test_a_colleague_who_types_now_is_left_alone(tmp_path: Path) -> None:
    """A draft of a sitting that still runs is offered to nobody, in this process or another."""
    typing = Draft(tmp_path, "mine")
    typing.keep(PLACE, "half a line")
    assert texts(tmp_path) == []
    code = "import sys; from pathlib import Path; from vaexercise.capture.draft import left_behind; "
    code += "print(left_behind(Path(sys.argv[1]), 's', 'g1'))"
    shown = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True)
    assert shown.stdout == "[]\n"
    typing.keep(PLACE, "half a line more")
    assert json.loads((tmp_path / "drafts" / "mine.json").read_bytes())["text"] == "half a line more"


@pytest.mark.parametrize("ends", [lambda d: d.clear(), lambda d: d.keep(PLACE, ""), lambda d: d.keep(PLACE, " \t")])
def test_nothing_stays_of_a_line_that_is_done(ends: Callable[[Draft], None], tmp_path: Path) -> None:
    """Cleared, emptied or blank: neither file nor folder; and the next line is kept as the first was."""
    typing = Draft(tmp_path, "mine")
    for _ in range(2):
        typing.keep(PLACE, "half")
        assert sorted(path.name for path in (tmp_path / "drafts").iterdir()) == ["mine.json", "mine.lock"]
        ends(typing)
        assert list(tmp_path.iterdir()) == []
    typing.clear()


def test_nothing_stays_of_a_draft_that_was_taken_up(tmp_path: Path) -> None:
    """Not even what a crash left half written beside it, nor locks whose line was never written."""
    die_typing(tmp_path, "half")
    folder = tmp_path / "drafts"
    (folder / ".sitting0.json.abc.new").write_text("ha")
    (folder / "never.lock").touch()
    for group in ("g1", "g2"):
        for kept in left_behind(tmp_path, "s", group):
            discard(kept)
    assert list(tmp_path.iterdir()) == []


def test_drafts_are_private(tmp_path: Path) -> None:
    """Nobody but the user may read them."""
    typing = Draft(tmp_path, "mine")
    typing.keep(PLACE, "half")
    folder = tmp_path / "drafts"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_damaged_drafts_are_left_out(tmp_path: Path) -> None:
    """Files of the wrong kind, cut short, of another shape, or a folder of that name: the whole one is offered."""
    die_typing(tmp_path, "half")
    folder = tmp_path / "drafts"
    whole = {**PLACE._asdict(), "text": "x"}
    wrong: list[object] = [
        {**whole, "text": 7},
        {**whole, "group": ["g1"]},
        {**whole, "more": "x"},
        {"text": "x"},
        [],
        7,
    ]
    for number, content in enumerate([*map(json.dumps, wrong), "", '{"text": "ha', "[" * 100_000, "\xff\x00"]):
        (folder / f"wrong{number}.json").write_text(content, encoding="latin-1")
    (folder / "folder.json").mkdir()
    os.mkfifo(folder / "pipe.json")
    assert texts(tmp_path) == ["half"]


@settings(deadline=None, max_examples=25)
@given(text=st.text(st.characters(codec=None), max_size=50))
def test_any_text_can_be_kept(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Half characters, controls and all: keeping never fails, and what is offered is clean."""
    folder = tmp_path_factory.mktemp("drafts")
    typing = Draft(folder, "mine")
    typing.keep(PLACE, text)
    del typing
    gc.collect()
    for offered in texts(folder):
        assert offered.replace("\n", "").isprintable() or not offered.isascii()
        offered.encode()


def test_a_pasted_text_keeps_its_lines(tmp_path: Path) -> None:
    """Several lines that were pasted into one are offered as several."""
    die_typing(tmp_path, "one\r\ntwo\nthree")
    assert texts(tmp_path) == ["one\ntwo\nthree"]


def test_a_disk_that_refuses_disturbs_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Full, or without the workshop's folder: typing goes on, and what was kept before stays."""
    Draft(tmp_path / "gone", "mine").keep(PLACE, "half")
    typing = Draft(tmp_path, "mine")
    typing.keep(PLACE, "half")

    def full(_disk: RealDisk, _file: int, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(RealDisk, "append", full)
    typing.keep(PLACE, "half a line")
    assert json.loads((tmp_path / "drafts" / "mine.json").read_bytes())["text"] == "half"
    assert len(list((tmp_path / "drafts").iterdir())) == 2


def test_no_draft_where_nobody_can_tell_who_types(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk without locks nothing is kept, and nothing that lies there is offered."""
    die_typing(tmp_path, "half")

    def unlocked(_hold: Hold, _file: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(Hold, "_take", unlocked)
    assert texts(tmp_path) == []
    Draft(tmp_path, "mine").keep(PLACE, "half")
    assert not (tmp_path / "drafts" / "mine.json").exists()


def test_a_lock_that_was_taken_away_is_none(tmp_path: Path) -> None:
    """Who waited for a file that its holder removed does not hold the one of that name that comes after it."""
    path = tmp_path / "one.lock"
    first = Hold(path)
    with pytest.raises(BlockingIOError):
        Hold(path)
    first.remove()
    assert not path.exists()
    late = object.__new__(Hold)
    late._path, late._file = path, os.open(path, os.O_RDWR | os.O_CREAT)
    path.unlink()
    second = Hold(path)
    with pytest.raises(OSError, match="took the file away"):
        late._take(late._file)
    second.release()
    late.release()


def test_a_backup_holds_no_draft(workshop_with_groups: Path, tmp_path: Path) -> None:
    """What was not said yet goes nowhere; the log does not hold it either."""
    typing = Draft(workshop_with_groups, "mine")
    typing.keep(PLACE, "not said yet")
    packed = tmp_path / "copy.zip"
    must("workshop", "backup", packed, "--workshop", workshop_with_groups)
    with zipfile.ZipFile(packed) as archive:
        assert not [name for name in archive.namelist() if drafts.DRAFTS in name]
        assert not [name for name in archive.namelist() if b"not said yet" in archive.read(name)]


@pytest.mark.parametrize("mode", ["--edit", PLAIN])
def test_kept_when_typing_pauses(mode: str, tmp_path: Path) -> None:
    """Killed after a pause in the middle of a line: the line is there; Enter, or emptying the line, takes it away."""
    talk, file = Talk(tmp_path, mode), tmp_path / "drafts" / "sitting.json"
    talk.sees("1>")
    talk.presses("all of it")
    talk.until(file.exists)
    talk.presses("\r")
    talk.sees("got 9")
    talk.sees("2>")
    assert not file.exists()
    talk.presses("x")
    talk.until(file.exists)
    talk.presses("\x7f")
    talk.until(lambda: not file.exists())
    talk.presses("half a line")
    talk.until(file.exists)
    assert texts(tmp_path) == []
    talk.child.kill(9)
    talk.ends()
    talk.child.close()
    assert texts(tmp_path) == ["half a line"]


@pytest.mark.parametrize("mode", ["--edit", PLAIN])
@pytest.mark.parametrize("how", ["Ctrl-C", "end", "window closed"])
def test_kept_at_once_when_the_conversation_ends(how: str, mode: str, tmp_path: Path) -> None:
    """Interrupted, asked to end, or with its terminal closed, the line is kept though there was no pause."""
    talk = Talk(tmp_path, mode)
    talk.sees("1>")
    talk.presses("half")
    talk.sees("half")
    talk.presses(" a line")
    talk.sees("line")
    if how == "Ctrl-C":
        talk.presses("\x03")
        talk.ends()
    elif how == "end":
        talk.child.kill(15)
        talk.ends()
    else:
        assert talk.closes_the_window() == 0
    talk.child.close(force=True)
    assert texts(tmp_path) == ["half a line"]
