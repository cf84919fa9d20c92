"""Definitions checked against the model: what is read is a dataclass of the model, or `Problems` in our own words.

Questions and rules name their kind, and only the kinds that occur are built: pydantic takes its time for each.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic import ConfigDict, TypeAdapter, ValidationError

from vaexercise.definitions import checks
from vaexercise.definitions.document import MOST_PROBLEMS, Document, Path, quoted
from vaexercise.definitions.lists import places
from vaexercise.definitions.sentences import either, found_not, unwritten, worded
from vaexercise.errors import Problem, Problems
from vaexercise.model.exercise import Exercise
from vaexercise.model.form import Item
from vaexercise.model.rules import RULES, Rule
from vaexercise.model.settings import Settings
from vaexercise.model.text import Text, clean_text, did_you_mean
from vaexercise.questions import kind_named, kinds

if TYPE_CHECKING:
    from vaexercise.model.question import Question

T = TypeVar("T")
Lists = Callable[[str], tuple[Item, ...] | None]
"""Finds a shared list by its name; None if there is none. May raise `Problems` of the list's file."""


@dataclass(frozen=True, kw_only=True)
class SharedList:
    """Items that several exercises use. `note` says where they come from."""

    id: str
    title: Text = ""
    note: Text = ""
    items: tuple[Item, ...]


def read_exercise(document: Document, lists: Lists) -> Exercise:
    """An exercise with its shared lists filled in. Raises `Problems`."""
    reader = _Reader(document)
    exercise = reader.exercise(_cleaned(document.data), lists)
    return reader.checked(exercise, checks.of_exercise)


def read_settings(document: Document) -> Settings:
    """A workshop's settings; a session without an id has that of its exercise. Raises `Problems`."""
    reader = _Reader(document)
    data = _cleaned(document.data)
    for session in _records(data.get("sessions")):
        if "exercise" in session:
            session.setdefault("id", session["exercise"])
    return reader.checked(reader.record(Settings, data, ()), checks.of_settings)


def read_rules(document: Document) -> tuple[Rule, ...]:
    """The rules of a file that is a list of rules, in its order. Raises `Problems`."""
    reader = _Reader(document)
    rules = reader.each(_cleaned(document.data), (), reader.rule)
    return reader.checked(rules, checks.of_rules)


def read_list(document: Document) -> tuple[Item, ...]:
    """The items of a shared list. Raises `Problems`."""
    reader = _Reader(document)
    shared = reader.record(SharedList, _cleaned(document.data), ())
    items = shared.items if shared else None
    return reader.checked(items, checks.of_items)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401  a dataclass of the model
    """Checks a tuple of one record, because pydantic gives a dataclass alone no configuration but its own."""
    alone: Any = tuple.__class_getitem__((kind,))
    return TypeAdapter(alone, config=ConfigDict(extra="forbid"))


def _cleaned(data: Any) -> Any:  # noqa: ANN401  what a file may hold
    """A copy with every text as it is kept."""
    if isinstance(data, dict):
        return {key: _cleaned(part) for key, part in data.items()}
    if isinstance(data, list):
        return [_cleaned(part) for part in data]
    if isinstance(data, str) and not (data.isascii() and data.isprintable()):
        return clean_text(data)
    return data


def _records(data: object) -> list[dict[str, Any]]:
    return [part for part in data if isinstance(part, dict)] if isinstance(data, list) else []


class _Reader:
    """Reads one document and gathers all that is wrong with it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def problem(self, path: Path, sentence: str, facts: Mapping[str, object], *, at_key: bool = False) -> None:
        self.problems.append(self.document.problem(path, sentence, facts, at_key=at_key))

    def checked(self, read: T | None, check: Callable[[Document, T], list[Problem]]) -> T:
        """What was read, if nothing is wrong with it."""
        if read is not None and not self.problems:
            self.problems = check(self.document, read)
        if read is None or self.problems:
            raise Problems(self.problems[:MOST_PROBLEMS])
        return read

    def exercise(self, data: dict[str, Any], lists: Lists) -> Exercise | None:
        for path, name in places(data.get("questions"), ("questions",)):
            self.fill(data, path, name, lists)
        data["questions"] = self.each(data.get("questions", []), ("questions",), self.question)
        groups = data.get("groups")
        if isinstance(groups, dict) and "rules" in groups:
            groups["rules"] = self.each(groups["rules"], ("groups", "rules"), self.rule)
        return self.record(Exercise, data, ())

    def fill(self, data: Any, path: Path, name: str, lists: Lists) -> None:  # noqa: ANN401  what a file may hold
        """Put the items of a shared list where its name stands."""
        try:
            items = lists(name)
        except Problems as error:
            self.problems += error.problems
            items = ()
        if items is None:
            self.problem(path, "there is no shared list {name} in the folder lists", {"name": quoted(name)})
        for part in path[:-1]:
            data = data[part]
        data[path[-1]] = list(items or ())

    def each(self, data: Any, path: Path, read: Callable[[Any, Path], T | None]) -> Any:  # noqa: ANN401  the same
        """The entries of a list, without those that are wrong. What is no list stays, for `record` to say so."""
        if not isinstance(data, list):
            return data
        found = (read(part, (*path, place)) for place, part in enumerate(data))
        return tuple(entry for entry in found if entry is not None)

    def question(self, data: Any, path: Path) -> Question | None:  # noqa: ANN401  the same
        name = self.name(data, path, "kind", kinds())
        if name is None:
            return None
        if "follow_up" in data:
            inner = self.each(data["follow_up"], (*path, "follow_up"), self.question)
            data = {**data, "follow_up": inner}
        return self.record(kind_named(name), data, path)

    def rule(self, data: Any, path: Path) -> Rule | None:  # noqa: ANN401  the same
        name = self.name(data, path, "rule", RULES)
        if name is None:
            return None
        foreign = unwritten(RULES[name], data)
        for wrong in worded(foreign, RULES[name], data):
            self.problem((*path, *wrong.path), wrong.sentence, wrong.facts, at_key=wrong.at_key)
        keys = data.keys() - {error["loc"][0] for error in foreign}
        read = self.record(RULES[name], {key: part for key, part in data.items() if key in keys}, path)
        return replace(read, origin=self.document.origin(path)) if read else None

    def name(self, data: Any, path: Path, tag: str, known: Collection[str]) -> str | None:  # noqa: ANN401  the same
        """What kind of record this is, as its key `tag` says."""
        name = data.get(tag) if isinstance(data, dict) else None
        if isinstance(name, str) and name in known:
            return name
        facts = {"tag": tag, "words": either(list(known)), "name": quoted(name), "found": found_not(data)}
        if not isinstance(data, dict):
            self.problem(path, "must be a map with the key {tag}, {found}", facts)
        elif name is None:
            self.problem(path, "the key '{tag}' is missing; it says {words}", facts)
        else:
            facts["hint"] = did_you_mean(str(name), known) or f"known are {', '.join(known)}"
            self.problem((*path, tag), "there is no {tag} {name}; {hint}", facts)
        return None

    def record(self, kind: type[T], data: Any, path: Path) -> T | None:  # noqa: ANN401  the same
        """A dataclass of the model."""
        try:
            read: tuple[T] = _adapter(cast("Any", kind)).validate_python((data,))
        except ValidationError as error:
            found = [{**e, "loc": e["loc"][1:]} for e in error.errors(include_url=False)[:MOST_PROBLEMS]]
        else:
            return read[0]
        for wrong in worded(found, kind, data):
            self.problem((*path, *wrong.path), wrong.sentence, wrong.facts, at_key=wrong.at_key)
        return None
