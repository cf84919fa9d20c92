"""The synthesis: questions in their order, who was silent and how, headlines, and sums: nothing is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.model.exercise import Exercise, Source
from vaexercise.model.feedback import Answer, Point, Response, State
from vaexercise.model.people import Participant
from vaexercise.model.plenary import Line, Lines
from vaexercise.model.privacy import Privacy
from vaexercise.model.question import Question, When
from vaexercise.model.settings import Settings
from vaexercise.plenary.synthesis import Outcome, Synthesis, synthesise
from vaexercise.questions.actions import Kind as Actions
from vaexercise.questions.checklist import Kind as Checklist
from vaexercise.questions.points import Kind as Points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.plenary import Block

GROUPS = {"g10": ("p3",), "g2": ("p2",), "g1": ("p1",)}
MISSING = Points(id="missing", code="Q2", prompt="Who is missing?", when=When(question="actors", any_of=("no",)))
ACTORS = Checklist(id="actors", code="Q1", prompt="Who takes part?", items=("State", "Media"), follow_up=(MISSING,))
CHALLENGES = Points(id="challenges", code="Q3", prompt="What is hard?", source="seed")
PLENARY = Points(id="plenary", per="plenary", prompt="Which first?")


def exercise(*questions: Question, sensitive: tuple[str, ...] = ()) -> Exercise:
    """An exercise with these questions."""
    return Exercise(
        schema="vaexercise/exercise/1",
        id="e",
        version="2",
        language="en",
        title="Exercise",
        summary="",
        sources=(Source(id="seed", title="Programme", year="2012"),),
        questions=questions,
        privacy=Privacy(sensitive=sensitive),
    )


def put_together(
    said: Sequence[Response],
    *questions: Question,
    people: Sequence[Participant] = (),
    sensitive: tuple[str, ...] = (),
    privacy: Privacy | None = None,
) -> Synthesis:
    """The synthesis of these responses."""
    return synthesise(
        settings=Settings(schema="vaexercise/workshop/1", title="Workshop", privacy=privacy),
        exercise=exercise(*(questions or (ACTORS, CHALLENGES, PLENARY)), sensitive=sensitive),
        people=people,
        groups=GROUPS,
        responses=said,
    )


def points(group: str, question: str, code: str, *texts: str) -> Response:
    """What a group said in points."""
    made = tuple(
        Point(id=f"{code}{n}", code=f"{code}-{n:02d}", group=group, question=question, place=n, values={"text": text})
        for n, text in enumerate(texts, start=1)
    )
    return Response(group=group, question=question, state="answered", code=code, points=made)


def ticked(group: str, **values: str) -> Response:
    """A group's checklist."""
    code = f"{group.upper()}-Q1"
    answer = Answer(code=code, group=group, question="actors", values=values)
    return Response(group=group, question="actors", state="answered", code=code, answer=answer)


def silent(group: str, question: str, state: State) -> Response:
    """A group that gave no answer."""
    return Response(group=group, question=question, state=state, code="")


def outcome(found: Synthesis, question: str) -> Outcome:
    """What came of a question."""
    return next(outcome for outcome in found.questions if outcome.id == question)


def test_questions_stand_in_the_exercise_s_order_even_those_that_nobody_touched() -> None:
    """Follow-ups come after their question, whatever was answered first."""
    found = put_together([points("g1", "challenges", "G1-Q3", "roads")])
    assert [o.id for o in found.questions] == ["actors", "missing", "challenges", "plenary"]
    assert outcome(found, "actors").unrecorded == ("g1", "g2", "g10")
    assert outcome(found, "plenary").unrecorded == ("plenary",)


def test_skipped_nothing_to_say_and_not_discussed_are_three_different_things() -> None:
    """Each silent group stands under what it did."""
    states: dict[str, State] = {"g1": "skipped", "g2": "nothing", "g10": "not-discussed"}
    asked = outcome(put_together([silent(g, "challenges", state) for g, state in states.items()]), "challenges")
    assert (asked.skipped, asked.nothing, asked.not_discussed) == (("g1",), ("g2",), ("g10",))
    assert (asked.answered, asked.unrecorded) == ((), ())


def test_what_was_not_discussed_and_what_was_not_recorded_are_kept_apart() -> None:
    """Only a group that said so did not discuss a question; of an open one, or one without a record, nobody knows."""
    said = [silent("g1", "challenges", "open"), silent("g2", "challenges", "not-discussed")]
    asked = outcome(put_together(said), "challenges")
    assert (asked.not_discussed, asked.unrecorded) == (("g2",), ("g1", "g10"))


def test_a_group_that_was_not_asked_and_said_nothing_stands_nowhere() -> None:
    """An open plenary record of a group's question is nobody's silence; one that says something counts."""
    asked = outcome(put_together([silent("plenary", "challenges", "open")]), "challenges")
    assert asked.asked == ("g1", "g2", "g10")
    asked = outcome(put_together([silent("plenary", "challenges", "not-discussed")]), "challenges")
    assert (asked.asked, asked.not_discussed) == (("g1", "g2", "g10", "plenary"), ("plenary",))


def starred(group: str, question: str, code: str, *texts: str) -> Response:
    """A group's points, all of them headlines."""
    response = points(group, question, code, *texts)
    return replace(response, points=tuple(replace(point, star=True) for point in response.points))


def test_headlines_are_the_starred_points_of_each_group_in_the_order_of_questions() -> None:
    """Groups by number, the plenary last, no group without a star; points of a question that is gone come last."""
    said = [
        starred("plenary", "plenary", "PL-P1", "first"),
        starred("g10", "challenges", "G10-Q3", "roads"),
        starred("g2", "gone", "G2-Q9", "lost"),
        starred("g2", "challenges", "G2-Q3", "money"),
        starred("g2", "missing", "G2-Q2", "farmers"),
        points("g1", "challenges", "G1-Q3", "no star"),
    ]
    found = put_together(said).headlines
    assert [(block.title, [line.code for line in block.lines]) for block in found] == [
        ("Group 2", ["G2-Q2-01", "G2-Q3-01", "G2-Q9-01"]),
        ("Group 10", ["G10-Q3-01"]),
        ("Plenary", ["PL-P1-01"]),
    ]
    assert found[0].lines[0] == Line(code="G2-Q2-01", text="farmers", star=True)


def test_a_starred_row_of_a_table_is_a_headline_too() -> None:
    """An action that a group starred is there in words, although its table shows no star."""
    what = Actions(id="what", code="Q1", prompt="What will change?")
    point = Point(id="x", code="G1-Q1-01", group="g1", question="what", place=1, values={"what": "Pay"}, star=True)
    said = Response(group="g1", question="what", state="answered", code="G1-Q1", points=(point,))
    [block] = put_together([said], what).headlines
    assert [(line.code, "Pay" in line.text, line.star) for line in block.lines] == [("G1-Q1-01", True, True)]


def test_what_a_group_said_counts_more_than_that_it_skipped() -> None:
    """A group with a point answered, even if the question was marked as skipped before."""
    response = points("g1", "challenges", "G1-Q3", "roads")
    skipped = Response(group="g1", question="challenges", state="skipped", code="G1-Q3", points=response.points)
    asked = outcome(put_together([skipped]), "challenges")
    assert (asked.answered, asked.skipped) == (("g1",), ())


def test_a_follow_up_is_open_only_for_groups_that_it_was_put_to() -> None:
    """Who answered yes everywhere was never asked who is missing, and does not stand as silent."""
    found = put_together([ticked("g1", State="no", Media="yes"), ticked("g2", State="yes")])
    assert outcome(found, "missing").asked == ("g1",)
    assert outcome(found, "missing").unrecorded == ("g1",)


def test_groups_stand_by_number_and_the_plenary_last() -> None:
    """Group 2 comes before group 10, in blocks and in sums."""
    said = [points(g, "challenges", f"{g.upper()}-Q3", "x") for g in ("plenary", "g10", "g2")]
    found = put_together(said)
    assert list(found.totals.by_group) == ["g2", "g10", "plenary"]
    titles = [block.title for block in outcome(found, "challenges").blocks]
    assert titles == ["Group 2", "Group 10", "Plenary"]


def test_the_source_of_a_question_is_spelled_out() -> None:
    """A reader need not look up an id."""
    found = put_together([])
    assert outcome(found, "challenges").source == "Programme, 2012"
    assert outcome(found, "actors").source == ""


def test_answers_are_found_in_the_columns_of_their_table() -> None:
    """A checklist's answers are shown, and counted apart from points."""
    totals = put_together([ticked("g1", State="yes"), ticked("g2", State="no")]).totals
    assert (totals.points, totals.answers, totals.answers_shown, totals.left_over) == (0, 2, 2, ())


def test_points_and_answers_of_a_question_that_is_gone_are_left_over_word_for_word() -> None:
    """A changed definition loses nothing: what no question shows is kept with its code."""
    gone = points("g1", "gone", "G1-Q9", "still here")
    answer = Answer(code="G2-Q9", group="g2", question="gone", values={"a": ("x", "y"), "n": 3}, language="fr")
    totals = put_together(
        [gone, Response(group="g2", question="gone", state="answered", code="", answer=answer)]
    ).totals
    assert totals.left_over == (
        Line(code="G1-Q9-01", text="still here"),
        Line(code="G2-Q9", text="x, y; 3", language="fr"),
    )
    assert (totals.points, totals.points_shown, totals.answers, totals.answers_shown) == (1, 0, 1, 0)


class Mute(Points):
    """A kind that forgets its points."""

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:  # noqa: ARG002
        """Nothing."""
        return []


def test_points_that_a_question_kind_forgets_are_left_over() -> None:
    """A kind with a mistake cannot make a point disappear."""
    mute = Mute(id="mute", code="Q1", prompt="What is hard?")
    totals = put_together([points("g1", "mute", "G1-Q1", "roads")], mute).totals
    assert totals.left_over == (Line(code="G1-Q1-01", text="roads"),)


def test_two_points_with_one_code_need_two_lines() -> None:
    """One line cannot stand for two points, even if their codes are alike."""
    twins = points("g1", "challenges", "G1-Q3", "roads", "roads")
    same = tuple(
        Point(id=p.id, code="G1-Q3-01", group="g1", question="gone", place=1, values=p.values) for p in twins.points
    )
    shown = points("g1", "challenges", "G1-Q3", "roads")
    totals = put_together([shown, Response(group="g1", question="gone", state="answered", code="", points=same)]).totals
    assert (totals.points, totals.points_shown, len(totals.left_over)) == (3, 1, 2)


def test_the_workshop_s_privacy_replaces_that_of_the_exercise() -> None:
    """What is sensitive decides the workshop, if it says so, else the exercise."""
    people = [Participant(id="p1", name="Name", attributes={"region": "north", "sex": "f"})]
    own = put_together([], people=people, sensitive=("region",))
    assert [table.columns[0] for table in own.attendance.tables] == ["Sex"]
    replaced = put_together([], people=people, sensitive=("region",), privacy=Privacy(sensitive=("sex",)))
    assert [table.columns[0] for table in replaced.attendance.tables] == ["Region"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*GROUPS, "plenary"]),
            st.sampled_from(["challenges", "missing", "gone"]),
            st.text(max_size=9),
        ),
        max_size=30,
    )
)
@settings(deadline=None)
def test_points_in_are_points_shown_and_left_over(said: list[tuple[str, str, str]]) -> None:
    """Whatever was said: in = shown + left over = the sum over groups, and each word stands on its code's line."""
    together: dict[tuple[str, str], list[str]] = {}
    for group, question, text in said:
        together.setdefault((group, question), []).append(text)
    responses = [points(g, q, f"{g}-{q}", *texts) for (g, q), texts in together.items()]
    found = put_together(responses)
    totals = found.totals
    assert totals.points == len(said) == totals.points_shown + len(totals.left_over) == sum(totals.by_group.values())
    blocks = [block for o in found.questions for block in o.blocks if isinstance(block, Lines)]
    shown = [*(line for block in blocks for line in block.lines), *totals.left_over]
    assert {line.code: line.text for line in shown} == {
        point.code: point.text for response in responses for point in response.points
    }
