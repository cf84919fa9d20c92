"""What a typed line means: words of the group, or a command, which begins with a colon."""

from __future__ import annotations

from dataclasses import dataclass

from vaexercise.model.text import clean_line, did_you_mean

COMMANDS = {
    "help": "show these commands",
    "next": "go to the next question",
    "back": "go to the question before",
    "jump": "go to a question, for example :jump Q3",
    "list": "show what is entered for this question",
    "edit": "change a point or an item, by its number: :edit 3",
    "delete": "delete a point, or empty an item, by its number: :delete 3",
    "star": "make a point a headline for the report-back, or no longer: :star 3",
    "skip": "the group skips this question",
    "nothing": "the group has nothing to say to this question",
    "not-discussed": "there was no time for this question",
    "quit": "leave; everything entered is saved",
}


@dataclass(frozen=True, slots=True)
class Typed:
    """A line: its words, or a command with its argument, or a `reply` to a command that does not exist."""

    text: str = ""
    command: str = ""
    argument: str = ""
    reply: str = ""


def understand(line: str) -> Typed:
    """A line as it was meant. Two colons at the start are a point that begins with one."""
    text = clean_line(line)
    if not text.startswith(":"):
        return Typed(text=text)
    if text.startswith("::"):
        return Typed(text=text[1:])
    word, _, argument = text[1:].partition(" ")
    word = word.casefold()
    if word in COMMANDS:
        return Typed(command=word, argument=argument.strip())
    near = did_you_mean(word, COMMANDS)
    hint = f" Did you mean :{near.removeprefix('did you mean ')}" if near else ""
    return Typed(reply=f"There is no command :{word}.{hint} Nothing was entered. :help shows the commands.")
