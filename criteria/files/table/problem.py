"""From a table understood to a problem: identifiers, the tree of groups, weights as points, what is kept beside."""

from __future__ import annotations

from math import fsum

import numpy as np

from criteria.files.table.roles.weights import weight_of
from criteria.files.table.understood import Understood
from criteria.files.table.values.cells import text_of
from criteria.files.table.values.column import ColumnReading
from criteria.model.alternative import Alternative
from criteria.model.arrays import FloatArray
from criteria.model.criterion import Criterion, Scale, Thresholds
from criteria.model.performance_table import PerformanceTable
from criteria.model.points import EQUAL_IMPORTANCE
from criteria.model.problem import Problem
from criteria.model.profile import Profile
from criteria.model.text import id_from_name
from criteria.translation import translate as _

PROFILE = "given"


def problem_of(found: Understood, name: str, notes: tuple[str, ...]) -> Problem:
    """Return the problem of a table that leaves nothing open. name: of the file, for identifier and title.

    Raises ProblemError where the problem contradicts itself in a way that the reading did not see.
    """
    taken: set[str] = set()
    leaves = [_identifier(column.name, taken) for column in found.criteria]
    groups = _groups(found, taken)
    criteria = _criteria(found, leaves, groups)
    alternatives = _alternatives(found)
    order = _leaf_order(criteria)
    place = {identifier: j for j, identifier in enumerate(leaves)}
    importances = _importances(found, leaves, groups)
    profiles = (
        (Profile(PROFILE, _("Weights of the file") if found.points else _("Equal weights"), importances),)
        if importances
        else ()
    )
    if not found.points:
        notes = (*notes, _("The file has no weights: all criteria begin equally important."))
    return Problem(
        id=id_from_name(name, set()),
        title=name,
        criteria=criteria,
        alternatives=alternatives,
        performances=PerformanceTable.of_numbers(_numbers(found, [place[leaf] for leaf in order])),
        profiles=profiles,
        notes=notes,
        default_profile=PROFILE if profiles else "",
    )


def _identifier(name: str, taken: set[str]) -> str:
    identifier = id_from_name(name, taken)
    taken.add(identifier)
    return identifier


def _groups(found: Understood, taken: set[str]) -> dict[str, str]:
    """Return the identifier of each group that has criteria, by its name, in the order of the table; none for a single one."""
    names = list(
        dict.fromkeys(
            found.table.groups[c.position] for c in found.criteria if found.table.groups[c.position]
        )
    )
    if len(names) < 2 and all(found.table.groups[c.position] for c in found.criteria):
        return {}
    return {name: _identifier(name, taken) for name in names}


def _criteria(found: Understood, leaves: list[str], groups: dict[str, str]) -> tuple[Criterion, ...]:
    criteria: list[Criterion] = []
    made: set[str] = set()
    for j, column in enumerate(found.criteria):
        group = found.table.groups[column.position]
        parent = groups.get(group, "")
        if parent and parent not in made:
            made.add(parent)
            criteria.append(Criterion(parent, group))
        criteria.append(
            Criterion(
                leaves[j],
                column.name,
                parent,
                maximize=column.maximize is not False,
                unit=found.units[j],
                scale=_scale(found.scales[j], column.reading),
                thresholds=Thresholds(*found.thresholds[j]),
            )
        )
    return tuple(criteria)


def _scale(ends: tuple[float, float] | None, reading: ColumnReading) -> Scale | None:
    anchors = (
        tuple((float(level), word) for word, level in reading.levels.items())
        if reading.kind == "words"
        else ()
    )
    if ends is not None:
        return Scale(*ends, anchors)
    if reading.kind == "words" and reading.scale is not None:
        first = reading.scale.first
        return Scale(first, first + len(reading.scale.levels) - 1, anchors)
    return None


def _alternatives(found: Understood) -> tuple[Alternative, ...]:
    taken: set[str] = set()
    table = found.table
    alternatives = []
    for i in found.candidates:
        told = tuple((name, text_of(table.raw(i, j))) for name, j in found.kept if table.raw(i, j) != "")
        alternatives.append(Alternative(_identifier(table.labels[i], taken), table.labels[i], "", told))
    return tuple(alternatives)


def _numbers(found: Understood, order: list[int]) -> FloatArray:
    """Return low, likely and high of every cell (candidates, criteria, 3), nan where unknown."""
    unknown = (np.nan,) * 3
    columns = [
        [unknown if value is None else value for value in found.criteria[j].reading.values] for j in order
    ]
    return np.array(columns, dtype=np.float64).reshape(len(order), len(found.candidates), 3).swapaxes(0, 1)


def _leaf_order(criteria: tuple[Criterion, ...]) -> list[str]:
    """Return the leaves as the tree has them: the criteria of a group together, where its first one stands."""
    parents = {criterion.parent for criterion in criteria if criterion.parent}
    order = []
    for node in criteria:
        if node.id in parents:
            order += [child.id for child in criteria if child.parent == node.id]
        elif not node.parent:
            order.append(node.id)
    return order


def _importances(
    found: Understood, leaves: list[str], groups: dict[str, str]
) -> tuple[tuple[str, float], ...]:
    """Return points for every node, so that the leaves' weights are those of the table, or equal where it has none."""
    points = found.points
    if points is None and not groups:
        return ()
    share = points is not None and 0 < max(points) <= 1
    own = (
        [EQUAL_IMPORTANCE] * len(leaves) if points is None else [per_cent(p) if share else p for p in points]
    )
    pairs = []
    of_group: dict[str, float] = {}
    for j, column in enumerate(found.criteria):
        name = found.table.groups[column.position]
        if name in groups:
            of_group[name] = of_group.get(name, 0.0) + own[j]
    given = {name: weight_of(cell, ".") for name, cell in found.table.group_weights.items() if name in groups}
    if given and all(given.get(name) is not None for name in groups):
        top = [float(given[name] or 0.0) for name in groups]
        of_group = dict(zip(groups, [per_cent(w) for w in top] if max(top) <= 1 else top, strict=True))
    elif points is None:
        ungrouped = (
            o
            for o, c in zip(own, found.criteria, strict=True)
            if found.table.groups[c.position] not in groups
        )
        total = fsum([*of_group.values(), *ungrouped])
        factor = 100.0 / total if total else 1.0
        of_group = {name: float(f"{value * factor:.12g}") for name, value in of_group.items()}
        own = [
            o * factor if found.table.groups[c.position] not in groups else o
            for o, c in zip(own, found.criteria, strict=True)
        ]
    for name, identifier in groups.items():
        pairs.append((identifier, of_group[name]))
    return (*pairs, *zip(leaves, own, strict=True))


def per_cent(share: float) -> float:
    """Return a share in points of 100, rounded to twelve significant digits: 0.07 is 7, not 7.000000000000001."""
    return float(f"{100 * share:.12g}")
