"""What the question of pairs sends: each act moves the answers or the place, and nonsense does neither."""

from __future__ import annotations

import pytest

from criteria.model.judgements import Answers, Judgement, Member
from criteria.model.problem import Problem
from criteria.ui import session
from criteria.ui.components.weights.pair_question import answered, level_of, place_name
from criteria.weighting.elicited import pairs_for
from criteria.weighting.panel import items_of
from criteria.weighting.scales import SCALES

MEMBER = Member("m", "M")
LAST = 5  # four criteria make six pairs


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Return where the session notes which question is asked."""
    noted: dict[str, int] = {}
    monkeypatch.setattr(session, "set_place", noted.__setitem__)
    return noted


def sent(case: Problem, number: int, act: str, **more: object) -> dict[str, object]:
    return {"who": "m", "node": "ip", "pair": list(pair_of(case, number)), "act": act} | more


def pair_of(case: Problem, number: int) -> tuple[str, str]:
    return pairs_for(items_of(case, "ip"), "m")[number]


def after(case: Problem, answers: Answers, heard: object) -> Answers:
    return answered(case, MEMBER, "ip", answers, heard)


def place(places: dict[str, int]) -> int | None:
    return places.get(place_name(MEMBER, "ip"))


@pytest.mark.parametrize(("level", "value"), [(1, 1.0), (2, 2.0), (9, 9.0), (-2, 0.5), (-9, 1 / 9)])
def test_a_level_is_a_ratio_and_the_next_open_pair_comes_up(
    case: Problem, places: dict[str, int], level: int, value: float
) -> None:
    found = after(case, Answers("ip", "ahp"), sent(case, 0, "judge", level=level))
    assert found == Answers("ip", "ahp", (Judgement("ratio", *pair_of(case, 0), value),))
    assert place(places) == 1


def test_the_level_is_read_on_the_scale_that_was_chosen(case: Problem, places: dict[str, int]) -> None:
    found = after(case, Answers("ip", "ahp", settings=(("scale", "power"),)), sent(case, 0, "judge", level=3))
    assert found.judgements[0].value == 9


def test_after_the_last_pair_the_first_open_one_comes_up(case: Problem, places: dict[str, int]) -> None:
    one, other = pair_of(case, 0)
    first = Answers("ip", "ahp", (Judgement("ratio", one, other, 2),))
    found = after(case, first, sent(case, LAST, "judge", level=2))
    assert len(found.judgements) == 2
    assert place(places) == 1


def test_where_all_is_answered_the_pair_just_judged_stays(case: Problem, places: dict[str, int]) -> None:
    whole = Answers(
        "ip", "ahp", tuple(Judgement("ratio", *pair, 2) for pair in pairs_for(items_of(case, "ip"), "m"))
    )
    found = after(case, whole, sent(case, 2, "judge", level=5))
    assert sorted(judgement.value for judgement in found.judgements) == [2, 2, 2, 2, 2, 5]
    assert place(places) == 2


@pytest.mark.parametrize(
    ("number", "act", "there"),
    [(0, "skip", 1), (LAST, "skip", LAST), (0, "back", 0), (3, "back", 2)],
)
def test_skip_and_back_move_and_answer_nothing(
    case: Problem, places: dict[str, int], number: int, act: str, there: int
) -> None:
    before = Answers("ip", "ahp", (Judgement("ratio", "ip-terms", "ip-rivals", 2),))
    assert after(case, before, sent(case, number, act)) == before
    assert place(places) == there


@pytest.mark.parametrize(("to", "there"), [(4, 4), (-7, 0), (10**9, LAST)])
def test_a_cell_of_the_matrix_leads_to_its_pair(
    case: Problem, places: dict[str, int], to: int, there: int
) -> None:
    assert after(case, Answers("ip", "ahp"), sent(case, 0, "go", to=to)).empty
    assert place(places) == there


def test_clear_takes_the_answer_back_and_stays(case: Problem, places: dict[str, int]) -> None:
    before = Answers("ip", "ahp", (Judgement("ratio", *pair_of(case, 0), 2),))
    assert after(case, before, sent(case, 0, "clear")).empty
    assert places == {}
    assert after(case, before, sent(case, 1, "clear")) == before


NONSENSE: list[object] = [
    None, "judge", 7, [], {}, {"act": "judge"}, {"who": "m", "node": "ip"}, {"who": "m", "node": "ip", "pair": None},
    {"who": "m", "node": "ip", "pair": "ab", "act": "skip"},
    {"who": "m", "node": "ip", "pair": ["ip-terms"], "act": "skip"},
    {"who": "m", "node": "ip", "pair": ["ip-terms", "ip-terms"], "act": "skip"},
    {"who": "m", "node": "ip", "pair": [{}, []], "act": "skip"},
    {"who": "m", "node": "ip", "pair": ["cap-ota", "cap-edge"], "act": "judge", "level": 3},
]  # fmt: skip


@pytest.mark.parametrize("heard", NONSENSE, ids=map(str, range(len(NONSENSE))))
def test_nonsense_changes_nothing(case: Problem, places: dict[str, int], heard: object) -> None:
    before = Answers("ip", "ahp", (Judgement("ratio", "ip-terms", "ip-rivals", 2),))
    assert after(case, before, heard) == before
    assert places == {}


@pytest.mark.parametrize(
    "more",
    [{"level": 0}, {"level": -1}, {"level": 10}, {"level": "3"}, {"level": 2.5}, {"level": None}, {"level": [3]}, {},
     {"act": "jump"}, {"act": None}, {"act": "go", "to": "4"}, {"act": "go"}, {"who": "other", "level": 3},
     {"node": "region", "level": 3}],
    ids=str,
)  # fmt: skip
def test_an_act_that_is_half_right_changes_nothing(
    case: Problem, places: dict[str, int], more: dict[str, object]
) -> None:
    before = Answers("ip", "ahp", (Judgement("ratio", "ip-terms", "ip-rivals", 2),))
    assert after(case, before, sent(case, 0, "judge") | more) == before
    assert places == {}


@pytest.mark.parametrize("scale", SCALES)
def test_every_level_of_every_scale_is_recognized_again(
    case: Problem, places: dict[str, int], scale: str
) -> None:
    for level in (*range(1, 10), *range(-9, -1)):
        start = Answers("ip", "ahp", settings=(("scale", scale),))
        found = after(case, start, sent(case, 0, "judge", level=level))
        (judgement,) = found.judgements
        value = judgement.value if judgement.first == pair_of(case, 0)[0] else 1 / judgement.value
        # Equal importance is named in the order of the alphabet, and is 1 either way round.
        assert level_of(value, found, 4) == level
    assert level_of(2.2, Answers("ip", "ahp"), 4) is None
    assert level_of(float("nan"), Answers("ip", "ahp"), 4) is None
