"""`vaexercise exercise`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import must, vaexercise

GUIDING = {
    "va-coordination": [
        (
            "What are the main challenges encountered in ensuring a coordinated approach to the implementation of "
            "national plans?"
        ),
        "Are the efforts of all relevant actors contributing to / being carried out in the context of a national plan?",
        "How can coordination be improved?",
        (
            "How can international and non-governmental organizations strengthen national ownership and further "
            "contribute to the fulfilment of national objectives?"
        ),
        (
            "What can be done to ensure that landmine survivors and other persons with disabilities are involved in "
            "implementation?"
        ),
    ],
    "va-monitoring": [
        "What are the main challenges encountered in monitoring the implementation of national plans?",
        "Are all relevant actors involved in monitoring implementation of national plans?",
        "How is implementation measured, in terms of outputs, outcomes and impact?",
    ],
}
"""As they were put to the participants on 22 May 2012."""
BROKEN = Path(__file__).parents[1] / "data" / "exercises" / "broken"


def test_list_names_what_is_shipped() -> None:
    """Each exercise with its minutes and title, as lines."""
    listed = must("exercise", "list").out
    assert "Id: va-monitoring\nMinutes: 160\nTitle: Monitoring the implementation of national plans\n" in listed
    assert "Id: va-coordination\nMinutes: 90\n" in listed


def test_list_as_data_says_the_same() -> None:
    """`--json` has a row for each exercise of the list, with the same three facts."""
    listed = must("exercise", "list").out
    rows = json.loads(must("exercise", "list", "--json").out)
    assert listed.count("Id: ") == len(rows) == len(GUIDING)
    for row in rows:
        assert f"Id: {row['id']}\nMinutes: {row['minutes']}\nTitle: {row['title']}\n" in listed


@pytest.mark.parametrize("name", GUIDING)
def test_show_has_every_guiding_question_word_for_word(name: str) -> None:
    """The questions of 2012 stand on a line each, behind a code, and no line is empty of what it names."""
    lines = must("exercise", "show", name).out.splitlines()
    asked = [line.split(maxsplit=1)[-1] for line in lines[lines.index("Questions:") :] if line]
    assert [question for question in GUIDING[name] if question not in asked] == []


@pytest.mark.parametrize("name", GUIDING)
def test_the_minutes_of_the_agenda_add_up(name: str) -> None:
    """Every step is shown with its minutes, and they make up the whole that is said above them."""
    shown = must("exercise", "show", name).out
    agenda = shown.partition("Agenda, ")[2].partition("\n\n")[0].splitlines()
    steps = json.loads(must("exercise", "show", name, "--json").out)["agenda"]
    minutes = [int(line.split()[0]) for line in agenda[1:]]
    assert agenda[0] == f"{sum(minutes)} minutes:"
    assert minutes == [step["minutes"] for step in steps]


def test_show_takes_a_file_and_a_language(tmp_path: Path) -> None:
    """A path names a definition of one's own; its texts come in the language asked for, else in its own."""
    own = tmp_path / "ours.yaml"
    data = json.loads(must("exercise", "show", "va-monitoring", "--json").out)
    data |= {"id": "ours", "title": {"en": "Ours", "fr": "Le nôtre"}}
    own.write_text(json.dumps(data), encoding="utf-8")
    assert must("exercise", "show", own).out.startswith("Ours (ours, version 1.0)\n")
    assert must("exercise", "show", own, "--language", "fr").out.startswith("Le nôtre (ours,")
    assert must("exercise", "show", own, "--language", "km").out.startswith("Ours (ours,")


@pytest.mark.parametrize("name", GUIDING)
def test_what_json_shows_is_a_definition_again(name: str, tmp_path: Path) -> None:
    """Saved to a file, the data are good, and are shown as the same data and the same lines."""
    shown = must("exercise", "show", name, "--json").out
    copy = tmp_path / f"{name}.yaml"
    copy.write_text(shown, encoding="utf-8")
    assert "good" in must("exercise", "check", copy).out
    assert must("exercise", "show", copy, "--json").out == shown
    assert must("exercise", "show", copy).out == must("exercise", "show", name).out


def test_check_passes_what_is_shipped() -> None:
    """By id, several at once: a line for each, with its minutes and all its questions."""
    done = must("exercise", "check", *GUIDING)
    asked = [must("exercise", "show", name).out.count("]\n") for name in GUIDING]
    assert [line.partition(": ")[2] for line in done.out.splitlines()] == [
        f"good. 90 minutes, {asked[0]} questions.",
        f"good. 160 minutes, {asked[1]} questions.",
    ]
    assert done.err == ""


def test_check_names_all_problems_of_all_files() -> None:
    """Exit code 1; every problem of each broken file in its file's own order, and the good one is still said."""
    files = [BROKEN / "wrong-words.yaml", BROKEN / "tab.yaml"]
    alone = [vaexercise("exercise", "check", file).err for file in files]
    done = vaexercise("exercise", "check", files[0], "va-monitoring", files[1])
    assert done.code == 1
    assert "good. 160 minutes" in done.out
    assert all(said.strip() in done.err for said in alone)
    assert len(alone[0].splitlines()) > 3


def test_an_unknown_name_is_refused_before_anything_is_checked() -> None:
    """Exit code 2; a name that nothing has hides no problem of the files beside it: none of them was looked at."""
    done = vaexercise("exercise", "check", "va-monitoring", BROKEN / "tab.yaml", "nowhere/at-all.yaml")
    assert (done.code, done.out) == (2, "")
    assert "Cannot read nowhere/at-all.yaml: there is no such file." in done.err
    assert "tab.yaml" not in done.err


@pytest.mark.parametrize("verb", ["show", "check"])
def test_a_name_nearly_right_gets_the_right_one(verb: str) -> None:
    """Exit code 2, the nearest name, and all names that there are."""
    done = vaexercise("exercise", verb, "va-monitorin")
    assert (done.code, done.out) == (2, "")
    assert "There is no exercise va-monitorin. Did you mean va-monitoring? Known are: va-coordination," in done.err
    assert "Did you mean" not in vaexercise("exercise", verb, "zzz").err


def test_a_broken_file_cannot_be_shown() -> None:
    """Exit code 1, and its problems with their lines."""
    done = vaexercise("exercise", "show", BROKEN / "tab.yaml")
    assert (done.code, done.out) == (1, "")
    assert "tab.yaml:" in done.err


def test_a_folder_is_no_exercise(tmp_path: Path) -> None:
    """Exit code 2 and a sentence, as for every path that cannot be read."""
    done = vaexercise("exercise", "show", f"{tmp_path}/")
    assert (done.code, "it is a folder" in done.err) == (2, True)


def test_the_variable_asks_for_plain_lines_as_the_option_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """VAEXERCISE_PLAIN=1 is --plain, and 0 is not."""
    from vaexercise.cli import say  # noqa: PLC0415  to see what the command asks of it

    asked: list[bool] = []
    monkeypatch.setattr(say, "table", lambda *_, plain, **__: asked.append(plain))
    for value in ("1", "0", ""):
        monkeypatch.setenv("VAEXERCISE_PLAIN", value)
        must("exercise", "list")
    must("exercise", "list", "--plain")
    assert asked == [True, False, False, True]
