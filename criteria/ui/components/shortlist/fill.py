"""What follows from the scenario on the shortlist, filled into its places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from criteria.errors import CriteriaError
from criteria.explain.evidence_answers import path_answer
from criteria.explain.lead import names
from criteria.explain.verdict import verdict
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ranking.catalogue import METHODS
from criteria.robustness.evaluated import figures
from criteria.robustness.evaluated.on_request import Unbeaten
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _
from criteria.ui import compute, session, turns
from criteria.ui.components.common import blocks
from criteria.ui.components.common.copy_link import link_query
from criteria.ui.components.common.page import about_link, on_paper
from criteria.ui.components.common.weight_ranges import RangesLine
from criteria.ui.components.shortlist import drawer, pair
from criteria.ui.components.shortlist.bar_rows import MATCHED
from criteria.ui.components.shortlist.before_now import before_and_now
from criteria.ui.components.shortlist.candidate import evidence_table, portrait
from criteria.ui.components.shortlist.first_shares import first_shares, how_to_read
from criteria.ui.components.shortlist.gates import gate_report
from criteria.ui.components.shortlist.headline import differing, headline
from criteria.ui.components.shortlist.headline_tiles import waiting_tiles
from criteria.ui.components.shortlist.importance_panel import importance_panel
from criteria.ui.components.shortlist.layout import Slots
from criteria.ui.components.shortlist.plane import closeness_picture
from criteria.ui.components.shortlist.ranking_bars import ranking_bars
from criteria.ui.components.shortlist.ranking_heading import ranking_heading
from criteria.ui.components.shortlist.ranking_table import ranking_table
from criteria.ui.components.shortlist.relation import relation_table
from criteria.ui.components.shortlist.shown import SHOWN_AT_FIRST, shown_with
from criteria.ui.components.shortlist.travel import state_of
from criteria.ui.markup import NOTHING


def fill(slots: Slots, ranges: RangesLine, problem: Problem, scenario: Scenario) -> None:
    """Draw the importance panel and fill all places, first of all what people look at and the browser does not show yet.

    That is the headline where it plays the bars back, and the panel shows by itself what was moved; else the bars. Where it shows both
    already, all comes in one letter.
    """
    played, shown = session.session().played, session.session().headed
    if shown or not played:
        slots.live.send("early")  # nothing yet: the panel keeps its place
        importance_panel(problem, scenario)
    evaluation = ranking(slots, problem, scenario)
    if not shown:
        if evaluation is not None:
            (show_headline if played else show_bars)(slots, evaluation)
        slots.live.send("early" if played else "bars")
        # It is on its way, and drawn before what takes longer, or stands further down, is there.
        compute.let_it_be_sent()
        if played:
            importance_panel(problem, scenario)
    ranges.tell(problem, scenario)
    if evaluation is not None:
        if shown or not played:
            show_headline(slots, evaluation)
        if played:
            show_bars(slots, evaluation)
        if played and not shown:
            slots.live.send("bars")
        turns.let_urgent_pass()
        fill_rest(slots, evaluation, at_once=shown)


def ranking(slots: Slots, problem: Problem, scenario: Scenario) -> Evaluation | None:
    """Return the ranking; where there is none, say why: what belonged to another one goes."""
    try:
        return compute.evaluated(problem, scenario)
    except CriteriaError as error:
        slots.verdict.html(blocks.error(str(error)))
        return None


def fill_rest(slots: Slots, evaluation: Evaluation, *, at_once: bool) -> None:
    """Fill in all but headline and bars, what stands at the top first.  at_once: whether all of it comes in the last letter."""
    problem, scenario = evaluation.problem, evaluation.scenario
    found = _known(evaluation)
    show_shares(slots, evaluation, found)
    if not at_once:
        slots.live.send("shares")
    turns.let_urgent_pass()
    show_table(slots, evaluation, found)
    if slots.slopes.seen:
        slots.slopes.html(before_and_now(evaluation, slots.before))
    if slots.plane.seen:
        slots.plane.html(closeness_picture(evaluation))
    slots.heading.html(ranking_heading(evaluation))
    slots.paper.html(on_paper(problem, scenario))
    slots.arrival.html(about_link())
    slots.groups.html(pair.by_group(evaluation))
    turns.let_urgent_pass()
    slots.gates.html(gate_report(evaluation) if problem.gates or evaluation.set_apart else NOTHING)
    fill_drawer(slots.drawer, evaluation)
    partial = evaluation.order_published != "complete"
    title = blocks.heading(_("Who is preferred to whom?"))
    slots.relation.html(title + relation_table(evaluation) if partial else NOTHING)
    if session.session().to_test == scenario and found is None:
        slots.live.send("rest")
        run_test(slots, evaluation)


def _known(evaluation: Evaluation) -> Robustness | Unbeaten | None:
    return compute.known_firmness(evaluation.problem, evaluation.scenario)


def show_bars(slots: Slots, evaluation: Evaluation) -> None:
    """Draw the bars."""
    limit, matched, hidden = shown_with(evaluation)
    looked_at = drawer.looked_at(evaluation)
    state = state_of(evaluation, limit, hidden)
    slots.chart.html(
        ranking_bars(
            evaluation, limit=limit, matched=matched, hidden=hidden, looked_at=looked_at, state=state
        )
    )


def fill_drawer(places: drawer.Places, evaluation: Evaluation) -> None:
    """Draw what is known about the candidate in the drawer, and how it differs from the one it is compared with."""
    chosen = drawer.candidate_of(evaluation)
    places.title.html(drawer.title_of(evaluation))
    places.versus.html(drawer.comparison(evaluation))
    places.portrait.html(portrait(evaluation, chosen))
    if places.path.seen:
        places.path.html(blocks.caption(path_to_first(evaluation, chosen)))
    if places.evidence.seen:
        places.evidence.html(evidence_table(evaluation, chosen))


def show_headline(slots: Slots, evaluation: Evaluation) -> None:
    """Draw the headline with its tiles."""
    slots.verdict.html(headline(evaluation, _known(evaluation)))


def show_shares(slots: Slots, evaluation: Evaluation, found: Robustness | Unbeaten | None) -> None:
    """Draw what stands beside the bars where the leader's shares are known, and how to read it."""
    robustness = found if isinstance(found, Robustness) else None
    limit, matched, hidden = shown_with(evaluation)
    slots.shares.html(first_shares(evaluation, robustness, limit=limit, hidden=hidden))
    told = [how_to_read(robustness)] if robustness else []
    slots.how.html(blocks.caption(" ".join([*told, *matched_sentence(evaluation, matched)])))


def show_table(slots: Slots, evaluation: Evaluation, found: Robustness | Unbeaten | None) -> None:
    """Draw the table."""
    robustness = found if isinstance(found, Robustness) else None
    limit, matched, _hidden = shown_with(evaluation)
    looked_at, whole = drawer.looked_at(evaluation), limit > SHOWN_AT_FIRST
    slots.table.html(ranking_table(evaluation, robustness, matched, looked_at, whole=whole))


def matched_sentence(evaluation: Evaluation, matched: Mapping[str, str]) -> list[str]:
    """Return who is at least matched under every criterion, by whom; nothing where nobody is."""
    problem = evaluation.problem

    def label(identifier: str) -> str:
        return problem.alternatives[problem.row(identifier)].label

    pairs = [_("{name} by {other}", name=label(who), other=label(other)) for who, other in matched.items()]
    if not pairs:
        return []
    return [
        _(
            "{mark} marks candidates that another one at least matches under every criterion: {pairs}.",
            mark=MATCHED,
            pairs=names(pairs, limit=12),
        )
    ]


def run_test(slots: Slots, evaluation: Evaluation) -> None:
    """Test the firmness that somebody asked for, with everything else on the page already, and draw what was found."""
    query = link_query(evaluation.problem, evaluation.scenario)
    waiting, line = replace(verdict(evaluation), caution=_("being tested …")), differing(evaluation)
    slots.verdict.html(blocks.verdict_card(waiting, query, waiting_tiles(evaluation), line))
    slots.live.send("waiting")
    try:
        found = compute.tested(evaluation)
    except CriteriaError as error:
        failed = verdict(evaluation)
        said = replace(failed, sentences=(*failed.sentences, str(error)))
        slots.verdict.html(blocks.verdict_card(said, query, line=line))  # with the sentences: they say why
    else:
        slots.verdict.html(headline(evaluation, found))
        show_shares(slots, evaluation, found)
        show_table(slots, evaluation, found)


def path_to_first(evaluation: Evaluation, chosen: str) -> str:
    """Return what it would take a candidate to come first, or why that is not said here."""
    place = evaluation.position(chosen)
    if place is None:
        return _("It is set aside and not ranked.")
    if not METHODS[evaluation.scenario.method].batched:
        return _(
            "This method runs one draw at a time: the Robustness page computes it on request, under Evidence."
        )
    if not session.session().committed:
        return _("Computed when you release the slider.")
    try:
        return path_answer(evaluation, place, compute.figure(figures.path_to_first_of, evaluation, place))
    except CriteriaError as error:
        return str(error)
