"""Proposals: points of several groups that may say the same, each accepted, changed or refused by people."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from vaexercise.capture.sorting.commands import AT_PROPOSAL, understand
from vaexercise.errors import Refused
from vaexercise.model.text import clean_line, counted
from vaexercise.plenary.clusters import TIGHTEST, cut_at
from vaexercise.plenary.ranking import confidence, of_proposal
from vaexercise.workshop.plenary.themes_in_words import groups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from vaexercise.capture.sorting.changing import Changing
    from vaexercise.capture.sorting.commands import Typed
    from vaexercise.capture.sorting.shapes import Shape
    from vaexercise.capture.sorting.table import Table
    from vaexercise.plenary.similarity import Matcher

_IDENTICAL = "near-identical"


_UNDECIDED = {
    "drop": "points left out",
    "opposes": "marks of what opposes",
    "split": "a proposal split",
    "later": "a proposal put off",
    "tighter": "smaller proposals",
    "looser": "larger proposals",
    "points": "no more proposals",
}
"""What commands do to proposals that decides nothing yet, as it is said when it is taken back."""


class Found(NamedTuple):
    """Clusters of points by the matcher that found them, the steps it was tighter, and `among` which points."""

    matcher: Matcher
    tighter: int
    among: frozenset[str]
    clusters: tuple[tuple[str, ...], ...]


class Proposing:
    """Puts the proposals of a question to people, the best first, until each is decided or left alone."""

    def __init__(self, table: Table, changing: Changing) -> None:
        self.table, self.changing = table, changing
        self._found: Found | None = None
        self._shown: tuple[str, ...] = ()
        self._does: Mapping[str, Callable[[tuple[str, ...], str], None]] = {
            "accept": lambda members, _: self._accept(members, *self.table.titles(members)[:1]),
            "title": self._accept,
            "drop": self._drop,
            "opposes": self._oppose,
            "split": self._split,
            "later": lambda members, _: self._ask_later(members),
            "no": lambda members, _: self._refuse(members),
            "tighter": lambda _, __: self._cut(1),
            "looser": lambda _, __: self._cut(-1),
            "all": lambda _, __: self._accept_identical(),
            "points": lambda _, __: self._change(over=True),
        }

    @property
    def _shape(self) -> Shape:
        return self.changing.shapes.now

    def _change(self, **fields: Any) -> None:  # noqa: ANN401  fields of a shape
        self.changing.shapes.now = self._shape._replace(**fields)

    def run(self) -> None:
        """Ask about each proposal. Raises `Leave`, `Go`, and `EOFError`."""
        self._shown = ()
        queue = [] if self._shape.over else self.queue()
        if queue:
            points = f"{len({key for members in queue for key in members})} of {len(self.table.sorting.left)} left"
            self.table.say(f"{counted(len(queue), 'proposal')}, with {points}. Enter accepts, n refuses, ? shows more.")
        while not self._shape.over and not self.changing.wanted and (queue := self.queue()):
            self._ask(queue[0])
            self.table.look()

    # -- what is proposed

    def queue(self) -> list[tuple[str, ...]]:
        """The proposals that are open, the surest first; what people put apart by hand comes before them."""
        matcher = self.table.matcher
        if matcher is None:
            return []
        left = set(self.table.sorting.left) - set(self.table.sorting.contested)
        pieces = [tuple(key for key in piece if key in left) for piece in self._shape.pieces]
        by_hand = {key for piece in pieces for key in piece}
        found = [tuple(key for key in one if key in left) for one in self._clusters(matcher) if by_hand.isdisjoint(one)]
        several = [one for one in found if len(self.table.sorting.groups(one)) > 1]
        place = {point.id: number for number, point in enumerate(self.table.sorting.points)}
        several.sort(key=lambda one: (-_closest(matcher, one), -len(one), place[one[0]]))
        refused = self.table.themes.refusals(self.table.sorting.question)
        asked = [one for one in (*pieces, *several) if len(one) > 1 and not self._is_settled(one, refused)]
        return sorted(asked, key=lambda one: frozenset(one) in self._shape.later)

    def _is_settled(self, members: Sequence[str], refused: Iterable[frozenset[str]]) -> bool:
        """Whether people changed this proposal into another, or refused it, or one with these points and more."""
        return frozenset(members) in self._shape.changed or any(known.issuperset(members) for known in refused)

    def _clusters(self, matcher: Matcher) -> tuple[tuple[str, ...], ...]:
        """What the matcher finds among the points that are left, but for those that are more like a theme."""
        sorting, found = self.table.sorting, self._found
        if found is None or found[:2] != (matcher, self._shape.tighter) or not found.among.issuperset(sorting.left):
            clusters = matcher.clusters(cut_at(self._shape.tighter), sorting.left)
            themes = {theme.id: theme.points for theme in sorting.themes}
            there = [tuple(key for key in one if not _is_nearer(matcher, key, one, themes)) for one in clusters]
            ordered = tuple(self._in_order(one) for one in there)
            self._found = found = Found(matcher, self._shape.tighter, frozenset(sorting.left), ordered)
        return found.clusters

    def _in_order(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Points as they stand in the question: by group."""
        return tuple(point.id for point in self.table.sorting.points if point.id in keys)

    # -- asking

    def _ask(self, members: tuple[str, ...]) -> None:
        self._show(members)
        line = self.table.ask("Title> ")
        typed, before, saved = understand(line, AT_PROPOSAL), self._shape, self.changing.saved()
        try:
            self._answer(members, typed)
        except Refused as error:
            self.table.say(str(error))
        if typed.command == "undo":
            self._shown = self._shown if self._shape == before else ()
        else:
            done = f"{clean_line(line)} ({_UNDECIDED.get(typed.command, '')})"
            self.changing.shapes.keep(before, done, saved, self.changing.saved())

    def _answer(self, members: tuple[str, ...], typed: Typed) -> None:
        titles = self.table.titles(members)
        if typed.reply:
            self.table.say(f"{typed.reply} t before words makes them the title.")
        elif typed.numbers:
            number = typed.numbers[0]
            if len(typed.numbers) > 1 or not 1 <= number <= len(titles):
                self.table.say(f"There are {counted(len(titles), 'title')}. To leave points out: x and their numbers.")
            else:
                self._accept(members, titles[number - 1])
        elif typed.words:
            self._accept(members, typed.words)
        elif typed.command in self._does:
            self._does[typed.command](members, typed.argument)
        else:
            self._shown = () if typed.command in ("view", "list", "help") else self._shown
            self.changing.do(typed, AT_PROPOSAL)

    def _show(self, members: tuple[str, ...]) -> None:
        if self._shown == members:
            return
        self._shown = members
        say, sorting = self.table.say, self.table.sorting
        say(f"\nProposal: {counted(len(members), 'point')} of {groups(sorting, members)}; {self._why(members)}")
        for number, key in enumerate(members, start=1):
            opposes = " (opposes)" if key in self._shape.opposes else ""
            say(f"  {number}. {self.table.line(sorting.point(key))}{opposes}")
        if mark := self._negation(members):
            say(mark)
        titles = self.table.titles(members)
        say(
            "Titles, Enter takes the first:"
            if titles
            else "Its points are too long to be its title: say one in your own words."
        )
        for number, title in enumerate(titles, start=1):
            say(f"  {number}  {title}")

    def _why(self, members: Sequence[str]) -> str:
        """How sure, by the mean of all pairs; and what the two have in common that are most alike."""
        if (matcher := self.table.matcher) is None:
            return ""
        pairs = list(combinations(members, 2))
        mean = sum(matcher.score(*pair) for pair in pairs) / len(pairs)
        best = max(pairs, key=lambda pair: matcher.score(*pair))
        return f"{of_proposal(mean)} ({', '.join(matcher.reason(*best))})"

    def _negation(self, members: Sequence[str]) -> str:
        if (matcher := self.table.matcher) is None:
            return ""
        other = [n for n, key in enumerate(members, start=1) if matcher.differs_in_negation(members[0], key)]
        same = [n for n in range(1, len(members) + 1) if n not in other]
        if not other:
            return ""
        sides = f"{', '.join(map(str, same))} and {', '.join(map(str, other))}"
        return f"!= The negation differs between {sides}: look whether they oppose. ! {other[0]} marks one that does."

    # -- what can be done

    def _accept(self, members: Sequence[str], title: str = "") -> None:
        if not title:
            self.table.say("Say a title: t and its words.")
            return
        self.changing.open(title, members, [key for key in members if key in self._shape.opposes])
        self._change(opposes=frozenset())

    def _accept_identical(self) -> None:
        """Accept all proposals in which every two points are near-identical, and none denies what another says."""
        matcher = self.table.matcher
        found = [one for one in self.queue() if matcher and _is_identical(matcher, one)]
        if not found:
            self.table.say("No proposal is near-identical in all its points.")
        for one in found:
            self._accept(one, *self.table.titles(one)[:1])

    def _drop(self, members: Sequence[str], argument: str) -> None:
        if out := self.changing.picked(argument, members):
            rest = tuple(key for key in members if key not in out)
            self._take_apart(members, [rest])
            said = ", ".join(self.table.sorting.point(key).code for key in out)
            alone = "" if len(rest) > 1 else " What remains is no proposal any more."
            self.table.say(f"Left out: {said}.{alone}")

    def _take_apart(self, members: Sequence[str], pieces: Iterable[tuple[str, ...]]) -> None:
        shape = self._shape
        self._change(changed=shape.changed | {frozenset(members)}, pieces=(*shape.pieces, *pieces))

    def _oppose(self, members: Sequence[str], argument: str) -> None:
        for key in self.changing.picked(argument, members):
            self._change(opposes=self._shape.opposes ^ {key})
            does = "opposes" if key in self._shape.opposes else "does not oppose"
            self.table.say(f"{self.table.sorting.point(key).code} {does}.")

    def _split(self, members: tuple[str, ...], argument: str) -> None:
        """Put some points apart by their numbers, or let the matcher find where it comes apart first."""
        matcher = self.table.matcher
        if argument:
            apart = self.changing.picked(argument, members)
            parts = [tuple(apart), tuple(key for key in members if key not in apart)] if apart else []
        else:
            parts = [self._in_order(part) for part in _parts(matcher, members)] if matcher else []
        if len([part for part in parts if part]) < 2:  # noqa: PLR2004  one part is the whole
            self.table.say("It was not split. / and the numbers of some points puts these apart.")
            return
        self._take_apart(members, [part for part in parts if len(part) > 1])
        said = [" ".join(self.table.sorting.point(key).code for key in part) for part in parts]
        self.table.say(f"Split: {'; '.join(said)}. A point alone is asked about later.")

    def _ask_later(self, members: tuple[str, ...]) -> None:
        """A second time it is left alone until another day."""
        if frozenset(members) in self._shape.later:
            self._take_apart(members, ())
            self.table.say("Not any more today: these come one by one.")
            return
        self._change(later=self._shape.later | {frozenset(members)})
        self.table.say("Later.")

    def _refuse(self, members: tuple[str, ...]) -> None:
        """Nobody is asked about these again, today or later; it is saved."""
        themes = self.table.themes
        self.table.save(lambda: themes.refuse(self.table.question, members), members)
        self.table.say("No theme: these come one by one.")

    def _cut(self, step: int) -> None:
        """Look for smaller or larger proposals among the points that are left; nothing decided moves."""
        tighter = self._shape.tighter + step
        if cut_at(tighter) == cut_at(self._shape.tighter):
            self.table.say("That is as far as it goes.")
            return
        self._change(tighter=tighter, pieces=())
        queue = self.queue()
        how = f"{abs(tighter)} steps {'tighter' if tighter > 0 else 'looser'}" if tighter else "as usual"
        self.table.say(f"{how.replace('1 steps', '1 step').capitalize()}: {counted(len(queue), 'proposal')}.")
        self._shown = ()


def _closest(matcher: Matcher, members: Sequence[str]) -> float:
    return max((matcher.score(*pair) for pair in combinations(members, 2)), default=0.0)


def _is_nearer(matcher: Matcher, key: str, members: Sequence[str], themes: Mapping[str, Sequence[str]]) -> bool:
    """Whether a point is more like a theme that there is than like any other of its proposal."""
    best = next(iter(matcher.rank(key, themes)), None)
    within = max((matcher.score(key, other) for other in members if other != key), default=0.0)
    return bool(best and confidence(best.score) and best.score > within)


def _is_identical(matcher: Matcher, members: Sequence[str]) -> bool:
    pairs = list(combinations(members, 2))
    alike = all(confidence(matcher.score(*pair)) == _IDENTICAL for pair in pairs)
    return alike and not any(matcher.differs_in_negation(*pair) for pair in pairs)


def _parts(matcher: Matcher, members: Sequence[str]) -> list[tuple[str, ...]]:
    """The parts in which points come apart first when they are looked at ever tighter."""
    step = 0
    while (cut := cut_at(step)) < TIGHTEST:
        if len(parts := matcher.clusters(cut, members)) > 1:
            return parts
        step += 1
    return []
