"""What a typed line means."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.capture.commands import COMMANDS, OTHERWISE, Typed, explained, understand


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


@pytest.mark.parametrize(("word", "meant"), OTHERWISE.items())
def test_words_that_people_try_lead_to_the_command_they_mean(word: str, meant: str) -> None:
    """They are no commands, so that there is one word for one thing; the answer names it."""
    assert word not in COMMANDS
    assert meant in COMMANDS
    assert f"Did you mean :{meant}?" in understand(f":{word}").reply


def test_a_colon_alone_is_answered() -> None:
    """It is neither a point nor a command; a space after it is no harm."""
    assert understand(" : ").reply.startswith("A colon alone is no command. Nothing was entered.")
    assert understand(": star 3") == Typed(command="star", argument="3")


def test_details_of_points_are_commands() -> None:
    """Only where the question has them; elsewhere they are answered as mistyped."""
    assert understand(":kind 2", ["kind"]) == Typed(command="kind", argument="2")
    assert "There is no command :kind." in understand(":kind 2").reply


def test_help_explains_one_command_or_all() -> None:
    """With or without its colon; a detail too; for what is no command, only the nearest is offered."""
    assert (
        list(explained(":star"))
        == list(explained("star"))
        == [f"{COMMANDS['star'].usage} – {COMMANDS['star'].meaning}"]
    )
    assert next(explained("kind", ["kind"])).startswith(":kind 3 … – ")
    assert list(explained("stra")) == ["There is no command :stra. Did you mean :star? :help alone shows all."]
    assert len(list(explained("", ["kind"]))) == len(COMMANDS) + 2


def test_an_answer_to_a_long_command_is_short() -> None:
    """Whatever was pasted after a colon by mistake is not read aloud as a whole."""
    assert len(understand(f":{'x' * 100_000}").reply) < 300


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
