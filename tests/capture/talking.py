"""A conversation that only repeats what it hears, in a terminal of its own: for tests of the terminal alone."""

from __future__ import annotations

import os
import shlex
import sys
import threading
from typing import TYPE_CHECKING, Any, cast

import pexpect
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

TALK = """
import signal, sys, termios
from pathlib import Path
from vaexercise.capture.consoles.console import console
from vaexercise.capture.draft import Draft, Place
signal.signal(signal.SIGINT, signal.default_int_handler)
for stream in (sys.stdin, sys.stdout):
    stream.reconfigure(encoding="utf-8", errors="replace")
before, n = termios.tcgetattr(0), 0
draft = Draft(Path(sys.argv[1]), "sitting")
place = Place("s", "g1", "q")
with console(plain="--plain" in sys.argv) as terminal:
    try:
        while n < 1000:
            n += 1
            choices = ("Amina Diallo", "Amin Bo", "Boris Ilić")
            line = terminal.ask(f"{n}> ", choices=choices, keep=lambda text: draft.keep(place, text))
            draft.clear()
            terminal.say(f"got {len(line)} {ascii(line[:60])}")
            if line == "forget":
                terminal.say(f"forgot {terminal.forget()}")
            if line == "wide":
                terminal.say("word " * 60)
    except EOFError:
        terminal.say("\\nthe end")
    except KeyboardInterrupt:
        terminal.say("\\ninterrupted")
if sys.stdin.isatty():
    print("as before", termios.tcgetattr(0) == before)
"""
PLAIN = "--plain"


class Talk:
    """Types at the terminal, and waits for what appears there."""

    def __init__(self, folder: Path, *options: str, around: Sequence[str] = ()) -> None:
        words = [sys.executable, "-c", TALK, str(folder), *options]
        command, *arguments = around or words
        self.child = pexpect.spawn(
            command,
            arguments,
            env={**os.environ, "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"},
            encoding="utf-8",
            codec_errors="replace",
            dimensions=(40, 100),
            timeout=60,
        )
        self.child.delaybeforesend = None
        if around:
            self.pours(f"{shlex.join(words)}\r")

    def sees(self, text: str) -> str:
        """Wait until the text is there, and give what came before it."""
        self.child.expect_exact(text)
        return str(self.child.before)

    def presses(self, keys: str) -> None:
        """Press keys, each as the terminal sends it."""
        self.child.send(keys)

    def pours(self, text: str) -> None:
        """Paste text, however long the program takes to read it."""
        threading.Thread(target=self.child.send, args=(text,), daemon=True).start()

    def bytes(self, data: bytes) -> None:
        """Send what is no text."""
        os.write(self.child.child_fd, data)

    def until(self, holds: Callable[[], bool]) -> None:
        """Read what the terminal shows until something holds; at most a minute."""
        for _ in range(600):
            if holds():
                return
            self.child.expect([pexpect.TIMEOUT, pexpect.EOF, "never shown"], timeout=0.1)
        pytest.fail("it never came")

    def closes_the_window(self) -> int:
        """Take the terminal away, and wait for the program to end; its exit code."""
        terminal = cast("Any", self.child).ptyproc
        terminal.fileobj.close()
        return int(terminal.wait())

    def ends(self) -> str:
        """Wait for the end; what was said last."""
        self.child.expect(pexpect.EOF)
        return str(self.child.before)
