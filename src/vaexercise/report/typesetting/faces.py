"""The fonts that come with the program: which characters they have, and how wide each is.

Read from the tables of the files themselves ("OpenType specification", Microsoft, 1.9: `cmap`, `hhea`, `hmtx`).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import chain
from struct import unpack_from
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FONTS = files("vaexercise.report") / "fonts"
FAMILIES = {
    "Source Sans 3": "SourceSans3",
    "Vazirmatn": "Vazirmatn",
    "Kantumruy Pro": "KantumruyPro",
    "Noto Sans Symbols 2": "NotoSansSymbols2",
}
"""The families in the order in which a character is looked for, and how their files begin."""

SPACE = 0x20

Advances = dict[int, float]
"""For each character of a font, how far it goes on, in ems."""

_UNICODE = ((3, 10), (3, 1))
"""Platform and encoding of the tables of characters: first the one that may go beyond U+FFFF."""


@cache
def faces() -> Mapping[str, Advances]:
    """For each family, in its order, what its regular font has."""
    return {family: advances((FONTS / f"{stem}-Regular.ttf").read_bytes()) for family, stem in FAMILIES.items()}


@cache
def widths() -> Mapping[int, float]:
    """How wide each character is, in ems, in the first family that has it. Control characters are none."""
    found = dict(chain.from_iterable(face.items() for face in reversed(list(faces().values()))))
    return {char: width for char, width in found.items() if char >= SPACE}


def advances(font: bytes) -> Advances:
    """What a TrueType file has: for each character its width in ems. Letters that join may come out narrower."""
    tables = dict(_tables(font))
    (em,) = unpack_from(">H", font, tables["head"] + 18)
    (many,) = unpack_from(">H", font, tables["hhea"] + 34)
    wide = unpack_from(">" + "Hh" * many, font, tables["hmtx"])[::2]
    return {char: wide[min(glyph, many - 1)] / em for char, glyph in _glyphs(font, tables["cmap"])}


def _tables(font: bytes) -> Iterator[tuple[str, int]]:
    (count,) = unpack_from(">H", font, 4)
    for at in range(12, 12 + 16 * count, 16):
        tag, _, start = unpack_from(">4sII", font, at)
        yield tag.decode(), start


def _glyphs(font: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Each character with its glyph."""
    (count,) = unpack_from(">H", font, cmap + 2)
    found = {}
    for at in range(cmap + 4, cmap + 4 + 8 * count, 8):
        platform, encoding, start = unpack_from(">HHI", font, at)
        found[platform, encoding] = cmap + start
    at = next(found[kind] for kind in _UNICODE if kind in found)
    pairs = _by_groups(font, at) if unpack_from(">H", font, at) == (12,) else _by_segments(font, at)
    return ((char, glyph) for char, glyph in pairs if glyph)


def _by_groups(font: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Format 12: runs of characters whose glyphs follow each other."""
    (count,) = unpack_from(">I", font, at + 12)
    for group in range(at + 16, at + 16 + 12 * count, 12):
        first, last, glyph = unpack_from(">III", font, group)
        yield from ((char, glyph + char - first) for char in range(first, last + 1))


def _by_segments(font: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Format 4: runs of characters whose glyphs are a sum, or stand in a list."""
    (double,) = unpack_from(">H", font, at + 6)
    columns = (at + 14, at + 16 + double, at + 16 + 2 * double, at + 16 + 3 * double)
    for shift in range(0, double, 2):
        last, first, delta, offset = (unpack_from(">H", font, column + shift)[0] for column in columns)
        for char in range(first, min(last, 0xFFFE) + 1):
            place = columns[3] + shift + offset + 2 * (char - first)
            glyph = unpack_from(">H", font, place)[0] if offset else char
            yield char, (glyph + delta) % 0x10000 if glyph or not offset else 0
