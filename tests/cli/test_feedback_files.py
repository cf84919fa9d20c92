"""`vaexercise feedback import`, `template` and `show --markdown`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise

from vaexercise.capture.sheets.formats import formats

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def size_of_log(folder: Path) -> int:
    return sum(path.stat().st_size for path in (folder / "log").iterdir())


def test_marks_that_nobody_sees_are_left_out_and_told(workshop_with_groups: Path, tmp_path: Path) -> None:
    """What is kept then differs from the sheet; of a sheet without such marks nothing is said."""
    sheet = tmp_path / "sheet.yaml"
    for words, told in (('"Red\\e[31m alert \\u202Ehere"', True), ("Red alert", False)):
        sheet.write_text(f"group: 1\nanswers:\n  q-challenges:\n    - {words}\n", encoding="utf-8")
        done = must("feedback", "import", sheet, "--workshop", workshop_with_groups)
        assert ("1 text of the file has marks that nobody sees" in done.err) is told
        assert ("The first: Red alert here" in done.err) is told


def test_a_sheet_from_a_pipe_is_yaml_unless_a_format_is_named(workshop_with_groups: Path) -> None:
    """`-` reads standard input; a group and a name on the command line stand for those that the input lacks."""
    options = ("feedback", "import", "-", "--workshop", workshop_with_groups)
    assert must(*options, typed="group: 2\nanswers: {Q1: [One]}\n").out == "Group 2: 1 point added; 0 answers set.\n"
    done = must(*options, "--format", "jsonl", "--group", "3", typed='{"question": "Q1", "text": "Two"}\n')
    assert done.out == "Group 3: 1 point added; 0 answers set.\n"
    done = must(*options, "--format", "md", "--group", "G1", "--by", "Ana", typed="## Q1\n- Three\n")
    assert done.out == "Group 1: 1 point added; 0 answers set.\n"
    history = must("workshop", "history", "--group", "1", "--workshop", workshop_with_groups).out
    assert "Ana" in history


def test_all_that_came_of_a_sheet_is_said(workshop_with_groups: Path, tmp_path: Path) -> None:
    """Added, changed, known, set, not answered, changed since and deleted since; each only if there is any."""
    file = tmp_path / "sheet.md"
    file.write_text(
        "# Group 2\n## Q1\n- One\n- Two\n- Three\n- Four\n## Q2a\n\n*nothing*\n\n## Q2\n- \n  - survivors: yes\n"
    )
    options = ("feedback", "import", file, "--workshop", workshop_with_groups)
    assert must(*options).out == "Group 2: 4 points added; 1 answer set: 1 item filled in; 1 question left empty.\n"
    assert must(*options).out == "Group 2: 0 points added, 6 there already; 0 answers set.\n"
    must("feedback", "move", "G2-Q1-01", "--to", "Q4", "--workshop", workshop_with_groups)
    text = "# Group 2\n## Q1\n- One\n- **G2-Q1-02** Two again\n- Five\n"
    file.write_text(text)
    assert must(*options).out == "Group 2: 1 point added, 1 changed, 1 there already; 0 answers set.\n"
    file.write_text(text.replace("Two again", "Two"))
    assert must(*options).out == (
        "Group 2: 0 points added, 2 there already; 0 answers set; 1 changed since, kept as it is now.\n"
    )


def test_a_dry_run_says_what_would_be_and_records_nothing(workshop_with_groups: Path, tmp_path: Path) -> None:
    """The sentences are those of the import, in the conditional; the log has not a byte more."""
    file = tmp_path / "sheet.jsonl"
    file.write_text(
        '{"group": 1, "question": "Q1", "text": "One"}\n{"group": 2, "question": "Q1", "state": "skipped"}\n'
    )
    before = size_of_log(workshop_with_groups)
    done = must("feedback", "import", file, "--dry-run", "--workshop", workshop_with_groups)
    assert done.out == (
        "Group 1: 1 point would be added; 0 answers would be set.\n"
        "Group 2: 0 points would be added; 0 answers would be set; 1 question would be left empty.\n"
    )
    assert done.err == "Nothing was recorded: this was a dry run.\n"
    assert size_of_log(workshop_with_groups) == before


def test_a_dry_run_names_what_would_become_of_what_is_there(workshop_with_groups: Path, tmp_path: Path) -> None:
    """Each item in which something else stands, before and after; the import itself gives the numbers only."""
    file = tmp_path / "sheet.yaml"
    text = "group: 2\nanswers:\n  q-actors: {finance: yes, donors: no}\n  q-actions: [{what: Mend}]\n"
    options = ("feedback", "import", file, "--workshop", workshop_with_groups)
    file.write_text(text)
    first = must(*options)
    assert first.out == "Group 2: 1 point added; 1 answer set: 2 items filled in.\n"
    assert first.err == "G2-Q5-01: “Who” is still empty.\n"
    file.write_text(text.replace("finance: yes", "finance: no, donors: , health: partly").replace(", donors: no", ""))
    dry = must(*options, "--dry-run")
    assert dry.out == (
        "Group 2: 0 points would be added, 1 there already; 1 answer would be set: 1 item filled in, 1 changed.\n"
        "  G2-Q2 finance: yes becomes no\n"
    )
    done = must(*options)
    assert done.out == "Group 2: 0 points added, 1 there already; 1 answer set: 1 item filled in, 1 changed.\n"
    file.write_text("group: 2\nanswers:\n  q-actors: {finance: partly}\n")
    assert must(*options).out == "Group 2: 0 points added; 1 answer set: 1 item changed.\n"
    shown = must("feedback", "show", "--question", "Q2", "--workshop", workshop_with_groups).out
    assert "planning: partly; Donors: no" in shown
    assert "rehabilitation: partly" in shown


@pytest.mark.parametrize("ending", formats())
def test_what_was_half_entered_comes_back_from_every_format(
    ending: str, workshop_with_groups: Path, tmp_path: Path
) -> None:
    """An action without who, from `template --filled`: known, said to be incomplete, and no problem."""
    must("feedback", "import", "-", "--workshop", workshop_with_groups, typed="group: 2\nanswers: {Q5: [Mend]}\n")
    file = tmp_path / f"sheet.{ending}"
    options = ("--workshop", workshop_with_groups)
    must("feedback", "template", "--filled", "--group", "2", "--output", file, *options)
    done = must("feedback", "import", file, *options)
    assert done.out == "Group 2: 0 points added, 1 there already; 0 answers set.\n"
    assert done.err == "G2-Q5-01: “Who” is still empty.\n"


def test_another_group_on_the_command_line_than_in_the_file_is_a_problem(workshop: Path, tmp_path: Path) -> None:
    """Neither is taken silently."""
    file = tmp_path / "sheet.csv"
    file.write_text("group,question,text\n2,Q1,One\n")
    done = vaexercise("feedback", "import", file, "--group", "3", "--workshop", workshop)
    assert done.code == 1
    assert "row 2, column A: this is of Group 2, but Group 3 was said on the command line: keep one" in done.err


def test_a_guess_about_letters_is_told(workshop: Path, tmp_path: Path) -> None:
    """What was assumed about the file, and the option that says otherwise, which works."""
    file = tmp_path / "sheet.csv"
    file.write_bytes("group,question,text\n2,Q1,Zu spät für Müller\n".encode("cp1252"))
    done = must("feedback", "import", file, "--dry-run", "--workshop", workshop)
    assert "cp1252 was assumed" in done.err
    assert "--encoding" in done.err
    told = must("feedback", "import", file, "--dry-run", "--encoding", "cp1252", "--workshop", workshop)
    assert "assumed" not in told.err


@pytest.mark.parametrize("ending", formats())
@pytest.mark.parametrize("group", ["2", "plenary"])
def test_a_template_is_written_and_comes_back_empty(group: str, ending: str, workshop: Path, tmp_path: Path) -> None:
    """The file, and the command that takes it in again; which adds nothing and says so."""
    file = tmp_path / f"sheet.{ending}"
    done = must("feedback", "template", "--group", group, "--output", file, "--workshop", workshop)
    assert done.out == f"{file}\n"
    assert f"vaexercise feedback import {file}" in done.err
    again = must("feedback", "import", file, "--workshop", workshop)
    assert again.out == f"Nothing is filled in in {file} yet, so nothing was added.\n"


def test_a_template_shows_what_is_asked(workshop: Path) -> None:
    """Prompt, hint and choices of every question, and options that come from another question."""
    for name in ("yaml", "csv", "jsonl", "md"):
        shown = must("feedback", "template", "--group", "2", "--format", name, "--workshop", workshop).out
        for words in ("What are the main challenges", "Say where it happens", "partly", "Indicator"):
            assert words in shown
        plenary = must("feedback", "template", "--group", "plenary", "--format", name, "--workshop", workshop).out
        assert "G1-Q4-01" in plenary


def test_a_template_in_another_language(workshop: Path) -> None:
    """A language that the exercise does not have is said, and its own is used."""
    done = must("feedback", "template", "--language", "xx", "--workshop", workshop)
    assert "This exercise has no questions in xx" in done.err
    assert "What are the main challenges" in done.out


def test_a_template_is_not_written_over_a_sheet(workshop: Path, tmp_path: Path) -> None:
    """Unless that is asked for: hours of work may be in it."""
    file = tmp_path / "sheet.yaml"
    file.write_text("group: 2\n")
    done = vaexercise("feedback", "template", "--output", file, "--workshop", workshop)
    assert (done.code, file.read_text()) == (2, "group: 2\n")
    assert "is there already. Choose another name, or say --force." in done.err
    must("feedback", "template", "--output", file, "--force", "--workshop", workshop)
    assert "q-challenges:" in file.read_text()


@pytest.mark.parametrize("ending", formats())
def test_a_filled_sheet_has_what_was_said(ending: str, workshop: Path, tmp_path: Path) -> None:
    """All of it: importing it finds everything known. It is of one group, which has to be named."""
    file = tmp_path / f"sheet.{ending}"
    must("feedback", "template", "--filled", "--group", "2", "--output", file, "--workshop", workshop)
    assert must("feedback", "import", file, "--workshop", workshop).out == (
        "Group 2: 0 points added, 20 there already; 0 answers set.\n"
    )
    done = vaexercise("feedback", "template", "--filled", "--workshop", workshop)
    assert (done.code, done.err) == (2, "Say whose sheet it is: --filled --group 2\n")


def test_a_spreadsheet_is_not_printed(workshop: Path) -> None:
    """It needs a file, and the sentence says so."""
    done = vaexercise("feedback", "template", "--format", "xlsx", "--workshop", workshop)
    assert (done.code, done.err) == (2, "A spreadsheet cannot be printed. Say where to write it: --output FILE.xlsx\n")


@pytest.mark.parametrize("words", [("import", "sheet.docx"), ("template", "--output", "sheet.docx")])
def test_an_unknown_ending_is_refused_with_those_there_are(words: tuple[str, ...], workshop: Path) -> None:
    """Before anything is read or written."""
    done = vaexercise("feedback", *words, "--workshop", workshop)
    assert done.code == 2
    assert f"Known are: {', '.join(formats())}." in done.err


def test_markdown_of_all_groups_comes_back_as_it_is(workshop: Path, tmp_path: Path) -> None:
    """Every group, every answer, every state: all is known; a correction and a new line are what is taken in."""
    file = tmp_path / "all.md"
    shown = must("feedback", "show", "--markdown", "--workshop", workshop).out
    file.write_text(shown, encoding="utf-8")
    options = ("feedback", "import", file, "--workshop", workshop)
    assert [line.partition(";")[0] for line in must(*options).out.splitlines()] == [
        "Group 1: 0 points added, 24 there already",
        "Group 2: 0 points added, 20 there already",
        "Group 3: 0 points added, 21 there already",
        "Plenary: 0 points added, 6 there already",
    ]
    words = "**G2-Q1-04** We measure"
    assert words in shown
    changed = shown.replace(f"- {words}", "- A new line\n- **G2-Q1-04** We count")
    file.write_text(changed, encoding="utf-8")
    said = must(*options).out
    assert "Group 2: 1 point added, 1 changed, 19 there already" in said


def test_markdown_of_one_question_of_one_group(workshop: Path) -> None:
    """Nothing else is printed."""
    shown = must("feedback", "show", "--markdown", "--group", "1", "--question", "Q2a", "--workshop", workshop).out
    headings = [line for line in shown.splitlines() if line.startswith("#")]
    assert headings == ["# Group 1", "## Q2a What would it take for the missing actors to take part?"]


def test_a_filled_in_template_of_any_group_takes_the_group_of_the_command(
    new_workshop: Callable[..., Path], tmp_path: Path
) -> None:
    """A template without a group can be copied for all of them; without one, the problem says what to write."""
    folder, file = new_workshop(), tmp_path / "sheet.md"
    must("feedback", "template", "--output", file, "--workshop", folder)
    file.write_text(file.read_text().replace("- \n", "- One\n", 1))
    done = vaexercise("feedback", "import", file, "--workshop", folder)
    assert (done.code, done.err.count("say which group this is")) == (1, 1)
    assert must("feedback", "import", file, "--group", "3", "--workshop", folder).out == (
        "Group 3: 1 point added; 0 answers set.\n"
    )
