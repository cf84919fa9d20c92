"""Draft sentences of the key findings: templates over counts, each with what it is made of.

A key stays the same when counts change, so that what people edit stays with its sentence. No sentence names a group;
one that tells a prompt tells its code, too, for two questions may have the same words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from vaexercise.messages import count, say, to_say, with_commas, with_semicolons
from vaexercise.model.text import in_language
from vaexercise.plenary.acted import register_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.action import Action
    from vaexercise.plenary.chosen import Chosen
    from vaexercise.plenary.outcome import Outcome
    from vaexercise.plenary.priorities import Placed, Voted
    from vaexercise.plenary.themed import Raised

Kind = Literal[
    "common",
    "plenary",
    "differs",
    "both",
    "divided",
    "apart",
    "placed",
    "chosen",
    "actions",
    "gaps",
    "question",
    "silent",
    "own",
]

TEMPLATES: Mapping[Kind, str] = {
    "common": to_say("{groups} raised “{title}” ({points})."),
    "plenary": to_say("The plenary raised “{title}” ({points})."),
    "differs": to_say(
        "Opinions differ on “{title}”: {groups} {say} so ({points}), {others} the contrary ({contrary})."
    ),
    "both": to_say(
        "Opinions differ on “{title}”: {groups} {say} so ({points}), {others} the contrary ({contrary}); {both} both."
    ),
    "divided": to_say("In vote {vote}, groups are divided on “{title}”."),
    "apart": to_say("Groups are {steps} apart on {code} “{prompt}”: from “{low}” to “{high}”."),
    "placed": to_say("“{title}” took {place} among {items} in vote {vote} ({score}; {turnout})."),
    "chosen": to_say("“{title}” took {place} among {items} on {code} “{prompt}” ({score})."),
    "actions": "{actions}.",
    "gaps": to_say("On {code} “{prompt}”, {gaps} ({groups} answered)."),
    "question": to_say("{answered} {code} “{prompt}”{rest}."),
    "silent": to_say("Of the groups asked {code} “{prompt}”, {silent}."),
    "own": "{text}",
}
"""What each kind of sentence says; what stands in braces are its facts."""

ORDINALS = ("", "first", "second", "third")
"""Places that are a priority, in words."""

_ALONE = (to_say("first place"), to_say("second place"), to_say("third place"))
_SHARED = (to_say("a shared first place"), to_say("a shared second place"), to_say("a shared third place"))
SEVERAL = 2
"""Stands for a number that is not whole, when words agree with it."""


@dataclass(frozen=True, kw_only=True)
class Cited:
    """What a sentence is made of: `theme/ID`, `vote/ID`, `question/ID`, `actions` or a code; its name."""

    key: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A key finding. `kind` and `facts` are its template and what fills it; `draft` is what these say now.

    `text` is what stands: the draft, or what people wrote instead (`edited`). A sentence that is `gone` was taken out;
    one that is `held` cites these codes, which were withdrawn, and is in no report.
    """

    key: str
    kind: Kind
    text: str
    sources: tuple[Cited, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    draft: str = ""
    edited: bool = False
    gone: bool = False
    held: tuple[str, ...] = ()


def drafts(
    outcomes: Sequence[Outcome], votes: Sequence[Voted], actions: Sequence[Action], language: str
) -> tuple[Sentence, ...]:
    """All sentences that the counts yield, prompts in `language`: themes first, those of most groups before others."""
    made = [
        *(sentence for outcome in outcomes for sentence in _common(outcome)),
        *(sentence for outcome in outcomes for sentence in _differences(outcome, language)),
        *(sentence for vote in votes for sentence in _divided(vote)),
        *(sentence for vote in votes for sentence in _priorities(vote)),
        *(sentence for outcome in outcomes for sentence in _chosen(outcome, language)),
        *_actions(actions),
        *(_gaps(outcome, language) for outcome in outcomes if outcome.gaps),
        *(_question(outcome, language) for outcome in outcomes if _stands_alone(outcome)),
        *(sentence for outcome in outcomes for sentence in _silent(outcome, language)),
    ]
    return tuple(made)


def _sentence(kind: Kind, key: str, source: Cited, **facts: str) -> Sentence:
    text = say(TEMPLATES[kind], **facts)
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
        points, source = _points(len(theme.lines)), cited_theme(outcome, theme)
        if outcome.in_plenary and theme.lines:
            yield _sentence("plenary", f"theme-{theme.id}", source, title=theme.title, points=points)
        elif len(theme.groups) > 1:
            groups = _of(len(theme.groups), outcome.themed.answered)
            yield _sentence("common", f"theme-{theme.id}", source, groups=groups, title=theme.title, points=points)


def _of(number: int, of: int) -> str:
    return count(of, "{number} of {n} group", "{number} of {n} groups", number=number)


def _points(number: int) -> str:
    return count(number, "{n} point", "{n} points")


def _differences(outcome: Outcome, language: str) -> Iterator[Sentence]:
    """Themes on which somebody says the contrary; judgements that are far apart."""
    for theme in outcome.themed.opposed if outcome.themed else ():
        others, both = len(theme.contrary), len(theme.both)
        yield _sentence(
            "both" if both else "differs",
            f"differs-{theme.id}",
            cited_theme(outcome, theme),
            title=theme.title,
            groups=_of(len(theme.groups), outcome.themed.answered) if outcome.themed else "",
            say=count(len(theme.groups), "says", "say"),
            points=_points(len(theme.lines)),
            others=count(others, "{n} says", "{n} say"),
            contrary=_points(len(theme.against)),
            **({"both": count(both, "{n} group says", "{n} groups say")} if both else {}),
        )
    if outcome.apart:
        words = to_say("{number} steps") if outcome.kind == "rating" else to_say("{number} points")
        steps = say(words, number=outcome.apart.steps)
        facts = {"steps": steps, "low": outcome.apart.low, "high": outcome.apart.high}
        prompt = in_language(outcome.prompt, language)
        yield _sentence(
            "apart", f"apart-{outcome.id}", cited_question(outcome), code=outcome.name, prompt=prompt, **facts
        )


def _divided(vote: Voted) -> Iterator[Sentence]:
    for item in vote.placed:
        if item.divided:
            key = f"divided-{vote.id}-{item.item}"
            yield _sentence("divided", key, cited_vote(vote), vote=vote.name, title=item.title)


def _priorities(vote: Voted) -> Iterator[Sentence]:
    """A sentence for each item on one of the first three places."""
    for item in vote.placed:
        if 0 < item.rank < len(ORDINALS):
            yield _sentence(
                "placed",
                f"vote-{vote.id}-{item.item}",
                cited_vote(vote),
                title=item.title,
                place=_place(item),
                items=count(len(vote.placed), "{n} item", "{n} items"),
                vote=vote.name,
                score=_score(item, vote),
                turnout=turnout(vote.voters, vote.people),
            )


def _chosen(outcome: Outcome, language: str) -> Iterator[Sentence]:
    """A sentence for each option on one of the first three places of a question that sets priorities."""
    found = outcome.chosen
    for item in found.placed if found else ():
        if found and 0 < item.rank < len(ORDINALS):
            made = _sentence(
                "chosen",
                f"chosen-{outcome.id}-{item.item}",
                cited_question(outcome),
                title=item.title,
                place=_place(item),
                items=count(len(found.placed), "{n} option", "{n} options"),
                code=outcome.name,
                prompt=in_language(outcome.prompt, language),
                score=_sum(item, found),
            )
            said = (Cited(key=item.item, name=item.item),) if item.item in found.said else ()
            yield replace(made, sources=(*made.sources, *said))


def _sum(item: Placed, found: Chosen) -> str:
    """`19 points; 38 people voted`; without the people where nobody knows how many they were."""
    got = say("places add up to {score}", score=item.score) if found.measure == "places" else _score(item, found)
    return with_semicolons([got, *([turnout(found.voters, 0)] if found.voters else [])])


def _silent(outcome: Outcome, language: str) -> Iterator[Sentence]:
    """That groups skipped a question, had nothing to say or did not discuss it: three different things."""
    said = list(_states(outcome))
    if said and not outcome.in_plenary:
        facts = {"prompt": in_language(outcome.prompt, language), "silent": with_commas(said)}
        yield _sentence("silent", f"silent-{outcome.id}", cited_question(outcome), code=outcome.name, **facts)


def _states(outcome: Outcome) -> Iterator[str]:
    of = len(outcome.asked)
    if skipped := len(outcome.skipped):
        yield count(skipped, "{n} of {of} skipped it", "{n} of {of} skipped it", of=of)
    if nothing := len(outcome.nothing):
        yield count(nothing, "{n} of {of} had nothing to say", "{n} of {of} had nothing to say", of=of)
    if left_out := len(outcome.not_discussed):
        yield count(left_out, "{n} of {of} did not discuss it", "{n} of {of} did not discuss it", of=of)


def _place(item: Placed) -> str:
    return say((_SHARED if item.place.endswith("=") else _ALONE)[item.rank - 1])


def _score(item: Placed, vote: Voted | Chosen) -> str:
    """`12 dots`, `1 point`, `median 7.5`."""
    if vote.measure == "median":
        return say("median {score}", score=item.score)
    number = int(item.score) if item.score.isdecimal() else SEVERAL
    if vote.measure == "dots":
        return count(number, "{score} dot", "{score} dots", score=item.score)
    if vote.measure == "points":
        return count(number, "{score} point", "{score} points", score=item.score)
    return count(number, "{score} Borda point", "{score} Borda points", score=item.score)


def turnout(voters: int, people: int) -> str:
    """How many voted, of how many if that is known."""
    if people:
        return count(people, "{voters} of {n} person voted", "{voters} of {n} people voted", voters=voters)
    return count(voters, "{n} person voted", "{n} people voted")


def _actions(actions: Sequence[Action]) -> Iterator[Sentence]:
    if said := register_in_words(actions):
        yield _sentence("actions", "actions", CITED_ACTIONS, actions=said)


def _gaps(outcome: Outcome, language: str) -> Sentence:
    facts = {
        "code": outcome.name,
        "prompt": in_language(outcome.prompt, language),
        "gaps": with_commas(map(str, outcome.gaps)),
        "groups": _of(len(outcome.answered), len(outcome.asked)),
    }
    return _sentence("gaps", f"gaps-{outcome.id}", cited_question(outcome), **facts)


def _stands_alone(outcome: Outcome) -> bool:
    """Whether a question has to say for itself how it stands: no theme, gap or action says anything about it."""
    if not outcome.asked or outcome.consolidate == "none" or outcome.gaps:
        return False
    if outcome.consolidate == "register" and outcome.answered:
        return False
    if outcome.chosen and any(item.rank for item in outcome.chosen.placed):
        return False
    return not any(True for _ in _common(outcome)) and not (outcome.themed and outcome.themed.opposed)


def _question(outcome: Outcome, language: str) -> Sentence:
    prompt, rest = in_language(outcome.prompt, language), _rest(outcome)
    key, source = f"question-{outcome.id}", cited_question(outcome)
    if outcome.in_plenary:
        answered = say("The plenary answered") if outcome.answered else say("The plenary did not answer")
    else:
        answered = count(
            len(outcome.asked),
            "{number} of {n} group answered",
            "{number} of {n} groups answered",
            number=len(outcome.answered),
        )
    return _sentence("question", key, source, answered=answered, code=outcome.name, prompt=prompt, rest=rest)


def _rest(outcome: Outcome) -> str:
    """How many points, and that no theme is common to groups, or that they are not sorted into themes yet."""
    points = count(outcome.points, ", with {n} point", ", with {n} points") if outcome.points else ""
    if outcome.themed and outcome.themed.begun:
        return say("{points}; no theme was raised by more than one group", points=points)
    return (
        say("{points}, not put into themes yet", points=points)
        if points and outcome.consolidate == "themes"
        else points
    )
