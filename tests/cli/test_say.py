"""What is printed outside a conversation."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable

import pytest

from vaexercise.cli import say
from vaexercise.errors import NotSaved

COLUMNS = ("Name", "State")
ROWS = [("[bold]Amara[/b]", "Lusemia"), ("خالد", ""), (":warning: Boris", "Zambara")]


Shown = Callable[[], str]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shown:
    """A terminal of 60 columns in place of stdout; gives what is on it."""
    for name in ("VAEXERCISE_PLAIN", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _stream: True)
    return lambda: capsys.readouterr().out


def test_a_table_on_a_terminal_has_no_right_hand_border(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns under their heads, one line per row, nothing drawn at the sides and no colour where none is wanted."""
    monkeypatch.setenv("NO_COLOR", "1")
    say.table(COLUMNS, ROWS, plain=False)
    text = shown()
    assert not re.search(r"\x1b\[(?:\d+;)*[34]\d", text)
    lines = re.sub(r"\x1b\[[\d;]*m", "", text).splitlines()
    cells = [line.split() for line in lines if line.strip()]
    assert cells[0] == ["Name", "State"]
    assert set("".join(cells[1])) == {"─"}
    assert cells[2:] == [["[bold]Amara[/b]", "Lusemia"], ["خالد"], [":warning:", "Boris", "Zambara"]]
    assert lines[1].index("Name") == next(line for line in lines if "Lusemia" in line).index("[bold]")


def test_names_are_never_markup_on_a_terminal(shown: Shown) -> None:
    """Brackets and colons stand as they were written, in cells and in the title."""
    say.table(COLUMNS, ROWS, plain=False, title="[red]List[/red]")
    text = shown()
    for words in ("[bold]Amara[/b]", ":warning: Boris", "[red]List[/red]", "خالد"):
        assert words in text


def test_a_long_cell_is_folded_and_never_cut(shown: Shown) -> None:
    """Every letter of a cell that is wider than the terminal is there."""
    say.table(COLUMNS, [("x" * 200, "Lusemia")], plain=False)
    text = shown()
    assert text.count("x") == 200
    assert "…" not in text


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("", "")])
def test_plain_lines_where_they_are_wanted(
    name: str, value: str, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a dumb terminal, or asked for: `Label: value` lines, empty cells left out, a line between rows."""
    if name:
        monkeypatch.setenv(name, value)
    say.table(COLUMNS, ROWS, plain=not name, title="List")
    assert shown() == (
        "List\nName: [bold]Amara[/b]\nState: Lusemia\n\nName: خالد\n\nName: :warning: Boris\nState: Zambara\n\n"
    )


def test_a_pipe_gets_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """What is no terminal gets no table."""
    say.table(COLUMNS, ROWS[:1], plain=False)
    assert capsys.readouterr().out == "Name: [bold]Amara[/b]\nState: Lusemia\n\n"


def test_results_and_notes_go_their_own_ways(capsys: pytest.CaptureFixture[str]) -> None:
    """The result on stdout, what is said about it on stderr; nothing in either steers the terminal."""
    say.result("a\x1b[2Jb\n\tc\u202e")
    say.note("d\x07")
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("a�[2Jb\n\tc�\n", "d�\n")


def test_data_are_the_same_for_programs_and_harmless_on_a_screen(capsys: pytest.CaptureFixture[str]) -> None:
    """Control characters are escaped as JSON has it, so that reading gives back every one; letters stay letters."""
    value = {"name": "\x1b[2J\x9b2J\u202e\x7f Aïssatou"}
    say.data(value)
    printed = capsys.readouterr().out
    assert json.loads(printed) == value
    assert "Aïssatou" in printed
    assert not set(printed) & {"\x1b", "\x9b", "\u202e", "\x7f"}


@pytest.mark.parametrize("words", [lambda: say.result("x"), lambda: say.data({}), say.flush])
def test_output_that_the_system_refuses_is_not_saved(words: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk behind stdout is an error with a sentence; a closed pipe stays what it is."""

    class Refusing(io.StringIO):
        error: OSError = OSError(28, "No space left on device")

        def write(self, _text: str) -> int:
            raise self.error

        def flush(self) -> None:
            raise self.error

    assert callable(words)
    monkeypatch.setattr(sys, "stdout", Refusing())
    with pytest.raises(NotSaved, match="No space left on device"):
        words()
    monkeypatch.setattr(Refusing, "error", BrokenPipeError(32, "Broken pipe"))
    with pytest.raises(BrokenPipeError):
        words()


LONG = "  G1-Q1-01  Nobody asked the people in the villages what they needed"


def test_lines_are_as_wide_as_asked_or_as_the_terminal(shown: Shown) -> None:
    """Broken between words, what goes on behind the beginning."""
    say.lines(LONG)
    assert shown() == "  G1-Q1-01  Nobody asked the people in the villages what\n    they needed\n"
    say.lines(LONG, 30)
    assert shown() == "  G1-Q1-01  Nobody asked the\n    people in the villages\n    what they needed\n"


def test_lines_in_a_pipe_stay_whole_unless_a_width_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """A program reads a line as one."""
    say.lines(LONG)
    assert capsys.readouterr().out == f"{LONG}\n"
    say.table(("Name", "Words"), [("Amara", LONG.strip())], plain=True)
    assert capsys.readouterr().out == f"Name: Amara\nWords: {LONG.strip()}\n\n"
    say.table(("Name", "Words"), [("Amara", LONG.strip())], plain=True, width=30, title=LONG.strip())
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 30


def test_a_table_is_as_wide_as_asked(shown: Shown) -> None:
    """On a terminal too."""
    say.table(("Name", "Words"), [("Amara", LONG.strip())], plain=False, width=30)
    assert max(map(len, re.sub(r"\x1b\[[\d;]*m", "", shown()).splitlines())) <= 30
