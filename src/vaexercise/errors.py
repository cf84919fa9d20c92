"""What can go wrong, as types: a code, a sentence with its facts, an exit code. Prints nothing.

A sentence says what happened, where, and what to do. It is a template with named facts, so that
another language can order them as it needs.
"""

from __future__ import annotations

from enum import IntEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Exit(IntEnum):
    """How the program ends, for the shell."""

    DONE = 0
    CONTENT = 1
    """The content is wrong: a file, a list, an answer."""
    COMMAND = 2
    """The command is wrong: an option, a name that does not exist."""
    NOT_SAVED = 3
    BUG = 70
    INTERRUPTED = 130


class ExerciseError(Exception):
    """An error that the user can act on. Everything else is a bug."""

    code: ClassVar[str] = "error"
    sentence: ClassVar[str]
    exit: ClassVar[Exit] = Exit.CONTENT

    def __init__(self, **facts: object) -> None:
        super().__init__(facts)
        self.facts = facts

    def __str__(self) -> str:
        return self.sentence.format_map(self.facts)


class Problem(NamedTuple):
    """One thing wrong in a file: what, where, and how to mend it.

    `line` and `column` count from 1; 0 means that the problem has none. `excerpt` is the line as written.
    """

    sentence: str
    facts: Mapping[str, object] = MappingProxyType({})
    file: str = ""
    line: int = 0
    column: int = 0
    where: str = ""
    excerpt: str = ""

    def __str__(self) -> str:
        place = ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])
        said = ": ".join(filter(None, [place, self.where, self.sentence.format_map(self.facts)]))
        if not self.excerpt:
            return said
        gutter = f"{self.line:>5} | "
        return f"{said}\n{gutter}{self.excerpt}\n{' ' * (len(gutter) + self.column - 1)}^"


class Problems(ExerciseError):
    """All that is wrong in a file, at once and in the order of its lines."""

    code = "problems"

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__()
        self.problems = tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column)))

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class NotSaved(ExerciseError):
    """Something could not be written. What was acknowledged before stays."""

    code = "not-saved"
    sentence = "NOT SAVED: {what}. The system says: {reason}. Free some space or choose another folder, then repeat."
    exit = Exit.NOT_SAVED


class NoWorkshop(ExerciseError):
    """No workshop folder here or above."""

    code = "no-workshop"
    sentence = (
        "There is no workshop in {folder} or above it. Go into a workshop's folder, name it with "
        "--workshop, or make one: vaexercise workshop new FOLDER --exercise va-monitoring"
    )
    exit = Exit.COMMAND


class FolderInUse(ExerciseError):
    """A new workshop would be made over something."""

    code = "folder-in-use"
    sentence = "{folder} exists and is not empty. Choose another folder: nothing there was touched."
    exit = Exit.COMMAND


class NoSuchFile(ExerciseError):
    """A file named on the command line cannot be read."""

    code = "no-such-file"
    sentence = "Cannot read {path}: {reason}."
    exit = Exit.COMMAND


class Unknown(ExerciseError):
    """A name on the command line that nothing has: an exercise, a group, a person, a question."""

    code = "unknown"
    sentence = "There is no {kind} {name}. {hint}"
    exit = Exit.COMMAND


class Ambiguous(ExerciseError):
    """A name on the command line that several have."""

    code = "ambiguous"
    sentence = "{name} could be any of these {kind}s: {candidates}. Use the id."
    exit = Exit.COMMAND


class Refused(ExerciseError):
    """The command cannot be done as asked, and the reason is a sentence of its own."""

    code = "refused"
    sentence = "{reason}"
    exit = Exit.COMMAND


class Impossible(ExerciseError):
    """A draw that cannot be: what is asked contradicts itself, or no groups that keep it were found."""

    code = "impossible"
    sentence = "No groups were drawn.\n{reasons}"


class Unreadable(ExerciseError):
    """Something typed or written in a file that does not fit what is asked; the advice says what does."""

    code = "unreadable"
    sentence = "{advice}"


class MissingExtra(ExerciseError):
    """A format whose package a small installation leaves out. `hint` is a sentence: what works meanwhile."""

    code = "missing-extra"
    sentence = (
        "{what} needs one more package, {package}, which is not installed. "
        'Install it with: pip install "vaexercise[{extra}]". {hint}'
    )
    exit = Exit.COMMAND
