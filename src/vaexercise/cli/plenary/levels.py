"""The level of attribution that a command is about: the workshop's own, unless another is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

if TYPE_CHECKING:
    from vaexercise.model.privacy import Attribution
    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop

LevelOption = Annotated[
    str, typer.Option("--level", help="open, group, org_type or none; unsaid, what workshop.yaml promises.")
]


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
