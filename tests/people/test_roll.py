from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.errors import Problems
from vaexercise.model.people import Participant
from vaexercise.model.text import clean_line
from vaexercise.people.lines import unguarded
from vaexercise.people.roll import Intake, read_people
from vaexercise.people.table import read_table

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

ANNA = Participant(
    id="k3f9",
    name="Anna Berg",
    attributes={"Country": "Vardania", "E-mail": "anna@example.org", "Organisation": "Health Desk"},
    sensitive={"Access": "step-free"},
)
BO = Participant(id="m2x7", name="Bo Vey", attributes={"Organisation": "Survivors' Network"})


def intake(text: str, known: Sequence[Participant] = (), sensitive: Collection[str] = ()) -> Intake:
    return read_people(read_table(text.encode(), "list.csv"), known, sensitive)


def problems(text: str, known: Sequence[Participant] = ()) -> list[str]:
    return [str(problem) for problem in intake(text, known).problems]


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.binary(max_size=200), st.text(alphabet="id name,;\n\"@.é'=\x1b", max_size=120).map(str.encode)))
def test_any_bytes_give_people_or_problems(data: bytes) -> None:
    """Whatever stands under name and id, no row is lost: each is a person, a problem or a notice."""
    try:
        table = read_table(b"id,name,e-mail\n" + data, "list.csv")
    except Problems:
        return
    found = read_people(table, (ANNA, BO))
    rows = {entry.row for entry in found.entries} | {problem.facts["row"] for problem in found.problems}
    others = {problem.facts["other"] for problem in found.problems if "other" in problem.facts}
    left_out = sum("left out" in notice for notice in found.notices)
    blank = sum(not any(clean_line(unguarded(cell)) for cell in row.cells) for row in table.rows)
    assert len(rows | others) + left_out + blank >= len(table.rows)


def test_a_name_is_put_together() -> None:
    """First and last name make the name; a whole name lacks nothing; "Nom" beside "Prénom" is the last name."""
    assert intake("First name,Surname\nAnna,Berg\n").entries[0].name == "Anna Berg"
    assert intake("Nom;Prénom\nBERG;Anna\n").entries[0].name == "Anna BERG"
    assert intake("Name,First name\nAnna Berg,Anna\n").entries[0].name == "Anna Berg"
    assert intake("Nombre,Apellidos\nAna,Ruiz\n").entries[0].name == "Ana Ruiz"
    assert intake("Name,First name,Last name\nDr. A. Berg,Anna,Berg\n").entries[0].name == "Dr. A. Berg"


def test_columns_keep_their_names_and_empty_cells_make_no_attribute() -> None:
    """Attributes stand under the header as written, sensitive ones apart, name and id not at all."""
    entry = intake("id,name,Pays,Besoins (accès),Fumeur\nP1,Anna,Vardania,rampe,\n").entries[0]
    assert (entry.id, entry.updates) == ("P1", None)
    assert (entry.attributes, entry.sensitive) == ({"Pays": "Vardania"}, {"Besoins (accès)": "rampe"})


def test_a_person_is_recognised_by_id_then_email_then_name_and_organisation() -> None:
    """Each of the three finds the participant; a namesake elsewhere is somebody new, and a notice says so."""
    known = (ANNA, BO)
    assert intake("id,name\nk3f9,A. Berg\n", known).entries[0].updates == "k3f9"
    assert intake("name,e-mail\nA. Berg,ANNA@example.org\n", known).entries[0].updates == "k3f9"
    assert intake("name,organisation\nBo Vey,Survivors' Network\n", known).entries[0].updates == "m2x7"
    stranger = intake("name,organisation\nBo Vey,Ministry\n", known)
    assert (stranger.entries[0].updates, stranger.entries[0].id) == (None, "")
    assert 'Row 2: "Bo Vey" was taken as somebody new' in stranger.notices[0]


def test_an_email_shared_by_a_delegation_does_not_merge_people_with_ids() -> None:
    """Two people with ids of their own stay two, although they share a mailbox."""
    mail = {"E-mail": "desk@example.org"}
    known = (Participant(id="P1", name="Anna", attributes=mail),)
    found = intake("id,name,e-mail\nP1,Anna,desk@example.org\nP2,Bo,desk@example.org\n", known)
    assert [(entry.id, entry.updates) for entry in found.entries] == [("P1", "P1"), ("P2", None)]
    assert found.problems == ()


def test_a_new_name_under_a_known_email_is_told() -> None:
    """Somebody recognised by e-mail under another name is renamed, with a notice."""
    found = intake("name,e-mail\nA. Berg-Vey,anna@example.org\n", (ANNA,))
    assert found.entries[0].name == "A. Berg-Vey"
    assert found.notices == ('Row 2: "Anna Berg" is recognised by e-mail, and is called "A. Berg-Vey" from now on.',)


def test_several_matches_are_a_problem_of_the_row() -> None:
    """A mailbox or name that several participants have is told with their ids; the name may settle it."""
    shared = [
        Participant(id=i, name=n, attributes={"E-mail": "desk@example.org"}) for i, n in (("a1", "Ada"), ("b1", "Bo"))
    ]
    said = "list.csv: row 2: could be any of 2 participants with the same e-mail: a1, b1. Write the id"
    assert problems("name,e-mail\nCo,desk@example.org\n", shared)[0].startswith(said)
    assert intake("name,e-mail\nBo,desk@example.org\n", shared).entries[0].updates == "b1"


def test_the_same_person_twice_is_a_problem_that_names_both_rows() -> None:
    """Neither row is taken, and the problem says so; with an id each, they are two people."""
    found = intake("name,organisation\nAnna,X\nBo,Y\nAnna,X\n")
    assert [entry.name for entry in found.entries] == ["Bo"]
    said = "list.csv: row 4: is about the same person as row 2: the same name and organisation. Neither row is taken"
    assert str(found.problems[0]).startswith(said)
    assert len(intake("id,name\nP1,Anna\nP2,Anna\n").entries) == 2


@pytest.mark.parametrize("text", ["name,state\nAwa,X\nBo,Y\nAwa,Z\n", "name,organisation\nAwa,\nBo,Y\nAwa,\n"])
def test_namesakes_without_an_organisation_may_be_two_people(text: str) -> None:
    """Where no organisation is known the problem says that, and what tells two people apart."""
    found = intake(text)
    assert [entry.name for entry in found.entries] == ["Bo"]
    [said] = map(str, found.problems)
    assert "row 4: may be about the same person as row 2: the same name; no organisation is known." in said
    assert "Neither row is taken, not even with --partial." in said
    assert 'write in a column "organisation" where each is from, or give each an id in a column "id"' in said


def test_what_the_problem_of_namesakes_advises_helps() -> None:
    """With an organisation, or an id, of its own each row is a person."""
    for text in ("name,organisation\nAwa,X\nAwa,Y\n", "name,id\nAwa,1\nAwa,2\n"):
        found = intake(text)
        assert (len(found.entries), found.problems) == (2, ())


def test_two_rows_that_update_one_participant_are_a_problem() -> None:
    """One row by id and another by e-mail about the same participant are told."""
    assert (
        "row 3: is about the same person as row 2"
        in problems("id,name,e-mail\nk3f9,Anna Berg,new@example.org\n,A. B.,new@example.org\n", (ANNA,))[0]
    )


def test_what_a_list_does_not_say_stays() -> None:
    """An update keeps attributes the list lacks and what it leaves empty, and says the latter."""
    found = intake("name,e-mail,Access,Country,Sex\nAnna Berg,anna@example.org,,,female\n", (ANNA,))
    entry = found.entries[0]
    assert entry.attributes == {**ANNA.attributes, "Sex": "female"}
    assert entry.sensitive == ANNA.sensitive
    assert found.notices == (
        'Column "Access" is empty in row 2: what was known before stays.',
        'Column "Country" is empty in row 2: what was known before stays.',
    )


def test_a_column_of_the_same_meaning_updates_the_old_one() -> None:
    """What "Pays" of a second list says goes into "Country" of the first, so that no stale value is left."""
    entry = intake("id,Pays\nk3f9,Lusemia\n", (ANNA,)).entries[0]
    assert (entry.name, entry.attributes["Country"]) == ("Anna Berg", "Lusemia")
    assert "Pays" not in entry.attributes


def test_two_columns_of_one_meaning_stay_two() -> None:
    """Where a list has two columns of a meaning, neither is put over the other."""
    entry = intake("id,State,Pays\nk3f9,A,B\n", (ANNA,)).entries[0]
    assert {**entry.attributes, "E-mail": "", "Organisation": ""} == {
        "Country": "Vardania", "State": "A", "Pays": "B", "E-mail": "", "Organisation": "",
    }  # fmt: skip


def test_sensitive_stays_sensitive() -> None:
    """What was sensitive stays so under any settings, and a column newly named so becomes it."""
    odd = Participant(id="k3f9", name="Anna", attributes={"Diet": "none"}, sensitive={"Phone": "1"})
    entry = intake("id,Phone\nk3f9,2\n", (odd,), ["diet"]).entries[0]
    assert (entry.attributes, entry.sensitive) == ({}, {"Diet": "none", "Phone": "2"})


def test_cells_that_are_no_address_recognise_nobody() -> None:
    """Several people with "n/a" for an e-mail are several people."""
    assert len(intake("name,e-mail\nAnna,n/a\nBo,n/a\n").entries) == 2


def test_many_empty_cells_are_told_in_one_sentence() -> None:
    """A notice names the first rows and counts the others."""
    known = [Participant(id=f"P{n}", name=f"N{n}", attributes={"State": "X"}) for n in range(9)]
    rows = "".join(f"P{n},N{n},\n" for n in range(9))
    assert intake(f"id,name,State\n{rows}", known).notices == (
        'Column "State" is empty in rows 2, 3, 4, 5, 6 and 4 more: what was known before stays.',
    )
    assert "in rows 2 and 3:" in intake("id,name,State\nP0,N0,\nP1,N1,\n", known).notices[0]


def test_ten_thousand_people_are_read() -> None:
    """A list of 10,000 people gives as many entries, and again as many updates."""
    text = "id;name;state\n" + "".join(f"P{n};Person {n};Vardania\n" for n in range(10_000))
    first = intake(text)
    known = [Participant(id=e.id, name=e.name, attributes=e.attributes) for e in first.entries]
    assert sum(entry.updates is not None for entry in intake(text, known).entries) == len(known) == 10_000
