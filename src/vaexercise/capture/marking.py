"""Commands that say something about a point or an answer beside its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from vaexercise.model.feedback import Agreement
from vaexercise.model.text import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vaexercise.capture.asking import Asking
    from vaexercise.model.feedback import Answer, Mark, Point

AGREEMENTS = get_args(Agreement)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
UNSAID = {"private": "not to be shared", "park": "for later"}
"""The reason that stands where none was given."""


def _put(asking: Asking, entry: Point | Answer, kind: Mark, body: Mapping[str, object]) -> None:
    asking.talk.save(lambda: asking.feedback.mark(entry, kind, body))


def private(asking: Asking, argument: str) -> None:
    """Keep it from everything that is printed or shown; said again of a private one, no longer."""
    entry, reason = asking.addressed("private", argument)
    if entry is None:
        return
    if entry.private and not reason:
        _put(asking, entry, "private", {})
        asking.say(f"{entry.code} is no longer private.")
        return
    _put(asking, entry, "private", {"reason": reason or UNSAID["private"]})
    hide(asking)
    asking.say(f"{entry.code} is private: {reason or UNSAID['private']}. Its words are not shown or printed again.")


def hide(asking: Asking) -> None:
    """Take what was private off the screen, and show again where the rapporteur is."""
    if asking.talk.console.forget():
        asking.commands["where"]("")
        asking.show()
    else:
        asking.say("What stands above on this screen stays there until you clear it.")


def park(asking: Asking, argument: str) -> None:
    """Set it aside for later; said again of a parked one, no longer."""
    entry, reason = asking.addressed("park", argument)
    if entry is None:
        return
    if entry.parked and not reason:
        _put(asking, entry, "park", {})
        asking.say(f"{entry.code} is no longer parked.")
        return
    _put(asking, entry, "park", {"reason": reason or UNSAID["park"]})
    asking.say(f"{entry.code} is parked: {reason or UNSAID['park']}.")


def agree(asking: Asking, argument: str) -> None:
    """Say how far the group stands behind it."""
    entry, word = asking.addressed("agree", argument)
    if entry is None:
        return
    if word.casefold() not in AGREEMENTS:
        near = did_you_mean(word, AGREEMENTS)
        asking.say(f"Say one of: {', '.join(AGREEMENTS)}. Nothing was changed. {near.capitalize()}".rstrip())
        return
    _put(asking, entry, "agree", {"agreement": word.casefold()})
    asking.say(f"{entry.code}: {word.casefold()}.")


def gloss(asking: Asking, argument: str) -> None:
    """Put a translation beside it, never in its place."""
    entry, words = asking.addressed("gloss", argument)
    if entry is None:
        return
    if not (words or entry.gloss):
        asking.say("Say the translation after the command: :gloss 3 and the words.")
        return
    _put(asking, entry, "gloss", {"text": words} if words else {})
    asking.say(f"{entry.code}, in other words: {words}" if words else f"{entry.code} has no translation now.")


def lang(asking: Asking, argument: str) -> None:
    """Say in which language the next lines are, or one of those entered."""
    word = argument.casefold()
    if LANGUAGE.fullmatch(word) and not asking.is_number(word):
        asking.talk.spoken = "" if word == asking.talk.exercise.language else word
        asking.say(f"What is typed from now on is in the language “{word}”.")
        return
    entry, word = asking.addressed("lang", argument)
    if entry is None:
        return
    if not LANGUAGE.fullmatch(word.casefold()):
        asking.say("Say the language by its short name, for example :lang fr, or :lang 3 fr for one point.")
        return
    asking.set_language(entry, word.casefold())
    asking.say(f"{entry.code} is in the language “{word.casefold()}”.")


MARKING: Mapping[str, Callable[[Asking, str], None]] = {
    "private": private,
    "park": park,
    "agree": agree,
    "gloss": gloss,
    "lang": lang,
}
"""Each of these commands by its name."""
