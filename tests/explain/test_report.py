"""The ranking, and how firm it is, as plain text and as data: every line and every key by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import BASE, PROBLEM, evaluated, robust

import criteria
from criteria.explain.report import ranking_text, robustness_data, robustness_text, voters_text

EVALUATION = evaluated()
# The counts of methods and the shares of evidence are fixed here: where they come from is tested in the rooms that compute them.
FOUND = replace(robust(), evidence=None, methods=16, first_under=(9, 0, 7))


def test_the_ranking_as_text() -> None:
    text = ranking_text(EVALUATION, robust()).splitlines()
    assert text[0].startswith("Ash leads Birch by 0.060 (firm on weights, ")
    assert text[2:6] == [
        "Raising the importance of Price from 20 to 44, all others unchanged, puts Cedar first.",
        "0.740 against 0.680: weighted sum by Weighted sum, higher is better.",
        "Dogwood would be first if it did not fail Hosted here.",
        "Missing ratings are set to the median of the known values.",
    ]
    assert text[6:] == [
        "",
        "#  Candidate  Score  Change  First by weights  First by evidence  Ranks in 90% of draws  Against the first         Quality  Speed  Price  Must-haves",
        # 0.6 · 0.80 = 0.48, 0.2 · 0.70 = 0.14, 0.2 · 0.60 = 0.12; the evidence puts Birch first in 14 %, Cedar in 5 % of the draws.
        "1  Ash        0.740                      100%         81% (±2.6)                    1–2                              0.480  0.140  0.120  pass",
        "2  Birch      0.680                        0%         14% (±2.4)                    1–3  not separated from first    0.360  0.160  0.160  pass",
        "3  Cedar      0.670                        0%        4.7% (±1.5)                    2–3                              0.330  0.160  0.180  pass",
        "",
        "Set aside:",
        "  Dogwood (would rank 1). Hosted here: no; required: yes.",
        "",
        "Made up for a pencil.",
    ]


def test_a_change_of_rank_is_told_with_its_sign() -> None:
    # Without points for quality: Ash 0.65, Birch 0.80, Cedar 0.85; Cedar comes from the third place, Ash from the first.
    text = ranking_text(criteria.evaluate(PROBLEM, BASE.with_importance("quality", 0), methods=()), None)
    rows = [line.split()[1:4] for line in text.splitlines() if line[:1].isdigit() and "against" not in line]
    assert rows == [["Cedar", "0.85", "+2"], ["Birch", "0.80", "0.00"], ["Ash", "0.65", "−2"]]


def test_the_firmness_as_text() -> None:
    text = robustness_text(EVALUATION, FOUND).splitlines()
    assert text[0] == "Ash leads Birch by 0.060 (firm on weights, uncertain on methods)"
    assert text[1] == "Ash is first in 100% of weightings within ±25%, and under 9 of 16 families of methods."
    assert text[6].startswith("10\u202f000 weightings drawn, each weight within ±25% (to ±")
    assert text[7:] == [
        "",
        "Candidate  First by weights  Ranks in 90% of draws",
        "Ash                    100%                      1",
        "Birch                    0%                      2",
        "Cedar                    0%                      3",
        "",
        "Criterion  Weight  Leader stays from    to",
        # 0.4444 from Cedar, 0.5 from Birch, 0.3514 from Cedar: see by_hand.
        "Quality       60%                45%  100%",
        "Speed         20%                 0%   50%",
        "Price         20%                 0%   35%",
    ]


def test_the_shares_of_evidence_have_a_column_of_their_own() -> None:
    text = robustness_text(EVALUATION, replace(FOUND, evidence=FOUND.weights)).splitlines()
    assert "Candidate  First by weights  First by evidence  Ranks in 90% of draws" in text
    assert "Ash                    100%               100%                      1" in text


def test_the_firmness_as_data() -> None:
    data = robustness_data(EVALUATION, FOUND)
    assert data["headline"] == "Ash leads Birch by 0.060"
    assert data["firmness"] == "firm on weights, uncertain on methods"
    assert (
        data["sentences"][1]
        == "Raising the importance of Price from 20 to 44, all others unchanged, puts Cedar first."
    )  # type: ignore[index]
    assert {
        name: data[name]
        for name in ("spread", "seed", "distribution", "shared", "methods", "methods_agreeing")
    } == {
        "spread": 0.25,
        "seed": 1,
        "distribution": "triangular",
        "shared": False,
        "methods": 16,
        "methods_agreeing": 9,
    }
    assert data["voters"] == [
        {"methods": list(vote.methods), "first": [("ash", "birch", "cedar")[i] for i in vote.first]}
        for vote in FOUND.votes
    ]
    assert {"methods": ["wsm", "ahp", "spotis", "mabac"], "first": ["ash"]} in data["voters"]
    assert (data["weight_draws"], data["evidence_draws"]) == (10_000, 0)
    proved = {"first_by_weights_error": 0.0, "first_by_evidence": None, "first_by_evidence_error": None}
    behind = {"first_by_weights": 0.0, "separated_from_first": True}
    assert data["candidates"] == [
        {
            "id": "ash",
            "rank": 1,
            "first_by_weights": 1.0,
            "rank_low": 1,
            "rank_high": 1,
            "separated_from_first": None,
        }
        | proved,
        {"id": "birch", "rank": 2, "rank_low": 2, "rank_high": 2} | behind | proved,
        {"id": "cedar", "rank": 3, "rank_low": 3, "rank_high": 3} | behind | proved,
    ]
    told = [(w["id"], w["weight"], w["leader_stays_from"], w["leader_stays_to"]) for w in data["weights"]]  # type: ignore[attr-defined]
    assert told == [
        ("quality", pytest.approx(0.6), pytest.approx(4 / 9), 1),
        ("speed", pytest.approx(0.2), 0, pytest.approx(0.5)),
        ("price", pytest.approx(0.2), 0, pytest.approx(13 / 37)),
    ]
    assert data["nearest_change"] == {
        "criterion": "price",
        "importance_from": 20,
        "importance_to": 44,
        "challenger": "cedar",
    }
    assert robustness_data(EVALUATION, replace(FOUND, change=None))["nearest_change"] is None


def test_both_kinds_of_draws_are_data() -> None:
    data = robustness_data(EVALUATION, robust())
    assert data["evidence_draws"] == 1_000
    ash = data["candidates"][0]  # type: ignore[index]
    assert ash["first_by_evidence"] == robust().evidence.first[0]  # type: ignore[union-attr]
    assert ash["first_by_weights"] == 1.0


def test_each_vote_is_a_line_with_its_methods_and_whom_it_puts_first() -> None:
    lines = voters_text(EVALUATION, FOUND).splitlines()
    assert lines[0].split("  ")[0] == "Family of methods, one vote each"
    assert len(lines) == 1 + len(FOUND.votes)
    assert lines[1].startswith("Weighted sum = AHP (ratings) = SPOTIS = MABAC ")
    assert lines[1].endswith(" Ash")
