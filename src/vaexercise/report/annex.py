"""The annex: what each group said, in its own order, to the questions that are shown by theme before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.messages import say
from vaexercise.model.groups import UNNAMED
from vaexercise.model.plenary import Line, Lines
from vaexercise.report.model import Section
from vaexercise.report.texts import own

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.plenary.outcome import Outcome
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.plenary.themed import Themed
    from vaexercise.report.texts import Texts


def annex(synthesis: Synthesis, texts: Texts) -> list[Section]:
    """Group by group, question by question, each point with the themes that it is in.

    Nothing where groups and codes are not said; of a question that no theme was made of, its points stand under it
    in this very order.
    """
    sorted_ = [outcome for outcome in synthesis.questions if outcome.themed and outcome.themed.begun]
    if not sorted_ or any(group.startswith(UNNAMED) for group in synthesis.groups):
        return []
    said = own(say("What each group said to the questions that are shown by theme above, and where it went."))
    each = (_question(outcome, texts, number) for number, outcome in enumerate(sorted_, start=1))
    return [Section(heading=say("Annex: all points by group"), anchor="annex", blocks=(said,), new_page=True), *each]


def _question(outcome: Outcome, texts: Texts, number: int) -> Section:
    prompt, places = texts.said(outcome.prompt), _places(outcome.themed)
    blocks = tuple(
        replace(block, lines=tuple(_placed(line, places) for line in block.lines))
        for block in outcome.blocks
        if isinstance(block, Lines)
    )
    return Section(
        heading=prompt.text,
        language=prompt.language,
        label=outcome.code,
        level=3,
        anchor=f"annex-{number}",
        blocks=blocks,
    )


def _places(found: Themed | None) -> Mapping[str, str]:
    """The themes of each point by its code: `T1, T3`."""
    places: dict[str, list[str]] = {}
    for theme in found.themes if found else ():
        for code in theme.codes:
            places.setdefault(code, []).append(f"T{theme.number}")
    return {code: ", ".join(dict.fromkeys(themes)) for code, themes in places.items()}


def _placed(line: Line, places: Mapping[str, str]) -> Line:
    """The line with its themes beside it; headlines are marked where they stand first."""
    where = f"({places[line.code]})" if line.code in places else ""
    return replace(line, star=False, beside=" ".join(filter(None, [line.beside, where])))
