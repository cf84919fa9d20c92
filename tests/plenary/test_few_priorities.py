"""Priorities that few people set, in a public version."""

from __future__ import annotations

import pytest

from vaexercise.plenary.chosen import Chosen
from vaexercise.plenary.outcome import Outcome
from vaexercise.plenary.priorities import Placed
from vaexercise.plenary.public.known import Known
from vaexercise.plenary.public.telling import PublicSentences
from vaexercise.plenary.sentences import drafts
from vaexercise.plenary.synthesis import Synthesis


@pytest.mark.parametrize(("voters", "told"), [(4, 0), (5, 3)])
def test_what_fewer_than_five_chose_is_told_nowhere(voters: int, told: int) -> None:
    """As of a vote; of more, places stand in their order, whatever the words."""
    placed = tuple(
        Placed(item=str(n), number=n, title=title, place=str(n), score="3") for n, title in enumerate("zyx", start=1)
    )
    outcome = Outcome(
        id="p",
        kind="priority",
        prompt="First?",
        code="P2",
        asked=("plenary",),
        answered=("plenary",),
        chosen=Chosen(placed=placed, voters=voters, measure="points"),
    )
    made = Synthesis(
        title="",
        exercise_id="",
        exercise_title="",
        exercise_version="",
        questions=(outcome,),
        sentences=drafts([outcome], [], [], "en"),
    )
    found = PublicSentences(made, Known(), {}, [], named=False).made()
    assert [sentence.text[1] for sentence in found] == ["z", "y", "x"][:told]
