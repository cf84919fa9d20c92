"""`plenary summary --slides`: a page for the projector, and only that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise

if TYPE_CHECKING:
    from pathlib import Path


def test_slides_are_written_as_a_page(workshop: Path, tmp_path: Path) -> None:
    """The file is named, and has a slide for what each group starred."""
    done = must("plenary", "summary", "--slides", "--output", tmp_path / "slides.html", "--workshop", workshop)
    assert done.out == f"{tmp_path / 'slides.html'}\n"
    page = (tmp_path / "slides.html").read_text(encoding="utf-8")
    assert '<section id="s1"' in page
    assert "G1-Q1-01" in page


def test_public_slides_name_no_group_where_that_is_promised(workshop: Path, tmp_path: Path) -> None:
    """They say that they are the public version, and have neither codes nor groups."""
    file = workshop / "workshop.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}\nprivacy:\n  attribution: none\n", encoding="utf-8")
    page = tmp_path / "slides.html"
    must("plenary", "summary", "--slides", "--public", "--output", page, "--workshop", workshop)
    assert "Public version" in page.read_text(encoding="utf-8")
    assert "G1-Q" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("names", [[], ["slides.pdf"], ["slides.html", "slides.docx"]])
def test_other_endings_are_refused_before_anything_is_written(names: list[str], workshop: Path, tmp_path: Path) -> None:
    """The sentence says what to type instead."""
    outputs = [word for name in names for word in ("--output", tmp_path / name)]
    done = vaexercise("plenary", "summary", "--slides", *outputs, "--workshop", workshop)
    assert done.code == 2
    assert "plenary summary --slides --output slides.html" in done.err
    assert not [name for name in names if (tmp_path / name).exists()]
