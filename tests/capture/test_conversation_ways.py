"""The conversations of the text files through every way of typing: each must say the same."""

from __future__ import annotations

import io
import os
import re
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from stage import FILES, Stage, workshop_for

from vaexercise.capture.consoles.console import PlainConsole
from vaexercise.capture.consoles.terminal import TerminalConsole
from vaexercise.model.steering import harmless
from vaexercise.model.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

WIDE = 1_000_000
"""Columns: nothing is wrapped, and no prompt stands on a line of its own."""

TYPED = re.compile(r"(?P<prompt>[^>]*>)(?: \[(?P<before>.*)\])? >>(?: (?P<words>.*))?")
NOT_PRINTED = ("#", "<< ", "<screen cleared>")
EDITED = [path for path in FILES if "# only as lines: " not in path.read_text(encoding="utf-8")]
PASTE, PASTED, FIRST, KILL = "\x1b[200~", "\x1b[201~", "\x01", "\x0b"
LONG = 500


class Piped(Stage):
    """A console at two ends of pipes."""

    def __init__(self, folder: Path, text: str) -> None:
        super().__init__(folder, text)
        self.plain = PlainConsole(WIDE)

    def say(self, text: str = "") -> None:
        """Print what is said."""
        super().say(text)
        self.plain.say(text)

    def typed(self, line: str, prompt: str, before: str, choices: Sequence[str]) -> str:
        """The line as it comes out of the pipe."""
        sys.stdin = io.StringIO(f"{line}\n")
        return self.plain.ask(prompt, before, choices=choices)


def printed(text: str, stage: Stage) -> Iterator[str]:
    """What a plain console prints of a conversation, but for empty lines."""
    for line in text.splitlines():
        if found := TYPED.fullmatch(line):
            if found["before"]:
                yield harmless(f"Now: {found['before']}")
            yield f"{found['prompt']} {harmless(clean_line(stage.expanded(found['words'] or '')))}".rstrip()
        elif line and not line.startswith(NOT_PRINTED):
            yield harmless(line).rstrip()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_through_a_pipe(path: Path, made_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is printed is what the file says, the prompts and the lines that were typed too."""
    text = path.read_text(encoding="utf-8")
    stage = Piped(tmp_path / "workshop", text)
    workshop_for(stage.facts.get("exercise", ""), made_once, tmp_path)
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setattr(sys, "stdout", out)
    assert stage.play() == text
    found = [line.rstrip() for line in stage.shortly(out.getvalue()).splitlines() if line.strip()]
    assert found == [stage.shortly(line) for line in printed(text, stage)]


class Edited(Stage):
    """A console whose lines are typed key by key: `send` sends keys, `ask` is that of the console."""

    def __init__(self, folder: Path, text: str, send: Callable[[str], None], ask: Callable[..., str]) -> None:
        super().__init__(folder, text)
        self._send, self._ask = send, ask

    def typed(self, line: str, prompt: str, before: str, choices: Sequence[str]) -> str:
        """The line as it comes out of the editor."""
        sending = threading.Thread(target=self._send, args=[self.keys(line, before)])
        sending.start()  # more keys than the system holds wait until some are read
        found = self._ask(prompt, before, choices=choices)
        sending.join()
        return found

    def keys(self, line: str, before: str) -> str:  # noqa: ARG002  some consoles put it into the line
        """What is pressed for a line."""
        return f"{line}\r"


class InEditor(Edited):
    """Keys for an editor, which has in its line what stood there before."""

    def keys(self, line: str, before: str) -> str:
        """Take away what stands there, if other words are to stand there; paste what nobody types."""
        words = f"{PASTE}{line}{PASTED}" if len(line) > LONG else line
        return f"{FIRST}{KILL if before and line else ''}{words}\r"


@pytest.mark.parametrize("path", EDITED, ids=lambda path: path.stem)
def test_in_a_terminal_that_edits_lines(path: Path, made_once: Path, tmp_path: Path) -> None:
    """The editor of lines gives back what was typed, and changes nothing of the conversation."""
    text = path.read_text(encoding="utf-8")
    with (
        create_pipe_input() as keys,
        create_app_session(input=keys, output=DummyOutput()),
        TerminalConsole() as console,
    ):
        stage = InEditor(tmp_path / "workshop", text, keys.send_text, console.ask)
        workshop_for(stage.facts.get("exercise", ""), made_once, tmp_path)
        assert stage.play() == text


@contextmanager
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Callable[[str], None], Callable[..., str]]]:
    """A terminal of plain lines: what sends keys to it, and what asks for a line."""
    import pty  # noqa: PLC0415  Windows has none
    import tty  # noqa: PLC0415

    from vaexercise.capture.consoles.typed import TypedConsole  # noqa: PLC0415

    ours, theirs = pty.openpty()
    tty.setcbreak(theirs)

    def send(keys: str) -> None:
        data = keys.encode()
        while data:
            data = data[os.write(ours, data) :]

    with os.fdopen(theirs) as stdin, os.fdopen(ours), monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", stdin)
        patch.setattr(sys, "stdout", io.StringIO())
        with TypedConsole(WIDE) as console:
            yield send, console.ask


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminal")
@pytest.mark.parametrize("path", EDITED, ids=lambda path: path.stem)
def test_in_a_terminal_of_plain_lines(
    path: Path, made_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plain terminal gives back what was typed, and changes nothing of the conversation."""
    text = path.read_text(encoding="utf-8")
    with plain_terminal(monkeypatch) as (send, ask):
        stage = Edited(tmp_path / "workshop", text, send, ask)
        workshop_for(stage.facts.get("exercise", ""), made_once, tmp_path)
        assert stage.play() == text
