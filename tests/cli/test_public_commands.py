"""`plenary summary --public` and `plenary identifiers`: what leaves the room, and what to look at before."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise

from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.plenary.themes import Themes
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
    dated = re.sub(r"^Draft, .*$", "Draft, 24 May 2012", printed, count=1, flags=re.MULTILINE)
    assert dated == (GOLDEN / f"{level}.txt").read_text(encoding="utf-8")


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


# -- small votes


def vote(folder: Path, voters: int) -> None:
    """A dot vote of so many people on two items, revealed."""
    at = ("--workshop", folder)
    must("plenary", "vote", "open", "--item", "Money for data", "--item", "One plan", *at)
    must("plenary", "vote", "tally", "1", f"1={voters}", "2=0", "--voters", str(voters), *at)
    must("plenary", "vote", "reveal", "1", *at)


@pytest.mark.parametrize("level", LEVELS)
def test_nothing_of_a_vote_of_four_people_leaves_the_room(workshop: Path, level: str) -> None:
    """Neither in its section nor in a key finding, drafted or written by somebody; of five, all of it does."""
    vote(workshop, 4)
    vaexercise("plenary", "edit", "--add", "Money won with 4 dots.", "--source", "V1", "--workshop", workshop)
    vaexercise("plenary", "edit", "--add", "The choice of V1 was clear.", "--source", "Q1", "--workshop", workshop)
    promise(workshop, level)
    printed = " ".join(must("plenary", "summary", "--public", "--plain", "--workshop", workshop).out.split())
    assert "Fewer than 5 people voted" in printed
    assert not any(words in printed for words in ("among 2 items", "4 of 48", "4 dots", "was clear"))


def test_of_five_people_a_vote_is_told(workshop: Path) -> None:
    """The finding stands there, with who voted in sum."""
    vote(workshop, 5)
    promise(workshop, "none")
    printed = " ".join(must("plenary", "summary", "--public", "--plain", "--workshop", workshop).out.split())
    assert "took first place" in printed
    assert "5 of 48 people voted" in printed


def test_nor_does_a_question_that_four_people_answered_with_dots(workshop: Path) -> None:
    """The plenary set priorities: with four voters, what each option got is inside only."""
    opened = Workshop(workshop)
    said = Feedback(opened, opened.session())
    question = next(q for q in said.complete(opened.exercise(opened.session())).walk() if q.code == "P2")
    answer = said.response(question, "plenary").answer
    assert answer
    blanks = [blank.name for blank in question.form().blanks]
    few = {**dict.fromkeys(blanks, 0), blanks[0]: 3, "voters": 4}
    said.set_answer(question, "plenary", few)
    opened.hand_over("")
    assert "4 people voted" in must("plenary", "summary", "--plain", "--workshop", workshop).out
    for level in ("open", "none"):
        promise(workshop, level)
        printed = must("plenary", "summary", "--public", "--plain", "--workshop", workshop).out
        assert "4 people voted" not in printed
        assert "took first place" not in printed
        settings = workshop / "workshop.yaml"
        settings.write_text(settings.read_text(encoding="utf-8").partition("\nprivacy:")[0], encoding="utf-8")


def test_a_small_count_of_people_in_a_sentence_is_found(workshop: Path) -> None:
    """What somebody wrote is not left out, and has to be looked at."""
    vaexercise("plenary", "edit", "--add", "Only 3 of 48 people spoke.", "--source", "Q1", "--workshop", workshop)
    found = json.loads(vaexercise("plenary", "identifiers", "--level", "group", "--json", "--workshop", workshop).out)
    assert [(one["kind"], one["words"]) for one in found if one["place"] == "Key findings"] == [
        ("small count", "3 of 48 people")
    ]


# -- what is found, and what is not


def found(folder: Path, level: str) -> list[dict[str, str]]:
    """All that the command finds."""
    ran = vaexercise("plenary", "identifiers", "--level", level, "--json", "--workshop", folder)
    return [dict(one) for one in json.loads(ran.out)]


def test_the_programs_own_tables_are_what_the_level_allows(workshop: Path) -> None:
    """States stand in the table of who took part at `group`, and at no level is it a fault of the table."""
    for level in LEVELS:
        assert not [one for one in found(workshop, level) if one["place"] == "Who took part"]


def test_the_language_of_one_speaker_is_known_by_its_letters(workshop: Path) -> None:
    """Nobody said which language it is; one person on the list reads these letters."""
    say(workshop, "g2", "ບໍ່ມີງົບປະມານສຳລັບຜູ້ລອດຊີວິດ")
    say(workshop, "g2", "予算がありません")
    say(workshop, "g2", "لا توجد ميزانية")
    hits = [one for one in found(workshop, "none") if one["kind"] == "language of one speaker"]
    assert [one["words"].partition(" ")[0] for one in hits] == ["Lao", "Hiragana"] or [
        one["words"].partition(" ")[0] for one in hits
    ] == ["Hiragana", "Lao"]
    assert all(one["code"].startswith("G2-Q1-") and one["breaks"] for one in hits)


def test_groups_by_other_names_are_found_where_none_is_promised(workshop: Path) -> None:
    """What the program takes out it does not list; what may be a group it does."""
    say(workshop, "g2", "In group 2 they laughed, le deuxième groupe non")
    say(workshop, "g2", "WG3 was louder")
    promise(workshop, "none")
    printed = must("plenary", "summary", "--public", "--plain", "--workshop", workshop).out
    assert "In [a group] they laughed, le [a group] non" in " ".join(printed.split())
    groups = [one["words"] for one in found(workshop, "none") if one["kind"] == "group"]
    assert groups == ["WG3"]
    assert not [one for one in found(workshop, "group") if one["kind"] == "group"]


def test_words_of_a_theme_are_found_as_those_of_the_theme(workshop: Path) -> None:
    """With the command that renames it, under the number that it has inside."""
    opened = Workshop(workshop)
    question = next(q for q in opened.exercise(opened.session()).walk() if q.code == "Q1")
    point = next(p for p in Feedback(opened, opened.session()).points() if p.code == "G1-Q1-01")
    Themes(opened, opened.session()).open(question, "What N.K. told us", [point.id])
    [hit] = [one for one in found(workshop, "none") if one["kind"] == "initials"]
    assert (hit["code"], hit["place"]) == ("", "Q1, theme 1")
    assert "themes rename 1 “…” --question Q1" in hit["advice"]
    assert "group 1" not in hit["advice"]


# -- who is behind a line


def test_a_type_that_is_in_every_group_is_said_once(workshop: Path) -> None:
    """Beside a line it would tell nothing; of the plenary, which is everybody, nothing is said."""
    promise(workshop, "org_type")
    printed = " ".join(must("plenary", "summary", "--public", "--plain", "--workshop", workshop).out.split())
    assert "In every group, and therefore beside no line: State Party." in printed
    assert "from groups with: State Party" not in printed


def test_an_own_sentence_and_an_action_have_no_empty_labels(workshop: Path) -> None:
    """Where points have no codes, no column and no label stands for one."""
    must("plenary", "edit", "--add", "Groups want a budget.", "--source", "G1-Q1-01", "--workshop", workshop)
    must("plenary", "actions", "add", "Meet again", "--who", "All", "--source", "G1-Q1-01", "--workshop", workshop)
    promise(workshop, "none")
    printed = must("plenary", "summary", "--public", "--plain", "--workshop", workshop).out
    assert "- Groups want a budget." in printed
    assert "point:" not in printed
    register = printed.partition("Register of actions")[2].partition("\nNot discussed")[0]
    assert "Meet again" in register
    assert not re.search(r"^\s*(?:Code|From):", register, re.MULTILINE)


def test_findings_stand_in_the_order_of_the_public_numbers(workshop: Path) -> None:
    """Whichever theme was opened first, a public reader sees T1 before T2."""
    opened = Workshop(workshop)
    session = opened.session()
    question = next(q for q in opened.exercise(session).walk() if q.code == "Q1")
    points = [p for p in Feedback(opened, session).points() if p.question == question.id]
    of = {group: [p.id for p in points if p.group == group] for group in ("g1", "g2", "g3")}
    themes = Themes(opened, session)
    for n, title in enumerate(("Delta", "Alpha", "Charlie", "Bravo")):
        themes.open(question, title, [of["g1"][n], of["g2"][n]])
    opened.hand_over("")
    promise(workshop, "none")
    printed = must("plenary", "summary", "--public", "--plain", "--workshop", workshop).out
    findings = printed.partition("Key findings")[2].partition("Headlines")[0]
    assert re.findall(r"^Q1-T(\d):", findings, re.MULTILINE) == ["1", "2", "3", "4"]


def test_a_theme_that_a_withdrawal_emptied_is_in_no_report(workshop: Path) -> None:
    """Nobody raises it any more: neither inside nor outside."""
    opened = Workshop(workshop)
    question = next(q for q in opened.exercise(opened.session()).walk() if q.code == "Q1")
    point = next(p for p in Feedback(opened, opened.session()).points() if p.code == "G1-Q1-01")
    Themes(opened, opened.session()).open(question, "Villages", [point.id])
    opened.hand_over("")
    assert "Villages" in must("plenary", "summary", "--plain", "--workshop", workshop).out
    must("feedback", "withdraw", "G1-Q1-01", "--yes", "--workshop", workshop)
    for options in ((), ("--public",)):
        assert "Villages" not in must("plenary", "summary", "--plain", *options, "--workshop", workshop).out
    assert "Villages" not in must("plenary", "themes", "list", "--public", "--workshop", workshop).out
