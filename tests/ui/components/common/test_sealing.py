"""Seal mode: on every page, and in its link, neither names nor scores until the choices are sealed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from one_page import opened, press, session
from streamlit.testing.v1 import AppTest

import criteria
from criteria.files.document import short_problem_document
from criteria.links.small_table import packed
from criteria.model.problem import Problem
from criteria.reports.pack import pack
from criteria.store import StoreError
from criteria.ui import saved_sealing
from criteria.ui.components.common.downloads import file_content
from criteria.ui.components.common.sealing import names_no_candidate
from criteria.ui.components.scenarios.take_away import content as content_of_pack
from criteria.ui.navigation import PAGES
from criteria.ui.saved import opened as saved_opened
from criteria.ui.saved import save_new

MODULES = [row.module for row in PAGES if row.listed]


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'criteria.db').as_posix()}")


def everything(page: AppTest) -> str:
    """Return all that was sent to the browser, with the address."""
    sent = "\n".join(str(element.proto) for block in (page.main, page.sidebar) for element in block)
    return f"{sent}\n{dict(page.query_params)}"


@pytest.mark.parametrize("module", MODULES)
def test_no_page_shows_a_name_or_a_score(module: str, suppliers: Problem) -> None:
    page = opened(module, problem=suppliers.id, seal="1", out=suppliers.alternatives[0].id)
    sent = everything(page)
    assert "Seal now" in sent
    for alternative in suppliers.alternatives:
        assert alternative.name not in sent
        assert alternative.id not in sent
    assert " leads " not in sent


def test_criteria_stand_below_their_group(case: Problem) -> None:
    page = opened("scenarios", problem=case.id, seal="1")
    fields = [(field.key or "").removeprefix("seal-").rpartition("-")[0] for field in page.number_input]
    tree = [(group.id, *(leaf.id for leaf in case.children(group.id))) for group in case.groups]
    assert fields == [node for branch in tree for node in branch]


def test_the_choices_are_sealed_and_what_moves_later_is_told(suppliers: Problem) -> None:
    page = opened("scenarios", problem=suppliers.id)
    press(page, "Hide names…")
    assert page.query_params["seal"] in ("1", ["1"])
    leaf = suppliers.leaves[0]
    next(n for n in page.number_input if leaf.label in n.label).set_value(77.0).run()
    press(page, "Seal now")
    assert not page.exception
    mine = session(page)
    assert mine.seal is not None
    assert dict(mine.seal.choices.importances)[leaf.id] == 77
    assert "Nothing has changed since" in everything(page)
    assert mine.seal.code in everything(page)
    assert "seal" not in page.query_params
    mine.scenario = mine.scenario.with_importance(leaf.id, 5)
    page.run()
    assert f"Importance of {leaf.label}: sealed 77" in everything(page)


def test_what_was_typed_last_is_sealed_though_nothing_was_drawn_since(case: Problem) -> None:
    page = opened("scenarios", problem=case.id, seal="1")
    leaf, gate = case.leaves[0], case.gates[0]
    next(n for n in page.number_input if (n.key or "").startswith(f"seal-{leaf.id}-")).set_value(37.0)
    next(m for m in page.selectbox if m.label == "Method").set_value("vikor")
    next(m for m in page.multiselect if m.label == "Must-haves waived").set_value([gate.id])
    press(page, "Seal now")
    sealed = session(page).seal.choices
    assert dict(sealed.importances)[leaf.id] == 37
    assert (sealed.method, tuple(sealed.waived)) == ("vikor", (gate.id,))


def test_no_reason_of_a_criterion_names_a_candidate_while_names_are_hidden(case: Problem) -> None:
    told = next(c for c in case.criteria if "Qualcomm and Google" in c.why)
    kept = next(c for c in case.leaves if c.why and names_no_candidate(case, c.why))
    sent = everything(opened("shortlist", problem=case.id, seal="1"))
    assert "Qualcomm" not in sent
    assert not names_no_candidate(case, told.why)
    assert kept.why[:20] in sent


def test_it_can_be_left_without_sealing(suppliers: Problem) -> None:
    page = opened("scenarios", problem=suppliers.id, seal="1")
    press(page, "Leave without sealing")
    assert session(page).seal is None
    assert " leads " in everything(page) or " ahead of " in everything(page)


def test_the_address_of_a_table_of_ones_own_names_no_candidate_while_it_is_sealed() -> None:
    problem = criteria.read_table(
        b"Vendor,Price,Care\ndirection,min,max\nOak,3,4\nElm,2,9\n", name="offers"
    ).problem
    assert problem is not None
    table = packed(short_problem_document(problem))
    page = opened("scenarios", problem="offers", table=table, data=problem.fingerprint)
    press(page, "Hide names…")
    hidden = dict(page.query_params)
    assert "table" not in hidden
    assert hidden["seal"] in ("1", ["1"])
    next(n for n in page.number_input if "Care" in n.label).set_value(77.0).run()
    # Loaded anew, it is the same problem, and still sealed.
    again = opened("scenarios", **dict(page.query_params))
    assert "Seal now" in everything(again)
    assert "Oak" not in everything(again)
    mine = session(again)
    assert mine.problem == problem
    assert mine.scenario.importance("care") == 77
    press(page, "Seal now")
    assert session(page).seal is not None
    assert "table" in page.query_params


@pytest.mark.parametrize("own", [False, True])
def test_a_saved_scenario_that_is_opened_while_sealed_shows_no_name_and_its_link_stays_sealed(
    own: bool,
) -> None:
    problem = criteria.load_problem("data/telematics-suppliers")
    if own:
        problem = replace(problem, id="ours", title="Ours")
    first = problem.alternatives[0]
    scenario = problem.base_scenario().with_set_aside(first.id)
    kept = save_new(problem, scenario, owner="o", name="Monday", note="", author="", own=own)
    page = opened("shortlist", s=kept.token, seal="1")
    for shown in (
        page,
        opened("shortlist", **{k: v[-1] if isinstance(v, list) else v for k, v in page.query_params.items()}),
    ):
        assert "Seal now" in everything(shown)
        for alternative in problem.alternatives:
            assert alternative.name not in everything(shown)
            assert alternative.id not in str(dict(shown.query_params))
    assert session(page).scenario.set_aside == ()


def test_a_saved_scenario_that_is_opened_in_a_tab_that_seals_ends_neither_sealing_nor_hiding() -> None:
    problem = criteria.load_problem("data/telematics-suppliers")
    kept = save_new(problem, problem.base_scenario(), owner="o", name="Monday", note="", author="", own=False)
    page = opened("scenarios", problem=problem.id)
    press(page, "Hide names…")
    page.query_params.clear()
    page.query_params["s"] = kept.token
    page.run()
    assert "Seal now" in everything(page)
    assert page.query_params["seal"] in ("1", ["1"])
    assert "s" not in page.query_params


def names_in(page: AppTest, problem: Problem) -> list[str]:
    """Return the names of candidates that were sent to the browser."""
    sent = everything(page)
    return [one.name for one in problem.alternatives if one.name in sent or one.id in sent]


@pytest.mark.slow
@pytest.mark.parametrize("own", [False, True])
def test_the_plain_link_of_a_saved_scenario_opens_hidden_while_it_is_being_sealed(own: bool) -> None:
    problem = criteria.load_problem("data/telematics-suppliers")
    if own:
        problem = replace(problem, id="ours", title="Ours")
    scenario = problem.base_scenario().with_set_aside(problem.alternatives[0].id)
    token = save_new(problem, scenario, owner="o", name="Monday", note="", author="", own=own).token
    owners = opened("scenarios", s=token)
    assert names_in(owners, problem)
    press(owners, "Hide names…")
    assert not names_in(owners, problem)
    for module in MODULES:
        page = opened(module, s=token)
        assert "Seal now" in everything(page)
        assert not names_in(page, problem)
    # Loaded anew from the address that it has now, it is the same saved scenario that is sealed.
    again = opened(
        "shortlist", **{k: v[-1] if isinstance(v, list) else v for k, v in page.query_params.items()}
    )
    leaf = problem.leaves[0]
    next(n for n in again.number_input if (n.key or "").startswith(f"seal-{leaf.id}-")).set_value(37.0).run()
    next(f for f in again.text_input if f.label == "Your name").set_value("Ann").run()
    press(again, "Seal now")
    assert names_in(again, problem)
    found = saved_opened(token, {problem.id: problem})
    assert (found.sealing, found.version.author) == (False, "Ann")
    assert found.sealed == session(again).seal
    assert found.scenario.importance(leaf.id) == 37
    assert names_in(opened("shortlist", s=token), problem)


def test_another_persons_leaving_shows_names_to_that_person_alone(suppliers: Problem) -> None:
    token = save_new(
        suppliers, suppliers.base_scenario(), owner="o", name="Monday", note="", author="", own=False
    ).token
    page = opened("scenarios", s=token)
    press(page, "Hide names…")
    for owner, hidden in (("x", True), ("o", False)):
        other = opened("shortlist", s=token)
        session(other).owner = owner
        press(other, "Leave without sealing")
        assert names_in(other, suppliers)
        assert bool(names_in(opened("shortlist", s=token), suppliers)) is not hidden


def test_sealing_does_not_begin_where_the_link_would_go_on_showing_names(
    suppliers: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = save_new(
        suppliers, suppliers.base_scenario(), owner="o", name="Monday", note="", author="", own=False
    ).token
    page = opened("scenarios", s=token)

    def refuses(*_given: object, **_more: object) -> int:
        raise StoreError("The store cannot be reached.")

    monkeypatch.setattr(saved_sealing, "begin", refuses)
    press(page, "Hide names…")
    assert "The store cannot be reached." in everything(page)
    assert not session(page).sealing


def test_no_file_is_made_while_names_are_hidden(suppliers: Problem) -> None:
    mine = session(opened("shortlist", problem=suppliers.id))
    assert b"hidden" not in file_content(mine, "shortlist")
    mine.sealing = True
    for content in (file_content(mine, "shortlist"), content_of_pack(mine, "", pack)):
        assert b"hidden until" in content
        assert suppliers.alternatives[0].name.encode() not in content
