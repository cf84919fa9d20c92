"""Pictures with what they show in words, for whoever does not see them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx.shared import Twips

from vaexercise.messages import say
from vaexercise.report.characters import for_xml
from vaexercise.report.word.words import paragraph, runs, runs_rtl, said

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.run import Run

    from vaexercise.report.model import Picture
    from vaexercise.report.word.look import Look
    from vaexercise.report.word.xml import Element

HIGHEST = 0.55
"""How much of the height of a page a picture may take."""
_JPEG = b"\xff\xd8"
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00\x48\x00\x48\x00\x00"
"""How a JPEG says that it is one: one whose details were removed may not."""


def picture(block: Picture, document: Document, look: Look) -> list[Element]:
    """The picture no larger than the page; what cannot be shown is told in words."""
    caption = [said(block.caption, look, style="Small", language=block.language)] if block.caption else []
    holder = document.add_paragraph()
    try:
        _place(holder.add_run(), block, look)
    except Exception:  # noqa: BLE001  python-docx has no name for all that can be wrong with a picture
        words = [
            *runs(f"{say('Picture:')} ", look, style="Bold"),
            *runs(block.alternative, look, language=block.language),
        ]
        return [paragraph(words, rtl=runs_rtl(block.alternative, look)), *caption]
    finally:
        holder._p.getparent().remove(holder._p)  # noqa: SLF001  python-docx has no other way to take one out
    made = paragraph(list(holder._p), rtl=look.rtl, keep=bool(caption))  # noqa: SLF001  as above
    return [made, *caption]


def _place(run: Run, block: Picture, look: Look) -> None:
    data = block.data
    if data.startswith(_JPEG) and data[6:10] not in {b"JFIF", b"Exif"}:
        data = _JPEG + _JFIF + data[2:]
    shape = run.add_picture(io.BytesIO(data))
    scale = min(1, Twips(look.width) / shape.width, Twips(round(look.height * HIGHEST)) / shape.height)
    shape.width, shape.height = round(shape.width * scale), round(shape.height * scale)
    about = shape._inline.docPr  # noqa: SLF001  where the words for a picture stand
    about.set("descr", for_xml(block.alternative))
