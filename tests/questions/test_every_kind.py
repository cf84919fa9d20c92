from __future__ import annotations

import json
from typing import Any

import pytest
from one_of_each import QUESTIONS

from vaexercise.model.form import Item, is_filled, spoken
from vaexercise.model.plain import from_plain, to_plain
from vaexercise.model.question import Question
from vaexercise.questions import kind_named, kind_of, kinds
from vaexercise.questions.reading import read_given

every_kind = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)

FILLED: dict[str, Any] = {
    "q-points": [{"text": "No data", "kind": "roads", "about": "G1-Q2-01"}, {"text": "Rain"}],
    "q-text": {"text": "Because\nso"},
    "q-one": {"answer": "own words"},
    "q-many": {"answer": ["s", "own words"]},
    "q-rating": {"answer": "fair"},
    "q-ranking": {"answer": ["wells", "roads"]},
    "q-yes-no": {"answer": "partly", "evidence": "A law"},
    "q-number": {"value": "12.5", "estimate": "yes", "source": "A count"},
    "q-checklist": {"roads": "yes", "s": "unknown", "other": "choir: no"},
    "q-free": [{"row": "Roads", "output": "Maps", "split": ["roads", "wells"], "cost": 12}],
    "q-fixed": {"roads.output": "Maps", "s.split": ["wells"], "wells.cost": "0.50"},
    "q-actions": [{"what": "Meet", "by": "May"}],
    "q-story": {"title": "The ramp", "story": "It was built.", "consent": "no"},
    "q-tree": [{"text": "Roads"}, {"text": "Mud", "under": "1"}],
    "q-map": [{"item": "s", "x": 2, "y": "2.5"}],
    "q-priority": {"roads": 2, "s": 0, "wells": 5, "voters": 3},
    "q-confirm": {"answer": "yes"},
}


def test_all_kinds_are_here() -> None:
    """The laws below are tried on every kind there is."""
    assert {question.kind for question in QUESTIONS} == set(kinds())


def test_kinds_by_name() -> None:
    """A kind is found by its name; modules that are shared and names that nobody has are no kinds."""
    assert all(kind_named(question.kind) is type(question) for question in QUESTIONS)
    for name in ("summing", "yes_no", "", "../points"):
        with pytest.raises(KeyError):
            kind_named(name)
        with pytest.raises(ValueError, match="no question kind"):
            kind_of({"kind": name})


@every_kind
def test_record_round_trip(question: Question) -> None:
    """A question comes back from our own record as it was, through JSON."""
    record = json.loads(json.dumps(to_plain(question)))
    assert from_plain(kind_of(record), record, {Question: kind_of}) == question


@every_kind
def test_blank_names_are_unique(question: Question) -> None:
    """No two blanks of a form have the same name, and `only_if` names one of them."""
    form = question.form([Item(id="p1", label="Offered")])
    names = [blank.name for blank in (*form.blanks, *form.extras)]
    assert len(names) == len(set(names))
    assert all(blank.only_if is None or blank.only_if[0] in names for blank in form.blanks)


@every_kind
def test_what_is_required(question: Question) -> None:
    """A form wants its first blank filled in, unless every blank is about something else."""
    blanks = question.form().blanks
    apart = question.id in {"q-checklist", "q-shared", "q-fixed", "q-note"}
    assert [blank.required for blank in blanks[:1]] == ([] if not blanks else [not apart])


@every_kind
def test_sound_questions_have_no_faults(question: Question) -> None:
    """What is well-formed is not complained about."""
    assert list(question.faults()) == []


@every_kind
def test_only_choices_have_choices(question: Question) -> None:
    """A blank has choices if, and only if, it chooses."""
    if question.id != "q-shared":
        assert all(bool(b.choices) == (b.kind in {"one", "many", "order"}) for b in question.form().blanks)


@every_kind
def test_only_takers_of_options_are_changed(question: Question) -> None:
    """What another question yields changes the form of the kinds that choose, and of no other."""
    offered = [Item(id="p1", label="Offered")]
    takes = question.kind in {"one", "many", "ranking", "priority"}
    assert (question.form(offered) != question.form()) == takes
    assert question.offering(offered).form() == question.form(offered)


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q.id in FILLED], ids=lambda question: question.id)
def test_given_round_trip(question: Question) -> None:
    """What was read from a file, written out again and read again is the same, and nothing of it is lost."""
    values, faults = read_given(question, FILLED[question.id])
    assert not faults
    plain = [to_plain(one) for one in values]
    assert plain == (FILLED[question.id] if question.form().repeats else [FILLED[question.id]])
    again, _ = read_given(question, plain if question.form().repeats else plain[0])
    assert again == values


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q.id in FILLED], ids=lambda question: question.id)
def test_in_words(question: Question) -> None:
    """Every blank that is filled in is heard when an answer is read aloud."""
    [values, *_], _ = read_given(question, FILLED[question.id])
    form = question.form()
    filled = [blank for blank in (*form.blanks, *form.extras) if is_filled(blank, values)]
    words = question.in_words(values)
    assert words == spoken(form, values)
    assert len(filled) == len(values)
    assert words.count(";") >= len([blank for blank in filled if blank in form.blanks]) - 1
