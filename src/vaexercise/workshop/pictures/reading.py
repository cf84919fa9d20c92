"""From a file that somebody names to a picture that can be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import NoSuchFile, Refused
from vaexercise.workshop.pictures import jpeg, png
from vaexercise.workshop.pictures.bare import NoPicture

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.workshop.pictures.bare import Bare

LARGEST = 10_000_000
"""Bytes of a picture: a summary with ten of them can still be sent."""

_KNOWN = {
    b"GIF8": "is a GIF",
    b"RIFF": "is a WebP, or no picture",
    b"II*\0": "is a TIFF or a raw picture",
    b"MM\0*": "is a TIFF or a raw picture",
    b"BM": "is a BMP",
    b"%PDF": "is a PDF",
}
_HEIC = b"ftyp"
_SAVE = "Pictures are JPEG or PNG: open it where it came from, and save it as one of these."


def read_picture(path: Path) -> Bare:
    """A picture without what was beside it in its file: place, time, camera, comments, a small copy.

    Its pixels stay as they are. Raises `Refused` for anything that is no whole JPEG or PNG, and for what is too large;
    `NoSuchFile` for a file that cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise NoSuchFile(path=path, reason=error.strerror) from error
    if len(data) > LARGEST:
        most = f"{LARGEST // 1_000_000} MB"
        raise Refused(reason=f"{path.name} has more than {most}. Save it smaller. Nothing was attached.")
    try:
        return picture(data)
    except NoPicture as error:
        raise Refused(reason=f"{path.name} {error} Nothing was attached.") from error


def picture(data: bytes) -> Bare:
    """The same for bytes of which nobody says how large they may be. Raises `NoPicture`."""
    if data.startswith(jpeg.START):
        return jpeg.bare(data)
    if data.startswith(png.START):
        return png.bare(data)
    if not data:
        raise NoPicture("is empty.")
    known = "is a HEIC or a film" if data[4:8] == _HEIC else ""
    said = known or next((said for start, said in _KNOWN.items() if data.startswith(start)), "is no picture")
    raise NoPicture(f"{said}. {_SAVE}")
