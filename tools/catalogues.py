"""Brings the catalogues of messages up to date with the source: `make messages`.

Every message of the source is written into each `LANGUAGE.po`, where people translate it; `LANGUAGE.mo`, which the
program reads, is made of that. A message that the source does not have any more leaves its translation behind.
"""

from __future__ import annotations

import ast
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parent.parent / "src" / "vaexercise"
CATALOGUES = SOURCE / "messages"
LANGUAGES = ("ar", "es", "fr", "km", "pt", "ru")
SINGLE, PLURAL = {"say", "to_say", "everywhere"}, "count"
NEVER = datetime(2012, 5, 22, tzinfo=UTC)
"""Stands for the day of a catalogue, so that the same messages give the same file."""


def messages() -> Catalog:
    """All messages of the source, each with the files that it stands in."""
    found = Catalog(fuzzy=False)
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text("utf-8")
        if "from vaexercise.messages import" in text or path.parent == CATALOGUES:
            for message in _said(ast.parse(text)):
                found.add(message, locations=[(path.relative_to(SOURCE).as_posix(), 0)])
    return found


def _said(tree: ast.Module) -> Iterator[str | tuple[str, ...]]:
    """What the calls of `say`, `to_say`, `everywhere` and `count` say, in their order."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name))
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        words = tuple(a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str))
        if name in SINGLE and words:
            yield words[0]
        if name == PLURAL and len(words) > 1:
            yield words


def _empty(language: str) -> Catalog:
    """A catalogue with nothing but its head, which says nothing of who ran this, and when."""
    return Catalog(
        locale=language,
        project="vaexercise",
        version="reports",
        header_comment="# What reports say. Keep what stands in braces; forms of a plural may leave {n} out.",
        msgid_bugs_address="",
        last_translator="",
        language_team="",
        creation_date=NEVER,
        revision_date=NEVER,
        fuzzy=False,
    )


def path_of(language: str) -> Path:
    """Where people translate into a language."""
    return CATALOGUES / f"{language}.po"


def read(language: str) -> Catalog:
    """What is translated into a language; an empty catalogue if nothing is."""
    if not path_of(language).exists():
        return _empty(language)
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str, source: Catalog) -> Catalog:
    """The catalogue of a language with just the messages of the source, and the translations that there are."""
    before, after = read(language), _empty(language)
    for message in source:
        if message.id:
            known = before.get(message.id)
            after.add(message.id, known.string if known else None, locations=message.locations)
    return after


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as the program reads it; what is not translated is left out."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def main() -> None:
    """Write all catalogues, and say how much of each is translated."""
    source = messages()
    for language in LANGUAGES:
        catalogue = updated(language, source)
        with path_of(language).open("wb") as file:
            write_po(file, catalogue, width=120, include_lineno=False)
        path_of(language).with_suffix(".mo").write_bytes(compiled(catalogue))
        done = sum(map(is_translated, catalogue))
        print(f"{language}: {done} of {len(catalogue)} messages")


def is_translated(message: Message) -> bool:
    """Whether a message, and not the head of a catalogue, has all its forms."""
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return bool(message.id) and all(forms)


if __name__ == "__main__":
    main()
