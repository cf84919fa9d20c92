"""An invented workshop of three groups, and its report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from vaexercise.model.exercise import Exercise, GroupPlan, Source
from vaexercise.model.feedback import Answer, Point, Response, State
from vaexercise.model.groups import group_code
from vaexercise.model.people import Participant
from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.model.rules import Spread
from vaexercise.model.settings import Settings
from vaexercise.plenary.synthesis import synthesise
from vaexercise.questions.actions import Kind as Actions
from vaexercise.questions.checklist import Kind as Checklist
from vaexercise.questions.points import Kind as Points
from vaexercise.report.build import build
from vaexercise.report.model import (
    Bars,
    Block,
    Facts,
    Field,
    FieldRow,
    Fields,
    FieldTable,
    Label,
    Labels,
    Note,
    Paragraph,
    Picture,
    Report,
    Section,
    Sign,
    Words,
)
from vaexercise.report.texts import own

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vaexercise.model.question import Question
    from vaexercise.plenary.synthesis import Synthesis

QUESTIONS: tuple[Question, ...] = (
    Points(
        id="q-exchange",
        per="plenary",
        prompt="Which experience do you bring along?",
    ),
    Points(
        id="q-challenges",
        code="Q1",
        headline=2,
        source="seed",
        prompt={
            "en": "What are the main challenges in monitoring national plans?",
            "fr": "Quelles sont les principales difficultés du suivi des plans nationaux ?",
        },
    ),
    Checklist(
        id="q-actors",
        code="Q2",
        prompt="Are all relevant actors involved in monitoring?",
        items=("Focal point", "Survivors’ networks", "Media"),
    ),
    Points(id="q-overcome", code="Q3", prompt="How can these challenges be overcome?"),
    Points(id="q-costs", code="Q4", prompt="What would it cost, and who would pay?"),
    Actions(id="q-actions", code="Q5", prompt="What will change after this meeting?"),
)

EXERCISE = Exercise(
    schema="vaexercise/exercise/1",
    id="va-monitoring",
    version="1.0",
    language="en",
    title="Monitoring the implementation of national plans",
    summary="Three groups examine a plan.",
    sources=(
        Source(id="seed", title="Parallel Programme for Experts", organisation="Invented Secretariat", year="2012"),
    ),
    groups=GroupPlan(count=3, rules=(Spread(by="Org type"), Spread(by="expertise"))),
    questions=QUESTIONS,
)

SETTINGS = Settings(
    schema="vaexercise/workshop/1",
    title="Workshop on national plans",
    dates="22–23 May 2031",
    place="Port Sabel, Veldania",
)

_PEOPLE = """
Amina Castellan      | government | Veldania | north | f | en, fr | health
Bruno Okonjo         | NGO        | Veldania | north | m | en     | law
Chea Lindqvist       | NGO        | Ostrava  | south | f | fr     | health
Dalia Haddad-Moreau  | government | Tamarine | south | f | ar; fr | law
Emil Vasquez         | donor      |          | north | m | en     |
Farida Nkemelu       | NGO        | Tamarine | south |   | ar, en | health
Goran Petit          | government | Veldania | north | m | en     | mine action
Hana Sokolov         | NGO        | Ostrava  | south | f | ru     | law
""".strip().splitlines()

GROUPS = {"g1": ("p1", "p2", "p3"), "g2": ("p4", "p5"), "g3": ("p6", "p7")}

_POINTS = """
g1 | q-challenges | en | * | No budget line for data collection in the districts
g1 | q-challenges | en |   | Survivors are counted, but nobody asks them
g1 | q-challenges | fr | * | Les données ne sont pas ventilées par sexe, âge et handicap
g2 | q-challenges | ar | * | لا توجد بيانات عن المناطق الريفية (خارج العاصمة)
g2 | q-challenges | en |   | Two ministries keep two lists
g1 | q-overcome   | en | * | One shared list, with consent
g3 | q-overcome   | en |   | Pay peer supporters who visit the villages
plenary | q-exchange | en |  | A yearly public hearing helped in Tamarine
""".strip().splitlines()


def people() -> list[Participant]:
    """Eight invented people; the last sits in no group."""
    names = ("Org type", "State", "region", "sex", "Languages", "expertise")
    found = []
    for number, line in enumerate(_PEOPLE, start=1):
        name, *values = (cell.strip() for cell in line.split("|"))
        attributes = {key: value for key, value in zip(names, values, strict=True) if value}
        sensitive = {"survivor": "yes"} if number % 2 else {}
        found.append(Participant(id=f"p{number}", name=name, attributes=attributes, sensitive=sensitive))
    return found


def code(group: str, question: str, number: int = 0) -> str:
    """The code of an answer, or of its point with that number."""
    asked = next(q.code for q in QUESTIONS if q.id == question)
    return "-".join(filter(None, [group_code(group), asked, f"{number:02d}" if number else ""]))


def point(
    group: str, question: str, number: int, values: Mapping[str, str], language: str = "en", *, star: bool = False
) -> Point:
    """A point as the record has it."""
    return Point(
        id=f"{group}{question}{number}",
        code=code(group, question, number),
        group=group,
        question=question,
        place=number,
        values=values,
        language=language,
        star=star,
    )


def response(
    group: str, question: str, *points: Point, state: State = "open", answer: Answer | None = None
) -> Response:
    """What a group said, or why not."""
    said = "answered" if points or answer else state
    return Response(
        group=group, question=question, state=said, code=code(group, question), points=points, answer=answer
    )


def responses() -> list[Response]:
    """All that the three groups and the plenary said; nobody touched `q-costs`."""
    said: dict[tuple[str, str], list[Point]] = {}
    for line in _POINTS:
        group, question, language, star, text = (cell.strip() for cell in line.split("|"))
        own = said.setdefault((group, question), [])
        own.append(point(group, question, len(own) + 1, {"text": text}, language, star=bool(star)))
    found = [response(group, question, *points) for (group, question), points in said.items()]
    checks = {"g1": ("yes", "partly"), "g2": ("yes", "no")}
    for group, (focal, networks) in checks.items():
        values = {"Focal point": focal, "Survivors’ networks": networks}
        answer = Answer(code=code(group, "q-actors"), group=group, question="q-actors", values=values, language="en")
        found.append(response(group, "q-actors", answer=answer))
    actions = [
        ("g1", 1, {"what": "Name one focal point in each ministry", "who": "Prime Minister’s office"}, "en"),
        ("g1", 2, {"what": "Publier les résultats chaque année", "who": "Ministère de la santé"}, "fr"),
        ("g3", 1, {"what": "Ask survivors’ networks to review the draft", "who": "Secretariat"}, "en"),
    ]
    for group in ("g1", "g3"):
        own = [point(g, "q-actions", n, values, language) for g, n, values, language in actions if g == group]
        found.append(response(group, "q-actions", *own))
    return [
        *found,
        response("g3", "q-challenges", state="skipped"),
        response("g2", "q-overcome", state="nothing"),
        response("g3", "q-actors", state="not-discussed"),
    ]


def put_together(said: Sequence[Response], settings: Settings = SETTINGS) -> Synthesis:
    """The synthesis of the invented workshop, when groups `said` that."""
    return synthesise(settings=settings, exercise=EXERCISE, people=people(), groups=GROUPS, responses=said)


@cache
def invented() -> Report:
    """The report of it."""
    return build(put_together(responses()))


def with_a_stray() -> Report:
    """The report when a group also answered a question that the exercise no longer has."""
    lost = replace(point("g1", "q-challenges", 9, {"text": "Lost and found"}), question="q-gone", code="G1-Q9-01")
    return build(put_together([*responses(), replace(response("g1", "q-challenges", lost), question="q-gone")]))


def hostile(texts: Sequence[str]) -> Report:
    """A report in which people said these things, and the workshop, a group's table and a name are called so."""
    said = [point("g1", "q-challenges", n, {"text": text}, "") for n, text in enumerate(texts, start=1)]
    rows = [point("g2", "q-actions", n, {"what": text, "who": text}, "") for n, text in enumerate(texts, start=1)]
    found = [response("g1", "q-challenges", *said), response("g2", "q-actions", *rows)]
    return build(put_together(found, replace(SETTINGS, title=texts[0], place=texts[-1])))


PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a730000001249444154789c63f8cfc0c0f09f81818101000d0001"
    "ff4df0cb0d0000000049454e44ae426082"
)
"""A PNG of two by two points."""


def every_block() -> Report:
    """A report that has every kind of block."""
    yes, no = Words("yes", "en"), Words("نعم", "ar")
    ticked = FieldRow(code="G1-Q2-01", label=Words("Media"), cells=(Field(boxes=(yes,)), Field(lines=1)), star=True)
    chosen = FieldRow(code="G1-Q2-02", label=Words("Donors"), cells=(Field(boxes=(yes, no)), Field(lines=1)))
    field = Field(
        label=Words("How many?"), code="G1-Q6", hint=Words("Tick one."), boxes=(yes, no), places=2, lines=2, unit="men"
    )
    blocks: tuple[Block, ...] = (
        Paragraph(text="Un paragraphe", language="fr"),
        Note(text="Nota bene"),
        Facts(rows=(("People", "48"), ("Place", "Port Sabel"))),
        Bars(title="Points", heading="Group", rows=(("One", 3), ("Two", 0)), unit="points"),
        Lines(title="Said", lines=(Line(code="G1-Q1-01", text="لا", language="ar", star=True, beside="(divided)"),)),
        Lines(title="Nameless", lines=(Line(code="", text="Nobody"), Line(code="", text="لا أحد", star=True))),
        Grid(
            title="Table",
            columns=("Code", "What", "Number"),
            rows=(("G1-Q5-01", "Meet", "1"), ("G1-Q5-02", "Parler", "22")),
            languages=("", "fr"),
            note="Small print.",
            attributed=(0,),
        ),
        Fields(fields=(field, Field(label=Words("Why?"), lines=1)), code="G1-Q5-03", star=True),
        FieldTable(heads=("Code", "Item"), columns=(yes, Words("Why")), rows=(ticked, chosen)),
        Picture(data=PICTURE, alternative="A room", caption="The room in May"),
    )
    cards = Labels(labels=(Label(text="Amina Castellan", below=("Lantern Trust",)), Label(text="سلمى")))
    sign = Sign(text="Group 1", above="A day", below=("Room Amber",))
    return Report(
        title="Every block",
        subtitle=("A day", "in May"),
        notes=(Note(text="Read this first.", language="en"),),
        sections=(
            Section(heading="Blocks", anchor="blocks", blocks=blocks),
            Section(heading="Une question", anchor="q1", label="Q1", level=3, language="fr", blocks=(own("Said."),)),
            Section(heading="Sign", anchor="sign", blocks=(sign,), new_page=True),
            Section(heading="Cards", anchor="cards", blocks=(cards,), new_page=True),
        ),
        footer="The end.",
        status="Draft of 23 May 2031",
        made_on=date(2031, 5, 23),
    )
