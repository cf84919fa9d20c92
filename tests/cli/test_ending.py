"""How the program ends, seen from outside: exit codes, what is on the screen, what is in a file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from conftest import EXAMPLE, must

from vaexercise.errors import Exit

if TYPE_CHECKING:
    from pathlib import Path

RUN = "from vaexercise.cli import main; main()"
CTRL_C = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {RUN}"
"""A shell that runs its commands in the background would have the signal ignored."""
FULL = f"import resource as r, sys; sys.dont_write_bytecode = True; r.setrlimit(r.RLIMIT_FSIZE, (200, 200)); {RUN}"
"""No file can grow beyond 200 bytes: a full disk, to this process alone."""
BUG = f"import vaexercise.definitions.library as l; l.entries = lambda folder: [][0]; {RUN}"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal, limit or device")


def environment(**more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}
    return {**kept, "LANG": "C", "COLUMNS": "80", **more}


def start(code: str, *words: object, **more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(**more),
        encoding="utf-8",
    )


def ran(*words: object, code: str = RUN, typed: str = "", **more: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a command."""
    process = start(code, *words, **more)
    out, err = process.communicate(typed)
    return process.returncode, out, err


def test_done(tmp_path: Path) -> None:
    """0, and the result on stdout alone."""
    code, out, err = ran("exercise", "list", TMPDIR=str(tmp_path))
    assert (code, err) == (Exit.DONE, "")
    assert "Id: va-monitoring" in out


def test_wrong_content(workshop: Path, tmp_path: Path) -> None:
    """1, and nothing on stdout."""
    sheet = tmp_path / "sheet.yaml"
    sheet.write_text("group: 9\nanswers: {}\n")
    code, out, err = ran("feedback", "import", sheet, "--workshop", workshop)
    assert (code, out) == (Exit.CONTENT, "")
    assert "sheet.yaml:1:8: group: say which group this is" in err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["exercise", "show", "va-monitorin"], "Did you mean va-monitoring?"),
        (["exercise", "shaw", "va-monitoring"], "No such command 'shaw'"),
        (["plenary", "summary", "--with", "40"], "No such option: --with"),
        (["workshop", "status", "--workshop", "nowhere"], "vaexercise workshop new"),
        (["workshop", "status", "--workshop", "x" * 300], "There is no workshop in"),
    ],
)
def test_wrong_command(words: list[str], sentence: str) -> None:
    """2, a sentence, and no traceback, whether Typer or the program finds it."""
    code, out, err = ran(*words)
    assert (code, out) == (Exit.COMMAND, "")
    assert sentence in err
    assert "Traceback" not in err


@posix_only
def test_not_saved_when_the_log_cannot_grow(workshop_with_groups: Path) -> None:
    """3, NOT SAVED with the system's reason; what was saved before is whole, and the line is not claimed."""
    where = ("--workshop", workshop_with_groups)
    code, out, err = ran("feedback", "enter", "--group", "1", *where, code=FULL, typed="Lost line\n")
    assert code == Exit.NOT_SAVED
    assert "NOT SAVED: this entry was not written to the workshop's log. The system says: File too large." in err
    assert "saved as" not in out
    assert "all whole" in must("workshop", "check", *where).out
    assert "Lost line" not in must("feedback", "show", *where).out
    must("feedback", "enter", "--group", "1", *where, typed="Kept line\n")
    assert "G1-Q1-01  Kept line" in must("feedback", "show", *where).out


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a full device")  # noqa: PTH110
@pytest.mark.parametrize("words", [["exercise", "list"], ["exercise", "list", "--json"], ["exercise", "show"]])
def test_not_saved_when_the_output_cannot_be_written(words: list[str]) -> None:
    """3: `> summary.txt` on a full disk is no success, however little was printed, and no fault of the program."""
    name = ["va-monitoring"] if words[-1] == "show" else []
    with open("/dev/full", "w") as full:  # noqa: PTH123  a device
        done = subprocess.run(
            [sys.executable, "-c", RUN, *words, *name], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == Exit.NOT_SAVED
    [said] = done.stderr.splitlines()
    assert said.startswith("NOT SAVED: the output was not written in full. The system says: No space left on device.")


@posix_only
def test_ctrl_c_while_a_line_is_asked_for(workshop_with_groups: Path) -> None:
    """130 and a calm sentence, no traceback; the lines before are saved."""
    where = ("--workshop", workshop_with_groups)
    process = start(CTRL_C, "feedback", "enter", "--group", "1", *where)
    assert process.stdin
    assert process.stdout
    process.stdin.write("No budget line\n")
    process.stdin.flush()
    assert any("saved as G1-Q1-01" in line for line in process.stdout)
    assert process.stdout.read(3) == "2> "
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == Exit.INTERRUPTED
    assert err == "\nInterrupted. Everything that was saved is saved.\n"
    assert "G1-Q1-01  No budget line" in must("feedback", "show", *where).out


def test_a_bug_is_a_sentence_and_a_file(tmp_path: Path) -> None:
    """70; the traceback is in the file named, with the versions, and not on the screen."""
    code, out, err = ran("exercise", "list", code=BUG, TMPDIR=str(tmp_path), TEMP=str(tmp_path), TMP=str(tmp_path))
    assert (code, out) == (Exit.BUG, "")
    assert len(err.splitlines()) == 1
    assert err.startswith("vaexercise failed: IndexError. This is a fault of the program, not yours")
    [file] = tmp_path.iterdir()
    assert str(file) in err
    told = file.read_text(encoding="utf-8")
    assert told.startswith("vaexercise ")
    assert "Traceback (most recent call last)" in told
    assert "IndexError: list index out of range" in told


@posix_only
@pytest.mark.parametrize("words", [["plenary", "summary"], ["workshop", "history"], ["workshop", "status"]])
def test_a_closed_pipe_is_no_error(words: list[str], workshop: Path) -> None:
    """`| head -1` gets its line; the program ends with 0 and says nothing."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-c", RUN, *words, "--workshop", str(workshop)],
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (Exit.DONE, "")


def test_output_is_utf_8_whatever_the_system_speaks(workshop: Path) -> None:
    """With LANG=C and an encoding that has no Arabic, names come out as they are on the list."""
    code, out, err = ran(
        "participants",
        "list",
        "--workshop",
        workshop,
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
        PYTHONIOENCODING="ascii",
    )
    assert (code, err) == (Exit.DONE, "48 participants.\n")
    assert "Name: خالد النجار\n" in out
    assert "Name: សុខ ចាន់ថា\n" in out


def test_bytes_that_are_no_text_are_marked_and_saved(workshop_with_groups: Path) -> None:
    """A line in another encoding is not refused and breaks nothing: what cannot be read is a mark in it."""
    where = ("--workshop", str(workshop_with_groups))
    done = subprocess.run(
        [sys.executable, "-c", RUN, "feedback", "enter", "--group", "1", "--by", os.fsdecode(b"Lu\xeds"), *where],
        input=b"Donn\xe9es en retard\n",
        capture_output=True,
        env=environment(),
        check=False,
    )
    assert (done.returncode, done.stderr) == (Exit.DONE, b"")
    assert "Donn�es en retard" in must("feedback", "show", *where).out


class Terminal:
    """A real terminal around the program."""

    def __init__(self, *words: object) -> None:
        pexpect: Any = pytest.importorskip("pexpect", reason="Windows has no such terminal")
        child = pexpect.spawn(
            sys.executable,
            ["-c", RUN, *map(str, words)],
            env=environment(TERM="xterm-256color", COLUMNS="300"),
            encoding="utf-8",
            dimensions=(60, 300),
            timeout=60,
        )
        child.expect(pexpect.EOF)
        child.close()
        self.code: int = child.exitstatus
        self.shown: str = child.before


HOSTILE = (
    "name,state,organisation\n[/b],[red]Lusemia,=HYPERLINK(1)\n\x1b]0;owned\x07Boris\x1b[2J,Zambara,\u202eNetwork\n"
)


@pytest.mark.parametrize("words", [["participants", "list"], ["groups", "show"], ["workshop", "history"]])
def test_hostile_names_are_harmless(words: list[str], tmp_path: Path) -> None:
    """In a pipe and on a real terminal: brackets stand as they were written, nothing steers the terminal."""
    folder, people = tmp_path / "day", tmp_path / "people.csv"
    people.write_text(HOSTILE, encoding="utf-8")
    must("workshop", "new", folder, "--exercise", "va-monitoring")
    must("participants", "import", people, "--workshop", folder)
    must("groups", "assign", "--groups", "1", "--seed", "1", "--workshop", folder)
    _, piped, _ = ran(*words, "--workshop", folder)
    assert not set(piped) & {"\x1b", "\x07", "\u202e"}
    terminal = Terminal(*words, "--workshop", folder)
    assert terminal.code == Exit.DONE
    for shown in (piped, terminal.shown):
        assert "[/b]" in shown
        assert "Boris" in shown
        assert "[red]Lusemia" in shown
    assert "owned" not in terminal.shown
    assert "\x1b]" not in terminal.shown
    assert "\x1b[2J" not in terminal.shown
    assert "\u202e" not in terminal.shown


def test_a_log_from_elsewhere_cannot_steer_the_terminal(workshop: Path) -> None:
    """A record that another program wrote, with escape sequences in a name, is shown with marks in their place."""
    from vaexercise.workshop.workshop import Workshop  # noqa: PLC0415  writes past the cleaning

    Workshop(workshop).record(
        [("participant/x", {"name": "Eve\x1b[2J\x9b2J\u202e", "attributes": {"state": "\x1b[1A"}})]
    )
    for words in (["participants", "list"], ["participants", "list", "--json"], ["workshop", "history"]):
        _, out, _ = ran(*words, "--workshop", workshop)
        assert "Eve" in out
        assert not set(out) & {"\x1b", "\x9b", "\u202e"}
    shown = Terminal("participants", "list", "--workshop", workshop).shown
    assert "Eve�[2J�2J�" in shown
    assert "\x1b[2J" not in shown


def test_the_example_is_what_the_names_come_from() -> None:
    """The Arabic and Khmer names above are on the list of the example, so that the test above tests something."""
    text = (EXAMPLE / "participants.csv").read_text(encoding="utf-8")
    assert "خالد النجار" in text
    assert "សុខ ចាន់ថា" in text
