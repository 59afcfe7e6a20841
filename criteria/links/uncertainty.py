"""The settings of the robustness figures as one readable part of an address, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from criteria.errors import CriteriaError
from criteria.links.items import items, number_in, whole_in
from criteria.model.number import exact
from criteria.model.text import clean_text
from criteria.model.uncertainty import Uncertainty
from criteria.translation import translate as _


def uncertainty_text(settings: Uncertainty, plain: Uncertainty) -> str:
    """Return what differs from the settings that the problem comes with, such as `spread:0.4,seed:7`; the empty text where nothing does."""
    parts = []
    if settings.spread != plain.spread:
        parts.append(f"spread:{exact(settings.spread)}")
    if settings.draws != plain.draws:
        parts.append(f"draws:{settings.draws}")
    if settings.seed != plain.seed:
        parts.append(f"seed:{settings.seed}")
    if settings.distribution != plain.distribution:
        parts.append(f"evidence:{settings.distribution}")
    if settings.shared:
        parts.append("together:yes")
    if settings.by_source:
        parts.append("sources:yes")
    return ",".join(parts)


def uncertainty_from(text: str, plain: Uncertainty, notes: list[str]) -> Uncertainty:
    """Return the settings that a text stands for, where it is silent those that the problem comes with; what cannot be used is named in a note and left out."""
    settings = plain
    for name, part in items(text, notes, key=lambda part: part.partition(":")[0]):
        value = part.partition(":")[2]
        try:
            settings = _READERS[name](settings, value)
        except (KeyError, ValueError, CriteriaError):
            notes.append(
                _(
                    "The link's setting '{part}' of the robustness figures was left out.",
                    part=clean_text(part, 40),
                )
            )
    return settings


def _yes(text: str) -> bool:
    return {"yes": True, "no": False}[text]


_READERS: Mapping[str, Callable[[Uncertainty, str], Uncertainty]] = {
    "spread": lambda settings, text: replace(settings, spread=number_in(text)),
    "draws": lambda settings, text: replace(settings, draws=whole_in(text)),
    "seed": lambda settings, text: replace(settings, seed=whole_in(text)),
    "evidence": lambda settings, text: replace(settings, distribution=text),
    "together": lambda settings, text: replace(settings, shared=_yes(text)),
    "sources": lambda settings, text: replace(settings, by_source=_yes(text)),
}
