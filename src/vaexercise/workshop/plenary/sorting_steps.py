"""Takes back what sorting wrote, step by step: what this sitting did, then what was done before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.workshop.answers.signing import refuse_if_signed
from vaexercise.workshop.log import undoing
from vaexercise.workshop.log.wording import Wording
from vaexercise.workshop.plenary.themes import SLOTS

if TYPE_CHECKING:
    from vaexercise.model.session import Session
    from vaexercise.record.revision import Revision
    from vaexercise.workshop.log.undoing import Step
    from vaexercise.workshop.workshop import Workshop

COMMANDS = ("plenary sort", "plenary themes")
"""What a sitting's command begins with if all that it wrote is sorting: points too that were split."""

_OF_QUESTION = 3
"""Slashes in `sorted/SESSION/QUESTION/…`: what was there, or was refused; not what was decided about a point."""


def sorting_steps(workshop: Workshop, session: Session) -> list[Step]:
    """The steps of sorting that could be taken back: those of this sitting newest first, then all others."""
    found = [step for step in undoing.steps(workshop) if _is_sorting(workshop, session, step)]
    return sorted(found, key=lambda step: step.sitting != workshop.sitting.id)


def _is_sorting(workshop: Workshop, session: Session, step: Step) -> bool:
    slots = [revision.slot for revision in step.revisions]
    if all(_only_says_what_was_there(revision) for revision in step.revisions):
        return False
    here = all(slot.split("/")[1] == session.id for slot in slots)
    command = str(workshop.fold.body(f"sitting/{step.sitting}").get("command", ""))
    return here and (command.startswith(COMMANDS) or all(slot.startswith(SLOTS) for slot in slots))


def _is_of_question(revision: Revision) -> bool:
    return revision.slot.startswith("sorted/") and revision.slot.count("/") == _OF_QUESTION


def _only_says_what_was_there(revision: Revision) -> bool:
    return _is_of_question(revision) and not is_refusal(revision)


def is_refusal(revision: Revision) -> bool:
    """Whether it says of points that they are no theme together."""
    return _is_of_question(revision) and "refused" in revision.body


def is_older(workshop: Workshop, session: Session, step: Step) -> bool:
    """Whether a step was done before one that was taken back last: then nobody may know any more what it did."""
    undone = {key for _, body in workshop.fold.slots(undoing.UNDO) for key in body["revisions"]}
    known = workshop.fold.revisions
    at = [known[key].at for key in undone if key in known and _may_be_sorting(known[key], session)]
    return bool(at) and step.at < max(at)


def _may_be_sorting(revision: Revision, session: Session) -> bool:
    return revision.slot.startswith(SLOTS) and revision.slot.split("/")[1] == session.id


def told(workshop: Workshop, step: Step) -> str:
    """When a step was done, by whom and with which command, in words."""
    body = workshop.fold.body(f"sitting/{step.sitting}")
    command, by = str(body.get("command", "")), str(body.get("by", ""))
    return " ".join(
        filter(None, [f"what `{command}` did" if command else "what was done", f"for {by}" if by else "", _when(step)])
    )


def _when(step: Step) -> str:
    return f"on {step.at[:10]} at {step.at[11:16]}"


def take_back(workshop: Workshop, session: Session, step: Step) -> list[str]:
    """Undo a step, and say in words what is taken back.

    Raises `Refused` if what it did was changed since by somebody else, if people have voted on its themes, or if a
    group whose point it split has signed off; and `NotSaved`.
    """
    from vaexercise.workshop.plenary.voted import refuse_if_voted  # it reads themes itself

    themes = [r.slot.rpartition("/")[2] for r in step.revisions if r.slot.startswith("theme/")]
    refuse_if_voted(workshop, session, themes)
    for revision in step.revisions:
        if revision.slot.startswith("point/"):
            refuse_if_signed(workshop, session, str(workshop.fold.body(revision.slot).get("group", "")))
    said = in_words(workshop, step)
    undoing.undo(workshop, [step])
    return said


def in_words(workshop: Workshop, step: Step) -> list[str]:
    """What a step did, a line for each theme and point. Of points that are private now, the words are not said."""
    wording, found = Wording(workshop), []
    for revision in step.revisions:
        kind = revision.slot.partition("/")[0]
        if kind == "theme":
            found.append(f"{wording.slot(revision.slot)} {_done_to_theme(workshop, wording, revision)}")
        elif kind != "order" and not _only_says_what_was_there(revision):
            found.append(f"{wording.slot(revision.slot)}: {wording.content(revision.slot, revision.body)}")
    return found


def _done_to_theme(workshop: Workshop, wording: Wording, revision: Revision) -> str:
    """Whether a theme was opened, renamed, merged or deleted."""
    if not revision.body:
        return "deleted"
    if "into" in revision.body:
        return f"merged: {wording.content(revision.slot, revision.body)}"
    known = workshop.fold.revisions
    before = [str(known[key].body.get("title", "")) for key in revision.parents if key in known]
    return f"renamed to “{revision.body['title']}”, before: “{before[0]}”" if any(before) else "opened"


def points_of(step: Step) -> list[str]:
    """The ids of the points that a step decided about."""
    slots = [r.slot for r in step.revisions if r.slot.startswith("sorted/") and not _is_of_question(r)]
    return [slot.rpartition("/")[2] for slot in slots]
