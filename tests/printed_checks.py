"""What is printed of ratings worth checking, of shares of variance and of confidence factors, read out of the text that prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import numpy as np
from printed_shares import SHARE, with_its_error

from criteria.explain.evidence_answers import evidence_answer, second_opinion
from criteria.files.figures import evidence_table, shares_table, sobol_table
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.evaluated.figures import evidence_value_of
from criteria.robustness.evaluated.inputs import call_of, evidence_of
from criteria.robustness.evidence_value import EvidenceValue
from criteria.robustness.sobol import SobolIndices
from criteria.ui.components.robustness.catalogue import CHECKED, EXPLAINING
from criteria.ui.components.robustness.tables import explaining, worth_checking

SEED = 800_000  # that no first draw has


def confidence_told(evaluation: Evaluation, found: Acceptability) -> Iterator[tuple[str, int]]:
    """Yield the confidence factors of the table of shares, each with its error as if printed, and whose it is; without those that say that they know nothing."""
    for who, row in shares_table(evaluation, found).iterrows():
        if row["confidence_error"] < 1:  # also not where there is none
            yield with_its_error(row["confidence_factor"], row["confidence_error"]), int(str(who))


VALUE = r"(\d[\d.]*) \(±([\d.]+)\)"


def of_checks(evaluation: Evaluation, found: EvidenceValue) -> Iterator[tuple[str, tuple[int, int], str]]:
    """Yield what is printed of each rating worth checking: what kind, whose rating, and the words; its worth in the unit of the score."""
    cells = [(int(i), int(j)) for i, j in found.cells]
    said = evidence_answer(evaluation, found)
    told = re.fullmatch(
        rf"Check .+ would change the choice in (?P<switch>{SHARE}) of cases and raise its expected score by (?P<worth>{VALUE}); knowing .+",
        said,
    )
    if told is not None:
        yield "switch, answer", cells[0], told["switch"]
        yield "worth, answer", cells[0], told["worth"]
    if told := re.search(rf"knowing everything, by (?P<worth>{VALUE})", said):
        yield "perfect", (-1, -1), told["worth"]
    for cell, row in zip(cells, table_rows(worth_checking(evaluation, found, limit=CHECKED)), strict=False):
        *_known, worth, switch = row
        if "±" in worth:
            yield "worth, table", cell, worth
            yield "switch, table", cell, switch
    for cell, (_n, row) in zip(cells, evidence_table(evaluation, found).iterrows(), strict=True):
        if row["told_by_draws"]:
            yield "worth, CSV", cell, f"{row['value']:.9f} (±{row['error']:.9f})"
            yield "switch, CSV", cell, with_its_error(row["switch"], row["switch_error"])


def of_sobol(evaluation: Evaluation, found: SobolIndices) -> Iterator[tuple[str, tuple[int, int], str]]:
    """Yield the printed indices of the ratings that explain most: what kind, whose rating, and the words."""
    cells = [(int(i), int(j)) for i, j in found.cells]
    said = second_opinion(evaluation, found, evidence_value_of(evaluation))
    told = re.search(rf"explains most: ({SHARE}) of the variance", said)
    assert told is not None, said
    yield "total, answer", cells[0], told[1]
    rows = table_rows(explaining(evaluation, found, limit=EXPLAINING))
    written = sobol_table(evaluation, found).iterrows()
    for cell, (_name, alone, together), (_n, row) in zip(cells, rows, written, strict=False):
        yield "alone, table", cell, alone
        yield "total, table", cell, together
        yield "alone, CSV", cell, with_its_error(row["first_order"], row["first_order_error"])
        yield "total, CSV", cell, with_its_error(row["total"], row["total_error"])


def shares_of_variance(
    evaluation: Evaluation, cells: list[tuple[int, int]], draws: int = 10_000
) -> tuple[dict[tuple[int, int], tuple[float, float]], ...]:
    """Return the first-order index and the total effect of each rating with half the width of its 95 % interval, from drawing it anew by itself and keeping it alone."""
    call, evidence, rng = call_of(evaluation), evidence_of(evaluation), np.random.default_rng(SEED)
    assert evidence is not None

    def lead(matrices: FloatArray) -> FloatArray:
        gained = call.gained(evaluation.weights, matrices)
        first = evaluation.order[0]
        return gained[:, first] - np.delete(gained, first, axis=1).max(axis=1)

    parts: dict[tuple[int, int], list[tuple[float, float]]] = {cell: [] for cell in cells}
    moments = []
    for _part in range(20):
        one, other = (evidence.sample(draws // 20, rng) for _set in range(2))
        lead_one, lead_other = lead(one), lead(other)
        moments.append((np.r_[lead_one, lead_other].mean(), (np.r_[lead_one, lead_other] ** 2).mean()))
        for i, j in cells:
            mixed = one.copy()
            mixed[:, i, j] = other[:, i, j]
            found = lead(mixed)
            centred = lead_other - lead_other.mean()
            parts[i, j].append(
                (float((centred * (found - lead_one)).mean()), float(((lead_one - found) ** 2).mean() / 2))
            )
    mean, square = np.mean(moments, axis=0)
    variance = square - mean**2
    shares = {cell: np.array(values) / variance for cell, values in parts.items()}
    return tuple(
        {
            cell: (float(values[:, k].mean()), float(1.96 * values[:, k].std(ddof=1) / np.sqrt(len(values))))
            for cell, values in shares.items()
        }
        for k in (0, 1)
    )


def table_rows(markup: str) -> list[list[str]]:
    """Return the texts of the cells of a table, row by row, without its head."""
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", markup, re.DOTALL)
    cells = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in rows]
    return [[unescape(re.sub(r"<[^>]+>", " ", cell)).strip() for cell in row] for row in cells if row]
