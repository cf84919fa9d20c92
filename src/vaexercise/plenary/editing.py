"""What people made of the draft sentences: other words, sentences of their own, and what they took out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vaexercise.plenary.sentences import CITED_ACTIONS, Cited, Sentence, cited_question, cited_theme, cited_vote

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vaexercise.plenary.outcome import Outcome
    from vaexercise.plenary.priorities import Voted


@dataclass(frozen=True, kw_only=True)
class Edit:
    """What somebody said about a sentence: other words, its sources by their keys, or that it is gone.

    `place` orders sentences of people's own.
    """

    text: str = ""
    sources: tuple[str, ...] = ()
    gone: bool = False
    place: int = 0


def edited(
    drafts: Sequence[Sentence], edits: Mapping[str, Edit], outcomes: Sequence[Outcome], votes: Sequence[Voted]
) -> tuple[Sentence, ...]:
    """The drafts with what people made of them; then their own, and those whose theme or vote is not there any more."""
    names = _names(outcomes, votes)
    known = {draft.key for draft in drafts}
    others = sorted((edit.place, key) for key, edit in edits.items() if key not in known and edit.text)
    own = (Sentence(key=key, kind="own", text="", sources=()) for _, key in others)
    return tuple(
        _changed(sentence, edits[sentence.key], names) if sentence.key in edits else sentence
        for sentence in (*drafts, *own)
    )


def _changed(sentence: Sentence, edit: Edit, names: Mapping[str, str]) -> Sentence:
    if edit.gone:
        return replace(sentence, text=edit.text or sentence.text, gone=True)
    sources = tuple(Cited(key=key, name=names.get(key, _code(key))) for key in edit.sources)
    return replace(sentence, text=edit.text, sources=sources, edited=True)


def _code(key: str) -> str:
    """A source by its code; a theme, vote or question that is not there any more says what it was."""
    kind, slash, _ = key.partition("/")
    return f"a {kind} that is gone" if slash else key


def _names(outcomes: Sequence[Outcome], votes: Sequence[Voted]) -> dict[str, str]:
    """What people call sources by their keys; a code is its own name."""
    found = [CITED_ACTIONS, *map(cited_vote, votes), *map(cited_question, outcomes)]
    found += [cited_theme(outcome, theme) for outcome in outcomes if outcome.themed for theme in outcome.themed.themes]
    return {cited.key: cited.name for cited in found}
