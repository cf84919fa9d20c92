"""What a typed line means: words of the group, or a command, which begins with a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from vaexercise.model.text import clean_line, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Command(NamedTuple):
    """How a command is typed, and what it does."""

    usage: str
    meaning: str


COMMANDS = {
    "help": Command(":help star", "explain a command; :help alone shows all"),
    "where": Command(":where", "say again which group, which question, and how much time is left"),
    "list": Command(":list", "show what is entered for this question; :list all names all items of a long list"),
    "next": Command(":next", "go to the next question"),
    "back": Command(":back", "go to the question before"),
    "jump": Command(":jump Q3", "go to a question; :jump alone shows them all"),
    "edit": Command(":edit 3", "change a point, or an item, by its number"),
    "delete": Command(":delete 3", "delete a point, or empty an item"),
    "undo": Command(":undo", "take back the last thing that was saved; again, the one before"),
    "star": Command(":star 3", "make a point a headline for the report-back, or no longer"),
    "move": Command(":move 3 Q4", "put a point under another question; its code stays"),
    "split": Command(":split 3 because", "make two points of one; the second begins with these words"),
    "reorder": Command(":reorder 3 1", "put a point at another place: the third becomes the first"),
    "private": Command(":private 3 a testimony", "keep a point out of what is printed and shown, and say why"),
    "public": Command(":public 3", "a private point may be shown and printed after all"),
    "park": Command(":park 3 for the donors", "set a point aside for later, and say why"),
    "agree": Command(
        ":agree 3 divided", "say how far the group agrees: agreed, majority or divided; all divided for all points"
    ),
    "lang": Command(":lang fr", "what is typed from now on is in that language; :lang 3 fr for one point"),
    "gloss": Command(":gloss 3 The data come late", "add a translation beside a point"),
    "keep": Command(":keep 3 2", "of a point with two versions, keep one: the second"),
    "skip": Command(":skip", "the group skips this question"),
    "nothing": Command(":nothing", "the group has nothing to say to this question"),
    "not-discussed": Command(":not-discussed", "there was no time for this question"),
    "terms": Command(":terms", "show the words of the field in plain language"),
    "draft": Command(":draft", "take up the line that was being typed when the program stopped"),
    "by": Command(":by Amara", "somebody else types from now on"),
    "quit": Command(":quit", "leave; everything entered is saved"),
}


OTHERWISE = {
    **dict.fromkeys(("q", "exit", "bye", "close", "end", "leave", "stop", "save"), "quit"),
    **dict.fromkeys(("del", "remove", "rm"), "delete"),
    **dict.fromkeys(("change", "correct"), "edit"),
    **dict.fromkeys(("secret", "restrict", "sens", "sensitive"), "private"),
    **dict.fromkeys(("time", "minutes", "group", "question"), "where"),
    **dict.fromkeys(("headline", "top"), "star"),
    **dict.fromkeys(("show", "points"), "list"),
    **dict.fromkeys(("translate", "translation"), "gloss"),
    **dict.fromkeys(("go", "goto"), "jump"),
    **dict.fromkeys(("words", "glossary"), "terms"),
    **dict.fromkeys(("commands", "h", "?"), "help"),
}
"""Words that people try, and the command they mean."""


class Typed(NamedTuple):
    """A line: its words, or a command with its argument, or a `reply` to a command that does not exist."""

    text: str = ""
    command: str = ""
    argument: str = ""
    reply: str = ""


def understand(line: str, extras: Iterable[str] = ()) -> Typed:
    """A line as it was meant. Two colons at the start are a point that begins with one.

    `extras` are the names of details that the question's points may have: commands too.
    """
    text = clean_line(line)
    if not text.startswith(":"):
        return Typed(text=text)
    if text.startswith("::"):
        return Typed(text=text[1:])
    word, _, argument = text[1:].strip().partition(" ")
    word = word.casefold()
    known = [*COMMANDS, *extras]
    if word in known:
        return Typed(command=word, argument=argument.strip())
    return Typed(
        reply=f"{_unknown(word, known)} Nothing was entered. :help shows the commands; "
        "a point that begins with a colon is typed with two."
    )


def _unknown(word: str, known: Sequence[str]) -> str:
    """That there is no such command, and which may be meant."""
    if not word:
        return "A colon alone is no command."
    near = f"did you mean {OTHERWISE[word]}?" if word in OTHERWISE else did_you_mean(word, known)
    hint = f" Did you mean :{near.removeprefix('did you mean ')}" if near else ""
    return f"There is no command :{word:.40}.{hint}"


def explained(argument: str, extras: Iterable[str] = ()) -> Iterator[str]:
    """What `:help` says: of one command, or of all, a line each."""
    word = argument.removeprefix(":").casefold()
    known = COMMANDS | {name: Command(f":{name} 3 …", "add this detail to a point") for name in extras}
    if word and word not in known:
        yield f"{_unknown(word, list(known))} :help alone shows all."
        return
    for command in [known[word]] if word else known.values():
        yield f"{command.usage} – {command.meaning}"
    if not word:
        yield "Without a number, a command means the last point. A line that begins with two colons is a point."
