"""Asks a question whose form repeats: each time it is filled in is a point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.capture.asking import Asking
from vaexercise.model.form import is_asked, is_filled, shown

if TYPE_CHECKING:
    from vaexercise.model.feedback import Point
    from vaexercise.model.form import Blank


class PointAsking(Asking):
    """Point after point, and blank after blank of each; every line is saved before the next is asked for."""

    def run(self, *, resuming: bool = False) -> None:
        """Ask for points until an empty line."""
        points = self.response().points
        if points:
            self.show()
        if resuming and points:
            self._fill(points[-1], [blank for blank in self.form.blanks if not is_filled(blank, points[-1].values)])
        first, *others = self.form.blanks
        label = f" {self.label(first)}" if others else ""
        while (value := self.value(first, f"{self._next_number()}{label}> ")) != "":
            [point] = self.feedback.add_points(self.question, self.group, [{first.name: value}])
            self.console.say(f"   saved as {point.code}")
            self._fill(point, others)
        self._count()

    def _next_number(self) -> int:
        """The number that the next point's code will have, and by which commands know it."""
        self.feedback.workshop.log.refresh()
        return self.feedback.next_number(self.question, self.group)

    def _fill(self, point: Point, blanks: list[Blank]) -> None:
        """Ask for the rest of a point; then say what is missing, which stops nobody."""
        for blank in blanks:
            if is_asked(blank, point.values):
                more = self.value(blank, f"   {self.label(blank)}> ")
                if more != "":
                    point = self.feedback.change_point(point, {**point.values, blank.name: more})
        if blanks:
            for notice in self.question.notices(point.values, self.language):
                self.console.say(f"   {notice}")

    def _count(self) -> None:
        """Say what there is, if it is less or more than hoped for: a notice, never a door."""
        response, form = self.response(), self.form
        count = len(response.points)
        if response.state == "open":
            self.console.say("Left open. If the group has nothing to say, go :back and type :nothing.")
        elif 0 < count < form.least:
            self.console.say(f"{count} entered; {form.least} were hoped for.")
        elif form.most and count > form.most:
            self.console.say(f"{count} entered; {form.most} at most were hoped for. All are kept.")

    def show(self) -> None:
        """Each point after the number by which commands know it."""
        points = self.response().points
        if not points:
            self.console.say("Nothing is entered yet.")
        for point in points:
            star = "  (headline)" if point.star else ""
            words = self.question.in_words(point.values, self.language)
            self.console.say(f"{number_of(point)}. {words}{star}  [{point.code}]")

    def change(self, command: str, argument: str) -> None:
        """On the point with that number or code."""
        points = self.response().points
        point = next((p for p in points if argument and argument.casefold() in (number_of(p), p.code.casefold())), None)
        if point is None:
            numbers = ", ".join(map(number_of, points))
            known = f"Say which: :{command} and one of {numbers}." if points else "There is no point here yet."
            self.console.say(known)
        elif command == "delete":
            self.feedback.delete_point(point)
            self.console.say(f"Deleted {point.code}: {self.question.in_words(point.values, self.language)}")
        elif command == "star":
            self.feedback.star(point, on=not point.star)
            self.console.say(f"{point.code} is {'no longer' if point.star else 'now'} a headline.")
        else:
            self._edit(point)

    def _edit(self, point: Point) -> None:
        """Ask each blank again and save it at Enter; an empty line leaves it as it was."""
        for blank in self.form.blanks:
            label = self.label(blank) if len(self.form.blanks) > 1 else point.code
            before = shown(blank, point.values[blank.name], self.language) if is_filled(blank, point.values) else ""
            value = self.value(blank, f"{label}> ", before)
            if value not in ("", point.values.get(blank.name)):
                point = self.feedback.change_point(point, {**point.values, blank.name: value})
                self.console.say(f"   saved {point.code}")


def number_of(point: Point) -> str:
    """The last part of a point's code, as people say it: `4` of `G2-Q3-04`, `4a` where two have it."""
    return point.code.partition(" ")[0].rpartition("-")[2].lstrip("0").casefold()
