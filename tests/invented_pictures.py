"""Small pictures as cameras and programs write them: with a place, a time and a comment beside their pixels."""

from __future__ import annotations

import base64
import zlib
from struct import pack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PLAIN_JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqm"
    "x5moq6T/wAALCAAIAAwBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABP/EACAQAAECBQUAAAAAAAAAAAAAAAECBAADBRESITFBYYH/2gAIAQEAAD8A"
    "PS2+2kPfVdNNnJbhuJxxCiRMtiTxax6Psf/Z"
)
"""12 by 8 grey pixels, and nothing beside them."""
SECRETS = (b"46.2044N", b"CameraMaker", b"Nadia was here", b"2012:05:22", b"thumbnail")
"""What stands beside the pixels of `told` pictures, and must not be kept."""


def tiff(way: int, *, little: bool = False) -> bytes:
    """A header with a maker, an orientation, and more behind them."""
    order, mark = ("<", b"II") if little else (">", b"MM")
    entries = pack(f"{order}HHII", 0x010F, 2, 12, 38) + pack(f"{order}HHIHH", 0x0112, 3, 1, way, 0)
    head = mark + pack(f"{order}HIH", 42, 8, 2) + entries + pack(f"{order}I", 0)
    return head + b"CameraMaker 46.2044N 2012:05:22 thumbnail"


def segment(marker: int, payload: bytes) -> bytes:
    """A segment of a JPEG."""
    return bytes((0xFF, marker)) + (len(payload) + 2).to_bytes(2, "big") + payload


def told_jpeg(way: int = 1, *, little: bool = False) -> bytes:
    """The same pixels with everything that a camera and a program add, and something behind the end."""
    beside = segment(0xE1, b"Exif\0\0" + tiff(way, little=little)) + segment(
        0xE1, b"http://ns.adobe.com/xap/1.0/\0Nadia"
    )
    beside += segment(0xED, b"Photoshop 3.0\0Nadia was here") + segment(0xFE, b"Nadia was here")
    return PLAIN_JPEG[:2] + beside + PLAIN_JPEG[2:] + b"thumbnail behind the end"


def chunk(name: bytes, body: bytes) -> bytes:
    """A chunk of a PNG."""
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def png(chunks: Iterable[tuple[bytes, bytes]]) -> bytes:
    """A file of these chunks."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*one) for one in chunks)


def header(
    width: int = 3, height: int = 2, depth: int = 8, colour: int = 2, interlaced: int = 0
) -> tuple[bytes, bytes]:
    """The chunk that says how pixels are stored."""
    return b"IHDR", pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)


PIXELS = (b"\0" + bytes(range(9))) * 2
PLAIN_PNG = png([header(), (b"IDAT", zlib.compress(PIXELS)), (b"IEND", b"")])
"""3 by 2 coloured pixels, and nothing beside them."""


def told_png(way: int = 1) -> bytes:
    """The same pixels with texts, a time, and EXIF data."""
    beside = [
        (b"tEXt", b"Comment\0Nadia was here"),
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\x0046.2044N"),
        (b"eXIf", tiff(way)),
    ]
    chunks = [header(), *beside, (b"tIME", b"\x07\xdc\x05\x16\0\0\0"), (b"IDAT", zlib.compress(PIXELS)), (b"IEND", b"")]
    return png(chunks) + b"Nadia was here"
