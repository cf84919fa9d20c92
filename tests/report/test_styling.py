"""The style of a page: only what its blocks need, for the paper that is asked for, allowed by its digest."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from invented_pack import parts, printed
from rendered import text_of

from vaexercise.report.model import Block, Label, Labels, Report, Section, Sign
from vaexercise.report.pack.pack import Form
from vaexercise.report.styling import style_of

CARDS = ("signs", "tables", "badges")


@pytest.mark.parametrize("thing", parts())
def test_only_cards_have_the_style_of_cards(thing: str) -> None:
    """The brief is as small as it can be."""
    style = style_of(printed(parts()[thing]))
    assert (".sign-text" in style) == (thing in CARDS)
    assert (".tick" in style) == (thing == "ballots")


def test_the_policy_allows_the_style_with_its_sizes() -> None:
    """Sizes that are made for this very page are part of the digest."""
    page = text_of(".html")(printed(parts()["badges"]))
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in page
    assert ".size-85x55 { --width: 85mm; --height: 55mm; }" in style


def test_every_size_that_is_used_has_its_rule() -> None:
    """Of cards and of letters, on a page with very short and very long texts."""
    texts = ("A", "word " * 50, "w" * 5000, "សុខ ចាន់ថា")
    blocks: tuple[Block, ...] = (
        *(Sign(text=text, below=texts) for text in texts),
        Labels(labels=tuple(Label(text=text, below=texts) for text in texts)),
        Labels(labels=(Label(text="Alone"),), width=60, height=30),
    )
    page = text_of(".html")(Report(title="Cards", sections=(Section(heading="Cards", anchor="c", blocks=blocks),)))
    style, _, body = page.partition("</style>")
    used = {name for names in re.findall(r'class="([^"]*)"', body) for name in names.split() if re.search(r"-\d", name)}
    assert {name.partition("-")[0] for name in used} == {"fit", "small", "size"}
    assert [name for name in used if f".{name} {{" not in style] == []


def test_the_paper_is_that_which_is_asked_for() -> None:
    """Letter paper, signs on its side; A4 needs no word more."""
    letter = style_of(printed(parts()["signs"], Form(paper="letter")))
    assert "@page { size: letter; }\n@page sign { size: letter landscape; }" in letter
    assert "size: letter" not in style_of(printed(parts()["signs"]))


def test_a_sign_fills_a_page_of_its_own() -> None:
    """A page without page number, on its side, and the heading out of the way of the eye only."""
    style = style_of(printed(parts()["signs"]))
    assert re.search(r"@page sign \{ size: A4 landscape;[^}]*content: none", style)
    assert re.search(r"@media print \{.*\.sign \{ page: sign; block-size: 176mm", style, re.DOTALL)
    assert "display: none" not in style.partition(".sign {")[2].partition("@media print")[2]
