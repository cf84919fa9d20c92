"""An answer that was given twice, apart: the group says which counts before it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.form import is_filled, shown
from vaexercise.questions.summing import NO_ANSWER
from vaexercise.workshop.log.conflicts import settle

if TYPE_CHECKING:
    from vaexercise.capture.answers import AnswerAsking
    from vaexercise.model.feedback import Answer
    from vaexercise.model.form import Blank, Value

BOTH = "both"


class Differing:
    """The versions of one answer, as a rapporteur sees and settles them."""

    def __init__(self, asking: AnswerAsking) -> None:
        self._asking = asking

    def answers(self) -> list[Answer]:
        """Every version; one is no conflict."""
        asking = self._asking
        asking.talk.workshop.log.refresh()
        return [r.answer for r in asking.feedback.responses([asking.question], [asking.group]) if r.answer]

    def tell(self) -> None:
        """Say where the versions differ, item by item, and how to settle it."""
        asking, answers = self._asking, self.answers()
        asking.say("This was answered apart, and differently. Every version is kept until the group says which counts.")
        for number, head in enumerate(asking.feedback.versions(self._slot), start=1):
            asking.say(f"{number} is by {asking.talk.writer_of(head) or 'somebody'}.")
        for place, blank in enumerate(asking.form.blanks, start=1):
            words = [self._words(blank, answer) for answer in answers]
            if len(set(words)) > 1:
                told = ", ".join(f"in {number} {word}" for number, word in enumerate(words, start=1))
                asking.say(f"{place}. {asking.label(blank)}: {told}")
        asking.say("Type the number of the one to keep, or both: then what only one says is taken from it, and what")
        asking.say("differs is asked again.")

    def _words(self, blank: Blank, answer: Answer) -> str:
        if not is_filled(blank, answer.values):
            return NO_ANSWER
        return "something private" if answer.private else shown(blank, answer.values[blank.name], self._asking.language)

    @property
    def _slot(self) -> str:
        asking = self._asking
        return f"answer/{asking.feedback.session.id}/{asking.group}/{asking.question.id}"

    def keep(self, word: str) -> None:
        """Keep one version, by its number, or what both say together."""
        asking, answers = self._asking, self.answers()
        if len(answers) < 2:  # noqa: PLR2004  one is no conflict
            asking.say("This answer has one version only.")
        elif word.casefold() == BOTH:
            self._keep_both(answers)
        elif word.isdecimal() and word in map(str, range(1, len(answers) + 1)):
            heads = asking.talk.workshop.fold.heads(self._slot)
            kept = asking.feedback.versions(self._slot)[int(word) - 1]
            asking.talk.save(lambda: settle(asking.talk.workshop, self._slot, heads.index(kept) + 1))
            asking.say(f"Kept: {word}.")
        else:
            asking.say(f"Say 1 to {len(answers)}, or both. An empty line leaves the question as it is.")

    def _keep_both(self, answers: list[Answer]) -> None:
        asking, values = self._asking, dict[str, "Value"]()
        for blank in asking.form.blanks:
            said = [answer.values[blank.name] for answer in answers if is_filled(blank, answer.values)]
            if said and all(one == said[0] for one in said):
                values[blank.name] = said[0]
        asking.talk.save(
            lambda: asking.feedback.set_answer(
                asking.question, asking.group, values, language=answers[0].language, via=answers[0].via
            )
        )
        asking.say("Kept: what they do not contradict. What differs is open again.")
