"""The list of participants: by group or by name, published only as far as people agreed, or marked as internal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import count, say, to_say
from vaexercise.model.groups import group_name
from vaexercise.model.plenary import Line, Lines
from vaexercise.report.model import Section
from vaexercise.report.pack.pack import Part, warning, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.report.model import Block
    from vaexercise.report.pack.guests import Guest

INTERNAL = to_say("Internal: for those who run the workshop. Do not pass it on and do not publish it.")


def roll(guests: Sequence[Guest], *, by_group: bool, internal: bool, occasion: str = "") -> Part:
    """Names, organisations and states. Unless it is `internal`, only those who agreed are on it."""
    listed = [guest for guest in guests if internal or guest.agreed]
    lists = tuple(_by_group(listed) if by_group else _by_name(listed))
    section = Section(
        label=say("Participants"),
        heading=occasion or say("List"),
        anchor="participants",
        blocks=(*_head(len(listed), len(guests), internal=internal), *lists),
        new_page=True,
    )
    return Part((section,), {"internal": internal, "people": [guest.plain() for guest in listed]})


def _head(listed: int, everybody: int, *, internal: bool) -> Iterator[Block]:
    if internal:
        yield warning(say(INTERNAL))
    yield words(count(listed, "{n} person.", "{n} people."))
    if left := everybody - listed:
        yield words(
            count(
                left,
                "{n} person who did not agree to it is not on this list.",
                "{n} people who did not agree to it are not on this list.",
            )
        )


def _by_name(guests: Sequence[Guest]) -> Iterator[Lines]:
    if guests:
        yield Lines(title=say("In the order of names"), lines=tuple(_line(guest, grouped=True) for guest in guests))


def _by_group(guests: Sequence[Guest]) -> Iterator[Lines]:
    keys = sorted({guest.group for guest in guests}, key=lambda key: (not key, len(key), key))
    for key in keys:
        lines = tuple(_line(guest, grouped=False) for guest in guests if guest.group == key)
        yield Lines(title=group_name(key) if key else say("In no group"), lines=lines)


def _line(guest: Guest, *, grouped: bool) -> Line:
    """A name, and in brackets what is known besides."""
    group = group_name(guest.group) if grouped and guest.group else ""
    known = ", ".join(filter(None, [guest.organisation, guest.state, group]))
    return Line(code="", text=guest.name, beside=f"({known})" if known else "")
