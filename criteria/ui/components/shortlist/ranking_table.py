"""The ranking as a table: score, what each group adds, evidence and gates of every candidate."""

from __future__ import annotations

from collections import Counter

from criteria.charts.palette import group_colour
from criteria.explain.lead import rank_text, shown_digits
from criteria.explain.numbers import adding_up, number
from criteria.explain.places import ranks_text, separation_text
from criteria.model.evaluation import Evaluation
from criteria.model.standing import STANDING_WORDS, Standing, gate_standing
from criteria.robustness.evaluated.places import Place, places_of
from criteria.robustness.evaluated.summary import Robustness
from criteria.translation import translate as _
from criteria.ui.components.common.blocks import pill
from criteria.ui.components.shortlist.first_shares import shares_of_first
from criteria.ui.labels import text

_KINDS = {
    Standing.FAIL: "fail",
    Standing.WARNING: "warn",
    Standing.CONDITIONAL: "warn",
    Standing.TO_CHECK: "",
    Standing.WAIVED: "info",
    Standing.PASS: "good",
    Standing.SET_ASIDE: "info",
}


def ranking_table(evaluation: Evaluation, robustness: Robustness | None = None) -> str:
    """Return one row for each candidate, those set apart last and greyed; with shares of first place where they are known."""
    digits = shown_digits(evaluation)
    split = evaluation.contributions is not None
    moved = any(evaluation.rank_change(i) != 0 for i in range(len(evaluation.ranked)))
    heads = [("#", "n"), (_("Candidate"), "name"), (_("Score"), "n")]
    heads += [(_("Change"), "n")] if moved else []
    heads += [(_("Ranks in 90% of draws"), "")] if robustness else []
    heads += [(_("First by weights · evidence"), "n on-phone")] if robustness else []
    heads += [(group.label, "n") for group in evaluation.groups if split]
    heads += [(_("Evidence"), ""), (_("Gates"), "")]
    rows = [
        *_ranked(evaluation, robustness, digits, moved=moved),
        *_apart(evaluation, digits, len(heads), shares=robustness is not None),
    ]
    head = "".join(f'<th scope="col" class="{kind}">{text(name)}</th>' for name, kind in heads)
    return f'<div class="c-scroll" tabindex="0"><table class="c-table"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'


def _ranked(evaluation: Evaluation, robustness: Robustness | None, digits: int, *, moved: bool) -> list[str]:
    rows = []
    parts = evaluation.contributions
    incomplete = {blanks.alternative for blanks in evaluation.incomplete}
    places = places_of(robustness) if robustness else ()
    for i in evaluation.order:
        alternative = evaluation.alternatives[i]
        cells = [
            _cell(rank_text(evaluation, i), "n"),
            _name(alternative.label, marked=alternative.id in incomplete),
        ]
        cells.append(_cell(number(float(evaluation.scores[i]), digits), "n"))
        cells += [_change(evaluation.rank_change(i))] if moved else []
        if robustness is not None:
            cells.append(_place(places[i], leads=i == robustness.leader))
            cells.append(_cell(shares_of_first(robustness, i), "n on-phone"))
        if parts is not None:
            low, high = float(parts.min()), float(parts.max())
            for g in range(len(evaluation.groups)):
                part = float(parts[i, g])
                shown = adding_up(parts[i], float(evaluation.scores[i]), digits)[g]
                heat = 8 + 52 * (part - low) / (high - low) if high > low else 8
                cells.append(
                    f'<td class="heat" style="--group:{group_colour(g)};--heat:{heat:.0f}">{number(shown, digits)}</td>'
                )
        rows.append(
            f"<tr>{''.join(cells)}{_evidence(evaluation, alternative.id)}{_gates(evaluation, alternative.id)}</tr>"
        )
    return rows


def _apart(evaluation: Evaluation, digits: int, columns: int, *, shares: bool) -> list[str]:
    rows = []
    for entry in sorted(evaluation.set_apart, key=lambda e: (e.rank is None, e.rank)):
        label = evaluation.problem.alternatives[evaluation.problem.row(entry.alternative)].label
        rank = "–" if entry.rank is None else f"({entry.rank})"
        score = "–" if entry.score is None else f"({number(entry.score, digits)})"
        empty = '<td class="on-phone"></td>' * shares + "<td></td>" * (columns - 5 - shares)
        gates = _pill(Standing.SET_ASIDE if entry.by_hand else Standing.FAIL)
        evidence = _evidence(evaluation, entry.alternative)
        rows.append(
            f'<tr class="apart">{_cell(rank, "n")}{_name(label, marked=False)}{_cell(score, "n")}{empty}{evidence}<td>{gates}</td></tr>'
        )
    return rows


def _cell(value: str, kind: str = "") -> str:
    return f'<td class="{kind}">{text(value)}</td>'


def _name(label: str, *, marked: bool) -> str:
    mark = f" {pill(_('incomplete'), 'warn')}" if marked else ""
    return f'<td class="name">{text(label)}{mark}</td>'


def _place(place: Place, *, leads: bool) -> str:
    """Return the ranks that 90 % of the draws leave, and the mark of those who are not separated from the first."""
    said = separation_text(place, leads=leads)
    mark = f" {pill(said, 'info')}" if said else ""
    return f'<td class="place">{text(ranks_text(place))}{mark}</td>'


def _change(change: int | None) -> str:
    if change is None:
        return _cell(_("new"), "n")
    if change == 0:
        return _cell("", "n")
    kind, arrow = ("c-up", "▲") if change > 0 else ("c-down", "▼")
    return f'<td class="n"><span class="{kind}">{arrow} {abs(change)}</span></td>'


def _evidence(evaluation: Evaluation, alternative: str) -> str:
    cells = evaluation.cells[evaluation.problem.row(alternative)]
    grades = Counter(cell.confidence for cell in cells if cell.known and cell.confidence)
    unknown = sum(not cell.known for cell in cells)
    said = [f"{grade} {grades[grade]}" for grade in "ABC" if grades[grade]]
    by_hand = sum(cell.alternative == alternative for cell in evaluation.scenario.changed)
    if by_hand:
        said.append(_("by hand {count}", count=by_hand))
    if unknown:
        said.append(_("unknown {count}", count=unknown))
    return f'<td style="white-space:nowrap">{text(" · ".join(said)) or "–"}</td>'


def _gates(evaluation: Evaluation, alternative: str) -> str:
    standing, reasons = gate_standing(evaluation.results_of(alternative))
    if not evaluation.problem.gates:
        return "<td>–</td>"
    return f'<td title="{text(reasons)}">{_pill(standing)}</td>'


def _pill(standing: Standing) -> str:
    return pill(_(STANDING_WORDS[standing]), _KINDS[standing])
