"""What presses of buttons ask for, done by the run that follows before it draws anything.

A run may be ended by the next act at any time. What a page takes up only where it draws the button is then lost, or taken up when the
page is drawn again much later. Done in the callback itself it would miss what a component sent with the press: its callback comes last.
"""

from __future__ import annotations

from collections.abc import Callable

from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ui import session

Work = Callable[[dict[str, Problem]], None]  # takes the problems of this installation
_GO = "go"


def do_next(work: Work) -> None:
    """Note what a press asks for; for callbacks.

    It is done with all that was entered together with the press. Where the run that follows is ended, the next one does it, on whichever page.
    """
    session.session().to_do.append(work)


def go_next(page: str) -> None:
    """Leave word that the run under way goes to another page, unless it is no longer that of the page drawn last; for works."""
    session.say(_GO, (session.session().page, page))


def do_noted(problems: dict[str, Problem], problem: Problem, scenario: Scenario) -> tuple[Problem, Scenario]:
    """Do what presses asked for; return what problem and scenario are then. What is not finished is left to the next run."""
    with session.unbroken():
        waiting = session.session().to_do
        if not waiting:
            return problem, scenario
        session.keep(problem, scenario)
        while waiting:
            try:
                waiting[0](problems)
            except Exception:
                del waiting[0]
                raise
            del waiting[0]
        return session.present()


def next_page() -> str:
    """Return where to go from the page of this run, once; the empty text for nowhere."""
    asked = session.heard(_GO)
    return asked[1] if isinstance(asked, tuple) and asked[0] == session.session().page else ""
