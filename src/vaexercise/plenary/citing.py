"""Whether a text names the code of something that was said."""

from __future__ import annotations

import re


def cites(text: str, code: str) -> bool:
    """Whether the code stands in the text as a whole, in any letters."""
    return bool(re.search(rf"(?<![\w-]){re.escape(code)}(?![\w-])", text, re.IGNORECASE))
