"""Text in runs of one direction, each with its language; paragraphs that run as their first letters do."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from vaexercise.model.text import direction
from vaexercise.report.characters import for_xml
from vaexercise.report.word.xml import el, switch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.report.word.look import Look
    from vaexercise.report.word.xml import Element

_REGIONS = {
    "ar": "ar-SA",
    "de": "de-DE",
    "en": "en-GB",
    "es": "es-ES",
    "fa": "fa-IR",
    "fr": "fr-FR",
    "km": "km-KH",
    "pt": "pt-PT",
    "ru": "ru-RU",
}
"""Word looks for a dictionary of a language in a region; the one that most people mean."""
ALEF = "\u0627"
_STRONG = {"L": False, "R": True, "AL": True, "AN": True}


def word_language(language: str) -> str:
    """The name by which Word knows a language."""
    return _REGIONS.get(language.lower(), language)


def runs_rtl(text: str, look: Look) -> bool:
    """Whether a text runs from right to left: as its first letter does, else as the page."""
    return direction(text + (ALEF if look.rtl else "a")) == "rtl"


def runs(text: str, look: Look, *, style: str = "", language: str = "", rtl: bool | None = None) -> list[Element]:
    """A text as runs. `rtl` says how its paragraph runs, else it runs as the text does."""
    base = runs_rtl(text, look) if rtl is None else rtl
    spoken = word_language(language) if language and language != look.language else ""
    return [_run(part, style, spoken, rtl=way) for part, way in _parts(for_xml(text), base=base)]


def _run(text: str, style: str, language: str, *, rtl: bool) -> Element:
    known = el("lang", val=language, eastAsia=language, bidi=language) if language else None
    properties = [el("rStyle", val=style) if style else None, switch("rtl", on=rtl), known]
    about = el("rPr", *properties) if any(one is not None for one in properties) else None
    return el("r", about, *_lines(text))


def _lines(text: str) -> Iterator[Element]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield el("br")
        said = el("t")
        said.set(qn("xml:space"), "preserve")
        said.text = line.replace("\t", " ").replace("\r", " ")
        yield said


def _parts(text: str, *, base: bool) -> Iterator[tuple[str, bool]]:
    """The text in parts of one direction. What has none goes with its neighbours, or with the paragraph."""
    if text.isascii() and not base:
        yield text, False
        return
    ways_of = zip(_ways(text), text, strict=True)
    found = [(way, "".join(c for _, c in part)) for way, part in groupby(ways_of, lambda pair: pair[0])]
    ways = [base, *(way for way, _ in found), base]
    sure = [
        (way if way is not None else before if before == after else base, part)
        for (way, part), before, after in zip(found, ways, ways[2:], strict=False)
    ]
    for way, several in groupby(sure, lambda part: bool(part[0])):
        yield "".join(part for _, part in several), way


def _ways(text: str) -> Iterator[bool | None]:
    """Whether each character runs from right to left; digits run as the Latin word before them, signs have no way."""
    last = None
    for char in text:
        kind = unicodedata.bidirectional(char)
        way = _STRONG.get(kind, False if kind == "EN" and last is False else None)
        last = last if way is None else way
        yield way


def paragraph(  # noqa: PLR0913  what Word has, by name
    children: list[Element],
    *,
    style: str = "",
    rtl: bool = False,
    keep: bool = False,
    new_page: bool = False,
    indent: Element | None = None,
    shade: str = "",
) -> Element:
    """A paragraph. `keep` holds it on the page of the next one."""
    about = el(
        "pPr",
        el("pStyle", val=style) if style else None,
        switch("keepNext", on=keep),
        switch("pageBreakBefore", on=new_page),
        el("shd", val="clear", color="auto", fill=shade) if shade else None,
        switch("bidi", on=rtl),
        indent,
    )
    return el("p", about, *children)


def kept(made: Element) -> Element:
    """The paragraph, held on the page of the next one."""
    if made.pPr.find(el("keepNext").tag) is None:
        made.pPr.insert(int(made.pPr.find(el("pStyle").tag) is not None), el("keepNext"))
    return made


def said(text: str, look: Look, *, style: str = "", language: str = "", keep: bool = False) -> Element:
    """A paragraph of one text, in its language and direction."""
    return paragraph(runs(text, look, language=language), style=style, rtl=runs_rtl(text, look), keep=keep)
