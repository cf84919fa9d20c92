"""The questions, those that ask for actions apart: how each stands, what was said to it, where it comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.model.groups import PLENARY, group_name
from vaexercise.model.plenary import Grid, Lines
from vaexercise.model.text import counted
from vaexercise.report.model import Paragraph, Section
from vaexercise.report.register import register
from vaexercise.report.texts import own
from vaexercise.report.themed import by_theme, summed
from vaexercise.report.words import groups_named, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.plenary.outcome import Outcome
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.report.model import Block
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
    blocks = tuple(register(synthesis.actions))
    if not (asked or blocks):
        return []
    return [Section(heading="Actions", anchor="actions", blocks=blocks), *_each(asked, texts, "action")]


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
    return [
        section
        for number, outcome in enumerate(outcomes, start=1)
        for section in (_question(outcome, texts, f"{anchor}-{number}"), *by_theme(outcome, f"{anchor}-{number}"))
    ]


def _question(outcome: Outcome, texts: Texts, anchor: str) -> Section:
    """A question with what was said to it, by group; once it is sorted, with its themes, and points below them."""
    prompt = texts.said(outcome.prompt)
    sorted_ = bool(outcome.themed and outcome.themed.begun)
    said = [] if sorted_ else [_under(prompt.text, outcome, block) for block in outcome.blocks]
    return Section(
        heading=prompt.text,
        language=prompt.language,
        label=outcome.code,
        level=3,
        anchor=anchor,
        blocks=(own(_standing(outcome)), *summed(outcome), *said, *_over_groups(outcome)),
    )


def _under(heading: str, outcome: Outcome, block: Lines | Grid) -> Lines | Grid:
    """A block below its question: a table that is titled with the question again gets a title of its own."""
    prompts = [outcome.prompt] if isinstance(outcome.prompt, str) else outcome.prompt.values()
    return replace(block, title="What was answered") if block.title in {heading, *prompts} else block


def _over_groups(outcome: Outcome) -> Iterator[Block]:
    """What no group said, with the names of items; who said what where groups are far apart."""
    for gap in outcome.gaps:
        named = "" if gap.rows else f": {'; '.join(gap.missing)}"
        yield own(f"{sentence(str(gap))}{named}.")
    if outcome.apart:
        rows = tuple((group_name(group), words) for group, words in outcome.apart.said.items())
        yield Grid(title="How far groups are apart", columns=("Group", "Said"), rows=rows, attributed=(0,))


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
    if outcome.withdrawn:
        said.append(f"{outcome.withdrawn} of what was said {'was' if outcome.withdrawn == 1 else 'were'} withdrawn.")
    for state, words in _SILENCES:
        groups: Sequence[str] = getattr(outcome, state)
        if groups:
            said.append(sentence(words.format(groups=groups_named(groups))))
    return " ".join(said)
