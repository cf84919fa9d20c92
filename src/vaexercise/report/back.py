"""What stands last: what no question shows, which questions were left out, and how to read the codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vaexercise.messages import say, to_say
from vaexercise.model.groups import UNNAMED
from vaexercise.model.plenary import Line, Lines
from vaexercise.plenary.totals import codes_in
from vaexercise.report.model import HEADLINE, Section
from vaexercise.report.texts import own
from vaexercise.report.words import groups_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.plenary.totals import Totals
    from vaexercise.report.texts import Texts

_SILENCES = (
    ("skipped", to_say("Skipped by {groups}")),
    ("nothing", to_say("Nothing to say from {groups}")),
    ("not_discussed", to_say("Not discussed by {groups}")),
    ("unrecorded", to_say("Nothing is recorded from {groups}")),
)

_CODE = to_say(
    "A code says where a line comes from: G2-Q3-04 is what group 2 said to question 3, its fourth point; "
    "it never changes. {headline} marks what a group chose to report in plenary."
)
_VERSION = r" \(version \d+ of \d+\)"
_SPECIAL = (
    (rf"-\d+(?:{_VERSION})?[a-z]", to_say("Where two laptops gave the same code, a letter tells the points apart.")),
    (rf"{_VERSION}[a-z]?", to_say("Two versions of one point, made apart, are both shown until the group settles it.")),
)
"""How codes end that need an explanation, and the explanation."""

_SOURCES = (
    ("theme", to_say("Q1-T2 is theme 2 of question Q1: points of several groups that people put together in plenary.")),
    ("vote", to_say("V1 is vote 1.")),
)
"""What key findings cite beside codes."""


def left_over(totals: Totals) -> list[Section]:
    """What was said and stands under no question, word for word."""
    if not totals.left_over:
        return []
    lines = Lines(title=say("In the groups’ words"), lines=totals.left_over)
    return [Section(heading=say("Not shown under a question"), anchor="left-over", blocks=(lines,))]


def not_discussed(synthesis: Synthesis, texts: Texts) -> Section:
    """The questions that groups left out, those left out alike together."""
    found: dict[tuple[int, str], list[Line]] = {}
    for outcome in synthesis.questions:
        prompt = texts.said(outcome.prompt)
        for place, (state, heading) in enumerate(_SILENCES):
            groups: Sequence[str] = getattr(outcome, state)
            if groups:
                line = Line(code=outcome.name, text=prompt.text, language=prompt.language)
                found.setdefault((place, say(heading, groups=groups_named(groups))), []).append(line)
    blocks = tuple(Lines(title=title, lines=tuple(lines)) for (_, title), lines in sorted(found.items()))
    nothing = own(say("Every question was answered by everybody whom it was put to."))
    return Section(heading=say("Not discussed"), anchor="not-discussed", blocks=blocks or (nothing,))


def code_key(synthesis: Synthesis) -> list[Section]:
    """How to read the codes, where there are any; those that two laptops made only where there are any of these."""
    codes = [code for outcome in synthesis.questions for code in codes_in(outcome.blocks)]
    codes += [line.code for line in synthesis.totals.left_over]
    special = [say(said) for ending, said in _SPECIAL if any(re.search(f"{ending}$", code) for code in codes)]
    cited = [source.key.partition("/")[0] for sentence in synthesis.sentences for source in sentence.sources]
    special += [say(said) for kind, said in _SOURCES if kind in cited]
    nameless = any(group.startswith(UNNAMED) for group in synthesis.groups)
    blocks = tuple(map(own, special if nameless else [say(_CODE, headline=say(HEADLINE)), *special]))
    return [Section(heading=say("How to read the codes"), anchor="codes", blocks=blocks)] if blocks else []
