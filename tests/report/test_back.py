"""The end of a report: how to read the codes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_report import point, put_together, response, responses

from vaexercise.model.plenary import Line
from vaexercise.report.back import code_key

LETTER = "Where two laptops gave the same code, a letter tells the points apart."
VERSIONS = "Two versions of one point, made apart, are both shown until the group settles it."


def explained(question: str, *codes: str) -> list[bool]:
    """Whether letters, and whether versions are explained, when the points of a question have these codes."""
    values = {"text": "said", "what": "said"}
    points = [replace(point("g1", question, n, values), code=code) for n, code in enumerate(codes, start=1)]
    key = str(code_key(put_together([response("g1", question, *points)])))
    return [LETTER in key, VERSIONS in key]


@pytest.mark.parametrize("question", ["q-challenges", "q-actions"])
@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("G1-Q1-01", "G1-Q1-02"), [False, False]),
        (("G1-Q2a-01", "S2-G1-Q2a-11"), [False, False]),
        (("G1-Q1-01a", "G1-Q1-01b"), [True, False]),
        (("G1-Q1-01 (version 1 of 2)", "G1-Q1-01 (version 2 of 2)"), [False, True]),
        (("G1-Q1-01 (version 1 of 2)a", "G1-Q1-01 (version 1 of 2)b"), [True, True]),
    ],
)
def test_codes_that_two_laptops_made_are_explained_where_there_are_any(
    question: str, codes: tuple[str, ...], expected: list[bool]
) -> None:
    """Letters and versions are explained for lines and for tables; the letter of a follow-up question is neither."""
    assert explained(question, *codes) == expected


def test_codes_of_answers_and_of_what_no_question_shows_are_explained_too() -> None:
    """Two versions of a checklist head its columns; a point that is left over has a code as well."""
    actors = next(found for found in responses() if found.question == "q-actors" and found.answer)
    assert actors.answer
    apart = [replace(actors, answer=replace(actors.answer, code=f"G1-Q2 (version {n} of 2)")) for n in (1, 2)]
    assert VERSIONS in str(code_key(put_together(apart)))
    assert not explained("q-challenges", "G1-Q1-01")[1]
    plain = put_together([])
    left = replace(plain, totals=replace(plain.totals, left_over=(Line(code="G1-Q9-01b", text="lost"),)))
    assert LETTER in str(code_key(left))
