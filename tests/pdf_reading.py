"""What is in a PDF: its text as a reader copies it, its tags, and what is wrong with it for who does not see it."""

from __future__ import annotations

import io
import re
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf
import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u2066-\u2069\ufffe\ufeff]+")
_TURNED = str.maketrans(")]}”", "([{“")
_HEADING = re.compile(r"H([1-6])")


class Tag(NamedTuple):
    """A node of the structure: its role, the language it states, its attributes, other texts, how deep it stands."""

    role: str
    language: str
    attributes: dict[str, str]
    alternative: str
    inside: tuple[str, ...]


def pages_of(data: bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def text_of_pdf(data: bytes) -> str:
    """The text of all pages; where a word was broken at its hyphen, the hyphen is there."""
    return "\n".join(pages_of(data)).replace("\ufffe", "-").replace("\x02", "-")


def squeezed_text(text: str) -> str:
    """Text without spaces and what nobody sees, so that it can be compared however its lines are broken.

    PDFium turns brackets in Arabic round, and the two letters of the joined lam and alef: they count as the same.
    """
    joined = _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).translate(_TURNED)
    return joined.replace("\u0644\u0627", "\u0627\u0644")


def tags_of(data: bytes) -> list[Tag]:
    """The structure in the order in which it is read."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return list(_walk(pdf.Root.StructTreeRoot, ()))


def _walk(node: Any, inside: tuple[str, ...]) -> Iterator[Tag]:  # noqa: ANN401  pikepdf's objects are of any kind
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            role = str(child.S).removeprefix("/")
            alternative = str(child.get("/Alt", ""))
            yield Tag(role, str(child.get("/Lang", "")), _attributes(child), alternative, inside)
            yield from _walk(child, (*inside, role))


def _attributes(node: Any) -> dict[str, str]:  # noqa: ANN401
    found = node.get("/A", [])
    all_of_them = found if isinstance(found, pikepdf.Array) else [found]
    return {str(key): str(value) for each in all_of_them for key, value in dict(each).items()}


def faults_of(data: bytes) -> list[str]:
    """What PDF/UA-1 asks for and is not there."""
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as metadata:
        asked = {
            "marked as tagged": _says(pdf.Root, "/MarkInfo", "/Marked"),
            "a language": bool(str(pdf.Root.get("/Lang", ""))),
            "the title is shown": _says(pdf.Root, "/ViewerPreferences", "/DisplayDocTitle"),
            "a title": bool(str(metadata.get("dc:title", "")).strip()),
            "says that it is PDF/UA": metadata.get("{http://www.aiim.org/pdfua/ns/id/}part") == "1",
            "fonts are embedded": all(map(_embedded, pdf.objects)),
            "links in the order of reading": all(
                str(page.get("/Tabs", "")) == "/S" for page in pdf.pages if "/Annots" in page
            ),
        }
    return [*(what for what, there in asked.items() if not there), *_faults_of_tags(tags_of(data))]


def _says(root: pikepdf.Object, what: str, that: str) -> bool:
    return what in root and bool(root[what].get(that, False))


def _embedded(thing: Any) -> bool:  # noqa: ANN401
    is_font = isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
    return not is_font or any(kind in thing for kind in ("/FontFile", "/FontFile2", "/FontFile3"))


def _faults_of_tags(tags: list[Tag]) -> Iterator[str]:
    last = 0
    for tag in tags:
        if level := _HEADING.fullmatch(tag.role):
            if int(level[1]) > last + 1:
                yield f"a heading goes from {last} to {level[1]}"
            last = int(level[1])
        if tag.role in {"Figure", "Formula"} and not tag.alternative:
            yield "a figure without words"
        if tag.role == "TH" and "/Scope" not in tag.attributes:
            yield "a head of a table that does not say of what"
    tables, heads = (sum(tag.role == role for tag in tags) for role in ("Table", "THead"))
    if tables != heads:
        yield "a table without a head"


def title_of(data: bytes) -> str:
    """The title in the document's properties."""
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as metadata:
        return str(metadata.get("dc:title", ""))


def sizes_of(data: bytes) -> set[tuple[int, int]]:
    """Width and height of the pages in points."""
    document = pypdfium2.PdfDocument(data)
    return {(round(page.get_width()), round(page.get_height())) for page in document}
