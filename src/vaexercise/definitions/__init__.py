"""Definition files: read with a line for every problem, checked, found in the library."""

from __future__ import annotations
