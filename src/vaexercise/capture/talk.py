"""What all prompts of one conversation share: who talks for which group, in which language, and how a line is saved."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from vaexercise.capture.draft import Draft, Place
from vaexercise.errors import NotSaved, Refused
from vaexercise.model.groups import PLENARY
from vaexercise.model.text import shortened
from vaexercise.workshop.answers.signing import refuse_if_signed
from vaexercise.workshop.answers.trail import trails
from vaexercise.workshop.answers.whereabouts import last_question
from vaexercise.workshop.log import undoing
from vaexercise.workshop.log.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vaexercise.capture.consoles.console import Console
    from vaexercise.model.exercise import Exercise
    from vaexercise.model.feedback import Answer, Point
    from vaexercise.model.question import Question
    from vaexercise.record.revision import Revision
    from vaexercise.workshop.answers.feedback import Feedback
    from vaexercise.workshop.workshop import Workshop

T = TypeVar("T")


class Talk:
    """One rapporteur, one group (or the plenary), one session.

    `language` is that of the prompts, `spoken` that of what is typed (empty: the exercise's own); `via` is how it
    comes in. `seen` are the points that this conversation has shown or made; a `notice` is said before the next prompt.
    `undone` counts the steps that were taken back.
    """

    def __init__(
        self,
        feedback: Feedback,
        group: str,
        console: Console,
        *,
        members: Sequence[str] = (),
        language: str = "",
        via: str = "terminal",
    ) -> None:
        self.feedback, self.group, self.console = feedback, group, console
        self.exercise: Exercise = feedback.workshop.exercise(feedback.session)
        self.members, self.language, self.via = members, language or self.exercise.language, via
        self.spoken = ""
        self.seen: set[str] = set()
        self.draft = Draft(self.workshop.folder, self.workshop.sitting.id)
        self.notice = ""
        self.undone = 0
        self._sittings = {self.workshop.sitting.id}
        self._waiting: deque[str] = deque()

    @property
    def workshop(self) -> Workshop:
        """The workshop that is talked about."""
        return self.feedback.workshop

    def all_questions(self) -> tuple[Question, ...]:
        """Those that could be put to the group, in their order."""
        return self.exercise.asked(PLENARY if self.group == PLENARY else "group")

    def questions(self) -> list[Question]:
        """Those that the group is asked now: a follow-up only where its condition holds."""
        self.workshop.log.refresh()
        asked = self.all_questions()
        said = {q.id: self.feedback.response(q, self.group).said for q in asked}
        return [q for q in asked if q.when is None or q.when.holds(said.get(q.when.question, frozenset()))]

    def last_question(self) -> str:
        """The id of the question that this person wrote to last, else anybody of the group."""
        trail = trails(self.workshop, self.feedback.session).get(self.group, ())
        return last_question(self.workshop, trail, str(self.workshop.sitting.about.get("by", "")))

    def is_back(self) -> bool:
        """Whether this person typed for the group before, as far as names say."""
        trail = trails(self.workshop, self.feedback.session).get(self.group, ())
        return str(self.workshop.sitting.about.get("by", "")) in {self.writer_of(revision) for revision in trail}

    def say(self, text: str = "") -> None:
        """Show text."""
        self.console.say(text)

    def place(self, question: str, blank: str = "", point: str = "") -> Place:
        """Where a line that is being typed belongs."""
        return Place(self.feedback.session.id, self.group, question, blank, point)

    def line(self, prompt: str, before: str = "", *, place: Place | None = None, choices: Sequence[str] = ()) -> str:
        """The line typed at a prompt; until Enter it is kept as a draft of its `place`."""
        if self._waiting:
            waiting = self._waiting.popleft()
            self.say(f"{prompt}{waiting}")
            return waiting
        if self.notice:
            self.say(self.notice)
            self.notice = ""
        keep = partial(self.draft.keep, place) if place else None
        return self.console.ask(prompt, before, choices=choices, keep=keep)

    def type_ahead(self, lines: Sequence[str]) -> None:
        """Lines that answer the next prompts."""
        self._waiting.extendleft(reversed(lines))

    def save(self, write: Callable[[], T], typed: str = "", place: Place | None = None) -> T:
        """Save something, and wait with the rapporteur while the disk is full. What cannot stand stays as a draft.

        Raises `NotSaved` if the rapporteur leaves, `Refused` if the group has signed off meanwhile.
        """
        while True:
            try:
                made = write()
            except NotSaved as error:
                self._wait(error, typed, place)
            except Refused:
                if place:
                    self.leave(typed, place)
                raise
            else:
                self.draft.clear()
                return made

    def _wait(self, error: NotSaved, typed: str, place: Place | None) -> None:
        """Ask for another try. A line that was typed or pasted ahead waits for its turn."""
        if not self._waiting:
            self.say(str(error))
        try:
            line = self.console.ask("Not saved yet: Enter tries again, :quit leaves> ").strip()
        except EOFError:
            line = ":quit"
        if line.casefold() == ":quit":
            self.leave(typed, place)
            raise error
        if line:
            self._waiting.append(line)
            self.say("   this line waits until there is room")

    def leave(self, typed: str = "", place: Place | None = None) -> None:
        """Say which lines are in no record: one that was `typed`, which stays as a draft, and those that waited."""
        for line in filter(None, [typed, *self._waiting]):
            self.say(f"Not entered: “{shortened(line)}”")
        self._waiting.clear()
        if place and typed:
            self.draft.keep(place, typed)

    def hand_over(self, by: str) -> None:
        """Somebody else types from now on."""
        self.draft.clear()
        self.workshop.hand_over(by)
        self.draft = Draft(self.workshop.folder, self.workshop.sitting.id)
        self._sittings.add(self.workshop.sitting.id)

    def undo(self) -> str:
        """Take back what this conversation saved last, and say it in words. Raises `Refused`."""
        self.workshop.log.refresh()
        refuse_if_signed(self.workshop, self.feedback.session, self.group)
        found = [step for step in undoing.steps(self.workshop) if step.sitting in self._sittings]
        if not found:
            return "Nothing of this conversation is left to undo."
        revisions = found[0].revisions
        telling = [r for r in revisions if not r.slot.startswith("order/")] or revisions
        said = [self._undone(revision) for revision in telling]
        self.save(lambda: undoing.undo(self.workshop, found[:1]))
        self.undone += 1
        return "\n".join(said)

    def _undone(self, revision: Revision) -> str:
        """What is taken back, in words: what was new in it, or what is there again; private words are not said."""
        wording, slot, fold = Wording(self.workshop), revision.slot, self.workshop.fold
        name, (kind, _, target) = wording.slot(slot), slot.partition("/")
        before = next((fold.revisions[key].body for key in revision.parents if key in fold.revisions), {})
        if kind in ("point", "answer") and fold.body(f"private/{target}"):
            return f"Taken back: the last change of {name}, which is private"
        if before and not revision.body:
            return f"Taken back: {name} is there again: {wording.content(slot, before)}"
        if not before:
            return f"Taken back: {name}: {wording.content(slot, revision.body)}"
        new, old = wording.differences(slot, [revision.body, before])
        return f"Taken back: {name}: not “{new}” but “{old}” again"

    def is_ours(self, revision: Revision) -> bool:
        """Whether this conversation wrote it."""
        return revision.sitting in self._sittings

    def writer(self, said: Point | Answer) -> str:
        """Who typed a point or an answer as it stands, if it is known."""
        found = [self.workshop.fold.revisions[version] for version in said.versions]
        return self.writer_of(found[0]) if found else ""

    def writer_of(self, revision: Revision) -> str:
        """Who typed it, if it is known."""
        return str(self.workshop.fold.body(f"sitting/{revision.sitting}").get("by", ""))
