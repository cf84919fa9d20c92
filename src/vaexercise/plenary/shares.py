"""Parts of a whole without a number, held against sources: half of the groups, a majority, all, none, agreement."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from vaexercise.model.groups import PLENARY
from vaexercise.plenary.numbers import NOUN, NOUNS, SPELT, value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.plenary.sources import Source

Verdict = Literal["right", "wrong", "unsure"]

_THE = r"(?:\s+(?:of|des?|d[oa]s|de l[oa]s|de las))?(?:\s+(?:the|all|our|les|l[oa]s|[oa]s))?"
_COUNTED = rf"(?P<counted>{_THE}\s+(?:working )?(?:{NOUN})\b)"
_HALF = "half|la moitié|la mitad|(?:a )?metade|половин[аы]|نصف"
_MOST = r"(?:a|the) majority|la majorité|la mayoría|a maioria|большинств\w|أغلبية"
_FEW = "(?:a|the) minority"
_MANY = "one|two|three|four|five|a|1|2|3|4|5"
_NTHS = {"thirds": 3, "third": 3, "quarters": 4, "quarter": 4, "fifths": 5, "fifth": 5}
_PART = re.compile(
    rf"(?<![\w-])(?:(?:(?P<half>{_HALF})|(?P<most>{_MOST})|(?P<few>{_FEW})"
    rf"|(?P<many>{_MANY})[-\s](?P<nth>{'|'.join(_NTHS)})(?=\s+of\b|\s*[,.;:!?)]|\s*$|(?<=s)\b))(?![\w-])(?:{_COUNTED})?"
    rf"|(?P<mostly>most|معظم){_COUNTED.replace('?P<', '?P<mostly_')})",
    re.IGNORECASE,
)
_ALL_GROUPS = re.compile(
    rf"(?<!\w)(?:(?:all|each|every)(?: one)?(?: of)?(?: the| our)?"
    rf"(?=(?:\s+(?:working|\d+|{SPELT}))*\s+groups?\b(?!\s+of\b))"
    r"|tous les(?=(?:\s+\w+)?\s+groupes)|chaque(?=\s+groupe)|tod[oa]s [lo]?os(?=(?:\s+\w+)?\s+grupos)|cada(?=\s+grupo)"
    r"|все(?=(?:\s+\w+)?\s+группы)|(?:كل|جميع)(?=\s+المجموعات)"
    r"|every(?:one|body)(?=\s+(?:agree|want|sa[iy]|raise|ask|support|name|vote)))(?!\w)",
    re.IGNORECASE,
)
_NO_GROUP = re.compile(
    r"(?<!\w)(?:no(?=\s+(?:working )?groups?\b)|none(?= of the (?:\w+ )?groups\b)|not one(?=\s+group\b)"
    r"|aucun(?=\s+groupe)|ningún(?=\s+grupo)|nenhum(?=\s+grupo)|ни одна(?=\s+группа))(?!\w)",
    re.IGNORECASE,
)
_AGREE = re.compile(r"\b(?:agree[ds]?|agreements?|unanim\w+|consensus|undisputed)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:no|not|nobody|never|without|cannot|dis\w+|n't)\b[^.;]*$", re.IGNORECASE)


class Part(NamedTuple):
    """A claim on a part of a whole. What stands after one to `keep` is still to be read for numbers."""

    words: str
    start: int
    end: int
    verdict: Verdict
    keep: bool = False


def parts(text: str, sources: Sequence[Source]) -> Iterator[Part]:
    """All parts of a whole that a text claims without a number."""
    for found in _PART.finditer(text):
        yield Part(found[0], found.start(), found.end(), _of_part(found, sources))
    for found in _ALL_GROUPS.finditer(text):
        words = text[found.start() :].split()[: 1 + len(found[0].split())]
        yield Part(" ".join(words).rstrip(".,;:!?"), found.start(), found.end(), _of_all(sources), keep=True)
    for found in _NO_GROUP.finditer(text):
        yield Part(f"{found[0]} group", found.start(), found.end(), _of_none(sources), keep=True)


def _of_part(found: re.Match[str], sources: Sequence[Source]) -> Verdict:
    """Of groups, people or points it has to be a known part; of anything else, nobody can tell."""
    known = list(_known(found, sources))
    if any(_is_so(found, share) for share in known):
        return "right"
    of_something_else = re.match(r"\s+(?:of|des?|d[oa]s)\b", found.string[found.end() :])
    decided = _noun(found) or ((found["most"] or found["nth"]) and not of_something_else)
    return "wrong" if known and decided else "unsure"


def _noun(found: re.Match[str]) -> str:
    words = found.groupdict()
    return next((name for name in NOUNS if words.get(name) or words.get(f"mostly_{name}")), "")


def _known(found: re.Match[str], sources: Sequence[Source]) -> Iterator[Fraction]:
    """All parts that sources say of what is counted; of nothing named, all that they say."""
    noun = _noun(found)
    for source in sources:
        together = {(str(len(source.groups)), str(source.answered))} if source.groups else set()
        for part, whole in source.pairs | together if not noun or noun in source.counts else ():
            if part.isdecimal() and whole.isdecimal() and int(whole):
                yield Fraction(int(part), int(whole))


def _is_so(found: re.Match[str], share: Fraction) -> bool:
    half = Fraction(1, 2)
    if found["nth"]:
        many = 1 if found["many"].casefold() == "a" else int(value(found["many"]))
        return share == Fraction(many, _NTHS[found["nth"].casefold()])
    return share == half if found["half"] else share < half if found["few"] else share > half


def _of_all(sources: Sequence[Source]) -> Verdict:
    """Whether all groups that were asked stand behind the sources; where some say the contrary, it is read again."""
    groups = frozenset[str]().union(*(source.groups for source in sources)) - {PLENARY}
    asked = max((source.answered for source in sources), default=0)
    if not groups or not asked:
        return "unsure"
    if len(groups) < asked:
        return "wrong"
    return "unsure" if any(source.contested for source in sources) else "right"


def _of_none(sources: Sequence[Source]) -> Verdict:
    """Of a question, gaps are known; where a group said something, it is read again."""
    return "right" if any(source.key.startswith("question/") for source in sources) else "unsure"


def agreeing(text: str, sources: Sequence[Source], *, divided: bool) -> Iterator[str]:
    """Words that say that people agree, where some say the contrary or groups are `divided`."""
    if divided or any(source.contested for source in sources):
        yield from (found[0] for found in _AGREE.finditer(text) if not _DENIED.search(text[: found.start()]))
