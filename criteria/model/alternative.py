"""The candidates to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.model.text import checked_id, checked_name, clean_text, one_line
from criteria.translation import translate as _


@dataclass(frozen=True, slots=True)
class Alternative:
    """A candidate: its name, and what else is told of it by name (country, offerings, certificates)."""

    id: str
    name: str
    short_name: str = ""
    attributes: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        checked_id(self.id, _("candidate"))
        object.__setattr__(self, "name", checked_name(self.name, _("candidate")))
        object.__setattr__(self, "short_name", clean_text(self.short_name, 60))
        object.__setattr__(
            self, "attributes", tuple((clean_text(k), clean_text(v)) for k, v in self.attributes)
        )

    @property
    def label(self) -> str:
        """The short name where there is one, the name otherwise, on one line."""
        return one_line(self.short_name or self.name)

    def attribute(self, name: str) -> str:
        """Return what is told under this name, or the empty text."""
        return dict(self.attributes).get(name, "")
