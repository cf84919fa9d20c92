"""Who understands whom: languages, interpreters, and sign-language interpreters in pairs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vaexercise.grouping.member import ACCESS, LISTS, Member, is_interpreter, of_meaning, parts_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

ANY_SIGN = "sgn"
"""The code of a sign language that is not named: it goes with every sign language."""

_CODES = """
ads aed afg ase asf asl asq auslan bfi bsl bvl bzs csc csd cse csl csn csq csr dgs doq dse dsl eso esn eth fse
fsl gsg gsm gss gus hks hsh icl ils ins ise isg isl isr jcs jls jos jsl kvk libras lis lse lsf lsl lsm lso lsp
lst lsq mdl mfs mzy ncs ngt nsi nsl nsp nzs ogs pgz pks prl prz psc psd psg psl psp psr rms rsl sdl sfb sfs sgg
sls slf sqk sqs ssp ssr swl syy tsm tsp tsq tss tsy ugn ugy uks ukl vgt vsl vsv xki xml ysl zib zsl
"""
_SIGNED = frozenset(_CODES.split())
_SIGN_WORDS = re.compile(r"\b(sign|signs|signed|signes|señas|gebärden\w*|libras)\b")
_ASKS_FOR_SIGN = re.compile(r"\b(sign\W+language|sign\W+interpret|langue\W+des\W+signes|lengua\W+de\W+señas)")


def is_signed(language: str) -> bool:
    """Whether this code or name is that of a sign language."""
    word = language.casefold()
    return word in _SIGNED or word == ANY_SIGN or word.startswith("sgn-") or bool(_SIGN_WORDS.search(word))


@dataclass(frozen=True)
class Speech:
    """The languages of people by place, in small letters; who states none is taken to follow and has no entry.

    Somebody whose first language is signed, or who asks for a sign-language interpreter, works in sign languages
    only: `signers`. For anybody else all languages on the list count alike. `interpreters` hold the languages
    between which each of them works; there are none where the rule wants a shared language. `all` are the languages
    that anybody has.

    Example: Ada (`fr`), Ben (`en`), Kim (`bsl;en`, so a signer). In a group that works in `en`, Ben needs nobody,
    Ada an interpreter with `fr;en`, Kim two interpreters with `bsl;en`, because they take turns; so do those who
    interpret from a group that works in `bsl`.
    """

    languages: dict[int, frozenset[str]]
    signers: frozenset[int]
    interpreters: dict[int, frozenset[str]]
    all: frozenset[str]

    def serves(self, interpreter: int, person: int, language: str) -> bool:
        """Whether this interpreter works between a language of the person and that of the group."""
        known = self.interpreters[interpreter]
        return language in known and not known.isdisjoint(self.languages[person])

    def follows(self, person: int, language: str, interpreters: Iterable[int]) -> bool:
        """Whether the person can work in a group of this language in which these interpreters sit."""
        if person not in self.languages or language in self.languages[person]:
            return True
        needed = 2 if person in self.signers or is_signed(language) else 1
        return sum(self.serves(each, person, language) for each in interpreters) >= needed

    def working(self, people: Collection[int]) -> list[str]:
        """The languages that a group of these people can work in, those with most speakers first, then by code."""
        spoken = [self.languages[person] for person in people if person in self.languages]
        here = [person for person in people if person in self.interpreters]
        found = [
            language
            for language in frozenset().union(*spoken)
            if all(self.follows(person, language, here) for person in people)
        ]
        return sorted(found, key=lambda language: (-sum(language in each for each in spoken), language))

    @property
    def common(self) -> str:
        """The language that most people work in; of several the first."""
        times = Counter(language for spoken in self.languages.values() for language in spoken)
        return min(times, key=lambda language: (-times[language], language), default="")

    @property
    def hub(self) -> str:
        """The language that all interpreters know, of several the one with most speakers; empty if there is none.

        A group that needs interpreters at all can then just as well work in it: whoever of them serves somebody
        there also knows the hub.
        """
        shared = self.all.intersection(*self.interpreters.values()) if self.interpreters else frozenset()
        spoken = list(self.languages.values())
        return max(sorted(shared), key=lambda language: sum(language in each for each in spoken), default="")

    def eased(self, people: Collection[int]) -> Speech:
        """The same, but these people work in the language that most have."""
        common = frozenset([self.common])
        languages = {**self.languages, **dict.fromkeys(people, common)}
        return Speech(languages, self.signers - set(people), self.interpreters, self.all)


def speech_of(members: Sequence[Member], *, interpreted: bool) -> Speech:
    """What the list says about languages and functions."""
    languages: dict[int, frozenset[str]] = {}
    signers = set()
    interpreters: dict[int, frozenset[str]] = {}
    for place, member in enumerate(members):
        spoken = tuple(filter(None, map(str.casefold, parts_of(of_meaning(member, *LISTS)))))
        if is_interpreter(member):
            interpreters[place] = frozenset(spoken)
        elif (signed := _signed(member, spoken)) is not None:
            signers.add(place)
            spoken = signed
        if spoken:
            languages[place] = frozenset(spoken)
    every = frozenset[str]().union(*languages.values())
    asked = frozenset(filter(is_signed, every))
    known = {place: _with_signs(spoken, asked) for place, spoken in interpreters.items() if len(spoken) > 1}
    return Speech(languages, frozenset(signers), known if interpreted else {}, every)


def _signed(member: Member, spoken: tuple[str, ...]) -> tuple[str, ...] | None:
    """The sign languages of somebody who works in them; None of everybody else."""
    asks = _ASKS_FOR_SIGN.search(of_meaning(member, *ACCESS).casefold())
    if not asks and not (spoken and is_signed(spoken[0])):
        return None
    return tuple(filter(is_signed, spoken)) or (ANY_SIGN,)


def _with_signs(spoken: frozenset[str], asked: frozenset[str]) -> frozenset[str]:
    """An unnamed sign language goes with each, on either side."""
    signed = frozenset(filter(is_signed, spoken))
    if ANY_SIGN in signed:
        return spoken | asked
    return spoken | {ANY_SIGN} if signed else spoken
