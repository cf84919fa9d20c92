"""Several copies of a workshop, and what was done in them: from `workshop merge` to `participants forget`."""

from __future__ import annotations

import json
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest
from conftest import Ran, must, vaexercise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PERSON = "Nadia Kerimova"


def enter(folder: Path, typed: str, group: str = "1", by: str = "") -> Ran:
    return must("feedback", "enter", "--group", group, "--by", by, "--workshop", folder, typed=typed)


def copied(folder: Path, name: str = "copy") -> Path:
    return shutil.copytree(folder, folder.with_name(name))


def edit(folder: Path, words: str) -> None:
    enter(folder, f":jump Q1\n:edit 1\n{words}\n:quit\n")


def said(folder: Path, *command: str) -> str:
    return must(*command, "--workshop", folder).out


def hits(folder: Path, *words: str) -> list[str]:
    """The files below a folder that hold one of these words."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(path.name for path in files if any(word.encode() in path.read_bytes() for word in words))


@pytest.fixture
def conflict(workshop_with_groups: Path) -> Path:
    """A workshop in which one point was changed on two laptops, and which then took in the other."""
    enter(workshop_with_groups, "No budget line\n:quit\n")
    other = copied(workshop_with_groups)
    edit(workshop_with_groups, "No budget line at home")
    edit(other, "No budget line abroad")
    must("workshop", "merge", other, "--workshop", workshop_with_groups)
    return workshop_with_groups


def test_merge_says_what_came_in_and_what_is_in_conflict(workshop_with_groups: Path) -> None:
    """Counts in words, conflicts by group, question and point; a second time nothing is new."""
    enter(workshop_with_groups, "No budget line\n:quit\n")
    other = copied(workshop_with_groups)
    edit(workshop_with_groups, "No budget line at home")
    edit(other, "No budget line abroad")
    enter(other, "Nobody asked us\n:quit\n", group="2")
    done = must("workshop", "merge", other, "--workshop", workshop_with_groups)
    assert done.out == f"{other}: 2 points.\nGroup 1, Q1, point 01: 2 versions.\n"
    assert "vaexercise workshop conflicts" in done.err
    assert must("workshop", "merge", other, "--workshop", workshop_with_groups).out == f"{other}: nothing new.\n"


def test_merge_takes_folders_and_zips_at_once(workshop_with_groups: Path, tmp_path: Path) -> None:
    """Several copies in one command; afterwards everything of all of them is there."""
    one, two = copied(workshop_with_groups, "one"), copied(workshop_with_groups, "two")
    enter(one, "From one\n:quit\n", group="1")
    enter(two, "From two\n:quit\n", group="2")
    must("workshop", "backup", tmp_path / "two.zip", "--workshop", two)
    must("workshop", "merge", one, tmp_path / "two.zip", "--workshop", workshop_with_groups)
    shown = said(workshop_with_groups, "feedback", "show")
    assert "From one" in shown
    assert "From two" in shown


def test_merge_names_what_is_damaged_there(workshop_with_groups: Path) -> None:
    """File and line of the other copy, and the rest comes in."""
    other = copied(workshop_with_groups)
    enter(other, "First words\nSecond words\n:quit\n")
    [path] = [path for path in (other / "log").iterdir() if b"First words" in path.read_bytes()]
    path.write_bytes(path.read_bytes().replace(b"First words", b"Fixed words"))
    done = must("workshop", "merge", other, "--workshop", workshop_with_groups)
    assert f"{other}: log/{path.name}, line 2: the content was changed" in done.err
    assert "Second words" in said(workshop_with_groups, "feedback", "show")
    assert "all whole" not in vaexercise("workshop", "check", "--workshop", workshop_with_groups).out


@pytest.mark.parametrize("kind", ["nothing", "folder", "text", "zip", "broken zip"])
def test_merge_refuses_what_is_no_workshop(kind: str, workshop_with_groups: Path, tmp_path: Path) -> None:
    """A sentence and exit code 2, and the log is as it was."""
    other = tmp_path / "other"
    if kind == "folder":
        other.mkdir()
    elif kind == "text":
        other.write_text("notes")
    elif kind == "zip":
        with zipfile.ZipFile(other, "w") as archive:
            archive.writestr("a.txt", "a")
    elif kind == "broken zip":
        must("workshop", "backup", other, "--workshop", workshop_with_groups)
        data = bytearray(other.read_bytes())
        data[60:90] = bytes(30)
        other.write_bytes(data)
    before = hits(workshop_with_groups / "log", "")
    done = vaexercise("workshop", "merge", other, "--workshop", workshop_with_groups)
    assert done.code == 2
    assert str(other) in done.err
    assert hits(workshop_with_groups / "log", "") == before


def test_conflicts_lists_all_versions_and_how_to_settle(conflict: Path) -> None:
    """Both texts, numbered, with the command; as data the same."""
    out = said(conflict, "workshop", "conflicts")
    assert "Group 1, Q1, point 01: 2 versions" in out
    assert "No budget line at home" in out
    assert "No budget line abroad" in out
    assert "feedback settle G1-Q1-01 --keep NUMBER" in out
    [found] = json.loads(said(conflict, "workshop", "conflicts", "--json"))
    assert found["code"] == "G1-Q1-01"
    assert sorted(found["versions"]) == ["No budget line abroad", "No budget line at home"]


def test_the_summary_shows_both_versions(conflict: Path) -> None:
    """An unsettled conflict is never decided by the program: both texts stand there, each with its number."""
    out = said(conflict, "plenary", "summary")
    assert "No budget line at home" in out
    assert "No budget line abroad" in out
    assert "version 1 of 2" in out


@pytest.mark.parametrize("keep", [1, 2])
def test_settle_keeps_the_version_that_was_chosen(keep: int, conflict: Path) -> None:
    """That one is the content, nothing is in conflict, and the other stays in history; also after merging again."""
    [found] = json.loads(said(conflict, "workshop", "conflicts", "--json"))
    other = "No budget line abroad" if "home" in found["versions"][keep - 1] else "No budget line at home"
    must("feedback", "settle", "G1-Q1-01", "--keep", keep, "--workshop", conflict)
    must("workshop", "merge", conflict.with_name("copy"), "--workshop", conflict)
    assert "Nothing is in conflict." in must("workshop", "conflicts", "--workshop", conflict).err
    shown = said(conflict, "feedback", "show")
    assert found["versions"][keep - 1] in shown
    assert other not in shown
    assert other in said(conflict, "workshop", "history")


def test_any_edit_settles(conflict: Path) -> None:
    """Whoever changes the point with both versions in view has settled it."""
    edit(conflict, "No budget line anywhere")
    assert "Nothing is in conflict." in must("workshop", "conflicts", "--workshop", conflict).err
    assert said(conflict, "feedback", "show").count("No budget line") == 1


@pytest.mark.parametrize("words", [("G9-Q9-09", "1"), ("G1-Q1-01", "3"), ("G1-Q1-01", "0")])
def test_settle_says_what_there_is(words: tuple[str, str], conflict: Path) -> None:
    """A code without a conflict, or a version that is none: exit code 2, and nothing changes."""
    done = vaexercise("feedback", "settle", words[0], "--keep", words[1], "--workshop", conflict)
    assert done.code == 2
    assert "G1-Q1-01" in done.err or "--keep 1 to 2" in done.err
    assert len(json.loads(said(conflict, "workshop", "conflicts", "--json"))) == 1


def test_check_finds_every_fault_with_its_line(workshop: Path) -> None:
    """A line that is torn, one that is missing, one that was changed: each by file and line; exit code 1."""
    torn, gap, changed = sorted((workshop / "log").iterdir(), key=lambda path: path.stat().st_size)[-3:]
    torn.write_bytes(torn.read_bytes()[:-10])
    lines = gap.read_bytes().splitlines(keepends=True)
    gap.write_bytes(b"".join(lines[:1] + lines[2:]))
    changed.write_bytes(changed.read_bytes().replace(b'"v":1', b'"v":7', 1))
    done = vaexercise("workshop", "check", "--workshop", workshop)
    assert done.code == 1
    assert f"log/{torn.name}, line {torn.read_bytes().count(10) + 1}: the line is unfinished" in done.out
    assert f"log/{gap.name}, line 2: the line does not follow" in done.out
    assert f"log/{changed.name}, line 1: the line was changed" in done.out
    faults = json.loads(vaexercise("workshop", "check", "--json", "--workshop", workshop).out)["faults"]
    assert [(fault["file"], fault["line"]) for fault in faults].count((changed.name, 1)) == 1
    assert f"{len(faults)} wrong." in done.out


def test_history_of_a_group_a_slot_and_a_time(workshop_with_groups: Path) -> None:
    """Each narrows it down; a time after all of it leaves nothing."""
    enter(workshop_with_groups, "First words\n:quit\n", group="1", by="Amara")
    enter(workshop_with_groups, "Second words\n:star 1\n:quit\n", group="2", by="Boris")
    rows = json.loads(said(workshop_with_groups, "workshop", "history", "--group", "2", "--json"))
    assert [(row["by"], row["what"]) for row in rows] == [
        ("Boris", "Group 2, Q1, point 01"),
        ("Boris", "headline mark on Group 2, Q1, point 01"),
    ]
    slot = rows[0]["slot"]
    assert [row["slot"] for row in json.loads(said(workshop_with_groups, "workshop", "history", slot, "--json"))] == [
        slot
    ]
    assert json.loads(said(workshop_with_groups, "workshop", "history", "--since", rows[0]["at"], "--json"))
    assert json.loads(said(workshop_with_groups, "workshop", "history", "--since", "2999", "--json")) == []


def test_undo_takes_back_step_by_step(workshop_with_groups: Path) -> None:
    """One Enter at a time, the newest first; history keeps all of it."""
    enter(workshop_with_groups, "First words\nSecond words\nThird words\n:quit\n")
    assert "Undone: Group 1, Q1, point 03: Third words" in said(workshop_with_groups, "workshop", "undo")
    out = said(workshop_with_groups, "workshop", "undo", "--steps", "2")
    assert out.splitlines() == [
        "Undone: Group 1, Q1, point 02: Second words",
        "Undone: Group 1, Q1, point 01: First words",
    ]
    assert "words" not in said(workshop_with_groups, "feedback", "show")
    assert "Third words" in said(workshop_with_groups, "workshop", "history")


def test_undo_brings_back_what_was_there_before(workshop_with_groups: Path) -> None:
    """An edit undone is the text from before; a deletion undone is the point again, under its code."""
    enter(workshop_with_groups, "First words\n:edit 1\nOther words\n:delete 1\n:quit\n")
    must("workshop", "undo", "--workshop", workshop_with_groups)
    assert "Other words" in said(workshop_with_groups, "feedback", "show")
    must("workshop", "undo", "--workshop", workshop_with_groups)
    shown = said(workshop_with_groups, "feedback", "show")
    assert "First words" in shown
    assert "G1-Q1-01" in shown


def test_undo_of_more_than_there_is_does_nothing(workshop_with_groups: Path) -> None:
    """It says how many steps there are; exit code 2."""
    enter(workshop_with_groups, "First words\n:quit\n")
    done = vaexercise("workshop", "undo", "--steps", "99", "--workshop", workshop_with_groups)
    assert (done.code, "not 99. Nothing was undone" in done.err) == (2, True)
    assert "First words" in said(workshop_with_groups, "feedback", "show")


def test_undo_refuses_to_choose_between_versions(conflict: Path) -> None:
    """A settling undone would leave the choice to the program: it says so, and changes nothing."""
    must("feedback", "settle", "G1-Q1-01", "--keep", "2", "--workshop", conflict)
    before = said(conflict, "feedback", "show")
    done = vaexercise("workshop", "undo", "--workshop", conflict)
    assert done.code == 2
    assert "Group 1, Q1, point 01 had several versions before" in done.err
    assert said(conflict, "feedback", "show") == before


def test_backup_and_restore_give_the_same_workshop(workshop: Path, tmp_path: Path) -> None:
    """Every file but the output, byte for byte, private to its owner; the restored one is whole."""
    must("plenary", "summary", "-o", workshop / "output" / "summary.html", "--workshop", workshop)
    must("workshop", "backup", tmp_path / "copy.zip", "--workshop", workshop)
    assert (tmp_path / "copy.zip").stat().st_mode & 0o077 == 0
    out = must("workshop", "restore", tmp_path / "copy.zip", tmp_path / "again").out
    again = tmp_path / "again"
    files = {path.relative_to(workshop): path.read_bytes() for path in workshop.rglob("*") if path.is_file()}
    expected = {path: data for path, data in files.items() if path.parts[0] != "output"}
    assert {p.relative_to(again): p.read_bytes() for p in again.rglob("*") if p.is_file()} == expected
    assert out == f"Made {again}: {len(expected)} files.\n"
    assert all(path.stat().st_mode & 0o077 == 0 for path in [again, *again.rglob("*")])
    assert "all whole" in said(again, "workshop", "check")
    assert said(again, "feedback", "show") == said(workshop, "feedback", "show")


def test_restore_touches_nothing_that_is_there(workshop: Path, tmp_path: Path) -> None:
    """A folder with something in it, and a file that is no copy, are refused; nothing is made."""
    must("workshop", "backup", tmp_path / "copy.zip", "--workshop", workshop)
    assert vaexercise("workshop", "restore", tmp_path / "copy.zip", workshop).code == 2
    (tmp_path / "notes.txt").write_text("mine")
    done = vaexercise("workshop", "restore", tmp_path / "notes.txt", tmp_path / "again")
    assert (done.code, "notes.txt" in done.err) == (2, True)
    assert not (tmp_path / "again").exists()


def test_a_zip_cannot_write_outside_the_folder(workshop: Path, tmp_path: Path) -> None:
    """Paths that lead out of a workshop are left out, whatever they look like."""
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as archive:
        archive.writestr("w/workshop.yaml", (workshop / "workshop.yaml").read_text())
        for name in (
            "w/../../evil.txt",
            "/evil.txt",
            "w/log/../../../evil.jsonl",
            "w/exercises/..\\evil.txt",
            "w/x/evil",
        ):
            archive.writestr(name, "evil")
    must("workshop", "restore", tmp_path / "evil.zip", tmp_path / "deep" / "again")
    assert hits(tmp_path / "deep", "evil") == []
    assert list(tmp_path.rglob("evil*")) == [tmp_path / "evil.zip"]


def test_forget_leaves_no_byte_of_a_person(workshop_with_groups: Path, tmp_path: Path) -> None:
    """Name, attributes and sensitive attributes are in no file, here or in either copy after merging; counts stay."""
    secrets = ("Zephyrine Quillon", "Ouvéa-Nord", "Guild of Lamplighters", "sign-interpreter-77")
    values = ("region=Ouvéa-Nord", "organisation=Guild of Lamplighters", "access=sign-interpreter-77")
    options = [word for value in values for word in ("--set", value)]
    must("participants", "add", "--name", secrets[0], *options, "--workshop", workshop_with_groups)
    must("groups", "assign", "--groups", "3", "--seed", "5", "--fresh", "--workshop", workshop_with_groups)
    enter(workshop_with_groups, "No budget line\n:quit\n", by=secrets[0])
    before, after = copied(workshop_with_groups, "before"), copied(workshop_with_groups, "after")
    enter(before, "Typed elsewhere\n:quit\n", group="2")
    assert len(hits(workshop_with_groups, *secrets)) >= 2
    must("participants", "forget", "Zephyrine", "--yes", "--workshop", workshop_with_groups)
    assert hits(workshop_with_groups, *secrets) == []
    must("workshop", "merge", before, "--workshop", workshop_with_groups)
    must("workshop", "merge", workshop_with_groups, "--workshop", after)
    must("workshop", "merge", workshop_with_groups, "--workshop", before)
    must("workshop", "backup", tmp_path / "copy.zip", "--workshop", before)
    must("workshop", "restore", tmp_path / "copy.zip", tmp_path / "again")
    for folder in (after, tmp_path / "again"):
        assert hits(folder, *secrets) == []
        assert "all whole" in said(folder, "workshop", "check")
        assert "Typed elsewhere" in said(folder, "feedback", "show")
    seats = [
        json.loads(said(folder, "workshop", "status", "--json"))["sessions"][0]["sizes"] for folder in (before, after)
    ]
    assert seats == [[17, 16, 16]] * 2


def test_a_person_who_typed_is_forgotten_as_such(workshop_with_groups: Path) -> None:
    """Their name as the one who typed goes, and what they typed stays."""
    enter(workshop_with_groups, "One\n:quit\n", by=PERSON)
    must("participants", "forget", PERSON, "--yes", "--workshop", workshop_with_groups)
    assert hits(workshop_with_groups, PERSON) == []
    assert "One" in said(workshop_with_groups, "feedback", "show")


def test_forget_lists_what_mentions_the_name(workshop_with_groups: Path) -> None:
    """Points and answers are for people to decide on; files that hold it are named; counts stay as they were."""
    enter(workshop_with_groups, f"{PERSON.upper()} spoke of the register\n:quit\n")
    (workshop_with_groups / "output").mkdir()
    (workshop_with_groups / "output" / "list.txt").write_text(PERSON)
    done = must("participants", "forget", PERSON, "--yes", "--workshop", workshop_with_groups)
    assert "G1-Q1-01 mentions the name" in done.out
    assert "output/list.txt still holds the name" in done.out
    assert "Not reached: other copies" in done.err
    data = json.loads(said(workshop_with_groups, "workshop", "status", "--json"))
    assert sum(data["sessions"][0]["sizes"]) == 48


def test_forget_erases_earlier_names_too(workshop_with_groups: Path, tmp_path: Path) -> None:
    """Somebody whose name was changed is gone under both, also as the one who typed."""
    (tmp_path / "list.csv").write_text("id,name\nP02,Nadia Kerimova-Lund\n", encoding="utf-8")
    enter(workshop_with_groups, "One\n:quit\n", by=PERSON)
    must("participants", "import", tmp_path / "list.csv", "--workshop", workshop_with_groups)
    must("participants", "forget", "P02", "--yes", "--workshop", workshop_with_groups)
    assert hits(workshop_with_groups, PERSON) == []


@pytest.mark.parametrize("answer", ["", "no\n", "y\n"])
def test_forget_asks_and_takes_only_yes(answer: str, workshop_with_groups: Path) -> None:
    """Anything but the whole word leaves everything as it is."""
    done = vaexercise("participants", "forget", PERSON, "--workshop", workshop_with_groups, typed=answer)
    assert (done.code, "Nothing was erased" in done.err) == (2, True)
    assert hits(workshop_with_groups, PERSON)
    assert must("participants", "forget", PERSON, "--workshop", workshop_with_groups, typed="yes\n").code == 0
    assert hits(workshop_with_groups, PERSON) == []


def test_an_erasure_cannot_be_undone(workshop_with_groups: Path) -> None:
    """Undo does not bring a person back, and does not fail on what is gone."""
    must("participants", "forget", PERSON, "--yes", "--workshop", workshop_with_groups)
    vaexercise("workshop", "undo", "--workshop", workshop_with_groups)
    vaexercise("workshop", "undo", "--workshop", workshop_with_groups)
    assert hits(workshop_with_groups, PERSON) == []
    assert "all whole" in said(workshop_with_groups, "workshop", "check")


def test_hand_out_says_what_is_in_it_and_what_to_do(workshop: Path, tmp_path: Path) -> None:
    """Whose data it holds, what to type on the laptop, and how it comes back."""
    done = must("workshop", "hand-out", "--group", "2", tmp_path / "stick" / "two", "--workshop", workshop)
    assert done.out == f"Made {tmp_path / 'stick' / 'two'} for Group 2: 16 members, 18 points so far.\n"
    assert "Their names are in it, and nothing else about them" in done.err
    assert "Of other groups it holds nothing." in done.err
    assert "On the laptop, in that folder: vaexercise feedback enter\n" in done.err
    assert f"vaexercise workshop merge {tmp_path / 'stick' / 'two'} --workshop" in done.err
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "stick" / "two").rglob("*"))


def test_a_handed_out_copy_is_typed_into_and_comes_back(workshop_with_groups: Path, tmp_path: Path) -> None:
    """The members are named there, nothing frightens, and only what was typed comes home."""
    laptop = tmp_path / "two"
    must("workshop", "hand-out", "--group", "2", laptop, "--workshop", workshop_with_groups)
    done = enter(laptop, "No budget line\n:quit\n", group="2", by="Boris")
    assert "Ana Lucrecia Montes" in done.out + done.err
    assert "damaged" not in done.err
    assert "erasure" not in done.err
    assert "all whole" in said(laptop, "workshop", "check")
    assert must("workshop", "merge", laptop, "--workshop", workshop_with_groups).out == f"{laptop}: 1 point.\n"
    assert must("workshop", "merge", laptop, "--workshop", workshop_with_groups).out == f"{laptop}: nothing new.\n"
    assert "No budget line" in said(workshop_with_groups, "feedback", "show")
    assert json.loads(said(workshop_with_groups, "workshop", "status", "--json"))["participants"] == 48


def test_people_who_stayed_at_home_are_counted_there(workshop: Path, tmp_path: Path) -> None:
    """Seats, roles, history and the summary say that they are not on this laptop, never that they are gone."""
    laptop = tmp_path / "two"
    must("workshop", "hand-out", "--group", "2", laptop, "--workshop", workshop)
    shown = must("groups", "show", "--workshop", laptop)
    assert shown.out.count("16 who are not on this laptop") == 3
    assert "no longer on the list" not in shown.out
    assert "fair share" not in shown.out
    assert "How even the groups are can be seen where everybody is on the list" in shown.err
    assert said(laptop, "groups", "roles").count("its people are not on this laptop") == 3
    assert "Participants: 48" in said(laptop, "workshop", "status")
    listed = must("participants", "list", "--workshop", laptop).err
    assert "0 participants. 48 more are known in the whole workshop, not on this laptop." in listed
    assert "48 people took part" in said(laptop, "plenary", "summary")
    told = {row["content"] for row in json.loads(said(laptop, "workshop", "history", "--json"))}
    assert "not on this laptop" in told
    assert "erased" not in told


@pytest.fixture
def copy_for_2(workshop: Path, tmp_path: Path) -> Path:
    """A copy that was handed out for Group 2."""
    must("workshop", "hand-out", "--group", "2", tmp_path / "two", "--workshop", workshop)
    return tmp_path / "two"


def test_a_copy_knows_whose_it_is(copy_for_2: Path) -> None:
    """Nothing has to be named there, in whatever command; only the own group is told of."""
    words = {
        "enter": ":quit\n",
        "transcribe": ":quit\n",
        "compare --by Amara": ":quit\n",
        "headlines": "",
        "template --filled": "",
        "sign-off --yes --confirmed-by Amara": "",
    }
    for command, typed in words.items():
        done = must("feedback", *command.split(), "--workshop", copy_for_2, typed=typed)
        assert "2" in done.out
        assert "Which group" not in done.out
        assert not {"Group 1", "Group 3", "Plenary"} & {line.strip() for line in done.out.splitlines()}
    assert [row["group"] for row in json.loads(said(copy_for_2, "feedback", "status", "--json"))] == ["g2"]
    must("feedback", "reopen", "--reason", "a mistake", "--workshop", copy_for_2)
    assert "Next: vaexercise feedback sign-off --workshop" in said(copy_for_2, "workshop", "status")


@pytest.mark.parametrize("command", ["enter", "transcribe", "compare", "sign-off", "headlines", "show", "reopen"])
def test_a_copy_refuses_another_group(command: str, copy_for_2: Path) -> None:
    """What would be typed for it there would come home under codes that are given there already."""
    before = hits(copy_for_2 / "log", "")
    more = ("--reason", "x") if command == "reopen" else ()
    done = vaexercise("feedback", command, "--group", "1", *more, "--workshop", copy_for_2, typed="words\n:quit\n")
    assert done.code == 2
    assert "This copy is for Group 2. For Group 1, use its own copy or the whole workshop." in done.err
    assert hits(copy_for_2 / "log", "") == before


def test_a_sheet_of_another_group_is_refused_there(copy_for_2: Path) -> None:
    """A sheet that names its group is for that group."""
    sheet = "group: 1\nanswers:\n  q-challenges: [No budget line]\n"
    done = vaexercise("feedback", "import", "-", "--workshop", copy_for_2, typed=sheet)
    assert (done.code, "This copy is for Group 2. For Group 1" in done.err) == (2, True)
    must("feedback", "import", "-", "--workshop", copy_for_2, typed=sheet.replace("group: 1\n", ""))
    assert "No budget line" in said(copy_for_2, "feedback", "show", "--group", "2")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b"\xff\xfe",
        b"null",
        b'["g2"]',
        b'{"session": "va-monitoring", "group": "g2"}',
        b'{"session": "va-monitoring", "group": "g9", "members": [], "rapporteur": ""}',
        b'{"session": "va-monitoring", "group": "2; rm", "members": [], "rapporteur": ""}',
        b'{"session": "other", "group": "g2", "members": [], "rapporteur": ""}',
        b'{"session": "va-monitoring", "group": "g2", "members": [3], "rapporteur": ""}',
        b'{"session": "va-monitoring", "group": "g2", "members": "Amara", "rapporteur": ""}',
    ],
)
def test_a_damaged_file_of_a_copy_is_ignored(content: bytes, copy_for_2: Path) -> None:
    """The group is asked for, as in any workshop."""
    (copy_for_2 / "hand-out.json").write_bytes(content)
    done = must("feedback", "enter", "--workshop", copy_for_2, typed="1\n:quit\n")
    assert "Which group?" in done.out
    assert "Group 1" in done.out


def test_names_in_a_copy_are_shown_harmless(copy_for_2: Path) -> None:
    """Whatever somebody put into the file, and only there."""
    whose = {"session": "va-monitoring", "group": "g2", "members": ["[/b] \x1b[2JAmara", " "], "rapporteur": "\u202eX"}
    (copy_for_2 / "hand-out.json").write_text(json.dumps(whose), encoding="utf-8")
    done = must("feedback", "enter", "--workshop", copy_for_2, typed=":quit\n")
    assert "[/b]" in done.out
    assert "\x1b" not in done.out


def test_whose_copy_it_is_goes_into_a_backup_but_never_home(copy_for_2: Path, workshop: Path, tmp_path: Path) -> None:
    """A copy restored from a stick is still that group's; the workshop at home stays whole."""
    must("workshop", "backup", tmp_path / "stick.zip", "--workshop", copy_for_2)
    must("workshop", "restore", tmp_path / "stick.zip", tmp_path / "again")
    assert (tmp_path / "again" / "hand-out.json").read_bytes() == (copy_for_2 / "hand-out.json").read_bytes()
    for other in (copy_for_2, tmp_path / "stick.zip"):
        must("workshop", "merge", other, "--workshop", workshop)
    assert not (workshop / "hand-out.json").exists()
    assert "Which group?" in must("feedback", "enter", "--workshop", workshop, typed="1\n:quit\n").out


def test_a_copy_that_took_in_everything_names_people_as_they_are_now(copy_for_2: Path, workshop: Path) -> None:
    """Then the record says who is in the group, not the file."""
    (copy_for_2 / "hand-out.json").write_text(
        (copy_for_2 / "hand-out.json").read_text(encoding="utf-8").replace("Ana Lucrecia Montes", "Somebody Else"),
        encoding="utf-8",
    )
    assert "Somebody Else" in must("feedback", "enter", "--workshop", copy_for_2, typed=":quit\n").out
    must("workshop", "merge", workshop, "--workshop", copy_for_2)
    after = must("feedback", "enter", "--workshop", copy_for_2, typed=":quit\n").out
    assert "Ana Lucrecia Montes" in after
    assert "Somebody Else" not in after


def test_only_the_sheet_of_the_group_is_printed_there(copy_for_2: Path) -> None:
    """Which codes are free in other groups is not known there."""
    shown = said(copy_for_2, "exercise", "print")
    assert "G2-Q1-" in shown
    assert "G1-Q1-" not in shown


@pytest.mark.parametrize(
    "words",
    [
        ("groups", "assign"),
        ("groups", "check"),
        ("groups", "move", "P34", "1"),
        ("groups", "roles", "--accept"),
    ],
)
def test_seats_are_not_decided_where_people_are_missing(words: tuple[str, ...], workshop: Path, tmp_path: Path) -> None:
    """A draw of one group's people would come home as the draw of all: refused, and nothing is recorded."""
    must("workshop", "hand-out", "--group", "2", tmp_path / "two", "--workshop", workshop)
    before = hits(tmp_path / "two" / "log", "")
    done = vaexercise(*words, "--workshop", tmp_path / "two")
    assert (done.code, "48 participants are not on this laptop" in done.err) == (2, True)
    assert hits(tmp_path / "two" / "log", "") == before


def test_a_list_imported_there_loses_nothing_at_home(workshop: Path, tmp_path: Path) -> None:
    """Somebody without content there is written anew, and at home that is a change like any other."""
    must("workshop", "hand-out", "--group", "2", tmp_path / "two", "--workshop", workshop)
    (tmp_path / "list.csv").write_text("id,name\nP01,Arman Tevosyan\n", encoding="utf-8")
    must("participants", "import", tmp_path / "list.csv", "--workshop", tmp_path / "two")
    must("workshop", "merge", tmp_path / "two", "--workshop", workshop)
    assert "all whole" in said(workshop, "workshop", "check")
    assert len(json.loads(said(workshop, "participants", "list", "--json"))) == 48
    assert hits(workshop / "log", "Arman Tevosyan-Hadj")


def test_hand_out_asks_which_session(new_workshop: Callable[..., Path], tmp_path: Path) -> None:
    """Of several sessions one is named; there, nothing has to be named again."""
    home = new_workshop("va-monitoring", "va-coordination")
    done = vaexercise("workshop", "hand-out", "--group", "1", tmp_path / "one", "--workshop", home)
    assert (done.code, "Say which: --session ID" in done.err) == (2, True)
    words = ("--session", "va-coordination", tmp_path / "one")
    done = must("workshop", "hand-out", "--group", "1", *words, "--workshop", home)
    assert "in that folder: vaexercise feedback enter\n" in done.err
    assert "Their names" not in done.err
    begun = must("feedback", "enter", "--workshop", tmp_path / "one", typed=":quit\n")
    assert "Group 1" in begun.out
    other = vaexercise("feedback", "enter", "--session", "va-monitoring", "--workshop", tmp_path / "one", typed="1\n")
    assert other.code == 2
    assert "This copy is for Group 1 in va-coordination. For va-monitoring, use" in other.err


def test_hand_out_makes_no_group_and_overwrites_no_folder(workshop: Path, tmp_path: Path) -> None:
    """An unknown group, or a folder with something in it: exit code 2, and nothing is made or touched."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine")
    assert vaexercise("workshop", "hand-out", "--group", "9", tmp_path / "nine", "--workshop", workshop).code == 2
    assert vaexercise("workshop", "hand-out", "--group", "2", tmp_path / "full", "--workshop", workshop).code == 2
    assert not (tmp_path / "nine").exists()
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["notes.txt"]


def test_the_plenary_copy_and_a_draw_that_stays_are_said(workshop: Path, tmp_path: Path) -> None:
    """What goes of other groups, and that seats stay at home if a rule of the draw says what is private."""
    rule = "- rule: at_most\n  where: {access: Nadia Kerimova}\n  n: 16\n"
    (tmp_path / "rules.yaml").write_text(rule, encoding="utf-8")
    rules = ("--rules", tmp_path / "rules.yaml", "--fresh")
    must("groups", "assign", "--groups", "3", "--seed", "3", *rules, "--workshop", workshop)
    done = must("workshop", "hand-out", "--group", "plenary", tmp_path / "all", "--workshop", workshop)
    assert "Of other groups it holds the words that the plenary chooses from." in done.err
    assert "Who sits where stayed here: a rule of the draw names people, or what is private." in done.err
    assert hits(tmp_path / "all", "Nadia Kerimova") == []
