"""Quotes in a sentence against the words of its sources."""

from __future__ import annotations

import pytest

from vaexercise.plenary.quotes import without_quotes, wrong_quotes

SAID = (
    "There is no budget line, so nobody travels to the villages",
    "Survivors' networks",
    "لا توجد ميزانية",
    "គ្មានថវិកាសម្រាប់",
)


@pytest.mark.parametrize(
    "text",
    [
        "They say “there is no budget line”.",
        "They say “no budget line, so nobody travels.”",
        'They say "Nobody travels to the villages".',
        "They say « nobody travels » and „no budget line“.",
        "“There is no budget line […] to the villages”",
        "“There is no … villages”",
        "“survivors’ networks”",
        "“There is no money” [edited] is what they mean.",
        "“لا توجد”",
        "“ថវិកា”",
        "“”",
        "They say 'no budget line, so nobody travels'.",
        "‘nobody travels to the villages’",  # noqa: RUF001  the marks themselves
        "'There is no money' [edited] is what they mean.",
        "‘Survivors’ networks’ are ‘not there’.",  # noqa: RUF001  the marks themselves
        "The survivors' networks and the ministries' plan are for the states' review.",
        "L'accès aux données et l'eau qu'il faut",
        "No quote at all.",
    ],
)
def test_words_of_a_source_may_be_quoted(text: str) -> None:
    """Whatever the quotation marks; with what is left out marked; or changed, and marked as edited."""
    assert wrong_quotes(text, SAID) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("“There is no money”", "There is no money"),
        ("“here is a budget line”", "here is a budget line"),
        ("“budget li”", "budget li"),
        ("“to the villages […] a budget line”", "to the villages […] a budget line"),
        ("“There is a budget line, survivors”", "There is a budget line, survivors"),
        ("“No” and [edited] later", "No"),
        ('"There is no money"', "There is no money"),
        ("'There is no money' for it", "There is no money"),
        ("They say \u2018the survivors’ networks have no money’.", "the survivors’ networks have no money"),
    ],
)
def test_other_words_are_found(text: str, wrong: str) -> None:
    """Half a word, another order, words of two sources in one quote, a mark that does not follow at once."""
    assert wrong_quotes(text, ("There is a budget line, so nobody travels to the villages", "survivors")) == [wrong]


def test_a_mark_counts_only_right_after_its_quote() -> None:
    """Two quotes need two marks."""
    assert wrong_quotes("“one” and “two” [edited]", ()) == ["one"]


def test_what_is_quoted_can_be_left_out() -> None:
    """So that its numbers are not counted; the rest stays where it stood, as an apostrophe does."""
    assert without_quotes("a “b” c") == "a     c"
    assert without_quotes("a 'b c d' e") == "a         e"
    assert without_quotes("the survivors' and ministries' plan") == "the survivors' and ministries' plan"
