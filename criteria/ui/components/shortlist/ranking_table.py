"""The ranking as a table: score, what each group adds, evidence and gates of every candidate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from types import MappingProxyType

from criteria.charts.parts import amounts_of, parts_of
from criteria.explain.lead import rank_texts, shown_digits
from criteria.explain.numbers import adding_up, number
from criteria.explain.places import ranks_text, separation_text
from criteria.explain.report import first_heads
from criteria.model.evaluation import Evaluation
from criteria.model.standing import STANDING_WORDS, Standing, gate_standing
from criteria.robustness.evaluated.places import Place, places_of
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _
from criteria.ui import compute
from criteria.ui.components.common.blocks import caption, pill
from criteria.ui.components.shortlist.first_shares import shares_of_first
from criteria.ui.components.shortlist.shown import rows_at_most, without_row
from criteria.ui.markup import NOTHING, Markup, cell, heat_cell, joined, markup, moved_places, row, table

_KINDS = {
    Standing.FAIL: "fail",
    Standing.WARNING: "warn",
    Standing.CONDITIONAL: "warn",
    Standing.TO_CHECK: "",
    Standing.WAIVED: "info",
    Standing.PASS: "good",
    Standing.SET_ASIDE: "info",
}


def ranking_table(
    evaluation: Evaluation,
    robustness: Robustness | None = None,
    matched: Mapping[str, str] = MappingProxyType({}),
    looked_at: Collection[str] = (),
    *,
    whole: bool = False,
) -> Markup:
    """Return one row for each candidate up to a limit, those set apart last and greyed; with shares of first place where they are known.

    matched: who is at least matched under every criterion, by whom.  looked_at: whose rows are marked.  whole: whether all candidates are
    asked for, which raises the limit.
    """
    most = rows_at_most(whole=whole)
    digits = shown_digits(evaluation)
    moved = any(evaluation.rank_change(i) != 0 for i in range(len(evaluation.ranked)))
    better = _("higher is better") if evaluation.higher_is_better else _("lower is better")
    score = f"{_(evaluation.score_name)}, {better}"
    heads = [
        (_head("#", _("Rank: 1 is first, equal ranks are ties")), "n"),
        (_head(_("Candidate"), _("Candidates, those set aside last"), words=True), "name"),
        (_head(_("Score"), score), "n"),
    ]
    heads += [(_head(_("Change"), _("Places won or lost against the base case")), "n")] if moved else []
    if robustness:
        between = _("Between which ranks a candidate stays in 90% of the draws")
        heads += [(_head(_("Ranks in 90% of draws"), between), "")]
        first = _("In what share of the draws a candidate is first")
        heads += [(_head(_shares_head(robustness), first), "n on-phone")]
    added = _("What this group adds to the score")
    heads += [(_head(part.label, added), "n") for part in parts_of(evaluation)]
    heads += [
        (_head(_("Evidence"), graded(), words=True), ""),
        (_head(_("Must-haves"), _("Whether a candidate meets the must-haves"), words=True), ""),
    ]
    rows = [
        *_ranked(evaluation, robustness, digits, matched, looked_at, most, moved=moved),
        *_apart(evaluation, digits, len(heads), looked_at, most, shares=robustness is not None),
    ]
    return (
        table(heads, rows, "sortable")
        + caption(without_row(len(evaluation.order) - most, whole=whole))
        + caption(_("{evidence} A column heading sorts the table.", evidence=graded()))
    )


def graded() -> str:
    """Return what the letters of the evidence stand for."""
    return _(
        "Evidence: how many ratings are A stated in a source, B inferred from one, C judgement, by hand, or unknown."
    )


def _head(name: str, about: str, *, words: bool = False) -> Markup:
    """Return a head that sorts.  about: what the column holds.  words: it is sorted as words, even where they hold figures."""
    kind = markup(' data-words=""') if words else NOTHING
    return markup(
        '<button type="button" class="c-sort" title="{about}"{kind}>{name}</button>',
        about=about,
        kind=kind,
        name=name,
    )


def _ranked(
    evaluation: Evaluation,
    robustness: Robustness | None,
    digits: int,
    matched: Mapping[str, str],
    looked_at: Collection[str],
    most: int,
    *,
    moved: bool,
) -> list[Markup]:
    rows = []
    drawn = parts_of(evaluation)
    amounts = amounts_of(evaluation, drawn, evaluation.order[:most])
    low, high = (float(amounts.min()), float(amounts.max())) if drawn else (0.0, 0.0)
    incomplete = {blanks.alternative for blanks in evaluation.incomplete}
    places = places_of(robustness) if robustness else ()
    ranks = rank_texts(evaluation)
    for place, i in enumerate(evaluation.order[:most]):
        alternative = evaluation.alternatives[i]
        cells = [
            cell(ranks[i], "n"),
            _name(
                alternative.id, alternative.label, *_marks(evaluation, alternative.id, incomplete, matched)
            ),
        ]
        cells.append(cell(number(float(evaluation.scores[i]), digits), "n"))
        cells += [_change(evaluation.rank_change(i))] if moved else []
        if robustness is not None:
            cells.append(_place(places[i], leads=i == robustness.leader))
            cells.append(cell(shares_of_first(robustness, i), "n on-phone"))
        told = adding_up(amounts[place], float(evaluation.scores[i]), digits) if drawn else ()
        for part, amount, shown in zip(drawn, amounts[place].tolist(), told, strict=True):
            heat = 8 + 52 * (amount - low) / (high - low) if high > low else 8
            cells.append(heat_cell(number(shown, digits), heat, part.colour))
        kind = "looked" if alternative.id in looked_at else ""
        rows.append(row([*cells, *_lasting(evaluation, alternative.id)], kind))
    return rows


def _apart(
    evaluation: Evaluation, digits: int, columns: int, looked_at: Collection[str], most: int, *, shares: bool
) -> list[Markup]:
    rows = []
    for entry in sorted(evaluation.set_apart, key=lambda e: (e.rank is None, e.rank))[:most]:
        label = evaluation.problem.alternatives[evaluation.problem.row(entry.alternative)].label
        rank = "–" if entry.rank is None else f"({entry.rank})"
        score = "–" if entry.score is None else f"({number(entry.score, digits)})"
        empty = [cell("", "on-phone")] * shares + [cell("")] * (columns - 5 - shares)
        gates = cell(standing_pill(Standing.SET_ASIDE if entry.by_hand else Standing.FAIL))
        cells = [cell(rank, "n"), _name(entry.alternative, label), cell(score, "n"), *empty]
        kind = "apart looked" if entry.alternative in looked_at else "apart"
        evidence, _standing = _lasting(evaluation, entry.alternative)
        rows.append(row([*cells, evidence, gates], kind))
    return rows


def _shares_head(robustness: Robustness) -> str:
    if len(robustness.drawn) > 1:
        return _("First by weights · evidence")
    return _(first_heads(robustness)[0])


def _marks(
    evaluation: Evaluation, alternative: str, incomplete: Collection[str], matched: Mapping[str, str]
) -> list[str]:
    """Return what stands behind a name: that ratings are missing, and who matches it under every criterion."""
    problem = evaluation.problem
    marks = [_("incomplete")] if alternative in incomplete else []
    if alternative in matched:
        other = problem.alternatives[problem.row(matched[alternative])].label
        marks.append(_("matched by {name} under every criterion", name=other))
    return marks


def _name(identifier: str, label: str, *marks: str) -> Markup:
    """Return the cell with the name, which opens the candidate, and what is marked behind it."""
    name = markup(
        '<span class="c-open" data-candidate="{identifier}" role="button" tabindex="0">{label}</span>',
        identifier=identifier,
        label=label,
    )
    pills = [pill(mark, "warn") for mark in marks]
    return cell(joined(part for one in (name, *pills) for part in (one, " ")) if pills else name, "name")


def _place(place: Place, *, leads: bool) -> Markup:
    """Return the ranks that 90 % of the draws leave, and the mark of those who are not separated from the first."""
    said, shown = separation_text(place, leads=leads), ranks_text(place)
    return cell(joined([shown, " ", pill(said, "info")]) if said else shown, "place")


def _change(change: int | None) -> Markup:
    if change is None:
        return cell(_("new"), "n")
    if change == 0:
        return cell("", "n")
    return cell(moved_places(change), "n")


def _lasting(evaluation: Evaluation, alternative: str) -> tuple[Markup, Markup]:
    """Return the cells for evidence and gates, which no weight changes: made once for a candidate."""
    scenario = evaluation.scenario
    return compute.kept_for(
        evaluation.problem,
        (_lasting, scenario.waived, scenario.changed, alternative),
        lambda: (_evidence(evaluation, alternative), _gates(evaluation, alternative)),
    )


def _evidence(evaluation: Evaluation, alternative: str) -> Markup:
    i = evaluation.problem.row(alternative)
    known = evaluation.cells.known[i]
    grades = Counter(evaluation.cells.confidence[i][known].tolist())
    unknown = len(known) - int(known.sum())
    said = [f"{grade} {grades[grade]}" for grade in "ABC" if grades[grade]]
    by_hand = sum(changed.alternative == alternative for changed in evaluation.scenario.changed)
    if by_hand:
        said.append(_("by hand {count}", count=by_hand))
    if unknown:
        said.append(_("unknown {count}", count=unknown))
    # A grade stays with its number where the line is broken.
    return cell(" · ".join(said).replace(" ", "\u00a0").replace("\u00a0·\u00a0", " · ") or "–")


def _gates(evaluation: Evaluation, alternative: str) -> Markup:
    standing, reasons = gate_standing(evaluation.results_of(alternative))
    if not evaluation.problem.gates:
        return cell("–")
    return cell(standing_pill(standing), title=reasons)


def standing_pill(standing: Standing) -> Markup:
    """Return the word for where a candidate stands at one must-have or at all of them, the same word wherever it is shown."""
    return pill(_(STANDING_WORDS[standing]), _KINDS[standing])
