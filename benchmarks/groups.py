"""How fast and how even the draw of working groups is: medians over seeds, people invented.

    python benchmarks/groups.py [SEEDS]

`quota` is how many people sit away from a fair share, over all groups and values: 0 is optimal, proved.
"""

from __future__ import annotations

import resource
import sys
import time
from random import Random
from statistics import median

from vaexercise.grouping.assign import assign
from vaexercise.grouping.member import Member
from vaexercise.model.rules import Spread

CASES = [(48, 3), (60, 10), (150, 20), (200, 25), (1000, 100), (10000, 1000)]
VALUES = {"gender": 3, "age": 4, "education": 3, "area": 3, "origin": 2, "stance": 5}
LEANING = 0.3
"""How often a value leans on the one before."""


def people(count: int, seed: int) -> list[Member]:
    """Unequal values, each leaning on the one before, as in a real panel."""
    rng = Random(seed)  # noqa: S311  invented people
    found = []
    for number in range(count):
        attributes, lean = {}, rng.random()
        for name, values in VALUES.items():
            lean = lean if rng.random() < LEANING else rng.random()
            attributes[name] = f"{name} {int(values * lean**1.4)}"
        found.append(Member(id=f"p{number}", name=f"Person {number:05}", attributes=attributes))
    return found


def measure(count: int, groups: int, seeds: int) -> None:
    """Prints one case: seconds, quota, and the memory of the process so far."""
    rules = [Spread(by=name) for name in VALUES]
    seconds, quota = [], []
    for seed in range(seeds):
        members = people(count, 1000 + seed)
        begin = time.perf_counter()
        drawn = assign(members, groups, rules, seed)
        seconds.append(time.perf_counter() - begin)
        quota.append(sum(outcome.faults for outcome in drawn.outcomes))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{count:>6}/{groups:<5} median {1000 * median(seconds):>7.1f} ms, worst {1000 * max(seconds):>7.1f} ms, "
        f"quota median {median(quota):g}, worst {max(quota)}, {memory} MB"
    )


if __name__ == "__main__":
    for case in CASES:
        measure(*case, int(sys.argv[1]) if len(sys.argv) > 1 else 10)
