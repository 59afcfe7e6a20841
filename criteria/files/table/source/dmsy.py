"""scikit-criteria's own file format (DMSY, a kind of YAML) as the rows of a table: names, directions, weights, numbers."""

from __future__ import annotations

import re

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from criteria.errors import FileError
from criteria.files.table.source.sheet import CELL_LIMIT, Sheet
from criteria.files.table.values.cells import Value
from criteria.model.text import clean_text
from criteria.translation import translate as _

_LIMIT = 4_000_000  # characters; reading YAML takes about a second for each million
_TOLD = re.compile(r"^(?:dmsy\s*:|\s*dm_type\s*:)", re.M)


class _Matrix(BaseModel):
    """The part of a DMSY document that is the decision matrix."""

    model_config = ConfigDict(extra="ignore", strict=False)

    matrix: list[list[float | None]]
    objectives: list[int]
    criteria: list[str | int | float]
    alternatives: list[str | int | float]
    weights: list[float] | None = None


class _Document(BaseModel):
    data: _Matrix


class _Loader(yaml.SafeLoader):
    """Reads plain YAML; names that stand for other parts are refused, with which a short text stands for a huge one."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError
        return super().compose_node(parent, index)


def is_dmsy(text: str) -> bool:
    """Whether a text is a DMSY document by its beginning."""
    return bool(_TOLD.search(text[:2_000])) and "\ndata:" in f"\n{text}"


def sheet_of_dmsy(file: str, text: str) -> Sheet:
    """Return the decision matrix as a table with rows for directions and weights; raise FileError where it is none."""
    if len(text) > _LIMIT:
        raise FileError(
            [_("{file} is too large for a DMSY file: save its matrix as CSV and open that.", file=file)]
        )
    try:
        found = _Document.model_validate(yaml.load(text, Loader=_Loader)).data
    except (yaml.YAMLError, ValidationError, ValueError, TypeError, RecursionError) as error:
        raise FileError([_damaged(file)]) from error
    width, height = len(found.criteria), len(found.alternatives)
    weights = found.weights or [1.0] * width
    fits = (
        {len(found.objectives), len(weights), *map(len, found.matrix)} == {width}
        and len(found.matrix) == height
        and all(abs(objective) == 1 for objective in found.objectives)
    )
    if not fits or width * height > CELL_LIMIT:
        raise FileError([_damaged(file)])
    rows: list[tuple[Value, ...]] = [
        ("", *(clean_text(str(name), 200) for name in found.criteria)),
        ("direction", *("max" if objective == 1 else "min" for objective in found.objectives)),
        ("weight", *weights),
    ]
    for name, line in zip(found.alternatives, found.matrix, strict=True):
        rows.append((clean_text(str(name), 200), *("" if v is None or v != v else v for v in line)))
    said = _(
        "The file is a decision matrix of scikit-criteria (DMSY): its rows are counted from the names of the criteria on."
    )
    return Sheet("", tuple(rows), notes=(said,))


def _damaged(file: str) -> str:
    return _(
        "{file}: this is a DMSY file of scikit-criteria, but its matrix, objectives, criteria and alternatives do not fit each other; write it afresh.",
        file=file,
    )
