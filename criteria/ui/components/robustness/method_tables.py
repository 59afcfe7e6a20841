"""The tables of the view of methods: who has which rank under which method, and how alike the clusters of methods are."""

from __future__ import annotations

from collections.abc import Sequence

from criteria.charts.palette import UNSPLIT
from criteria.explain.method_clusters import cluster_letter
from criteria.explain.numbers import number
from criteria.model.evaluation import Evaluation
from criteria.ranking.catalogue import METHODS
from criteria.robustness.agreement import Agreement
from criteria.robustness.method_clusters import between, method_clusters, one_order
from criteria.translation import translate as _
from criteria.translation import translate_count
from criteria.ui.components.common.blocks import caption, pill
from criteria.ui.markup import (
    NOTHING,
    Markup,
    cell,
    heat_cell,
    joined,
    markup,
    row,
    spanning_head,
    table,
    upright,
)

LIMIT = 200  # candidates; all of them are in the data
_FULLEST = 70  # per cent of the colour; on more of it digits would be hard to read


def _column_name(found: Agreement, methods: Sequence[str]) -> str:
    """Return the names of methods with one order: = where they order alike by construction, a dot where they do so here."""
    families = [tuple(key for key in family if key in methods) for family in found.families]
    voting = {key for family in families for key in family}
    parts = [*filter(None, families), *((key,) for key in methods if key not in voting)]
    parts.sort(key=lambda family: min(methods.index(key) for key in family))
    return " · ".join(" = ".join(METHODS[key].name for key in sorted(p, key=methods.index)) for p in parts)


def ranks_by_method(evaluation: Evaluation, found: Agreement) -> Markup:
    """Return candidates down and methods across, clusters beside each other, methods with equal ranks in one column, the one in use marked."""
    own = evaluation.scenario.method
    clusters = [one_order(found, cluster) for cluster in method_clusters(found, own)]
    columns = [
        (methods, " ".join(filter(None, ("own" if own in methods else "", "" if k else "begins"))))
        for cluster in clusters
        for k, methods in enumerate(cluster)
    ]
    above = [cell(_("Cluster"), "name", head="col")]
    above += [
        spanning_head(cluster_letter(k), len(cluster), "n begins") for k, cluster in enumerate(clusters)
    ]
    heads: list[tuple[object, str]] = [(_("Candidate"), "name")]
    heads += [(_head(found, methods, own), f"n {kind}") for methods, kind in columns]
    last = max(1, len(evaluation.order) - 1)
    rows = []
    for i in evaluation.order[:LIMIT]:
        cells = [cell(evaluation.alternatives[i].label, "name", head="row")]
        for methods, kind in columns:
            rank = int(found.ranks[found.methods.index(methods[0]), i])
            cells.append(heat_cell(rank, _FULLEST * (1 - (rank - 1) / last), UNSPLIT, kind=kind))
        rows.append(row(cells))
    left_out = len(evaluation.order) - LIMIT
    more = (
        caption(translate_count("{count} more candidate is in the data (CSV).", "{count} more candidates are in the data (CSV).", left_out))
        if left_out > 0
        else NOTHING
    )  # fmt: skip
    return joined((table(heads, rows, "c-ranks", above=row(above)), more))


def _head(found: Agreement, methods: Sequence[str], own: str) -> Markup:
    name = _column_name(found, methods)
    return markup(
        "{mark}{name}", mark=pill(_("in use"), "info") if own in methods else NOTHING, name=upright(name)
    )


def clusters_table(evaluation: Evaluation, found: Agreement) -> Markup:
    """Return a row for each cluster: its letter, its methods, and how alike its rankings are to those of each cluster."""
    clusters = method_clusters(found, evaluation.scenario.method)
    heads: list[tuple[object, str]] = [("", "n"), (_("Methods"), "name")]
    heads += [(cluster_letter(k), "n") for k in range(len(clusters))]
    rows = []
    for k, cluster in enumerate(clusters):
        names = ", ".join(METHODS[key].name for key in cluster)
        cells = [cell(cluster_letter(k), "n", head="row"), cell(names, "name")]
        for other in clusters:
            alike = between(found, cluster, other)
            cells.append(heat_cell(number(alike, 2), _FULLEST * max(0.0, alike), UNSPLIT))
        rows.append(row(cells))
    return table(heads, rows)
