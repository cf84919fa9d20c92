"""Asks a question whose form repeats: each time it is filled in is a point."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vaexercise.capture.asking import Asking
from vaexercise.capture.bulk import spans
from vaexercise.capture.company import VERSION, Company
from vaexercise.capture.marking import hide
from vaexercise.capture.rearranging import REARRANGING
from vaexercise.errors import Refused, Unreadable
from vaexercise.model.feedback import Point
from vaexercise.model.form import is_asked, is_filled, shown
from vaexercise.model.telling import told
from vaexercise.questions.reading import read_typed
from vaexercise.workshop.answers.responses import code_stem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vaexercise.capture.talk import Talk
    from vaexercise.model.feedback import Answer
    from vaexercise.model.form import Blank, Value
    from vaexercise.model.question import Question


MOST_SHOWN, LAST_SHOWN = 8, 3


def _nothing(point: Point) -> str:  # noqa: ARG001  what stands in a blank that nobody filled in yet
    return ""


class PointAsking(Asking):
    """Point after point, and blank after blank of each; every line is saved before the next is asked for."""

    def __init__(self, talk: Talk, question: Question, everywhere: Mapping[str, Callable[[str], None]]) -> None:
        super().__init__(talk, question, everywhere)
        self.stem = code_stem(self.feedback.session, self.group, question)
        self.last = ""
        self._wrote: dict[tuple[str, str], Value] = {}
        self._changed: dict[str, Point] = {}
        self._refused: Mapping[str, Value] = {}
        self._company = Company(self)
        self.commands |= {name: self._rearranged(name) for name in REARRANGING}
        self.commands |= {"star": self.star, "keep": self._company.keep}
        self.commands |= {blank.name: self._detailed(blank) for blank in self.form.extras}

    def run(self, *, resuming: bool = False) -> None:
        """Ask for points until an empty line."""
        points = self.response().points
        if points:
            self._show_last(points)
        if resuming and points:
            self._fill(points[-1], self._unreached(points[-1]))
        first, *others = self.form.blanks
        while (value := self.value(first, self._prompt)) != "":
            values: Mapping[str, Value] = {first.name: value}
            if self._was_withdrawn(values):
                continue
            point = self.add(values, typed=str(value))
            self.say(f"   saved as {point.code}")
            self._fill(point, others)
        self._count()

    def _unreached(self, point: Point) -> list[Blank]:
        """The blanks after the last that is filled; one before it was left empty."""
        filled = [place for place, blank in enumerate(self.form.blanks) if is_filled(blank, point.values)]
        return list(self.form.blanks[max(filled, default=-1) + 1 :])

    def _was_withdrawn(self, values: Mapping[str, Value]) -> bool:
        """Whether these words were withdrawn, and are not typed for the second time in a row."""
        self.talk.workshop.log.refresh()
        code = self.feedback.withdrawn_as(self.question, self.group, values)
        again, self._refused = values == self._refused, values
        if not code or again:
            return False
        self.talk.draft.clear()
        self.say(f"The same words were withdrawn as {code}, and are not saved. If they are meant, type them once more.")
        return True

    def add(self, values: Mapping[str, Value], typed: str = "") -> Point:
        """Save a new point. Words that were withdrawn have been asked about by now."""
        [point] = self.talk.save(
            lambda: self.feedback.anyway().add_points(
                self.question, self.group, [values], languages=[self.talk.spoken], via=self.talk.via
            ),
            typed,
            self.place(self.form.blanks[0]),
        )
        self.last = point.id
        self.talk.seen.add(point.id)
        return point

    def _prompt(self) -> str:
        """The number that the next point's code will have; news of colleagues come before it."""
        self.talk.workshop.log.refresh()
        self._company.tell()
        label = f" {self._name(self.form.blanks[0], '')}".rstrip()
        spoken = f" [{self.talk.spoken}]" if self.talk.spoken else ""
        return f"{self.feedback.next_number(self.question, self.group)}{spoken}{label}> "

    def _name(self, blank: Blank, otherwise: str) -> str:
        """The words of a blank in a prompt; something shorter where it is the only one, or repeats the question."""
        alone = len(self.form.blanks) == 1 or blank.label == self.question.prompt
        return otherwise if alone else self.label(blank)

    def _is_here(self, point: Point) -> bool:
        return any(one.id == point.id for one in self.response().points)

    def _fill(self, point: Point, blanks: list[Blank]) -> None:
        """Ask for the rest of a point; then say what is missing, which stops nobody."""
        for blank in blanks:
            if is_asked(blank, point.values):
                point, more = self._part(point, blank, f"   {self.label(blank)}> ")
                if more != "":
                    point = self.change(point, blank, more)
                    self.say(f"   {self.understood(blank, more) or 'saved'}")
        if blanks and self._is_here(point):
            for notice in self.question.notices(point.values, self.language):
                self.say(f"   {notice}")

    def _part(
        self, point: Point, blank: Blank, words: str, before: Callable[[Point], str] = _nothing
    ) -> tuple[Point, Value]:
        """The point, as a command may have changed it while it was asked for, and what is typed into a blank of it."""
        known = self._changed.get(point.id)

        def now() -> Point:
            changed = self._changed.get(point.id)
            return point if changed is None or changed is known else changed

        value = self.value(blank, partial(self._prompt_in, point, words), lambda: before(now()), point=point.id)
        return now(), value

    def _prompt_in(self, point: Point, words: str) -> str | None:
        """A prompt for a part of a point, as long as that is here."""
        return words if self._is_here(point) else None

    def change(self, point: Point, blank: Blank, value: Value) -> Point:
        """Save a blank of a point."""
        base = self._base(point, blank)
        self._wrote[point.id, blank.name] = value
        self._changed[point.id] = self.talk.save(
            lambda: self.feedback.change_point(base, {**base.values, blank.name: value}),
            str(value),
            self.place(blank, point.id),
        )
        return self._changed[point.id]

    def _base(self, point: Point, blank: Blank) -> Point:
        """A point as it is now; as it was, if that would hide what somebody else wrote meanwhile."""
        now = next((one for one in self.feedback.points() if one.id == point.id), point)
        ours = (point.values.get(blank.name, ""), self._wrote.get((point.id, blank.name)))
        one = len(now.versions) == 1 or now.versions == point.versions
        return now if one and now.values.get(blank.name, "") in ours else point

    def _count(self) -> None:
        """Say what there is, if it is less or more than hoped for: a notice, never a door."""
        response, form = self.response(), self.form
        count = len(response.points)
        if response.state == "open":
            self.say("Left open. If the group has nothing to say, go :back and type :nothing.")
        elif 0 < count < form.least:
            self.say(f"{count} entered; {form.least} were hoped for.")
        elif form.most and count > form.most:
            self.say(f"{count} entered; {form.most} at most were hoped for. All are kept.")

    def _show_last(self, points: tuple[Point, ...]) -> None:
        """All points, or of many the last ones: a screen reader would read them all."""
        if len(points) <= MOST_SHOWN:
            self.show()
            return
        self.talk.seen.update(point.id for point in points)
        self.say(f"{len(points)} points are here; :list shows them all. The last ones:")
        for point in points[-LAST_SHOWN:]:
            self.say(self.line(point))

    def show(self) -> None:
        """Each point after the number by which commands know it."""
        points = self.response().points
        self.talk.seen.update(point.id for point in points)
        if not points:
            self.say("Nothing is entered yet.")
        for point in points:
            self.say(self.line(point))

    def line(self, point: Point) -> str:
        """A point after its number, with its marks."""
        words = told(self.question, point, self.language, why=True)
        return f"{self.number(point)}. {words}  [{point.code}]"

    def number(self, point: Point) -> str:
        """The last part of a point's code, as people say it: `4` of `G2-Q3-04`; `Q1-4` where it came from elsewhere."""
        code, _, _ = point.code.partition(" ")
        stem, _, last = code.rpartition("-")
        bare = last.lstrip("0").casefold()
        return bare if stem == self.stem else f"{stem.rpartition('-')[2]}-{bare}"

    def is_number(self, word: str) -> bool:
        """Whether commands know a point by this word."""
        return word.isdecimal() or self.named(word) is not None

    def named(self, word: str) -> Point | None:
        """The point with that number or code."""
        wanted = word.casefold()
        points = self.response().points
        return next((p for p in points if wanted in (self.number(p).casefold(), p.code.casefold())), None)

    def addressed(self, command: str, argument: str) -> tuple[Point | None, str]:
        """The point whose number begins the argument, else the last one; and the other words."""
        points = self.response().points
        word, _, rest = argument.partition(" ")
        if word and self.is_number(word):
            point = self.named(word)
            if point is None:
                self.say(f"There is no point {word:.40} here.{self._instead(command, word, points)}")
            return point, rest.strip()
        last = next((p for p in points if p.id == self.last), points[-1] if points else None)
        if last is None:
            self.say("There is no point here yet.")
        return last, argument

    def _instead(self, command: str, word: str, points: tuple[Point, ...]) -> str:
        """What to say in place of a number that no point has; one that two have got letters at a merge."""
        twins = [self.number(p) for p in points if self.number(p)[:-1] == word and self.number(p)[-1].isalpha()]
        if twins:
            return f" It is {' or '.join(twins)}: two laptops had given the same code."
        return f" Say :{command} {self._numbers(points)}." if points else ""

    def _numbers(self, points: tuple[Point, ...]) -> str:
        """The number of the only point, or all in words: `and one of 1 to 4, 7`."""
        numbers = [self.number(point) for point in points]
        others = dict.fromkeys(number for number in numbers if not number.isdecimal())
        words = ", ".join(filter(None, [spans([int(n) for n in numbers if n.isdecimal()]), *others]))
        return words if len(set(numbers)) == 1 else f"and one of {words}"

    def _alone(self, command: str, argument: str) -> Point | None:
        """The point that a command without other words is about."""
        point, rest = self.addressed(command, argument)
        if point is not None and rest:
            self.say(f"Say only which: :{command} {self._numbers(self.response().points)}.")
            return None
        return point

    def star(self, argument: str) -> None:
        """Make a point a headline, or no longer; several numbers mean one after the other."""
        words = argument.replace(",", " ").split()
        several = len(words) > 1 and all(map(self.is_number, words))
        for word in words if several else [argument]:
            self._star(word)

    def _star(self, argument: str) -> None:
        if point := self._alone("star", argument):
            self.talk.save(lambda: self.feedback.star(point, on=not point.star))
            self.say(f"{_bare(point.code)} is {'no longer' if point.star else 'now'} a headline.")
            stars = len({one.id for one in self.response().points if one.star})
            if not point.star and 0 < self.question.headline < stars:
                self.say(f"{stars} headlines here; {self.question.headline} at most were hoped for.")

    def delete(self, argument: str) -> None:
        """Delete a point that is named: of all commands only this one never takes the last by itself."""
        points = self.response().points
        point = self.named(argument) if argument else None
        if point is None:
            known = f"Say which: :delete {self._numbers(points)}." if points else "There is no point here yet."
            self.say(known)
            return
        self.talk.save(lambda: self.feedback.delete_point(point))
        self.say(f"Deleted {self.line(point)}")

    def edit(self, argument: str) -> None:
        """Ask each blank again and save it at Enter; an empty line leaves it as it was."""
        if point := self._alone("edit", argument):
            for blank in self.form.blanks:
                point = self._edited(point, blank)
            if point.private:
                hide(self)

    def _edited(self, point: Point, blank: Blank) -> Point:
        def before(now: Point) -> str:
            return shown(blank, now.values[blank.name], self.language) if is_filled(blank, now.values) else ""

        point, value = self._part(point, blank, f"{self._name(blank, point.code)}> ", before)
        if value in ("", point.values.get(blank.name)):
            return point
        was_here = self._is_here(point)
        changed = self.change(point, blank, value)
        if not was_here:
            self.say("   Somebody else took it away meanwhile; with your words it is here again.")
        self.say(": ".join(filter(None, [f"   saved {_bare(point.code)}", self.understood(blank, value)])))
        self._company.tell()
        return changed

    def set_language(self, entry: Point | Answer, language: str) -> None:
        """Say in which language a point is."""
        if isinstance(entry, Point):
            self.refuse_versions(entry)
            self.talk.save(lambda: self.feedback.change_point(entry, entry.values, language))

    def refuse_versions(self, point: Point) -> None:
        """Raise `Refused` for a point with several versions: a change of one would hide the others."""
        if VERSION in point.code:
            code, number = _bare(point.code), self.number(point)
            raise Refused(reason=f"{code} has several versions. Keep one first, such as :keep {number} 1")

    def _detailed(self, blank: Blank) -> Callable[[str], None]:
        """Adds a detail to a point; of a single word after the command, a choice is meant and not a point."""

        def detail(argument: str) -> None:
            chosen = bool(blank.choices) and len(argument.split()) == 1
            point, words = self.addressed(blank.name, "" if chosen else argument)
            if point is not None:
                self._detail(point, blank, argument if chosen else words)

        return detail

    def _detail(self, point: Point, blank: Blank, words: str) -> None:
        try:
            value = read_typed(blank, words, self.language) if words else ""
        except Unreadable as error:
            self.say(f"{error} Nothing was entered.")
            return
        if value in ("", ()):
            self.explain(blank)
            example = "2, or for a point that is not the last :{0} 3 2" if blank.choices else "3 and the words"
            self.say(f"Say it after the command: :{blank.name} {example.format(blank.name)}.")
            return
        self.refuse_versions(point)
        self.change(point, blank, value)
        self.say(f"{point.code}, {self.label(blank)}: {shown(blank, value, self.language)}")

    def _rearranged(self, name: str) -> Callable[[str], None]:
        return lambda argument: REARRANGING[name](self, argument)


def _bare(code: str) -> str:
    """A code without which of several versions it is."""
    return code.partition(VERSION)[0]
