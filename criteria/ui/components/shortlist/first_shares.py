"""Beside each bar: the ranks in 90 % of the draws, and in what share of drawn weightings, and of drawn evidence, the candidate is first."""

from __future__ import annotations

from collections.abc import Collection

from criteria.explain.firmness import drawn
from criteria.explain.numbers import points_up, share_of_draws
from criteria.explain.places import ranks_text, separation_text
from criteria.explain.report import first_heads, first_texts
from criteria.model.evaluation import Evaluation
from criteria.robustness.evaluated.places import Place, places_of
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _
from criteria.ui.components.shortlist.bar_rows import shown_of
from criteria.ui.components.shortlist.ranking_bars import PADDING, ROW_HEIGHT, height
from criteria.ui.markup import NOTHING, Markup, joined, markup

MARK = "≈"


def first_shares(
    evaluation: Evaluation, robustness: Robustness | None, *, limit: int, hidden: Collection[str] = ()
) -> Markup:
    """Return the column laid over the right edge of the chart, one line for each bar; nothing where there are no shares."""
    if robustness is None:
        return NOTHING
    shown = shown_of(evaluation, limit, hidden)
    rows = len(shown) + len(evaluation.set_apart)
    heads = list(zip(map(_, first_heads(robustness)), robustness.drawn.values(), strict=True))
    places = places_of(robustness)
    return markup(
        '<div class="c-shares" style="--height:{height}px;--row:{row}px" role="group" aria-label="{about}" title="{drawn}">'
        '<div class="body"><div class="heads">{heads}</div>{lines}</div></div>',
        height=height(rows) - PADDING,
        row=ROW_HEIGHT,
        about=_("Share of draws in first place"),
        drawn=drawn(evaluation, robustness),
        heads=markup('<span class="ranks">{head}</span>', head=_("Ranks in 90%"))
        + joined(
            markup("<span>{head} ±{error}</span>", head=head, error=points_up(float(kind.first_error.max())))
            for head, kind in heads
        ),
        lines=joined(_line(robustness, i, places[i], evaluation.alternatives[i].label) for i in shown),
    )


def shares_of_first(robustness: Robustness, i: int) -> str:
    """Return the shares of one candidate as text: of weightings, and of evidence where it has ranges."""
    return " · ".join(first_texts(robustness, i))


def how_to_read(robustness: Robustness) -> str:
    """Return what the column of ranks means, and its mark."""
    kinds = {
        ("weights", "evidence"): _("the draws of weights and of evidence"),
        ("weights",): _("the draws of weights"),
        ("evidence",): _("the draws of evidence"),
    }
    return _(
        "Ranks in 90%: between which ranks a candidate stays in {draws}. {mark} marks candidates that they do not separate from the "
        "first: these are behind in 90% of them or fewer.",
        draws=kinds[tuple(robustness.drawn)],
        mark=MARK,
    )


def _line(robustness: Robustness, i: int, place: Place, name: str) -> Markup:
    leads = i == robustness.leader
    mark = MARK if separation_text(place, leads=leads) else ""
    ranks = markup('<span class="ranks">{mark} {ranks}</span>', mark=mark, ranks=ranks_text(place))
    cells = joined(
        markup(
            '<span style="--share:{share:.3f}" class="{kind}">{said}</span>',
            share=share,
            kind="" if share > 0 else "none",
            said=share_of_draws(share, kind.draws, int(kind.proved[i])),
        )
        for kind in robustness.drawn.values()
        for share in [float(kind.first[i])]
    )
    first = {
        what: share_of_draws(float(kind.first[i]), kind.draws, int(kind.proved[i]))
        for what, kind in robustness.drawn.items()
    }
    if len(first) > 1:
        said = _("{name}: first by weights in {weights}, by evidence in {evidence}", name=name, **first)
    elif "weights" in first:
        said = _("{name}: first by weights in {weights}", name=name, **first)
    else:
        said = _("{name}: first by evidence in {evidence}", name=name, **first)
    placed = (said, _("ranks {ranks}", ranks=ranks_text(place)), separation_text(place, leads=leads))
    about = ", ".join(filter(None, placed))
    return markup('<div role="img" aria-label="{said}">{cells}</div>', said=about, cells=ranks + cells)
