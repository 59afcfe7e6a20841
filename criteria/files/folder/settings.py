"""problem.toml, which may be left out: title, notes, where to begin, short names for charts."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from criteria.errors import FileError, MethodError
from criteria.files.place import content_of, too_large
from criteria.model.problem import Problem
from criteria.ranking.score import method_row
from criteria.translation import translate as _

SETTINGS_LIMIT = 200_000  # bytes
# The reader keeps every part of a dotted name as a table of its own, over and over: 40 kB of them take more than a gigabyte.
_TEXTS = re.compile(r'#[^\n]*|"""[\s\S]*?"""|' r"'''[\s\S]*?'''|" r'"(?:[^"\\\n]|\\.)*"|' r"'[^'\n]*'")
_PLAIN = re.compile(r"[A-Za-z0-9_-]+")
_DEEP = re.compile(r"(?<![\w-])(?:[\w-]++\s*+\.\s*+){4}")


class ProblemSettings(BaseModel):
    """What problem.toml may hold.

    id: of the problem where the folder does not carry it as its name.  default_profile: the first one where nothing is said, none
    where it is the empty text.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = ""
    title: str = ""
    notes: tuple[str, ...] = ()
    default_profile: str | None = None
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
    return settings_from(path.name, content_of(path, SETTINGS_LIMIT))


def settings_from(file: str, content: bytes) -> ProblemSettings:
    """Return what the bytes of problem.toml say; raise FileError if they cannot be read, or name a method that there is not."""
    if len(content) > SETTINGS_LIMIT:
        raise FileError([too_large(file, SETTINGS_LIMIT)])
    try:
        text = content.decode("utf-8-sig")  # Windows' editors begin a file with a mark of its encoding
    except UnicodeDecodeError as error:
        raise FileError([_not_toml(file, _("it is not encoded as UTF-8"))]) from error
    if _DEEP.search(_TEXTS.sub("s", text)):
        raise FileError([_not_toml(file, _("a name has more parts than any setting"))])
    try:
        settings = ProblemSettings.model_validate(tomllib.loads(text))
        method_row(settings.default_method)
    except RecursionError as error:
        raise FileError([_not_toml(file, _("its lists are nested too deeply"))]) from error
    except ValidationError as error:
        raise FileError(
            [
                _(
                    "{file}: '{name}' cannot be used here ({reason}).",
                    file=file,
                    name=".".join(map(str, found["loc"])),
                    reason=found["msg"],
                )
                for found in error.errors()
            ]
        ) from error
    except MethodError as error:
        raise FileError([_("{file}: {reason}", file=file, reason=error)]) from error
    except tomllib.TOMLDecodeError as error:
        raise FileError([_not_toml(file, str(error).rstrip("."))]) from error
    except ValueError as error:
        raise FileError([_not_toml(file, _("a number has thousands of digits"))]) from error
    return settings


def settings_text(problem: Problem, attribute_names: Mapping[str, str]) -> str:
    """Return what no table of the folder holds as TOML text.  attribute_names: by their column in candidates.csv."""
    names = [(one.id, one.short_name) for one in problem.criteria]
    names += [(one.id, one.short_name) for one in problem.alternatives]
    short = {identifier: name for identifier, name in names if name}
    once = {
        "id": problem.id,
        "title": problem.title,
        "notes": list(problem.notes),
        "default_profile": problem.default_profile,
        "default_method": problem.default_method,
    }
    lines = [_line(name, value) for name, value in once.items()]
    for name, texts in (("short_names", short), ("attribute_names", attribute_names)):
        if texts:
            lines += ["", f"[{name}]", *(_line(key, text) for key, text in texts.items())]
    return "\n".join(lines) + "\n"


def _line(name: str, value: object) -> str:
    # A text in JSON is one in TOML as well; names that are not plain letters stand in quotation marks.
    key = name if _PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False)
    return f"{key} = {json.dumps(value, ensure_ascii=False)}"


def _not_toml(file: str, reason: str) -> str:
    return _("{file} cannot be read: {reason}.", file=file, reason=reason)
