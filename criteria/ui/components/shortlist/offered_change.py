"""The change that the headline names, as a button: a press sets the slider, another press takes it back.

The importance panel hears the buttons and moves its own slider, so that slider, headline and address go the way of every other move.
"""

from __future__ import annotations

from dataclasses import dataclass

from criteria.explain.numbers import in_full, plain
from criteria.model.evaluation import Evaluation
from criteria.model.number import exact
from criteria.model.scenario import Scenario
from criteria.robustness.evaluated.slider import SliderChange
from criteria.translation import translate as _
from criteria.ui import session
from criteria.ui.markup import NOTHING, Markup, joined, markup


@dataclass(frozen=True, slots=True)
class Offer:
    """A change that a headline named.  before: the scenario whose headline it was."""

    before: Scenario
    change: SliderChange

    @property
    def after(self) -> Scenario:
        """The scenario with the change made."""
        return self.before.with_importance(self.change.criterion, self.change.then)


def change_buttons(evaluation: Evaluation, change: SliderChange | None) -> Markup:
    """Return the buttons under the headline: take the last change back where it is made, and make the one that is named now."""
    mine, scenario = session.session(), evaluation.scenario
    if isinstance(mine.offered, Offer) and mine.offered.after == scenario:
        mine.taken = mine.offered
    mine.offered = None if change is None else Offer(scenario, change)
    buttons = []
    if isinstance(mine.taken, Offer) and mine.taken.after == scenario:
        done = mine.taken.change
        name = evaluation.problem.criterion(done.criterion).label
        said = _("Take it back: {criterion} to {points}", criterion=name, points=plain(done.now))
        buttons.append(_button(done.criterion, done.now, said))
    if change is not None:
        name = evaluation.problem.criterion(change.criterion).label
        said = _("Try it: {criterion} to {points}", criterion=name, points=in_full(change.then))
        buttons.append(_button(change.criterion, change.then, said))
    if not buttons:
        return NOTHING
    return markup('<div class="c-offer">{buttons}</div>', buttons=joined(buttons))


def _button(criterion: str, points: float, said: str) -> Markup:
    return markup(
        '<button type="button" data-importance="{criterion}" data-points="{points}">{said}</button>',
        criterion=criterion,
        points=exact(points),
        said=said,
    )
