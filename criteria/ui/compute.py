"""What the pages share across sessions: the bundled problems and evaluations, computed once."""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import Concatenate, ParamSpec, TypeVar, cast

import streamlit as st

from criteria.errors import CriteriaError, FileError
from criteria.explain.verdict import verdict
from criteria.files import load_problem
from criteria.files.bundled import data_folder
from criteria.files.place import check_within
from criteria.model.evaluation import Evaluation
from criteria.model.frozen import frozen_inside
from criteria.model.judgements import Panel
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.text import NAME_LIMIT, clean_text, id_from_name
from criteria.ranking.dominance import best_match, matched
from criteria.ranking.evaluate import evaluate
from criteria.ranking.second_opinion import SecondOpinion, second_opinion
from criteria.robustness.agreement import Agreement, agreement_of
from criteria.robustness.evaluated.on_request import Unbeaten, firmness_on_request
from criteria.robustness.evaluated.summary import Robustness, live_robustness
from criteria.robustness.evaluated.threats import Threat, threats_of
from criteria.robustness.evaluated.votes import families_of
from criteria.translation import translate as _
from criteria.ui import turns
from criteria.ui.background.answered import SoFarError, answered, is_long
from criteria.ui.cache import SHARED
from criteria.ui.log import noted
from criteria.weighting.panel import GroupOfMembers, MemberWeights, group_of, member_weights, panel_members

Chosen = ParamSpec("Chosen")
Found = TypeVar("Found")

LOGGER = logging.getLogger("criteria.problems")
FIRST = "automotive-cloud"  # opens first where it is among them


@frozen_inside
@dataclass(frozen=True, slots=True)
class Library:
    """The problems that could be read, by identifier; and the folders that could not, each with what is wrong with it."""

    problems: Mapping[str, Problem]
    failures: tuple[tuple[str, str], ...]


def library() -> Library:
    """Return what the data folder holds now. What is wrong with one folder stays with that folder, and is in the log.

    The folder is looked at every few seconds at most, and read again where a file of it is new, gone or changed.
    """
    return _library(_state(int(time.monotonic() / _LOOK)))


@lru_cache(maxsize=1)
def _state(_moment: int) -> tuple[tuple[str, int, int], ...]:
    """Return what tells the files of the data folder from those before: path, time of the last change, size."""
    found = [(str(data_folder()), 0, 0)]
    try:
        folders = sorted(path for path in data_folder().iterdir() if path.is_dir() and path.name[0] != ".")
    except OSError:
        return tuple(found)
    for folder in folders:
        found.append((folder.name, 0, 0))
        try:
            paths = sorted(folder.iterdir())[:_FILES]
        except OSError:  # one folder without permission: the others are looked at all the same
            continue
        for path in paths:
            try:
                told = path.stat()
                found.append((f"{folder.name}/{path.name}", told.st_mtime_ns, told.st_size))
            except OSError:  # a link to nothing, or in a circle
                found.append((f"{folder.name}/{path.name}", 0, -1))
    return tuple(found)


@lru_cache(maxsize=1)
def _library(_state: tuple[tuple[str, int, int], ...]) -> Library:
    loaded: dict[str, Problem] = {}
    failures = []
    try:
        folders = sorted(path for path in data_folder().iterdir() if path.is_dir() and path.name[0] != ".")
    except OSError as error:
        noted(error, "the data folder cannot be read")
        folders = []
    # A folder that is named like its identifier keeps it, whatever else is there.
    for folder in sorted(folders, key=lambda path: id_from_name(path.name, set()) != path.name):
        name = clean_text(folder.name, NAME_LIMIT)
        try:
            check_within(folder, data_folder())
            problem = load_problem(folder)
        except CriteriaError as error:
            failures.append((name, str(error)))
            LOGGER.error("problem not read", extra={"folder": name, "run": f"criteria check {name}"})
            continue
        except Exception as error:  # whatever a file does to a reader, the other problems stay
            said = _("It cannot be read (number {id} in the log).", id=noted(error, "problem not read"))
            failures.append((name, said))
            continue
        if problem.id in loaded:  # the folders "Case A" and "case-a" are two problems
            problem = replace(problem, id=id_from_name(folder.name, set(loaded)))
        loaded[problem.id] = problem
    ordered = sorted(loaded.items(), key=lambda item: (item[0] != FIRST, item[0]))
    return Library(MappingProxyType(dict(ordered)), tuple(failures))


_LOOK = 3.0  # seconds between looks at the data folder
_FILES = 200  # of a folder that are looked at
# What the engine imports when it is first asked for; the first visitor should not wait for it.
_LATE = ("pandas", "scipy.optimize", "scipy.spatial", "scipy.sparse.csgraph", "scipy.cluster.hierarchy")


def look_again() -> None:
    """Forget what the data folder held."""
    _state.cache_clear()
    _library.cache_clear()


def problems() -> dict[str, Problem]:
    """Return the problems of the data folder by identifier; raise FileError where none can be read."""
    loaded = library().problems
    if not loaded:
        raise FileError(
            [_("There is no readable problem here: the log says what is wrong with each folder.")]
        )
    _warmed_up()
    return dict(loaded)


@st.cache_resource(show_spinner=False)
def _warmed_up() -> bool:
    """Compute and import once what the first visitor needs, then keep the collector off what lives for ever.

    Over everything that pandas and plotly hold a collection of garbage takes longer than a run. What exists after warm-up is frozen out
    of the collector's sight.
    """
    loaded = library().problems
    first = loaded.get(FIRST) or next(iter(loaded.values()))
    evaluation = evaluated(first, first.base_scenario())
    verdict(evaluation, robust(first, first.base_scenario()))
    for name in _LATE:
        import_module(name)
    gc.collect()
    gc.freeze()
    return True


def evaluated(problem: Problem, scenario: Scenario) -> Evaluation:
    """Return the evaluation without the other methods' ranks, which the live page does not need."""
    return SHARED.value(problem, (evaluated, scenario), lambda: evaluate(problem, scenario, methods=()))


def robust(problem: Problem, scenario: Scenario) -> Robustness | None:
    """Return what stands behind the headline, None for a method that cannot be asked often enough while a slider moves."""
    return SHARED.value(problem, (robust, scenario), lambda: live_robustness(evaluated(problem, scenario)))


def known_firmness(problem: Problem, scenario: Scenario) -> Robustness | Unbeaten | None:
    """Return what is known of how firm a ranking is: the figures had at once, or those of a test that somebody asked for."""
    return robust(problem, scenario) or cast(
        Unbeaten | Robustness | None, SHARED.kept(problem, (firmness_on_request, scenario, (), ()))
    )


def known_second_opinion(problem: Problem, scenario: Scenario) -> SecondOpinion | None:
    """Return what scikit-criteria computed for a ranking, where somebody asked for it; it is not asked here."""
    return cast(SecondOpinion | None, SHARED.kept(problem, (second_opinion, scenario, (), ())))


def matched_by(evaluation: Evaluation) -> Mapping[str, str]:
    """Return by identifier which candidate another one at least matches under every criterion, and by which: the one ranked first of them."""
    scenario = evaluation.scenario
    ranked = tuple(alternative.id for alternative in evaluation.alternatives)
    found = SHARED.value(
        evaluation.problem, (matched_by, scenario.changed, ranked), lambda: matched(evaluation)
    )
    return {who: best_match(evaluation, others) for who, others in found.items()}


def has_matched(problem: Problem, scenario: Scenario) -> bool:
    """Whether another candidate at least matches one of the ranked under every criterion."""
    try:
        return bool(matched_by(evaluated(problem, scenario)))
    except CriteriaError:  # nobody is ranked
        return False


def threats(evaluation: Evaluation, found: Robustness) -> tuple[Threat, ...]:
    """Return what threatens first place, the largest threat first.  found: what stands behind the headline."""
    key = (threats, evaluation.scenario)
    return SHARED.value(evaluation.problem, key, lambda: threats_of(evaluation, found))


def tested(evaluation: Evaluation) -> Robustness | Unbeaten:
    """Return the figures of a method that has none at once, computed by a worker; raise CriteriaError where there are none."""
    return figure(firmness_on_request, evaluation)


def let_it_be_sent() -> None:
    """Give way for a moment, so that what was drawn so far leaves before a computation keeps the interpreter busy."""
    turns.rest_for(0.01)


def figure(
    question: Callable[Concatenate[Evaluation, Chosen], Found],
    evaluation: Evaluation,
    *chosen: Chosen.args,
    **named: Chosen.kwargs,
) -> Found:
    """Return the result of a question asked of an evaluation, such as `weight_sweep_of`, computed once."""
    problem, scenario = evaluation.problem, evaluation.scenario
    asked = tuple(sorted(named.items()))
    long = is_long(question, evaluation)

    def computed() -> Found:
        if long:
            return answered(question, evaluation, chosen, asked)
        return question(evaluated(problem, scenario), *chosen, **named)

    try:
        return SHARED.value(problem, (question, scenario, chosen, asked), computed, alone=long)
    except SoFarError as ended:
        return cast(Found, ended.found)


def kept_for(problem: Problem, question: Hashable, computed: Callable[[], Found]) -> Found:
    """Return what a component makes of a problem alone, made once in each language.  question: what tells it from others."""
    return SHARED.value(problem, question, computed)


def agreement(problem: Problem, scenario: Scenario) -> Agreement:
    """Return how far all methods agree, each with its own normalization for this problem, one vote a family."""
    evaluation = evaluated_by_all(problem, scenario)
    return agreement_of(evaluation.method_ranks, evaluation.method_failures, families_of(evaluation))


def evaluated_by_all(problem: Problem, scenario: Scenario) -> Evaluation:
    """Return the evaluation with the ranks under every method, for the download."""
    return SHARED.value(problem, (evaluated_by_all, scenario), lambda: evaluate(problem, scenario))


def everybody(problem: Problem, panel: Panel) -> tuple[MemberWeights, ...]:
    """Return what the answers of every stakeholder amount to."""
    return SHARED.value(
        problem,
        (everybody, panel),
        lambda: tuple(member_weights(problem, member) for member in panel_members(problem, panel)),
    )


def group(problem: Problem, panel: Panel) -> GroupOfMembers:
    """Return what the stakeholders together amount to; raise CriteriaError where nobody weighed some part."""
    return SHARED.value(problem, (group, panel), lambda: group_of(problem, panel, everybody(problem, panel)))
