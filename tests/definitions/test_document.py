from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.definitions.document import Document, Mark, Page, harmless, quoted, spelled

PAGE = Page.of("yards.yaml", "title: Yards\r\nquestions:\u2028  - id: q\n")
DOCUMENT = Document(
    {"questions": [{"id": "q"}]},
    PAGE,
    marks={
        (): Mark(1, 1),
        ("questions",): Mark(3, 3),
        ("questions", 0): Mark(3, 5),
        ("questions", 0, "id"): Mark(3, 9),
    },
    keys={("questions",): Mark(2, 1)},
)


def test_lines_end_where_yaml_ends_them() -> None:
    """CR LF is one line end, and Unicode's line separator is one."""
    assert PAGE.lines == ("title: Yards", "questions:", "  - id: q", "")
    assert [PAGE.line(number) for number in (0, 3, 5)] == ["", "  - id: q", ""]


def test_a_problem_has_its_line_and_counts_as_people_do() -> None:
    """A problem names file, line, column, the path counted from 1, and shows the line with a caret."""
    problem = DOCUMENT.problem(("questions", 0, "id"), "{id} is no id", {"id": "q"})
    assert str(problem) == "yards.yaml:3:9: questions[1].id: q is no id\n    3 |   - id: q\n                ^"


def test_a_problem_with_a_key_points_at_the_key() -> None:
    """Where the key is wrong and not its value, the caret is under the key."""
    problem = DOCUMENT.problem(("questions",), "unknown", at_key=True)
    assert (problem.line, problem.column, problem.excerpt) == (2, 1, "questions:")


def test_what_is_not_in_the_file_is_shown_where_it_would_be() -> None:
    """A path that goes on where the file ends points at the last part that is there."""
    problem = DOCUMENT.problem(("questions", 0, "items", 4), "wrong")
    assert (problem.where, problem.line, problem.column) == ("questions[1].items[5]", 3, 5)


@pytest.mark.parametrize(
    ("path", "said"),
    [((), ""), (("title",), "title"), (("agenda", 1, "questions", 0), "agenda[2].questions[1]"), ((2, "by"), "[3].by")],
)
def test_a_path_is_spelled_as_people_count(path: tuple[str | int, ...], said: str) -> None:
    """Places in lists count from 1; the whole file needs no name."""
    assert spelled(path) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "nothing"),
        ({"a": "b"}, "a map"),
        (["a"], "a list"),
        ("two", "'two'"),
        ("x" * 100_000, f"'{'x' * 40}…'"),
        ("\x1b[31mred\u202e", "'\ufffd[31mred\ufffd'"),
    ],
)
def test_a_value_in_a_sentence_is_short_and_harmless(value: object, said: str) -> None:
    """Whatever a file holds can be quoted to its reader."""
    assert quoted(value) == said


def test_joiners_and_spaces_stay() -> None:
    """Persian needs its joiners, French its narrow spaces; a tab is shown as a space."""
    assert harmless("\u0645\u06cc\u200c\u062e\toui\u202f!") == "\u0645\u06cc\u200c\u062e oui\u202f!"


@settings(deadline=None)
@given(st.text())
def test_harmless_text_keeps_its_length(text: str) -> None:
    """Carets stay under their characters, and nothing that steers a terminal is left."""
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char in "\u202a\u202e\u2066\u2028" for char in shown)


def test_a_very_long_line_is_cut() -> None:
    """A long line is shown up to its 119th character, and not at all if the place lies beyond."""
    page = Page("yards.yaml", ("x" * 500,))
    assert page.problem(Mark(1, 100), "wrong").excerpt == "x" * 119 + "…"
    assert page.problem(Mark(1, 300), "wrong").excerpt == ""


def test_a_hostile_file_name_is_shown_harmless() -> None:
    """A file name cannot steer the terminal either."""
    assert Page("\x1b]0;x\x07.yaml", ()).problem(Mark(1, 1), "wrong").file == "\ufffd]0;x\ufffd.yaml"
