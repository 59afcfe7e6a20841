"""Several scenarios beside each other: what differs, what changed from one to the next, and who moved, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from criteria.explain.lead import names
from criteria.explain.numbers import percent, plain, signed, spread_text
from criteria.model.importance import node_weights
from criteria.model.problem import Problem
from criteria.model.scenario import BLANK_RULES, Scenario
from criteria.ranking.catalogue import METHODS
from criteria.robustness.evaluated.moves import PIECES, Move, Moves
from criteria.robustness.evaluated.over_scenarios import OverScenarios
from criteria.scaling.normalization import NORMALIZATIONS
from criteria.translation import later, translate_count
from criteria.translation import translate as _

THIRD = 3


def what_differs(problem: Problem, scenarios: Sequence[Scenario]) -> tuple[tuple[str, ...], ...]:
    """Return a row for each thing in which the scenarios differ: its name, and how each scenario has it."""
    rows = []
    for key, told in TOLD.items():
        texts = tuple(told(problem, scenario) for scenario in scenarios)
        if len(set(texts)) > 1:
            rows.append((_(ROW_NAMES[key]), *texts))
    rows += _weights(problem, scenarios)
    rows += _cells(problem, scenarios)
    return tuple(rows)


def changes(problem: Problem, before: Scenario, after: Scenario) -> str:
    """Return what changed from one scenario to the next, in a sentence; that nothing did where nothing did."""
    told = [
        _("{name} {before} → {after}", name=name, before=old, after=new)
        for name, old, new in what_differs(problem, (before, after))
    ]
    if told:
        return _("Changed: {listed}.", listed="; ".join(told))
    if before != after:
        return _("Changed: what does not move the ranking, such as judgements or settings of draws.")
    return _("Nothing was changed.")


def moved_sentence(problem: Problem, found: Moves) -> str:
    """Return who moved, and which difference did most of it, by the ranks moved when it is applied alone."""
    moved = [move for move in found.moves if move.moved]
    if not found.pieces:
        return _("The scenarios do not differ in anything that can move a rank.")
    if not moved:
        return _("No candidate moved.")
    sums = [
        (sum(abs(move.alone[k] or 0) for move in found.moves), _(PIECES[key][0]))
        for k, key in enumerate(found.pieces)
    ]
    most, piece = max(sums, key=lambda pair: pair[0])
    label = {alternative.id: alternative.label for alternative in problem.alternatives}
    values = {
        "names": names([label[move.alternative] for move in moved]),
        "piece": piece,
    }
    if len(found.pieces) == 1:
        return translate_count(
            "{count} candidate moved ({names}), by the {piece}.",
            "{count} candidates moved ({names}), by the {piece}.",
            len(moved),
            **values,
        )
    if most == 0:
        return translate_count(
            "{count} candidate moved ({names}); no difference alone moves a candidate, only all together.",
            "{count} candidates moved ({names}); no difference alone moves a candidate, only all together.",
            len(moved),
            **values,
        )
    return translate_count(
        "{count} candidate moved ({names}); applied alone, the {piece} would move the most ranks.",
        "{count} candidates moved ({names}); applied alone, the {piece} would move the most ranks.",
        len(moved),
        **values,
    )


def way_between(problem: Problem, pieces: Sequence[str], move: Move) -> str:
    """Return how a candidate that is ranked at both ends came from one rank to the other: the ranks gained by each difference."""
    values = {
        "name": problem.alternatives[problem.row(move.alternative)].label,
        "before": move.before,
        "after": move.after,
    }
    if len(pieces) == 1:
        return _(
            "{name}: from rank {before} to rank {after}, by the {piece}.",
            piece=_(PIECES[pieces[0]][0]),
            **values,
        )
    steps = zip(pieces, move.alone, strict=True)
    listed = (_("{piece} {ranks}", piece=_(PIECES[key][0]), ranks=_gained(step)) for key, step in steps)
    return _(
        "{name}: from rank {before} to rank {after}. Ranks gained by each difference alone: {listed}; by all of them together, beyond that: {together}.",
        listed=", ".join(listed),
        together=_gained(move.together),
        **values,
    )


def _gained(ranks: int | None) -> str:
    return _("(not ranked then)") if ranks is None else signed(ranks, 0)


def summary_line(problem: Problem, count: int, found: Sequence[OverScenarios]) -> str:
    """Return in how many of the scenarios who is first, who is never below third, and who fails a must-have."""
    if count == 0:
        return _("None of these scenarios ranks any candidate.")
    label = {alternative.id: alternative.label for alternative in problem.alternatives}
    first = [
        _("{name} in {count}", name=label[row.alternative], count=row.first) for row in found if row.first
    ]
    steady = [
        label[row.alternative]
        for row in found
        if row.worst is not None and row.worst <= THIRD and not row.apart
    ]
    failing = [
        _("{name} in {count}", name=label[row.alternative], count=row.fails) for row in found if row.fails
    ]
    sentences = [
        translate_count(
            "First in {count} scenario: {listed}.",
            "First in {count} scenarios: {listed}.",
            count,
            listed=names(first),
        ),
        _("Never below third: {listed}.", listed=names(steady)),
    ]
    if failing:
        sentences.append(_("Failing a must-have: {listed}.", listed=names(failing)))
    return " ".join(sentences)


def _weights(problem: Problem, scenarios: Sequence[Scenario]) -> list[tuple[str, ...]]:
    """Return the points, with the weight that follows, of every node in which the scenarios' weights differ."""
    weights = [node_weights(problem, scenario) for scenario in scenarios]
    rows = []
    for criterion in problem.criteria:
        points = [scenario.importance(criterion.id) for scenario in scenarios]
        if len(set(points)) > 1:
            cells = (
                _("{points} ({share})", points=plain(value), share=percent(found[criterion.id]))
                for value, found in zip(points, weights, strict=True)
            )
            rows.append((_("Importance of {name}", name=criterion.label), *cells))
    return rows


def _cells(problem: Problem, scenarios: Sequence[Scenario]) -> list[tuple[str, ...]]:
    """Return the ratings that one of the scenarios has set by hand, and not all alike."""
    cells = [{(c.alternative, c.criterion): c for c in scenario.changed} for scenario in scenarios]
    places = sorted({place for known in cells for place in known})
    rows = []
    for alternative, criterion in places:
        before = problem.performance(alternative, criterion).likely
        texts = []
        for known in cells:
            cell = known.get((alternative, criterion))
            value = before if cell is None else cell.likely
            texts.append(_("unknown") if value is None else plain(value))
        if len({known.get((alternative, criterion)) for known in cells}) > 1:
            name = _(
                "{criterion} of {name}",
                criterion=problem.criterion(criterion).label,
                name=problem.alternatives[problem.row(alternative)].label,
            )
            rows.append((name, *texts))
    return rows


def _profile(problem: Problem, scenario: Scenario) -> str:
    return problem.profile(scenario.profile).name if scenario.profile else _("Equal importance")


def _normalization(_problem: Problem, scenario: Scenario) -> str:
    name = scenario.normalization
    return _(NORMALIZATIONS[name].name) if name else _("the method's own")


def _waived(problem: Problem, scenario: Scenario) -> str:
    gates = {gate.id: gate for gate in problem.gates}
    listed = [
        problem.criterion(gates[g].criterion).label if gates[g].criterion else gates[g].attribute
        for g in scenario.waived
    ]
    return ", ".join(listed) or _("none")


def _aside(problem: Problem, scenario: Scenario) -> str:
    listed = [problem.alternatives[problem.row(name)].label for name in scenario.set_aside]
    return ", ".join(listed) or _("none")


def _draws(_problem: Problem, scenario: Scenario) -> str:
    settings = scenario.uncertainty
    return _(
        "±{spread}, {draws} draws, seed {seed}, {distribution}",
        spread=spread_text(settings.spread, ranged=bool(scenario.ranges)),
        draws=plain(settings.draws),
        seed=settings.seed,
        distribution=settings.distribution,
    )


TOLD: Mapping[str, Callable[[Problem, Scenario], str]] = MappingProxyType(
    {
        "profile": _profile,
        "method": lambda _problem, scenario: METHODS[scenario.method].name,
        "norm": _normalization,
        "blanks": lambda _problem, scenario: _(BLANK_RULES[scenario.blanks]),
        "waive": _waived,
        "out": _aside,
        "sure": _draws,
    }
)
ROW_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "profile": later("Profile"),
        "method": later("Method"),
        "norm": later("Normalization"),
        "blanks": later("Missing ratings"),
        "waive": later("Waived must-haves"),
        "out": later("Set aside by hand"),
        "sure": later("Draws"),
    }
)
