"""`vaexercise workshop`: a workshop's folder."""

from __future__ import annotations

from vaexercise.cli.workshop import attaching, folder, history, merging, packing, purging
from vaexercise.cli.workshop.noun import app

__all__ = ["app", "attaching", "folder", "history", "merging", "packing", "purging"]
