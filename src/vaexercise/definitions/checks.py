"""What the types of the keys cannot say, as problems with their lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vaexercise.definitions.codes import code_faults
from vaexercise.definitions.document import quoted
from vaexercise.definitions.ids import id_faults, item_faults, reference_faults, shape_faults, unique
from vaexercise.definitions.outline import placed
from vaexercise.definitions.ruling import rule_faults
from vaexercise.definitions.timing import timing_faults
from vaexercise.model.question import Fault
from vaexercise.model.text import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.definitions.document import Document, Path
    from vaexercise.errors import Problem
    from vaexercise.model.exercise import Exercise
    from vaexercise.model.form import Item
    from vaexercise.model.rules import Rule
    from vaexercise.model.settings import Settings
    from vaexercise.model.text import Text

MOST = 10_000
"""No number of people, groups, minutes or days in a definition is higher."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SESSION_CODE = re.compile(r"S[1-9][0-9]{0,2}")


def of_exercise(document: Document, exercise: Exercise) -> list[Problem]:
    """All that is wrong with an exercise whose keys and values are of the right types."""
    own = [fault for where in placed(exercise.questions) for fault in _own_faults(where.path, where.question.faults())]
    found = [*own, *_text_faults(exercise), *_number_faults(exercise), *_when_faults(exercise), *id_faults(exercise)]
    found += [*reference_faults(exercise), *_unasked(exercise), *timing_faults(exercise)]
    found += rule_faults(exercise.groups.rules, ("groups", "rules"))
    if not own:
        found += code_faults(exercise)
    return _problems(document, found)


def of_rules(document: Document, rules: Sequence[Rule]) -> list[Problem]:
    """All that is wrong with a file of rules."""
    return _problems(document, rule_faults(rules))


def of_items(document: Document, items: Sequence[Item]) -> list[Problem]:
    """All that is wrong with a shared list."""
    return _problems(document, item_faults(items))


def of_settings(document: Document, settings: Settings) -> list[Problem]:
    """All that is wrong with a workshop's settings."""
    return _problems(document, _settings_faults(settings))


def _problems(document: Document, faults: Iterable[Fault]) -> list[Problem]:
    return [document.problem(fault.path, fault.sentence, fault.facts) for fault in faults]


def _own_faults(path: Path, faults: Iterable[Fault]) -> Iterator[Fault]:
    """Faults that a question finds in itself, with the path from the top of the file."""
    return (Fault((*path, *fault.path), fault.sentence, fault.facts) for fault in faults)


def _text_faults(exercise: Exercise) -> Iterator[Fault]:
    """Texts that say nothing, and languages that are none."""
    yield from _language(("language",), exercise.language)
    texts: list[tuple[Path, Text]] = [(("title",), exercise.title)]
    texts += [(("agenda", place, "title"), step.title) for place, step in enumerate(exercise.agenda)]
    texts += [((*where.path, "prompt"), where.question.prompt) for where in placed(exercise.questions)]
    for path, text in texts:
        if not in_language(text, exercise.language).strip():
            yield Fault(path, "some words must stand here")
        for language in () if isinstance(text, str) else text:
            yield from _language((*path, language), language)


def _language(path: Path, language: str) -> Iterator[Fault]:
    if not _LANGUAGE.fullmatch(language):
        yield Fault(path, "a language is a code such as en, fr or pt-BR, not {code}", {"code": quoted(language)})


def _number_faults(exercise: Exercise) -> Iterator[Fault]:
    for path, number in _numbers(exercise):
        yield from _in_range(path, number)


def _in_range(path: Path, number: int) -> Iterator[Fault]:
    if not 0 <= number <= MOST:
        yield Fault(path, "must lie between 0 and {most}, unlike {number}", {"most": MOST, "number": quoted(number)})


def _numbers(exercise: Exercise) -> Iterator[tuple[Path, int]]:
    """Every number of people, groups, minutes or days."""
    groups, report = exercise.groups, exercise.report_back
    yield ("groups", "count"), groups.count
    yield ("groups", "size", "warn_below"), groups.size.warn_below
    yield ("groups", "size", "warn_above"), groups.size.warn_above
    for name, role in groups.roles.items():
        yield ("groups", "roles", name, "per_group"), role.per_group
        yield ("groups", "roles", name, "backup"), role.backup
    for place, step in enumerate(exercise.agenda):
        yield ("agenda", place, "minutes"), step.minutes
    for where in placed(exercise.questions):
        yield (*where.path, "minutes"), where.question.minutes
        yield (*where.path, "headline"), where.question.headline
    if report:
        yield ("report_back", "minutes_per_group"), report.minutes_per_group
        yield ("report_back", "discussion_minutes"), report.discussion_minutes
        yield ("report_back", "words_per_minute"), report.words_per_minute
    yield ("privacy", "retention_days"), exercise.privacy.retention_days
    yield ("access", "extra_time_percent"), exercise.access.extra_time_percent


def _when_faults(exercise: Exercise) -> Iterator[Fault]:
    for where in placed(exercise.questions):
        when = where.question.when
        if when and sum((bool(when.any_of), bool(when.none_of), when.answered is not None)) != 1:
            yield Fault((*where.path, "when"), "when needs one of any_of, none_of and answered")


def _unasked(exercise: Exercise) -> Iterator[Fault]:
    """No questions at all, or some that no step of the agenda asks."""
    if not exercise.questions:
        yield Fault(("questions",), "an exercise has at least one question")
    asked = {name for step in exercise.agenda for name in step.questions}
    for place, question in enumerate(exercise.questions):
        if question.id not in asked:
            facts = {"id": quoted(question.id)}
            yield Fault(
                ("questions", place), "no step of the agenda asks {id}; name it under questions of a step", facts
            )


def _settings_faults(settings: Settings) -> Iterator[Fault]:
    if not settings.title.strip():
        yield Fault(("title",), "some words must stand here")
    yield from _language(("language",), settings.language)
    days = settings.privacy.retention_days if settings.privacy else 0
    yield from _in_range(("privacy", "retention_days"), days)
    yield from unique((("sessions", place, "id"), session.id) for place, session in enumerate(settings.sessions))
    seen: set[str] = set()
    for place, session in enumerate(settings.sessions):
        path = ("sessions", place)
        yield from shape_faults((*path, "exercise"), session.exercise)
        if session.code and not _SESSION_CODE.fullmatch(session.code):
            yield Fault((*path, "code"), "a session's code is S1, S2 …, not {code}", {"code": quoted(session.code)})
        elif session.code in seen:
            yield Fault((*path, "code"), "{code} is the code of another session", {"code": session.code})
        elif not session.code and len(settings.sessions) > 1:
            yield Fault(path, "the key 'code' is missing; of several sessions each has one: S1, S2 …")
        seen.add(session.code)
