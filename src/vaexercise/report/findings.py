"""The key findings: every sentence with what it is made of, in the order of how much groups agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.plenary import Line, Lines
from vaexercise.report.model import Section
from vaexercise.report.texts import OWN_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.plenary.sentences import Kind, Sentence
    from vaexercise.plenary.synthesis import Synthesis

_PARTS: Mapping[str, tuple[Kind, ...]] = {
    "Raised by several groups": ("common",),
    "Raised in plenary": ("plenary",),
    "Where opinions differ": ("differs", "divided", "apart"),
    "Priorities": ("placed",),
    "Actions": ("actions",),
    "Gaps": ("gaps",),
    "How other questions stand": ("question",),
    "Added by hand": ("own",),
}
"""Which kinds of sentences stand under which title."""


def findings(synthesis: Synthesis) -> list[Section]:
    """The sentences that people left in; nothing without one."""
    there = [sentence for sentence in synthesis.sentences if not sentence.gone]
    blocks = [
        Lines(title=title, lines=tuple(_line(sentence) for sentence in there if sentence.kind in kinds))
        for title, kinds in _PARTS.items()
    ]
    kept = tuple(block for block in blocks if block.lines)
    return [Section(heading="Key findings", anchor="findings", blocks=kept)] if kept else []


def _line(sentence: Sentence) -> Line:
    """A sentence after its sources. One that people wrote may be in any language."""
    edited = sentence.edited and sentence.kind != "own"
    return Line(
        code=", ".join(source.name for source in sentence.sources),
        text=sentence.text,
        language="" if sentence.edited else OWN_LANGUAGE,
        beside="(edited)" if edited else "",
    )
