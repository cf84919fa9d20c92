"""The level of attribution that a command is about: the workshop's own, unless another is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

if TYPE_CHECKING:
    from vaexercise.model.privacy import Attribution
    from vaexercise.model.session import Session
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.workshop.workshop import Workshop

LevelOption = Annotated[
    str, typer.Option("--level", help="open, group, org_type or none; unsaid, what workshop.yaml promises.")
]
PublicOption = Annotated[
    bool,
    typer.Option("--public/--internal", help="What may leave the room, as privacy.attribution in workshop.yaml says."),
]


def public_synthesis(opened: Workshop, session: Session) -> Synthesis:
    """What may leave the room; what is not as it should be is said beside it, never in it."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import concerns
    from vaexercise.workshop.plenary.publishing import publish

    for sentence in concerns(opened):
        say.note(sentence)
    found = publish(opened, session)
    say.note(f"Level {found.level}. Before it leaves the room: vaexercise plenary identifiers, and read it.")
    return found.synthesis


def level_named(workshop: Workshop, session: Session, word: str) -> Attribution:
    """The level with that name; unsaid, the one that is promised. Raises `Unknown`."""
    from vaexercise.errors import Unknown
    from vaexercise.model.privacy import Attribution as Levels
    from vaexercise.workshop.plenary.publishing import promised

    if not word:
        return promised(workshop, session)
    wanted = word.strip().casefold().replace("-", "_")
    if wanted not in get_args(Levels):
        raise Unknown(kind="level", name=f"{word:.40}", hint=f"There are: {', '.join(get_args(Levels))}.")
    return cast("Attribution", wanted)
