"""A copy for one group's laptop holds what that group needs, nothing of anybody else, and merges back."""

from __future__ import annotations

import errno
import shutil
import tempfile
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import must
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from vaexercise.errors import FolderInUse, NoSuchFile, NotSaved, Refused
from vaexercise.model.groups import PLENARY, Draw
from vaexercise.model.people import Participant
from vaexercise.record.check import Places, faults
from vaexercise.record.disk import RealDisk
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.copies.handing_out import hand_out
from vaexercise.workshop.copies.merging import take_in
from vaexercise.workshop.log.references import broken_references
from vaexercise.workshop.log.undoing import steps, undo
from vaexercise.workshop.people import seating
from vaexercise.workshop.people.membership import member_names, rapporteur_name
from vaexercise.workshop.people.participants import erased_participants, participants, people_elsewhere, record_people
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vaexercise.model.feedback import Point
    from vaexercise.model.question import Question

GROUPS = ("g1", "g2", "g3")
NEW = tuple(f"new{n}" for n in range(4))


def bytes_of(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def names_of(folder: Path) -> set[str]:
    return {path.name for path in (folder / "log").iterdir()}


def out_for(home: Path, group: str, name: str = "") -> Path:
    opened = Workshop(home)
    folder = home.with_name(name or f"for-{group}")
    hand_out(opened, opened.session(), group, folder)
    return folder


def feedback(folder: Path, by: str = "") -> Feedback:
    opened = Workshop(folder, by=by)
    return Feedback(opened, opened.session())


def question(said: Feedback, name: str = "q-challenges") -> Question:
    return next(q for q in said.workshop.exercise(said.session).walk() if q.id == name)


def say(folder: Path, group: str, *words: str, by: str = "", asked: str = "q-challenges") -> list[Point]:
    said = feedback(folder, by)
    return said.add_points(question(said, asked), group, [{"text": word} for word in words])


def texts(folder: Path) -> set[str]:
    return {point.text for point in feedback(folder).points()}


def is_whole(folder: Path) -> bool:
    opened = Workshop(folder)
    places = Places(opened.log)
    return not faults(opened.log, places) and not broken_references(opened, places) and not opened.notices


def content(folder: Path) -> dict[str, object]:
    return {key: (r.body, r.erased) for key, r in Workshop(folder).fold.revisions.items()}


class Past:
    """A workshop after a few commands, and every word that was typed on the way: whose it is in the end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.words: dict[str, list[str]] = {}
        self.group_of: dict[str, str] = {}
        self.ids: list[str] = []
        self.people: dict[str, list[str]] = {}
        self.typists: list[str] = []
        self._count = 0

    def word(self, about: str) -> str:
        self._count += 1
        return f"{about}-{self._count}-zq"

    def do(self, step: tuple[str, int, str]) -> None:
        kind, number, group = step
        self.typists.append(self.word("typist"))
        said = feedback(self.folder, self.typists[-1])
        if kind == "say":
            self._say(said, group)
        elif kind == "person":
            self._person(said.workshop, NEW[number % len(NEW)])
        elif kind == "seat":
            self._seat(said, NEW[number % len(NEW)], group)
        elif kind == "draw":
            self._draw(said, number)
        elif kind == "answer":
            self._answer(said, group)
        elif self.ids:
            self._change(said, kind, self.ids[number % len(self.ids)], group)

    def _say(self, said: Feedback, group: str) -> None:
        [point] = said.add_points(question(said), group, [{"text": (word := self.word("said"))}])
        self.ids.append(point.id)
        self.words[point.id], self.group_of[point.id] = [word], group

    def _answer(self, said: Feedback, group: str) -> None:
        key, word = f"answer of {group}", self.word("answer")
        said.set_answer(question(said, "q-actors"), group, {"text": word})
        self.words.setdefault(key, []).append(word)
        self.group_of[key] = group

    def _change(self, said: Feedback, kind: str, key: str, group: str) -> None:
        point = next((p for p in said.points() if p.id == key), None)
        if point is None:
            return
        word = self.word(kind)
        if kind == "edit":
            said.change_point(point, {"text": word})
        elif kind == "private":
            said.mark(point, "private", {"reason": word})
        elif kind == "move":
            said.move_point(point, point.question, group)
            self.group_of[key] = group
        else:
            said.delete_point(point)
        self.words[key].append(word)

    def _person(self, workshop: Workshop, key: str) -> None:
        name, organisation, access = self.word("name"), self.word("organisation"), self.word("access")
        person = Participant(id=key, name=name, attributes={"organisation": organisation}, sensitive={"access": access})
        record_people(workshop, [person])
        self.people.setdefault(key, []).extend([name, organisation])
        self.people.setdefault("nobody", []).append(access)

    def _seat(self, said: Feedback, key: str, group: str) -> None:
        if key in self.people:
            draw = seating.the_draw(said.workshop, said.session)
            seating.record_placings(said.workshop, said.session, draw, {key: group})

    def _draw(self, said: Feedback, number: int) -> None:
        """Another round; every other time with a rule that names somebody."""
        ids = [person.id for person in participants(said.workshop)]
        name = participants(said.workshop)[number % len(ids)].name
        rules = ({"rule": "apart", "people": [name, ids[0]]},) if number % 2 else ()
        groups = tuple(tuple(ids[n::3]) for n in range(3))
        made = Draw(seed=number, engine="x", input="", groups=groups, round=2, rules=rules)
        seating.record_draws(said.workshop, said.session, [made])


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["say", "say", "edit", "move", "delete", "private", "answer", "person", "person", "seat", "draw"]
        ),
        st.integers(0, 9),
        st.sampled_from(GROUPS),
    ),
    max_size=14,
)


def members(folder: Path, group: str) -> set[str]:
    opened = Workshop(folder)
    session = opened.session()
    return {
        person
        for turn in seating.rounds(opened, session)
        for draw in seating.draws(opened, session, turn)
        for person in seating.seats(opened, session, *draw).get(group, ())
    }


def secrets_of(past: Past, group: str) -> Iterator[str]:
    inside = members(past.folder, group)
    yield from (p.name for p in participants(Workshop(past.folder)) if p.id not in inside)
    yield from (word for key, words in past.people.items() if key not in inside for word in words)
    yield from (word for key, words in past.words.items() if past.group_of[key] != group for word in words)
    yield from past.typists


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=STEPS, group=st.sampled_from(GROUPS))
@example(
    done=[("say", 0, "g2"), ("private", 0, "g2"), ("move", 0, "g1"), ("person", 1, "g1"), ("draw", 1, "g1")], group="g2"
)
@example(
    done=[("person", 0, "g2"), ("seat", 0, "g2"), ("person", 0, "g2"), ("seat", 0, "g3"), ("answer", 0, "g3")],
    group="g2",
)
def test_no_byte_of_others_is_handed_out_and_all_merges_back(
    done: list[tuple[str, int, str]], group: str, made_once: Path
) -> None:
    """Whatever was done before: nothing of others goes, what is the group's goes, and home only grows."""
    with tempfile.TemporaryDirectory() as place:
        past = Past(Path(shutil.copytree(made_once.with_name("with-groups"), Path(place) / "home")))
        for step in done:
            past.do(step)
        laptop, before, files = out_for(past.folder, group), content(past.folder), names_of(past.folder)
        held = bytes_of(laptop)
        assert [word for word in secrets_of(past, group) if word.encode() in held] == []
        own = {p.text for p in feedback(past.folder).points() if p.group == group}
        assert texts(laptop) == own
        assert is_whole(laptop)
        say(laptop, group, "typed there")
        for _ in range(2):
            take_in(Workshop(past.folder), laptop)
            after = content(past.folder)
            assert {key: after[key] for key in before} == before
            assert len(after) == len(before) + 2
            assert names_of(past.folder) - files == names_of(laptop) - files
        assert texts(past.folder) >= own | {"typed there"}


def test_of_people_only_the_names_of_the_group_are_there(workshop: Path) -> None:
    """Nothing else about anybody leaves: no attribute stands in any byte; nobody is called forgotten."""
    home = Workshop(workshop)
    names = member_names(home, home.session(), "g2")
    opened = Workshop(out_for(workshop, "g2"))
    assert len(names) == 16
    assert member_names(opened, opened.session(), "g2") == names
    assert participants(opened) == []
    assert len(people_elsewhere(opened)) == 48
    assert erased_participants(opened) == []
    held = bytes_of(opened.folder / "log")
    organisations = {str(person.attributes["organisation"]) for person in participants(home)}
    assert [word for word in organisations if word and word.encode() in held] == []


def test_the_rapporteur_is_known_there(workshop: Path) -> None:
    """By name, as the role was given at home."""
    person = min(members(workshop, "g2"))
    must("groups", "roles", "--group", "2", "--set", f"rapporteur={person}", "--workshop", workshop)
    home, opened = Workshop(workshop), Workshop(out_for(workshop, "g2"))
    name = next(p.name for p in participants(home) if p.id == person)
    assert rapporteur_name(opened, opened.session(), "g2") == name


def test_whoever_typed_for_the_group_in_any_round_is_known(workshop: Path) -> None:
    """Rounds seat people anew: the sittings of whoever is in the group once go with it."""
    must("groups", "assign", "--groups", "3", "--rounds", "2", "--seed", "1", "--fresh", "--workshop", workshop)
    names = {person.id: person.name for person in participants(Workshop(workshop))}
    inside = members(workshop, "g2")
    assert len(inside) > 16
    for key in inside:
        say(workshop, "g2", "x", by=names[key])
    who = {str(body.get("by")) for _, body in Workshop(out_for(workshop, "g2")).fold.slots("sitting/")}
    assert who >= {names[key] for key in inside}


def test_a_deleted_point_keeps_its_code_taken(workshop_with_groups: Path) -> None:
    """The laptop knows of it, so that no code is given twice."""
    said = feedback(workshop_with_groups)
    first, second = said.add_points(question(said), "g2", [{"text": "one"}, {"text": "two"}])
    said.delete_point(second)
    [there] = say(out_for(workshop_with_groups, "g2"), "g2", "three")
    assert (first.code, second.code, there.code) == ("G2-Q1-01", "G2-Q1-02", "G2-Q1-03")


@pytest.mark.parametrize("order", list(permutations(["g1", "g2", "home"])))
def test_several_laptops_merge_back_in_any_order(order: tuple[str, ...], workshop: Path) -> None:
    """Two groups typed apart, and somebody at home meanwhile: all is there, under codes of its own."""
    laptops = {group: out_for(workshop, group) for group in ("g1", "g2")}
    for name in order:
        if name == "home":
            say(workshop, "g3", "typed at home")
        else:
            say(laptops[name], name, f"typed by {name}")
    for name in order:
        if name != "home":
            take_in(Workshop(workshop), laptops[name])
    assert texts(workshop) >= {"typed at home", "typed by g1", "typed by g2"}
    codes = [point.code for point in feedback(workshop).points()]
    assert len(set(codes)) == len(codes)
    assert not any(code[-1].isalpha() for code in codes)
    assert is_whole(workshop)
    assert not any("~" in name for name in names_of(workshop))


def test_home_taken_in_there_makes_it_a_whole_copy(workshop: Path) -> None:
    """The wrong direction loses nothing: the laptop then holds what home holds, and home still gains only its lines."""
    laptop = out_for(workshop, "g2")
    say(laptop, "g2", "typed there")
    take_in(Workshop(laptop), workshop)
    home = content(workshop)
    assert {key: content(laptop)[key] for key in home} == home
    assert is_whole(laptop)
    take_in(Workshop(workshop), laptop)
    assert content(workshop) == content(laptop)


def test_a_copy_of_a_copy(workshop: Path) -> None:
    """What was handed out can be handed on: the same group all of it, another group nothing of it; both come home."""
    first = out_for(workshop, "g2")
    again, other = out_for(first, "g2", "again"), out_for(first, "g3", "other")
    assert content(again) == content(first)
    assert texts(other) == set()
    say(again, "g2", "typed far away")
    say(other, "g3", "typed farther")
    for folder in (other, again):
        assert is_whole(folder)
        take_in(Workshop(workshop), folder)
    assert texts(workshop) >= {"typed far away", "typed farther"}


def test_a_person_forgotten_meanwhile_stays_forgotten(workshop: Path) -> None:
    """The erasure at home wins over the name that the laptop still has."""
    [key, *_] = members(workshop, "g2")
    person = next(p for p in participants(Workshop(workshop)) if p.id == key)
    say(workshop, "g2", "typed at home", by=person.name)
    laptop = out_for(workshop, "g2")
    assert person.name.encode() in bytes_of(laptop / "log")
    say(laptop, "g2", "typed there")
    must("participants", "forget", person.id, "--yes", "--workshop", workshop)
    take_in(Workshop(workshop), laptop)
    assert person.name.encode() not in bytes_of(workshop / "log")
    assert [p.id for p in erased_participants(Workshop(workshop))] == [person.id]


def test_people_forgotten_before_are_called_so_there(workshop: Path) -> None:
    """An erasure goes with the copy, and is told from what was only left at home."""
    [person, *_] = participants(Workshop(workshop))
    must("participants", "forget", person.id, "--yes", "--workshop", workshop)
    opened = Workshop(out_for(workshop, "g2"))
    assert [p.id for p in erased_participants(opened)] == [person.id]
    assert person.id not in {p.id for p in people_elsewhere(opened)}
    assert is_whole(opened.folder)


def test_only_definitions_go_beside_the_log(workshop: Path) -> None:
    """Lists, drafts, outputs and whatever else lies in the folder stay where they are."""
    for name in ("participants.csv", "output/summary.html", "drafts/x", "exercises/list.csv", "exercises/.hidden.yaml"):
        (workshop / name).parent.mkdir(exist_ok=True)
        (workshop / name).write_text("here")
    laptop = out_for(workshop, "g2")
    there = {path.relative_to(laptop).as_posix() for path in laptop.rglob("*") if path.is_file()}
    logs = {f"log/{name}" for name in names_of(workshop)}
    assert there - logs == {
        "workshop.yaml",
        "hand-out.json",
        "exercises/va-monitoring.yaml",
        "exercises/lists/actors-va.yaml",
    }


def test_names_of_files_and_damaged_lines_tell_nothing(workshop: Path) -> None:
    """A sync tool's file name with a person in it, and a line that cannot be read, are not handed on."""
    path = max((workshop / "log").iterdir(), key=lambda path: path.stat().st_size)
    data = path.read_bytes().replace(b'"name":"', b'"name":"X', 1)
    path.unlink()
    path.with_name("copy of Marguerite.jsonl").write_bytes(data + b"half a line of Marguerite")
    laptop = out_for(workshop, "g2")
    assert b"Marguerite" not in bytes_of(laptop)
    assert not any("Marguerite" in name for name in names_of(laptop))
    assert Workshop(laptop).log.damage == []


def test_a_kind_of_slot_that_nobody_knows_stays_at_home(workshop: Path) -> None:
    """What a later version may store is left out, whoever's it is; so is another session's."""
    Workshop(workshop).record([(f"{kind}/va-monitoring/g2", {"x": f"{kind}-zq"}) for kind in ("future", "clock")])
    Workshop(workshop).record([("clock/other/g2", {"x": "other-zq"})])
    held = bytes_of(out_for(workshop, "g2"))
    assert (b"future-zq" in held, b"other-zq" in held, b"clock-zq" in held) == (False, False, True)


def test_who_confirmed_is_told_only_of_the_group(workshop: Path) -> None:
    """The name behind the group's own sign-off goes with it; that of another group stays."""
    for group in ("g1", "g2"):
        signed = (f"sign-off/va-monitoring/{group}", {"signed": True, "name": "key"})
        Workshop(workshop).record([signed, (f"name/va-monitoring/{group}/key", {"by": f"confirming-{group}"})])
    there = Workshop(out_for(workshop, "g2"))
    assert [slot for slot, _ in there.fold.slots("sign-off/")] == ["sign-off/va-monitoring/g2"]
    assert b"confirming-g2" in bytes_of(there.folder)
    assert b"confirming-g1" not in bytes_of(there.folder)


def test_a_point_that_was_moved_goes_with_its_group(workshop_with_groups: Path) -> None:
    """All its words and marks are where it is now, and no longer where it was."""
    said = feedback(workshop_with_groups)
    [point] = said.add_points(question(said), "g2", [{"text": "words-before"}])
    said.mark(point, "private", {"reason": "reason-zq"})
    said.move_point(point, point.question, "g1")
    for group, goes in (("g1", True), ("g2", False)):
        held = bytes_of(out_for(workshop_with_groups, group))
        assert (b"words-before" in held, b"reason-zq" in held) == (goes, goes)


def test_a_sitting_is_told_only_of_the_group(workshop: Path) -> None:
    """Who typed is named there if they sit in the group."""
    [inside, *_] = members(workshop, "g2")
    [outside, *_] = members(workshop, "g1")
    names = {person.id: person.name for person in participants(Workshop(workshop))}
    for key in (inside, outside):
        say(workshop, "g2", "x", by=names[key])
    who = [body.get("by") for _, body in Workshop(out_for(workshop, "g2")).fold.slots("sitting/")]
    assert names[inside] in who
    assert names[outside] not in who


def drawn_by(folder: Path, rules: Iterable[dict[str, object]], groups: int = 3) -> None:
    opened = Workshop(folder)
    ids = [person.id for person in participants(opened)]
    made = Draw(1, "x", "", tuple(tuple(ids[n::groups]) for n in range(groups)), rules=tuple(rules))
    seating.record_draws(opened, opened.session(), [made])


@pytest.mark.parametrize(
    ("rule", "goes"),
    [
        ({"rule": "apart", "people": ["P01", "P02"]}, True),
        ({"rule": "at_most", "where": {"region": "Europe"}, "n": 9}, True),
        ({"rule": "at_least", "where": {"survivor_or_opd": "yes"}, "n": 2, "origin": "elsewhere.yaml:1"}, True),
        ({"rule": "apart", "people": ["P01", "Nadia Kerimova"]}, False),
        ({"rule": "fixed", "person": "Nadia Kerimova", "group": 1}, False),
        ({"rule": "at_most", "where": {"access": "wheelchair"}, "n": 9}, False),
    ],
)
def test_a_draw_goes_unless_a_rule_tells_something(rule: dict[str, object], goes: bool, workshop: Path) -> None:  # noqa: FBT001  what is expected
    """Ids and what stands in the exercise go; a name, or a value that is private, keeps the draw at home."""
    drawn_by(workshop, [rule])
    opened = Workshop(workshop)
    made = hand_out(opened, opened.session(), "g2", workshop.with_name("laptop"))
    there = Workshop(workshop.with_name("laptop"))
    assert made.seats is goes
    assert bool(seating.draws(there, there.session())) is goes
    assert b"wheelchair" not in bytes_of(there.log.folder)
    assert is_whole(there.folder)
    assert made.people == 16


def test_a_group_that_only_such_a_draw_knows_is_refused(workshop: Path) -> None:
    """Nothing could be typed for it there: better to hear it now, and how else to do it."""
    drawn_by(workshop, [{"rule": "fixed", "person": "Nadia Kerimova", "group": 1}], groups=4)
    with pytest.raises(Refused, match=r"knows of 3 groups, not of Group 4. Take a whole copy: workshop backup"):
        out_for(workshop, "g4")
    assert not workshop.with_name("for-g4").exists()


def test_the_plenary_gets_the_points_that_it_chooses_from(workshop: Path) -> None:
    """Those of all groups to the question whose answers it weighs, but no private one, and no person."""
    said = feedback(workshop)
    hidden, *_ = [point for point in said.points() if point.question == "q-overcome"]
    said.mark(hidden, "private", {"reason": "asked for"})
    opened = Workshop(out_for(workshop, PLENARY))
    points = Feedback(opened, opened.session()).points()
    others = {point.question for point in points if point.group != PLENARY}
    assert others == {"q-overcome"}
    assert hidden.text not in {point.text for point in points}
    assert participants(opened) == []
    assert {p.text for p in points if p.group == PLENARY} == {p.text for p in said.points() if p.group == PLENARY}


def test_undo_there_never_empties_what_stayed_at_home(workshop: Path) -> None:
    """A draw that replaced one of which the laptop has no content cannot be taken back to nothing."""
    drawn_by(workshop, [{"rule": "fixed", "person": "Nadia Kerimova", "group": 1}])
    drawn_by(workshop, [])
    there = Workshop(out_for(workshop, "g2"))
    last = next(step for step in steps(there) if step.revisions[0].slot.startswith("draw/"))
    with pytest.raises(Refused, match="was before is not on this laptop"):
        undo(there, [last])
    assert seating.draws(there, there.session())


def test_a_folder_that_is_not_empty_is_left_alone(workshop: Path) -> None:
    """Nothing in it changes."""
    folder = workshop.with_name("for-g2")
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    with pytest.raises(FolderInUse):
        out_for(workshop, "g2")
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def fail(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("call", ["create", "append", "sync", "rename", "settle", "sync_folder"])
def test_a_stick_that_fails_leaves_nothing(call: str, workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not saved, and no folder that looks like a workshop."""
    opened = Workshop(workshop)
    monkeypatch.setattr(RealDisk, call, fail)
    with pytest.raises(NotSaved, match="No space left"):
        hand_out(opened, opened.session(), "g2", workshop.with_name("laptop"))
    assert not workshop.with_name("laptop").exists()


def test_a_workshop_that_cannot_be_read_is_not_handed_out(workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says why, and makes nothing."""
    opened = Workshop(workshop)
    monkeypatch.setattr(RealDisk, "read", fail)
    with pytest.raises(NoSuchFile, match="No space left"):
        hand_out(opened, opened.session(), "g2", workshop.with_name("laptop"))
    assert not workshop.with_name("laptop").exists()
