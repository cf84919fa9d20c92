"""Pictures of the day in the record: `attachment/ID` holds what one shows in words, and who agreed to it.

The picture itself is a file in `attachments/`, named by that id, and its digest stands in the record: so what is erased
leaves nothing behind by which somebody could find out which picture it was.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.errors import NotSaved, Refused, Unknown
from vaexercise.model.edition import DayPicture
from vaexercise.model.text import clean_line
from vaexercise.record.revision import token
from vaexercise.workshop.people.forgetting import erase
from vaexercise.workshop.pictures.kept import ATTACHMENT, KINDS, Kept, drop_erased, is_id, keep, leave, picture_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.record.fold import Fold
    from vaexercise.record.revision import Body
    from vaexercise.workshop.pictures.bare import Bare, Kind
    from vaexercise.workshop.workshop import Workshop

LONGEST = 1_000
"""Characters of an alternative text, of a caption, of a consent."""
_ID_LENGTH = 10


class Told(NamedTuple):
    """What people say of a picture.

    `consent` is who agreed, in words; `nobody` says that nobody can be recognised in it.
    """

    alternative: str
    caption: str = ""
    consent: str = ""
    nobody: bool = False


class Attachment(NamedTuple):
    """A picture of the day; `place` orders them."""

    id: str
    kept: Kept
    told: Told
    place: int

    @property
    def consented(self) -> bool:
        """Whether it may leave the room."""
        return self.told.nobody or bool(self.told.consent)


def attachments(fold: Fold) -> list[Attachment]:
    """All that are there, in the order in which they came; what no picture could be called is none."""
    found = (_read(slot.removeprefix(ATTACHMENT), body) for slot, body in fold.slots(ATTACHMENT))
    return sorted(filter(None, found), key=lambda one: (one.place, one.id))


def _read(key: str, body: Body) -> Attachment | None:
    kind, alternative, caption, consent = (str(body.get(name, "")) for name in ("kind", "alt", "caption", "consent"))
    if not is_id(key) or kind not in KINDS:
        return None
    told = Told(alternative, caption, consent, nobody=bool(body.get("nobody")))
    return Attachment(key, Kept(f"{key}.{kind}", str(body.get("digest"))), told, int(body.get("place", 0)))


def day_pictures(fold: Fold) -> tuple[DayPicture, ...]:
    """Those that are there, in words, as a synthesis has them."""
    return tuple(
        DayPicture(id=one.id, alternative=one.told.alternative, caption=one.told.caption, consented=one.consented)
        for one in attachments(fold)
    )


def attach(workshop: Workshop, found: Bare, told: Told) -> tuple[Attachment, bool]:
    """Keep a picture with what is said of it; and whether it is new. One that is there gets the new words.

    Raises `Refused` without an alternative text, and for words that contradict each other; and `NotSaved`.
    """
    words, digest = _checked(told), sha256(found.data).hexdigest()
    with workshop.alone():
        there = attachments(workshop.fold)
        known = next((one for one in there if one.kept.digest == digest), None)
        made = known._replace(told=words) if known else _new(found.kind, digest, words, there)
        keep(workshop.folder, made.kept, found.data)
        try:
            workshop.record([(f"{ATTACHMENT}{made.id}", _body(made))])
        except NotSaved:
            if known is None:
                leave(workshop.folder, made.kept)
            raise
    return made, known is None


def _new(kind: Kind, digest: str, words: Told, there: Sequence[Attachment]) -> Attachment:
    key = token(_ID_LENGTH)
    return Attachment(key, Kept(f"{key}.{kind}", digest), words, 1 + max((one.place for one in there), default=0))


def _body(made: Attachment) -> dict[str, object]:
    alternative, caption, consent, nobody = made.told
    said = {"alt": alternative, "caption": caption, "consent": consent, "nobody": nobody}
    kind = made.kept.file.rpartition(".")[2]
    return {"kind": kind, "digest": made.kept.digest, "place": made.place, **{k: v for k, v in said.items() if v}}


def _checked(told: Told) -> Told:
    alternative, caption, consent = (clean_line(word) for word in told[:3])
    words = Told(alternative, caption, consent, nobody=told.nobody)
    if not words.alternative:
        raise Refused(
            reason='Say what the picture shows, for who does not see it: --alt "Four people around a flipchart". '
            "Nothing was attached."
        )
    if too_long := next((word for word in words[:3] if len(word) > LONGEST), ""):
        raise Refused(
            reason=f"What is said of a picture has at most {LONGEST:,} characters; “{too_long:.40}…” has "
            f"{len(too_long):,}. Nothing was attached."
        )
    if words.consent and words.nobody:
        raise Refused(reason="Say --consent, or --people none if nobody can be recognised; not both.")
    return words


def find_attachment(workshop: Workshop, word: str) -> Attachment:
    """The picture with that id or number in the list, from 1; by its id also one taken back. Raises `Unknown`."""
    there = attachments(workshop.fold)
    wanted = word.strip().casefold()
    numbered = {str(number): one for number, one in enumerate(there, start=1)}
    known = {one.id: one for one in (*taken_back(workshop), *there)}
    if found := known.get(wanted) or numbered.get(wanted):
        return found
    ids = ", ".join(one.id for one in there) or "none"
    raise Unknown(kind="picture", name=f"{word:.40}", hint=f"There are: {ids}.")


def remove(workshop: Workshop, found: Attachment) -> list[str]:
    """Erase a picture and all that was said of it, for good.

    Gives the files of the log that living sittings hold, and which are erased when those end. Raises `NotSaved`.
    """
    held = erase(workshop, [f"{ATTACHMENT}{found.id}"])
    drop_erased(workshop.folder, workshop.fold)
    return held


def taken_back(workshop: Workshop) -> list[Attachment]:
    """Pictures of which an undo left only the file."""
    history = workshop.fold.revisions.values()
    once = {r.slot: r.body for r in history if r.body and r.slot.startswith(ATTACHMENT)}
    found = (_read(slot.removeprefix(ATTACHMENT), body) for slot, body in once.items() if not workshop.fold.body(slot))
    return [one for one in found if one and picture_of(workshop.folder, one.kept) is not None]


def missing(workshop: Workshop) -> Iterator[Attachment]:
    """Pictures whose files are not there as they were attached."""
    return (one for one in attachments(workshop.fold) if picture_of(workshop.folder, one.kept) is None)
