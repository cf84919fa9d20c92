"""`plenary summary --language`: a report in another language than the interface's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import must

from vaexercise.messages import languages

if TYPE_CHECKING:
    from pathlib import Path

SUMMARY = "plenary", "summary", "--plain"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ("En bref", "Conclusions principales", "Réponses de 3 sur 3 groupes à Q1", "Groupe 1: ")),
        ("es", ("De un vistazo", "Conclusiones principales", "Respondieron 3 de 3 grupos a Q1")),
        ("pt", ("Em resumo", "Conclusões principais")),
        ("ar", ("لمحة عامة", "أهم الاستنتاجات", "؛ ")),
        ("ru", ("Кратко", "Основные выводы", "Группа 1: ")),
        ("km", ("ទិដ្ឋភាពរួម", "ការរកឃើញសំខាន់ៗ")),
    ],
)
def test_a_report_speaks_the_language_asked_for(workshop: Path, language: str, words: tuple[str, ...]) -> None:
    """Headings, labels, counts and drafts of key findings are in it; what groups said stays as they said it."""
    ran = must(*SUMMARY, "--language", language, "--workshop", workshop)
    english = must(*SUMMARY, "--workshop", workshop).out
    text = " ".join(ran.out.split())
    assert all(word in text for word in words)
    assert "At a glance" not in text
    codes = [line.split(":")[0] for line in english.splitlines() if line.startswith(("G1-", "G2-", "G3-"))]
    assert codes
    assert all(code in text for code in codes)


def test_what_is_not_translated_is_said(workshop: Path) -> None:
    """A language without a catalogue gives an English report and a sentence that says so."""
    ran = must(*SUMMARY, "--language", "sw", "--workshop", workshop)
    assert "At a glance" in ran.out
    assert f"Reports are not translated into sw; there are: {', '.join(languages())}. English is used." in ran.err


def test_a_public_report_is_as_careful_in_any_language(workshop: Path) -> None:
    """Small counts are found by English words: key findings and tables keep them, headings are translated."""
    ran = must(*SUMMARY, "--public", "--language", "fr", "--workshop", workshop)
    assert "Headings of a public version are translated" in ran.err
    assert "Conclusions principales" in ran.out
    assert "3 of 3 groups answered Q1" in " ".join(ran.out.split())


def test_the_language_of_a_report_is_no_change_of_it(workshop: Path) -> None:
    """What was approved is approved in every language."""
    must("plenary", "approve", "--by", "Ada", "--reason", "a test", "--workshop", workshop)
    assert "Approuvé le " in must(*SUMMARY, "--language", "fr", "--workshop", workshop).out


def test_a_file_says_which_language_it_is_in(workshop: Path, tmp_path: Path) -> None:
    """A page has its language and direction, and only there is the program's own language spoken."""
    page = tmp_path / "page.html"
    must("plenary", "summary", "--language", "ar", "--workshop", workshop, "--output", page)
    text = page.read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in text
    assert "الانتقال إلى المحتوى" in text
    assert "Skip to content" not in text
