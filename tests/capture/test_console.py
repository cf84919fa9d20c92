"""Where a conversation takes place."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.capture.console import PlainConsole, TerminalConsole, console


class Typed(io.StringIO):
    """What is typed, at a terminal or into a pipe."""

    terminal = False

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Stands in place of stdin; stdout is that of the test."""
    monkeypatch.setenv("TERM", "xterm-256color")
    made = Typed()
    monkeypatch.setattr(sys, "stdin", made)
    return made


def types(typed: Typed, text: str) -> None:
    typed.write(text)
    typed.seek(0)


def test_text_is_wrapped_between_words(capsys: pytest.CaptureFixture[str]) -> None:
    """No line is longer than the width; what goes over hangs behind its beginning; lines of their own stay so."""
    PlainConsole(20).say("One line is one point, saved.\n  short\n\n1. a list with one long entry")
    assert capsys.readouterr().out.splitlines() == [
        "One line is one",
        "  point, saved.",
        "  short",
        "",
        "1. a list with one",
        "  long entry",
    ]


@settings(deadline=None)
@given(words=st.lists(st.text("abcdefgh", min_size=1, max_size=18), min_size=1), width=st.integers(20, 120))
def test_wrapping_loses_no_word(words: list[str], width: int) -> None:
    """Whatever the width, every word comes out whole and in order, and no line is too long."""
    out = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        PlainConsole(width).say(" ".join(words))
    assert out.getvalue().split() == words
    assert max(map(len, out.getvalue().splitlines())) <= width


def test_the_width_is_the_terminals_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never wider than what the eye can follow."""
    monkeypatch.setenv("COLUMNS", "44")
    assert (PlainConsole().width, PlainConsole(30).width) == (44, 30)
    monkeypatch.setenv("COLUMNS", "400")
    assert (PlainConsole().width, PlainConsole(300).width) == (100, 300)


def test_a_line_from_a_pipe_is_shown_after_its_prompt(typed: Typed, capsys: pytest.CaptureFixture[str]) -> None:
    """What was typed stands there as on a terminal, harmless; it is given back without its line end."""
    types(typed, "No \x1b[2Jbudget\r\nlast without end")
    terminal = PlainConsole(80)
    assert terminal.ask("1> ") == "No \x1b[2Jbudget"
    assert capsys.readouterr().out == "1> No budget\n"
    assert terminal.ask("2> ") == "last without end"


def test_a_terminal_shows_what_is_typed_by_itself(typed: Typed, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--plain` on a terminal the line is not printed a second time; an earlier one is shown above."""
    types(typed, "new\n")
    typed.terminal = True
    assert PlainConsole(80).ask("G1-Q1-01> ", "old") == "new"
    assert capsys.readouterr().out == "Now: old\nG1-Q1-01> "


@pytest.mark.usefixtures("typed")
def test_the_end_of_input_is_no_empty_line() -> None:
    """An empty line ends a question; the end of input ends the conversation."""
    with pytest.raises(EOFError):
        PlainConsole(80).ask("1> ")


@pytest.mark.parametrize("pipe", ["asked for", "stdin", "stdout", "dumb"])
def test_plain_where_lines_cannot_be_edited(pipe: str, typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for, a pipe at either end, or a dumb terminal."""
    monkeypatch.setenv("TERM", "dumb" if pipe == "dumb" else "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: pipe != "stdout")
    typed.terminal = pipe != "stdin"
    made = console(plain=pipe == "asked for", width=40)
    assert type(made) is PlainConsole
    assert made.width == 40


def test_a_real_terminal_can_edit_lines(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ends a terminal: the console is the one that edits, with the width asked for; `before` is in the line."""
    asked: list[tuple[str, str]] = []

    class Session:
        def prompt(self, text: str, default: str) -> str:
            asked.append((text, default))
            return "typed"

    import prompt_toolkit  # noqa: PLC0415  only here, as the test below holds

    monkeypatch.setattr(prompt_toolkit, "PromptSession", Session)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    typed.terminal = True
    made = console(plain=False, width=40)
    assert isinstance(made, TerminalConsole)
    assert made.width == 40
    assert made.ask("1> ", "before") == "typed"
    assert asked == [("1> ", "before")]


def test_plain_lines_need_no_editor() -> None:
    """A conversation through a pipe never imports prompt_toolkit."""
    code = (
        "import sys; from vaexercise.capture.console import console; import vaexercise.capture.conversation; "
        "c = console(plain=False); c.say(c.ask('> ')); print('prompt_toolkit' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], input="x\n", capture_output=True, text=True, check=True)
    assert done.stdout == "> x\nx\nFalse\n"
