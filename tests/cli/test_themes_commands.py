"""`vaexercise plenary themes`."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import must, vaexercise
from typer.testing import CliRunner

from vaexercise.cli import command_line

DATA = Path(__file__).parents[1] / "data" / "themes"
SUGGEST = ("plenary", "themes", "suggest")


def write(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("golden", "options"),
    [
        ("suggested.json", ["--json"]),
        ("suggested.txt", []),
        ("ranked.json", ["--themes", DATA / "themes.csv", "--json"]),
        ("ranked.txt", ["--themes", DATA / "themes.csv"]),
        ("synonyms.txt", ["--synonyms", DATA / "listed.txt", "--tighter", "-1"]),
    ],
)
def test_the_door_prints_what_it_always_has(golden: str, options: list[object]) -> None:
    """The same points give the same output, to the last byte."""
    done = must(*SUGGEST, "--points", DATA / "points.csv", *options)
    assert done.out == (DATA / golden).read_text(encoding="utf-8")


def test_the_order_of_rows_does_not_matter(tmp_path: Path) -> None:
    """A shuffled file gives the same bytes."""
    header, *rows = (DATA / "points.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    random.Random(7).shuffle(rows)  # noqa: S311  the same order each time
    shuffled = write(tmp_path, "points.csv", header + "".join(rows))
    assert must(*SUGGEST, "--points", shuffled, "--json").out == (DATA / "suggested.json").read_text(encoding="utf-8")


def test_json_has_every_point_once_and_pairs_of_different_groups() -> None:
    """Clusters are a partition of all points; pairs are of two groups, above 0, the best first."""
    said = json.loads(must(*SUGGEST, "--points", DATA / "points.csv", "--json").out)
    assert list(said) == ["clusters", "pairs", "matcher"]
    rows = [line.split(",") for line in (DATA / "points.csv").read_text(encoding="utf-8").splitlines()[1:]]
    groups = {row[0]: row[1] for row in rows}
    assert sorted(each for cluster in said["clusters"] for each in cluster) == sorted(groups)
    assert all(groups[a] != groups[b] and 0 < score <= 1 for a, b, score in said["pairs"])
    assert [pair[2] for pair in said["pairs"]] == sorted((pair[2] for pair in said["pairs"]), reverse=True)
    assert said["matcher"] == "lex-1"


def test_without_groups_all_points_are_paired(tmp_path: Path) -> None:
    """An empty column is as good as none, and `-` reads standard input."""
    none = "id,text\na,no budget\nb,no budget line\n"
    empty = write(tmp_path, "points.csv", "id,group,text\na,,no budget\nb,,no budget line\n")
    said = must(*SUGGEST, "--points", empty, "--json").out
    assert [pair[:2] for pair in json.loads(said)["pairs"]] == [["a", "b"]]
    assert must(*SUGGEST, "--points", "-", "--json", typed=none.encode()).out == said


def test_what_is_sorted_is_left_alone(tmp_path: Path) -> None:
    """With themes, clusters and rankings are of the other points only; all themes are ranked, the best first."""
    themes = write(tmp_path, "themes.csv", "theme,id\nMoney,A1\nMoney,B1\nReview,A2\n")
    said = json.loads(must(*SUGGEST, "--points", DATA / "points.csv", "--themes", themes, "--json").out)
    left = sorted(each for cluster in said["clusters"] for each in cluster)
    assert not {"A1", "B1", "A2"} & set(left)
    assert list(said["ranked"]) == left
    assert said["ranked"]["C2"][0][0] == "Review"
    assert all({theme for theme, _ in ranked} == {"Money", "Review"} for ranked in said["ranked"].values())


def test_one_question_at_a_time(tmp_path: Path) -> None:
    """Several questions need --question; themes of another question are left out; a wrong one is said."""
    points = write(tmp_path, "p.csv", "id,text,question\na,no budget,Q1\nb,no budget line,Q1\nc,budget,Q2\nd,x,Q2\n")
    themes = write(tmp_path, "t.csv", "theme,id\nMoney,a\nOther,c\n")
    several = vaexercise(*SUGGEST, "--points", points, "--json")
    assert (several.code, several.out) == (2, "")
    assert "Say which, with --question: p.csv has Q1, Q2." in several.err
    said = json.loads(must(*SUGGEST, "--points", points, "--themes", themes, "--question", "Q1", "--json").out)
    assert [each[0] for each in said["ranked"]["b"]] == ["Money"]
    assert said["clusters"] == [["b"]]
    assert (
        "There is no question Q3. p.csv has Q1, Q2." in vaexercise(*SUGGEST, "--points", points, "--question", "Q3").err
    )
    bare = write(tmp_path, "bare.csv", "id,text\na,x\n")
    assert vaexercise(*SUGGEST, "--points", bare, "--question", "Q1").code == 2


def test_all_problems_are_said_by_row_and_column(tmp_path: Path) -> None:
    """Empty cells, an id twice, a row too long: at once, in the order of rows, with exit code 1 and no result."""
    points = write(tmp_path, "p.csv", "ID;Text\na;\n;x\nb;y\nb;z;q\nb;zz\n")
    done = vaexercise(*SUGGEST, "--points", points, "--json")
    assert (done.code, done.out) == (1, "")
    assert [line.split(":")[1].strip() for line in done.err.splitlines()] == [
        'row 2, column "Text"', 'row 3, column "ID"', "row 5", 'row 6, column "ID"',
    ]  # fmt: skip
    assert '"b" is also in row 4. Give each point its own id' in done.err


def test_problems_of_themes_are_said_by_row_and_column(tmp_path: Path) -> None:
    """A point that is not there, a theme without a name, a column that is missing."""
    points = write(tmp_path, "p.csv", "id,text\na,x\nb,y\n")
    themes = write(tmp_path, "t.csv", "theme,id\nX,z9\n,b\n")
    done = vaexercise(*SUGGEST, "--points", points, "--themes", themes)
    assert done.code == 1
    assert 't.csv: row 2, column "id": "z9" is no point of p.csv' in done.err
    assert 't.csv: row 3, column "theme": is empty.' in done.err
    done = vaexercise(*SUGGEST, "--points", themes)
    assert 't.csv: no column is called "text". The columns are: theme, id' in done.err


def test_synonyms_with_mistakes_are_refused_by_line(tmp_path: Path) -> None:
    """The file and line of each, exit code 1."""
    listed = write(tmp_path, "words.txt", "PWD\na = \n")
    done = vaexercise(*SUGGEST, "--points", DATA / "points.csv", "--synonyms", listed)
    assert done.code == 1
    assert [line.split(" ")[0] for line in done.err.splitlines()] == ["words.txt:1:", "words.txt:2:"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_files_come_as_spreadsheets_write_them(encoding: str, tmp_path: Path) -> None:
    """Other encodings, semicolons and capitals in headers give the same as plain UTF-8 with commas."""
    rows = "1;A;Les données, non partagées;fr\n2;B;Données partagées;fr\n"
    plain = write(tmp_path, "plain.csv", "id;group;text;lang\n" + rows)
    other = write(tmp_path, "other.csv", "ID;Group;TEXT;Language\r\n" + rows.replace("\n", "\r\n"), encoding)
    said = must(*SUGGEST, "--points", plain, "--json").out
    assert must(*SUGGEST, "--points", other, "--json").out == said
    assert json.loads(said)["clusters"] == [["1", "2"]]


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"PK\x03\x04", b"", b"\0\0\1\1\2\3\4", b'id,text\na,"open'])
def test_what_is_no_list_is_refused(data: bytes, tmp_path: Path) -> None:
    """Another format, nothing, a quotation mark left open: exit code 1, the file's name, no result."""
    path = tmp_path / "points.csv"
    path.write_bytes(data)
    done = vaexercise(*SUGGEST, "--points", path, "--json")
    assert (done.code, done.out) == (1, "")
    assert "points.csv" in done.err


def test_hostile_text_is_harmless(tmp_path: Path) -> None:
    """Escape sequences, markup, formulas, direction overrides and very long text are compared and shown as text."""
    rows = [
        "a,A,\x1b[31mNo\x1b[0m [bold]budget[/b]", "b,B,'=HYPERLINK(x)",
        "c,C,\u202eno budget", f"d,D,{'budget ' * 14_000}", "e,E,👍", "f,F,…",
    ]  # fmt: skip
    points = write(tmp_path, "p.csv", "id,group,text\n" + "\n".join(rows) + "\n")
    done = must(*SUGGEST, "--points", points)
    assert "a [A] No [bold]budget[/b]" in done.out
    assert "b [B] =HYPERLINK(x)" in done.out
    assert "c [C] no budget" in done.out
    assert not {"\x1b", "\u202e"} & set(done.out)
    assert len(json.loads(must(*SUGGEST, "--points", points, "--json").out)["clusters"]) >= 3


def test_more_than_a_thousand_points_are_refused(tmp_path: Path) -> None:
    """Exit code 2 and a sentence with the number."""
    rows = "".join(f"p{n},w{n % 9}\n" for n in range(1001))
    done = vaexercise(*SUGGEST, "--points", write(tmp_path, "p.csv", "id,text\n" + rows), "--json")
    assert (done.code, done.out) == (2, "")
    assert "There are 1,001 points, and at most 1,000" in done.err


def test_other_columns_are_left_alone(tmp_path: Path) -> None:
    """Columns that nobody here knows, or that say a thing twice, do no harm."""
    points = write(tmp_path, "p.csv", "lang,id,note,text,language,???\nen,a,x,no budget,fr,\n,b,,no budget,,1\n")
    assert json.loads(must(*SUGGEST, "--points", points, "--json").out)["clusters"] == [["a", "b"]]


def test_nothing_to_sort_is_no_error(tmp_path: Path) -> None:
    """A list without rows gives empty clusters and pairs."""
    points = write(tmp_path, "p.csv", "id,text\n")
    assert json.loads(must(*SUGGEST, "--points", points, "--json").out) == {
        "clusters": [],
        "pairs": [],
        "matcher": "lex-1",
    }
    assert "0 themes proposed" in must(*SUGGEST, "--points", points).out


WORDS = {
    "plenary --help": {"summary", "themes"},
    "plenary themes --help": {"suggest"},
    "plenary themes suggest --help": {"--points", "--themes", "--synonyms"},
    "plenary summary --help": {"--output"},
}


@pytest.mark.parametrize("words", WORDS)
def test_a_noun_below_a_noun_has_its_help(words: str) -> None:
    """The part of the command line that a call needs shows the same help as the whole."""
    part, whole = (CliRunner().invoke(app, words.split()) for app in (command_line(words.split()), command_line()))
    assert part.stdout == whole.stdout
    assert all(word in part.stdout for word in WORDS[words])


@pytest.mark.parametrize(("words", "wanted"), [("plenary ", "themes"), ("plenary themes ", "suggest")])
def test_shell_completion_goes_below_a_noun(words: str, wanted: str) -> None:
    """Completing lists the nouns below a noun, and their verbs."""
    line = f"vaexercise {words}"
    env = {"_VAEXERCISE_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    done = subprocess.run(
        [sys.executable, "-m", "vaexercise"], env={**os.environ, **env}, capture_output=True, text=True, check=False
    )
    assert wanted in done.stdout.split()


@pytest.mark.parametrize(
    ("words", "verbs", "below"),
    [
        (["plenary", "summary"], ["summary"], []),
        (["plenary", "themes", "suggest"], [], ["themes"]),
        (["plenary", "sort"], ["sort"], []),
        (["workshop"], [], []),
    ],
)
def test_only_the_part_of_the_command_line_that_a_call_needs_is_built(
    words: list[str], verbs: list[str], below: list[str]
) -> None:
    """A verb or noun that is not among the words is left out."""
    plenary = next(group for group in command_line(words).registered_groups if group.name == "plenary")
    assert plenary.typer_instance is not None
    commands = [c.name or getattr(c.callback, "__name__", "") for c in plenary.typer_instance.registered_commands]
    assert commands == verbs
    assert [group.name for group in plenary.typer_instance.registered_groups] == below


def test_help_lists_all_that_the_plenary_can_do() -> None:
    """Without a verb, nothing is left out."""
    said = must("plenary", "--help").out
    assert all(f" {word} " in said for word in ("sort", "summary", "themes", "vote"))


def test_suggesting_imports_nothing_heavy(tmp_path: Path) -> None:
    """The matcher needs the standard library alone: no numpy, no pydantic, no YAML, no rich."""
    points = write(tmp_path, "p.csv", "id,text\na,x\nb,y\n")
    code = (
        f"import sys; sys.argv = ['vaexercise', *{SUGGEST!r}, '--points', {str(points)!r}]\n"
        "from vaexercise.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "vaexercise.plenary.similarity" in done.stderr.split()
    assert not {"numpy", "pydantic", "yaml", "rich", "jinja2", "prompt_toolkit"} & set(done.stderr.split())
