from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_of_each import QUESTIONS

from vaexercise.model.form import Item
from vaexercise.questions.reading import read_given

if TYPE_CHECKING:
    from vaexercise.model.question import Question

BY_ID = {question.id: question for question in QUESTIONS}


def faults_of(question: str, given: object) -> list[tuple[tuple[str | int, ...], str]]:
    _, faults = read_given(BY_ID[question], given)
    return [(fault.path, fault.sentence.format_map(fault.facts)) for fault in faults]


@pytest.mark.parametrize(
    ("question", "given", "values"),
    [
        (
            "q-points",
            ["No data", {"text": "Rain", "Kind": "Écoles"}],
            [{"text": "No data"}, {"text": "Rain", "kind": "s"}],
        ),
        ("q-text", "One\ntwo", [{"text": "One\ntwo"}]),
        ("q-text", {"text": ["One", "two"]}, [{"text": "One\ntwo"}]),
        ("q-one", "ecoles", [{"answer": "s"}]),
        ("q-many", "1, 3", [{"answer": ("roads", "wells")}]),
        ("q-many", ["wells", 1], [{"answer": ("roads", "wells")}]),
        ("q-ranking", [3, "roads"], [{"answer": ("wells", "roads")}]),
        ("q-yes-no", {"answer": True}, [{"answer": "yes"}]),
        ("q-yes-no", {"answer": False, "evidence": None}, [{"answer": "no"}]),
        ("q-number", {"value": 12.5, "Is it an estimate?": "yes"}, [{"value": "12.5", "estimate": "yes"}]),
        ("q-checklist", {"ÉCOLES": "no", "roads": 1}, [{"s": "no", "roads": "yes"}]),
        ("q-fixed", {"roads": {"output": "Maps", "cost": "12"}}, [{"roads.output": "Maps", "roads.cost": 12}]),
        ("q-fixed", {"Schools – Output": "Desks"}, [{"s.output": "Desks"}]),
        ("q-note", None, []),
        ("q-points", [], []),
    ],
)
def test_given(question: str, given: object, values: list[dict[str, object]]) -> None:
    """A file may write an answer as briefly as it is clear."""
    assert read_given(BY_ID[question], given) == (values, [])


@pytest.mark.parametrize(
    ("question", "given", "path", "sentence"),
    [
        ("q-points", "No data", (), "write a list here, with one point in each entry"),
        ("q-points", ["x", ""], (1, "text"), "text is missing (What?): write it"),
        ("q-points", [{"tekst": "x"}], (0, "tekst"), "tekst is not asked here: did you mean text?"),
        ("q-yes-no", {"answer": "no", "zzz": 1}, ("zzz",), "zzz is not asked here: there are: answer, evidence"),
        ("q-yes-no", "yes", (), "write a map here, with: answer, evidence"),
        (
            "q-yes-no",
            {"answer": "no", "evidence": "x"},
            ("evidence",),
            "evidence is asked only if answer is yes or partly: take it out",
        ),
        (
            "q-rating",
            {"answer": "good"},
            ("answer",),
            "good does not fit here. Type a number from 1 to 4, or one of: low, fair, high, Cannot say.",
        ),
        ("q-rating", {"answer": ["low"]}, ("answer",), "write one value here, not a list"),
        ("q-rating", {"answer": {"low": 1}}, ("answer",), "write one value here, not a map"),
        (
            "q-ranking",
            ["wells", "wells"],
            (),
            (
                "Each choice can have one place only. "
                "Type numbers from 1 to 3, such as 2,1, or some of: roads, Schools, wells."
            ),
        ),
        (
            "q-checklist",
            {"s": "yes", "Schools": "no"},
            ("Schools",),
            "s is given twice: once by its name, once by its label",
        ),
        (
            "q-fixed",
            {"roads": {"outcome": "x"}},
            ("roads", "outcome"),
            "roads.outcome is not asked here: did you mean roads.output?",
        ),
        ("q-fixed", {"roads": "x"}, ("roads",), "roads is not asked here: did you mean roads.cost?"),
        ("q-note", "x", (), "nothing is filled in here: take this out"),
        ("q-many", [["roads"]], (0,), "write one value here, not a list"),
    ],
)
def test_faults(question: str, given: object, path: tuple[str | int, ...], sentence: str) -> None:
    """What does not fit is said once, at its place, with what to do."""
    assert faults_of(question, given) == [(path, sentence)]


def test_all_faults_at_once() -> None:
    """Every fault of every entry is found in one go, and what can be read is read."""
    given = [{"row": "Roads", "cost": "dear"}, {"output": "x"}, {"row": "Wells", "split": ["sky", "roads"]}]
    values, faults = read_given(BY_ID["q-free"], given)
    assert [fault.path for fault in faults] == [(0, "cost"), (1, "row"), (2, "split", 0)]
    assert values == [{"row": "Roads"}, {"output": "x"}, {"row": "Wells", "split": ("roads",)}]


@pytest.mark.parametrize(
    ("question", "given", "values"),
    [
        ("q-actions", [{"by": "May"}, {"what": "Meet"}], [{"by": "May"}, {"what": "Meet"}]),
        ("q-yes-no", {"evidence": "A law"}, [{"evidence": "A law"}]),
        ("q-yes-no", {"answer": "no", "evidence": "A law"}, [{"answer": "no", "evidence": "A law"}]),
        ("q-story", {"story": "It was built."}, [{"story": "It was built."}]),
        ("q-text", "", [{}]),
    ],
)
def test_part_of_an_answer(question: str, given: object, values: list[dict[str, object]]) -> None:
    """What is only a part is not missed elsewhere; without that word, each of these has a fault."""
    assert read_given(BY_ID[question], given, partial=True) == (values, [])
    assert faults_of(question, given)


def test_names_without_typographic_signs() -> None:
    """A label with a dash is known by the one that is on a keyboard."""
    assert read_given(BY_ID["q-fixed"], {"Schools - Output": "Desks"}) == ([{"s.output": "Desks"}], [])


def test_offered_options() -> None:
    """Options of another question are read by their id or label."""
    offered = [Item(id="p7", label="Build wells")]
    values, faults = read_given(
        BY_ID["q-priority"], {"build wells": 3, "roads": 0, "s": 1, "wells": 2, "voters": 2}, offered
    )
    assert values == [{"p7": 3, "roads": 0, "s": 1, "wells": 2, "voters": 2}]
    assert not faults


def test_hostile_words_are_kept_short() -> None:
    """A sentence repeats what was written only so far."""
    [(_, sentence)] = faults_of("q-rating", {"answer": "{x}" * 40_000})
    assert len(sentence) < 200
    assert sentence.startswith("{x}{x}")
    assert "… does not fit here" in sentence


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(["yes", "1"])
data = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "answer", "row", "roads", "s", "value", "x", "item"]) | st.text(),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(QUESTIONS), data)
def test_any_data_is_read(question: Question, anything: object) -> None:
    """Whatever plain data a file holds is read, or faulted with sentences; what was read is read so again."""
    values, faults = read_given(question, anything)
    assert all(fault.sentence.format_map(fault.facts) for fault in faults)
    if not faults and values:
        plain = [{name: list(v) if isinstance(v, tuple) else v for name, v in one.items()} for one in values]
        assert read_given(question, plain if question.form().repeats else plain[0]) == (values, [])
