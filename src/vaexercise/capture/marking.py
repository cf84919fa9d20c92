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
    """Keep it from everything that is printed or shown. Said again it stays so, with the new reason if there is one."""
    entry, reason = asking.addressed("private", argument)
    if entry is None:
        return
    why = reason or entry.private or UNSAID["private"]
    _put(asking, entry, "private", {"reason": why})
    hide(asking)
    asking.say(f"{entry.code} is private: {why}. Its words are not shown or printed again; :public lifts this.")


def public(asking: Asking, argument: str) -> None:
    """Let a private one be shown and printed after all."""
    entry, _ = asking.addressed("public", argument)
    if entry is None:
        return
    if not entry.private:
        asking.say(f"{entry.code} is not private.")
        return
    _put(asking, entry, "private", {})
    asking.say(f"{entry.code} is no longer private.")


def hide(asking: Asking) -> None:
    """Take what was private off the screen, and show again where the rapporteur is."""
    if asking.talk.console.forget():
        asking.commands["where"]("")
        asking.show()
    else:
        asking.say("What stands above is still on this screen: scroll it away, or leave and clear the screen.")


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
    """Say how far the group stands behind it; with `all` in front, behind everything it said to the question."""
    everything = argument.casefold().startswith("all ")
    if everything:
        entries, word = asking.response().entries, argument[len("all ") :].strip()
        if not entries:
            asking.say("Nothing is entered yet.")
    else:
        entry, word = asking.addressed("agree", argument)
        entries = () if entry is None else (entry,)
    if entries and word.casefold() not in AGREEMENTS:
        near = did_you_mean(word, AGREEMENTS)
        asking.say(f"Say one of: {', '.join(AGREEMENTS)}. Nothing was changed. {near.capitalize()}".rstrip())
        return
    for entry in entries:
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
    "public": public,
    "park": park,
    "agree": agree,
    "gloss": gloss,
    "lang": lang,
}
"""Each of these commands by its name."""
