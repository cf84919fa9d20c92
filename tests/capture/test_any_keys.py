"""Whatever is typed, and whatever happens meanwhile: no traceback, and the log holds exactly what was acknowledged."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from colleague import Colleague
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from stage import Stage, workshop_for

from vaexercise.capture.commands import COMMANDS, understand
from vaexercise.capture.conversation import Conversation
from vaexercise.capture.talk import Talk
from vaexercise.errors import ExerciseError, NotSaved
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vaexercise.capture.draft import Place
    from vaexercise.model.form import Blank, Form
    from vaexercise.model.question import Question

CODE = re.compile(r"[A-Z0-9]+-Q\w+-\d+")
ENTERED = re.compile(rf"   saved as ({CODE.pattern})")
CHANGED = re.compile(rf"   saved ({CODE.pattern})(?:: .*)?")
DELETED = re.compile(rf"Deleted .*\[({CODE.pattern})[^\]]*\]")
KEPT = re.compile(rf"Kept: .*\[({CODE.pattern})[^\]]*\]")
SPLIT = re.compile(rf"({CODE.pattern})[^:]*: (.*)")
WORDS = ("text", "line")

HOSTILE = (
    "\x1b[2J",
    "[/b]",
    "=1+1",
    "\u202e\u202c",
    "a\tb",
    "ខ្មែរ 👩‍🦽",
    "::) drawn",
    ": star",
    "9" * 5000,
    "x" * 3000,
    "“Not entered”",
    "   saved as G1-Q1-01",
)
ARGUMENTS = (
    "",
    "1",
    "2",
    "3",
    "99",
    "G1-Q1-01",
    "G1-Q2-01",
    "Q1",
    "Q2",
    "Q4",
    "Q13",
    "q-overcome",
    "1 Q4",
    "2 Q2a",
    "1 b",
    "2 no",
    "fr",
    "1 fr",
    "1 2",
    "2 1",
    "1 divided",
    "drop",
    "-1",
    "٢",
    "Bo",
    *HOSTILE,
)
ANSWERS = ("1", "2", "yes", "1,2", "2,1,3", "12", "3.5", "1-3 yes", "all no", "rest unknown", "partly", "a b c", "no")
MEANWHILE = (
    "adds",
    "changes",
    "deletes",
    "answers",
    "signs off",
    "reopens",
    "the disk is full",
    "the disk has room",
    "killed",
    "killed while typing: some wor",
    "closed",
    "20 minutes later",
)

FITTING = (
    ":delete 1",
    ":delete 2",
    ":edit 1",
    ":edit",
    ":undo",
    ":split 1 b",
    ":move 1 Q4",
    ":keep 1 1",
    ":keep 1 2",
    ":star 1",
    ":private 1 x",
    ":draft",
    ":reorder 2 1",
    ":lang fr",
    ":kind 1 1",
    ":agree divided",
)
"""Commands that do something where there are points."""

arguments = st.sampled_from(ARGUMENTS)
commands = st.builds(":{} {}".format, st.sampled_from([*COMMANDS, "kind", "example", "stra"]), arguments)
words = st.one_of(
    st.sampled_from(["a b c", "No budget line", "b", "because of b"]),
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=12),
)
moves = st.sampled_from([":next", ":jump Q2", ":jump Q3", ":jump Q10", ":jump Q11", ":jump Q16", ":back", ""])
fitting = st.sampled_from(FITTING)
typed = st.one_of(words, words, fitting, fitting, commands, st.sampled_from(ANSWERS), moves).map(
    lambda line: f">> {line}"
)
happens = st.tuples(st.sampled_from(MEANWHILE), st.integers(0, 9)).map(lambda one: f"<< {one[0]}|{one[1]}")
single = st.one_of(typed, typed, typed, happens).map(lambda line: [line])
clash = words.map(lambda line: [">> b", ">> :edit 1", "<< changes|0", f">> {line}"])
full = st.lists(st.one_of(typed, st.just(">> : quit")), max_size=4).map(
    lambda lines: ["<< the disk is full|0", ">> waits", *lines, "<< the disk has room|0"]
)
scripts = st.lists(st.one_of(single, single, single, single, clash, full), min_size=8, max_size=30).map(
    lambda parts: [line for part in parts for line in part]
)


class Heard(Talk):
    """A talk that a player listens to."""

    player: Player

    def line(self, prompt: str, before: str = "", *, place: Place | None = None, choices: Sequence[str] = ()) -> str:
        """The line that was typed, once what was typed before it has been answered."""
        self.player.check()
        self.player.at = place
        line = super().line(prompt, before, place=place, choices=choices)
        self.player.hears(line, place)
        return line


class Player(Stage):
    """Types a script, keeps a model of what was acknowledged, and compares it with what another reader finds.

    `model` has the words of each point by its code: None where nobody can say which. `beside` has what a colleague
    put there while the same words were being changed here: the other version.
    """

    def __init__(self, folder: Path, lines: Sequence[str]) -> None:
        super().__init__(folder, "")
        self.script.extend(lines)
        self.reader = Workshop(folder)
        self.feedback = Feedback(self.reader, self.reader.session())
        self.asked = {q.id: q for q in self.reader.exercise(self.reader.session()).walk()}
        self.model: dict[str, str | None] = {}
        self.open: str | None = None
        self.changing: tuple[Place, str] | None = None
        self.splitting = False
        self.waiting: list[str] = []
        self.at: Place | None = None
        self.beside: dict[str, tuple[str, Place]] = {}

    # -- what is typed

    def typed(self, line: str, prompt: str, before: str, choices: Sequence[str]) -> str:
        """The line; one that has to wait for room on the disk is remembered."""
        if prompt.startswith("Not saved yet") and line.strip() and line.strip().casefold() != ":quit":
            self.waiting.append(line.strip())
        return super().typed(line, prompt, before, choices)

    def hears(self, line: str, place: Place | None) -> None:
        """Remember a line that has to be answered: the words of a new point, or of one that is changed."""
        if self.waiting and line == self.waiting[0]:
            self.waiting.pop(0)
        self.open, self.changing, self.splitting = None, None, line.casefold().lstrip().startswith(":split")
        form = self.form(place) if place else None
        text = understand(line, [blank.name for blank in form.extras] if form else ()).text
        if place and form and form.repeats and text:
            if place.point:
                self.changing = (place, text)
            else:
                self.open = text

    def form(self, place: Place) -> Form:
        """The form that a line is typed into."""
        question = self.asked[place.question]
        return question.form(self.feedback.offered(question))

    def first(self, place: Place) -> Blank:
        """The first blank of a form."""
        return self.form(place).blanks[0]

    # -- what is said

    def say(self, text: str = "") -> None:
        """Take what is acknowledged into the model."""
        super().say(text)
        for line in text.split("\n"):
            self.takes(line)

    def takes(self, line: str) -> None:
        """One line that was said."""
        if "Nothing was entered" in line or line.startswith(("Not entered: “", "Did you mean :")):
            self.open = None
            if self.waiting and line.startswith(f"Not entered: “{self.waiting[0][:20]}"):
                self.waiting.pop(0)
        elif (found := ENTERED.fullmatch(line)) and self.open is not None:
            self.model[found[1]], self.open = self.open, None
        elif (found := CHANGED.fullmatch(line)) and self.changing:
            self.changed(found[1], *self.changing)
        elif self.splitting and (found := SPLIT.fullmatch(line)):
            self.model[found[1]] = found[2]
        else:
            self.takes_back(line)

    def changed(self, code: str, place: Place, text: str) -> None:
        """A point was changed; what a colleague wrote before it was asked for is replaced."""
        if place.blank == self.first(place).name:
            self.model[code] = text
        if self.beside.get(code, ("", place))[1] is not place:
            del self.beside[code]

    def takes_back(self, line: str) -> None:
        """A line that says that something is gone, or is as before: then nobody can say which words it has."""
        if found := DELETED.fullmatch(line):
            del self.model[found[1]]
            self.beside.pop(found[1], None)
        elif found := KEPT.fullmatch(line):
            self.model[found[1]] = None
            self.beside.pop(found[1], None)
        elif line.startswith("Taken back: "):
            self.model = dict.fromkeys(self.found())
            self.beside.clear()

    # -- what is there

    def found(self) -> dict[str, list[Mapping[str, object]]]:
        """The versions of each point by its code."""
        self.reader.log.refresh()
        points: dict[str, list[Mapping[str, object]]] = {}
        for point in self.feedback.points():
            points.setdefault(point.code.partition(" ")[0], []).append(point.values)
        return points

    def check(self) -> None:
        """Everything that was typed as a point has been answered; and there is what was acknowledged, and no more."""
        assert self.open is None, f"not answered: {self.open}"
        points = self.found()
        assert points.keys() == self.model.keys()
        for code, text in self.model.items():
            firsts = [value for version in points[code] for value in version.values()]
            assert text is None or text in firsts or not self.is_words(points[code]), (code, text, firsts)
            assert code not in self.beside or self.beside[code][0] in firsts, (code, self.beside, firsts)

    def is_words(self, versions: list[Mapping[str, object]]) -> bool:
        """Whether a point begins with words: those of a map are choices."""
        return all("item" not in version for version in versions)

    # -- what happens meanwhile

    def _happen(self, line: str, keep: Callable[[str], None] | None) -> None:
        what, _, number = line.removeprefix("<< ").partition("|")
        if what in MEANWHILE[:6]:
            self.shown.append(line)
            self.colleague(what, int(number))
        else:
            super()._happen(f"<< {what}", keep)

    def colleague(self, does: str, number: int) -> None:
        """Somebody else does something to one of the points, if there is one and the group has not signed off."""
        points = [code for code, versions in self.found().items() if all("text" in v for v in versions)]
        asked = [q.code for q in self.asked.values() if q.per == "group" and q.kind in ("points", "checklist")]
        code = points[number % len(points)] if points else ""
        where = code if does in ("changes", "deletes") else asked[number % len(asked)]
        if not where or (does == "adds" and self.of(where).kind != "points"):
            return
        before, text = self.found().keys(), f"Bo {len(self.shown)} = yes"
        try:
            Colleague(self.folder, "Bo", self.group, self.clock).do(does, where, text)
        except ExerciseError:
            return
        if does == "changes":
            self.model[code] = text
            self.beside.pop(code, None)
            if self.at and self.at.point in {point.id for point in self.feedback.points() if point.code == code}:
                self.beside[code] = (text, self.at)
        if does == "deletes":
            self.beside.pop(code, None)
        for gone in before - self.found().keys():
            del self.model[gone]
        self.model |= dict.fromkeys(self.found().keys() - before)

    def of(self, code: str) -> Question:
        """The question with that code."""
        return next(question for question in self.asked.values() if question.code == code)

    def _run(self) -> None:
        workshop = Workshop(self.folder, by="Amara", clock=self.clock, disk=self.disk)
        talk = Heard(Feedback(workshop, workshop.session()), self.group, self, members=["Amara"])
        talk.player, self.open, self.waiting = self, None, []
        try:
            Conversation(talk).run()
        except NotSaved:
            self.check()
            assert not self.waiting
            raise
        self.check()
        assert not self.waiting


def play(whole: Path, lines: Sequence[str]) -> None:
    """Play a script in a copy of a workshop."""
    with tempfile.TemporaryDirectory() as folder:
        player = Player(Path(shutil.copytree(whole, Path(folder) / "workshop")), lines)
        player.play()
        player.open = None
        player.check()


@pytest.fixture(scope="module", params=["", "every-kind"], ids=["va-monitoring", "every-kind"])
def whole(request: pytest.FixtureRequest, made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workshop with nothing said yet."""
    return workshop_for(request.param, made_once, tmp_path_factory.mktemp("keys"))


EDITED_WHILE_FILLED = [
    *(">> a", ">> a b c", ">> a b c", ">> :jump Q16", ">> :back", ">> b", ">> :edit 1", "<< changes|0"),
    *(">> a b c", ">> a b c", ">> No budget line"),
]
"""A point is edited, by a colleague too, while its other blanks are asked for."""

EDITED_WHILE_EDITED = [
    *(">> a", ">> a b c", ">> a b c", ">> :jump Q16", ">> :back", ">> b", ">> a", ">> :edit 1", ">> :edit 1"),
    *("<< changes|0", ">> a b c", ">> No budget line", ">> b", ">> a b c"),
]
"""The same while it is being edited already."""


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(lines=scripts)
@example(lines=EDITED_WHILE_FILLED)
@example(lines=EDITED_WHILE_EDITED)
def test_any_lines(whole: Path, lines: list[str]) -> None:
    """Any lines and commands, colleagues, crashes and full disks: the log is what was acknowledged."""
    play(whole, lines)


@pytest.mark.slow
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(lines=scripts)
def test_any_lines_many_times(whole: Path, lines: list[str]) -> None:
    """The same, many times."""
    play(whole, lines)
