"""What XML cannot hold, kept out of files that are made of it."""

from __future__ import annotations

import re

_NONE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def for_xml(text: str) -> str:
    """Text without control characters, halves of surrogates and what Unicode says is no character."""
    return _NONE.sub("", text)
