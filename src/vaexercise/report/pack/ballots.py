"""Ballot papers of open votes: the items with the numbers that they have on the screen, several papers a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import count, say, spoken
from vaexercise.model.plenary import Line, Lines
from vaexercise.plenary.votes.agreement import HIGHEST
from vaexercise.report.model import Field, FieldRow, Fields, FieldTable, Section, Words
from vaexercise.report.pack.pack import Part, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.vote import Vote
    from vaexercise.report.model import Block

PAGE, PAGE_LARGE = 30, 14
"""About so many rows fit on a page, in normal and in large print."""
AROUND, AROUND_ORDER = 6, 8
"""Rows that a paper has besides its items: where boxes are ticked, and where numbers are written in order."""
IN_A_ROW = 40
"""About so many letters of an item fit in a row."""
MOST_BOXES = 5
"""More dots than that are written as a number."""


def ballots(votes: Sequence[Vote], *, people: int = 0, large_print: bool = False) -> Part:
    """For each vote a page of papers to cut apart; `people` may vote, 0 if nobody knows how many."""
    sections = tuple(section for vote in votes for section in _page(vote, people, large_print=large_print))
    return Part(sections, [_data(vote) for vote in votes])


def _page(vote: Vote, people: int, *, large_print: bool) -> Iterator[Section]:
    room = PAGE_LARGE if large_print else PAGE
    around = AROUND if vote.method in {"dots", "agreement"} else AROUND_ORDER
    rows = around + sum(1 + len(item.title) // IN_A_ROW for item in vote.items)
    papers = max(1, room // rows)
    yield Section(
        label=say("Ballot papers, vote {number}", number=vote.name),
        heading=vote.title,
        anchor=f"ballots-{vote.name}",
        blocks=(words(_how_many(papers, people)),),
        new_page=True,
    )
    for number in range(1, papers + 1):
        yield Section(
            label=say("Vote {number}", number=vote.name),
            heading=vote.title,
            anchor=f"ballot-{vote.name}-{number}",
            level=3,
            blocks=(words(_how(vote)), *_to_fill(vote)),
        )


def _how_many(papers: int, people: int) -> str:
    """For whoever prints them."""
    here = count(papers, "{n} paper on this page.", "{n} papers on this page, to cut apart.")
    if not people:
        return here
    pages = -(-people // papers)
    needed = count(
        people,
        "{n} person may vote: print the page {pages} times.",
        "{n} people may vote: print the page {pages} times.",
        pages=pages,
    )
    return f"{here} {needed}" if pages > 1 else here


def _how(vote: Vote) -> str:
    """How the paper is filled in."""
    if vote.method == "agreement":
        return say(
            "Tick one number for each item: 0 means no, 10 means fully. You may leave items out. "
            "Do not write your name."
        )
    if vote.method == "ranking":
        return say("Write the numbers of the items in your order, the most important first. Do not write your name.")
    if vote.method == "ngt":
        return count(
            vote.budget,
            "Write the number of the item that is most important to you. Do not write your name.",
            "Write the numbers of up to {n} items, the most important first. Do not write your name.",
        )
    if vote.cap < vote.budget:
        return say(
            "You have {n} dots, at most {most} for one item: tick a box for each. Do not write your name.",
            n=vote.budget,
            most=vote.cap,
        )
    return count(
        vote.budget,
        "You have {n} dot: tick one box. Do not write your name.",
        "You have {n} dots, for one item or for several: tick a box for each. Do not write your name.",
    )


def _to_fill(vote: Vote) -> Iterator[Block]:
    if vote.method == "dots":
        yield _table(vote, (Words(say("Dots"), spoken()),), _dots(vote))
    elif vote.method == "agreement":
        scale = tuple(Words(str(score)) for score in range(HIGHEST + 1))
        yield _table(vote, scale, tuple(Field(boxes=(score,)) for score in scale))
    else:
        lines = tuple(Line(code=str(n), text=item.title) for n, item in enumerate(vote.items, start=1))
        yield Lines(title=say("Items"), lines=lines)
        places = vote.budget if vote.method == "ngt" else len(vote.items)
        yield Fields(fields=(Field(label=Words(say("Numbers of the items"), spoken()), places=places),))


def _dots(vote: Vote) -> tuple[Field, ...]:
    """A box for each dot; room for a number where there would be too many boxes."""
    return (Field(boxes=(Words(""),) * vote.cap if vote.cap <= MOST_BOXES else ()),)


def _table(vote: Vote, columns: tuple[Words, ...], cells: tuple[Field, ...]) -> FieldTable:
    rows = tuple(
        FieldRow(code=str(n), label=Words(item.title), cells=cells) for n, item in enumerate(vote.items, start=1)
    )
    return FieldTable(heads=(say("No."), say("Item")), columns=columns, rows=rows)


def _data(vote: Vote) -> dict[str, object]:
    return {"vote": vote.name, "title": vote.title, "method": vote.method, "items": [i.title for i in vote.items]}
