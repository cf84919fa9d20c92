"""`vaexercise plenary themes` and `plenary sort` on a workshop."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from conftest import must, vaexercise

if TYPE_CHECKING:
    from pathlib import Path

THEMES = ("plenary", "themes")


def listed(workshop: Path, question: str = "Q1") -> dict[str, Any]:
    """How a question stands, for programs."""
    said = json.loads(must(*THEMES, "list", "--question", question, "--json", "--workshop", workshop).out)
    found: dict[str, Any] = said["questions"][0]
    return found


def titles(workshop: Path) -> dict[str, list[str]]:
    """The themes of Q1 with their points."""
    return {theme["title"]: theme["points"] for theme in listed(workshop)["themes"]}


def apply(workshop: Path, text: str, *options: str, name: str = "themes.csv") -> str:
    """Apply a file that has to be right; what is said."""
    path = workshop.parent / name
    path.write_text(text, encoding="utf-8")
    return must(*THEMES, "apply", path, "--workshop", workshop, *options).out


CSV = """\
theme,code,decision,reason
Money,G1-Q1-01,,
Money,g2-q1-01,in,
Money,G3-Q1-04,opposes,
Data,G1-Q1-01,,
,G1-Q1-05,unique,
,G1-Q1-06,parked,for the donors
"""


def test_apply_sorts_as_the_table_says(workshop: Path) -> None:
    """Themes are opened and filled; a dry run changes nothing; the second time there is nothing to change."""
    would = apply(workshop, CSV, "--dry-run")
    assert "theme “Money” would be opened" in would
    assert not titles(workshop)
    assert "5 points sorted" not in would
    said = apply(workshop, CSV)
    assert "Q1: theme “Money” is opened" in said
    assert titles(workshop) == {"Money": ["G1-Q1-01", "G2-Q1-01", "G3-Q1-04"], "Data": ["G1-Q1-01"]}
    found = listed(workshop)
    assert found["themes"][0]["opposes"] == ["G3-Q1-04"]
    assert (found["unique"], found["parked"]) == (["G1-Q1-05"], {"G1-Q1-06": "for the donors"})
    assert apply(workshop, CSV) == "Nothing to change: all of it is decided so already.\n"
    assert "1 point sorted: G1-Q1-05" in apply(workshop, "theme,id,decision\n,G1-Q1-05,left\n")


def test_what_list_prints_can_be_applied_elsewhere(workshop: Path, tmp_path: Path) -> None:
    """JSON from one workshop sorts a copy the same; what is left there stays."""
    must("workshop", "backup", tmp_path / "before.zip", "--workshop", workshop)
    apply(workshop, CSV)
    printed = must(*THEMES, "list", "--json", "--workshop", workshop).out
    must("workshop", "restore", tmp_path / "before.zip", tmp_path / "copy")
    assert "is opened" in apply(tmp_path / "copy", printed, name="themes.json")
    assert titles(tmp_path / "copy") == titles(workshop)
    assert "Nothing to change" in apply(workshop, printed, name="themes.json")


def test_problems_of_a_table_are_said_by_row(workshop: Path, tmp_path: Path) -> None:
    """All at once, and nothing is sorted."""
    path = tmp_path / "bad.csv"
    rows = ["Money,G1-Q1-99,,", ",G1-Q1-01,,", "Money,G1-Q1-01,uniqe,", "Money,G1-Q1-02,unique,", ",G1-Q1-03,parked,"]
    rows += [",G1-Q1-04,unique,", "Money,G1-Q1-04,,", f"{'x' * 201},G1-Q1-05,,"]
    path.write_text("\n".join(["theme,code,decision,reason", *rows, "Fine,G1-Q1-07,,"]), encoding="utf-8")
    done = vaexercise(*THEMES, "apply", path, "--workshop", workshop)
    assert (done.code, done.out) == (1, "")
    places = [line.split(": ")[1] for line in done.err.splitlines() if line.startswith("bad.csv")]
    assert [place.split(",")[0] for place in places] == [f"row {n}" for n in (2, 3, 4, 5, 6, 8, 9)]
    assert "did you mean g1-q1-09" in done.err or "did you mean" in done.err
    assert 'no column is called "id"' in vaexercise_with(workshop, tmp_path, "theme,name\nA,b\n")
    assert not titles(workshop)


def vaexercise_with(workshop: Path, folder: Path, text: str) -> str:
    """What is said about a table that is wrong."""
    path = folder / "wrong.csv"
    path.write_text(text, encoding="utf-8")
    done = vaexercise(*THEMES, "apply", path, "--workshop", workshop)
    assert done.code == 1
    return done.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ('{"themes": {}}', "themes: is no list"),
        ('{"themes": [{"points": []}]}', "themes[0]: has no title"),
        ('{"themes": [{"title": "A", "points": ["G9-Q1-01"]}]}', "themes[0].points[0]: "),
        ('{"unique": ["G1-Q1-01"], "parked": {"G1-Q1-01": "x"}}', "parked.G1-Q1-01: something else is said"),
        ('{"parked": []}', "parked: is no object"),
        ("[1]", "[0]: is no object"),
        ('{"parked": {"G1-Q1-01": " "}}', "say why"),
    ],
)
def test_problems_of_json_are_said_by_path(workshop: Path, tmp_path: Path, text: str, said: str) -> None:
    """What is wrong and where in the document; exit code 1."""
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    done = vaexercise(*THEMES, "apply", path, "--workshop", workshop)
    assert done.code == 1
    assert said in done.err


def test_one_thing_at_a_time(workshop: Path) -> None:
    """Move, rename, merge, split, park, unique, again, delete, each undone by the newest first."""
    at = ("--workshop", workshop)
    assert "1 Money: 2 points, groups 1, 2" in must(*THEMES, "move", "G1-Q1-01", "G2-Q1-01", "--new", "Money", *at).out
    must(*THEMES, "move", "G1-Q1-02", "--new", "Data", *at)
    must(*THEMES, "move", "g1-q1-02", "--to", "1", "--also", "--opposes", "--workshop", workshop)
    assert titles(workshop)["Money"] == ["G1-Q1-01", "G1-Q1-02", "G2-Q1-01"]
    assert "is “Budget” now" in must(*THEMES, "rename", "money", "Budget", *at).out
    assert "1 Both: 3 points" in must(*THEMES, "merge", "Budget", "2", "--title", "Both", *at).out
    must(*THEMES, "split", "Both", "--points", "G2-Q1-01,G1-Q1-01", "--title", "Apart", *at)
    assert titles(workshop) == {"Both": ["G1-Q1-02"], "Apart": ["G1-Q1-01", "G2-Q1-01"]}
    must(*THEMES, "park", "G1-Q1-05", "--reason", "later", *at)
    must(*THEMES, "unique", "G1-Q1-06", "G2-Q2a-01", *at)
    assert "Q1: 23 points, 4 sorted, 18 left, 1 parked" in must(*THEMES, "list", *at).out
    must(*THEMES, "again", "G1-Q1-05", *at)
    assert "is deleted" in must(*THEMES, "delete", "Apart", *at).out
    for _ in range(3):
        must(*THEMES, "undo", "--steps", "3", "--older", *at)
    assert "Nothing is left" in must(*THEMES, "undo", "--steps", "9", "--older", *at).err
    assert not titles(workshop)
    assert len(listed(workshop)["left"]) == 23


def test_a_second_undo_says_what_it_would_take_back(workshop: Path) -> None:
    """Older work is not taken back unasked: with --older it is; after something new, undo takes that back at once."""
    at = ("--workshop", workshop)
    for code, title in (("G1-Q1-01", "Money"), ("G1-Q1-02", "Data")):
        must(*THEMES, "move", code, "--new", title, *at)
    assert "Taken back: theme “Data” opened" in must(*THEMES, "undo", *at).out
    done = vaexercise(*THEMES, "undo", *at)
    assert done.code == 2
    assert "Would be taken back: theme “Money” opened" in done.out
    assert "what `plenary themes move` did on " in done.err
    assert "Nothing was undone." in done.err
    assert titles(workshop) == {"Money": ["G1-Q1-01"]}
    must(*THEMES, "unique", "G1-Q1-03", *at)
    assert "Group 1, Q1, point 03" in must(*THEMES, "undo", *at).out
    must(*THEMES, "undo", "--older", *at)
    assert not titles(workshop)


def test_a_title_that_another_question_has_is_told_apart(workshop: Path) -> None:
    """A theme is of one question: that a second of the same title was opened is said with what takes it back."""
    apply(workshop, "theme,code\nMoney,G1-Q1-01\n")
    path = workshop.parent / "other.csv"
    path.write_text("theme,code\nmoney,G1-Q4-01\n", encoding="utf-8")
    said = must(*THEMES, "apply", path, "--workshop", workshop).err
    assert "“money” is a theme of Q1 already. A theme is of one question: for G1-Q4-01 there is one" in said


def test_show_has_the_words_of_each_group(workshop: Path) -> None:
    """To read and for programs; by title or number; what is not there is said with what is near."""
    apply(workshop, CSV)
    said = must(*THEMES, "show", "Money", "--workshop", workshop).out
    assert "G2-Q1-01 No money is set aside for data collection in the districts" in said
    assert said.splitlines()[-1].endswith("(opposes)")
    shown = json.loads(must(*THEMES, "show", "t1", "--json", "--workshop", workshop).out)
    assert [one["code"] for one in shown["said"]] == shown["points"] == ["G1-Q1-01", "G2-Q1-01", "G3-Q1-04"]
    done = vaexercise(*THEMES, "show", "Mony", "--workshop", workshop)
    assert (done.code, "Did you mean money?" in done.err) == (2, True)
    must(*THEMES, "move", "G1-Q4-01", "--new", "Other", "--workshop", workshop)
    assert vaexercise(*THEMES, "show", "1", "--workshop", workshop).code == 2
    assert "Other" in must(*THEMES, "show", "1", "--question", "Q4", "--workshop", workshop).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("move", "G1-Q1-01"), "Say where they go"),
        (("move", "G1-Q1-01", "G1-Q4-01", "--new", "X"), "several questions"),
        (("move", "G9-Q1-01", "--new", "X"), "no point to sort G9-Q1-01"),
        (("merge", "Money"), "two themes or more"),
        (("park", "G1-Q1-01", "--reason", " "), "Say why"),
        (("rename", "Money", ""), "needs a title"),
        (("split", "Money", "--points", "G1-Q1-05", "--title", "X"), "say which of them go"),
        (("suggest",), "Say which question"),
        (("suggest", "--question", "Q9"), "Those that are: P1, Q1, Q2a, Q4"),
        (("suggest", "--themes", "x.csv"), "go with --points"),
        (("list", "--question", "Q3"), "no question to sort Q3"),
    ],
)
def test_what_cannot_be_done_is_refused(workshop: Path, words: tuple[str, ...], said: str) -> None:
    """With a sentence, exit code 2, and nothing changed."""
    apply(workshop, CSV)
    before = listed(workshop)
    done = vaexercise(*THEMES, *words, "--workshop", workshop)
    assert (done.code, said in done.err) == (2, True), done.err
    assert listed(workshop) == before


def test_suggest_is_the_same_door_for_a_workshop(workshop: Path) -> None:
    """The keys of the measuring door, with codes; against themes once there are any, what stands apart left out."""
    suggest = (*THEMES, "suggest", "--question", "Q1", "--json", "--workshop", workshop)
    said = json.loads(must(*suggest).out)
    assert list(said) == ["clusters", "pairs", "matcher"]
    assert min(code for cluster in said["clusters"] for code in cluster) == "G1-Q1-01"
    assert sum(map(len, said["clusters"])) == 23
    apply(workshop, CSV)
    said = json.loads(must(*suggest).out)
    assert list(said) == ["clusters", "pairs", "ranked", "matcher"]
    assert sum(map(len, said["clusters"])) == 23 - 5
    assert {theme for theme, score in said["ranked"]["G3-Q1-03"] if score} == {"Money", "Data"}
    assert "G3-Q1-03 [3]" in must(*THEMES, "suggest", "--question", "q-challenges", "--workshop", workshop).out


def test_synonyms_are_shown_with_the_workshops_own(workshop: Path) -> None:
    """One meaning a line, and for programs; the own file is named; mistakes in it are said by line."""
    (workshop / "synonyms.txt").write_text("focal point = coordinator\n", encoding="utf-8")
    said = must(*THEMES, "synonyms", "--workshop", workshop)
    assert "focal point = coordinator" in said.out.splitlines()
    assert "is read too" in said.err
    shown = json.loads(must(*THEMES, "synonyms", "--json", "--workshop", workshop).out)
    assert (shown["focal point"], shown["pwd"]) == ("coordinator", "persons with disabilities")
    (workshop / "synonyms.txt").write_text("focal point\n", encoding="utf-8")
    done = vaexercise(*THEMES, "synonyms", "--workshop", workshop)
    assert (done.code, done.err.startswith("synonyms.txt:1: ")) == (1, True)
    sorting = must("plenary", "sort", "--question", "Q1", "--workshop", workshop, typed="n No budget\n")
    assert "synonyms.txt:1: " in sorting.out
    assert "Theme 1 “No budget”" in sorting.out


def test_themes_that_people_voted_on_stay_as_they_are(workshop: Path) -> None:
    """Renaming, merging, deleting and undoing are refused once a ballot is in; late points may still come."""
    at = ("--workshop", workshop)
    apply(workshop, CSV)
    must("plenary", "vote", "open", "--question", "Q1", "--anyway", *at)
    must("plenary", "vote", "tally", "1=2", "2=1", "--voters", "3", *at)
    before = titles(workshop)
    for words in (
        ("rename", "Money", "X"),
        ("split", "Money", "--points", "G1-Q1-01", "--title", "Y"),
        ("merge", "Money", "Data"),
        ("delete", "Data"),
        ("undo",),
    ):
        done = vaexercise(*THEMES, *words, *at)
        assert (done.code, "stays as it is" in done.err) == (2, True), done
    assert titles(workshop) == before
    must(*THEMES, "move", "G3-Q1-03", "--to", "Money", *at)
    said = must("plenary", "sort", "--question", "Q1", *at, typed="i\nm 1 2\nq\n").out
    assert "stays as it is" in said


BALLOTS = "“Money”, on which 3 ballots were cast in vote 1. The ballots stay as they are."


def test_a_point_that_leaves_a_theme_with_ballots_is_said(workshop: Path) -> None:
    """By a file, before it too, and by every command; never refused. Without ballots nothing is said."""
    at = ("--workshop", workshop)
    apply(workshop, CSV)
    must("plenary", "vote", "open", "--question", "Q1", "--anyway", *at)
    assert must(*THEMES, "move", "G3-Q1-04", "--to", "Data", *at).err == ""
    must(*THEMES, "move", "G3-Q1-04", "--to", "Money", *at)
    must("plenary", "vote", "tally", "1=2", "2=1", "--voters", "3", *at)
    assert must(*THEMES, "move", "G3-Q1-04", "--to", "Data", "--also", *at).err == ""
    assert f"G3-Q1-04 leaves {BALLOTS}" in must(*THEMES, "move", "G3-Q1-04", "--to", "Data", *at).err
    path = workshop.parent / "out.csv"
    path.write_text("theme,code\nData,G1-Q1-01\nData,G2-Q1-01\n", encoding="utf-8")
    for options in (("--dry-run",), ()):
        assert f"G1-Q1-01, G2-Q1-01 leave {BALLOTS}" in must(*THEMES, "apply", path, *options, *at).err
    must(*THEMES, "move", "G1-Q1-01", "G2-Q1-01", "--to", "Money", *at)
    assert f"G1-Q1-01 leaves {BALLOTS}" in must(*THEMES, "unique", "G1-Q1-01", *at).err
    said = must("plenary", "sort", "--question", "Q1", *at, typed="again G2-Q1-01\np later\nq\n").out
    assert f"G2-Q1-01 leaves {BALLOTS}" in " ".join(said.split())
    assert "Money" not in titles(workshop) or titles(workshop)["Money"] == []


def test_sort_goes_on_where_it_stopped(workshop: Path) -> None:
    """In a pipe, with the end of input as a way to leave; the second time what was decided stands."""
    first = must("plenary", "sort", "--question", "Q1", "--by", "Ana", "--workshop", workshop, typed="\n\n").out
    assert "Theme 2" in first
    again = must("plenary", "sort", "--question", "q1", "--plain", "--width", "40", "--workshop", workshop, typed="l\n")
    assert "Q1: 23 points, 7 sorted, 16 left, 0" in again.out
    assert max(map(len, again.out.splitlines())) <= 40
    assert vaexercise("plenary", "sort", "--question", "Q3", "--workshop", workshop).code == 2
