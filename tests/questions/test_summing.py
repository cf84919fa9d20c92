from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from groups_that_say import say
from one_of_each import QUESTIONS

from vaexercise.model.feedback import Answer
from vaexercise.model.plenary import Grid
from vaexercise.model.text import counted
from vaexercise.questions.summing import NO_ANSWER, places, remarks, tally

if TYPE_CHECKING:
    from groups_that_say import Said

    from vaexercise.model.feedback import Response
    from vaexercise.model.question import Question

BY_ID = {question.id: question for question in QUESTIONS}


def test_tally() -> None:
    """Answers are counted, the most frequent first, and gaps are not."""
    assert tally(["no", "yes", NO_ANSWER, "yes"]) == "yes 2, no 1"
    assert tally([NO_ANSWER]) == ""


@pytest.mark.parametrize(("number", "words"), [(0, "0 groups"), (1, "1 group"), (2, "2 groups")])
def test_counted(number: int, words: str) -> None:
    """Counts agree with their noun."""
    assert counted(number, "group") == words


def test_places() -> None:
    """Those who tie share a place, and the next place is left free."""
    assert places({"a": 1, "b": 3, "c": 3, "d": 0}) == {"b": "1=", "c": "1=", "a": "3", "d": "4"}
    assert places({"a": 1, "b": 3}, low_first=True) == {"a": "1", "b": "2"}


MARKED: dict[str, Said] = {
    "q-number": {"value": 12},
    "q-one": {"answer": "roads"},
    "q-many": {"answer": ("roads",)},
    "q-rating": {"answer": "fair"},
    "q-ranking": {"answer": ("roads",)},
    "q-yes-no": {"answer": "yes"},
    "q-checklist": {"roads": "yes"},
    "q-fixed": {"roads.output": "Maps"},
    "q-priority": {"roads": 2, "voters": 2},
    "q-confirm": {"answer": "yes"},
    "q-free": [{"row": "Roads"}, {"row": "Wells"}],
    "q-actions": [{"what": "Meet"}, {"what": "Mend"}],
    "q-map": [{"item": "roads", "x": 1, "y": 2}, {"item": "wells", "x": 1}],
    "q-tree": [{"text": "Mud"}, {"text": "Rain", "under": "1"}],
}
"""What a group says to a question of every kind that is summed up in a table."""


def grids(question: Question, response: Response) -> list[Grid]:
    return [block for block in question.sum_up([response]) if isinstance(block, Grid)]


def test_every_kind_that_makes_tables_is_here() -> None:
    """The laws below hold for all of them: any other kind shows lines, which have what stands beside them."""
    others = {question.kind for question in QUESTIONS} - {BY_ID[name].kind for name in MARKED}
    assert others == {"points", "text", "story", "note"}


@pytest.mark.parametrize("name", MARKED)
def test_what_stands_beside_a_row_or_an_answer_is_in_the_note_of_its_table(name: str) -> None:
    """How far the group agrees, why it is parked, a translation: once, after the code, and before who said nothing."""
    question = replace(BY_ID[name], code="Q2")
    [response] = say(question, MARKED[name])
    entry = response.entries[-1]
    marked = replace(entry, agreement="divided", gloss="In other words!", parked="later")
    changed = {"answer": marked} if isinstance(marked, Answer) else {"points": (*response.points[:-1], marked)}
    [before] = grids(question, response)
    [after] = grids(question, replace(response, **changed))
    told = f"{entry.code}: translation: In other words!; divided; parked: later."
    assert after.note.count(told) == 1
    assert " ".join(after.note.replace(told, "").split()) == before.note
    assert replace(after, note="") == replace(before, note="")


def test_remarks_are_sentences() -> None:
    """One for each entry that has something beside it, ended once; nothing for the others."""
    first, second, third = say(BY_ID["q-confirm"], {"answer": "yes"}, {"answer": "no"}, {"answer": "no"})
    entries = [
        *first.entries,
        *(replace(entry, agreement="divided") for entry in second.entries),
        *(replace(entry, gloss="Is it so?") for entry in third.entries),
    ]
    for_all = remarks([replace(entry, code=f"G{n}-Q2") for n, entry in enumerate(entries, start=1)])
    assert for_all == "G2-Q2: divided. G3-Q2: translation: Is it so?"
    assert remarks(first.entries) == ""
