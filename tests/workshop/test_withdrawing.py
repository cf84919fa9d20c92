"""What somebody takes back leaves the record for good; the code stays, counted as withdrawn."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from conftest import must

from vaexercise.errors import Refused, Unknown
from vaexercise.model.feedback import Answer
from vaexercise.record.check import Places, faults
from vaexercise.workshop.answers import signing, withdrawing
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.answers.overview import progress
from vaexercise.workshop.copies.handing_out import hand_out
from vaexercise.workshop.copies.merging import take_in
from vaexercise.workshop.log import history, references
from vaexercise.workshop.log.undoing import steps, undo
from vaexercise.workshop.plenary.summary import synthesis
from vaexercise.workshop.plenary.themes import Themes
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

TOLD = "Cousin Orhan lost his leg near the well"
EARLIER = "My cousin lost his leg near the old well"
GLOSS = "Le cousin a perdu sa jambe près du puits"


class Told:
    """A workshop in which group 1 told something, changed it, translated it, and regrets it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.opened = Workshop(folder)
        self.session = self.opened.session()
        self.said = Feedback(self.opened, self.session)
        self.question = next(q for q in self.opened.exercise(self.session).walk() if q.code == "Q1")
        [point] = self.said.add_points(self.question, "g1", [{"text": EARLIER}])
        self.point = self.said.change_point(point, {"text": TOLD})
        self.said.mark(self.point, "gloss", {"text": GLOSS})
        self.said.mark(self.point, "private", {"reason": "Orhan is known"})
        self.said.star(self.point)

    def take_back(self, code: str = "", reason: str = "") -> withdrawing.Testimony:
        """Withdraw it, as another command than the one that wrote it."""
        self.opened.hand_over("")
        found = withdrawing.testimony(self.opened, self.session, code or self.point.code)
        assert withdrawing.withdraw(self.opened, self.session, found, reason) == []
        return found

    def bytes(self) -> bytes:
        """All that the log holds on disk."""
        return b"".join(path.read_bytes() for path in (self.folder / "log").rglob("*") if path.is_file())


@pytest.fixture
def told(workshop_with_groups: Path) -> Told:
    """Something that was told."""
    return Told(workshop_with_groups)


def test_words_translations_and_earlier_versions_are_nowhere_in_the_log(told: Told) -> None:
    """Not one of them, in any file; reasons that repeat them neither. The log still verifies."""
    before = told.bytes()
    assert all(words.encode() in before for words in (TOLD, EARLIER, GLOSS, "Orhan is known"))
    told.take_back()
    assert not any(words.encode() in told.bytes() for words in (TOLD, EARLIER, GLOSS, "Orhan"))
    again = Workshop(told.folder)
    places = Places(again.log)
    assert faults(again.log, places) == []
    assert references.broken_references(again, places) == []


def test_it_stays_counted_and_its_code_is_not_given_again(told: Told) -> None:
    """The group answered; one point was withdrawn; the next point has the next number."""
    told.take_back(reason="asked for by the person")
    [response] = told.said.responses([told.question], ["g1"])
    assert (response.points, response.withdrawn, response.state) == ((), 1, "answered")
    found = synthesis(told.opened, told.session)
    outcome = next(one for one in found.questions if one.code == "Q1")
    assert (outcome.withdrawn, outcome.answered, found.totals.withdrawn) == (1, ("g1",), 1)
    [new] = told.said.add_points(told.question, "g1", [{"text": "Another"}])
    assert new.code == "G1-Q1-02"


def test_a_deleted_point_can_be_withdrawn_too(told: Told) -> None:
    """Deleting leaves the words in history: only withdrawing takes them out."""
    told.said.delete_point(told.point)
    assert TOLD.encode() in told.bytes()
    told.take_back("g1-q1-01")
    assert TOLD.encode() not in told.bytes()


def test_an_answer_can_be_withdrawn_and_nothing_new_is_lost_in_its_place(told: Told) -> None:
    """What is written in the same place would be erased at once, so it is refused."""
    question = next(q for q in told.opened.exercise(told.session).walk() if q.code == "Q2")
    name = question.form().blanks[0].name
    told.said.set_answer(question, "g2", {name: "yes"})
    found = told.take_back("G2-Q2")
    assert found.groups == ("g2",)
    with pytest.raises(Refused, match="G2-Q2 was withdrawn"):
        told.said.set_answer(question, "g2", {name: "no"})
    assert told.said.response(question, "g2").state == "answered"
    with pytest.raises(Refused, match="G2-Q2 was withdrawn"):
        told.said.mark(Answer(code="G2-Q2", group="g2", question=question.id, values={}), "private", {"reason": "x"})


def test_a_conversation_that_still_has_the_point_cannot_write_to_it(told: Told) -> None:
    """Changing it is refused with a sentence: nothing would stay."""
    told.take_back()
    with pytest.raises(Refused, match="G1-Q1-01 was withdrawn"):
        told.said.change_point(told.point, {"text": "Other words"})


def test_themes_lose_it(told: Told) -> None:
    """The theme stays, without the point."""
    told.said.mark(told.point, "private", {})
    themes = Themes(told.opened, told.session)
    key = themes.opened(told.question, "Accidents")
    themes.put(told.point.id, key)
    told.take_back()
    [theme] = themes.sorting(told.question).themes
    assert theme.points == ()


def test_other_places_of_the_same_words_are_named(told: Told) -> None:
    """A theme that is called so, a point with half of it, a comment on it, a file."""
    told.said.mark(told.point, "private", {})
    Themes(told.opened, told.session).opened(told.question, TOLD)
    told.said.add_points(told.question, "g2", [{"text": "lost his leg near the well"}])
    must("plenary", "summary", "-o", told.folder / "output" / "s.html", "--workshop", told.folder)
    must("plenary", "summary", "-o", told.folder / "output" / "s.md", "--workshop", told.folder)
    must("workshop", "backup", told.folder / "copy.zip", "--workshop", told.folder)
    found = withdrawing.testimony(Workshop(told.folder), told.session, told.point.code)
    assert [what.partition(" ")[0] for what in found.beside] == ["Group", "theme"]
    assert set(found.files) == {"output/s.html", "output/s.md"}
    assert found.unseen == ("copy.zip",)


def test_another_copy_loses_it_at_merge_whichever_way(told: Told, tmp_path: Path) -> None:
    """The erasure wins there, and words from there do not come back here."""
    copy = tmp_path / "copy"
    shutil.copytree(told.folder, copy)
    told.take_back()
    take_in(told.opened, copy)
    assert TOLD.encode() not in told.bytes()
    other = Workshop(copy)
    take_in(other, told.folder)
    assert TOLD.encode() not in b"".join(path.read_bytes() for path in (copy / "log").iterdir())
    assert Feedback(other, told.session).response(told.question, "g1").withdrawn == 1


def test_a_translation_that_another_copy_made_meanwhile_goes_at_merge(told: Told, tmp_path: Path) -> None:
    """The point had none here when it was withdrawn, and the other laptop knew nothing of it."""
    told.said.mark(told.point, "gloss", {})
    copy = tmp_path / "copy"
    shutil.copytree(told.folder, copy)
    other = Workshop(copy)
    point = Feedback(other, other.session()).points()[0]
    Feedback(other, other.session()).mark(point, "gloss", {"text": "Le pauvre cousin"})
    told.take_back()
    take_in(told.opened, copy)
    assert b"pauvre" not in told.bytes()


def test_a_sign_off_is_no_door_and_misses_no_line_afterwards(told: Told) -> None:
    """What was confirmed is still all there, by count."""
    counts = signing.Counts(points=1, answers=0, starred=1)
    lines = signing.heard(told.opened, told.session, "g1")
    signing.record_sign_off(told.opened, told.session, "g1", "Somebody", counts, lines)
    told.take_back()
    signed = signing.sign_off(told.opened, told.session, "g1")
    assert signed is not None
    assert signed.changed == 0
    assert signing.heard(told.opened, told.session, "g1") == lines
    assert references.broken_references(told.opened, Places(told.opened.log)) == []
    assert progress(told.opened, told.session)[0].points == 0


def test_history_names_it_and_undo_does_not_bring_it_back(told: Told) -> None:
    """By its code it is found, erased; no step of it can be undone."""
    told.take_back(reason="asked for")
    events = history.history(told.opened, slot="G1-Q1-01")
    assert {event.content for event in events} >= {"erased", "asked for"}
    assert any(event.what == "withdrawal of Group 1, Q1, point 01" for event in events)
    assert {event.what for event in history.history(told.opened, group="g1")} >= {"Group 1, Q1, point 01"}
    undo(told.opened, steps(told.opened)[:1])
    assert TOLD.encode() not in told.bytes()
    assert told.said.response(told.question, "g1").withdrawn == 1


def test_a_copy_for_the_group_knows_the_code_and_gives_it_to_nobody(told: Told, tmp_path: Path) -> None:
    """The laptop of the group does not give the number again."""
    told.take_back()
    hand_out(told.opened, told.session, "g1", tmp_path / "g1")
    copy = Workshop(tmp_path / "g1")
    assert Feedback(copy, copy.session()).next_number(told.question, "g1") == 2


def test_what_cannot_be_withdrawn_is_said(told: Told) -> None:
    """A code that nothing has, and one that was withdrawn before."""
    with pytest.raises(Unknown, match="There is no point or answer G9-Q9-99"):
        withdrawing.testimony(told.opened, told.session, "G9-Q9-99")
    found = told.take_back()
    with pytest.raises(Refused, match="was withdrawn before"):
        withdrawing.testimony(told.opened, told.session, "g1-q1-01")
    with pytest.raises(Refused, match="was withdrawn before"):
        withdrawing.withdraw(told.opened, told.session, found)


def test_two_points_of_one_code_are_told_apart(told: Told, tmp_path: Path) -> None:
    """Two laptops gave the same code: with its letter each can be withdrawn, without it the other stays."""
    copy = tmp_path / "copy"
    shutil.copytree(told.folder, copy)
    for folder in (told.folder, copy):
        opened = Workshop(folder)
        Feedback(opened, opened.session()).add_points(told.question, "g2", [{"text": f"said in {folder.name} only"}])
    opened = Workshop(told.folder)
    take_in(opened, copy)
    said = Feedback(opened, opened.session())
    codes = [point.code for point in said.response(told.question, "g2").points]
    assert codes == ["G2-Q1-01a", "G2-Q1-01b"]
    withdrawing.withdraw(opened, opened.session(), withdrawing.testimony(opened, opened.session(), "G2-Q1-01a"))
    assert [point.code for point in said.response(told.question, "g2").points] == ["G2-Q1-01"]
    assert said.next_number(told.question, "g2") == 2
