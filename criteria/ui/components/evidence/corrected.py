"""A correction: a new problem in place of the present one, with the scenario carried over as far as it still means something."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from criteria.errors import CriteriaError
from criteria.links.scenario import scenario_from_query, scenario_to_query
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.text import clean_text
from criteria.translation import translate as _
from criteria.ui import own, session

_NAMING = ("problem", "data")
Change = Callable[[Problem], tuple[Problem, str]]  # the new problem, and what was done in words


def carried(problem: Problem, changed: Problem, scenario: Scenario) -> Scenario:
    """Return the scenario for a changed problem: as it is where its criteria and candidates stay, else what still means something."""
    ids = [
        ([c.id for c in p.criteria], [a.id for a in p.alternatives], [g.id for g in p.gates])
        for p in (problem, changed)
    ]
    if ids[0] == ids[1]:
        return replace(scenario, problem=changed.id)
    query = scenario_to_query(problem, scenario)
    told = {name: [value] for name, value in query.items() if name not in _NAMING}
    return scenario_from_query(changed, told)[0]


def correct(change: Change, author: str, reason: str, taken: Collection[str], refused: str) -> None:
    """Take the changed problem into the session; what cannot be done is said under `refused` in the run that follows."""
    problem, scenario = session.present()
    try:
        changed, what = change(problem)
        if changed == problem:
            session.say(refused, _("Nothing was changed."))
            return
        moved = carried(problem, changed, scenario)
    except CriteriaError as error:
        session.say(refused, str(error))
        return
    corrected = own.corrected(problem, changed, correction(what, author, reason), taken, author=author)
    session.keep(corrected, replace(moved, problem=corrected.id))
    session.replaced()


def correction(what: str, author: str, reason: str) -> str:
    """Return what was corrected, why and by whom, as it stands in the notes of the problem."""
    return _(
        "Corrected: {what}. Reason: {reason}. By {author}.",
        what=what,
        reason=clean_text(reason, 200).rstrip(".") or _("not given"),
        author=clean_text(author, 60) or _("an unnamed person"),
    )
