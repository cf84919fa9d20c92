"""After the day: `plenary approve` and `easy-read`, `workshop attach`, `attachments` and `purge`."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

import pytest
from conftest import Ran, must, vaexercise
from invented_pictures import PLAIN_JPEG, PLAIN_PNG, SECRETS, told_jpeg

if TYPE_CHECKING:
    from pathlib import Path

ALT = "Four people around a flipchart [/b]"
EMBEDDED = base64.b64encode(PLAIN_JPEG).decode()


@pytest.fixture
def picture(workshop: Path) -> Path:
    """A picture beside the workshop, with everything in it that a camera writes."""
    path = workshop.with_name("board.jpg")
    path.write_bytes(told_jpeg())
    return path


def attach(workshop: Path, picture: Path, *more: str) -> str:
    """Attach it; its id."""
    must("workshop", "attach", picture, "--alt", ALT, *more, "--workshop", workshop)
    return str(listed(workshop)[0]["id"])


def listed(workshop: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(must("workshop", "attachments", "--json", "--workshop", workshop).out)
    return found


def summary(workshop: Path, *more: str) -> str:
    path = workshop / "output" / "summary.html"
    must("plenary", "summary", "--output", path, *more, "--workshop", workshop)
    return path.read_text(encoding="utf-8")


def test_a_picture_is_in_the_summary_and_nothing_of_its_camera_is(workshop: Path, picture: Path) -> None:
    """Its pixels and its words; no place, no time, no comment anywhere in the workshop."""
    key = attach(workshop, picture, "--caption", "Group 2")
    page = summary(workshop)
    assert EMBEDDED in page
    assert "Four people around a flipchart [/b]" in page
    assert [one["file"] for one in listed(workshop)] == [f"{key}.jpg"]
    every = b"".join(path.read_bytes() for path in workshop.rglob("*") if path.is_file())
    assert not [word for word in SECRETS if word in every]


@pytest.mark.parametrize(
    ("agreed", "shown"),
    [((), False), (("--consent", "All four, on paper"), True), (("--people", "none"), True)],
)
def test_a_public_summary_has_only_pictures_with_consent(
    workshop: Path,
    picture: Path,
    agreed: tuple[str, ...],
    shown: bool,  # noqa: FBT001  a parameter
) -> None:
    """Without, neither the picture nor its words; an internal one has it. Who agreed is in no report."""
    key = attach(workshop, picture, *agreed)
    page = summary(workshop, "--public")
    assert (EMBEDDED in page, "flipchart" in page) == (shown, shown)
    assert EMBEDDED in summary(workshop)
    assert "on paper" not in page + summary(workshop)
    written = workshop / "output" / "public.json"
    must("plenary", "summary", "--public", "--output", written, "--workshop", workshop)
    assert (key in written.read_text()) is shown


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "Say what the picture shows"),
        (("--alt", ALT, "--people", "some"), "--people is none, if nobody can be recognised"),
        (("--alt", ALT, "--people", "none", "--consent", "All"), "not both"),
    ],
)
def test_what_is_said_of_a_picture_has_to_be_complete(
    workshop: Path, picture: Path, options: tuple[str, ...], said: str
) -> None:
    """Each with what to do; nothing is attached."""
    done = vaexercise("workshop", "attach", picture, *options, "--workshop", workshop)
    assert (done.code, said in done.err) == (2, True)
    assert listed(workshop) == []


def test_attaching_says_what_was_left_out_and_who_has_to_agree(workshop: Path, picture: Path) -> None:
    """Attached again with a consent, it says that it has the new words."""
    first = must("workshop", "attach", picture, "--alt", ALT, "--workshop", workshop)
    assert "12 × 8 pixels" in first.out
    assert "no place, no time, no camera" in first.err
    assert "in no public summary" in first.err
    again = must("workshop", "attach", picture, "--alt", ALT, "--consent", "All", "--workshop", workshop)
    assert "it has the new words now" in again.out
    assert "public" not in again.err


def test_the_list_says_who_agreed(workshop: Path, picture: Path) -> None:
    """Or that nobody can be recognised, or that nobody's consent is recorded."""
    attach(workshop, picture)
    picture.write_bytes(PLAIN_PNG)
    must("workshop", "attach", picture, "--alt", "A room", "--people", "none", "--workshop", workshop)
    said = must("workshop", "attachments", "--plain", "--workshop", workshop)
    assert f"What it shows: {ALT}\nConsent: nobody's consent is recorded" in said.out
    assert "What it shows: A room\nConsent: nobody can be recognised" in said.out
    assert "2 pictures." in said.err


def test_removing_a_picture_asks_first(workshop: Path, picture: Path) -> None:
    """Anything but yes leaves it; then it is gone, by its number as well as by its id."""
    attach(workshop, picture)
    kept = vaexercise("workshop", "attachments", "--remove", "1", "--workshop", workshop, typed="no\n")
    assert (kept.code, len(listed(workshop))) == (2, 1)
    assert "Nothing was erased" in kept.err
    done = must("workshop", "attachments", "--remove", "1", "--workshop", workshop, typed="yes\n")
    assert "Erased" in done.out
    assert listed(workshop) == []
    assert vaexercise("workshop", "attachments", "--remove", "1", "--workshop", workshop).code == 2


def test_merging_names_a_picture_whose_file_is_nowhere(workshop: Path, picture: Path, tmp_path: Path) -> None:
    """Somebody copied the log alone: it says which file, and `workshop check` finds it; the summary is made."""
    key = attach(workshop, picture)
    (workshop / "attachments" / f"{key}.jpg").rename(tmp_path / "kept.jpg")
    must("workshop", "backup", tmp_path / "copy.zip", "--workshop", workshop)
    assert f"attachments/{key}.jpg" in must("workshop", "merge", tmp_path / "copy.zip", "--workshop", workshop).err
    assert f"attachments/{key}.jpg, is not there" in vaexercise("workshop", "check", "--workshop", workshop).out
    assert "A picture is missing here." in summary(workshop)


def test_approving_is_said_on_the_summary_until_it_changes(workshop: Path) -> None:
    """Draft, approved, changed: on paper and by the command, with what to do next."""
    here = ("--workshop", workshop)
    assert "Draft, " in summary(workshop)
    assert "Group 1 has not signed off" in must("plenary", "approve", "--by", "Amara Diallo", *here).err
    assert "by Amara Diallo" in summary(workshop)
    assert "by Amara Diallo." in must("plenary", "approve", "--show", *here).out
    must("plenary", "comment", "G1-Q1-01", "We saw it, too", "--group", "2", *here)
    changed = must("plenary", "approve", "--show", *here)
    assert changed.out.startswith("Changed since it was approved on ")
    assert "workshop history --since" in changed.err
    assert ": draft" in summary(workshop)
    assert json.loads(must("plenary", "approve", "--show", "--json", *here).out)["state"] == "changed"


def test_a_summary_with_faults_is_approved_only_with_a_reason(workshop: Path) -> None:
    """Exit code 2, all faults, and what to say."""
    here = ("--workshop", workshop)
    must("plenary", "actions", "add", "Meet again", "--source", "plenary", *here)
    done = vaexercise("plenary", "approve", *here)
    assert done.code == 2
    assert "1 fault in the summary: it was not approved." in done.err
    must("plenary", "approve", "--reason", "The ministry names somebody in June", *here)


def easy(workshop: Path, *more: object, typed: str = "") -> Ran:
    return must("plenary", "easy-read", *more, "--workshop", workshop, typed=typed)


def test_easy_words_are_read_from_a_file_and_shown(workshop: Path) -> None:
    """What is shown can be written into a file, changed, and read back."""
    text = "We met in Geneva.\n\nWe talked about plans."
    assert "2 paragraphs in easy language (en)" in easy(workshop, "--file", "-", typed=text).out
    assert easy(workshop).out == f"{text}\n"
    shown = easy(workshop, "--language", "fr").err
    assert "Nobody wrote a text in easy language (fr) yet" in shown
    assert "There are others: en." in shown
    assert json.loads(easy(workshop, "--json").out)[0]["paragraphs"] == text.split("\n\n")
    page = summary(workshop, "--public")
    assert page.index("In easy language") < page.index("We met in Geneva.")


def test_easy_words_of_another_encoding_are_read(workshop: Path, tmp_path: Path) -> None:
    """A file of an old word processor, and one of another machine."""
    for encoding in ("cp1252", "utf-16"):
        (tmp_path / "easy.txt").write_bytes("Nous avons parlé.".encode(encoding))
        easy(workshop, "--file", tmp_path / "easy.txt", "--language", "fr")
        assert easy(workshop, "--language", "fr").out == "Nous avons parlé.\n"


def test_easy_words_are_edited_paragraph_by_paragraph(workshop: Path) -> None:
    """Kept, replaced, taken out, and others after them; the end of input is the end, and all is saved."""
    easy(workshop, "--file", "-", typed="One.\n\nTwo.\n\nThree.")
    said = easy(workshop, "--edit", "--plain", typed="\nSecond.\n-\nFourth.\n" + "x" * 2_001 + "\nFifth.\n\n").out
    assert "2 of 3: Two." in said
    assert "at most 2,000 characters" in said
    assert "Saved. 4 paragraphs in easy language (en)." in said
    assert easy(workshop).out == "One.\n\nSecond.\n\nFourth.\n\nFifth.\n"
    easy(workshop, "--edit", "--plain", typed="-\n-\n-\n-\n")
    assert easy(workshop).out == ""
    assert "Saved. 1 paragraph" in easy(workshop, "--edit", "--plain", typed="Only.\nq\n").out


def test_taking_easy_words_out(workshop: Path) -> None:
    """They leave the summary; one thing at a time may be asked for."""
    easy(workshop, "--file", "-", typed="Easy.")
    assert "Taken out" in easy(workshop, "--remove").out
    assert "In easy language" not in summary(workshop)
    both = vaexercise("plenary", "easy-read", "--remove", "--edit", "--workshop", workshop)
    assert (both.code, "Say one of" in both.err) == (2, True)


def test_a_purge_says_what_goes_and_asks(workshop: Path, picture: Path) -> None:
    """Before the time it is refused; with a reason, it says first what will go, and only yes does it."""
    here = ("--workshop", workshop)
    attach(workshop, picture)
    must("feedback", "enter", "--group", "1", *here, typed=":jump Q1\nNadia Kerimova said so\n:quit\n")
    (workshop / "list.csv").write_text("Nadia Kerimova")
    early = vaexercise("workshop", "purge", *here)
    assert (early.code, "Data are kept for 365 days" in early.err) == (2, True)
    asked = vaexercise("workshop", "purge", "--early", "A test", *here, typed="\n")
    assert asked.code == 2
    assert "48 participants with all attributes; 1 picture of the day" in asked.err
    assert len(listed(workshop)) == 1
    done = must("workshop", "purge", "--early", "A test", "--yes", *here)
    assert "Erased: 48 participants" in done.out
    assert "mentions a name. Decide: change it, or vaexercise feedback withdraw G1-Q1-" in done.out
    assert "list.csv still holds a name." in done.out
    assert listed(workshop) == []
    assert must("participants", "list", "--json", *here).out == "[]\n"
