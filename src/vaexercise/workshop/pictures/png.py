"""PNG files: their chunks, and which of them are the picture (W3C PNG, third edition)."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.workshop.pictures.bare import Bare, NoPicture, check_size
from vaexercise.workshop.pictures.turning import AS_STORED, orientation, turned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

START = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs"))
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_PALETTE = 3
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Of an interlaced picture: the first column and row of each pass, and the steps between them."""
_FILTERS = 4
_UNPACKED = 1 << 28
"""Bytes that the pixels of a picture may have."""

_EARLY = "ends before the picture does. Copy it again from where it came from."
_DAMAGED = "is damaged, or no PNG. Open it where it came from, and save it as PNG again."


class _Header(NamedTuple):
    """How the pixels are stored."""

    width: int
    height: int
    depth: int
    colour: int
    interlaced: bool

    def passes(self) -> Iterator[tuple[int, int]]:
        """The length in bytes of a row, its filter with it, and the number of rows: of each pass with pixels."""
        bits = self.depth * _SAMPLES[self.colour]
        for left, top, across, down in _PASSES if self.interlaced else ((0, 0, 1, 1),):
            columns, rows = -(-(self.width - left) // across), -(-(self.height - top) // down)
            if columns > 0 and rows > 0:
                yield 1 + (columns * bits + 7) // 8, rows


def bare(data: bytes) -> Bare:
    """The picture alone; of what was beside it only which way up it is. Raises `NoPicture`."""
    chunks = list(_chunks(data))
    header = _header(chunks)
    check_size(header.width, header.height)
    _check_pixels(header, chunks)
    kept = [chunk for chunk in chunks if chunk[0] in _KEPT]
    way = orientation(next((body for name, body in chunks if name == b"eXIf"), b""))
    if way != AS_STORED:
        kept.insert(1, (b"eXIf", turned(way)))
    return Bare("png", START + b"".join(_written(*chunk) for chunk in kept), header.width, header.height)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and body of each chunk, to the last; what stands behind it is left."""
    at, name = len(START), b""
    while name != b"IEND":
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body, check = data[at + 8 : at + 8 + size], data[at + 8 + size : at + 12 + size]
        if len(check) != 4:  # noqa: PLR2004  bytes of a checksum
            raise NoPicture(_EARLY)
        if zlib.crc32(name + body).to_bytes(4, "big") != check:
            raise NoPicture(_DAMAGED)
        if name[:1].isupper() and name not in _KEPT:
            raise NoPicture("holds something that no ordinary PNG has. Save it as an ordinary PNG, or as JPEG.")
        yield name, body
        at += 12 + size


def _written(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def _header(chunks: Sequence[tuple[bytes, bytes]]) -> _Header:
    names = [name for name, _ in chunks]
    name, body = chunks[0]
    if name != b"IHDR" or len(body) != 13 or names.count(b"IHDR") != 1:  # noqa: PLR2004  as the format has it
        raise NoPicture(_DAMAGED)
    depth, colour, packing, filtering, interlacing = body[8:]
    if depth not in _DEPTHS.get(colour, ()) or packing or filtering or interlacing > 1:
        raise NoPicture(_DAMAGED)
    if colour == _PALETTE and b"PLTE" not in names:
        raise NoPicture(_DAMAGED)
    size = int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big")
    return _Header(*size, depth, colour, interlaced=bool(interlacing))


def _check_pixels(header: _Header, chunks: Sequence[tuple[bytes, bytes]]) -> None:
    """Raises `NoPicture` unless every row of pixels is there; never unpacks more than the picture has."""
    passes = list(header.passes())
    wanted = sum(length * rows for length, rows in passes)
    if wanted > _UNPACKED:
        raise NoPicture("has more colours than a picture of its size needs. Save it with 8 bits for each colour.")
    packed = b"".join(body for name, body in chunks if name == b"IDAT")
    try:
        pixels = zlib.decompressobj().decompress(packed, wanted)
    except zlib.error as error:
        raise NoPicture(_DAMAGED) from error
    if len(pixels) < wanted:
        raise NoPicture(_EARLY)
    at = 0
    for length, rows in passes:
        if max(pixels[at : at + length * rows : length]) > _FILTERS:
            raise NoPicture(_DAMAGED)
        at += length * rows
