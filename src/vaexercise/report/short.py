"""The short report, to hand out before people leave: two pages of what matters most, and where the whole is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.messages import count, say
from vaexercise.model.plenary import Grid, Lines
from vaexercise.report.findings import findings
from vaexercise.report.front import glance
from vaexercise.report.model import Facts, Paragraph, Section
from vaexercise.report.texts import own, own_note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.action import Action
    from vaexercise.plenary.priorities import Voted
    from vaexercise.plenary.sentences import Sentence
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.report.model import Block, Note
    from vaexercise.report.texts import Texts

FINDINGS, HEADLINES, VOTES, ITEMS, ACTIONS = 10, 2, 2, 3, 10
"""So many findings, headlines of a group, votes, items of a vote, and actions it has at most."""
_LEFT = ("placed", "chosen", "actions", "question", "silent")
"""Findings about what has a section of its own here, and that a question was answered, or not."""
_PRIORITY = "priority"
"""The kind of questions that set priorities without a vote."""


def short(synthesis: Synthesis, texts: Texts) -> list[Section]:
    """Its sections; those with nothing to say are left out.

    As long as no theme is common to groups, what each group chose to report stands for what they have in common.
    """
    return [_glance(synthesis), *_findings(synthesis), *_priorities(synthesis, texts), *_actions(synthesis)]


def where() -> Note:
    """That this is not all, and where the whole is."""
    return own_note(
        say(
            "This is the short version, made by vaexercise from the record of the working groups. The whole has "
            "every point with its code, every table and vote, and how the groups were formed. Whoever organised the "
            "meeting has it."
        )
    )


def _glance(synthesis: Synthesis) -> Section:
    """The sums alone."""
    whole = glance(synthesis)
    return replace(whole, blocks=tuple(block for block in whole.blocks if isinstance(block, Facts)))


def _chosen(sentences: Sequence[Sentence]) -> tuple[tuple[Sentence, ...], int]:
    """The first findings, and all that people wrote themselves; how many more there are."""
    there = [one for one in sentences if not (one.gone or one.kind in _LEFT)]
    written = [one for one in there if one.kind == "own"]
    first = [one for one in there if one.kind != "own"][: max(FINDINGS - len(written), 0)]
    return (*first, *written), len(there) - len(first) - len(written)


def _findings(synthesis: Synthesis) -> list[Section]:
    chosen, more = _chosen(synthesis.sentences)
    common = any(sentence.kind in {"common", "plenary"} for sentence in chosen)
    reported = [] if common else _headlines(synthesis)
    found = [block for section in findings(replace(synthesis, sentences=chosen)) for block in section.blocks]
    blocks = (*reported, *found, *_more(more))
    return [Section(heading=say("Key findings"), anchor="findings", blocks=blocks)] if blocks else []


def _more(number: int) -> list[Paragraph]:
    said = count(number, "{n} more is in the whole summary.", "{n} more are in the whole summary.")
    return [own(said)] if number > 0 else []


def _headlines(synthesis: Synthesis) -> list[Block]:
    """The first headlines of each group in one list, without what was said to them; their codes say whose they are."""
    lines = [line for block in synthesis.headlines for line in block.lines]
    first = [replace(line, star=False) for block in synthesis.headlines for line in block.lines[:HEADLINES]]
    if not first:
        return []
    title = say("What the groups chose to report")
    return [Lines(title=title, lines=tuple(first)), *_more(len(lines) - len(first))]


def _priorities(synthesis: Synthesis, texts: Texts) -> list[Section]:
    """The first items of the last votes, among them the questions that set priorities."""
    blocks = [_first(vote) for vote in synthesis.votes]
    for outcome in synthesis.questions:
        grids = [block for block in outcome.blocks if isinstance(block, Grid)] if outcome.kind == _PRIORITY else []
        blocks += [_top(grid, texts.said(outcome.prompt).text) for grid in grids]
    shown = (*blocks[-VOTES:], *_more(len(blocks) - VOTES))
    return [Section(heading=say("Priorities"), anchor="priorities", blocks=shown)] if blocks else []


def _first(vote: Voted) -> Block:
    turnout = vote.sentences[0] if vote.sentences else ""
    if not vote.placed:
        return own(turnout)
    columns = (say("Item"), say("Score: {measure}", measure=vote.measure), say("Place"))
    rows = tuple((f"{item.number} {item.title}", item.score, item.place) for item in vote.placed)
    return _cut(Grid(title=vote.title, columns=columns, rows=rows, note=turnout))


def _top(grid: Grid, title: str) -> Block:
    """The first rows, without the columns that say who said it: the sum is what counts here."""
    kept = [place for place in range(len(grid.columns)) if place not in grid.attributed]
    columns = tuple(grid.columns[place] for place in kept)
    rows = tuple(tuple(row[place] for place in kept) for row in grid.rows)
    return _cut(Grid(title=title, columns=columns, rows=rows, languages=grid.languages))


def _cut(grid: Grid) -> Grid:
    """The first rows of a table whose last column is the place; of those that share one, all or none are cut off."""
    rows = [row for place, row in enumerate(grid.rows) if place < ITEMS or row[-1] == grid.rows[ITEMS - 1][-1]]
    left = len(grid.rows) - len(rows)
    note = " ".join(filter(None, [grid.note, *(more.text for more in _more(left))]))
    return replace(grid, rows=tuple(rows), languages=grid.languages[: len(rows)], note=note)


def _actions(synthesis: Synthesis) -> list[Section]:
    """What will be done, by whom and by when; what is private or says the same as another is left out."""
    shown = [action for action in synthesis.actions if not (action.private or action.under or action.held)]
    if not shown:
        return []
    first = shown[:ACTIONS]
    table = Grid(
        title=say("What will be done"),
        columns=(say("What"), say("Who"), say("By when")),
        rows=tuple(map(_row, first)),
        languages=tuple(action.language for action in first),
    )
    return [Section(heading=say("Actions"), anchor="actions", blocks=(table, *_more(len(shown) - ACTIONS)))]


def _row(action: Action) -> tuple[str, ...]:
    return action.what, action.who_now, action.by_now
