"""What leaves from a page: the scenario of the moment with its face, made when a button is pressed."""

from __future__ import annotations

import criteria
from criteria.errors import CriteriaError
from criteria.reports.leaving import Leaving, leaving_of, today
from criteria.translation import translate as _
from criteria.ui import compute, own
from criteria.ui.session import Session


def leaving_now(session: Session, *, name: str = "") -> Leaving:
    """Return what leaves with the scenario of a session; asked outside of any run as well.  Raises CriteriaError where nothing is ranked."""
    if session.sealing:
        raise CriteriaError(_("Names and scores are hidden until weights, must-haves and method are sealed."))
    assert session.problem is not None
    assert session.scenario is not None
    problem, scenario = session.problem, session.scenario
    return leaving_of(
        compute.evaluated_by_all(problem, scenario),
        compute.known_firmness(problem, scenario),
        day=today(),
        link=session.base + own.address(session, problem, scenario),
        version=criteria.__version__,
        name=name,
        sealed=session.seal_of(problem.id),
        opinion=compute.known_second_opinion(problem, scenario),
    )
