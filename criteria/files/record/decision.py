"""What only people know about a decision: who decided, and why, in their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from criteria.errors import FileError
from criteria.model.text import NAME_LIMIT, clean_text
from criteria.translation import later
from criteria.translation import translate as _

# The statuses of MADR 4, in the order of a decision's life.
STATUSES: Mapping[str, str] = MappingProxyType(
    {
        "proposed": later("proposed"),
        "accepted": later("accepted"),
        "rejected": later("rejected"),
        "deprecated": later("deprecated"),
        "superseded": later("superseded"),
    }
)


@dataclass(frozen=True, slots=True)
class Decision:
    """status: a key of STATUSES.  chosen: identifier of a candidate, empty for the one that is first.

    The rest is text from people; empty where nobody said anything, and then the engine's proposal stands in its place.
    """

    status: str = "proposed"
    title: str = ""
    deciders: str = ""
    consulted: str = ""
    informed: str = ""
    chosen: str = ""
    context: str = ""
    because: str = ""
    not_runner_up: str = ""
    consequences: str = ""
    confirmation: str = ""
    revisit: str = ""

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise FileError(
                [
                    _(
                        "'{status}' is no status of a decision; choose from {known}.",
                        status=clean_text(str(self.status), 40),
                        known=", ".join(STATUSES),
                    )
                ]
            )
        for field in fields(self):
            limit = NAME_LIMIT if field.name in ("title", "chosen") else 2_000
            object.__setattr__(self, field.name, clean_text(getattr(self, field.name), limit))
