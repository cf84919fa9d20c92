"""The line being typed: keys in, text and echo out."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.capture.consoles.keys import Line, width

BACKSPACE, CTRL_U, CTRL_W = "\x7f", "\x15", "\x17"
TYPED = st.lists(st.one_of(st.text("abc  ", max_size=30), st.sampled_from([BACKSPACE, CTRL_U, CTRL_W, "\x1b[A"])))


class Screen:
    """A terminal that knows letters, line ends and one step back, and begins a row when the next letter comes."""

    def __init__(self, columns: int) -> None:
        self.columns, self.rows, self.column = columns, [""], 0

    def show(self, text: str) -> None:
        for char in text:
            if char == "\n":
                self.rows, self.column = [*self.rows, ""], 0
            elif char == "\b":
                self.column = max(0, min(self.column, self.columns - 1) - 1)
            else:
                self._put(char)

    def _put(self, char: str) -> None:
        if self.column == self.columns:
            self.rows, self.column = [*self.rows, ""], 0
        row = self.rows[-1].ljust(self.column)
        self.rows[-1] = row[: self.column] + char + row[self.column + 1 :]
        self.column += 1


@settings(deadline=None)
@given(typed=TYPED)
def test_the_screen_shows_the_line(typed: list[str]) -> None:
    """Whatever is typed and erased, a row wide enough shows the prompt and the line, and nothing else."""
    line, screen = Line("1> ", 10_000), Screen(10_000)
    screen.show("1> ")
    for keys in typed:
        screen.show(line.feed(keys).echo)
    assert screen.rows[-1].rstrip() == f"1> {line.text}".rstrip()
    assert screen.column == len(f"1> {line.text}")


@settings(deadline=None)
@given(typed=TYPED, columns=st.integers(12, 30))
def test_a_narrow_screen_shows_the_end_of_the_line(typed: list[str], columns: int) -> None:
    """Where a line has several rows, and the cursor cannot go back to the row above, its end is shown anew."""
    line, screen = Line("1> ", columns), Screen(columns)
    screen.show("1> ")
    for keys in typed:
        screen.show(line.feed(keys).echo)
    shown = "".join(row.ljust(columns) for row in screen.rows).rpartition("1> ")[2].rstrip()
    text = line.text.rstrip()
    if shown.startswith("..."):
        assert text.endswith(shown.removeprefix("...").lstrip())
        assert shown != "..." or line.text[-1:].isspace()
    else:
        assert shown == text
    assert max(map(len, screen.rows)) <= columns


@settings(deadline=None)
@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\x1b")), cut=st.integers(0, 50))
def test_keys_that_come_in_pieces_are_the_same_keys(text: str, cut: int) -> None:
    """Wherever what was typed is cut in two, the line is the same; the echo never steers the terminal."""
    keys = "".join(char for char in text if char not in "\n\r\x04\t")
    once, twice = Line("1> ", 80), Line("1> ", 80)
    echo = once.feed(keys).echo
    twice.feed(keys[:cut])
    twice.feed(keys[cut:])
    assert once.text == twice.text
    assert {char for char in echo + once.text if unicodedata.category(char) == "Cc"} <= {"\b", "\n"}
    assert not set(once.text) & set("\b\n")


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[A",
        "\x1b[1;5D",
        "\x1b[200~",
        "\x1bOP",
        "\x1b[[A",
        "\x1bb",
        "\x1b\x1b[A",
        "\x1b]0;title\x07",
        "\x1b]0;t\x1b\\",
    ],
)
def test_a_key_that_is_a_sequence_is_swallowed_whole(sequence: str) -> None:
    """At once or cut anywhere but after an escape that a letter follows, no part of it is typed."""
    for cut in range(len(sequence)):
        line = Line("1> ", 80)
        if cut == 1 and sequence[1].isalpha() and sequence[1] != "O":
            continue
        echo = line.feed(f"a{sequence[:cut]}").echo + line.feed(f"{sequence[cut:]}z").echo
        assert (line.text, echo) == ("az", "az"), cut


def test_the_escape_key_alone_does_nothing() -> None:
    """What is typed after a pause is typed, even where it might have been part of a sequence."""
    line = Line("1> ", 80)
    line.feed("a\x1b")
    assert line.waiting
    line.settle()
    line.feed("[Oslo]")
    assert line.text == "a[Oslo]"
    line.feed("\x1b")
    line.feed("later")
    assert line.text == "a[Oslo]later"


def test_enter_ends_even_a_sequence() -> None:
    """A sequence that was broken off takes no line end with it, and what follows waits for the next line."""
    line = Line("1> ", 80)
    fed = line.feed("ab\x1b[12\rnext")
    assert (line.text, fed.done, fed.rest) == ("ab", True, "next")


def test_a_family_leaves_one_by_one() -> None:
    """Letters joined to one picture are taken back one at a time, never leaving a joiner behind."""
    line = Line("1> ", 80)
    line.feed("x\U0001f469\u200d\U0001f467\ufe0f")
    line.feed(BACKSPACE)
    assert line.text == "x\U0001f469"
    line.feed(BACKSPACE)
    assert line.text == "x"
    line.feed(BACKSPACE * 3)
    assert line.text == ""


def test_erasing_more_than_is_there_shows_nothing() -> None:
    """At an empty line, none of the keys that erase moves the cursor into the prompt."""
    assert Line("1> ", 80).feed(f"{BACKSPACE}{CTRL_U}{CTRL_W}\b").echo == ""


def test_cells_of_letters() -> None:
    """A wide letter fills two cells, a mark none."""
    assert [width(text) for text in ("abc", "\u65e5", "e\u0301", "\u200d")] == [3, 2, 1, 0]


def test_a_tab_completes_or_is_a_space() -> None:
    """Typed ahead it completes as it would alone; amid words that nothing offered begins with, it parts them."""
    line = Line("1> ", 80, ["Amina Diallo", "Amin Bo"])
    assert line.feed("am\t\ta\t").echo == "am\b \b\b \bAmin" + "a" + " Diallo"
    assert line.text == "Amina Diallo"
    other = Line("1> ", 80, ["Amina Diallo"])
    other.feed("two\twords\t")
    assert other.text == "two words"
