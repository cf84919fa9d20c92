"""`vaexercise plenary check`: each fault is planted in the whole example, and found; without one, all adds up."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise

from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.plenary.sortings import sortable
from vaexercise.workshop.plenary.themes import Themes, themes_of
from vaexercise.workshop.plenary.votes import Votes
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vaexercise.model.feedback import Point
    from vaexercise.model.theme import Theme

DECIDED = Path(__file__).parents[1] / "data" / "synthesis" / "decided.csv"
"""How people sorted the example's points of Q1 and Q4."""


class Room:
    """A workshop in which faults can be planted, by its commands or straight into its record."""

    def __init__(self, folder: Path) -> None:
        self.here = ("--workshop", folder)
        self.workshop = Workshop(folder)
        self.session = self.workshop.session()
        self.themes = Themes(self.workshop, self.session)

    def record(self, slot: str, body: Mapping[str, object]) -> None:
        self.workshop.record([(slot.format(session=self.session.id), body)])

    def theme(self, title: str) -> Theme:
        return next(t for s in themes_of(self.workshop, self.session) for t in s.themes if t.title == title)

    def point(self, code: str) -> Point:
        return next(point for point in Feedback(self.workshop, self.session).points() if point.code == code)

    def edit(self, title: str, text: str, *more: object) -> None:
        self.say(f"theme-{self.theme(title).id}", text, *more)

    def say(self, *words: object) -> None:
        """Edit a sentence: saved whether it is right (exit code 0) or not (1)."""
        done = vaexercise("plenary", "edit", *words, *self.here)
        assert done.code == ("Look again" in done.err), done

    def faults(self, kind: str) -> list[dict[str, str]]:
        """The faults of a kind, after the check has failed with a sentence that says what to do."""
        self.workshop.sitting.close()
        done = vaexercise("plenary", "check", "--json", *self.here)
        assert done.code == 1
        found = [fault for fault in json.loads(done.out)["faults"] if fault["kind"] == kind]
        said = vaexercise("plenary", "check", *self.here)
        assert said.code == 1
        for fault in found:
            assert f"{fault['where']}: {fault['what']} {fault['mend']}" in said.out
            assert fault["mend"]
        return found

    def notices(self) -> str:
        self.workshop.sitting.close()
        return must("plenary", "check", *self.here).err


@pytest.fixture(scope="module")
def sorted_once(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with two questions sorted, an action of the plenary, and a vote of which the sums are shown."""
    folder = Path(shutil.copytree(made_once, tmp_path_factory.mktemp("sorted") / "workshop"))
    here = ("--workshop", folder)
    must("plenary", "themes", "apply", DECIDED, *here)
    must("plenary", "actions", "add", "Ask for money", "--who", "The focal point", "--source", "G1-Q1-01", *here)
    must("plenary", "vote", "open", "--question", "Q4", "--anyway", *here)
    must("plenary", "vote", "tally", "--voters", "20", "1=12", "2=9", *here)
    must("plenary", "vote", "reveal", "1", *here)
    return folder


@pytest.fixture
def room(sorted_once: Path, tmp_path: Path) -> Room:
    return Room(Path(shutil.copytree(sorted_once, tmp_path / "workshop")))


def test_the_whole_example_adds_up(room: Room) -> None:
    """Exit code 0 and the sum of all points; what is not sorted or signed off yet is said, and no fault."""
    done = must("plenary", "check", *room.here)
    assert "Everything adds up: 66 points: 32 in 11 themes, 4 unique, 1 parked, 16 not sorted yet" in done.out
    assert "1 point is in several themes and counted once." in done.out
    assert "Notice: P1: 5 points are not sorted yet" in done.err
    assert "Notice: Group 3 has not signed off" in done.err
    data = json.loads(must("plenary", "check", "--json", *room.here).out)
    assert (data["faults"], data["sums"]["adds_up"]) == ([], True)


def test_the_unsorted_example_adds_up_too(workshop: Path) -> None:
    """Before anybody sorted, voted or edited there is nothing wrong."""
    assert "Everything adds up: 66 points: 53 not sorted yet" in must("plenary", "check", "--workshop", workshop).out


def test_a_sentence_without_a_source(room: Room) -> None:
    """Whoever wrote it into the record: a sentence points back to something."""
    room.record("sentence/{session}/own-abc", {"text": "It rained.", "sources": [], "place": 1})
    [fault] = room.faults("no-source")
    assert fault["where"] == "Sentence own-abc"


def test_a_source_that_is_not_there_or_not_any_more(room: Room) -> None:
    """A code that nobody has, a theme that was deleted, a point that became private."""
    late = room.theme("Survivors come in too late").id
    room.edit("Nobody is in charge", "Nobody decides.", "--source", f"theme/{late}")
    must("plenary", "edit", "--add", "Nobody asks.", "--source", "G1-Q1-06", *room.here)
    room.workshop.log.refresh()
    room.themes.delete(room.theme("Survivors come in too late"))
    Feedback(room.workshop, room.session).mark(room.point("G1-Q1-06"), "private", {"reason": "hers"})
    room.record("sentence/{session}/own-abc", {"text": "No.", "sources": ["G9-Q9-99"], "place": 1})
    found = sorted(fault["what"] for fault in room.faults("source-gone"))
    assert found == [
        "its source, G1-Q1-06, is not there.",
        "its source, G9-Q9-99, is not there.",
        "its source, a theme that is gone, is not there.",
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("2 of 3 groups have no money.", "2 of 3 groups"),
        ("All 3 groups have no money (4 points).", "4 points"),
        ("No money, in 17 districts.", "17"),
        ("Two groups have no money.", "Two groups"),
    ],
)
def test_a_number_that_the_data_do_not_say(room: Room, text: str, figure: str) -> None:
    """Of groups, of points, or of nothing that is known; the draft with the right numbers is shown beside it."""
    room.edit("No money for collecting data", text)
    [fault] = room.faults("number")
    theme = room.theme("No money for collecting data").number
    assert fault["what"].startswith(f"it says {figure}, which Q1-T{theme} does not.")
    assert "3 of 3 groups raised “No money for collecting data” (5 points)." in fault["what"]


def test_a_number_that_was_right_when_it_was_written(room: Room) -> None:
    """The edit stays with its sentence when a point comes or goes; check tells that it has to be written anew."""
    room.edit("Nobody is in charge", "2 of 3 groups say that nobody leads (2 points).")
    assert must("plenary", "check", *room.here).code == 0
    room.workshop.log.refresh()
    room.themes.put(room.point("G3-Q1-01").id, room.theme("Nobody is in charge").id)
    assert [fault["what"].partition(",")[0] for fault in room.faults("number")] == [
        "it says 2 of 3 groups",
        "it says 2 points",
    ]


def test_a_place_that_another_item_took(room: Room) -> None:
    """What counts is the item that the sentence names: the other's place and dots are wrong of it."""
    first = next(one for one in sentences(room) if one["kind"] == "placed")
    assert must("plenary", "edit", first["key"], first["text"], *room.here).code == 0
    room.say(first["key"], first["text"].replace("first", "second").replace("12 dots", "9 dots"))
    assert [fault["what"].partition(",")[0] for fault in room.faults("number")] == [
        "it says second place",
        "it says 9 dots",
    ]


def sentences(room: Room) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(must("plenary", "sentences", "--json", *room.here).out)
    return found


def test_no_draft_is_flagged_when_it_is_written_as_it_stands(room: Room) -> None:
    """All drafts of the example, typed in word for word, have no fault and nothing to read again."""
    for one in sentences(room):
        must("plenary", "edit", one["key"], one["text"], *room.here)
    done = must("plenary", "check", *room.here)
    assert "read again" not in done.err


def test_what_no_count_can_decide_is_a_notice(room: Room) -> None:
    """It is to be read again, and fails nothing."""
    room.edit("Nobody is in charge", "Half of the ministries lead.")
    notices = room.notices()
    assert "says “Half”: read again whether Q1-T" in notices


def test_a_point_of_one_group_does_not_speak_for_all(room: Room) -> None:
    """The groups behind the sources are counted; of a theme that all raised it holds."""
    room.say("--add", "All groups want a budget line.", "--source", "G1-Q1-01")
    [fault] = room.faults("number")
    assert fault["what"] == "it says All groups, which G1-Q1-01 does not."
    room.say("--add", "All groups lack money.", "--source", f"theme/{room.theme('No money for collecting data').id}")
    assert len(room.faults("number")) == 1


def test_a_damaged_log_is_a_fault(room: Room) -> None:
    """What a damaged line said is in no sum: that must not pass for adding up."""
    room.workshop.sitting.close()
    for path in (room.workshop.folder / "log").glob("*.jsonl"):
        path.write_bytes(path.read_bytes().replace(b"budget line for collecting", b"gold line for collecting"))
    found = room.faults("log")
    assert found
    assert all(fault["where"].startswith("log/") for fault in found)
    assert "Everything adds up" not in vaexercise("plenary", "check", *room.here).out


def test_a_number_of_votes(room: Room) -> None:
    """What a vote gave may be said, and nothing else."""
    must("plenary", "edit", "--add", "20 people gave a budget line 12 dots.", "--source", "V1", *room.here)
    assert must("plenary", "check", *room.here).code == 0
    room.say("--add", "The budget line got 13 dots.", "--source", "V1")
    [fault] = room.faults("number")
    assert "13 dots" in fault["what"]


def test_a_quote_that_is_not_verbatim(room: Room) -> None:
    """Other words than those of the sources are found; those that are marked as edited are not."""
    room.edit("Nobody is in charge", "“The focal point has authority”, and “nobody can [edited]” [edited].")
    [fault] = room.faults("quote")
    assert fault["what"].startswith("“The focal point has authority” is not word for word in Q1-T")


def test_points_that_stand_nowhere(room: Room) -> None:
    """A point of a question that is gone is in, and under no question."""
    slot = f"point/{room.session.id}/{room.point('G1-Q1-07').id}"
    room.record(slot, {**room.workshop.fold.body(slot), "question": "q-gone"})
    [fault] = room.faults("sums")
    assert (fault["where"], fault["what"]) == ("G1-Q1-07", "1 point or answer stands under no question.")


def test_a_point_in_a_theme_of_another_question(room: Room) -> None:
    """It was moved after it was sorted."""
    must("feedback", "move", "G1-Q1-03", "--to", "Q4", *room.here)
    [fault] = room.faults("other-question")
    assert fault["where"] == "G1-Q1-03"


def test_a_theme_without_points(room: Room) -> None:
    """Nobody raised it."""
    room.themes.open(sortable(room.workshop, room.session)[1], "Weather")
    [fault] = room.faults("empty-theme")
    assert "“Weather” has no points." in fault["what"]


def test_a_title_that_is_empty_or_there_twice(room: Room) -> None:
    """In one question, whatever its capitals; in another question it may be there again."""
    question = sortable(room.workshop, room.session)[1]
    room.themes.open(question, "NOBODY is in charge", [room.point("G1-Q1-07").id])
    room.themes.open(question, "A budget line for monitoring", [room.point("G2-Q1-08").id])
    body = {"question": question.id, "title": "", "place": 20}
    room.record("theme/{session}/emptyone", body)
    old, new = (room.theme(title).number for title in ("Nobody is in charge", "NOBODY is in charge"))
    room.themes.put(room.point("G1-Q1-02").id, "emptyone")
    found = room.faults("title")
    assert [fault["where"] for fault in found] == [f"Q1, theme {old}", f"Q1, theme {new}", "Q1, theme 20"]
    assert found[-1]["what"] == "it has no title."


def test_a_theme_that_changed_after_ballots_were_cast(room: Room) -> None:
    """Another laptop did not know of the vote: it renamed one theme, and deleted another."""
    renamed, gone = (room.theme(t) for t in ("A budget line for monitoring", "Survivors take part in monitoring"))
    slot = f"theme/{room.session.id}/{renamed.id}"
    room.record(slot, {**room.workshop.fold.body(slot), "title": "Money"})
    room.record(f"theme/{room.session.id}/{gone.id}", {})
    found = [fault["what"] for fault in room.faults("vote")]
    assert found == [
        "the theme “A budget line for monitoring” became “Money” after 20 ballots came in.",
        "the theme “Survivors take part in monitoring” is gone, and 20 ballots were cast on it.",
    ]


def test_ballots_that_came_after_the_sums_were_shown(room: Room) -> None:
    """Another laptop still took ballots."""
    vote = Votes(room.workshop, room.session).named("1")
    item = vote.items[0].id
    room.record(
        f"ballot/{{session}}/{vote.id}/late", {"number": "9", "group": "", "choices": {item: 1}, "run": vote.run}
    )
    [fault] = room.faults("vote")
    assert fault["what"] == "it was revealed with 20 ballots; 21 are counted now."


def test_an_action_that_nobody_does_and_one_from_nowhere(room: Room) -> None:
    """Each is said at once with what mends it; dropped ones are not asked for anything."""
    said = must("plenary", "actions", "add", "Meet again", *room.here).err
    assert "nobody is named who does it. Say who: vaexercise plenary actions set PL-A-02 --who “…”" in said
    assert "it has no source. Name the point that it comes from, or plenary if it was agreed there: " in said
    assert said.rstrip().endswith("vaexercise plenary actions set PL-A-02 --source CODE")
    assert [fault["where"] for fault in room.faults("action")] == ["Action PL-A-02", "Action PL-A-02"]
    must("plenary", "actions", "set", "PL-A-02", "--status", "dropped", *room.here)
    assert must("plenary", "check", *room.here).code == 0
    must("plenary", "actions", "set", "PL-A-02", "--status", "open", *room.here)
    must("plenary", "actions", "set", "PL-A-02", "--who", "We", "--source", "plenary", *room.here)
    assert must("plenary", "check", *room.here).code == 0


def test_a_conflict_that_nobody_settled(room: Room, tmp_path: Path) -> None:
    """Two laptops changed the same point."""
    here = Path(str(room.here[1]))
    other = Room(Path(shutil.copytree(here, tmp_path / "other")))
    for each, words in ((room, "Here"), (other, "There")):
        Feedback(each.workshop, each.session).change_point(each.point("G1-Q1-02"), {"text": words})
        each.workshop.sitting.close()
    must("workshop", "merge", other.workshop.folder, *room.here)
    [fault] = room.faults("conflict")
    assert fault["where"] == "Group 1, Q1, point 02"


def test_words_of_a_private_point_in_a_sentence_and_in_a_title(room: Room) -> None:
    """Four of its words in a row are enough; neither the check nor its data repeats what is private beside them."""
    room.themes.rename(room.theme("Nobody is in charge"), "Personne ne sait qui doit suivre le plan")
    room.workshop.sitting.close()
    must("plenary", "edit", "--add", "Each ministry keeps its own figures.", "--source", "Q1", *room.here)
    assert must("plenary", "check", *room.here).code == 0
    for code in ("G2-Q1-05", "G1-Q1-02"):
        Feedback(room.workshop, room.session).mark(room.point(code), "private", {"reason": "theirs"})
    title = f"Q1, theme {room.theme('Personne ne sait qui doit suivre le plan').number}"
    found = {fault["where"].partition("-")[0]: fault["what"] for fault in room.faults("private")}
    assert found == {
        title: "its title has words of G2-Q1-05, which is private.",
        "Sentence own": "it has words of G1-Q1-02, which is private.",
    }


def test_points_changed_and_deleted_since_are_notices(room: Room) -> None:
    """They are told by their codes, and fail nothing."""
    said = Feedback(room.workshop, room.session)
    said.change_point(room.point("G1-Q1-02"), {"text": "Figures differ"})
    said.delete_point(room.point("G2-Q1-04"))
    notices = room.notices()
    assert "Notice: Q1: G1-Q1-02 changed after it was sorted." in notices
    assert "Notice: Q1: G2-Q1-04 was deleted after it was sorted." in notices


def test_a_vote_that_is_not_revealed_and_groups_that_did_not_sign_off_are_notices(room: Room) -> None:
    """What is not in the report yet is said; a group that signed off is not asked again."""
    must("plenary", "vote", "open", "--item", "A", "--item", "B", *room.here)
    must("feedback", "sign-off", "--group", "1", "--confirmed-by", "Ana", *room.here)
    notices = room.notices()
    assert "Notice: Vote 2 is open and not revealed: it is in no report yet." in notices
    assert "Group 1 has not signed off" not in notices
    assert "Group 2 has not signed off" in notices


@pytest.mark.parametrize(("level", "told"), [("none", True), ("org_type", True), ("group", False), ("open", False)])
def test_a_published_list_beside_a_promise_of_no_names_is_told(workshop: Path, level: str, *, told: bool) -> None:
    """By `workshop check` and by `plenary check --public`, to people and to programs; the log is whole all the same."""
    settings = workshop / "workshop.yaml"
    privacy = f"\nprivacy:\n  attribution: {level}\n  participants_list: publish\n"
    settings.write_text(settings.read_text(encoding="utf-8") + privacy, encoding="utf-8")
    here, sentence = ("--workshop", workshop), f"and attribution is {level}: who reads both can work out who said what"
    assert (sentence in must("workshop", "check", *here).err) is told
    assert len(json.loads(must("workshop", "check", "--json", *here).out)["notices"]) == told
    assert (sentence in vaexercise("plenary", "check", "--public", *here).err) is told
    assert sentence not in must("plenary", "check", *here).err


def test_a_name_breaks_the_promise_of_a_public_summary_only(workshop: Path) -> None:
    """With `--public` the point that names a participant is listed and the exit code is 1; without it all adds up."""
    said = Feedback(opened := Workshop(workshop), opened.session())
    question = opened.exercise(said.session).questions[0]
    [point] = said.add_points(question, "g1", [{"text": "As Nadia Kerimova told us, nobody asks"}])
    opened.sitting.close()
    assert must("plenary", "check", "--workshop", workshop).code == 0
    done = vaexercise("plenary", "check", "--public", "--workshop", workshop)
    assert done.code == 1
    assert "Everything adds up" not in done.out
    assert "All sums and sources are right. Of what a public summary promises, " in done.err
    assert f"{point.code}: " in done.out
    assert "Nadia Kerimova" in done.out
    data = json.loads(vaexercise("plenary", "check", "--public", "--json", "--workshop", workshop).out)
    assert point.code in {one["code"] for one in data["public"]}
