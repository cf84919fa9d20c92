"""Names of working groups in what people say, in six languages and in Khmer: `group 2`, `le deuxième groupe`."""

# ruff: noqa: RUF001  letters of several scripts
from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBERS = """
two three four five six seven eight nine ten deux trois quatre cinq sept huit neuf dix
dos tres cuatro cinco seis siete ocho nueve diez dois duas três quatro sete oito nove dez
два три четыре пять шесть семь восемь девять десять
الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة
الاولى الأول الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر
primera segunda tercera primero segundo tercero primeiro terceiro primeira terceira
"""
"""Numbers that come after the word. Those for one are left: they mean `a`, too."""
_ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth
premier deuxième deuxieme seconde troisième troisieme quatrième cinquième sixième septième huitième neuvième dixième
primer primero segundo tercer tercero cuarto quinto sexto séptimo octavo noveno décimo
primeiro terceiro sétimo oitavo nono
"""
_RUSSIAN_ORDINAL = r"(?:перв|втор|треть|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят)[а-яё]{1,3}"
_NUMERAL = r"\d{1,2}(?!\d|[.,]\d| ?%)"
_AND = r"(?:\s*,\s*|\s+(?:and|or|et|ou|y|o|e|и|или|أو|&)\s+|\s+و\s*)"
_SIGN = r"(?:n\.?[°ºo]\.?|nr\.?|number|numéro|número|numero|№|#|رقم|-)?"
_LATIN = r"(?:(?:working |sub-?)?groups?|groupes?(?: de travail)?|grupos?(?: de (?:trabajo|trabalho))?)"
_CYRILLIC = r"групп[а-яё]{0,3}"
_ARABIC = r"[وفبك]?(?:ال|لل)?(?:مجموع(?:ة|ه|ات)|فريق)"
_KHMER = "ក្រុម"


def _words(listed: str) -> str:
    return "|".join(map(re.escape, sorted(listed.split(), key=len, reverse=True)))


_ONE = rf"(?:{_NUMERAL}|(?:{_words(_NUMBERS)})\b)"
_AFTER = rf"\s*{_SIGN}\s*{_ONE}(?:{_AND}{_ONE})*"
_TIGHT = r"\s*(?:ទី)?\s*\d{1,2}(?:\s*និង\s*\d{1,2})*"
_ORDINAL = rf"(?:(?:{_words(_ORDINALS)})|\d{{1,2}}(?:st|nd|rd|th|ers?|e|ème|eme|er|º|ª|°|o))"
_NAMED = re.compile(
    rf"(?<!\w)(?<!age )(?<!âge )(?:"
    rf"{_LATIN}\b{_AFTER}"
    rf"|{_LATIN} (?-i:[A-H])(?!\w|[’'])"
    rf"|{_ORDINAL} {_LATIN}\b"
    rf"|{_CYRILLIC}\b{_AFTER}"
    rf"|(?:{_RUSSIAN_ORDINAL}|\d{{1,2}}-[а-яё]{{1,3}}) {_CYRILLIC}\b"
    rf"|{_ARABIC}{_AFTER}"
    rf")|{_KHMER}{_TIGHT}",
    re.IGNORECASE,
)
_LEFT = re.compile(
    rf"(?<!\w)(?:"
    rf"(?:wg|gr|grp|gt|table|room|salle|sala|mesa|стол|طاولة)[.\s#°-]{{0,2}}\d{{1,2}}"
    rf"|g\d{{1,2}}"
    rf"|(?:{_LATIN}) (?:one|uno|um)"
    rf"|(?:last|other|next|dernier|autre|último|ultimo|outro|otro) {_LATIN}"
    rf"|(?:my|our|notre|mon|nuestro|mi|nosso|meu) {_LATIN}"
    rf"|наш[а-яё]{{1,2}} {_CYRILLIC}|{_ARABIC}نا"
    rf")(?!\w)",
    re.IGNORECASE,
)
"""What may mean a group: too many other things to be taken out, so that it is only found."""


def without_group_names(text: str, instead: str) -> str:
    """The text with something else in place of the names of groups."""
    return _NAMED.sub(instead, text)


def group_names(text: str) -> Iterator[str]:
    """Words that name a group, or may mean one."""
    for pattern in (_NAMED, _LEFT):
        yield from (found[0].strip() for found in pattern.finditer(text))
