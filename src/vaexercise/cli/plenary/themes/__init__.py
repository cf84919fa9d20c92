"""`vaexercise plenary themes`: points that say the same, under a title."""

from __future__ import annotations

from vaexercise.cli.plenary.themes import applying, changing, showing, suggesting
from vaexercise.cli.plenary.themes.noun import app

__all__ = ["app", "applying", "changing", "showing", "suggesting"]
