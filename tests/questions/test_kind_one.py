from __future__ import annotations

from groups_that_say import say

from vaexercise.model.form import Item
from vaexercise.model.plenary import Grid
from vaexercise.questions.one import Kind

OPTIONS = ("roads", Item(id="s", label={"en": "Schools", "fr": "Écoles"}))
QUESTION = Kind(id="q-first", prompt={"en": "First?", "fr": "D'abord ?"}, code="Q1", options=OPTIONS, allow_other=True)


def test_form() -> None:
    """A plain word is an item of its own; own words are allowed if the definition says so."""
    [blank] = QUESTION.form().blanks
    assert blank.kind == "one"
    assert [item.id for item in blank.choices] == ["roads", "s"]
    assert blank.other


def test_offered() -> None:
    """Options of another question come after its own, each once."""
    offered = [Item(id="roads", label="Roads"), Item(id="p7", label="Wells")]
    question = Kind(id="q", prompt="?", options=("roads",), options_from="q-other")
    assert [item.id for item in question.form(offered).blanks[0].choices] == ["roads", "p7"]
    assert question.offering(offered).in_words({"answer": "p7"}) == "Wells"


def test_sum_up() -> None:
    """Each option has its count and its codes, own words have a row of their own, and silence is counted."""
    said = say(QUESTION, {"answer": "s"}, {"answer": "wells"}, {"answer": "s"}, "skipped", "not-discussed")
    assert QUESTION.sum_up(said, "fr") == [
        Grid(
            title="D'abord ?",
            columns=("Answer", "Groups", "Said in"),
            rows=(("roads", "0", ""), ("Écoles", "2", "G1-Q1, G3-Q1"), ("wells", "1", "G2-Q1")),
            languages=("", "", "en"),
            note="3 groups answered. 1 group skipped it. 1 group did not discuss it.",
            attributed=(2,),
        )
    ]
    assert QUESTION.sum_up(say(QUESTION, "skipped")) == []


def test_faults() -> None:
    """No options, and options that cannot be told apart in any language, are faults."""
    assert [fault.path for fault in Kind(id="q", prompt="?").faults()] == [("options",)]
    assert not list(Kind(id="q", prompt="?", options_from="q-other").faults())
    twins = Kind(id="q", prompt="?", options=("Écoles", Item(id="s", label={"en": "Schools", "fr": "ecoles"})))
    assert [fault.path for fault in twins.faults()] == [("options", 1)]
