"""How people call the columns of a list in English, French and Spanish."""

from __future__ import annotations

WORDS = {
    "id": "id, participant id, person id, identifier, identifiant, id participant, badge number, numéro de badge",
    "name": (
        "name, names, full name, display name, participant, participant name, name of participant, name of the "
        "participant, delegate, delegate name, name of delegate, attendee, attendee name, first and last name, name "
        "and surname, surname and name, surname and first name, nom, noms, nom complet, nom et prénom, nom et "
        "prénoms, noms et prénoms, nom prénom, nom prénoms, prénom et nom, prénoms et nom, prénom nom, nom du "
        "participant, nom de la personne, délégué, nom du délégué, nombre, nombre completo, nombre y apellido, "
        "nombre y apellidos, nombres y apellidos, apellido y nombre, apellidos y nombre, apellidos y nombres, "
        "nombre del participante, participante"
    ),
    "first_name": (
        "first name, first names, given name, given names, forename, forenames, prénom, prénoms, nombre de pila, "
        "nombres, primer nombre"
    ),
    "last_name": (
        "last name, last names, surname, surnames, family name, family names, nom de famille, noms de famille, nom "
        "d'usage, patronyme, apellido, apellidos, primer apellido"
    ),
    "email": (
        "email, emails, e-mail, e-mails, mail, email address, e-mail address, contact email, courriel, mél, adresse "
        "e-mail, adresse email, adresse électronique, adresse mail, adresse courriel, correo, correo electrónico, "
        "correo-e, dirección de correo, dirección de correo electrónico, dirección electrónica, dirección de email"
    ),
    "state": (
        "state, country, state or country, country or state, state party, member state, name of state, name of "
        "country, country name, country represented, state represented, represented country, pays, état, état "
        "partie, état membre, pays représenté, état représenté, nom du pays, país, estado parte, estado miembro, "
        "país representado, estado representado, país que representa, nación"
    ),
    "region": (
        "region, world region, geographical region, geographic region, region of the world, région, région du "
        "monde, région géographique, zone géographique, región, región del mundo, región geográfica, zona "
        "geográfica"
    ),
    "organisation": (
        "organisation, organization, organisations, organisation name, organization name, name of organisation, "
        "name of organization, name of the organisation, organisation represented, organization represented, "
        "organisation or institution, organization or institution, institution, institutions, institution name, "
        "name of institution, home institution, structure, entity, body, agency, company, affiliation, "
        "affiliations, institutional affiliation, employer, ministry, ministry or organisation, association, ngo, "
        "nom de l'organisation, organisation représentée, nom de l'institution, institution d'appartenance, "
        "institution de rattachement, organisme, organisme de rattachement, nom de l'organisme, entité, nom de la "
        "structure, structure d'appartenance, structure de rattachement, agence, société, entreprise, employeur, "
        "ministère, ong, organización, organizaciones, nombre de la organización, organización representada, "
        "organización que representa, institución, nombre de la institución, entidad, organismo, agencia, empresa, "
        "afiliación, afiliación institucional, empleador, ministerio, asociación, estructura"
    ),
    "org_type": (
        "org type, organisation type, organization type, type of organisation, type of organization, institution "
        "type, type of institution, entity type, type of entity, delegation type, type of delegation, type "
        "d'organisation, type d'organisme, type d'institution, type de structure, type d'entité, type de "
        "délégation, tipo de organización, tipo de institución, tipo de entidad, tipo de organismo, tipo de "
        "delegación"
    ),
    "role": (
        "role, rôle, position, job, job title, post, profession, occupation, designation, poste, poste occupé, "
        "intitulé du poste, titre du poste, fonction, fonctions, cargo, puesto, puesto de trabajo, profesión, "
        "ocupación, función"
    ),
    "expertise": (
        "expertise, area of expertise, areas of expertise, field, field of expertise, speciality, specialty, "
        "domaine, domaine d'expertise, domaines d'expertise, domaine de compétence, spécialité, especialidad, área "
        "de especialidad, área de especialización, área de experiencia, campo de especialización"
    ),
    "function": (
        "function, function in room, function in the room, role in the room, role at the meeting, rôle dans la "
        "salle, fonction dans la salle, rôle à la réunion, función en la sala, función en la reunión"
    ),
    "languages": (
        "languages, language, working language, working languages, languages spoken, spoken languages, preferred "
        "language, preferred languages, language preference, language of communication, langue, langues, langue de "
        "travail, langues de travail, langues parlées, langue préférée, langue de préférence, langue de "
        "communication, idioma, idiomas, idioma de trabajo, idiomas de trabajo, idiomas hablados, idioma preferido, "
        "idioma de preferencia, lengua, lenguas, lengua de trabajo, lenguas de trabajo"
    ),
    "interpretation": (
        "interpretation, needs interpretation, interpretation needed, interpreter needed, interprétation, besoin "
        "d'interprétation, besoin d'un interprète, interpretación, necesita interpretación"
    ),
    "sex": "sex, gender, m/f, f/m, sexe, genre, h/f, f/h, sexo, género, h/m, m/h",
    "age": (
        "age, age band, age group, age range, âge, tranche d'âge, groupe d'âge, edad, grupo de edad, rango de edad"
    ),
    "survivor": (
        "survivor, mine survivor, landmine survivor, survivant, survivante, survivant de mine, victim, victime, "
        "sobreviviente, sobreviviente de minas, superviviente, víctima"
    ),
    "disability": (
        "disability, person with disability, person with a disability, disabled, handicap, situation de handicap, "
        "en situation de handicap, personne en situation de handicap, personne handicapée, discapacidad, con "
        "discapacidad, persona con discapacidad"
    ),
    "survivor_or_opd": (
        "survivor or opd, survivor or disability, survivor or person with disability, survivors and opd, survivant "
        "ou oph, survivant ou personne handicapée"
    ),
    "access": (
        "access, accessibility, access requirements, access requirement, access needs, accessibility requirements, "
        "accessibility needs, requirements, special requirements, special needs, needs, reasonable accommodation, "
        "besoins, besoins accès, besoins d'accès, besoins en matière d'accès, accessibilité, besoins "
        "d'accessibilité, besoins particuliers, besoins spécifiques, aménagements, aménagements raisonnables, "
        "necesidades, necesidades especiales, necesidades de accesibilidad, necesidades de acceso, ajustes "
        "razonables, accesibilidad, requisitos, requisitos especiales, requisitos de accesibilidad"
    ),
    "support_pair": (
        "support pair, paired with, pair, assistant, assistant of, assistant to, accompanied by, comes with, "
        "assistante, accompagné par, accompagnée par, accompagné de, accompagnateur, en binôme avec, binôme, "
        "asistente, asistente de, acompañado por, acompañada por, acompañante"
    ),
    "preassigned": (
        "preassigned, preassigned group, pre-assigned, pre-assigned group, assigned group, fixed group, working "
        "group, groupe préattribué, groupe pré-attribué, groupe attribué, groupe de travail, groupe imposé, grupo "
        "de trabajo, grupo asignado"
    ),
    "delegation": "delegation, delegation of, délégation, délégation de, delegación, delegación de",
    "status": "status, attendance, statut, présence, asistencia",
    "consent": "consent, consents, consentement, consentimiento, consent list photo recording",
}
"""The words for each known meaning, with a comma and a space between them."""
