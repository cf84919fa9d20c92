"""How people call the columns of a list of an international meeting: one file for each language, or several near ones.

Another language is another file with `WORDS`, and its name in `_LANGUAGES`.
"""

from __future__ import annotations

from vaexercise.people.headers import arabic, khmer, portuguese, russian, western

_LANGUAGES = (western, portuguese, arabic, russian, khmer)

KNOWN = {
    known: ", ".join(language.WORDS[known] for language in _LANGUAGES if known in language.WORDS)
    for known in western.WORDS
}
"""The words for each known meaning, with a comma and a space between them."""
