"""`vaexercise feedback`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from conftest import SHEETS, must, vaexercise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WRONG = """\
group: 9
by: [Amara, Boris]
answer: {}
answers:
  q-challenges:
    - No budget line
    - {text: Late data, star: perhaps}
    - {txet: Late data}
    - {text: Late data, language: [fr]}
  q-actors: {survivors: sometimes, focal-piont: yes}
  q-mesure: not-discussed
  q-overcome: skiped
"""
MISTAKES = [
    ("sheet.yaml:1:8", "say which group this is: a number from 1 to 3, or plenary"),
    ("sheet.yaml:2:5", "write one name here"),
    ("sheet.yaml:3:1", "answer is not known here; did you mean answers?"),
    ("sheet.yaml:7:31", "write yes or no here"),
    ("sheet.yaml:8:14", "txet is not asked here: did you mean text?"),
    ("sheet.yaml:9:35", "write one language here"),
    ("sheet.yaml:10:25", "sometimes does not fit here."),
    ("sheet.yaml:10:", "focal-piont is not asked here: did you mean focal-point?"),
    ("sheet.yaml:11:3", "q-mesure is not known here; did you mean q-measure?"),
    ("sheet.yaml:12:15", "write a list here"),
]


def said(folder: Path, *options: str) -> list[dict[str, Any]]:
    return list(json.loads(must("feedback", "show", "--json", *options, "--workshop", folder).out))


def codes(folder: Path) -> list[str]:
    return [point["code"] for response in said(folder) for point in response.get("points", ())]


def lines_of_log(folder: Path) -> int:
    return sum(len(path.read_bytes().splitlines()) for path in (folder / "log").iterdir())


def sheet(folder: Path, text: str) -> Path:
    file = folder.parent / "sheet.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_group_answers_through_a_pipe(workshop_with_groups: Path) -> None:
    """Each line is a point with the next code, said once it is saved, and what is open is said at the end."""
    typed = "No budget line\nLes données arrivent trop tard\n\n:quit\n"
    done = must("feedback", "enter", "--group", "2", "--workshop", workshop_with_groups, typed=typed)
    assert done.out.index("saved as G2-Q1-01") < done.out.index("saved as G2-Q1-02")
    assert "Group 2: 2 points. Everything entered is saved.\nStill open: Q2, Q3, Q4, Q5." in done.out
    assert codes(workshop_with_groups) == ["G2-Q1-01", "G2-Q1-02"]


@pytest.mark.parametrize("word", ["2", "g2", "Group 2", " G2 "])
def test_a_group_is_asked_for_if_it_was_not_said(word: str, workshop_with_groups: Path) -> None:
    """The first line typed then names the group, in any of the ways that people write it."""
    typed = f"{word}\nNo budget line\n"
    done = must("feedback", "enter", "--workshop", workshop_with_groups, typed=typed)
    assert "Group 2, 16 people\nGroup 3, 16 people\nplenary: the whole room\nWhich group? " in done.out
    assert codes(workshop_with_groups) == ["G2-Q1-01"]


def test_the_plenary_answers_its_own_questions(workshop_with_groups: Path) -> None:
    """Its codes begin with PL, and the questions of the groups are not asked."""
    typed = "Plenary\nEverybody agreed\n\n"
    done = must("feedback", "enter", "--workshop", workshop_with_groups, typed=typed)
    assert "question 1 of 2 (P1)" in done.out
    assert "(Q1)" not in done.out
    assert codes(workshop_with_groups) == ["PL-P1-01"]


@pytest.mark.parametrize(
    ("options", "typed", "sentence"),
    [
        (["--group", "4"], "", "There is no group 4. Use a number from 1 to 3, or plenary."),
        (["--group", "0"], "", "There is no group 0."),
        ([], "nobody\n2\n", "There is no nobody here."),
        ([], "", "No group was named. Name it: --group 2, or --group plenary."),
    ],
)
def test_a_group_that_does_not_exist_is_refused(
    options: list[str], typed: str, sentence: str, workshop_with_groups: Path
) -> None:
    """Exit code 2, a sentence that says which groups there are, and nothing recorded."""
    before = lines_of_log(workshop_with_groups)
    done = vaexercise("feedback", "enter", *options, "--workshop", workshop_with_groups, typed=typed)
    assert (done.code, sentence in done.err) == (2, True)
    assert lines_of_log(workshop_with_groups) == before


def test_history_says_who_typed(workshop_with_groups: Path) -> None:
    """`--by` stands beside what that person entered, cleaned as all text of people is."""
    options = ("--group", "1", "--by", "Amara\x1b[2J Diallo\udcff", "--workshop", workshop_with_groups)
    must("feedback", "enter", *options, typed="No budget line\n")
    rows = json.loads(must("workshop", "history", "point", "--json", "--workshop", workshop_with_groups).out)
    assert [row["by"] for row in rows] == ["Amara Diallo"]


def test_history_says_who_wrote_a_sheet(workshop_with_groups: Path) -> None:
    """The name in the file is who typed, unless `--by` says otherwise."""
    text = "group: 1\nby: Elena\nanswers: {q-challenges: [%s]}\n"
    for words, options in (("One", ()), ("Two", ("--by", "Boris"))):
        file = sheet(workshop_with_groups, text % words)
        must("feedback", "import", file, *options, "--workshop", workshop_with_groups)
    rows = json.loads(must("workshop", "history", "point", "--json", "--workshop", workshop_with_groups).out)
    assert sorted(row["by"] for row in rows) == ["Boris", "Elena"]


def test_status_counts_what_was_said(workshop: Path) -> None:
    """A row for each group and the plenary, the same in lines and as data."""
    rows = json.loads(must("feedback", "status", "--json", "--workshop", workshop).out)
    assert [row["group"] for row in rows] == ["g1", "g2", "g3", "plenary"]
    lines = must("feedback", "status", "--workshop", workshop).out
    shown = [part.splitlines() for part in lines.strip().split("\n\n")]
    for row, part in zip(rows, shown, strict=True):
        assert part[1:4] == [
            f"Questions: {row['done']} of {row['asked']}, at {row['at']}",
            f"Points: {row['points']}",
            f"Headlines: {row['stars']}",
        ]
        found = said(workshop, "--group", row["group"])
        assert row["points"] == sum(len(response.get("points", ())) for response in found) > 0


def test_status_names_what_is_open(workshop_with_groups: Path) -> None:
    """A question leaves the open ones when anything was entered, a follow-up joins them when its condition holds."""

    def left() -> list[str]:
        rows = json.loads(must("feedback", "status", "--json", "--workshop", workshop_with_groups).out)
        return list(rows[0]["open"])

    assert left() == ["Q1", "Q2", "Q3", "Q4", "Q5"]
    text = "group: 1\nanswers: {q-challenges: nothing, q-actors: {survivors: no}}\n"
    must("feedback", "import", sheet(workshop_with_groups, text), "--workshop", workshop_with_groups)
    assert left() == ["Q2a", "Q3", "Q4", "Q5"]
    assert "Open: Q2a, Q3, Q4, Q5\n" in must("feedback", "status", "--workshop", workshop_with_groups).out


def test_show_has_every_code_once(workshop: Path) -> None:
    """All groups under each question; one group has its own codes only, and together they are all."""
    everything = must("feedback", "show", "--workshop", workshop).out
    groups: dict[str, list[str]] = {}
    for word, prefix in (("1", "G1-"), ("2", "G2-"), ("3", "G3-"), ("plenary", "PL-")):
        shown = must("feedback", "show", "--group", word, "--workshop", workshop).out
        groups[word] = [line for line in shown.splitlines() if line.startswith("  ")]
        assert groups[word]
        assert all(line.startswith((f"  {prefix}", f"  Group {word}: not discussed")) for line in groups[word])
    apart = [line for lines in groups.values() for line in lines]
    assert sorted(apart) == sorted(line for line in everything.splitlines() if line[:2] == "  ")
    for code in codes(workshop):
        assert everything.count(f"  {code}  ") == 1
    assert everything.count(" (headline)\n") == everything.count("(headline)") > 0
    assert "Q1 What are the main challenges" in everything


def test_show_of_a_group_that_does_not_exist(workshop: Path) -> None:
    """Exit code 2, as for entering."""
    assert vaexercise("feedback", "show", "--group", "4", "--workshop", workshop).code == 2


def test_show_before_anybody_said_anything(workshop_with_groups: Path) -> None:
    """Nothing to show is no error."""
    assert must("feedback", "show", "--workshop", workshop_with_groups).out == ""
    assert said(workshop_with_groups) == []


def test_the_three_ways_of_saying_nothing_are_shown_apart(workshop_with_groups: Path) -> None:
    """Skipped, nothing to say and not discussed each keep their word."""
    text = "group: 3\nanswers: {q-challenges: skipped, q-measure: nothing, q-overcome: not-discussed}\n"
    must("feedback", "import", sheet(workshop_with_groups, text), "--workshop", workshop_with_groups)
    shown = must("feedback", "show", "--workshop", workshop_with_groups).out
    assert [line.strip() for line in shown.splitlines() if line.startswith("  ")] == [
        "Group 3: skipped",
        "Group 3: nothing",
        "Group 3: not discussed",
    ]


def test_import_says_what_it_took_and_takes_it_once(workshop_with_groups: Path) -> None:
    """Points, stars and answers come in; a second time all points are there already."""
    file = SHEETS[0]
    first = must("feedback", "import", file, "--workshop", workshop_with_groups).out
    before = codes(workshop_with_groups)
    assert first == f"Group 1: {len(before)} points added; 1 answer set: 24 items filled in.\n"
    again = must("feedback", "import", file, "--workshop", workshop_with_groups).out
    assert again == f"Group 1: 0 points added, {len(before) + 1} there already; 0 answers set.\n"
    assert codes(workshop_with_groups) == before


def test_import_adds_only_what_is_new(workshop_with_groups: Path) -> None:
    """A sheet that grew brings its new lines, which go on counting."""
    text = "group: 1\nanswers:\n  q-challenges:\n    - One\n"
    must("feedback", "import", sheet(workshop_with_groups, text), "--workshop", workshop_with_groups)
    file = sheet(workshop_with_groups, f"{text}    - Two\n")
    assert "1 point added, 1 there already" in must("feedback", "import", file, "--workshop", workshop_with_groups).out
    assert codes(workshop_with_groups) == ["G1-Q1-01", "G1-Q1-02"]


def test_import_names_every_mistake_and_records_nothing(workshop_with_groups: Path) -> None:
    """Exit code 1; each mistake with its line and column and what to do; not even the good lines are taken."""
    before = lines_of_log(workshop_with_groups)
    done = vaexercise("feedback", "import", sheet(workshop_with_groups, WRONG), "--workshop", workshop_with_groups)
    assert (done.code, done.out) == (1, "")
    told = [line for line in done.err.splitlines() if "sheet.yaml:" in line]
    for (place, sentence), line in zip(MISTAKES, told, strict=True):
        assert place in line
        assert sentence in line
    assert done.err.count("^") == len(MISTAKES)
    assert lines_of_log(workshop_with_groups) == before


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "the file holds nothing"),
        ("group: 1\n", "answers must be a map"),
        ("group: 1\nanswers: [q-challenges]\n", "answers must be a map"),
        ("answers: {}\n", "say which group this is"),
        ("group: 1\nanswers: {q-priorities: {}}\n", "q-priorities is not known here"),
        ("group: plenary\nanswers: {q-challenges: [One]}\n", "did you mean q-challenges-plenary?"),
        ("group: 1\ngroup: 2\nanswers: {}\n", "twice"),
    ],
)
def test_a_sheet_of_the_wrong_shape_is_refused(text: str, sentence: str, workshop_with_groups: Path) -> None:
    """Exit code 1 and a sentence; a question is known only to those who are asked it."""
    file = sheet(workshop_with_groups, text)
    done = vaexercise("feedback", "import", file, "--workshop", workshop_with_groups)
    assert done.code == 1
    assert sentence in done.err


def test_import_reads_standard_input(workshop_with_groups: Path) -> None:
    """`-` is the pipe; problems then have a line too."""
    typed = "group: 2\nanswers: {q-challenges: [No budget line]}\n"
    must("feedback", "import", "-", "--workshop", workshop_with_groups, typed=typed)
    assert codes(workshop_with_groups) == ["G2-Q1-01"]
    done = vaexercise("feedback", "import", "-", "--workshop", workshop_with_groups, typed="group: 7\nanswers: {}\n")
    assert "-:1:8: group" in done.err


def test_a_sheet_that_is_not_there(workshop_with_groups: Path) -> None:
    """Exit code 2, the path and the reason."""
    done = vaexercise("feedback", "import", "nowhere.yaml", "--workshop", workshop_with_groups)
    assert (done.code, "Cannot read nowhere.yaml" in done.err) == (2, True)


def test_plenary_gives_its_priorities_by_code(workshop_with_groups: Path) -> None:
    """The options of the last question are the points of another, under their codes; an unknown code is a problem."""
    text = "group: 1\nanswers: {q-overcome: [Write a budget line, Publish results]}\n"
    must("feedback", "import", sheet(workshop_with_groups, text), "--workshop", workshop_with_groups)
    wrong = sheet(workshop_with_groups, "group: plenary\nanswers: {q-priorities: {G1-Q4-03: 3}}\n")
    done = vaexercise("feedback", "import", wrong, "--workshop", workshop_with_groups)
    assert (done.code, "G1-Q4-03 is not asked here: did you mean G1-Q4-0" in done.err) == (1, True)
    right = sheet(workshop_with_groups, "group: plenary\nanswers: {q-priorities: {G1-Q4-01: 1, G1-Q4-02: 5}}\n")
    must("feedback", "import", right, "--workshop", workshop_with_groups)
    shown = must("feedback", "show", "--group", "plenary", "--workshop", workshop_with_groups).out
    assert "Publish results" in shown
    assert said(workshop_with_groups, "--group", "plenary")[0]["answer"]["values"] == {"G1-Q4-01": 1, "G1-Q4-02": 5}


def test_without_a_draw_the_groups_of_the_plan_answer(new_workshop: Callable[..., Path]) -> None:
    """Feedback can be typed in for a day whose groups were formed on paper."""
    folder = new_workshop()
    must("feedback", "enter", "--group", "3", "--workshop", folder, typed="No budget line\n")
    assert codes(folder) == ["G3-Q1-01"]
