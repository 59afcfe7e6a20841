"""The tables of the view of methods: every method named once, equal orders in one column, the method in use marked."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import numpy as np
from by_hand import ENGINEERS, PROBLEM, evaluated

from criteria.model.alternative import Alternative
from criteria.robustness.agreement import agreement_of
from criteria.robustness.method_clusters import method_clusters
from criteria.ui import compute
from criteria.ui.components.robustness import method_tables
from criteria.ui.components.robustness.method_tables import clusters_table, ranks_by_method

EVALUATION = evaluated(ENGINEERS)  # Cedar, Birch, Ash by the weighted sum
ONE, SWAPPED, TURNED = np.array([3, 2, 1]), np.array([3, 1, 2]), np.array([1, 2, 3])
FOUND = agreement_of(
    {"vikor": TURNED, "topsis": SWAPPED, "codas": ONE, "wsm": ONE, "mabac": ONE, "electre_i": TURNED},
    {},
    [("wsm", "mabac"), ("vikor",), ("topsis",), ("codas",)],
)


def cells(line: str) -> list[str]:
    return [unescape(re.sub("<[^>]+>", "", one)) for one in re.findall(r"<t[hd].*?</t[hd]>", line)]


def rows(told: object) -> list[list[str]]:
    return [cells(line) for line in re.findall(r"<tr.*?</tr>", str(told), re.DOTALL)]


def test_methods_with_one_order_share_a_column_and_the_one_in_use_comes_first() -> None:
    above, heads, *below = rows(ranks_by_method(EVALUATION, FOUND))
    assert above == ["Cluster", "A", "B", "C"]
    # Weighted sum and MABAC are one family; CODAS happens to give the same order here, and so does ELECTRE I with VIKOR.
    assert heads == ["Candidate", "in useWeighted sum = MABAC · CODAS", "TOPSIS", "VIKOR · ELECTRE I"]
    assert below == [["Cedar", "1", "2", "3"], ["Birch", "2", "1", "2"], ["Ash", "3", "3", "1"]]


def test_only_the_column_in_use_is_marked_and_the_first_of_a_cluster_begins_it() -> None:
    told = str(ranks_by_method(EVALUATION, FOUND))
    kinds = [re.findall(r'<t[hd][^>]*class="([^"]*)"', line) for line in re.findall("<tr.*?</tr>", told)]
    assert kinds[1] == ["name", "n own begins", "n begins", "n begins"]
    assert kinds[2] == ["name", "heat own begins", "heat begins", "heat begins"]
    assert re.findall(r"--heat:(\d+)", told)[:3] == ["70", "35", "0"]


def test_every_method_is_named_in_one_column() -> None:
    found = compute.agreement(EVALUATION.problem, EVALUATION.scenario)
    (_above, heads, *_below) = rows(ranks_by_method(EVALUATION, found))
    named = [name for head in heads[1:] for name in re.split(" = | · ", head.removeprefix("in use"))]
    assert sorted(named) == sorted(method_tables.METHODS[key].name for key in found.methods)


def test_candidates_beyond_the_limit_are_counted(monkeypatch: object) -> None:
    monkeypatch.setattr(method_tables, "LIMIT", 2)  # type: ignore[attr-defined]
    told = str(ranks_by_method(EVALUATION, FOUND))
    assert len(rows(told)) == 2 + 2
    assert "1 more candidate is in the data (CSV)." in told


def test_clusters_have_their_methods_and_how_alike_they_are() -> None:
    heads, *below = rows(clusters_table(EVALUATION, FOUND))
    assert heads == ["", "Methods", "A", "B", "C"]
    # One pair of three turned around is τ = 1/3; all three -1, two of three -1/3.
    assert below == [
        ["A", "Weighted sum, CODAS, MABAC", "1.00", "0.33", "−1.00"],
        ["B", "TOPSIS", "0.33", "1.00", "−0.33"],
        ["C", "VIKOR, ELECTRE I", "−1.00", "−0.33", "1.00"],
    ]
    assert len(method_clusters(FOUND, "wsm")) == len(below)


def test_names_of_strangers_are_text() -> None:
    strange = replace(PROBLEM, alternatives=(Alternative("ash", "<b>A</b>"), *PROBLEM.alternatives[1:]))
    told = ranks_by_method(compute.evaluated(strange, strange.base_scenario("engineers")), FOUND)
    assert "&lt;b&gt;A&lt;/b&gt;" in told
    assert "<b>A" not in told
