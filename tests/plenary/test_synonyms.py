from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.errors import Problem, Problems
from vaexercise.plenary.synonyms import NONE, joined, read_synonyms
from vaexercise.plenary.tokens import normalised

LIST = """
# what the room says
PWD = PwDs = persons with disabilities

budget = presupuesto=funding
ពិការ = persons with disabilities
"""


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("PWD need funding", "persons with disabilities need funding"),
        ("The PWDs' budget.", "the persons with disabilities funding"),
        ("Presupuesto, budgets", "funding budgets"),
        ("pwdx xpwd", "pwdx xpwd"),
        ("ជនពិការភាព", "ជន persons with disabilities ភាព"),
        ("", ""),
    ],
)
def test_what_stands_left_is_read_as_what_stands_on_the_right(text: str, read: str) -> None:
    """Whole words only, in any case; in a script without spaces also within a run of letters."""
    assert read_synonyms(LIST).applied(normalised(text)) == read


def test_the_longest_expression_is_taken_and_nothing_is_replaced_twice() -> None:
    """Of two that fit, the longer; what was put in is not looked at again."""
    read = read_synonyms("a b = x\na b c = y\nx z = w")
    assert read.applied("a b c") == "y"
    assert read.applied("a b z") == "x z"


def test_all_that_is_wrong_is_said_by_line() -> None:
    """No equals sign, an empty side, two meanings, a chain: each with its line, at once."""
    with pytest.raises(Problems) as raised:
        read_synonyms("PWD\n= x\ny = !\na = b\na = c\nb = d\n[/e] = [bold]\n", "list.txt")
    assert str(raised.value).splitlines() == [
        "list.txt:1: has no equals sign. Write a line such as: PWD = persons with disabilities",
        "list.txt:2: has nothing to read on one side of an equals sign. Write a word on each side",
        "list.txt:3: has nothing to read on one side of an equals sign. Write a word on each side",
        'list.txt:4: "b" stands on the left in line 6. Write all that is equal in one line',
        'list.txt:5: "a" has another meaning in line 4. Keep one of the two',
    ]


def test_saying_the_same_twice_is_no_problem() -> None:
    """A line may be repeated, an expression may stand for itself, and two may have one meaning."""
    read = read_synonyms("a = b\nA = B\nc = b\nb = b\n")
    assert dict(read.meanings) == {"a": "b", "c": "b"}


@settings(deadline=None)
@given(st.text())
def test_without_a_list_nothing_changes(text: str) -> None:
    """An empty list, or one of remarks, leaves every text as it is."""
    assert NONE.applied(text) == read_synonyms("# a = b\n\n").applied(text) == text


@settings(deadline=None)
@given(st.text())
def test_any_file_is_read_or_refused_with_lines(text: str) -> None:
    """Whatever stands in it, the answer is a list or `Problems`."""
    wrong: tuple[Problem, ...] = ()
    try:
        read_synonyms(text)
    except Problems as error:
        wrong = error.problems
    assert all(problem.line for problem in wrong)


def test_of_two_lists_the_first_is_right() -> None:
    """Meanings of both hold; where they differ the first counts, and a meaning that leads on is followed."""
    both = joined(read_synonyms("cash = budget\nforum = meeting"), read_synonyms("budget = money\nforum = place"))
    assert dict(both.meanings) == {"cash": "money", "budget": "money", "forum": "meeting"}


def test_two_lists_that_lead_in_a_circle_still_mean_the_same() -> None:
    """A is b in one, b is a in the other: both are read as one and the same word."""
    both = joined(read_synonyms("b = a"), read_synonyms("a = b\nc = b"))
    assert len({both.applied(word) for word in ("a", "b", "c")}) == 1
