"""How the program ends when something went wrong: a sentence, an exit code, never a traceback on screen."""

from __future__ import annotations

import os
import sys

from vaexercise import __version__
from vaexercise.cli import say
from vaexercise.errors import ExerciseError, Exit


def speak_utf8() -> None:
    """Set all three streams to UTF-8, whatever the system thinks; what is no text is shown as a mark."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def expected(error: ExerciseError) -> int:
    """An error that the user can act on."""
    say.note(str(error))
    _give_up_unwritten()
    return int(error.exit)


def interrupted() -> int:
    """Ctrl-C."""
    say.note("\nInterrupted. Everything that was saved is saved.")
    return int(Exit.INTERRUPTED)


def pipe_closed() -> int:
    """Nobody reads the output any more: no error, and nothing to say."""
    _give_up_unwritten()
    return int(Exit.DONE)


def _give_up_unwritten() -> None:
    """Let output that cannot be written go, so that Python does not try again, and complain, when it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def bug(error: BaseException) -> int:
    """An error that is ours: the traceback goes into a file that can be sent."""
    import tempfile
    import traceback

    text = "".join(traceback.format_exception(error))
    with tempfile.NamedTemporaryFile(
        "w", prefix="vaexercise-", suffix=".txt", delete=False, encoding="utf-8", errors="replace"
    ) as file:
        file.write(f"vaexercise {__version__}, Python {sys.version}\n{text}")
    say.note(
        f"vaexercise failed: {type(error).__name__}. This is a fault of the program, not yours; what was saved "
        f"is saved. Details for those who mend it: {file.name}"
    )
    return int(Exit.BUG)
