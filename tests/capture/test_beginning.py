"""What is asked before a conversation, if it was not said on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import must
from stage import Stage

from vaexercise.capture.beginning import which_group, which_session, who
from vaexercise.errors import Refused
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MEMBERS = ["Amara Diallo", "Amara Traoré", "Bo Keita"]


@pytest.fixture
def types(tmp_path: Path) -> Callable[..., Stage]:
    """A console at which these lines are typed."""
    return lambda *lines: Stage(tmp_path, "".join(f">> {line}\n" for line in lines))


@pytest.fixture
def two_sessions(new_workshop: Callable[..., Path]) -> Workshop:
    """A workshop of two exercises."""
    return Workshop(new_workshop("va-monitoring", "va-coordination"))


def test_the_only_exercise_is_not_asked_for(workshop_with_groups: Path, types: Callable[..., Stage]) -> None:
    """Nothing is said, and nothing has to be typed."""
    stage = types()
    assert which_session(Workshop(workshop_with_groups), stage, again=True).id == "va-monitoring"
    assert stage.shown == []


@pytest.mark.parametrize("line", ["2", "va-coordination", " VA-Coordination "])
def test_an_exercise_by_its_number_or_name(line: str, two_sessions: Workshop, types: Callable[..., Stage]) -> None:
    """Both are shown with their titles first."""
    stage = types(line)
    assert which_session(two_sessions, stage, again=True).id == "va-coordination"
    assert [shown[:15] for shown in stage.shown[:2]] == ["1 va-monitoring", "2 va-coordinati"]


def test_what_is_no_exercise_is_asked_again(two_sessions: Workshop, types: Callable[..., Stage]) -> None:
    """With the nearest name, or, after an empty line, all of them."""
    stage = types("va-monitorin", "", "9", "1")
    assert which_session(two_sessions, stage, again=True).id == "va-monitoring"
    assert any("id you mean va-monitoring?" in shown for shown in stage.shown)


def test_the_end_of_input_names_the_option(two_sessions: Workshop, types: Callable[..., Stage]) -> None:
    """A program that cannot answer is told how to say it."""
    with pytest.raises(Refused, match="--exercise"):
        which_session(two_sessions, types(), again=True)
    with pytest.raises(Refused, match="--group"):
        which_group(two_sessions, two_sessions.sessions[0], types(), again=True)


def test_in_a_pipe_a_wrong_line_is_not_asked_again(two_sessions: Workshop, types: Callable[..., Stage]) -> None:
    """The next line is meant for something else, and stays where it is."""
    stage = types("nonsense", "1")
    with pytest.raises(Refused, match="--exercise"):
        which_session(two_sessions, stage, again=False)
    assert list(stage.script) == [">> 1"]


@pytest.mark.parametrize(
    ("line", "key"), [("2", "g2"), ("g2", "g2"), ("Group 2", "g2"), ("plenary", "plenary"), ("PLENARY", "plenary")]
)
def test_a_group_by_its_number_or_name(
    line: str, key: str, workshop_with_groups: Path, types: Callable[..., Stage]
) -> None:
    """Each is shown with how many people are in it; the plenary is the whole room."""
    workshop, stage = Workshop(workshop_with_groups), types("7", line)
    assert which_group(workshop, workshop.session(), stage, again=True) == key
    assert "Group 2, 16 people" in stage.shown
    assert any("whole room" in shown for shown in stage.shown)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("1", "Amara Diallo"),
        ("bo", "Bo Keita"),
        ("Amara", "Amara"),
        ("Amara T", "Amara Traoré"),
        ("Chidi Obi", "Chidi Obi"),
        ("", "Amara Traoré"),
        ("\x1b[2JBo K", "Bo Keita"),
    ],
)
def test_who_types(line: str, name: str, types: Callable[..., Stage]) -> None:
    """A member by number, by a beginning that only one has, or any other name; nothing means the rapporteur."""
    assert who(MEMBERS, "Amara Traoré", types(line)) == name


def test_nobody_has_to_say_who_types(types: Callable[..., Stage]) -> None:
    """An empty line, or the end of input, where no rapporteur was named leaves it open."""
    assert who([], "", types("")) == ""
    assert who(MEMBERS, "", types()) == ""


def test_the_command_asks_for_what_was_not_said(workshop_with_groups: Path) -> None:
    """Through a pipe: the group is the first line, the first point the second."""
    done = must("feedback", "enter", "--workshop", workshop_with_groups, typed="2\nNo budget line\n")
    assert "saved as G2-Q1-01" in done.out
