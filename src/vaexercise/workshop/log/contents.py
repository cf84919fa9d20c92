"""What revisions say, in words: answers with the labels of their question, in the order of its form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from vaexercise.errors import Unknown
from vaexercise.model.form import shown
from vaexercise.model.groups import PLENARY, group_name
from vaexercise.model.text import counted, in_language
from vaexercise.questions.actions import AGREED, LABELS
from vaexercise.questions.summing import NO_ANSWER
from vaexercise.workshop.answers.feedback import Feedback

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from vaexercise.model.form import Form, Value, Values
    from vaexercise.model.question import Question
    from vaexercise.record.revision import Body
    from vaexercise.workshop.workshop import Workshop

DELETED = "deleted"
PRIVATE = "not shown: private"


class Part(NamedTuple):
    """One thing that a body says. `key` is the same in all versions; without a `label`, the words stand alone."""

    key: str
    label: str
    words: str

    def __str__(self) -> str:
        words = self.words or NO_ANSWER
        return f"{self.label}: {words}" if self.label else words


class Contents:
    """Says what stands in the slots of a workshop, as far as its exercises know what was asked.

    What is private now is not said, nor what it was before, unless `private` asks for the words.
    """

    def __init__(self, workshop: Workshop, *, private: bool = False) -> None:
        self._workshop, self._private = workshop, private
        self._asked: dict[str, tuple[str, dict[str, Question]]] = {}

    def question(self, session: str, name: str) -> Question | None:
        """The question with that id in a session, with the options it takes from others; None if it is not known."""
        return self._session(session)[1].get(name)

    def _session(self, name: str) -> tuple[str, dict[str, Question]]:
        """The language of a session's exercise, and its questions by id."""
        if name not in self._asked:
            self._asked[name] = self._read(name)
        return self._asked[name]

    def _read(self, name: str) -> tuple[str, dict[str, Question]]:
        session = next((one for one in self._workshop.sessions if one.id == name), None)
        if session is None:
            return "en", {}
        try:
            exercise = self._workshop.exercise(session)
        except (Unknown, ValueError):  # the room goes on with what is in the log
            return "en", {}
        said = Feedback(self._workshop, session)
        return exercise.language, {q.id: q.offering(said.offered(q)) for q in exercise.walk()}

    def line(self, slot: str, body: Body) -> str:
        """All that a body says, in a line."""
        kind = slot.partition("/")[0]
        if not body:
            return DELETED
        if self._is_hidden(slot):
            return PRIVATE
        if kind in _FILLED:
            return self._filled(slot, body)
        beside = {"action": self._action, "theme": self._theme, "sorted": self._sorted}.get(kind)
        if beside:
            return beside(slot, body)
        say = _LINES.get(kind)
        return say(body) if say else str(dict(body))

    def differences(self, slot: str, bodies: Sequence[Body]) -> list[str]:
        """For each version of a slot, in a line, only what the versions do not all say; `–` where one says nothing.

        A version is said in full where it is the only one that is not deleted, or where nothing tells it apart.
        """
        if self._is_hidden(slot):
            return [self.line(slot, body) for body in bodies]
        versions = [{part.key: part for part in self._parts(slot, body)} for body in bodies if body]
        known = {key: part for version in versions for key, part in version.items()}
        apart = [part for key, part in known.items() if len({_words(version, key) for version in versions}) > 1]
        if not apart:
            return [self.line(slot, body) for body in bodies]
        told = iter("; ".join(str(p._replace(words=_words(v, p.key))) for p in apart) for v in versions)
        return [next(told) if body else DELETED for body in bodies]

    def _is_hidden(self, slot: str) -> bool:
        """Whether words stand in it that the group keeps to itself: its own, a translation, what became of them."""
        kind, _, target = slot.partition("/")
        return not self._private and kind in _OF_WORDS and bool(self._workshop.fold.body(f"private/{target}"))

    def _filled(self, slot: str, body: Body) -> str:
        language, question = self._about(slot, body)
        values = _values(body)
        if question is None:
            bare = len(values) == 1 and slot.startswith("point/")
            return "; ".join(_said(value) if bare else f"{name}: {_said(value)}" for name, value in values.items())
        others = [f"{name}: {_said(value)}" for name, value in _beside(question.form(), values)]
        return "; ".join(filter(None, [question.in_words(values, language), *others]))

    def _action(self, slot: str, body: Body) -> str:
        """How far an action is, what was agreed since, and its own words if it has any."""
        own = body.get("values", {})
        status = ": ".join(filter(None, [str(body.get("status", "open")), str(body.get("note", ""))]))
        agreed = [f"{in_language(LABELS[name], 'en')}, as agreed: {body[name]}" for name in AGREED if body.get(name)]
        under = [f"the same as {self._code_below(slot, str(body['under']))}"] if body.get("under") else []
        said = [f"{in_language(label, 'en')}: {own[name]}" for name, label in LABELS.items() if own.get(name)]
        named = str(body.get("source", ""))
        source = [f"From: {self._origin(slot, named)}"] if named else []
        return "; ".join([*said, *source, status, *agreed, *under])

    def _origin(self, slot: str, named: str) -> str:
        """What an action comes from: the plenary, a theme by its title, or a code."""
        if named.startswith("theme/"):
            return self.theme(slot.split("/")[1], named.removeprefix("theme/"))
        return group_name(named) if named == PLENARY else named

    def theme(self, session: str, key: str) -> str:
        """A theme by its title, the last that it had."""
        history = self._workshop.fold.history(f"theme/{session}/{key}")
        return next((f"“{r.body['title']}”" for r in reversed(history) if r.body.get("title")), key)

    def _theme(self, slot: str, body: Body) -> str:
        session = slot.split("/")[1]
        into = f", part of {self.theme(session, str(body['into']))}" if body.get("into") else ""
        return f"“{body['title']}”{into}"

    def _sorted(self, slot: str, body: Body) -> str:
        """What was decided about a point: its themes, or that it stands apart."""
        session = slot.split("/")[1]
        if "points" in body:
            return counted(len(body["points"]), "point")
        if "refused" in body:
            return f"{counted(len(body['refused']), 'point')}, refused"
        opposes = body.get("opposes", ())
        themes = [self.theme(session, key) + " (opposes)" * (key in opposes) for key in body.get("themes", ())]
        if themes:
            return f"in {' and '.join(themes)}"
        if body.get("unique"):
            return "unique to its group"
        return f"parked: {body['parked']}" if body.get("parked") else "left to be sorted"

    def _code_below(self, slot: str, key: str) -> str:
        """The code of another action of the same session."""
        session = slot.split("/")[1]
        found = (self._workshop.fold.body(f"{kind}/{session}/{key}").get("code") for kind in ("point", "action"))
        return next(filter(None, found), "another action")

    def _parts(self, slot: str, body: Body) -> Iterator[Part]:
        kind = slot.partition("/")[0]
        if kind in _FILLED:
            yield from self._blanks(*self._about(slot, body), _values(body))
            yield from self._circumstances(slot, body)
        elif kind == "participant":
            yield Part("/name", "", str(body.get("name", "")))
            yield from (Part(name, name, str(value)) for name, value in body.get("attributes", {}).items())
        elif kind == "draw":
            yield Part("/groups", "Groups", str(len(body["groups"])))
            yield Part("/people", "People", str(sum(map(len, body["groups"]))))
            yield Part("/seed", "Seed", str(body["seed"]))

    def _blanks(self, language: str, question: Question | None, values: Values) -> Iterator[Part]:
        if question is None:
            yield from (Part(name, name, _said(value)) for name, value in values.items())
            return
        form = question.form()
        for blank in (*form.blanks, *form.extras):
            label = "" if form.blanks == (blank,) else in_language(blank.label, language)
            yield Part(blank.name, label, shown(blank, values.get(blank.name, ""), language))
        yield from (Part(name, name, _said(value)) for name, value in _beside(form, values))

    def _circumstances(self, slot: str, body: Body) -> Iterator[Part]:
        """What is not said with a point, but may be what tells two versions apart."""
        yield Part("/language", "Language", str(body.get("language", "")))
        if slot.startswith("point/"):
            _, question = self._about(slot, body)
            code = question.code if question and question.code else str(body.get("question", ""))
            yield Part("/group", "Group", group_name(str(body.get("group", ""))).removeprefix("Group "))
            yield Part("/question", "Question", code)
            yield Part("/place", "Place", str(body.get("place", "")))

    def _about(self, slot: str, body: Body) -> tuple[str, Question | None]:
        """The language of the labels, and the question that a point or an answer is about."""
        _, session, *parts = slot.split("/")
        language, questions = self._session(session)
        return language, questions.get(str(body.get("question", parts[-1] if parts else "")))


def _words(version: Mapping[str, Part], key: str) -> str:
    return version[key].words if key in version else ""


def _values(body: Body) -> Values:
    """What was filled in; JSON lists back to tuples."""
    values = body.get("values", {})
    return {name: tuple(map(str, value)) if isinstance(value, list) else value for name, value in values.items()}


def _beside(form: Form, values: Values) -> list[tuple[str, Value]]:
    """What was filled in into blanks that the form does not have any more."""
    known = {blank.name for blank in (*form.blanks, *form.extras)}
    return [(name, value) for name, value in values.items() if name not in known]


def _said(value: Value) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _attributes(body: Body) -> str:
    return "; ".join([body["name"], *(f"{name}: {value}" for name, value in body["attributes"].items() if value)])


def _draw(body: Mapping[str, Any]) -> str:
    return f"{counted(len(body['groups']), 'group')}, seed {body['seed']}"


def _confirmed(body: Mapping[str, Any]) -> str:
    return f"{counted(body['points'], 'point')}, {counted(body['answers'], 'answer')}"


def _approved(body: Mapping[str, Any]) -> str:
    beside = [str(body[name]) for name in ("note", "reason") if body.get(name)]
    return "; ".join([f"approved: {_confirmed(body)}", *beside])


def _pictured(body: Mapping[str, Any]) -> str:
    agreed = "nobody can be recognised" if body.get("nobody") else f"consent: {body.get('consent') or 'none'}"
    return "; ".join(filter(None, [str(body["alt"]), str(body.get("caption", "")), agreed]))


def _purged(body: Mapping[str, Any]) -> str:
    gone = f"{counted(body['people'], 'person', 'people')}, {counted(body['pictures'], 'picture')}"
    return "; ".join(filter(None, [gone, str(body.get("reason", ""))]))


_FILLED = ("point", "answer")
_OF_WORDS = (*_FILLED, "gloss", "action", "sorted")
_LINES: Mapping[str, Callable[[Body], str]] = {
    "state": lambda body: str(body["state"]).replace("-", " "),
    "star": lambda _: "headline",
    "private": lambda body: f"private: {body['reason']}",
    "agree": lambda body: str(body["agreement"]),
    "gloss": lambda body: str(body["text"]),
    "park": lambda body: f"parked: {body['reason']}",
    "confirm": lambda _: "as it stood then",
    "comment": lambda body: str(body["text"]),
    "order": lambda body: counted(len(body["points"]), "point"),
    "clock": lambda body: f"started {body['started']}",
    "sign-off": lambda body: f"confirmed: {_confirmed(body)}" if body.get("signed") else f"reopened: {body['reason']}",
    "name": lambda body: str(body["by"]),
    "placing": lambda body: group_name(body["group"]),
    "draw": _draw,
    "definition": lambda body: f"{body['file']} as it was then",
    "participant": _attributes,
    "sensitive": lambda _: "not shown",
    "erasure": lambda body: f"{counted(len(body['slots']), 'slot')} erased",
    "withdrawn": lambda body: str(body.get("reason") or "withdrawn"),
    "vote": lambda body: f"{body['title']}: {body['state']}",
    "ballot": lambda body: "spoilt, not shown" if body.get("spoilt") else "not shown",
    "sentence": lambda body: "taken out" if body.get("gone") else str(body["text"]),
    "easy-read": lambda body: " ".join(map(str, body["paragraphs"])),
    "attachment": _pictured,
    "approval": _approved,
    "purge": _purged,
    "undo": lambda body: f"{counted(len(body['revisions']), 'change')} undone",
    "sitting": lambda body: "; ".join(f"{key}: {value}" for key, value in body.items()),
}
"""What a body says, by the kind of its slot."""
