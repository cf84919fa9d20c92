"""The last gate before the renderers: no control character of an old or foreign record gets past it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from vaexercise.model.text import clean_text

T = TypeVar("T")


def cleaned(value: T) -> T:
    """The same dataclass, tuple, list, map or string, with every string in it cleaned as on the way in."""
    return cast("T", _cleaned(value))


def _cleaned(value: Any) -> Any:  # noqa: ANN401  what comes in goes out
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, tuple):
        return tuple(_cleaned(item) for item in value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _cleaned(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _cleaned(getattr(value, f.name)) for f in fields(value)})
    return value
