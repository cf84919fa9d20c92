"""One line that answers many items."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.capture.bulk import advice, bulk, spans
from vaexercise.errors import Unreadable
from vaexercise.model.form import Blank, Item

SCALE = tuple(Item(id=word, label=word) for word in ("yes", "partly", "no"))
OTHER_SCALE = tuple(Item(id=word, label=word) for word in ("good", "bad"))
ITEMS = tuple(Blank(name=f"i{n}", label=f"Item {n}", kind="one", choices=SCALE) for n in range(1, 7))
OTHERS = Blank(name="other", label="Others", kind="text")


def named(text: str, *, at: int = 0, blanks: tuple[Blank, ...] = ITEMS, filled: str = "") -> tuple[str, str] | None:
    """The digits of the items that a line names, and what is said of them."""
    values = {f"i{n}": "yes" for n in filled}
    found = bulk(blanks, blanks[at], values, text)
    return found and ("".join(blank.name[-1] for blank in found[0]), found[1])


@pytest.mark.parametrize(
    ("text", "items", "what"),
    [
        ("1-5 yes", "12345", "yes"),
        ("1 - 3 , 6 not at all", "1236", "not at all"),
        ("2,2 no", "22", "no"),
        ("ALL partly", "123456", "partly"),
        ("rest no", "2456", "no"),
        ("4 2", "4", "2"),
    ],
)
def test_a_line_names_items_and_what_is_said_of_them(text: str, items: str, what: str) -> None:
    """By numbers, ranges, `all`, and `rest` for those that are still empty."""
    assert named(text, filled="13") == (items, what)


@pytest.mark.parametrize("text", ["yes", "1", "1-3", "all", "rest", "allyes", "1-3-5 yes", "1;2 yes", "", "no 1"])
def test_any_other_line_answers_just_one_item(text: str) -> None:
    """It is left to the item that it is typed at."""
    assert named(text) is None


@pytest.mark.parametrize("text", ["7 yes", "0 yes", "3-9 yes", "5-2 yes", "1-99999999999999999999 yes", "00001 yes"])
def test_a_number_that_no_item_has_is_refused(text: str) -> None:
    """The sentence says which there are."""
    with pytest.raises(Unreadable, match=r"The items are 1 to 6\."):
        named(text)


def test_only_items_with_the_same_choices_are_meant() -> None:
    """Where columns alternate, `all` means those like the one it is typed at, and others are refused."""
    mixed = tuple(
        blank for n in (1, 2) for blank in (ITEMS[n], Blank(name=f"o{n}", label="", kind="one", choices=OTHER_SCALE))
    )
    assert named("all yes", blanks=mixed) == ("23", "yes")
    assert named("all good", at=1, blanks=mixed) == ("12", "good")
    with pytest.raises(Unreadable):
        named("2 yes", blanks=mixed)


def test_at_the_words_that_end_a_list_its_items_are_meant() -> None:
    """`3 no` typed there is a slip that is understood; words with a number in front stay words."""
    blanks = (*ITEMS, OTHERS)
    assert named("3 no", at=6, blanks=blanks) == ("3", "no")
    assert named("3 village councils: no", at=6, blanks=blanks) is None
    assert named("all of them", at=6, blanks=blanks) is None
    assert named("1 yes", at=1, blanks=(ITEMS[0], OTHERS)) is None


def test_advice_is_given_for_three_items_or_more() -> None:
    """It names the first and the last choice; two items are quicker by themselves."""
    assert advice(ITEMS, "en").startswith("Several at once: 1-3 yes, or rest no.")
    assert advice(ITEMS[:2], "en") == ""
    assert advice((OTHERS,), "en") == ""


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([], ""), ([4], "4"), ([1, 2], "1, 2"), ([1, 2, 3, 5, 8, 7], "1 to 3, 5, 7, 8"), ([2, 2], "2")],
)
def test_numbers_in_words(numbers: list[int], words: str) -> None:
    """Three in a row are a span; fewer are said one by one."""
    assert spans(numbers) == words


@settings(deadline=None)
@given(st.text())
def test_no_line_is_too_strange(text: str) -> None:
    """Any text names items, or none, or is refused; nothing else happens."""
    found = None
    with suppress(Unreadable):
        found = named(text)
    assert found is None or set(found[0]) <= set("123456")
