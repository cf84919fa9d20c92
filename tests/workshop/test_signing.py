"""Sign-off: what a group hears, confirms, and takes back with a reason."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise

from vaexercise.errors import Refused
from vaexercise.record.check import Places
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.answers.readback import Readback
from vaexercise.workshop.answers.signing import Counts, heard, record_sign_off, reopen, sign_off, slot
from vaexercise.workshop.log.references import broken_references
from vaexercise.workshop.people.participants import find_person, participants
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.model.feedback import Point
    from vaexercise.workshop.answers.signing import SignOff

CONFIRMS = "Nadia Kerimova"


def opened(folder: Path) -> Feedback:
    workshop = Workshop(folder)
    return Feedback(workshop, workshop.sessions[0])


def point(said: Feedback, code: str) -> Point:
    return next(p for p in said.points() if p.code == code)


def sign(folder: Path, group: int = 2, name: str = CONFIRMS) -> None:
    must("feedback", "sign-off", "--group", group, "--confirmed-by", name, "--workshop", folder)


def recorded(folder: Path, group: str = "g2") -> SignOff | None:
    said = opened(folder)
    return sign_off(said.workshop, said.session, group)


def read(folder: Path, *, private: bool = False) -> list[str]:
    one = Readback(opened(folder), "g2")
    return [*one.told(private=private), *one.missing(), *one.summary()]


def test_what_is_recorded(workshop: Path) -> None:
    """Who confirmed, in a slot of its own; how much there was; and how many lines of the log that is."""
    sign(workshop)
    said = opened(workshop)
    body = said.workshop.fold.body(slot(said.session, "g2"))
    points = [p for p in said.points() if p.group == "g2"]
    assert body["signed"] is True
    assert body["points"] == len(points)
    assert body["starred"] == sum(p.star for p in points)
    assert body["answers"] == 1
    assert body["open"] == []
    assert body["lines"] == heard(said.workshop, said.session, "g2") > len(points)
    assert CONFIRMS not in str(body)
    assert (found := recorded(workshop)) is not None
    assert (found.by, found.changed) == (CONFIRMS, 0)


def test_everything_is_read_back(workshop: Path) -> None:
    """Each question, each point in the group's order with its number, code, words and marks."""
    said = opened(workshop)
    question = said.workshop.exercise(said.session).asked("group")[0]
    ids = [p.id for p in said.response(question, "g2").points]
    said.set_order(question, "g2", ids[::-1])
    said.mark(point(said, "G2-Q1-03"), "agree", {"agreement": "divided"})
    lines = read(workshop)
    assert f"Q1 {question.prompt}" in lines
    for number, key in enumerate(ids[::-1], start=1):
        one = next(p for p in said.points() if p.id == key)
        assert any(line.startswith(f"  {number}. {one.code}  {one.text}") for line in lines)
    assert any("G2-Q1-03" in line and line.endswith("(divided)") for line in lines)
    assert any("G2-Q1-01" in line and line.endswith("(headline)") for line in lines)
    assert any(line.startswith("  G2-Q2  ") for line in lines)
    assert "Not discussed: Q5" in lines


def test_private_words_are_not_read_aloud(workshop: Path) -> None:
    """The reason stands in their place, unless the group wants to hear them."""
    said = opened(workshop)
    one = point(said, "G2-Q1-03")
    said.mark(one, "private", {"reason": "names a person"})
    assert "  3. G2-Q1-03  (private)" in read(workshop)
    assert not any(one.text in line for line in read(workshop))
    assert any(one.text in line for line in read(workshop, private=True))


def test_what_is_missing_is_said(workshop_with_groups: Path) -> None:
    """Open, skipped, not discussed and half filled-in questions, and what has several versions."""
    text = "group: 2\nanswers: {Q1: [One], Q2: {survivors: yes}, Q3: skipped, Q4: not-discussed}\n"
    file = workshop_with_groups.parent / "sheet.yaml"
    file.write_text(text, encoding="utf-8")
    must("feedback", "import", file, "--workshop", workshop_with_groups)
    one, other = opened(workshop_with_groups), opened(workshop_with_groups)
    for said, words in ((one, "Two"), (other, "Three")):
        said.change_point(point(said, "G2-Q1-01"), {"text": words})
    lines = read(workshop_with_groups)
    assert [line for line in lines if line.split(": ")[0] in {"Open", "Skipped", "Not discussed", "Incomplete"}] == [
        "Open: Q5",
        "Skipped: Q3",
        "Not discussed: Q4",
        "Incomplete: Q2",
    ]
    assert "Several versions, not settled: Group 2, Q1, point 01" in lines
    assert "  nothing entered" in lines


def test_words_under_a_question_that_is_not_asked_any_more_are_read(workshop: Path) -> None:
    """A follow-up whose condition holds no longer still has what the group said to it."""
    said = opened(workshop)
    question = next(q for q in said.workshop.exercise(said.session).walk() if q.id == "q-actors")
    said.set_answer(question, "g2", {"survivors": "yes"})
    assert any("G2-Q2a-01" in line for line in read(workshop))


def test_signing_off_twice_says_so(workshop: Path) -> None:
    """When and by whom it was; nothing is recorded, and it is no error."""
    sign(workshop)
    lines = len(opened(workshop).workshop.fold.revisions)
    done = must("feedback", "sign-off", "--group", "2", "--workshop", workshop)
    assert "Group 2 has signed off already, " in done.out
    assert f"confirmed by {CONFIRMS}." in done.out
    assert len(opened(workshop).workshop.fold.revisions) == lines


def test_in_a_pipe_nobody_is_asked(workshop: Path) -> None:
    """Without a name nothing is signed off, and the sentence says how to give one."""
    done = vaexercise("feedback", "sign-off", "--group", "2", "--yes", "--workshop", workshop, typed="yes\nAmara\n")
    assert (done.code, "Nobody confirmed; nothing was signed off." in done.err) == (
        2,
        True,
    )
    assert recorded(workshop) is None


def test_the_end_offers_a_second_copy(workshop: Path) -> None:
    """Who confirmed is said, then how to take a copy."""
    options = ("--confirmed-by", "Amara\x1b[2J [/b]", "--yes", "--workshop", workshop)
    done = must("feedback", "sign-off", "--group", "2", *options)
    assert "Group 2 has signed off; Amara [/b] confirmed it.\n" in done.out
    assert "A copy on a stick: vaexercise workshop backup FILE" in done.out
    assert "6 headlines, 77 words: about half a minute; you have 5 minutes." in done.out


def test_nothing_is_written_after_it(workshop: Path) -> None:
    """A rapporteur who goes on is told how to reopen."""
    sign(workshop)
    said = opened(workshop)
    with pytest.raises(Refused, match=r"has signed off; nothing was changed\. .*feedback reopen --group 2"):
        said.star(point(said, "G2-Q1-03"))


def test_a_group_is_reopened_with_a_reason(workshop: Path) -> None:
    """It may write again, the reason is in the history, and it may sign off again."""
    sign(workshop)
    must("feedback", "reopen", "--group", "2", "--reason", "Q5 was misheard", "--workshop", workshop)
    assert recorded(workshop) is None
    said = opened(workshop)
    said.star(point(said, "G2-Q1-03"))
    assert "reopened: Q5 was misheard" in must("workshop", "history", "sign-off", "--workshop", workshop).out
    sign(workshop, name="Somebody Else")
    assert (found := recorded(workshop)) is not None
    assert (found.by, found.changed) == ("Somebody Else", 0)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--group", "1", "--reason", "x"), "Group 1 has not signed off, so there is nothing to reopen."),
        (("--group", "2", "--reason", " \x1b[2J "), "Say why Group 2 is reopened"),
        (("--reason", "x"), "Say which group is reopened: --group 2"),
        (("--group", "9", "--reason", "x"), "There is no group 9."),
    ],
)
def test_what_cannot_be_reopened(workshop: Path, words: tuple[str, ...], sentence: str) -> None:
    """Exit code 2, and the sign-off stands."""
    sign(workshop)
    done = vaexercise("feedback", "reopen", *words, "--workshop", workshop)
    assert (done.code, sentence in done.err) == (2, True)
    assert recorded(workshop) is not None


def test_what_comes_in_later_is_counted_and_can_be_confirmed(workshop: Path) -> None:
    """A merge brings points that the group did not hear: they are counted, read back, and confirmed anew."""
    other = shutil.copytree(workshop, workshop.with_name("other"))
    sign(workshop)
    said = opened(other)
    question = said.workshop.exercise(said.session).asked("group")[0]
    said.add_points(question, "g2", [{"text": "Typed elsewhere"}, {"text": "And this"}])
    must("workshop", "merge", other, "--workshop", workshop)
    assert (found := recorded(workshop)) is not None
    assert found.changed == 2
    done = must("feedback", "sign-off", "--group", "2", "--confirmed-by", "Amara", "--workshop", workshop)
    assert "2 changes came in since, so here is all of it once more." in done.out
    assert "Typed elsewhere" in done.out
    assert (again := recorded(workshop)) is not None
    assert (again.by, again.changed) == ("Amara", 0)


def test_nobody_confirms_what_was_not_read(workshop: Path) -> None:
    """What a second typist enters during the reading stops the sign-off."""
    said, other = opened(workshop), opened(workshop)
    one = Readback(said, "g2")
    other.star(point(other, "G2-Q1-03"))
    with pytest.raises(Refused, match="Something was entered while this was read back"):
        record_sign_off(said.workshop, said.session, "g2", "Amara", one.counts, one.lines)
    assert recorded(workshop) is None


def test_a_forgotten_name_does_not_undo_a_sign_off(workshop: Path) -> None:
    """The name is gone from the log, the sign-off stands, and the next person who confirms is named again."""
    sign(workshop)
    must("participants", "forget", CONFIRMS, "--yes", "--workshop", workshop)
    assert (found := recorded(workshop)) is not None
    assert found.by == ""
    assert not any(CONFIRMS.encode() in file.read_bytes() for file in (workshop / "log").iterdir())
    must("feedback", "reopen", "--group", "2", "--reason", "A mistake", "--workshop", workshop)
    sign(workshop, name="Somebody Else")
    assert (again := recorded(workshop)) is not None
    assert again.by == "Somebody Else"


def test_the_name_of_who_compared_with_paper_is_forgotten(workshop: Path) -> None:
    """Also where another person compared it once more."""
    said = opened(workshop)
    one = point(said, "G2-Q1-03")
    for name in (CONFIRMS.upper(), "Somebody Else"):
        said.confirm(one, name)
    assert find_person(participants(said.workshop), CONFIRMS).name == CONFIRMS
    said.workshop.sitting.close()
    must("participants", "forget", CONFIRMS, "--yes", "--workshop", workshop)
    assert not any(CONFIRMS.upper().encode() in file.read_bytes() for file in (workshop / "log").iterdir())
    assert point(opened(workshop), "G2-Q1-03").confirmed == "Somebody Else"


@pytest.mark.parametrize(("kind", "key"), [("private", "reason"), ("park", "reason"), ("gloss", "text")])
def test_a_name_in_a_mark_is_a_mention(workshop: Path, kind: str, key: str) -> None:
    """Somebody has to decide on it, as on a name in the words of a point."""
    said = opened(workshop)
    said.workshop.record([(f"{kind}/{said.session.id}/{point(said, 'G2-Q1-03').id}", {key: f"is of {CONFIRMS}"})])
    done = must("participants", "forget", CONFIRMS, "--yes", "--workshop", workshop)
    assert "G2-Q1-03 mentions the name." in done.out


def test_lines_that_were_cut_after_it_are_noticed(workshop: Path) -> None:
    """Whole lines cut from the end of a file leave no trace but the number that the group confirmed."""
    said = opened(workshop)
    question = said.workshop.exercise(said.session).asked("group")[0]
    said.add_points(question, "g2", [{"text": "Late data"}])
    file = workshop / "log" / f"{said.workshop.sitting.id}.jsonl"
    sign(workshop)
    must("workshop", "check", "--workshop", workshop)
    said.workshop.sitting.close()
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:1]))
    done = vaexercise("workshop", "check", "--workshop", workshop)
    assert done.code == 1
    assert "lines; 1 is not in the log any more" in done.out


def test_a_point_that_another_laptop_moves_away_is_no_missing_line(workshop: Path) -> None:
    """The group heard it, so its lines stay among those that it confirmed; the move is a change."""
    other = shutil.copytree(workshop, workshop.with_name("other"))
    sign(workshop)
    must("feedback", "move", "G2-Q1-03", "--to-group", "1", "--workshop", other)
    must("workshop", "merge", other, "--workshop", workshop)
    must("workshop", "check", "--workshop", workshop)
    assert (found := recorded(workshop)) is not None
    assert found.changed == 1


def test_a_copy_without_other_groups_cannot_tell(workshop: Path) -> None:
    """A point that was moved away is left out of a group's laptop: nothing is missing there."""
    must("feedback", "move", "G2-Q1-03", "--to-group", "1", "--workshop", workshop)
    sign(workshop)
    folder = workshop.with_name("laptop")
    must("workshop", "hand-out", "--group", "2", folder, "--workshop", workshop)
    copy = Workshop(folder)
    assert broken_references(copy, Places(copy.log)) == []


def test_an_empty_sign_off_has_counts() -> None:
    """Nothing open unless said."""
    assert Counts(0, 0, 0).open == ()


def test_reopening_needs_words(workshop: Path) -> None:
    """A reason of signs that nobody sees is none."""
    sign(workshop)
    said = opened(workshop)
    with pytest.raises(Refused, match="Say why Group 2 is reopened"):
        reopen(said.workshop, said.session, "g2", "\ufeff \u202e")
