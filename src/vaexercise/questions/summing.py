"""The shapes in which answers stand before the plenary: lines, items by group, rows stacked, choices counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vaexercise.messages import count, say
from vaexercise.model.feedback import Answer, Point
from vaexercise.model.form import is_asked, is_filled, shown, spoken
from vaexercise.model.groups import group_name
from vaexercise.model.plenary import Grid, Line, Lines
from vaexercise.model.telling import beside, remark
from vaexercise.model.text import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction

    from vaexercise.model.feedback import Response, State
    from vaexercise.model.form import Blank, Form

NO_ANSWER = "–"

_SILENT: Sequence[State] = ("skipped", "nothing", "not-discussed")


def said(responses: Sequence[Response]) -> list[Point | Answer]:
    """All points and answers of the groups, in order."""
    return [entry for response in responses for entry in response.entries]


def answers(responses: Sequence[Response], blank: Blank) -> list[Answer]:
    """The single answers in which the blank is filled in."""
    return [r.answer for r in responses if r.answer and is_filled(blank, r.answer.values)]


def silence(responses: Sequence[Response]) -> str:
    """How many groups said nothing and why: `1 group skipped it.` Three different things; empty if there are none."""
    states = Counter(response.state for response in responses)
    return " ".join(_silent(state, states[state]) for state in _SILENT if states[state])


def _silent(state: State, groups: int) -> str:
    if state == "skipped":
        return count(groups, "{n} group skipped it.", "{n} groups skipped it.")
    if state == "nothing":
        return count(groups, "{n} group had nothing to say.", "{n} groups had nothing to say.")
    return count(groups, "{n} group did not discuss it.", "{n} groups did not discuss it.")


def groups_answered(groups: int) -> str:
    """How many groups answered, as a sentence."""
    return count(groups, "{n} group answered.", "{n} groups answered.")


def sentences(*parts: str) -> str:
    """The parts that say something, as a note."""
    return " ".join(filter(None, parts))


def remarks(entries: Iterable[Point | Answer]) -> str:
    """What stands beside points and answers in a table, as a note: `G2-Q2: divided.` for each."""
    return " ".join(_stopped(f"{entry.code}: {said}") for entry in entries if (said := remark(entry)))


def _stopped(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "\u2026", "\u061f", "\u3002", "\u17d4")) else f"{sentence}."


def line_of(form: Form, entry: Point | Answer, language: str = "en") -> Line:
    """A point or an answer as a line, word for word."""
    words = spoken(form, entry.values, language)
    star = isinstance(entry, Point) and entry.star
    return Line(code=entry.code, text=words, language=entry.language, star=star, beside=beside(entry))


def lines_by_group(form: Form, responses: Sequence[Response], language: str = "en") -> list[Lines]:
    """Each group's points (or its one answer) as lines; groups that said nothing are left out."""
    found = ((r.group, tuple(line_of(form, entry, language) for entry in said([r]))) for r in responses)
    return [Lines(title=group_name(group), lines=lines) for group, lines in found if lines]


def stacked(title: str, form: Form, responses: Sequence[Response], language: str = "en", note: str = "") -> list[Grid]:
    """All points and answers under each other, one column per blank, the code first; gaps counted in the note."""
    entries = said(responses)
    if not entries:
        return []
    rows = tuple((e.code, *(shown(b, e.values.get(b.name, ""), language) for b in form.blanks)) for e in entries)
    asked = [(blank, e.values) for e in entries for blank in form.blanks if is_asked(blank, e.values)]
    gaps = _gaps(sum(not is_filled(blank, values) for blank, values in asked), len(asked))
    return [
        Grid(
            title=title,
            columns=(say("Code"), *(in_language(blank.label, language) for blank in form.blanks)),
            rows=rows,
            languages=tuple(entry.language for entry in entries),
            note=sentences(note, gaps, remarks(entries), silence(responses)),
            attributed=(0,),
        )
    ]


def items_by_group(
    title: str, blanks: Sequence[Blank], responses: Sequence[Response], language: str = "en"
) -> list[Grid]:
    """One row per blank, one column per answer under its code; last, how many groups said what."""
    given = [response.answer for response in responses if response.answer]
    if not given:
        return []
    rows = []
    for blank in blanks:
        cells = [shown(blank, answer.values.get(blank.name, ""), language) or NO_ANSWER for answer in given]
        rows.append((in_language(blank.label, language), *cells, tally(cells)))
    gaps = _gaps(sum(row[1:-1].count(NO_ANSWER) for row in rows), len(rows) * len(given))
    return [
        Grid(
            title=title,
            columns=(say("Item"), *(answer.code for answer in given), say("Groups")),
            rows=tuple(rows),
            note=sentences(gaps, remarks(given), silence(responses)),
            attributed=tuple(range(1, len(given) + 1)),
        )
    ]


def choices_counted(
    title: str, blank: Blank, responses: Sequence[Response], language: str = "en", note: str = ""
) -> list[Grid]:
    """One row per choice, then one per own words: how many groups chose it, and the codes of their answers."""
    given = answers(responses, blank)
    if not given:
        return []
    said_by: dict[str, list[str]] = {item.id: [] for item in blank.choices}
    spoken_in = dict.fromkeys(said_by, "")
    for answer in given:
        for value in chosen(blank, answer):
            said_by.setdefault(value, []).append(answer.code)
            spoken_in.setdefault(value, answer.language)
    return [
        Grid(
            title=title,
            columns=(say("Answer"), say("Groups"), say("Said in")),
            rows=tuple(
                (shown(blank, value, language), str(len(codes)), ", ".join(codes)) for value, codes in said_by.items()
            ),
            languages=tuple(spoken_in.values()),
            note=sentences(groups_answered(len(given)), note, remarks(given), silence(responses)),
            attributed=(2,),
        )
    ]


def chosen(blank: Blank, answer: Answer) -> tuple[str, ...]:
    """What stands in a blank as choices: one, several, or none."""
    value = answer.values.get(blank.name, "")
    return value if isinstance(value, tuple) else tuple(filter(None, [str(value)]))


def tally(cells: Sequence[str]) -> str:
    """How many groups gave each answer, most first: `yes 2, partly 1`. Groups without an answer are not counted.

    Ties stand by their words, so that the order of groups is not to be seen.
    """
    counts = Counter(c for c in cells if c != NO_ANSWER)
    return ", ".join(f"{cell} {n}" for cell, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def places(scores: Mapping[str, int | Fraction], *, low_first: bool = False) -> dict[str, str]:
    """The place of each score, best first; a tie is shown as a tie: `1`, `2=`, `2=`, `4`."""
    found = {}
    for name, score in sorted(scores.items(), key=lambda pair: pair[1], reverse=not low_first):
        better = sum(other < score if low_first else other > score for other in scores.values())
        tied = list(scores.values()).count(score) > 1
        found[name] = f"{better + 1}{'=' if tied else ''}"
    return found


def _gaps(empty: int, cells: int) -> str:
    if not empty:
        return ""
    of = count(cells, "{n} cell", "{n} cells")
    return count(empty, "{n} of {cells} is empty.", "{n} of {cells} are empty.", cells=of)
