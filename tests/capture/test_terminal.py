"""A rapporteur at a real terminal, with lines that can be edited and with plain ones."""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, Any, cast

import pytest
from conftest import must

if sys.platform == "win32":
    pytest.skip("Windows has no such terminal", allow_module_level=True)

import pexpect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

RUN = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from vaexercise.cli import main; main()"
BACKSPACE, CTRL_C, CTRL_D, CTRL_U, UP = "\x7f", "\x03", "\x04", "\x15", "\x1b[A"


class Rapporteur:
    """Types at a terminal, and waits for what is to appear there."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.plain = "--plain" in options
        where = ["--workshop", str(folder), "--group", "1", "--by", "Amara"]
        self.child = pexpect.spawn(
            sys.executable,
            ["-c", RUN, "feedback", "enter", *where, *options],
            # a terminal that does not answer when it is asked where the cursor is
            env={**os.environ, "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", "TMPDIR": str(folder.parent)},
            encoding="utf-8",
            dimensions=(40, 100),
            timeout=20,
        )

    def sees(self, text: str) -> str:
        """Wait until the text is there, and give what came before it. An editor draws no space at the end of a line."""
        self.child.expect_exact(text)
        return str(self.child.before)

    def types(self, line: str) -> None:
        """Type a line and press Enter, once the terminal asks for it."""
        self.child.send(f"{line}\r")

    def says(self, number: int, line: str) -> None:
        """Type a point, and wait until it is saved and the next is asked for."""
        self.sees(f"{number}>")
        self.types(line)
        self.sees(f"saved as G1-Q1-{number:02d}")

    def pastes(self, text: str) -> None:
        """Paste text and press Enter; a terminal says where a text begins and ends to an editor that asked for it."""
        pasted = f"{text}\r" if self.plain else f"\x1b[200~{text}\x1b[201~\r"
        threading.Thread(target=self.child.send, args=(pasted,), daemon=True).start()

    def loses_the_window(self) -> int:
        """Close the terminal, and wait for the program to end; its exit code."""
        terminal = cast("Any", self.child).ptyproc
        terminal.fileobj.close()
        return int(terminal.wait())

    def leaves(self) -> int | None:
        """Wait for the end; the exit code, or none if it was killed."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus


@pytest.fixture(params=["lines that can be edited", "plain lines"])
def starts(request: pytest.FixtureRequest, workshop_with_groups: Path) -> Iterator[Callable[[], Rapporteur]]:
    """Begins `feedback enter` for group 1, in both ways that a terminal can have it."""
    options = ("--plain",) if request.param == "plain lines" else ()
    begun: list[Rapporteur] = []

    def start() -> Rapporteur:
        begun.append(Rapporteur(workshop_with_groups, *options))
        return begun[-1]

    yield start
    for rapporteur in begun:
        rapporteur.child.close(force=True)


def kept(folder: Path) -> list[str]:
    """What another process finds saved."""
    shown = must("feedback", "show", "--group", "1", "--workshop", folder).out
    return [line.strip() for line in shown.splitlines() if line.startswith("  ")]


def test_two_points_and_leaving(starts: Callable[[], Rapporteur], workshop_with_groups: Path) -> None:
    """Each Enter saves a point; `:quit` says what is open and ends with 0."""
    rapporteur = starts()
    rapporteur.says(1, "No budget line")
    rapporteur.says(2, "Les données arrivent trop tard")
    rapporteur.sees("3>")
    rapporteur.types(":quit")
    rapporteur.sees("Group 1: 2 points. Everything entered is saved.")
    rapporteur.sees("Still open: Q2, Q3, Q4, Q5.")
    assert rapporteur.leaves() == 0
    assert kept(workshop_with_groups) == ["G1-Q1-01  No budget line", "G1-Q1-02  Les données arrivent trop tard"]


def test_a_slip_is_mended_before_enter(starts: Callable[[], Rapporteur], workshop_with_groups: Path) -> None:
    """Backspace takes back letters, Ctrl-U the line; neither is part of the text."""
    rapporteur = starts()
    rapporteur.says(1, f"No bugs{BACKSPACE * 2}dget")
    rapporteur.sees("2>")
    rapporteur.types(f"wrong{CTRL_U}right")
    rapporteur.sees("saved as G1-Q1-02")
    rapporteur.sees("3>")
    rapporteur.child.send(CTRL_D)
    assert rapporteur.leaves() == 0
    assert kept(workshop_with_groups) == ["G1-Q1-01  No budget", "G1-Q1-02  right"]


def test_the_end_of_input_says_what_is_open(starts: Callable[[], Rapporteur], workshop_with_groups: Path) -> None:
    """Ctrl-D at an empty line leaves as `:quit` does."""
    rapporteur = starts()
    rapporteur.says(1, "No budget line")
    rapporteur.sees("2>")
    rapporteur.child.send(CTRL_D)
    rapporteur.sees("Still open: Q2, Q3, Q4, Q5. The same command goes on there.")
    assert rapporteur.leaves() == 0
    assert kept(workshop_with_groups) == ["G1-Q1-01  No budget line"]


def test_ctrl_c_loses_nothing(starts: Callable[[], Rapporteur], workshop_with_groups: Path) -> None:
    """In the middle of a line: exit code 130, a calm sentence, and every point before it is there."""
    rapporteur = starts()
    rapporteur.says(1, "No budget line")
    rapporteur.sees("2>")
    rapporteur.child.send("half-a-li")
    rapporteur.sees("half-a-li")
    rapporteur.child.send(CTRL_C)
    rapporteur.sees("Interrupted. Everything that was saved is saved.")
    assert rapporteur.leaves() == 130
    assert kept(workshop_with_groups) == ["G1-Q1-01  No budget line"]


def test_killed_in_the_middle_of_a_line(starts: Callable[[], Rapporteur], workshop_with_groups: Path) -> None:
    """Every acknowledged point is there, the log is whole, and the same command goes on with the next number."""
    rapporteur = starts()
    rapporteur.says(1, "No budget line")
    rapporteur.says(2, "Late data")
    rapporteur.sees("3>")
    rapporteur.child.send("half-a-li")
    rapporteur.sees("half-a-li")
    rapporteur.child.kill(signal.SIGKILL)
    assert rapporteur.leaves() is None
    assert kept(workshop_with_groups) == ["G1-Q1-01  No budget line", "G1-Q1-02  Late data"]
    assert "all whole" in must("workshop", "check", "--workshop", workshop_with_groups).out
    again = starts()
    again.sees("1 of 5 questions done or begun. Going on where you stopped.")
    again.sees(">")
    again.types(":back")
    again.sees("2. Late data  [G1-Q1-02]")
    again.says(3, "No staff")
    again.sees("4>")
    again.types(":quit")
    assert again.leaves() == 0
    assert len(kept(workshop_with_groups)) == 3


def test_a_resized_window_changes_nothing(starts: Callable[[], Rapporteur], workshop_with_groups: Path) -> None:
    """In the middle of a line, narrower and wider again: the line is saved as it was typed."""
    rapporteur = starts()
    rapporteur.sees("1>")
    rapporteur.child.send("No budget line ")
    rapporteur.sees("line")
    rapporteur.child.setwinsize(20, 30)
    rapporteur.child.send("for data ")
    rapporteur.sees("data")
    rapporteur.child.setwinsize(50, 200)
    rapporteur.types("in the districts")
    rapporteur.sees("saved as G1-Q1-01")
    rapporteur.sees("2>")
    rapporteur.child.send(CTRL_D)
    assert rapporteur.leaves() == 0
    assert kept(workshop_with_groups) == ["G1-Q1-01  No budget line for data in the districts"]


def test_editing_begins_with_the_line_as_it_is(workshop_with_groups: Path) -> None:
    """`:edit 1` puts the point into the line: typing adds to it, and its code stays."""
    rapporteur = Rapporteur(workshop_with_groups)
    rapporteur.says(1, "No budget line")
    rapporteur.sees("2>")
    rapporteur.types(":edit 1")
    rapporteur.sees("G1-Q1-01>")
    rapporteur.sees("No budget line")
    rapporteur.types(f"{BACKSPACE * 4}for data")
    rapporteur.sees("saved G1-Q1-01")
    rapporteur.sees("2>")
    rapporteur.child.send(CTRL_D)
    assert rapporteur.leaves() == 0
    assert kept(workshop_with_groups) == ["G1-Q1-01  No budget for data"]


def test_editing_plain_lines_shows_the_line_above(workshop_with_groups: Path) -> None:
    """Where nothing can be changed in place, the point is shown; an empty line leaves it, words replace it."""
    rapporteur = Rapporteur(workshop_with_groups, "--plain")
    rapporteur.says(1, "No budget line")
    for line in ("", "No budget for data"):
        rapporteur.sees("2>")
        rapporteur.types(":edit 1")
        rapporteur.sees("Now: No budget line")
        rapporteur.sees("G1-Q1-01>")
        rapporteur.types(line)
    rapporteur.sees("saved G1-Q1-01")
    rapporteur.sees("2>")
    rapporteur.child.send(CTRL_D)
    assert rapporteur.leaves() == 0
    assert kept(workshop_with_groups) == ["G1-Q1-01  No budget for data"]


def test_an_earlier_line_can_be_called_back(workshop_with_groups: Path) -> None:
    """The arrow key brings the last line, to be changed into another point."""
    rapporteur = Rapporteur(workshop_with_groups)
    rapporteur.says(1, "No budget in Lusemia")
    rapporteur.sees("2>")
    rapporteur.types(f"{UP}{BACKSPACE * 7}Zambara")
    rapporteur.sees("saved as G1-Q1-02")
    rapporteur.sees("3>")
    rapporteur.child.send(CTRL_D)
    assert rapporteur.leaves() == 0
    assert kept(workshop_with_groups) == ["G1-Q1-01  No budget in Lusemia", "G1-Q1-02  No budget in Zambara"]


def test_plain_lines_steer_nothing(workshop_with_groups: Path) -> None:
    """With `--plain`, not one escape sequence reaches the terminal: a screen reader reads only words."""
    rapporteur = Rapporteur(workshop_with_groups, "--plain")
    said = rapporteur.sees("1>")
    rapporteur.types("No budget line")
    said += rapporteur.sees("2>")
    rapporteur.types(":quit")
    rapporteur.leaves()
    assert "\x1b" not in said + str(rapporteur.child.before)


def test_lines_in_a_row_are_all_saved(starts: Callable[[], Rapporteur], workshop_with_groups: Path) -> None:
    """Lines that come faster than anybody types are points in their order."""
    rapporteur = starts()
    rapporteur.sees("1>")
    rapporteur.child.send("".join(f"Line {number}\r" for number in range(1, 21)))
    rapporteur.sees("21>")
    rapporteur.child.send(CTRL_D)
    assert rapporteur.leaves() == 0
    assert kept(workshop_with_groups) == [f"G1-Q1-{number:02d}  Line {number}" for number in range(1, 21)]


def test_a_pasted_paragraph_is_a_point_for_each_line(workshop_with_groups: Path) -> None:
    """A terminal hands over pasted lines as one; each is a point all the same, and an empty one ends nothing."""
    rapporteur = Rapporteur(workshop_with_groups)
    rapporteur.sees("1>")
    rapporteur.child.send("\x1b[200~No budget line\rLate data\r\n\r\nNo staff\x1b[201~\r")
    rapporteur.sees("saved as G1-Q1-03")
    rapporteur.sees("4>")
    rapporteur.child.send(CTRL_D)
    assert rapporteur.leaves() == 0
    assert kept(workshop_with_groups) == ["G1-Q1-01  No budget line", "G1-Q1-02  Late data", "G1-Q1-03  No staff"]


@pytest.mark.parametrize("length", [5_000, 100_000])
def test_a_long_paste_arrives_whole(length: int, starts: Callable[[], Rapporteur], workshop_with_groups: Path) -> None:
    """Beyond the 4,096 bytes that a system keeps of a line, every letter of it is in the point."""
    rapporteur = starts()
    rapporteur.sees("1>")
    rapporteur.pastes("Les données" + "é" * (length - 11))
    rapporteur.sees("saved as G1-Q1-01")
    rapporteur.sees("2>")
    rapporteur.child.send(CTRL_D)
    assert rapporteur.leaves() == 0
    assert len(kept(workshop_with_groups)[0]) == len("G1-Q1-01  ") + length


def test_forty_pasted_lines_are_forty_points(starts: Callable[[], Rapporteur], workshop_with_groups: Path) -> None:
    """Each is shown at its own prompt and saved; a blank line between paragraphs ends nothing."""
    rapporteur = starts()
    rapporteur.sees("1>")
    rapporteur.pastes("\r".join(f"Line {number}" for number in range(1, 41)).replace("Line 20", "\r \rLine 20"))
    rapporteur.sees("40> Line 40")
    rapporteur.sees("41>")
    rapporteur.child.send(CTRL_D)
    assert rapporteur.leaves() == 0
    assert kept(workshop_with_groups) == [f"G1-Q1-{number:02d}  Line {number}" for number in range(1, 41)]


def test_a_closed_window_loses_nothing(starts: Callable[[], Rapporteur], workshop_with_groups: Path) -> None:
    """In the middle of a line: the program ends as at the end of input, and complains to nobody."""
    rapporteur = starts()
    rapporteur.says(1, "No budget line")
    rapporteur.sees("2>")
    rapporteur.child.send("half-a-li")
    rapporteur.sees("half-a-li")
    assert rapporteur.loses_the_window() == 0
    assert kept(workshop_with_groups) == ["G1-Q1-01  No budget line"]
    assert "all whole" in must("workshop", "check", "--workshop", workshop_with_groups).out
    assert list(workshop_with_groups.parent.glob("vaexercise-*")) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_request_to_end_loses_nothing(
    number: signal.Signals, starts: Callable[[], Rapporteur], workshop_with_groups: Path
) -> None:
    """Asked to end in the middle of a line, by whomever: it ends as at the end of input, without a traceback."""
    rapporteur = starts()
    rapporteur.says(1, "No budget line")
    rapporteur.sees("2>")
    rapporteur.child.send("half-a-li")
    rapporteur.sees("half-a-li")
    rapporteur.child.kill(number)
    assert rapporteur.leaves() == 0
    assert "Traceback" not in str(rapporteur.child.before)
    assert kept(workshop_with_groups) == ["G1-Q1-01  No budget line"]


@pytest.mark.parametrize("typed", [b"caf\xe9", b"caf\xf0\x9f"])
def test_broken_bytes_are_marks(typed: bytes, starts: Callable[[], Rapporteur], workshop_with_groups: Path) -> None:
    """A terminal with another encoding stops nothing: what is no letter is a mark, and the rest is there."""
    rapporteur = starts()
    rapporteur.sees("1>")
    os.write(rapporteur.child.child_fd, typed)
    rapporteur.sees("caf")
    rapporteur.types("")
    rapporteur.sees("saved as G1-Q1-01")
    rapporteur.sees("2>")
    rapporteur.child.send(CTRL_D)
    assert rapporteur.leaves() == 0
    assert set(kept(workshop_with_groups)[0].removeprefix("G1-Q1-01  caf")) == {"\ufffd"}


def test_an_unfinished_line_is_offered_after_a_kill(
    starts: Callable[[], Rapporteur], workshop_with_groups: Path
) -> None:
    """Typed, a pause, and `kill -9`: the next start says what was being typed, while no colleague is told before."""
    rapporteur = starts()
    rapporteur.says(1, "No budget line")
    rapporteur.sees("2>")
    rapporteur.child.send("half-a-li")
    rapporteur.sees("half-a-li")
    for _ in range(100):
        if list(workshop_with_groups.glob("drafts/*.json")):
            break
        rapporteur.child.expect([pexpect.TIMEOUT, "never shown"], timeout=0.1)
    colleague = starts()
    assert "half-a-li" not in colleague.sees("2>")
    rapporteur.child.kill(signal.SIGKILL)
    assert rapporteur.leaves() is None
    assert "half-a-li" in starts().sees("2>")
