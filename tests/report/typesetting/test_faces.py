"""The bundled fonts: what is read from their files."""

from __future__ import annotations

import pypdfium2.raw as pdfium
import pytest
import typst

from vaexercise.report.typesetting.faces import FAMILIES, FONTS, advances, faces, widths


def test_each_family_has_its_letters() -> None:
    """Latin, Cyrillic, Greek, Arabic, Khmer and signs are in the family that is there for them."""
    having = {
        "Source Sans 3": "aéЖΩẾ☐→",
        "Vazirmatn": "عپ،ی",
        "Kantumruy Pro": "កា្៥។",
        "Noto Sans Symbols 2": "★✓♿",
    }
    assert list(having) == list(FAMILIES)
    assert not [char for family, chars in having.items() for char in chars if ord(char) not in faces()[family]]


def test_regular_and_bold_have_the_same_characters() -> None:
    """A bold heading can say whatever running text can."""
    stems = [stem for stem in FAMILIES.values() if (FONTS / f"{stem}-Bold.ttf").is_file()]
    assert len(stems) == 3
    for stem in stems:
        regular, bold = (set(advances((FONTS / f"{stem}-{face}.ttf").read_bytes())) for face in ("Regular", "Bold"))
        assert regular == bold


def test_the_typesetter_knows_the_families_by_these_names() -> None:
    """The names in the template are those in the files."""
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    assert set(found.families()) == set(FAMILIES)


def test_each_family_comes_with_its_licence() -> None:
    """The Open Font License asks for its text to go along."""
    for stem in FAMILIES.values():
        assert "SIL OPEN FONT LICENSE" in (FONTS / f"OFL-{stem}.txt").read_text(encoding="utf-8").upper()


@pytest.mark.parametrize("char", "aWmi½Ж→")
def test_widths_are_those_of_the_font(char: str) -> None:
    """The width of a letter is what another reader of fonts finds in the file."""
    data = (FONTS / "SourceSans3-Regular.ttf").read_bytes()
    document = pdfium.FPDF_CreateNewDocument()
    font = pdfium.FPDFText_LoadFont(
        document, (pdfium.c_uint8 * len(data)).from_buffer_copy(data), len(data), pdfium.FPDF_FONT_TRUETYPE, 1
    )
    width = pdfium.c_float()
    assert pdfium.FPDFFont_GetGlyphWidth(font, ord(char), 1000, width)
    assert width.value / 1000 == pytest.approx(widths()[ord(char)], abs=0.002)


def test_control_characters_have_no_width() -> None:
    """A font may list them; nobody is to see them."""
    assert not [char for char in range(0x20) if char in widths()]
