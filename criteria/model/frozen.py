"""Values frozen to the bottom: nobody can change what a result holds, and nothing that was handed in is touched."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import TypeVar

import numpy as np

_PLAIN = frozenset((int, float, bool, str, bytes, type(None)))
_Class = TypeVar("_Class", bound=type)


def frozen(value: object) -> object:
    """Return the value as one that cannot be written to: arrays read-only, mappings proxied, lists as tuples, sets frozen.

    An array that somebody else could still write to is copied, so that the caller's own stays writable and changes nothing here.
    """
    if isinstance(value, np.ndarray):
        if not value.flags.writeable and value.base is None:
            return value
        copied = np.array(value)
        copied.setflags(write=False)
        return copied
    if isinstance(value, Mapping):
        return MappingProxyType({key: frozen(inner) for key, inner in value.items()})
    if type(value) in (list, tuple):
        if _PLAIN.issuperset(map(type, value)):  # type: ignore[call-overload]
            return tuple(value)  # type: ignore[arg-type]  # as of the positions of ten thousand candidates
        return tuple(frozen(inner) for inner in value)  # type: ignore[attr-defined]
    return frozenset(value) if isinstance(value, set) else value


def frozen_inside(cls: _Class) -> _Class:
    """Return a frozen dataclass whose fields are frozen to the bottom as it is made; written above `@dataclass`."""
    made = cls.__init__  # type: ignore[misc]

    @functools.wraps(made)
    def init(self: object, *given: object, **named: object) -> None:
        made(self, *given, **named)
        for field in fields(self):  # type: ignore[arg-type]
            object.__setattr__(self, field.name, frozen(getattr(self, field.name)))

    cls.__init__ = init  # type: ignore[misc]
    cls.is_frozen_inside = True  # type: ignore[attr-defined]
    return cls
