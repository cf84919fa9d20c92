"""Report-back cards from the record."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from conftest import must

from vaexercise.errors import Unknown
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.answers.naming import point_named
from vaexercise.workshop.people import seating
from vaexercise.workshop.people.moving import Seating
from vaexercise.workshop.people.participants import participants
from vaexercise.workshop.people.roles import give
from vaexercise.workshop.plenary.acting import change
from vaexercise.workshop.plenary.actions import actions, named_action
from vaexercise.workshop.plenary.comments import add_comment
from vaexercise.workshop.plenary.reporting import cards
from vaexercise.workshop.plenary.themes import Themes
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vaexercise.model.question import Question
    from vaexercise.plenary.report_back import Card


def card(opened: Workshop, group: str = "g1") -> Card:
    return next(one for one in cards(opened, opened.session()).cards if one.group == group)


def question(opened: Workshop, code: str) -> Question:
    return next(q for q in opened.exercise(opened.session()).walk() if q.code == code)


def test_a_card_has_the_headlines_in_the_order_of_the_group(workshop: Path) -> None:
    """With their codes and languages, then the actions; what nobody discussed is told."""
    opened = Workshop(workshop)
    one, two = card(opened), card(opened, "g2")
    assert [item.code for item in one.headlines] == ["G1-Q1-01", "G1-Q1-03", "G1-Q1-06", "G1-Q4-01", "G1-Q4-02"]
    assert [item.code for item in one.actions] == ["G1-Q5-01", "G1-Q5-02", "G1-Q5-03"]
    assert [item.language for item in two.headlines if item.code == "G2-Q1-02"] == ["fr"]
    assert (two.actions, two.left_open) == ((), ("Not discussed: Q5",))
    assert (one.allowed, one.discussion, one.pace) == (5, 15, 110)
    assert one.seconds == round(one.words * 60 / 110)


def test_what_is_private_is_never_on_a_card(workshop: Path) -> None:
    """Counted among headlines; nobody is told that it was said before, either."""
    opened = Workshop(workshop)
    said = Feedback(opened, opened.session())
    for code in ("G1-Q1-01", "G1-Q5-01"):
        said.mark(point_named(said, code), "private", {"reason": "a promise"})
    one = card(opened)
    assert one.withheld == 1
    assert {"G1-Q1-01", "G1-Q5-01"}.isdisjoint(item.code for item in (*one.headlines, *one.actions))
    found = cards(opened, opened.session()).cards
    repeated = [before.code for one in found for item in one.headlines for before in item.already]
    assert "G1-Q1-01" not in repeated
    assert all("no budget line for collecting" not in str(one) for one in found)


def test_who_reports_is_who_was_given_the_role(workshop: Path) -> None:
    """Nobody else, and nobody that is only proposed."""
    opened = Workshop(workshop)
    assert card(opened).reporters == ()
    [(draw_id, draw)] = seating.draws(opened, opened.session())
    person = seating.seats(opened, opened.session(), draw_id, draw)["g1"][2]
    give(Seating(opened, opened.session()), "g1", {"rapporteur": person})
    names = {one.id: one.name for one in participants(opened)}
    assert card(opened).reporters == (names[person],)
    assert card(opened, "g2").reporters == ()


def test_what_was_said_before_is_marked_and_stays(workshop: Path) -> None:
    """By the matcher until people decide, then exactly; nothing is left out for it."""
    opened = Workshop(workshop)
    [before] = [item.already for item in card(opened, "g2").headlines if item.code == "G2-Q1-01"]
    assert [(one.code, one.decided) for one in before] == [("G1-Q1-01", False)]
    said = Feedback(opened, opened.session())
    ids = [point_named(said, code).id for code in ("G1-Q1-03", "G2-Q1-01")]
    Themes(opened, opened.session()).open(question(opened, "Q1"), "What is counted", ids)
    [after] = [item.already for item in card(opened, "g2").headlines if item.code == "G2-Q1-01"]
    assert "in the theme “What is counted” with G1-Q1-03" in [one.words for one in after]
    assert len(card(opened, "g2").headlines) == 6


def test_the_order_rotates_by_question_and_says_so(workshop: Path) -> None:
    """Among the questions that are reported; a group may be asked to begin."""
    opened = Workshop(workshop)
    session = opened.session()
    begins = [cards(opened, session, question(opened, code)).cards[0].group for code in ("Q1", "Q4", "Q5", "Q2")]
    assert begins == ["g1", "g2", "g3", "g1"]
    assert "at the next question Group 3 begins" in cards(opened, session, question(opened, "Q4")).order
    first = cards(opened, session, first="g3")
    assert [one.group for one in first.cards] == ["g3", "g1", "g2"]
    assert [one.group for one in cards(opened, session).cards] == ["g1", "g2", "g3"]


def test_the_order_rotates_by_session(new_workshop: Callable[..., Path]) -> None:
    """Of two sessions the second begins with the second group."""
    opened = Workshop(new_workshop("va-monitoring", "va-coordination"))
    begins = [[one.group for one in cards(opened, session).cards][:1] for session in opened.sessions]
    assert begins[0] == ["g1"]
    assert begins[1] in (["g2"], [])


def test_a_card_of_one_question_has_nothing_else(workshop: Path) -> None:
    """Neither headlines nor open questions of others."""
    opened = Workshop(workshop)
    found = cards(opened, opened.session(), question(opened, "Q4"))
    assert {item.code[3:5] for one in found.cards for item in one.headlines} == {"Q4"}
    assert all(not one.actions and not one.left_open for one in found.cards)


def test_comments_stand_under_what_they_are_about(workshop: Path) -> None:
    """Of points that are not on the card, too, but for private ones."""
    opened = Workshop(workshop)
    session, said = opened.session(), Feedback(opened, opened.session())
    for code in ("G1-Q1-01", "G1-Q1-02", "G1-Q1-04"):
        add_comment(opened, session, point_named(said, code), "g2", f"On {code}")
    said.mark(point_named(said, "G1-Q1-04"), "private", {"reason": "a promise"})
    one = card(opened)
    assert [(c.group, c.text) for c in one.headlines[0].comments] == [("g2", "On G1-Q1-01")]
    assert [(item.code, item.comments[0].text) for item in one.others] == [("G1-Q1-02", "On G1-Q1-02")]


def test_an_action_is_said_as_it_is_agreed_now(workshop: Path) -> None:
    """What, who, by when, in a line to be read aloud; the rest is in the register."""
    opened = Workshop(workshop)
    session = opened.session()
    first = named_action(actions(opened, session), "G1-Q5-01")
    change(opened, session, first, agreed={"by": "December 2026"})
    assert card(opened).actions[0].text == f"{first.what} ({first.who}; by December 2026)"
    said = Feedback(opened, session)
    said.add_points(question(opened, "Q5"), "g1", [{"what": "One more"}, {"what": "And one"}])
    assert (len(card(opened).actions), card(opened).more) == (3, 2)


def test_too_many_points_to_compare_give_cards_without_marks(workshop: Path) -> None:
    """The report-back goes on; only nothing is suggested."""
    opened = Workshop(workshop)
    rows = [{"text": f"Point number {number}"} for number in range(1000)]
    Feedback(opened, opened.session()).add_points(question(opened, "Q1"), "g3", rows)
    assert all(not i.already for one in cards(opened, opened.session()).cards for i in one.headlines if "Q1" in i.code)


def test_cards_before_anybody_said_anything(workshop_with_groups: Path) -> None:
    """Every group has one, with what it has not entered."""
    opened = Workshop(workshop_with_groups)
    found = cards(opened, opened.session())
    assert len(found.cards) == 3
    assert all(replace(one, group="") == replace(found.cards[0], group="") for one in found.cards)
    assert found.cards[0].left_open[0].startswith("Nothing entered: Q1")
    assert found.cards[0].time == "the group has 5 minutes"


def test_a_point_is_named_by_its_code_or_its_end(workshop: Path) -> None:
    """In any letters; of a group, without its name; an unknown one gets the nearest."""
    opened = Workshop(workshop)
    said = Feedback(opened, opened.session())
    assert point_named(said, " g2-q1-03 ").code == "G2-Q1-03"
    assert point_named(said, "q1-03", "g2").code == "G2-Q1-03"
    with pytest.raises(Unknown, match=r"Did you mean G2-Q1-03\?"):
        point_named(said, "G2-Q1-3")
    with pytest.raises(Unknown, match="Codes are like"):
        point_named(said, "x" * 100_000)


def test_a_point_in_conflict_is_on_the_card_in_every_version(workshop: Path) -> None:
    """Nothing of it is lost, and its code names it still."""
    other = shutil.copytree(workshop, workshop.with_name("other"))
    for folder, words in ((workshop, "Here"), (other, "There")):
        opened = Workshop(folder)
        said = Feedback(opened, opened.session())
        said.change_point(point_named(said, "G1-Q1-01"), {"text": words})
    must("workshop", "merge", other, "--workshop", workshop)
    opened = Workshop(workshop)
    assert {item.text for item in card(opened).headlines} >= {"Here", "There"}
    assert point_named(Feedback(opened, opened.session()), "G1-Q1-01").text in {"Here", "There"}
