"""A summary is approved as it stands; whatever changes it makes it a draft, and what does not, does not."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from conftest import must
from invented_pictures import PLAIN_JPEG

from vaexercise.errors import Refused
from vaexercise.workshop.copies.handing_out import hand_out
from vaexercise.workshop.copies.merging import take_in
from vaexercise.workshop.names import APPROVER, named
from vaexercise.workshop.people.forgetting import forget, traces
from vaexercise.workshop.people.participants import find_person, participants
from vaexercise.workshop.plenary import approvals
from vaexercise.workshop.plenary.approvals import approval_slot
from vaexercise.workshop.plenary.approving import approve
from vaexercise.workshop.plenary.edition import edition
from vaexercise.workshop.plenary.publishing import publish
from vaexercise.workshop.plenary.summary import synthesis
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.model.edition import Approval

WHO = "Nadia Kerimova"
DAY = "2012-05-24T18:00:00.000+02:00"


def approved(folder: Path, by: str = WHO, reason: str = "") -> Approval:
    opened = Workshop(folder, clock=lambda: DAY)
    found = approve(opened, opened.session(), by=by, reason=reason)
    opened.sitting.close()
    return found


def state(folder: Path) -> Approval:
    opened = Workshop(folder)
    session = opened.session()
    return approvals.approval(opened, session, lambda: synthesis(opened, session))


def comment(folder: Path) -> None:
    must("plenary", "comment", "G1-Q1-01", "We saw it, too", "--group", "2", "--workshop", folder)


def test_what_was_never_approved_is_a_draft_of_its_last_change(workshop: Path) -> None:
    """By the clock there, in its own time zone."""
    opened = Workshop(workshop, clock=lambda: "2999-12-31T23:30:00.000-05:00")
    opened.record([("comment/va-monitoring/x", {"about": "none", "group": "g1", "text": "So", "place": 1})])
    opened.sitting.close()
    assert state(workshop).state == "draft"
    assert state(workshop).changed_on == date(2999, 12, 31)


def test_an_approval_says_when_and_who(workshop: Path) -> None:
    """It holds for whoever opens the workshop, and approving it again changes nothing."""
    first = approved(workshop)
    assert (first.state, first.on, first.by) == ("approved", date(2012, 5, 24), WHO)
    lines = len(Workshop(workshop).fold.revisions)
    assert approved(workshop, by="Somebody Else") == first == state(workshop)
    assert len(Workshop(workshop).fold.revisions) == lines


def test_what_the_summary_shows_makes_it_a_draft_again(workshop: Path) -> None:
    """The day and the name of the approval stay known; approved again, it stands."""
    approved(workshop)
    comment(workshop)
    now = state(workshop)
    assert (now.state, now.on, now.by) == ("changed", date(2012, 5, 24), WHO)
    assert approved(workshop).state == "approved"


@pytest.mark.parametrize(
    "command",
    [
        ("feedback", "enter", "--group", "1"),
        ("plenary", "easy-read", "--file", "-"),
        ("workshop", "attach", "PICTURE", "--alt", "A board"),
    ],
)
def test_easy_words_pictures_and_points_are_approved_with_it(workshop: Path, command: tuple[str, ...]) -> None:
    """Anything that a page of it shows is part of what was approved; taken back, the approval stands again."""
    approved(workshop)
    (workshop / "board.jpg").write_bytes(PLAIN_JPEG)
    words = [str(workshop / "board.jpg") if word == "PICTURE" else word for word in command]
    must(*words, "--workshop", workshop, typed=":jump Q1\nOne more point\n\n:quit\n")
    assert state(workshop).state == "changed"
    must("workshop", "undo", "--workshop", workshop)
    assert state(workshop).state == "approved"


def test_what_no_page_shows_changes_nothing(workshop: Path) -> None:
    """Who typed, clocks, and a definition that was read again leave it approved."""
    approved(workshop)
    opened = Workshop(workshop, by="Somebody")
    opened.record([("clock/va-monitoring/g1", {"started": DAY})])
    opened.sitting.close()
    assert state(workshop).state == "approved"


def test_another_version_of_the_program_makes_no_draft(workshop: Path) -> None:
    """It may put the same things together in another way: as long as nothing was recorded, the approval stands."""
    approved(workshop)
    opened = Workshop(workshop)
    body = opened.fold.body(approval_slot(opened.session()))
    opened.record([(approval_slot(opened.session()), {**body, "digest": "of another version"})])
    opened.sitting.close()
    assert state(workshop).state == "approved"
    comment(workshop)
    assert state(workshop).state == "changed"


def faulty(folder: Path) -> None:
    must("plenary", "actions", "add", "Meet again", "--source", "plenary", "--workshop", folder)


def test_faults_need_a_reason(workshop: Path) -> None:
    """What `plenary check` finds is listed, with what mends it; with a reason it is approved, and history says so."""
    faulty(workshop)
    with pytest.raises(Refused, match=r"nobody is named who does it(.|\n)*it was not approved(.|\n)*--reason"):
        approved(workshop)
    assert state(workshop).state == "draft"
    assert approved(workshop, reason="The ministry will say").state == "approved"
    assert "The ministry will say" in must("workshop", "history", "approval", "--workshop", workshop).out


def test_approvals_of_the_same_thing_made_apart_stand(workshop: Path) -> None:
    """Two laptops, one content: it is approved, no fault of the summary, and approving once more is not needed."""
    other = shutil.copytree(workshop, workshop.with_name("other"))
    approved(workshop)
    approved(other, by="Amara Diallo")
    take_in(Workshop(workshop), other)
    assert state(workshop).state == "approved"
    must("plenary", "check", "--workshop", workshop)


def test_an_approval_of_another_content_does_not_stand_after_merging(workshop: Path) -> None:
    """What both said is not what either approved: it is a draft, and approving it settles the two."""
    other = shutil.copytree(workshop, workshop.with_name("other"))
    comment(other)
    must("feedback", "enter", "--group", "1", "--workshop", workshop, typed=":jump Q1\nMore\n:quit\n")
    approved(workshop)
    approved(other)
    take_in(Workshop(workshop), other)
    assert state(workshop).state == "changed"
    assert approved(workshop).state == "approved"
    assert Workshop(workshop).fold.conflicts() == {}


def test_who_approved_can_be_forgotten(workshop: Path) -> None:
    """The approval stays, without a name."""
    approved(workshop)
    opened = Workshop(workshop)
    person = find_person(participants(opened), WHO)
    forget(opened, traces(opened, person))
    assert state(workshop).by == ""
    assert WHO.encode() not in b"".join(path.read_bytes() for path in (workshop / "log").iterdir())


def test_a_public_edition_does_not_say_who_approved(workshop: Path) -> None:
    """When, it does: the approval is that of the whole summary."""
    approved(workshop)
    opened = Workshop(workshop)
    session = opened.session()
    found = edition(opened, session, publish(opened, session).synthesis).approval
    assert (found.state, found.on, found.by) == ("approved", date(2012, 5, 24), "")


def test_a_handed_out_copy_does_not_know_who_approved(workshop: Path, tmp_path: Path) -> None:
    """Nor what was written beside it; that of the plenary neither."""
    approved(workshop, by="Wilhelmina Outsider")
    for group in ("g1", "plenary"):
        opened = Workshop(workshop)
        hand_out(opened, opened.session(), group, tmp_path / group)
        files = [path for path in (tmp_path / group).rglob("*") if path.is_file()]
        assert b"Outsider" not in b"".join(path.read_bytes() for path in files)
        must("workshop", "check", "--workshop", tmp_path / group)


def test_an_approval_can_be_undone(workshop: Path) -> None:
    """One step, with the name."""
    must("plenary", "approve", "--by", WHO, "--workshop", workshop)
    must("workshop", "undo", "--workshop", workshop)
    assert state(workshop).state == "draft"


def test_names_of_approvers_have_keys_of_their_own(workshop: Path) -> None:
    """Each is new, so that one can be erased and another come later."""
    session = Workshop(workshop).session()
    (one, _), (two, _) = named(session, APPROVER, WHO), named(session, APPROVER, WHO)
    assert one != two
