"""Memory that a thread uses again for every chunk: new memory would be handed out page by page as it is written."""

from __future__ import annotations

from math import prod
from threading import local
from typing import Any

import numpy as np
from numpy.typing import NDArray

_HELD = 8_000_000  # bytes up to which memory is kept for the next chunk


class _Rooms(local):
    """The memory of one thread, by what it is for."""

    def __init__(self) -> None:
        self.held: dict[str, NDArray[np.uint8]] = {}


_rooms = _Rooms()


def room_for(purpose: str, shape: tuple[int, ...], dtype: type[Any]) -> NDArray[Any]:
    """Return an array that holds anything, good until this thread asks for room for the same purpose again."""
    size = prod(shape) * np.dtype(dtype).itemsize
    if size > _HELD:
        return np.empty(shape, dtype)
    held = _rooms.held.get(purpose)
    if held is None or len(held) < size:
        held = _rooms.held[purpose] = np.empty(size, dtype=np.uint8)
    return held[:size].view(dtype).reshape(shape)
