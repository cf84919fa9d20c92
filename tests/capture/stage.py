"""Plays conversations that stand in text files: what the program says, what is typed, and what happens meanwhile.

    # group: plenary                 at the top: which group, which exercise (a file of tests/data/exercises/good),
    # exercise: every-kind           which language of the prompts, who types
    # only as lines: reason         an editor of lines would take some of what is typed for keys of its own
    prompt> >> what is typed
    >> {100000 letters} and words    so many letters in a row; written down as shortly
    << Bo adds Q1: words             a colleague at another laptop, before the next line is typed
    << Bo changes G1-Q1-01: words    and: << Bo deletes G1-Q1-01
    << Bo answers Q4: blank = value  and: << Bo answers Q4 apart: …, without knowing what stood there
    << Bo signs off                  and: << Bo reopens: reason
    << the disk is full              and: << the disk has room
    << 20 minutes later
    << killed                        and: << killed while typing: words; the same command is then started again
    << closed                        the terminal, which is the end of input; started again

To write a new one, type only the `#`, `>>` and `<<` lines and run pytest with `--write-conversations`; then read
every line of it.
"""

from __future__ import annotations

import errno
import gc
import random
import re
import shutil
from collections import deque
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from colleague import DOES, Colleague
from conftest import must

from vaexercise.capture.conversation import Conversation
from vaexercise.capture.talk import Talk
from vaexercise.errors import NotSaved
from vaexercise.record.disk import RealDisk
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

EXERCISES = Path(__file__).parents[1] / "data" / "exercises" / "good"
FILES = sorted((Path(__file__).parents[1] / "data" / "conversations").glob("*.txt"))
"""The conversations."""

START = datetime(2026, 5, 22, 9, 0, tzinfo=UTC)
KEYS = ("group", "exercise", "language", "by", "only as lines")
LONG = re.compile(r"\{(\d+) letters\}")
TYPED = re.compile(r"(?:^|.* )>>(?: (?P<words>.*))?$", re.DOTALL)


class Killed(BaseException):
    """The program was killed: nothing of it runs any more."""


class Disk(RealDisk):
    """A real disk that can be full."""

    full = False

    def append(self, file: int, data: bytes) -> None:
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        super().append(file, data)


class Stage:
    """A console that types what the script says, and writes down everything that is said."""

    seed = 2012

    def __init__(self, folder: Path, text: str) -> None:
        lines = text.removesuffix("\n").split("\n")
        self.folder = folder
        self.head = [line for line in lines if line.startswith("#")]
        facts = (line.removeprefix("# ").partition(": ") for line in self.head)
        self.facts = {key: value for key, _, value in facts if key in KEYS}
        self.script = deque(line for line in lines if TYPED.match(line) or line.startswith("<< "))
        self.shown: list[str] = []
        self.disk, self.now = Disk(), START
        self.long: dict[str, str] = {}

    # -- what a conversation needs

    def say(self, text: str = "") -> None:
        """Write down what is said."""
        self.shown += text.split("\n")

    def ask(
        self,
        prompt: str,
        before: str = "",
        *,
        choices: Sequence[str] = (),
        keep: Callable[[str], None] | None = None,
    ) -> str:
        """Do what happens meanwhile, then type the next line."""
        while self.script and self.script[0].startswith("<< "):
            self._happen(self.script.popleft(), keep)
        if not self.script:
            raise EOFError
        return self._type(prompt, before, choices)

    def _type(self, prompt: str, before: str, choices: Sequence[str]) -> str:
        found = TYPED.match(self.script.popleft())
        line = self.expanded((found and found["words"]) or "")
        now = f" [{before}]" if before else ""
        self.shown.append(f"{prompt.rstrip()}{now} >> {line}".rstrip())
        return self.typed(line, prompt, before, choices)

    def typed(self, line: str, prompt: str, before: str, choices: Sequence[str]) -> str:  # noqa: ARG002  ways of typing do
        """The line as it arrives."""
        return line

    def expanded(self, line: str) -> str:
        """The line with all its letters; remembered, to be written down shortly."""
        for found in LONG.finditer(line):
            self.long[letters(int(found[1]))] = found[0]
        return LONG.sub(lambda found: letters(int(found[1])), line)

    def forget(self) -> bool:
        """Take what was shown away."""
        self.shown.append("<screen cleared>")
        return True

    def close(self) -> None:
        """Nothing is open."""

    # -- what happens meanwhile

    def _happen(self, line: str, keep: Callable[[str], None] | None) -> None:
        self.shown.append(line)
        what = line.removeprefix("<< ")
        if what.startswith("killed"):
            if keep and ": " in what:
                keep(what.partition(": ")[2])
            raise Killed
        if what == "closed":
            raise EOFError
        if what.startswith("the disk"):
            self.disk.full = what.endswith("full")
        elif found := re.fullmatch(r"(\d+) minutes? later", what):
            self.now += timedelta(minutes=int(found[1]))
        elif found := DOES.fullmatch(what):
            name, does, where, words = found.groups(default="")
            Colleague(self.folder, name, self.group, self.clock).do(does, where, words)
        else:
            raise AssertionError(f"no such stage direction: {line}")

    # -- the play

    @property
    def group(self) -> str:
        """The group that talks."""
        return self.facts.get("group", "g1")

    def clock(self) -> str:
        """The time as the play has it; a second goes by."""
        self.now += timedelta(seconds=1)
        return self.now.isoformat(timespec="milliseconds")

    def play(self) -> str:
        """Everything, as the file should have it: the same at each time, ids and the order of versions too."""
        chance = random.Random(self.seed)  # noqa: S311  nothing here is secret
        with (
            patch("os.urandom", chance.randbytes),
            patch("vaexercise.workshop.workshop.__version__", "0"),
        ):
            self._converse()
            while self.script:
                self.shown.append("")
                self._converse()
        return self.shortly("\n".join([*self.head, *self.shown]) + "\n")

    def shortly(self, text: str) -> str:
        """The text, with what was long as it was written in the script."""
        for whole, short in self.long.items():
            text = text.replace(whole, short)
        return text

    def _converse(self) -> None:
        """From a start of the command to its end, whatever that is."""
        try:
            self._run()
        except NotSaved as error:
            self.say(str(error))
        except Killed:
            pass
        gc.collect()  # a process that ends leaves no draft held

    def _run(self) -> None:
        workshop = Workshop(self.folder, by=self.facts.get("by", ""), clock=self.clock, disk=self.disk)
        said = Feedback(workshop, workshop.session())
        language = self.facts.get("language", "")
        Conversation(Talk(said, self.group, self, members=["Amara"], language=language)).run()


def letters(count: int) -> str:
    """So many letters in a row, without a space."""
    return ("abcdefghijklmnopqrstuvwxyz" * (count // 26 + 1))[:count]


def workshop_for(exercise: str, made_once: Path, folder: Path) -> Path:
    """A workshop of its own, in a folder, about what a conversation is about; each is made once and copied."""
    made = made_once.with_name(exercise or "with-groups")
    if not made.exists():
        must("workshop", "new", made, "--exercise", EXERCISES / f"{exercise}.yaml")
    return Path(shutil.copytree(made, folder / "workshop"))
