"""Counting who meets whom, and saying it."""

from __future__ import annotations

import numpy as np

from vaexercise.grouping.rounds.mixing import Mixing, mixing_of


def test_counted_by_hand() -> None:
    """Four people in two pairs, twice the same and once another: two new meetings twice, two repeats."""
    same, other = np.array([0, 0, 1, 1]), np.array([1, 0, 0, 1])
    assert mixing_of([same, same, other], None, 0) == Mixing(
        rounds=3, pairs=4, at_most=6, repeats=2, least=0, longest=2, often=4
    )


def test_earlier_meetings_count() -> None:
    """Who met before does not meet for the first time, and adds to how often the two have met."""
    met = np.zeros((4, 4), np.uint8)
    met[0, 1] = met[1, 0] = 2
    found = mixing_of([np.array([0, 0, 1, 1])], met, 1)
    assert found == Mixing(rounds=1, pairs=1, at_most=1, repeats=1, least=1, longest=3, often=2)
    assert found.proved


def test_one_round_is_new_to_all() -> None:
    """In a first round nobody has met; people alone in their group meet nobody."""
    assert mixing_of([np.array([0, 0, 1])], None, 0) == Mixing(
        rounds=1, pairs=1, at_most=1, repeats=0, least=0, longest=1, often=2
    )
    assert mixing_of([np.array([0, 1, 2])], None, 0).longest == 0


def test_sentences() -> None:
    """What is proved is said, else the gap; counts agree with their nouns."""
    mixing = Mixing(rounds=3, pairs=765, at_most=765, repeats=180, least=180, longest=3, often=45)
    assert mixing.sentence == (
        "Mixing: 765 pairs meet for the first time, of at most 765; 180 meetings are repeats, as few as can be "
        "(proved). 45 people share a group with somebody 3 times, nobody more often."
    )
    mixing = Mixing(rounds=2, pairs=1, at_most=2, repeats=1, least=0, longest=1, often=1)
    assert mixing.sentence == (
        "Mixing: 1 pair meets for the first time, of at most 2; 1 meeting is a repeat, best found, at least 0 "
        "cannot be avoided."
    )
