"""The summary in easy words, as people write it: `easy-read/SESSION/LANGUAGE` holds its paragraphs.

Nothing of it is ever made by the program.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vaexercise.errors import Refused
from vaexercise.model.edition import EasyText
from vaexercise.model.text import clean_line, counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vaexercise.model.session import Session
    from vaexercise.workshop.workshop import Workshop

LONGEST, MOST = 2_000, 100
"""Characters of a paragraph, and paragraphs of a text: easy words are few."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_UNCHANGED = "Nothing was changed."


def easy_texts(workshop: Workshop, session: Session) -> tuple[EasyText, ...]:
    """All that are there, the workshop's own language first."""
    prefix, own = _slot(session, ""), workshop.settings.language
    found = [
        EasyText(language=slot.removeprefix(prefix), paragraphs=tuple(map(str, body.get("paragraphs", ()))))
        for slot, body in workshop.fold.slots(prefix)
    ]
    return tuple(sorted(found, key=lambda text: (text.language != own, text.language)))


def easy_text(workshop: Workshop, session: Session, language: str) -> EasyText:
    """The text in a language; without paragraphs if nobody wrote one. Raises `Refused` for no code of a language."""
    wanted = language_named(workshop, language)
    there = (text for text in easy_texts(workshop, session) if text.language == wanted)
    return next(there, EasyText(language=wanted, paragraphs=()))


def language_named(workshop: Workshop, word: str) -> str:
    """The code of a language; unsaid, the workshop's. Raises `Refused` for what is none."""
    code = word.strip() or workshop.settings.language
    if not _LANGUAGE.fullmatch(code):
        raise Refused(reason=f"A language is a code such as en, fr or pt-BR, not “{word:.40}”. {_UNCHANGED}")
    return code


def paragraphs_in(text: str) -> list[str]:
    """The paragraphs of a text: what stands between empty lines, each as one line."""
    parts = re.split(r"\n\s*\n", re.sub(r"\r\n?", "\n", text))
    return list(filter(None, map(clean_line, parts)))


def write_easy(workshop: Workshop, session: Session, language: str, paragraphs: Iterable[str]) -> EasyText:
    """Put these paragraphs in the place of the text in that language.

    Raises `Refused` for no words, for too many, and for no language; and `NotSaved`.
    """
    code, words = language_named(workshop, language), tuple(filter(None, map(clean_line, paragraphs)))
    if not words:
        raise Refused(reason=f"There are no words in it. To take a text out: --remove. {_UNCHANGED}")
    if len(words) > MOST:
        raise Refused(reason=f"It has {counted(len(words), 'paragraph')}; {MOST} are the most. {_UNCHANGED}")
    if too_long := next((one for one in words if len(one) > LONGEST), ""):
        raise Refused(
            reason=f"A paragraph has at most {LONGEST:,} characters; “{too_long:.40}…” has {len(too_long):,}. "
            f"{_UNCHANGED}"
        )
    workshop.record([(_slot(session, code), {"paragraphs": list(words)})])
    return EasyText(language=code, paragraphs=words)


def remove_easy(workshop: Workshop, session: Session, language: str) -> EasyText:
    """Take the text in that language out; history keeps it. Raises `Refused` if there is none."""
    found = easy_text(workshop, session, language)
    if not found.paragraphs:
        raise Refused(reason=f"There is no text in easy language in {found.language}. {_UNCHANGED}")
    workshop.record([(_slot(session, found.language), {})])
    return found


def _slot(session: Session, language: str) -> str:
    return f"easy-read/{session.id}/{language}"
