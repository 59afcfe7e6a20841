"""A session waits for a long computation: it sees where it stands in the queue, and its leaving ends the wait."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar, cast

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.errors import StreamlitDuplicateElementKey
from streamlit.runtime.scriptrunner import get_script_run_ctx

from criteria.errors import CriteriaError
from criteria.model.evaluation import Evaluation
from criteria.model.number import grouped, percent_to
from criteria.model.problem import Problem
from criteria.model.uncertainty import DRAWS_LEAST
from criteria.ranking.catalogue import METHODS
from criteria.ranking.families.votes import has_vote
from criteria.ranking.second_opinion import second_opinion
from criteria.robustness.evaluated import figures
from criteria.translation import translate as _
from criteria.translation import translate_count
from criteria.ui import session, turns, widgets
from criteria.ui.background import frames, jobs
from criteria.ui.background.question import Question
from criteria.ui.cache import SHARED

Found = TypeVar("Found")
_LOGGER = logging.getLogger("criteria.error")
_LOOK = 0.1  # seconds between two looks whether the session is still there
_SHORT = 10_000_000  # ratings drawn: 272 of the bundled case times 10,000 draws take less than 0.2 s
_SAMPLED = (figures.acceptability_of, figures.evidence_value_of)
# The second opinion imports scikit-criteria, for seconds: the server never does.
_LONG = (figures.sobol_indices_of, figures.evidence_value_of, second_opinion)


def is_long(ask: Callable[..., object], evaluation: Evaluation) -> bool:
    """Return whether a question is answered by a worker: methods without a kernel, many draws of many ratings, long questions."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return False  # nobody waits who could leave
    size = evaluation.performances.size
    draws = evaluation.scenario.uncertainty.draws if ask in _SAMPLED else 1
    return ask in _LONG or not has_vote(METHODS[evaluation.scenario.method]) or size * draws > _SHORT


_JOBS = jobs.Jobs(workers=1, limit=60.0)


def begin(*, workers: int, seconds: float) -> None:
    """Set how many workers there are at most, and how long one computation may take."""
    _JOBS.workers, _JOBS.limit = workers, seconds


def _packed(problem: Problem) -> bytes:
    return SHARED.value(problem, _packed, lambda: frames.packed(problem))


def _few(ask: Callable[..., object], evaluation: Evaluation) -> int:
    """Return how many draws give a preliminary answer, 0 where it rests on none: a tenth of what the method is given at most."""
    if ask not in _SAMPLED:
        return 0
    return 1_000 if has_vote(METHODS[evaluation.scenario.method]) else DRAWS_LEAST


class SoFarError(Exception):
    """The time was over: `found` is what few draws gave. An error, so that nothing keeps it for the whole answer."""

    def __init__(self, found: object) -> None:
        super().__init__()
        self.found = found


def answered(
    ask: Callable[..., Found],
    evaluation: Evaluation,
    chosen: tuple[object, ...],
    named: tuple[tuple[str, object], ...],
) -> Found:
    """Return the answer to a question, computed by a worker while this session waits.

    Raises CriteriaError where there is none, SoFarError where the time is over, with what was found.
    """
    question = Question(
        ask, _packed(evaluation.problem), evaluation.scenario, chosen, named, few=_few(ask, evaluation)
    )
    place = st.empty()
    if question in session.session().stopped:
        with place.container():
            _button(_("Compute it after all"), question, session.session().stopped.discard)
            st.empty()  # where the other button stood
        raise CriteriaError(_("Stopped before it was computed."))
    job = _JOBS.ask(question)
    try:
        with turns.given_back():
            _wait(job, place)
    finally:
        _JOBS.leave(job)
    place.empty()
    if job.outcome == jobs.ANSWER:
        return cast(Found, job.value)
    if job.outcome == jobs.COMPLAINT:
        raise CriteriaError(str(job.value))
    if job.outcome == jobs.TIME_OVER:
        raise SoFarError(_so_far(job, place, _JOBS.limit))
    number = secrets.token_hex(4)
    _LOGGER.error(
        "computation failed", extra={"id": number, **(job.value if isinstance(job.value, dict) else {})}
    )
    raise CriteriaError(_("This could not be computed (number {id} in the log).", id=number))


def _wait(job: jobs.Job, place: DeltaGenerator) -> None:
    """Wait for a job; from its first second on show how far it is, with a button that ends it."""
    begun, told, bar = time.monotonic(), "", None
    while not job.done.wait(_LOOK):
        session.still_waiting()
        if ahead := _JOBS.ahead_of(job):
            begun = time.monotonic()
        now = waiting_text(ahead, int(time.monotonic() - begun), _JOBS.limit, job.share)
        if now == told:
            continue
        if bar is None:
            with place.container():
                bar = st.empty()
                _button(_("Stop"), job.question, session.session().stopped.add)
        told = now
        bar.progress(job.share, told)


def _button(title: str, question: Question, then: Callable[[Question], None]) -> None:
    """Draw the button that stops a question, or asks it again; once, however many figures of the page rest on it."""
    with suppress(StreamlitDuplicateElementKey):
        widgets.button(title, key=f"long-{title}-{hash(question)}", then=(then, (question,)))


def waiting_text(ahead: int, seconds: int, limit: float, share: float) -> str:
    """Return how far a computation is: how many are answered before it, or for how many seconds it has run and may run, and how much is done.

    share: between 0 and 1; 0 where it is not known.

    Nothing in its first second: most are done by then.
    """
    if ahead:
        return translate_count(
            "{count} computation is under way before this one.",
            "{count} computations are under way before this one.",
            ahead,
        )
    if seconds < 1:
        return ""
    if share <= 0:
        return _("Under way for {seconds} of at most {limit:g} seconds.", seconds=seconds, limit=limit)
    return _(
        "{share} done, under way for {seconds} of at most {limit:g} seconds.",
        share=percent_to(share, 0),
        seconds=seconds,
        limit=limit,
    )


def _so_far(job: jobs.Job, place: DeltaGenerator, limit: float) -> object:
    """Return what few draws gave, said to be so; raise CriteriaError where not even that was found."""
    if job.preliminary is None:
        raise CriteriaError(
            _(
                "This took longer than {seconds:g} seconds and was ended. Choose another method, or set candidates aside, and ask again.",
                seconds=limit,
            )
        )
    place.caption(
        _(
            "All draws took longer than {seconds:g} seconds: these are the figures of the first {draws}.",
            seconds=limit,
            draws=grouped(job.question.few),
        )
    )
    return job.preliminary
