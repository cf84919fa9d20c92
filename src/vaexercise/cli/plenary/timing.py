"""`plenary timer`: says in words how much time is left."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import PlainOption, SessionOption, WorkshopOption
from vaexercise.cli.plenary.noun import app

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaexercise.plenary.timing import Timer

LONGEST = 600
"""Minutes."""


@app.command()
def timer(
    minutes: Annotated[
        float | None, typer.Argument(min=0.05, max=LONGEST, help="Minutes; unsaid, those of the exercise.")
    ] = None,
    group: Annotated[str, typer.Option("--group", help="The group that speaks.")] = "",
    bell: Annotated[bool, typer.Option("--bell", help="Ring the terminal's bell at each sentence.")] = False,
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    plain: PlainOption = False,
) -> None:
    """Count a group's time down, in words: half, five minutes, one minute, time. Enter pauses, Ctrl-C ends."""
    import time

    from vaexercise.cli import say
    from vaexercise.errors import Refused
    from vaexercise.plenary.timing import Timer, in_words

    name, planned = _planned(workshop, session, group) if group or minutes is None else ("", 0)
    seconds = (minutes or planned) * 60
    if not seconds:
        raise Refused(reason="The exercise does not say how long a group reports. Say it: vaexercise plenary timer 5")
    say.result(f"{f'{name}: ' if name else ''}{in_words(seconds)}, from now. Ctrl-C ends.{_enter()}")
    counting = Timer(seconds, time.monotonic, _waiter())
    try:
        _count(counting, quiet=not say.plain_wanted(plain), bell=bell)
    except KeyboardInterrupt:
        say.result("\nEnded." if sys.stdout.isatty() else "Ended.")
    say.result(f"Time used: {in_words(counting.used)}.")


def _planned(workshop: Path, session: str, group: str) -> tuple[str, int]:
    """The group's name if one is meant, and the minutes that the exercise gives each; 0 if it says none."""
    from vaexercise.cli.opening import group_named, open_workshop
    from vaexercise.model.groups import group_name

    opened = open_workshop(workshop)
    chosen = opened.session(session)
    name = group_name(group_named(opened, chosen, group)) if group else ""
    plan = opened.exercise(chosen).report_back
    return name, plan.minutes_per_group if plan else 0


def _count(counting: Timer, *, quiet: bool, bell: bool) -> None:
    """Say what is to be said, a line each; `quiet`, the time left in one line between."""
    from vaexercise.cli import say
    from vaexercise.plenary.timing import in_words

    width = 0
    for tick in counting.ticks():
        if tick.words:
            sys.stdout.write(f"\r{' ' * width}\r" if width else "")
            width = 0
            say.result(tick.words)
            sys.stdout.write("\a" if bell else "")
        elif quiet:
            text = f"{in_words(tick.left)} left"
            sys.stdout.write(f"\r{text.ljust(width)}")
            width = len(text)
        sys.stdout.flush()


def _waiter() -> Callable[[float | None], bool]:
    """Lets time pass; whether Enter was pressed meanwhile, where that can be seen."""
    import time

    if not _sees_enter():

        def sleep(seconds: float | None) -> bool:
            time.sleep(seconds or 0)
            return False

        return sleep
    import select

    def wait(seconds: float | None) -> bool:
        ready, _, _ = select.select([sys.stdin], [], [], seconds)
        return bool(ready and sys.stdin.readline())

    return wait


def _sees_enter() -> bool:
    return sys.platform != "win32" and sys.stdin.isatty()


def _enter() -> str:
    return " Enter pauses." if _sees_enter() else ""
