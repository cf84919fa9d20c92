"""A PDF that everybody can read (PDF/UA-1): tagged, with languages, its fonts inside; typeset by Typst."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from vaexercise.errors import MissingExtra
from vaexercise.report.typesetting.faces import FONTS
from vaexercise.report.typesetting.payload import Payload, payload

try:
    import typst
except ImportError as missing:
    raise MissingExtra(
        what="A PDF",
        package="typst",
        extra="pdf",
        hint="Meanwhile: --output summary.html, which any browser opens and prints into a PDF.",
    ) from missing

if TYPE_CHECKING:
    from vaexercise.report.model import Report

MAIN = "report.typ"
TEMPLATE = files("vaexercise.report.typesetting") / "template"


def render(report: Report) -> bytes:
    """The file; the same report gives the same bytes. A picture that cannot be read is replaced by its words."""
    filled = payload(report)
    stamp = datetime.combine(report.made_on, time(), UTC)
    try:
        return _compiled(filled, stamp)
    except typst.TypstError:
        if not filled.pictures:
            raise
        return _compiled(payload(report, pictures=False), stamp)


def _compiled(filled: Payload, stamp: datetime) -> bytes:
    """What the template makes of the data. The typesetter can read what is in a folder of its own, and nothing else."""
    with TemporaryDirectory() as root:
        for name, content in {MAIN: _template(), **filled.pictures}.items():
            (Path(root) / name).write_bytes(content)
        return typst.compile(
            str(Path(root) / MAIN),
            root=root,
            font_paths=_fonts(),
            sys_inputs={"report": json.dumps(filled.data)},
            format="pdf",
            pdf_standards="ua-1",
            timestamp=stamp,
        )


@cache
def _template() -> bytes:
    """The parts of the template in the order of their names."""
    parts = sorted((part for part in TEMPLATE.iterdir() if part.name.endswith(".typ")), key=lambda part: part.name)
    return b"\n".join(part.read_bytes() for part in parts)


@cache
def _fonts() -> typst.Fonts:
    """Our fonts alone, so that a document is the same on every machine."""
    with as_file(FONTS) as folder:
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
