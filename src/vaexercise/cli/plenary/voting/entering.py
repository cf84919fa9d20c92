"""`plenary vote enter`: ballots typed in one after the other, as people hand them over or say them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vaexercise.cli.options import ByOption, PlainOption, SessionOption, WidthOption, WorkshopOption
from vaexercise.cli.plenary.voting.noun import VoteArgument, VotersGroupOption, about, app, group_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaexercise.capture.consoles.console import Console
    from vaexercise.model.vote import Given, Vote
    from vaexercise.workshop.workshop import Workshop

RIGHT = ("", "y", "yes")
"""What says that a ballot was read back right."""


@app.command()
def enter(
    vote: VoteArgument = "",
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    group: VotersGroupOption = "",
    by: ByOption = "",
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """Type in ballots by the numbers of items, one after the other. Each is read back before it is saved."""
    from vaexercise.capture.consoles.console import console
    from vaexercise.cli.opening import open_workshop
    from vaexercise.workshop.plenary import casting
    from vaexercise.workshop.plenary.votes import Votes

    opened = open_workshop(workshop, by=by, command="plenary vote enter")
    chosen = opened.session(session)
    found = Votes(opened, chosen).named(vote, ("open",))
    casting.refuse_unless_open(found)
    key = group_of(opened, chosen, group)

    def save(given: Given) -> str:
        return casting.add_ballot(opened, chosen, Votes(opened, chosen).named(found.name), key, given).number

    with console(plain=plain, width=width or 0) as terminal:
        for line in Votes(opened, chosen).stale(found):
            terminal.say(line)
        count = _Entering(found, key, terminal, save).run()
    _after(opened, found, count)


def _after(opened: Workshop, vote: Vote, count: int) -> None:
    from vaexercise.cli import say
    from vaexercise.cli.opening import hint
    from vaexercise.model.text import counted

    say.note(
        f"{counted(count, 'ballot')} saved. When all have voted: {hint(opened, f'plenary vote reveal {vote.name}')}"
    )


class _Entering:
    """The conversation: a line is a ballot, an empty line ends. `save` records one and gives back its number."""

    def __init__(self, vote: Vote, group: str, terminal: Console, save: Callable[[Given], str]) -> None:
        from vaexercise.plenary.votes import method_of

        self.vote, self.group, self.terminal, self.save = vote, group, terminal, save
        self.method = method_of(vote)

    def run(self) -> int:
        """Ballots until an empty line or the end of input; how many were saved."""
        from vaexercise.errors import Refused

        self._introduce()
        count, line = 0, self._asked("Ballot> ")
        while line:
            given = self._agreed(line)
            if given is not None:
                try:
                    self._say_saved(self.save(given))
                except Refused as refused:
                    self.terminal.say(str(refused))
                    break
                count += 1
            line = self._asked("Ballot> ")
        return count

    def _introduce(self) -> None:
        from vaexercise.workshop.plenary.ballots import whose

        for line in about(self.vote):
            self.terminal.say(line)
        ballots = f"Ballots{whose(self.group)}" if self.group else "Ballots of the whole room"
        self.terminal.say(
            f"\n{ballots}. {self.method.example} “blank” is a ballot that says nothing. An empty line ends."
        )

    def _asked(self, prompt: str) -> str:
        """What is typed; empty at the end of input."""
        try:
            return self.terminal.ask(prompt).strip()
        except EOFError:
            return ""

    def _agreed(self, line: str) -> Given | None:
        """The ballot as it was confirmed after being read back; None if it breaks the rules or input ends."""
        while True:
            given = self._read(line)
            if given is None:
                return None
            self.terminal.say(f"{self.method.words(dict(given), self.vote.titles)}.")
            try:
                line = self.terminal.ask("Right? Enter, or type it again> ").strip()
            except EOFError:
                self.terminal.say("\nThis ballot was not confirmed and not saved.")
                return None
            if line.casefold() in RIGHT:
                return given

    def _read(self, line: str) -> Given | None:
        """The ballot in a line; None, and why, if it is none."""
        from vaexercise.errors import Unreadable
        from vaexercise.plenary.votes.method import BLANK

        if line.casefold() == BLANK:
            return ()
        try:
            given = self.method.read(line)
        except Unreadable as error:
            self.terminal.say(f"{error} Nothing was saved.")
            return None
        if reasons := self.method.wrong(given):
            self.terminal.say(f"This ballot does not count: {'; '.join(reasons)}. Nothing was saved; type it again.")
            return None
        return given

    def _say_saved(self, number: str) -> None:
        """Say it, and take what stood on the ballot off the screen where that can be done."""
        if self.terminal.forget():
            self._introduce()
        self.terminal.say(f"Saved: ballot {number}.")
