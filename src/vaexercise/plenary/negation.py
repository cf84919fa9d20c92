"""Whether a text denies something: a cheap mark, worth showing because similar words can carry opposite positions.

Among the most similar pairs of statements in public debates, 0.5 % are opposed when both or neither have a word
of denial, and 19 % when one of them has: where the two differ, a person should look twice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LISTS = {
    "en": "no not never none nobody nothing nowhere neither nor without cannot lack lacks lacked lacking missing",
    "fr": "ne n pas jamais aucun aucune aucuns aucunes sans ni rien personne nul nulle manque manquent absence",
    "es": "no nunca jamás ningún ninguno ninguna nadie nada sin ni tampoco falta faltan carece carecen ausencia",
    "pt": "não nunca jamais nenhum nenhuma ninguém nada sem nem tampouco falta faltam carece carecem ausência",
    "ar": "لا لم لن ليس ليست ولا ولم ولن بلا بدون دون غير عدم غياب نقص",
    "ru": "не нет ни никогда никто ничего никакой никакая никаких без нельзя отсутствие отсутствует нехватка",
}
WORDS = {language: frozenset(words.split()) for language, words in _LISTS.items()}
"""Words of denial, of being without and of lacking, by language."""

_ANY = frozenset().union(*WORDS.values())
_ENGLISH_SHORT = re.compile(r"\w+n[’']t\b", re.IGNORECASE)
"""`don't`, `isn’t`: the words alone would be `don` and `t`."""


def denies(text: str, found: Iterable[str], language: str = "") -> bool:
    """Whether a text has a word of denial of its language, of any language if that is unknown.

    `found` are its words. A language may have a region: `pt-BR`.
    """
    known = WORDS.get(re.split("[-_]", language.casefold(), maxsplit=1)[0], _ANY)
    return not known.isdisjoint(found) or (known in (_ANY, WORDS["en"]) and bool(_ENGLISH_SHORT.search(text)))
