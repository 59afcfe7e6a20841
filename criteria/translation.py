"""The one function that every text a person reads passes through.

English is the source language. A catalogue of another language is a gettext `.mo` file that `install` is given.
"""

from __future__ import annotations

import gettext

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def install(catalogue: gettext.NullTranslations) -> None:
    """Make `translate` answer from this catalogue from now on."""
    global _catalogue  # noqa: PLW0603 - the language is a setting of the process
    _catalogue = catalogue


def translate(template: str, **values: object) -> str:
    """Return the template in the chosen language with its {names} filled in; a sentence is always one whole template."""
    return _catalogue.gettext(template).format(**values) if values else _catalogue.gettext(template)


def translate_count(singular: str, plural: str, count: int, **values: object) -> str:
    """Return the form of the template that goes with this count, which is also filled in as {count}."""
    return _catalogue.ngettext(singular, plural, count).format(count=count, **values)


def later(template: str) -> str:
    """Return the template as it is: it is translated where it is shown, and found by the extraction of texts here."""
    return template
