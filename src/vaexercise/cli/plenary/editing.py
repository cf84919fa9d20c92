"""`plenary sentences` and `plenary edit`: the key findings, and other words for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaexercise.cli.options import (
    ByOption,
    JsonOption,
    PlainOption,
    SessionOption,
    WidthOption,
    WorkshopOption,
)
from vaexercise.cli.plenary.noun import app

if TYPE_CHECKING:
    from vaexercise.capture.console import PlainConsole
    from vaexercise.model.session import Session
    from vaexercise.plenary.sentences import Sentence
    from vaexercise.workshop.workshop import Workshop


@app.command()
def sentences(workshop: WorkshopOption = Path(), session: SessionOption = "", as_json: JsonOption = False) -> None:
    """List the key findings: each sentence with its key, its sources, and whether it was edited or taken out."""
    from vaexercise.cli import say
    from vaexercise.cli.opening import open_workshop
    from vaexercise.model.plain import to_plain
    from vaexercise.workshop.summary import synthesis

    opened = open_workshop(workshop)
    found = synthesis(opened, opened.session(session)).sentences
    if as_json:
        usual = {"draft": "", "edited": False, "gone": False}
        say.data([{**usual, **to_plain(sentence)} for sentence in found])
        return
    for number, sentence in enumerate(found, start=1):
        say.lines(f"{number}. {sentence.text}\n   {_about(sentence)}")
    if not found:
        say.note("Nothing was said yet, so there is no sentence.")


def _about(sentence: Sentence) -> str:
    """Its sources, its key and what became of it, in a line."""
    names = ", ".join(source.name for source in sentence.sources) or "no source"
    state = "; taken out" if sentence.gone else "; edited" if sentence.edited and sentence.draft else ""
    return f"From {names}; key {sentence.key}{state}"


@app.command()
def edit(
    key: Annotated[str, typer.Argument(help="Which sentence: its key or number. Unsaid, all are asked about.")] = "",
    words: Annotated[str, typer.Argument(help="What it is to say.")] = "",
    source: Annotated[
        list[str] | None,
        typer.Option("--source", help="What it is made of: G1-Q1-04, Q1-T2, V1, Q2. Repeat for several."),
    ] = None,
    add: Annotated[str, typer.Option("--add", help="Add this sentence; say its --source.")] = "",
    take_out: Annotated[bool, typer.Option("--take-out", help="Leave the sentence out of the report.")] = False,
    draft: Annotated[bool, typer.Option("--draft", help="Let the draft stand again, with the counts of now.")] = False,
    workshop: WorkshopOption = Path(),
    session: SessionOption = "",
    by: ByOption = "",
    plain: PlainOption = False,
    width: WidthOption = None,
) -> None:
    """Write a key finding in other words, take it out, or add one. Numbers and quotes are checked at once."""
    from vaexercise.cli.opening import open_workshop
    from vaexercise.errors import Refused

    wanted = [bool(add), bool(words), take_out, draft]
    if sum(wanted) > 1 or (bool(key) != any(wanted[1:])):
        raise Refused(
            reason='Say one thing at a time: edit KEY "words", edit KEY --take-out, edit KEY --draft, '
            'or edit --add "words" --source CODE. Nothing was changed.'
        )
    if source and not (add or words):
        raise Refused(reason="Sources go with words: say both. Nothing was changed.")
    opened = open_workshop(workshop, by=by, command="plenary edit")
    editor = Editor(opened, opened.session(session))
    if add:
        editor.add(add, source or [])
    elif key:
        editor.change(key, words, source or [], take_out=take_out)
    else:
        from vaexercise.capture.console import console

        with console(plain=plain, width=width or 0) as terminal:
            _talk(editor, terminal)
        return
    from vaexercise.cli import say

    say.lines(editor.told)
    for warning in editor.warnings():
        say.note(warning)


class Editor:
    """Changes sentences of a session; `told` says what was saved last, `last` is its key."""

    def __init__(self, workshop: Workshop, session: Session) -> None:
        from vaexercise.workshop.summary import whole

        self._workshop, self._session = workshop, session
        self._whole = whole
        self.told = self.last = ""
        self.read()

    def read(self) -> None:
        """Take in what the record says now."""
        self._workshop.log.refresh()
        self._found = self._whole(self._workshop, self._session)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All of them, those too that were taken out."""
        return self._found.synthesis.sentences

    def add(self, text: str, names: list[str]) -> None:
        """Add a sentence made of sources with these names."""
        from vaexercise.workshop import sentences as kept

        self.last = kept.add(self._workshop, self._session, text, kept.named_sources(self._found.sources(), names))
        self._saved("Added")

    def change(self, key: str, text: str, names: list[str], *, take_out: bool = False) -> None:
        """Give a sentence other words, take it out, or, without either, let its draft stand again."""
        from vaexercise.workshop import sentences as kept

        sentence = kept.named_sentence(self.sentences, key)
        self.last = sentence.key
        if take_out:
            kept.take_out(self._workshop, self._session, sentence)
            self.told = f"Taken out: {sentence.text}"
        elif text:
            sources = kept.named_sources(self._found.sources(), names)
            kept.rewrite(self._workshop, self._session, sentence, text, sources)
            self._saved("Saved")
        else:
            kept.back_to_draft(self._workshop, self._session, sentence)
            self._saved("The draft stands")

    def _saved(self, what: str) -> None:
        self.read()
        made = next(sentence for sentence in self.sentences if sentence.key == self.last)
        self.told = f"{what}: {made.text}\n   {_about(made)}"

    def warnings(self) -> list[str]:
        """What `plenary check` would say about the sentence that was changed last."""
        from vaexercise.plenary.faults import of_secrets, of_sentences

        self.read()
        made = [sentence for sentence in self.sentences if sentence.key == self.last]
        found = [*of_sentences(made, self._found.sources()), *of_secrets(made, self._found.secrets())]
        return [f"Look again: {fault}" for fault in found]

    def take_back(self) -> None:
        """Undo the last change of this sitting. Raises `Refused` if there is none."""
        from vaexercise.errors import Refused
        from vaexercise.workshop import undoing

        steps = undoing.steps(self._workshop, self._workshop.sitting.id, ("sentence/",))
        if not steps:
            raise Refused(reason="Nothing of this conversation is left to take back.")
        undoing.undo(self._workshop, steps[:1])
        self.last = steps[0].revisions[0].slot.rpartition("/")[2]
        self.read()
        now = next((sentence.text for sentence in self.sentences if sentence.key == self.last), "it is gone")
        self.told = f"Taken back. {self.last}: {now}"


HELP = (
    "Enter keeps the sentence; words replace it; - takes it out; = brings the draft back.\n"
    "+ words [Q1-T2, G1-Q1-04] adds one of your own, with what it is made of. z takes back; ? help; q leaves."
)
PROMPT = "Enter keeps, or words> "


def _talk(editor: Editor, terminal: PlainConsole) -> None:
    """Show each sentence, and take down what becomes of it. The end of input is the end."""
    from contextlib import suppress

    terminal.say(HELP)
    with suppress(EOFError):
        number = 0
        while number < len(editor.sentences):
            sentence = editor.sentences[number]
            terminal.say(f"\n{number + 1} of {len(editor.sentences)}: {sentence.text}\n   {_about(sentence)}")
            typed = terminal.ask(PROMPT).strip()
            if typed.casefold() in {"q", ":quit", "quit"}:
                break
            number += _understood(editor, terminal, sentence, typed)
    left_in = sum(not sentence.gone for sentence in editor.sentences)
    terminal.say(f"Saved. {left_in} of {len(editor.sentences)} sentences stand in the report.")


def _understood(editor: Editor, terminal: PlainConsole, sentence: Sentence, typed: str) -> int:
    """Do what was typed, and say it; how many sentences to go on. What is wrong is said, and asked for again."""
    from vaexercise.errors import Refused, Unknown

    if not typed:
        return 1
    if typed == "?":
        terminal.say(HELP)
        return 0
    try:
        _do(editor, sentence, typed)
    except (Refused, Unknown) as error:
        terminal.say(str(error))
        return 0
    terminal.say("\n".join([editor.told, *editor.warnings()]))
    return 0 if typed[0] in "+=" or typed in {"z", "Z"} or editor.warnings() else 1


def _do(editor: Editor, sentence: Sentence, typed: str) -> None:
    if typed == "-":
        editor.change(sentence.key, "", [], take_out=True)
    elif typed == "=":
        editor.change(sentence.key, "", [])
    elif typed in {"z", "Z"}:
        editor.take_back()
    elif typed.startswith("+"):
        editor.add(*_with_sources(typed.removeprefix("+")))
    else:
        editor.change(sentence.key, typed, [])


def _with_sources(typed: str) -> tuple[str, list[str]]:
    """Words, and the names of sources in the brackets at their end."""
    words, bracket, names = typed.strip().removesuffix("]").rpartition("[")
    if not bracket or not typed.strip().endswith("]") or names.strip().casefold() == "edited":
        return typed, []
    return words, [name for name in names.replace(",", " ").split() if name]
