"""A terminal on which the line can be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import Completer, Completion
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.shortcuts import CompleteStyle

from vaexercise.capture.consoles.completing import fitting
from vaexercise.capture.consoles.console import PlainConsole
from vaexercise.capture.consoles.ending import Ending
from vaexercise.capture.consoles.keeping import PAUSE, Keeper
from vaexercise.model.steering import harmless, whole
from vaexercise.model.text import clean_line

if TYPE_CHECKING:
    from asyncio import TimerHandle
    from collections.abc import Callable, Iterator, Sequence

    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document
    from prompt_toolkit.key_binding import KeyPressEvent

_FORGET_SCROLLED = "\x1b[3J"


class Offered(Completer):
    """Completes a whole line to one of the choices."""

    def __init__(self, choices: Sequence[str] = ()) -> None:
        self.choices = choices

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002
        """Those that begin with what is typed."""
        for choice in fitting(document.text, self.choices):
            yield Completion(choice, -len(document.text))


class TerminalConsole(PlainConsole):
    """A real terminal: the line can be edited, and an earlier one called back with the arrow keys."""

    def __init__(self, width: int = 0) -> None:
        super().__init__(width)
        self._ending = Ending(self._wake)
        self._session = self._new_session()
        self._pasted: list[str] = []
        self._keeper = Keeper(None)
        self._timer: TimerHandle | None = None

    def _new_session(self) -> PromptSession[str]:
        session: PromptSession[str] = PromptSession(
            complete_while_typing=False, complete_style=CompleteStyle.READLINE_LIKE, key_bindings=_keys()
        )
        session.default_buffer.on_text_changed += self._changed
        return session

    def ask(
        self, prompt: str, before: str = "", *, choices: Sequence[str] = (), keep: Callable[[str], None] | None = None
    ) -> str:
        """Let the line be edited. Of several lines that were pasted, each answers a prompt of its own."""
        if self._pasted:
            line = self._pasted.pop(0)
            self._show(f"{self._short(prompt)}{harmless(clean_line(line))}\n")
            return line
        self._ending.watch()
        self._keeper = Keeper(keep, before)
        try:
            text = self._session.prompt(
                self._short(prompt), default=before, completer=Offered(choices), pre_run=self._at_once
            )
        except (EOFError, KeyboardInterrupt):
            self._keeper.keep(whole(self._session.default_buffer.text))
            raise
        lines = whole(text).splitlines()
        first, *self._pasted = [line for line in lines if line.strip()] or [""]
        return first

    def _changed(self, buffer: Buffer) -> None:
        """After each key, wait anew for a pause."""
        if self._timer:
            self._timer.cancel()
        loop = self._session.app.loop
        if loop:
            self._timer = loop.call_later(PAUSE, lambda: self._keeper.keep(whole(buffer.text)))

    def _at_once(self) -> None:
        """The end came before the line was asked for."""
        if self._ending.came:
            self._end()

    def _wake(self) -> None:
        if loop := self._session.app.loop:
            loop.call_soon_threadsafe(self._end)

    def _end(self) -> None:
        if self._session.app.is_running and not self._session.app.is_done:
            self._session.app.exit(exception=EOFError)

    def _show(self, text: str) -> None:
        self._ending.show(text)

    def forget(self) -> bool:
        """Clear the screen and what was scrolled off it, and the lines that the arrow keys would call back."""
        output = self._session.output
        output.erase_screen()
        output.cursor_goto(0, 0)
        output.write_raw(_FORGET_SCROLLED)
        output.flush()
        self._session = self._new_session()
        return True

    def close(self) -> None:
        """The editor gives the terminal back after each line by itself."""
        self._ending.leave()


def _keys() -> KeyBindings:
    """Ctrl-Z takes back what was typed, as elsewhere; the editor alone would put it into the text."""
    keys = KeyBindings()

    @keys.add("c-z")
    def undo(event: KeyPressEvent) -> None:
        event.current_buffer.undo()

    return keys
