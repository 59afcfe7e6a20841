"""The page of weights with what others hand over: problems of their own, links that were tampered with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import criteria
from criteria.links.judgements import panel_text
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.ui import compute
from criteria.weighting.panel import items_of

PAGE = str(Path(__file__).parent / "weights_alone.py")


def opened(**query: str | list[str]) -> AppTest:
    page = AppTest.from_file(PAGE, default_timeout=120)
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


def shown(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html")).replace("&#39;", "'")


def scenario(page: AppTest) -> Scenario:
    return page.session_state["criteria-session"].scenario


def in_points(page: AppTest, *values: float) -> AppTest:
    next(g for g in page.get("button_group") if str(g.key).startswith("way-")).set_value("direct").run()
    for field, value in zip(page.number_input, values, strict=True):
        field.set_value(value)
    return page.run()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Return a function that puts a problem of its own, given as criteria.csv, in place of the bundled ones."""

    def put(criteria_file: str) -> None:
        place = tmp_path / "own"
        place.mkdir()
        leaves = [row.split(",")[0] for row in criteria_file.splitlines() if row.endswith(",max")]
        rows = [f"{c},{leaf},{2 + k if c == 'a' else 7 - k}\n" for k, leaf in enumerate(leaves) for c in "ab"]
        (place / "criteria.csv").write_text(f"id,name,parent,direction\n{criteria_file}\n", encoding="utf-8")
        (place / "candidates.csv").write_text("candidate_id,name\na,Alpha\nb,Beta\n", encoding="utf-8")
        (place / "scores.csv").write_text("candidate,criterion,likely\n" + "".join(rows), encoding="utf-8")
        monkeypatch.setenv("CRITERIA_DATA", str(tmp_path))
        compute.look_again()
        compute.look_again()

    yield put
    compute.look_again()
    compute.look_again()


@pytest.mark.parametrize(
    "text", ["nonsense", "*~open:nobody", "ip-legal~A:ip:ahp:00:222222", "ip-legal~weight:nan"]
)
def test_a_link_that_was_tampered_with_ends_in_a_page(case: Problem, text: str) -> None:
    page = opened(judged=text)
    assert not page.exception
    assert "What follows?" in shown(page)
    assert ("About what you opened:" in shown(page)) == (text != "*~open:nobody")


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("ahp", "(1000000)(/1000000)9i_1:scale=nonsense:priorities=nonsense:index=nonsense"),
        ("best_worst", "0.0.____.____:model=nonsense"),
        ("best_worst", "0.3.(3.5)(900000)9_.9_9_:model=nonsense"),
        ("rank_order", "7-900000-3-4:formula=nonsense"),
        ("swing", "0-0-0-0"),
        ("direct", "1000000-5e-324-0-"),
    ],
)
def test_answers_that_nobody_gives_are_shown_and_can_be_mended(case: Problem, way: str, said: str) -> None:
    start = panel_text(case, Panel((Member("ip-legal", answers=(Answers("ip", way),)),)), room=500)
    page = opened(judged=f"*~open:ip-legal,{start.rsplit(':', 1)[0].replace('~a:', '~A:')}:{said}")
    next(g for g in page.get("button_group") if str(g.key).startswith("node-")).set_value("ip").run()
    assert not page.exception
    assert scenario(page).panel.members[0].way_at("ip") == way
    assert "About what you opened:" not in shown(page)


@pytest.mark.parametrize("exponent", ["abc", "20", "-1", "1e999"])
def test_an_exponent_from_a_link_breaks_nothing(aircraft: Problem, exponent: str) -> None:
    ranks = tuple(Judgement("rank", item, "", k + 1) for k, item in enumerate(items_of(aircraft, "")))
    answers = Answers("", "rank_order", ranks, (("exponent", exponent), ("formula", "exponent")))
    panel = Panel((Member("m", "M", answers=(answers,), ways=(("", "rank_order"),)),), open="m")
    page = opened(**criteria.scenario_to_query(aircraft, aircraft.base_scenario().with_panel(panel)))
    assert not page.exception


def test_a_problem_with_one_criterion_opens(data: Callable[[str], None]) -> None:
    data("x,Speed,,max")
    page = opened()
    assert not page.exception


def test_judgements_in_a_problem_without_profiles_survive_a_reload(data: Callable[[str], None]) -> None:
    data("x,Speed,,max\ny,Range,,max")
    page = in_points(opened(), 1.0, 3.0)
    assert not page.exception
    assert scenario(opened(**page.query_params)) == scenario(page)
