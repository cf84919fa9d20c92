"""What keeps a synthesis from adding up: each fault with where it is and what to do about it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from vaexercise.model.text import counted
from vaexercise.plenary.acted import nobody_named, own_right
from vaexercise.plenary.figures import figures
from vaexercise.plenary.leaks import leaked
from vaexercise.plenary.quotes import EDITED, wrong_quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from vaexercise.model.action import Action
    from vaexercise.model.theme import Sorting
    from vaexercise.plenary.leaks import Secret
    from vaexercise.plenary.outcome import Outcome
    from vaexercise.plenary.sentences import Sentence
    from vaexercise.plenary.sources import Source, Sources
    from vaexercise.plenary.synthesis import Synthesis


class Fault(NamedTuple):
    """Something wrong: `kind` for programs, where it is, what it is, and how to mend it, each in words."""

    kind: str
    where: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.mend}"


def of_sentences(sentences: Iterable[Sentence], sources: Sources) -> Iterator[Fault]:
    """Sentences without a source, with one that is gone, with a number or a quote that is not of its sources."""
    for sentence in sentences:
        if sentence.gone:
            continue
        where = f"Sentence {sentence.key}"
        cited = [sources.all[one.key] for one in sentence.sources if one.key in sources.all]
        if sentence.held:
            codes, were = ", ".join(sentence.held), "was" if len(sentence.held) == 1 else "were"
            what = f"it cites {codes}, which {were} withdrawn, and is left out of every report."
            yield Fault("withdrawn", where, what, _other_source(sentence))
            continue
        if not sentence.sources:
            mend = f'Name what it is made of: vaexercise plenary edit {sentence.key} "…" --source CODE'
            yield Fault("no-source", where, "it has no source.", mend)
        for one in sentence.sources:
            if one.key not in sources.all:
                yield Fault("source-gone", where, f"its source, {one.name}, is not there.", _other_source(sentence))
        if sentence.edited and cited:
            yield from _of_words(sentence, cited, where)


def to_read_again(sentences: Iterable[Sentence], sources: Sources) -> Iterator[str]:
    """What people wrote about numbers that no count can decide, in sentences: no faults, but worth another look."""
    for sentence in sentences:
        cited = [sources.all[one.key] for one in sentence.sources if one.key in sources.all]
        if sentence.edited and cited and not (sentence.gone or sentence.held):
            names = ", ".join(source.name for source in cited)
            for figure in figures(sentence.text, cited, sentence.facts.get("title", "")).unsure:
                yield f"Sentence {sentence.key} says “{figure}”: read again whether {names} does, no count can tell."


def _other_source(sentence: Sentence) -> str:
    return (
        f'Name another: vaexercise plenary edit {sentence.key} "…" --source CODE. '
        f"Or take it out: vaexercise plenary edit {sentence.key} --take-out"
    )


def _of_words(sentence: Sentence, cited: Sequence[Source], where: str) -> Iterator[Fault]:
    names = ", ".join(source.name for source in cited)
    for figure in figures(sentence.text, cited, sentence.facts.get("title", "")).wrong:
        now = f" The data say now: {sentence.draft}" if sentence.draft else ""
        draft = f", or let the draft stand: vaexercise plenary edit {sentence.key} --draft" if sentence.draft else ""
        mend = f'Write it anew: vaexercise plenary edit {sentence.key} "…"{draft}'
        yield Fault("number", where, f"it says {figure}, which {names} does not.{now}", mend)
    words = [word for source in cited for word in source.words]
    for quote in wrong_quotes(sentence.text, words):
        what = f"“{quote.strip()}” is not word for word in {names}."
        mend = f"Quote what was said, or write {EDITED} right after it: vaexercise plenary edit {sentence.key} “…”"
        yield Fault("quote", where, what, mend)


def of_sums(synthesis: Synthesis) -> Iterator[Fault]:
    """Points that were said and stand nowhere, or that are counted twice."""
    for outcome in synthesis.questions:
        if outcome.themed and not outcome.themed.sums.adds_up:
            sums = outcome.themed.sums
            what = f"{counted(sums.points, 'point')} in, but {sums.accounted} sorted, parked, left or private."
            yield Fault(
                "sums", outcome.name, what, f"Sort them again: vaexercise plenary sort --question {outcome.name}"
            )
    lost = synthesis.totals.left_over
    if lost:
        are = counted(len(lost), "point or answer stands", "points or answers stand")
        codes = ", ".join(line.code for line in lost)
        mend = "Give the exercise its question back, or move them: vaexercise feedback move CODE --to Q4"
        yield Fault("sums", codes, f"{are} under no question.", mend)


def of_themes(outcome: Outcome, sorting: Sorting) -> Iterator[Fault]:
    """Points in themes of another question; themes without points, without a title, or with one that another has."""
    code = {point.id: point.code for point in sorting.points}
    for point in sorting.moved:
        mend = f"Sort it again: vaexercise plenary sort --question {outcome.name}"
        yield Fault("other-question", code[point], f"it is in a theme of another question than {outcome.name}.", mend)
    titles = Counter(theme.title.casefold() for theme in sorting.themes)
    for theme in sorting.themes:
        where, named = f"{outcome.name}, theme {theme.number}", f"{theme.number} --question {outcome.name}"
        if not theme.title:
            yield Fault(
                "title", where, "it has no title.", f"Give it one: vaexercise plenary themes rename {theme.id} “…”"
            )
        elif titles[theme.title.casefold()] > 1:
            mend = f"Merge the two, or rename one: vaexercise plenary themes rename {named} “…”"
            yield Fault("title", where, f"another theme is called “{theme.title}”, too.", mend)
        if not theme.points:
            mend = f"Put points into it, or delete it: vaexercise plenary themes delete {named}"
            yield Fault("empty-theme", where, f"“{theme.title}” has no points.", mend)


def of_actions(actions: Sequence[Action]) -> Iterator[Fault]:
    """Actions that nobody does, and those that come from nothing that was said, or from what was withdrawn."""
    for action in actions:
        if action.held and action.status != "dropped":
            what = f"it comes from {action.held}, which was withdrawn, and is left out of every report."
            set_ = f"vaexercise plenary actions set {action.code}"
            mend = f"If it was agreed in plenary in these words: {set_} --source plenary. Else: {set_} --status dropped"
            yield Fault("withdrawn", f"Action {action.code}", what, mend)
    for action in nobody_named(actions):
        mend = f"Say who: vaexercise plenary actions set {action.code} --who “…”"
        yield Fault("action", f"Action {action.code}", "nobody is named who does it.", mend)
    for action in own_right(actions):
        if not (action.source or action.private or action.status == "dropped"):
            mend = (
                "Name the point that it comes from, or plenary if it was agreed there: "
                f"vaexercise plenary actions set {action.code} --source CODE"
            )
            yield Fault("action", f"Action {action.code}", "it has no source.", mend)


def of_secrets(sentences: Iterable[Sentence], secrets: Sequence[Secret]) -> Iterator[Fault]:
    """Words of private points in a sentence."""
    for sentence in sentences:
        for code in leaked(sentence.text, secrets) if not sentence.gone else ():
            mend = f"Write it without them: vaexercise plenary edit {sentence.key} “…”"
            yield Fault("private", f"Sentence {sentence.key}", f"it has words of {code}, which is private.", mend)


def of_secret_titles(outcome: Outcome, secrets: Sequence[Secret]) -> Iterator[Fault]:
    """Words of private points in the title of a theme."""
    for theme in outcome.themed.themes if outcome.themed else ():
        for code in leaked(theme.title, secrets):
            where = f"{outcome.name}, theme {theme.number}"
            mend = f"Rename it: vaexercise plenary themes rename {theme.number} “…” --question {outcome.name}"
            yield Fault("private", where, f"its title has words of {code}, which is private.", mend)


def of_secret_words(synthesis: Synthesis, secrets: Sequence[Secret]) -> Iterator[Fault]:
    """Words of private points in what people wrote besides: easy words, and what is said of pictures."""
    write = "Write it without them: vaexercise plenary easy-read --edit --language"
    again = "Attach it again with other words: vaexercise workshop attach"
    texts = [(f"In easy language ({e.language})", e.paragraphs, f"{write} {e.language}") for e in synthesis.easy]
    texts += [(f"Picture {one.id}", (one.alternative, one.caption), again) for one in synthesis.pictures]
    for where, words, mend in texts:
        for code in dict.fromkeys(code for text in words for code in leaked(text, secrets)):
            yield Fault("private", where, f"it has words of {code}, which is private.", mend)
