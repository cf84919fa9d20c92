"""What the columns of a list mean, whatever they are called.

English, French and Spanish, and the commonest words of Portuguese, Russian and Arabic. A header is
compared without case, accents and punctuation. One that nobody here knows is still kept, as an
attribute under its own name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

_KNOWN = {
    "id": "id, participant id, person id, identifier, identifiant, id participant, badge number, numéro de badge",
    "name": (
        "name, names, full name, display name, participant, participants, participant name, name of participant, "
        "name of the participant, delegate, delegate name, name of delegate, attendee, attendee name, "
        "first and last name, name and surname, surname and name, surname and first name, "
        "nom, noms, nom complet, nom et prénom, nom et prénoms, noms et prénoms, nom prénom, nom prénoms, "
        "prénom et nom, prénoms et nom, prénom nom, nom du participant, nom de la personne, délégué, nom du délégué, "
        "nombre, nombre completo, nombre y apellido, nombre y apellidos, nombres y apellidos, apellido y nombre, "
        "apellidos y nombre, apellidos y nombres, nombre del participante, participante, participantes, "
        "nome, nome completo, имя, фио, الاسم, الاسم الكامل"
    ),
    "first_name": (
        "first name, first names, given name, given names, forename, forenames, prénom, prénoms, "
        "nombre de pila, nombres, primer nombre, primeiro nome"
    ),
    "last_name": (
        "last name, last names, surname, surnames, family name, family names, nom de famille, noms de famille, "
        "nom d'usage, patronyme, apellido, apellidos, primer apellido, apelido, sobrenome, фамилия, اسم العائلة"
    ),
    "email": (
        "email, emails, e-mail, e-mails, mail, email address, e-mail address, contact email, courriel, mél, "
        "adresse e-mail, adresse email, adresse électronique, adresse mail, adresse courriel, correo, "
        "correo electrónico, correo-e, dirección de correo, dirección de correo electrónico, dirección electrónica, "
        "dirección de email, البريد الإلكتروني"
    ),
    "state": (
        "state, country, state or country, country or state, state party, member state, name of state, "
        "name of country, country name, country represented, state represented, represented country, "
        "pays, état, état partie, état membre, pays représenté, état représenté, nom du pays, "
        "país, estado parte, estado miembro, país representado, estado representado, país que representa, nación, "
        "pais, страна, государство, البلد, الدولة"
    ),
    "region": (
        "region, world region, geographical region, geographic region, region of the world, région, "
        "région du monde, région géographique, zone géographique, región, región del mundo, región geográfica, "
        "zona geográfica, região, регион, المنطقة"
    ),
    "organisation": (
        "organisation, organization, organisations, organisation name, organization name, name of organisation, "
        "name of organization, name of the organisation, organisation represented, organization represented, "
        "organisation or institution, organization or institution, institution, institutions, institution name, "
        "name of institution, home institution, structure, entity, body, agency, company, affiliation, "
        "affiliations, institutional affiliation, employer, ministry, ministry or organisation, association, ngo, "
        "nom de l'organisation, organisation représentée, nom de l'institution, institution d'appartenance, "
        "institution de rattachement, organisme, organisme de rattachement, nom de l'organisme, entité, "
        "nom de la structure, structure d'appartenance, structure de rattachement, agence, société, entreprise, "
        "employeur, ministère, ong, "
        "organización, organizaciones, nombre de la organización, organización representada, "
        "organización que representa, institución, nombre de la institución, entidad, organismo, agencia, empresa, "
        "afiliación, afiliación institucional, empleador, ministerio, asociación, estructura, "
        "organização, instituição, entidade, afiliação, ministério, "
        "организация, учреждение, المنظمة, المؤسسة"
    ),
    "org_type": (
        "org type, organisation type, organization type, type of organisation, type of organization, "
        "institution type, type of institution, entity type, type of entity, delegation type, type of delegation, "
        "type d'organisation, type d'organisme, type d'institution, type de structure, type d'entité, "
        "type de délégation, tipo de organización, tipo de institución, tipo de entidad, tipo de organismo, "
        "tipo de delegación"
    ),
    "role": (
        "role, rôle, position, job, job title, post, profession, occupation, designation, poste, "
        "poste occupé, intitulé du poste, titre du poste, fonction, fonctions, cargo, puesto, "
        "puesto de trabajo, profesión, ocupación, función, должность, الوظيفة"
    ),
    "expertise": (
        "expertise, area of expertise, areas of expertise, field, field of expertise, speciality, specialty, domaine, "
        "domaine d'expertise, domaines d'expertise, domaine de compétence, spécialité, especialidad, "
        "área de especialidad, área de especialización, área de experiencia, campo de especialización"
    ),
    "function": (
        "function, function in room, function in the room, role in the room, role at the meeting, "
        "rôle dans la salle, fonction dans la salle, rôle à la réunion, función en la sala, función en la reunión"
    ),
    "languages": (
        "languages, language, working language, working languages, languages spoken, spoken languages, "
        "preferred language, preferred languages, language preference, language of communication, "
        "langue, langues, langue de travail, langues de travail, langues parlées, langue préférée, "
        "langue de préférence, langue de communication, idioma, idiomas, idioma de trabajo, idiomas de trabajo, "
        "idiomas hablados, idioma preferido, idioma de preferencia, lengua, lenguas, lengua de trabajo, "
        "lenguas de trabajo, língua, línguas, языки, язык, اللغات, اللغة"
    ),
    "interpretation": (
        "interpretation, needs interpretation, interpretation needed, interpreter needed, interprétation, "
        "besoin d'interprétation, besoin d'un interprète, interpretación, necesita interpretación"
    ),
    "sex": "sex, gender, m/f, f/m, sexe, genre, h/f, f/h, sexo, género, h/m, m/h, gênero, пол, الجنس",
    "age": (
        "age, age band, age group, age range, âge, tranche d'âge, groupe d'âge, edad, grupo de edad, rango de edad, "
        "idade, возраст, العمر"
    ),
    "survivor": (
        "survivor, mine survivor, landmine survivor, survivant, survivante, survivant de mine, victim, victime, "
        "sobreviviente, sobreviviente de minas, superviviente, víctima"
    ),
    "disability": (
        "disability, person with disability, person with a disability, disabled, handicap, situation de handicap, "
        "en situation de handicap, personne en situation de handicap, personne handicapée, discapacidad, "
        "con discapacidad, persona con discapacidad, deficiência"
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
        "necesidades especiales, necesidades de accesibilidad, necesidades de acceso, ajustes razonables, "
        "accesibilidad, requisitos, requisitos especiales, requisitos de accesibilidad, потребности, الاحتياجات"
    ),
    "support_pair": (
        "support pair, paired with, pair, assistant, assistant of, assistant to, accompanied by, comes with, "
        "assistante, accompagné par, accompagnée par, accompagné de, accompagnateur, en binôme avec, binôme, "
        "asistente, asistente de, acompañado por, acompañada por, acompañante"
    ),
    "preassigned": (
        "preassigned, preassigned group, pre-assigned, pre-assigned group, assigned group, fixed group, working group, "
        "groupe préattribué, groupe pré-attribué, groupe attribué, groupe de travail, groupe imposé, "
        "grupo de trabajo, grupo asignado"
    ),
    "delegation": (
        "delegation, delegation of, délégation, délégation de, delegación, delegación de, delegação, делегация, الوفد"
    ),
    "status": "status, attendance, statut, présence, asistencia",
    "consent": "consent, consents, consentement, consentimiento, consent list photo recording",
}
_SENSITIVE = frozenset({"survivor", "disability", "survivor_or_opd", "access", "support_pair"})
_SENSITIVE_WORDS = re.compile(
    r"\b(surviv|sobreviv|superviv|disab|handicap|accessib|accesib|impairment|wheelchair|fauteuil|discapac|deficien)"
)
"""Beginnings of words that make a column of unknown meaning sensitive: "Type of disability"."""

_NOT_LETTERS = re.compile(r"[\W_]+")
_PARTS = re.compile(r"[/|(),\n\r]| - | – ")
_SHOWN, _MOST_SHOWN = 40, 20
"""How much of a header a sentence shows, in characters; how many headers."""
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


def understood(headers: Sequence[str]) -> dict[str, str]:
    """The headers that have a known meaning, with it. Of several with one meaning, only the one that is used."""
    known = {header: meaning(header) for header in headers}
    return {header: meant for header, meant in known.items() if meant and own_name(headers, meant) == header}


def told(headers: Sequence[str]) -> Iterator[str]:
    """Sentences that say which columns were understood, and which are kept for what they are.

    One that is called by the known name already needs no word.
    """
    known = understood(headers)
    read = [f"{_short(header)} = {meant}" for header, meant in known.items() if fold(header) != fold(meant)]
    if read:
        yield f"Understood: {_listed(read)}."
    if kept := [_short(header) for header in headers if header not in known]:
        yield f"Kept under their own names: {_listed(kept)}."


def _short(header: str) -> str:
    """A header to stand in a list: cut if it is long, in quotation marks if it holds what separates the list."""
    text = header if len(header) <= _SHOWN else f"{header[: _SHOWN - 1]}…"
    return f'"{text}"' if "," in text or "=" in text else text


def _listed(words: Sequence[str]) -> str:
    more = [f"and {len(words) - _MOST_SHOWN} more"] if len(words) > _MOST_SHOWN else []
    return ", ".join([*words[:_MOST_SHOWN], *more])


def find(attributes: Mapping[str, str], name: str) -> str:
    """The value of the attribute with that own name, else of the one whose meaning it is, else empty."""
    return attributes.get(own_name(attributes, name), "")
