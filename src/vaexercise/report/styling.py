"""Which style an HTML page has: as much of it as its blocks need."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

from vaexercise.report.fitting import MM, fitting
from vaexercise.report.model import Labels, Sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.report.model import Label, Report

TEMPLATES = files("vaexercise.report") / "templates"
SIGN = (245, 175)
"""Width and height of a sign in millimetres, inside the margins of A4 and of letter paper on its side."""
AROUND, LINE = 12, 22
"""Millimetres of a sign's height that the line above its text needs, and each line below."""
MARGIN = 5
"""Millimetres between the edge of a card and what stands on it."""
LARGEST, SMALL = 0.85, 0.26
"""Letters of a card's text, and of the lines below it: points a millimetre of its height at most."""
TEXT, BELOW = 0.5, 0.5
"""How much of a card's height its text may take, and the lines below it."""


def style_of(report: Report) -> str:
    """The style sheets that the report needs, one after the other."""
    return "".join([*map(template, _sheets(report)), *_rules(report)])


def template(name: str) -> str:
    """The text of a file beside the page's template."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def digest_of(style: str) -> str:
    """By what a page allows its own style, and no other."""
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _sheets(report: Report) -> Iterator[str]:
    yield "page.css"
    if any(section.new_page and section.label for section in report.sections):
        yield "handout.css"
    if any(section.by_hand for section in report.sections):
        yield "sheet.css"
    if any(isinstance(block, Sign | Labels) for section in report.sections for block in section.blocks):
        yield "cards.css"


def _rules(report: Report) -> Iterator[str]:
    """What no file can say: the paper, the sizes of cards, and those of letters on them."""
    if report.paper != "a4":
        yield f"@page {{ size: {report.paper}; }}\n@page sign {{ size: {report.paper} landscape; }}\n"
    blocks = [block for section in report.sections for block in section.blocks]
    cards = [block for block in blocks if isinstance(block, Labels)]
    for width, height in sorted({(block.width, block.height) for block in cards}):
        yield f".size-{width}x{height} {{ --width: {width}mm; --height: {height}mm; }}\n"
    large = {sign_size(block) for block in blocks if isinstance(block, Sign)}
    large |= {label_size(block, label) for block in cards for label in block.labels}
    small = {below_size(block, label) for block in cards for label in block.labels}
    yield from (f".fit-{size} {{ --fit: {size}pt; }}\n" for size in sorted(large))
    yield from (f".small-{size} {{ --small: {size}pt; }}\n" for size in sorted(small))


def sign_size(sign: Sign) -> int:
    """The size of a sign's letters in points."""
    width, height = SIGN
    left = max(height - AROUND - LINE * len(sign.below), height / 4)
    return fitting(sign.text, width * MM, left * MM, height)


def label_size(block: Labels, label: Label) -> int:
    """The size of the letters of a card's text in points."""
    width, height = (block.width - 2 * MARGIN) * MM, (block.height - 2 * MARGIN) * MM
    return fitting(label.text, width, height * TEXT, block.height * LARGEST)


def below_size(block: Labels, label: Label) -> int:
    """The size of the letters below a card's text in points, so that all lines fit."""
    width, height = (block.width - 2 * MARGIN) * MM, (block.height - 2 * MARGIN) * MM
    lines = max(len(label.below), 1)
    return min([fitting(line, width, height * BELOW / lines, block.height * SMALL) for line in label.below], default=7)
