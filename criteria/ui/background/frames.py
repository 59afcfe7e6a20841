"""What goes between the server and its workers: values of ours, pickled by one and read by the other on the same machine, never a stranger's."""

from __future__ import annotations

import io
import pickle
import struct
from types import MappingProxyType
from typing import Any, BinaryIO

import numpy as np

_LENGTH = struct.Struct(">Q")


class _Pickler(pickle.Pickler):
    """Values frozen to the bottom stay so: read-only mappings and arrays arrive read-only."""

    def reducer_override(self, value: object) -> Any:
        if isinstance(value, MappingProxyType):
            return MappingProxyType, (dict(value),)
        if value is MappingProxyType:
            return _mapping_proxy, ()
        if isinstance(value, np.ndarray) and not value.flags.writeable:
            return _read_only, (value.copy(),)
        return NotImplemented


def _mapping_proxy() -> type:
    return MappingProxyType


def _read_only(array: np.ndarray) -> np.ndarray:
    array.setflags(write=False)
    return array


def packed(value: object) -> bytes:
    """Return a value as bytes."""
    held = io.BytesIO()
    _Pickler(held, protocol=5).dump(value)
    return held.getvalue()


def unpacked(data: bytes) -> Any:
    """Return the value that `packed` was given."""
    return pickle.loads(data)


def write(stream: BinaryIO, data: bytes) -> None:
    """Write bytes with their length in front."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read(stream: BinaryIO) -> bytes | None:
    """Return the bytes that were written next; None where the other side has ended."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None
