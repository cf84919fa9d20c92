"""What the columns of a question's table amount to, as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import count, say
from vaexercise.report.model import Bars

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.plenary.coverage import Covered
    from vaexercise.plenary.outcome import Outcome


def coverage(outcome: Outcome) -> Iterator[Bars]:
    """One set of bars for all columns of words, one for each column of choices, one for what options were given."""
    return map(_bars, outcome.coverage)


def _bars(covered: Covered) -> Bars:
    if covered.what == "given":
        title = say("What each option got")
        return Bars(title=title, heading=say("Option"), rows=covered.rows, unit=say("points"))
    if covered.what == "chosen":
        title = count(covered.of, "{column} ({n} row)", "{column} ({n} rows)", column=covered.column)
        return Bars(title=title, heading=say("Answer"), rows=covered.rows, unit=say("rows"))
    title = count(covered.of, "What is filled in ({n} row)", "What is filled in ({n} rows)")
    return Bars(title=title, heading=say("Column"), rows=covered.rows, unit=say("rows"))
