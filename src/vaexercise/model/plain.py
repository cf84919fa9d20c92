"""Dataclasses to plain data (what JSON can hold) and back, by their declared types.

The way in from a person's file is `definitions.schema`, which checks; this is the way from and to our
own record, so data that does not fit is damage and raises `ValueError`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Variants = Mapping[type, Callable[[Mapping[str, Any]], type]]
"""For a base class, how to find the class of a record of it; `ValueError` if there is none."""


def to_plain(value: object, *, as_written: bool = False) -> Any:  # noqa: ANN401  plain data is what JSON can hold
    """Dicts, lists and scalars; fields that hold their default are left out, so that new ones can be added.

    `as_written` leaves out, too, what a definition file does not hold, such as the place where a rule stands.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: to_plain(getattr(value, f.name), as_written=as_written)
            for f in fields(value)
            if (f.default is MISSING or getattr(value, f.name) != f.default or f.name in _TAGS)
            and not (as_written and not f.metadata.get("written", True))
        }
    if isinstance(value, Mapping):
        return {str(key): to_plain(item, as_written=as_written) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_plain(item, as_written=as_written) for item in value]
    return value


_TAGS = ("kind", "rule")
"""Fields that say which class a record is of: always written, even where they hold their default."""


def from_plain(kind: type[T], data: Any, variants: Variants | None = None) -> T:  # noqa: ANN401
    """An instance of the dataclass `kind`; unknown keys are ignored (a newer version wrote them).

    `variants` says, for a base class, which of its subclasses a record is of.
    """
    return _Reader(variants or {}).record(kind, data)


@cache
def _types(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind) if f.init}


class _Reader:
    def __init__(self, variants: Variants) -> None:
        self.variants = variants

    def record(self, kind: type[T], data: Any) -> T:  # noqa: ANN401
        if not isinstance(data, dict):
            raise ValueError(f"{kind.__name__}: not a map: {data!r:.60}")  # noqa: TRY004  damage is one kind of error
        made: type[T] = self.variants[kind](data) if kind in self.variants else kind
        known = _types(cast("Any", made))
        try:
            return made(**{name: self.value(known[name], item) for name, item in data.items() if name in known})
        except TypeError as error:
            raise ValueError(f"{made.__name__}: {error}") from error

    def value(self, kind: Any, value: Any) -> Any:  # noqa: ANN401
        origin, args = get_origin(kind), get_args(kind)
        if origin in (Union, UnionType):
            return self.union(args, value)
        if origin is tuple:
            return tuple(self.value(args[0], item) for item in _expect(list, value))
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {key: self.value(args[1], item) for key, item in _expect(dict, value).items()}
        if isinstance(kind, type) and is_dataclass(kind):
            return self.record(kind, value)
        if origin is Literal:
            if value not in args:
                raise ValueError(f"{value!r} is none of {args}")
            return value
        return value if kind is Any else _expect(kind, value)

    def union(self, args: tuple[Any, ...], value: Any) -> Any:  # noqa: ANN401
        if value is None and NoneType in args:
            return None
        for arg in args:
            try:
                return self.value(arg, value)
            except ValueError:
                continue
        raise ValueError(f"{value!r:.60} is none of {args}")


def _expect(kind: type[T], value: Any) -> T:  # noqa: ANN401
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ValueError(f"{value!r:.60} is no {kind.__name__}")
    return value
