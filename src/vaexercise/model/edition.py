"""What a summary is besides what groups said: a draft or final, with easy words and pictures that people added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

State = Literal["draft", "approved", "changed"]
"""Never approved; as it was approved; changed since, and so a draft again."""


@dataclass(frozen=True, kw_only=True)
class EasyText:
    """The summary in easy words, as somebody wrote it in one language."""

    language: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DayPicture:
    """A picture of the day in words. It is `consented` if whoever can be recognised agreed, or nobody can."""

    id: str
    alternative: str
    caption: str = ""
    consented: bool = False


@dataclass(frozen=True, kw_only=True)
class Approval:
    """Whether a summary is a draft: the day it was approved `on` and `by` whom, the day of its last change."""

    state: State = "draft"
    on: date | None = None
    by: str = ""
    changed_on: date | None = None


DRAFT = Approval()


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What a report is told besides its synthesis. `pictures` are the bytes of pictures of the day, by their ids."""

    approval: Approval = DRAFT
    made_on: date | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)


UNDATED = Edition()
