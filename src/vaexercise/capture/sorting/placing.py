"""Point by point: the likely themes of each, and what people say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.capture.sorting.changing import a_title, without_sign
from vaexercise.capture.sorting.commands import AT_POINT, understand
from vaexercise.capture.sorting.splitting import split
from vaexercise.errors import Refused
from vaexercise.model.groups import group_name
from vaexercise.model.text import clean_line, counted
from vaexercise.model.theme import LONGEST_TITLE
from vaexercise.workshop.log.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from vaexercise.capture.sorting.changing import Changing
    from vaexercise.capture.sorting.commands import Typed
    from vaexercise.capture.sorting.table import Likely, Table
    from vaexercise.model.feedback import Point
    from vaexercise.model.theme import Theme

SHOWN = 3
"""Likely themes that are shown; the right one is hardly ever further down."""


class Placing:
    """Asks about the points that are left: those with two decisions first, then new ones, then by group."""

    def __init__(self, table: Table, changing: Changing) -> None:
        self.table, self.changing = table, changing
        self._skipped: list[str] = []
        self._resting: set[str] = set()
        self._beside = ""
        self._shown = ""
        self._does: Mapping[str, Callable[[Point, str], None]] = {
            "first": lambda point, _: self._first(point),
            "also": self._also,
            "opposes": self._oppose,
            "new": self._new,
            "unique": lambda point, _: self._unique(point),
            "park": self._park,
            "split": self._split,
            "skip": lambda point, _: self._skip(point),
        }

    def run(self) -> None:
        """Ask about each point, until a theme was given back. Raises `Leave`, `Go`, and `EOFError`."""
        while not self.changing.reopened and (key := self._next()) is not None:
            self._ask(self.table.sorting.point(key))
            self.table.look()

    def run_late(self) -> None:
        """Ask first about points that came after the question was sorted, and are likely to be in a theme there is."""
        while not self.changing.reopened and (key := next(self._late(), None)) is not None:
            self._ask(self.table.sorting.point(key))
            self.table.look()

    def _late(self) -> Iterator[str]:
        sorting = self.table.sorting
        if not self.changing.wanted and not self._beside:
            waiting = (key for key in sorting.new if key not in self._skipped)
            yield from (key for key in waiting if any(x.sure for x in self.table.likely(sorting.point(key))))

    def _next(self) -> str | None:
        """The point to ask about; those that were skipped come once more, after all others."""
        sorting, there = self.table.sorting, {point.id for point in self.table.sorting.points}
        self.changing.wanted = [key for key in self.changing.wanted if key in there]
        if self.changing.wanted:
            return self.changing.wanted[0]
        if self._beside in there:
            return self._beside
        fresh = [key for key in sorting.left if key not in self._skipped and key not in self._resting]
        first = [key for key in (*self.changing.returned, *sorting.contested, *sorting.new) if key in fresh]
        again = [key for key in self._skipped if key in sorting.left]
        return next(iter([*first, *fresh, *again]), None)

    # -- asking

    def _ask(self, point: Point) -> None:
        likely = [] if point.id == self._beside else list(self.table.likely(point))[:SHOWN]
        self._show(point, likely)
        typed = understand(self.table.ask(self._prompt(point, likely)), AT_POINT)
        try:
            self._answer(point, typed)
        except Refused as error:
            self.table.say(str(error))

    def _prompt(self, point: Point, likely: Sequence[Likely]) -> str:
        if point.id == self._beside:
            return "Also in> "
        if point.id not in self.table.sorting.left:
            return "Enter = as it is> "
        return f"Enter = {likely[0].theme.number}> " if likely and likely[0].sure else "Theme> "

    def _show(self, point: Point, likely: Sequence[Likely]) -> None:
        if self._shown == point.id:
            return
        self._shown = point.id
        say, sorting = self.table.say, self.table.sorting
        say(f"\n{group_name(point.group)}, {len(sorting.left)} left\n{self.table.line(point)}")
        for line in self._about(point):
            say(line)
        for theme, why, _ in likely:
            say(f"  {self.table.theme_line(theme)}{why}")
        if point.id != self._beside and not any(one.sure for one in likely):
            say("  looks new: n opens a theme, u says that only this group raised it")

    def _about(self, point: Point) -> list[str]:
        """What was decided about it before, if that is why it is asked about."""
        sorting, table = self.table.sorting, self.table
        if point.id in sorting.contested:
            wording, slot = Wording(table.workshop), table.themes.sorted_slot(point.id)
            said = [wording.content(slot, head.body) for head in table.workshop.fold.heads(slot)]
            return [f"It was sorted twice at once: {'; or '.join(said)}. What you say now counts."]
        if point.id in sorting.moved:
            return ["It stood under another question when it was sorted."]
        if point.id in sorting.left:
            return []
        return [f"Now: {Wording(table.workshop).content(table.themes.sorted_slot(point.id), self._body(point))}"]

    def _body(self, point: Point) -> Mapping[str, object]:
        return self.table.workshop.fold.body(self.table.themes.sorted_slot(point.id)) or {"parked": point.parked}

    def _answer(self, point: Point, typed: Typed) -> None:
        if typed.reply:
            self.table.say(typed.reply)
        elif typed.numbers:
            self._into(point, typed.numbers)
        elif typed.words:
            self.table.say(
                f"Nothing was done with “{typed.words:.60}”. n before words opens a theme; ? shows the rest."
            )
        elif typed.command in self._does:
            self._does[typed.command](point, typed.argument)
        else:
            self._shown = "" if typed.command in ("view", "list", "help", "undo") else self._shown
            self.changing.do(typed, AT_POINT)

    def _done(self, point: Point, said: str = "") -> None:
        """Say what was decided, if that was not said yet, and go on."""
        self._beside = ""
        self._shown = ""
        self.changing.wanted = [key for key in self.changing.wanted if key != point.id]
        if said:
            self.table.say(f"{point.code} {said}.")

    # -- what can be decided

    def _save(self, point: Point, write: Callable[[], None], *themes: Theme) -> None:
        self.table.save(write, [point.id], themes)

    def _first(self, point: Point) -> None:
        if point.id == self._beside:
            self._beside = self._shown = ""
            return
        if point.id in self.changing.wanted and point.id not in self.table.sorting.left:
            self._keep(point)
            return
        best = next(self.table.likely(point), None)
        if best is None or not best.sure:
            self.table.say("No theme is likely: n a new one, u unique to its group, p park, s later, or a number.")
            return
        self._into(point, [best.theme.number])

    def _keep(self, point: Point) -> None:
        """What was decided before holds for its words as they are now."""
        themes = self.table.themes
        self._save(point, lambda: themes.confirm(point.id, self._body(point)))
        self._done(point, "stays as it was")

    def _into(self, point: Point, numbers: Sequence[int]) -> None:
        themes = [theme for number in numbers if (theme := self.table.numbered(number))]
        if len(themes) < len(numbers):
            return
        beside = point.id == self._beside
        kept = [theme for theme in self.table.sorting.of(point.id) if theme not in themes] if beside else []
        opposed = [theme.id for theme in kept if point.id in theme.opposes]
        ids = [theme.id for theme in (*kept, *themes)]
        self._save(point, lambda: self.table.themes.put_into(point.id, ids, opposed), *kept, *themes)
        self._done(point, f"is in {_named([*kept, *themes])}")

    def _also(self, point: Point, argument: str) -> None:
        if not argument.replace(",", " ").replace(" ", "").isdecimal():
            self.table.say("Say which theme: + and its number.")
            return
        before = self.changing.wanted
        self._into(point, [int(word) for word in argument.replace(",", " ").split()])
        if self._shown == "":
            self._beside, self._shown = point.id, point.id
            self.changing.wanted = [key for key in before if key != point.id]
            self.table.say("Another number puts it there too; Enter goes on.")

    def _oppose(self, point: Point, argument: str) -> None:
        if theme := self.table.numbered(int(argument)):
            beside = point.id == self._beside
            self._save(point, lambda: self.table.themes.put(point.id, theme.id, opposes=True, beside=beside), theme)
            self._done(point, f"opposes {_named([theme])}")

    def _new(self, point: Point, argument: str) -> None:
        words = self.table.words(point)
        own = words if len(words) <= LONGEST_TITLE else ""
        title = argument or self._asked_title(own)
        if not title:
            self.table.say("No theme was opened.")
            return
        self.changing.open(title, [point.id])
        self._done(point)

    def _asked_title(self, own: str) -> str:
        hint = "Title; Enter takes the point's own words> " if own else "Title> "
        line = without_sign(self.table.ask(hint), "n")
        return a_title(line) if line.strip() else own

    def _unique(self, point: Point) -> None:
        self._save(point, lambda: self.table.themes.unique(point.id))
        self._done(point, f"is raised by {group_name(point.group)} only")

    def _park(self, point: Point, argument: str) -> None:
        reason = argument or self._asked_reason()
        self._save(point, lambda: self.table.themes.park(point.id, reason))
        self._done(point, f"is parked: {clean_line(reason)}")

    def _asked_reason(self) -> str:
        """Why a point is parked. Raises `Refused` for a command, which nobody means as a reason."""
        reason = without_sign(self.table.ask("Why is it parked? > "), "p")
        if len(reason.partition(" ")[0]) == 1 and understand(reason, AT_POINT).words == "":
            raise Refused(reason=f"“{reason:.40}” is no reason, and nothing was done. Say why in words: p Reason")
        return reason

    def _split(self, point: Point, argument: str) -> None:
        if split(self.table, point, argument):
            self._shown = ""

    def _skip(self, point: Point) -> None:
        """Once it is asked again later; a second time it stays as it is."""
        if point.id == self._beside:
            self._beside = self._shown = ""
        elif point.id in self.changing.wanted:
            self._done(point, "stays as it was")
        elif point.id in self._skipped:
            self._skipped.remove(point.id)
            self._resting.add(point.id)
            self._done(point, "is left for another day")
        else:
            self._skipped.append(point.id)
            self._done(point, "comes again after the others")

    def resting(self) -> str:
        """What is left although all points were asked about."""
        left = len(self.table.sorting.left)
        return f"{counted(left, 'point is', 'points are')} left for another day." if left else "All points are sorted."


def _named(themes: Sequence[Theme]) -> str:
    return " and ".join(f"{theme.number} “{theme.title}”" for theme in themes)
