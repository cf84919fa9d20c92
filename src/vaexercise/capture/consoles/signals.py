"""Answers to the signals of the system, for as long as a conversation lasts."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import FrameType


class Signals:
    """What is done when a signal comes, by its name. A system that has no such signal never sends it."""

    def __init__(self, answers: Mapping[str, Callable[[], None]]) -> None:
        self._answers = {getattr(signal, name): answer for name, answer in answers.items() if hasattr(signal, name)}
        self._taken: list[int] = []

    def watch(self) -> None:
        """Answer those that nobody else answers or wants ignored (`nohup`); only a main thread can."""
        if self._taken or threading.current_thread() is not threading.main_thread():
            return
        for number in self._answers:
            if signal.getsignal(number) == signal.SIG_DFL:
                signal.signal(number, self._receive)
                self._taken.append(number)

    def leave(self) -> None:
        """Answer no more."""
        while self._taken:
            signal.signal(self._taken.pop(), signal.SIG_DFL)

    def _receive(self, number: int, _frame: FrameType | None) -> None:
        self._answers[number]()
