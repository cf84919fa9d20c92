"""`vaexercise plenary`: what the groups said, put together."""

from __future__ import annotations

from vaexercise.cli.plenary import (
    approving,
    checking,
    easy_reading,
    editing,
    identifiers,
    reporting,
    sorting,
    summarising,
    timing,
)
from vaexercise.cli.plenary.noun import app

__all__ = [
    "app",
    "approving",
    "checking",
    "easy_reading",
    "editing",
    "identifiers",
    "reporting",
    "sorting",
    "summarising",
    "timing",
]
