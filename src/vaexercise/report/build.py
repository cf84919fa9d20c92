"""From the synthesis to the neutral report: what stands where."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from vaexercise.messages import speaking, spoken
from vaexercise.model.edition import UNDATED
from vaexercise.plenary.held import without_held
from vaexercise.report.annex import annex
from vaexercise.report.approved import plain, status
from vaexercise.report.back import code_key, left_over, not_discussed
from vaexercise.report.clean import cleaned
from vaexercise.report.easy import easy
from vaexercise.report.findings import findings
from vaexercise.report.front import glance, headlines, who
from vaexercise.report.method import method
from vaexercise.report.model import LONG_AGO, Report
from vaexercise.report.pictures import day_pictures
from vaexercise.report.priorities import priorities
from vaexercise.report.published import version_note
from vaexercise.report.questioned import actions, questions, sources
from vaexercise.report.short import short, where
from vaexercise.report.texts import Texts, own_note
from vaexercise.report.titles import footer, subtitle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.edition import Edition
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.report.model import Section

SCHEMA = "vaexercise/summary/1"


def build(
    synthesis: Synthesis,
    *,
    language: str = "en",
    warnings: Sequence[str] = (),
    edition: Edition = UNDATED,
    handout: bool = False,
) -> Report:
    """The whole report, or the short one to hand out.

    It speaks `language`, else English; prompts are in it where the exercise has it, else in the exercise's own.
    `warnings` are sentences that a reader has to know before anything else; `edition` says whether it is a draft.
    The data is that of the whole.
    """
    with speaking(language):
        return _built(cleaned(without_held(synthesis)), language, cleaned(tuple(warnings)), edition, handout=handout)


def _built(clean: Synthesis, language: str, warned: Sequence[str], edition: Edition, *, handout: bool) -> Report:
    texts = Texts(language, clean.exercise_language)
    return Report(
        title=clean.title,
        title_language=clean.language,
        language=spoken(),
        subtitle=subtitle(clean, texts),
        notes=(*([where()] if handout else []), *version_note(clean.published), *map(own_note, warned)),
        sections=tuple(short(clean, texts) if handout else _whole(clean, texts, edition)),
        footer="" if handout else footer(),
        contents=not handout,
        status=status(edition.approval),
        made_on=edition.made_on or LONG_AGO,
        data={"schema": SCHEMA, "warnings": warned, "approval": plain(edition.approval), **asdict(clean)},
    )


def _whole(clean: Synthesis, texts: Texts, edition: Edition) -> list[Section]:
    """What matters most first; what shows that all of it holds last."""
    return [
        glance(clean),
        *easy(clean, texts.language),
        *findings(clean),
        *headlines(clean),
        *who(clean),
        *questions(clean, texts),
        *priorities(clean),
        *actions(clean, texts),
        *left_over(clean.totals),
        not_discussed(clean, texts),
        *day_pictures(clean, edition.pictures),
        *method(clean),
        *sources(clean),
        *code_key(clean),
        *annex(clean, texts),
    ]
