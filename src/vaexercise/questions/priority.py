"""Priority: the tallies of a vote."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple

from vaexercise.messages import count, everywhere, say
from vaexercise.model.form import Blank, Form, is_filled
from vaexercise.model.plenary import Grid
from vaexercise.model.question import Consolidate, Fault
from vaexercise.model.text import counted, in_language
from vaexercise.questions.choices import Choosing
from vaexercise.questions.summing import NO_ANSWER, places, remarks, sentences, silence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vaexercise.model.feedback import Answer, Response
    from vaexercise.model.form import Values
    from vaexercise.model.plenary import Block

VOTERS = Blank(name="voters", label=everywhere("How many people voted"), kind="number", whole=True, least=0)


class Tally(NamedTuple):
    """What an option got: its id and label, the sum, and its place, such as `2=`."""

    option: str
    label: str
    total: Fraction
    place: str

    @property
    def in_words(self) -> str:
        """The sum as people write it."""
        return _decimal(self.total)


@dataclass(frozen=True, kw_only=True)
class Kind(Choosing):
    """A vote over options, entered as one tally an option; `ballots` is how people vote.

    What a voter may give with a `budget` of b among n options: `points`, b in all; `score`, up to b to each
    option; `ngt` (nominal group technique), b to the first choice, b - 1 to the next, down to 1; `rank`, the
    places 1 to n, so that the lowest sum of places wins.
    """

    kind: Literal["priority"] = "priority"
    method: Literal["points", "rank", "score", "ngt"] = "points"
    budget: int = 3
    ballots: Literal["tokens", "show_of_cards", "spoken", "paper"] = "tokens"
    consolidate: Consolidate = "counts"

    def own_form(self) -> Form:
        """A tally for each option, then the number of voters."""
        tallies = (
            Blank(name=item.id, label=item.label, kind="number", required=True, whole=True, least=0)
            for item in self.choices()
        )
        return Form(blanks=(*tallies, VOTERS), noun="tally", advice=self._advice())

    def _advice(self) -> str:
        had = {
            "points": f"Each person has {counted(self.budget, 'point')} to give in all",
            "score": f"Each person gives up to {counted(self.budget, 'point')} to each option",
            "ngt": f"Each person gives {self.budget} to the first choice, {self.budget - 1} to the next, down to 1",
            "rank": "Each person gives the places 1, 2, 3 and so on",
        }
        return f"{had[self.method]}. Type the sum that each option got from everybody; last, how many people voted."

    def sum_up(self, responses: Sequence[Response], language: str = "en") -> Sequence[Block]:
        """Every tally, the total and share of each option, and its place; ties are printed as ties."""
        given = [response.answer for response in responses if response.answer]
        if not given:
            return []
        found = {tally.option: tally for tally in self.tallies(given, language)}
        whole = sum(tally.total for tally in found.values())
        rows = tuple(
            (
                tally.label,
                *(str(answer.values.get(name, NO_ANSWER)) for answer in given),
                tally.in_words,
                f"{float(100 * tally.total / whole):.0f} %" if whole else NO_ANSWER,
                tally.place,
            )
            for name, tally in found.items()
        )
        columns = (say("Option"), *(answer.code for answer in given), say("Total"), say("Share"), say("Place"))
        note = sentences(self._turnout(given), self._rule(), remarks(given), silence(responses))
        attributed = tuple(range(1, len(given) + 1))
        return [Grid(title=self.prompt_in(language), columns=columns, rows=rows, note=note, attributed=attributed)]

    def tallies(self, given: Sequence[Answer], language: str = "en") -> Sequence[Tally]:
        """What each option got in all answers together, best first; ties have the same place."""
        options = {blank.name: blank for blank in self.form().blanks[:-1]}
        totals = {
            name: sum((_number(answer.values, blank) for answer in given), Fraction(0))
            for name, blank in options.items()
        }
        return [
            Tally(name, in_language(options[name].label, language), totals[name], place)
            for name, place in places(totals, low_first=self.method == "rank").items()
        ]

    def voters(self, given: Sequence[Answer]) -> int:
        """How many people voted; 0 where an answer does not say it."""
        known = all(is_filled(VOTERS, answer.values) for answer in given)
        return int(sum(_number(answer.values, VOTERS) for answer in given)) if known else 0

    def notices(self, values: Values, language: str = "en") -> Iterator[str]:
        """As for every question; more given than the voters had."""
        yield from super().notices(values, language)
        options = self.form().blanks[:-1]
        spent = sum((_number(values, blank) for blank in options), Fraction(0))
        had = self._per_voter(len(options)) * _number(values, VOTERS)
        if is_filled(VOTERS, values) and spent > had:
            yield f"{_decimal(spent)} given in all, and the voters had {_decimal(had)}: count again."

    def faults(self) -> Iterator[Fault]:
        """As for all choices; a budget of nothing; an option that takes the name of the voters."""
        yield from super().faults()
        if self.budget < 1:
            yield Fault(("budget",), "{budget} leaves nothing to give: write 1 or more", {"budget": self.budget})
        if any(item.id == VOTERS.name for item in self.choices()):
            yield Fault(("options",), "voters has a meaning of its own here: choose another id")

    def _per_voter(self, options: int) -> int:
        ladder = min(self.budget, options)
        most = {
            "points": self.budget,
            "score": self.budget * options,
            "ngt": ladder * self.budget - ladder * (ladder - 1) // 2,
            "rank": options * (options + 1) // 2,
        }
        return most[self.method]

    def _turnout(self, given: Sequence[Answer]) -> str:
        if not all(is_filled(VOTERS, answer.values) for answer in given):
            return ""
        return count(self.voters(given), "{n} person voted.", "{n} people voted.")

    def _rule(self) -> str:
        if self.method == "rank":
            return say("The lowest total comes first.")
        return say("The highest total comes first.")


def _number(values: Values, blank: Blank) -> Fraction:
    return Fraction(str(values[blank.name])) if is_filled(blank, values) else Fraction(0)


def _decimal(number: Fraction) -> str:
    """A sum of decimals as a decimal, exactly as far as people write them."""
    return f"{(Decimal(number.numerator) / Decimal(number.denominator)).normalize():f}"
