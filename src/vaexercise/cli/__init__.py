"""The command line: what each command takes, never what it does.

Modules here import typer and the standard library at the top, and the module that does the work inside
the command, so that starting costs what Typer costs. `tests/test_start.py` holds this.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from vaexercise import __version__
from vaexercise.cli.demo import demo
from vaexercise.cli.exercise import app as exercise
from vaexercise.cli.feedback import app as feedback
from vaexercise.cli.groups import app as groups
from vaexercise.cli.participants import app as participants
from vaexercise.cli.plenary import app as plenary
from vaexercise.cli.workshop import app as workshop
from vaexercise.errors import ExerciseError

app = typer.Typer(
    name="vaexercise",
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(exercise, name="exercise")
app.add_typer(workshop, name="workshop")
app.add_typer(participants, name="participants")
app.add_typer(groups, name="groups")
app.add_typer(feedback, name="feedback")
app.add_typer(plenary, name="plenary")
app.command()(demo)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(__version__)
        raise typer.Exit


@app.callback(invoke_without_command=True)
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

    ending.speak_utf8()
    try:
        app(prog_name="vaexercise")
    except ExerciseError as error:
        sys.exit(ending.expected(error))
    except KeyboardInterrupt:
        sys.exit(ending.interrupted())
    except BrokenPipeError:
        sys.exit(ending.pipe_closed())
    except Exception as error:  # noqa: BLE001  what is left is a bug: a line for the user, the details in a file
        sys.exit(ending.bug(error))
