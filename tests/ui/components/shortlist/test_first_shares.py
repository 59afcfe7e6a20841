"""The column of shares beside the bars: one line a candidate, both kinds of draws."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from by_hand import evaluated, robust

from criteria.explain.numbers import percent, points_up
from criteria.robustness.engine.sampling import share_error
from criteria.ui.components.shortlist.first_shares import first_shares, how_to_read, shares_of_first


def test_each_candidate_has_its_shares_in_ranked_order() -> None:
    found = robust()
    markup = first_shares(evaluated(), found, limit=20)
    told = re.findall(r"<span style=\"--share:([\d.]+)\"[^>]*>([^<]+)</span>", markup)
    wanted = [share for i in range(3) for share in (found.weights.first[i], found.evidence.first[i])]  # type: ignore[union-attr]
    assert [float(share) for share, _text in told] == [round(float(share), 3) for share in wanted]
    assert [text.replace("&gt;", ">") for _share, text in told] == [percent(float(share)) for share in wanted]
    assert "First by evidence" in markup
    assert len(re.findall("--share", first_shares(evaluated(), found, limit=1))) == 2


def test_without_ranges_there_is_one_share_and_without_figures_nothing() -> None:
    alone = replace(robust(), evidence=None)
    assert "First by evidence" not in first_shares(evaluated(), alone, limit=20)
    assert shares_of_first(alone, 0) == "100%"
    assert first_shares(evaluated(), None, limit=20) == ""


def test_what_was_not_varied_has_no_share_and_the_heading_has_the_error_of_its_column() -> None:
    still = replace(robust(), spread=0.0)
    markup = first_shares(evaluated(), still, limit=20)
    assert "First by weights" not in markup
    assert len(re.findall("--share", markup)) == 3
    assert "first by evidence in" in markup
    kind = robust().evidence
    assert kind is not None
    assert f"First by evidence ±{points_up(float(max(kind.first_error)))}" in markup
    shares = [(float(s), int(p)) for s, p in zip(kind.first, kind.proved, strict=True)]
    assert kind.first_error.tolist() == [share_error(share, kind.draws, proved) for share, proved in shares]


def test_beside_each_bar_stand_the_ranks_of_the_table_and_who_is_not_told_from_the_first() -> None:
    markup = unescape(first_shares(evaluated(), robust(), limit=20))
    head, *ranks = re.findall(r'<span class="ranks">([^<]*)</span>', markup)
    assert head == "Ranks in 90%"
    assert [text.strip() for text in ranks] == ["1–2", "≈ 1–3", "2–3"]
    assert "ranks 1–3, not separated from first" in markup
    assert how_to_read(robust()).startswith(
        "Ranks in 90%: between which ranks a candidate stays in the draws of weights and of evidence. ≈ marks"
    )
    assert "in the draws of weights." in how_to_read(replace(robust(), evidence=None))
    assert "in the draws of evidence." in how_to_read(replace(robust(), spread=0.0))
