"""Data for programs, `vaexercise/summary/1`: the whole synthesis, with every point's code.

`title`, `dates`, `place`, `exercise_…`; `groups` (keys: g1, g2 …, plenary); `attendance` (`total`, `sizes` by group,
`no_group`, `tables`); `questions` (each with `code`, `prompt`, `asked`, `answered`, `skipped`, `nothing`,
`not_discussed`, `points`, `answers`, `blocks`); `totals` (`points` in, `points_shown`, `by_group`, `left_over` …).
A block has a `title` and either `lines` (`code`, `text`, `language`, `star`) or `columns`, `rows` and `languages`.
A prompt is a string in `exercise_language`, or a map from language to string. New keys may come; none goes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vaexercise.report.model import Report


def render(report: Report) -> str:
    """The report's data, two spaces to a level, letters as they are."""
    return json.dumps(report.data, ensure_ascii=False, indent=2) + "\n"
