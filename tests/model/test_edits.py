"""Verbs on a problem: each gives a new value, and the old one is the same to the last bit afterwards."""

from __future__ import annotations

import contextlib
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import criteria
from criteria.errors import ProblemError, ScenarioError
from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion
from criteria.model.edits import ProblemEdits
from criteria.model.evidence import Performance, Source
from criteria.model.gates import Gate
from criteria.model.importance import leaf_weights
from criteria.model.judgements import Answers, Judgement
from criteria.model.problem import Problem
from criteria.model.profile import Profile

CELL = Performance(1.0, 2.0, 3.0, "B", "said so", "S1")

# Each verb once, on a problem with a tree, a gate, two profiles and judgements; by the name of the verb.
ACTS: dict[str, Callable[[Problem], Problem]] = {
    "with_performance": lambda p: p.with_performance("a0", "x", CELL),
    "with_performances": lambda p: p.with_performances({("a0", "x"): CELL, ("a1", "z"): Performance()}),
    "with_alternative": lambda p: p.with_alternative(Alternative("new", "New"), {"x": CELL}),
    "without_alternative": lambda p: p.without_alternative("a0"),
    "with_alternative_renamed": lambda p: p.with_alternative_renamed("a0", "Other", "O"),
    "with_criterion": lambda p: p.with_criterion(Criterion("w", "W", "g"), {"a1": CELL}),
    "with_criterion_renamed": lambda p: p.with_criterion_renamed("x", "Other"),
    "without_criterion": lambda p: p.without_criterion("x"),
    "with_group": lambda p: p.with_group(Criterion("h", "H"), ["x", "y"]),
    "without_group": lambda p: p.without_group("g"),
    "with_gate": lambda p: p.with_gate(Gate("new", False, "<=", "z", 9.0)),
    "without_gate": lambda p: p.without_gate("gate"),
    "with_profile": lambda p: p.with_profile(Profile("third", "Third", (("g", 3.0),))),
    "without_profile": lambda p: p.without_profile("one"),
    "with_source": lambda p: p.with_source(Source("S2", "Title")),
    "with_title": lambda p: p.with_title("Another"),
    "with_notes": lambda p: p.with_notes(["A note."]),
    "with_defaults": lambda p: p.with_defaults(profile="two", method="wsm"),
}


def problem() -> Problem:
    return Problem(
        id="p",
        title="P",
        criteria=(
            Criterion("g", "G"),
            Criterion("x", "X", "g"),
            Criterion("y", "Y", "g"),
            Criterion("z", "Z"),
        ),
        alternatives=(Alternative("a0", "A0"), Alternative("a1", "A1")),
        performances=[  # type: ignore[arg-type]
            [Performance(likely=float(v), rationale=f"r{v}", source="S1") for v in row]
            for row in ((1, 2, 3), (4, 5, 6))
        ],
        gates=(Gate("gate", True, ">=", "x", 0.0),),
        profiles=(Profile("one", "One", (("x", 10.0), ("z", 5.0))), Profile("two", "Two", ())),
        answers=(("one", Answers("g", "direct", (Judgement("points", "x", "", 5.0),))),),
        sources=(Source("S1", "First"),),
        default_profile="one",
    )


def everything(value: object) -> bytes:
    """Return all that a problem holds, to the bit."""
    return pickle.dumps([getattr(value, f.name) for f in dataclasses.fields(Problem) if f.init])


def test_every_verb_is_tried_here() -> None:
    verbs = {n for n, f in inspect.getmembers(ProblemEdits, inspect.isfunction) if n.startswith("with")}
    assert verbs == set(ACTS)


@pytest.mark.parametrize("verb", ACTS)
def test_a_verb_gives_a_new_value_and_leaves_the_old_one(verb: str) -> None:
    old = problem()
    before, mark = everything(old), old.fingerprint
    new = ACTS[verb](old)
    assert new != old
    assert everything(old) == before
    assert old.fingerprint == mark
    assert ACTS[verb](old) == new
    criteria.evaluate(new, new.base_scenario(), methods=())


def test_a_cell_is_replaced_with_its_texts_and_no_other_is() -> None:
    new = problem().with_performance("a0", "x", CELL)
    assert new.performance("a0", "x") == CELL
    assert new.performance("a0", "y") == problem().performance("a0", "y")
    assert new.performance("a1", "x") == problem().performance("a1", "x")


def test_an_alternative_with_a_known_identifier_keeps_its_row_and_its_other_cells() -> None:
    new = problem().with_alternative(Alternative("a0", "Again"), {"y": CELL})
    assert [a.name for a in new.alternatives] == ["Again", "A1"]
    assert [cell.likely for cell in new.performances[0]] == [1.0, 2.0, 3.0]
    assert new.performance("a0", "y") == CELL
    added = problem().with_alternative(Alternative("b", "B"), {"y": CELL})
    assert [cell.likely for cell in added.performances[2]] == [None, 2.0, None]


def test_cells_follow_their_leaf_when_the_tree_changes() -> None:
    new = problem().with_criterion(Criterion("w", "W", "g"), {"a1": CELL})
    assert [leaf.id for leaf in new.leaves] == ["x", "y", "w", "z"]
    assert [cell.likely for cell in new.performances[1]] == [4.0, 5.0, 2.0, 6.0]
    assert new.performance("a0", "z").rationale == "r3"
    assert not new.performance("a0", "w").known


def test_what_names_a_criterion_that_is_gone_goes_with_it() -> None:
    new = problem().without_criterion("x")
    assert new.gates == ()
    assert new.profile("one").importances == (("z", 5.0),)
    assert new.answers[0][1].judgements == ()
    assert [leaf.id for leaf in new.leaves] == ["y", "z"]


def test_a_group_that_would_be_left_empty_goes_too() -> None:
    new = problem().without_criterion("x").without_criterion("y")
    assert [c.id for c in new.criteria] == ["z"]
    assert problem().without_criterion("g").criteria == new.criteria
    assert new.answers == ()


def test_the_default_profile_goes_with_its_profile() -> None:
    new = problem().without_profile("one")
    assert new.default_profile == ""
    assert new.answers == ()
    assert problem().without_profile("two").default_profile == "one"


@pytest.mark.parametrize(
    "act",
    [
        lambda p: p.with_performance("nobody", "x", CELL),
        lambda p: p.with_performance("a0", "g", CELL),
        lambda p: p.with_alternative(Alternative("b", "B"), {"nothing": CELL}),
        lambda p: p.with_criterion(Criterion("w", "W"), {"nobody": CELL}),
        lambda p: p.without_alternative("nobody"),
        lambda p: p.without_criterion("nothing"),
        lambda p: p.without_gate("nothing"),
        lambda p: p.without_profile("nobody"),
    ],
)
def test_what_is_not_there_is_said(act: Callable[[Problem], Problem]) -> None:
    with pytest.raises(ScenarioError, match="There is no"):
        act(problem())


def test_a_problem_that_would_contradict_itself_is_refused() -> None:
    with pytest.raises(ProblemError, match="Nothing is known under 'W'"):
        problem().with_criterion(Criterion("w", "W"))
    with pytest.raises(ProblemError, match="no candidates"):
        problem().without_alternative("a0").without_alternative("a1")
    with pytest.raises(ProblemError, match="two of the candidate"):
        problem().with_alternative_renamed("a0", "a1")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sorted(ACTS)), max_size=6))
def test_verbs_in_any_order_give_a_problem_or_words(verbs: list[str]) -> None:
    now = problem()
    for verb in verbs:
        with contextlib.suppress(criteria.CriteriaError):
            now = ACTS[verb](now)
        assert now.performances.shape == (len(now.alternatives), len(now.leaves))
        assert np.array_equal(now.performances.known, ~np.isnan(now.performances.low))


@pytest.mark.parametrize("profile", ["one", "two"])
def test_groups_come_and_go_without_moving_a_weight(profile: str) -> None:
    old = problem()
    flat = old.without_group("g")
    grouped = flat.with_group(Criterion("h", "H"), ["y", "z"])
    assert [c.id for c in flat.criteria] == ["x", "y", "z"]
    assert [(c.id, c.parent) for c in grouped.criteria] == [("x", ""), ("h", ""), ("y", "h"), ("z", "h")]
    expected = dict(
        zip([c.id for c in old.leaves], leaf_weights(old, old.base_scenario(profile)), strict=True)
    )
    for now in (flat, grouped):
        found = dict(
            zip([c.id for c in now.leaves], leaf_weights(now, now.base_scenario(profile)), strict=True)
        )
        assert found == pytest.approx(expected, abs=1e-12)
        assert now.performance("a1", "y").rationale == old.performance("a1", "y").rationale


def test_a_group_is_made_of_neighbours_and_only_a_group_is_dissolved() -> None:
    with pytest.raises(ProblemError, match="in the same group now"):
        problem().with_group(Criterion("h", "H"), ["x", "z"])
    with pytest.raises(ProblemError, match="in the same group now"):
        problem().with_group(Criterion("h", "H"), [])
    with pytest.raises(ProblemError, match="'Z' is no group"):
        problem().without_group("z")


def test_ranges_of_weights_go_with_their_criterion_and_move_with_its_points() -> None:
    tree = (Criterion("g", "G"), Criterion("x", "X", "g"), Criterion("y", "Y", "g"), Criterion("z", "Z"))
    ranged = Profile(
        "p", "P", (("g", 40.0), ("x", 25.0), ("y", 75.0)), ranges=(("g", 30.0, 50.0), ("x", 20.0, 30.0), ("z", 0.0, 9.0))
    )  # fmt: skip
    rows = ((Performance(likely=1.0),) * 3,)
    problem = Problem("p", "P", tree, (Alternative("a", "A"),), rows, profiles=(ranged,))
    assert problem.without_criterion("x").profiles[0].ranges == (("g", 30.0, 50.0), ("z", 0.0, 9.0))
    # The 40 points of the group are shared 1 : 3, so the range of x, a fifth to each side, is that of 10 points.
    assert problem.without_group("g").profiles[0].ranges == (("x", 8.0, 12.0), ("z", 0.0, 9.0))
    with pytest.raises(ProblemError, match="weighs 'w'"):
        replace(problem, profiles=(replace(ranged, ranges=(("w", 1.0, 2.0),)),))


def test_notes_leave_the_table_as_it_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    before = problem()
    monkeypatch.setattr(Problem, "_content", lambda _self: pytest.fail("the fingerprint was worked out anew"))
    after = before.with_notes(["One\x00."])
    assert after.fingerprint == before.fingerprint
    assert after.performances is before.performances
    assert after.notes == ("One.",)
    assert after != before
