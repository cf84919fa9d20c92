"""Where a conversation takes place."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.capture.consoles.console import PlainConsole, console
from vaexercise.capture.consoles.ending import Ending

if sys.platform != "win32":
    from vaexercise.capture.consoles.typed import TypedConsole


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


@pytest.mark.parametrize("pipe", ["stdin", "stdout"])
def test_lines_where_an_end_is_a_pipe(pipe: str, typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is known of a pipe at either end, so nothing is set there; no key completes or keeps anything."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: pipe != "stdout")
    typed.terminal = pipe != "stdin"
    types(typed, "typed\n")
    kept: list[str] = []
    with console(plain=False, width=40) as made:
        assert type(made) is PlainConsole
        assert made.width == 40
        assert made.ask("1> ", choices=["typed words"], keep=kept.append) == "typed"
        assert not made.forget()
    assert kept == []


@pytest.mark.parametrize("why", ["asked for", "dumb"])
def test_plain_lines_on_a_terminal(why: str, typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for, or a dumb terminal: the console that reads key by key and steers nothing."""
    monkeypatch.setenv("TERM", "dumb" if why == "dumb" else "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(typed, "fileno", lambda: 0)
    monkeypatch.setattr(Ending, "__init__", lambda *_: None)
    typed.terminal = True
    assert type(console(plain=why == "asked for", width=40)) is TypedConsole


def test_what_is_said_steers_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Escape sequences, overrides of direction and half characters in what people wrote are shown as marks."""
    PlainConsole(80).say("a\x1b[2J \u202eb\r \ud800 [/b]\n  \x9b1A")
    assert capsys.readouterr().out == "a\ufffd[2J \ufffdb\ufffd \ufffd [/b]\n  \ufffd1A\n"


def test_a_prompt_steers_nothing(typed: Typed, capsys: pytest.CaptureFixture[str]) -> None:
    """A label that somebody wrote is shown harmless, short or long, and so is what stood there before."""
    types(typed, "\n\n")
    PlainConsole(80).ask("\x1bc> ", "\x1b[A")
    PlainConsole(20).ask("words \x1bc words words> ")
    assert "\x1b" not in capsys.readouterr().out


def test_broken_bytes_in_a_pipe_are_marks(typed: Typed) -> None:
    """Whatever the stream made of them, no half character comes out."""
    types(typed, "caf\udce9\n")
    assert PlainConsole(80).ask("1> ") == "caf\ufffd"


def test_plain_lines_need_no_editor() -> None:
    """A conversation through a pipe never imports prompt_toolkit."""
    code = (
        "import sys; from vaexercise.capture.consoles.console import console; import vaexercise.capture.conversation; "
        "c = console(plain=False); c.say(c.ask('> ')); print('prompt_toolkit' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], input="x\n", capture_output=True, text=True, check=True)
    assert done.stdout == "> x\nx\nFalse\n"
