"""The summary in easy words: people write it, in one language or several, and nobody else does."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.errors import Refused
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.copies.handing_out import hand_out
from vaexercise.workshop.copies.merging import take_in
from vaexercise.workshop.log.conflicts import conflicts
from vaexercise.workshop.people.forgetting import traces
from vaexercise.workshop.people.participants import find_person, participants
from vaexercise.workshop.plenary.easy_read import easy_text, easy_texts, paragraphs_in, remove_easy, write_easy
from vaexercise.workshop.plenary.identifying import identifiers
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


def write(folder: Path, paragraphs: Iterable[str], language: str = "") -> None:
    opened = Workshop(folder)
    write_easy(opened, opened.session(), language, paragraphs)
    opened.sitting.close()


def texts(folder: Path) -> dict[str, tuple[str, ...]]:
    opened = Workshop(folder)
    return {text.language: text.paragraphs for text in easy_texts(opened, opened.session())}


def test_a_text_is_kept_per_language_the_workshops_own_first(new_workshop: Callable[..., Path]) -> None:
    """Unsaid, it is in the workshop's language; a new text takes the place of that in the same language."""
    folder = new_workshop()
    for language, words in (("ar", "سهل"), ("fr", "Facile"), ("", "Hard"), ("", "Easy")):
        write(folder, [words], language)
    assert list(texts(folder).items()) == [("en", ("Easy",)), ("ar", ("سهل",)), ("fr", ("Facile",))]


@settings(deadline=None)
@given(
    st.lists(st.text(st.sampled_from("ab ខ م\u200d"), min_size=1, max_size=8)), st.sampled_from(["\n\n", "\r\n \r\n"])
)
def test_paragraphs_stand_between_empty_lines(words: list[str], between: str) -> None:
    """What is written with empty lines between, whatever ends them, is read back as the same paragraphs."""
    wanted = [" ".join(word.split(" ")) for word in words if word.strip()]
    read = paragraphs_in(between.join(words))
    assert read == [" ".join(word.split()) for word in wanted]
    assert paragraphs_in("\n\n".join(read)) == read


@pytest.mark.parametrize(
    ("paragraphs", "language", "said"),
    [
        ([" ", "\u202e"], "", "no words in it"),
        (["x"] * 101, "", "101 paragraphs; 100 are the most"),
        (["x" * 2_001], "", "at most 2,000 characters"),
        (["Easy"], "fr/../x", "A language is a code"),
        (["Easy"], "FRENCH", "A language is a code"),
    ],
)
def test_what_does_not_do_is_refused(
    paragraphs: list[str], language: str, said: str, new_workshop: Callable[..., Path]
) -> None:
    """No words, too many, and no language; nothing is changed."""
    folder = new_workshop()
    with pytest.raises(Refused, match=said):
        write(folder, paragraphs, language)
    assert texts(folder) == {}


def test_words_are_cleaned(new_workshop: Callable[..., Path]) -> None:
    """Escape sequences and direction overrides go; markup stays as text."""
    folder = new_workshop()
    write(folder, ["\x1b]0;title\x07Easy\u202e [/b]\nwords"])
    assert texts(folder) == {"en": ("Easy [/b] words",)}


def test_a_text_can_be_taken_out_and_history_keeps_it(new_workshop: Callable[..., Path]) -> None:
    """A second time there is none; undo brings it back."""
    folder = new_workshop()
    write(folder, ["Easy"])
    opened = Workshop(folder)
    assert remove_easy(opened, opened.session(), "").paragraphs == ("Easy",)
    with pytest.raises(Refused, match="no text in easy language in en"):
        remove_easy(opened, opened.session(), "")
    opened.sitting.close()
    assert "text in easy language (en)" in must("workshop", "history", "easy-read", "--workshop", folder).out
    must("workshop", "undo", "--workshop", folder)
    assert texts(folder) == {"en": ("Easy",)}


def test_merging_unites_languages_and_shows_two_versions_of_one(new_workshop: Callable[..., Path]) -> None:
    """Texts of different languages stand beside each other; of the same one, both are kept until it is settled."""
    folder = new_workshop()
    other = shutil.copytree(folder, folder.with_name("other"))
    write(folder, ["Easy here"])
    write(other, ["Easy there"])
    write(other, ["Facile"], "fr")
    take_in(Workshop(folder), other)
    assert set(texts(folder)) == {"en", "fr"}
    [conflict] = conflicts(Workshop(folder))
    assert sorted(conflict.versions) == ["Easy here", "Easy there"]
    must("feedback", "settle", conflict.slot, "--keep", "1", "--workshop", folder)
    assert conflicts(Workshop(folder)) == []


def test_a_person_who_is_named_in_it_is_found(workshop: Path) -> None:
    """By who would forget them, and by who looks for identifiers before it leaves the room."""
    write(workshop, ["Nadia Kerimova told us much."])
    opened = Workshop(workshop)
    session = opened.session()
    found = traces(opened, find_person(participants(opened), "Nadia Kerimova"))
    assert found.beside == ("text in easy language (en)",)
    [hit] = [one for one in identifiers(opened, session, "group") if one.place == "In easy language"]
    assert (hit.words, hit.breaks) == ("Nadia Kerimova", True)
    assert "plenary easy-read --edit" in hit.advice


def test_words_of_what_is_private_are_a_fault(workshop: Path) -> None:
    """As in a sentence: what a group keeps to itself is in no part of the summary."""
    typed = ":jump Q1\nThe minister sold the ambulance of our village\n:quit\n"
    must("feedback", "enter", "--group", "1", "--workshop", workshop, typed=typed)
    opened = Workshop(workshop)
    point = next(one for one in Feedback(opened, opened.session()).points() if "ambulance" in str(one.values))
    opened.record([(f"private/{opened.session().id}/{point.id}", {"reason": "a name"})])
    opened.sitting.close()
    write(workshop, ["Somebody sold the ambulance of our village."])
    done = vaexercise("plenary", "check", "--workshop", workshop)
    assert done.code == 1
    assert f"In easy language (en): it has words of {point.code}, which is private." in done.out


def test_a_handed_out_copy_has_no_easy_words(workshop: Path, tmp_path: Path) -> None:
    """They are of the whole workshop."""
    write(workshop, ["Zerbinetta is easy"])
    opened = Workshop(workshop)
    hand_out(opened, opened.session(), "g1", tmp_path / "laptop")
    log = b"".join(path.read_bytes() for path in (tmp_path / "laptop" / "log").iterdir())
    assert b"Zerbinetta" not in log
    away = Workshop(tmp_path / "laptop")
    assert easy_text(away, away.session(), "").paragraphs == ()
