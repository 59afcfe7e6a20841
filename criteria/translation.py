"""The one function that every text a person reads passes through.

English is the source language. A catalogue of another language is a gettext `.mo` file; whose language counts is a matter of
the context (a session, a request, a command), never of the process: two visitors may read two languages at the same time.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_catalogue: ContextVar[gettext.NullTranslations | None] = ContextVar("catalogue", default=None)
_ENGLISH = gettext.NullTranslations()


def install(catalogue: gettext.NullTranslations) -> None:
    """Make `translate` answer from this catalogue from now on, in this context and those that begin from it."""
    _catalogue.set(catalogue)


def language() -> gettext.NullTranslations:
    """Return the catalogue of this context: what is kept for others is kept by it."""
    return _catalogue.get() or _ENGLISH


def language_code() -> str:
    """Return the code of this context's language ("en", "ja", "fr"), as pages and documents declare it to screen readers and hyphenation."""
    named = language().info().get("language", "")
    return named.replace("_", "-").partition("-")[0].lower() or "en"


@contextmanager
def in_language(catalogue: gettext.NullTranslations) -> Iterator[None]:
    """Make `translate` answer from this catalogue inside the block, in this context alone."""
    token = _catalogue.set(catalogue)
    try:
        yield
    finally:
        _catalogue.reset(token)


def translate(template: str, **values: object) -> str:
    """Return the template in the chosen language with its {names} filled in; a sentence is always one whole template."""
    told = language().gettext(template)
    return told.format(**values) if values else told


def translate_count(singular: str, plural: str, count: int, **values: object) -> str:
    """Return the form of the template that goes with this count, which is also filled in as {count}."""
    return language().ngettext(singular, plural, count).format(count=count, **values)


def later(template: str) -> str:
    """Return the template as it is: it is translated where it is shown, and found by the extraction of texts here."""
    return template


def later_count(singular: str, plural: str) -> tuple[str, str]:
    """Return both forms as they are, likewise: `translate_count` chooses where they are shown."""
    return singular, plural
