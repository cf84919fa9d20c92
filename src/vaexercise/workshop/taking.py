"""Takes up definition files that changed: read, checked and recorded once.

All other commands read the recorded form, so that YAML and the checks cost nothing there. A changed
file that is wrong is reported, and its last good version stays in use.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from vaexercise.errors import NotSaved, Problem, Problems, Unknown
from vaexercise.model.session import Session
from vaexercise.workshop import folder as folders

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.settings import Settings
    from vaexercise.record.fold import Fold
    from vaexercise.workshop.workshop import Workshop

WORKSHOP_SLOT = "definition/workshop"
"""No exercise can have this slot: the definition of exercise X is in `definition/exercise/X`."""


def exercise_slot(name: str) -> str:
    """The slot of an exercise's definition."""
    return f"definition/exercise/{name}"


def recorded_exercise(fold: Fold, name: str) -> Exercise:
    """An exercise as recorded. Raises `Unknown`."""
    from vaexercise.model.exercise import Exercise
    from vaexercise.model.plain import from_plain
    from vaexercise.model.question import Question
    from vaexercise.model.rules import Rule, rule_of
    from vaexercise.questions import kind_of

    body = fold.body(exercise_slot(name))
    if not body:
        raise Unknown(
            kind="exercise", name=name, hint=f"Put its definition into exercises/{name}.yaml of this workshop."
        )
    return from_plain(Exercise, body["content"], {Question: kind_of, Rule: rule_of})


def recorded_settings(fold: Fold) -> Settings:
    """What workshop.yaml said when it was last right."""
    from vaexercise.model.plain import from_plain
    from vaexercise.model.settings import Settings

    return from_plain(Settings, fold.body(WORKSHOP_SLOT)["content"])


def recorded_sessions(fold: Fold) -> tuple[Session, ...]:
    """The sessions alone, which is all that most commands ask the settings for."""
    planned = fold.body(WORKSHOP_SLOT)["content"]["sessions"]
    return tuple(Session(**{name: one[name] for name in Session._fields if name in one}) for one in planned)


def take(workshop: Workshop) -> None:
    """Record what changed in workshop.yaml and the exercises of its sessions."""
    _take_file(workshop, WORKSHOP_SLOT, workshop.folder / folders.SETTINGS, _read_settings)
    for name in dict.fromkeys(session.exercise for session in recorded_sessions(workshop.fold)):
        path = workshop.folder / folders.EXERCISES / f"{name}.yaml"
        _take_file(workshop, exercise_slot(name), path, _read_exercise)


def _take_file(workshop: Workshop, slot: str, path: Path, read: Callable[[Path, str], Any]) -> None:
    known = workshop.fold.body(slot)
    name = path.relative_to(workshop.folder).as_posix()
    try:
        digest = _digest(path)
        if digest == known.get("digest"):
            return
        content = _plain(read(path, name))
    except OSError as error:
        problem = Problem("cannot be read: {reason}", {"reason": error.strerror}, file=name)
        _keep_or_raise(workshop, Problems([problem]), name, known=bool(known))
    except Problems as error:
        _keep_or_raise(workshop, error, name, known=bool(known))
    else:
        try:
            workshop.record([(slot, {"digest": digest, "file": name, "content": content})])
        except NotSaved:
            if not known:
                raise
            workshop.notices.append(f"{name} was changed, but this could not be recorded; the earlier version is used.")


def _plain(content: object) -> Any:  # noqa: ANN401  what JSON can hold
    from vaexercise.model.plain import to_plain

    return to_plain(content)


def _keep_or_raise(workshop: Workshop, error: Problems, name: str, *, known: bool) -> None:
    if not known:
        raise error
    workshop.notices.append(f"{error}\nThe version of {name} from before this change stays in use.")


def _digest(path: Path) -> str:
    """Of the file and of the shared lists beside it."""
    found = sha256(path.read_bytes())
    if path.parent.name == folders.EXERCISES:
        for shared in sorted((path.parent / "lists").glob("*.yaml")):
            found.update(shared.read_bytes())
    return found.hexdigest()


def _read_settings(path: Path, name: str) -> Settings:
    from vaexercise.definitions import schema, source

    return schema.read_settings(source.load(path.read_bytes(), name))


def _read_exercise(path: Path, _name: str) -> Exercise:
    from vaexercise.definitions import library

    return library.load(path)
