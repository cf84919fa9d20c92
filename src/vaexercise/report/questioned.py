"""The questions, those that ask for actions apart: how each stands, what was said to it, where it comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.messages import count, say, to_say
from vaexercise.model.groups import PLENARY, group_name
from vaexercise.model.plenary import Grid, Lines
from vaexercise.report.coverage import coverage
from vaexercise.report.model import Paragraph, Section
from vaexercise.report.raised import raised
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
    ("skipped", to_say("{groups} skipped it.")),
    ("nothing", to_say("{groups} had nothing to say.")),
    ("not_discussed", to_say("{groups} did not discuss it.")),
    ("unrecorded", to_say("Nothing is recorded from {groups}.")),
)


def questions(synthesis: Synthesis, texts: Texts) -> list[Section]:
    """What the groups said to each question."""
    asked = [outcome for outcome in synthesis.questions if outcome.consolidate != _ACTIONS]
    if not asked:
        return []
    return [Section(heading=say("What the groups said"), anchor="questions"), *_each(asked, texts, "question")]


def actions(synthesis: Synthesis, texts: Texts) -> list[Section]:
    """What is to be done."""
    asked = [outcome for outcome in synthesis.questions if outcome.consolidate == _ACTIONS]
    blocks = tuple(register(synthesis.actions))
    if not (asked or blocks):
        return []
    return [Section(heading=say("Actions"), anchor="actions", blocks=blocks), *_each(asked, texts, "action")]


def sources(synthesis: Synthesis) -> list[Section]:
    """Where the questions come from, once for all that come from the same place."""
    found: dict[str, list[str]] = {}
    for outcome in synthesis.questions:
        if outcome.source:
            found.setdefault(outcome.source, []).append(outcome.name)
    if not found:
        return []
    blocks = tuple(Paragraph(text=_come_from(source, names)) for source, names in found.items())
    return [Section(heading=say("Where the questions come from"), anchor="sources", blocks=blocks)]


def _come_from(source: str, names: Sequence[str]) -> str:
    return count(
        len(names),
        "Question {names} comes from: {source}.",
        "Questions {names} come from: {source}.",
        names=listed(names),
        source=source,
    )


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
        blocks=(*_summary(outcome), *said, *coverage(outcome), *_over_groups(outcome)),
    )


def _summary(outcome: Outcome) -> Iterator[Block]:
    """Who answered, where the points are, and which groups raised which theme."""
    yield own(_standing(outcome))
    yield from summed(outcome)
    yield from raised(outcome)


def _under(heading: str, outcome: Outcome, block: Lines | Grid) -> Lines | Grid:
    """A block below its question: a table that is titled with the question again gets a title of its own."""
    prompts = [outcome.prompt] if isinstance(outcome.prompt, str) else outcome.prompt.values()
    return replace(block, title=say("What was answered")) if block.title in {heading, *prompts} else block


def _over_groups(outcome: Outcome) -> Iterator[Block]:
    """What no group said, with the names of items; who said what where groups are far apart."""
    for gap in outcome.gaps:
        named = "" if gap.rows else f": {'; '.join(gap.missing)}"
        yield own(f"{sentence(str(gap))}{named}.")
    if outcome.apart:
        rows = tuple((group_name(group), words) for group, words in outcome.apart.said.items())
        yield Grid(
            title=say("How far groups are apart"), columns=(say("Group"), say("Said")), rows=rows, attributed=(0,)
        )


def _standing(outcome: Outcome) -> str:
    """How many groups answered, how many points; then who did not, and how."""
    if not outcome.asked:
        return say("This question was put to nobody.")
    said = []
    if outcome.asked != (PLENARY,):
        said.append(_of_groups(len(outcome.answered), len(outcome.asked)))
    elif outcome.answered:
        said.append(say("Answered in plenary."))
    if outcome.points:
        said.append(_points(outcome))
    if outcome.private:
        said.append(_private(outcome.private))
    if outcome.withdrawn:
        said.append(
            count(outcome.withdrawn, "{n} point or answer was withdrawn.", "{n} points or answers were withdrawn.")
        )
    for state, words in _SILENCES:
        groups: Sequence[str] = getattr(outcome, state)
        if groups:
            said.append(sentence(say(words, groups=groups_named(groups))))
    return " ".join(said)


def _of_groups(answered: int, asked: int) -> str:
    return count(asked, "{answered} of {n} group answered.", "{answered} of {n} groups answered.", answered=answered)


def _points(outcome: Outcome) -> str:
    """How many points, and how many of them are headlines."""
    starred = sum(line.star for block in outcome.blocks if isinstance(block, Lines) for line in block.lines)
    if not starred:
        return count(outcome.points, "{n} point.", "{n} points.")
    points = count(outcome.points, "{n} point", "{n} points")
    headlines = count(starred, "{n} headline", "{n} headlines")
    return say("{points}, {headlines}.", points=points, headlines=headlines)


def _private(number: int) -> str:
    return count(
        number,
        "{n} point or answer is kept private by its group and not shown.",
        "{n} points or answers are kept private by their groups and not shown.",
    )
