"""The summary as sheets to work on with: made of the report's data, and of what may leave the room if it is public."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from vaexercise.model.groups import UNNAMED, group_name
from vaexercise.model.text import in_language
from vaexercise.report.model import HEADLINE
from vaexercise.report.rows import Row, front, rows, section_rows
from vaexercise.report.workbook.sheet import Sheet, Value, sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.report.model import Report

Data = Mapping[str, Any]
CONTRARY = "{theme} (the contrary)"
ALONE, PARKED, LEFT = "Points that stand alone", "Parked", "Not sorted yet"
POINTS = ("Code", "Group", "Question", "Theme", "Text", "Beside", "Headline", "Language")
TABLES = ("Question", "Table", "Row", "Column", "Text", "Language")
PEOPLE = ("Table", "Value", "Group", "People")
_STATES = ("asked", "answered", "skipped", "nothing", "not_discussed", "unrecorded")
_SAID = ("points", "answers", "private", "withdrawn")


def summary_sheets(report: Report) -> Iterator[Sheet]:
    """What to know first, findings, points, tables, votes, actions, who took part; then everything as it is read."""
    data = report.data
    questions = data["questions"]
    yield sheet_of("About", front(report))
    yield sheet_of("Findings", _findings(report))
    yield _questions(report)
    yield Sheet("Points", POINTS, [*(row for question in questions for row in _points(question)), *_stray(data)])
    yield Sheet("Tables", TABLES, [row for question in questions for row in _cells(question)])
    yield _votes(data)
    yield _actions(data)
    yield Sheet("Participants", PEOPLE, list(_people(data["attendance"])))
    yield sheet_of("Report", rows(report))


def _findings(report: Report) -> Iterator[Row]:
    """The sentences that people left in, each with what it is made of."""
    for section in report.sections:
        if section.anchor == "findings":
            yield from (row._replace(block="") for row in section_rows(section) if row.block != "heading")


def _name(question: Data) -> str:
    return str(question["code"] or question["id"])


def _questions(report: Report) -> Sheet:
    """How each question stands, in numbers."""
    columns = ("Code", "Question", *(name.replace("_", " ").capitalize() for name in (*_STATES, *_SAID)))
    home = report.data["exercise_language"]
    made = [
        (
            _name(question),
            in_language(question["prompt"], report.language, home),
            *(len(question[state]) for state in _STATES),
            *(question[kind] for kind in _SAID),
        )
        for question in report.data["questions"]
    ]
    return Sheet("Questions", columns, made)


def _points(question: Data) -> Iterator[Sequence[Value]]:
    """Each point once, with all its themes. Where codes may not be told, it is known by its theme only."""
    name, placed = _name(question), list(_placed(question["themed"]))
    lines = [(block["title"], line) for block in question["blocks"] for line in block.get("lines", ())]
    if placed and not all(line["code"] for _, line in placed):
        lines, themes = [("", line) for _, line in placed], [theme for theme, _ in placed]
    else:
        themes = ["; ".join(theme for theme, other in placed if other["code"] == line["code"]) for _, line in lines]
    for (group, line), theme in zip(lines, themes, strict=True):
        yield _point(line, group, name, theme)
    for grid in question["blocks"]:
        for row, language in _grid_rows(grid):
            if 0 in grid["attributed"]:
                said = "; ".join(f"{column}: {cell}" for column, cell in zip(grid["columns"][1:], row[1:], strict=True))
                yield (row[0], "", name, "", said, "", "", language)


def _point(line: Data, group: str = "", question: str = "", theme: str = "") -> Sequence[Value]:
    star = HEADLINE if line["star"] else ""
    return (line["code"], group, question, theme, line["text"], line["beside"], star, line["language"])


def _stray(data: Data) -> Iterator[Sequence[Value]]:
    """What was said and stands under no question."""
    yield from map(_point, data["totals"]["left_over"])


def _placed(themed: Data | None) -> Iterator[tuple[str, Data]]:
    """The points of a question under what people put them; nothing before they began."""
    if not themed or not (themed["themes"] or themed["unique"]):
        return
    for theme in themed["themes"]:
        yield from ((theme["title"], line) for line in theme["lines"])
        yield from ((CONTRARY.format(theme=theme["title"]), line) for line in theme["against"])
    for title, lines in ((ALONE, themed["unique"]), (PARKED, themed["parked"]), (LEFT, themed["left"])):
        yield from ((title, line) for line in lines)


def _grid_rows(block: Data) -> Iterator[tuple[Sequence[str], str]]:
    """The rows of a table, each with its language; a list of lines has none."""
    found = block.get("rows", ())
    return zip(found, block.get("languages") or ("",) * len(found), strict=True)


def _cells(question: Data) -> Iterator[Sequence[Value]]:
    for grid in question["blocks"]:
        for row, language in _grid_rows(grid):
            for column, cell in zip(grid["columns"][1:], row[1:], strict=True):
                yield (_name(question), grid["title"], row[0], column, _number(cell), language)


def _number(cell: str) -> Value:
    """A whole number as one, if it is written as numbers are."""
    return int(cell) if cell.isascii() and cell.isdecimal() and str(int(cell)) == cell else cell


def _votes(data: Data) -> Sheet:
    columns = ("Vote", "Title", "Number", "Item", "Place", "Score", "Measure", "Voters", "People")
    made = [
        (
            *(f"V{vote['name']}", vote["title"], item["number"], item["title"], item["place"]),
            *(_number(item["score"]), vote["measure"], vote["voters"], vote["people"]),
        )
        for vote in data["votes"]
        for item in vote["placed"]
    ]
    return Sheet("Votes", columns, made)


def _actions(data: Data) -> Sheet:
    """The register; actions whose words are private stay out of it."""
    columns = (
        "Code",
        "Group",
        "What",
        "Who",
        "By when",
        "Indicator",
        "Plan",
        "Status",
        "Note",
        "The same as",
        "Language",
    )
    made = [
        (
            *(action["code"], "" if action["group"].startswith(UNNAMED) else group_name(action["group"])),
            *(action["what"], action["agreed"].get("who") or action["who"], action["agreed"].get("by") or action["by"]),
            *(action["indicator"], action["plan"], "; ".join(action["versions"]) or action["status"]),
            *(action["note"], action["under"], action["language"]),
        )
        for action in data["actions"]
        if not action["private"]
    ]
    return Sheet("Actions", columns, made)


def _people(took: Data) -> Iterator[Sequence[Value]]:
    for group, size in took["sizes"].items():
        yield ("People in each group", "", group_name(group), size)
    for grid in took["tables"]:
        for value, *cells in grid["rows"]:
            for column, cell in zip(grid["columns"][1:], cells, strict=True):
                yield (grid["title"], value, column, _number(cell))
