"""What the store hands out: frozen values, nothing of the database behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Version:
    """One saved state.  number: 1, 2, …  parent: the number it was made from, None for the first.  made: in UTC.

    fingerprint: of the data of the problem, eight hexadecimal digits.  digest: SHA-256 of the document.
    """

    number: int
    parent: int | None
    made: datetime
    author: str
    note: str
    fingerprint: str
    digest: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Something kept under a token.  kind: problem, scenario, …  about: the problem that a scenario belongs to, else empty."""

    token: str
    kind: str
    about: str
    name: str
    made: datetime
    removed: bool
    latest: Version


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save led to.  meanwhile: versions that others saved since the one this was made from; theirs are kept too."""

    token: str
    version: Version
    meanwhile: tuple[Version, ...]
