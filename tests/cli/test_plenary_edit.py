"""`vaexercise plenary sentences` and `edit`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import must, vaexercise

from vaexercise.workshop.log.undoing import steps, undo
from vaexercise.workshop.workshop import Workshop

DECIDED = Path(__file__).parents[1] / "data" / "synthesis" / "decided.csv"


@pytest.fixture(scope="module")
def sorted_once(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with two questions sorted."""
    folder = Path(shutil.copytree(made_once, tmp_path_factory.mktemp("sorted") / "workshop"))
    must("plenary", "themes", "apply", DECIDED, "--workshop", folder)
    return folder


@pytest.fixture
def folder(sorted_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sorted_once, tmp_path / "workshop"))


def listed(folder: Path) -> list[dict[str, Any]]:
    """All sentences as data."""
    found: list[dict[str, Any]] = json.loads(must("plenary", "sentences", "--json", "--workshop", folder).out)
    return found


def about(folder: Path, words: str) -> dict[str, Any]:
    """The sentence with these words in its draft or text."""
    return next(one for one in listed(folder) if words in one["draft"] or words in one["text"])


def edit(folder: Path, *words: object, typed: str = "") -> str:
    done = must("plenary", "edit", *words, "--workshop", folder, "--by", "Ana", typed=typed)
    return done.out + done.err


def test_sentences_are_listed_with_keys_and_sources(folder: Path) -> None:
    """For people with a number each, for programs with every key."""
    shown = must("plenary", "sentences", "--workshop", folder).out
    assert "3 of 3 groups raised “No money for collecting data” (5 points)." in shown
    one = about(folder, "“No money for collecting data”")
    assert f"From {one['sources'][0]['name']}; key {one['key']}" in shown
    assert (one["edited"], one["gone"], one["kind"]) == (False, False, "common")


def test_before_anything_was_said_there_are_sentences_that_say_so(workshop_with_groups: Path) -> None:
    """0 of 3 groups answered is a finding, too."""
    assert "0 of 3 groups answered" in must("plenary", "sentences", "--workshop", workshop_with_groups).out


def test_other_words_stay_when_counts_change_and_the_draft_can_come_back(folder: Path) -> None:
    """The draft always says what the counts are now."""
    key = about(folder, "“Nobody is in charge”")["key"]
    assert "Saved: Nobody leads." in edit(folder, key, "Nobody\x1b[31m leads.")
    must("plenary", "themes", "move", "G3-Q1-01", "--to", "Nobody is in charge", "--workshop", folder)
    one = about(folder, "Nobody leads.")
    assert (one["key"], one["edited"]) == (key, True)
    assert one["draft"] == "3 of 3 groups raised “Nobody is in charge” (3 points)."
    assert "The draft stands: 3 of 3 groups raised" in edit(folder, key.upper(), "--draft")
    assert not about(folder, "“Nobody is in charge”")["edited"]


def test_a_sentence_is_taken_out_and_brought_back_with_its_words(folder: Path) -> None:
    """It is in no report, and still in the list; undo brings it back as it was."""
    edit(folder, "1", "Money is short.")
    assert "Taken out: Money is short." in edit(folder, "1", "--take-out")
    assert "Money is short." not in must("plenary", "summary", "--workshop", folder).out
    assert "taken out" in must("plenary", "sentences", "--workshop", folder).out
    assert vaexercise("plenary", "edit", "1", "--take-out", "--workshop", folder).code == 2
    opened = Workshop(folder)
    undo(opened, steps(opened)[:1])
    opened.sitting.close()
    assert "Money is short." in must("plenary", "summary", "--workshop", folder).out


def test_a_sentence_of_one_s_own_needs_a_source_that_is_there(folder: Path) -> None:
    """Then it stands last, in the order in which it came, and in history."""
    for words in ("First", "Second"):
        edit(folder, "--add", words, "--source", "g1-q1-01", "--source", "Q2")
    assert [one["text"] for one in listed(folder)][-2:] == ["First", "Second"]
    assert [source["name"] for source in listed(folder)[-1]["sources"]] == ["G1-Q1-01", "Q2"]
    last = listed(folder)[-1]["key"]
    edit(folder, last, "Third")
    assert [source["name"] for source in listed(folder)[-1]["sources"]] == ["G1-Q1-01", "Q2"]
    assert f"sentence {last}" in must("workshop", "history", "--workshop", folder).out
    assert must("workshop", "check", "--workshop", folder).code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--add", "Own"), "Name at least one source"),
        (("--add", "Own", "--source", "G9-Q9-99"), "There is no source G9-Q9-99"),
        (("--add", " \x1b ", "--source", "Q1"), "A sentence needs words."),
        (("1", "x" * 1001), "at most 1,000 characters; this has 1,001"),
        (("999", "Words"), "There is no sentence 999"),
        (("1",), "Say one thing at a time"),
        (("1", "Words", "--take-out"), "Say one thing at a time"),
        (("--take-out",), "Say one thing at a time"),
        (("1", "--draft"), "is the draft already"),
        (("1", "--take-out", "--source", "Q1"), "Sources go with words"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(words: tuple[str, ...], said: str, folder: Path) -> None:
    """With a sentence that says what to do."""
    before = listed(folder)
    done = vaexercise("plenary", "edit", *words, "--workshop", folder)
    assert (done.code, done.out) == (2, "")
    assert said in " ".join(done.err.split())
    assert listed(folder) == before


def test_an_own_sentence_has_no_draft_to_go_back_to(folder: Path) -> None:
    """It is taken out instead."""
    edit(folder, "--add", "Own", "--source", "Q1")
    done = vaexercise("plenary", "edit", listed(folder)[-1]["key"], "--draft", "--workshop", folder)
    assert "was written by hand" in done.err


def test_what_check_would_say_is_said_at_once(folder: Path) -> None:
    """Saved all the same: people decide; exit code 1 tells a script. What no count can decide is no fault."""
    done = vaexercise(*("plenary", "edit", "1", "All 17 groups say “there is no money at all”.", "--workshop", folder))
    assert done.code == 1
    assert "Saved: All 17 groups" in done.out
    assert done.err.count("Look again: Sentence") == 2
    assert "read again whether Q1-T1 does" in edit(folder, "1", "Half of the ministries have no money.")


def test_a_conversation_about_every_sentence(folder: Path) -> None:
    """Enter keeps, words replace, - takes out, + adds, z takes back, = brings back; what is wrong is asked again."""
    first, second, third = (one["key"] for one in listed(folder)[:3])
    typed = "\nSecond in other words\n-\nz\n?\n+ Own\n+ Own [Q1, Q2]\nz\n=\n\nq\n"
    said = edit(folder, typed=typed)
    texts = {one["key"]: one for one in listed(folder)}
    assert not texts[first]["edited"]
    assert texts[second]["text"] == "Second in other words"
    assert (texts[third]["edited"], texts[third]["gone"]) == (False, False)
    assert "Name at least one source" in " ".join(said.split())
    assert "Added: Own" in said
    assert said.count("Taken back.") == 2
    assert all(one["kind"] != "own" for one in listed(folder))
    assert f"{len(texts)} of {len(texts)} sentences stand in the report." in said


def test_nothing_is_left_to_take_back_at_the_beginning(folder: Path) -> None:
    """What was saved before the conversation stays."""
    edit(folder, "1", "Other words")
    assert "Nothing of this conversation is left to take back." in edit(folder, typed="z\nQ\n")
    assert listed(folder)[0]["text"] == "Other words"


def test_a_mark_of_a_quote_is_no_list_of_sources(folder: Path) -> None:
    """`[edited]` at the end belongs to the quote."""
    assert "Name at least one source" in edit(folder, typed="+ They say “money” [edited]\n")
    assert "Added: They say “money” [edited]" in edit(folder, typed="+ They say “money” [edited] [Q1]\n")


def test_two_edits_made_apart_are_a_conflict_that_can_be_settled(folder: Path, tmp_path: Path) -> None:
    """Both are kept; history and conflicts say what they are."""
    other = Path(shutil.copytree(folder, tmp_path / "other"))
    key = listed(folder)[0]["key"]
    for each, words in ((folder, "Here"), (other, "There")):
        edit(each, key, words)
    must("workshop", "merge", other, "--workshop", folder)
    shown = must("workshop", "conflicts", "--workshop", folder).out
    assert f"sentence {key}: 2 versions" in shown
    assert "Here" in shown
    assert "There" in shown
