"""Signs that survive whatever a file is saved as."""

from __future__ import annotations

import pytest

from vaexercise.model.signs import plain_signs


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Survivors’ networks – “all” of them…", 'Survivors\' networks - "all" of them...'),
        ("Qu\u2019est-ce\u202f? \u00ab\u00a0Rien\u00a0\u00bb", 'Qu\'est-ce ? " Rien "'),
        ("Écoles, مدارس, សាលារៀន", "Écoles, مدارس, សាលារៀន"),
    ],
)
def test_typographic_signs_become_plain_and_letters_stay(text: str, plain: str) -> None:
    """Dashes, quotation marks, dots and spaces as every encoding has them; no letter is touched."""
    assert plain_signs(text) == plain
