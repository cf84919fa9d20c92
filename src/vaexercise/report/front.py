"""What stands first: the sums, the headlines of each group, and who took part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.model.groups import PLENARY, UNNAMED, group_name
from vaexercise.model.plenary import Line, Lines
from vaexercise.model.text import counted
from vaexercise.plenary.attendance import UNSTATED
from vaexercise.plenary.public.suppression import FEWER
from vaexercise.report.model import Bars, Block, Facts, Note, Paragraph, Section
from vaexercise.report.texts import own, own_note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.plenary import Grid
    from vaexercise.plenary.attendance import Attendance
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.plenary.totals import Totals

LONGEST = 12
"""So many rows a table of who took part may have; a longer one is shortened."""
COMMONEST = 10
"""So many values a shortened table shows."""


def glance(synthesis: Synthesis) -> Section:
    """The sums of the day, and whether every point is in the report."""
    totals, untouched = synthesis.totals, [o for o in synthesis.questions if o.asked and not o.answered]
    discussed = sum(bool(outcome.answered) for outcome in synthesis.questions)
    rows = (
        ("People", _people(synthesis.attendance)),
        ("Working groups", str(len(synthesis.groups))),
        ("Points", str(totals.points)),
        ("Questions answered", f"{discussed} of {len(synthesis.questions)}"),
        ("Answered by no group", ", ".join(outcome.name for outcome in untouched) or "none"),
    )
    groups = dict.fromkeys(group for group in (*synthesis.groups, *totals.by_group) if not group.startswith(UNNAMED))
    points = tuple((group_name(group), totals.by_group.get(group, 0)) for group in groups)
    bars = [Bars(title="Points from each group", heading="Group", rows=points, unit="points")] if points else []
    return Section(
        heading="At a glance", anchor="glance", blocks=(Facts(rows=rows), *bars, *_sums(synthesis), _check(totals))
    )


def _people(took: Attendance) -> str:
    return FEWER if took.few else str(took.total)


def _sums(synthesis: Synthesis) -> list[Paragraph | Note]:
    """Where all points are, once people have put some together; loud if it does not add up."""
    if not any(outcome.themed and outcome.themed.begun for outcome in synthesis.questions):
        return []
    sums = synthesis.sums
    said = f"{sums}. {sums.once}".rstrip()
    return [own(said) if sums.adds_up else own_note(f"This does not add up: {said} See: vaexercise plenary check")]


def _check(totals: Totals) -> Paragraph | Note:
    """Points in and points shown, always said; loud if they differ."""
    sums = f"{counted(totals.points, 'point')} in, {totals.points_shown} shown"
    if totals.answers:
        sums += f"; {counted(totals.answers, 'filled-in answer')} in, {totals.answers_shown} shown"
    if totals.private:
        sums += f"; {totals.private} kept private by the groups and shown nowhere"
    if totals.withdrawn:
        sums += f"; besides, {counted(totals.withdrawn, 'point or answer was', 'points or answers were')} withdrawn"
    if not totals.left_over:
        every = "Everything else" if totals.private else "Every point"
        return own(f"{every} appears under its question: {sums}.")
    end = "The rest stands under “Not shown under a question”."
    return own_note(f"Not every point appears under its question: {sums}. {end}")


def headlines(synthesis: Synthesis) -> list[Section]:
    """What each group chose to report, and what was said to it; the heading stands for the stars."""
    blocks = [replace(block, lines=tuple(_answered(block.lines, synthesis))) for block in synthesis.headlines]
    if synthesis.remarked:
        lines = tuple(_answered(synthesis.remarked, synthesis))
        blocks.append(Lines(title="Comments on other points", lines=lines))
    return [Section(heading="Headlines", anchor="headlines", blocks=tuple(blocks))] if blocks else []


def _answered(lines: Sequence[Line], synthesis: Synthesis) -> Iterator[Line]:
    """Each line without its star, then what others said to it: who says it stands where codes do."""
    for line in lines:
        yield replace(line, star=False)
        for remark in synthesis.remarks.get(line.code, ()):
            who_says = "The plenary" if remark.group == PLENARY else group_name(remark.group)
            yield Line(code=f"{who_says} says", text=remark.text)


def who(synthesis: Synthesis) -> list[Section]:
    """How many people, in which groups, and of which kinds."""
    took = synthesis.attendance
    if not took.total:
        return []
    sizes = [(group_name(group), size) for group, size in took.sizes.items()]
    if took.no_group and sizes:
        sizes.append(("No group", took.no_group))
    said = f"{counted(took.total, 'person', 'people')} took part"
    said += f", in {counted(len(synthesis.groups), 'working group')}." if synthesis.groups else "."
    blocks: list[Block] = [own(said)]
    if sizes:
        blocks.append(Bars(title="People in each group", heading="Group", rows=tuple(sizes), unit="people"))
    return [Section(heading="Who took part", anchor="people", blocks=(*blocks, *map(_shortened, took.tables)))]


def _shortened(table: Grid) -> Grid:
    """A long table with its commonest values and the sum of the others; what nobody stated stays apart."""
    if len(table.rows) <= LONGEST or not all(cell.isdecimal() for row in table.rows for cell in row[1:]):
        return table
    values = [row for row in table.rows if row[0] != UNSTATED]
    unstated = [row for row in table.rows if row[0] == UNSTATED]
    return replace(table, rows=(*values[:COMMONEST], _summed(values[COMMONEST:]), *unstated))


def _summed(rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    _, *columns = zip(*rows, strict=True)
    return ("others", *(str(sum(map(int, column))) for column in columns))
