"""Whatever happens on three laptops, nothing that was acknowledged is lost; the histories would notice it."""

from __future__ import annotations

import sys

import histories
import pytest
from mutants import MUTANTS, verdict


def test_nothing_is_lost_in_a_hundred_histories() -> None:
    """Recording, merging, erasing and copying by hand, cut off anywhere: all is there, the same everywhere."""
    histories.prove(100)


@pytest.mark.slow
def test_nothing_is_lost_in_thousands_of_histories() -> None:
    """The same in 3,000 histories."""
    histories.prove(3000)


@pytest.mark.slow
def test_every_mutant_is_noticed(capsys: pytest.CaptureFixture[str]) -> None:
    """Each way to get it wrong fails in some history; which, and how it was noticed, is in the output."""
    found = {name: verdict(name, 3000) for name in MUTANTS}
    with capsys.disabled():
        sys.stdout.write("\n")
        for name, said in found.items():
            sys.stdout.write(f"  mutant {name:36}{f'noticed: {said}' if said else 'NOT NOTICED'}\n")
    assert [name for name, said in found.items() if not said] == []
