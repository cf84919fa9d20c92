"""What people put together of a question's points: who raised each theme, what stands apart, and that all adds up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vaexercise.messages import say
from vaexercise.model.plenary import Line, Lines
from vaexercise.model.text import direction
from vaexercise.plenary.sums import Sums
from vaexercise.plenary.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vaexercise.model.feedback import Point, Response
    from vaexercise.model.plenary import Block
    from vaexercise.model.question import Question
    from vaexercise.model.theme import Sorting, Theme


@dataclass(frozen=True, kw_only=True)
class Raised:
    """A theme and who raised it: `groups` said it in `lines`, `contrary` said the contrary in `against`.

    `number` is what people call it by; `also` are other titles, given to it at the same time. Groups stand by their
    keys, and nowhere but in `groups` and `contrary`.
    """

    id: str
    number: int
    title: str
    also: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    contrary: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    against: tuple[Line, ...] = ()

    @property
    def everybody(self) -> tuple[str, ...]:
        """All groups that spoke about it, each once."""
        return tuple(dict.fromkeys([*self.groups, *self.contrary]))

    @property
    def both(self) -> tuple[str, ...]:
        """The groups that said it and the contrary, too: they are in both counts."""
        return tuple(group for group in self.groups if group in self.contrary)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all its points, those too that say the contrary."""
        return tuple(line.code for line in (*self.lines, *self.against))


@dataclass(frozen=True, kw_only=True)
class Themed:
    """How the points of one question are put together.

    `answered` counts the groups that answered: what "2 of 3 groups" is out of. `themes` are those of most groups
    first. Of `parked`, each line has its reason beside it. `changed` and `gone` are codes of points that have other
    words now, or were deleted, since they were sorted.
    """

    answered: int
    sums: Sums
    themes: tuple[Raised, ...] = ()
    unique: tuple[Line, ...] = ()
    parked: tuple[Line, ...] = ()
    left: tuple[Line, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def begun(self) -> bool:
        """Whether people have put anything together: if not, groups are shown one after the other."""
        return bool(self.themes or self.unique)

    @property
    def common(self) -> tuple[Raised, ...]:
        """Themes that several groups raised, and nobody speaks against."""
        return tuple(theme for theme in self.themes if len(theme.groups) > 1 and not theme.against)

    @property
    def opposed(self) -> tuple[Raised, ...]:
        """Themes on which somebody says the contrary."""
        return tuple(theme for theme in self.themes if theme.against)

    @property
    def single(self) -> tuple[Raised, ...]:
        """Themes that one group raised, or nobody any more."""
        return tuple(theme for theme in self.themes if len(theme.groups) <= 1 and not theme.against)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every point, once for each place where it stands."""
        of_themes = (line for theme in self.themes for line in (*theme.lines, *theme.against))
        return (*of_themes, *self.unique, *self.parked, *self.left)


def themed(question: Question, sorting: Sorting, responses: Sequence[Response], language: str) -> Themed:
    """Put a question's points under what people decided; `responses` are those to it, by group."""
    said = [point for response in responses for point in response.points]
    lines = _Lines(said, question, language)
    many = [point.id for point in sorting.points if len(sorting.of(point.id)) > 1]
    in_themes = {point for theme in sorting.themes for point in theme.points}
    themes = sorted((_raised(theme, sorting, lines) for theme in sorting.themes), key=_most_groups_first)
    code = {point.id: point.code for point in sorting.points}
    return Themed(
        answered=len({response.group for response in responses if response.points}),
        sums=Sums(
            points=len({point.id for point in said}),
            themed=len(in_themes),
            themes=sum(bool(theme.points) for theme in sorting.themes),
            unique=len(sorting.unique),
            parked=len(sorting.parked),
            left=len(sorting.left),
            private=len({point.id for point in said if point.private}),
            twice=len(many),
        ),
        themes=tuple(themes),
        unique=tuple(lines.of(sorting.unique)),
        parked=tuple(_with_reason(line, reason) for key, reason in sorting.parked.items() for line in lines.of([key])),
        left=tuple(lines.of(sorting.left)),
        changed=tuple(code[key] for key in sorting.changed),
        gone=sorting.gone,
    )


class _Lines:
    """The words of points as lines, by the points' ids; of one with two versions, both."""

    def __init__(self, points: Iterable[Point], question: Question, language: str) -> None:
        self._of: dict[str, list[Line]] = {}
        for point in points:
            if not point.private:
                line = replace(in_words(point, question, language), star=point.star)
                self._of.setdefault(point.id, []).append(line)

    def of(self, ids: Iterable[str]) -> Iterator[Line]:
        """The lines of these points."""
        return (line for key in ids for line in self._of.get(key, ()))


def _raised(theme: Theme, sorting: Sorting, lines: _Lines) -> Raised:
    against = [point for point in theme.points if point in theme.opposes]
    favour = [point for point in theme.points if point not in theme.opposes]
    return Raised(
        id=theme.id,
        number=theme.number,
        title=theme.title,
        also=theme.also,
        groups=sorting.groups(favour),
        contrary=sorting.groups(against),
        lines=tuple(lines.of(favour)),
        against=tuple(lines.of(against)),
    )


def _most_groups_first(theme: Raised) -> tuple[int, int, int]:
    return -len(theme.groups), -len(theme.lines), theme.number


def _with_reason(line: Line, reason: str) -> Line:
    words = say("parked: {why}", why=reason)
    return line if reason and words in line.beside else replace(line, beside=f"{line.beside} ({words})".strip())


def blocks_of(found: Themed) -> Sequence[Block]:
    """All that is shown of a question's points, as blocks: what the sums are checked against."""
    return [Lines(title="", lines=found.lines)]


def theme_name(theme: Raised) -> str:
    """What a theme is called in a list: `T2 Data`; a title from right to left does not turn what comes after it."""
    title = f"\u2068{theme.title}\u2069" if direction(theme.title) == "rtl" else theme.title
    return f"T{theme.number} {title}"


def by_id(found: Iterable[Themed | None]) -> Mapping[str, tuple[Themed, Raised]]:
    """All themes of several questions by their ids, each with how its question is sorted."""
    return {theme.id: (one, theme) for one in found if one for theme in one.themes}
