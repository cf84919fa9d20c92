"""`feedback sign-off` on a terminal: it asks whether the group confirms, and who does."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from vaexercise.capture.consoles.console import PlainConsole
from vaexercise.cli.feedback import signing
from vaexercise.errors import Refused
from vaexercise.workshop.people.membership import member_names
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Ask = Callable[..., str]


class Typing(PlainConsole):
    """A person who types these lines, then leaves."""

    def __init__(self, *lines: str) -> None:
        super().__init__(80)
        self.lines = list(lines)
        self.said: list[str] = []
        self.offered: list[Sequence[str]] = []

    def say(self, text: str = "") -> None:
        """Keep what is shown."""
        self.said.append(text)

    def ask(
        self, prompt: str, before: str = "", *, choices: Sequence[str] = (), keep: Callable[[str], None] | None = None
    ) -> str:
        """The next line."""
        assert (before, keep) == ("", None)
        self.said.append(prompt)
        self.offered.append(choices)
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)


@pytest.fixture
def ask(workshop: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Asks on a terminal who confirms for group 2."""
    monkeypatch.setattr(signing, "sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True)))

    def confirmed(terminal: Typing, *, name: str = "", yes: bool = False) -> str:
        opened = Workshop(workshop)
        return signing._confirmation(opened, opened.session(), "g2", terminal, name=name, yes=yes)

    return confirmed


def members(workshop: Path) -> list[str]:
    opened = Workshop(workshop)
    return member_names(opened, opened.session(), "g2")


@pytest.mark.parametrize("answer", ["yes", "Y", " ye "])
def test_yes_and_a_name(ask: Ask, workshop: Path, answer: str) -> None:
    """The members are offered; the beginning of one name is enough, and other people may confirm."""
    first = members(workshop)[0]
    terminal = Typing(answer, first[:-1].lower())
    assert ask(terminal) == first
    assert terminal.offered == [("yes", "no"), members(workshop)]
    assert ask(Typing(answer, "Somebody\x1b[2J Else")) == "Somebody Else"


@pytest.mark.parametrize("lines", [("no",), ("N",), (), ("yes",), ("yes", "")])
def test_anything_else_signs_nothing_off(ask: Ask, lines: tuple[str, ...]) -> None:
    """A no, and leaving at either question."""
    with pytest.raises(Refused, match=r"Nothing was signed off"):
        ask(Typing(*lines))


def test_what_is_neither_is_asked_again(ask: Ask) -> None:
    """And so is an empty name: nobody is ever stuck, or confirms by mistake."""
    terminal = Typing("", "perhaps", "yes", " ", "Amara")
    assert ask(terminal) == "Amara"
    assert terminal.said.count("Please type yes or no.") == 2
    assert "Type a name, or its beginning." in terminal.said


def test_options_answer_the_questions(ask: Ask) -> None:
    """Each its own; with both nothing is asked."""
    assert ask(Typing(), name="Amara", yes=True) == "Amara"
    assert ask(Typing("yes"), name="Amara") == "Amara"
    assert ask(Typing("Amara"), yes=True) == "Amara"
