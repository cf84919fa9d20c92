"""What a typed line means."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.capture.commands import COMMANDS, Typed, understand


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_understood(name: str) -> None:
    """A colon and the word, in capitals too, is the command; what follows is its argument."""
    assert understand(f":{name}") == Typed(command=name)
    assert understand(f"  :{name.upper()}  3 ") == Typed(command=name, argument="3")


def test_a_mistyped_command_is_answered_and_never_a_point() -> None:
    """The nearest command is offered, and nothing is entered."""
    typed = understand(":stra 3")
    assert (typed.text, typed.command) == ("", "")
    assert "Did you mean :star?" in typed.reply
    assert "Nothing was entered" in typed.reply
    assert "Did you mean" not in understand(":xyzzyq").reply


def test_a_point_may_begin_with_a_colon() -> None:
    """Two colons at the start are a point with one."""
    assert understand("::) was drawn on the wall") == Typed(text=":) was drawn on the wall")


@settings(deadline=None)
@given(st.text())
def test_any_line_is_words_a_command_or_a_reply(line: str) -> None:
    """Whatever is typed is exactly one of the three, or nothing; words have no control characters."""
    typed = understand(line)
    assert sum(map(bool, (typed.text, typed.command, typed.reply))) <= 1
    assert "\x1b" not in typed.text
