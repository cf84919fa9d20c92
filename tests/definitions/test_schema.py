from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaexercise.definitions import library, schema, source
from vaexercise.definitions.document import Document
from vaexercise.definitions.sentences import SENTENCES, either
from vaexercise.errors import Problems
from vaexercise.model.exercise import Exercise
from vaexercise.model.form import Item
from vaexercise.model.plain import from_plain, to_plain
from vaexercise.model.privacy import Privacy
from vaexercise.model.rules import RULES, AtLeast, Spread
from vaexercise.model.settings import PlannedSession, Room, Settings
from vaexercise.questions import kind_named, kinds

MONITORING = library.shipped() / "va-monitoring.yaml"

EXERCISE = """\
schema: vaexercise/exercise/1
id: yards
version: 1.10
language: en
title: Opening the school yards
summary: Who may use them.
agenda:
  - {id: work, kind: group, minutes: 10, title: Work, questions: [q-uses]}
questions:
  - {id: q-uses, code: Q1, kind: text, prompt: "Who would use them?"}
"""

GIVES: dict[str, set[str]] = {
    "str": {"string_type"},
    "int": {"int_type", "int_parsing", "int_parsing_size"},
    "bool": {"bool_type", "bool_parsing"},
    "literal": {"literal_error"},
    "tuple": {"tuple_type"},
    "dict": {"dict_type"},
    "dataclass": {"dataclass_type"},
    "dataclass-args": {"missing", "unexpected_keyword_argument"},
    "nullable": set(),
    "default": set(),
    "union": set(),
    "definitions": set(),
    "definition-ref": set(),
}
"""What pydantic can find wrong, by the type of its check; checks that only hold others find nothing themselves."""


def no_lists(_name: str) -> None:
    return None


def read(text: str) -> Exercise:
    return schema.read_exercise(source.load(text.encode(), "yards.yaml"), no_lists)


def said(text: str) -> list[str]:
    """What is wrong with an exercise, without file and line."""
    with pytest.raises(Problems) as caught:
        read(text)
    return [f"{p.where}: {p.sentence.format_map(p.facts)}".removeprefix(": ") for p in caught.value.problems]


def with_question(lines: str) -> str:
    """The exercise with more keys of its question."""
    return EXERCISE.replace('prompt: "Who would use them?"}', f'prompt: "Who?", {lines}}}')


def types_of(node: object) -> set[str]:
    """The types of all checks inside a schema of pydantic."""
    if isinstance(node, dict):
        own = {node["type"]} if isinstance(node.get("type"), str) and node["type"] != "dataclass-field" else set()
        return own.union(*(types_of(part) for key, part in node.items() if key != "metadata"))
    if isinstance(node, (list, tuple)):
        return set().union(*map(types_of, node))
    return set()


def test_every_error_that_can_occur_has_a_sentence() -> None:
    """The sentences are exactly those for the checks of all definitions, question kinds and rules."""
    records = [Exercise, Settings, schema.SharedList, *RULES.values(), *map(kind_named, kinds())]
    found = set().union(*(types_of(schema._adapter(record).core_schema) for record in records))
    assert found <= GIVES.keys()
    assert set().union(*(GIVES[each] for each in found)) == SENTENCES.keys()


def test_scalars_become_what_their_keys_take() -> None:
    """`1.10` stays as written where text is meant; `yes` and `15` become a truth and a number where those are meant."""
    exercise = read(with_question("required: yes, minutes: 10"))
    (question,) = exercise.questions
    assert (exercise.version, question.required, question.minutes) == ("1.10", True, 10)
    assert exercise.minutes == 10


def test_text_is_cleaned_on_the_way_in() -> None:
    """Escape sequences and direction overrides go, letters are composed, paragraphs stay."""
    exercise = read(EXERCISE.replace("Who may use them.", '"\\e[31mCafe\\u0301 \\u202e yards \\n\\nand more \\n"'))
    assert exercise.summary == "Café yards\n\nand more"


def test_an_unknown_kind_gets_the_nearest_or_all() -> None:
    """A word near a kind gets that kind; a word that is near none gets them all."""
    assert said(EXERCISE.replace("kind: text", "kind: textt")) == [
        "questions[1].kind: there is no kind 'textt'; did you mean text?"
    ]
    assert said(EXERCISE.replace("kind: text", "kind: waltz")) == [
        f"questions[1].kind: there is no kind 'waltz'; known are {', '.join(kinds())}"
    ]


def test_a_missing_kind_gets_all_kinds() -> None:
    """A question or a rule that does not say what it is, or is no map, is told what it can be."""
    groups = "groups: {rules: [{by: sex}, sex, []]}\n"
    assert said(groups + EXERCISE.replace("kind: text, ", "")) == [
        f"groups.rules[1]: the key 'rule' is missing; it says {either(list(RULES))}",
        "groups.rules[2]: must be a map with the key rule, not 'sex'",
        "groups.rules[3]: must be a map with the key rule, not a list",
        f"questions[1]: the key 'kind' is missing; it says {either(kinds())}",
    ]


def test_only_kinds_that_occur_are_loaded() -> None:
    """A question is of its kind's class."""
    assert type(read(EXERCISE).questions[0]) is kind_named("text")


def test_follow_ups_nest() -> None:
    """A follow-up is read as a question, and its mistakes are told where they are."""
    follow_up = "follow_up: [{id: q-why, code: Q1a, kind: text, prompt: Why?, follow_up: [%s]}]"
    deeper = "{id: q-how, code: Q1aa, kind: yes-no, prompt: How?}"
    assert [question.id for question in read(with_question(follow_up % deeper)).walk()] == ["q-uses", "q-why", "q-how"]
    assert said(with_question(follow_up % deeper.replace("prompt", "promt"))) == [
        "questions[1].follow_up[1].follow_up[1].promt: the key 'promt' is not known here; did you mean prompt?"
    ]


def test_all_mistakes_are_told_at_once() -> None:
    """Mistakes of the frame, of rules and of questions come together, in the order of their lines."""
    text = "groups: {count: x, rules: [{rule: spread, bye: sex}]}\n" + with_question("max: many, maxx: 1")
    assert said(text.replace("title: Work, ", "")) == [
        "groups.count: must be a whole number such as 12, not 'x'",
        "groups.rules[1].bye: the key 'bye' is not known here; did you mean by?",
        "agenda[1]: the key 'title' is missing",
        "questions[1].max: must be a whole number such as 12, not 'many'",
        "questions[1].maxx: the key 'maxx' is not known here; did you mean max?",
    ]


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ("hint: [a]", "hint: must be text, or a map of languages and texts, not a list"),
        ("hint: {en: [a]}", "hint.en: must be text, not a list"),
        ("hint: {en: }", "hint.en: must be text, but nothing stands here"),
        ("hint: ", "hint: must be text, or a map of languages and texts, but nothing stands here"),
        ("required: {}", "required: must be yes or no, not a map"),
        ("min: []", "min: must be a whole number such as 12, not a list"),
        ("when: q-uses", "when: must be a map, lines such as key: value, not 'q-uses'"),
        ("follow_up: q-why", "follow_up: must be a list, each entry after a - on a line of its own, not 'q-why'"),
        ("per: everyone", "per: must be group, person, country or plenary, not 'everyone'"),
        ("per: grup", "per: must be group, person, country or plenary, not 'grup'; did you mean group?"),
        ("text: x", "text: the key 'text' is not known here; did you mean prompt?"),
        ("when: {a: b}", "when.a: the key 'a' is not known here; known are question, any_of, none_of, answered"),
        ("min:3: x", "min:3: the key 'min:3' is not known here; put a space after the colon"),
    ],
)
def test_a_mistake_in_a_question(keys: str, sentence: str) -> None:
    """Each mistake gets one sentence, at its place, even where several shapes would do."""
    assert f"questions[1].{sentence}" in said(with_question(keys))


def test_a_map_with_wrong_keys() -> None:
    """Where a map takes only certain keys, another one is told at the key, with those it takes."""
    actions = EXERCISE.replace("kind: text", "kind: actions").replace(
        'Who would use them?"', 'Who?", fields: {wat: no}'
    )
    assert said(actions)[0] == (
        "questions[1].fields.wat: must be what, who, by, indicator or plan, not 'wat'; did you mean what?"
    )


def test_a_shared_list_is_filled_in() -> None:
    """Items named by one word come from the shared list; rows and columns can name one too."""
    lists = {"birds": (Item(id="wren", label="Wren"), Item(id="rook", label={"en": "Rook"}))}.get
    checklist = EXERCISE.replace("kind: text", "kind: checklist, items: birds")
    question: Any = schema.read_exercise(source.load(checklist.encode(), "yards.yaml"), lists).questions[0]
    assert question.items == lists("birds")
    columns = "rows: {kind: fixed, items: birds}, columns: [{id: seen, label: Seen, kind: many, options: birds}]"
    matrix = EXERCISE.replace("kind: text", f"kind: matrix, {columns}")
    question = schema.read_exercise(source.load(matrix.encode(), "yards.yaml"), lists).questions[0]
    assert question.rows.items == question.columns[0].options == lists("birds")


def test_an_unknown_shared_list_is_a_problem() -> None:
    """A list that nobody has is told where it is named."""
    assert said(EXERCISE.replace("kind: text", "kind: checklist, items: birds")) == [
        "questions[1].items: there is no shared list 'birds' in the folder lists"
    ]


def test_a_broken_shared_list_comes_with_its_own_problems() -> None:
    """What is wrong in the list's file is told with that file, beside what is wrong in the exercise."""

    def broken(_name: str) -> tuple[Item, ...]:
        return schema.read_list(source.load(b"id: birds\nitems: [{id: wren}]\n", "lists/birds.yaml"))

    checklist = EXERCISE.replace("kind: text", "kind: checklist, items: birds, max: 1")
    with pytest.raises(Problems) as caught:
        schema.read_exercise(source.load(checklist.encode(), "yards.yaml"), broken)
    assert [(p.file, p.where) for p in caught.value.problems] == [
        ("lists/birds.yaml", "items[1]"),
        ("yards.yaml", "questions[1].max"),
    ]


def test_settings_are_read() -> None:
    """Everything in workshop.yaml arrives; a session without an id has that of its exercise."""
    text = """\
schema: vaexercise/workshop/1
title: Opening the school yards
dates: 3 May
sessions:
  - {exercise: yards, code: S1}
  - {id: again, exercise: yards, code: S2, title: Again}
privacy: {attribution: none}
rooms:
  - {name: Library, offers: [step-free, hearing-loop]}
"""
    assert schema.read_settings(source.load(text.encode(), "workshop.yaml")) == Settings(
        schema="vaexercise/workshop/1",
        title="Opening the school yards",
        dates="3 May",
        sessions=(
            PlannedSession(id="yards", exercise="yards", code="S1"),
            PlannedSession(id="again", exercise="yards", code="S2", title="Again"),
        ),
        privacy=Privacy(attribution="none"),
        rooms=(Room(name="Library", offers=("step-free", "hearing-loop")),),
    )


@pytest.mark.parametrize("sessions", ["yards", "[yards]", "[[]]", "[{}]", "{a: b}", "[{exercise: [a]}]", ""])
def test_settings_of_a_wrong_shape_are_problems(sessions: str) -> None:
    """Sessions that are no list of maps are told so."""
    text = f"schema: vaexercise/workshop/1\ntitle: Yards\nsessions: {sessions}\n"
    with pytest.raises(Problems) as caught:
        schema.read_settings(source.load(text.encode(), "workshop.yaml"))
    assert caught.value.problems[0].where.startswith("sessions")


def test_rules_are_read_in_their_order() -> None:
    """A file of rules gives rules of their classes, soft and hard as written."""
    text = "- {rule: spread, by: sex, weight: 2}\n- {rule: at_least, where: {survivor: yes}, n: 2}\n"
    rules = schema.read_rules(source.load(text.encode(), "rules.yaml", list))
    assert rules == (Spread(by="sex", weight=2), AtLeast(where={"survivor": "yes"}, n=2))
    assert [rule.is_hard for rule in rules] == [False, True]


def test_broken_rules_are_problems() -> None:
    """Wrong keys and wrong numbers of a file of rules are told at their place."""
    for text, where in (("- {rule: spread}", "[1]"), ("- {rule: spread, by: sex, weight: 0}", "[1].weight")):
        with pytest.raises(Problems) as caught:
            schema.read_rules(source.load(text.encode(), "rules.yaml", list))
        assert [problem.where for problem in caught.value.problems] == [where]


def test_ids_of_a_shared_list_differ() -> None:
    """Two items of one id are a problem of the list."""
    text = "id: birds\nitems: [{id: wren, label: Wren}, {id: wren, label: Rook}, {id: Rook, label: Rook}]\n"
    with pytest.raises(Problems) as caught:
        schema.read_list(source.load(text.encode(), "lists/birds.yaml"))
    assert [problem.where for problem in caught.value.problems] == ["items[2].id", "items[3].id"]


def paths(data: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every part of plain data."""
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(found for key, part in parts for found in paths(part, (*path, key)))]


WHOLE: dict[str, Any] = source.load(MONITORING.read_bytes(), MONITORING.name).data
KEYS = sorted({path[-1] for path in paths(WHOLE) if path and isinstance(path[-1], str)})
VALUES = st.recursive(
    st.none()
    | st.sampled_from(["", "yes", "-1", "0", "99999", "9" * 5000, "x" * 1000, "q-actors", "Q1", "\x1b[m", "text"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)


def outcome_of(document: Document) -> Exercise | Problems:
    """What reading a document ends in."""
    try:
        return schema.read_exercise(document, library.lists_beside(MONITORING))
    except Problems as error:
        return error


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_any_change_to_a_file_gives_an_exercise_or_problems(data: st.DataObject) -> None:
    """Whatever is put anywhere into an exercise, it is read or it has problems; there is no third way."""
    changed = deepcopy(WHOLE)
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from([path for path in paths(changed) if path]))
        holder: Any = changed
        for part in path[:-1]:
            holder = holder[part]
        holder[path[-1]] = data.draw(VALUES)
        if isinstance(holder, dict) and data.draw(st.booleans()):
            holder[data.draw(st.sampled_from(KEYS))] = data.draw(VALUES)
    document = source.load(MONITORING.read_bytes(), MONITORING.name)
    outcome = outcome_of(Document(changed, document.page, document.marks, document.keys))
    assert isinstance(outcome, Exercise) or outcome.problems
    assert "\x1b" not in str(outcome)


def test_the_shipped_file_is_the_one_that_is_changed() -> None:
    """The file that the law above starts from is whole and right."""
    assert Path(MONITORING).is_file()
    assert library.load(MONITORING).id == WHOLE["id"]


def test_rules_know_where_they_stand() -> None:
    """Each rule carries the file, without its folders, and the line of it; that changes nothing about what it says."""
    text = "# two\n- rule: spread\n  by: sex\n\n- {rule: at_most, where: {sex: f}, n: 2}\n"
    rules = schema.read_rules(source.load(text.encode(), "a/b\\day.yaml", list))
    assert [rule.origin for rule in rules] == ["day.yaml:2", "day.yaml:5"]
    assert rules[0] == Spread(by="sex")
    plain = [to_plain(rule) for rule in rules]
    assert plain[0] == {"by": "sex", "rule": "spread", "origin": "day.yaml:2"}
    assert from_plain(Spread, plain[0]).origin == "day.yaml:2"
    assert to_plain(rules[:1], as_written=True) == [{"by": "sex", "rule": "spread"}]


def test_nobody_writes_where_a_rule_stands() -> None:
    """The key `origin` of a rule is refused as unknown, beside all else, and never offered as a known one."""
    text = "- {rule: spread, by: sex, origin: 'x:1', wait: 2}\n- {rule: spread, origin: [1]}\n"
    with pytest.raises(Problems) as raised:
        schema.read_rules(source.load(text.encode(), "rules.yaml", list))
    said = [line for line in str(raised.value).splitlines() if line.startswith("rules.yaml")]
    assert [line.split(": ", 1)[1] for line in said] == [
        "[1].origin: the key 'origin' is not known here; known are rule, hard, weight, by",
        "[1].wait: the key 'wait' is not known here; did you mean weight?",
        "[2]: the key 'by' is missing",
        "[2].origin: the key 'origin' is not known here; known are rule, hard, weight, by",
    ]
