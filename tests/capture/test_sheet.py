"""Sheets: a group's feedback in a file, read whole or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vaexercise.capture.sheets import Past, SheetReader, Taken, record_sheets, writer
from vaexercise.capture.sheets.model import MARKS
from vaexercise.definitions import library, source
from vaexercise.errors import Problems
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.copies.merging import take_in
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from vaexercise.capture.sheets.model import Entry, Sheet
    from vaexercise.model.exercise import Exercise

HEAD = "group: 2\nanswers:\n"


@pytest.fixture(scope="module")
def exercise() -> Exercise:
    """The shipped exercise, whose questions are of many kinds."""
    return library.load(library.shipped() / "va-monitoring.yaml")


def read(exercise: Exercise, text: str) -> Sheet:
    [found] = SheetReader(exercise, 3, lambda _question: ()).read(source.load(text.encode(), "sheet.yaml"))
    return found


def entry(exercise: Exercise, answers: str) -> Entry:
    """The only entry of a sheet with these answers."""
    [found] = read(exercise, HEAD + answers).entries
    return found


def problems(exercise: Exercise, text: str) -> list[str]:
    """Where and what, without the excerpt."""
    with pytest.raises(Problems) as raised:
        read(exercise, text)
    return [str(problem).partition("\n")[0].removeprefix("sheet.yaml:") for problem in raised.value.problems]


@pytest.mark.parametrize(
    ("word", "key"), [("2", "g2"), ("G3", "g3"), ("Group 1", "g1"), ("PLENARY", "plenary"), ('"02"', "g2")]
)
def test_the_group_is_found_however_it_is_written(word: str, key: str, exercise: Exercise) -> None:
    """A number, with or without G or Group, or plenary."""
    assert read(exercise, f"group: {word}\nanswers: {{}}\n").group == key


@pytest.mark.parametrize("word", ["0", "4", "-1", "two", "[1]", "{a: 1}", "''", "2.0"])
def test_a_group_that_there_is_not(word: str, exercise: Exercise) -> None:
    """Each is one problem, which says what there is."""
    [said] = problems(exercise, f"group: {word}\nanswers: {{}}\n")
    assert "group: say which group this is: a number from 1 to 3, or plenary" in said or said.startswith("1:1: say")


def test_who_wrote_it_is_cleaned(exercise: Exercise) -> None:
    """A name in one line, and nobody where none is given."""
    assert (
        writer(source.load(b'by: "  Amara\\e[2J   Diallo "\ngroup: 1\nanswers: {}\n', "sheet.yaml")) == "Amara Diallo"
    )
    assert writer(source.load(b"by:\ngroup: 1\nanswers: {}\n", "sheet.yaml")) == ""
    assert problems(exercise, "by: {name: Amara}\ngroup: 1\nanswers: {}\n") == ["1:5: by: write one name here"]


@pytest.mark.parametrize("state", ["skipped", "nothing", "not-discussed"])
@pytest.mark.parametrize("question", ["q-challenges", "q-actors", "q-measure", "q-actions"])
def test_every_question_can_be_left_in_three_ways(question: str, state: str, exercise: Exercise) -> None:
    """The word alone is the state; nothing is filled in."""
    found = entry(exercise, f"  {question}: {state}\n")
    assert (found.question.id, found.state, found.rows) == (question, state, ())


def test_points_with_their_marks(exercise: Exercise) -> None:
    """A plain line, a language and a star each belong to their own point; a star is yes or no in either case."""
    found = entry(
        exercise,
        "  q-challenges:\n"
        "    - One\n"
        "    - {text: Deux, language: fr}\n"
        "    - {text: Three, star: YES}\n"
        "    - {text: Four, star: no, language: en}\n"
        "    - {text: Five, star: true}\n",
    )
    assert [row["text"] for row in found.rows] == ["One", "Deux", "Three", "Four", "Five"]
    assert [marks.language for marks in found.marks] == ["", "fr", "", "en", ""]
    assert [marks.star for marks in found.marks] == [False, False, True, False, True]


def test_rows_of_several_blanks(exercise: Exercise) -> None:
    """Each row of a matrix and of an action list keeps its own blanks, choices as their ids."""
    rows = entry(
        exercise,
        "  q-measure:\n"
        "    - {row: Rehabilitation, output: Prostheses, exists: Partly, split: [sex, age]}\n"
        "    - {row: Income, exists: no}\n",
    ).rows
    assert [row["row"] for row in rows] == ["Rehabilitation", "Income"]
    assert rows[0]["exists"] == "partly"
    assert rows[0]["split"] == ("sex", "age")
    assert "output" not in rows[1]


def test_an_answer_in_one_piece(exercise: Exercise) -> None:
    """A checklist is one row, by id or label; its marks stand beside the items."""
    found = entry(exercise, "  q-actors: {survivors: 2, focal-point: yes, agreement: Majority}\n")
    assert found.rows == ({"survivors": "partly", "focal-point": "yes"},)
    assert [marks.agreement for marks in found.marks] == ["majority"]


def test_words_of_the_group_are_cleaned(exercise: Exercise) -> None:
    """Escape sequences in quotes do not get in."""
    assert entry(exercise, '  q-challenges: ["No \\e[31mbudget\\e[0m"]\n').rows == ({"text": "No budget"},)


@pytest.mark.parametrize(
    "answers",
    [
        *("q-challenges: []", "q-challenges:", "q-challenges: [~]", "q-challenges: [{text: , star: }]", "q-actors:"),
        *('q-challenges: [""]', "q-challenges: [{text: ' ', star: no}]", 'q-actors: {donors: , finance: ""}'),
        "q-measure: [{row: '', output: , split: [], exists: }, {row: , split: ['']}]",
        "q-actions: [{what: , who: , private: , parked: no}]",
    ],
)
def test_what_stays_empty_says_nothing(answers: str, exercise: Exercise) -> None:
    """A sheet that is not filled in yet is no mistake: never a point without words."""
    assert entry(exercise, f"  {answers}\n").rows == ()


def test_no_answers_at_all(exercise: Exercise) -> None:
    """An empty map is a sheet; no map is a problem at its place."""
    assert read(exercise, "group: 1\nanswers: {}\n").entries == ()
    sentence = "answers must be a map: the id of a question, then what the group said"
    assert problems(exercise, "group: 1\nanswers: [One]\n") == [f"2:10: answers: {sentence}"]
    assert problems(exercise, "group: 1\n") == [f"1:1: {sentence}"]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("q-challenges: One", "write a list here, with one point in each entry"),
        ("q-challenges: {text: One}", "write a list here"),
        ("q-challenges: [{star: yes}]", "text is missing"),
        ("q-challenges: [{text: One, star: 1}]", "write yes or no here"),
        ("q-challenges: [{text: One, star: [yes]}]", "write yes or no here"),
        ("q-challenges: [{text: One, language: {a: b}}]", "write one language here"),
        ("q-challenges: [{text: One, about: X}]", "about is not asked here"),
        ("q-actors: [survivors]", "write a map here"),
        ("q-actors: {survivors: 9}", "9 does not fit here"),
        ("q-measure: [{row: One, split: [sexx]}]", "sexx does not fit here"),
        ("q-actions: [{who: Somebody}]", "what is missing (What): write it"),
        ("q-actions: [{who: Somebody, code: G2-Q5-09}]", "what is missing"),
        ("q-actions: [{what: A, code: G2-Q5-01}, {what: B, code: g2-q5-01}]", "G2-Q5-01 stands here twice: keep one"),
        ("q-priorities: {}", "q-priorities is not known here"),
        ("Q77: [One]", "Q77 is not known here; known here: q-challenges (Q1), q-actors (Q2), "),
        ("q-challenges: [{text: One, sta: yes}]", "sta is not asked here: did you mean star? Known here: text, "),
        ("q-challenges: [{text: One, langage: fr}]", "did you mean language? Known here: text, "),
        ("q-challenges: [{text: One, xyzzy: 1}]", "xyzzy is not asked here; known here: text, "),
        ("q-measure: [{row: One, stars: yes}]", "did you mean star? Known here: row, "),
        ("q-challenge: [One]", "did you mean q-challenges?"),
    ],
)
def test_each_mistake_is_one_problem_at_its_place(answers: str, said: str, exercise: Exercise) -> None:
    """A line, a column, the place in the sheet, and a sentence."""
    [problem] = problems(exercise, f"{HEAD}  {answers}\n")
    assert problem.startswith("3:")
    assert f": answers.{answers.partition(':')[0]}" in problem
    assert said in problem


def test_all_mistakes_come_at_once_and_in_the_order_of_lines(exercise: Exercise) -> None:
    """The first does not hide the last, and reading again begins anew."""
    text = "groop: 1\nanswers:\n  q-overcome: One\n  q-challenges: [{txt: a}, {star: maybe, text: b}]\n  q-x: nothing\n"
    reader = SheetReader(exercise, 3, lambda _question: ())
    document = source.load(text.encode(), "sheet.yaml")
    for _ in range(2):
        with pytest.raises(Problems) as raised:
            reader.read(document)
        assert [problem.line for problem in raised.value.problems] == [1, 1, 3, 4, 4, 5]


@pytest.mark.parametrize("key", ["q-challenges", "Q1", "q1"])
def test_a_question_is_named_by_its_id_or_its_code(key: str, exercise: Exercise) -> None:
    """A code counts in capital or small letters; problems speak of the key that was written."""
    assert entry(exercise, f"  {key}: [One]\n").question.id == "q-challenges"
    [problem] = problems(exercise, f"{HEAD}  {key}: [{{text: One, star: maybe}}]\n")
    assert problem.endswith(f"answers.{key}[1].star: write yes or no here")


@pytest.mark.parametrize("keys", [("q-challenges", "Q1"), ("Q1", "q1"), ("q1", "q-challenges")])
def test_a_question_that_is_named_twice_is_a_problem(keys: tuple[str, str], exercise: Exercise) -> None:
    """By its id and its code, or by its code in two ways: neither is silently left out."""
    first, second = keys
    said = problems(exercise, f"{HEAD}  {first}: [One]\n  {second}: [Two]\n")
    assert said == [f"4:3: answers.{second}: {second} is the same question as {first}: keep one"]


def test_all_that_may_stand_beside_a_point_is_named(exercise: Exercise) -> None:
    """Its blanks and extras, and the marks."""
    form = {question.id: question.form() for question in exercise.walk()}["q-challenges"]
    known = ", ".join([*(blank.name for blank in (*form.blanks, *form.extras)), *MARKS])
    [said] = problems(exercise, f"{HEAD}  q-challenges: [{{text: One, xyzzy: 1}}]\n")
    assert said.endswith(f"known here: {known}")


SHEET = """group: 1
answers:
  Q1: [One, {text: Two, star: yes}]
  q-actors: {survivors: partly}
  q-measure: not-discussed
"""


def taken(folder: Path, text: str) -> tuple[Taken, int]:
    """What came of taking in a sheet, and how many revisions it was."""
    opened = Workshop(folder, command="feedback import")
    session = opened.session()
    before = len(opened.fold.revisions)
    said = Feedback(opened, session)
    reader = SheetReader(opened.exercise(session), 3, said.offered, codes=Past(said).codes())
    [found] = record_sheets(said, reader.read(source.load(text.encode(), "sheet.yaml")))
    return found, len(opened.fold.revisions) - before


def test_one_used_block_of_a_template_is_enough(exercise: Exercise) -> None:
    """The blocks that stay empty say nothing, whatever the used one has; a half-filled one counts."""
    found = entry(exercise, "  q-actions:\n    - {what: Mend}\n    - {what: '', who: }\n    - {what: , who: '  '}\n")
    assert found.rows == ({"what": "Mend"},)


def test_a_label_is_known_without_its_typographic_signs(exercise: Exercise) -> None:
    """Dashes and quotation marks as a keyboard has them."""
    assert entry(exercise, '  q-actors: {"Survivors’ networks": partly, "Donors": yes}\n').rows == (
        {"survivors": "partly", "donors": "yes"},
    )


def test_a_sheet_that_is_there_already_records_nothing(workshop_with_groups: Path) -> None:
    """Points, answers and states that say the same are counted as there already, and the log does not grow."""
    assert taken(workshop_with_groups, SHEET)[0] == Taken(group="g1", added=2, answers=1, items=1, states=1)
    assert taken(workshop_with_groups, SHEET) == (Taken(group="g1", known=4), 0)


def test_what_changed_in_a_sheet_is_recorded(workshop_with_groups: Path) -> None:
    """Another answer and another state replace what was there."""
    taken(workshop_with_groups, SHEET)
    changed = SHEET.replace("partly", "yes").replace("not-discussed", "skipped")
    assert taken(workshop_with_groups, changed)[0] == Taken(
        group="g1", known=2, answers=1, rewritten=1, states=1, changes=["G1-Q2 survivors: partly becomes yes"]
    )
    opened = Workshop(workshop_with_groups)
    assert [body["state"] for _, body in opened.fold.slots("state/")] == ["skipped"]
    assert [body["values"] for _, body in opened.fold.slots("answer/")] == [{"survivors": "yes"}]


def test_a_sheet_settles_what_is_in_conflict(workshop_with_groups: Path) -> None:
    """An answer and a state with several versions are recorded although one version says the same."""
    other = Path(shutil.copytree(workshop_with_groups, workshop_with_groups.with_name("other")))
    taken(workshop_with_groups, SHEET)
    taken(other, SHEET.replace("partly", "yes").replace("not-discussed", "skipped"))
    take_in(Workshop(workshop_with_groups), other)
    assert taken(workshop_with_groups, SHEET)[0].answers == 1
    assert Workshop(workshop_with_groups).fold.conflicts() == {}
