"""What the tests of sheets share: an exercise with every kind, what groups may say to it, files and back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from vaexercise.capture.sheets import Past, SheetReader, Wanted, page, read_document, record_sheets
from vaexercise.capture.sheets.formats import format_named, formats
from vaexercise.definitions import library
from vaexercise.errors import Problems, Unreadable
from vaexercise.model.exercise import Exercise
from vaexercise.model.form import is_asked
from vaexercise.model.groups import PLENARY
from vaexercise.questions.reading import read_typed
from vaexercise.workshop.answers.feedback import Feedback
from vaexercise.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vaexercise.capture.sheets import Taken
    from vaexercise.model.form import Blank, Form, Value, Values
    from vaexercise.model.question import Question

FORMATS = formats()
EVERY_KIND = library.load(Path(__file__).parents[1] / "data" / "sheets" / "every-kind.yaml")
ALL = Wanted(private=True)
QUESTIONS = [question for question in EVERY_KIND.walk() if question.form().blanks]


@dataclass
class Room:
    """A workshop, and the exercise that its groups work on."""

    feedback: Feedback
    exercise: Exercise = EVERY_KIND

    def fresh(self) -> Feedback:
        """The workshop opened again, as a next command does."""
        opened = Workshop(self.feedback.workshop.folder, command="feedback import")
        return Feedback(opened, opened.session())

    def written(self, ending: str, group: str = "g2", wanted: Wanted = ALL) -> bytes:
        """A sheet of a group in a format."""
        return format_named(ending).write([page(self.feedback, self.exercise, group, wanted)])

    def take(self, data: bytes | str, ending: str, *, group: str = "", dry: bool = False) -> list[Taken]:
        """What comes of a file, taken in by a command of its own."""
        self.feedback = self.fresh()
        raw = data.encode() if isinstance(data, str) else data
        document = read_document(raw, f"sheet.{ending}", format_named(ending))
        codes = Past(self.feedback).codes()
        reader = SheetReader(self.exercise, 3, self.feedback.offered, group=group, codes=codes)
        taken = record_sheets(self.feedback, reader.read(document), dry=dry)
        self.feedback = self.fresh()
        return taken

    def faults(self, data: bytes | str, ending: str) -> list[str]:
        """The problems of a file, each in one line; nothing of it is recorded."""
        before = len(self.feedback.workshop.fold.revisions)
        try:
            self.take(data, ending)
        except Problems as problems:
            assert len(self.fresh().workshop.fold.revisions) == before
            return [str(problem).partition("\n")[0] for problem in problems.problems]
        raise AssertionError("there were no problems")

    def said(self, group: str = "g2") -> dict[str, Any]:
        """All that a group said, by question, with its marks."""
        found: dict[str, Any] = {}
        for response in self.feedback.responses(self.exercise.walk(), [group]):
            if response.entries:
                found[response.question] = [
                    (e.values, e.language, getattr(e, "star", False), e.private, e.agreement, e.gloss, e.parked)
                    for e in response.entries
                ]
            elif response.state != "open":
                found[response.question] = response.state
        return found


def room(folder: Path) -> Room:
    """A room whose workshop stands in a folder."""
    opened = Workshop(folder, command="feedback enter")
    return Room(Feedback(opened, opened.session()))


def group_of(question: Question) -> str:
    return PLENARY if question.per == PLENARY else "g2"


def say(feedback: Feedback, question: Question, rows: Iterable[Values], language: str = "") -> None:
    """Record what a group said to a question."""
    group, given = group_of(question), list(rows)
    if question.form().repeats:
        feedback.add_points(question, group, given, languages=[language] * len(given))
    else:
        feedback.set_answer(question, group, given[0], language=language)


# U+FFFE and U+FFFF are left out: they are no characters, and XML, hence XLSX, cannot hold them.
NASTY = st.sampled_from(
    [
        '=HYPERLINK("x")', "'=1", "''-1", "+1", "@a", "- a", "# a", "1. a", "1) a", "> a", "[/b]", "**G2-Q2-01** a",
        "G2-Q2-01 a", "a\\", "\\", "a\\\\", "`a`", "*skipped*", "not-discussed", "a: b", "a:", ":star 1", "yes",
        "null", "~", "a; b", "a, b", "a|b", '"', "'", '"a" b', "a\tb", "a\nb", "a\n\nb\n- c", "_x000D_", "_x0041_",
        "&amp;", "<b>", "a\u2028b", "\u202eabc", "\u1785\u17c6\u178e\u17bb\u1785",
        "\u0646\u0642\u0637\u0629\u060c \u0623\u062e\u0631\u0649", "\U0001f469\u200d\U0001f9bd", "e\u0301", "\ufeffa",
        "a\u3000b", "a  \u2003 b", "question,text", "sep=;", "---", "```", "{a: b}", "[a]", "!x", "&x", "%x", "1,5",
        "\x85a", "a\x7fb", "text", "code", "question", "a\x1bb", '{"a": 1}', "0", "-0", "1e5", "2026-05-01", "TRUE",
        "\u2022 a", "a\rb",
    ]
)  # fmt: skip
PRINTED = st.characters(codec="utf-8", exclude_characters="\ufffe\uffff")
HOSTILE = NASTY | st.text(PRINTED, min_size=1, max_size=30) | st.tuples(NASTY, NASTY).map(" ".join)


@st.composite
def half_filled(draw: st.DrawFn, form: Form) -> Values:
    """A form of which any part is filled in, as at a terminal: of a point the first blank, and any others."""
    blanks = (*form.blanks, *form.extras)
    chosen = draw(st.sets(st.sampled_from(blanks).map(lambda blank: blank.name), min_size=1))
    found = {blank.name: draw(value_of(blank)) for blank in blanks if blank.name in chosen or form.repeats}
    first = blanks[0].name if form.repeats else ""
    return {name: value for name, value in found.items() if value not in ("", ()) and (name == first or name in chosen)}


def value_of(blank: Blank) -> st.SearchStrategy[Value]:
    """What can come to stand in a blank, however it is typed."""
    names = [item.id for item in blank.choices]
    if blank.kind == "number":
        least = -9 if blank.least is None else blank.least
        most = 10**12 if blank.most is None else blank.most
        whole = st.integers(least, most)
        return whole if blank.whole else whole | st.just("1.50")
    typed = HOSTILE if blank.kind in {"line", "text"} or blank.other else st.nothing()
    own: st.SearchStrategy[Value] = typed.map(lambda text: _typed(blank, text))
    if blank.kind == "one":
        return (st.sampled_from(names) | own) if names else own
    if blank.kind in {"many", "order"}:
        several = st.lists(st.sampled_from(names), min_size=1, unique=True).map(tuple)
        return several.map(lambda picked: picked if blank.kind == "order" else _in_order(names, picked)) | own
    return own


def _in_order(names: list[str], picked: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name in picked)


def _typed(blank: Blank, text: str) -> Value:
    """Own words as they are kept; one choice of own words as a list has it, with its commas."""
    try:
        if blank.kind == "many":
            one = read_typed(_single(blank), text)
            return (str(one),) if one else ()
        return read_typed(blank, text)
    except Unreadable:
        return () if blank.kind == "many" else ""


def _single(blank: Blank) -> Blank:
    return replace(blank, kind="one", required=False)


@st.composite
def filled(draw: st.DrawFn, form: Form) -> Values:
    """A form filled in: all that is required, and some of the rest."""
    values: dict[str, Value] = {}
    for blank in (*form.blanks, *form.extras):
        if not is_asked(blank, values):
            continue
        value = draw(value_of(blank))
        if value in ("", ()) and blank.required:
            value = draw(value_of(blank).filter(lambda found: found not in ("", ())))
        if value not in ("", ()) and (blank.required or draw(st.booleans())):
            values[blank.name] = value
    return values
