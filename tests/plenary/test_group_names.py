"""Names of groups are found in what people say, in their languages; ordinary sentences are left alone."""

from __future__ import annotations

import pytest

from vaexercise.plenary.public.group_names import group_names, without_group_names
from vaexercise.plenary.public.scrubbing import GROUP, Scrubber


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("In group 2 they laughed", "In [a group] they laughed"),
        ("group 1 is right", "[a group] is right"),
        ("GROUP 3", "[a group]"),
        ("Working group two", "[a group]"),
        ("the second group", "the [a group]"),
        ("our 3rd group", "our [a group]"),
        ("Group B thinks so", "[a group] thinks so"),
        ("groups 1, 2 and 3 agree", "[a group] agree"),
        ("Groupe 2 a dit", "[a group] a dit"),
        ("le deuxième groupe", "le [a group]"),
        ("groupes 2 et 3", "[a group]"),
        ("dijo el grupo 2", "dijo el [a group]"),
        ("el grupo de trabajo n.º 3", "el [a group]"),
        ("o grupo dois", "o [a group]"),
        ("المجموعة 2", "[a group]"),
        ("في المجموعة الثانية", "في [a group]"),
        ("والمجموعة رقم ٣", "[a group]"),
        ("группа 2 сказала", "[a group] сказала"),
        ("в группе № 3", "в [a group]"),
        ("вторая группа", "[a group]"),
        ("ក្រុមទី២", "[a group]"),
    ],
)
def test_a_group_is_not_named_in_any_letters_or_language(text: str, left: str) -> None:
    """The public versions that promise it have something else in its place."""
    assert Scrubber([]).text(text) == left
    assert without_group_names(text, GROUP) == left
    assert list(group_names(text))


@pytest.mark.parametrize(
    "text",
    [
        "2 of 3 groups, 4 points",
        "3 groups. 2 skipped it",
        "One group said so",
        "children in the age group 5 to 9",
        "chaque groupe un rapporteur",
        "self-help groups reach 10 % more",
        "groups 10 % larger",
        "в группах поддержки",
        "مجموعات الدعم",
    ],
)
def test_ordinary_sentences_stay_as_they_are(text: str) -> None:
    """Numbers beside the word are not its name."""
    assert without_group_names(text, GROUP) == text
    assert list(group_names(text)) == []


@pytest.mark.parametrize("text", ["WG2 said so", "at table 3", "in group one", "our group", "le dernier groupe", "g2"])
def test_what_may_be_a_group_is_found_and_left(text: str) -> None:
    """It may be something else: somebody has to look."""
    assert without_group_names(text, GROUP) == text
    assert list(group_names(text))
