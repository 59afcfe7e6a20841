"""A problem as one plain table, as people have it in a spreadsheet; and what such a table cannot carry, found by reading it back."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import numpy as np

from criteria.errors import CriteriaError
from criteria.files.csv_text import guarded
from criteria.files.table.reading import read_table
from criteria.files.table.sentences import open_sentences
from criteria.files.table.work import listed
from criteria.model.criterion import Criterion
from criteria.model.evidence import Performance
from criteria.model.problem import Problem
from criteria.ranking.evaluate import evaluate
from criteria.translation import translate as _

Rows = list[list[str | float]]


def table_rows(problem: Problem) -> Rows:
    """Return the rows of the table: groups where there are any, names, what is said about the criteria, the candidates."""
    leaves = problem.leaves
    groups = [problem.criterion(leaf.parent).name if leaf.parent else "" for leaf in leaves]
    rows: Rows = [["", *groups]] if any(groups) else []
    rows.append([_("Candidate"), *(leaf.name for leaf in leaves)])
    rows.append(["direction", *("max" if leaf.maximize else "min" for leaf in leaves)])
    points = _points(problem)
    if points:
        rows.append(["weight", *points])
    about: tuple[tuple[str, list[str | float]], ...] = (
        ("unit", [leaf.unit for leaf in leaves]),
        ("scale min", [leaf.scale.low if leaf.scale else "" for leaf in leaves]),
        ("scale max", [leaf.scale.high if leaf.scale else "" for leaf in leaves]),
        *(
            (f"{name} threshold", [_blank(getattr(leaf.thresholds, name)) for leaf in leaves])
            for name in ("indifference", "preference", "veto")
        ),
    )
    rows += [[name, *cells] for name, cells in about if any(cell != "" for cell in cells)]
    for i, alternative in enumerate(problem.alternatives):
        rows.append([alternative.name, *map(_cell, problem.performances[i])])
    return rows


def table_csv(problem: Problem) -> str:
    """Return the table as CSV text, numbers in full with a decimal point, no text that a spreadsheet takes for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in table_rows(problem):
        writer.writerow([_plain(cell) for cell in row])
    return "\ufeff" + out.getvalue()


def not_carried(problem: Problem) -> list[str]:
    """Return what of a problem is lost or different when the table is read back, a sentence each; empty where nothing is."""
    return [*_different(problem), *_left_behind(problem)]


def _different(problem: Problem) -> list[str]:
    try:
        reading = read_table(table_csv(problem).encode("utf-8"), name=_("The table"))
    except CriteriaError as error:
        return [str(error)]
    read = reading.problem
    if read is None:
        return [*reading.findings, *open_sentences(reading)]
    given, back = (
        [*(a.name for a in one.alternatives), *(c.name for c in one.leaves)] for one in (problem, read)
    )
    if given != back:
        changed = [name for name in given if name not in back] or given
        return [
            _(
                "Names that are read back as something else, with what they name: {names}.",
                names=listed(changed, 5),
            )
        ]
    said = []
    if read.performances.numbers() != problem.performances.numbers():
        said.append(_("Some numbers are read back differently."))
    if [_about(c) for c in read.leaves] != [_about(c) for c in problem.leaves]:
        said.append(_("Some directions, units, scales or thresholds are read back differently."))
    if not _same_weights(read, problem):
        said.append(_("The weights are read back differently."))
    return said


def _left_behind(problem: Problem) -> list[str]:
    table = problem.performances
    texts = bool(np.any(table.confidence != "")) or any(
        any(row) for row in (*table.rationales, *table.sources, *table.bases, *table.confidence_notes)
    )
    depth = any(problem.criterion(leaf.parent).parent for leaf in problem.leaves if leaf.parent)
    anchored = any(c.why or c.measured or (c.scale and c.scale.anchors) for c in problem.criteria)
    told = any(a.attributes or a.short_name for a in problem.alternatives)
    found = (
        (texts, _("Confidence, sources and reasons of the ratings are left out.")),
        (bool(problem.gates), _("Must-haves are left out.")),
        (
            len(problem.profiles) > 1,
            _("Only the weights it opens with are written; other profiles are left out."),
        ),
        (
            any(profile.ranges for profile in problem.profiles),
            _("Ranges of weights are left out."),
        ),
        (bool(problem.answers), _("Judgements of stakeholders are left out.")),
        (anchored, _("Explanations of criteria and anchors of scales are left out.")),
        (depth, _("Of the criteria tree only the groups right above the criteria are written.")),
        (told, _("Other facts about the candidates are left out.")),
        (
            bool(problem.sources or problem.facts or problem.glossary),
            _("Sources, facts and glossary are left out."),
        ),
    )
    return [sentence for holds, sentence in found if holds]


def _points(problem: Problem) -> list[str | float]:
    """Return the weight row: points as given where each counts with its share of the sum, per cent otherwise; empty for none."""
    if not problem.default_profile:
        return []
    given = dict(problem.importances_of(problem.default_profile))
    own = np.array([given[leaf.id] for leaf in problem.leaves])
    weights = _weights(problem)
    if own.sum() > 0 and np.allclose(own / own.sum(), weights, rtol=0, atol=1e-12) and own.max() > 1:
        return [float(points) for points in own]
    return [float(f"{100 * weight:.12g}") for weight in weights]


def _weights(problem: Problem) -> np.ndarray:
    return np.asarray(evaluate(problem, problem.base_scenario().with_method("wsm"), methods=()).weights)


def _same_weights(read: Problem, problem: Problem) -> bool:
    try:
        return bool(np.allclose(_weights(read), _weights(problem), rtol=0, atol=1e-9))
    except CriteriaError:
        return False


def _about(criterion: Criterion) -> tuple[object, ...]:
    scale = criterion.scale
    return criterion.maximize, criterion.unit, scale and (scale.low, scale.high), criterion.thresholds


def _blank(value: float | None) -> str | float:
    return "" if value is None else value


def _cell(performance: Performance) -> str | float:
    if performance.likely is None:
        return ""
    if not performance.ranged:
        return performance.likely
    low, likely, high = (
        _digits(value)
        for value in (performance.low, performance.likely, performance.high)
        if value is not None
    )
    return f"{likely} ({low} - {high})"


def _plain(cell: str | float) -> str:
    if isinstance(cell, float):
        return _digits(cell)
    return str(guarded(cell))


def _digits(value: float) -> str:
    """Return a number in full without exponent, never with exactly three decimals: those might be thousands."""
    text = format(Decimal(repr(float(value))), "f")
    text = text.removesuffix(".0")
    return f"{text}0" if len(text.rpartition(".")[2]) == 3 and "." in text else text
