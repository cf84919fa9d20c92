"""Starting stays cheap: held by what is imported, which is exact, not by milliseconds."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {"pydantic", "yaml", "rich", "numpy", "jinja2", "prompt_toolkit", "asyncio", "importlib.metadata", "hypothesis"}
NOUNS = ["exercise", "workshop", "participants", "groups", "feedback", "plenary"]

CODE = """
import sys
sys.argv = ["vaexercise", *{argv!r}]
from vaexercise.cli import main
try:
    main()
except SystemExit as done:
    code = done.code or 0
print(*sys.modules, sep="\\n", file=sys.stderr)
sys.exit(code)
"""


def run(argv: list[str], folder: Path) -> tuple[int, str, set[str]]:
    """Exit code, stdout, and the modules that were imported on the way."""
    done = subprocess.run(
        [sys.executable, "-c", CODE.format(argv=argv)], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, set(done.stderr.splitlines())


@pytest.mark.parametrize(
    "argv", [[], ["--help"], ["--version"], *([noun, "--help"] for noun in NOUNS), ["groups", "assign", "--help"]]
)
def test_help_and_version_import_nothing_heavy(argv: list[str], tmp_path: Path) -> None:
    """Help, the version and the bare command come from Typer and the standard library alone, with exit code 0."""
    code, shown, modules = run(argv, tmp_path)
    assert code == 0
    assert shown
    assert "vaexercise.cli" in modules
    assert not modules & HEAVY


def test_bare_command_shows_the_help(tmp_path: Path) -> None:
    """Without any word, the program shows what it can do."""
    assert run([], tmp_path)[1] == run(["--help"], tmp_path)[1]


def test_showing_groups_imports_nothing_heavy(workshop_with_groups: Path) -> None:
    """A command that only reads the log needs no YAML, no pydantic, no numpy, and in a pipe no rich."""
    code, shown, modules = run(["groups", "show"], workshop_with_groups)
    assert code == 0
    assert "Group 3" in shown
    assert not modules & HEAVY


def test_drawing_groups_does_import_numpy(workshop_with_groups: Path) -> None:
    """What is not imported at the start is when it is needed: the test above looks at something."""
    assert "numpy" in run(["groups", "assign", "--seed", "1"], workshop_with_groups)[2]


@pytest.mark.parametrize("words", ["", "groups ", "workshop "])
def test_shell_completion_offers_commands(words: str, tmp_path: Path) -> None:
    """Completing in bash lists the nouns, and the verbs after a noun."""
    line = f"vaexercise {words}"
    done = subprocess.run(
        [sys.executable, "-m", "vaexercise"],
        cwd=tmp_path,
        env={"_VAEXERCISE_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))},
        capture_output=True,
        text=True,
        check=False,
    )
    wanted = {"": "participants", "groups ": "assign", "workshop ": "status"}[words]
    assert wanted in done.stdout.split()


def test_garbage_is_collected_while_a_command_runs(tmp_path: Path) -> None:
    """Looking for garbage is put off while modules are imported, and only then."""
    code = "import vaexercise.cli, gc; print(gc.isenabled())"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
