"""The summary in easy words, where somebody wrote one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaexercise.messages import say
from vaexercise.report.model import Paragraph, Section

if TYPE_CHECKING:
    from vaexercise.plenary.synthesis import Synthesis


def easy(synthesis: Synthesis, language: str) -> list[Section]:
    """The text in the reader's language, else the workshop's, else the first; nothing if there is none."""
    texts = {text.language: text for text in synthesis.easy}
    chosen = texts.get(language) or texts.get(synthesis.language) or next(iter(texts.values()), None)
    if chosen is None:
        return []
    blocks = tuple(Paragraph(text=words, language=chosen.language) for words in chosen.paragraphs)
    return [Section(heading=say("In easy language"), anchor="easy", blocks=blocks)]
