"""How fast the matcher is, and how good: beside word TF-IDF in the same run, on points written for the purpose.

    python benchmarks/plenary.py

Each row of the second table is one pass of themes made by one person (`data/plenary-themes-*.csv`). Nothing in the
matcher was chosen by these figures. The baseline also gets the cut that is best for it on these very points.
"""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
import time
from array import array
from collections import Counter, defaultdict
from itertools import combinations, product, starmap
from math import log, sqrt
from pathlib import Path
from statistics import mean, median
from typing import TYPE_CHECKING, NamedTuple

from measures import adjusted_rand, average_precision, ranked_first, saved, v_measure

from vaexercise.plenary.clusters import CUT, clusters
from vaexercise.plenary.ranking import rank
from vaexercise.plenary.similarity import Matcher, Statement
from vaexercise.plenary.tokens import words
from vaexercise.plenary.vectors import FULL, Scores

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

DATA = Path(__file__).with_name("data")
SIZES = {100: (0.1, 60), 300: (0.6, 60), 500: (1.2, 60), 1000: (6.0, 120)}
"""Points, and the seconds and MB that they must stay under."""

RUNS = 5
SEED = 2012
CUTS = [n / 100 for n in range(3, 61, 3)]
MEASURES = ("V", "ARI", "pair AP", "top-1", "saved")


class Question(NamedTuple):
    """The points of a question and the themes of each, in the order of the file."""

    points: tuple[Statement, ...]
    themes: Mapping[str, Sequence[str]]

    @property
    def right(self) -> list[str]:
        """The first theme of each point: a grouping has no room for a second."""
        return [self.themes[point.id][0] for point in self.points]


class _Rows(Scores):
    """Scores that are given, numbered as the points are in the file."""

    def __init__(self, points: Sequence[Statement], score: Callable[[Statement, Statement], float]) -> None:
        self._rows = [
            array("H", (round(FULL * score(one, other)) for other in points[:at])) for at, one in enumerate(points)
        ]


def by_matcher(points: Sequence[Statement]) -> Scores:
    """What the program goes by."""
    matcher = Matcher(points)
    return _Rows(points, lambda one, other: matcher.score(one.id, other.id))


def without_glosses(points: Sequence[Statement]) -> Scores:
    """The same, had nobody written a line in another language beside a point."""
    return by_matcher([point._replace(gloss="") for point in points])


def by_words(points: Sequence[Statement]) -> Scores:
    """The baseline: whole words, the cosine of TF-IDF vectors over them; glosses are read as the matcher reads them."""
    bags = {point.id: [Counter(words(text)) for text in (point.text, point.gloss) if text] for point in points}
    having = Counter(word for texts in bags.values() for word in set().union(*texts))
    weights = {word: 1 + log((1 + len(bags)) / (1 + n)) for word, n in having.items()}
    vectors = {
        point: [{word: n * weights[word] for word, n in bag.items()} for bag in texts] for point, texts in bags.items()
    }
    return _Rows(points, lambda one, other: max(starmap(_cosine, product(vectors[one.id], vectors[other.id]))))


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    both = sum(weight * other.get(word, 0.0) for word, weight in one.items())
    return both / sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))


def read_points() -> dict[str, list[Statement]]:
    """The points by question."""
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    with (DATA / "plenary-points.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            point = Statement(row["id"], row["group"], row["text"], row["lang"], row["gloss"])
            found[row["question"]].append(point)
    return dict(found)


def read_pass(file: Path) -> list[Question]:
    """The questions with the themes that one person made."""
    themes: defaultdict[str, list[str]] = defaultdict(list)
    with file.open(newline="", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            themes[row["id"]].append(row["theme"])
    return [Question(tuple(points), themes) for points in read_points().values()]


def quality(questions: Sequence[Question], scores: Sequence[Scores], cut: float) -> dict[str, float]:
    """Each measure: the mean over questions, and for top-1 over all points."""
    found = [_labels(question, each, cut) for question, each in zip(questions, scores, strict=True)]
    pairs = list(zip(found, (question.right for question in questions), strict=True))
    firsts = [_first(question, each) for question, each in zip(questions, scores, strict=True)]
    return {
        "V": mean(v_measure(*pair) for pair in pairs),
        "ARI": mean(adjusted_rand(*pair) for pair in pairs),
        "pair AP": mean(_pair_precision(*both) for both in zip(questions, scores, strict=True)),
        "top-1": sum(hits for hits, _ in firsts) / sum(asked for _, asked in firsts),
        "saved": mean(saved(*pair) for pair in pairs),
    }


def _labels(question: Question, scores: Scores, cut: float) -> list[int]:
    count = len(question.points)
    label = {n: at for at, cluster in enumerate(clusters(scores, range(count), cut)) for n in cluster}
    return [label[n] for n in range(count)]


def _pair_precision(question: Question, scores: Scores) -> float:
    themes = [set(question.themes[point.id]) for point in question.points]
    pairs = combinations(range(len(themes)), 2)
    return average_precision((scores.of(a, b), bool(themes[a] & themes[b])) for a, b in pairs)


def _first(question: Question, scores: Scores) -> tuple[int, int]:
    numbers = {point.id: n for n, point in enumerate(question.points)}

    def ranking(point: str, opened: Mapping[str, Sequence[str]]) -> list[str]:
        return [each.theme for each in rank(lambda one: scores.of(numbers[point], numbers[one]) / FULL, opened)]

    return ranked_first(list(numbers), question.themes, ranking)


def compare(file: Path) -> None:
    """Print the measures of one pass, and whether the default is ahead on each."""
    questions = read_pass(file)
    default, unglossed, plain = (
        [method(question.points) for question in questions] for method in (by_matcher, without_glosses, by_words)
    )
    ours = quality(questions, default, CUT)
    same = quality(questions, plain, CUT)
    tried = [quality(questions, plain, cut) for cut in CUTS]
    best = {name: max(each[name] for each in tried) for name in MEASURES}
    print(f"{file.name}: {sum(len(q.points) for q in questions)} points, {len(questions)} questions")
    print(f"{'':<36}" + "".join(f"{name:>9}" for name in MEASURES))
    rows = {
        "matcher": ours,
        "matcher, glosses unread": quality(questions, unglossed, CUT),
        "words, same cut": same,
        "words, each measure at its best cut": best,
    }
    for title, row in rows.items():
        print(f"{title:<36}" + "".join(f"{row[name]:>9.3f}" for name in MEASURES))
    for title, row in (("ratio to words", same), ("ratio to words at their best", best)):
        print(f"{title:<36}" + "".join(f"{ours[name] / row[name]:>9.2f}" for name in MEASURES))
    behind = [name for name in MEASURES if ours[name] <= max(same[name], best[name])]
    print("ahead on each measure" if not behind else f"NOT AHEAD on {', '.join(behind)}", end="\n\n")


def invented(count: int) -> list[Statement]:
    """As many points as asked for: the beginning of one and the end of another, and a word of a third."""
    draw = random.Random(SEED)  # noqa: S311  the same points each time
    texts = [point.text.split() for points in read_points().values() for point in points]
    found = []
    for number in range(count):
        first, last, third = (draw.choice(texts) for _ in range(3))
        text = " ".join([*first[: len(first) // 2 + 1], *last[len(last) // 2 :], draw.choice(third)])
        found.append(Statement(f"P{number}", f"G{number % 10}", text))
    return found


def one(count: int) -> dict[str, float]:
    """Seconds in this process, from points to proposals and pairs, and its peak of memory in MB."""
    import resource  # noqa: PLC0415  not on Windows, where quality can be measured all the same

    points = invented(count)
    begin = time.perf_counter()
    matcher = Matcher(points)
    matcher.clusters()
    matcher.pairs()
    seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return {"seconds": seconds, "memory": peak / 1e6}


def speed() -> None:
    """Print time and memory for each size, each run in a process of its own."""
    print(f"{'points':>6} {'seconds':>9} {'worst':>7} {'MB':>5}   must be under")
    for count, (seconds, memory) in SIZES.items():
        command = [sys.executable, str(Path(__file__)), "--one", str(count)]
        shell = ["/bin/sh", "-c", '"$@"; true', "sh", *command]  # a process counts the memory of its maker as its own
        runs = [json.loads(subprocess.run(shell, check=True, capture_output=True).stdout) for _ in range(RUNS)]
        times = [run["seconds"] for run in runs]
        peak = max(run["memory"] for run in runs)
        print(f"{count:>6} {median(times):>9.3f} {max(times):>7.3f} {peak:>5.0f}   {seconds} s, {memory} MB")
    print()


def main() -> None:
    """Print both tables."""
    speed()
    for file in sorted(DATA.glob("plenary-themes-*.csv")):
        compare(file)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(one(int(sys.argv[2]))))
    else:
        main()
