from __future__ import annotations

import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.errors import Unreadable
from vaexercise.model.form import Blank, BlankKind, Item, Value
from vaexercise.questions.choices import folded
from vaexercise.questions.reading import advice, read_typed

CHOICES = (
    Item(id="yes", label={"en": "Yes", "fr": "Oui"}),
    Item(id="partly", label={"en": "Partly", "fr": "En partie"}),
    Item(id="no", label="No"),
    Item(id="nets", label={"en": "Survivors, networks", "fr": "Réseaux"}),
)


def blank(kind: BlankKind, *, other: bool = False, required: bool = False, many: int = 4) -> Blank:
    return Blank(name="b", label="B", kind=kind, choices=CHOICES[:many], other=other, required=required)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("1", "yes"), ("2.", "partly"), ("٣", "no"), ("yes", "yes"), ("OUI", "yes"), ("reseaux", "nets"), ("p", "partly")],
)
def test_one(typed: str, meant: str) -> None:
    """A choice is recognised by number, id, label in any language without case and accents, or its beginning."""
    assert read_typed(blank("one"), f" {typed}\t") == meant


@pytest.mark.parametrize("typed", ["5", "0", "-1", "maybe", "e", "yes no"])
def test_not_one(typed: str) -> None:
    """What could be several choices, or none, is asked again with what to type."""
    two = Item(id="east", label="East")
    wide = Blank(name="b", label="B", kind="one", choices=(*CHOICES[:3], two))
    with pytest.raises(Unreadable, match=r"^Type a number from 1 to 4, or one of: Yes, Partly, No, East\.$"):
        read_typed(wide, typed)


def test_advice_in_a_language() -> None:
    """The advice names the choices in the language of who types."""
    with pytest.raises(Unreadable, match="one of: Oui, En partie, No"):
        read_typed(blank("one", many=3), "?", "fr")


def test_own_words() -> None:
    """Where own words are allowed they are kept, even if a label begins so; a bare number is a slip."""
    own = blank("one", other=True)
    assert read_typed(own, "the  choir") == "the choir"
    assert read_typed(own, "part") == "part"
    assert read_typed(own, "PARTLY") == "partly"
    assert read_typed(own, "\u0301") == "\u0301"
    with pytest.raises(Unreadable):
        read_typed(own, "7")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1,3", ("yes", "no")),
        ("3 1", ("yes", "no")),
        ("1-3", ("yes", "partly", "no")),
        ("1–2, 4", ("yes", "partly", "nets")),
        ("١،٣", ("yes", "no")),
        ("no, oui", ("yes", "no")),
        ("no oui", ("yes", "no")),
        ("1 2-3", ("yes", "partly", "no")),
        ("Survivors, networks", ("nets",)),
        ("no, survivors,networks, yes", ("yes", "no", "nets")),
        ("1, 1", ("yes",)),
        ("1,,", ("yes",)),
    ],
)
def test_many(typed: str, meant: tuple[str, ...]) -> None:
    """Several choices stand apart by commas or spaces, with ranges; each counts once."""
    assert read_typed(blank("many"), typed) == meant


@pytest.mark.parametrize("typed", ["1,7", "3-1", "0-2", "yes, maybe", "1-9"])
def test_not_many(typed: str) -> None:
    """One wrong choice among several makes all of them be asked again."""
    with pytest.raises(Unreadable, match=r"^Type numbers from 1 to 3, such as 1,2, or some of: Yes, Partly, No\.$"):
        read_typed(blank("many", many=3), typed)


def test_many_with_own_words() -> None:
    """Own words between commas come after the choices."""
    assert read_typed(blank("many", other=True), "the choir, 2, Radio Vale") == ("partly", "the choir", "Radio Vale")


def test_order() -> None:
    """An order is kept as typed, and nothing can have two places."""
    assert read_typed(blank("order"), "3 1 2") == ("no", "yes", "partly")
    with pytest.raises(
        Unreadable, match=r"^Each choice can have one place only\. Type numbers from 1 to 4, such as 2,1"
    ):
        read_typed(blank("order"), "3 1 3")


@pytest.mark.parametrize(
    ("typed", "number"), [("12", 12), ("12 km", 12), ("12,5KM", "12.5"), ("0", 0), ("100", 100), ("99.99", "99.99")]
)
def test_number(typed: str, number: int | str) -> None:
    """A number may bring its unit along, and may be the least or the most there is."""
    assert read_typed(Blank(name="b", label="B", kind="number", least=0, most=100, unit="km"), typed) == number


@pytest.mark.parametrize(
    ("least", "most", "unit", "typed", "sentence"),
    [
        (0, 10, "", "11", "Type a number from 0 to 10."),
        (1, None, "km", "0.9", "Type a number, 1 or more, in km."),
        (None, 9, "", "9.01", "Type a number, 9 or less."),
        (None, None, "", "many", "Type a number, such as 12 or 12.5."),
    ],
)
def test_not_the_number(least: int | None, most: int | None, unit: str, typed: str, sentence: str) -> None:
    """A number out of range is asked again, with the range."""
    asked = Blank(name="b", label="B", kind="number", least=least, most=most, unit=unit)
    with pytest.raises(Unreadable) as raised:
        read_typed(asked, typed)
    assert str(raised.value) == sentence
    assert raised.value.facts["typed"] == typed


def test_words() -> None:
    """Words are cleaned; a text keeps its lines and a line is one."""
    assert read_typed(Blank(name="b", label="B"), " a\x1b[31m\nb\u202e ") == "a b"
    assert read_typed(Blank(name="b", label="B", kind="text"), "a \r\n\n b\n") == "a\n\nb"


@pytest.mark.parametrize(("kind", "nothing"), [("line", ""), ("text", ""), ("one", ""), ("number", ""), ("many", ())])
def test_nothing(kind: BlankKind, nothing: Value) -> None:
    """An empty line is nothing, unless something is required."""
    assert read_typed(blank(kind), " \x00\n") == nothing
    with pytest.raises(Unreadable) as raised:
        read_typed(blank(kind, required=True), "")
    assert str(raised.value) == advice(blank(kind))


def test_advice_for_few_and_many_choices() -> None:
    """The advice fits the number of choices: none, one, and more than a sentence can carry."""
    assert advice(Blank(name="b", label="B", kind="one")) == "There is nothing to choose from."
    assert advice(Blank(name="b", label="B", kind="one", other=True)) == "Type some words."
    assert advice(blank("one", many=1)) == "Type 1, or one of: Yes."
    long = tuple(Item(id=f"i{n}", label=f"Item {n}") for n in range(9))
    assert advice(Blank(name="b", label="B", kind="one", choices=long)) == (
        "Type a number from 1 to 9, or the beginning of a name."
    )


KINDS: list[BlankKind] = ["line", "text", "one", "many", "order", "number"]
words = st.text(max_size=12) | st.sampled_from(["1", "2", "yes", "a, b", "1-2", "km"])
items = st.lists(
    st.builds(Item, id=words, label=words | st.dictionaries(st.sampled_from(["en", "fr"]), words)), max_size=5
)
blanks = st.builds(
    Blank,
    name=st.just("b"),
    label=st.just("B"),
    kind=st.sampled_from(KINDS),
    choices=items.map(tuple),
    other=st.booleans(),
    required=st.booleans(),
    least=st.none() | st.integers(-9, 9),
    most=st.none() | st.integers(-9, 99),
    unit=words,
)
typing = st.text() | st.lists(st.sampled_from([*"0123456789,.- ;\n\x1b٣", "yes", "km"]), max_size=30).map("".join)


@settings(deadline=None, max_examples=400)
@given(blanks, typing)
def test_nothing_but_unreadable(asked: Blank, typed: str) -> None:
    """Whatever is typed into whatever blank is read, or answered with a sentence."""
    value: Value | None = None
    with suppress(Unreadable):
        value = read_typed(asked, typed)
    assert value is None or isinstance(value, tuple) == (asked.kind in {"many", "order"})


distinct = st.lists(
    st.text(st.characters(categories=["L", "Nd", "Zs"], include_characters=",-"), min_size=1), min_size=1, max_size=6
).map(lambda labels: list({folded(label): label for label in labels if folded(label)}.values()))


@settings(deadline=None)
@given(distinct, st.sampled_from(["one", "many", "order"]), st.booleans())
def test_the_label_gives_the_choice(labels: list[str], kind: BlankKind, other: bool) -> None:  # noqa: FBT001
    """Typing a label gives that choice, whatever the label is and however it is written."""
    choices = tuple(Item(id=f"\ue000{n}", label=label) for n, label in enumerate(labels))
    asked = Blank(name="b", label="B", kind=kind, choices=choices, other=other)
    for choice in choices:
        for typed in (str(choice.label), str(choice.label).upper(), unicodedata.normalize("NFD", str(choice.label))):
            if folded(typed) == folded(str(choice.label)):
                assert read_typed(asked, typed) in (choice.id, (choice.id,))


def test_a_hundred_thousand_characters() -> None:
    """Very long input is read or refused like any other."""
    assert read_typed(blank("many"), "1," * 50_000) == ("yes",)
    assert len(str(read_typed(Blank(name="b", label="B"), "x" * 100_000))) == 100_000
    for kind in ("one", "many", "order", "number"):
        with pytest.raises(Unreadable):
            read_typed(blank(kind), "x, " * 33_000)
