"""How a report becomes pages: the fonts, what they cover, widths of columns, and the template that is filled."""

from __future__ import annotations

from typing import Any

Plain = Any
"""What JSON can hold."""
