# ruff: noqa: RUF001  letters of several scripts are what this is about
from __future__ import annotations

import pytest

from vaexercise.errors import Problems
from vaexercise.people.decoding import GUESSED, decode

FRENCH = 'Prénom;Délégation\nAïssatou;"Réseau des survivants – Lusémie"\nÉtienne;À préciser\n'
SPANISH = "Nombre;Señas\nJosé Núñez;Lengua de señas\n"
RUSSIAN = "Имя;Страна\nИванова Наталья;Лусемия\nПетров Олег;Вардания\n"
ARABIC = "الاسم;البلد\nفاطمة حسن;فاردانيا\n"
CZECH = "Name;Města\nOndřej Šťastný;Lužice\nŽaneta Černá;Jičín\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (FRENCH, "mac-roman"),
        (FRENCH.upper(), "cp1252"),
        (SPANISH, "cp1252"),
        (SPANISH, "mac-roman"),
        (RUSSIAN, "cp1251"),
        ("Name;Notes\nИванова;а\n", "cp1251"),
        (ARABIC, "cp1256"),
        (CZECH, "cp1250"),
    ],
)
def test_letters_are_guessed_and_the_guess_is_told(text: str, encoding: str) -> None:
    """A list in an older encoding is read right, and the notice names the encoding and a word to check."""
    decoded = decode(text.encode(encoding), "list.csv")
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert f"{encoding} was assumed" in decoded.notice
    assert any(f'"{word}"' in decoded.notice for word in text.replace("\n", ";").split(";"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_says_its_encoding_needs_no_guess(encoding: str) -> None:
    """UTF-8, and files with a byte order mark, are read without a notice and without the mark."""
    decoded = decode(ARABIC.encode(encoding), "list.csv")
    assert (decoded.text, decoded.notice) == (ARABIC, "")


@pytest.mark.parametrize("encoding", GUESSED)
def test_an_encoding_asked_for_is_used(encoding: str) -> None:
    """--encoding wins over every guess."""
    assert decode(b"caf\xe9", "list.csv", encoding).text == b"caf\xe9".decode(encoding)


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        (b"caf\xe9", "utf-8", "list.csv: its letters are not stored as utf-8."),
        (b"x", "klingon", "list.csv: there is no encoding klingon."),
        (b"x", "hex", "list.csv: there is no encoding hex."),
        (b"\xff\xfea", "", "list.csv: its letters are not stored as utf-16."),
    ],
)
def test_an_encoding_that_does_not_fit_is_refused(data: bytes, encoding: str, said: str) -> None:
    """An unknown encoding, or one that the bytes are not in, is told with what to try."""
    with pytest.raises(Problems) as caught:
        decode(data, "list.csv", encoding)
    assert str(caught.value).startswith(said)
    assert "cp1252, cp1251" in str(caught.value)
