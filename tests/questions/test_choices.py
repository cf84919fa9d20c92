from __future__ import annotations

import pytest

from vaexercise.model.form import Item
from vaexercise.questions.choices import folded, items_of, joined


@pytest.mark.parametrize(
    ("one", "other"), [("École", "ecole"), ("STRASSE", "straße"), ("  a   b ", "a b"), ("كِتَاب", "كتاب"), ("١٢", "١٢")]
)
def test_folded_alike(one: str, other: str) -> None:
    """Case, accents, vowel marks and spaces make no difference."""
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("कि", "की"), ("កា", "កី"), ("no", "now")])
def test_folded_apart(one: str, other: str) -> None:
    """Signs that make another word do make a difference."""
    assert folded(one) != folded(other)


def test_items() -> None:
    """A word is its own id and label; the name of a list has no items yet."""
    assert items_of(("yes", Item(id="n", label="No"))) == (Item(id="yes", label="yes"), Item(id="n", label="No"))
    assert items_of("actors") == ()


def test_joined() -> None:
    """Two texts are joined in every language that one of them has."""
    assert joined("Row", "Column") == "Row – Column"
    assert joined({"en": "Row", "fr": "Ligne"}, "C") == {"en": "Row – C", "fr": "Ligne – C"}
