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
from vaexercise.capture.sheets.model import MARKS, Statements
from vaexercise.capture.sheets.outline import OutlineReader
from vaexercise.capture.sheets.pages import details, entries, filled, help_for, marks, prompt
from vaexercise.model.text import clean_line, counted, in_language
from vaexercise.questions.choices import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.capture.sheets.pages import Page, Section
    from vaexercise.model.feedback import Answer, Point
    from vaexercise.model.form import Blank, Form

_LONGEST_LABEL = 90
"""Characters. A longer label stands in the help, and the blank's name before the colon."""


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
    lines = list(help_for(section, language))
    if len(section.form.blanks) > 1:
        named = [(name_of(section.form, blank, language), words) for blank, words in details(section, language)]
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
    form = section.form
    for _ in range(section.room):
        is_bare = form.repeats or len(form.blanks) == 1 or not section.response.group
        yield "- " if is_bare else f"- **{section.code}**"
        names = (name_of(form, blank, language) for blank in (form.blanks[1:] if form.repeats else form.blanks))
        if form.repeats or len(form.blanks) > 1:
            yield from (f"  - {escaped_name(name)}: " for name in names)


def _entry(section: Section, said: Point | Answer, language: str) -> Iterator[str]:
    form = section.form
    first = form.blanks[0] if form.repeats or len(form.blanks) == 1 else None
    words = cell_of(first, said.values.get(first.name, "")) if first else ""
    yield f"- **{said.code}** {escaped(words, '  ')}".rstrip(" ")
    for blank in filled(section, said):
        if blank != first:
            text = escaped(cell_of(blank, said.values[blank.name]), "    ")
            yield f"  - {escaped_name(name_of(form, blank, language))}: {text}".rstrip(" ")
    yield from (f"  - {name}: {escaped(mark)}" for name, mark in marks(said).items())


def name_of(form: Form, blank: Blank, language: str) -> str:
    """How a blank is named in a sheet: by its label, unless that is long or could be taken for something else."""
    label = clean_line(in_language(blank.label, language))
    others = [other for other in (*form.blanks, *form.extras) if other is not blank]
    taken = {folded(name) for other in others for name in (other.name, *_labels(other))} | {*MARKS}
    usable = 0 < len(label) <= _LONGEST_LABEL and not label.endswith("?") and folded(label) not in taken
    return label if usable else blank.name


def _labels(blank: Blank) -> tuple[str, ...]:
    return (blank.label,) if isinstance(blank.label, str) else tuple(blank.label.values())
