"""Changes key findings one by one, and says what was saved and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.errors import Refused
from vaexercise.plenary.faults import of_secrets, of_sentences, to_read_again
from vaexercise.workshop.log import undoing
from vaexercise.workshop.plenary import sentences as kept
from vaexercise.workshop.plenary.summary import whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.model.session import Session
    from vaexercise.plenary.faults import Fault
    from vaexercise.plenary.sentences import Sentence
    from vaexercise.workshop.workshop import Workshop


def about(sentence: Sentence) -> str:
    """Its sources, its key and what became of it, in a line."""
    names = ", ".join(source.name for source in sentence.sources) or "no source"
    state = "; taken out" if sentence.gone else "; edited" if sentence.edited and sentence.draft else ""
    held = f"; in no report: {', '.join(sentence.held)} was withdrawn" if sentence.held else ""
    return f"From {names}; key {sentence.key}{state}{held}"


class Rewording:
    """Changes sentences of a session; `told` says what was saved last, `last` is its key."""

    def __init__(self, workshop: Workshop, session: Session) -> None:
        self._workshop, self._session = workshop, session
        self.told = self.last = ""
        self.read()

    def read(self) -> None:
        """Take in what the record says now."""
        self._workshop.log.refresh()
        self._found = whole(self._workshop, self._session)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All of them, those too that were taken out."""
        return self._found.synthesis.sentences

    def add(self, text: str, names: Sequence[str]) -> None:
        """Add a sentence made of sources with these names."""
        self.last = kept.add(self._workshop, self._session, text, kept.named_sources(self._found.sources(), names))
        self._saved("Added")

    def change(self, key: str, text: str, names: Sequence[str], *, take_out: bool = False) -> None:
        """Give a sentence other words, take it out, or, without either, let its draft stand again."""
        sentence = kept.named_sentence(self.sentences, key)
        self.last = sentence.key
        if take_out:
            kept.take_out(self._workshop, self._session, sentence)
            self.told = f"Taken out: {sentence.text}"
        elif text:
            sources = kept.named_sources(self._found.sources(), names)
            kept.rewrite(self._workshop, self._session, sentence, text, sources)
            self._saved("Saved")
        else:
            kept.back_to_draft(self._workshop, self._session, sentence)
            self._saved("The draft stands")

    def _saved(self, what: str) -> None:
        self.read()
        made = next(sentence for sentence in self.sentences if sentence.key == self.last)
        self.told = f"{what}: {made.text}\n   {about(made)}"

    def warnings(self) -> list[Fault]:
        """What `plenary check` would say about the sentence that was changed last."""
        self.read()
        made = [sentence for sentence in self.sentences if sentence.key == self.last]
        return [*of_sentences(made, self._found.sources()), *of_secrets(made, self._found.secrets())]

    def to_read_again(self) -> list[str]:
        """What of the sentence that was changed last no count can decide."""
        made = [sentence for sentence in self.sentences if sentence.key == self.last]
        return list(to_read_again(made, self._found.sources()))

    def take_back(self) -> None:
        """Undo the last change of this sitting. Raises `Refused` if there is none."""
        steps = undoing.steps(self._workshop, self._workshop.sitting.id, ("sentence/",))
        if not steps:
            raise Refused(reason="Nothing of this conversation is left to take back.")
        undoing.undo(self._workshop, steps[:1])
        self.last = steps[0].revisions[0].slot.rpartition("/")[2]
        self.read()
        now = next((sentence.text for sentence in self.sentences if sentence.key == self.last), "it is gone")
        self.told = f"Taken back. {self.last}: {now}"
