"""Places, parts of a whole, number words and agreement in a sentence, held against what it is about."""

from __future__ import annotations

import pytest

from vaexercise.plenary.figures import figures
from vaexercise.plenary.sources import Item, Source

THEME = Source(
    key="theme/a",
    name="Q1-T1",
    title="Money",
    words=("Money for data", "A budget line, 12 forms, so that all groups can come"),
    groups=frozenset({"g1", "g2"}),
    answered=3,
    codes=frozenset({"A", "B"}),
    pairs=frozenset({("2", "3")}),
    counts={"group": frozenset({"0", "2"}), "point": frozenset({"3"})},
)
POINT = Source(
    key="G1-Q1-01",
    name="G1-Q1-01",
    title="We need a budget line",
    words=("We need a budget line",),
    groups=frozenset({"g1"}),
    answered=3,
    codes=frozenset({"G1-Q1-01"}),
    counts={"group": frozenset({"1"}), "point": frozenset({"1"})},
)
WHOLE = Source(
    key="theme/w",
    name="Q1-T3",
    title="All",
    groups=frozenset({"g1", "g2", "g3"}),
    answered=3,
    pairs=frozenset({("3", "3")}),
    counts={"group": frozenset({"3"}), "point": frozenset({"4"})},
)
OPPOSED = Source(
    key="theme/b",
    name="Q4-T4",
    title="Separate plan",
    words=("Separate plan",),
    groups=frozenset({"g1", "g2", "g3"}),
    answered=3,
    pairs=frozenset({("2", "3"), ("1", "3")}),
    counts={"group": frozenset({"1", "2"}), "point": frozenset({"1", "2"})},
    contested=True,
)
VOTE = Source(
    key="vote/v",
    name="V1",
    title="Which first?",
    words=("Which first?", "A budget line", "Measuring change", "24 %", "7"),
    pairs=frozenset({("38", "48")}),
    counts={
        "person": frozenset({"38", "48"}),
        "vote": frozenset({"38", "1"}),
        "": frozenset({"1", "4"}),
    },
    items=(
        Item("A budget line", "1", "12", 4),
        Item("Measuring change", "2", "5", 4),
        Item("Register", "3=", "3", 4, divided=True),
        Item("Plan", "3=", "3", 4),
    ),
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("“Measuring change” took first place among 4 items in vote 1 (5 dots; 38 of 48 people voted).", "first place"),
        ("“Measuring change” took second place (12 dots).", ""),
        ("“Measuring change” came second with 9 dots.", "9 dots"),
        ("Measuring change finished 1st.", "finished 1st"),
        ("“Plan” took fourth place.", "fourth place"),
        ("“Measuring change” took a shared second place.", "shared second place"),
        ("38 of 47 people voted.", "38 of 47 people"),
    ],
)
def test_a_place_and_a_score_are_those_of_the_item(text: str, wrong: str) -> None:
    """That another item has it is not enough; of a shared place, none that is not."""
    found = figures(text, [VOTE]).wrong
    assert wrong in found if wrong else "12 dots" in found


@pytest.mark.parametrize(
    "text",
    [
        "“Measuring change” took second place among 4 items in vote 1 (5 dots; 38 of 48 people voted).",
        "“A budget line” came first with 12 dots, Measuring change second with 5.",
        "“Register” took a shared third place (3 dots).",
        "With 5 dots, “Measuring change” came 2nd of 4.",
        "One item had 12 dots.",
    ],
)
def test_what_a_vote_gave_may_be_said_in_other_words(text: str) -> None:
    """Places and scores of each item that is named, and of any where none is."""
    assert figures(text, [VOTE]) == ((), ())


def test_a_sentence_that_names_no_item_is_about_its_own() -> None:
    """The draft that people wrote anew was on one item."""
    assert figures("It came first.", [VOTE], "Measuring change").wrong == ("came first",)
    assert figures("It came second with 5 dots.", [VOTE], "Measuring change") == ((), ())


def test_scores_that_changed_places_and_a_tie_told_as_none_are_to_be_read_again() -> None:
    """Between two items that a sentence names, nobody can tell for sure."""
    assert figures("“A budget line” had 5 dots, “Measuring change” 12 dots.", [VOTE]) == ((), ("5 dots", "12 dots"))
    assert figures("“Register” took third place.", [VOTE]).unsure == ("third place",)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("All groups want a budget line.", "All groups"),
        ("All three groups want it.", "All three"),
        ("Every group wants it.", "Every group"),
        ("Everybody wants it.", "Everybody wants"),
        ("Tous les groupes le veulent.", "Tous les groupes"),
        ("Todos los grupos lo quieren.", "Todos los grupos"),
        ("Все группы хотят этого.", "Все группы"),  # noqa: RUF001  Russian
        ("كل المجموعات تريد ذلك", "كل المجموعات"),
        ("Half of the groups want it.", "Half of the groups"),
        ("Two thirds of the groups want it.", "Two thirds of the groups"),
        ("Two thirds want it.", "Two thirds"),
        ("Most groups want it.", "Most groups"),
        ("A majority wants it.", "A majority"),
        ("La moitié des groupes le veut.", "La moitié des groupes"),
        ("A dozen groups want it.", "A dozen groups"),
        ("Both groups want it.", "Both groups"),
        ("Thirty-seven people want it.", "Thirty-seven people"),
        ("In forty places they want it.", "forty"),
        ("Trois groupes le veulent.", "Trois groupes"),
        ("Tres grupos lo quieren.", "Tres grupos"),
        ("Duas pessoas querem.", "Duas pessoas"),
        ("Две группы хотят этого.", "Две группы"),
        ("ثلاث مجموعات تريد ذلك", "ثلاث مجموعات"),
        ("مجموعتان تريدان ذلك", "مجموعتان"),
        ("Three groups want it.", "Three groups"),
        ("66 % of the groups want it.", "66 %"),
    ],
)
def test_one_point_of_one_group_speaks_for_no_more(text: str, wrong: str) -> None:
    """In words of seven languages, in parts of a whole, and where all are meant."""
    assert figures(text, [POINT]).wrong == (wrong,)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A third of the groups wants a budget line.", POINT),
        ("One of three groups wants it.", POINT),
        ("Two thirds of the groups want it.", THEME),
        ("A majority of the groups, 67 %, wants it.", THEME),
        ("La mayoría de los grupos, dos de los tres grupos, lo quiere.", THEME),
        ("A maioria dos grupos quer.", THEME),
        ("2 groupes sur 3 le veulent.", THEME),
        ("Две из трёх групп хотят этого.", THEME),
        ("مجموعتان تريدان ذلك", THEME),
        ("Of the three groups, two want it; both groups have 12 forms.", THEME),
        ("They want that all groups can come.", THEME),
        ("All groups, all three groups, everybody wants it.", WHOLE),
        ("Every age group and all groups of survivors matter most.", POINT),
        ("Nobody leads, and everyone who can read it is once more left out.", POINT),
        ("First things first: one is a beginning.", POINT),
        ("Opinions do not agree on “Separate plan”; there is no consensus.", OPPOSED),
    ],
)
def test_what_is_true_or_no_number_at_all_is_left_alone(text: str, source: Source) -> None:
    """So that false alarms stay rare."""
    assert figures(text, [source]) == ((), ())


@pytest.mark.parametrize(
    ("text", "unsure", "source"),
    [
        ("Half of the ministries want it.", "Half", POINT),
        ("The majority of ministries want it.", "The majority", POINT),
        ("Two ministries quarrel.", "Two", POINT),
        ("A dozen forms exist.", "A dozen", POINT),
        ("It was the 7th meeting.", "7th", POINT),
        ("No group has money.", "No group", THEME),
        ("The three groups want it.", "three groups", THEME),
        ("All groups want it.", "All groups", OPPOSED),
        ("Opinions agree on “Separate plan”.", "agree", OPPOSED),
        ("Groups agree on “Register”.", "agree", VOTE),
        ("Everybody voted.", "Everybody voted", VOTE),
    ],
)
def test_what_no_count_can_decide_is_to_be_read_again(text: str, unsure: str, source: Source) -> None:
    """It is no fault."""
    assert figures(text, [source]) == ((), (unsure,))


def test_groups_of_several_points_are_counted_together() -> None:
    """Three points of three groups are all groups; the same number is not one of each."""
    points = [
        Source(key=g, name=g, title="", groups=frozenset({g}), answered=3, counts=POINT.counts)
        for g in ("g1", "g2", "g3")
    ]
    assert figures("All groups, all three groups, 3 of 3 groups want it.", points) == ((), ())
    assert figures("All groups want it.", points[:2]).wrong == ("All groups",)
