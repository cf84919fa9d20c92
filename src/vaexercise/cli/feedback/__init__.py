"""`vaexercise feedback`: what the groups say, from the first line to the sign-off."""

from __future__ import annotations

from vaexercise.cli.feedback import closing, entering, files, moving, paper, showing, signing, watching, withdrawing
from vaexercise.cli.feedback.noun import app

__all__ = ["app", "closing", "entering", "files", "moving", "paper", "showing", "signing", "watching", "withdrawing"]
