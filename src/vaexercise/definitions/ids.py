"""Ids: well formed, used once, and meaning something wherever they are named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from vaexercise.definitions.document import Path, quoted
from vaexercise.definitions.outline import Placed, placed
from vaexercise.model.question import Fault
from vaexercise.model.text import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.form import Item

LONGEST = 60
"""Characters of an id: it is typed on the command line and stands in file names."""

_ID = re.compile(r"[a-z][a-z0-9-]*")
_LISTS = ("items", "options", "scale", "columns")


def id_faults(exercise: Exercise) -> Iterator[Fault]:
    """Malformed and repeated ids of an exercise and all its parts."""
    yield from shape_faults(("id",), exercise.id)
    for key in ("agenda", "sources", "commitments"):
        yield from unique(((key, place, "id"), part.id) for place, part in enumerate(getattr(exercise, key)))
    for term in exercise.terms:
        yield from shape_faults(("terms", term), term)
    everywhere = list(placed(exercise.questions))
    yield from unique(((*p.path, "id"), p.question.id) for p in everywhere)
    for where in everywhere:
        yield from _inner_faults(where.question, where.path)


def _inner_faults(holder: Any, path: Path) -> Iterator[Fault]:  # noqa: ANN401  a question of any kind, or a part
    """Malformed ids of what a question offers. Repeated ones are faults of the question itself."""
    for key in _LISTS:
        parts = getattr(holder, key, ())
        for place, part in enumerate(parts if isinstance(parts, tuple) else ()):
            if not isinstance(part, str):
                yield from shape_faults((*path, key, place, "id"), part.id)
                yield from _inner_faults(part, (*path, key, place))
    if rows := getattr(holder, "rows", None):
        yield from _inner_faults(rows, (*path, "rows"))


def item_faults(items: Iterable[Item]) -> Iterator[Fault]:
    """Malformed and repeated ids of a shared list."""
    yield from unique((("items", place, "id"), item.id) for place, item in enumerate(items))


def unique(ids: Iterable[tuple[Path, str]]) -> Iterator[Fault]:
    """A fault for each id that is malformed or was there before."""
    seen: set[str] = set()
    for path, written in ids:
        yield from shape_faults(path, written)
        if written in seen:
            yield Fault(path, "the id {id} is used already; ids must differ", {"id": quoted(written)})
        seen.add(written)


def shape_faults(path: Path, written: str) -> Iterator[Fault]:
    """A fault if this cannot be an id."""
    if not _ID.fullmatch(written):
        sentence = "an id has small letters a to z, digits and -, and begins with a letter, unlike {id}"
        yield Fault(path, sentence, {"id": quoted(written)})
    elif len(written) > LONGEST:
        yield Fault(path, "an id has at most {most} characters, unlike {id}", {"id": quoted(written), "most": LONGEST})


def reference_faults(exercise: Exercise) -> Iterator[Fault]:
    """Names of questions, sources and terms that nothing has, or that come too late."""
    everywhere = list(placed(exercise.questions))
    ids = [p.question.id for p in everywhere]
    for place, step in enumerate(exercise.agenda):
        yield from _known("question", ids, (("agenda", place, "questions"), step.questions))
    if exercise.report_back:
        yield from _known("question", ids, (("report_back", "say"), exercise.report_back.say))
    for number, where in enumerate(everywhere):
        yield from _asked_before(where, ids, ids[:number])
        yield from _terms(where, list(exercise.terms))
    yield from _sources(exercise, everywhere)


def _known(noun: str, known: Collection[str], *named: tuple[Path, Iterable[str]]) -> Iterator[Fault]:
    """A fault for each name in the lists at these paths that is not known."""
    for path, names in named:
        for place, name in enumerate(names):
            yield from _one_known(noun, known, (*path, place), name)


def _one_known(noun: str, known: Collection[str], path: Path, name: str) -> Iterator[Fault]:
    if name not in known:
        hint = did_you_mean(name, known)
        facts = {"noun": noun, "name": quoted(name), "hint": f"; {hint}" if hint else ""}
        yield Fault(path, "there is no {noun} {name}{hint}", facts)


def _asked_before(where: Placed, ids: Collection[str], earlier: Collection[str]) -> Iterator[Fault]:
    """What a question takes from another must have been asked before it."""
    question = where.question
    named: list[tuple[Path, str]] = [
        (("link_to",), question.link_to),
        (("options_from",), getattr(question, "options_from", "")),
    ]
    if question.when:
        named.append((("when", "question"), question.when.question))
    for keys, name in named:
        path = (*where.path, *keys)
        if name in ids and name not in earlier:
            yield Fault(path, "{name} is asked later; put it before this question", {"name": name})
        elif name or keys[0] == "when":
            yield from _one_known("question", ids, path, name)


def _terms(where: Placed, terms: Collection[str]) -> Iterator[Fault]:
    for place, column in enumerate(getattr(where.question, "columns", ())):
        if column.term:
            yield from _one_known("term", terms, (*where.path, "columns", place, "term"), column.term)


def _sources(exercise: Exercise, everywhere: Iterable[Placed]) -> Iterator[Fault]:
    known = [source.id for source in exercise.sources]
    named: list[tuple[Path, str]] = [((*p.path, "source"), p.question.source) for p in everywhere]
    named += [(("commitments", place, "source"), c.source) for place, c in enumerate(exercise.commitments)]
    named += [(("terms", name, "source"), term.source) for name, term in exercise.terms.items()]
    for path, name in named:
        if name:
            yield from _one_known("source", known, path, name)
