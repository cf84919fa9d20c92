"""Whether a session's summary is approved: `approval/SESSION` holds a digest of what was, and who approved it.

What changed since makes it a draft again. The digest is that of the synthesis. Beside it stands one of the record: so
another version of the program, which may put things together in another way, makes no draft of what nobody changed.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.model.edition import Approval
from vaexercise.model.plain import to_plain
from vaexercise.record.revision import canonical
from vaexercise.workshop.days import day_of, last_change
from vaexercise.workshop.names import APPROVER, name_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vaexercise.model.session import Session
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.record.fold import Fold
    from vaexercise.record.revision import Revision
    from vaexercise.workshop.workshop import Workshop

_BESIDE = ("sitting/", "undo/", "erasure/", "approval/", "name/", "clock/")


class Digests(NamedTuple):
    """What was approved, as it was put together and as it stood in the record."""

    digest: str
    record: str


def approval_slot(session: Session) -> str:
    """Where the approval of a session stands."""
    return f"approval/{session.id}"


def digests(fold: Fold, made: Synthesis) -> Digests:
    """Digests of a synthesis that is not the public one, and of the record that it was made from."""
    said = {slot: body for slot, body in fold.slots("") if not slot.startswith(_BESIDE)}
    return Digests(_digest(to_plain(made)), _digest(said))


def _digest(value: object) -> str:
    return sha256(canonical(value).encode(errors="surrogatepass")).hexdigest()


def approval(workshop: Workshop, session: Session, made: Callable[[], Synthesis]) -> Approval:
    """Whether that synthesis, which is not the public one, is approved; it is made only if there is an approval at all.

    Of two approvals made apart, that of what stands now counts.
    """
    given = [head for head in workshop.fold.heads(approval_slot(session)) if head.body]
    if not given:
        return Approval(changed_on=last_change(workshop))
    now = digests(workshop.fold, made())
    standing = next((one for one in given if _is_of(one, now)), None)
    one = standing or given[0]
    return Approval(
        state="approved" if standing else "changed",
        on=day_of(one.at),
        by=name_of(workshop, session, APPROVER, str(one.body.get("name", ""))),
        changed_on=last_change(workshop),
    )


def _is_of(approved: Revision, now: Digests) -> bool:
    return approved.body.get("digest") == now.digest or approved.body.get("record") == now.record
