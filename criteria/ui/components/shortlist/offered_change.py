"""The change that the headline names, as a button: a press sets the slider, another press takes it back.

The importance panel hears the buttons and moves its own slider, so that slider, headline and address go the way of every other move.
"""

from __future__ import annotations

from dataclasses import dataclass

from criteria.explain.firmness import nearest_change
from criteria.explain.numbers import in_full, plain
from criteria.explain.staying_unbeaten import other_sentence
from criteria.model.evaluation import Evaluation
from criteria.model.importance import slider_top
from criteria.model.number import exact
from criteria.model.scenario import Scenario
from criteria.robustness.evaluated.on_request import Unbeaten
from criteria.robustness.evaluated.slider import SliderChange
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _
from criteria.ui import session
from criteria.ui.markup import Markup, joined, markup


@dataclass(frozen=True, slots=True)
class Offer:
    """A change that a headline named.  before: the scenario whose headline it was."""

    before: Scenario
    change: SliderChange

    @property
    def after(self) -> Scenario:
        """The scenario with the change made."""
        return self.before.with_importance(self.change.criterion, self.change.then)


def change_tile(evaluation: Evaluation, robustness: Robustness | None, change: SliderChange | None) -> Markup:
    """Return the tile with what would change the answer, and its buttons: make that change, and take back the last one where it is made."""
    said = "" if robustness is None else nearest_change(evaluation, robustness)
    return markup(
        '<div class="c-tile change"><span class="top"><a href="robustness?view=weights" data-view="weights">{title}</a>{buttons}</span>'
        '{way}<p title="{said}">{said}</p></div>',
        title=_("What would change it"),
        way=_way(evaluation, change),
        said=said,
        buttons=change_buttons(evaluation, change),
    )


def other_tile(evaluation: Evaluation, found: Unbeaten) -> Markup:
    """Return the tile with who else may be in front of a partial order, where there is no leader that a slider could dethrone."""
    said = other_sentence(evaluation, found)
    if not said:
        said = _("No other candidate was in front in any of {draws} draws.", draws=plain(found.draws))
    return _words_tile(_("Who else may be in front"), said)


def untested_tile(evaluation: Evaluation, said: str) -> Markup:
    """Return the tile that stands there while nothing is known of how firm a ranking is.  said: what to do about it, if anything."""
    complete = evaluation.order_published == "complete"
    return _words_tile(_("What would change it") if complete else _("Who else may be in front"), said)


def _words_tile(title: str, said: str) -> Markup:
    return markup(
        '<div class="c-tile change"><span class="top"><a href="robustness?view=weights" data-view="weights">{title}</a></span>'
        '<p title="{said}">{said}</p></div>',
        title=title,
        said=said,
    )


def _way(evaluation: Evaluation, change: SliderChange | None) -> Markup:
    """Return a track with the slider as it stands and where it would have to stand."""
    if change is None:
        return markup('<span class="way" aria-hidden="true"></span>')
    top = slider_top(evaluation.problem, evaluation.scenario)
    return markup(
        '<span class="way" aria-hidden="true" style="--now:{now:.2f}%;--then:{then:.2f}%;--low:{low:.2f}%;--high:{high:.2f}%"><i></i><b></b><u></u></span>',
        now=100 * change.now / top,
        then=100 * change.then / top,
        low=100 * min(change.now, change.then) / top,
        high=100 * max(change.now, change.then) / top,
    )


def change_buttons(evaluation: Evaluation, change: SliderChange | None) -> Markup:
    """Return the buttons of the tile, at a place that is there without them as well."""
    mine, scenario = session.session(), evaluation.scenario
    if isinstance(mine.offered, Offer) and mine.offered.after == scenario:
        mine.taken = mine.offered
    mine.offered = None if change is None else Offer(scenario, change)
    buttons = []
    if isinstance(mine.taken, Offer) and mine.taken.after == scenario:
        done = mine.taken.change
        name = evaluation.problem.criterion(done.criterion).label
        said = _("Take it back: {criterion} to {points}", criterion=name, points=plain(done.now))
        buttons.append(_button(done.criterion, done.now, _("Take it back"), said))
    if change is not None:
        name = evaluation.problem.criterion(change.criterion).label
        said = _("Try it: {criterion} to {points}", criterion=name, points=in_full(change.then))
        buttons.append(_button(change.criterion, change.then, _("Try it"), said))
    return markup('<div class="c-offer">{buttons}</div>', buttons=joined(buttons))


def _button(criterion: str, points: float, word: str, said: str) -> Markup:
    """Return a button.  said: its word and what it does, for whoever points at it or hears it."""
    return markup(
        '<button type="button" data-importance="{criterion}" data-points="{points}" aria-label="{said}" title="{said}">{word}</button>',
        criterion=criterion,
        points=exact(points),
        said=said,
        word=word,
    )
