"""Which groups raised which theme, the annex of all points, and how scores lie: as tables, lists and bars."""

from __future__ import annotations

from dataclasses import replace

from invented_report import put_together, responses

from vaexercise.model.groups import PLENARY
from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.plenary.outcome import Outcome
from vaexercise.plenary.priorities import Placed, Scored, Voted
from vaexercise.plenary.sums import NO_POINTS
from vaexercise.plenary.themed import Raised, Themed
from vaexercise.report import terminal
from vaexercise.report.annex import annex
from vaexercise.report.model import Bars, Paragraph, Report, Section
from vaexercise.report.priorities import priorities
from vaexercise.report.raised import raised
from vaexercise.report.texts import Texts


def line(code: str) -> Line:
    """A point."""
    return Line(code=code, text=f"Words of {code}", star=True)


MONEY = Raised(id="t1", number=1, title="Money", groups=("g10", "g2"), lines=(line("G2-Q1-01"), line("G10-Q1-01")))
DATA = Raised(
    id="t2",
    number=2,
    title="Data",
    groups=("g2",),
    contrary=("g2", "g3"),
    lines=(line("G2-Q1-01"),),
    against=(line("G2-Q1-02"), line("G3-Q1-01")),
)
THEMED = Themed(answered=3, sums=NO_POINTS, themes=(MONEY, DATA))
QUESTION = Outcome(
    id="q",
    kind="points",
    code="Q1",
    prompt="Why?",
    asked=("g2", "g3", "g10"),
    themed=THEMED,
    blocks=(
        Lines(title="Group 2", lines=(line("G2-Q1-01"), line("G2-Q1-02"), line("G2-Q1-03"))),
        Lines(title="Group 3", lines=(line("G3-Q1-01"),)),
    ),
)
TEXTS = Texts("en", "en")


def test_a_table_says_in_words_who_raised_what_and_who_spoke_against_it() -> None:
    """One column for each group that spoke, in the order of their numbers; no colour and no tick."""
    table, bars = raised(QUESTION)
    assert isinstance(table, Grid)
    assert table.columns == ("Theme", "Group 2", "Group 3", "Group 10", "Points")
    assert table.rows == (
        ("T1 Money", "yes", "–", "yes", "2"),
        ("T2 Data", "yes, and the contrary", "the contrary", "–", "3"),
    )
    assert isinstance(bars, Bars)
    assert bars.rows == (("T1 Money", 2), ("T2 Data", 1))


def test_where_groups_are_not_named_only_their_number_is_drawn() -> None:
    """A column for a group would name it; a question for the plenary has no groups to compare."""
    signs = replace(THEMED, themes=(replace(MONEY, groups=("?1", "?2")),))
    assert [type(block) for block in raised(replace(QUESTION, themed=signs))] == [Bars]
    assert list(raised(replace(QUESTION, asked=(PLENARY,)))) == []
    assert list(raised(replace(QUESTION, themed=None))) == []


def test_the_annex_has_every_point_by_group_with_its_themes() -> None:
    """In the order in which the group said them; those in no theme, too; headlines are not marked a third time."""
    found = replace(put_together([]), groups=("g2", "g3", "g10"), questions=(QUESTION,))
    head, question = annex(found, TEXTS)
    assert head.new_page
    assert (question.label, question.heading) == ("Q1", "Why?")
    shown = [
        (one.code, one.beside, one.star) for block in question.blocks if isinstance(block, Lines) for one in block.lines
    ]
    assert shown == [
        ("G2-Q1-01", "(T1, T2)", False),
        ("G2-Q1-02", "(T2)", False),
        ("G2-Q1-03", "", False),
        ("G3-Q1-01", "(T2)", False),
    ]


def test_there_is_no_annex_of_what_stands_in_that_order_already() -> None:
    """Nor where groups are not named."""
    assert annex(put_together(responses()), TEXTS) == []
    assert annex(replace(put_together([]), groups=("?1",), questions=(QUESTION,)), TEXTS) == []


def vote(*scores: Scored) -> Voted:
    """A vote on two items."""
    placed = tuple(Placed(item=f"i{n}", number=n, title=f"Item {n}", place="1=", score="8") for n in (1, 2))
    return Voted(
        id="v",
        name="1",
        title="Next",
        question="",
        measure="median" if scores else "dots",
        voters=9,
        people=9,
        placed=placed,
        scores=scores,
    )


def test_dots_are_bars_and_scores_are_distributions() -> None:
    """Each score from 0 to 10 has its bar; an item with too few scores has none, and that is said."""
    [*_, dots] = priorities(replace(put_together([]), votes=(vote(),)))[1].blocks
    assert isinstance(dots, Bars)
    assert (dots.rows, dots.unit) == ((("1 Item 1", 8), ("2 Item 2", 8)), "dots")
    scored = Scored(number=1, title="Item 1", counts=(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8))
    [*_, drawn, few] = priorities(replace(put_together([]), votes=(vote(scored),)))[1].blocks
    assert isinstance(drawn, Bars)
    assert drawn.rows == (("0", 1), *((str(n), 0) for n in range(1, 10)), ("10", 8))
    assert isinstance(few, Paragraph)
    assert few.text.startswith("Of 1 item, how many gave each score is not shown")


def test_a_bar_is_never_broken_on_a_narrow_terminal() -> None:
    """Heads of columns may be wider than what stands below them: then there are numbers instead."""
    rows = (("0", 1), ("10", 8))
    for width in range(20, 60):
        section = Section(
            heading="V1", anchor="v", blocks=(Bars(title="T", heading="Score", rows=rows, unit="people"),)
        )
        shown = terminal.render(Report(title="R", sections=(section,)), width=width)
        assert not [row for row in shown.splitlines() if row.strip() and set(row.strip()) == {"█"}], width
