"""The command line: what each command takes, never what it does.

Modules here import typer and the standard library at the top, and the module that does the work inside
the command, so that starting costs what Typer costs. `tests/test_start.py` holds this.
"""

from __future__ import annotations

import gc

gc.disable()  # until the imports are done: they leave no garbage, and looking for it is a tenth of the start

import os
import sys
from importlib import import_module
from typing import Annotated

import typer

from vaexercise import __version__
from vaexercise.errors import ExerciseError, Exit

gc.enable()

NOUNS = {
    "exercise": "Look at exercises, and check your own.",
    "workshop": "Make a workshop, and see where it stands.",
    "participants": "Keep the list of participants.",
    "groups": "Split participants into working groups.",
    "feedback": "Record and look at what the groups say.",
    "plenary": "Put together what the groups said.",
}
"""Each is the module of its name here, with its commands in `app`."""

COMPLETING = "_VAEXERCISE_COMPLETE"
"""Set by the shell when it asks for completions."""


def command_line(words: list[str] | None = None) -> typer.Typer:
    """The whole command line; or, given the words of one call, as much of it as they need.

    Typer builds every parameter of every command before it looks at the first word, a third of what starting
    costs. So a noun that is not among the words stands there by its name and help alone, and of one that is
    only the verb that is among them too. The same holds for a noun below a noun: `plenary themes suggest`.
    """
    app = typer.Typer(
        name="vaexercise",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(root)
    for noun, summary in NOUNS.items():
        app.add_typer(_commands(noun, words), name=noun, help=summary, no_args_is_help=True)
    app.command("demo")(_demo)
    return app


def _commands(noun: str, words: list[str] | None) -> typer.Typer:
    if words is not None and noun not in words:
        return typer.Typer()
    every: typer.Typer = import_module(f"{__name__}.{noun}").app
    return every if words is None else _needed(every, frozenset(words))


def _needed(every: typer.Typer, words: frozenset[str]) -> typer.Typer:
    """Of a noun, the verbs and nouns below it that are among the words; all of them, by name, if none is."""
    verbs = [c for c in every.registered_commands if (c.name or getattr(c.callback, "__name__", "")) in words]
    below = [group for group in every.registered_groups if group.name in words]
    some = typer.Typer()
    some.registered_commands = verbs if verbs or below else every.registered_commands
    for group in below if verbs or below else every.registered_groups:
        commands = _needed(group.typer_instance, words) if group in below and group.typer_instance else typer.Typer()
        some.add_typer(commands, name=group.name, help=group.help, no_args_is_help=True)
    return some


def _demo(
    folder: Annotated[str, typer.Argument(help="A new folder for the example; unsaid, vaexercise-demo.")] = "",
) -> None:
    """Run a whole workshop with invented people, and show each command."""
    from vaexercise.cli.demo import run

    run(folder)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(__version__)
        raise typer.Exit


def root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Run participatory group exercises: questions, working groups, feedback, plenary summary."""
    if context.invoked_subcommand is None and not version:
        typer.echo(context.get_help())


def main() -> None:
    """Run the program: results on stdout, everything said about them on stderr."""
    from vaexercise.cli import ending

    gc.freeze()  # nothing of what was imported will ever be garbage
    gc.set_threshold(50_000, 20, 20)  # and short commands leave too little to look for
    ending.speak_utf8()
    try:
        _run(None if COMPLETING in os.environ else sys.argv[1:])
    except ExerciseError as error:
        sys.exit(ending.expected(error))
    except KeyboardInterrupt:
        sys.exit(ending.interrupted())
    except BrokenPipeError:
        sys.exit(ending.pipe_closed())
    except Exception as error:  # noqa: BLE001  what is left is a bug: a line for the user, the details in a file
        sys.exit(ending.bug(error))
    finally:
        gc.freeze()  # the process ends: a last search for garbage would be a tenth of a short command


def _run(words: list[str] | None) -> None:
    """Run a command to its end, its output written. Typer turns Ctrl-C and a closed pipe into codes of its own."""
    from vaexercise.cli import say

    try:
        command_line(words)(prog_name="vaexercise")
    except SystemExit as done:
        if isinstance(done.__context__, BrokenPipeError):
            raise done.__context__ from None
        if done.code == Exit.INTERRUPTED:
            raise KeyboardInterrupt from None
        say.flush()
        raise
