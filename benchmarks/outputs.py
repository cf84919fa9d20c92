"""What reports cost as files, each in a process of its own, beside a reference in the same run.

The reference of a PDF is the same typesetter with the words of the report alone, as paragraphs; that of an HTML page
is writing the same words with `html.escape`. Prints medians, worst cases and ratios; says what is over its limit.
"""

from __future__ import annotations

import html
import json
import random
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.report import formats, plain
from vaexercise.report.model import Report, Section

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 3
SEED = 20120522
SENTENCE = (
    "Participants agreed that coordination improves when one focal point is named and when terms of reference are "
    "shared before the meeting; peer support workers reach villages that ministries do not reach."
)
GROUPS, POINTS = 8, 16
"""Groups, and points of each to each question."""
CASES = {
    "PDF, about 300 pages": (".pdf", 48, 4.0, 700),
    "HTML, 5,000 points": (".html", 40, 2.0, 700),
}
"""Ending, questions, and what it must be under: seconds, MB."""
EXAMPLE = 0.5
"""Seconds that the PDF of the example may take, beyond the same command that shows the summary."""


def invented(questions: int) -> Report:
    """A report of so many questions: points of each group, and a table."""
    draw = random.Random(SEED)  # noqa: S311  the same report each time
    sections = tuple(
        Section(
            heading=f"Question {number} of the day?",
            label=f"Q{number}",
            anchor=f"q{number}",
            blocks=(*(_said(draw, number, group) for group in range(1, GROUPS + 1)), _table()),
        )
        for number in range(1, questions + 1)
    )
    return Report(title="A long day", sections=sections, made_on=date(2031, 5, 22))


def _said(draw: random.Random, question: int, group: int) -> Lines:
    texts = [" ".join(draw.choices(SENTENCE.split(), k=draw.randint(6, 24))) for _ in range(POINTS)]
    lines = [
        Line(code=f"G{group}-Q{question}-{n:02}", text=text, language="en", star=n == 1)
        for n, text in enumerate(texts, start=1)
    ]
    return Lines(title=f"Group {group}", lines=tuple(lines))


def _table() -> Grid:
    rows = tuple((f"Actor {n}", "yes", "no", "1 of 2 groups") for n in range(20))
    return Grid(title="What was answered", columns=("Item", "G1", "G2", "Groups"), rows=rows)


def bare_pdf(report: Report) -> bytes:
    """The words of the report as paragraphs, and nothing else."""
    import typst  # noqa: PLC0415  only this one needs it

    source = b'#set document(title: "Words")\n#for line in json(bytes(sys.inputs.lines)) [#line #parbreak()]'
    lines = json.dumps(plain.render(report).replace("★ ", "").split("\n"))
    return typst.compile(source, sys_inputs={"lines": lines}, format="pdf", pdf_standards="ua-1")


def bare_html(report: Report) -> bytes:
    """The words of the report, escaped."""
    return "".join(f"<p>{html.escape(line)}</p>\n" for line in plain.render(report).split("\n")).encode()


REFERENCES: dict[str, Callable[[Report], bytes]] = {".pdf": bare_pdf, ".html": bare_html}


def one(ending: str, questions: int, *, bare: bool) -> dict[str, float]:
    """Seconds in this process, from report to bytes, and its peak of memory in MB."""
    import resource  # noqa: PLC0415  not on Windows

    report = invented(questions)
    begin = time.perf_counter()
    made = REFERENCES[ending](report) if bare else formats.renderer(ending)(report)
    seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return {"seconds": seconds, "memory": peak / 1e6, "size": len(made) / 1e6}


def measured(ending: str, questions: int, *, bare: bool) -> list[dict[str, float]]:
    """Several runs, each in a process of its own."""
    command = [sys.executable, str(Path(__file__)), "--one", ending, str(questions), str(int(bare))]
    shell = ["/bin/sh", "-c", '"$@"; true', "sh", *command]  # a process counts the memory of its maker as its own
    return [json.loads(subprocess.run(shell, check=True, capture_output=True).stdout) for _ in range(RUNS)]


def large() -> None:
    """Print what long reports cost."""
    print(f"{'':<24}{'seconds':>8}{'worst':>7}{'MB':>6}{'file':>7}   {'reference':>9}{'ratio':>7}   must be under")
    for name, (ending, questions, seconds, memory) in CASES.items():
        runs, bare = (measured(ending, questions, bare=each) for each in (False, True))
        ours, theirs = (median(run["seconds"] for run in each) for each in (runs, bare))
        worst, peak = max(run["seconds"] for run in runs), max(run["memory"] for run in runs)
        print(
            f"{name:<24}{ours:>8.2f}{worst:>7.2f}{peak:>6.0f}{runs[0]['size']:>7.1f}   "
            f"{theirs:>9.2f}{ours / theirs:>7.1f}   {seconds} s, {memory} MB{_over(ours < seconds and peak < memory)}"
        )


def _over(within: bool) -> str:  # noqa: FBT001  said in one word
    return "" if within else "   OVER"


def example() -> None:
    """Print what the PDF of the example takes as a whole command, and what it takes beyond showing it."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "workshop"
        program = [sys.executable, "-m", "vaexercise"]
        subprocess.run([*program, "demo", str(folder)], check=True, capture_output=True)
        summary = [*program, "plenary", "summary", "--workshop", str(folder)]
        pairs = [(_seconds([*summary, "--plain"]), _seconds([*summary, "--output", f"{made}/s.pdf"])) for _ in range(7)]
    shown, written = (median(each) for each in zip(*pairs, strict=True))
    more = median(b - a for a, b in pairs)
    print(f"the example's PDF        {written:.2f} s as a whole command, {more:.2f} s more than showing it ", end="")
    print(f"({shown:.2f} s), ratio {written / shown:.1f}; must be under {EXAMPLE} s more{_over(more < EXAMPLE)}")


def _seconds(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begin


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(one(sys.argv[2], int(sys.argv[3]), bare=sys.argv[4] == "1")))
    else:
        example()
        large()
