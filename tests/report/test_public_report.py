"""A public report holds nothing that its level does not promise, in any format, whatever was said."""

from __future__ import annotations

import json
import re
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from any_synthesis import GROUPS, NAMES, ORGANISATIONS, Day, days, put_together
from hypothesis import given, settings
from hypothesis import strategies as st
from rendered import TEXTS, text_of

from vaexercise.model.plenary import Lines
from vaexercise.plenary.public.publishing import NAMED, published
from vaexercise.report import terminal
from vaexercise.report.build import build

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vaexercise.model.plenary import Block
    from vaexercise.model.privacy import Attribution
    from vaexercise.plenary.public.known import Known
    from vaexercise.plenary.synthesis import Synthesis

TELLING = re.compile(r"(?:\b|_)(?:G\d+(?:-Q\d+)?|g\d)\b|\bGroup \d")
NAMELESS: tuple[Attribution, ...] = ("none", "org_type")


def rendered(day: Day, level: Attribution) -> dict[str, str]:
    """The public report of a day in every format."""
    report = build(published(*_with(day, level)))
    found = {ending: text_of(ending)(report) for ending in TEXTS}
    return {**found, "terminal": terminal.render(report)}


def _with(day: Day, level: Attribution) -> tuple[Synthesis, Attribution, Known]:
    synthesis, known = put_together(day)
    return synthesis, level, known


@settings(deadline=None, max_examples=25)
@given(day=days(), level=st.sampled_from(NAMELESS))
def test_no_code_group_name_or_organisation_stands_in_any_format(day: Day, level: Attribution) -> None:
    """Words of groups never look like a code here: so whatever does was put there by the program."""
    for ending, text in rendered(day, level).items():
        assert not TELLING.search(text.replace("\\", "")), (ending, TELLING.search(text.replace("\\", "")))
        assert not any(word in text for word in (*NAMES, *ORGANISATIONS)), ending


@settings(deadline=None, max_examples=25)
@given(day=days(), order=st.sampled_from(list(permutations(GROUPS))))
def test_at_none_the_report_is_the_same_whichever_group_said_what(day: Day, order: tuple[str, ...]) -> None:
    """Groups change their names, and nothing changes: neither a word nor an order tells who said it."""
    renamed = day.renamed(dict(zip(GROUPS, order, strict=True)))
    assert rendered(day, "none") == rendered(renamed, "none")


@settings(deadline=None, max_examples=25)
@given(day=days(), level=st.sampled_from(["open", "group", *NAMELESS]))
def test_sums_still_hold_and_private_words_are_counted(day: Day, level: Attribution) -> None:
    """As many points and answers as inside; what is private is withheld, and counted."""
    synthesis, known = put_together(day)
    public = published(synthesis, level, known)
    for name in ("points", "points_shown", "answers", "answers_shown", "private"):
        assert getattr(public.totals, name) == getattr(synthesis.totals, name)
    assert public.published
    assert public.published.withheld == synthesis.totals.private
    for inside, outside in zip(synthesis.questions, public.questions, strict=True):
        for state in ("asked", "answered", "skipped", "nothing", "not_discussed", "unrecorded"):
            assert len(getattr(inside, state)) == len(getattr(outside, state))
        assert shown(inside.blocks) == shown(outside.blocks)
        if inside.themed and outside.themed:
            assert sorted(len(t.everybody) for t in inside.themed.themes) == sorted(
                len(t.everybody) for t in outside.themed.themes
            )


def shown(blocks: Iterable[Block]) -> int:
    """How many lines and rows there are."""
    return sum(len(block.lines) if isinstance(block, Lines) else len(block.rows) for block in blocks)


@settings(deadline=None, max_examples=15)
@given(day=days())
def test_comments_votes_and_turnout_of_groups_are_public_at_no_level(day: Day) -> None:
    """Who said what to a point of others, and which group voted how, stays inside even where groups are named."""
    synthesis, known = put_together(day)
    for level in NAMED:
        public = published(synthesis, level, known)
        assert all(remark.group == "?1" for said in public.remarks.values() for remark in said)
        assert all(not vote.turnouts and not any(grid.attributed for grid in vote.grids) for vote in public.votes)


@pytest.mark.parametrize("level", ["open", "group", "org_type", "none"])
@settings(deadline=None, max_examples=10)
@given(day=days())
def test_the_data_for_programs_say_which_version_it_is(level: Attribution, day: Day) -> None:
    """The JSON has the level, and ids that are numbers in order: nothing leads back to the record."""
    data = json.loads(rendered(day, level)[".json"])
    assert data["published"]["level"] == level
    ids = [theme["id"] for outcome in data["questions"] if outcome["themed"] for theme in outcome["themed"]["themes"]]
    assert all(re.fullmatch(r"t\d+", key) for key in ids)
    assert [action["id"] for action in data["actions"]] == [f"a{n}" for n in range(1, len(data["actions"]) + 1)]
    assert not any(sentence["draft"] or sentence["facts"] for sentence in data["sentences"])
