"""What the columns of a list mean, whatever they are called.

English and French, and the commonest words of Spanish, Portuguese, Russian and Arabic. A header is
compared without case, accents and punctuation. One that nobody here knows is still kept, as an
attribute under its own name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_KNOWN = {
    "id": "id, participant id, person id, identifier, identifiant, id participant, badge number, numéro de badge",
    "name": (
        "name, full name, display name, participant, participant name, name of participant, nom, nom complet, "
        "nom et prénom, nom prénom, prénom et nom, prénom nom, nom du participant, first and last name, "
        "nombre, nombre completo, nombre y apellidos, nome, nome completo, имя, фио, الاسم, الاسم الكامل"
    ),
    "first_name": "first name, given name, given names, forename, prénom, prénoms, nombre de pila",
    "last_name": (
        "last name, surname, family name, nom de famille, patronyme, apellido, apellidos, apelido, фамилия, اسم العائلة"
    ),
    "email": (
        "email, e-mail, mail, email address, e-mail address, courriel, adresse e-mail, adresse email, "
        "adresse électronique, adresse mail, correo, correo electrónico, البريد الإلكتروني"
    ),
    "state": (
        "state, country, state or country, state party, pays, état, état partie, país, pais, страна, государство, "
        "البلد, الدولة"
    ),
    "region": "region, world region, geographical region, région, région du monde, región, região, регион, المنطقة",
    "organisation": (
        "organisation, organization, organisation name, name of organisation, name of organization, institution, "
        "affiliation, employer, ministry, nom de l'organisation, organisme, ministère, organización, organização, "
        "организация, المنظمة"
    ),
    "org_type": (
        "org type, organisation type, organization type, type of organisation, type of organization, delegation type, "
        "type of delegation, type d'organisation, type d'organisme, type de délégation"
    ),
    "role": "role, rôle, position, job title, post, poste, fonction, cargo, должность, الوظيفة",
    "expertise": "expertise, area of expertise, field, speciality, specialty, domaine, domaine d'expertise, spécialité",
    "function": (
        "function, function in room, function in the room, role in the room, role at the meeting, "
        "rôle dans la salle, fonction dans la salle, rôle à la réunion"
    ),
    "languages": (
        "languages, language, working language, working languages, languages spoken, langue, langues, "
        "langue de travail, langues de travail, langues parlées, idioma, idiomas, языки, язык, اللغات, اللغة"
    ),
    "interpretation": (
        "interpretation, needs interpretation, interpretation needed, interprétation, besoin d'interprétation"
    ),
    "sex": "sex, gender, sexe, genre, sexo, género, gênero, пол, الجنس",
    "age": "age, age band, age group, âge, tranche d'âge, groupe d'âge, edad, idade, возраст, العمر",
    "survivor": "survivor, mine survivor, landmine survivor, survivant, survivante, victim, victime, sobreviviente",
    "disability": (
        "disability, person with disability, person with a disability, disabled, handicap, situation de handicap, "
        "personne handicapée, discapacidad, deficiência"
    ),
    "survivor_or_opd": (
        "survivor or opd, survivor or disability, survivor or person with disability, survivors and opd, "
        "survivant ou oph, survivant ou personne handicapée"
    ),
    "access": (
        "access, accessibility, access requirements, access requirement, access needs, accessibility requirements, "
        "accessibility needs, requirements, special requirements, special needs, needs, reasonable accommodation, "
        "besoins, besoins accès, besoins d'accès, besoins en matière d'accès, accessibilité, besoins d'accessibilité, "
        "besoins particuliers, besoins spécifiques, aménagements, aménagements raisonnables, necesidades, "
        "accesibilidad, requisitos de accesibilidad, потребности, الاحتياجات"
    ),
    "support_pair": (
        "support pair, paired with, pair, assistant, assistant of, assistant to, accompanied by, comes with, "
        "assistante, accompagné par, accompagnée par, accompagné de, accompagnateur, en binôme avec, binôme"
    ),
    "preassigned": (
        "preassigned, preassigned group, pre-assigned, pre-assigned group, fixed group, working group, "
        "groupe préattribué, groupe pré-attribué, groupe attribué, groupe de travail, groupe imposé"
    ),
    "delegation": "delegation, delegation of, délégation, délégation de, delegación, delegação, делегация, الوفد",
    "status": "status, attendance, statut, présence",
    "consent": "consent, consents, consentement, consent list photo recording",
}
_SENSITIVE = frozenset({"survivor", "disability", "survivor_or_opd", "access", "support_pair"})
_SENSITIVE_WORDS = re.compile(r"\b(surviv|disab|handicap|accessib|impairment|wheelchair|fauteuil|discapac|deficien)")
"""Beginnings of words that make a column of unknown meaning sensitive: "Type of disability"."""

_NOT_LETTERS = re.compile(r"[\W_]+")
_PARTS = re.compile(r"[/|(),\n\r]| - | – ")
_FULL_NAME = {"name", "first_name", "last_name"}


def fold(text: str) -> str:
    """Text for comparing headers: no case, accents or punctuation, words a space apart."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NOT_LETTERS.sub(" ", letters.casefold()).strip()


@cache
def _meanings() -> Mapping[str, str]:
    return {fold(word): known for known, words in _KNOWN.items() for word in (known, *(words.split(", ")))}


@lru_cache(maxsize=4096)
def meaning(header: str) -> str:
    """The known meaning of a header, such as `first_name` or `access`; empty if it has none.

    Of a header in two languages ("Pays / Country") or with a remark ("Name (as in passport)") the parts count.
    """
    meanings = _meanings()
    whole = meanings.get(fold(header), "")
    if whole:
        return whole
    first, *others = [meanings.get(fold(part), "") for part in _PARTS.split(header)[:8]]
    found = {first, *filter(None, others)}
    if found <= _FULL_NAME:
        return first if len(found) == 1 else "name"
    return first if found == {first} else ""


def is_sensitive(header: str, extra: Collection[str] = ()) -> bool:
    """Whether a column must never stand on a printed list: survival, disability, access, support, and `extra` names."""
    if meaning(header) in _SENSITIVE or _SENSITIVE_WORDS.search(fold(header)):
        return True
    return any(same_column(header, name) for name in extra)


def same_column(header: str, name: str) -> bool:
    """Whether a column is the one that `name` asks for, by its words or by its known meaning."""
    return bool(name) and (fold(header) == fold(name) != "" or meaning(header) == (meaning(name) or name))


def own_name(headers: Iterable[str], name: str) -> str:
    """The header that `name` asks for: that very header, else the first with the same meaning, else empty."""
    return _own_name(tuple(headers), name)


@lru_cache(maxsize=4096)
def _own_name(headers: tuple[str, ...], name: str) -> str:
    return name if name in headers else next((header for header in headers if same_column(header, name)), "")


def find(attributes: Mapping[str, str], name: str) -> str:
    """The value of the attribute with that own name, else of the one whose meaning it is, else empty."""
    return attributes.get(own_name(attributes, name), "")
