"""Sheets in Markdown: what `feedback show --markdown` prints, to be read, corrected, and brought back.

# Group 2                          who it is about; By: and a name may follow

## Q1 What are the challenges?     a question, by its code or id; the rest of the line is not read

> One line, one point.             help, which is not read

- **G2-Q1-04** Late data           a point that there is: other words change it
  - star: yes                      more about it: blanks by their name or label, and marks
- No budget line                   a new point

## Q2 Who?

*not-discussed*                    in place of an answer
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.capture.sheets.cells import cell_of
from vaexercise.capture.sheets.lines import lines_of
from vaexercise.capture.sheets.markdown import escaped, escaped_name
from vaexercise.capture.sheets.outline import OutlineReader
from vaexercise.capture.sheets.pages import details, entries, filled, help_for, marks, names, prompt
from vaexercise.model.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.capture.sheets.model import Statements
    from vaexercise.capture.sheets.pages import Page, Section
    from vaexercise.model.feedback import Answer, Point


def read(data: bytes, file: str) -> Statements:
    """What the sections say; a line that belongs nowhere is a fault of that line."""
    lines, notices = lines_of(data, file)
    return OutlineReader(file, lines).document(notices)


def write(pages: Sequence[Page]) -> bytes:
    """A section for each question of each group."""
    return "\n".join(line for page in pages for line in _page(page)).encode()


def _page(page: Page) -> Iterator[str]:
    yield from (f"# {page.name}", "")
    if page.by:
        yield from (f"By: {escaped(page.by)}", "")
    for section in page.sections:
        yield from (f"## {escaped(section.key)} {escaped(prompt(section, page.language))}".rstrip(), "")
        if section.room:
            yield from _help(section, page.language)
        if section.withheld:
            yield from (f"> {counted(section.withheld, 'private entry is', 'private entries are')} left out here.", "")
        yield from _section(section, page.language)
        yield ""


def _help(section: Section, language: str) -> Iterator[str]:
    seen = names(section.form, language)
    lines = list(help_for(section, language, seen))
    if len(section.form.blanks) > 1:
        named = [(seen[blank.name], words) for blank, words in details(section, language)]
        lines += [words if words.startswith(name) else f"{name}: {words}" for name, words in named if words != name]
        if section.form.repeats:
            lines.append(f"After the dash: {named[0][0]}")
    if lines:
        yield "  \n".join(f"> {escaped(line)}" for line in lines)
        yield ""


def _section(section: Section, language: str) -> Iterator[str]:
    if section.response.state in {"skipped", "nothing", "not-discussed"}:
        yield f"*{section.response.state}*"
    for said in entries(section):
        yield from _entry(section, said, language)
    form, seen = section.form, names(section.form, language)
    for _ in range(section.room):
        is_bare = form.repeats or len(form.blanks) == 1 or not section.response.group
        yield "- " if is_bare else f"- **{section.code}**"
        blanks = form.blanks[1:] if form.repeats else form.blanks
        if form.repeats or len(form.blanks) > 1:
            yield from (f"  - {escaped_name(seen[blank.name])}: " for blank in blanks)


def _entry(section: Section, said: Point | Answer, language: str) -> Iterator[str]:
    form, seen = section.form, names(section.form, language)
    first = form.blanks[0] if form.repeats or len(form.blanks) == 1 else None
    words = cell_of(first, said.values.get(first.name, "")) if first else ""
    yield f"- **{said.code}** {escaped(words, '  ')}".rstrip(" ")
    for blank in filled(section, said):
        if blank != first:
            text = escaped(cell_of(blank, said.values[blank.name]), "    ")
            yield f"  - {escaped_name(seen[blank.name])}: {text}".rstrip(" ")
    yield from (f"  - {name}: {escaped(mark)}" for name, mark in marks(said).items())
