"""Empty sheets: what people see in them, and what becomes of them in the programs that people have."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest
from sheet_kit import EVERY_KIND, FORMATS, Room, room

from vaexercise.capture.sheets import SheetReader, Wanted, notices, read_document
from vaexercise.capture.sheets.formats import format_named
from vaexercise.capture.sheets.model import MARKS, Statements
from vaexercise.capture.sheets.pages import Page, Section, names
from vaexercise.definitions import library
from vaexercise.model.feedback import Response
from vaexercise.model.form import Blank, Form
from vaexercise.model.text import in_language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vaexercise.model.exercise import Exercise
    from vaexercise.model.question import Question

EMPTY = Wanted(filled=False, room=True)
SHIPPED = [library.load(path) for path in sorted(library.shipped().glob("*.yaml")) if path.name.count(".") == 1]
SHIPPED = [*SHIPPED, EVERY_KIND]
every_exercise = pytest.mark.parametrize("exercise", SHIPPED, ids=lambda exercise: exercise.id)


@pytest.fixture
def here(new_workshop: Callable[..., Path]) -> Room:
    """A room in which nothing was said."""
    return room(new_workshop("va-monitoring"))


def section(question: Question, space: int = 2) -> Section:
    """An empty question of Group 2."""
    code = f"G2-{question.code}"
    response = Response(group="g2", question=question.id, state="open", code=code)
    return Section(question=question, form=question.form(), code=code, response=response, room=space)


def template(exercise: Exercise, ending: str, language: str = "en") -> bytes:
    """An empty sheet with all questions to groups."""
    asked = [question for question in exercise.asked("group") if question.form().blanks]
    page = Page(group="g2", language=language, sections=tuple(map(section, asked)))
    return format_named(ending).write([page])


@every_exercise
@pytest.mark.parametrize("ending", ["csv", "jsonl", "md", "yaml"])
def test_help_that_we_wrote_ourselves_is_read_alike_in_every_encoding(ending: str, exercise: Exercise) -> None:
    """Nothing of the help is a sign that one encoding has for a letter of another; only letters may be beyond ASCII."""
    made = template(exercise, ending).decode("utf-8-sig")
    assert [char for char in made if not char.isascii() and not char.isalpha()] == []


@pytest.mark.parametrize("separator", [",", ";"])
def test_a_template_that_a_spreadsheet_saved_in_its_own_encoding_comes_back(separator: str, here: Room) -> None:
    """Without an accent in it there is nothing to guess, and so nothing to guess wrong."""
    exercise = library.load(library.shipped() / "va-monitoring.yaml")
    rows = list(csv.DictReader(io.StringIO(template(exercise, "csv").decode("utf-8-sig"), newline="")))
    rows[1]["text"] = "No budget for the districts"
    file = io.StringIO(newline="")
    saved = csv.DictWriter(file, rows[0].keys(), delimiter=separator, lineterminator="\r\n")
    saved.writeheader()
    saved.writerows(rows)
    document = read_document(file.getvalue().encode("cp1252"), "sheet.csv", format_named("csv"))
    assert isinstance(document, Statements)
    assert notices(document) == ()
    [sheet] = SheetReader(exercise, 3, here.feedback.offered).read(document)
    assert [entry.rows for entry in sheet.entries if entry.rows] == [({"text": "No budget for the districts"},)]


@every_exercise
@pytest.mark.parametrize("language", ["en", "fr"])
def test_names_in_markdown_are_of_one_manner(language: str, exercise: Exercise) -> None:
    """All labels, as people see them; or, where one of those will not do, all names. Never some of each."""
    for question in exercise.walk():
        form = question.form()
        if len(form.blanks) > 1:
            made = template_of(question, language)
            shown = re.findall(r"^  - (.*?[^\\]): $", made, re.MULTILINE)
            seen = names(form, language)
            written = [seen[blank.name] for blank in (form.blanks[1:] if form.repeats else form.blanks)]
            assert [re.sub(r"\\(.)", r"\1", name) for name in shown] == written
            labels = {blank.name for blank in form.blanks if seen[blank.name] != blank.name}
            assert not labels or all(
                seen[blank.name].casefold() == blank.name.casefold() or blank.name in labels for blank in form.blanks
            )


def template_of(question: Question, language: str) -> str:
    page = Page(group="g2", language=language, sections=(section(question, space=1),))
    return format_named("md").write([page]).decode()


def test_the_template_of_the_shipped_exercise_has_labels_only() -> None:
    """Also those that end with a question mark."""
    exercise = library.load(library.shipped() / "va-monitoring.yaml")
    form = {question.id: question.form() for question in exercise.walk()}["q-measure"]
    assert names(form, "en") == {blank.name: in_language(blank.label, "en") for blank in form.blanks}
    made = template(exercise, "md").decode()
    assert "  - Measured today?: \n" in made
    assert "> Measured today? - One of: yes; partly; no" in made
    assert "> Kind, if it helps: One of: data; " in made
    assert "exists" not in made


@pytest.mark.parametrize(
    "labels",
    [("Long " * 40, "Short"), ("Same", "same"), ("", "Short"), ("Star", "Short"), ("Second", "Short")],
    ids=["long", "twice", "none", "a mark", "the name of another"],
)
def test_a_label_that_will_not_do_makes_names_of_all(labels: tuple[str, str]) -> None:
    """A label that nobody could write before a colon, or that could be taken for something else."""
    assert "star" in MARKS
    form = Form(blanks=(Blank(name="first", label=labels[0]), Blank(name="second", label=labels[1])))
    assert names(form, "en") == {"first": "first", "second": "second"}


@pytest.mark.parametrize("ending", FORMATS)
@every_exercise
def test_an_empty_sheet_of_every_shipped_exercise_says_nothing(ending: str, exercise: Exercise) -> None:
    """Each is read without a problem."""
    document = read_document(template(exercise, ending), f"sheet.{ending}", format_named(ending))
    sheets = SheetReader(exercise, 3, lambda _question: ()).read(document)
    assert [entry for sheet in sheets for entry in sheet.entries if entry.rows or entry.state] == []


def test_choices_in_lines_under_a_label_are_several(here: Room) -> None:
    """Under a label as under a name: a choice in which there is a semicolon stays one."""
    here.take("# Group 2\n## Q11\n- Safety\n  - Split by\\: what?: sex\\\n    other; see text\n", "md")
    assert here.said()["q-free"][0][0] == {"row": "Safety", "split": ("sex", "other; see text")}
