"""The optional file problem.toml: title, notes, where to begin, short names for charts."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from criteria.errors import FileError
from criteria.files.place import content_of
from criteria.translation import translate as _

SETTINGS_LIMIT = 200_000  # bytes
# The reader keeps every part of a dotted name as a table of its own, over and over: 40 kB of them take more than a gigabyte.
_TEXTS = re.compile(r'#[^\n]*|"""[\s\S]*?"""|' r"'''[\s\S]*?'''|" r'"(?:[^"\\\n]|\\.)*"|' r"'[^'\n]*'")
_DEEP = re.compile(r"(?<![\w-])(?:[\w-]++\s*+\.\s*+){4}")


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
    content = content_of(path, SETTINGS_LIMIT)
    try:
        text = content.decode("utf-8-sig")  # Windows' editors begin a file with a mark of its encoding
    except UnicodeDecodeError as error:
        raise FileError([_not_toml(path.name, _("it is not encoded as UTF-8"))]) from error
    if _DEEP.search(_TEXTS.sub("s", text)):
        raise FileError([_not_toml(path.name, _("a name has more parts than any setting"))])
    try:
        return ProblemSettings.model_validate(tomllib.loads(text))
    except RecursionError as error:
        raise FileError([_not_toml(path.name, _("its lists are nested too deeply"))]) from error
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
    except ValueError as error:  # not TOML, or a number of thousands of digits
        raise FileError([_not_toml(path.name, str(error).rstrip("."))]) from error


def _not_toml(file: str, reason: str) -> str:
    return _("{file} cannot be read: {reason}.", file=file, reason=reason)
