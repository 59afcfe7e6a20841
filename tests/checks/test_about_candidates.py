"""Limits of the checks of candidates and of stakeholders."""

from __future__ import annotations

from dataclasses import replace

from clean import PEOPLE, clean, with_row

from criteria.checks.about_candidates import decoy, dominated, loud_stakeholder, nearly_equal, silent


def test_one_better_rating_is_enough_not_to_be_dominated() -> None:
    worse = [8.0, 3.0, 6.0, 41.0, 3.9]  # Vendor 0 with a little more cost and less support
    found = list(dominated(with_row(clean(), "v6", worse)))  # type: ignore[arg-type]
    assert [finding.alternatives for finding in found] == [("v6",)]
    assert "Vendor 0 is at least as good as Vendor 6" in found[0].said
    assert list(dominated(with_row(clean(), "v6", [8.0, 3.0, 6.0, 39.0, 3.9]))) == []


def test_an_unknown_rating_is_never_said_to_be_dominated() -> None:
    assert list(dominated(with_row(clean(), "v6", [8.0, None, 6.0, 41.0, 3.9]))) == []


def test_a_far_weaker_candidate_is_dominated_but_no_decoy() -> None:
    weak = with_row(clean(), "v6", [3.0, 1.0, 1.0, 69.0, 0.5])
    assert list(dominated(weak))
    assert list(decoy(weak)) == []


def test_two_per_cent_of_the_scale_make_a_difference() -> None:
    assert list(nearly_equal(with_row(clean(), "v6", [8.0, 3.2, 6.0, 40.0, 4.0])))
    assert list(nearly_equal(with_row(clean(), "v6", [8.0, 3.25, 6.0, 40.0, 4.0]))) == []


def test_half_unknown_is_not_yet_silent() -> None:
    assert list(silent(with_row(clean(), "v6", [None, None, 6.0, 41.0, 3.9]))) == []
    found = list(silent(with_row(clean(), "v6", [None, None, None, 41.0, 3.9])))
    assert "60% of Vendor 6 is unknown" in found[0].said


def test_people_who_agree_and_two_people_have_no_loud_one() -> None:
    assert list(loud_stakeholder(clean())) == []
    assert list(loud_stakeholder(replace(clean(), profiles=PEOPLE[:2]))) == []
