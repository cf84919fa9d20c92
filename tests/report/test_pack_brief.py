"""Brief, pre-work and role cards: what a definition says, in whole sentences, and nothing that it does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from invented_pack import exercise, printed
from rendered import text_of

from vaexercise.model.exercise import Exercise, GroupPlan
from vaexercise.model.rules import (
    Apart,
    AtLeast,
    AtMost,
    Fixed,
    Language,
    NoIsolate,
    Room,
    Rule,
    Spread,
    Together,
)
from vaexercise.questions.points import Kind as Points
from vaexercise.questions.priority import Kind as Priority
from vaexercise.report.pack.brief import brief
from vaexercise.report.pack.preparing import to_prepare
from vaexercise.report.pack.prework import prework
from vaexercise.report.pack.roles import roles
from vaexercise.report.pack.ruling import sentence
from vaexercise.report.texts import Texts

if TYPE_CHECKING:
    from vaexercise.report.pack.pack import Part

ENGLISH = Texts("en", "en")
BARE = Exercise(
    schema="vaexercise/exercise/1",
    id="bare",
    version="1",
    language="en",
    title="Bare",
    summary="",
    questions=(Points(id="q", prompt="What?"),),
)
SENTENCES: dict[str, Rule] = {
    "People are spread evenly over the groups: type of organisation.": Spread(by="org_type"),
    "Nobody is the only one of their kind in a group: age band.": NoIsolate(by="age_band"),
    "Each group has at least 1 person with: role = chair.": AtLeast(where={"role": "chair"}, n=1),
    "Each group has at least 2 people with: role = chair, sex = female.": AtLeast(
        where={"role": "chair", "sex": "female"}, n=2
    ),
    "Each group has at most 3 people with: role = chair.": AtMost(where={"role": "chair"}, n=3),
    "Those who have the same delegation sit in different groups.": Apart(by="delegation"),
    "People who are named in the exercise sit in different groups.": Apart(people=("Ada Quist", "Bo Lind")),
    "Those who have the same support pair sit in one group.": Together(by="support_pair"),
    "People who are named in the exercise sit in one group.": Together(people=("Ada Quist", "Bo Lind")),
    "Whoever has a number in the column preassigned sits in that group.": Fixed(by="preassigned"),
    "Somebody who is named in the exercise sits in group 2.": Fixed(person="Ada Quist", group=2),
    "Each group has a language that all its members work in.": Language(need="shared"),
    "Each group has a language that all its members work in, or interpreters for those who do not.": Language(),
    "Whoever needs it sits in a room that offers: step-free.": Room(),
}
ROLES = "rapporteur (and somebody to stand in), timekeeper (if there are enough people), note taker"


def words(part: Part) -> str:
    """What stands there, each white space once."""
    return " ".join(text_of(".txt")(printed(part)).split())


@pytest.mark.parametrize("said", SENTENCES)
def test_every_rule_is_said_in_a_sentence_that_names_nobody(said: str) -> None:
    """The column in words, where it has any; people are only said to be named in the exercise."""
    assert sentence(SENTENCES[said]) == said


def test_a_rule_that_has_no_sentence_is_an_error() -> None:
    """A new rule cannot be left out of briefs unseen."""
    with pytest.raises(TypeError):
        sentence(Rule(rule="new"))


def test_the_agenda_counts_minutes_from_the_beginning() -> None:
    """No clock: each step says how long it is and after how many minutes it begins."""
    text = words(brief(exercise(), ENGLISH, groups=3))
    assert "Begin: Minutes 10, Begins after 0 Group work (Q1): Minutes 45, Begins after 10" in text
    assert "Vote (P1): Minutes 15, Begins after 55" in text
    assert "Time: 70 minutes" in text


def test_rules_that_always_hold_stand_apart_from_the_others() -> None:
    """In two lists, each in the order of the definition."""
    part = brief(exercise(), ENGLISH, groups=3)
    assert part.data["always"][1:] == ["Each group has at least 2 people with: type of organisation = NGO."]
    assert [said.rpartition(" ")[2] for said in part.data["as_far_as_possible"]] == ["region.", "groups."]


def test_what_to_prepare_follows_the_definition() -> None:
    """Places, sheets, formats, roles, pre-work, ballots, reading back, more time: as far as it says so."""
    assert list(to_prepare(exercise(), 3)) == [
        "Places for 3 groups, where people can hear each other.",
        "For each group a sheet to write on, with the codes of its points.",
        "The sheets in large print as well.",
        f"In each group, somebody for each role: {ROLES}.",
        "Before the day, send people what to read or to bring.",
        "Ballot papers for the vote (P1).",
        "Time for each group to hear its answers before it confirms them.",
        "25 % more time for a group that works with interpretation.",
    ]
    tokens = replace(BARE, questions=(Priority(id="q", code="P1", prompt="?", options=("a",), budget=4),))
    assert list(to_prepare(tokens, 0)) == ["Tokens to vote with, 4 for each person (P1)."]


def test_a_bare_definition_has_a_brief_of_what_it_says() -> None:
    """No agenda, no rules, no sizes: no heading for them either."""
    text = words(brief(replace(BARE, groups=GroupPlan()), ENGLISH, groups=0))
    assert text == "A day To print Port Sabel Brief for the facilitator: Bare"


def test_pre_work_has_only_the_lists_that_there_are() -> None:
    """A definition with a question and nothing else gives that question."""
    assert words(prework(BARE, ENGLISH)).endswith("Before the day: Bare What the groups will work on: - What?")


def test_pre_work_is_in_the_language_asked_for() -> None:
    """Where the definition has it, else in its own."""
    text = words(prework(exercise(), Texts("fr", "en")))
    assert "- Bring your plan. - Notez un résultat." in text


def test_a_commitment_is_quoted_beside_its_label() -> None:
    """Without a label, its own words stand there once."""
    (one,) = exercise().commitments
    assert "Plan of Port Sabel, number 7: to meet yearly" in words(prework(exercise(), ENGLISH))
    labelled = replace(exercise(), commitments=(replace(one, label="Meet"),))
    assert "Plan of Port Sabel, number 7: Meet “to meet yearly”" in words(prework(labelled, ENGLISH))
    bare = replace(exercise(), commitments=(replace(one, quote=""),))
    assert "- Plan of Port Sabel, number 7 Words" in words(prework(bare, ENGLISH))


def test_role_cards_say_what_this_exercise_asks_of_each() -> None:
    """Times, headlines and reading back, where the definition has them."""
    text = words(roles(exercise()))
    for said in (
        "Mark up to 3 headlines with a star",
        "In plenary you have 5 minutes",
        "The group has 45 minutes in all.",
        "Minutes for each question: Q1 20.",
        "has 25 % more time",
        "Before the end, have everything read aloud",
    ):
        assert said in text
    bare = words(roles(BARE))
    assert not any(char.isdecimal() for char in bare)
    assert [card["role"] for card in roles(BARE).data] == ["facilitator", "rapporteur", "timekeeper", "interpreter"]
