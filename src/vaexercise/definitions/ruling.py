"""Rules of a draw that say too little, too much, or nothing that can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.question import Fault
from vaexercise.model.rules import Apart, AtLeast, AtMost, Fixed, Rule, Together

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.definitions.document import Path


def rule_faults(rules: Sequence[Rule], path: Path = ()) -> Iterator[Fault]:
    """What the types of the keys of a rule cannot say."""
    for place, rule in enumerate(rules):
        here = (*path, place)
        yield from _weight(rule, here)
        if isinstance(rule, (Apart, Together)):
            yield from _people(rule, here)
        elif isinstance(rule, Fixed):
            yield from _fixed(rule, here)
        elif isinstance(rule, (AtLeast, AtMost)):
            yield from _number(rule, here)


def _weight(rule: Rule, path: Path) -> Iterator[Fault]:
    if rule.weight is not None and rule.weight < 1:
        yield Fault((*path, "weight"), "a weight is 1 or more, not {weight}", {"weight": rule.weight})


def _people(rule: Apart | Together, path: Path) -> Iterator[Fault]:
    if bool(rule.people) == bool(rule.by):
        yield Fault(path, "{rule} needs either people or by, one of them", {"rule": rule.rule})
    elif len(rule.people) == 1:
        yield Fault((*path, "people"), "{rule} needs at least two people", {"rule": rule.rule})


def _fixed(rule: Fixed, path: Path) -> Iterator[Fault]:
    person_given = bool(rule.person or rule.group)
    if person_given == bool(rule.by):
        yield Fault(path, "fixed needs either person and group, or by")
    elif person_given and not (rule.person and rule.group > 0):
        yield Fault(path, "fixed needs a person and the number of a group, from 1")


def _number(rule: AtLeast | AtMost, path: Path) -> Iterator[Fault]:
    if rule.n < 1:
        yield Fault((*path, "n"), "n is 1 or more, not {n}", {"n": rule.n})
    if not rule.where:
        yield Fault((*path, "where"), "where names at least one attribute and its value")
