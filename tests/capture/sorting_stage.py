"""Plays conversations in which points are sorted, as `stage.py` plays those with a rapporteur.

    # sheets: group-1 group-2        what was said before, from the example; or none of it, but:
    # points: Q1: words              a point of the group at the top; repeated, `g2 Q1: words` for another group
    # question: Q1                   only this question
    # by: Ana                        who sorts
    << Bo puts G1-Q1-01: Money       a colleague, before the next line is typed: opens the theme if there is none
    << Bo parks G1-Q1-01: reason     and: << Bo says unique G1-Q1-01
    << Bo renames Money: Funds       and: << Bo merges Money: Data (into the first), << Bo deletes theme Money
    << a sheet of group-3            comes late
    << a copy is made                for another laptop; there: << in the copy, Bo puts … ; << the copy is taken in
    << Bo moves G1-Q1-01: Q4         to another question
    << Bo hides G1-Q1-01: reason     makes a point private
    << Bo glosses G1-Q1-01: words    and: << Bo sets aside G1-Q1-01: reason, as its group would

What a colleague does comes between the prompt and the answer: at the same moment, as far as the program knows.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from conftest import EXAMPLE
from stage import Stage

from vaexercise.capture import sheets
from vaexercise.capture.sorting.conversation import SortingConversation
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.copies.merging import take_in
from vaexercise.workshop.people import seating
from vaexercise.workshop.plenary.naming_themes import named_question, named_theme
from vaexercise.workshop.plenary.themes import Themes, sortable, themes_of
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaexercise.model.feedback import Mark, Point
    from vaexercise.model.question import Question

FILES = sorted((Path(__file__).parents[1] / "data" / "sorting").glob("*.txt"))
"""The conversations."""

DOES = re.compile(
    r"(?P<name>\w+) (?P<does>puts|parks|says unique|renames|merges|deletes theme|moves|hides|glosses|sets aside) "
    r"(?P<what>[^:]+)(?:: (?P<words>.*))?"
)

MARKS: dict[str, tuple[Mark, str]] = {
    "hides": ("private", "reason"),
    "glosses": ("gloss", "text"),
    "sets aside": ("park", "reason"),
}
"""What a group marks its point with, and the key of the words."""


class SortingStage(Stage):
    """A console that sorts points as the script says."""

    def __init__(self, folder: Path, text: str) -> None:
        super().__init__(folder, text)
        facts = [line.removeprefix("# ").partition(": ") for line in self.head]
        self.said = [value for key, _, value in facts if key == "points"]
        self.begun = False
        self.other = {key: value for key, _, value in facts if key in ("sheets", "question")}

    @property
    def _copy(self) -> Path:
        return self.folder.with_name("copy")

    def _begin(self) -> None:
        """What was said before the conversation."""
        self.begun = True
        for name in self.other.get("sheets", "").split():
            import_sheet(self.folder, name, self.clock)
        workshop = Workshop(self.folder, clock=self.clock)
        said = Feedback(workshop, workshop.session())
        for line in self.said:
            where, _, words = line.partition(": ")
            *group, code = where.split()
            asked = next(q for q in workshop.exercise(said.session).walk() if q.code == code)
            said.add_points(asked, group[0] if group else self.group, [{"text": self.expanded(words)}])
        workshop.sitting.close()

    def _run(self) -> None:
        if not self.begun:
            self._begin()
        workshop = Workshop(
            self.folder, by=self.facts.get("by", ""), command="plenary sort", clock=self.clock, disk=self.disk
        )
        session, name = workshop.session(), self.other.get("question", "")
        only = named_question(workshop, session, name) if name else None
        SortingConversation(workshop, session, self, only=only).run()

    def _happen(self, line: str, keep: Callable[[str], None] | None) -> None:
        what = line.removeprefix("<< ")
        if found := DOES.fullmatch(what):
            self.shown.append(line)
            name, does, about, words = found.groups(default="")
            Sorter(self.folder, name, self.clock).do(does, about, words)
        elif what == "a copy is made":
            self.shown.append(line)
            shutil.copytree(self.folder, self._copy)
        elif found := DOES.fullmatch(what.removeprefix("in the copy, ")):
            self.shown.append(line)
            name, does, about, words = found.groups(default="")
            Sorter(self._copy, name, self.clock).do(does, about, words)
        elif what == "the copy is taken in":
            self.shown.append(line)
            take_in(Workshop(self.folder, clock=self.clock), self._copy)
        elif what.startswith("a sheet of "):
            self.shown.append(line)
            import_sheet(self.folder, what.removeprefix("a sheet of "), self.clock)
        else:
            super()._happen(line, keep)


class Sorter:
    """Somebody who sorts at another laptop for a moment."""

    def __init__(self, folder: Path, name: str, clock: Callable[[], str]) -> None:
        self.workshop = Workshop(folder, by=name, command="plenary sort", clock=clock)
        self.session = self.workshop.session()
        self.themes, self.said = Themes(self.workshop, self.session), Feedback(self.workshop, self.session)

    def do(self, does: str, about: str, words: str) -> None:
        """One of the things that `DOES` names."""
        if does == "puts":
            self._put(self.point(about), words)
        elif does == "parks":
            self.themes.park(self.point(about).id, words)
        elif does == "says unique":
            self.themes.unique(self.point(about).id)
        elif does == "moves":
            self.said.move_point(self.point(about), self._question(words).id, self.point(about).group)
        elif does in MARKS:
            kind, key = MARKS[does]
            self.said.mark(self.point(about), kind, {key: words})
        else:
            self._change(does, about, words)

    def _change(self, does: str, about: str, words: str) -> None:
        sortings = themes_of(self.workshop, self.session)
        theme = named_theme(sortings, about)[1]
        if does == "renames":
            self.themes.rename(theme, words)
        elif does == "merges":
            self.themes.merge([theme, named_theme(sortings, words)[1]])
        else:
            self.themes.delete(theme)

    def _put(self, point: Point, title: str) -> None:
        question = next(q for q in sortable(self.workshop, self.session) if q.id == point.question)
        there = next((t for t in self.themes.sorting(question).themes if t.title == title), None)
        if there:
            self.themes.put(point.id, there.id)
        else:
            self.themes.open(question, title, [point.id])

    def _question(self, code: str) -> Question:
        return next(q for q in self.workshop.exercise(self.session).walk() if q.code == code)

    def point(self, code: str) -> Point:
        """The point with that code."""
        return next(point for point in self.said.points() if point.code.partition(" ")[0] == code)


def import_sheet(folder: Path, name: str, clock: Callable[[], str]) -> None:
    """Take in a sheet of the example, as `feedback import` does."""
    workshop = Workshop(folder, command="feedback import", clock=clock)
    session = workshop.session()
    said, path = Feedback(workshop, session), EXAMPLE / "feedback" / f"{name}.yaml"
    document = sheets.read_document(path.read_bytes(), path.name, sheets.format_of(path.name, ""), "")
    reader = sheets.SheetReader(
        workshop.exercise(session),
        seating.group_count(workshop, session),
        said.offered,
        group="",
        codes=sheets.Past(said).codes(),
    )
    sheets.record_sheets(said, reader.read(document), dry=False)
    workshop.sitting.close()
