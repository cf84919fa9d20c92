"""The points of a question as they are compared: with their glosses, and with the words that mean the same."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vaexercise.definitions import library
from vaexercise.errors import NoSuchFile
from vaexercise.people.decoding import decode
from vaexercise.plenary.similarity import Matcher, Statement
from vaexercise.plenary.synonyms import Synonyms, joined, read_synonyms
from vaexercise.workshop import folder as folders

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from vaexercise.model.feedback import Point
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.model.theme import Sorting
    from vaexercise.workshop.workshop import Workshop


def statements(
    workshop: Workshop, session: Session, question: Question, points: Iterable[Point]
) -> tuple[Statement, ...]:
    """Points by their ids; one that names no language is in that of the exercise."""
    usual = workshop.exercise(session).language
    return tuple(
        Statement(point.id, point.group, words_of(point, question), point.language or usual, point.gloss)
        for point in points
    )


def words_of(point: Point, question: Question) -> str:
    """The words of a point, without its details; of a kind without words of its own, all that it says."""
    return point.text or question.in_words(point.values, point.language)


def synonyms(workshop: Workshop) -> Synonyms:
    """The shipped list and the workshop's own, whose meanings come first. Raises `Problems` and `NoSuchFile`."""
    own = own_file(workshop)
    return joined(_read(own) if own.exists() else Synonyms(), _read(shipped_file()))


def own_file(workshop: Workshop) -> Path:
    """Where a workshop's own list of synonyms stands, if it has one."""
    return workshop.folder / folders.SYNONYMS


def shipped_file() -> Path:
    """The list that comes with the program."""
    return library.shipped() / "lists" / folders.SYNONYMS


def _read(path: Path) -> Synonyms:
    try:
        return read_synonyms(decode(path.read_bytes(), path.name).text, path.name)
    except OSError as error:
        raise NoSuchFile(path=path, reason=error.strerror) from error


def matcher(workshop: Workshop, session: Session, question: Question, points: Iterable[Point]) -> Matcher:
    """Compares the points of a question. Raises `Refused` if there are too many, `Problems` in the own synonyms."""
    return Matcher(statements(workshop, session, question, points), synonyms(workshop))


def by_codes(workshop: Workshop, session: Session, question: Question, sorting: Sorting) -> Matcher:
    """The same for programs: points by their codes, groups by their numbers."""
    code = {point.id: point.code for point in sorting.points}
    found = statements(workshop, session, question, sorting.points)
    named = [each._replace(id=code[each.id], group=each.group.removeprefix("g")) for each in found]
    return Matcher(named, synonyms(workshop))


def themes_by_titles(sorting: Sorting) -> dict[str, list[str]] | None:
    """The codes of points by the titles of their themes; of two alike, with their numbers. None if there are none."""
    titles = Counter(theme.title for theme in sorting.themes)
    code = {point.id: point.code for point in sorting.points}
    found = {
        theme.title if titles[theme.title] == 1 else f"{theme.number} {theme.title}": [
            code[key] for key in theme.points
        ]
        for theme in sorting.themes
    }
    return found or None
