"""Themes in the record: every decision of people about points and themes, one small slot each. Proposals never are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import Refused
from vaexercise.model.text import clean_line, counted
from vaexercise.model.theme import LONGEST_TITLE
from vaexercise.record.revision import token
from vaexercise.workshop.plenary.sortings import Sortings, sortable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.model.theme import Sorting, Theme
    from vaexercise.record.revision import Body
    from vaexercise.workshop.workshop import Workshop

__all__ = ["ID_LENGTH", "SLOTS", "Themes", "sortable", "themes_of"]

ID_LENGTH = 8
SLOTS = ("theme/", "sorted/")
"""The beginnings of the slots that sorting writes."""


def themes_of(workshop: Workshop, session: Session) -> tuple[Sorting, ...]:
    """How all questions of a session are sorted, in the exercise's order."""
    themes = Themes(workshop, session)
    return tuple(themes.sorting(question) for question in sortable(workshop, session))


class Themes(Sortings):
    """The themes of a session, and what is decided about each point.

    What writes replaces what was in force when the log was last read: of what somebody else decided meanwhile,
    both stay. Raises `NotSaved`; and `Refused` where people have voted on a theme that would change.
    """

    # -- themes

    def open(self, question: Question, title: str, points: Iterable[str] = (), opposes: Collection[str] = ()) -> str:
        """Open a theme with these points, some of which oppose it; its id. Raises `Refused` for a bad title."""
        words = _title(title)
        with self.workshop.together():
            key = self.opened(question, words)
            for point in points:
                self.put(point, key, opposes=point in opposes)
        return key

    def opened(self, question: Question, title: str, after: int = 0) -> str:
        """Open a theme without points, among what is recorded `together`: so many others were opened before there."""
        places = [int(body["place"]) for body in self.bodies(question.id).values()]
        key, body = token(ID_LENGTH), {"question": question.id, "title": _title(title)}
        self._write(key, {**body, "place": 1 + after + max(places, default=0)})
        return key

    def rename(self, theme: Theme, title: str) -> None:
        """Give a theme another title. Raises `Refused` for no title, or too long a one."""
        words = _title(title)
        self._refuse_voted([theme], words)
        self._write(theme.id, {**self._plain(theme.id), "title": words})

    def merge(self, themes: Sequence[Theme], title: str = "") -> None:
        """Make several themes one, the first, under its title or a new one. No decision about a point is touched."""
        first, *others = themes
        words = _title(title or first.title)
        self._refuse_voted(themes)
        with self.workshop.together():
            if words != first.title or first.also or first.into:
                self._write(first.id, {**self._plain(first.id), "title": words})
            for theme in others:
                self._write(theme.id, {**self._plain(theme.id), "into": first.id})

    def split(self, theme: Theme, question: Question, title: str, points: Sequence[str]) -> str:
        """Move some of a theme's points into a new one; its id. Raises `Refused` if there are none, or all."""
        moving = [point for point in points if point in theme.points]
        if not 0 < len(moving) < len(theme.points):
            there = counted(len(theme.points), "point")
            raise Refused(reason=f"“{theme.title}” has {there}: say which of them go, and leave some. {_UNCHANGED}")
        self._refuse_voted([theme])
        with self.workshop.together():
            key = self.opened(question, title)
            for point in moving:
                self._exchange(point, theme, key)
        return key

    def _exchange(self, point: str, old: Theme, new: str) -> None:
        """A point goes from one theme to another; where it opposes, and is in others too, that stays."""
        body = self.workshop.fold.body(self.sorted_slot(point))
        stands = self.standing(old.question)

        def renamed(keys: Iterable[str]) -> list[str]:
            return list(dict.fromkeys(new if stands.get(key) == old.id else key for key in keys))

        self._decide(point, {name: renamed(body[name]) for name in ("themes", "opposes") if name in body})

    def delete(self, theme: Theme) -> None:
        """Delete a theme; points that are in no other are left to be sorted again."""
        self._refuse_voted([theme])
        merged = [key for key, stands in self.standing(theme.question).items() if stands == theme.id]
        with self.workshop.together():
            for key in merged:
                self._write(key, {})

    def _plain(self, key: str) -> Body:
        body = dict(self._body(self.theme_slot(key)))
        body.pop("into", None)
        return body

    def _write(self, key: str, body: Body) -> None:
        self.workshop.record([(self.theme_slot(key), body)])

    def _refuse_voted(self, themes: Iterable[Theme], title: str = "") -> None:
        from vaexercise.workshop.plenary.voted import refuse_if_voted  # it reads themes itself

        refuse_if_voted(self.workshop, self.session, [theme.id for theme in themes], title)

    # -- points

    def fill(self, theme: Theme, points: Iterable[str], opposes: Collection[str] = ()) -> None:
        """Put all these points into a theme as one step, in place of those they were in."""
        with self.workshop.together():
            for point in points:
                self.put(point, theme.id, opposes=point in opposes)

    def put(self, point: str, theme: str, *, opposes: bool = False, beside: bool = False) -> None:
        """Put a point into a theme, in place of those it was in, or `beside` them."""
        before = self.workshop.fold.body(self.sorted_slot(point)) if beside else {}
        themes = [*(key for key in before.get("themes", ()) if key != theme), theme]
        against = [key for key in before.get("opposes", ()) if key != theme] + ([theme] if opposes else [])
        self._decide(point, {"themes": themes, "opposes": against} if against else {"themes": themes})

    def put_into(self, point: str, themes: Sequence[str], opposes: Sequence[str] = ()) -> None:
        """Put a point into all these themes, and no others."""
        body: dict[str, object] = {"themes": list(dict.fromkeys([*themes, *opposes]))}
        self._decide(point, body | ({"opposes": list(opposes)} if opposes else {}))

    def unique(self, point: str) -> None:
        """Say that only this group raised it."""
        self._decide(point, {"unique": True})

    def park(self, point: str, reason: str) -> None:
        """Set a point aside, and say why. Raises `Refused` without a reason."""
        words = clean_line(reason)
        if not words:
            raise Refused(reason=f"Say why it is parked. {_UNCHANGED}")
        self._decide(point, {"parked": words})

    def take_out(self, point: str) -> None:
        """Leave a point to be sorted again, one too that its group parked."""
        self._decide(point, {"left": True})

    def confirm(self, point: str, body: Body) -> None:
        """Say that what was decided about a point holds for its words as they are now."""
        self._decide(point, {name: value for name, value in body.items() if name != "of"})

    def _decide(self, point: str, body: Body) -> None:
        """Write a decision, and which words of the point it is about."""
        of = [head.id for head in self.workshop.fold.heads(f"point/{self.session.id}/{point}")]
        self.workshop.record([(self.sorted_slot(point), {**body, "of": of})])

    def refuse(self, question: Question, points: Iterable[str]) -> None:
        """Say that these points are no theme together, so that nobody is asked about them again."""
        slot = f"{self.sorted_slot(question.id)}/{token(ID_LENGTH)}"
        self.workshop.record([(slot, {"refused": sorted(points)})])

    def were_there(self, sorting: Sorting) -> None:
        """Say which points are there while this sitting sorts a question: those that come later are new."""
        slot = f"{self.sorted_slot(sorting.question)}/{self.workshop.sitting.id}"
        points = sorted(point.id for point in sorting.points)
        if self.workshop.fold.body(slot).get("points") != points:
            self.workshop.record([(slot, {"points": points})])


_UNCHANGED = "Nothing was changed."


def _title(words: str) -> str:
    """A title as it is kept."""
    title = clean_line(words)
    if not title:
        raise Refused(reason=f"A theme needs a title. {_UNCHANGED}")
    if len(title) > LONGEST_TITLE:
        raise Refused(reason=f"A title has at most {LONGEST_TITLE} characters; this has {len(title):,}. {_UNCHANGED}")
    return title
