"""Paper from end to end: printed, typed in, compared, by the commands that people type."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from conftest import EXAMPLE, must, vaexercise

from vaexercise.people.columns import is_sensitive

GOOD = Path(__file__).parents[1] / "data" / "exercises" / "good"
FORMATS = (".html", ".md", ".txt", ".json")


def codes(text: str) -> list[str]:
    """The codes of points that a sheet has."""
    return re.findall(r"(?:G\d+|PL)-[PQ]\d+[a-z]?-\d\d", text)


def test_what_is_typed_in_gets_the_codes_of_the_sheet(workshop_with_groups: Path) -> None:
    """A line for each printed code, typed in order and without a code, has that code in the record."""
    where = ("--workshop", workshop_with_groups, "--group", "2")
    printed = [code for code in codes(must("exercise", "print", *where).out) if "-Q1-" in code]
    typed = "\n".join(f"words of {code}" for code in printed)
    must("feedback", "transcribe", *where, "--by", "Rosa", typed=f"{typed}\n:quit\n")
    shown = must("feedback", "show", *where).out
    assert len(printed) == 10
    assert [code for code in printed if f"{code}  words of {code}" not in shown] == []


def test_a_second_sheet_goes_on_after_the_first(workshop_with_groups: Path) -> None:
    """What is in the record keeps its codes; the next sheet has the next ones."""
    where = ("--workshop", workshop_with_groups, "--group", "2")
    must("feedback", "transcribe", *where, "--by", "Rosa", typed="Q1-4 the fourth\n:quit\n")
    sheet = must("exercise", "print", *where).out
    assert next(code for code in codes(sheet) if "-Q1-" in code) == "G2-Q1-05"
    assert "Numbers below 5 are in the record already." in sheet


def test_a_second_person_confirms(workshop_with_groups: Path) -> None:
    """Whoever typed it in cannot; somebody else does, and the record says who."""
    where = ("--workshop", workshop_with_groups, "--group", "2")
    must("feedback", "transcribe", *where, "--by", "Rosa", typed="No maps\n:quit\n")
    refused = vaexercise("feedback", "compare", *where, "--by", "ROSA")
    assert (refused.code, refused.err.strip().splitlines()[-1]) == (
        2,
        "ROSA typed this in; somebody else has to compare it. Name them: --by NAME",
    )
    assert vaexercise("feedback", "compare", *where).code == 2
    done = must("feedback", "compare", *where, "--by", "Bo", typed="\n")
    assert "Group 2: 1 of 1 entry from paper confirmed." in done.out
    assert "compared with paper by Bo" in must("feedback", "show", *where).out


def test_a_group_that_signed_off_takes_no_paper(workshop: Path) -> None:
    """What it confirmed is reopened first."""
    where = ("--workshop", workshop, "--group", "2")
    must("feedback", "sign-off", *where, "--confirmed-by", "Amara", "--yes")
    for verb in ("transcribe", "compare"):
        assert vaexercise("feedback", verb, *where, "--by", "Bo", typed="words\n").code == 2


def test_all_groups_have_a_sheet_with_the_names_of_their_own(workshop_with_groups: Path) -> None:
    """Each name once, in the sheet of the group where the person sits."""
    text = " ".join(must("exercise", "print", "--workshop", workshop_with_groups).out.split())
    parts = text.split("At the end")[:-1]
    assert [re.findall(r"Group \d: ", part) for part in parts] == [["Group 1: "], ["Group 2: "], ["Group 3: "]]
    names = [part.partition("In this group: ")[2].partition(" One line is")[0].split(", ") for part in parts]
    with (EXAMPLE / "participants.csv").open(encoding="utf-8") as file:
        listed = [" ".join(row["name"].split()) for row in csv.DictReader(file)]
    assert sorted(name for group in names for name in group) == sorted(listed)


@pytest.mark.parametrize("ending", FORMATS)
def test_no_sheet_tells_more_of_people_than_their_names(
    workshop_with_groups: Path, tmp_path: Path, ending: str
) -> None:
    """No attribute stands there, least of all a sensitive one."""
    with (EXAMPLE / "participants.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    columns = [column for column in rows[0] if is_sensitive(column)]
    assert columns
    told = {row[column] for row in rows for column in (*columns, "email", "organisation") if row.get(column)}
    path = tmp_path / f"sheet{ending}"
    must("exercise", "print", "--workshop", workshop_with_groups, "--output", path)
    text = path.read_text(encoding="utf-8")
    plain = text.partition("</style>")[2] or text
    prompts = must("exercise", "print", "va-monitoring").out.casefold()
    assert [word for word in told if len(word) > 3 and word in plain and word.casefold() not in prompts] == []


def test_sheets_are_written_in_several_formats(tmp_path: Path) -> None:
    """Each in the form of its ending, named on stdout; nothing else is printed."""
    paths = [tmp_path / f"sheet{ending}" for ending in FORMATS]
    options = [word for path in paths for word in ("-o", path)]
    assert must("exercise", "print", "va-monitoring", *options).out.split() == list(map(str, paths))
    for path in paths[:-1]:
        assert len(codes(path.read_text(encoding="utf-8"))) == 3 * (10 + 5 + 3 + 8 + 3)
    assert vaexercise("exercise", "print", "va-monitoring", "-o", tmp_path / "sheet.odt").code == 2


@pytest.mark.parametrize("name", ["every-kind"])
def test_a_definition_alone_is_printed_from_its_file(name: str) -> None:
    """Before there is any workshop, as many sheets as it plans groups; or those asked for, whatever it plans."""
    path = GOOD / f"{name}.yaml"
    assert "Group 7: " in must("exercise", "print", path, "--group", "7").out
    assert "Plenary: " in must("exercise", "print", "va-monitoring", "--group", "plenary").out
    assert must("exercise", "print", path).out.count("At the end") >= 1


def test_in_a_workshop_its_own_session_is_printed(workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named or not; another exercise is printed alone, with codes from the beginning."""
    monkeypatch.chdir(workshop)
    for words in ((), ("va-monitoring",)):
        assert "In this group: " in must("exercise", "print", *words).out
    assert "In this group: " not in must("exercise", "print", "va-coordination").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "There is no workshop in"),
        (("no-such",), "There is no exercise no-such."),
        (("va-monitoring", "--group", "0"), "There is no group 0."),
        (("va-monitoring", "--group", "hundred"), "There is no group hundred."),
        (("va-monitoring", "--workshop", "nowhere"), "There is no workshop in"),
    ],
)
def test_what_cannot_be_printed_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    """With exit code 2, and what to do."""
    monkeypatch.chdir(tmp_path)
    done = vaexercise("exercise", "print", *words)
    assert (done.code, said in done.err) == (2, True)


def test_a_session_that_the_workshop_named_does_not_have_is_said(workshop: Path) -> None:
    """Who names a workshop means it."""
    done = vaexercise("exercise", "print", "va-coordination", "--workshop", workshop)
    assert (done.code, "There is no session va-coordination." in done.err) == (2, True)


def test_a_language_that_the_exercise_does_not_have_is_said() -> None:
    """On stderr; the sheet stands in its own."""
    done = must("exercise", "print", "va-monitoring", "--language", "fr")
    assert "no questions in fr" in done.err
    assert "What are the main challenges" in done.out


def test_a_plain_sheet_keeps_to_its_width() -> None:
    """For a narrow printer, or 40 braille cells: only a single word may be longer."""
    lines = must("exercise", "print", "va-monitoring", "--width", "40").out.splitlines()
    assert [line for line in lines if len(line) > 40 and len(line.split()) > 1] == []
