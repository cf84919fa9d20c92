"""`vaexercise plenary actions`."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise

if TYPE_CHECKING:
    from pathlib import Path


def actions(folder: Path, *words: object) -> str:
    return must("plenary", "actions", *words, "--workshop", folder).out


def test_the_register_is_listed(workshop: Path) -> None:
    """Label by label in a pipe; what is the same stands under what it is joined to; counts are said."""
    actions(workshop, "add", "Put a monitoring line into the budget", "--who", "Ministry", "--source", "G1-Q4-01")
    actions(workshop, "join", "PL-A-01", "g1-q5-01")
    done = must("plenary", "actions", "list", "--workshop", workshop)
    codes = [line.removeprefix("Code: ") for line in done.out.splitlines() if line.startswith("Code: ")]
    assert codes == ["G1-Q5-01", "PL-A-01", "G1-Q5-02", "G1-Q5-03", "G3-Q5-01", "G3-Q5-02"]
    assert "What: (the same as G1-Q5-01) Put a monitoring line into the budget" in done.out
    assert done.err == "5 actions: 5 open. 1 other says the same as one of them.\n"
    actions(workshop, "part", "PL-A-01")
    assert "the same as" not in actions(workshop, "list")


def test_an_action_is_followed(workshop: Path) -> None:
    """Its status and note, what was agreed since beside what the group said, and who said so when."""
    said = must(
        *("plenary", "actions", "set", "G1-Q5-01", "--status", "started", "--note", "Letter sent"),
        *("--by-when", "December 2026", "--by", "Ana", "--workshop", workshop),
    )
    assert "Status: started: Letter sent" in said.out
    assert said.err == "Date: December 2026\n"
    shown = actions(workshop, "show", "G1-Q5-01").splitlines()
    assert "By when: December 2026 (agreed since; the group said: 2012-10-31)" in shown
    assert "Date: December 2026" in shown
    assert shown[-1].endswith(", Ana: started: Letter sent; By when, as agreed: December 2026")
    assert "started" in actions(workshop, "list", "--status", "started")
    assert actions(workshop, "list", "--status", "done") == ""
    data = json.loads(actions(workshop, "show", "G1-Q5-01", "--json"))
    assert (data["status"], data["due"], len(data["history"])) == ("started", "2026-12-31", 1)
    assert json.loads(actions(workshop, "list", "--json"))[1]["status"] == "open"


def test_an_action_says_where_it_comes_from(workshop: Path) -> None:
    """From a point by its code, from the plenary, or from nothing any more; what a group said is its own source."""
    whole = must(
        *("plenary", "actions", "add", "Meet again", "--who", "We", "--source", "Plenary"), *("--workshop", workshop)
    )
    assert whole.err == "Date: no date understood\n"
    assert "From: Plenary" in actions(workshop, "show", "PL-A-01").splitlines()
    actions(workshop, "set", "PL-A-01", "--source", "g1-q4-01")
    assert "From: G1-Q4-01" in actions(workshop, "show", "PL-A-01").splitlines()
    actions(workshop, "set", "PL-A-01", "--source", "")
    assert "From: " not in actions(workshop, "show", "PL-A-01").splitlines()
    assert [json.loads(actions(workshop, "list", "--json"))[-1].get("source", "")] == [""]
    refused = vaexercise("plenary", "actions", "set", "G1-Q5-01", "--source", "plenary", "--workshop", workshop)
    assert "it is its own source. Nothing was recorded." in refused.err
    unknown = vaexercise("plenary", "actions", "set", "PL-A-01", "--source", "G9-Q1-01", "--workshop", workshop)
    assert "Agreed in plenary: --source plenary." in unknown.err


def test_an_action_may_come_from_a_theme(workshop: Path) -> None:
    """By its name, as a sentence does; under that name in every list, in words in the history; undoing it is said."""
    must("plenary", "themes", "move", "G1-Q1-01", "--new", "Money", "--workshop", workshop)
    actions(workshop, "add", "Ask for it", "--who", "We", "--source", "q1-t1")
    assert "From: Q1-T1" in actions(workshop, "show", "PL-A-01").splitlines()
    actions(workshop, "set", "PL-A-01", "--source", "G1-Q4-01")
    actions(workshop, "set", "PL-A-01", "--source", "Q1-T1")
    shown = actions(workshop, "show", "PL-A-01")
    assert "From: “Money”" in shown.splitlines()[-1]
    assert must("workshop", "check", "--workshop", workshop).code == 0
    must("plenary", "themes", "delete", "Money", "--workshop", workshop)
    assert "From: a theme that is gone" in actions(workshop, "show", "PL-A-01").splitlines()


def test_what_is_overdue_is_told_with_how_long(workshop: Path) -> None:
    """On a day; what has no date that is understood is told, too."""
    actions(workshop, "add", "Do it", "--by-when", "soon")
    done = must("plenary", "actions", "overdue", "--on", "5/12/2012", "--workshop", workshop)
    late = ["G1-Q5-02: 2 months overdue", "G1-Q5-01: 35 days overdue", "G3-Q5-01: 2 days overdue"]
    assert [line.rpartition(": ")[0] for line in done.out.splitlines()] == late
    assert "overdue on 2012-12-05" in done.err
    assert "PL-A-01" in done.err
    assert (
        "None overdue on 2012-01-01."
        in must("plenary", "actions", "overdue", "--on", "2012-01-01", "--workshop", workshop).err
    )
    data = json.loads(actions(workshop, "overdue", "--on", "2012-12-05", "--json"))
    assert data["on"] == "2012-12-05"
    assert {one["code"]: one["days"] for one in data["overdue"]}["G3-Q5-01"] == 2
    for wrong in ("soon", "2012-12"):
        assert vaexercise("plenary", "actions", "overdue", "--on", wrong, "--workshop", workshop).code == 2
    assert must("plenary", "actions", "overdue", "--workshop", workshop).out.count("years overdue") >= 1


def test_likely_duplicates_are_suggested_and_nothing_is_changed(workshop: Path) -> None:
    """With the reason, and the command that joins them; joined ones are not suggested again."""
    before = must("plenary", "actions", "duplicates", "--workshop", workshop)
    assert (before.out, before.err) == ("", "No two look alike.\n")
    actions(workshop, "add", "Propose a line for monitoring in the national budget")
    shown = actions(workshop, "duplicates")
    assert "To join them: vaexercise plenary actions join PL-A-01 G1-Q5-01" in shown
    [pair] = json.loads(actions(workshop, "duplicates", "--json"))
    assert {pair["one"], pair["other"]} == {"PL-A-01", "G1-Q5-01"}
    actions(workshop, "join", "PL-A-01", "G1-Q5-01")
    assert actions(workshop, "duplicates") == ""
    assert "The same: PL-A-01" in actions(workshop, "show", "G1-Q5-01")


def test_a_table_of_actions_holds_no_formula(workshop: Path, tmp_path: Path) -> None:
    """Every cell as it was written, behind an apostrophe where a spreadsheet would compute it."""
    hostile = '=HYPERLINK("x"),[/b]\u202e'
    actions(workshop, "add", hostile, "--who", "@all", "--by-when", "31/12/2026", "--source", "G1-Q4-01")
    path = tmp_path / "actions.csv"
    assert actions(workshop, "list", "--output", path) == f"{path}\n"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert len(rows) == 6
    last = rows[-1]
    assert (last["what"], last["who"]) == ('\'=HYPERLINK("x"),[/b]', "'@all")
    assert (last["code"], last["due"], last["source"], last["status"]) == ("PL-A-01", "2026-12-31", "G1-Q4-01", "open")
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_a_calendar_of_actions_has_those_with_dates(workshop: Path, tmp_path: Path) -> None:
    """The reader in the tests of the format reads it back; here the right ones are in it."""
    actions(workshop, "add", "Do it", "--by-when", "soon")
    actions(workshop, "set", "G1-Q5-01", "--status", "done")
    path = tmp_path / "actions.ICS"
    actions(workshop, "list", "--output", path)
    text = path.read_bytes().decode().replace("\r\n ", "")
    codes = {line.rpartition(" ")[2] for line in text.split("\r\n") if line.startswith("DESCRIPTION")}
    assert codes == {"G1-Q5-02", "G1-Q5-03", "G3-Q5-01", "G3-Q5-02"}


def test_an_unknown_ending_writes_nothing(workshop: Path, tmp_path: Path) -> None:
    """Not even the good file beside it."""
    files = ("--output", tmp_path / "good.csv", "--output", tmp_path / "bad.xlsx")
    done = vaexercise("plenary", "actions", "list", *files, "--workshop", workshop)
    assert (done.code, "There are: .csv, .ics." in done.err) == (2, True)
    assert not (tmp_path / "good.csv").exists()


def test_private_actions_stay_in(workshop: Path, tmp_path: Path) -> None:
    """Counted with their reason; the words are nowhere, unless they are asked for."""
    words = "Propose a monitoring line"
    history = must("workshop", "history", "G1-Q5-01", "--json", "--workshop", workshop).out
    key = next(event["slot"] for event in json.loads(history) if event["slot"].startswith("point/")).split("/")[2]
    from vaexercise.workshop.workshop import Workshop  # noqa: PLC0415  there is no command for it outside a conversation

    opened = Workshop(workshop)
    opened.record([(f"private/{opened.session().id}/{key}", {"reason": "a promise"})])
    opened.sitting.close()
    paths = [tmp_path / "a.csv", tmp_path / "a.ics"]
    shown = [actions(workshop, "list"), actions(workshop, "show", "G1-Q5-01"), actions(workshop, "list", "--json")]
    actions(workshop, "list", "--output", paths[0], "--output", paths[1])
    assert all(words not in text for text in (*shown, *(path.read_text(encoding="utf-8") for path in paths)))
    assert "(private)" in shown[0]
    assert words in actions(workshop, "list", "--private")
    assert words in actions(workshop, "show", "G1-Q5-01", "--private")


@pytest.mark.parametrize(
    "words",
    [
        ("add", " "),
        ("add", "Do it", "--source", "G9-Q1-01"),
        ("set", "G1-Q5-01"),
        ("set", "G1-Q5-01", "--status", "forgotten"),
        ("set", "G9-Q5-01", "--status", "done"),
        ("join", "G1-Q5-01", "G1-Q5-01"),
        ("part", "G1-Q5-01"),
        ("show", "nothing"),
    ],
)
def test_what_cannot_be_is_refused(words: tuple[str, ...], workshop: Path) -> None:
    """Exit code 2 and a sentence; nothing is recorded."""
    before = must("workshop", "history", "--json", "--workshop", workshop).out
    done = vaexercise("plenary", "actions", *words, "--workshop", workshop)
    assert (done.code, done.out, bool(done.err)) == (2, "", True)
    assert must("workshop", "history", "--json", "--workshop", workshop).out == before
