"""`vaexercise plenary vote`: what matters most to the room, in numbers, secret until all have voted."""

from __future__ import annotations

from vaexercise.cli.plenary.voting import counting, ending, entering, opening, showing
from vaexercise.cli.plenary.voting.noun import app

__all__ = ["app", "counting", "ending", "entering", "opening", "showing"]
