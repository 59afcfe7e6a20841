"""The sheet of weights: points that a reader may change, and the weight of every node as a formula."""

from __future__ import annotations

from criteria.model.evaluation import Evaluation
from criteria.reports.workbook.sheet import Sheet
from criteria.translation import translate as _

FIRST = 3  # the first row of nodes, counted from 0
NAME, POINTS, COUNTED, WEIGHT = range(4)


def write_weights(sheet: Sheet, evaluation: Evaluation) -> tuple[str, ...]:
    """Write the tree of criteria; return for each leaf, in order, how other sheets refer to its weight.

    A node takes the share of its parent's weight that its points have among its siblings'. A group whose children all
    have 0 points counts nothing, as in the software.
    """
    problem, scenario = evaluation.problem, evaluation.scenario
    nodes = _in_order(evaluation)
    row = {node: FIRST + k for k, node in enumerate(nodes)}
    sheet.text(0, 0, _("Weights"), "title")
    sheet.text(1, 0, _("Change the points in the yellow cells; weights, scores and ranks follow."), "note")
    for column, head in enumerate((_("Criterion"), _("Points"), _("Points that count"), _("Weight"))):
        sheet.text(FIRST - 1, column, head, "head")
    sheet.page.set_column(NAME, NAME, 44)
    sheet.page.set_column(POINTS, WEIGHT, 14)
    counted = _counted(evaluation)
    for node, at in row.items():
        criterion = problem.criterion(node)
        children = [child.id for child in problem.children(node)]
        depth = _depth(evaluation, node)
        sheet.text(at, NAME, "    " * depth + criterion.name, "row" if children else "text")
        sheet.number(at, POINTS, scenario.importance(node), "input")
        points = sheet.at(at, POINTS)
        below = "+".join(sheet.at(row[child], COUNTED) for child in children)
        sheet.formula(at, COUNTED, f"IF({below}>0,{points},0)" if children else points, counted[node])
        siblings = problem.children(criterion.parent)
        together = "+".join(sheet.at(row[sibling.id], COUNTED) for sibling in siblings)
        above = sheet.at(row[criterion.parent], WEIGHT) if criterion.parent else "1"
        own = sheet.at(at, COUNTED)
        sheet.formula(
            at,
            WEIGHT,
            f"IF({together}>0,{above}*{own}/({together}),0)",
            float(evaluation.node_weights[node]),
            "share",
        )
    sheet.page.freeze_panes(FIRST, 1)
    return tuple(sheet.at(row[leaf.id], WEIGHT) for leaf in problem.leaves)


def _in_order(evaluation: Evaluation) -> list[str]:
    """Return the nodes, each group before its children."""
    waiting, found = [node.id for node in reversed(evaluation.problem.groups)], []
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting += [child.id for child in reversed(evaluation.problem.children(node))]
    return found


def _depth(evaluation: Evaluation, node: str) -> int:
    depth, parent = 0, evaluation.problem.criterion(node).parent
    while parent:
        depth, parent = depth + 1, evaluation.problem.criterion(parent).parent
    return depth


def _counted(evaluation: Evaluation) -> dict[str, float]:
    """Return the points that count of each node, children before their group."""
    points, found = dict(evaluation.scenario.importances), dict[str, float]()
    for node in reversed(_in_order(evaluation)):
        children = evaluation.problem.children(node)
        counts = not children or sum(found[child.id] for child in children) > 0
        found[node] = points[node] if counts else 0.0
    return found
