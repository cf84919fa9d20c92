"""Words that somebody took back do not return: by a sheet, by undo, or in what people made of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise

from vaexercise.errors import Refused
from vaexercise.plenary.echoing import Told
from vaexercise.workshop.answers import withdrawing
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.answers.withdrawn import kept_digests, withdrawals
from vaexercise.workshop.log.undoing import steps, undo
from vaexercise.workshop.plenary.acting import add as add_action
from vaexercise.workshop.plenary.actions import actions
from vaexercise.workshop.plenary.checking import check
from vaexercise.workshop.plenary.sentences import add as add_sentence
from vaexercise.workshop.plenary.sentences import rewrite
from vaexercise.workshop.plenary.summary import synthesis
from vaexercise.workshop.plenary.themes import Themes
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

TOLD = "Kingfisher stepped on a mine at the quarry"
OTHER = "No budget line for data"
SHEET = f"group: 1\nanswers:\n  q-challenges:\n    - {TOLD}\n    - {OTHER}\n"
CODE = "G1-Q1-01"
TITLE, SENTENCE, ACTION = "Kingfisher at the quarry", f"A group said “{TOLD}”.", "Pay a pension to Kingfisher"


class Room:
    """A workshop into which group 1 brought a sheet."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.sheet = folder, folder.parent / "w1.yaml"
        self.sheet.write_text(SHEET, encoding="utf-8")
        self.imported()
        self.read()

    def read(self) -> None:
        """The record as it is now."""
        self.opened = Workshop(self.folder)
        self.session = self.opened.session()
        self.question = next(q for q in self.opened.exercise(self.session).walk() if q.code == "Q1")

    def imported(self, *options: str) -> str:
        """What the command says about the sheet."""
        ran = must("feedback", "import", self.sheet, *options, "--workshop", self.folder)
        return f"{ran.out}{ran.err}"

    def said(self) -> list[str]:
        """The codes of the points, with their words."""
        self.read()
        return [f"{point.code} {point.text}" for point in Feedback(self.opened, self.session).points()]

    def withdraw(self) -> withdrawing.Testimony:
        """Take the first point back, as another command."""
        self.read()
        found = withdrawing.testimony(self.opened, self.session, CODE)
        withdrawing.withdraw(self.opened, self.session, found)
        self.opened.hand_over("")
        return found

    def summary(self, *options: str) -> str:
        """The summary, internal unless said otherwise."""
        return str(must("plenary", "summary", "--plain", *options, "--workshop", self.folder).out)

    def theme(self) -> str:
        """A theme called by the words, with the point in it."""
        themes = Themes(self.opened, self.session)
        point = Feedback(self.opened, self.session).points()[0]
        return themes.open(self.question, TITLE, [point.id])


@pytest.fixture
def room(workshop_with_groups: Path) -> Room:
    """A workshop with a sheet in it."""
    return Room(workshop_with_groups)


# -- sheets


def test_the_same_sheet_does_not_bring_withdrawn_words_back(room: Room) -> None:
    """They are left out, under their code; the rest of the sheet is known as before."""
    room.withdraw()
    said = room.imported()
    assert "1 withdrawn since, not added again" in said
    assert "G1-Q1-01 was withdrawn" in said
    assert room.said() == [f"G1-Q1-02 {OTHER}"]


def test_how_words_are_written_does_not_matter(room: Room) -> None:
    """Capitals, spaces and full stops do not make other words of them; of another group or question they are others."""
    room.withdraw()
    room.sheet.write_text(f"group: 1\nanswers:\n  q-challenges:\n    - '{TOLD.upper()} .'\n", encoding="utf-8")
    assert "withdrawn since" in room.imported()
    room.sheet.write_text(f"group: 2\nanswers:\n  q-challenges:\n    - {TOLD}\n", encoding="utf-8")
    assert "withdrawn" not in room.imported()


def test_earlier_versions_are_known_too(room: Room) -> None:
    """A sheet that was corrected before the withdrawal brings neither version back."""
    said = Feedback(room.opened, room.session)
    said.change_point(said.points()[0], {"text": "Somebody stepped on a mine"})
    room.opened.hand_over("")
    room.withdraw()
    assert "1 withdrawn since" in room.imported()
    room.sheet.write_text("group: 1\nanswers:\n  q-challenges:\n    - somebody stepped on a mine\n", encoding="utf-8")
    assert "1 withdrawn since" in room.imported()


def test_a_filled_sheet_made_before_does_not_bring_it_back(room: Room) -> None:
    """By its code, whatever words stand there by now."""
    filled = must("feedback", "template", "--filled", "--group", "1", "--workshop", room.folder).out
    room.sheet.write_text(filled.replace("Kingfisher stepped", "Kingfisher had stepped"), encoding="utf-8")
    room.withdraw()
    assert "1 withdrawn since" in room.imported()
    assert room.said() == [f"G1-Q1-02 {OTHER}"]


def test_it_comes_in_all_the_same_if_somebody_says_so(room: Room) -> None:
    """The command names the option; a new code is given."""
    room.withdraw()
    assert "--withdrawn-too" in room.imported()
    room.imported("--withdrawn-too")
    assert f"G1-Q1-03 {TOLD}" in room.said()


def test_a_withdrawn_answer_does_not_stop_the_rest_of_a_sheet(room: Room) -> None:
    """Nothing can be written in its place; what else stands in the sheet comes in."""
    room.sheet.write_text("group: 1\nanswers:\n  q-plan: {exists: yes}\n  q-challenges: [New]\n", encoding="utf-8")
    question = next(q for q in room.opened.exercise(room.session).walk() if q.code == "Q2")
    blank = question.form().blanks[0].name
    room.sheet.write_text(
        f"group: 1\nanswers:\n  {question.id}: {{{blank}: 'yes'}}\n  q-challenges: [New]\n", encoding="utf-8"
    )
    room.imported()
    must("feedback", "withdraw", "G1-Q2", "--yes", "--workshop", room.folder)
    room.sheet.write_text(
        f"group: 1\nanswers:\n  {question.id}: {{{blank}: 'yes'}}\n  q-challenges: [Newer]\n", encoding="utf-8"
    )
    said = room.imported()
    assert "1 point added" in said
    assert "G1-Q2 was withdrawn" in said
    assert "--withdrawn-too" not in said


def test_typed_at_a_terminal_they_are_asked_about_once(room: Room) -> None:
    """The first time nothing is saved; typed once more, they are meant."""
    room.withdraw()
    enter = ("feedback", "enter", "--group", "1", "--plain", "--workshop", room.folder)
    ran = must(*enter, typed=f"{TOLD}\n:quit\n")
    assert "withdrawn as G1-Q1-01, and are not saved" in ran.out
    assert room.said() == [f"G1-Q1-02 {OTHER}"]
    must(*enter, typed=f"{TOLD}\n{TOLD}\n:quit\n")
    assert room.said()[-1] == f"G1-Q1-03 {TOLD}"


def test_what_is_kept_has_no_word_and_two_withdrawals_of_the_same_words_look_different(room: Room) -> None:
    """A salt of its own for each; nothing in the log tells the words."""
    room.withdraw()
    assert "Kingfisher" not in "".join(path.read_text() for path in (room.folder / "log").glob("*.jsonl"))
    one, other = kept_digests([TOLD]), kept_digests([TOLD])
    assert one["digests"] != other["digests"]
    assert kept_digests(["", "  "]) == {}


def test_no_other_way_in_takes_them_unawares(room: Room) -> None:
    """Whatever writes points is refused, with the code."""
    room.withdraw()
    room.read()
    with pytest.raises(Refused, match="withdrawn as G1-Q1-01"):
        Feedback(room.opened, room.session).add_points(room.question, "g1", [{"text": TOLD}])


# -- what people made of it


def test_whatever_cites_it_or_has_its_words_is_named_with_what_mends_it(room: Room) -> None:
    """A sentence, an action, a theme: each with the command, and nothing besides."""
    room.theme()
    key = add_sentence(room.opened, room.session, SENTENCE, [CODE])
    action = add_action(room.opened, room.session, {"what": ACTION}, CODE)
    add_sentence(room.opened, room.session, "Groups want a budget.", ["G1-Q1-02"])
    room.opened.hand_over("")
    said = must("feedback", "withdraw", CODE, "--yes", "--workshop", room.folder).out
    assert f"vaexercise plenary edit {key} " in said
    assert f"vaexercise plenary actions set {action.code} --source plenary" in said
    assert "vaexercise plenary themes rename 1 --question Q1" in said
    assert said.count("Decide:") == 3


def test_earlier_titles_are_named_and_undo_does_not_bring_them_back(room: Room) -> None:
    """Renamed before or after the withdrawal: the old title stays away."""
    key = room.theme()
    themes = Themes(room.opened, room.session)
    theme = themes.sorting(room.question).theme(key)
    room.opened.hand_over("")
    themes.rename(theme, "Accidents")
    room.opened.hand_over("")
    [echo] = room.withdraw().echoes
    assert not echo.now
    assert "no undo brings back" in echo.sentence
    ran = vaexercise("plenary", "themes", "undo", "--workshop", room.folder)
    assert ran.code == 2
    assert "had words of G1-Q1-01 before, which was withdrawn" in ran.err
    assert TITLE not in room.summary()


def test_undo_does_not_bring_back_what_was_changed_after_the_withdrawal(room: Room) -> None:
    """Nor after a step in between that left the title as it was; other steps can be undone."""
    key = room.theme()
    room.opened.hand_over("")
    room.withdraw()
    themes = Themes(room.opened, room.session)
    slot = themes.theme_slot(key)
    room.opened.record([(slot, {**room.opened.fold.body(slot), "place": 7})])
    themes.rename(themes.sorting(room.question).theme(key), "Accidents")
    newest, *_ = steps(room.opened)
    with pytest.raises(Refused, match="had words of G1-Q1-01 before"):
        undo(room.opened, [newest])
    themes.rename(themes.sorting(room.question).theme(key), "Other")
    undo(room.opened, steps(room.opened)[:1])
    assert [theme.title for theme in themes.sorting(room.question).themes] == ["Accidents"]


def test_a_sentence_and_an_action_that_cite_it_are_in_no_report_until_somebody_decides(room: Room) -> None:
    """Counted and said, in every version; the check names them. Other sources or words put them back."""
    key = add_sentence(room.opened, room.session, SENTENCE, [CODE])
    add_action(room.opened, room.session, {"what": ACTION, "who": "Ministry"}, CODE)
    room.opened.hand_over("")
    room.withdraw()
    for options in ((), ("--public",)):
        said = room.summary(*options)
        assert "Kingfisher" not in said
        assert "1 sentence is left out: what it cites was withdrawn." in " ".join(said.split())
        assert "1 left out: what it comes from was withdrawn." in " ".join(said.split())
    data = room.folder / "s.json"
    must("plenary", "summary", "-o", data, "--workshop", room.folder)
    assert "Kingfisher" not in data.read_text(encoding="utf-8")
    assert "Kingfisher" not in must("plenary", "actions", "list", "--workshop", room.folder).out
    kinds = [fault.kind for fault in check(room.opened, room.session).faults]
    assert kinds.count("withdrawn") == 2
    sentence = next(one for one in synthesis(room.opened, room.session).sentences if one.key == key)
    rewrite(room.opened, room.session, sentence, "Groups want a budget.", ["G1-Q1-02"])
    room.opened.hand_over("")
    must("plenary", "actions", "set", "PL-A-01", "--source", "plenary", "--workshop", room.folder)
    said = room.summary()
    assert "Groups want a budget." in said
    assert ACTION in said
    assert "left out" not in said


def test_a_sentence_that_only_names_the_code_is_left_out_too(room: Room) -> None:
    """Its source is another point, its words point to this one."""
    add_sentence(room.opened, room.session, f"See what {CODE.lower()} says.", ["G1-Q1-02"])
    room.opened.hand_over("")
    room.withdraw()
    assert "See what" not in room.summary()


def test_the_words_of_a_held_action_are_for_who_asks(room: Room) -> None:
    """Whoever decides has to see them: with --private."""
    add_action(room.opened, room.session, {"what": ACTION}, CODE)
    room.opened.hand_over("")
    room.withdraw()
    [action] = actions(room.opened, room.session)
    assert (action.what, action.held) == ("", CODE)
    assert actions(room.opened, room.session, private=True)[0].what == ACTION


def test_a_reason_with_its_words_is_refused(room: Room) -> None:
    """It would stay in the record; nothing is withdrawn."""
    room.read()
    found = withdrawing.testimony(room.opened, room.session, CODE)
    with pytest.raises(Refused, match="“kingfisher”"):
        withdrawing.withdraw(room.opened, room.session, found, "Kingfisher asked")
    assert withdrawals(room.opened, room.session) == []
    withdrawing.withdraw(room.opened, room.session, found, "asked for by the person")
    assert [one.reason for one in withdrawals(room.opened, room.session)] == ["asked for by the person"]


def test_comments_on_it_can_still_be_deleted_by_its_code(room: Room) -> None:
    """They are shown nowhere else any more."""
    must("plenary", "comment", CODE, "We knew Kingfisher", "--group", "2", "--workshop", room.folder)
    said = must("feedback", "withdraw", CODE, "--yes", "--workshop", room.folder).out
    assert f"vaexercise plenary comment {CODE} --delete NUMBER" in said
    listed = json.loads(must("plenary", "comment", CODE, "--json", "--workshop", room.folder).out)
    assert [one["group"] for one in listed] == ["g2"]
    must("plenary", "comment", CODE, "--delete", "1", "--workshop", room.folder)
    assert json.loads(must("plenary", "comment", CODE, "--json", "--workshop", room.folder).out) == []


# -- what has nothing to do with it


def test_choices_are_no_words_of_anybody(workshop: Path) -> None:
    """What was ticked on a list stands in other answers and in the exercise: neither is named, or to be deleted."""
    said = must("feedback", "withdraw", "G1-Q2", "--yes", "--workshop", workshop).out
    assert "Q2 has words" not in said
    assert "exercises/" not in said


def test_a_name_that_others_say_too_does_not_make_their_points_the_same(workshop: Path) -> None:
    """A part that several said in other sentences is nobody's testimony."""
    said = must("feedback", "withdraw", "G1-Q5-02", "--yes", "--workshop", workshop).out
    assert "point" not in said.partition("Withdrawn")[2].partition("\n")[2]


def test_an_exercise_is_never_to_be_deleted(room: Room) -> None:
    """A definition that somehow has the words is to be changed."""
    file = next((room.folder / "exercises").glob("*.yaml"))
    file.write_text(file.read_text(encoding="utf-8") + f"# {TOLD}\n", encoding="utf-8")
    said = must("feedback", "withdraw", CODE, "--yes", "--workshop", room.folder).out
    [line] = [line for line in said.splitlines() if file.name in line]
    assert "delete" not in line
    assert "change them" in line


@pytest.mark.parametrize(
    ("text", "is_echo"),
    [
        (TITLE, True),
        ("Somebody stepped on a mine at night", True),
        ("The quarry", True),
        ("Data and budgets", False),
        ("Money for collecting", False),
        ("A mine", False),
    ],
)
def test_what_can_only_be_from_it(text: str, is_echo: bool) -> None:  # noqa: FBT001  a table of cases
    """A few words in a row that nobody else said, or a long word that nobody else said."""
    assert Told([TOLD], ["a mine", "data and money"]).echoed(text) is is_echo
