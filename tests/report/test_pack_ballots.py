"""Ballot papers: the items as on the screen, room for what each method asks, as many papers as a page holds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_pack import ITEMS, printed, votes
from rendered import text_of

from vaexercise.model.vote import Vote, VoteItem
from vaexercise.report.pack.ballots import ballots

DOTS, AGREEMENT, NGT, RANKING = votes()


def papers(vote: Vote, *, people: int = 0, large_print: bool = False) -> int:
    """How many papers stand on the page."""
    return sum(s.level == 3 for s in ballots([vote], people=people, large_print=large_print).sections)


def words(vote: Vote, *, people: int = 0) -> str:
    """What stands there, each white space once."""
    return " ".join(text_of(".txt")(printed(ballots([vote], people=people))).split())


@pytest.mark.parametrize("vote", votes(), ids=lambda vote: vote.method)
def test_items_have_the_numbers_that_they_have_on_the_screen(vote: Vote) -> None:
    """In their order, on every paper, below a rule that says how to fill it in and not to sign it."""
    text = words(vote)
    first = text.split(f"Vote {vote.name}: ")[1]
    places = [first.index(f"{n}{mark}{title}") for n, title in enumerate(ITEMS, start=1) for mark in (" ", ": ")
              if f"{n}{mark}{title}" in first]  # fmt: skip
    assert places == sorted(places)
    assert len(places) == len(ITEMS)
    assert text.count("Do not write your name.") == papers(vote)


def test_dots_have_a_box_each() -> None:
    """As many beside an item as may stand there; where those are many, room for a number."""
    assert "You have 3 dots, at most 2 for one item" in words(DOTS)
    assert "Survivors in the review Dots: [_] [_] 3 " in words(DOTS)
    assert "for one item or for several" in words(replace(DOTS, cap=3))
    assert "You have 1 dot: tick one box." in words(replace(DOTS, budget=1, cap=1))
    assert "Survivors in the review Dots: ____" in words(replace(DOTS, budget=9, cap=9))


def test_agreement_has_eleven_boxes_for_each_item() -> None:
    """From 0 to 10."""
    text = words(AGREEMENT).replace("\N{NO-BREAK SPACE}", " ")
    assert "[_] 0 [_] 1 [_] 2 [_] 3 [_] 4 [_] 5 [_] 6 [_] 7 [_] 8 [_] 9 [_] 10" in text
    assert text.count("[_] 10") == len(ITEMS) * papers(AGREEMENT)


def test_an_order_has_a_place_for_each_number() -> None:
    """All items in a ranking, the first few in a nominal group."""
    for vote, places in ((RANKING, 3), (NGT, 2)):
        page = text_of(".html")(printed(ballots([vote])))
        assert page.count('class="place"') == places * papers(vote)


def test_the_page_says_how_often_to_print_it() -> None:
    """So often that everybody who may vote has a paper; nothing where nobody knows who may."""
    many = papers(DOTS)
    assert f"40 people may vote: print the page {-(-40 // many)} times." in words(DOTS, people=40)
    assert "may vote" not in words(DOTS, people=many)
    assert "may vote" not in words(DOTS)


def test_long_ballots_and_large_print_leave_fewer_on_a_page() -> None:
    """Down to one; a long title takes more room as well."""
    long = replace(DOTS, items=tuple(VoteItem(f"i{n}", f"Item {n}") for n in range(40)))
    wordy = replace(DOTS, items=tuple(VoteItem(f"i{n}", "word " * 40) for n in range(3)))
    assert papers(long) == 1
    assert papers(wordy) < papers(DOTS)
    assert papers(DOTS, large_print=True) < papers(DOTS)
