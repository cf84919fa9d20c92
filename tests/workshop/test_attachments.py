"""Pictures of the day: kept with their words, united by merging, gone for good when they are erased."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise
from invented_pictures import PLAIN_JPEG, PLAIN_PNG, told_jpeg

from vaexercise.errors import NotSaved, Refused, Unknown
from vaexercise.record.disk import RealDisk
from vaexercise.record.sitting import Sitting
from vaexercise.workshop.copies.backup import backup, restore
from vaexercise.workshop.copies.handing_out import hand_out
from vaexercise.workshop.copies.merging import take_in
from vaexercise.workshop.log.conflicts import conflicts
from vaexercise.workshop.pictures.attachments import Attachment, Told, attach, attachments, find_attachment, remove
from vaexercise.workshop.pictures.kept import picture_of
from vaexercise.workshop.pictures.reading import picture
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BOARD = Told("Four people around a flipchart", caption="Group 2")


@pytest.fixture
def folder(new_workshop: Callable[..., Path]) -> Path:
    return new_workshop()


def put(folder: Path, data: bytes = PLAIN_JPEG, told: Told = BOARD) -> Attachment:
    opened = Workshop(folder)
    made, _ = attach(opened, picture(data), told)
    opened.sitting.close()
    return made


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "attachments").glob("*"))}


def there(folder: Path) -> list[Attachment]:
    return attachments(Workshop(folder).fold)


def all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_picture_is_kept_bare_with_its_words(folder: Path) -> None:
    """The file is named by a random id, has no place and no camera in it, and is what the digest says."""
    made = put(folder, told_jpeg())
    assert there(folder) == [made]
    assert files(folder) == {made.kept.file: PLAIN_JPEG}
    assert picture_of(folder, made.kept) == PLAIN_JPEG
    assert made.told == BOARD


def test_pictures_stand_in_the_order_in_which_they_came(folder: Path) -> None:
    """Whatever their ids are; they can be named by number or id."""
    one, two = put(folder), put(folder, PLAIN_PNG)
    opened = Workshop(folder)
    assert attachments(opened.fold) == [one, two]
    assert find_attachment(opened, "2") == find_attachment(opened, two.id.upper()) == two
    with pytest.raises(Unknown, match=f"There are: {one.id}, {two.id}"):
        find_attachment(opened, "3")


def test_a_picture_that_is_attached_again_gets_the_new_words(folder: Path) -> None:
    """The same pixels, whatever else stood in the file, are one picture: consent can be added later."""
    one = put(folder, told_jpeg())
    assert not one.consented
    two = put(folder, PLAIN_JPEG, Told("A board", consent="All four, in writing"))
    assert (two.id, two.consented) == (one.id, True)
    assert there(folder) == [two]
    assert len(files(folder)) == 1


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (Told(" \u202e\t "), "Say what the picture shows"),
        (Told("x" * 1_001), "at most 1,000 characters"),
        (Told("A board", consent="All", nobody=True), "not both"),
    ],
)
def test_words_that_do_not_do_are_refused_and_nothing_is_kept(folder: Path, told: Told, said: str) -> None:
    """None, too many, and two that contradict each other."""
    with pytest.raises(Refused, match=said):
        put(folder, told=told)
    assert there(folder) == []
    assert files(folder) == {}


def test_words_are_cleaned(folder: Path) -> None:
    """Escape sequences, line ends and direction overrides go; markup is text."""
    made = put(folder, told=Told("A \x1b[31mred\x1b[0m\nboard \u202e[/b]", caption="=HYPERLINK(1)"))
    assert made.told[:2] == ("A red board [/b]", "=HYPERLINK(1)")


def test_a_picture_that_cannot_be_recorded_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not saved, and no file is left that nobody would ever delete."""

    def fail(*_: object) -> None:
        raise NotSaved(what="it", reason="No space left on device")

    monkeypatch.setattr(Sitting, "record", fail)
    with pytest.raises(NotSaved):
        put(folder)
    assert files(folder) == {}


def test_a_removed_picture_is_gone_from_everywhere(folder: Path) -> None:
    """The file, its words, and its digest: nothing is left that tells which picture it was."""
    made = put(folder)
    opened = Workshop(folder)
    remove(opened, made)
    left = all_bytes(folder)
    assert (there(folder), files(folder)) == ([], {})
    assert not [word for word in (b"flipchart", made.kept.digest.encode(), PLAIN_JPEG) if word in left]


def test_a_removed_picture_may_be_attached_again(folder: Path) -> None:
    """It gets another id: what was erased never comes back."""
    first = put(folder)
    remove(Workshop(folder), first)
    assert put(folder).id != first.id
    assert list(files(folder).values()) == [PLAIN_JPEG]


def test_merging_unites_the_pictures_of_both_copies(folder: Path) -> None:
    """Whichever takes in which, as a folder or as a zip, and however often."""
    other = shutil.copytree(folder, folder.with_name("other"))
    put(folder)
    put(other, PLAIN_PNG)
    backup(Workshop(other), folder.with_name("other.zip"))
    for source in (folder.with_name("other.zip"), other, other):
        take_in(Workshop(folder), source)
    take_in(Workshop(other), folder)
    assert files(folder) == files(other)
    assert sorted(files(folder).values()) == sorted([PLAIN_JPEG, PLAIN_PNG])
    assert there(folder) == there(other)


@pytest.mark.parametrize("removed_first", [True, False])
def test_a_removal_wins_in_every_copy(folder: Path, removed_first: bool) -> None:  # noqa: FBT001  a parameter
    """Whether it comes to the copy that has the picture, or the picture to it."""
    made = put(folder)
    other = shutil.copytree(folder, folder.with_name("other"))
    remove(Workshop(folder), made)
    into, source = (other, folder) if removed_first else (folder, other)
    take_in(Workshop(into), source)
    assert files(into) == {}
    assert PLAIN_JPEG not in all_bytes(into)


def test_words_that_were_changed_apart_are_a_conflict(folder: Path) -> None:
    """Both are kept until somebody settles it; the file is one."""
    put(folder)
    other = shutil.copytree(folder, folder.with_name("other"))
    put(folder, told=Told("A board"))
    put(other, told=Told("A wall"))
    take_in(Workshop(folder), other)
    [conflict] = conflicts(Workshop(folder))
    assert conflict.name.startswith("picture ")
    assert len(files(folder)) == 1


def test_nothing_but_the_picture_that_is_meant_is_taken(folder: Path) -> None:
    """A file of the other copy that is another one, or that has something beside its pixels, is left there."""
    other = shutil.copytree(folder, folder.with_name("other"))
    made = put(other)
    (other / "attachments" / made.kept.file).write_bytes(PLAIN_PNG)
    take_in(Workshop(folder), other)
    assert files(folder) == {}
    assert "is not there as it was attached" in must_fail_check(folder)


def must_fail_check(folder: Path) -> str:
    done = vaexercise("workshop", "check", "--workshop", folder)
    assert done.code == 1
    return done.out


def test_a_hostile_record_names_no_file_outside(folder: Path) -> None:
    """An id that leads elsewhere, and a kind that no picture has, are no pictures: nothing is read or written there."""
    opened = Workshop(folder)
    body = {"kind": "jpg", "digest": "0" * 64, "alt": "Trap", "place": 1}
    opened.record(
        [
            ("attachment/../../escaped", body),
            ("attachment/a.b", body),
            ("attachment/", body),
            ("attachment/good", {**body, "kind": "html"}),
            ("erasure/x", {"slots": ["attachment/../workshop", "attachment/../../escaped"]}),
        ]
    )
    opened.sitting.close()
    assert there(folder) == []
    assert (folder / "workshop.yaml").is_file()


def test_a_backup_takes_pictures_along(folder: Path) -> None:
    """Restored, they are there; what else lies in that folder stays behind."""
    made = put(folder)
    (folder / "attachments" / "notes.txt").write_text("mine")
    backup(Workshop(folder), folder.with_name("copy.zip"))
    restore(folder.with_name("copy.zip"), folder.with_name("again"))
    assert files(folder.with_name("again")) == {made.kept.file: PLAIN_JPEG}


def test_a_handed_out_copy_has_no_pictures(workshop_with_groups: Path, tmp_path: Path) -> None:
    """Neither the file nor a word of it; brought home, nothing is lost, and both logs are whole."""
    put(workshop_with_groups)
    opened = Workshop(workshop_with_groups)
    hand_out(opened, opened.session(), "g1", tmp_path / "laptop")
    assert not (tmp_path / "laptop" / "attachments").exists()
    assert b"flipchart" not in all_bytes(tmp_path / "laptop")
    must("workshop", "check", "--workshop", tmp_path / "laptop")
    take_in(Workshop(workshop_with_groups), tmp_path / "laptop")
    assert len(there(workshop_with_groups)) == 1
    take_in(Workshop(tmp_path / "laptop"), workshop_with_groups)
    assert len(files(tmp_path / "laptop")) == 1


def test_a_file_that_cannot_be_deleted_is_said_and_done_later(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The erasure is recorded; the next command deletes the file."""
    made = put(folder)

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(type(folder), "unlink", fail)
        patch.setattr(RealDisk, "remove", lambda *_: None)
        with pytest.raises(NotSaved, match="was not deleted"):
            remove(Workshop(folder), made)
        Workshop(folder)
    assert len(files(folder)) == 1
    Workshop(folder)
    assert files(folder) == {}


def test_undoing_takes_the_words_back(folder: Path) -> None:
    """A new picture is in no list any more; one that got new words has its old ones."""
    put(folder)
    put(folder, told=Told("A board"))
    must("workshop", "undo", "--workshop", folder)
    assert [one.told for one in there(folder)] == [BOARD]
    must("workshop", "undo", "--workshop", folder)
    assert there(folder) == []


def test_the_file_of_a_picture_that_was_taken_back_is_named_and_can_be_erased(folder: Path) -> None:
    """An undo deletes no file: `workshop check` says that it is there, and what erases it."""
    made = put(folder)
    must("workshop", "undo", "--workshop", folder)
    said = must("workshop", "check", "--workshop", folder).err
    assert f"workshop attachments --remove {made.id}" in said
    must("workshop", "attachments", "--remove", made.id, "--yes", "--workshop", folder)
    assert files(folder) == {}
    assert "taken back" not in must("workshop", "check", "--workshop", folder).err
