"""Before and now: the rank of each candidate in two or more scenarios beside each other, joined by lines; only those who pass another are coloured.

Markup and not a figure: it is changed where it stands while a slider moves. After LineUp (Gratzl et al., 2013).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from criteria.model.problem import Problem
from criteria.translation import translate as _
from criteria.ui.labels import option
from criteria.ui.markup import NOTHING, Markup, joined, markup, moved_places

ROW_HEIGHT = 24  # pixels; the style sheet has the same
_NAME_LIMIT = 26

Ranks = Sequence[int | None]


def slopes(problem: Problem, names: Sequence[str], ranks: Sequence[tuple[str, Ranks]]) -> Markup:
    """Return the lists of names with the lines between them.

    names: of the scenarios, two at least.  ranks: each candidate with its rank in each of them, None where it is not ranked.
    """
    columns = [_in_order([(who, places[k]) for who, places in ranks]) for k in range(len(names))]
    labels = {a.id: option(a.label, _NAME_LIMIT) for a in problem.alternatives}
    known = dict(ranks)
    heads = joined(markup("<span>{name}</span>", name=name) for name in names)
    lines = joined(_lines(left, right) for left, right in pairwise(columns))
    first = _names(columns[0], labels, {who: places[0] for who, places in known.items()}, {})
    moves = {
        who: places[0] - places[-1]
        for who, places in known.items()
        if places[0] is not None and places[-1] is not None
    }
    last = _names(columns[-1], labels, {who: places[-1] for who, places in known.items()}, moves)
    return markup(
        '<div class="c-slopes" style="--rows:{rows};--gaps:{gaps};--between:{between}"><div class="{kind}">{heads}</div>'
        '<div class="body"><ol class="left">{first}</ol>{lines}<ol class="right">{last}</ol></div></div>',
        rows=max(map(len, columns)),
        gaps=len(names) - 1,
        between=len(names) - 2,
        kind="heads" if len(names) > 2 else "heads two",
        heads=heads,
        first=first,
        lines=lines,
        last=last,
    )


def crossing(left: Sequence[str], right: Sequence[str]) -> dict[str, int]:
    """Return who passes another on the way from one order to the other: 1 for those that gain more than they lose, -1 for those that lose more, 0 for as many.

    left, right: candidates, best first. Whoever is in one of them alone passes nobody.
    """
    before = {who: place for place, who in enumerate(left)}
    after = {who: place for place, who in enumerate(right) if who in before}
    found = {}
    for who, now in after.items():
        passed = sum((before[who] - before[one]) * (now - then) < 0 for one, then in after.items())
        if passed:
            won = sum(before[one] < before[who] and then > now for one, then in after.items())
            found[who] = (2 * won > passed) - (2 * won < passed)
    return found


def _in_order(ranks: Sequence[tuple[str, int | None]]) -> list[str]:
    """Return the ranked, best first; those with equal ranks in the order given."""
    ranked = [(rank, who) for who, rank in ranks if rank is not None]
    return [who for _rank, who in sorted(ranked, key=lambda one: one[0])]


def _lines(left: Sequence[str], right: Sequence[str]) -> Markup:
    coloured = crossing(left, right)
    kinds = {1: "won", -1: "lost", 0: "both", None: ""}
    places = {who: place for place, who in enumerate(right)}
    drawn = sorted(((who in coloured, place, who) for place, who in enumerate(left) if who in places))
    return markup(
        '<div class="lines" aria-hidden="true">{lines}</div>',
        lines=joined(
            markup(
                '<u class="{kind}" style="--from:{left:.0f}px;--to:{right:.0f}px"></u>',
                kind=kinds[coloured.get(who)],
                left=(place + 0.5) * ROW_HEIGHT,
                right=(places[who] + 0.5) * ROW_HEIGHT,
            )
            for _above, place, who in drawn
        ),
    )


def _names(
    column: Sequence[str], labels: dict[str, str], ranks: dict[str, int | None], moves: dict[str, int]
) -> Markup:
    return joined(
        markup(
            "<li><span>{rank}</span> {name} {moved}</li>",
            rank=ranks[who],
            name=labels[who],
            moved=moved_places(moves[who]) if moves.get(who) else NOTHING,
        )
        for who in column
    )


def moved_line(problem: Problem, names: Sequence[str], ranks: Sequence[tuple[str, Ranks]]) -> str:
    """Return how many candidates change their rank from the first scenario to the last, and who moves most."""
    moves: list[tuple[int, str]] = [
        (places[0] - places[-1], problem.alternatives[problem.row(who)].label)
        for who, places in ranks
        if places[0] is not None and places[-1] is not None
    ]
    values: dict[str, object] = {"before": names[0], "now": names[-1]}
    moved = [one for one in moves if one[0]]
    if not moved:
        return _("All ranks are the same in both: {before}, {now}.", **values)
    places, name = max(moved, key=lambda one: abs(one[0]))
    values |= {"moved": len(moved), "compared": len(moves), "name": name, "places": abs(places)}
    if places > 0:
        return _(
            "{moved} of {compared} candidates change rank. {name} moves most: ▲ {places} from {before} to {now}.",
            **values,
        )
    return _(
        "{moved} of {compared} candidates change rank. {name} moves most: ▼ {places} from {before} to {now}.",
        **values,
    )
