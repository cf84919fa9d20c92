"""What is in the way of a draw, by name and by the line of each rule, and what would help."""

from __future__ import annotations

import subprocess
import sys
from random import Random

import pytest
from drawing_once import assign
from invented_panel import panel, plain

from vaexercise.errors import Impossible
from vaexercise.grouping.member import Member
from vaexercise.grouping.oracle import conflict
from vaexercise.grouping.oracle.feasibility import Feasibility, feasible
from vaexercise.model.rules import Apart, AtLeast, AtMost, Fixed, Language, NoIsolate, Room, Rule, Spread, Together

PEOPLE = panel(45, 202)
IDS = [member.id for member in PEOPLE]
MINORITY = [member.id for member in PEOPLE if member.attributes["origin"] == "minority"]
OTHERS: list[Rule] = [
    *(Apart(people=(IDS[20 + k], IDS[30 + k])) for k in range(8)),
    Together(people=(IDS[40], IDS[41])),
    Fixed(person=IDS[42], group=3),
    Fixed(person=IDS[43], group=1),
]
SIX = ("Ada", "Ben", "Cyr", "Dot", "Eve", "Fay")


def pairs(*places: tuple[int, int]) -> list[Rule]:
    return [Apart(people=(IDS[one], IDS[two])) for one, two in places]


def fixed(people: list[str], group: int) -> list[Rule]:
    return [Fixed(person=person, group=group) for person in people]


def numbers(found: Feasibility) -> list[int]:
    return [part.number for clash in found.conflicts for part in clash.parts]


@pytest.mark.parametrize(
    ("rules", "members"),
    [
        ([Together(people=(IDS[0], IDS[1])), Together(people=(IDS[1], IDS[2])), *pairs((0, 2))], 3),
        ([*fixed(IDS[:2], 2), *pairs((0, 1))], 3),
        (pairs((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)), 6),
        (pairs(*((k, (k + 1) % 5) for k in range(5)), *((k, 5) for k in range(5))), 10),
        ([AtLeast(where={"gender": "other"}, n=2)], 1),
        ([Together(people=tuple(IDS[:17]))], 1),
        (fixed([IDS[k] for k in range(15)], 1), 16),
        ([*fixed(MINORITY[:-1], 1), AtLeast(where={"origin": "minority"}, n=1)], len(MINORITY)),
        ([*(Together(people=(IDS[k], IDS[k + 1])) for k in range(6)), *fixed([IDS[0]], 1), *fixed([IDS[6]], 3)], 8),
    ],
    ids=[
        "a triangle of together and apart",
        "two fixed to one group, kept apart",
        "four mutually apart in three groups",
        "an odd wheel, which needs four groups",
        "a minimum of what too few are",
        "seventeen together in groups of fifteen",
        "sixteen fixed to fifteen seats",
        "all but one of a kind fixed to one group",
        "a chain of together between two groups",
    ],
)
def test_what_cannot_be(rules: list[Rule], members: int) -> None:
    """Among rules that are harmless, exactly those in conflict are found, with their lines, and proved minimal."""
    asked = [*OTHERS, *(type(rule)(**{**vars(rule), "origin": f"rules.yaml:{n}"}) for n, rule in enumerate(rules, 1))]
    found = feasible(PEOPLE, 3, asked)
    assert found.state == "impossible"
    clashing = [part for clash in found.conflicts for part in clash.parts]
    assert len(clashing) == members
    assert all(clash.minimal for clash in found.conflicts)
    assert all(part.origin in found.sentences[0] for part in clashing)
    assert sum(part.origin.startswith("rules.yaml:") for part in clashing) >= len(rules)
    with pytest.raises(Impossible, match=r"rules\.yaml:1"):
        assign(PEOPLE, 3, asked, 1)


def test_a_clash_of_five_among_sixty_five_rules() -> None:
    """Five rules that clash over four people are found among 65 on 200 people; without them all can hold."""
    members, rng = panel(200, 707), Random(5)  # noqa: S311  invented rules
    ids = [member.id for member in members]
    many: list[Rule] = []
    while len(many) < 60:
        one, two = ids[int(rng.random() * 200)], ids[199 - int(rng.random() * 100)]
        many += [Apart(people=(one, two))] if one != two else []
    clash: list[Rule] = [
        Together(people=tuple(ids[:3]), origin="day.yaml:2"),
        Together(people=(ids[3], ids[4])),
        Fixed(person=ids[0], group=4),
        Fixed(person=ids[3], group=4),
        Apart(people=(ids[2], ids[4])),
    ]
    rules = [*many[:30], *clash[:2], *many[30:], *clash[2:]]
    assert numbers(feasible(members, 25, rules)) == [31, 32, 63, 64, 65]
    assert (
        "Person 000 and Person 002 sit together by rule 31 (keep together: "
        in feasible(members, 25, rules).sentences[0]
    )
    assert feasible(members, 25, many).state == "possible"


def test_all_conflicts_at_once() -> None:
    """Conflicts that have nothing to do with each other are all told, each with its own rules."""
    rules: list[Rule] = [
        Fixed(person="Ada", group=1),
        Fixed(person="Ada", group=2),
        Together(people=("Ben", "Cyr")),
        Apart(people=("Ben", "Cyr")),
        Together(people=("Dot", "Nobody")),
    ]
    found = feasible(plain(*SIX), 2, rules)
    assert [[part.number for part in clash.parts] for clash in found.conflicts] == [[5], [1, 2], [3, 4]]
    assert len(found.sentences) == 3
    assert found.conflicts[2].parts[0].people == ("Ben", "Cyr")


def test_large_sets_are_named_by_those_who_matter() -> None:
    """Of a rule on many people a conflict names only those whom it takes."""
    rules: list[Rule] = [Apart(people=SIX[:3]), Fixed(person="Fay", group=1), Together(people=SIX[1:4])]
    assert feasible(plain(*SIX, *"GHI"), 3, rules).sentences == (
        (
            "These cannot all hold: Ben and Cyr sit apart by rule 1 (keep apart: Ada, Ben, Cyr); Ben and Cyr sit "
            "together by rule 3 (keep together: Ben, Cyr, Dot): drop one of them."
        ),
    )


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (AtLeast(where={"sex": "f"}, n=2), "At least 1 instead of 2 is possible in rule 4"),
        (AtMost(where={"sex": "f"}, n=2), "At most 3 instead of 2 is possible in rule 4"),
    ],
)
def test_the_nearest_number(rule: Rule, said: str) -> None:
    """With a conflict comes the nearest number that all other rules allow."""
    members = plain(*SIX, sex=["f", "f", "f", "f", "m", "m"])
    found = feasible(members, 2, [*fixed(["ada", "ben", "cyr"], 1), rule])
    assert said in found.sentences[0]
    assert found.conflicts[0].nearest[0].lower() in found.sentences[0].lower()


def test_rooms() -> None:
    """Who needs a room has it in every draw; too few such seats and no such room are said, with names."""
    members = plain(*SIX, access=["Step free", "large print, step-free", "", "", "", "step-freed"])
    for seed in range(10):
        drawn = assign(members, 3, [Room()], seed, rooms=[("A", []), ("B", ["Step-free"]), ("C", [])])
        assert drawn.groups[1] == ("ada", "ben")
        assert drawn.outcomes[0].sentence == "Room that is step-free: everybody who needs it sits in B."
    rooms = [("Hall", ["step-free"]), ("Attic", [])]
    said = feasible(members, 3, [Room(), Fixed(person="Cyr", group=1)], rooms).sentences[0]
    assert said.startswith(
        "Group 1 has 2 seats, but 3 people (Ada, Ben, Cyr) are to sit there: Ada and Ben sit in Group 1"
    )
    assert "no group has such a room: the rooms are Attic" in feasible(members, 2, [Room()], rooms[1:]).sentences[0]
    assert "no rooms are known" in feasible(members, 2, [Room()]).notes[0]


def test_soft_room() -> None:
    """A soft room rule is a wish: it is kept where it can be, and counted where not."""
    members = plain(*SIX, access=["step-free"] * 4 + [""] * 2)
    drawn = assign(members, 2, [Room(weight=2)], 1, rooms=[("A", ["step-free"]), ("B", [])])
    assert drawn.outcomes[0].faults == 1
    assert "1 person sits in another room" in drawn.outcomes[0].sentence


def speaking(languages: str, interpreters: str = "", **column: list[str]) -> list[Member]:
    spoken = [*languages.split(), *interpreters.split()]
    function = [""] * len(languages.split()) + ["Interpreter"] * len(interpreters.split())
    return plain(*(f"P{n}" for n in range(len(spoken))), languages=spoken, function=function, **column)


def test_few_interpreters_gather_those_who_need_them() -> None:
    """With one interpreter for three groups, all who need one sit there; each group can work, on every seed."""
    members = speaking("en " * 9 + "ar ar", "ar;en")
    for seed in range(10):
        drawn = assign(members, 3, [Language(), Spread(by="languages")], seed)
        assert any({"p9", "p10", "p11"} <= set(group) for group in drawn.groups)
        assert "with interpretation for 2" in drawn.outcomes[0].sentence


def test_signing_takes_two() -> None:
    """A signer sits with two sign-language interpreters; one is not enough, whoever of the group then signs."""
    members = speaking("en " * 7 + "bsl;en", "bsl;en bsl;en")
    for seed in range(5):
        groups = assign(members, 2, [Language()], seed).groups
        assert any({"p7", "p8", "p9"} <= set(group) for group in groups)
    found = feasible(members[:-1], 2, [Language()])
    assert found.sentences == (
        (
            "This cannot be, however people are seated: P7 can work in the language of their group, or through "
            "interpreters there, by rule 1 (a shared language in every group). With 4 groups it is possible. One more "
            "interpreter between bsl and en would help."
        ),
    )


def test_what_would_help_with_languages() -> None:
    """Two speakers whom rules pull apart need one more interpreter, or the same group."""
    members = speaking("en en en ar ar", "ar;en")
    rules: list[Rule] = [Language(), Fixed(person="P3", group=1), Fixed(person="P4", group=2)]
    clash = feasible(members, 2, rules).conflicts[0]
    assert [part.number for part in clash.parts] == [1, 2, 3]
    assert clash.parts[0].people == ("P3", "P4")
    assert clash.helps == ("one more interpreter between ar and en would help.", "or seat P3 and P4 in one group.")


def test_shared_languages_need_no_interpreters() -> None:
    """Where the rule wants a shared language, interpreters do not count, and groups form by language."""
    members = speaking("en en ar ar", "ar;en ar;en")
    groups = assign(members, 2, [Language(need="shared")], 1).groups
    assert sorted(tuple(sorted(group))[:2] for group in groups) == [("p0", "p1"), ("p2", "p3")]
    assert feasible(speaking("en ar fr", "ar;en fr;en"), 2, [Language(need="shared")]).state == "impossible"
    assert feasible(speaking("en ar fr", "ar;en fr;en"), 2, [Language()]).state == "possible"


def test_interpreters_in_a_chain_of_languages() -> None:
    """Without a language that all interpreters know, a group may work in one that nobody else would choose."""
    members = speaking("en fr", "en;ar fr;ar ar;es")
    assert feasible(members, 1, [Language()]).state == "possible"
    assert feasible(members[:3], 1, [Language()]).state == "impossible"
    rules: list[Rule] = [Language(), Apart(people=("P0", "P2")), Apart(people=("P0", "P3")), Apart(people=("P4", "P5"))]
    assert feasible(speaking("en fr ar es", "en;fr ar;es"), 2, rules).state == "possible"


@pytest.mark.parametrize(
    "pair",
    [["x", "x", "", ""], ["Ben", "", "", ""], ["ben", "", "", ""], ["x;y", "x", "y", ""], ["Ben", "cyr", "", ""]],
)
def test_support(pair: list[str]) -> None:
    """A shared word, a name, an id, several words and a chain of them keep people and their assistants together."""
    members = plain(*SIX, support_pair=[*pair, "", ""])
    for seed in range(5):
        group = next(
            group for group in assign(members, 2, [Together(by="support_pair")], seed).groups if "ada" in group
        )
        assert "ben" in group
        assert ("cyr" in group) or not ("y" in pair or "cyr" in pair)


def test_observers_and_staff_are_not_counted() -> None:
    """Observers, staff, interpreters and assistants sit, but count neither for minimums nor for shares."""
    function = ["observer", "Secretariat", "interpreter", "assistant", "participant", ""]
    members = plain(*SIX, sex=["f"] * 5 + ["m"], function=function)
    assert "only 1 person is so" in feasible(members, 2, [AtLeast(where={"sex": "f"}, n=1)]).sentences[0]
    assert feasible(members, 2, [AtMost(where={"sex": "f"}, n=1)]).state == "possible"
    drawn = assign(members, 2, [Spread(by="sex"), AtMost(where={"sex": "f"}, n=1)], 1)
    assert sorted(map(len, drawn.groups)) == [3, 3]


def test_a_few_steps_prove_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Out of steps, the answer is that nothing was found and nothing is proved, and a draw is still tried."""
    monkeypatch.setattr(conflict, "STEPS", 1)
    members = speaking("en en en fr fr fr")
    found = feasible(members, 2, [Language()])
    assert (found.state, found.sentences, found.groups) == ("not found, not proved", (), ())
    with pytest.raises(Impossible, match="not found, not proved"):
        assign(members, 3, [Language(), Apart(people=("p0", "p1", "p2"))], 1)


def test_hostile_names_do_no_harm() -> None:
    """Braces, markup, right-to-left text and 100,000 characters in names come out as they are, or cut."""
    names = ["{reasons}", "[/b]%s", "\u202eevil", "x" * 100_000]
    members = [Member(id=f"m{n}", name=name) for n, name in enumerate(names)]
    rules: list[Rule] = [Together(people=("m0", "m1")), Apart(people=("m0", "m1"))]
    with pytest.raises(Impossible) as raised:
        assign(members, 2, [*rules, Together(people=("m2", "m3", "m0"))], 1)
    assert "[/b]%s and {reasons} sit together" in str(raised.value)
    assert len(str(raised.value)) < 2000


def test_nobody_alone_as_a_hard_rule() -> None:
    """Two of a kind who are kept apart would each be the only one: that is proved, and found where a third comes."""
    rules: list[Rule] = [NoIsolate(by="sex", hard=True), Apart(people=("Ada", "Ben"))]
    assert feasible(plain(*SIX, sex=[*"ffmmmm"]), 2, rules).state == "impossible"
    assert feasible(plain(*SIX, "Gus", "Hal", sex=[*"ffffmmmm"]), 2, rules).state == "possible"


def test_interpreters_leave_the_balance() -> None:
    """Speakers gathered around seven interpreters among 150 people still allow a fair share of everything."""
    spoken = ["fr"] * 8 + ["ar"] * 5 + ["bsl"] * 3 + ["en"] * 134
    members = [
        Member(id=m.id, name=m.name, attributes={**m.attributes, "languages": language, "function": ""})
        for m, language in zip(panel(150), spoken, strict=True)
    ]
    for number, pair in enumerate(["fr;en"] * 3 + ["ar;en"] * 2 + ["bsl;en"] * 2):
        attributes = {"languages": pair, "function": "interpreter"}
        members.append(Member(id=f"i{number}", name=f"Interpreter {number}", attributes=attributes))
    drawn = assign(members, 20, [Language(), Spread(by="area"), Spread(by="stance")], 1)
    assert all(outcome.kept for outcome in drawn.outcomes)


def test_the_line_of_a_rule_is_not_part_of_the_input() -> None:
    """A draw has the same digest wherever its rules stand; rooms are part of it."""
    members = plain(*SIX, access=["step-free", "", "", "", "", ""])
    rules = [Room(), Room(origin="day.yaml:7")]
    rooms = [("A", ["step-free"]), ("B", [])]
    first, second = (assign(members, 2, [rule], 1, rooms=rooms).input for rule in rules)
    assert first == second
    assert first != assign(members, 2, rules[:1], 1, rooms=[("A", ["step-free"]), ("C", [])]).input


def test_no_numpy() -> None:
    """Looking whether a draw is possible loads no arrays."""
    modules = "vaexercise.grouping.oracle.feasibility, vaexercise.grouping.explain"
    code = f"import sys, {modules}; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
