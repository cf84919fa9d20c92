"""Who takes part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Participant:
    """A person on the list. `sensitive` attributes never appear on a printed list.

    Attribute names are those of the column they came with.
    """

    id: str
    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    sensitive: Mapping[str, str] = field(default_factory=dict)

    @property
    def everything(self) -> Mapping[str, str]:
        """All attributes, sensitive ones too: for the draw, never for print."""
        return {**self.attributes, **self.sensitive}
