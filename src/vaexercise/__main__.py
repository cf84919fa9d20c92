"""`python -m vaexercise`."""

from __future__ import annotations

from vaexercise.cli import main

main()
