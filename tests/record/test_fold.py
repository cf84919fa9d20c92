"""The rule that says what a log adds up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.record.fold import Fold, without_body
from vaexercise.record.revision import Body, Revision

if TYPE_CHECKING:
    import random


def revision(name: str, slot: str, parents: tuple[str, ...] = (), body: Body | None = None) -> Revision:
    said = {"text": name} if body is None else body
    return Revision(name, slot, parents, "", "s", 1, 1, name, 1, said)


def folded(*revisions: Revision) -> Fold:
    fold = Fold()
    for one in revisions:
        fold.add(one)
    return fold


@st.composite
def histories(draw: st.DrawFn) -> list[Revision]:
    made: list[Revision] = []
    for n in range(draw(st.integers(1, 12))):
        slot = draw(st.sampled_from(["a/1", "a/2"]))
        earlier = [r.id for r in made if r.slot == slot]
        parents = tuple(draw(st.lists(st.sampled_from(earlier), unique=True))) if earlier else ()
        made.append(revision(f"r{n:02d}", slot, parents, draw(st.sampled_from([{}, {"text": str(n)}]))))
    return made


@settings(deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_order_and_repetition_play_no_part(history: list[Revision], rng: random.Random) -> None:
    """The same revisions in any order, some twice, give the same heads and content."""
    shuffled = history + history[: len(history) // 2]
    rng.shuffle(shuffled)
    one, other = folded(*history), folded(*shuffled)
    for slot in ("a/1", "a/2"):
        assert one.heads(slot) == other.heads(slot)
        assert one.body(slot) == other.body(slot)
    assert one.conflicts() == other.conflicts()


@settings(deadline=None)
@given(histories())
def test_heads_are_those_nobody_replaced(history: list[Revision]) -> None:
    """A revision is a head exactly if no other names it as a parent."""
    fold = folded(*history)
    replaced = {parent for r in history for parent in r.parents}
    assert {r.id for slot in ("a/1", "a/2") for r in fold.heads(slot)} == {r.id for r in history} - replaced


def test_two_heads_are_a_conflict_and_one_that_names_both_settles_it() -> None:
    """Both versions are kept until somebody who saw both decides."""
    fold = folded(revision("r1", "p/x"), revision("r2", "p/x", ("r1",)), revision("r3", "p/x", ("r1",)))
    assert [r.id for r in fold.conflicts()["p/x"]] == ["r2", "r3"]
    fold.add(revision("r4", "p/x", ("r2", "r3")))
    assert fold.conflicts() == {}
    assert fold.body("p/x") == {"text": "r4"}


def test_a_deleted_slot_has_no_content_but_a_history() -> None:
    """An empty body deletes; what was said before is still there to be looked at, oldest first."""
    fold = folded(revision("r1", "p/x"), revision("r2", "p/x", ("r1",)), revision("r3", "p/x", ("r2",), {}))
    assert dict(fold.slots("p/")) == {}
    assert [r.id for r in fold.history("p/x")] == ["r1", "r2", "r3"]


def test_a_deletion_beside_an_edit_does_not_hide_the_edit() -> None:
    """One person deletes, another edits: the edited words are shown, and it is a conflict."""
    fold = folded(revision("r1", "p/x"), revision("r2", "p/x", ("r1",), {}), revision("r3", "p/x", ("r1",)))
    assert fold.body("p/x") == {"text": "r3"}
    assert list(fold.conflicts()) == ["p/x"]


def test_an_erasure_empties_every_revision_of_its_slots_in_any_order() -> None:
    """Earlier or later, a revision of an erased slot has no body; the slot is named as emptied, and is no conflict."""
    named = [
        revision("r1", "p/x"),
        revision("r2", "p/x", ("r1",)),
        revision("r3", "p/x", ("r1",)),
        revision("r9", "p/y"),
    ]
    erasure = revision("e1", "erasure/e", (), {"slots": ["p/x"]})
    for order in ([*named, erasure], [erasure, *named], [named[0], erasure, *named[1:]]):
        fold = folded(*order)
        assert [fold.revisions[key].erased for key in ("r1", "r2", "r3", "r9")] == [True, True, True, False]
        assert fold.body("p/x") == {}
        assert fold.emptied("p/") == ["p/x"]
        assert fold.conflicts() == {}


def test_a_body_that_comes_later_fills_an_emptied_line() -> None:
    """A copy without a body, as a hand-out has it, takes the body from a fuller copy; the other way nothing is lost."""
    full = revision("r1", "p/x")
    for order in ([without_body(full), full], [full, without_body(full)]):
        assert folded(*order).body("p/x") == {"text": "r1"}


def test_the_same_words_twice_are_no_conflict() -> None:
    """Two people who made the same change agree."""
    fold = folded(revision("r1", "p/x"), *(revision(n, "p/x", ("r1",), {"text": "same"}) for n in ("r2", "r3")))
    assert fold.conflicts() == {}
    assert fold.body("p/x") == {"text": "same"}
