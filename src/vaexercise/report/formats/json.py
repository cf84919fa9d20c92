"""Data for programs, `vaexercise/summary/1`: the whole synthesis, with every point's code.

`warnings` (sentences to read first: damage, conflicts); `title`, `dates`, `place`, `exercise_…`; `groups` (keys: g1,
g2 …, plenary); `attendance` (`total`, `sizes` by group, `no_group`, `tables` with every value); `headlines` (a block of
starred points for each group); `questions`; `totals` (`points` in, `points_shown`, `by_group`, `left_over` …).

A question has `code`, `prompt`, `source`, `points`, `answers`, `blocks`, and the groups that it was `asked`; each of
them stands under one of `answered`, `skipped`, `nothing` (to say), `not_discussed` (the group said so) or `unrecorded`
(nobody wrote down anything, so nobody knows).

A block has a `title` and either `lines` (`code`, `text`, `language`, `star`, and `beside`: a translation, how far the
group agrees) or `columns`, `rows` and `languages`. What groups keep private is counted (`private`) and in no block.
Sheets to write on are `vaexercise/sheets/1`: `exercise`, `sheets` (for each `group` its `members` and `questions`, each
with its definition, the `stem` of its codes and the `first` number that its points will get).

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
