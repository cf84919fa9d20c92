"""Votes and ballots in the record."""

from __future__ import annotations

import shutil
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vaexercise.errors import Problems, Refused, Unknown
from vaexercise.model.people import Participant
from vaexercise.model.vote import Tally, Vote
from vaexercise.workshop.copies.merging import take_in
from vaexercise.workshop.log.history import history
from vaexercise.workshop.log.undoing import steps, undo
from vaexercise.workshop.people.moving import Seating
from vaexercise.workshop.people.participants import record_people
from vaexercise.workshop.people.seating import NOWHERE
from vaexercise.workshop.plenary.ballots import cast, told_apart
from vaexercise.workshop.plenary.casting import Sheet, add_ballot, add_sheets, add_tally, spoil
from vaexercise.workshop.plenary.checking import check
from vaexercise.workshop.plenary.electorate import may_vote
from vaexercise.workshop.plenary.sortings import sortable
from vaexercise.workshop.plenary.themes import Themes
from vaexercise.workshop.plenary.voted import refuse_if_voted
from vaexercise.workshop.plenary.votes import Votes, Wanted, results
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from vaexercise.model.vote import MethodName

OPTIONS = ("Data", "Funding", "Rights")


class Room:
    """A workshop with its votes."""

    def __init__(self, folder: Path) -> None:
        self.workshop = Workshop(folder)
        self.session = self.workshop.session()
        self.votes = Votes(self.workshop, self.session)
        self.themes = Themes(self.workshop, self.session)

    def open(self, method: MethodName = "dots", budget: int = 0) -> Vote:
        return self.votes.open(Wanted(options=OPTIONS, method=method, budget=budget))

    def ballot(self, vote: Vote, group: str = "", /, **given: int) -> str:
        named = self.votes.named(vote.name)
        return add_ballot(self.workshop, self.session, named, group, tuple(given.items())).number

    def sorted(self) -> tuple[str, ...]:
        """Two themes on Q1, every point in one of them; their ids."""
        question = sortable(self.workshop, self.session)[1]
        points = [point.id for point in self.themes.sorting(question).points]
        return tuple(self.themes.open(question, title, some) for title, some in (("A", points[:9]), ("B", points[9:])))

    def on_themes(self) -> Vote:
        return self.votes.open(Wanted(question=sortable(self.workshop, self.session)[1]))


@pytest.fixture
def room(workshop: Path) -> Room:
    return Room(workshop)


def scores(room: Room, vote: Vote) -> dict[str, Fraction | None]:
    result = room.votes.reveal(room.votes.named(vote.name))
    return {row.title: row.whole.score for row in result.rows}


def test_a_vote_waits_until_all_points_are_sorted(room: Room) -> None:
    """A point left refuses it, unless it is wanted anyway; then the themes are its items, as they are called now."""
    question = sortable(room.workshop, room.session)[1]
    with pytest.raises(Refused, match="There are 0 themes to vote on"):
        room.on_themes()
    ids = room.sorted()
    point = room.themes.sorting(question).points[0].id
    room.themes.take_out(point)
    with pytest.raises(Refused, match="1 point of Q1 is not sorted yet"):
        room.on_themes()
    assert room.votes.open(Wanted(question=question), anyway=True).items[0] == (ids[0], "A")
    room.themes.unique(point)
    assert [item.title for item in room.on_themes().items] == ["A", "B"]


def test_themes_that_ballots_are_on_stay_as_they_are(room: Room) -> None:
    """Before any ballot they may change; with one they may not, until the vote starts again on the themes of then."""
    first, second = room.sorted()
    vote = room.on_themes()
    refuse_if_voted(room.workshop, room.session, [first, second])
    room.ballot(vote, **{first: 1})
    refuse_if_voted(room.workshop, room.session, ["another"])
    with pytest.raises(Refused, match="“B” stays as it is: ballots of vote 1 are on it"):
        refuse_if_voted(room.workshop, room.session, ["another", second])
    room.votes.reopen(vote, again=True)
    refuse_if_voted(room.workshop, room.session, [first, second])
    question = sortable(room.workshop, room.session)[1]
    room.themes.open(question, "C")
    vote = room.votes.named("1")
    assert list(room.votes.stale(vote))
    assert [item.title for item in vote.items] == ["A", "B"]
    vote = room.votes.reopen(vote, again=True)
    assert not list(room.votes.stale(vote))
    assert [item.title for item in vote.items] == ["A", "B", "C"]
    assert cast(room.workshop, room.session, vote).voters[""] == 0


def vote_titles(room: Room) -> list[str]:
    return [item.title for item in room.votes.named("1").items]


def vote_faults(room: Room) -> list[str]:
    return [fault.what for fault in check(room.workshop, room.session).faults if fault.kind == "vote"]


def rename(room: Room, theme: str, title: str) -> None:
    question = sortable(room.workshop, room.session)[1]
    room.themes.rename(room.themes.sorting(question).theme(theme), title)


@pytest.mark.parametrize("closed", [False, True])
def test_a_vote_takes_over_new_titles_until_its_first_ballot(room: Room, closed: bool) -> None:  # noqa: FBT001  a case
    """Open or closed, with a ballot that was taken back too; then the titles stay, and nothing untrue is said."""
    first, _ = room.sorted()
    vote = room.on_themes()
    if closed:
        room.votes.close(vote)
    rename(room, first, "Renamed")
    assert vote_titles(room) == ["Renamed", "B"]
    assert not list(room.votes.stale(room.votes.named("1")))
    if closed:
        room.votes.reopen(room.votes.named("1"))
    spoil(room.workshop, room.session, vote, room.ballot(vote, **{first: 1}))
    rename(room, first, "Renamed again")
    add_tally(room.workshop, room.session, vote, "", Tally(voters=6, sums={first: 6}))
    assert vote_titles(room) == ["Renamed again", "B"]
    assert vote_faults(room) == []
    with pytest.raises(Refused, match="“Renamed again” stays as it is"):
        rename(room, first, "Too late")
    undo(room.workshop, steps(room.workshop)[:1])
    assert add_sheets(room.workshop, room.session, vote, [Sheet("7", "", ((first, 1),))]).added == 1
    assert vote_titles(room) == ["Renamed again", "B"]


def test_a_theme_renamed_elsewhere_gets_back_the_title_that_was_voted_on(workshop: Path, tmp_path: Path) -> None:
    """Ballots here, another title there: check says so, and to name it as it was is not refused."""
    here = Room(workshop)
    first, _ = here.sorted()
    vote = here.on_themes()
    away = Room(shutil.copytree(workshop, tmp_path / "away"))
    here.ballot(vote, **{first: 1})
    rename(away, first, "Elsewhere")
    take_in(here.workshop, away.workshop.folder)
    here.workshop.log.refresh()
    assert vote_titles(here) == ["A", "B"]
    assert vote_faults(here) == ["the theme “A” became “Elsewhere” after 1 ballot came in."]
    with pytest.raises(Refused, match="“A” stays as it is"):
        rename(here, first, "Third")
    rename(here, first, "A")
    assert vote_faults(here) == []


def test_a_ballot_that_was_replaced_after_the_reveal_is_noticed(room: Room) -> None:
    """The number is the same, and even the slot: check and the result say that it is not the same ballots."""
    vote = room.open()
    add_sheets(room.workshop, room.session, vote, [Sheet("1", "", (("i1", 1),))])
    ballot = steps(room.workshop)[0]
    room.ballot(vote, i2=1)
    room.votes.reveal(room.votes.named("1"))
    assert vote_faults(room) == []
    assert room.votes.result(room.votes.named("1")).notices == ()
    undo(room.workshop, [ballot])
    assert vote_faults(room) == ["it was revealed with 2 ballots; 1 are counted now."]
    (slot,) = (revision.slot for revision in ballot.revisions)
    room.workshop.record([(slot, {**ballot.revisions[0].body, "choices": {"i3": 1}})])
    assert vote_faults(room) == ["it was revealed with 2 ballots; as many are counted now, but not the same."]
    [notice] = room.votes.result(room.votes.named("1")).notices
    assert notice == "It was revealed with 2 ballots; as many are counted now, but not the same."
    room.workshop.record([(slot, ballot.revisions[0].body)])
    assert vote_faults(room) == []


def test_who_has_left_does_not_count_among_those_who_may_vote(room: Room) -> None:
    """Neither in the room nor in their group; who is placed again does. Those who left may have voted before."""
    seating = Seating(room.workshop, room.session)
    one, two, *_ = seating.seats["g1"]
    seating.place({one: "g2"})
    seating.place({one: NOWHERE, two: NOWHERE})
    assert may_vote(room.workshop, room.session) == {"": 46, "g1": 14, "g2": 16, "g3": 16}
    vote = room.open()
    add_tally(room.workshop, room.session, vote, "g2", Tally(voters=17))
    with pytest.raises(Refused, match="18 ballots of 16 people of Group 2, and 1 who left, would be too many"):
        room.ballot(vote, "g2", i1=1)
    add_tally(room.workshop, room.session, vote, "g1", Tally(voters=14))
    result = room.votes.reveal(vote)
    assert (result.turnout, result.turnouts["g1"]) == ((31, 46), (14, 14))
    assert result.notices == ("17 ballots of 16 people of Group 2: those who have left may have voted before.",)
    seating.place({two: "g3"})
    assert may_vote(room.workshop, room.session) == {"": 47, "g1": 14, "g2": 16, "g3": 17}


def test_who_has_no_seat_counts_in_the_room_only(room: Room) -> None:
    """Somebody who came late votes with the whole room, and in no group."""
    record_people(room.workshop, [Participant(id="late", name="Noor Late")])
    assert may_vote(room.workshop, room.session) == {"": 49, "g1": 16, "g2": 16, "g3": 16}


def test_what_leads_out_of_a_vote_without_ballots_is_named(room: Room) -> None:
    """Closed without one, it says how to reopen it, wherever somebody tries to go on."""
    vote = room.open()
    with pytest.raises(Refused, match=r"has no ballot yet\. Type them in: vaexercise plenary vote enter 1"):
        room.votes.reveal(vote)
    room.votes.close(vote)
    with pytest.raises(Refused, match=r"is closed without a ballot.*vaexercise plenary vote reopen 1"):
        room.votes.reveal(room.votes.named("1"))
    with pytest.raises(Refused, match=r"No vote is open\. Vote 1 is closed: vaexercise plenary vote reopen 1"):
        room.votes.named("", ("open",))
    with pytest.raises(Refused, match=r"No vote is revealed\. Vote 1 is closed: vaexercise plenary vote reveal 1"):
        room.votes.named("", ("revealed",))


def test_nothing_is_known_before_it_is_revealed(room: Room) -> None:
    """No result, none in the list for the synthesis, and no history says what stands on a ballot, then or later."""
    vote = room.open()
    room.ballot(vote, "g1", i2=1)
    add_tally(room.workshop, room.session, vote, "", Tally(voters=1, sums={"i3": 1}))
    with pytest.raises(Refused, match="secret until it is revealed"):
        room.votes.result(vote)
    assert results(room.workshop, room.session) == []
    said = {event.content for event in history(room.workshop) if event.slot.startswith("ballot/")}
    assert said == {"not shown"}
    assert scores(room, vote) == {"Funding": 1, "Rights": 1, "Data": 0}
    assert [result.title for result in results(room.workshop, room.session)] == ["A choice of 3 items"]
    later = [event for event in history(room.workshop) if event.slot.startswith("ballot/")]
    assert {event.content for event in later} == {"not shown"}
    assert sorted(event.what for event in later) == ["ballot 1 of vote 1", "ballot 2 of vote 1"]


def test_no_ballot_after_the_end(room: Room) -> None:
    """A closed vote takes none until it is reopened, which keeps those it has; a revealed one only from the start."""
    vote = room.open()
    room.ballot(vote, i1=1)
    assert room.votes.close(vote) == 1
    with pytest.raises(Refused, match="is closed and takes no more"):
        room.ballot(vote, i1=1)
    with pytest.raises(Refused, match="is closed already"):
        room.votes.close(room.votes.named("1"))
    room.votes.reopen(room.votes.named("1"))
    room.ballot(vote, i1=1)
    assert scores(room, vote)["Data"] == 2
    for refused in (lambda: room.ballot(vote, i1=1), lambda: room.votes.reopen(room.votes.named("1"))):
        with pytest.raises(Refused, match="--again"):
            refused()
    assert room.votes.reopen(room.votes.named("1"), again=True).state == "open"
    with pytest.raises(Refused, match="has no ballot yet"):
        scores(room, vote)


def test_a_ballot_that_breaks_the_rules_is_not_recorded(room: Room) -> None:
    """All that is wrong is said, with the number that the ballot would have had."""
    vote = room.open(budget=1)
    with pytest.raises(Problems) as caught:
        room.ballot(vote, i1=2, i2=1)
    assert [problem.where for problem in caught.value.problems] == ["ballot 1", "ballot 1"]
    with pytest.raises(Problems, match="tally: 9 dots in all"):
        add_tally(room.workshop, room.session, vote, "", Tally(voters=4, sums={"i1": 4, "i2": 4, "i3": 1}))
    assert cast(room.workshop, room.session, vote).voters[""] == 0


def test_more_ballots_than_people_are_refused(room: Room) -> None:
    """In a group, and in the room; people are counted as the draw seats them."""
    vote, people = room.open(), may_vote(room.workshop, room.session)
    assert people == {"": 48, "g1": 16, "g2": 16, "g3": 16}
    add_tally(room.workshop, room.session, vote, "g2", Tally(voters=16))
    with pytest.raises(Refused, match="17 ballots of 16 people of Group 2 would be too many; 16 ballots are in"):
        room.ballot(vote, "g2", i1=1)
    room.ballot(vote, "g1", i1=1)
    add_tally(room.workshop, room.session, vote, "", Tally(voters=31))
    with pytest.raises(Refused, match="49 ballots of 48 people in all would be too many"):
        room.ballot(vote, i1=1)
    result = room.votes.reveal(vote)
    assert (result.turnout, result.turnouts["g1"]) == ((48, 48), (1, 16))


def test_a_spoilt_ballot_does_not_count_and_says_nothing(room: Room) -> None:
    """Its number is not given again; before the reveal it may be spoilt or undone, after it no more."""
    vote = room.open()
    assert [room.ballot(vote, i1=1), room.ballot(vote, i2=1), room.ballot(vote, i2=1)] == ["1", "2", "3"]
    spoil(room.workshop, room.session, vote, "3")
    assert room.ballot(vote, i3=1) == "4"
    undo(room.workshop, steps(room.workshop)[:1])
    with pytest.raises(Unknown, match=r"There is no ballot 9\. Ballots are: 1, 2\."):
        spoil(room.workshop, room.session, vote, "9")
    assert scores(room, vote) == {"Data": 1, "Funding": 1, "Rights": 0}
    vote = room.votes.named("1")
    assert room.votes.result(vote).notices == ("1 ballot is spoilt and not counted.",)
    with pytest.raises(Refused, match="was revealed"):
        spoil(room.workshop, room.session, vote, "1")
    assert "spoilt, not shown" in {event.content for event in history(room.workshop)}


def test_ballots_of_two_laptops_all_count_once(workshop: Path, tmp_path: Path) -> None:
    """Typed on both, and out of one file on both: merged either way, twice, each counts once; numbers get a and b."""
    here = Room(workshop)
    vote = here.open()
    away = Room(shutil.copytree(workshop, tmp_path / "away"))
    sheets = [Sheet(str(number), "g3", (("i3", 1),)) for number in range(100, 105)]
    for room, item in ((here, "i1"), (away, "i2")):
        room.ballot(vote, **{item: 1})
        assert add_sheets(room.workshop, room.session, vote, sheets).added == 5
    for one, other in ((here, away), (away, here), (here, away)):
        take_in(one.workshop, other.workshop.folder)
        one.workshop.log.refresh()
    for room in (here, away):
        assert {p.number for p in cast(room.workshop, room.session, vote).counting} >= {"1a", "1b", "100"}
        assert scores(room, vote) == {"Rights": 5, "Data": 1, "Funding": 1}
        assert not room.workshop.fold.conflicts()


def test_what_came_in_after_the_reveal_is_counted_and_said(workshop: Path, tmp_path: Path) -> None:
    """A ballot that another laptop had typed meanwhile counts; the result says that it came later."""
    here = Room(workshop)
    vote = here.open()
    away = Room(shutil.copytree(workshop, tmp_path / "away"))
    here.ballot(vote, i1=1)
    away.ballot(vote, i1=1)
    here.votes.reveal(vote)
    take_in(here.workshop, away.workshop.folder)
    here.workshop.log.refresh()
    result = here.votes.result(here.votes.named("1"))
    assert result.rows[0].whole.score == 2
    assert result.notices == ("It was revealed with 1 ballot; 2 are counted now.",)


def test_too_many_ballots_put_together_are_said(workshop: Path, tmp_path: Path) -> None:
    """Two laptops with 10 ballots each of a group of 16: all are counted, and whoever reads the result is told."""
    here = Room(workshop)
    vote = here.open()
    away = Room(shutil.copytree(workshop, tmp_path / "away"))
    for room in (here, away):
        add_tally(room.workshop, room.session, vote, "g1", Tally(voters=10, sums={"i1": 7}))
    take_in(here.workshop, away.workshop.folder)
    here.workshop.log.refresh()
    result = here.votes.reveal(vote)
    assert result.rows[0].whole.score == 14
    assert result.notices == ("20 ballots of 16 people of Group 1: too many.",)


def test_a_vote_that_starts_again_keeps_limits_that_still_can_be(room: Room) -> None:
    """With fewer themes, who named the top 3 names the top 2; with one theme there is nothing to vote on."""
    room.sorted()
    question = sortable(room.workshop, room.session)[1]
    third = room.themes.open(question, "C")
    vote = room.votes.open(Wanted(question=question, method="ngt", budget=3))
    assert room.votes.reopen(vote, again=True).budget == 3
    themes = {theme.id: theme for theme in room.themes.sorting(question).themes}
    room.themes.merge([next(iter(themes.values())), themes[third]], "A and C")
    assert room.votes.reopen(vote, again=True).budget == 2
    room.themes.merge(room.themes.sorting(question).themes, "All")
    with pytest.raises(Refused, match="There is 1 theme to vote on"):
        room.votes.reopen(vote, again=True)


def test_votes_opened_apart_are_told_apart(workshop: Path, tmp_path: Path) -> None:
    """Two votes with the number 1 are 1a and 1b, and only those names find them."""
    here, away = Room(workshop), Room(shutil.copytree(workshop, tmp_path / "away"))
    here.open()
    away.open("ranking")
    take_in(here.workshop, away.workshop.folder)
    here.workshop.log.refresh()
    assert [vote.name for vote in here.votes.all()] == ["1a", "1b"]
    with pytest.raises(Unknown, match="Votes are: 1a, 1b"):
        here.votes.named("1")
    with pytest.raises(Refused, match="Say which vote"):
        here.votes.named()
    assert here.votes.named("1B").name == "1b"


def test_the_same_file_twice_adds_nothing(room: Room) -> None:
    """Known ballots stay, spoilt ones stay spoilt, a known number with other choices is a problem."""
    vote = room.open()
    sheets = [Sheet("1", "g1", (("i1", 1),)), Sheet("2", "g1", (("i2", 1),))]
    assert add_sheets(room.workshop, room.session, vote, sheets) == (2, 0, 0)
    spoil(room.workshop, room.session, vote, "2")
    assert add_sheets(room.workshop, room.session, vote, sheets) == (0, 1, 1)
    with pytest.raises(Problems, match="ballot 1: is in already of Group 1, with other choices"):
        add_sheets(room.workshop, room.session, vote, [Sheet("1", "g1", (("i3", 1),))])
    assert add_sheets(room.workshop, room.session, vote, [Sheet("1", "g2", (("i3", 1),))]).added == 1


def test_ballots_that_do_not_fit_are_left_out_and_said(room: Room) -> None:
    """A ballot that another program wrote with an item that is not voted on is not counted."""
    vote = room.open()
    room.ballot(vote, i1=1)
    body = {"number": "7", "group": "", "choices": {"gone": 1}}
    room.workshop.record([(f"ballot/{room.session.id}/{vote.id}/abc", body)])
    result = room.votes.reveal(vote)
    assert result.turnout.voters == 1
    assert result.notices == (
        "1 ballot does not fit this vote, or came before it was started again, and is not counted.",
    )


def test_a_vote_that_was_started_again_takes_no_ballot_from_before(workshop: Path, tmp_path: Path) -> None:
    """Ballots that another laptop had typed for the first run do not slip into the second."""
    here = Room(workshop)
    vote = here.open()
    away = Room(shutil.copytree(workshop, tmp_path / "away"))
    away.ballot(vote, i3=1)
    here.ballot(vote, i1=1)
    here.votes.reopen(vote, again=True)
    here.ballot(vote, i2=1)
    take_in(here.workshop, away.workshop.folder)
    here.workshop.log.refresh()
    assert scores(here, vote) == {"Funding": 1, "Data": 0, "Rights": 0}
    [notice] = here.votes.result(here.votes.named("1")).notices
    assert "came before it was started again" in notice


def test_ties_are_ties_and_groups_count_alike(room: Room) -> None:
    """A group's share is of its own dots, and the average of groups is not that of people.

    Group 1: 4 dots for Data, 1 for Rights: 4/5 and 1/5. Group 2: 1 dot for Funding, all of its dots. So Data has 4 of
    6 dots, and in the average of groups (4/5 + 0) / 2 = 2/5; Funding 1 of 6, and (0 + 1) / 2 = 1/2.
    """
    vote = room.open()
    for item in ("i1", "i1", "i1", "i1", "i3"):
        room.ballot(vote, "g1", **{item: 1})
    room.ballot(vote, "g2", i2=1)
    result = room.votes.reveal(vote)
    assert [(row.title, row.place, row.number) for row in result.rows] == [
        ("Data", "1", 1), ("Funding", "2=", 2), ("Rights", "2=", 3),
    ]  # fmt: skip
    assert [row.even for row in result.rows] == [Fraction(2, 5), Fraction(1, 2), Fraction(1, 10)]
    assert result.rows[0].groups["g1"].share == Fraction(4, 5)
    assert not result.groups_shown


@settings(deadline=None, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(["", "g1", "g2"]), st.permutations(["i1", "i2", "i3"])), min_size=1, max_size=9)
)
@pytest.mark.parametrize("method", ["dots", "agreement", "ngt", "ranking"])
def test_results_do_not_depend_on_the_order_of_ballots(
    room: Room, method: MethodName, papers: list[tuple[str, list[str]]]
) -> None:
    """The same ballots from last to first give the same result, whatever the method."""
    found = []
    for turned in (papers, papers[::-1]):
        vote = room.open(method)
        for group, order in turned:
            given_ = {order[0]: 1} if method == "dots" else {item: place for place, item in enumerate(order, start=1)}
            room.ballot(vote, group, **given_)
        result = room.votes.reveal(vote)
        found.append((result.rows, result.turnouts, result.pairwise, result.condorcet, result.concordance))
    assert found[0] == found[1]


def test_names_given_twice_are_told_apart() -> None:
    """Only those; in the order of keys, with as many letters as it takes."""
    names = told_apart({f"{n:02}": "1" for n in range(28)} | {"x": "2"})
    assert (names["00"], names["01"], names["26"], names["x"]) == ("1a", "1b", "1aa", "2")


def test_in_an_empty_workshop_everybody_may_vote(new_workshop: object) -> None:
    """Without a list there is no turnout and nothing to be refused."""
    assert callable(new_workshop)
    room = Room(new_workshop())
    vote = room.open()
    room.ballot(vote, i1=1)
    assert room.votes.reveal(vote).turnout == (1, 0)
