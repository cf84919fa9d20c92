"""Pictures are kept pixel for pixel, and nothing beside the pixels is."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_pictures import (
    PIXELS,
    PLAIN_JPEG,
    PLAIN_PNG,
    SECRETS,
    chunk,
    header,
    png,
    segment,
    told_jpeg,
    told_png,
)

from vaexercise.errors import NoSuchFile, Refused
from vaexercise.workshop.pictures.bare import NoPicture
from vaexercise.workshop.pictures.reading import LARGEST, picture, read_picture
from vaexercise.workshop.pictures.turning import orientation, turned

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

WAYS = st.integers(2, 8)


@pytest.mark.parametrize(("told", "plain"), [(told_jpeg(), PLAIN_JPEG), (told_png(), PLAIN_PNG)])
def test_what_stands_beside_the_pixels_goes_and_the_pixels_stay(told: bytes, plain: bytes) -> None:
    """Place, time, camera, comments, small copies and what stands behind the end: what is left is the plain picture."""
    assert all(word in told_jpeg() + told_png() for word in SECRETS)
    assert picture(told).data == plain


@settings(deadline=None)
@given(WAYS, st.booleans())
def test_which_way_up_a_picture_is_stays(way: int, little: bool) -> None:  # noqa: FBT001  drawn
    """A turned picture keeps its orientation, in either order of bytes, and nothing else of its EXIF data."""
    for told in (told_jpeg(way, little=little), told_png(way)):
        kept = picture(told).data
        assert not [word for word in SECRETS if word in kept]
        assert orientation(kept[kept.index(b"MM\0*") :]) == way


def test_the_size_in_pixels_is_told() -> None:
    """Width before height, of both formats."""
    assert picture(told_jpeg())[2:] == (12, 8)
    assert picture(told_png())[2:] == (3, 2)


@settings(deadline=None, max_examples=400)
@given(st.sampled_from([told_jpeg(6), told_png(6), PLAIN_JPEG, PLAIN_PNG]), st.randoms(use_true_random=False))
def test_any_damage_is_refused_or_leaves_a_bare_picture(whole: bytes, chance: random.Random) -> None:
    """Bytes changed, cut or doubled anywhere raise nothing else than a refusal; what is taken has nothing beside it."""
    data = bytearray(whole)
    for _ in range(chance.randint(0, 5)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    damaged = bytes(data[: chance.randint(0, len(data))] + data[chance.randint(0, len(data)) :])
    try:
        kept = picture(damaged).data
    except NoPicture:
        return
    assert picture(kept).data == kept


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_exif_data_says_a_way_up(data: bytes) -> None:
    """Whatever stands there, it is a number from 1 to 8, and what we write says what we mean."""
    for start in (b"", b"II*\0", b"MM\0*", b"MM\0*\0\0\0\x08"):
        way = orientation(start + data)
        assert 1 <= way <= 8
        assert orientation(turned(way)) == way


def test_colours_stay() -> None:
    """A profile of colours, which may be a long way from grey, is part of the picture."""
    profile = segment(0xE2, b"ICC_PROFILE\0\x01\x01colours")
    assert profile in picture(PLAIN_JPEG[:20] + profile + PLAIN_JPEG[20:]).data
    adobe = segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01")
    assert adobe in picture(PLAIN_JPEG[:20] + adobe + PLAIN_JPEG[20:]).data


def cut(data: bytes, start: bytes) -> bytes:
    return data[: data.index(start)]


FRAME = PLAIN_JPEG.index(b"\xff\xc0")
BAD = {
    "a text": (b"No picture at all", "is no picture"),
    "nothing": (b"", "is empty"),
    "a GIF": (b"GIF89a", "is a GIF"),
    "a HEIC": (b"\0\0\0\x18ftypheic", "is a HEIC"),
    "a PDF": (b"%PDF-1.7", "is a PDF"),
    "a JPEG cut in its scan": (PLAIN_JPEG[:-10], "ends before the picture does"),
    "a JPEG cut in a segment": (PLAIN_JPEG[:30], "ends before the picture does"),
    "a JPEG cut after its start": (PLAIN_JPEG[:4], "ends before the picture does"),
    "a JPEG without a scan": (cut(PLAIN_JPEG, b"\xff\xda") + b"\xff\xd9", "is damaged"),
    "a JPEG without a frame": (cut(PLAIN_JPEG, b"\xff\xc0") + b"\xff\xd9", "is damaged"),
    "a JPEG with no length": (b"\xff\xd8\xff\xdb\0\0", "is damaged"),
    "a JPEG with bytes between": (PLAIN_JPEG[:20] + b"xx" + PLAIN_JPEG[20:], "is damaged"),
    "a JPEG of segments only": (b"\xff\xd8" + segment(0xFE, b"") * 3_000, "is damaged"),
    "a JPEG without loss": (PLAIN_JPEG.replace(b"\xff\xc0", b"\xff\xc3"), "is a rare kind of JPEG"),
    "a JPEG of arithmetic": (PLAIN_JPEG[:20] + segment(0xCC, b"") + PLAIN_JPEG[20:], "is a rare kind of JPEG"),
    "a JPEG of two colours": (PLAIN_JPEG[: FRAME + 9] + b"\x02" + PLAIN_JPEG[FRAME + 10 :], "is damaged"),
    "a JPEG without height": (PLAIN_JPEG[: FRAME + 5] + b"\0\0" + PLAIN_JPEG[FRAME + 7 :], "has no pixels"),
    "a huge JPEG": (PLAIN_JPEG[: FRAME + 5] + b"\xff\xff" + PLAIN_JPEG[FRAME + 7 :], "12 × 65,535 pixels"),
    "a PNG cut": (PLAIN_PNG[:-3], "ends before the picture does"),
    "a PNG with a wrong sum": (PLAIN_PNG[:-1] + b"x", "is damaged"),
    "a PNG without pixels": (png([header(), (b"IEND", b"")]), "ends before the picture does"),
    "a PNG with few pixels": (png([header(), (b"IDAT", zlib.compress(PIXELS[:-1])), (b"IEND", b"")]), "ends before"),
    "a PNG of no pixels": (png([header(0), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]), "has no pixels"),
    "a PNG of noise": (png([header(), (b"IDAT", b"noise"), (b"IEND", b"")]), "is damaged"),
    "a PNG of a rare filter": (png([header(), (b"IDAT", zlib.compress(b"\x09" * 20)), (b"IEND", b"")]), "is damaged"),
    "a PNG without header": (png([(b"IDAT", zlib.compress(PIXELS)), (b"IEND", b"")]), "is damaged"),
    "a PNG of a rare depth": (png([header(depth=3), (b"IEND", b"")]), "is damaged"),
    "a PNG without palette": (png([header(colour=3), (b"IDAT", zlib.compress(PIXELS)), (b"IEND", b"")]), "is damaged"),
    "a PNG of another kind": (png([header(), (b"ABCD", b""), (b"IEND", b"")]), "no ordinary PNG has"),
    "a bomb": (png([header(20_000, 20_000), (b"IEND", b"")]), "50 million pixels are the most"),
    "a bomb of colours": (png([header(7_000, 7_000, 16, 6), (b"IEND", b"")]), "more colours"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_whole_picture_is_refused_with_a_sentence(name: str, tmp_path: Path) -> None:
    """It says what the file is, and what to do; a bomb is refused before it is unpacked."""
    data, said = BAD[name]
    (tmp_path / "file.jpg").write_bytes(data)
    with pytest.raises(Refused, match=said) as refused:
        read_picture(tmp_path / "file.jpg")
    assert str(refused.value).startswith("file.jpg ")
    assert str(refused.value).endswith("Nothing was attached.")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    """Ten megabytes are the most, whatever is in them; a file of just that size is read."""
    (tmp_path / "film.jpg").write_bytes(b"x" * (LARGEST + 1))
    with pytest.raises(Refused, match="more than 10 MB"):
        read_picture(tmp_path / "film.jpg")
    (tmp_path / "large.jpg").write_bytes(PLAIN_JPEG + b"x" * (LARGEST - len(PLAIN_JPEG)))
    assert read_picture(tmp_path / "large.jpg").data == PLAIN_JPEG


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """One that is not there, and a folder."""
    for path in (tmp_path / "none.jpg", tmp_path):
        with pytest.raises(NoSuchFile, match=path.name):
            read_picture(path)


@pytest.mark.parametrize("interlaced", [0, 1])
@pytest.mark.parametrize(("depth", "colour"), [(1, 0), (8, 0), (16, 2), (2, 3), (8, 4), (8, 6)])
def test_pngs_of_every_kind_are_taken(interlaced: int, depth: int, colour: int) -> None:
    """Of any depth and colours, interlaced or not: every row of pixels is there, and none is missed."""
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    passes: Callable[[], list[tuple[int, int]]] = lambda: (  # noqa: E731  columns and rows of 5 by 5 pixels
        [(1, 1), (1, 1), (2, 1), (1, 2), (3, 1), (2, 3), (5, 2)] if interlaced else [(5, 5)]
    )
    rows = b"".join((b"\0" + bytes((columns * depth * samples + 7) // 8)) * number for columns, number in passes())
    start = [header(5, 5, depth, colour, interlaced), *([(b"PLTE", bytes(12))] if colour == 3 else [])]
    whole = png([*start, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")])
    assert picture(whole).data == whole
    with pytest.raises(NoPicture, match="ends before"):
        picture(png([*start, (b"IDAT", zlib.compress(rows[:-1])), (b"IEND", b"")]))


def test_a_moving_picture_stands_still() -> None:
    """Of a PNG that moves, the first frame stays."""
    moving = [header(), (b"acTL", bytes(8)), (b"IDAT", zlib.compress(PIXELS)), (b"fdAT", b"more"), (b"IEND", b"")]
    assert picture(png(moving)).data == PLAIN_PNG
    assert chunk(b"acTL", bytes(8)) not in picture(png(moving)).data
