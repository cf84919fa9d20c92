"""Makes every kind of page of the example and has a browser and the Nu checker look at them: `make test-browser`.

The folder named on the command line keeps what npm installs. Without node, npm or Chromium it says so, and is content.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HOME = Path(__file__).parents[1]
CHECKS = HOME / "tests" / "browser"
DECIDED = HOME / "tests" / "data" / "synthesis" / "decided.csv"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")

DAY = (
    ("plenary", "themes", "apply", str(DECIDED)),
    ("plenary", "vote", "open", "--question", "Q4", "--anyway"),
    ("plenary", "vote", "tally", "--voters", "8", "--group", "1", "1=12"),
    ("plenary", "vote", "reveal", "1"),
    ("plenary", "vote", "open", "--question", "Q1", "--anyway"),
)
"""What the demonstration does not do: themes, a vote that was revealed, and one that is open, for its ballots."""
PAGES = {
    "summary": ("plenary", "summary"),
    "slides": ("plenary", "summary", "--slides"),
    "exercise": ("exercise", "print", "--what", "all"),
    "groups": ("groups", "print", "--what", "all", "--internal"),
}


def main() -> int:
    """0 if nothing was found, or nothing could look."""
    kept = Path(sys.argv[1]).resolve()
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    lacking = [name for name in ("node", "npm") if not shutil.which(name)] + ([] if chromium else ["chromium"])
    if lacking:
        print(f"Pages are not looked at in a browser: {', '.join(lacking)} not found.")
        return 0
    if not installed(kept):
        print("Pages are not looked at in a browser: npm could not install what tests/browser/package.json names.")
        return 0
    with TemporaryDirectory() as folder:
        pages = made(Path(folder))
        seen = run(
            "node", str(CHECKS / "check.mjs"), *pages, folder=kept, env={**os.environ, "CHROMIUM": str(chromium)}
        )
        return max(seen, valid(kept, pages))


def installed(kept: Path) -> bool:
    """Whether what package.json pins is in the folder, once npm has put it there."""
    kept.mkdir(parents=True, exist_ok=True)
    wanted, there = CHECKS / "package.json", kept / "package.json"
    if there.exists() and there.read_bytes() == wanted.read_bytes():
        return True
    shutil.copyfile(wanted, there)
    done = run("npm", "install", "--silent", "--no-audit", "--no-fund", folder=kept) == 0
    if not done:
        there.unlink()
    return done


def made(folder: Path) -> list[str]:
    """The pages of the example, in a new workshop below the folder."""
    workshop = str(folder / "workshop")
    here = {**os.environ, "VAEXERCISE_WORKSHOP": workshop}
    pages = {name: str(folder / f"{name}.html") for name in PAGES}
    commands = [("demo", workshop), *DAY, *((*PAGES[name], "--output", path) for name, path in pages.items())]
    for words in commands:
        done = subprocess.run([sys.executable, "-m", "vaexercise", *words], env=here, capture_output=True, check=False)
        if done.returncode:
            sys.exit(f"vaexercise {' '.join(words)}\n{done.stderr.decode()}")
    return list(pages.values())


def valid(kept: Path, pages: list[str]) -> int:
    """What the Nu checker says of errors; it needs Java."""
    if not shutil.which("java"):
        print("Pages are not checked by the Nu HTML checker: java not found.")
        return 0
    checker = str(kept / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar")
    return run("java", "-jar", checker, "--errors-only", "--stdout", *pages, folder=kept)


def run(*words: str, folder: Path, env: dict[str, str] | None = None) -> int:
    """The exit code of a program that says for itself what it finds."""
    return subprocess.run(words, cwd=folder, env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
