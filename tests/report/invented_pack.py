"""An invented print pack: every thing that can be printed, each as a report of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.exercise import (
    Access,
    Commitment,
    Exercise,
    GroupPlan,
    ReportBack,
    Role,
    Size,
    Source,
    Step,
    Term,
)
from vaexercise.model.rules import Apart, AtLeast, Language, Spread
from vaexercise.model.settings import Room
from vaexercise.model.vote import MethodName, Vote, VoteItem
from vaexercise.questions.points import Kind as Points
from vaexercise.questions.priority import Kind as Priority
from vaexercise.report.model import Words
from vaexercise.report.pack.badges import badges
from vaexercise.report.pack.ballots import ballots
from vaexercise.report.pack.brief import brief
from vaexercise.report.pack.guests import Guest
from vaexercise.report.pack.pack import Form, Part, put_together
from vaexercise.report.pack.prework import prework
from vaexercise.report.pack.roles import roles
from vaexercise.report.pack.roll import roll
from vaexercise.report.pack.signs import Place, signs, tables
from vaexercise.report.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.report.model import Report

ITEMS = ("Money for district data", "Survivors in the review", "قائمة واحدة مشتركة")
METHODS: tuple[tuple[MethodName, int, int], ...] = (
    ("dots", 3, 2),
    ("agreement", 0, 0),
    ("ngt", 2, 0),
    ("ranking", 0, 0),
)
PLACES = (
    Place("g1", Room(name="Salle 4, 2e étage", offers=("step-free", "hearing loop"))),
    Place("g2", Room(name="القاعة الزرقاء")),
    Place("g3"),
)
GUESTS = (
    Guest("Amina Castellan", "Ministry of Health", "Veldania", "g1"),
    Guest("Bruno Okonjo", "Lantern Trust", "", "g2", agreed=False),
    Guest("فاطمة الزهراني", "", "Tamarine", "g1"),
    Guest("សុខ ចាន់ថា"),
)


def exercise(text: str = "") -> Exercise:
    """One that has all that a pack says; or, given a text, with that text wherever people write words."""
    return Exercise(
        schema="vaexercise/exercise/1",
        id="an-exercise",
        version="1",
        language="en",
        title=text or "Reading a plan together",
        summary=text or "Groups read a plan and say what is missing.",
        sources=(
            Source(id="s", title=text or "Notes of an invented meeting", organisation="Secretariat", year="2031"),
        ),
        commitments=(
            Commitment(id="c", plan=text or "Plan of Port Sabel", number="7", quote=text or "to meet yearly"),
        ),
        terms={"outcome": Term(text=text or "What changed because of it.")},
        prework=(text or "Bring your plan.", {"en": text or "Note one result.", "fr": text or "Notez un résultat."}),
        groups=GroupPlan(
            count=3,
            size=Size(warn_below=4, warn_above=9),
            roles={"rapporteur": Role(backup=1), "timekeeper": Role(optional=True), "note_taker": Role()},
            rules=(
                Language(need="shared_or_interpreter"),
                AtLeast(where={text or "org_type": text or "NGO"}, n=2),
                Spread(by=text or "region"),
                Apart(by=text or "delegation", weight=2),
            ),
        ),
        agenda=(
            Step(id="a", kind="briefing", minutes=10, title=text or "Begin"),
            Step(id="b", kind="group", minutes=45, title=text or "Group work", questions=("q1",)),
            Step(id="c", kind="prioritise", minutes=15, title=text or "Vote", questions=("q2",)),
        ),
        questions=(
            Points(id="q1", code="Q1", prompt=text or "What is missing?", minutes=20, headline=3),
            Priority(
                id="q2", code="P1", per="plenary", prompt=text or "What first?", options=("a", "b"), ballots="paper"
            ),
        ),
        report_back=ReportBack(minutes_per_group=5, discussion_minutes=10),
        access=Access(extra_time_percent=25, formats=("large_print",), read_back=True),
    )


def votes(*titles: str) -> list[Vote]:
    """A vote of each method on the same items."""
    items = tuple(VoteItem(f"i{n}", title) for n, title in enumerate(titles or ITEMS, start=1))
    return [
        Vote(id=name, name=str(n), title=f"Choice {n}", method=name, items=items, budget=budget, cap=cap, place=n)
        for n, (name, budget, cap) in enumerate(METHODS, start=1)
    ]


def parts() -> Mapping[str, Part]:
    """Every thing, by its name."""
    one = exercise()
    texts = Texts("en", "en")
    occasion = ("A day", "Port Sabel", "")
    return {
        "brief": brief(one, texts, groups=3, occasion=occasion),
        "prework": prework(one, texts, occasion=occasion),
        "roles": roles(one),
        "ballots": ballots(votes(), people=40),
        "signs": signs(PLACES, occasion="A day"),
        "tables": tables(PLACES, occasion="A day"),
        "badges": badges(GUESTS, occasion="A day"),
        "list": roll(GUESTS, by_group=True, internal=True, occasion="A day"),
        "published-list": roll(GUESTS, by_group=False, internal=False, occasion="A day"),
    }


def printed(part: Part, form: Form = Form()) -> Report:  # noqa: B008  it never changes
    """One thing as a report of its own."""
    return put_together(Words("A day", "en"), {"thing": part}, occasion=("Port Sabel", ""), form=form)
