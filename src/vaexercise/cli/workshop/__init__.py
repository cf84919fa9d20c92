"""`vaexercise workshop`: a workshop's folder."""

from __future__ import annotations

from vaexercise.cli.workshop import folder, history, merging, packing
from vaexercise.cli.workshop.noun import app

__all__ = ["app", "folder", "history", "merging", "packing"]
