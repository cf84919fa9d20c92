"""What is wrong with numbers of people and groups, or with one rule by itself."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vaexercise.errors import Impossible
from vaexercise.grouping.member import Member, counted, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.rules.base import Asked


def refuse(reasons: Sequence[str]) -> None:
    """Raises `Impossible` with all of the reasons as sentences, if there are any."""
    if reasons:
        raise Impossible(reasons="\n".join(map(sentence, reasons)))


def sentence(reason: str) -> str:
    """A reason as a sentence of its own; what is one already stays."""
    return f"{reason[0].upper()}{reason[1:].removesuffix('.')}."


def wrong_numbers(members: Sequence[Member], groups: int) -> list[str]:
    """A sentence where there are too few people or groups, or two people with one id."""
    reason = _wrong_number(members, groups)
    return [sentence(reason)] if reason else []


def _wrong_number(members: Sequence[Member], groups: int) -> str:
    if not members:
        return "there is nobody on the list: import or add participants first"
    if groups < 1:
        return f"{groups} groups were asked for: ask for at least 1"
    if groups > len(members):
        return f"{counted(groups, 'group', 'groups')} for {counted(len(members), 'person', 'people')}: ask for fewer"
    doubled = [name for name, times in Counter(member.id for member in members).items() if times > 1]
    return f"several people have the id {shown(doubled[0])}: give each their own" if doubled else ""


def quoted(number: int, asked: Asked) -> str:
    """A rule inside a sentence: its number, in words, and where it stands."""
    origin = f"; {shown(asked.rule.origin)}" if asked.rule.origin else ""
    return f"rule {number} ({asked.label}{origin})"


def said_at_once(asked: Sequence[Asked]) -> list[tuple[int, Asked, str]]:
    """What is wrong with a rule by itself: its number from 1, the rule, a sentence."""
    return [
        (number, rule, sentence(f"{quoted(number, rule)}: {reason}"))
        for number, rule in enumerate(asked, 1)
        for reason in rule.reasons
    ]
