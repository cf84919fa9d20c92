"""JPEG files: their segments, and which of them are the picture (ITU-T T.81, annex B)."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.workshop.pictures.bare import Bare, NoPicture, check_size
from vaexercise.workshop.pictures.turning import AS_STORED, orientation, turned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

START = b"\xff\xd8\xff"
_SOI, _EOI, _SOS = b"\xff\xd8", 0xD9, 0xDA
_ORDINARY = (0xC0, 0xC1, 0xC2)
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_TABLES = frozenset((0xC4, 0xDB, 0xDD))
_APP0, _APP1, _APP2, _APP14, _COMMENT = 0xE0, 0xE1, 0xE2, 0xEE, 0xFE
_BESIDE = frozenset((*range(_APP0, 0xF0), _COMMENT))
_EXIF, _JFIF, _PROFILE, _ADOBE = b"Exif\0\0", b"JFIF\0", b"ICC_PROFILE\0", b"Adobe"
_JFIF_SIZE, _ADOBE_SIZE = 14, 12
_MOST = 2_000
"""So many segments no picture has; a file of nothing else would keep us busy."""
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends the data of a scan: a marker that is neither a stuffed byte nor a restart."""

_EARLY = "ends before the picture does. Copy it again from where it came from."
_DAMAGED = "is damaged, or no JPEG. Open it where it came from, and save it as JPEG again."
_UNUSUAL = "is a rare kind of JPEG that not every program shows. Save it as an ordinary JPEG, or as PNG."


class _Segment(NamedTuple):
    """A marker, what follows its length, and the data of the scan that it begins."""

    marker: int
    payload: bytes
    scan: bytes = b""

    def written(self) -> bytes:
        size = len(self.payload) + 2
        return bytes((0xFF, self.marker)) + size.to_bytes(2, "big") + self.payload + self.scan


def bare(data: bytes) -> Bare:
    """The picture alone; of what was beside it only which way up it is. Raises `NoPicture`."""
    segments = list(islice(_segments(data), _MOST + 1))
    if len(segments) > _MOST:
        raise NoPicture(_DAMAGED)
    width, height = _size(segments)
    check_size(width, height)
    kept = [one for segment in segments for one in _kept(segment)]
    way = _way_up(segments)
    if way != AS_STORED:
        kept.insert(kept[0].marker == _APP0, _Segment(_APP1, _EXIF + turned(way)))
    return Bare("jpg", b"".join([_SOI, *(one.written() for one in kept), bytes((0xFF, _EOI))]), width, height)


def _segments(data: bytes) -> Iterator[_Segment]:
    """All segments to the end of the picture; what stands behind it is left."""
    at = len(_SOI)
    while True:
        if data[at : at + 1] != b"\xff":
            raise NoPicture(_EARLY if at >= len(data) else _DAMAGED)
        while data[at + 1 : at + 2] == b"\xff":
            at += 1
        marker, size = data[at + 1 : at + 2], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == bytes((_EOI,)):
            return
        payload = data[at + 4 : at + 2 + size]
        if len(data) < at + 4 or len(payload) < size - 2:
            raise NoPicture(_EARLY)
        if size < 2:  # noqa: PLR2004  the length counts itself
            raise NoPicture(_DAMAGED)
        at += 2 + size
        end = _scan_end(data, at) if marker[0] == _SOS else at
        yield _Segment(marker[0], payload, data[at:end])
        at = end


def _scan_end(data: bytes, start: int) -> int:
    match = _AFTER_SCAN.search(data, start)
    if match is None:
        raise NoPicture(_EARLY)
    return match.start()


def _size(segments: Sequence[_Segment]) -> tuple[int, int]:
    """Width and height. Raises `NoPicture` for another order of segments than a picture has."""
    frames = [place for place, one in enumerate(segments) if one.marker in _FRAMES]
    scans = [place for place, one in enumerate(segments) if one.marker == _SOS]
    if any(one.marker not in _FRAMES | _TABLES | _BESIDE | {_SOS} for one in segments):
        raise NoPicture(_UNUSUAL)
    if len(frames) != 1 or not scans or scans[0] < frames[0]:
        raise NoPicture(_DAMAGED)
    frame = segments[frames[0]]
    if frame.marker not in _ORDINARY or frame.payload[:1] != b"\x08":
        raise NoPicture(_UNUSUAL)
    parts = frame.payload[5:6]
    if parts not in {b"\x01", b"\x03", b"\x04"} or len(frame.payload) != 6 + 3 * parts[0]:
        raise NoPicture(_DAMAGED)
    return int.from_bytes(frame.payload[3:5], "big"), int.from_bytes(frame.payload[1:3], "big")


def _kept(segment: _Segment) -> Iterator[_Segment]:
    """What the picture needs: no small copy of it, and of what programs write beside it only its colours."""
    marker, payload = segment.marker, segment.payload
    if marker not in _BESIDE or (marker == _APP2 and payload.startswith(_PROFILE)):
        yield segment
    elif marker == _APP0 and payload.startswith(_JFIF) and len(payload) >= _JFIF_SIZE:
        yield _Segment(marker, payload[: _JFIF_SIZE - 2] + b"\0\0")
    elif marker == _APP14 and payload.startswith(_ADOBE) and len(payload) >= _ADOBE_SIZE:
        yield _Segment(marker, payload[:_ADOBE_SIZE])


def _way_up(segments: Sequence[_Segment]) -> int:
    exif = (one.payload[len(_EXIF) :] for one in segments if one.marker == _APP1 and one.payload.startswith(_EXIF))
    return orientation(next(exif, b""))
