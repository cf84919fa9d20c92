"""What all prompts share while points are sorted: the question, how its points are sorted, and how it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from vaexercise.capture.moves import Leave
from vaexercise.capture.sorting.others import Others
from vaexercise.errors import ExerciseError, NotSaved, Refused
from vaexercise.model.theme import LONGEST_TITLE
from vaexercise.plenary.ranking import confidence
from vaexercise.plenary.titles import OFFERED
from vaexercise.workshop.plenary import matching
from vaexercise.workshop.plenary.themes import Themes
from vaexercise.workshop.plenary.themes_in_words import standing, theme_line
from vaexercise.workshop.plenary.voted import about_voted, taken_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from vaexercise.capture.consoles.console import Console
    from vaexercise.model.feedback import Point
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.model.theme import Sorting, Theme
    from vaexercise.plenary.similarity import Matcher
    from vaexercise.workshop.workshop import Workshop

T = TypeVar("T")
LONGEST = 300
"""Characters of a point that are shown; so long a point is no line any more."""


class Likely(NamedTuple):
    """A theme for a point; how likely and why, in words; and whether it is likely enough to be taken by Enter."""

    theme: Theme
    why: str
    sure: bool


class Table:
    """One question that is being sorted. `sorting` is how it stood when it was last looked at."""

    def __init__(self, workshop: Workshop, session: Session, question: Question, console: Console) -> None:
        self.workshop, self.session, self.question, self.console = workshop, session, question, console
        self.themes = Themes(workshop, session)
        self.sorting: Sorting = self.themes.sorting(question)
        self._others = Others(self)
        self._compared: tuple[tuple[object, ...], Matcher | None] = ((), None)
        self._told_why_not = False
        self._at_first: Sorting | None = self.sorting

    @property
    def name(self) -> str:
        """What people call the question by."""
        return self.question.code or self.question.id

    def say(self, text: str = "") -> None:
        """Show text."""
        self.console.say(text)

    def ask(self, prompt: str) -> str:
        """The line typed at a prompt. Raises `EOFError` at the end of input."""
        return self.console.ask(prompt)

    def look(self) -> None:
        """Read what is in the record now, and say what others did meanwhile."""
        self.workshop.log.refresh()
        before, self.sorting = self.sorting, self.themes.sorting(self.question)
        self._others.tell(before, self.sorting)

    def save(self, write: Callable[[], T], points: Iterable[str] = (), themes: Iterable[Theme] = ()) -> T:
        """Save a decision about points, by their ids, and themes; wait with the facilitator while the disk is full.

        What others did meanwhile is said first. Raises `Refused` if these points or themes are among it: nobody is
        overruled unseen. Raises `Leave` if the facilitator gives up.
        """
        points, themes = tuple(points), tuple(themes)
        seen = self._state(points, themes)
        while True:
            try:
                with self.workshop.alone():
                    self.look()
                    if seen != self._state(points, themes):
                        raise Refused(reason="So nothing was done: look again, and say what you want now.")
                    self._note_who_was_there()
                    made = write()
            except NotSaved as error:
                self.say(str(error))
                if self._gives_up():
                    self.say("That step was not saved; all before it were.")
                    raise Leave from error
            else:
                before, self.sorting = self.sorting, self.themes.sorting(self.question)
                for sentence in about_voted(self.workshop, self.session, taken_out(before, self.sorting)):
                    self.say(sentence)
                return made

    def _state(self, points: Sequence[str], themes: Sequence[Theme]) -> list[object]:
        """What is decided and said about points, and which themes there are, as far as it was read."""
        heads = self.workshop.fold.heads
        said = {point.id: point.values for point in self.sorting.points}
        decided = [(said.get(key), heads(self.themes.sorted_slot(key))) for key in points]
        return [*decided, *(heads(self.themes.theme_slot(theme.id)) for theme in themes)]

    def _note_who_was_there(self) -> None:
        """Once, which points there were at the beginning: those that come later are new until they are sorted."""
        if self._at_first:
            self.themes.were_there(self._at_first)
            self._at_first = None

    def _gives_up(self) -> bool:
        try:
            return self.ask("Not saved yet: Enter tries again, q leaves> ").strip().casefold() in ("q", ":quit", "quit")
        except EOFError:
            return True

    # -- points and themes in words

    def header(self) -> str:
        """How far the question is."""
        return standing(self.name, self.sorting)

    def line(self, point: Point) -> str:
        """A point with its code, and its gloss below it."""
        gloss = f"\n     in other words: {_short(point.gloss)}" if point.gloss else ""
        return f"{point.code}  {_short(self.words(point))}{gloss}"

    def words(self, point: Point) -> str:
        """What a point says."""
        return matching.words_of(point, self.question)

    def theme_line(self, theme: Theme) -> str:
        """A theme with its number, title, and who raised it."""
        return theme_line(self.sorting, theme)

    def numbered(self, number: int) -> Theme | None:
        """The theme with that number; says so if there is none."""
        found = next((theme for theme in self.sorting.themes if theme.number == number), None)
        if found is None:
            known = ", ".join(str(theme.number) for theme in self.sorting.themes)
            self.say(f"There is no theme {number}. " + (f"There are: {known}." if known else "There is none yet."))
        return found

    # -- what the matcher says

    def titles(self, members: Sequence[str]) -> list[str]:
        """Up to three short points of these word for word, those in the language of the room first."""
        matcher = self.matcher
        if matcher is None or not members:
            return []
        usual = self.workshop.settings.language
        spoken = [key for key in members if matcher.statement(key).language == usual]
        best = [*(matcher.titles(spoken) if spoken else []), *matcher.titles(members)]
        short = (one.text for one in best if len(one.text) <= LONGEST_TITLE)
        return list(dict.fromkeys(short))[:OFFERED]

    @property
    def matcher(self) -> Matcher | None:
        """Compares the points; None, said once, if that cannot be done. Then people sort without suggestions."""
        points = self.sorting.points
        key = tuple((p.id, p.group, p.values, p.gloss, p.language) for p in points)
        if self._compared[0] != key or not key:
            self._compared = (key, self._new_matcher(points))
        return self._compared[1]

    def _new_matcher(self, points: Sequence[Point]) -> Matcher | None:
        try:
            return matching.matcher(self.workshop, self.session, self.question, points)
        except ExerciseError as error:
            if not self._told_why_not:
                self.say(f"{error}\nSo nothing is suggested here.")
            self._told_why_not = True
            return None

    def likely(self, point: Point) -> Iterator[Likely]:
        """The themes that a point may belong to, the likeliest first; none that it has nothing in common with."""
        if (matcher := self.matcher) is None:
            return
        themes = {theme.id: [key for key in theme.points if key != point.id] for theme in self.sorting.themes}
        for theme, score in matcher.rank(point.id, themes):
            if word := confidence(score):
                nearest = max(self._in_order(themes[theme]), key=lambda key: matcher.score(point.id, key))
                why = ", ".join(matcher.reason(point.id, nearest))
                denies = matcher.differs_in_negation(point.id, nearest)
                mark = "; != the negation differs: look whether it opposes" if denies else ""
                yield Likely(self.sorting.theme(theme), f"; {word} ({why}){mark}", sure=True)
            elif score:
                yield Likely(self.sorting.theme(theme), "", sure=False)

    def _in_order(self, keys: Sequence[str]) -> list[str]:
        """Points as they stand in the question: ids are random, and settle no tie."""
        return [point.id for point in self.sorting.points if point.id in keys]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}… ({len(text):,} characters)"
