"""Any synthesis: groups that say anything to questions of all kinds, sort, vote, act and write sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from invented_report import EXERCISE, SETTINGS

from vaexercise.model.action import Action
from vaexercise.model.feedback import Answer, Point, Response, State
from vaexercise.model.form import Item, Value
from vaexercise.model.groups import PLENARY, group_code
from vaexercise.model.people import Participant
from vaexercise.model.plain import to_plain
from vaexercise.model.theme import Sorting, Theme
from vaexercise.model.vote import Standing, Turnout, VoteResult, VoteRow
from vaexercise.plenary.editing import Edit
from vaexercise.plenary.public.known import Known
from vaexercise.plenary.synthesis import Decided, Remark, synthesise
from vaexercise.questions import actions, checklist, many, matrix, number, one, points, ranking, rating, text, tree

if TYPE_CHECKING:
    from vaexercise.model.exercise import Exercise
    from vaexercise.model.form import Blank
    from vaexercise.model.question import Question
    from vaexercise.plenary.synthesis import Synthesis

OPTIONS = ("roads", Item(id="s", label="Schools"), "wells")
QUESTIONS: tuple[Question, ...] = (
    points.Kind(id="q-points", code="Q1", prompt="What is hard?", consolidate="themes", link_to="q-text"),
    text.Kind(id="q-text", code="Q2", prompt="Why?"),
    one.Kind(id="q-one", code="Q3", prompt="Which one?", options=OPTIONS, allow_other=True),
    many.Kind(id="q-many", code="Q4", prompt="Which ones?", options=OPTIONS, allow_other=True),
    rating.Kind(id="q-rating", code="Q5", prompt="How far?", scale=("very low", "low", "fair", "high", "very high")),
    number.Kind(id="q-number", code="Q6", prompt="How many?", min=0, max=9),
    checklist.Kind(id="q-checklist", code="Q7", prompt="Who is there?", items=OPTIONS),
    matrix.Kind(id="q-free", code="Q8", prompt="Table", columns=(matrix.Column(id="output", label="Output"),)),
    actions.Kind(id="q-actions", code="Q9", prompt="What next?", fields={"what": "required", "who": "optional"}),
    tree.Kind(id="q-tree", code="Q10", prompt="Why is that?"),
    ranking.Kind(id="q-ranking", code="Q11", prompt="In order?", options=OPTIONS, options_from="q-points"),
)
GROUPS = ("g1", "g2", "g3")
NAMES = ("Amina Castellan", "Chea Lindqvist", "Farida Nkemelu")
ORGANISATIONS = ("Lantern Trust", "Veldan Office of Mines")
STATES = ("Veldania", "Ostrava-Sur")
_WORDS = st.text(st.sampled_from("abcdefghijklmnop خطوط តំបន់\u202b<&*_=[/b]"), min_size=1, max_size=12)
WORDS = _WORDS.map(lambda words: " ".join(words.split()) or "x")


@dataclass(frozen=True)
class Day:
    """What was said and decided, by whom. `order` is which group is called g1, g2 and g3."""

    said: Mapping[tuple[str, str], tuple[Mapping[str, Value], ...]]
    marks: Mapping[tuple[str, str, int], tuple[str, str, str, bool]]
    themes: Mapping[tuple[str, int], tuple[int, bool]]
    seats: Mapping[str, int]

    def renamed(self, order: Mapping[str, str]) -> Day:
        """The same day with the groups under other names."""
        return Day(
            said={(order[group], question): rows for (group, question), rows in self.said.items()},
            marks={(order[group], *rest): marks for (group, *rest), marks in self.marks.items()},  # type: ignore[misc]
            themes={(order[group], place): theme for (group, place), theme in self.themes.items()},
            seats={order.get(group, group): size for group, size in self.seats.items()},
        )


def _value(blank: Blank) -> st.SearchStrategy[Value]:
    ids = [item.id for item in blank.choices]
    if blank.kind == "one":
        return st.sampled_from(ids) | WORDS if blank.other else st.sampled_from(ids)
    if blank.kind in {"many", "order"}:
        return st.lists(st.sampled_from(ids), min_size=1, unique=True).map(tuple)
    if blank.kind == "number":
        return st.integers(blank.least or 0, blank.most or 9)
    return WORDS


def _rows(question: Question) -> st.SearchStrategy[tuple[Mapping[str, Value], ...]]:
    form = question.form()
    row: st.SearchStrategy[Mapping[str, Value]] = st.fixed_dictionaries({b.name: _value(b) for b in form.blanks})
    return st.lists(row, max_size=3 if form.repeats else 1).map(tuple)


@st.composite
def days(draw: st.DrawFn) -> Day:
    """Any day."""
    said = {(g, q.id): draw(_rows(q)) for q in QUESTIONS for g in GROUPS}
    every = [(g, q, place) for (g, q), rows in said.items() for place in range(len(rows))]
    mark = st.tuples(
        st.sampled_from(["", "divided"]), WORDS | st.just(""), st.sampled_from(["", "secret"]), st.booleans()
    )
    marks = {key: draw(mark) for key in every}
    theme = st.tuples(st.integers(0, 3), st.booleans())
    themes = {(g, place): draw(theme) for g in GROUPS for place in range(len(said[g, "q-points"]))}
    return Day(said, marks, themes, {group: draw(st.integers(0, 8)) for group in (*GROUPS, "")})


def code(group: str, question: Question, place: int) -> str:
    """The code of a point, or of an answer."""
    stem = f"{group_code(group)}-{question.code}"
    return f"{stem}-{place + 1:02d}" if question.form().repeats else stem


def _linked(day: Day, group: str, question: Question, values: Mapping[str, Value]) -> Mapping[str, Value]:
    """Actions point at the first point of their group; trees hang on their first."""
    first = code(group, QUESTIONS[0], 0)
    if question.id == "q-actions" and day.said[group, "q-points"]:
        return {**values, "what": f"{values['what']} (About: {first})"}
    return values


def responses(day: Day) -> list[Response]:
    """The day as the record has it, in the order of questions and groups."""
    found = []
    for question in QUESTIONS:
        for group in GROUPS:
            entries = [_entry(day, question, group, place) for place in range(len(day.said[group, question.id]))]
            own = [entry for entry in entries if isinstance(entry, Point)]
            answer = next((entry for entry in entries if isinstance(entry, Answer)), None)
            state: State = "answered" if entries else "skipped"
            found.append(
                Response(
                    group=group,
                    question=question.id,
                    state=state,
                    code=f"{group_code(group)}-{question.code}",
                    points=tuple(own),
                    answer=answer,
                )
            )
    return found


def _entry(day: Day, question: Question, group: str, place: int) -> Point | Answer:
    agreement, gloss, private, star = day.marks[group, question.id, place]
    values = _linked(day, group, question, day.said[group, question.id][place])
    common = {
        "code": code(group, question, place),
        "group": group,
        "question": question.id,
        "values": values,
        "agreement": agreement,
        "gloss": gloss,
        "private": private,
    }
    if question.form().repeats:
        return Point(**common, id=f"{group}{question.id}{place}", place=place + 1, star=star)  # type: ignore[arg-type]
    return Answer(**common)  # type: ignore[arg-type]


def exercise(said: list[Response]) -> Exercise:
    """The exercise, with the options that come from points."""
    offered = tuple(
        Item(id=p.code, label=f"{p.code} {p.text}")
        for r in said
        for p in r.points
        if p.question == "q-points" and not p.private
    )
    return replace(EXERCISE, questions=tuple(question.offering(offered) for question in QUESTIONS))


def people(day: Day) -> list[Participant]:
    """People in groups, with names, organisations and states that must not be seen."""
    return [
        Participant(
            id=f"{group}p{n}",
            name=NAMES[n % 3],
            attributes={
                "org_type": ("NGO", "State Party")[n % 2],
                "organisation": ORGANISATIONS[n % 2],
                "sex": "fmmmm"[n % 5],
            },
        )
        for group, size in day.seats.items()
        for n in range(size)
    ]


def put_together(day: Day) -> tuple[Synthesis, Known]:
    """The synthesis of a day, and what has to be kept out of its public version."""
    said, seated = responses(day), people(day)
    groups = {g: [p.id for p in seated if p.id.startswith(g)] for g in GROUPS}
    points = tuple(p for r in said for p in r.points if p.question == "q-points" and not p.private)
    made = synthesise(
        settings=SETTINGS,
        exercise=exercise(said),
        people=seated,
        groups=groups,
        responses=said,
        decided=Decided(
            sortings={"q-points": _sorting(day, points)},
            votes=[_vote(day)],
            actions=[*map(_action, (p for r in said for p in r.points if p.question == "q-actions"))],
            remarks={p.id: [Remark(group="g2" if p.group == "g1" else "g1", text="noted")] for p in points},
            edits={"own": Edit(text="As points say", sources=tuple(p.code for p in points))},
        ),
    )
    own = frozenset(_strings(to_plain(replace(EXERCISE, questions=QUESTIONS))))
    types = {g: Counter(p.attributes["org_type"] for p in seated if p.id.startswith(g)) for g in GROUPS}
    known = Known(
        said_by={entry.code: entry.group for r in said for entry in r.entries},
        types={**types, PLENARY: sum(types.values(), Counter())},
        own=own,
    )
    return made, known


def _strings(value: object) -> list[str]:
    if isinstance(value, dict | list):
        return [text for item in (value.values() if isinstance(value, dict) else value) for text in _strings(item)]
    return [value] if isinstance(value, str) else []


def _sorting(day: Day, points: tuple[Point, ...]) -> Sorting:
    """Points in themes 0 and 1, or alone, or left."""
    of = {p.id: day.themes[p.group, p.place - 1] for p in points}
    themes = tuple(
        Theme(
            id=f"theme{n}",
            question="q-points",
            title=("Money", "Roads")[n],
            number=n + 1,
            points=tuple(key for key, (theme, _) in of.items() if theme == n),
            opposes=tuple(key for key, (theme, opposes) in of.items() if theme == n and opposes),
        )
        for n in (0, 1)
    )
    return Sorting(
        question="q-points",
        points=points,
        themes=themes,
        unique=tuple(key for key, (theme, _) in of.items() if theme == 2),
        left=tuple(key for key, (theme, _) in of.items() if theme == 3),
    )


def _vote(day: Day) -> VoteResult:
    standing = Standing(score=None, share=None, voters=None)
    return VoteResult(
        id="vote1",
        name="1",
        title="Which first?",
        question="",
        method="dots",
        rule="Dots.",
        measure="dots",
        turnout=Turnout(sum(day.seats.values()), 30),
        turnouts={g: Turnout(day.seats[g], 9) for g in GROUPS},
        rows=(
            VoteRow(
                item="theme0", number=1, title="Money", place="", whole=standing, groups=dict.fromkeys(GROUPS, standing)
            ),
        ),
    )


def _action(point: Point) -> Action:
    if point.private:
        return Action(id=point.id, code=point.code, group=point.group, source=point.code, private=point.private)
    return Action(
        id=point.id,
        code=point.code,
        group=point.group,
        source=point.code,
        what=str(point.values["what"]),
        note=f"as {point.code}",
    )
