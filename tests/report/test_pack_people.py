"""People on paper: who is on a list, and that no sensitive attribute ever gets there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_pack import GUESTS, printed
from rendered import TEXTS, text_of

from vaexercise.errors import Refused
from vaexercise.model.people import Participant
from vaexercise.model.plenary import Lines
from vaexercise.report.pack.badges import badges
from vaexercise.report.pack.guests import Guest, guests, places
from vaexercise.report.pack.roll import roll
from vaexercise.workshop.people.intake import add
from vaexercise.workshop.people.participants import record_people
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SENSITIVE = ("survivor", "Type of disability", "Access", "support_pair", "Wheelchair user", "Dietary needs", "Besoins")
OPEN = ("Organisation", "Pays / Country", "Organization", "State")
PRIVACY = "privacy:\n  sensitive: [Dietary needs]\n"


def lists(found: list[Guest]) -> str:
    """Badges and lists of these people, in every format that is text."""
    made = [
        badges(found),
        roll(found, by_group=True, internal=True),
        roll(found, by_group=False, internal=True),
        roll(found, by_group=False, internal=False),
    ]
    return "\n".join(text_of(ending)(printed(part)) for part in made for ending in TEXTS)


def opened(folder: Path, privacy: str = PRIVACY) -> tuple[Workshop, list[str]]:
    """The workshop with a promise, and the ids of its sessions."""
    with (folder / "workshop.yaml").open("a", encoding="utf-8") as file:
        file.write(privacy)
    workshop = Workshop(folder)
    return workshop, [session.id for session in workshop.sessions]


def test_no_sensitive_attribute_is_ever_printed(new_workshop: Callable[..., Path]) -> None:
    """Whatever the column is called that makes it so, and whatever stands there; open ones are printed."""
    workshop, _ = opened(new_workshop())
    session = workshop.session()

    @settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        secret=st.text("qxzj", min_size=6, max_size=12),
        columns=st.lists(st.sampled_from(SENSITIVE), min_size=1, unique=True),
        shown=st.sampled_from(OPEN),
    )
    def holds(secret: str, columns: list[str], shown: str) -> None:
        add(workshop, f"Ada {secret[:2]}", [f"{shown}=Lantern Trust", *(f"{column}={secret}" for column in columns)])
        text = lists(guests(workshop, session))
        assert secret not in text
        assert "Lantern Trust" in text

    holds()


def test_what_became_sensitive_later_is_not_printed_either(new_workshop: Callable[..., Path]) -> None:
    """The organiser calls a column sensitive after the list was read, or somebody's is kept apart."""
    folder = new_workshop()
    person = Participant(id="p1", name="Ada Quist", attributes={"Organisation": "Lantern Trust", "State": "Veldania"})
    other = Participant(id="p2", name="Bo Lind", sensitive={"State": "Tamarine"})
    record_people(Workshop(folder), [person, other])
    workshop, _ = opened(folder, "privacy:\n  sensitive: [organisation]\n")
    text = lists(guests(workshop, workshop.session()))
    assert "Ada Quist" in text
    assert [word for word in ("Lantern", "Veldania", "Tamarine") if word in text] == []


@pytest.mark.parametrize(
    ("said", "agreed"),
    [("yes", True), ("Oui", True), ("list; photo", True), ("no", False), ("", False), ("photo", False)],
)
def test_a_published_list_has_those_who_agreed(new_workshop: Callable[..., Path], said: str, agreed: bool) -> None:  # noqa: FBT001
    """Once anybody was asked; an empty cell is no consent. The internal list has everybody."""
    workshop = Workshop(new_workshop())
    add(workshop, "Ada Quist", [f"consent={said}", "Organisation=Lantern Trust"])
    add(workshop, "Bo Lind", ["consent=no"])
    found = guests(workshop, workshop.session())
    public = text_of(".txt")(printed(roll(found, by_group=False, internal=False)))
    internal = text_of(".txt")(printed(roll(found, by_group=False, internal=True)))
    assert ("Ada Quist" in public) is agreed
    assert "Bo Lind" not in public
    assert "did not agree to it" in public
    assert "Ada Quist" in internal
    assert "Bo Lind" in internal


def test_where_nobody_was_asked_the_list_has_everybody(new_workshop: Callable[..., Path]) -> None:
    """Then the organiser has decided for all, and no sentence speaks of consent."""
    workshop = Workshop(new_workshop())
    add(workshop, "Ada Quist", [])
    text = text_of(".txt")(printed(roll(guests(workshop, workshop.session()), by_group=True, internal=False)))
    assert "Ada Quist" in text
    assert "agree" not in text


def test_an_internal_list_says_so_above_the_first_name() -> None:
    """In every format; a published one does not."""
    for ending in TEXTS:
        text = text_of(ending)(printed(roll(GUESTS, by_group=True, internal=True)))
        assert ending == ".json" or text.index("Internal: ") < text.index("Amina Castellan")
    assert json.loads(text_of(".json")(printed(roll(GUESTS, by_group=True, internal=True))))["thing"]["internal"]
    assert "Internal" not in text_of(".txt")(printed(roll(GUESTS, by_group=True, internal=False)))


def test_a_list_by_group_has_each_person_once_those_without_a_group_last() -> None:
    """And one by name says each group beside the name; what nobody knows leaves nothing."""
    blocks = roll(GUESTS, by_group=True, internal=True).sections[0].blocks
    assert [block.title for block in blocks if isinstance(block, Lines)] == ["Group 1", "Group 2", "In no group"]
    text = text_of(".txt")(printed(roll(GUESTS, by_group=False, internal=True)))
    assert [text.count(guest.name) for guest in GUESTS] == [1] * len(GUESTS)
    assert "\n- Amina Castellan (Ministry of Health, Veldania, Group 1)\n" in text
    assert "\n- فاطمة الزهراني (Tamarine, Group 1)\n" in text
    alone = text_of(".txt")(printed(roll([Guest("Ada Quist")], by_group=False, internal=True)))
    assert alone.endswith("\n- Ada Quist\n")
    assert text_of(".txt")(printed(roll([], by_group=False, internal=True))).endswith("0 people.\n")


def test_people_have_the_group_of_the_round(workshop_with_groups: Path) -> None:
    """As it was drawn; a round that nobody drew is said."""
    workshop = Workshop(workshop_with_groups)
    found = guests(workshop, workshop.session())
    assert {guest.group for guest in found} == {"g1", "g2", "g3"}
    with pytest.raises(Refused, match="no groups in round 2"):
        guests(workshop, workshop.session(), 2)


def test_rooms_belong_to_groups_in_their_order(new_workshop: Callable[..., Path]) -> None:
    """The first room is that of group 1; a group beyond them has none."""
    workshop, _ = opened(new_workshop(), "rooms:\n  - name: Red\n  - name: Blue\n    offers: [step-free]\n")
    found = places(workshop, ("g1", "g2", "g3"))
    assert [place.room and place.room.name for place in found] == ["Red", "Blue", None]
