"""The key findings: every sentence with what it is made of, in the order of how much groups agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import ENGLISH, count, say, spoken, to_say
from vaexercise.model.plenary import Line, Lines
from vaexercise.plenary.caveats import unsorted
from vaexercise.plenary.sentences import CITED_ACTIONS
from vaexercise.report.model import Section
from vaexercise.report.texts import own_note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.plenary.sentences import Cited, Kind, Sentence
    from vaexercise.plenary.synthesis import Synthesis

_PARTS: Mapping[str, tuple[Kind, ...]] = {
    to_say("Raised by several groups"): ("common",),
    to_say("Raised in plenary"): ("plenary",),
    to_say("Where opinions differ"): ("differs", "both", "divided", "apart"),
    to_say("Priorities"): ("placed", "chosen"),
    to_say("Actions"): ("actions",),
    to_say("Gaps"): ("gaps",),
    to_say("How other questions stand"): ("question", "silent"),
    to_say("Added by hand"): ("own",),
}
"""Which kinds of sentences stand under which title."""


def findings(synthesis: Synthesis) -> list[Section]:
    """The sentences that people left in, and which questions are not sorted to the end; nothing without a sentence."""
    there = [sentence for sentence in synthesis.sentences if not sentence.gone]
    language = ENGLISH if synthesis.published else spoken()
    blocks = [
        Lines(title=say(title), lines=tuple(_line(sentence, language) for sentence in there if sentence.kind in kinds))
        for title, kinds in _PARTS.items()
    ]
    kept = tuple(block for block in blocks if block.lines)
    caveat = unsorted(synthesis.questions)
    notes = [own_note(words) for words in (caveat if kept else "", _held(synthesis.held)) if words]
    if not (kept or notes):
        return []
    return [Section(heading=say("Key findings"), anchor="findings", blocks=(*kept, *notes))]


def _held(number: int) -> str:
    """That sentences are left out until somebody decides about them."""
    if not number:
        return ""
    return count(
        number,
        "{n} sentence is left out: what it cites was withdrawn.",
        "{n} sentences are left out: what they cite was withdrawn.",
    )


def _line(sentence: Sentence, language: str) -> Line:
    """A sentence after its sources. One that people wrote may be in any language."""
    edited = sentence.edited and sentence.kind != "own"
    return Line(
        code=", ".join(_named(source) for source in sentence.sources if source.name),
        text=sentence.text,
        language="" if sentence.edited else language,
        beside=say("(edited)") if edited else "",
    )


def _named(source: Cited) -> str:
    return say("Register") if source == CITED_ACTIONS else source.name
