"""Files that are no list in text, told by how they begin and by what no text holds."""

from __future__ import annotations

import codecs
import re

_OLD = b"\xd0\xcf\x11\xe0"
_BEGINNINGS = {
    _OLD: "an old spreadsheet or Word file",
    b"%PDF": "a PDF",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF87a": "a picture (GIF)",
    b"GIF89a": "a picture (GIF)",
    b"II*\0": "a picture (TIFF)",
    b"MM\0*": "a picture (TIFF)",
    b"SQLite format 3\0": "a database (SQLite)",
    b"7z\xbc\xaf\x27\x1c": "a packed file (7z)",
    b"Rar!\x1a\x07": "a packed file (RAR)",
    b"\x1f\x8b\x08": "a packed file (gzip)",
    b"\xfd7zXZ\0": "a packed file (xz)",
}
_PACKAGE = b"PK\x03\x04"
_BOOKS = {
    b"xl/workbook.xml": "an Excel file",
    b"opendocument.spreadsheet": "a LibreOffice spreadsheet",
}
_INSIDE = {
    b"xl/workbook.bin": "a binary Excel file",
    **_BOOKS,
    b"xl/workbook": "an Excel file",
    b"Index/Document.iwa": "an Apple Numbers or Pages file",
    b"word/document": "a Word file",
    b"opendocument.text": "a LibreOffice document",
}
"""What a package has in it, by names that stand in it unpacked."""

_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|table|\?xml)\b", re.IGNORECASE)
"""How a table begins that a website calls .xls or .csv although it is a web page."""

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""Also how UTF-32 begins: of letters of several bytes, some look like control characters."""

_LOOKED_AT = 1 << 16
_STRANGE = re.compile(rb"\0{2,}|[\x01-\x08\x0e-\x19\x1c-\x1f\x7f]")
"""What no list holds. Single NULs do not count: text of two bytes a letter has them."""
_FEW = 4
_ONE_IN = 50


def other_format(data: bytes, encoding: str = "") -> str:
    """What a file is, such as `a PDF`, if it cannot be a list in text; else empty."""
    if data.startswith(_PACKAGE):
        return next((kind for name, kind in _INSIDE.items() if name in data), "a packed file (ZIP)")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "a picture (WebP)"
    if _MARKUP.match(data):
        return "a web page or XML"
    kind = next((kind for mark, kind in _BEGINNINGS.items() if data.startswith(mark)), "")
    if kind or encoding or data.startswith((*_WIDE, codecs.BOM_UTF32_BE)):
        return kind
    return "no text" if _is_strange(data[:_LOOKED_AT]) else ""


def is_book(data: bytes) -> bool:
    """Whether this begins like a spreadsheet that can be read: .xlsx, .ods or .xls."""
    return data.startswith(_OLD) or (data.startswith(_PACKAGE) and other_format(data) in _BOOKS.values())


def _is_strange(data: bytes) -> bool:
    found = len(_STRANGE.findall(data))
    return found >= _FEW and found * _ONE_IN > len(data)
