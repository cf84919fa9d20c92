"""`plenary summary --public` and `plenary identifiers`: what leaves the room, and what to look at before."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise

from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaexercise.model.feedback import Point

LEVELS = ("open", "group", "org_type", "none")
GOLDEN = Path(__file__).parents[1] / "data" / "public"


def promise(folder: Path, level: str) -> None:
    """Let the workshop promise a level."""
    settings = folder / "workshop.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + f"\nprivacy:\n  attribution: {level}\n", encoding="utf-8"
    )


def say(folder: Path, group: str, text: str, language: str = "") -> tuple[Feedback, Point]:
    """Let a group say something to Q1."""
    opened = Workshop(folder)
    said = Feedback(opened, opened.session())
    question = next(q for q in opened.exercise(opened.session()).walk() if q.code == "Q1")
    [point] = said.add_points(question, group, [{"text": text}], languages=[language])
    return said, point


@pytest.mark.parametrize("level", LEVELS)
def test_the_public_summary_of_the_example_is_as_somebody_last_read_it(workshop: Path, level: str) -> None:
    """One golden page for each level."""
    promise(workshop, level)
    printed = must("plenary", "summary", "--public", "--plain", "--workshop", workshop).out
    assert printed == (GOLDEN / f"{level}.txt").read_text(encoding="utf-8")


def test_internal_is_the_default_and_names_groups(workshop: Path) -> None:
    """Whatever the workshop promises, its own report is whole."""
    promise(workshop, "none")
    plain = must("plenary", "summary", "--plain", "--workshop", workshop).out
    assert plain == must("plenary", "summary", "--internal", "--plain", "--workshop", workshop).out
    assert "G1-Q1-01" in plain
    assert "Public version" not in plain


def test_every_format_says_which_version_it_is_and_holds_no_name_path_or_time(workshop: Path, tmp_path: Path) -> None:
    """Files of all endings; no participant, organisation, state, folder or hour in any of them."""
    promise(workshop, "none")
    files = [tmp_path / f"s{ending}" for ending in (".html", ".md", ".txt", ".json")]
    must("plenary", "summary", "--public", "--workshop", workshop, *(word for f in files for word in ("-o", f)))
    people = json.loads(must("participants", "list", "--json", "--workshop", workshop).out)
    telling = {person[name] for person in people for name in ("name", "state") if person.get(name)}
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert "none" in text if file.suffix == ".json" else "Public version" in text
        assert not re.search(r"\bG\d-Q\d|\bGroup \d|\d\d:\d\d:\d\d", text)
        assert not any(word in text for word in (*telling, str(workshop), str(tmp_path)))


def test_what_is_not_settled_is_said_beside_a_public_summary_and_never_in_it(workshop: Path) -> None:
    """Conflicts name groups and people."""
    opened, other = Workshop(workshop), Workshop(workshop)
    slot = next(slot for slot, _ in opened.fold.slots("point/va-monitoring/"))
    heads = tuple(head.id for head in opened.fold.heads(slot))
    for one, text in ((opened, "one"), (other, "two")):
        body = {**one.fold.body(slot), "values": {"text": text}}
        one.record([(slot, body)], replacing={slot: heads})
    ran = must("plenary", "summary", "--public", "--plain", "--workshop", workshop)
    assert "not settled yet" in ran.err
    assert "not settled yet" not in ran.out


def test_identifiers_list_what_breaks_the_promise_and_end_with_1(workshop: Path) -> None:
    """A name typed into a point is found, with its code and what to do; without a name, `open` breaks nothing."""
    say(workshop, "g2", "Nadia Kerimova of Vardania said so, call +41 22 555 01 99")
    ran = vaexercise("plenary", "identifiers", "--level", "none", "--json", "--workshop", workshop)
    assert ran.code == 1
    found = {(one["kind"], one["words"]): one for one in json.loads(ran.out)}
    for key in (("name", "Nadia Kerimova"), ("state", "Vardania"), ("telephone number", "+41 22 555 01 99")):
        assert found[key]["code"].startswith("G2-Q1-")
        assert found[key]["breaks"]
        assert "feedback enter --group 2" in found[key]["advice"]
    assert vaexercise("plenary", "identifiers", "--level", "open", "--workshop", workshop).code == 0
    group = vaexercise("plenary", "identifiers", "--level", "group", "--breaking", "--json", "--workshop", workshop)
    assert ("name", "Nadia Kerimova") in {(one["kind"], one["words"]) for one in json.loads(group.out)}
    assert ("state", "Vardania") not in {(one["kind"], one["words"]) for one in json.loads(group.out)}


def test_private_words_are_no_finding_for_they_do_not_leave(workshop: Path) -> None:
    """Once a point is private, its names are gone from the list."""
    said, point = say(workshop, "g2", "Nadia Kerimova was there")
    before = vaexercise("plenary", "identifiers", "--json", "--workshop", workshop).out
    assert "Nadia Kerimova" in before
    said.mark(point, "private", {"reason": "a name"})
    assert "Nadia Kerimova" not in vaexercise("plenary", "identifiers", "--json", "--workshop", workshop).out


def test_a_language_that_one_person_speaks_is_found_and_not_said(workshop_with_groups: Path) -> None:
    """At none over the whole list; where groups are named, in the group."""
    say(workshop_with_groups, "g1", "Ett", "sv")
    ran = vaexercise("plenary", "identifiers", "--level", "none", "--json", "--workshop", workshop_with_groups)
    kinds = {one["kind"]: one for one in json.loads(ran.out)}
    assert kinds["language of one speaker"]["code"] == "G1-Q1-01"
    promise(workshop_with_groups, "none")
    public = must(
        "plenary", "summary", "--public", "--workshop", workshop_with_groups, "-o", workshop_with_groups / "s.html"
    )
    assert public.code == 0
    assert 'lang="sv"' not in (workshop_with_groups / "s.html").read_text(encoding="utf-8")


def test_an_unknown_level_is_refused_with_those_there_are(workshop: Path) -> None:
    """Nothing is guessed."""
    ran = vaexercise("plenary", "identifiers", "--level", "secret", "--workshop", workshop)
    assert ran.code == 2
    assert "open, org_type, group, none" in ran.err


def test_a_small_group_is_found(new_workshop: Callable[..., Path], tmp_path: Path) -> None:
    """What three people said can be told apart, whatever is left out."""
    folder, people = new_workshop(), tmp_path / "people.csv"
    people.write_text("name\nAda One\nBen Two\nCho Three\nDan Four\nEva Five\nFay Six\n", encoding="utf-8")
    must("participants", "import", people, "--workshop", folder)
    must("groups", "assign", "--groups", "2", "--seed", "1", "--workshop", folder)
    ran = vaexercise("plenary", "identifiers", "--level", "none", "--workshop", folder)
    assert ran.code == 1
    assert "Group 1" in ran.out
    assert "3 people" in ran.out
