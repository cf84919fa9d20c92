from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest import mock

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vaexercise.definitions import library, source
from vaexercise.definitions.document import MOST_PROBLEMS, Document
from vaexercise.errors import Problems

DATA = Path(__file__).parents[1] / "data" / "exercises"
BROKEN = sorted((DATA / "broken").glob("*.yaml"))
LOADERS = ("CSafeLoader", "SafeLoader")
YAML_SIGNS = "ab1 :-?[]{}&*!|>'\"%@`#\n\t,~<=\\\r\ufeff\u2028é"


def read(text: str | bytes, top: type[Any] = dict) -> Document:
    return source.load(text if isinstance(text, bytes) else text.encode(), "yards.yaml", top)


def outcome_of(data: bytes) -> Document | Problems:
    """What reading a file ends in."""
    try:
        return source.load(data, "any.yaml")
    except Problems as error:
        return error


def said(text: str | bytes, top: type[Any] = dict) -> list[str]:
    """The first line of each problem, without the name of the file."""
    with pytest.raises(Problems) as caught:
        read(text, top)
    return [str(problem).splitlines()[0].removeprefix("yards.yaml:") for problem in caught.value.problems]


def test_there_are_broken_files() -> None:
    """Every broken file has its message beside it, and there are many."""
    assert len(BROKEN) >= 25
    assert [path.with_suffix(".txt").is_file() for path in BROKEN] == [True] * len(BROKEN)


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_gets_exactly_its_message(path: Path, loader: str) -> None:
    """Each broken file gives the message beside it, word for word, with libyaml and without."""
    with mock.patch.object(source, "_Loader", getattr(yaml, loader)), pytest.raises(Problems) as caught:
        library.load(path)
    assert f"{caught.value}\n" == path.with_suffix(".txt").read_bytes().decode()


def test_scalars_stay_as_they_were_written() -> None:
    """Neither yes nor 12:30 nor 1.10 nor a date becomes something else; only emptiness is nothing."""
    written = "a: no\nb: 12:30\nc: 1.10\nd: 2026-11-23\ne: 0o17\non: [~, null, '', 'null', Null]\nf:\n"
    assert read(written).data == {
        "a": "no",
        "b": "12:30",
        "c": "1.10",
        "d": "2026-11-23",
        "e": "0o17",
        "on": [None, None, "", "null", "Null"],
        "f": None,
    }


def test_every_part_has_its_mark() -> None:
    """Keys, values and entries know their line and column."""
    document = read("title: Yards\nquestions:\n  - id: q\n")
    assert document.marks[("title",)] == (1, 8)
    assert document.marks[("questions", 0)] == (3, 5)
    assert document.marks[("questions", 0, "id")] == (3, 9)
    assert document.keys[("questions", 0, "id")] == (3, 5)
    assert document.file == "yards.yaml"


def test_a_byte_order_mark_is_accepted() -> None:
    """A BOM of UTF-8 is no part of the first key, and columns count without it."""
    document = read(b"\xef\xbb\xbftitle: Yards\n")
    assert document.data == {"title": "Yards"}
    assert document.keys[("title",)] == (1, 1)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_other_unicode_encodings_are_named(encoding: str) -> None:
    """Whoever saved as UTF-16 or UTF-32 is told what to do."""
    (problem,) = said("title: Yards".encode(encoding))
    assert problem.endswith(("save it as UTF-8", "saved as UTF-8"))


def test_bytes_that_are_not_utf_8_have_their_place() -> None:
    """The line and column of the first byte that is not UTF-8 are said, and which byte it is."""
    assert said("title: é\nplace: Zürich\n".encode("latin-1").replace(b"\xe9", "é".encode())) == [
        "2:9: a byte here (hexadecimal fc) is not UTF-8; save the file as UTF-8"
    ]


def test_two_ways_to_write_a_letter_are_one_key() -> None:
    """A key with é as one character and with é as two is written twice."""
    assert said("é: a\ne\u0301: b\n") == ["2:1: é: written twice; first on line 1"]


def test_a_key_written_twice_is_found_at_every_depth() -> None:
    """All repeated keys are told at once, each with the line of the first."""
    assert said("a: 1\nb:\n  c: 1\n  c: 2\na: 2\n") == [
        "4:3: b.c: written twice; first on line 3",
        "5:1: a: written twice; first on line 1",
    ]


@pytest.mark.parametrize("key", ["? [a, b]\n: c", "~: c", "' ': c", '"\\e": c', "{a: b}: c", "'': c"])
def test_a_key_must_be_words(key: str) -> None:
    """Lists, maps, nothing, and what cannot be seen are no keys."""
    (problem,) = said(key)
    assert "a key must be words, not" in problem


@pytest.mark.parametrize("tagged", ["!!str x", "!own x", "!!int 3", "!!map {a: b}", "!!seq [a]", "!!python/name:os x"])
def test_tags_are_refused(tagged: str) -> None:
    """No tag, harmless or not, is followed."""
    (problem,) = said(f"a: {tagged}")
    assert problem.endswith("is a YAML tag; leave it out, or put text in quotes")


def test_an_alias_bomb_is_as_small_as_it_was_written() -> None:
    """Nine levels of nine aliases are refused one by one, up to the limit, and nothing is copied."""
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 99))
    assert len(said(bomb)) == MOST_PROBLEMS


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused(opening: str, loader: str) -> None:
    """Fifty levels are read, a hundred thousand are refused in the same words as 51."""
    with mock.patch.object(source, "_Loader", getattr(yaml, loader)):
        assert read(f"a: {'[' * 50}{']' * 50}").data["a"]
        for depth in (51, 100_000 if opening != "- " else 5_000):
            (problem,) = said(f"a:\n {opening * depth}")
            assert problem.endswith("maps and lists are nested deeper than 50 levels")


def test_a_very_large_file_is_refused() -> None:
    """A file of more than two million bytes is not looked at."""
    assert said(b"#" * (source.LARGEST + 1)) == ["1:1: the file has 2.0 MB; a definition has at most 2"]
    assert read(b"a: b\n#" + b"#" * (source.LARGEST - 6)).data == {"a": "b"}


def test_a_list_is_read_where_a_list_belongs() -> None:
    """A file of rules is a list; anything else is not."""
    assert read("- rule: spread\n", list).data == [{"rule": "spread"}]
    assert said("rule: spread\n", list) == [
        "1:1: the file holds a map; it should hold a list, each entry after a -",
    ]
    assert said("# none\n", list) == ["1:1: the file holds only comments"]
    assert said("---\n") == ["1:1: the file holds only comments"]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('- t: "never\n  id: q\n- t: "second"\n', '1:6: the quote " that opens here is not closed where it should be'),
        ("a: 'x\n---\n", "1:4: the quote ' that opens here is not closed where it should be"),
        ('a: "two\n  lines"\n b: c\n', "3:2: this does not line up with the keys begun on line 1"),
        ("a: b\n    c: d\n", "2:5: this line stands further right than the line above allows"),
        (": b\n", "1:1: a key is missing before this colon"),
        ("a: |x\n  y\n", "1:5: after | or > nothing may stand on this line"),
        ("a: }\n", "1:4: no value can begin here; put the text in quotes"),
        ("a: & b\n", "1:4: text cannot begin with '&'; put it in quotes"),
        ("a: !x!y z\n", "1:4: text cannot begin with '!'; put it in quotes"),
        ("%YAML 3.0\n---\na: 1\n", "1:1: from here on this cannot be read as YAML"),
        ("  a: 1\nb: 2\n", "2:1: this does not line up with the lines above"),
        ("- a\nb: 1\n", "2:1: this does not line up with the list begun on line 1"),
        ("a: {b: 1\n", "1:4: the bracket { that opens here is not closed"),
        ("a: b\nc: [", "2:5: a bracket, [ or {, that opens before this is not closed"),
        ('a: ["x" y]\n', "1:9: inside brackets [ this cannot be read"),
        ("a:\n\tb: 1\n\tc: 1\n\td: 1\n", "2:1: this line is indented with a tab, and so are 2 lines below; use spaces"),
        ("- kind: points\n  id:q1", "2:6: a space is missing after the colon: write id: and then the text"),
    ],
)
def test_what_a_person_did_is_said_in_plain_words(text: str, sentence: str, loader: str) -> None:
    """Slips of the pen get a sentence of our own, the same whichever YAML reader is installed."""
    with mock.patch.object(source, "_Loader", getattr(yaml, loader)):
        (problem,) = said(text, dict if text[0] != "-" else list)
    assert problem.startswith(sentence)


@settings(deadline=None, max_examples=300)
@given(st.text() | st.text(YAML_SIGNS, max_size=60) | st.binary())
@example("{a: b}: c")
@example("? &a *a : b")
@example('"\\ud800": x')
@example("a: !<x")
@example("\ufeff\ufeffa: b")
def test_any_text_gives_a_document_or_problems(text: str | bytes) -> None:
    """Whatever a file holds, it is read or it has problems with a line; there is no third way."""
    data = text if isinstance(text, bytes) else text.encode(errors="surrogatepass")
    for loader in LOADERS:
        with mock.patch.object(source, "_Loader", getattr(yaml, loader)):
            outcome = outcome_of(data)
        if isinstance(outcome, Problems):
            assert outcome.problems
            assert all(problem.line and problem.column and str(problem) for problem in outcome.problems)
        else:
            assert isinstance(outcome.data, dict)


@settings(deadline=None)
@given(
    st.recursive(
        st.none() | st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcé-", min_size=1), inner, max_size=4),
        max_leaves=12,
    ).map(lambda value: {"top": value})
)
def test_what_was_written_is_read(value: dict[str, Any]) -> None:
    """Maps, lists, texts and nothing come back as they were written."""
    assert (
        read(yaml.safe_dump(value, allow_unicode=True, default_style='"').replace('!!null "null"', "~")).data == value
    )
