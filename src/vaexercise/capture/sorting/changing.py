"""What can be done at every prompt: themes shown, renamed, merged, deleted; points taken up again; steps taken back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vaexercise.capture.moves import Go, Leave
from vaexercise.capture.sorting.commands import ANYWHERE, explained, numbers_in, understand
from vaexercise.capture.sorting.shapes import Shapes
from vaexercise.model.text import clean_line, counted
from vaexercise.workshop.plenary import sorting_steps
from vaexercise.workshop.plenary.themes_in_words import apart

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vaexercise.capture.sorting.commands import Command, Typed
    from vaexercise.capture.sorting.table import Table
    from vaexercise.model.theme import Theme
    from vaexercise.record.revision import Revision
    from vaexercise.workshop.log.undoing import Step

_AFTER_NUMBERS = re.compile(r"((?:\d{1,4}[\s,]+)*\d{1,4})(?:\s+(\D.*))?")


class Changing:
    """Carries out the commands of every prompt.

    `shapes` is what was done to proposals without deciding. `wanted` are points that are to be sorted again, and
    `returned` those that the last undo gave back, by their ids; `reopened` says that it gave back a proposal.
    """

    def __init__(self, table: Table) -> None:
        self.table = table
        self.wanted: list[str] = []
        self.returned: list[str] = []
        self.reopened = False
        self.shapes = Shapes()
        self._reaching_back = False
        self._does: Mapping[str, Callable[[str], None]] = {
            "list": lambda _: self.list(),
            "view": self._view,
            "rename": self._rename,
            "merge": self._merge,
            "delete": self._delete,
            "again": self._again,
            "undo": self._undo,
        }

    def do(self, typed: Typed, commands: Mapping[str, Command]) -> None:
        """Carry out a command. Raises `Leave` and `Go`, and `Refused` for what cannot be done."""
        if typed.command == "quit":
            raise Leave
        if typed.command == "jump":
            raise Go(typed.argument)
        if typed.command == "help":
            self.table.say("\n".join(explained(commands)))
            return
        self._does[typed.command](typed.argument)

    def open(self, title: str, members: Sequence[str], opposes: Sequence[str] = ()) -> None:
        """Put points into the theme with that title, which is opened if there is none; and say so."""
        table = self.table
        there = next((t for t in table.sorting.themes if t.title.casefold() == clean_line(title).casefold()), None)
        if there:
            table.save(lambda: table.themes.fill(there, members, opposes), members, [there])
            key = there.id
        else:
            key = table.save(lambda: table.themes.open(table.question, title, members, opposes), members)
        theme, codes = table.sorting.theme(key), ", ".join(table.sorting.point(one).code for one in members)
        was = "Theme" if there is None else "There is such a theme already. Theme"
        table.say(f"{was} {theme.number} “{theme.title}”: {codes}.")

    def picked(self, argument: str, members: Sequence[str]) -> list[str]:
        """The points of a numbered list that are named by number or code; nothing, and it is said, if one is not."""
        by_word = {str(number): key for number, key in enumerate(members, start=1)}
        by_word |= {self.table.sorting.point(key).code.casefold(): key for key in members}
        words = [word.casefold() for word in re.split(r"[\s,]+", argument.strip())]
        unknown = [word for word in words if word not in by_word]
        if unknown:
            self.table.say(f"There is no point {unknown[0]:.40} here: they are numbered 1 to {len(members)}.")
            return []
        return list(dict.fromkeys(by_word[word] for word in words))

    # -- themes

    def list(self) -> None:
        """Show all themes."""
        table = self.table
        table.say(table.header())
        for theme in table.sorting.themes:
            table.say(f"  {table.theme_line(theme)}")
        if not table.sorting.themes:
            table.say("There is no theme yet.")
        for line in apart(table.sorting):
            table.say(f"  {line}")

    def _view(self, argument: str) -> None:
        if theme := self.table.numbered(int(argument)):
            self.table.say(self.table.theme_line(theme))
            for key in theme.points:
                opposes = " (opposes)" if key in theme.opposes else ""
                self.table.say(f"  {self.table.line(self.table.sorting.point(key))}{opposes}")

    def _rename(self, argument: str) -> None:
        number, _, words = argument.partition(" ")
        if theme := self.table.numbered(int(number)):
            title = words.strip() or self._title_for(theme)
            if title:
                self.table.save(lambda: self.table.themes.rename(theme, title), themes=[theme])
                self.table.say(f"Theme {theme.number} is called “{self.table.sorting.theme(theme.id).title}” now.")

    def _title_for(self, theme: Theme) -> str:
        """A title that is asked for: one of three points word for word, or other words."""
        offered = self.table.titles(theme.points)
        for number, title in enumerate(offered, start=1):
            self.table.say(f"  {number}  {title}")
        line = clean_line(self.table.ask("Title, or the number of one> "))
        if line.isdecimal():
            return offered[int(line) - 1] if len(line) == 1 and 1 <= int(line) <= len(offered) else self._none()
        return line if understand(line, ANYWHERE).words else self._none()

    def _none(self) -> str:
        self.table.say("The title stays.")
        return ""

    def _merge(self, argument: str) -> None:
        found = _AFTER_NUMBERS.fullmatch(argument)
        numbers = numbers_in(found[1]) if found else ()
        themes = [theme for number in numbers if (theme := self.table.numbered(number))]
        if len(themes) < len(numbers) or found is None:
            return
        if len(themes) < 2:  # noqa: PLR2004  one theme is no merger
            self.table.say("Say which themes become one: m 2 4")
            return
        title = found[2] or ""
        self.table.save(lambda: self.table.themes.merge(themes, title), themes=themes)
        merged = " and ".join(f"{theme.number} “{theme.title}”" for theme in themes[1:])
        self.table.say(f"{merged} went into {self.table.theme_line(self.table.sorting.theme(themes[0].id))}")

    def _delete(self, argument: str) -> None:
        if theme := self.table.numbered(int(argument)):
            before = set(self.table.sorting.left)
            self.table.save(lambda: self.table.themes.delete(theme), themes=[theme])
            free = counted(len(set(self.table.sorting.left) - before), "point is", "points are")
            self.table.say(f"Theme {theme.number} “{theme.title}” is deleted; {free} to be sorted again.")

    # -- points and steps

    def _again(self, argument: str) -> None:
        points = self.table.sorting.points
        found = next((p for p in points if p.code.partition(" ")[0].casefold() == argument.casefold()), None)
        if found is None:
            self.table.say(f"There is no point {argument:.40} under {self.table.name}.")
            return
        self.wanted = list(dict.fromkeys([*self.wanted, found.id]))
        before = self.wanted[: self.wanted.index(found.id)]
        when = f"after {self.table.sorting.point(before[-1]).code}" if before else "next"
        self.table.say(f"{found.code} comes {when}; until you decide, it stays as it is.")

    def saved(self) -> int:
        """How many steps this sitting saved that can be taken back."""
        table = self.table
        steps = sorting_steps.sorting_steps(table.workshop, table.session)
        return sum(step.sitting == table.workshop.sitting.id for step in steps)

    def _undo(self, argument: str) -> None:
        """Take back so many steps: of this sitting, and after a word of warning those before it."""
        for _ in range(int(argument or 1)):
            if line := self.shapes.take_back(self.saved()):
                self.reopened = True
                self.table.say(f"Taken back: {line}")
                continue
            steps = sorting_steps.sorting_steps(self.table.workshop, self.table.session)
            if not steps:
                self.table.say("Nothing is left to take back.")
                return
            if not self._may_reach(steps[0]):
                return
            self._take_back(steps[0])

    def _may_reach(self, step: Step) -> bool:
        if step.sitting == self.table.workshop.sitting.id or self._reaching_back:
            return True
        self._reaching_back = True
        by = str(self.table.workshop.fold.body(f"sitting/{step.sitting}").get("by", "")) or "Somebody"
        at = step.at[:16].replace("T", " ")
        self.table.say(f"Nothing of this sitting is left to take back. Before it, {by} at {at}:")
        self.table.say("\n".join(f"  {line}" for line in sorting_steps.in_words(self.table.workshop, step)))
        self.table.say("z once more takes that back, and then what was before it.")
        return False

    def _take_back(self, step: Step) -> None:
        table = self.table
        said = table.save(lambda: sorting_steps.take_back(table.workshop, table.session, step))
        self.returned = sorting_steps.points_of(step)
        self.reopened = self.reopened or any(_may_be_proposed(revision) for revision in step.revisions)
        self.shapes.undone(self.saved())
        table.say("\n".join(f"Taken back: {line}" for line in said))


def _may_be_proposed(revision: Revision) -> bool:
    """Whether without it points may be proposed as a theme again."""
    return revision.slot.startswith("theme/") or sorting_steps.is_refusal(revision)


def a_title(line: str) -> str:
    """A line that was asked for as a title; empty for a single letter or a command, which nobody means as one."""
    words = clean_line(line)
    single = len(words) == 1 and words.isascii()
    return "" if single or understand(words, ANYWHERE).command else words


def without_sign(line: str, sign: str) -> str:
    """The words of a line that was asked for, typed with the command's sign once more: `p Reason`."""
    words = clean_line(line)
    head, _, rest = words.partition(" ")
    return rest if rest and head in (sign, f":{sign}") else words
