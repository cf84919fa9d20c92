"""From the synthesis to the neutral report: what stands where, and in which words."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from vaexercise.model.groups import PLENARY, group_name
from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.model.text import counted, in_language
from vaexercise.report.clean import cleaned
from vaexercise.report.model import HEADLINE, Bars, Block, Facts, Note, Paragraph, Report, Section
from vaexercise.report.words import groups_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vaexercise.model.text import Text
    from vaexercise.plenary.synthesis import Outcome, Synthesis, Totals

SCHEMA = "vaexercise/summary/1"
OWN_LANGUAGE = "en"
"""The language of the report's own words."""

_ACTIONS = "register"
"""How the questions are consolidated that ask for actions."""

_SILENCES = (
    ("skipped", "Skipped by {groups}", "{groups} skipped it."),
    ("nothing", "Nothing to say from {groups}", "{groups} had nothing to say."),
    ("not_discussed", "Not discussed by {groups}", "{groups} did not discuss it."),
)


def build(synthesis: Synthesis, *, language: str = "en") -> Report:
    """The whole report. Prompts are in `language` where the exercise has it, else in the exercise's own."""
    clean = cleaned(synthesis)
    texts = _Texts(language, clean.exercise_language)
    exercise = texts.said(clean.exercise_title)
    sections = [
        _glance(clean),
        *_who(clean),
        *_questions(clean, texts),
        *_actions(clean, texts),
        *_left_over(clean.totals),
        _not_discussed(clean, texts),
        _codes(),
    ]
    return Report(
        title=clean.title,
        title_language=clean.language,
        language=OWN_LANGUAGE,
        subtitle=tuple(filter(None, [_joined(clean.place, clean.dates), _exercise_line(exercise.text, clean)])),
        sections=tuple(sections),
        footer="Made by vaexercise from the record of the working groups. Every line is in their own words.",
        data={"schema": SCHEMA, **asdict(clean)},
    )


class _Texts:
    """Texts in the reader's language, else in the exercise's; and which it is."""

    def __init__(self, language: str, home: str) -> None:
        self.language = language
        self.home = home

    def said(self, text: Text) -> Paragraph:
        words = in_language(text, self.language, self.home)
        if isinstance(text, str):
            return Paragraph(text=words, language=self.home)
        wished = [self.language, self.home, *text]
        return Paragraph(text=words, language=next((code for code in wished if text.get(code) == words), ""))


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _exercise_line(title: str, synthesis: Synthesis) -> str:
    return f"Exercise: {title} (version {synthesis.exercise_version})"


# -- at a glance


def _glance(synthesis: Synthesis) -> Section:
    totals, untouched = synthesis.totals, [o for o in synthesis.questions if o.asked and not o.answered]
    discussed = sum(bool(outcome.answered) for outcome in synthesis.questions)
    rows = (
        ("People", str(synthesis.attendance.total)),
        ("Working groups", str(len(synthesis.groups))),
        ("Points", str(totals.points)),
        ("Questions answered", f"{discussed} of {len(synthesis.questions)}"),
        ("Answered by no group", ", ".join(o.code or o.id for o in untouched) or "none"),
    )
    points = tuple((group_name(group), totals.by_group.get(group, 0)) for group in _all_groups(synthesis))
    bars = [Bars(title="Points from each group", heading="Group", rows=points, unit="points")] if points else []
    return Section(heading="At a glance", anchor="glance", blocks=(Facts(rows=rows), *bars, _check(totals)))


def _all_groups(synthesis: Synthesis) -> list[str]:
    return [*synthesis.groups, *(group for group in synthesis.totals.by_group if group not in synthesis.groups)]


def _check(totals: Totals) -> Paragraph | Note:
    """Points in and points shown, always said; loud if they differ."""
    sums = f"{counted(totals.points, 'point')} in, {totals.points_shown} shown"
    if totals.answers:
        sums += f"; {counted(totals.answers, 'filled-in answer')} in, {totals.answers_shown} shown"
    if not totals.left_over:
        return Paragraph(text=f"Every point appears under its question: {sums}.", language=OWN_LANGUAGE)
    end = "The rest stands under “Not shown under a question”."
    return Note(text=f"Not every point appears under its question: {sums}. {end}", language=OWN_LANGUAGE)


# -- who took part


def _who(synthesis: Synthesis) -> list[Section]:
    took = synthesis.attendance
    if not took.total:
        return []
    sizes = [(group_name(group), size) for group, size in took.sizes.items()]
    if took.no_group and sizes:
        sizes.append(("No group", took.no_group))
    said = f"{counted(took.total, 'person', 'people')} took part"
    said += f", in {counted(len(synthesis.groups), 'working group')}." if synthesis.groups else "."
    blocks: list[Block] = [Paragraph(text=said, language=OWN_LANGUAGE)]
    if sizes:
        blocks.append(Bars(title="People in each group", heading="Group", rows=tuple(sizes), unit="people"))
    return [Section(heading="Who took part", anchor="people", blocks=(*blocks, *took.tables))]


# -- the questions, and those that ask for actions


def _questions(synthesis: Synthesis, texts: _Texts) -> list[Section]:
    asked = [outcome for outcome in synthesis.questions if outcome.consolidate != _ACTIONS]
    if not asked:
        return []
    return [Section(heading="What the groups said", anchor="questions"), *_each(asked, texts, "question")]


def _actions(synthesis: Synthesis, texts: _Texts) -> list[Section]:
    asked = [outcome for outcome in synthesis.questions if outcome.consolidate == _ACTIONS]
    if not asked:
        return []
    return [Section(heading="Actions", anchor="actions"), *_each(asked, texts, "action")]


def _each(outcomes: Iterable[Outcome], texts: _Texts, anchor: str) -> list[Section]:
    return [_question(outcome, texts, f"{anchor}-{number}") for number, outcome in enumerate(outcomes, start=1)]


def _question(outcome: Outcome, texts: _Texts, anchor: str) -> Section:
    prompt = texts.said(outcome.prompt)
    blocks: list[Block] = [Paragraph(text=_standing(outcome), language=OWN_LANGUAGE)]
    if outcome.source:
        blocks.append(Paragraph(text=f"Source of the question: {outcome.source}."))
    return Section(
        heading=prompt.text,
        language=prompt.language,
        label=outcome.code,
        level=3,
        anchor=anchor,
        blocks=(*blocks, *(_under(prompt.text, outcome, block) for block in outcome.blocks)),
    )


def _under(heading: str, outcome: Outcome, block: Lines | Grid) -> Lines | Grid:
    """A block below its question: a table that is titled with the question again gets a title of its own."""
    prompts = [outcome.prompt] if isinstance(outcome.prompt, str) else outcome.prompt.values()
    return replace(block, title="What was answered") if block.title in {heading, *prompts} else block


def _standing(outcome: Outcome) -> str:
    """How many groups answered, how many points; then who did not, and how."""
    said = []
    if outcome.asked and outcome.asked != (PLENARY,):
        said.append(f"{len(outcome.answered)} of {counted(len(outcome.asked), 'group')} answered.")
    if outcome.points:
        starred = sum(line.star for block in outcome.blocks if isinstance(block, Lines) for line in block.lines)
        headlines = f", {counted(starred, 'headline')}" if starred else ""
        said.append(f"{counted(outcome.points, 'point')}{headlines}.")
    for state, _, sentence in _SILENCES:
        groups: Sequence[str] = getattr(outcome, state)
        if groups:
            said.append(sentence.format(groups=groups_named(groups)))
    return " ".join(said) or "This question was put to nobody."


# -- what is missing


def _left_over(totals: Totals) -> list[Section]:
    if not totals.left_over:
        return []
    lines = Lines(title="In the groups’ words", lines=totals.left_over)
    return [Section(heading="Not shown under a question", anchor="left-over", blocks=(lines,))]


def _not_discussed(synthesis: Synthesis, texts: _Texts) -> Section:
    """The questions that groups left out, those left out alike together."""
    found: dict[tuple[int, str], list[Line]] = {}
    for outcome in synthesis.questions:
        prompt = texts.said(outcome.prompt)
        for place, (state, heading, _) in enumerate(_SILENCES):
            groups: Sequence[str] = getattr(outcome, state)
            if groups:
                line = Line(code=outcome.code or outcome.id, text=prompt.text, language=prompt.language)
                found.setdefault((place, heading.format(groups=groups_named(groups))), []).append(line)
    blocks = tuple(Lines(title=title, lines=tuple(lines)) for (_, title), lines in sorted(found.items()))
    nothing = Paragraph(text="Every question was answered by everybody whom it was put to.", language=OWN_LANGUAGE)
    return Section(heading="Not discussed", anchor="not-discussed", blocks=blocks or (nothing,))


def _codes() -> Section:
    said = (
        "A code says where a line comes from: G2-Q3-04 is what group 2 said to question 3, its fourth point; "
        f"it never changes. {HEADLINE} marks what a group chose to report in plenary."
    )
    return Section(heading="How to read the codes", anchor="codes", blocks=(Paragraph(text=said, language="en"),))
