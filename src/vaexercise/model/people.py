"""Who takes part."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_NONE: Mapping[str, str] = MappingProxyType({})


class Participant(NamedTuple):
    """A person on the list. `sensitive` attributes never appear on a printed list.

    Attribute names are those of the column they came with.
    """

    id: str
    name: str
    attributes: Mapping[str, str] = _NONE
    sensitive: Mapping[str, str] = _NONE

    @property
    def everything(self) -> Mapping[str, str]:
        """All attributes, sensitive ones too: for the draw, never for print."""
        return {**self.attributes, **self.sensitive}
