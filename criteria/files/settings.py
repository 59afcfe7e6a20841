"""The optional file problem.toml: title, notes, where to begin, short names for charts."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from criteria.errors import FileError
from criteria.translation import translate as _


class ProblemSettings(BaseModel):
    """What problem.toml may hold."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = ""
    notes: tuple[str, ...] = ()
    default_profile: str = ""
    default_method: str = "topsis"
    short_names: dict[str, str] = {}
    attribute_names: dict[str, str] = {}

    def attribute_name(self, column: str) -> str:
        """Return what people call an attribute of the candidates: the given name, or the column's with spaces."""
        return self.attribute_names.get(column, column.replace("_", " ").capitalize())


def read_settings(folder: Path) -> ProblemSettings:
    """Return what problem.toml says, or the defaults where there is none; raise FileError if it cannot be read."""
    path = folder / "problem.toml"
    if not path.exists():
        return ProblemSettings()
    try:
        return ProblemSettings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError, RecursionError) as error:
        raise FileError([_("{file} cannot be read: {reason}.", file=path.name, reason=error)]) from error
    except ValidationError as error:
        raise FileError(
            [
                _(
                    "{file}: '{name}' cannot be used here ({reason}).",
                    file=path.name,
                    name=".".join(map(str, found["loc"])),
                    reason=found["msg"],
                )
                for found in error.errors()
            ]
        ) from error
