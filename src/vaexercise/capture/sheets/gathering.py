"""Statements to parts: lines that belong to one point or answer are put together.

A statement names its group and its question, by id or code, or both by the code of a point or answer. What was said
is its `text`, for the blank named by `item`, or a map of `values`; or there is a `state`. Statements with the same
`number`, or the same code, fill in the same point; without either, one that repeats a blank begins a new point.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vaexercise.capture.sheets.cells import listed
from vaexercise.capture.sheets.lookup import named
from vaexercise.capture.sheets.marking import NOT, blanks_by_name, marks_of, names_in, split
from vaexercise.capture.sheets.model import KEYS, MARKS, STATES, Filling, Part, bare_code
from vaexercise.model.text import did_you_mean
from vaexercise.questions.choices import folded
from vaexercise.questions.given import known_as

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vaexercise.capture.sheets.lookup import Lookup, Report
    from vaexercise.definitions.document import Path
    from vaexercise.model.form import Form
    from vaexercise.model.question import Question

_ITEMS = "say which of these it is: {names}"
_BOTH = "{state} stands here, and something is filled in as well: keep one"
_SHOWN = 60


@dataclass(slots=True)
class _Heap:
    """What was gathered for one question of a group: fillings, by their number or code, and the last one."""

    part: Part
    keyed: dict[str, Filling] = field(default_factory=dict)
    last: Filling | None = None


class Gatherer:
    """Puts the statements of a file together. One use."""

    def __init__(self, lookup: Lookup, report: Report) -> None:
        self._lookup, self._report = lookup, report
        self._heaps: dict[tuple[str, str], _Heap] = {}
        self._is_lost = False

    def gathered(self, statements: Sequence[Mapping[str, Any]]) -> dict[str, list[Part]]:
        """The parts of each group."""
        for place, statement in enumerate(statements):
            self._check_keys(place, statement)
            filled = {key: value for key, value in statement.items() if not _is_unwritten(value)}
            if filled.keys() & {"text", "values", "state", *MARKS} - {"code"}:
                self._take(place, filled)
        found: dict[str, list[Part]] = {}
        for (group, _), heap in self._heaps.items():
            found.setdefault(group, []).append(heap.part)
        return found

    def _check_keys(self, place: int, statement: Mapping[str, Any]) -> None:
        for key in statement:
            if key not in KEYS:
                hint = did_you_mean(key, KEYS) or f"known here: {', '.join(KEYS)}"
                facts = {"key": key[:_SHOWN], "hint": hint}
                self._report.add((place, key), "{key} is not known here; {hint}", facts, at_key=True)

    def _take(self, place: int, statement: dict[str, Any]) -> None:
        whose = self._whose(place, statement)
        if whose is None:
            return
        group, question = whose
        heap = self._heaps.setdefault((group, question.id), _Heap(Part(question, (place,))))
        if "state" in statement:
            self._take_state(place, statement, heap.part)
        else:
            self._fill(place, statement, heap)
        if heap.part.state and heap.part.fillings:
            self._report.add((place,), _BOTH, {"state": heap.part.state})

    def _whose(self, place: int, statement: dict[str, Any]) -> tuple[str, Question] | None:
        """The group and the question that a statement is about."""
        lookup, code = self._lookup, bare_code(str(statement.get("code", ""))).casefold()
        parts = lookup.codes.named(code)
        now = lookup.codes.now.get(code) if "question" not in statement else None
        said, key, path = statement.get("group"), str(statement.get("question", "")), (place, "question")
        if now and not said:
            return now[0], next(q for q in lookup.exercise.walk() if q.id == now[1])
        group = lookup.group_with_code(parts.group) if parts and not said else ""
        if not (group or said or lookup.group) and self._is_lost:
            return None
        group = group or lookup.group_of(said, (place, "group"), self._report)
        self._is_lost = self._is_lost or not group
        if not key and "code" in statement:
            key, path = parts.question if parts else code, (place, "code")
        if not group:
            return None
        if not key:
            self._report.add((place,), "say which question this is about, by its id or code")
            return None
        found = named(lookup.asked(group), key) or lookup.question(group, key, path, self._report)
        return (group, found) if found else None

    def _take_state(self, place: int, statement: dict[str, Any], part: Part) -> None:
        word = folded(str(statement["state"])).replace(" ", "-")
        if word not in STATES:
            hint = f"write one of: {', '.join(STATES)}"
            self._report.add((place, "state"), "{word} is no state; {hint}", {"word": word[:_SHOWN], "hint": hint})
        elif part.state and part.state != word:
            self._report.add(
                (place, "state"), "{word} here, {other} before: keep one", {"word": word, "other": part.state}
            )
        elif "text" in statement or "values" in statement:
            self._report.add((place, "state"), _BOTH, {"state": word})
        else:
            part.state = word

    def _fill(self, place: int, statement: dict[str, Any], heap: _Heap) -> None:
        form = self._lookup.form(heap.part.question)
        given, marks, where = self._said(place, statement, form)
        filling = self._filling(place, statement, heap, form, given)
        for name, value in given.items():
            self._put(filling.given, name, value, where[name], filling)
        for name, value in marks.items():
            self._put(filling.marks, name, value, where.get(name, (place, name)), filling)

    def _said(
        self, place: int, statement: dict[str, Any], form: Form
    ) -> tuple[dict[str, Any], dict[str, Any], dict[str, Path]]:
        """What a statement fills in, its marks, and where each part of it stands."""
        values = statement.get("values", {})
        if not isinstance(values, dict):
            self._report.add((place, "values"), "write a map here, with a value for each of its keys")
            values = {}
        filled = {key: value for key, value in values.items() if not _is_unwritten(value)}
        given, inner = split(filled, marks_of(form))
        said: dict[str, Any] = dict(given) if isinstance(given, dict) else {}
        where: dict[str, Path] = {name: (place, "values", name) for name in filled}
        if "text" in statement and (name := self._blank(place, statement, form)):
            is_known = not statement.get("item") or known_as(name) in names_in(form)
            said[name], where[name] = statement["text"], (place, "text" if is_known else "item")
        marks = {name: statement[name] for name in MARKS if name in statement}
        blanks = blanks_by_name(form)
        kinds = {name: blanks[known_as(name)].kind for name in said if known_as(name) in blanks}
        said = {name: listed(value, kinds.get(name, "line")) for name, value in said.items()}
        return said, {**inner, **marks}, where

    def _blank(self, place: int, statement: dict[str, Any], form: Form) -> str:
        """The name of the blank that a text is for; without an item the only one, or the first of a point."""
        if item := statement.get("item"):
            return str(item)
        if form.blanks and (form.repeats or len(form.blanks) == 1):
            return form.blanks[0].name
        if form.blanks:
            names = ", ".join(blank.name for blank in form.blanks)
            shown = names if len(names) <= _SHOWN else f"{names[:_SHOWN]}…"
            self._report.add((place, "text"), _ITEMS, {"names": shown})
        else:
            self._report.add((place, "text"), "nothing is filled in here: take this out")
        return ""

    def _filling(
        self, place: int, statement: dict[str, Any], heap: _Heap, form: Form, given: dict[str, Any]
    ) -> Filling:
        """The filling that a statement belongs to: one that was begun, or a new one."""
        key = str(statement.get("code") or statement.get("number") or "").casefold() if form.repeats else "answer"
        found = heap.keyed.get(key) if key else heap.last
        if found and (
            key or ("item" in statement and isinstance(found.given, dict) and not set(given) & set(found.given))
        ):
            return found
        made = Filling({}, {}, (place,))
        heap.part.fillings.append(made)
        heap.last = made
        if key:
            heap.keyed[key] = made
        return made

    def _put(self, parts: Any, name: str, value: object, at: Path, filling: Filling) -> None:  # noqa: ANN401  a map
        if name in parts and parts[name] != value:
            self._report.add(at, "{name} was given before, and otherwise: keep one", {"name": name[:_SHOWN]})
        parts[name] = value
        filling.where[name] = at


def is_blank(filling: Filling) -> bool:
    """Whether nobody has written anything yet: an unused block of a template, whatever stands for nothing in it."""
    return _is_unwritten(filling.given) and all(
        _is_unwritten(value) or folded(str(value)) in NOT for name, value in filling.marks.items() if name != "code"
    )


def _is_unwritten(given: object) -> bool:
    if isinstance(given, (dict, list)):
        return all(map(_is_unwritten, given.values() if isinstance(given, dict) else given))
    return given is None or (isinstance(given, str) and not given.strip())
