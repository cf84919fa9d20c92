"""What a line means that is typed while points are sorted: a command, numbers, or words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.model.text import clean_line, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NUMBERS = r"(?:\d{1,4}|[A-Za-z]\S*-\d+)(?:[\s,]+(?:\d{1,4}|[A-Za-z]\S*-\d+))*"
"""Numbers or codes, with commas or spaces between them."""

_ONE = r"\d{1,4}"
_THEN_WORDS = r"\d{1,4}(?:\s+.+)?"


class Command(NamedTuple):
    """How a command is typed, by its sign and by its word, and what it does; `takes` says what may follow it."""

    sign: str
    usage: str
    meaning: str
    takes: str = ""
    also: tuple[str, ...] = ()


ANYWHERE: Mapping[str, Command] = {
    "list": Command("l", "l", "list the themes with their numbers, and what is in none"),
    "view": Command("v", "v 2", "show theme 2 with its points", _ONE, ("show",)),
    "rename": Command("r", "r 2 New title", "give theme 2 another title", _THEN_WORDS),
    "merge": Command(
        "m", "m 2 4", "make theme 4 part of theme 2; words after the numbers are its title", rf"{NUMBERS}.*"
    ),
    "delete": Command("d", "d 2", "delete theme 2; its points are to be sorted again", _ONE),
    "again": Command("again", "again G1-Q1-03", "sort a point again, by its code", r"\S*\d\S*"),
    "undo": Command("z", "z", "take back the last step; z 3 takes back three", rf"(?:{_ONE})?", ("back",)),
    "jump": Command("j", "j Q4", "go to another question", r"\S*", ("go",)),
    "help": Command("?", "?", "show what can be typed", ".*", ("h",)),
    "quit": Command("q", "q", "leave; all is saved, and the same command goes on here", "", ("exit", "stop")),
}
"""What can be done at every prompt."""

AT_PROPOSAL: Mapping[str, Command] = {
    "accept": Command(
        "y", "Enter", "accept it under the first title; 2 or 3 takes another, words are your own", "", ("yes",)
    ),
    "title": Command("t", "t Own title", "accept it under these words, whatever they are", ".+"),
    "drop": Command("x", "x 3,5", "leave points 3 and 5 out of it", NUMBERS),
    "opposes": Command("!", "! 3", "point 3 says the contrary; it stays in the theme, marked", NUMBERS, ("against",)),
    "split": Command("/", "/", "make several proposals of it; / 1,4 puts these two apart", f"(?:{NUMBERS})?"),
    "later": Command("s", "s", "ask again after the other proposals", "", ("skip",)),
    "no": Command("n", "n", "no theme, now or later: its points come one by one", "", ("reject",)),
    "tighter": Command("+", "+", "more and smaller proposals"),
    "looser": Command("-", "-", "fewer and larger proposals"),
    "all": Command("all", "all", "accept all proposals that are near-identical, each under its first title"),
    "points": Command("i", "i", "no more proposals: go on point by point", "", ("one",)),
    **ANYWHERE,
}
"""What can be done with a proposal."""

AT_POINT: Mapping[str, Command] = {
    "first": Command(
        "y", "Enter", "put it into the theme after “Enter =”; 2 puts it into theme 2, and 2,4 into both", "", ("yes",)
    ),
    "also": Command("+", "+ 4", "put it into theme 4, and ask for another one beside it", NUMBERS),
    "opposes": Command("!", "! 4", "put it into theme 4, as one that says the contrary", _ONE, ("against",)),
    "new": Command("n", "n Title", "open a theme for it", ".*"),
    "unique": Command("u", "u", "only this group raised it", "", ("only",)),
    "park": Command("p", "p Reason", "set it aside, and say why", ".*"),
    "split": Command("/", "/ words", "make two points of it; the second begins with these words", ".*"),
    "skip": Command("s", "s", "ask again after the others", "", ("later",)),
    **ANYWHERE,
}
"""What can be done with a point; a number, or several, puts it into these themes."""

AT_END: Mapping[str, Command] = {
    "next": Command("y", "Enter", "go on", "", ("yes",)),
    **ANYWHERE,
}
"""What can be done when all points of a question are sorted."""


class Typed(NamedTuple):
    """A line: a `command` with its argument, `numbers`, or else `words`. A `reply` says why it is none of these."""

    command: str = ""
    argument: str = ""
    numbers: tuple[int, ...] = ()
    words: str = ""
    reply: str = ""


def understand(line: str, commands: Mapping[str, Command]) -> Typed:
    """A line as it was meant. An empty one is the first command."""
    text = clean_line(line)
    if not text:
        return Typed(command=next(iter(commands)))
    if re.fullmatch(r"\d{1,4}(?:[\s,]+\d{1,4})*", text):
        return Typed(numbers=numbers_in(text))
    word, argument = _parted(text.removeprefix(":").lstrip())
    name = _named(word, commands)
    if not name:
        return Typed(words=text) if _may_be_words(text, word, commands) else Typed(reply=_unknown(word, commands))
    command = commands[name]
    if re.fullmatch(command.takes, argument):
        return Typed(name, argument)
    if not command.takes and len(word) > 1 and " " in text and not text.startswith(":"):
        return Typed(words=text)
    return Typed(reply=f"That was not understood, and nothing was done. {command.usage} – {command.meaning}.")


def numbers_in(text: str) -> tuple[int, ...]:
    """Numbers, each once, in their order."""
    return tuple(dict.fromkeys(int(found) for found in re.findall(r"\d{1,4}", text)))


def _parted(text: str) -> tuple[str, str]:
    """The command and what follows it; a sign needs no space after it."""
    if text[:1] in "!+/-?":
        return text[:1], text[1:].strip()
    word, _, argument = text.partition(" ")
    return word.casefold(), argument.strip()


def _named(word: str, commands: Mapping[str, Command]) -> str:
    return next((name for name, one in commands.items() if word in (name, one.sign, *one.also)), "")


_SHORT = 3
_LIKE_A_COMMAND = re.compile(r"\S+[\s,]+\d[\d\s,]*(?:\s.*)?")


def _may_be_words(text: str, word: str, commands: Mapping[str, Command]) -> bool:
    """Whether it looks like words that somebody means, and not like a command that was mistyped."""
    if text.startswith(":") or not any(char.isalpha() for char in text) or not text[0].isalnum():
        return False
    if _LIKE_A_COMMAND.fullmatch(text):
        return False
    return " " in text or not text.isascii() or (len(text) > _SHORT and not did_you_mean(word, commands))


def _unknown(word: str, commands: Mapping[str, Command]) -> str:
    near = did_you_mean(word, commands)
    hint = f" {near[:1].upper()}{near[1:]}" if near else ""
    return f"“{word:.40}” is no command here, and nothing was done.{hint} ? shows what can be typed."


def explained(commands: Mapping[str, Command]) -> Iterator[str]:
    """All commands, a line each, with the word that does the same."""
    for name, command in commands.items():
        word = "" if name in command.usage or command.usage == "Enter" else f" (or: {name})"
        yield f"{command.usage} – {command.meaning}{word}"
