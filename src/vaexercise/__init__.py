"""Run participatory group exercises: questions, working groups, feedback, plenary summary."""

from __future__ import annotations

__version__ = "0.1.0"
