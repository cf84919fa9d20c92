"""The questions, those that ask for actions apart: how each stands, what was said to it, where it comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.model.groups import PLENARY
from vaexercise.model.plenary import Lines
from vaexercise.model.text import counted
from vaexercise.report.model import Paragraph, Section
from vaexercise.report.texts import own
from vaexercise.report.words import groups_named, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vaexercise.model.plenary import Grid
    from vaexercise.plenary.synthesis import Outcome, Synthesis
    from vaexercise.report.texts import Texts

_ACTIONS = "register"
"""How the questions are consolidated that ask for actions."""

_SILENCES = (
    ("skipped", "{groups} skipped it."),
    ("nothing", "{groups} had nothing to say."),
    ("not_discussed", "{groups} did not discuss it."),
    ("unrecorded", "nothing is recorded from {groups}."),
)


def questions(synthesis: Synthesis, texts: Texts) -> list[Section]:
    """What the groups said to each question."""
    asked = [outcome for outcome in synthesis.questions if outcome.consolidate != _ACTIONS]
    if not asked:
        return []
    return [Section(heading="What the groups said", anchor="questions"), *_each(asked, texts, "question")]


def actions(synthesis: Synthesis, texts: Texts) -> list[Section]:
    """What is to be done."""
    asked = [outcome for outcome in synthesis.questions if outcome.consolidate == _ACTIONS]
    if not asked:
        return []
    return [Section(heading="Actions", anchor="actions"), *_each(asked, texts, "action")]


def sources(synthesis: Synthesis) -> list[Section]:
    """Where the questions come from, once for all that come from the same place."""
    found: dict[str, list[str]] = {}
    for outcome in synthesis.questions:
        if outcome.source:
            found.setdefault(outcome.source, []).append(outcome.name)
    if not found:
        return []
    blocks = tuple(Paragraph(text=_come_from(source, names)) for source, names in found.items())
    return [Section(heading="Where the questions come from", anchor="sources", blocks=blocks)]


def _come_from(source: str, names: Sequence[str]) -> str:
    which = f"Question {names[0]} comes" if len(names) == 1 else f"Questions {listed(names)} come"
    return f"{which} from: {source}."


def _each(outcomes: Iterable[Outcome], texts: Texts, anchor: str) -> list[Section]:
    return [_question(outcome, texts, f"{anchor}-{number}") for number, outcome in enumerate(outcomes, start=1)]


def _question(outcome: Outcome, texts: Texts, anchor: str) -> Section:
    prompt = texts.said(outcome.prompt)
    return Section(
        heading=prompt.text,
        language=prompt.language,
        label=outcome.code,
        level=3,
        anchor=anchor,
        blocks=(own(_standing(outcome)), *(_under(prompt.text, outcome, block) for block in outcome.blocks)),
    )


def _under(heading: str, outcome: Outcome, block: Lines | Grid) -> Lines | Grid:
    """A block below its question: a table that is titled with the question again gets a title of its own."""
    prompts = [outcome.prompt] if isinstance(outcome.prompt, str) else outcome.prompt.values()
    return replace(block, title="What was answered") if block.title in {heading, *prompts} else block


def _standing(outcome: Outcome) -> str:
    """How many groups answered, how many points; then who did not, and how."""
    if not outcome.asked:
        return "This question was put to nobody."
    said = []
    if outcome.asked != (PLENARY,):
        said.append(f"{len(outcome.answered)} of {counted(len(outcome.asked), 'group')} answered.")
    elif outcome.answered:
        said.append("Answered in plenary.")
    if outcome.points:
        starred = sum(line.star for block in outcome.blocks if isinstance(block, Lines) for line in block.lines)
        headlines = f", {counted(starred, 'headline')}" if starred else ""
        said.append(f"{counted(outcome.points, 'point')}{headlines}.")
    if outcome.private:
        said.append(f"{outcome.private} of what was said is kept private and not shown.")
    for state, words in _SILENCES:
        groups: Sequence[str] = getattr(outcome, state)
        if groups:
            said.append(sentence(words.format(groups=groups_named(groups))))
    return " ".join(said)
