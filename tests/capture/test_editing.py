"""Lines that can be edited, on a real terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no such terminal", allow_module_level=True)

from talking import Talk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CTRL_C, CTRL_D, CTRL_U, CTRL_Y, CTRL_Z, UP = "\x03", "\x04", "\x15", "\x19", "\x1a", "\x1b[A"


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Talk]:
    """A terminal that waits at its first prompt."""
    made = Talk(tmp_path)
    made.sees("1>")
    yield made
    made.child.close(force=True)


def test_tab_completes_or_shows_what_fits(talk: Talk) -> None:
    """The rest of the only choice; of several, what they have in common, then a list of them above the line."""
    talk.presses("bo\t")
    talk.sees("Boris Ilić")
    talk.presses(f"{CTRL_U}Am\t")
    talk.sees("Amin")
    talk.presses("\t")
    talk.sees("Amina Diallo Amin Bo")
    talk.presses("a\t\r")
    talk.sees("got 12 'Amina Diallo'")


def test_forgetting_clears_the_screen_and_the_lines_before(talk: Talk) -> None:
    """Nothing that was said stays on the screen or above it; no key calls back what was typed or cut."""
    talk.presses(f"a secret{CTRL_U}secret words\r")
    talk.sees("got 12")
    talk.sees("2>")
    talk.presses("forget\r")
    talk.sees("\x1b[2J")
    talk.sees("\x1b[3J")
    talk.sees("forgot True")
    talk.sees("3>")
    talk.presses(f"{UP}{UP}{CTRL_Y}word\r")
    assert "secret" not in talk.sees("got 4 'word'")


def test_ctrl_z_takes_back(talk: Talk) -> None:
    """As elsewhere, and nothing of it is in the text."""
    talk.presses(f"no budget{CTRL_U}")
    talk.presses(f"{CTRL_Z}\r")
    talk.sees("got 9 'no budget'")


def test_a_resized_window_shows_the_line_anew(talk: Talk) -> None:
    """Narrower, the line is drawn again in as many rows as it needs; what is said fills the new width."""
    talk.presses("No budget line for data in the districts, whoever asks")
    talk.sees("whoever asks")
    talk.child.setwinsize(30, 40)
    talk.sees("1> No budget line")
    talk.sees("asks")
    talk.presses(f"{CTRL_U}wide\r")
    talk.sees("got 4 'wide'")
    assert max(map(len, talk.sees("2>").split("\x1b")[0].splitlines())) == 39


def test_the_terminal_is_given_back(talk: Talk) -> None:
    """After Ctrl-D its settings are those it was found with."""
    talk.presses(CTRL_D)
    talk.sees("the end")
    assert "as before True" in talk.ends()
