"""The register of actions: what was said, what became of it, and what the plenary added."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from vaexercise.errors import Refused, Unknown
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.copies.handing_out import hand_out
from vaexercise.workshop.copies.merging import take_in
from vaexercise.workshop.log.history import history
from vaexercise.workshop.log.undoing import steps, undo
from vaexercise.workshop.people.forgetting import traces
from vaexercise.workshop.people.participants import participants
from vaexercise.workshop.plenary.acting import add, change, join, part
from vaexercise.workshop.plenary.actions import actions, changes, named_action, standing
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.model.action import Action, Status


def found(opened: Workshop, code: str = "G1-Q5-01") -> Action:
    return named_action(actions(opened, opened.session()), code)


def put(opened: Workshop, code: str, status: Status | None = None, note: str | None = None, **agreed: str) -> None:
    change(opened, opened.session(), found(opened, code), status=status, note=note, agreed=agreed)


def test_the_register_has_what_groups_and_plenary_said(workshop: Path) -> None:
    """Every point of a question of kind `actions`, with its words and its code, open until somebody says more."""
    opened = Workshop(workshop)
    every = actions(opened, opened.session())
    assert [one.code for one in every] == ["G1-Q5-01", "G1-Q5-02", "G1-Q5-03", "G3-Q5-01", "G3-Q5-02"]
    one = every[0]
    assert (one.what, one.by) == ("Propose a monitoring line in the next national budget", "2012-10-31")
    assert (one.status, one.source, one.indicator) == ("open", one.code, "The line is in the budget law")
    assert standing(every) == "5 actions: 5 open."


def test_an_action_of_the_plenary_gets_a_code_of_its_own(workshop: Path) -> None:
    """Cleaned, with the source that it comes from; an undone one leaves its code unused for good."""
    opened = Workshop(workshop)
    made = add(opened, opened.session(), {"what": " Do\x1b[0m it ", "who": "Ministry", "by": "soon"}, "g1-q4-01")
    assert (made.code, made.what, made.who, made.by) == ("PL-A-01", "Do it", "Ministry", "soon")
    assert (made.source, made.group, made.status) == ("G1-Q4-01", "plenary", "open")
    undo(opened, steps(opened)[:1])
    assert len(actions(opened, opened.session())) == 5
    assert add(opened, opened.session(), {"what": "Another"}).code == "PL-A-02"


def test_an_action_needs_words_and_a_source_that_is_there(workshop: Path) -> None:
    """Otherwise nothing is recorded; a private point is no source."""
    opened = Workshop(workshop)
    said = Feedback(opened, opened.session())
    said.mark(next(p for p in said.points() if p.code == "G1-Q4-02"), "private", {"reason": "a promise"})
    before = len(opened.fold.revisions)
    with pytest.raises(Refused, match="what will be done"):
        add(opened, opened.session(), {"what": "\x1b[0m", "who": "Ministry"})
    for code in ("G1-Q4-02", "G9-Q1-01", "x" * 100_000):
        with pytest.raises(Unknown, match="There is no point"):
            add(opened, opened.session(), {"what": "Do it"}, code)
    assert len(opened.fold.revisions) == before


def test_what_is_agreed_stands_beside_what_the_group_said(workshop: Path) -> None:
    """The point is never touched; empty words take what was agreed away."""
    opened = Workshop(workshop)
    heads = opened.fold.heads(f"point/{opened.session().id}/{found(opened).id}")
    put(opened, "G1-Q5-01", by="December 2026", who=" The minister ")
    now = found(opened)
    assert (now.by, now.by_now, now.who_now) == ("2012-10-31", "December 2026", "The minister")
    assert opened.fold.heads(f"point/{opened.session().id}/{now.id}") == heads
    put(opened, "G1-Q5-01", by="")
    assert (found(opened).by_now, found(opened).who_now) == ("2012-10-31", "The minister")


def test_each_status_is_kept_with_its_note(workshop: Path) -> None:
    """A note belongs to its status; all that was ever said is in the history, in words."""
    opened = Workshop(workshop, by="Ana")
    put(opened, "G1-Q5-01", "started", "Letter sent")
    put(opened, "G1-Q5-01", who="The minister")
    assert (found(opened).status, found(opened).note) == ("started", "Letter sent")
    put(opened, "G1-Q5-01", "done")
    assert (found(opened).status, found(opened).note) == ("done", "")
    past = list(changes(opened, opened.session(), found(opened)))
    assert [one.words for one in past] == [
        "started: Letter sent",
        "started: Letter sent; Who, as agreed: The minister",
        "done; Who, as agreed: The minister",
    ]
    assert {one.by for one in past} == {"Ana"}
    undo(opened, steps(opened)[:3])
    assert found(opened).status == "open"
    assert list(changes(opened, opened.session(), found(opened)))[-1].words == "as it was said, and open"


def test_saying_the_same_again_is_refused(workshop: Path) -> None:
    """Nothing changes, so nothing is recorded; open is what it was from the beginning."""
    opened = Workshop(workshop)
    for code in ("G1-Q5-01", add(opened, opened.session(), {"what": "Do it"}).code):
        with pytest.raises(Refused, match="says that already"):
            put(opened, code, "open")
        with pytest.raises(Refused, match="says that already"):
            put(opened, code)
        put(opened, code, "done", "Yes")
        with pytest.raises(Refused, match="says that already"):
            put(opened, code, "done", "Yes ")


def test_two_statuses_set_apart_are_both_told_until_one_is_said_again(workshop: Path) -> None:
    """Neither laptop wins; setting it settles it, even to what is shown."""
    other = shutil.copytree(workshop, workshop.with_name("other"))
    opened = Workshop(workshop)
    put(opened, "G1-Q5-01", "done")
    put(Workshop(other), "G1-Q5-01", "started")
    take_in(opened, other)
    assert sorted(found(opened).versions) == ["done", "started"]
    put(opened, "G1-Q5-01", found(opened).status)
    assert found(opened).versions == ()


def test_joined_actions_are_both_kept_one_under_the_other(workshop: Path) -> None:
    """Also of chains, and apart again; none stands under itself, and none is counted twice."""
    opened = Workshop(workshop)
    session = opened.session()
    assert join(opened, session, found(opened, "G3-Q5-01"), found(opened)).code == "G1-Q5-01"
    assert join(opened, session, found(opened, "G3-Q5-02"), found(opened, "G3-Q5-01")).code == "G1-Q5-01"
    assert [found(opened, code).under for code in ("G3-Q5-01", "G3-Q5-02")] == ["G1-Q5-01"] * 2
    join(opened, session, found(opened), found(opened, "G1-Q5-02"))
    assert {one.under for one in actions(opened, session)} == {"", "G1-Q5-02"}
    assert standing(actions(opened, session)) == "2 actions: 2 open. 3 others say the same as one of them."
    for action, under in (("G1-Q5-02", "G3-Q5-02"), ("G1-Q5-03", "G1-Q5-03")):
        with pytest.raises(Refused, match="cannot stand under itself"):
            join(opened, session, found(opened, action), found(opened, under))
    with pytest.raises(Refused, match="already stands under"):
        join(opened, session, found(opened), found(opened, "G1-Q5-02"))
    part(opened, session, found(opened))
    assert found(opened).under == ""
    with pytest.raises(Refused, match="under no other"):
        part(opened, session, found(opened))


def test_a_circle_that_two_laptops_made_has_one_end(workshop: Path) -> None:
    """Each joined one to the other: after the merge one of them stands above, the same everywhere."""
    other = shutil.copytree(workshop, workshop.with_name("other"))
    here, there = Workshop(workshop), Workshop(other)
    join(here, here.session(), found(here), found(here, "G3-Q5-01"))
    join(there, there.session(), found(there, "G3-Q5-01"), found(there))
    take_in(here, other)
    take_in(there, workshop)
    ends = [{one.code: one.under for one in actions(w, w.session()) if one.under} for w in (here, there)]
    assert ends[0] == ends[1]
    assert len(ends[0]) == 1


def test_codes_given_twice_apart_get_letters(workshop: Path) -> None:
    """Both actions of two laptops are kept, and each can be named."""
    other = shutil.copytree(workshop, workshop.with_name("other"))
    here, there = Workshop(workshop), Workshop(other)
    add(here, here.session(), {"what": "Here"})
    add(there, there.session(), {"what": "There"})
    take_in(here, other)
    assert {found(here, code).what for code in ("PL-A-01a", "pl-a-01b")} == {"Here", "There"}


def test_a_private_action_is_counted_and_not_shown(workshop: Path) -> None:
    """Its words, and what was agreed or noted about it, only if asked for."""
    opened = Workshop(workshop)
    said = Feedback(opened, opened.session())
    put(opened, "G1-Q5-01", "started", "The note", who="Somebody")
    said.mark(next(p for p in said.points() if p.code == "G1-Q5-01"), "private", {"reason": "a promise"})
    hidden = found(opened)
    assert (hidden.what, hidden.who_now, hidden.note, hidden.private) == ("", "", "", "a promise")
    assert standing(actions(opened, opened.session())).endswith("1 withheld: private.")
    shown = named_action(actions(opened, opened.session(), private=True), "G1-Q5-01")
    assert (shown.note, shown.who_now) == ("The note", "Somebody")
    assert shown.what


def test_an_unknown_code_gets_the_nearest(workshop: Path) -> None:
    """Whatever is typed."""
    opened = Workshop(workshop)
    with pytest.raises(Unknown, match=r"Did you mean G1-Q5-01\?|Did you mean G1-Q5-0"):
        found(opened, "G1-Q5-1")
    for typed in ("", "[/b]\x1b[0m", "x" * 100_000):
        with pytest.raises(Unknown, match="All codes"):
            found(opened, typed)


def test_history_says_actions_in_words(workshop: Path) -> None:
    """By the code of the point or of the register, and by the group."""
    opened = Workshop(workshop)
    put(opened, "G1-Q5-01", "started")
    made = add(opened, opened.session(), {"what": "Do it"}, "G1-Q4-01")
    join(opened, opened.session(), made, found(opened))
    events = history(opened, slot="PL-A-01")
    assert {event.what for event in events} == {"action PL-A-01"}
    assert [event.content for event in events] == [
        "What: Do it; From: G1-Q4-01; open",
        "What: Do it; From: G1-Q4-01; open; the same as G1-Q5-01",
    ]
    [event] = [one for one in history(opened, slot="G1-Q5-01") if one.slot.startswith("action/")]
    assert (event.what, event.content) == ("action Group 1, Q5, point 01", "started")
    assert event.id in {one.id for one in history(opened, group="g1")}
    assert {one.id for one in events} <= {one.id for one in history(opened, group="plenary")}


def test_a_copy_for_a_group_has_its_own_actions_only(workshop: Path) -> None:
    """Those of the register are the plenary's; merged back, all of it is there."""
    opened = Workshop(workshop)
    put(opened, "G1-Q5-01", "started", "Noted on one")
    put(opened, "G3-Q5-01", "started", "Noted on three")
    add(opened, opened.session(), {"what": "Noted in plenary"})
    before = actions(opened, opened.session())
    for group, wanted in (("g1", b"Noted on one"), ("g3", b"Noted on three"), ("plenary", b"Noted in plenary")):
        folder = workshop.with_name(f"for-{group}")
        hand_out(opened, opened.session(), group, folder)
        held = b"".join(path.read_bytes() for path in sorted((folder / "log").iterdir()))
        assert wanted in held
        assert held.count(b"Noted") == 1
        take_in(opened, folder)
    assert actions(Workshop(workshop), opened.session()) == before


def test_a_person_named_in_a_note_is_found(workshop: Path) -> None:
    """So that somebody decides when the person asks to be forgotten."""
    opened = Workshop(workshop)
    person = participants(opened)[0]
    put(opened, "G1-Q5-01", "started", f"{person.name} does it")
    assert traces(opened, person).beside == ("action Group 1, Q5, point 01",)
