"""What stands beside a point in a sheet: its code, its language, whether it is a headline, private."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from vaexercise.capture.sheets.model import MARKS, Marks, bare_code
from vaexercise.model.feedback import Agreement
from vaexercise.model.groups import group_code
from vaexercise.model.text import clean_line
from vaexercise.questions.choices import folded
from vaexercise.questions.given import known_as

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from vaexercise.capture.sheets.lookup import Lookup, Report
    from vaexercise.capture.sheets.model import Filling, Place
    from vaexercise.model.form import Blank, Form
    from vaexercise.model.question import Question

_STARRED = {"yes": True, "true": True, "no": False, "false": False, "": False}
NOT = ("no", "false")
"""In place of a reason: it is not private, not parked."""
_ADVICE = {
    "language": "write one language here, for example fr",
    "star": "write yes or no here",
    "private": "write why it is private here, or yes",
    "agreement": "write agreed, majority or divided here",
    "gloss": "write the translation here, in one line",
    "parked": "write why it is parked here, or yes",
    "code": "write the code of one point here, for example G2-Q1-04",
}


def marks_of(form: Form) -> tuple[str, ...]:
    """The marks that may be written beside the blanks of a form: a blank of the same name comes first."""
    blanks = {blank.name for blank in (*form.blanks, *form.extras)}
    return tuple(name for name in MARKS if name not in blanks)


def names_in(form: Form) -> frozenset[str]:
    """The names and labels of all blanks of a form, as `known_as` has them."""
    return frozenset(blanks_by_name(form))


def blanks_by_name(form: Form) -> dict[str, Blank]:
    """The blanks and extras of a form by `known_as` of their labels and names; a name comes before a label."""
    blanks = (*form.blanks, *form.extras)
    by_label = {known_as(label): blank for blank in reversed(blanks) for label in labels_of(blank)}
    return by_label | {known_as(blank.name): blank for blank in blanks}


def labels_of(blank: Blank) -> tuple[str, ...]:
    """The label of a blank in all languages."""
    return (blank.label,) if isinstance(blank.label, str) else tuple(blank.label.values())


def split(given: object, marks: Collection[str]) -> tuple[object, dict[str, object]]:
    """What was written as what was filled in, and the marks beside it."""
    if not isinstance(given, dict):
        return given, {}
    values = {key: value for key, value in given.items() if key not in marks}
    return values, {key: value for key, value in given.items() if key in marks}


class MarkReader:
    """Reads the marks beside the points and answers of one group."""

    def __init__(self, lookup: Lookup, group: str, report: Report) -> None:
        self._lookup, self._group, self._report = lookup, group, report

    def read(self, question: Question, filling: Filling) -> Marks:
        """The marks, cleaned; what does not do is a problem at its place."""
        words = {name: self._words(name, value, filling) for name, value in filling.marks.items()}
        star, agreement = folded(words.pop("star", "")), folded(words.pop("agreement", ""))
        if star not in _STARRED:
            self._wrong("star", filling)
        if agreement and agreement not in get_args(Agreement):
            self._wrong("agreement", filling)
        for name in ("private", "parked"):
            words[name] = "" if words.get(name, "").casefold() in NOT else words.get(name, "")
        words["code"] = self._code(words.get("code", ""), question, filling)
        return Marks(star=_STARRED.get(star, False), agreement=agreement, **words)

    def _words(self, name: str, value: object, filling: Filling) -> str:
        if isinstance(value, (dict, list)):
            self._wrong(name, filling)
            return ""
        return clean_line(str(value or ""))

    def _wrong(self, name: str, filling: Filling) -> None:
        self._report.add(filling.place((name,)), _ADVICE[name])

    def _code(self, written: str, question: Question, filling: Filling) -> str:
        """The code of a point; empty for that of an answer, which has no other."""
        code, here = bare_code(written), (self._group, question.id)
        if not code:
            return ""
        parts = self._lookup.codes.named(code)
        if parts is None:
            self._wrong("code", filling)
        elif not self._belongs(code, here) and not self._is_of(question, parts.group, parts.question):
            facts = {"code": code.upper(), "here": f"{group_code(self._group)}-{question.code or question.id}"}
            sentence = "{code} is no code of {here}. Put the line where it belongs, or take the code out"
            self._report.add(filling.place(("code",)), sentence, facts)
        elif self._lookup.form(question).repeats:
            self._once(written.casefold(), filling)
            return code.casefold()
        return ""

    def _once(self, written: str, filling: Filling) -> None:
        """Two lines about one point would not know of each other; two versions of it are written differently."""
        if written in self._report.met:
            self._report.add(filling.place(("code",)), "{code} stands here twice: keep one", {"code": written.upper()})
        self._report.met.add(written)

    def _is_of(self, question: Question, group: str, code: str) -> bool:
        return (group, code) == (group_code(self._group).casefold(), question.code.casefold())

    def _belongs(self, code: str, here: Place) -> bool:
        ever: Mapping[str, frozenset[Place]] = self._lookup.codes.ever
        return here in ever.get(code.casefold(), frozenset())
