"""Importing a long list of participants, as a whole process, beside reading the same file with the csv module."""

from __future__ import annotations

import csv
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS = 10_000


def main() -> None:
    """Print medians and the ratio."""
    times, plain = [], []
    with tempfile.TemporaryDirectory() as made:
        file = Path(made) / "people.csv"
        with file.open("w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out)
            writer.writerow(["id", "Name", "State", "Organisation", "Languages", "Sex", "Survivor", "Favourite colour"])
            for n in range(ROWS):
                survivor = ["yes", "no"][n % 2]
                writer.writerow(
                    [f"X{n}", f"Person Number {n}", f"State {n % 60}", "Ministry", "en;fr", "f", survivor, "blue"]
                )
        program = [sys.executable, "-m", "vaexercise"]
        for run in range(3):
            folder = Path(made) / str(run)
            subprocess.run(
                [*program, "workshop", "new", str(folder), "--exercise", "va-monitoring"],
                check=True,
                capture_output=True,
            )
            start = time.perf_counter()
            command = [*program, "participants", "import", str(file), "--workshop", str(folder)]
            subprocess.run(command, check=True, capture_output=True)
            times.append(time.perf_counter() - start)
            start = time.perf_counter()
            with file.open(newline="", encoding="utf-8") as read:
                list(csv.reader(read))
            plain.append(time.perf_counter() - start)
    ours, theirs = statistics.median(times), statistics.median(plain)
    print(f"people: participants import of {ROWS:,} rows {ours:.2f} s; csv.reader alone {theirs:.2f} s")


if __name__ == "__main__":
    main()
