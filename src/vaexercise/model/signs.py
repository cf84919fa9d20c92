"""Signs that every encoding reads alike, in place of typographic ones, about which old encodings disagree."""

from __future__ import annotations

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u2039\u203a\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\u00a0\u2009\u202f", " "),
        "\u2026": "...",
        "\u2022": "*",
    }
)


def plain_signs(text: str) -> str:
    """Text with plain dashes, quotation marks, dots and spaces; its letters stay as they are."""
    return text.translate(_PLAIN)
