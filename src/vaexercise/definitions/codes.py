"""The frozen codes of questions: `Q1`, `Q2` … in groups, `P1` … in plenary, and `Q2a` for a follow-up."""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import TYPE_CHECKING

from vaexercise.definitions.document import quoted
from vaexercise.definitions.outline import Placed, placed
from vaexercise.model.question import Fault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from vaexercise.model.exercise import Exercise

_LETTERS = ("P", "Q")


def code_faults(exercise: Exercise) -> Iterator[Fault]:
    """Codes that are missing, malformed or used twice, each with a free one."""
    everywhere = list(placed(exercise.questions))
    taken = {where.question.code for where in everywhere}
    holders: dict[str, str] = {}
    right: dict[str, str] = {}
    for where in everywhere:
        question = where.question
        stem = _stem(where, right)
        free = _next_free(stem, taken)
        fault = _fault(where, stem, free, holders)
        if fault:
            taken.add(free)
            yield fault
        holders.setdefault(question.code, question.id)
        right[question.id] = free if fault else question.code


def _fault(where: Placed, stem: str, free: str, holders: dict[str, str]) -> Fault | None:
    question, path = where.question, (*where.path, "code")
    facts: dict[str, object] = {"code": quoted(question.code), "free": free}
    if not question.code:
        if not question.form().blanks:
            return None
        return Fault(where.path, "the key 'code' is missing; the next free one is {free}", facts)
    if not _pattern(stem).fullmatch(question.code):
        facts["kind"] = _kind(where, stem)
        return Fault(path, "{code} is no code for {kind}; the next free one is {free}", facts)
    if question.code in holders:
        facts["holder"] = quoted(holders[question.code])
        return Fault(path, "{code} is the code of {holder} already; the next free one is {free}", facts)
    return None


def _stem(where: Placed, right: dict[str, str]) -> str:
    """What the code begins with: the letter of the question, or the code of the question it follows up."""
    if where.parent is not None:
        return right[where.parent.id]
    return "P" if where.question.per == "plenary" else "Q"


def _pattern(stem: str) -> re.Pattern[str]:
    return re.compile(re.escape(stem) + ("[1-9][0-9]{0,3}" if stem in _LETTERS else "[a-z]"))


def _next_free(stem: str, taken: Collection[str]) -> str:
    """The code after the highest: a code is never used again."""
    ends = [code.removeprefix(stem) for code in taken if code.startswith(stem)]
    if stem in _LETTERS:
        return f"{stem}{max((int(end) for end in ends if re.fullmatch('[0-9]{1,4}', end)), default=0) + 1}"
    highest = max((ascii_lowercase.find(end) for end in ends if len(end) == 1), default=-1)
    return f"{stem}{ascii_lowercase[highest + 1 : highest + 2]}"


def _kind(where: Placed, stem: str) -> str:
    if where.parent is not None:
        return f"a follow-up of {stem}"
    return "a plenary question" if stem == "P" else "a group question"
