"""`vaexercise plenary`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from conftest import must, vaexercise

from vaexercise.report import formats

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CODE = r"(?:G\d|PL)-[PQ]\d+a?-\d\d"


def points(folder: Path) -> dict[str, str]:
    """The words of every point by its code."""
    responses = json.loads(must("feedback", "show", "--json", "--workshop", folder).out)
    return {
        point["code"]: point["values"].get("text", "") for response in responses for point in response.get("points", ())
    }


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_a_piped_summary_has_every_point_once_with_its_code(workshop: Path) -> None:
    """No line of a group is lost, doubled or without its code."""
    shown = must("plenary", "summary", "--workshop", workshop).out.partition("\nWhat the groups said\n")[2]
    said = points(workshop)
    assert len(said) > 50
    headed = re.findall(rf"^({CODE}): ", shown, re.MULTILINE)
    assert set(said) <= set(re.findall(CODE, shown))
    flat = one_line(shown)
    for code, words in said.items():
        if words:
            assert headed.count(code) == 1
            assert len(re.findall(rf"{code}: (?:★ Headline: )?{re.escape(one_line(words))}", flat)) == 1


def test_no_line_of_a_narrow_summary_is_too_long(workshop: Path) -> None:
    """With `--width 40`, only a single word may be longer; no word is lost."""
    wide = must("plenary", "summary", "--width", "1000", "--workshop", workshop).out
    narrow = must("plenary", "summary", "--width", "40", "--workshop", workshop).out
    assert [line for line in narrow.splitlines() if len(line) > 40 and len(line.split()) > 1] == []
    assert max(map(len, wide.splitlines())) > 100
    assert narrow.split() == wide.split()


def test_a_width_that_nobody_can_read_is_refused(workshop: Path) -> None:
    """Exit code 2 below 20 characters."""
    assert vaexercise("plenary", "summary", "--width", "19", "--workshop", workshop).code == 2


def test_several_files_are_written_and_named(workshop: Path, tmp_path: Path) -> None:
    """Each in the form of its ending, in folders that are made, named on stdout in the order asked for."""
    wanted = [tmp_path / "new" / f"summary.{ending}" for ending in ("md", "HTML", "json", "txt")]
    options = [word for path in wanted for word in ("--output", path)]
    done = must("plenary", "summary", *options, "--workshop", workshop)
    assert done.out.splitlines() == list(map(str, wanted))
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == sorted(path.name for path in wanted)
    assert json.loads(wanted[2].read_text(encoding="utf-8"))
    assert "<html" in wanted[1].read_text(encoding="utf-8")
    assert wanted[3].read_text(encoding="utf-8") == must("plenary", "summary", "--workshop", workshop).out[:-1]
    for path in wanted:
        assert "G1-Q1-01" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["summary.odt", "summary", "summary."])
def test_an_unknown_ending_writes_nothing_at_all(name: str, workshop: Path, tmp_path: Path) -> None:
    """Exit code 2, the endings that there are; not even the good file beside it is written."""
    options = ("--output", tmp_path / "good.md", "--output", tmp_path / name)
    done = vaexercise("plenary", "summary", *options, "--workshop", workshop)
    assert (done.code, done.out) == (2, "")
    assert f"There are: {', '.join(formats.formats())}." in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["workshop"]


@pytest.mark.parametrize("place", ["taken/summary.md", "taken/deep/summary.md", "folder.md", f"{'x' * 300}.md"])
def test_a_place_that_cannot_be_written_leaves_nothing_half_written(place: str, workshop: Path, tmp_path: Path) -> None:
    """Exit code 3 and the reason; nothing new lies beside it, and what was there is as it was."""
    (tmp_path / "taken").write_text("mine")
    (tmp_path / "folder.md").mkdir()
    done = vaexercise("plenary", "summary", "--output", tmp_path / place, "--workshop", workshop)
    assert (done.code, done.out) == (3, "")
    assert "NOT SAVED:" in done.err
    assert "was not written. The system says:" in done.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.md", "taken", "workshop"]
    assert list((tmp_path / "folder.md").iterdir()) == []
    assert (tmp_path / "taken").read_text() == "mine"


def test_a_file_is_replaced_whole(workshop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the new one cannot be put in its place, the old one stays to the last byte."""
    from pathlib import Path as RealPath  # noqa: PLC0415  the class to be broken, at run time

    old = tmp_path / "summary.md"
    old.write_text("the old one")

    def refuse(_path: RealPath, _target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(RealPath, "replace", refuse)
    done = vaexercise("plenary", "summary", "--output", old, "--workshop", workshop)
    assert (done.code, "No space left on device" in done.err) == (3, True)
    assert old.read_text() == "the old one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["summary.md", "workshop"]


def test_a_summary_before_anybody_said_anything(new_workshop: Callable[..., Path]) -> None:
    """Without people, groups and answers it still has every question, and says that nothing was said."""
    shown = must("plenary", "summary", "--workshop", new_workshop()).out
    assert "Points: 0\nQuestions answered: 0 of 8\n" in shown
    assert "0 points in, 0 shown." in one_line(shown)
    assert "How can these challenges be overcome?" in one_line(shown)
    assert not re.search(f"^{CODE}: ", shown, re.MULTILINE)


def test_text_of_people_cannot_steer_the_terminal(workshop_with_groups: Path) -> None:
    """Escape sequences and direction overrides of a typed line are not in the summary; brackets are."""
    typed = "No \x1b[31mbudget\x1b[0m [bold]line[/b] \u202ehere\n"
    must("feedback", "enter", "--group", "1", "--workshop", workshop_with_groups, typed=typed)
    shown = must("plenary", "summary", "--workshop", workshop_with_groups).out
    assert "G1-Q1-01: No budget [bold]line[/b] here" in shown
    assert not set(shown) & {"\x1b", "\u202e"}
