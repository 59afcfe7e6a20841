"""The shortlist page, driven without a browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from one_page import shown
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

import criteria
from criteria.model.problem import Problem
from criteria.ui import session
from criteria.ui.cache import SHARED

APP = str(Path(__file__).parents[3] / "app.py")
PANEL = "importance-panel"


def opened(**query: str | list[str]) -> AppTest:
    page = AppTest.from_file(APP, default_timeout=60)
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


def move(page: AppTest, *, committed: bool = True, revision: int | None = None, **points: float) -> AppTest:
    """Send what the importance panel sends, as after a slider moved."""
    session = page.session_state["criteria-session"]
    session.acted = True
    page.session_state[PANEL] = {
        "move": {
            "revision": session.panel_revision if revision is None else revision,
            "count": 1,
            "committed": committed,
            "points": {name.replace("_", "-"): value for name, value in points.items()},
        }
    }
    return page.run()


def parameter(page: AppTest, name: str) -> str:
    value = page.query_params[name]
    return value if isinstance(value, str) else ",".join(value)


def scenario(page: AppTest):
    return page.session_state["criteria-session"].scenario


def test_the_page_opens_with_the_leader_and_its_lead(case: Problem) -> None:
    page = opened()
    assert not page.exception
    assert "Microsoft Azure leads Amazon Web Services by 0.03" in shown(page)
    assert "no recommendation to or about any named company" in shown(page)


def test_a_moved_weight_moves_the_ranking_and_the_address(case: Problem) -> None:
    page = move(opened(), ip=60.0)
    expected = criteria.evaluate(case, case.base_scenario().with_importance("ip", 60.0), methods=())
    leader = expected.alternatives[expected.order[0]].label
    assert f"<h1>{leader} " in shown(page)
    assert parameter(page, "w") == "ip:60"


def test_the_change_in_the_headline_is_made_by_a_press_and_taken_back_by_another(case: Problem) -> None:
    button = re.compile(r'data-importance="([^"]*)" data-points="([^"]*)" aria-label="([^"]*)"')
    page = opened()
    headline = re.compile(r"<h1>(.*?) (?:leads|is ahead of) ")
    first = headline.search(shown(page))[1]
    ((criterion, points, said),) = button.findall(shown(page))
    assert said.startswith("Try it: ")
    page = move(page, **{criterion: float(points)})
    challenger = re.search(r"all others unchanged, puts (.*?) first", shown(opened()))[1]
    assert headline.search(shown(page))[1] == challenger != first
    assert parameter(page, "w") == f"{criterion}:{points}"
    back = next(found for found in button.findall(shown(page)) if found[2].startswith("Take it back: "))
    page = move(page, **{back[0]: float(back[1])})
    assert scenario(page) == case.base_scenario()
    assert headline.search(shown(page))[1] == first
    assert "w" not in page.query_params
    assert "Take it back" not in shown(page)


def test_a_slider_under_way_moves_the_ranking_but_not_the_address() -> None:
    page = move(opened(), ip=60.0, committed=False)
    assert scenario(page).importance("ip") == 60
    assert "w" not in page.query_params


def test_a_move_made_before_other_importances_arrived_is_not_applied() -> None:
    page = move(opened(), ip=60.0, revision=-1)
    assert scenario(page).importance("ip") == pytest.approx(23.0)


@pytest.mark.parametrize("value", [-1.0, float("nan"), float("inf"), "60", None, 1e300])
def test_points_that_are_no_sensible_number_change_nothing(value: object) -> None:
    page = move(opened(), ip=value)  # type: ignore[arg-type]
    assert not page.exception
    assert scenario(page).importance("ip") == pytest.approx(23.0)


def test_all_importances_at_zero_end_in_a_sentence_and_lose_nothing() -> None:
    page = move(opened(), ip=0.0, region=0.0, capability=0.0, security=0.0, commercial=0.0)
    assert not page.exception
    assert "All importances are 0" in shown(page)
    assert scenario(page).importance("cap-ota") == 40
    page = move(page, ip=30.0)
    assert "leads" in shown(page)


def test_an_address_opens_the_scenario_it_stands_for(case: Problem) -> None:
    wanted = (
        case.base_scenario("ip-legal")
        .with_method("vikor")
        .with_importance("cap-ota", 61.5)
        .with_waived("g-japan-residency")
    )
    page = opened(**criteria.scenario_to_query(case, wanted))
    assert scenario(page) == wanted
    assert "VIKOR instead of TOPSIS" in shown(page)


def test_back_brings_the_earlier_scenario_and_forward_the_later_one() -> None:
    page = opened()
    start = dict(page.query_params)
    page = move(page, ip=60.0)
    later = dict(page.query_params)
    page.query_params.clear()
    for name, value in start.items():
        page.query_params[name] = value
    page.run()
    assert scenario(page).importance("ip") == pytest.approx(23.0)
    page.query_params.clear()
    for name, value in later.items():
        page.query_params[name] = value
    page.run()
    assert scenario(page).importance("ip") == 60


def test_an_act_is_not_lost_while_the_browser_still_shows_an_older_address() -> None:
    page = move(opened(), ip=60.0)
    page.query_params.clear()  # what the browser showed before the first act
    page = move(page, ip=60.0, region=70.0)
    assert scenario(page).importance("ip") == 60
    assert scenario(page).importance("region") == 70
    assert parameter(page, "w") == "ip:60,region:70"


@pytest.mark.parametrize(
    "query",
    [
        {"problem": "nowhere"},
        {"problem": "automotive-cloud", "method": "<script>alert(1)</script>"},
        {"w": "ip:nan,ip:inf,ip:-3,nobody:4," + "x" * 3000},
        {"w": "ip:1" * 4000},
        {"v": "0", "set": "aws.ip-terms:99-1-2,::::"},
        {"w": ["ip:1", "ip:2"]},
        {"out": "\x00\u202e", "waive": "🚗"},
        {"profile": "../../etc/passwd", "norm": "none", "blanks": "zero"},
    ],
)
def test_a_hostile_address_ends_in_notes_and_a_ranking(query: dict[str, str]) -> None:
    page = opened(**query)
    assert not page.exception
    assert "About what you opened" in shown(page)
    assert "leads" in shown(page)
    assert "<script>alert" not in shown(page)


def test_another_method_from_the_menu_is_written_to_the_address() -> None:
    page = opened()
    menu = next(box for box in page.selectbox if box.label == "Method")
    menu.select("promethee_ii").run()
    assert parameter(page, "method") == "promethee_ii"
    assert "net flow by PROMETHEE II" in shown(page)


def test_another_profile_brings_its_importances_and_tells_the_panel() -> None:
    page = opened()
    before = page.session_state["criteria-session"].panel_revision
    next(box for box in page.selectbox if box.label == "Profile").select("ip-legal").run()
    assert scenario(page).importance("ip") == 45
    assert page.session_state["criteria-session"].panel_revision > before
    assert parameter(page, "profile") == "ip-legal"


def test_another_problem_begins_with_its_own_base_case() -> None:
    page = move(opened(), ip=60.0)
    next(box for box in page.selectbox if box.label == "Problem").select("fighter-aircraft").run()
    assert not page.exception
    assert "A1 leads A3 by 0.03" in shown(page)
    assert parameter(page, "problem") == "fighter-aircraft"


def test_a_waived_gate_brings_its_candidate_back(case: Problem) -> None:
    page = opened()
    assert "would rank" in shown(page)
    assert "Misses by 2.5." in shown(page)
    waived = next(box for box in page.multiselect if box.label == "Must-haves waived")
    waived.select("g-japan-residency").select("g-lawful-na").run()
    assert "Misses by 2.5." not in shown(page)
    assert parameter(page, "waive") == "g-japan-residency,g-lawful-na"


def test_everybody_set_aside_ends_in_a_sentence(case: Problem) -> None:
    page = opened(out=",".join(alternative.id for alternative in case.alternatives))
    assert not page.exception
    assert "No candidate is left to rank" in shown(page)


def menu(page: AppTest, label: str) -> Selectbox:
    return next(box for box in page.selectbox if box.label == label)


def test_who_is_chosen_first_and_stood_second_changes_places_and_stays_in_the_address() -> None:
    page = opened()
    menu(page, "First").select("aws").run()  # the runner-up
    assert (menu(page, "First").value, menu(page, "Second").value) == ("aws", "microsoft-azure")
    assert "Choose two different candidates." not in shown(page)
    assert (parameter(page, "first"), parameter(page, "second")) == ("aws", "microsoft-azure")
    menu(page, "Second").select("aws").run()
    assert (menu(page, "First").value, menu(page, "Second").value) == ("microsoft-azure", "aws")
    menu(page, "Second").select("bosch-etas").run()
    assert (menu(page, "First").value, menu(page, "Second").value) == ("microsoft-azure", "bosch-etas")


def test_the_candidate_looked_at_is_marked_and_in_the_address() -> None:
    page = opened()
    assert "row looked" not in shown(page)
    menu(page, "Candidate").select("bosch-etas").run()
    assert 'class="row looked" data-candidate="bosch-etas"' in shown(page)
    assert parameter(page, "look") == "bosch-etas"
    again = opened(look="bosch-etas")
    assert menu(again, "Candidate").value == "bosch-etas"
    assert 'class="row looked" data-candidate="bosch-etas"' in shown(again)
    assert "About the link" not in shown(again)
    assert menu(opened(look="nobody"), "Candidate").value == ":leader"
    assert "Set aside: its place among the candidates is not counted." in shown(opened(look="huawei-cloud"))


def test_the_drawer_of_a_link_holds_two_candidates_and_closing_it_keeps_the_scenario() -> None:
    page = opened(look="bosch-etas", against="aws", w="ip:40")
    assert menu(page, "Compare it with").value == "aws"
    assert 'data-looked="bosch-etas aws"' in shown(page)
    next(button for button in page.button if button.label == "Close").click().run()
    assert "c-drawer open" not in shown(page)
    assert not {"look", "against"} & set(page.query_params)
    assert scenario(page).importance("ip") == 40
    next(button for button in page.button if button.label == "Criterion by criterion").click().run()
    assert 'data-looked="microsoft-azure aws"' in shown(page)


def test_the_session_is_new_for_every_tab() -> None:
    first, second = opened(), opened(method="vikor")
    assert scenario(first).method == "topsis"
    assert scenario(second).method == "vikor"
    assert isinstance(first.session_state["criteria-session"], session.Session)


@pytest.mark.slow
def test_a_press_tests_the_present_scenario_and_no_other() -> None:
    SHARED.clear()  # what another visitor asked for would be told at once
    page = opened(problem="fighter-aircraft", method="electre_iii")
    assert "has not been tested" in shown(page)
    (press,) = (button for button in page.button if button.label == "Test weights and evidence")
    press.click().run()
    assert not page.exception
    assert "is unbeaten in" in shown(page)
    assert shown(page).count('<a class="c-tile') == 3
    assert "Who else may be in front" in shown(page)
    assert "has not been tested" not in shown(page)
    leaf = page.session_state["criteria-session"].problem.leaves[0].id
    move(page, **{leaf: 77.0})
    assert "has not been tested" in shown(page)


def test_a_weight_gets_a_range_of_its_own_and_headline_and_line_follow(case: Problem) -> None:
    page = opened()
    ranged = next(menu for menu in page.multiselect if menu.label == "Weights with a range of their own")
    page = ranged.set_value(["ip"]).run()
    assert not page.exception
    ((name, _low, _high),) = scenario(page).ranges
    assert name == "ip"
    assert parameter(page, "within").startswith("ip:")
    assert "own ranges" in shown(page)
    assert "lies outside its range" not in shown(page)
    page = move(page, ip=95)
    assert "The present weight lies outside its range: IP protection." in shown(page)
