"""Where the problems are that can be called by name: those of this deployment, and those that come with the package."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_ENTRY = "app.py"


def bundled_folder() -> Path:
    """Return the folder of the problems that come with the package: inside it where it was installed, beside it in a checkout."""
    inside = _PACKAGE / "data"
    return inside if inside.is_dir() else _PACKAGE.parent / "data"


def data_folder() -> Path:
    """Return the folder whose problems the app offers: what CRITERIA_DATA names, or the bundled one."""
    named = os.environ.get("CRITERIA_DATA")
    return Path(named) if named else bundled_folder()


def entry_script() -> Path:
    """Return the script that the server runs: inside the package where it was installed, beside it in a checkout."""
    inside = _PACKAGE / "ui" / "entry" / _ENTRY
    return inside if inside.is_file() else _PACKAGE.parent / _ENTRY


def problem_place(text: str) -> Path:
    """Return the file or folder that a person means: a path that exists, or else a problem by its name.

    A path wins over a name, so that a folder of one's own is never mistaken for a bundled one. What is neither comes back
    as it is, for `load_problem` to say that it is not there.
    """
    place = Path(text)
    if os.path.lexists(place) or not text or place.name != text or text in (".", ".."):
        return place
    for folder in (data_folder(), bundled_folder()):
        if (folder / text).is_dir():
            return folder / text
    return place
