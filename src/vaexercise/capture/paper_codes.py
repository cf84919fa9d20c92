"""The codes that stand on a sheet of paper, as whoever types it in writes them: `G2-Q3-02`, `Q3-2`, `3-2`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import Unreadable
from vaexercise.questions.numerals import in_digits
from vaexercise.workshop.answers.responses import code_stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vaexercise.model.question import Question
    from vaexercise.model.session import Session

_DASH = r"\s*[-\u2010-\u2014]\s*"
_NUMBER = rf"{_DASH}(\d{{1,3}})[.:)]*(?:\s+(.*))?"
_FULL = re.compile(rf"((?:(?:S\d+|G\d+|PL){_DASH})*[PQ]\d+[a-z]?){_NUMBER}", re.DOTALL | re.IGNORECASE)
_BARE = re.compile(rf"(\d{{1,3}}[a-z]?){_NUMBER}", re.DOTALL | re.IGNORECASE)


class OnPaper(NamedTuple):
    """Where a line belongs: the question, the number of the point or item there, and the words."""

    question: Question
    number: int
    words: str


class PaperCodes:
    """Recognises the codes of one group's sheet. The longer they are written, the surer."""

    def __init__(self, session: Session, group: str, questions: Iterable[Question]) -> None:
        self._by_code: dict[str, Question] = {}
        self._by_number: dict[str, Question] = {}
        for question in questions:
            if question.code and question.form().blanks:
                stem = code_stem(session, group, question).casefold()
                short = stem.removeprefix(f"{session.code.casefold()}-") if session.code else stem
                self._by_code |= dict.fromkeys((stem, short, question.code.casefold()), question)
                self._by_number[question.code.lstrip("PQpq").casefold()] = question

    def read(self, line: str, *, bare: bool) -> OnPaper | None:
        """What a line that begins with a code of the sheet says; None for any other.

        `3-2` counts only if it may be `bare`: elsewhere it could be a choice. Raises `Unreadable` for a code of
        another group's sheet, or of a question that there is not.
        """
        text = _in_digits_before(line.strip())
        if found := _FULL.fullmatch(text):
            return self._found(self._by_code.get(_folded(found[1])), found)
        if bare and (found := _BARE.fullmatch(text)) and _folded(found[1]) in self._by_number:
            return self._found(self._by_number[_folded(found[1])], found)
        return None

    def _found(self, question: Question | None, found: re.Match[str]) -> OnPaper:
        if question is None:
            code = f"{found[1]}-{found[2]}"
            known = ", ".join(dict.fromkeys(q.code for q in self._by_code.values()))
            raise Unreadable(typed=code, advice=f"{code} is no code of this sheet. Its questions are {known}.")
        return OnPaper(question, int(found[2]), (found[3] or "").strip())


def _in_digits_before(line: str) -> str:
    """A line whose first word has its digits as 0 to 9, of whatever script they were."""
    first, space, rest = line.partition(" ")
    return f"{in_digits(first)}{space}{rest}"


def _folded(code: str) -> str:
    return re.sub(_DASH, "-", code).casefold()
