"""Reads from the record how points are sorted: what people decided about each of them.

`theme/SESSION/ID` holds a title and its question, and of a theme that was merged which one it went `into`.
`sorted/SESSION/POINT` holds what was decided about a point: its themes, those of them that it opposes, that it is
unique, or parked and why; and of which words of it. So a merge changes no decision, and whatever two laptops do at
once can be put together. `sorted/SESSION/QUESTION/SITTING` holds the points that were there when somebody sorted, and
`sorted/SESSION/QUESTION/RANDOM` points that were refused as a theme.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.model.theme import Sorting, Theme
from vaexercise.workshop.answers.feedback import Feedback

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vaexercise.model.feedback import Point
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.record.revision import Body
    from vaexercise.workshop.workshop import Workshop


class Decision(NamedTuple):
    """What was decided about a point: themes by their ids, as they stand now. Nothing of it: the point is left."""

    themes: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()
    unique: bool = False
    parked: str = ""


LEFT = Decision()


def sortable(workshop: Workshop, session: Session) -> tuple[Question, ...]:
    """The questions whose points are put together into themes."""
    return tuple(q for q in workshop.exercise(session).walk() if q.consolidate == "themes" and q.form().repeats)


class Sortings:
    """How the points of a session are sorted."""

    def __init__(self, workshop: Workshop, session: Session) -> None:
        self.workshop, self.session = workshop, session

    def sorting(self, question: Question) -> Sorting:
        """How the points of a question are sorted now. Private points are not in it: they are never shown."""
        points, standing = self._points(question), self.standing(question.id)
        said = {point.id: self.decisions(point, standing) for point in points}
        one = {key: found[0] if len(found) == 1 else LEFT for key, found in said.items()}
        left = tuple(key for key, decided in one.items() if decided == LEFT)
        themes = tuple(self._themes(question.id, one))
        return Sorting(
            question=question.id,
            points=points,
            themes=themes,
            unique=tuple(key for key, decided in one.items() if decided.unique),
            parked={key: decided.parked for key, decided in one.items() if decided.parked},
            left=left,
            contested=tuple(key for key in left if len(said[key]) > 1),
            moved=tuple(key for key in left if len(said[key]) == 1 and self._is_of_another(key, question.id)),
            new=tuple(self._new(question.id, left)),
            changed=tuple(p.id for p in points if one[p.id] != LEFT and self._has_other_words(p)),
            gone=tuple(self._gone(question.id)),
            quoting=tuple(self._quoting(themes)),
        )

    def _points(self, question: Question) -> tuple[Point, ...]:
        """The points of a question, one of each id: of one in conflict, the first version stands for it."""
        said = Feedback(self.workshop, self.session).points()
        of = {p.id: p for p in reversed(said) if p.question == question.id and not p.private}
        return tuple(point for point in said if of.get(point.id) is point)

    def _quoting(self, themes: Iterable[Theme]) -> Iterator[str]:
        """Themes that were given the words of a point as their title before it became private."""
        said = [point for point in Feedback(self.workshop, self.session).points() if point.private]
        words = {text.casefold() for point in said for text in (point.text, point.gloss) if text}
        yield from (theme.id for theme in themes if theme.title.casefold() in words)

    # -- decisions

    def decisions(self, point: Point, standing: Mapping[str, str]) -> tuple[Decision, ...]:
        """What people decided about a point; several, if they did so at once and differ. `standing` as below."""
        heads = self.workshop.fold.heads(self.sorted_slot(point.id))
        said = [_decision(head.body or _parked_by_group(point), standing) for head in heads]
        return tuple(dict.fromkeys(said or [_decision(_parked_by_group(point), standing)]))

    def sorted_slot(self, point: str) -> str:
        """Where the decision about a point stands."""
        return f"sorted/{self.session.id}/{point}"

    def _is_of_another(self, point: str, question: str) -> bool:
        known = self.workshop.fold
        themes = known.body(self.sorted_slot(point)).get("themes", ())
        bodies = [known.body(self.theme_slot(key)) for key in themes]
        return any(body.get("question", question) != question for body in bodies)

    def _has_other_words(self, point: Point) -> bool:
        """Whether a point was changed after somebody decided about it."""
        of = self.workshop.fold.body(self.sorted_slot(point.id)).get("of", ())
        known = self.workshop.fold.revisions
        before = [known[key].body.get("values") for key in of if key in known and not known[key].erased]
        now = self.workshop.fold.body(f"point/{self.session.id}/{point.id}").get("values")
        return bool(before) and now not in before

    def _new(self, question: str, left: Iterable[str]) -> Iterator[str]:
        """Points that were not there when somebody sorted the question, and are left."""
        prefix = f"{self.sorted_slot(question)}/"
        there = {str(key) for _, body in self.workshop.fold.slots(prefix) for key in body.get("points", ())}
        never = (key for key in left if not self.workshop.fold.heads(self.sorted_slot(key)))
        yield from (key for key in never if there and key not in there)

    def refusals(self, question: str) -> tuple[frozenset[str], ...]:
        """Points that people refused to put together when they were proposed."""
        bodies = [body for _, body in self.workshop.fold.slots(f"{self.sorted_slot(question)}/")]
        return tuple(frozenset(body["refused"]) for body in bodies if body.get("refused"))

    def _gone(self, question: str) -> Iterator[str]:
        """The codes of points that were deleted after they were sorted."""
        prefix = self.sorted_slot("")
        for slot, _ in self.workshop.fold.slots(prefix):
            point = f"point/{self.session.id}/{slot.removeprefix(prefix)}"
            if self.workshop.fold.heads(point) and not self.workshop.fold.body(point):
                bodies = [revision.body for revision in self.workshop.fold.history(point) if revision.body]
                yield from (str(body["code"]) for body in bodies[-1:] if body["question"] == question)

    # -- themes

    def theme_slot(self, theme: str) -> str:
        """Where a theme stands."""
        return f"theme/{self.session.id}/{theme}"

    def bodies(self, question: str) -> dict[str, Body]:
        """What is recorded of the themes of a question, those too that were merged; in the order of opening."""
        prefix = self.theme_slot("")
        found = [(slot.removeprefix(prefix), self._body(slot)) for slot, _ in self.workshop.fold.slots(prefix)]
        return dict(
            sorted(((k, b) for k, b in found if b["question"] == question), key=lambda t: (t[1]["place"], t[0]))
        )

    def _body(self, slot: str) -> Body:
        """A theme; if it was merged here and kept there, it is kept."""
        said = [head.body for head in self.workshop.fold.heads(slot) if head.body]
        return next((body for body in said if "into" not in body), said[0])

    def standing(self, question: str) -> dict[str, str]:
        """For every theme that a question has or had, the one that stands for it now."""
        bodies = self.bodies(question)
        found = {key: _stands_for(key, bodies) for key in bodies}
        return {key: stands for key, stands in found.items() if stands}

    def _themes(self, question: str, decided: Mapping[str, Decision]) -> Iterator[Theme]:
        stands, number = set(self.standing(question).values()), 0
        for key, body in self.bodies(question).items():
            number = max(number + 1, int(body["place"])) if key in stands else number
            if key in stands:
                yield Theme(
                    id=key,
                    question=question,
                    title=body["title"],
                    number=number,
                    points=tuple(point for point, what in decided.items() if key in what.themes),
                    opposes=tuple(point for point, what in decided.items() if key in what.opposes),
                    also=self._other_titles(key, body["title"]),
                    into=self._part_elsewhere(key),
                )

    def _other_titles(self, theme: str, title: str) -> tuple[str, ...]:
        heads = self.workshop.fold.heads(self.theme_slot(theme))
        titles = dict.fromkeys(str(head.body["title"]) for head in heads if head.body and "into" not in head.body)
        return tuple(other for other in titles if other != title)

    def _part_elsewhere(self, theme: str) -> str:
        said = [head.body for head in self.workshop.fold.heads(self.theme_slot(theme)) if head.body]
        merged = [str(body["into"]) for body in said if "into" in body]
        return merged[0] if merged and len(said) > 1 else ""


def _stands_for(key: str, bodies: Mapping[str, Body]) -> str:
    """The theme that another was merged into, at last; of a circle the first. Empty if that is not there any more."""
    way: list[str] = []
    while key in bodies and "into" in bodies[key] and key not in way:
        way.append(key)
        key = str(bodies[key]["into"])
    if key in way:
        circle: Sequence[str] = way[way.index(key) :]
        return next(each for each in bodies if each in circle)
    return key if key in bodies else ""


def _decision(body: Body, standing: Mapping[str, str]) -> Decision:
    themes = tuple(dict.fromkeys(standing[key] for key in body.get("themes", ()) if key in standing))
    opposes = tuple(dict.fromkeys(standing[key] for key in body.get("opposes", ()) if key in standing))
    if themes:
        return Decision(themes, opposes)
    return Decision(unique=bool(body.get("unique")), parked=str(body.get("parked", "")))


def _parked_by_group(point: Point) -> Body:
    """What its group decided already, until the plenary decides."""
    return {"parked": point.parked} if point.parked else {}
