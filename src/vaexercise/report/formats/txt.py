"""A text file: what `--plain` shows on a screen."""

from __future__ import annotations

from vaexercise.report.plain import render

__all__ = ["render"]
