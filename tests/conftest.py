"""What several test folders need: the program run in this process, and a workshop to run it on."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from vaexercise.cli import command_line
from vaexercise.definitions import library
from vaexercise.errors import ExerciseError

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLE = library.shipped_examples() / "geneva-2012"
SHEETS = [EXAMPLE / "feedback" / f"{name}.yaml" for name in ("group-1", "group-2", "group-3", "plenary")]


@dataclass(frozen=True)
class Ran:
    """How a command ended: exit code, stdout, stderr."""

    code: int
    out: str
    err: str


def vaexercise(*words: object, typed: str | bytes = "") -> Ran:
    """Run a command in this process as the shell would."""
    done = CliRunner().invoke(command_line(), list(map(str, words)), input=typed)
    if isinstance(done.exception, ExerciseError):
        return Ran(int(done.exception.exit), done.stdout, f"{done.stderr}{done.exception}\n")
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Ran(done.exit_code, done.stdout, done.stderr)


def must(*words: object, typed: str | bytes = "") -> Ran:
    """Run a command that has to succeed."""
    done = vaexercise(*words, typed=typed)
    assert done.code == 0, done
    return done


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workshop after the whole day, made once; tests get copies."""
    folder = tmp_path_factory.mktemp("made") / "workshop"
    must("workshop", "new", folder, "--exercise", "va-monitoring", "--title", "A day", "--place", "Geneva")
    must("participants", "import", EXAMPLE / "participants.csv", "--workshop", folder)
    must("groups", "assign", "--groups", "3", "--seed", "2012", "--workshop", folder)
    shutil.copytree(folder, folder.with_name("with-groups"))
    for sheet in SHEETS:
        must("feedback", "import", sheet, "--workshop", folder)
    return folder


@pytest.fixture
def workshop(made_once: Path, tmp_path: Path) -> Path:
    """A workshop of its own after the whole day: three groups, feedback of all of them."""
    return Path(shutil.copytree(made_once, tmp_path / "workshop"))


@pytest.fixture
def workshop_with_groups(made_once: Path, tmp_path: Path) -> Path:
    """A workshop of its own with 48 people in three groups, and nothing said yet."""
    return Path(shutil.copytree(made_once.with_name("with-groups"), tmp_path / "workshop"))


@pytest.fixture
def new_workshop(tmp_path: Path) -> Callable[..., Path]:
    """Makes an empty workshop of the exercises named."""

    def make(*exercises: str) -> Path:
        folder = tmp_path / "new-workshop"
        options = [word for name in exercises or ("va-monitoring",) for word in ("--exercise", name)]
        must("workshop", "new", folder, *options)
        return folder

    return make


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden conversations can be written anew, to be read before they are committed."""
    parser.addoption("--write-conversations", action="store_true", help="write tests/data/conversations anew")
