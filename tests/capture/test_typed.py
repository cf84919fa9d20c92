"""Plain lines on a real terminal."""

from __future__ import annotations

import shutil
import signal
import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no such terminal", allow_module_level=True)

from talking import PLAIN, Talk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CTRL_C, CTRL_D, CTRL_S, CTRL_U, CTRL_W, CTRL_Z = "\x03", "\x04", "\x13", "\x15", "\x17", "\x1a"
BACKSPACE, LEFT = "\x7f", "\x1b[D"


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Talk]:
    """A terminal that waits at its first prompt."""
    made = Talk(tmp_path, PLAIN)
    made.sees("1> ")
    yield made
    made.child.close(force=True)


@pytest.mark.parametrize("length", [5_000, 100_000])
def test_a_line_of_any_length_arrives_whole(length: int, talk: Talk) -> None:
    """The system alone would keep 4,096 bytes of it; all that was typed is echoed, too."""
    talk.pours("Klein ä..."[:10] * (length // 10) + "\r")
    echoed = talk.sees(f"got {length}")
    assert echoed.count("Klein ä...") == length // 10


def test_forty_pasted_lines_answer_forty_prompts(talk: Talk) -> None:
    """Each is echoed at its own prompt, in order, though the program was busy with the one before."""
    talk.pours("".join(f"Line {n}\r" for n in range(1, 41)))
    said = talk.sees("41> ").replace("\r\n", "\n")
    numbered = [f"{n}> Line {n}\ngot {len(f'Line {n}')} 'Line {n}'\n" for n in range(2, 41)]
    assert said == "Line 1\ngot 6 'Line 1'\n" + "".join(numbered)


def test_a_blank_line_in_a_pasted_text_ends_nothing(talk: Talk) -> None:
    """An empty line that is typed is an answer; those between pasted paragraphs are none."""
    talk.presses("\r")
    talk.sees("got 0")
    talk.sees("2> ")
    talk.presses("one\r\r \t\rtwo\r\r")
    talk.sees("got 3 'one'")
    talk.sees("got 3 'two'")
    talk.sees("4> ")
    talk.presses("\r")
    talk.sees("got 0")


def test_only_backspaces_ever_steer_the_terminal(talk: Talk) -> None:
    """Arrow keys, one of them in two pieces, Alt and a function key are swallowed whole; no cursor is ever moved."""
    talk.presses(f"ab{LEFT}\x1bOP\x1bxc\x1b")
    talk.sees("abc")
    talk.presses("[")
    talk.presses("1;5")
    talk.presses(f"Dde{BACKSPACE}f\x00\x9b\u202e\r")
    said = talk.sees("got 5 'abcdf'")
    assert said.replace("\r\n", "") == "de\b \bf"


def test_words_and_the_line_are_erased(talk: Talk) -> None:
    """Ctrl-W takes a word, Ctrl-U the line; a wide letter takes two cells, an accent goes with its letter."""
    talk.presses(f"no budget  {CTRL_W}")
    talk.sees("\b \b" * 8)
    talk.presses(f"\u65e5e\u0301{BACKSPACE}")
    talk.sees("\b \b")
    talk.presses(BACKSPACE)
    talk.sees("\b \b\b \b")
    talk.presses("staff\r")
    talk.sees("got 8 'no staff'")
    talk.presses(f"wrong{CTRL_U}right\r")
    talk.sees("got 5 'right'")


def test_tab_completes_what_only_one_choice_can_be(talk: Talk) -> None:
    """The unambiguous rest, and else nothing; amid pasted text it is a space."""
    talk.presses("bo\t")
    talk.sees("Boris Ilić")
    talk.presses("\r")
    talk.sees("2> ")
    talk.presses("Am\t")
    talk.sees("in")
    talk.presses("\t")
    talk.presses("a\t")
    assert talk.sees("a Diallo") == ""
    talk.presses("\r")
    talk.sees("3> ")
    talk.presses("two\twords\r")
    talk.sees("got 9 'two words'")


def test_broken_bytes_are_marks_and_stop_nothing(talk: Talk) -> None:
    """A letter in two pieces is whole; bytes that are none are marks."""
    talk.bytes("é".encode()[:1])
    talk.bytes("é".encode()[1:] + b" caf\xe9 \xf0\x9f\r")
    talk.sees(r"got 8 '\xe9 caf\ufffd \ufffd'")


def test_ctrl_d_ends_only_at_an_empty_line(talk: Talk) -> None:
    """In the middle of a line it does nothing; then the terminal is as it was found."""
    talk.presses(f"half{CTRL_D} line\r")
    talk.sees("got 9 'half line'")
    talk.sees("2> ")
    talk.presses(CTRL_D)
    assert "as before True" in talk.ends()


def test_ctrl_c_gives_the_terminal_back(talk: Talk) -> None:
    """Interrupted in the middle of a line: the settings are those it was found with."""
    talk.presses("half")
    talk.sees("half")
    talk.presses(CTRL_C)
    talk.sees("interrupted")
    assert "as before True" in talk.ends()


def test_ctrl_s_does_not_freeze_the_terminal(talk: Talk) -> None:
    """Who wants to save as elsewhere is not stuck: it does nothing."""
    talk.presses(f"a{CTRL_S}b\r")
    talk.sees("got 2 'ab'")


def test_a_request_to_end_is_the_end_of_input(talk: Talk) -> None:
    """SIGTERM in the middle of a line: the conversation ends as it always does, with the terminal as it was."""
    talk.presses("half")
    talk.sees("half")
    talk.child.kill(signal.SIGTERM)
    talk.sees("the end")
    assert "as before True" in talk.ends()


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs a shell that can stop programs")
def test_stopped_and_going_on(tmp_path: Path) -> None:
    """Ctrl-Z gives the shell its terminal back; when the program goes on, the line is there again, and goes on."""
    talk = Talk(tmp_path, PLAIN, around=["bash", "--norc", "--noprofile", "-i"])
    talk.sees("1> ")
    talk.presses("half")
    talk.sees("half")
    talk.presses(CTRL_Z)
    talk.sees("Stopped")
    talk.presses("stty -a\rfg\r")
    assert " -echo " not in talk.sees("1> half")
    talk.presses(" line\r")
    talk.sees("got 9 'half line'")
    talk.child.close(force=True)


def test_text_follows_the_width_of_the_window(talk: Talk) -> None:
    """What is said fills the window as it is now, and never more than 100 columns."""
    for number, columns, longest in ((2, 60, 59), (3, 40, 39), (4, 200, 99)):
        talk.child.setwinsize(30, columns)
        talk.presses("wide\r")
        said = talk.sees(f"{number}> ")
        assert max(map(len, said.splitlines())) == longest


def test_nothing_that_was_said_is_taken_back(talk: Talk) -> None:
    """Plain lines cannot be: it says so, and sends nothing."""
    talk.presses("forget\r")
    talk.sees("forgot False")
    assert "\x1b" not in talk.sees("2> ")


def test_an_editor_around_us_echoes_by_itself(tmp_path: Path) -> None:
    """Where the terminal was found without echo but with whole lines, nothing typed is shown a second time."""
    talk = Talk(tmp_path, PLAIN)
    talk.child.setecho(state=False)
    talk.sees("1> ")
    talk.presses("typed\r")
    assert talk.sees("got 5") == ""
    talk.child.close(force=True)
