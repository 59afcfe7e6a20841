"""The inputs as rows: settings of the robustness figures and judgements stand among them, words of standing in every language alike."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

from by_hand import BASE, PROBLEM

import criteria
from criteria.files.inputs import Row, input_rows
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.scenario import ChangedCell, Scenario
from criteria.model.uncertainty import Uncertainty
from criteria.translation import in_language


def rows(scenario: Scenario) -> Iterator[Row]:
    return input_rows(criteria.evaluate(PROBLEM, scenario, methods=()), "1", "?v=1")


def test_the_settings_of_the_robustness_figures_are_rows() -> None:
    settings = Uncertainty(spread=0.0, draws=500, seed=7, distribution="pert", shared=True, by_source=True)
    found = {row["id"]: row["value"] for row in rows(BASE.with_uncertainty(settings))}
    assert [found[name] for name in ("spread", "draws", "seed", "distribution", "together", "sources")] == [
        0.0,
        500,
        7,
        "pert",
        "yes",
        "yes",
    ]


def test_each_judgement_is_a_row_with_whose_it_is() -> None:
    answers = Answers("", "ahp", (Judgement("ratio", "quality", "speed", 3.0),))
    panel = Panel((Member("buyers", answers=(answers,)),), join="judgements")
    found = [row for row in rows(BASE.with_panel(panel)) if row["part"] == "judgement"]
    assert [(row["id"], row["name"], row["value"], row["note"]) for row in found] == [
        ("buyers ahp", "Buyers", 3.0, "ratio quality speed")
    ]
    joined = next(row for row in rows(BASE.with_panel(panel)) if row["id"] == "join")
    assert joined["value"] == "judgements"


class Upper(gettext.NullTranslations):
    """A language in which every word is shouted."""

    def gettext(self, message: str) -> str:
        return message.upper() if "{" not in message else message


def test_words_of_standing_do_not_follow_the_language() -> None:
    scenario = BASE.with_waived("hosting").with_cell(ChangedCell("ash", "speed", 5, 6, 7))
    plain = [(row.get("part"), row.get("note")) for row in rows(scenario)]
    evaluation = criteria.evaluate(PROBLEM, scenario, methods=())
    before = evaluation.shortlist()["gate_status"].tolist()
    with in_language(Upper()):
        shouted = [(row.get("part"), row.get("note")) for row in rows(scenario)]
        assert evaluation.shortlist()["gate_status"].tolist() == before
        assert "METHOD" in [row.get("name") for row in rows(scenario)]
    assert shouted == plain
