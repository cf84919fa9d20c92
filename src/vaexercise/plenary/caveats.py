"""What a reader of counts has to know: that points which nobody sorted yet may still change them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import count, say, to_say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaexercise.plenary.outcome import Outcome

UNSORTED = to_say("Not sorted yet, so that the number of groups on a theme may still grow: {questions}.")


def unsorted(outcomes: Sequence[Outcome]) -> str:
    """The questions whose sorting has begun and is not done, each with how many points are left; empty if none is."""
    sums = {outcome.name: outcome.themed.sums for outcome in outcomes if outcome.themed and outcome.themed.begun}
    found = [f"{name} ({count(one.left, '{n} point', '{n} points')})" for name, one in sums.items() if one.left]
    return say(UNSORTED, questions=", ".join(found)) if found else ""
