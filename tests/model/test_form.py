from __future__ import annotations

import pytest

from vaexercise.model.form import Blank, Form, Item, Value, is_asked, is_filled, label_of, notices, shown, spoken

CHOICES = (Item(id="r", label={"en": "Roads", "fr": "Routes"}), Item(id="s", label="Schools"))
ONE = Blank(name="one", label={"en": "First", "fr": "D'abord"}, kind="one", choices=CHOICES, required=True)
ORDER = Blank(name="order", label="Order", kind="order", choices=CHOICES, least=2, most=2)
FAR = Blank(name="far", label="How far", kind="number", unit="km", only_if=("one", ("r",)), required=True)


@pytest.mark.parametrize(
    ("blank", "value", "words"),
    [
        (ONE, "r", "Routes"),
        (ONE, "own words", "own words"),
        (ORDER, ("s", "r"), "1 Schools, 2 Routes"),
        (Blank(name="m", label="M", kind="many", choices=CHOICES), ("s", "x"), "Schools, x"),
        (FAR, 0, "0 km"),
        (FAR, "12.50", "12.50 km"),
        (FAR, "", ""),
        (ORDER, (), ""),
    ],
)
def test_shown(blank: Blank, value: Value, words: str) -> None:
    """A value is shown in words, with its unit; nothing is shown as nothing."""
    assert shown(blank, value, "fr") == words


def test_label_in_a_language() -> None:
    """A choice has a label in the language asked for, else in one that it has."""
    assert label_of(ONE, "r", "fr") == "Routes"
    assert label_of(ONE, "r", "km") == "Roads"


def test_spoken() -> None:
    """A single blank is spoken bare; several have their labels; what is empty is not spoken."""
    assert spoken(Form(blanks=(ONE,)), {"one": "s"}) == "Schools"
    assert spoken(Form(blanks=(ONE, ORDER, FAR)), {"one": "r", "order": (), "far": 0}, "fr") == (
        "D'abord: Routes; How far: 0 km"
    )
    assert spoken(Form(blanks=(ONE,), extras=(ORDER,)), {"one": "r", "order": ("r",)}) == "Roads (Order: 1 Roads)"
    assert spoken(Form(blanks=()), {"one": "r"}) == ""


def test_filled() -> None:
    """Zero is something; an empty word, an empty choice and a missing one are nothing."""
    assert is_filled(FAR, {"far": 0})
    assert not any(is_filled(FAR, values) for values in ({"far": ""}, {"far": ()}, {}))


def test_asked() -> None:
    """A blank is asked if the other one holds, or has among its choices, a value that it waits for."""
    assert is_asked(ONE, {})
    assert is_asked(FAR, {"one": "r"})
    assert is_asked(FAR, {"one": ("s", "r")})
    assert not any(is_asked(FAR, values) for values in ({"one": "s"}, {"one": ()}, {}))
    assert is_asked(Blank(name="b", label="B", only_if=("n", ("3",))), {"n": 3})


def test_notices() -> None:
    """Required blanks that are empty are noticed if they are asked, and counts that were not hoped for."""
    form = Form(blanks=(ONE, ORDER, FAR))
    assert list(notices(form, {"order": ("r",)}, "fr")) == [
        "“D'abord” is still empty.",
        "“Order”: 1 places taken, at least 2 asked for.",
    ]
    assert list(notices(form, {"one": "r"})) == ["“How far” is still empty."]
    assert not list(notices(form, {"one": "s"}))
