"""What the matcher proposes, for people and for programs."""

from __future__ import annotations

import json
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.model.text import counted
from vaexercise.plenary.ranking import Ranked, confidence, of_proposal
from vaexercise.plenary.similarity import MATCHER, Matcher, Pair, Statement

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

_THEMES_SHOWN = 3


class Proposals(NamedTuple):
    """Proposed themes of the points not sorted yet, all pairs, and for each of those points the themes there are.

    `themes` are those there are; None if nobody has sorted anything.
    """

    clusters: list[tuple[str, ...]]
    pairs: list[Pair]
    ranked: dict[str, list[Ranked]]
    themes: Mapping[str, Sequence[str]] | None


class Given(NamedTuple):
    """Points to compare, the themes there are (None: nobody has sorted anything), and points that stand apart."""

    matcher: Matcher
    themes: Mapping[str, Sequence[str]] | None
    apart: Collection[str] = ()


def propose(given: Given, cut: float) -> Proposals:
    """What the matcher says about its statements. Of the themes, what is of another question is left out."""
    matcher, themes, apart = given
    here = {theme: [each for each in members if each in matcher.ids] for theme, members in (themes or {}).items()}
    opened = {theme: members for theme, members in here.items() if members}
    done = {*apart, *(each for members in opened.values() for each in members)}
    left = [each for each in sorted(matcher.ids) if each not in done]
    ranked = {each: matcher.rank(each, opened) for each in left} if themes is not None else {}
    return Proposals(matcher.clusters(cut, left), matcher.pairs(), ranked, opened if themes is not None else None)


def as_json(found: Proposals) -> str:
    """One object, with a cluster, a pair or a point on each line: `docs/themes.md` describes it."""
    parts = {"clusters": _array(found.clusters), "pairs": _array(found.pairs)}
    if found.themes is not None:
        parts["ranked"] = _rows((f"{_dump(each)}: {_dump(ranked)}" for each, ranked in found.ranked.items()), "{}")
    parts["matcher"] = _dump(MATCHER)
    return "{\n" + ",\n".join(f"{_dump(name)}: {value}" for name, value in parts.items()) + "\n}"


def _array(values: Iterable[object]) -> str:
    return _rows(map(_dump, values), "[]")


def _rows(rows: Iterable[str], ends: str) -> str:
    inside = ",\n".join(rows)
    return f"{ends[0]}\n{inside}\n{ends[1]}" if inside else ends


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def lines(matcher: Matcher, found: Proposals) -> Iterator[str]:
    """The same to read."""
    yield from _proposed(matcher, found.clusters) if found.themes is None else _ranked(matcher, found)


def _proposed(matcher: Matcher, clusters: Sequence[tuple[str, ...]]) -> Iterator[str]:
    several = [cluster for cluster in clusters if len(cluster) > 1]
    points = f"{sum(map(len, several))} of {counted(len(matcher.ids), 'point')}"
    yield f"{counted(len(several), 'theme')} proposed, for {points}."
    for number, cluster in enumerate(several, start=1):
        yield f"\n{number}. {matcher.titles(cluster)[0].text}"
        yield f"   {_about(matcher, cluster)}"
        for each in cluster:
            yield f"   {_named(matcher.statement(each))}"
    alone = [each for cluster in clusters if len(cluster) == 1 for each in cluster]
    if alone:
        yield "\nLike no other:"
    for each in alone:
        yield f"   {_named(matcher.statement(each))}"


def _about(matcher: Matcher, cluster: Sequence[str]) -> str:
    """How sure and why, by the two points that are most alike; which groups; whether somebody denies something."""
    pairs = list(combinations(cluster, 2))
    best = max(pairs, key=lambda pair: matcher.score(*pair))
    groups = sorted({matcher.statement(each).group for each in cluster} - {""})
    said = [f"{'group' if len(groups) == 1 else 'groups'} {', '.join(groups)}"] if groups else []
    said.append(f"{of_proposal(matcher.score(*best))} ({', '.join(matcher.reason(*best))})")
    if any(matcher.differs_in_negation(*pair) for pair in pairs):
        said.append("!= some deny, some do not")
    return "; ".join(said)


def _ranked(matcher: Matcher, found: Proposals) -> Iterator[str]:
    themes = found.themes or {}
    yield f"{counted(len(found.ranked), 'point')} not sorted yet, {counted(len(themes), 'theme')} so far."
    for each, ranked in found.ranked.items():
        yield f"\n{_named(matcher.statement(each))}"
        likely = [(theme, word) for theme, score in ranked[:_THEMES_SHOWN] if (word := confidence(score))]
        for number, (theme, word) in enumerate(likely, start=1):
            closest = max(sorted(themes[theme]), key=partial(matcher.score, each))
            yield f"   {number}. {theme}: {word} ({', '.join(matcher.reason(each, closest))})"
        if not likely:
            yield "   looks new"


def _named(statement: Statement) -> str:
    group = f" [{statement.group}]" if statement.group else ""
    return f"{statement.id}{group} {statement.text}"
