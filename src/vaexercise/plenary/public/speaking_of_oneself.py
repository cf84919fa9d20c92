"""Words by which somebody says where they are from without naming it: my ministry, notre organisation."""

# ruff: noqa: RUF001  letters of several scripts
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vaexercise.plenary.public.searching import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.plenary.public.searching import Token

_MINE = """
my our
mon ma mes notre nos
mi mis nuestro nuestra nuestros nuestras
meu minha meus minhas nosso nossa nossos nossas
"""
_OWNERS = frozenset(_MINE.split())
_RUSSIAN_OWNER = re.compile(r"мо(?:и|я|е|ю|его|еи|ему|ем|им|их|ими|еи)|наш\w{0,3}")
_NOUNS = re.compile(
    r"(?:minist|organi[sz]a|governm|gouvern|gobiern|govern|countr|nation|delegat|deleg|agenc|agence|office|oficin|"
    r"bureau|escritori|departm|departam|depart|direct|direc|centre|center|centro|associa|asocia|network|reseau|rede?$|"
    r"redes$|ngo|ong|embass|ambassad|embaj|embaix|village|pueblo|aldea|aldeia|town|ville|ciudad|cidade|city|district|"
    r"distri|provin|region|hospital|hopita|equip|team|institut|universit|universid|institui|pays$|pais$|paises$|estado|"
    r"etat|state|union|sindic|syndic|parti|compan|empres|entrepris|commission|comision|comissao|committee|comite|"
    r"president|boss$|chef|jefe|chefe|colleag|colleg|colega|foundation|fondation|fundac|federa|communit|communa|comunid|"
    r"министер|организаци|стран|правительств|делегац|офис|агентств|департамент|отдел|центр|ассоциац|сеть|сети|нко|нпо|"
    r"посольств|деревн|город|област|раион|больниц|команд|институт|университет|государств|фонд|союз|коллег|директор)"
)
_ARABIC = re.compile(
    r"(?:[وفبلك]|ال)*(?:وزار|منظم|بلد|بلاد|حكوم|وفد|مكتب|وكال|ادار|مركز|جمعي|شبك|سفار|قري|مقاطع|محافظ|مستشف|فريق|"
    r"موسس|جامع|دول|مدين|هيي|هييا|لجن|اتحاد|مجتمع|زملاي|ريس|مدير)(?:ت|ا)?(?:ي|نا)"
)
_BETWEEN = 2
"""So many words may stand between: our small national office."""
_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "where i come from",
        "where i work",
        "where i live",
        "as a survivor",
        "as the director",
        "as the minister",
        "i work for",
        "i work at",
        "i represent",
        "we represent",
        "chez nous",
        "je represente",
        "je travaille",
        "en tant que survivant",
        "en tant que survivante",
        "donde vivo",
        "donde trabajo",
        "como sobreviviente",
        "yo trabajo",
        "represento",
        "onde vivo",
        "onde trabalho",
        "eu trabalho",
        "como sobrevivente",
        "у нас в стране",
        "я работаю",
        "я представляю",
        "у меня в стране",
        "انا اعمل",
        "اعمل في",
        "بصفتي",
        "عندنا",
    )
)


def of_oneself(text: str, found: Sequence[Token] | None = None) -> Iterator[str]:
    """The places of a text at which somebody speaks of their own organisation, country or role, as they stand there."""
    words = tokens(text) if found is None else found
    for place, token in enumerate(words):
        end = _end(words, place)
        if end > place:
            yield text[token.start : words[end - 1].end]


def _end(words: Sequence[Token], place: int) -> int:
    """Where what begins here ends; the place itself if nothing begins."""
    first = words[place].folded
    if _ARABIC.fullmatch(first):
        return place + 1
    for phrase in _PHRASES:
        if tuple(token.folded for token in words[place : place + len(phrase)]) == phrase:
            return place + len(phrase)
    if first in _OWNERS or _RUSSIAN_OWNER.fullmatch(first):
        for end in range(place + 1, min(place + 2 + _BETWEEN, len(words))):
            if _NOUNS.match(words[end].folded):
                return end + 1
    return place
