"""What starting costs, beside `python -c "import typer"` in the same run. Prints medians and ratios."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 21


def main() -> None:
    """Time each command in turn with the reference, so that both see the same machine."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "workshop"
        program = [str(Path(sys.executable).with_name("vaexercise"))]  # as people start it
        subprocess.run([*program, "demo", str(folder)], check=True, capture_output=True)
        reference = [sys.executable, "-c", "import typer"]
        commands = {
            "--help": [*program, "--help"],
            "--version": [*program, "--version"],
            "groups --help": [*program, "groups", "--help"],
            "groups show": [*program, "groups", "show", "--workshop", str(folder)],
            "feedback status": [*program, "feedback", "status", "--workshop", str(folder)],
            "plenary summary": [*program, "plenary", "summary", "--workshop", str(folder)],
        }
        print(f"starting: median of {RUNS} runs in ms, and the ratio to `import typer` in the same run")
        for name, command in commands.items():
            pairs = [(_ms(reference), _ms(command)) for _ in range(RUNS)]
            ours, theirs = statistics.median(b for _, b in pairs), statistics.median(a for a, _ in pairs)
            ratio = statistics.median(b / a for a, b in pairs)
            print(f"  {name:18} {ours:7.1f}   import typer {theirs:6.1f}   ratio {ratio:4.2f}")
        shutil.rmtree(folder)
        demo = statistics.median(_demo(program, folder) for _ in range(3))
        print(f"  {'demo':18} {demo:7.1f}")


def _demo(program: list[str], folder: Path) -> float:
    taken = _ms([*program, "demo", str(folder)])
    shutil.rmtree(folder)
    return taken


def _ms(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    main()
