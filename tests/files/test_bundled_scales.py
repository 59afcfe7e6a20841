"""The ratings of the bundled case agree with the anchors of their scales, and rest on nothing later than the case."""

from __future__ import annotations

import calendar
import csv
import re
from datetime import date, datetime
from pathlib import Path

import pytest

from criteria.model.gates import GateStatus
from criteria.model.problem import Problem

CLOUD = Path(__file__).parents[2] / "data" / "automotive-cloud"
AT = re.compile(r"(?:: |^)(?:anchor (\d+)|between anchors (\d+) and (\d+))$")
CITED = re.compile(
    r"\((\d+)(?:\)|, )"
)  # an anchor named for one half of the evidence, as in "open source (0)"
FIGURE = {
    "months": re.compile(r"(\d+)(?: to (\d+))? months"),
    "USD per vehicle per year": re.compile(r"USD (\d+(?:\.\d+)?) per car-year"),
}


def rows(name: str) -> list[dict[str, str]]:
    with (CLOUD / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


SCORES = rows("scores.csv")
LEAVES = {row["id"]: row for row in rows("criteria.csv") if row["level"] == "leaf"}
SOURCES = {row["source_key"]: row for row in rows("sources.csv")}


def anchors(criterion: str) -> dict[float, str]:
    return {
        float(name.removeprefix("anchor_")): text
        for name, text in LEAVES[criterion].items()
        if name.startswith("anchor_") and text
    }


def rated(row: dict[str, str]) -> bool:
    return not LEAVES[row["criterion"]]["unit"].startswith(("USD", "months"))


def quoted(row: dict[str, str]) -> tuple[float, ...]:
    """The anchor that a rationale says the rating is at, or the two it is between; none where it quotes none."""
    found = AT.search(row["rationale"])
    return tuple(float(number) for number in found.groups() if number is not None) if found else ()


def range_of(row: dict[str, str]) -> tuple[float, float, float]:
    return float(row["low"]), float(row["likely"]), float(row["high"])


def disagreement(row: dict[str, str]) -> str:
    """What is wrong between a rating and the anchors that its rationale quotes; the empty text where nothing is."""
    low, likely, high = range_of(row)
    scale, said = sorted(anchors(row["criterion"])), quoted(row)
    if not set(said) <= set(scale):
        return "quotes an anchor that the scale has not"
    if len(said) == 1 and likely != said[0]:
        return f"rated {likely}, quotes anchor {said[0]:g}"
    if len(said) == 2 and not (
        said[0] < likely < said[1] and scale.index(said[1]) == scale.index(said[0]) + 1
    ):
        return f"rated {likely}, quotes between {said[0]:g} and {said[1]:g}"
    first, last = scale.index(min(said)), scale.index(max(said))
    if low < scale[max(0, first - 1)] or high > scale[min(len(scale) - 1, last + 1)]:
        return f"{low} to {high} reaches past the neighbouring anchors"
    if not low <= likely <= high or (low == high and likely not in (scale[0], scale[-1])):
        return f"{low} to {high} leaves no room around {likely}"
    return ""


def words(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.casefold()))


def test_every_rating_names_the_anchors_it_was_read_from() -> None:
    silent = [(row["candidate"], row["criterion"]) for row in SCORES if rated(row) and not quoted(row)]
    assert silent == []
    assert sum(map(rated, SCORES)) == 240


@pytest.mark.parametrize("criterion", LEAVES)
def test_a_rating_agrees_with_the_anchor_that_its_rationale_quotes(criterion: str) -> None:
    here = [row for row in SCORES if row["criterion"] == criterion and quoted(row)]
    wrong = {row["candidate"]: disagreement(row) for row in here if disagreement(row)}
    assert wrong == {}


@pytest.mark.parametrize("criterion", LEAVES)
def test_a_rationale_in_the_words_of_an_anchor_is_rated_at_that_anchor(criterion: str) -> None:
    clauses = {
        at: [words(part) for part in re.split(r"[;,(]| or ", text) if len(words(part).split()) >= 3]
        for at, text in anchors(criterion).items()
    }
    for row in SCORES:
        if row["criterion"] == criterion and quoted(row):
            said = words(row["rationale"])
            used = {at for at, parts in clauses.items() if any(part in said for part in parts)}
            cited = {float(at) for at in CITED.findall(row["rationale"]) if float(at) in anchors(criterion)}
            assert used <= {*quoted(row), *cited}, (row["candidate"], used)


def test_a_figure_quoted_in_the_unit_of_the_criterion_lies_in_the_range() -> None:
    seen = 0
    for row in SCORES:
        for found in FIGURE.get(LEAVES[row["criterion"]]["unit"], re.compile("(?!)")).finditer(
            row["rationale"]
        ):
            low, _likely, high = range_of(row)
            for number in filter(None, found.groups()):
                assert low <= float(number) <= high, (row["candidate"], row["criterion"], number)
                seen += 1
    assert seen >= 8


def test_the_same_reason_has_the_same_rating() -> None:
    known: dict[tuple[str, str], tuple[float, float, float]] = {}
    for row in SCORES:
        if quoted(row):
            key = (row["criterion"], words(row["rationale"]))
            assert known.setdefault(key, range_of(row)) == range_of(row), row["candidate"]


def days(text: str) -> tuple[date, date]:
    """The first and the last day that a date may mean: a year, a month or a day."""
    year, month, day = (int(part) for part in (*text.split("-"), "0", "0")[:3])
    last_month = month or 12
    last_day = day or calendar.monthrange(year, last_month)[1]
    return date(year, month or 1, day or 1), date(year, last_month, last_day)


def as_of(problem: Problem) -> date:
    found = re.search(r"as of (\d+ \w+ \d{4})", " ".join(problem.notes))
    assert found is not None
    return datetime.strptime(found[1], "%d %B %Y").date()


def test_no_source_is_later_than_the_case(case: Problem) -> None:
    limit = as_of(case)
    assert limit == date(2023, 4, 14)
    assert [key for key, row in SOURCES.items() if row["date"] and days(row["date"])[0] > limit] == []
    assert [key for key, row in SOURCES.items() if row["asof"] not in ("pre", "undated")] == []
    assert [key for key, row in SOURCES.items() if (row["asof"] == "undated") == bool(row["date"])] == []
    named = {row["source_key"] for name in ("scores.csv", "gates.csv", "facts.csv") for row in rows(name)}
    named |= {key for row in rows("candidates.csv") for key in row["source_keys"].split(";") if key}
    assert named <= set(SOURCES)


def test_the_best_grade_needs_a_good_source_with_a_date_before_the_case(case: Problem) -> None:
    limit = as_of(case)
    best = [row for row in SCORES if row["confidence"] == "A"]
    for row in best:
        source = SOURCES[row["source_key"]]
        assert source["tier"] in ("1", "2"), (row["candidate"], row["criterion"])
        assert source["date"], (row["candidate"], row["criterion"])
        assert days(source["date"])[1] <= limit, (row["candidate"], row["criterion"])
    assert len(best) > 50


def test_candidates_hosted_by_the_same_cloud_stand_alike_at_the_gate_on_japan(case: Problem) -> None:
    gate = next(gate for gate in case.gates if gate.criterion == "reg-japan")
    one, other = (case.performance(name, "reg-japan") for name in ("blackberry-qnx-ivy", "wirelesscar"))
    assert gate.status(one) is gate.status(other) is GateStatus.PASS
