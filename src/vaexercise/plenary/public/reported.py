"""What groups reported, as cards that may leave the room: made of a synthesis that is public already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.model.groups import PLENARY, UNNAMED, group_name
from vaexercise.model.plenary import Line
from vaexercise.plenary.outcome import by_number
from vaexercise.plenary.report_back import Card, Cards, Item, Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from vaexercise.model.action import Action
    from vaexercise.plenary.synthesis import Remark, Synthesis


def reported(public: Synthesis) -> Cards:
    """A card for each group that is named, else one for all of them together.

    Without who reports, in which order, and how long it takes; groups that have nothing to show have no card.
    """
    found = (_card(public, group, lines) for group, lines in _headlines(public).items())
    return Cards(cards=tuple(card for card in found if card.headlines or card.actions), order="", time="")


def _headlines(public: Synthesis) -> Mapping[str, Sequence[Line]]:
    """What each group chose to report; where groups are not named, all of it under one sign. Never the plenary."""
    answered = {group for outcome in public.questions for group in outcome.answered} - {PLENARY}
    if all(group.startswith(UNNAMED) for group in answered):
        room = group_name(PLENARY)
        return {UNNAMED: [line for block in public.headlines if block.title != room for line in block.lines]}
    said = {block.title: block.lines for block in public.headlines}
    return {group: said.get(group_name(group), ()) for group in sorted(answered, key=by_number)}


def _card(public: Synthesis, group: str, lines: Sequence[Line]) -> Card:
    own = [action for action in public.actions if action.group == group or _is_unnamed(action.group, group)]
    return Card(
        group=group,
        headlines=tuple(_item(line, public.remarks) for line in lines),
        actions=tuple(_actions(own, [line.text for line in lines], public.remarks)),
    )


def _is_unnamed(group: str, card: str) -> bool:
    return card == UNNAMED and group.startswith(UNNAMED)


def _item(line: Line, remarks: Mapping[str, Sequence[Remark]]) -> Item:
    comments = (Said(remark.group, remark.text) for remark in remarks.get(line.code, ()))
    return Item(code=line.code, text=line.text, language=line.language, beside=line.beside, comments=tuple(comments))


def _actions(own: Iterable[Action], told: Sequence[str], remarks: Mapping[str, Sequence[Remark]]) -> Iterator[Item]:
    """The actions of a card, each once: not those that are private, or `told` as headlines."""
    for action in own:
        if action.what and not any(f": {action.what};" in f": {text};" for text in told):  # as `Label: words; …`
            beside = f"[translation: {action.gloss}]" if action.gloss else ""
            yield _item(Line(code=action.code, text=action.spoken, language=action.language, beside=beside), remarks)
