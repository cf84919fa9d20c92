from __future__ import annotations

import io
import random
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.people.other_formats import is_book, other_format

LIST = "Nom;État;Organisation\nAnna;Vardania;Réseau\nЮлия;Лилия;Жизнь\n"


def package(*names: str, kind: str = "") -> bytes:
    """A ZIP with these files, the first holding what kind it is."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        for name in names:
            archive.writestr(name, "x" * 100)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (JPEG)"),
        (b"GIF89a\x01\0\x01\0", "a picture (GIF)"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a picture (WebP)"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "a packed file (gzip)"),
        (b"{\\rtf1 Anna}", "an RTF document"),
        (package("a.csv"), "a packed file (ZIP)"),
        (package("[Content_Types].xml", "xl/workbook.xml"), "an Excel file"),
        (package("[Content_Types].xml", "word/document.xml"), "a Word file"),
        (package("[Content_Types].xml", "xl/workbook.bin"), "a binary Excel file"),
        (package("Index/Document.iwa"), "an Apple Numbers or Pages file"),
        (b"\xef\xbb\xbf <?xml version='1.0'?><Workbook>", "a web page or XML"),
        (package(kind="application/vnd.oasis.opendocument.spreadsheet"), "a LibreOffice spreadsheet"),
    ],
)
def test_formats_are_told_by_how_they_begin(data: bytes, kind: str) -> None:
    """Pictures, packages and documents, whatever the file is called and whatever encoding was asked for."""
    assert other_format(data) == other_format(data, "utf-8") == kind


@pytest.mark.parametrize("seed", range(5))
def test_bytes_without_a_known_beginning_are_no_text(seed: int) -> None:
    """Bytes as a packed or a computed file has them, and numbers of four bytes as a picture or a program has them."""
    rng = random.Random(seed)  # noqa: S311  bytes, not secrets
    assert other_format(b"BM" + rng.randbytes(2000)) == "no text"
    assert other_format(b"".join(rng.randrange(300).to_bytes(4, "little") for _ in range(500))) == "no text"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251", "mac-cyrillic"])
def test_lists_are_text_in_every_encoding(encoding: str) -> None:
    """No list is taken for something else because of how its letters are stored."""
    assert other_format(LIST.encode(encoding, "replace")) == ""


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_letters_without_a_mark_are_text(encoding: str) -> None:
    """Single NULs between Latin letters do not make a list something else."""
    assert other_format(LIST.partition("Ю")[0].encode(encoding)) == ""


def test_an_encoding_that_was_asked_for_is_believed() -> None:
    """What looks strange by its bytes may be letters in the encoding that the person names."""
    data = "Ādā\u0107\u0106\u0105".encode("utf-16-be") * 9
    assert other_format(data) == "no text"
    assert other_format(data, "utf-16-be") == ""


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\t\n\r\x1b"), min_size=1))
def test_words_are_never_taken_for_something_else(text: str) -> None:
    """Any letters, with tabs, line ends and escape sequences, are text under a header."""
    assert other_format(f"Name;{text}".encode()) == ""


def test_a_damaged_list_is_still_a_list() -> None:
    """Some control characters, or a block of NULs at the end after a crash, make no other format of it."""
    assert other_format(LIST.encode() + b"\x01\x02\x03") == ""
    assert other_format(LIST.encode() + b"\0" * 4096) == ""


def test_spreadsheets_that_can_be_read_are_told() -> None:
    """Excel, old Excel and LibreOffice spreadsheets; no other package, and no binary one, which gives no warning."""
    assert is_book(package("[Content_Types].xml", "xl/workbook.xml"))
    assert is_book(package(kind="application/vnd.oasis.opendocument.spreadsheet"))
    assert is_book(b"\xd0\xcf\x11\xe0 old")
    for data in (package("word/document.xml"), package("xl/workbook.bin"), package("a.csv"), b"Name;State\n", b""):
        assert not is_book(data)
