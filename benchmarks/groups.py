"""How fast and how good the draw of working groups is: whole process and computation apart, people invented.

    python benchmarks/groups.py [SEEDS] [CASE ...]

`quota` is how many people sit away from a fair share, over all rounds, groups and values: 0 is optimal, proved.
`repeats` are meetings of people who have met; `bound` is what no plan can have less of. `broken` counts hard
rules that do not hold. Each seed is a process of its own, which starts, invents the people and draws.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from instances import instance

CASES = {
    "a1": "45 to 200 people, one round: quota 0, proved, under 50 ms",
    "b1": "the same",
    "f1": "the same",
    "c1": "the same",
    "g1": "the same",
    "b2": "quota 0, repeats 90 on 20 of 20 seeds, median under 500 ms, worst under 1500",
    "b3": "quota 0, repeats 180 on 20 of 20 seeds, median under 500 ms, worst under 1500",
    "a3": "quota 0, repeats at most 6, under 500 ms",
    "a5": "quota 0, repeats at most 46, under 500 ms",
    "c6": "quota 0, repeats at most 36, under 1000 ms",
    "g4": "quota 0, repeats 0, under 300 ms",
    "d1": "quota 0, under 60 ms",
    "d3": "quota 0, repeats 0, under 400 ms",
    "e1": "quota 0, under 1000 ms, under 300 MB",
    "a3k": "no broken rule, quota 0",
    "b3k": "no broken rule, quota 0",
    "c6k": "no broken rule, quota 0",
    "g4k": "no broken rule, quota 0",
}
"""What each case must reach."""

SEEDS = 20


def one(name: str, seed: int) -> dict[str, Any]:
    """One draw in this process."""
    case = instance(name)
    begin = time.perf_counter()
    from vaexercise.grouping.rounds.rounds import assign_rounds  # noqa: PLC0415  its imports are not computation

    loaded = time.perf_counter()
    drawn = assign_rounds(case.members, case.groups, case.rules, seed, rounds=case.rounds)
    done = time.perf_counter()
    outcomes = [outcome for each in drawn.rounds for outcome in each.outcomes]
    return {
        "compute": done - loaded,
        "imports": loaded - begin,
        "quota": sum(outcome.faults for outcome in outcomes if outcome.rule.startswith("spread")),
        "broken": sum(outcome.faults for outcome in outcomes if not outcome.rule.startswith("spread")),
        "repeats": drawn.mixing.repeats,
        "bound": drawn.mixing.least,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def measure(name: str, seeds: int) -> None:
    """Prints one case."""
    whole, found = [], []
    for seed in range(seeds):
        begin = time.perf_counter()
        command = [sys.executable, str(Path(__file__)), "--one", name, str(seed)]
        answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        whole.append(time.perf_counter() - begin)
        found.append(json.loads(answer))
    compute = [each["compute"] for each in found]
    worst = {key: max(each[key] for each in found) for key in ("quota", "broken", "repeats", "memory")}
    reached = sum(not each["quota"] and each["repeats"] == each["bound"] for each in found)
    print(
        f"{name:<4} compute median {_ms(median(compute))}, worst {_ms(max(compute))}; process median "
        f"{_ms(median(whole))} ms; quota median {median(each['quota'] for each in found):g}, worst {worst['quota']}; "
        f"repeats median {median(each['repeats'] for each in found):g}, worst {worst['repeats']}, "
        f"bound {found[0]['bound']}; both optimal on {reached} of {seeds}; broken {worst['broken']}; "
        f"{worst['memory']} MB; must: {CASES.get(name, '-')}",
        flush=True,
    )


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.0f}"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(one(sys.argv[2], int(sys.argv[3]))))
    else:
        numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
        for case_name in [word for word in sys.argv[1:] if not word.isdigit()] or CASES:
            measure(case_name, numbers[0] if numbers else SEEDS)
