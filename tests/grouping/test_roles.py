"""Who is proposed to facilitate, report and keep time."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_day import hostile, people
from invented_panel import panel, plain

from vaexercise.grouping.member import Member, is_counted
from vaexercise.grouping.roles import proposals, propose_roles
from vaexercise.model.exercise import Role

PLAN = {"facilitator": Role(), "rapporteur": Role(backup=1), "timekeeper": Role(optional=True)}
ONE = {"rapporteur": Role()}


def ids(members: list[Member]) -> list[str]:
    return [member.id for member in members]


@settings(deadline=None, max_examples=200)
@given(people(), st.sampled_from(["", "en", "fr"]), st.dictionaries(st.sampled_from(["ada", "ben"]), st.integers(0, 3)))
def test_nobody_has_two_roles_while_somebody_is_free(
    members: list[Member], language: str, past: dict[str, int]
) -> None:
    """Who only observes or interprets gets no role, and a second role is given only where a needed one stays open."""
    found = propose_roles(members, ids(members), PLAN, language, past)
    holders = [person for role in found.values() for person in role]
    able = {member.id for member in members if is_counted(member)}
    assert set(holders) <= able
    assert all(len(role) == len(set(role)) for role in found.values())
    if len(able) >= 2:
        assert len(holders) == len(set(holders)) == min(4, len(able))
    assert (found["facilitator"] != ()) == (found["rapporteur"] != ()) == bool(able)
    assert found == propose_roles(members[::-1], ids(members)[::-1], PLAN, language, past)


@settings(deadline=None, max_examples=60)
@given(people(), st.integers(0, 2))
def test_ids_do_not_matter(members: list[Member], times: int) -> None:
    """Other random ids give the roles to the same names, with the same reasons."""
    new = [member._replace(id=f"z{9 - n}") for n, member in enumerate(members)]
    one = proposals(members, ids(members), PLAN, "en", {members[0].id: times})
    two = proposals(new, ids(new), PLAN, "en", {new[0].id: times})
    assert [each.sentence for each in one] == [each.sentence for each in two]


def test_language_then_willingness_then_turns_then_experience() -> None:
    """Each reason counts before the next, and the sentence says which hold."""
    members = plain(
        *"ABCDE",
        languages=["fr", "en", "en", "en", "en"],
        willing=["rapporteur", "yes", "Rapporteur; timekeeper", "", "no"],
        experience=["yes", "", "", "rapporteur", "yes"],
    )
    past: dict[str, Counter[str] | int] = {"b": Counter({"rapporteur": 2}), "d": 1}
    order = []
    while ids(members):
        (found,) = proposals(members, ids(members), ONE, "EN", past)
        order.append(found.person)
        members = [member for member in members if member.id != found.person]
        if found.person == "c":
            assert found.sentence == "Rapporteur: C works in en, is willing and has had no role before."
        if found.person == "b":
            assert found.sentence == "Rapporteur: B works in en, is willing and has had 2 roles before."
    assert order == ["c", "b", "d", "e", "a"]


def test_experience_decides_between_equals() -> None:
    """Of two who are alike otherwise, who has done it before elsewhere comes first."""
    members = plain("Ada", "Ben", experience=["", "rapporteuse"])
    assert propose_roles(members, ["ada", "ben"], ONE) == {"rapporteur": ("ben",)}


def test_who_is_named_for_a_role_has_it() -> None:
    """A function on the list names a role, in several languages, and keeps that person from other roles."""
    members = plain(*"ABCD", function=["Facilitatrice", "participant", "rapporteur", "moderator"])
    found = propose_roles(members, list("abcd"), {"rapporteur": Role(), "facilitator": Role(per_group=2)})
    assert found["rapporteur"] == ("c",)
    assert set(found["facilitator"]) == {"a", "d"}


def test_the_scarce_come_first() -> None:
    """Who alone is willing for one role is not used up for another that many would take."""
    members = plain(*"ABC", willing=["facilitator; rapporteur", "facilitator", "facilitator"])
    found = propose_roles(members, list("abc"), {"facilitator": Role(), "rapporteur": Role()})
    assert found["rapporteur"] == ("a",)


def test_a_role_that_nobody_asked_for_waits() -> None:
    """Who is willing for one role is not taken for another that nobody is willing to take, however able they are."""
    members = plain("Ada", "Ben", willing=["rapporteur", "no"], experience=["facilitator", ""])
    found = propose_roles(members, ["ada", "ben"], {"facilitator": Role(), "rapporteur": Role()})
    assert found == {"facilitator": ("ben",), "rapporteur": ("ada",)}


def test_roles_go_round() -> None:
    """With turns counted, everybody has had a role before anybody has two."""
    members = panel(8)
    past: Counter[str] = Counter()
    for _ in range(4):
        past.update(
            person
            for role in propose_roles(members, ids(members), {"facilitator": Role(), **ONE}, past=past).values()
            for person in role
        )
    assert sorted(past.values()) == [1] * 8


def test_not_always_the_same_kind() -> None:
    """Among equals the kinds take turns, within a group and from group to group, and no sentence says so of anybody."""
    members = plain(*"ABCDEFGH", sex=list("ffffffmm"))
    found = propose_roles(members, list("abcdefgh"), {"facilitator": Role(), "rapporteur": Role()})
    sexes = {member.id: member.attributes["sex"] for member in members}
    assert sorted(sexes[role[0]] for role in found.values()) == ["f", "m"]
    for holder, next_kind in (("a", "m"), ("g", "f")):
        (person,) = propose_roles(members, list("bcdefh"), ONE, past={holder: 1})["rapporteur"]
        assert sexes[person] == next_kind
    said = " ".join(each.sentence for each in proposals(members, list("abcdefgh"), PLAN))
    assert "equals so that roles go round" in said
    assert "sex" not in said


def test_the_lot_favours_no_letter() -> None:
    """Among people alike in everything it is not always the first of the alphabet."""
    names = [f"{letter}{n}" for n in range(6) for letter in "ABCD"]
    members = plain(*names)
    groups = [[m.id for m in members[start : start + 4]] for start in range(0, 24, 4)]
    places = {sorted(group).index(propose_roles(members, group, ONE)["rapporteur"][0]) for group in groups}
    assert len(places) > 1


def test_small_groups() -> None:
    """One person takes both needed roles and is told why; what can be left open is left open."""
    found = proposals(plain("Ada"), ["ada"], PLAN)
    assert [(each.role, each.person, each.backup) for each in found] == [
        ("facilitator", "ada", False),
        ("rapporteur", "ada", False),
        ("rapporteur", "", True),
        ("timekeeper", "", False),
    ]
    assert found[1].sentence == (
        "Rapporteur: Ada has had no role before and has another role in this group, since nobody is free."
    )
    assert found[2].sentence == "Rapporteur (backup): nobody is free in this group; it can be left open."
    assert propose_roles([], [], PLAN) == {"facilitator": (), "rapporteur": (), "timekeeper": ()}


def test_hostile_names_and_private_columns() -> None:
    """Names of any kind and length give short sentences, without a word on sensitive attributes."""
    members = [m._replace(attributes={**m.attributes, "access": "braille", "willing": "yes"}) for m in hostile()]
    for each in proposals(members, ids(members), {"x" * 500: Role(), **PLAN}, "en"):
        assert len(each.sentence) < 300
        assert not any(word in each.sentence for word in ("survivor", "braille", "access"))
