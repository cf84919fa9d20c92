"""Which way up a picture is: all that is kept of its EXIF data, which else tell place, time and camera.

The orientation is the tag 0x0112 of the first directory of a TIFF header, a number from 1 (as it is stored) to 8:
EXIF 2.3, section 4.6.4.
"""

from __future__ import annotations

from struct import Struct

AS_STORED = 1
_TAG, _SHORT = 0x0112, 3
_ENTRY = 12
_MOST = 8


def orientation(tiff: bytes) -> int:
    """The number that a TIFF header says, 1 to 8; 1 if it says none, or cannot be read."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None or len(tiff) < 8:  # noqa: PLR2004  mark and offset of the first directory
        return AS_STORED
    [start] = Struct(f"{order}I").unpack_from(tiff, 4)
    short = Struct(f"{order}H")
    if start + 2 > len(tiff):
        return AS_STORED
    [entries] = short.unpack_from(tiff, start)
    entry = Struct(f"{order}HHIH")
    for at in range(start + 2, min(start + 2 + entries * _ENTRY, len(tiff) - _ENTRY + 1), _ENTRY):
        tag, kind, number, value = entry.unpack_from(tiff, at)
        if (tag, kind, number) == (_TAG, _SHORT, 1):
            return value if AS_STORED <= value <= _MOST else AS_STORED
    return AS_STORED


def turned(way: int) -> bytes:
    """A TIFF header that says which way up, and nothing else."""
    return Struct(">2sHIHHHIHHI").pack(b"MM", 42, 8, 1, _TAG, _SHORT, 1, way, 0, 0)
