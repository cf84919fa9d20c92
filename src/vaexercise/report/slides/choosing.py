"""Which parts of a report are shown on a screen, and in which order: those that people talk about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vaexercise.messages import say
from vaexercise.model.plenary import Grid, Lines
from vaexercise.questions.summing import NO_ANSWER
from vaexercise.report.model import Bars, Facts, Note, Paragraph, Picture, Words
from vaexercise.report.slides.model import Entries, Entry, Idea, Lengths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vaexercise.model.plenary import Line
    from vaexercise.report.model import Block, Report, Section

_SHOWN: Mapping[str, tuple[type, ...]] = {
    "glance": (Facts, Note),
    "easy": (Paragraph,),
    "findings": (Lines, Note, Paragraph),
    "headlines": (Lines,),
    r"question-\d+": (Bars,),
    r"question-\d+-(common|differs)": (Lines,),
    "priorities": (Grid, Paragraph),
    r"vote-\d+": (Bars, Paragraph),
    "actions": (Grid, Paragraph),
    r"action-\d+": (Grid, Lines, Bars),
    "pictures": (Picture, Note),
}
"""Which blocks of which sections are shown, by the anchors of sections."""
_QUESTION = 3
"""The level of sections that are about a question or a vote."""
_OVER = 70
"""Letters of the line above a heading at most: it stands whole where the section begins."""


def ideas(report: Report) -> Iterator[Idea]:
    """The title, what has to be known first, what the day came to, and whose the words are."""
    yield _title(report)
    yield from _texts(Words(say("Please note")), report.notes)
    parts = [*_shown(report)]
    for place, (section, blocks) in enumerate(parts):
        below = [other for other, _ in parts[place + 1 :] if other.anchor.startswith(f"{section.anchor}-")]
        yield from _section(section, _over(section, report.sections), blocks, begins=bool(blocks or below))
    if report.footer:
        yield from _texts(Words(say("About these slides")), [Paragraph(text=report.footer)])


def _title(report: Report) -> Idea:
    lines = tuple(Entry(text=line) for line in report.subtitle)
    return Idea(heading=Words(report.title, report.title_language), body=Entries(entries=lines), opening=True)


def _shown(report: Report) -> Iterator[tuple[Section, Sequence[Block]]]:
    """Sections with those of their blocks that are shown."""
    unneeded = _unneeded(report.sections)
    for section in report.sections:
        kinds = next((kinds for anchor, kinds in _SHOWN.items() if re.fullmatch(anchor, section.anchor)), ())
        if kinds and not (unneeded and re.fullmatch(unneeded, section.anchor)):
            yield section, [block for block in section.blocks if isinstance(block, kinds)]


def _unneeded(sections: Iterable[Section]) -> str:
    """What each group starred, once themes are there; what each wants to do, once one register has it all."""
    found = []
    if any(section.anchor.endswith(("-common", "-differs")) for section in sections):
        found.append("headlines")
    if any(section.anchor == "actions" and _has_table(section) for section in sections):
        found.append(r"action-\d+")
    return "|".join(found)


def _has_table(section: Section) -> bool:
    return any(isinstance(block, Grid) for block in section.blocks)


def _over(section: Section, sections: Iterable[Section]) -> Words:
    """What a section belongs to: a question, for what stands below it."""
    owner = re.match(r"(question|action|vote)-\d+", section.anchor)
    home = next((one for one in sections if owner and one.anchor == owner[0]), section)
    text = home.full_heading
    if len(text) > _OVER:
        text = f"{text[:_OVER].rpartition(' ')[0] or text[:_OVER]}…"
    return Words(text, home.language)


def _section(section: Section, over: Words, blocks: Sequence[Block], *, begins: bool) -> Iterator[Idea]:
    """What a section comes to. What begins with a slide of its own has its first words there."""
    texts = [block for block in blocks if isinstance(block, Paragraph | Note)]
    heading = Words(section.heading, section.language)
    if begins and (section.level == _QUESTION or section.anchor == "actions"):
        first = [block for block in section.blocks if isinstance(block, Paragraph)][:1]
        yield Idea(heading=heading, over=Words(section.label), body=_entries(texts or first), opening=True)
        texts = []
    for block in blocks:
        yield from _block(block, over)
    yield from _texts(heading, texts)


def _texts(heading: Words, texts: Sequence[Paragraph | Note]) -> Iterator[Idea]:
    if texts:
        yield Idea(heading=heading, body=_entries(texts))


def _entries(texts: Iterable[Paragraph | Note]) -> Entries:
    return Entries(entries=tuple(Entry(text=text.text, language=text.language) for text in texts))


def _block(block: Block, over: Words) -> Iterator[Idea]:
    if isinstance(block, Facts):
        tiles = tuple(Entry(text=value, code=label) for label, value in block.rows)
        yield Idea(heading=over, body=Entries(entries=tiles, tiles=True))
    elif isinstance(block, Lines) and block.lines:
        yield Idea(heading=Words(block.title), over=over, body=Entries(entries=tuple(map(_line, block.lines))))
    elif isinstance(block, Grid) and block.rows:
        yield Idea(heading=Words(block.title), over=over, body=Entries(entries=tuple(_rows(block))))
    elif isinstance(block, Bars) and block.rows:
        body = Lengths(heading=block.heading, unit=block.unit, rows=block.rows, most=block.most)
        yield Idea(heading=Words(block.title), over=over, body=body)
    elif isinstance(block, Picture):
        yield Idea(heading=Words(block.caption or over.text, block.language), over=over, body=block)


def _line(line: Line) -> Entry:
    return Entry(text=line.text, language=line.language, code=line.code, star=line.star, beside=line.beside)


def _rows(grid: Grid) -> Iterator[Entry]:
    """Each row by its first column, without the code if that is one; the others stand below it."""
    code = 0 if 0 in grid.attributed else -1
    main = code + 1 if len(grid.columns) > code + 1 else 0
    for place, row in enumerate(grid.rows):
        rest = [number for number in range(len(row)) if number not in (code, main)]
        yield Entry(
            text=row[main],
            language=grid.languages[place] if grid.languages else "",
            code=row[code] if code >= 0 and code != main else "",
            facts=tuple((grid.columns[number], row[number]) for number in rest if row[number] not in {"", NO_ANSWER}),
        )
    if grid.note:
        yield Entry(text=grid.note)
