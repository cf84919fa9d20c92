"""What is left out of every report because it cites something that was withdrawn, until somebody decides about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vaexercise.plenary.citing import cites

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from vaexercise.plenary.sentences import Sentence
    from vaexercise.plenary.synthesis import Synthesis


def held(sentences: Iterable[Sentence], withdrawn: Collection[str]) -> tuple[Sentence, ...]:
    """The same sentences; those that cite codes that were `withdrawn` say so."""
    return tuple(replace(one, held=tuple(_cited(one, withdrawn))) for one in sentences)


def _cited(sentence: Sentence, withdrawn: Collection[str]) -> Iterable[str]:
    named = {source.key for source in sentence.sources}
    return (code for code in sorted(withdrawn) if code in named or cites(sentence.text, code))


def without_held(made: Synthesis) -> Synthesis:
    """A synthesis without the sentences that are left out; they are counted. Of actions, the words are gone already."""
    kept = tuple(one for one in made.sentences if not one.held)
    left_out = sum(not one.gone for one in made.sentences) - sum(not one.gone for one in kept)
    return replace(made, sentences=kept, held=made.held + left_out)
