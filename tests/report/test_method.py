"""The note on method: rules in words, what is proved, and nothing that tells of people."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_report import put_together

from vaexercise.model.plenary import Grid
from vaexercise.plenary.method import Method, Ruled, public_method
from vaexercise.report.method import method
from vaexercise.report.model import Facts
from vaexercise.report.ruled import became, rule_words, strength


def facts(found: Method) -> dict[str, str]:
    """The numbers of the note."""
    [section] = method(replace(put_together([]), method=found))
    return dict(next(block for block in section.blocks if isinstance(block, Facts)).rows)


DRAW = Method(people=48, groups=3, seed=2012, engine="groups/2", placed=2, signed=3)


def test_without_a_draw_there_is_no_note() -> None:
    """Nothing is said of groups that nobody formed."""
    assert method(put_together([])) == []


def test_the_note_lets_anybody_compute_the_groups_again() -> None:
    """People, groups, seed and the version of the method stand there; who was moved later is a number."""
    assert facts(DRAW) == {
        "People in the draw": "48",
        "Working groups": "3",
        "Seed": "2012",
        "Version of the method": "groups/2",
        "Placed by hand after the draw": "2",
        "Groups that confirmed what they said": "3 of 3",
    }


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Ruled(rule="spread", hard=False, by="org_type"), "People are spread evenly over the groups by “org type”."),
        (Ruled(rule="at_least", hard=True, where={"sex": "f"}, n=1), "Every group has at least 1 person of “sex: f”."),
        (Ruled(rule="at_most", hard=True, where={"sex": "f"}, n=2), "Every group has at most 2 people of “sex: f”."),
        (Ruled(rule="apart", hard=True, people=3), "3 people who are named sit in different groups."),
        (Ruled(rule="together", hard=True, people=2), "2 people who are named sit in one group."),
        (Ruled(rule="fixed", hard=True, people=1), "1 person keeps the seat given before."),
        (Ruled(rule="fixed", hard=True, by="table"), "Whoever has a group in “table” sits there."),
        (Ruled(rule="room", hard=True), "Whoever requires it sits in a room that offers it."),
        (Ruled(rule="later", hard=True, by="x"), "A rule about “x”."),
    ],
)
def test_each_rule_is_a_sentence(rule: Ruled, words: str) -> None:
    """Readers see no key of a definition, and people are counted."""
    assert rule_words(rule) == words


@pytest.mark.parametrize(
    ("rule", "result"),
    [
        (Ruled(rule="spread", hard=True), "kept"),
        (Ruled(rule="spread", hard=False, optimal=True), "kept: none can do better (proved)"),
        (Ruled(rule="spread", hard=False, faults=1, optimal=True), "1 exception; no draw can have fewer (proved)"),
        (Ruled(rule="spread", hard=False, faults=2), "2 exceptions; the best found, not proved"),
        (
            Ruled(rule="spread", hard=False, state="skipped"),
            "not applied: the list does not have what it looks at",
        ),
    ],
)
def test_proved_and_best_found_are_told_apart(rule: Ruled, result: str) -> None:
    """Nothing is called proved that is not."""
    assert became(rule) == result
    assert strength(rule) == ("must hold" if rule.hard else "as far as possible")


def test_a_public_note_leaves_out_rules_that_tell_and_small_numbers() -> None:
    """They are counted, so that nobody thinks that these were all."""
    rules = (
        Ruled(rule="spread", hard=False, by="region"),
        Ruled(rule="spread", hard=False, by="survivor", telling=True),
    )
    public = public_method(replace(DRAW, rules=rules))
    assert public is not None
    assert public.rules == rules[:1]
    assert facts(public)["Placed by hand after the draw"] == "some"
    [section] = method(replace(put_together([]), method=public))
    [table] = [block for block in section.blocks if isinstance(block, Grid)]
    assert "survivor" not in str(section)
    assert table.note == "1 rule that may tell of people is not given."


def test_of_fewer_than_five_people_nothing_is_said_in_public() -> None:
    """The draw of a handful is theirs."""
    assert public_method(Method(people=4, groups=2)) is None
    assert public_method(None) is None
