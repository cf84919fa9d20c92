"""An idea on as many slides as it needs: letters as large as they fit, few things a slide, long texts in pieces."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from vaexercise.model.text import shortened
from vaexercise.report.model import Picture, Words
from vaexercise.report.slides.model import Entries, Entry, Lengths, Slide
from vaexercise.report.slides.room import GAP, HEIGHT, OVER, SMALL, cut, entry_height, height

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from vaexercise.report.slides.model import Body, Idea

SIZES = (44, 38, 33, 29, 26, 23)
"""Sizes of letters, in tenths of a hundredth of the screen's width."""
FINE, SMALLEST = 26, SIZES[-1]
"""Several things stand on several slides rather than in smaller letters than the first; none is in smaller than
the second."""
HEADS, OPENINGS = (44, 38, 33, 29), (68, 60, 52, 44, 38, 33, 29)
"""Sizes of headings."""
HEAD_ROOM, OPENING_ROOM = 13.0, 26.0
"""How high a heading may be. A longer one is shortened, and stands whole below."""
SHORT = 90
"""Letters of a heading that is shortened."""
MOST, MOST_TILES, MOST_BARS = 4, 6, 7
"""So many things stand on a slide at most."""
BAR_LABELS, TILE = 48.0, 26.0
"""Width of what a bar is called, and of a tile."""

T = TypeVar("T")


class Group(NamedTuple):
    """What stands together on a slide, and the size of its letters."""

    size: int
    body: Body


def parted(idea: Idea) -> list[Slide]:
    """The slides of an idea, one at least."""
    idea = _short(idea)
    head, groups = _headed(idea)
    return [
        Slide(idea=idea, body=body, size=size, head=head, part=part, parts=len(groups))
        for part, (size, body) in enumerate(groups, start=1)
    ]


def _short(idea: Idea) -> Idea:
    """The idea with a heading that fits a screen."""
    sizes, room = _heads(idea)
    if height(idea.heading.text, sizes[-1] / 10) <= room:
        return idea
    return replace(idea, heading=Words(shortened(idea.heading.text, SHORT), idea.heading.language), body=_whole(idea))


def _heads(idea: Idea) -> tuple[tuple[int, ...], float]:
    """The sizes that its heading may have, and its room."""
    return (OPENINGS, OPENING_ROOM) if idea.opening else (HEADS, HEAD_ROOM)


def _headed(idea: Idea) -> tuple[int, list[Group]]:
    """The size of its heading, and the slides below: that of an opening leaves room for all, if it can."""
    sizes, room = _heads(idea)
    text = idea.heading.text
    made = []
    for head in sizes:
        high = height(text, head / 10)
        if high <= room or head == sizes[-1]:
            made.append((head, list(_groups(idea.body, HEIGHT - OVER - high - GAP))))
            if not idea.opening or len(made[-1][1]) == 1:
                return made[-1]
    return made[0]


def _whole(idea: Idea) -> Body:
    """The body with the whole heading before it; pictures and bars say in their own words what they are."""
    if not isinstance(idea.body, Entries):
        return idea.body
    whole = Entry(text=idea.heading.text, language=idea.heading.language)
    return Entries(entries=(whole, *idea.body.entries))


def _groups(body: Body, room: float) -> Iterator[Group]:
    if isinstance(body, Picture):
        yield Group(SMALLEST, body)
    elif isinstance(body, Lengths):
        yield from _bars(body, room)
    elif body.tiles and all(entry_height(entry, FINE / 10, TILE) <= room / 2 for entry in body.entries):
        size = next(s for s in SIZES if all(entry_height(entry, s / 10, TILE) <= room / 2 for entry in body.entries))
        for number in range(0, len(body.entries), MOST_TILES):
            yield Group(size, replace(body, entries=body.entries[number : number + MOST_TILES]))
    else:
        whole = [piece for entry in body.entries for piece in broken(entry, room)]
        for size, entries in _shared(whole, entry_height, room, MOST, FINE):
            yield Group(size, Entries(entries=tuple(entries)))


def _bars(body: Lengths, room: float) -> Iterator[Group]:
    """Bars; where what one is called is very long, words with numbers instead."""
    if any(_bar_height(row, SMALLEST / 10) > room / 2 for row in body.rows):
        entries = tuple(Entry(text=label, facts=((body.unit, str(number)),)) for label, number in body.rows)
        yield from _groups(Entries(entries=entries), room)
        return
    for size, rows in _shared(body.rows, _bar_height, room - SMALL * 2, MOST_BARS, SMALLEST):
        yield Group(size, replace(body, rows=tuple(rows)))


def _bar_height(row: tuple[str, int], size: float) -> float:
    return height(row[0], size, BAR_LABELS) + GAP


def _shared(
    things: Sequence[T], cost: Callable[[T, float], float], room: float, most: int, fine: int
) -> Iterator[tuple[int, Sequence[T]]]:
    """Things on slides, about as many on each; those of a slide in the largest letters that fit."""
    heights = [cost(thing, fine / 10) for thing in things]
    groups = _packed(heights, room, most)
    even = _packed(heights, room, ceil(len(things) / len(groups)))
    for start, end in even if len(even) == len(groups) else groups:
        group = things[start:end]
        fits = (size for size in SIZES if sum(cost(thing, size / 10) for thing in group) <= room)
        yield next(fits, SMALLEST), group


def _packed(heights: Sequence[float], room: float, most: int) -> list[tuple[int, int]]:
    """Where each slide begins and ends that holds as many things as fit, and one at least."""
    starts, used = [0], 0.0
    for place, high in enumerate(heights):
        if place > starts[-1] and (place - starts[-1] == most or used + high > room):
            starts.append(place)
            used = 0.0
        used += high
    return list(pairwise([*starts, len(heights)]))


def broken(entry: Entry, room: float) -> Iterator[Entry]:
    """The entry; one that is too long for a slide in pieces, the last with what stands below, if that fits."""
    size = SMALLEST / 10
    if entry_height(entry, size) <= room:
        yield entry
        return
    plain = Entry(language=entry.language)
    *pieces, last = cut(entry.text, size, room - GAP - SMALL * 2) or [""]
    for place, text in enumerate(pieces):
        yield replace(plain, text=text, star=entry.star and not place)
    ending = replace(entry, text=last, star=entry.star and not pieces)
    if entry_height(ending, size) <= room:
        yield ending
        return
    yield from _apart(ending, room)


def _apart(entry: Entry, room: float) -> Iterator[Entry]:
    """An entry, then all that stands below it as entries of their own."""
    plain, size = Entry(language=entry.language), SMALLEST / 10
    if entry.text:
        yield replace(plain, text=entry.text, star=entry.star)
    yield from (Entry(code=code) for code in cut(entry.code, SMALL, room - GAP))
    yield from (replace(plain, text=text) for text in cut(entry.beside, size, room - GAP))
    for label, value in entry.facts:
        yield from (replace(plain, facts=((label, text),)) for text in cut(value, SMALL, room - GAP - SMALL * 4))
