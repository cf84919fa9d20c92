"""From the synthesis to the neutral report: what stands where."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from vaexercise.report.back import code_key, left_over, not_discussed
from vaexercise.report.clean import cleaned
from vaexercise.report.findings import findings
from vaexercise.report.front import glance, headlines, who
from vaexercise.report.model import Report
from vaexercise.report.priorities import priorities
from vaexercise.report.published import version_note
from vaexercise.report.questioned import actions, questions, sources
from vaexercise.report.texts import OWN_LANGUAGE, Texts, own_note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.plenary.synthesis import Synthesis

SCHEMA = "vaexercise/summary/1"


def build(synthesis: Synthesis, *, language: str = "en", warnings: Sequence[str] = ()) -> Report:
    """The whole report. Prompts are in `language` where the exercise has it, else in the exercise's own.

    `warnings` are sentences that a reader has to know before anything else.
    """
    clean, warned = cleaned((synthesis, tuple(warnings)))
    texts = Texts(language, clean.exercise_language)
    sections = [
        glance(clean),
        *findings(clean),
        *headlines(clean),
        *who(clean),
        *questions(clean, texts),
        *priorities(clean),
        *actions(clean, texts),
        *sources(clean),
        *left_over(clean.totals),
        not_discussed(clean, texts),
        *code_key(clean),
    ]
    exercise = f"Exercise: {texts.said(clean.exercise_title).text} (version {clean.exercise_version})"
    return Report(
        title=clean.title,
        title_language=clean.language,
        language=OWN_LANGUAGE,
        subtitle=tuple(filter(None, [", ".join(filter(None, [clean.place, clean.dates])), exercise])),
        notes=(*version_note(clean.published), *map(own_note, warned)),
        sections=tuple(sections),
        footer="Made by vaexercise from the record of the working groups. Every line is in their own words.",
        data={"schema": SCHEMA, "warnings": warned, **asdict(clean)},
    )
