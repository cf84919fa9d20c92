"""Every kind has a paper form, in every format, without code of its own."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from one_of_each import QUESTIONS
from rendered import text_of

from vaexercise.model.exercise import Exercise
from vaexercise.model.text import in_language
from vaexercise.questions.checklist import Kind as Checklist
from vaexercise.report.paper import GroupSheet, build_sheets
from vaexercise.report.paper_forms import ToAsk

if TYPE_CHECKING:
    from vaexercise.model.form import Form
    from vaexercise.model.question import Question

every_kind = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
every_format = pytest.mark.parametrize("ending", [".html", ".md", ".txt"])


def printed(question: Question, ending: str, *, large_print: bool = False) -> str:
    """The sheet of group 2 that asks this question only, as its words without markup and white space."""
    exercise = Exercise(schema="vaexercise/exercise/1", id="one", version="1", language="en", title="One", summary="")
    asked = ToAsk(question=replace(question, code="Q7"), stem="G2-Q7", first=3)
    report = build_sheets(exercise, [GroupSheet(group="g2", questions=(asked,))], large_print=large_print)
    text = text_of(ending)(report)
    if ending == ".html":
        text = html.unescape(re.sub(r"<[^>]+>", "", text.partition("</head>")[2]))
    return re.sub(r"[\s\\]+", "", text)


@every_format
@every_kind
def test_every_kind_has_a_sheet_in_every_format(question: Question, ending: str) -> None:
    """Its code, its prompt, the words of each blank and of each choice are there to be filled in."""
    text, form = printed(question, ending), question.form()
    assert re.sub(r"\s", "", f"Q7: {question.prompt_in('en')}").replace(":", "") in text.replace(":", "")
    labels = [in_language(item.label, "en") for blank in form.blanks for item in blank.choices]
    labels += [word for blank in form.blanks for word in in_language(blank.label, "en").split(" – ")]
    if form.blanks and (len(form.blanks) > 1 or not form.repeats):
        assert [label for label in labels if label != question.prompt and re.sub(r"\s", "", label) not in text] == []


@every_format
@every_kind
def test_a_kind_that_repeats_has_a_code_for_each_line(question: Question, ending: str) -> None:
    """As many numbered lines as hoped for, else eight, from the first free number on; others have none."""
    codes = re.findall(r"G2-Q7-(\d\d)", printed(question, ending))
    form = question.form()
    wanted = (form.most or 8) if form.repeats else 0
    assert codes == [f"{number:02d}" for number in range(3, 3 + wanted)]


@every_kind
def test_what_is_filled_in_can_be_left_empty_in_three_ways(question: Question) -> None:
    """Skipped, nothing to say and not discussed have a box each, and so has agreement; a note has none."""
    text = printed(question, ".txt")
    asked = bool(question.form().blanks)
    for words in ("[_]Skippedbythegroup", "[_]Nothingtosay", "[_]Notdiscussed", "[_]Agreed[_]Majority[_]Divided"):
        assert (words in text) is asked


@every_kind
def test_blanks_are_numbered_as_they_are_typed(question: Question) -> None:
    """Commands and bulk answers know an item by the number that stands before it on paper."""
    form: Form = question.form()
    if form.repeats or len(form.blanks) < 2 or question.as_table():
        return
    text = printed(question, ".txt")
    for number, blank in enumerate(form.blanks, start=1):
        label = "" if blank.label == question.prompt else re.sub(r"\s", "", in_language(blank.label, "en"))
        assert re.search(rf"(?<!\d){number}\.?{re.escape(label)}", text)


@every_kind
def test_large_print_says_the_same(question: Question) -> None:
    """No word and no code is lost where tables become cards."""
    normal, large = printed(question, ".html"), printed(question, ".html", large_print=True)
    assert set(re.findall(r"G2-Q7-\d\d", large)) == set(re.findall(r"G2-Q7-\d\d", normal))
    labels = [in_language(blank.label, "en") for blank in question.form().blanks]
    assert all((re.sub(r"\s", "", label) in large) or (re.sub(r"\s", "", label) not in normal) for label in labels)


def test_a_scale_too_long_for_a_table_is_ticked_item_by_item() -> None:
    """Seven steps do not stand beside each other, so each item has its own boxes."""
    scale = tuple(f"step {letter}" for letter in "abcdefg")
    text = printed(Checklist(id="q", prompt="Who?", items=("roads", "wells"), scale=scale), ".txt")
    assert "1.roads:(Tickone.)[_]1stepa" in text
    assert "2.wells:(Tickone.)[_]1stepa" in text
