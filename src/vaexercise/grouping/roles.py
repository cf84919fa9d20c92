"""Who could facilitate, report and keep time in a group: a proposal that people change as they like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from vaexercise.grouping.member import LISTS, Member, counted, is_counted, of_meaning, parts_of, shown

if TYPE_CHECKING:
    from vaexercise.model.exercise import Role

Past = Mapping[str, Counter[str] | int]
"""How often each id had a role before, in all or by role."""

WILLING = ("willing", "willing to", "willing_to", "volunteers for", "volunteers_for", "volunteer")
"""Columns in which people say which roles they would take: `rapporteur; timekeeper`, yes or no."""

EXPERIENCE = ("experience", "experienced as", "experienced_as", "experience as", "experience_as")
"""Columns that say which roles people have had elsewhere, or yes or no."""

_CALLED = {
    "facilitator": ("facilitator", "moderator", "facilitateur", "facilitatrice", "facilitador", "facilitadora"),
    "rapporteur": ("rapporteur", "rapporteuse", "relator", "relatora", "note-taker", "reporter"),
    "timekeeper": ("timekeeper", "time-keeper", "gardien du temps", "gardienne du temps", "cronometrador"),
}
_YES = frozenset(("yes", "y", "true", "any", "all", "oui", "sí", "si", "да", "نعم", "是"))
_NO = frozenset(("no", "n", "none", "false", "non", "нет", "لا", "否"))
_KINDS = ("sex", "gender", "age", "org_type", "delegation type", "delegation", "region", "state", "organisation")
_WORD = re.compile(r"[^\W_]+")
_BACKUP = "backup"


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """One seat of a role: who should take it, or the empty string, and a sentence why. `backup` steps in."""

    role: str
    person: str
    backup: bool
    sentence: str


@dataclass(frozen=True, kw_only=True)
class _Seat:
    role: str
    backup: bool
    must: bool


def propose_roles(
    members: Sequence[Member],
    group: Sequence[str],
    plan: Mapping[str, Role],
    language: str = "",
    past: Past | None = None,
) -> dict[str, tuple[str, ...]]:
    """The ids for each role of the plan, those who step in last; see `proposals` for how they are chosen."""
    found: dict[str, list[str]] = {role: [] for role in plan}
    for proposed in proposals(members, group, plan, language, past):
        if proposed.person:
            found[proposed.role].append(proposed.person)
    return {role: tuple(people) for role, people in found.items()}


def proposals(
    members: Sequence[Member],
    group: Sequence[str],
    plan: Mapping[str, Role],
    language: str = "",
    past: Past | None = None,
) -> tuple[Proposed, ...]:
    """Every seat of the plan's roles in one group of ids, in the plan's order, those who step in after the others.

    First comes who has no other role in this group, then who works in `language` (as it stands on the list; the
    empty string asks for none), then whose function names the role or who is willing, then who had fewest roles
    before (`past`), then who has experience. Of those who are equal in all this it takes whose kind (sex, age,
    organisation, region, as far as known) has had fewest roles here and before, so that it is not always the same
    kind of person; and of those still equal by a lot that anybody can draw again: the smallest SHA-256 of role,
    group and name, which favours no letter of the alphabet and no id. Seats that few are willing to take are filled
    first. Nobody has two roles while somebody is free, and optional roles and those who step in rather stay empty.
    Observers, staff, interpreters and assistants are never proposed.
    """
    inside = set(group)
    people = [member for member in members if member.id in inside and is_counted(member)]
    desk = _Desk(people, language, past or {}, members)
    seats = [seat for role, asked in plan.items() for seat in _seats(role, asked)]
    taken = {seat: desk.take(seats[seat]) for seat in sorted(range(len(seats)), key=lambda at: desk.urgency(seats[at]))}
    return tuple(taken[seat] for seat in range(len(seats)))


def _seats(role: str, asked: Role) -> list[_Seat]:
    first = [_Seat(role=role, backup=False, must=not asked.optional)] * asked.per_group
    return first + [_Seat(role=role, backup=True, must=False)] * asked.backup


class _Desk:
    """The people of one group, and who has which role so far."""

    def __init__(self, people: Sequence[Member], language: str, past: Past, everybody: Sequence[Member]) -> None:
        self._people = people
        self._language = language.strip().casefold()
        self._past = past
        self._roles: dict[str, set[str]] = {}
        self._kinds = Counter[tuple[str, str]]()
        for member in everybody:
            self._count(member, self._turns(member))
        self._group = sorted(member.name for member in people)

    def urgency(self, seat: _Seat) -> tuple[bool, bool, int]:
        """What must be filled first, then what fewest would take."""
        would = sum(self._will(member, seat.role) == 0 for member in self._people)
        return not seat.must, seat.backup, would or len(self._people)

    def take(self, seat: _Seat) -> Proposed:
        """Gives the seat to who comes first."""
        able = [
            member
            for member in self._people
            if seat.role not in self._roles.get(member.id, ()) and (seat.must or member.id not in self._roles)
        ]
        if not able:
            return Proposed(role=seat.role, person="", backup=seat.backup, sentence=_nobody(seat))
        first = min(able, key=lambda member: self._rank(member, seat.role))
        equals = [one for one in able if self._merit(one, seat.role) == self._merit(first, seat.role)]
        said = self._sentence(first, seat, len(equals))
        self._roles.setdefault(first.id, set()).add(seat.role)
        self._count(first, 1)
        return Proposed(role=seat.role, person=first.id, backup=seat.backup, sentence=said)

    def _rank(self, member: Member, role: str) -> tuple[object, ...]:
        kind = sum(self._kinds[each] for each in _kinds(member))
        return *self._merit(member, role), kind, self._lot(member, role), sorted(member.attributes.items()), member.id

    def _merit(self, member: Member, role: str) -> tuple[int, ...]:
        return (
            member.id in self._roles,
            self._speaks(member),
            self._will(member, role),
            self._turns(member),
            self._turns(member, role),
            not _says(of_meaning(member, *EXPERIENCE), role),
        )

    def _speaks(self, member: Member) -> int:
        """0 if they work in the language, 1 if they state none, 2 if not."""
        spoken = of_meaning(member, *LISTS).casefold()
        if not self._language or self._language in parts_of(spoken):
            return 0
        return 2 if spoken else 1

    def _will(self, member: Member, role: str) -> int:
        """0 if they would, 1 if they do not say, 2 if they would not or are here for another role."""
        said, function = of_meaning(member, *WILLING), of_meaning(member, "function")
        if _names(function, role) or _says(said, role):
            return 0
        return 2 if said or any(_names(function, other) for other in _CALLED) else 1

    def _turns(self, member: Member, role: str = "") -> int:
        had = self._past.get(member.id, 0)
        if isinstance(had, int):
            return 0 if role else had
        return had[role] if role else sum(had.values())

    def _count(self, member: Member, times: int) -> None:
        self._kinds.update(dict.fromkeys(_kinds(member), times))

    def _lot(self, member: Member, role: str) -> str:
        written = "\x1f".join([role, *self._group, "", member.name])
        return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()

    def _sentence(self, member: Member, seat: _Seat, equals: int) -> str:
        turns = self._turns(member)
        language = shown(self._language)
        speaks = f"works in {language}", "has no language on the list", f"does not have {language} on the list"
        will = {0: "is willing", 2: "has not offered to"}.get(self._will(member, seat.role), "")
        reasons = [
            speaks[self._speaks(member)] if self._language else "",
            will,
            "has experience" if _says(of_meaning(member, *EXPERIENCE), seat.role) else "",
            f"has had {counted(turns, 'role', 'roles')} before" if turns else "has had no role before",
            "has another role in this group, since nobody is free" if member.id in self._roles else "",
            f"was taken among {equals} equals so that roles go round" if equals > 1 else "",
        ]
        return f"{_title(seat)}: {shown(member.name)} {_and(list(filter(None, reasons)))}."


def _kinds(member: Member) -> list[tuple[str, str]]:
    return [(name, value.casefold()) for name in _KINDS if (value := of_meaning(member, name))]


def _names(cell: str, role: str) -> bool:
    """Whether the cell names the role, in one of the words for it."""
    said = f" {' '.join(_WORD.findall(cell.casefold()))} "
    return any(f" {' '.join(_WORD.findall(word.casefold()))} " in said for word in _CALLED.get(role, (role,)))


def _says(cell: str, role: str) -> bool:
    """Whether the cell says yes to the role: by its name or to all."""
    return _names(cell, role) or not _YES.isdisjoint(map(str.casefold, parts_of(cell)))


def _nobody(seat: _Seat) -> str:
    return f"{_title(seat)}: nobody is free in this group{'' if seat.must else '; it can be left open'}."


def _title(seat: _Seat) -> str:
    name = shown(seat.role)
    return f"{name[0].upper()}{name[1:]}{f' ({_BACKUP})' if seat.backup else ''}"


def _and(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))
