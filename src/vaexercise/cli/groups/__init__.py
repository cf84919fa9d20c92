"""`vaexercise groups`: who works with whom."""

from __future__ import annotations

from vaexercise.cli.groups import checking, day, drawing, printing, roles, showing
from vaexercise.cli.groups.noun import app

__all__ = ["app", "checking", "day", "drawing", "printing", "roles", "showing"]
