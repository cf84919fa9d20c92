"""Words that may tell who somebody is: a check before something is published, which would rather find too much."""

# ruff: noqa: RUF001  letters of several scripts
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from vaexercise.plenary.public.group_names import group_names
from vaexercise.plenary.public.searching import Token, inside, is_form_of, phrases, sequences, tokens
from vaexercise.plenary.public.speaking_of_oneself import of_oneself
from vaexercise.plenary.stop_words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.model.privacy import Attribution

Kind = Literal[
    "name",
    "initials",
    "e-mail address",
    "telephone number",
    "web address",
    "organisation",
    "state",
    "own organisation or country",
    "language of one speaker",
    "small group",
    "group",
    "small count",
    "rare number",
]

_NO_NAMES: frozenset[Kind] = frozenset(
    ("name", "initials", "e-mail address", "telephone number", "web address", "organisation", "small count")
)
_SMALL = (
    "de del della di da do dos das du des la le les el al ibn bin bint ben abu van von der den ter zu of the and "
    "y e et san santa saint st mr mrs ms dr"
)
_PARTICLES = frozenset(_SMALL.split())
_COMMON = """
ministry ministries minister national international regional local state states government department office
centre center agency organisation organization association network council committee commission federation union
institute university foundation society group service services health education social affairs labour finance
defence justice interior foreign rights human women children persons people disability disabilities survivors
victims mine mines action assistance rehabilitation development cooperation support secretariat deaf blind amputees
sourds aveugles amputes sordos ciegos amputados الناجين الناجون المعوقين ذوي
ministere nationale national internationale centre agence organisation association reseau conseil comite
commission federation institut universite fondation sante education affaires sociales travail droits femmes
personnes handicap victimes mines action assistance developpement bureau
ministerio nacional internacional centro agencia organizacion asociacion red consejo comite comision federacion
instituto universidad fundacion salud educacion asuntos sociales trabajo derechos mujeres personas discapacidad
victimas minas accion asistencia desarrollo oficina
republic republica republique democratic islands island united kingdom north south east west new
вооруженных министерство центр национальный وزاره مركز منظمه جمعيه وطني الوطنيه
"""
_GENERIC = frozenset(_COMMON.split())
_EMAIL = re.compile(r"[\w.+%-]+\s?(?:@|\(at\)|\[at\]|＠)\s?[\w-]+(?:\s?(?:\.|\(dot\)|\[dot\])\s?[\w-]+)+")
_WEB = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.])@\w{2,}")
_TELEPHONE = re.compile(r"(?:\+|\b00|\(|(?<![\w.,]))\d[\d\s().\-/]{5,}\d")
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-/]\s?(?:(?:19|20)?\d\d)")
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")
_DIGITS = 7
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.[ \u00a0-]?){2,}")
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Minister|President|Ambassador|Mme|Mlle|M|Sr|Sra|Srta|Dra|Don|Doña|"
    r"Г-н|Г-жа|Д-р|г-н|г-жа|д-р)\.? +(?:[^\W\d_]\.? *)?[^\W\d_a-zа-я][^\W\d_]*"
)
_ARABIC_TITLED = re.compile(r"(?:السيد|السيدة|الدكتور|الدكتورة|الأستاذ|الأستاذة|د\.|أ\.)\s+\S+")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0 ]\d{3})*(?:[.,]\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG_NUMBER = 3
_NAME = 5
"""A part of a name with fewer letters is one only with a capital: bell, mark, rose are words."""
_ENDING, _STEM = 6, 4
"""How many letters may come after the beginning of a state's name in words for what is of it; how long it must be."""


class Hit(NamedTuple):
    """Words that may tell who somebody is, and how."""

    kind: Kind
    words: str


@dataclass(frozen=True)
class Listed:
    """What the list of participants says, ready to be looked for.

    `own` are words of the exercise itself: an organisation is not known by them alone. `common` are words, as they are
    compared, that are also written small in what is looked through: with a capital that only begins a sentence, they
    are no name.
    """

    names: Sequence[str] = ()
    organisations: Sequence[str] = ()
    states: Sequence[str] = ()
    own: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()


def breaks(kind: Kind, level: Attribution) -> bool:
    """Whether something of that kind breaks what a level promises: `open` nothing, `group` no names, others none."""
    return level in {"org_type", "none"} or (level == "group" and kind in _NO_NAMES)


class Finder:
    """Looks for what a list of participants says, and for what tells somebody in any text."""

    def __init__(self, listed: Listed) -> None:
        self._common = listed.common
        self._parts = {part for name in listed.names for part in _parts_of(name)}
        self._unspaced = {
            "name": [n for n in listed.names if n],
            "organisation": list(listed.organisations),
            "state": list(listed.states),
        }
        self._initials = {made for name in listed.names for made in _initials(name)}
        self._organisations = _Wanted(listed.organisations, listed.own, listed.common)
        self._states = _Wanted(listed.states, frozenset(), listed.common)
        self._demonyms = {stem for state in listed.states for stem in _stems(state)}

    def hits(self, text: str) -> Iterator[Hit]:
        """All that is found in a text, each once."""
        found = tokens(text)
        yield from dict.fromkeys(
            [
                *_all("e-mail address", _EMAIL, text),
                *_all("web address", _WEB, text),
                *self._numbers(text),
                *(Hit("name", words) for words in phrases(text, found, self._names(found))),
                *_all("name", _TITLED, text),
                *_all("name", _ARABIC_TITLED, text),
                *self._joined(text),
                *self._initialled(text, found),
                *(Hit("organisation", words) for words in phrases(text, found, self._organisations.places(found))),
                *(Hit("state", words) for words in phrases(text, found, self._state_places(found))),
                *(Hit("own organisation or country", words) for words in of_oneself(text, found)),
                *(Hit("group", words) for words in group_names(text)),
            ]
        )

    def _names(self, found: Sequence[Token]) -> Iterator[int]:
        for place, token in enumerate(found):
            part = next((part for part in self._parts if is_form_of(token.folded, part)), "")
            written_small = len(part) < _NAME or token.folded in STOP_WORDS
            if part and not _only_begins(found, place, self._common) and (token.capital or not written_small):
                yield place

    def _joined(self, text: str) -> Iterator[Hit]:
        """What is written without spaces, in whole or by its parts."""
        kinds: tuple[Kind, ...] = ("name", "organisation", "state")
        for kind in kinds:
            for words in self._unspaced[kind]:
                parts = {words, *words.split()}
                yield from (Hit(kind, part) for part in sorted(parts) if len(part) > 1 and inside(text, part))

    def _initialled(self, text: str, found: Sequence[Token]) -> Iterator[Hit]:
        for match in _DOTTED.finditer(text):
            if match[0].upper() == match[0]:
                yield Hit("initials", match[0].strip())
        yield from (Hit("initials", t.word) for t in found if t.word in self._initials)

    def _state_places(self, found: Sequence[Token]) -> Iterator[int]:
        yield from self._states.places(found)
        for place, token in enumerate(found):
            if any(_is_of(token, stem) for stem in self._demonyms):
                yield place

    def _numbers(self, text: str) -> Iterator[Hit]:
        """Telephone numbers, and other numbers that few people have."""
        called = [match for match in _TELEPHONE.finditer(text) if _is_called(match[0].strip())]
        yield from (Hit("telephone number", match[0].strip()) for match in called)
        for match in _NUMBER.finditer(text):
            digits = [char for char in match[0] if char.isdigit()]
            inside_one = any(call.start() <= match.start() < call.end() for call in called)
            if len(digits) >= _LONG_NUMBER and not (inside_one or _YEAR.fullmatch(match[0])):
                yield Hit("rare number", match[0])


def _is_called(words: str) -> bool:
    """Whether digits and signs between them are those of a telephone: not of two years, or of a date."""
    enough = sum(char.isdigit() for char in words) >= _DIGITS
    return enough and not (_YEARS.fullmatch(words) or _DATE.fullmatch(words))


class _Wanted:
    """Organisations or states: found in full, by their initials, and by a word that only they have."""

    def __init__(self, things: Sequence[str], own: frozenset[str], common: frozenset[str]) -> None:
        self._common = common
        split = list(map(tokens, things))
        self._whole = {tuple(token.folded for token in thing) for thing in split if thing}
        own_words = {token.folded for text in own for token in tokens(text)}
        every = {token.folded for thing in split for token in thing}
        self._single = {
            word
            for word in every
            if len(word) >= _STEM
            and not word.isdecimal()
            and word not in own_words | _GENERIC | _PARTICLES | STOP_WORDS
        }
        self._short = {made for thing in split for made in _short_forms(thing)}

    def places(self, found: Sequence[Token]) -> Iterator[int]:
        """The places of words that are part of one: in full, or with a capital, and what is written beside that."""
        for wanted in self._whole:
            for start, end in sequences(found, wanted):
                if len(wanted) > 1 or found[start].capital or found[start].folded == wanted[0]:
                    yield from range(start, end)
        known = {place for place, token in enumerate(found) if self._is_part(token)}
        capital = {p for p in known if found[p].capital and not _only_begins(found, p, self._common)}
        yield from (place for place in known if {place - 1, place, place + 1} & capital)

    def _is_part(self, token: Token) -> bool:
        return token.word in self._short or any(is_form_of(token.folded, word) for word in self._single)


def _only_begins(found: Sequence[Token], place: int, common: frozenset[str]) -> bool:
    """Whether a word that is also written small has its capital from the beginning of a text."""
    return place == 0 and found[place].folded in common


def _is_of(token: Token, stem: str) -> bool:
    """Whether a word begins with a state's name and means what is of it; a short beginning needs a capital."""
    return (
        token.folded.startswith(stem)
        and len(token.folded) - len(stem) <= _ENDING
        and (token.capital or len(stem) > _STEM)
    )


def _short_forms(thing: Sequence[Token]) -> Iterator[str]:
    """The initials of its words, and what it writes in capitals itself."""
    words = [token.word for token in thing if token.folded not in _PARTICLES]
    made = "".join(word[0] for word in words).upper()
    if len(made) >= _LONG_NUMBER:
        yield made
    yield from (word for word in words if len(word) > 1 and word.isupper())


def _parts_of(name: str) -> Iterator[str]:
    """The parts of a name by which somebody is called."""
    for token in tokens(name):
        if len(token.folded) > 1 and token.folded not in _PARTICLES:
            yield token.folded


def _initials(name: str) -> Iterator[str]:
    """Initials of a name: of all parts, and of the first and the last."""
    words = [token.word for token in tokens(name) if token.folded not in _PARTICLES]
    if len(words) > 1:
        yield "".join(word[0] for word in words).upper()
        yield f"{words[0][0]}{words[-1][0]}".upper()


def _stems(state: str) -> Iterator[str]:
    """The beginnings of words for what is of a state: Vardan- of Vardania."""
    for token in tokens(state):
        if len(token.folded) >= _STEM and token.folded not in _GENERIC | _PARTICLES:
            bare = token.folded.rstrip("aeiouyаеиоуыэюяьй")
            yield bare if len(bare) >= _STEM else token.folded


def _all(kind: Kind, pattern: re.Pattern[str], text: str) -> Iterator[Hit]:
    return (Hit(kind, match[0].strip()) for match in pattern.finditer(text))
