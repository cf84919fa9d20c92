"""Leads through the key findings: each sentence is kept, written in other words, or taken out; others are added."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from vaexercise.errors import Refused, Unknown
from vaexercise.workshop.plenary.rewording import about

if TYPE_CHECKING:
    from vaexercise.capture.consoles.console import Console
    from vaexercise.plenary.sentences import Sentence
    from vaexercise.workshop.plenary.rewording import Rewording

HELP = (
    "Enter keeps the sentence; words replace it; - takes it out; = brings the draft back.\n"
    "+ words [Q1-T2, G1-Q1-04] adds one of your own, with what it is made of. z takes back; ? help; q leaves."
)
PROMPT = "Enter keeps, or words> "


def talk(editor: Rewording, terminal: Console) -> None:
    """Show each sentence, and take down what becomes of it. The end of input is the end."""
    terminal.say(HELP)
    with suppress(EOFError):
        number = 0
        while number < len(editor.sentences):
            sentence = editor.sentences[number]
            terminal.say(f"\n{number + 1} of {len(editor.sentences)}: {sentence.text}\n   {about(sentence)}")
            typed = terminal.ask(PROMPT).strip()
            if typed.casefold() in {"q", ":quit", "quit"}:
                break
            number += _understood(editor, terminal, sentence, typed)
    left_in = sum(not sentence.gone for sentence in editor.sentences)
    terminal.say(f"Saved. {left_in} of {len(editor.sentences)} sentences stand in the report.")


def _understood(editor: Rewording, terminal: Console, sentence: Sentence, typed: str) -> int:
    """Do what was typed, and say it; how many sentences to go on. What is wrong is said, and asked for again."""
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
    faults = editor.warnings()
    terminal.say("\n".join([editor.told, *(f"Look again: {fault.what}" for fault in faults), *editor.to_read_again()]))
    return 0 if typed[0] in "+=" or typed in {"z", "Z"} or faults else 1


def _do(editor: Rewording, sentence: Sentence, typed: str) -> None:
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
