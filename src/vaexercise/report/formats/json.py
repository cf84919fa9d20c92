"""Data for programs, `vaexercise/summary/1`: the whole synthesis, with every point's code.

`warnings` (sentences to read first: damage, conflicts); `title`, `dates`, `place`, `exercise_…`; `groups` (keys: g1,
g2 …, plenary); `attendance` (`total`, `sizes` by group, `no_group`, `tables` with every value); `headlines` (a block of
starred points for each group); `remarked` (other points that were commented on) and `remarks` (by code, the comments,
each with the `group` that made it); `questions`; `votes`; `actions`; `sums`; `sentences`; `totals` (`points` in,
`points_shown`, `by_group`, `left_over` …). `approval` has a `state` (draft, approved, changed), the day it was approved
`on` and `by` whom; `easy` the `paragraphs` in easy words, by `language`; `pictures` those of the day, in words, by id.

A question has `code`, `prompt`, `source`, `points`, `answers`, `blocks`, and the groups that it was `asked`; each of
them stands under one of `answered`, `skipped`, `nothing` (to say), `not_discussed` (the group said so) or `unrecorded`
(nobody wrote down anything, so nobody knows).

What people made of a question's points is `themed` (null if they are not to be put together): `answered` (how many
groups), `sums` (`points` = `themed` + `unique` + `parked` + `left` + `private` + `elsewhere`; `themes`; `twice` counts
points in several themes), `themes` (`id`, `number`, `title`; `groups` that say so in `lines`, groups to the `contrary`
in `against`), `unique`, `parked` and `left` (lines), and the codes of points `changed` or `gone` since. `gaps` are what
no group said (`missing` of `of` things); `apart` is how far groups are apart if that is far, else null;
`coverage` counts (`rows` of label and number, over `of` rows) what is `filled` in, `chosen` in a `column`, or `given`
to options.
`method` is how groups were formed: `people`, `groups`, `rounds`, `seed`, `engine`, `rules` (each with its `state`,
`faults`, and whether that is proved `optimal`; `withheld` are left out), `placed` by hand, `signed` off, `matcher`.

A vote has `voters` (of `people`, 0 if unknown), `placed` (each item with `place` and `score`), `sentences`, `grids`,
`scores` (how many gave an item 0, 1 … 10) and `turnouts` by group. A sentence has a `key` that stays, its `kind` and
`facts` (the template and what fills it), `text`,
`draft` (what the counts say now), `sources` (`key` and `name`), and whether it was `edited`, or is `gone` from the
report.

A block has a `title` and either `lines` (`code`, `text`, `language`, `star`, and `beside`: a translation, how far the
group agrees) or `columns`, `rows` and `languages`. What groups keep private is counted (`private`) and in no block.
Sheets to write on are `vaexercise/sheets/1`: `exercise`, `sheets` (for each `group` its `members` and `questions`, each
with its definition, the `stem` of its codes and the `first` number that its points will get). A print pack is
`vaexercise/pack/1`: under its name each thing that is printed, such as `brief`, `sheets` (as above) and `badges`.
Report-back cards are `vaexercise/report-back/1`: the `cards` of groups, in which `order` and `time`.

A version for the public says so (`published`: its `level`, how many are `withheld` and `withdrawn`) and holds nothing
that its report does not say. Where groups are not named, `?1`, `?2` … stand in the place of keys, anew in each list:
the same sign in two places says nothing. Codes are empty there, and numbers stand for ids.

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
