"""Whatever is typed while points are sorted, and whatever others do: every point is in one place, word for word."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sorting_stage import SortingStage

from vaexercise.capture.sorting.commands import AT_END, AT_POINT, AT_PROPOSAL, understand
from vaexercise.errors import Refused
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.plenary import sorting_steps
from vaexercise.workshop.plenary.themes import themes_of
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaexercise.model.session import Session
    from vaexercise.model.theme import Sorting

POINTS = """\
# points: g1 Q1: No budget for data in the districts
# points: g1 Q1: Survivors are never asked, and nobody reads the reports
# points: g2 Q1: No budget line to collect data in districts
# points: g2 Q1: Survivors are always asked
# points: g3 Q1: Les données n’arrivent pas
# points: g3 Q1: لا توجد ميزانية لجمع البيانات
# points: g3 Q1: Budget
# points: g1 Q4: A budget line for data
# points: g2 Q4: A line for data in the budget
"""
MEANWHILE = (
    "Bo puts G3-Q1-01: Money",
    "Bo parks G1-Q1-01: later",
    "Bo says unique G2-Q1-02",
    "Bo hides G3-Q1-03: a testimony",
    "Bo moves G2-Q1-01: Q4",
    "Bo changes G1-Q1-02: Other words",
    "Bo glosses G3-Q1-01: Data do not arrive",
    "Bo signs off",
)
ARGUMENTS = (
    "",
    "1",
    "2",
    "1,2",
    "9",
    "1 2",
    "2 1 Both",
    "1 Title",
    "and nobody",
    "G1-Q1-01",
    "3",
    "[/b]",
    "0",
    "Q4",
    "Q1",
)
LINES = st.one_of(
    st.builds(
        lambda command, argument: f"{command} {argument}".rstrip(),
        st.sampled_from(sorted({one.sign for table in (AT_PROPOSAL, AT_POINT) for one in table.values()} - {"q"})),
        st.sampled_from(ARGUMENTS),
    ),
    st.sampled_from(["", "1", "2", "1,2", "Money", "No money at all", "n Money", "n", "u", "p x", "s", "z", "z 2"]),
    st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=12),
)
SCRIPTS = st.lists(
    st.one_of(LINES.map(lambda line: f">> {line}"), st.sampled_from(MEANWHILE).map(lambda what: f"<< {what}")),
    max_size=25,
)


class Room(SortingStage):
    """A stage on which a colleague may try what cannot be done."""

    def _happen(self, line: str, keep: Callable[[str], None] | None) -> None:
        with suppress(Refused, StopIteration):
            super()._happen(line, keep)


def sound(sorting: Sorting) -> None:
    """Each point is themed, unique, parked or left, and in one of these only."""
    themed = {point for theme in sorting.themes for point in theme.points}
    parts = [themed, set(sorting.unique), set(sorting.parked), set(sorting.left)]
    assert sum(map(len, parts)) == len(sorting.points) == len(set().union(*parts))
    assert all(set(theme.opposes) <= set(theme.points) for theme in sorting.themes)
    assert set(sorting.contested) | set(sorting.new) | set(sorting.moved) <= set(sorting.left)


def words(folder: Path) -> dict[str, str]:
    """All that was said, by code."""
    workshop = Workshop(folder)
    return {point.code: point.text for point in Feedback(workshop, workshop.session()).points()}


@pytest.fixture(scope="module")
def base(made_once: Path) -> Path:
    """A workshop with groups, in which nothing was said."""
    return made_once.with_name("with-groups")


def taken_back(workshop: Workshop, session: Session) -> bool:
    """Undo step by step, all of them; False if Bo changed something after it, which therefore stays."""
    while steps := sorting_steps.sorting_steps(workshop, session):
        try:
            sorting_steps.take_back(workshop, session, steps[0])
        except Refused as error:
            if "changed since" in str(error) or "signed off" in str(error):
                return False
            raise
    return True


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(script=SCRIPTS)
def test_nothing_is_lost_whatever_is_typed(base: Path, script: list[str]) -> None:
    """Any answers in any order: the sum holds, words stay but where a point is split, and undoing all empties it."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(shutil.copytree(base, Path(made) / "workshop"))
        whole = [line for line in script if line.startswith(">> ")] + [">> q"]
        Room(folder, "\n".join([POINTS.strip(), *script, *(whole[-1:])])).play()
        workshop = Workshop(folder)
        session = workshop.session()
        for sorting in themes_of(workshop, session):
            sound(sorting)
        before = {line.split(": ", 2)[2] for line in POINTS.splitlines()}
        told = " ".join(point.text for point in Feedback(workshop, session).points())
        assert all(word in told for line in before for word in line.split() if "changes" not in " ".join(script))
        if not taken_back(workshop, session):
            return
        for sorting in themes_of(workshop, session):
            sound(sorting)
            assert not sorting.themes
            assert not sorting.unique
            assert not sorting.parked


@pytest.mark.parametrize(
    ("line", "command", "argument"),
    [
        ("x 3,5", "drop", "3,5"),
        ("drop 3 5", "drop", "3 5"),
        ("!3", "opposes", "3"),
        ("+", "tighter", ""),
        (":z", "undo", ""),
        ("UNDO 3", "undo", "3"),
        ("m 2 4 New title", "merge", "2 4 New title"),
        ("", "accept", ""),
        ("again G1-Q1-03", "again", "G1-Q1-03"),
    ],
)
def test_signs_and_words_are_the_same_commands(line: str, command: str, argument: str) -> None:
    """A sign or a word, with or without colon and capitals."""
    typed = understand(line, AT_PROPOSAL)
    assert (typed.command, typed.argument) == (command, argument)


@pytest.mark.parametrize(
    "line",
    ["xx", "x two", "n Money", "quitt", "mrge 2 3", ":no budget", "Top 10 points", "i am here", "---", "ok", "?!"],
)
def test_a_mistyped_command_is_no_title(line: str) -> None:
    """What looks like a command is none of the words, and the reply says what to do."""
    typed = understand(line, AT_PROPOSAL)
    assert not typed.words
    assert typed.reply or typed.command == "help"


@pytest.mark.parametrize("line", ["No budget line", "Money for data", "no money", "预算", "Ministries", "الميزانية"])
def test_words_are_words(line: str) -> None:
    """A title in any script, one too that begins like a command's word."""
    assert understand(line, AT_PROPOSAL).words == line


def test_numbers_are_numbers_at_every_prompt() -> None:
    """One or several, each once, never more than four digits."""
    for commands in (AT_PROPOSAL, AT_POINT, AT_END):
        assert understand("2", commands).numbers == (2,)
        assert understand("2, 4 2", commands).numbers == (2, 4)
        assert not understand("123456", commands).numbers


def test_all_points_of_a_question_in_few_keys(base: Path, tmp_path: Path) -> None:
    """The example's 23 points of Q1 need fewer than 60 keystrokes: proposals by Enter, the rest by short answers."""
    folder = Path(shutil.copytree(base, tmp_path / "workshop"))
    typed = ["", "", "n", "n", "", *["u"] * 20, ""]
    script = "\n".join(f">> {line}" for line in typed)
    stage = SortingStage(folder, f"# sheets: group-1 group-2 group-3\n# question: Q1\n{script}")
    stage._run()
    used = typed[: len(typed) - len([line for line in stage.script if line.startswith(">>")])]
    workshop = Workshop(folder)
    session = workshop.session()
    sorting = next(one for one in themes_of(workshop, session) if one.question == "q-challenges")
    assert len(sorting.points) == 23
    assert sorting.left == ()
    assert sum(len(line) + 1 for line in used) < 60
