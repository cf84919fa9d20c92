"""The note on method: how the groups were formed, what of it is proved, and who decided what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import count, say
from vaexercise.model.plenary import Grid
from vaexercise.report.model import Facts, Section
from vaexercise.report.ruled import became, rule_words, strength
from vaexercise.report.texts import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaexercise.plenary.method import Method
    from vaexercise.plenary.synthesis import Synthesis
    from vaexercise.report.model import Block


def method(synthesis: Synthesis) -> list[Section]:
    """How the groups were formed; nothing without a draw."""
    if synthesis.method is None:
        return []
    blocks = tuple(_blocks(synthesis.method))
    return [Section(heading=say("How the groups were formed"), anchor="method", blocks=blocks)]


def _blocks(method: Method) -> Iterator[Block]:
    yield own(
        say(
            "The program drew the groups by the rules below. The same list of people, rules and seed give the same "
            "groups on every machine."
        )
    )
    yield Facts(rows=tuple(_facts(method)))
    if method.rules:
        yield Grid(
            title=say("Rules, the most important first"),
            columns=(say("Rule"), say("Strength"), say("Result")),
            rows=tuple((rule_words(rule), strength(rule), became(rule)) for rule in method.rules),
            note=_withheld(method.withheld),
        )
    elif method.withheld:
        yield own(_withheld(method.withheld))
    if method.mixing:
        yield own(method.mixing)
    if method.matcher:
        yield own(
            say(
                "People put points together into themes. Where the program proposed any, it compared words "
                "(method {matcher}) and decided nothing.",
                matcher=method.matcher,
            )
        )


def _facts(method: Method) -> Iterator[tuple[str, str]]:
    yield say("People in the draw"), str(method.people)
    yield say("Working groups"), str(method.groups)
    if method.rounds > 1:
        yield say("Rounds"), str(method.rounds)
    yield say("Seed"), str(method.seed)
    yield say("Version of the method"), method.engine
    yield say("Placed by hand after the draw"), say("some") if method.few else _number(method.placed)
    yield (
        say("Groups that confirmed what they said"),
        say("{signed} of {groups}", signed=method.signed, groups=method.groups),
    )


def _number(number: int) -> str:
    return str(number) if number else say("nobody")


def _withheld(number: int) -> str:
    return (
        count(
            number,
            "{n} rule that may tell of people is not given.",
            "{n} rules that may tell of people are not given.",
        )
        if number
        else ""
    )
