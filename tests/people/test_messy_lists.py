from __future__ import annotations

import json
from pathlib import Path

import pytest

from vaexercise.errors import Problems
from vaexercise.people.roll import read_people
from vaexercise.people.table import read_table

LISTS = Path(__file__).parent.parent / "data" / "lists"


def read_aloud(path: Path) -> str:
    """All that a list gives, as text to compare."""
    try:
        table = read_table(path.read_bytes(), path.name)
    except Problems as error:
        return f"refused\n{error}\n"
    intake = read_people(table, ())
    said = [f"columns: {json.dumps(table.headers, ensure_ascii=False)}"]
    for entry in intake.entries:
        plain, secret = (
            json.dumps(values, ensure_ascii=False, sort_keys=True) for values in (entry.attributes, entry.sensitive)
        )
        said.append(f"row {entry.row}: {entry.id} {entry.name!r} {plain} sensitive {secret}")
    said += [f"problem: {problem}" for problem in intake.problems]
    said += [f"notice: {notice}" for notice in intake.notices]
    return "\n".join(said) + "\n"


@pytest.mark.parametrize("path", sorted([*LISTS.glob("*.csv"), *LISTS.glob("*.xls")]), ids=lambda path: path.stem)
def test_each_list_gives_what_stands_beside_it(path: Path) -> None:
    """A list as people send it gives the people, problems and notices in the text file of its name."""
    assert read_aloud(path) == path.with_suffix(".txt").read_text("utf-8")
