"""A whole report as plain data for the template."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.messages import say, spoken
from vaexercise.model.plenary import Lines
from vaexercise.model.text import shortened
from vaexercise.report.model import HEADLINE, TO_STAR, Labels, Note, Paragraph, Report, Section, Sign, page_direction
from vaexercise.report.typesetting.blocks import DEEPEST, plain
from vaexercise.report.typesetting.faces import FAMILIES
from vaexercise.report.typesetting.setting import PAPERS, Setting, room, size
from vaexercise.report.typesetting.tables import code_room
from vaexercise.report.typesetting.words import TALL, Words, tagged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.report.typesetting import Plain

AUTHOR = "vaexercise"
UNTITLED = "–"
RUNNING, RUNNING_LARGE = 70, 30
"""So many characters of the title, and of the status, stand on every page."""
MAIN = 2
"""The level of headings right below the title."""
LISTED = 4
"""From so many main sections there is a list of contents."""
CODES, CODES_LARGE = 7.0, 5.5
"""Ems that a column of codes may be wide."""
CARD, CARD_LINES = 1200, 14
"""Characters and lines that a card to cut out has at most."""
NAMES = 8
"""So many characters that no font has are told of one by one."""


class Payload(NamedTuple):
    """The report as data, and the pictures that it names."""

    data: Plain
    pictures: dict[str, bytes]


def payload(report: Report, *, pictures: bool = True) -> Payload:
    """All that the template needs, in the language that is being spoken; without `pictures` their words stand there."""
    paper, wide = PAPERS[report.paper]
    words = Words(report.language, room(wide, large=report.large_print))
    codes = _codes(report)
    at = Setting(words=words, large=report.large_print, width=wide, codes=codes, shown=pictures)
    data = {
        "paper": paper,
        "size": size(report),
        "large": report.large_print,
        "fonts": list(FAMILIES),
        "codes": codes,
        "says": {"note": say("Note:"), "contents": say("Contents"), "headline": say(HEADLINE), "to_star": TO_STAR},
        **_language(report.language),
        **_front(report, words),
        "sections": list(_sections(report, at)),
        "notes": [plain(note, at) for note in report.notes],
    }
    data["after"] = [plain(_named(words.named), at)] if words.named else []
    if data["front"]:
        data["notes"] += data.pop("after")
    return Payload({"after": [], **data}, at.pictures)


def _language(language: str) -> Plain:
    code, region = tagged(language)
    way = page_direction(language)
    return {"lang": code, "region": region, "way": way, "tall": way == "rtl" or code in TALL}


def _front(report: Report, words: Words) -> Plain:
    """What stands above the first section and on every page. Sheets, signs and cards begin with themselves."""
    alone = any(_handed_out(section) for section in report.sections)
    most = RUNNING_LARGE if report.large_print else RUNNING
    title = report.title if words.plain(report.title).strip() else UNTITLED
    return {
        "front": not alone or bool(report.notes),
        "contents": report.contents and sum(section.level == 2 for section in report.sections) >= LISTED,  # noqa: PLR2004  below the title
        "title": {"plain": words.plain(title), "words": words.said(title, report.title_language)},
        "running": words.said(shortened(title, most), report.title_language),
        "subtitle": [words.own(line) for line in report.subtitle],
        "description": words.plain(", ".join(report.subtitle)),
        "author": AUTHOR,
        "running_status": words.own(shortened(report.status, most)),
        "status": words.own(report.status),
        "footer": words.own(report.footer),
    }


def _handed_out(section: Section) -> bool:
    """Whether it goes to somebody by itself: to write on, to hang up, to cut out, or labelled on a page of its own."""
    cards = any(isinstance(block, Sign | Labels) for block in section.blocks[:1])
    return section.by_hand or cards or bool(section.new_page and section.label)


def _codes(report: Report) -> float:
    blocks = [block for section in report.sections for block in section.blocks if isinstance(block, Lines)]
    most = CODES_LARGE if report.large_print else CODES
    return code_room((line.code for block in blocks for line in block.lines), most)


def _sections(report: Report, at: Setting) -> Iterator[Plain]:
    """The sections with their blocks. No level of headings is skipped, as readers by ear rely on.

    A label that only one sheet has stands above its heading, so that everybody finds their own. Short sections of
    one label are cards to cut apart: each stands on one page.
    """
    at.level = 0
    by_hand = any(section.by_hand for section in report.sections)
    labels = Counter(section.label for section in report.sections)
    for section in report.sections:
        page = _page(section, by_hand=by_hand)
        apart = bool(page) and by_hand and labels[section.label] == 1
        yield {
            **_section(section, at),
            "page": page,
            "apart": apart,
            "whole": labels[section.label] > 1 and _short(section),
        }


def _section(section: Section, at: Setting) -> Plain:
    """One section. The heading of a sign or of cards is part of their page: they leave no room for another."""
    label, heading = at.words.own(section.label), at.words.said(section.heading, section.language)
    headed = bool(label or heading)
    if headed:
        at.level = min(section.level - 1, at.level + 1, DEEPEST)
    own = [plain(block, at) for block in section.blocks]
    for said, after in pairwise(own):
        said["sticky"] = after["kind"] != said["kind"]
    shown = {
        "level": at.level,
        "label": label,
        "heading": heading if headed else None,
        "blocks": own,
    }
    first = section.blocks[0] if section.blocks else None
    if isinstance(first, Sign | Labels):
        own[0].update(heading=shown["heading"], level=at.level, label=shown["label"])
        shown["heading"] = None
    if isinstance(first, Sign):
        own[0]["same"] = headed and bool(own[0]["words"]) and first.text == section.heading
        own[0]["above"] = "" if first.above == section.full_heading else own[0]["above"]
    return shown


def _short(section: Section) -> bool:
    """Whether it has a label and a few lines of text only."""
    lines = [line.text for block in section.blocks if isinstance(block, Lines) for line in block.lines]
    lines += [block.text for block in section.blocks if isinstance(block, Paragraph)]
    plain_text = all(isinstance(block, Lines | Paragraph) for block in section.blocks)
    return bool(section.label) and plain_text and len("".join(lines)) <= CARD and len(lines) <= CARD_LINES


def _page(section: Section, *, by_hand: bool) -> str:
    """Where it begins: on a page of its own, which for what is written on is the front of a sheet of paper."""
    if not section.new_page:
        return ""
    cards = section.blocks and isinstance(section.blocks[0], Sign | Labels)
    return "odd" if by_hand and not cards else "any"


def _named(names: list[str]) -> Note:
    """Says which characters are named because no font has them."""
    listed = ", ".join(names[:NAMES])
    more = " …" if len(names) > NAMES else ""
    return Note(
        text=say(
            "Some characters are in none of the fonts of this file. Their names stand in square brackets: {names}",
            names=f"{listed}{more}",
        ),
        language=spoken(),
    )
