"""Report-back cards as reports: golden files, hostile text, one idea at a time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from rendered import TEXTS, text_of

from vaexercise.plenary.report_back import Card, Cards, Item, Repeated, Said
from vaexercise.report import plain, terminal
from vaexercise.report.cards import as_lines, build_cards, ideas

GOLDEN = Path(__file__).parents[1] / "data" / "report-back"
OVERWRITE = "VAEXERCISE_OVERWRITE_GOLDEN"
HOSTILE = ("[/b] [red]x[/red]", "<script>alert(1)</script>", "=cmd()", "\x1b[31mred\x1b[0m", "\u202eturned", "w" * 5000)

CARD = Card(
    group="g2",
    reporters=("Ines Valtora",),
    headlines=(
        Item(code="G2-Q1-01", text="No money is set aside"),
        Item(
            code="G2-Q1-02",
            text="Les données n’arrivent pas",
            language="fr",
            beside="[translation: The data do not arrive] (divided)",
            already=(
                Repeated("G1-Q1-03", "g1", "likely the same as G1-Q1-03 (data, ministr-)"),
                Repeated("G3-Q1-01", "g3", "in the theme “Data” with G3-Q1-01", decided=True),
            ),
            comments=(Said("g3", "With us, too"), Said("plenary", "Not in all ministries")),
        ),
    ),
    actions=(Item(code="G2-Q5-01", text="Invite the networks (Focal point; by 2026-09-30)"),),
    more=2,
    withheld=1,
    left_open=("Not discussed: Q3", "Skipped: Q4, Q6"),
    others=(Item(code="G2-Q1-05", text="Roads are bad", comments=(Said("g1", "Yes"),)),),
    words=700,
    seconds=382,
    allowed=5,
    discussion=15,
)
CARDS = Cards(
    cards=(CARD, Card(group="g1", allowed=5)),
    order="Group 2, Group 1. It rotates: at the next session Group 1 begins.",
    time="2 groups, 5 minutes each, then 15 minutes of discussion: 25 minutes in all.",
)


def rendered(name: str) -> str:
    report = build_cards(CARDS, occasion="An invented day", prompt="Q1 What is hard?")
    if name == "terminal.txt":
        return terminal.render(report, 60)
    if name == "narrow.txt":
        return plain.render(report, 40)
    return text_of(Path(name).suffix)(report)


@pytest.mark.parametrize("name", ["cards.txt", "cards.md", "cards.html", "cards.json", "terminal.txt", "narrow.txt"])
def test_cards_look_as_somebody_last_read_them(name: str) -> None:
    """Character by character, in each format and width."""
    path, made = GOLDEN / name, rendered(name)
    if OVERWRITE in os.environ:
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_only_text_on_a_card(words: str) -> None:
    """In what was said, in comments, in names and in the title of a theme."""
    item = Item(code="G1-Q1-01", text=words, already=(Repeated("G2", "g2", words),), comments=(Said("g2", words),))
    found = Cards(cards=(Card(group="g1", reporters=(words,), headlines=(item,)),), order="", time="")
    report = build_cards(found, occasion=words)
    for text in (*(text_of(ending)(report) for ending in TEXTS), terminal.render(report)):
        assert not set(text) & {"\x1b", "\u202e"}
    assert "<script" not in text_of(".html")(report)
    assert "<script" not in text_of(".md")(report).replace("\\<script", "")


def report_card(text: str) -> Card:
    return Card(group="g1", headlines=(Item(code="G1-Q1-01", text=text),))


def test_one_idea_at_a_time() -> None:
    """Headlines, then actions, each with its place; what it has beside it comes with it; last what stays open."""
    found = list(ideas(CARD))
    assert [place for place, _ in found] == [
        "Group 2, headline 1 of 2",
        "Group 2, headline 2 of 2",
        "Group 2, action 1 of 1",
        "Group 2, left open",
    ]
    assert [line.code for line in found[1][1]] == [
        "G2-Q1-02",
        "Perhaps said",
        "Already said",
        "Group 3 says",
        "The plenary says",
    ]


def test_a_card_as_lines_is_not_wrapped() -> None:
    """Whoever shows it knows the width; its head is the group, who reports, and the time."""
    long = "word " * 400
    assert f"G1-Q1-01: {long.strip()}" in as_lines(report_card(long))
    assert as_lines(CARD, head=True).splitlines()[0] == "Group 2"
    assert "Headlines" not in as_lines(CARD, head=True)
    assert "leave something out" in as_lines(CARD, head=True)
