"""What stands around a report: the lines below its title, and the line at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import count, say, with_semicolons
from vaexercise.plenary.public.suppression import FEWER

if TYPE_CHECKING:
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.report.texts import Texts


def subtitle(synthesis: Synthesis, texts: Texts) -> tuple[str, ...]:
    """Place and dates, how many took part, and the exercise with its version."""
    title = texts.said(synthesis.exercise_title).text
    exercise = say("Exercise: {title} (version {version})", title=title, version=synthesis.exercise_version)
    there = ", ".join(filter(None, [synthesis.place, synthesis.dates]))
    return tuple(filter(None, [there, _took_part(synthesis), exercise]))


def _took_part(synthesis: Synthesis) -> str:
    took = synthesis.attendance
    people = say("People: {few}", few=FEWER) if took.few else count(took.total, "{n} person", "{n} people")
    groups = count(len(synthesis.groups), "{n} working group", "{n} working groups")
    return with_semicolons([*([people] if took.few or took.total else []), *([groups] if synthesis.groups else [])])


def footer() -> str:
    """Who made the report, and whose the words in it are."""
    return say(
        "Made by vaexercise from the record of the working groups. Points and answers are in the groups’ own words, "
        "titles of themes and agreed actions in those of the plenary. Counts, and sentences about counts, are the "
        "program’s unless they are marked as edited."
    )
