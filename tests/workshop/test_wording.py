"""Slots and what they hold, as people say them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.log.wording import Wording
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

POINT = "point/va-monitoring/x7q2"
ANSWER = "answer/va-monitoring/g1/q-actors"


@pytest.fixture
def wording(workshop_with_groups: Path) -> Wording:
    """Of a workshop whose exercise asks many kinds of questions."""
    return Wording(Workshop(workshop_with_groups))


def point(question: str, **values: Any) -> Mapping[str, Any]:  # noqa: ANN401  what JSON holds
    return {"code": "G1-Q1-01", "group": "g1", "question": question, "place": 1, "values": values, "via": "file"}


def answer(**values: Any) -> Mapping[str, Any]:  # noqa: ANN401  what JSON holds
    return {"values": values, "via": "file"}


def test_a_point_of_several_blanks_has_their_labels_in_the_order_of_the_form(wording: Wording) -> None:
    """Whatever the order in the log; choices are said by their labels."""
    body = point("q-actions", who="Ministry", what="Do a thing")
    assert wording.content(POINT, body) == "What: Do a thing; Who: Ministry"
    said = wording.content(POINT, point("q-measure", split=["age", "sex"], row="Income"))
    assert said.partition("; ")[0].endswith(": Income")
    assert "age" in said.casefold()
    assert "split:" not in said


def test_a_point_of_one_blank_is_its_words(wording: Wording) -> None:
    """No label; an extra stands in brackets with its own."""
    assert wording.content(POINT, point("q-challenges", text="No budget")) == "No budget"
    said = wording.content(POINT, point("q-challenges", text="No budget", example="None in Lusemia"))
    assert said.startswith("No budget (")
    assert said.endswith(": None in Lusemia)")


def test_an_answer_has_the_labels_of_its_items(wording: Wording, workshop_with_groups: Path) -> None:
    """Items and answers by their labels, never by their ids."""
    opened = Workshop(workshop_with_groups)
    [question] = [q for q in opened.exercise(opened.session()).walk() if q.id == "q-actors"]
    labels = {blank.name: blank.label for blank in question.form().blanks}
    assert wording.content(ANSWER, answer(**{"survivors": "partly", "focal-point": "yes"})).casefold() in {
        f"{labels[one]}: {a}; {labels[two]}: {b}".casefold()
        for one, a, two, b in [
            ("survivors", "partly", "focal-point", "yes"),
            ("focal-point", "yes", "survivors", "partly"),
        ]
    }


def test_what_the_exercise_does_not_know_is_still_said(wording: Wording) -> None:
    """A blank that the form has no more, a question or a session that is gone: by the names in the log."""
    assert wording.content(POINT, point("q-challenges", text="One", gone=["a", "b"])) == "One; gone: a, b"
    assert wording.content(POINT, point("q-gone", what="One", who="Two")) == "what: One; who: Two"
    assert wording.content("point/other/x", point("q-challenges", text="One")) == "One"
    assert wording.content("answer/other/g1/q-x", answer(a=1)) == "a: 1"
    assert wording.slot("answer/va-monitoring/g1/q-gone") == "Group 1, q-gone"


def test_an_answer_is_called_by_its_code(wording: Wording) -> None:
    """As a point is: group, and the code of the question."""
    assert wording.slot(ANSWER) == "Group 1, Q2"
    assert wording.slot("state/va-monitoring/plenary/q-actors") == "Plenary, Q2"


def test_only_what_differs_between_versions_is_said(wording: Wording) -> None:
    """Each blank that not all versions have alike, in the order of the form; a dash where a version is silent."""
    one = point("q-actions", who="Ministry", what="Do a thing")
    two = point("q-actions", what="Do a thing", who="Network", when="2031")
    label = wording.content(POINT, point("q-actions", when="2031")).partition(":")[0]
    assert wording.differences(POINT, [one, two]) == [
        f"Who: Ministry; {label}: –",
        f"Who: Network; {label}: 2031",
    ]


def test_three_versions_are_told_apart(wording: Wording) -> None:
    """What two of three share is said, since the third does not."""
    bodies = [point("q-actions", what="Do", who=who) for who in ("A", "A", "B")]
    bodies[1] = {**bodies[1], "language": "fr"}
    assert wording.differences(POINT, bodies) == [
        "Who: A; Language: –",
        "Who: A; Language: fr",
        "Who: B; Language: –",
    ]


def test_versions_that_stand_elsewhere_say_where(wording: Wording) -> None:
    """A point that was moved and not reworded says its new question, or its place."""
    body = point("q-challenges", text="One")
    assert wording.differences(POINT, [body, {**body, "question": "q-overcome", "place": 4}]) == [
        "Question: Q1; Place: 1",
        "Question: Q4; Place: 4",
    ]
    assert wording.differences(POINT, [body, {**body, "group": "g2"}]) == ["Group: 1", "Group: 2"]


def test_a_deleted_version_is_called_that(wording: Wording) -> None:
    """The only version that is left is said in full; of several, what differs."""
    one, two = (point("q-actions", what="Do", who=who) for who in ("A", "B"))
    assert wording.differences(POINT, [{}, one]) == ["deleted", "What: Do; Who: A"]
    assert wording.differences(POINT, [one, {}, two]) == ["Who: A", "deleted", "Who: B"]


def test_versions_that_say_the_same_are_said_in_full(wording: Wording) -> None:
    """How something came in is no difference that a person can see."""
    bodies = [answer(survivors="yes"), {**answer(survivors="yes"), "via": "terminal"}]
    [one, two] = wording.differences(ANSWER, bodies)
    assert one == two == wording.content(ANSWER, bodies[0])


def test_versions_of_people_and_draws(wording: Wording) -> None:
    """An attribute, a name, a seed; sensitive attributes are never shown."""
    people = [{"name": "Ana", "attributes": {"State": state, "Role": "chair"}} for state in ("Lusemia", "Zambara")]
    assert wording.differences("participant/x", people) == ["State: Lusemia", "State: Zambara"]
    draws = [{"groups": [["a", "b"]], "seed": seed} for seed in (1, 2)]
    assert wording.differences("draw/va-monitoring/1", draws) == ["Seed: 1", "Seed: 2"]
    assert wording.content("draw/va-monitoring/1", draws[0]) == "1 group, seed 1"
    secrets = [{"attributes": {"Access": words}} for words in ("ramp", "lift")]
    assert wording.differences("sensitive/x", secrets) == ["not shown", "not shown"]


def test_every_revision_of_a_day_is_said_in_words(workshop: Path) -> None:
    """No content is empty, and no point is said by the ids of its choices alone."""
    opened = Workshop(workshop)
    wording = Wording(opened)
    said = {r.slot: wording.content(r.slot, r.body) for r in opened.fold.revisions.values()}
    assert all(said.values())
    session = opened.session()
    feedback = Feedback(opened, session)
    asked = {q.id: q.offering(feedback.offered(q)) for q in opened.exercise(session).walk()}
    for one in feedback.points():
        words = asked[one.question].in_words(one.values, opened.exercise(session).language)
        assert said[f"point/{session.id}/{one.id}"] == words
