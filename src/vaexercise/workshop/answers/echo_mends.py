"""Which command changes something in the record that has words of what was withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.workshop.answers.responses import Responses, code_stem

if TYPE_CHECKING:
    from vaexercise.model.question import Question
    from vaexercise.model.session import Session
    from vaexercise.record.revision import Body
    from vaexercise.workshop.workshop import Workshop

_COMMANDS = {
    "sentence": "vaexercise plenary edit {key} “…” --source CODE, or vaexercise plenary edit {key} --take-out",
    "comment": "vaexercise plenary comment {about} --delete NUMBER",
    "vote": "vaexercise plenary vote reopen {vote} --again",
    "sorted": "vaexercise plenary themes park {point} --reason “…”",
    "withdrawn": "it is the reason of another withdrawal, and stays.",
    "easy-read": "vaexercise plenary easy-read --edit",
    "attachment": "attach the picture again with other words: vaexercise workshop attach",
}


class Mends:
    """Names commands for the slots of a workshop."""

    def __init__(self, workshop: Workshop, session: Session) -> None:
        self._workshop, self._fold = workshop, workshop.fold
        self._codes = {point.id: point.code for point in Responses(workshop, session).points()}

    def mend(self, slot: str, code: str) -> str:
        """What to do about a slot that holds words of what had the code."""
        kind, _, rest = slot.partition("/")
        body, key = self._fold.body(slot), rest.rpartition("/")[2]
        if kind == "theme":
            return f"vaexercise plenary themes rename {self._theme(slot, body)} “…”"
        if kind == "action":
            return self._action(key, body)
        if kind in _COMMANDS:
            about = self._codes.get(str(body.get("about")), "CODE")
            point = self._codes.get(key, code)
            return _COMMANDS[kind].format(key=key, about=about, vote=body.get("place"), point=point)
        return self._said(kind, rest)

    def _theme(self, slot: str, body: Body) -> str:
        """A theme by its number, and its question."""
        from vaexercise.workshop.plenary.themes import themes_of  # it reads what groups said, too

        session, key = slot.split("/")[1:3]
        chosen = next(one for one in self._workshop.sessions if one.id == session)
        found = (theme for sorting in themes_of(self._workshop, chosen) for theme in sorting.themes)
        number = next((theme.number for theme in found if theme.id == key), None)
        question = self._question(chosen, str(body.get("question")))
        return f"{number} --question {question.code or question.id}" if number and question else key

    def _question(self, session: Session, key: str) -> Question | None:
        return next((one for one in self._workshop.exercise(session).walk() if one.id == key), None)

    def _action(self, key: str, body: Body) -> str:
        code = str(body.get("code") or self._codes.get(key, key))
        set_ = f"vaexercise plenary actions set {code}"
        if "code" in body:
            return f"{set_} --source plenary, if it was agreed there in these words; else {set_} --status dropped"
        return f"{set_} --note “…”"

    def _said(self, kind: str, rest: str) -> str:
        """About points, answers, and what stands beside them."""
        session, *target = rest.split("/")
        code = self._codes.get(target[-1], "")
        if len(target) > 1:
            chosen = next(one for one in self._workshop.sessions if one.id == session)
            question = self._question(chosen, target[1])
            code = code_stem(chosen, target[0], question) if question else ""
        if kind in ("point", "answer"):
            return f"if it is of the same person, vaexercise feedback withdraw {code}. Else it may stay."
        return f"change its words (:{kind}) where {code} was written: vaexercise feedback enter"
