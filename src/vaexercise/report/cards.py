"""Report-back cards as a report: a page for each group, one thing to say a line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.messages import spoken
from vaexercise.model.groups import PLENARY, UNNAMED, group_name
from vaexercise.model.plain import to_plain
from vaexercise.model.plenary import Line, Lines
from vaexercise.model.text import counted
from vaexercise.report.clean import cleaned
from vaexercise.report.model import Block, Facts, Report, Section
from vaexercise.report.plain import render
from vaexercise.report.published import version_note
from vaexercise.report.texts import own, own_note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.model.privacy import Published
    from vaexercise.plenary.report_back import Card, Cards, Item

SCHEMA = "vaexercise/report-back/1"
TITLE = "Report-back"
UNWRAPPED = 1_000_000
"""Longer than any line."""


def build_cards(
    cards: Cards, *, occasion: str = "", prompt: str = "", large_print: bool = False, published: Published | None = None
) -> Report:
    """All cards; `occasion` is the workshop's title, `prompt` the question if they are of one.

    What may leave the room is `published`: it says so, and nothing of what is only for the room.
    """
    clean, occasion, prompt = cleaned((cards, occasion, prompt))
    return Report(
        title=TITLE,
        language=spoken(),
        subtitle=tuple(filter(None, [occasion, prompt, f"Order: {clean.order}" if clean.order else "", clean.time])),
        notes=tuple(version_note(published)),
        sections=tuple(card_section(card, public=published is not None) for card in clean.cards),
        large_print=large_print,
        data={"schema": SCHEMA, **to_plain(clean), **({"published": to_plain(published)} if published else {})},
    )


def card_section(card: Card, *, public: bool = False) -> Section:
    """One group's card; of a `public` one only what the group says, and what is said to it."""
    all_of_them = card.group == UNNAMED
    return Section(
        heading="All groups" if all_of_them else group_name(card.group),
        anchor="card-all" if all_of_them else f"card-{card.group}",
        blocks=tuple(_said(card) if public else _blocks(card)),
        new_page=True,
    )


def _said(card: Card) -> Iterator[Block]:
    for title, items in (("Headlines", card.headlines), ("Actions", card.actions)):
        if items:
            yield Lines(title=title, lines=tuple(lines_of(items)))


def _blocks(card: Card) -> Iterator[Block]:
    reporters = [("Reports", ", ".join(card.reporters))] if card.reporters else []
    yield Facts(rows=(*reporters, ("Time", card.time)))
    if card.headlines:
        yield Lines(title="Headlines", lines=tuple(lines_of(card.headlines)))
    else:
        yield own(f"No headlines. The group stars them in: vaexercise feedback enter --group {card.group[1:]}")
    if card.withheld:
        yield own_note(f"{counted(card.withheld, 'headline is', 'headlines are')} private and not shown.")
    if card.actions:
        yield Lines(title="Actions", lines=tuple(lines_of(card.actions)))
    if card.more:
        yield own_note(f"{counted(card.more, 'more action')} in the register: vaexercise plenary actions list")
    if card.left_open:
        yield Facts(rows=tuple((words.partition(": ")[0], words.partition(": ")[2]) for words in card.left_open))
    if card.others:
        yield Lines(title="Comments on other points", lines=tuple(lines_of(card.others)))


def lines_of(items: Iterable[Item]) -> Iterator[Line]:
    """Each thing to say with its code; below it who said it before, and what other groups say to it."""
    for item in items:
        yield Line(code=item.code, text=item.text, language=item.language, beside=item.beside)
        yield from (
            Line(code="Already said" if before.decided else "Perhaps said", text=str(before), language=spoken())
            for before in item.already
        )
        yield from (Line(code=f"{commenting(said.group)} says", text=said.text) for said in item.comments)


def commenting(group: str) -> str:
    """A group at the beginning of a line: `Group 3`, `The plenary`."""
    return "The plenary" if group == PLENARY else group_name(group)


def as_lines(card: Card, *, head: bool = False) -> str:
    """A card without any title above it, as plain text that is not wrapped; or its `head` alone, the time."""
    section = card_section(card)
    shown = replace(section, blocks=section.blocks[:1]) if head else section
    _, _, text = render(Report(title=TITLE, sections=(shown,)), width=UNWRAPPED).partition("\n\n")
    return text.strip("\n")


def ideas(card: Card) -> Iterator[tuple[str, Sequence[Line]]]:
    """One thing to say after another, each after a line that says where in the card it stands."""
    for noun, items in (("headline", card.headlines), ("action", card.actions)):
        for number, item in enumerate(items, start=1):
            yield f"{group_name(card.group)}, {noun} {number} of {len(items)}", tuple(lines_of([item]))
    if card.left_open:
        rest = [words.partition(": ") for words in card.left_open]
        yield f"{group_name(card.group)}, left open", tuple(Line(code=label, text=text) for label, _, text in rest)
