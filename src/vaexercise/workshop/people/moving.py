"""Changes of the day: what a move, an exchange, a late arrival or a no-show does to every rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.workshop.people import seating
from vaexercise.workshop.people.drawing import members, rooms, rules_of
from vaexercise.workshop.people.participants import check_all_here

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from vaexercise.grouping.day.effects import Effect
    from vaexercise.grouping.day.placing import Choice
    from vaexercise.grouping.day.repair import Repair
    from vaexercise.model.groups import Draw
    from vaexercise.model.session import Session
    from vaexercise.workshop.people.seating import Seats
    from vaexercise.workshop.workshop import Workshop


class Seating:
    """The seats of one round as they are now, and how to change them: not in a handed-out copy (`Refused`)."""

    def __init__(self, workshop: Workshop, session: Session, turn: int = 1) -> None:
        self.workshop, self.session = workshop, session
        self.draw: tuple[str, Draw] = seating.the_draw(workshop, session, turn)

    @property
    def seats(self) -> Seats:
        """Group key to participant ids."""
        return seating.seats(self.workshop, self.session, *self.draw)

    def group_of(self, person: str) -> str:
        """The key of a person's group, empty for none."""
        return next((key for key, people in self.seats.items() if person in people), "")

    def place(self, placings: Mapping[str, str]) -> tuple[Effect, ...]:
        """Seat people by hand, and say what that does to each rule."""
        from vaexercise.grouping.day.effects import effects

        check_all_here(self.workshop)
        before = list(self.seats.values())
        seating.record_placings(self.workshop, self.session, self.draw, placings)
        after = list(self.seats.values())
        return effects(members(self.workshop), before, after, rules_of(self.draw[1]), rooms(self.workshop))

    def choices(self, person: str, private: Collection[str]) -> tuple[Choice, ...]:
        """The groups for somebody without a seat, the best first."""
        from vaexercise.grouping.day.placing import best_group

        now, rules = list(self.seats.values()), rules_of(self.draw[1])
        return best_group(person, members(self.workshop), now, rules, rooms(self.workshop), private=private)

    def repair(self, absent: Collection[str]) -> Repair:
        """The fewest moves after some did not come; nothing is recorded."""
        from vaexercise.grouping.day.repair import repair

        now, rules = list(self.seats.values()), rules_of(self.draw[1])
        held = seating.locked(self.workshop, self.session)
        return repair(members(self.workshop), now, rules, absent, rooms(self.workshop), locked=held)

    def take(self, found: Repair, absent: Collection[str]) -> None:
        """Record a repair, with those who did not come."""
        check_all_here(self.workshop)
        now = {person: key for key, people in self.seats.items() for person in people}
        then = {person: f"g{number}" for number, people in enumerate(found.after, start=1) for person in people}
        moved = {person: key for person, key in then.items() if now.get(person) != key}
        seating.record_placings(
            self.workshop, self.session, self.draw, {**moved, **dict.fromkeys(absent, seating.NOWHERE)}
        )
