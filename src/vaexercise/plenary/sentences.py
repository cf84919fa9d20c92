"""Draft sentences of the key findings: templates over counts, each with what it is made of.

A key stays the same when counts change, so that what people edit stays with its sentence. No sentence names a group.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from vaexercise.model.text import counted, in_language
from vaexercise.plenary.acted import register_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.action import Action
    from vaexercise.plenary.outcome import Outcome
    from vaexercise.plenary.priorities import Placed, Voted
    from vaexercise.plenary.themed import Raised

Kind = Literal["common", "plenary", "differs", "divided", "apart", "placed", "actions", "gaps", "question", "own"]

TEMPLATES: Mapping[Kind, str] = {
    "common": "{groups} raised “{title}” ({points}).",
    "plenary": "The plenary raised “{title}” ({points}).",
    "differs": "Opinions differ on “{title}”: {groups} {say} so ({points}), {others} the contrary ({contrary}).",
    "divided": "In vote {vote}, groups are divided on “{title}”.",
    "apart": "Groups are {steps} apart on “{prompt}”: from “{low}” to “{high}”.",
    "placed": "“{title}” took {place} among {items} in vote {vote} ({score}; {turnout}).",
    "actions": "{actions}.",
    "gaps": "On “{prompt}”, {gaps} ({groups} answered).",
    "question": "{answered} “{prompt}”{rest}.",
    "own": "{text}",
}
"""What each kind of sentence says; what stands in braces are its facts."""

_ORDINALS = ("", "first", "second", "third")
"""Places that are a priority, in words."""


@dataclass(frozen=True, kw_only=True)
class Cited:
    """What a sentence is made of: `theme/ID`, `vote/ID`, `question/ID`, `actions` or a code; its name."""

    key: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A key finding. `kind` and `facts` are its template and what fills it; `draft` is what these say now.

    `text` is what stands: the draft, or what people wrote instead (`edited`). A sentence that is `gone` was taken out.
    """

    key: str
    kind: Kind
    text: str
    sources: tuple[Cited, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    draft: str = ""
    edited: bool = False
    gone: bool = False


def drafts(
    outcomes: Sequence[Outcome], votes: Sequence[Voted], actions: Sequence[Action], language: str
) -> tuple[Sentence, ...]:
    """All sentences that the counts yield, prompts in `language`: themes first, those of most groups before others."""
    made = [
        *(sentence for outcome in outcomes for sentence in _common(outcome)),
        *(sentence for outcome in outcomes for sentence in _differences(outcome, language)),
        *(sentence for vote in votes for sentence in _divided(vote)),
        *(sentence for vote in votes for sentence in _priorities(vote)),
        *_actions(actions),
        *(_gaps(outcome, language) for outcome in outcomes if outcome.gaps),
        *(_question(outcome, language) for outcome in outcomes if _stands_alone(outcome)),
    ]
    return tuple(made)


def _sentence(kind: Kind, key: str, source: Cited, **facts: str) -> Sentence:
    text = TEMPLATES[kind].format_map(facts)
    return Sentence(key=key, kind=kind, text=text, sources=(source,), facts=facts, draft=text)


def cited_theme(outcome: Outcome, theme: Raised) -> Cited:
    """A theme as a source, such as Q1-T2."""
    return Cited(key=f"theme/{theme.id}", name=f"{outcome.name}-T{theme.number}")


def cited_vote(vote: Voted) -> Cited:
    """A vote as a source, such as V1."""
    return Cited(key=f"vote/{vote.id}", name=f"V{vote.name}")


def cited_question(outcome: Outcome) -> Cited:
    """A question as a source, by its code."""
    return Cited(key=f"question/{outcome.id}", name=outcome.name)


CITED_ACTIONS = Cited(key="actions", name="Register")
"""The register of actions as a source."""


def _common(outcome: Outcome) -> Iterator[Sentence]:
    """A sentence for each theme that several groups raised; of the plenary's own questions, for each theme."""
    if outcome.themed is None:
        return
    for theme in outcome.themed.themes:
        points, source = counted(len(theme.lines), "point"), cited_theme(outcome, theme)
        if outcome.in_plenary and theme.lines:
            yield _sentence("plenary", f"theme-{theme.id}", source, title=theme.title, points=points)
        elif len(theme.groups) > 1:
            groups = _of(len(theme.groups), outcome.themed.answered)
            yield _sentence("common", f"theme-{theme.id}", source, groups=groups, title=theme.title, points=points)


def _of(number: int, of: int) -> str:
    return f"{number} of {counted(of, 'group')}"


def _differences(outcome: Outcome, language: str) -> Iterator[Sentence]:
    """Themes on which somebody says the contrary; judgements that are far apart."""
    for theme in outcome.themed.opposed if outcome.themed else ():
        others = len(theme.contrary)
        yield _sentence(
            "differs",
            f"differs-{theme.id}",
            cited_theme(outcome, theme),
            title=theme.title,
            groups=_of(len(theme.groups), outcome.themed.answered) if outcome.themed else "",
            say="says" if len(theme.groups) == 1 else "say",
            points=counted(len(theme.lines), "point"),
            others=f"{others} {'says' if others == 1 else 'say'}",
            contrary=counted(len(theme.against), "point"),
        )
    if outcome.apart:
        steps = f"{outcome.apart.steps} {'steps' if outcome.kind == 'rating' else 'points'}"
        facts = {"steps": steps, "low": outcome.apart.low, "high": outcome.apart.high}
        prompt = in_language(outcome.prompt, language)
        yield _sentence("apart", f"apart-{outcome.id}", cited_question(outcome), prompt=prompt, **facts)


def _divided(vote: Voted) -> Iterator[Sentence]:
    for item in vote.placed:
        if item.divided:
            key = f"divided-{vote.id}-{item.item}"
            yield _sentence("divided", key, cited_vote(vote), vote=vote.name, title=item.title)


def _priorities(vote: Voted) -> Iterator[Sentence]:
    """A sentence for each item on one of the first three places."""
    for item in vote.placed:
        if 0 < item.rank < len(_ORDINALS):
            yield _sentence(
                "placed",
                f"vote-{vote.id}-{item.item}",
                cited_vote(vote),
                title=item.title,
                place=_place(item),
                items=counted(len(vote.placed), "item"),
                vote=vote.name,
                score=_score(item, vote),
                turnout=turnout(vote.voters, vote.people),
            )


def _place(item: Placed) -> str:
    return f"{'a shared ' if item.place.endswith('=') else ''}{_ORDINALS[item.rank]} place"


def _score(item: Placed, vote: Voted) -> str:
    """`12 dots`, `1 point`, `median 7.5`."""
    if vote.measure == "median":
        return f"median {item.score}"
    return f"{item.score} {vote.measure.removesuffix('s') if item.score == '1' else vote.measure}"


def turnout(voters: int, people: int) -> str:
    """How many voted, of how many if that is known."""
    return (
        f"{voters} of {counted(people, 'person', 'people')} voted"
        if people
        else f"{counted(voters, 'person', 'people')} voted"
    )


def _actions(actions: Sequence[Action]) -> Iterator[Sentence]:
    if said := register_in_words(actions):
        yield _sentence("actions", "actions", CITED_ACTIONS, actions=said)


def _gaps(outcome: Outcome, language: str) -> Sentence:
    said = ", ".join(map(str, outcome.gaps))
    prompt = in_language(outcome.prompt, language)
    groups = _of(len(outcome.answered), len(outcome.asked))
    return _sentence("gaps", f"gaps-{outcome.id}", cited_question(outcome), prompt=prompt, gaps=said, groups=groups)


def _stands_alone(outcome: Outcome) -> bool:
    """Whether a question has to say for itself how it stands: no theme, gap or action says anything about it."""
    if not outcome.asked or outcome.consolidate == "none" or outcome.gaps:
        return False
    if outcome.consolidate == "register" and outcome.answered:
        return False
    return not any(True for _ in _common(outcome)) and not (outcome.themed and outcome.themed.opposed)


def _question(outcome: Outcome, language: str) -> Sentence:
    prompt, rest = in_language(outcome.prompt, language), _rest(outcome)
    key, source = f"question-{outcome.id}", cited_question(outcome)
    if outcome.in_plenary:
        answered = "The plenary answered" if outcome.answered else "The plenary did not answer"
    else:
        answered = f"{_of(len(outcome.answered), len(outcome.asked))} answered"
    return _sentence("question", key, source, answered=answered, prompt=prompt, rest=rest)


def _rest(outcome: Outcome) -> str:
    """How many points, and that no theme is common to groups, or that they are not sorted into themes yet."""
    points = f", with {counted(outcome.points, 'point')}" if outcome.points else ""
    if outcome.themed and outcome.themed.begun:
        return f"{points}; no theme was raised by more than one group"
    return f"{points}, not put into themes yet" if points and outcome.consolidate == "themes" else points
