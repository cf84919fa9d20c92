"""The file itself: paper, header, who made it and when; the same bytes for the same report."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time
from typing import TYPE_CHECKING

from docx import Document
from docx.shared import Twips

from vaexercise.model.text import shortened
from vaexercise.report.characters import for_xml
from vaexercise.report.word.look import MARGIN
from vaexercise.report.word.styles import style_sheet
from vaexercise.report.word.words import paragraph, runs, word_language
from vaexercise.report.word.xml import el

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from docx.section import _Header

    from vaexercise.report.model import Report
    from vaexercise.report.word.look import Look
    from vaexercise.report.word.xml import Element

LONGEST_TITLE = 250
"""Letters of a property of a Word file."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_NOT_OURS = ("stylesWithEffects", "thumbnail", "customXml")
"""What the template of python-docx brings along and nobody reads."""
_NEW_ENOUGH = "15"


def opened(report: Report, look: Look) -> Opened:
    """An empty document that has our styles, paper and header."""
    document = Document()
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_NOT_OURS)]:
            del rels[key]
    sheet = document.styles.element
    sheet[:] = style_sheet(look)
    _settings(document.settings.element, look)
    _properties(document, report)
    _page(document, report, look)
    return document


def _settings(settings: Element, look: Look) -> None:
    """Of today's Word, which else speaks of a compatibility mode; its language is the report's."""
    for setting in settings.iter(el("compatSetting").tag):
        if setting.get(_w("name")) == "compatibilityMode":
            setting.set(_w("val"), _NEW_ENOUGH)
    for spoken in settings.iter(el("themeFontLang").tag):
        language = word_language(look.language)
        spoken.attrib.clear()
        spoken.set(_w("val"), language)
        spoken.set(_w("bidi"), language)


def _w(name: str) -> str:
    return f"{el('p').tag.rpartition('}')[0]}}}{name}"


def _properties(document: Opened, report: Report) -> None:
    """A title for whoever hears the file; no names; the day of the workshop."""
    about = document.core_properties
    about.title = shortened(for_xml(report.title), LONGEST_TITLE)
    about.language = report.language
    about.author = about.comments = about.last_modified_by = ""
    about.created = about.modified = datetime.combine(report.made_on, time())


def _page(document: Opened, report: Report, look: Look) -> None:
    """Paper and margins; the number of each page, and from the second on what version this is."""
    section = document.sections[0]
    section.page_width, section.page_height = map(Twips, look.page)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Twips(MARGIN)
    section.header_distance = section.footer_distance = Twips(MARGIN // 2)
    section.different_first_page_header_footer = True
    _fill(section.first_page_header, "", look)
    _fill(section.header, report.status, look)
    if look.rtl:
        section._sectPr.insert_element_before(el("bidi"), "w:rtlGutter", "w:docGrid")  # noqa: SLF001  no name for it


def _fill(header: _Header, status: str, look: Look) -> None:
    header.is_linked_to_previous = False
    place = header.paragraphs[0]._p  # noqa: SLF001  its XML
    made = paragraph(
        [
            *runs(status, look, rtl=look.rtl),
            el("r", el("tab")),
            _field("PAGE"),
            *runs(" / ", look, rtl=False),
            _field("NUMPAGES"),
        ],
        style="Header",
        rtl=look.rtl,
    )
    place.getparent().replace(place, made)


def _field(name: str) -> Element:
    return el("fldSimple", el("r", _number()), instr=name)


def _number() -> Element:
    made = el("t")
    made.text = "1"
    return made


def packed(document: Opened) -> bytes:
    """The bytes of the document: its parts have no date of their own."""
    made = io.BytesIO()
    document.save(made)
    again = io.BytesIO()
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as package:
        for name in parts.namelist():
            about = zipfile.ZipInfo(name, _EPOCH)
            about.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(about, parts.read(name))
    return again.getvalue()
