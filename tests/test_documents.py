"""Every example in the documents is carried out, and prints what it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(console|csv|yaml)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DOCUMENTS = [
    path for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))) if BLOCK.search(path.read_text())
]


def commands(block: str) -> list[tuple[str, str]]:
    """Each command of a console block with the output that follows it."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in parts]


def matches(said: str, printed: str) -> bool:
    """Whether the output is the one in the document, where `...` stands for anything."""
    return re.fullmatch(".*?".join(map(re.escape, said.split("..."))), printed, re.DOTALL) is not None


def carry_out(command: str, folder: Path) -> tuple[str, Path]:
    """What a command prints on both streams, and the folder it leaves the shell in."""
    program = Path(sys.executable).parent
    env = {**os.environ, "PATH": f"{program}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80"}
    script = f'{command}\necho "@@$PWD"'
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    printed, _, where = done.stdout.rpartition("@@")
    return printed, Path(where.strip())


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_examples_print_what_the_document_says(path: Path, tmp_path: Path) -> None:
    """The files and commands of a document, in its order and in one folder, give exactly its output."""
    folder = tmp_path
    for kind, name, body in BLOCK.findall(path.read_text(encoding="utf-8")):
        if kind != "console":
            if name:
                (folder / name).write_text(body, encoding="utf-8")
            continue
        for command, said in commands(body):
            printed, folder = carry_out(command, folder)
            assert matches(said, printed), f"$ {command}\n{printed}"


def test_the_readme_is_carried_out() -> None:
    """The README has examples."""
    assert ROOT / "README.md" in DOCUMENTS


def test_links_lead_somewhere() -> None:
    """Every relative link of a document names a file that is there."""
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"
