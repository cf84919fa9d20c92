"""Elements of WordprocessingML. Their order within a parent matters to Word: it is that of the schema."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Element = Any
"""An element of lxml, which has no types."""


def el(tag: str, *children: Element | None, **attributes: object) -> Element:
    """An element `w:tag` with its `w:` attributes and those children that are there."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend([child for child in children if child is not None])
    return made


def switch(tag: str, *, on: bool) -> Element | None:
    """An element that says something by being there."""
    return el(tag) if on else None
