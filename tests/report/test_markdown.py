"""Markdown: what people wrote comes back unchanged from a CommonMark parser."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from invented_report import hostile
from markdown_it import MarkdownIt

from vaexercise.model.text import clean_line
from vaexercise.report.formats.md import escaped, heading, render

SIGNS = "ab1 #*_`[]()<>|\\!-+.=~&;:\"'/@$^{}%?,0"
TEXT = st.one_of(st.text(max_size=30), st.text(alphabet=SIGNS, max_size=20)).map(clean_line)
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def texts(markdown: str) -> list[str]:
    """The plain text of each inline run; fails on anything in it but text and a line break."""
    found = []
    for token in PARSER.parse(markdown):
        if token.type == "inline":
            children = token.children or []
            assert {child.type for child in children} <= {"text", "softbreak", "text_special"}, children
            found.append("".join(child.content for child in children))
    return found


def seen(text: str) -> list[str]:
    """The text as a reader sees it: an empty one is not there."""
    return [text] if text else []


@given(TEXT)
@settings(deadline=None, max_examples=300)
@example("1) no list")
@example("# no heading")
@example("a | b")
@example("===")
def test_text_comes_back_from_a_paragraph_a_list_and_a_quotation(text: str) -> None:
    """Whatever people write stays text, in each place where the report puts it."""
    for template in ("{}\n", "- {}\n", "> {}\n", "before {} after\n"):
        whole = template.removeprefix("- ").removeprefix("> ").strip().format(text) if "before" in template else text
        assert "".join(texts(template.format(escaped(text)))).split() == whole.split()


@given(TEXT, TEXT)
@settings(deadline=None, max_examples=300)
def test_text_comes_back_from_a_table(one: str, two: str) -> None:
    """Pipes and backslashes do not move a cell."""
    table = f"| a | b |\n| --- | --- |\n| {escaped(one)} | {escaped(two)} |\n"
    assert [cell.split() for cell in texts(table)] == [["a"], ["b"], one.split(), two.split()]


@given(TEXT)
@settings(deadline=None, max_examples=300)
@example("C #")
@example("##")
def test_text_comes_back_from_a_heading(text: str) -> None:
    """Hashes at either end of a heading are kept."""
    assert "".join(texts(f"## {heading(text)}\n")).split() == text.split()


@given(st.lists(TEXT.filter(bool), min_size=1, max_size=4))
@settings(deadline=None, max_examples=50)
def test_a_whole_report_has_the_same_structure_whatever_people_write(said: list[str]) -> None:
    """Headings, lists and tables are the report's own: nobody can add one."""
    kinds = [token.type for token in PARSER.parse(render(hostile(said)))]
    harmless = [token.type for token in PARSER.parse(render(hostile(["word"] * len(said))))]
    assert kinds == harmless
