"""Two draws side by side: sizes, what each rule comes to, and how many people sit in other company."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vaexercise.grouping.day.effects import in_words
from vaexercise.grouping.day.seated import not_applied, seated, seats_of, settled
from vaexercise.grouping.fair import pairs
from vaexercise.grouping.member import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.grouping.member import Member
    from vaexercise.grouping.roster import Offer
    from vaexercise.grouping.rules.base import Asked
    from vaexercise.model.rules import Rule

Side = Literal["a", "b", "same", "not applied"]


@dataclass(frozen=True, kw_only=True)
class Against:
    """One rule in both draws: what is wrong by it in `a` and `b`, in its own terms, and which is `better`."""

    number: int
    rule: str
    hard: bool
    a: int
    b: int
    better: Side
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Counts only.

    `sizes` are those of both draws; `both` are the people seated in both, `only` those seated in one alone.
    `other_company` of `both` have not exactly the same people around them. `pairs` share a group in each draw,
    `shared_pairs` in both.
    """

    sizes: tuple[tuple[int, ...], tuple[int, ...]]
    rules: tuple[Against, ...]
    both: int
    only: tuple[int, int]
    other_company: int
    pairs: tuple[int, int]
    shared_pairs: int

    @property
    def sentences(self) -> tuple[str, ...]:
        """The whole comparison, to be read aloud: A is the first draw, B the second."""
        a, b = (", ".join(map(str, sizes)) or "none" for sizes in self.sizes)
        return (
            f"People in each group: {a} in A; {b} in B.",
            *(rule.sentence for rule in self.rules),
            *([f"Seated in A alone: {self.only[0]}; in B alone: {self.only[1]}."] if any(self.only) else []),
            f"{self.other_company} of {counted(self.both, 'person sits', 'people sit')} in other company.",
            f"Of {counted(self.pairs[0], 'pair', 'pairs')} who share a group in A, {self.shared_pairs} also do in B.",
        )


def compare(
    members: Sequence[Member],
    draw_a: Sequence[Sequence[str]],
    draw_b: Sequence[Sequence[str]],
    rules: Sequence[Rule],
    rooms: Sequence[Offer] = (),
) -> Comparison:
    """The groups of ids `draw_a` against `draw_b`, which may differ in number and in who is seated."""
    meant = settled(rules, members)
    words = in_words(members, draw_a, rules, rooms)
    a, b = seated(members, draw_a, meant, rooms), seated(members, draw_b, meant, rooms)
    here, there = (zip(side.asked, side.faults, strict=True) for side in (a, b))
    rows = enumerate(zip(words, here, there, strict=True), 1)
    known = {member.id for member in members}
    one, two = ({p: g for p, g in seats_of(draw).items() if p in known} for draw in (draw_a, draw_b))
    return Comparison(
        sizes=(a.sizes, b.sizes),
        rules=tuple(_against(number, *row) for number, row in rows),
        both=len(one.keys() & two.keys()),
        only=(len(one.keys() - two.keys()), len(two.keys() - one.keys())),
        other_company=_other_company(one, two),
        pairs=(sum(map(pairs, a.sizes)), sum(map(pairs, b.sizes))),
        shared_pairs=_shared_pairs(one, two),
    )


def _other_company(one: dict[str, int], two: dict[str, int]) -> int:
    """Company is the same only where two groups are of the same people."""
    here, there = _sets(one), _sets(two)
    return sum(here[one[person]] != there[two[person]] for person in one.keys() & two.keys())


def _shared_pairs(one: dict[str, int], two: dict[str, int]) -> int:
    cells: dict[tuple[int, int], int] = {}
    for person in one.keys() & two.keys():
        cell = one[person], two[person]
        cells[cell] = cells.get(cell, 0) + 1
    return sum(map(pairs, cells.values()))


def _sets(where: dict[str, int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for person, group in where.items():
        found.setdefault(group, set()).add(person)
    return found


def _against(number: int, word: Asked, here: tuple[Asked, int], there: tuple[Asked, int]) -> Against:
    label = f"{word.label[0].upper()}{word.label[1:]}"
    (rule_a, a), (rule_b, b) = here, there
    unused = not_applied(rule_a), not_applied(rule_b)
    better: Side = "not applied" if all(unused) else "same" if a == b or any(unused) else "a" if a < b else "b"
    return Against(
        number=number,
        rule=word.label,
        hard=word.rule.is_hard,
        a=a,
        b=b,
        better=better,
        sentence=f"{label}: {_outcome(rule_a, a)} in A; {_outcome(rule_b, b)} in B."
        if not all(unused)
        else f"{label}: not applied: {unused[0]}.",
    )


def _outcome(asked: Asked, faults: int) -> str:
    if why := not_applied(asked):
        return f"not applied ({why})"
    return counted(faults, *asked.fault) if faults else "kept"
