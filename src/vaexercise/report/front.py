"""What stands first: the sums, the headlines of each group, and who took part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.messages import count, say, with_semicolons
from vaexercise.model.groups import PLENARY, UNNAMED, group_name
from vaexercise.model.plenary import Line, Lines
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
        (say("People"), _people(synthesis.attendance)),
        (say("Working groups"), str(len(synthesis.groups))),
        (say("Points"), str(totals.points)),
        (say("Questions answered"), say("{answered} of {asked}", answered=discussed, asked=len(synthesis.questions))),
        (say("Answered by no group"), ", ".join(outcome.name for outcome in untouched) or say("none")),
    )
    groups = dict.fromkeys(group for group in (*synthesis.groups, *totals.by_group) if not group.startswith(UNNAMED))
    points = tuple((group_name(group), totals.by_group.get(group, 0)) for group in groups)
    bars = (
        [Bars(title=say("Points from each group"), heading=say("Group"), rows=points, unit=say("points"))]
        if points
        else []
    )
    return Section(
        heading=say("At a glance"), anchor="glance", blocks=(Facts(rows=rows), *bars, *_sums(synthesis), _check(totals))
    )


def _people(took: Attendance) -> str:
    return FEWER if took.few else str(took.total)


def _sums(synthesis: Synthesis) -> list[Paragraph | Note]:
    """Where all points are, once people have put some together; loud if it does not add up."""
    if not any(outcome.themed and outcome.themed.begun for outcome in synthesis.questions):
        return []
    sums = synthesis.sums
    said = f"{sums}. {sums.once}".rstrip()
    return [own(said) if sums.adds_up else own_note(_does_not_add_up(said))]


def _does_not_add_up(said: str) -> str:
    return say("This does not add up: {sums} See: vaexercise plenary check", sums=said)


def _check(totals: Totals) -> Paragraph | Note:
    """Points in and points shown, always said; loud if they differ."""
    sums = with_semicolons(_in_and_shown(totals))
    if totals.left_over:
        return own_note(
            say(
                "Not every point appears under its question: {sums}. The rest stands under “Not shown under a "
                "question”.",
                sums=sums,
            )
        )
    if totals.private:
        return own(say("Everything else appears under its question: {sums}.", sums=sums))
    return own(say("Every point appears under its question: {sums}.", sums=sums))


def _in_and_shown(totals: Totals) -> Iterator[str]:
    points = count(totals.points, "{n} point", "{n} points")
    yield say("{things} in, {shown} shown", things=points, shown=totals.points_shown)
    if totals.answers:
        answers = count(totals.answers, "{n} filled-in answer", "{n} filled-in answers")
        yield say("{things} in, {shown} shown", things=answers, shown=totals.answers_shown)
    if totals.private:
        yield count(
            totals.private,
            "{n} kept private by the groups and shown nowhere",
            "{n} kept private by the groups and shown nowhere",
        )
    if totals.withdrawn:
        yield count(
            totals.withdrawn,
            "besides, {n} point or answer was withdrawn",
            "besides, {n} points or answers were withdrawn",
        )


def headlines(synthesis: Synthesis) -> list[Section]:
    """What each group chose to report, and what was said to it; the heading stands for the stars."""
    blocks = [replace(block, lines=tuple(_answered(block.lines, synthesis))) for block in synthesis.headlines]
    if synthesis.remarked:
        lines = tuple(_answered(synthesis.remarked, synthesis))
        blocks.append(Lines(title=say("Comments on other points"), lines=lines))
    return [Section(heading=say("Headlines"), anchor="headlines", blocks=tuple(blocks))] if blocks else []


def _answered(lines: Sequence[Line], synthesis: Synthesis) -> Iterator[Line]:
    """Each line without its star, then what others said to it: who says it stands where codes do."""
    for line in lines:
        yield replace(line, star=False)
        for remark in synthesis.remarks.get(line.code, ()):
            yield Line(code=says(remark.group), text=remark.text)


def says(group: str) -> str:
    """Who says what comes after it: `Group 3 says`, `The plenary says`."""
    return say("The plenary says") if group == PLENARY else say("{group} says", group=group_name(group))


def who(synthesis: Synthesis) -> list[Section]:
    """How many people, in which groups, and of which kinds."""
    took = synthesis.attendance
    if not took.total:
        return []
    sizes = [(group_name(group), size) for group, size in took.sizes.items()]
    if took.no_group and sizes:
        sizes.append((say("No group"), took.no_group))
    blocks: list[Block] = [own(_took_part(took.total, len(synthesis.groups)))]
    if sizes:
        blocks.append(
            Bars(title=say("People in each group"), heading=say("Group"), rows=tuple(sizes), unit=say("people"))
        )
    return [Section(heading=say("Who took part"), anchor="people", blocks=(*blocks, *map(_shortened, took.tables)))]


def _took_part(people: int, groups: int) -> str:
    if not groups:
        return count(people, "{n} person took part.", "{n} people took part.")
    said = count(people, "{n} person took part", "{n} people took part")
    return say("{people}, in {groups}.", people=said, groups=count(groups, "{n} working group", "{n} working groups"))


def _shortened(table: Grid) -> Grid:
    """A long table with its commonest values and the sum of the others; what nobody stated stays apart."""
    if len(table.rows) <= LONGEST or not all(cell.isdecimal() for row in table.rows for cell in row[1:]):
        return table
    unstated_words = {UNSTATED, say(UNSTATED)}
    values = [row for row in table.rows if row[0] not in unstated_words]
    unstated = [row for row in table.rows if row[0] in unstated_words]
    return replace(table, rows=(*values[:COMMONEST], _summed(values[COMMONEST:]), *unstated))


def _summed(rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    _, *columns = zip(*rows, strict=True)
    return (say("others"), *(str(sum(map(int, column))) for column in columns))
