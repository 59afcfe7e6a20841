"""The inputs as rows: settings of the robustness figures and judgements stand among them, words of standing in every language alike."""

from __future__ import annotations

import csv
import gettext
import io
from collections.abc import Iterator

from by_hand import BASE, PROBLEM
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

import criteria
from criteria.errors import CriteriaError
from criteria.files.csv_text import unguarded
from criteria.files.inputs import Row, input_rows
from criteria.files.shortlist import inputs_csv
from criteria.model.judgements import Answers, Judgement, Member, Panel
from criteria.model.scenario import ChangedCell, Scenario
from criteria.model.uncertainty import Uncertainty
from criteria.translation import in_language
from tests.model.any_problem import problems, scenarios


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


def number(text: object) -> float | None:
    return float(str(text)) if text != "" else None


def read(text: str) -> dict[tuple[str, str], list[dict[str, object]]]:
    """Return the rows of the file by part and identifier, each cell as it was before the guard against formulas."""
    found: dict[tuple[str, str], list[dict[str, object]]] = {}
    for line in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        row = {name: unguarded(cell) for name, cell in line.items()}
        found.setdefault((str(row["part"]), str(row["id"])), []).append(row)
    return found


@settings(max_examples=30, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
@given(st.data())
def test_whatever_was_chosen_reads_back_from_the_file_to_the_last_digit(data: st.DataObject) -> None:
    problem = data.draw(problems())
    scenario = data.draw(scenarios(problem))
    try:
        evaluation = criteria.evaluate(problem, scenario, methods=())
    except CriteriaError:
        assume(False)
    rows = read(inputs_csv(evaluation, version="1", link="?v=1"))

    def value(part: str, identifier: str) -> str:
        (row,) = rows[part, identifier]
        return str(row["value"])

    assert value("setting", "problem") == problem.title
    assert [value("setting", f"note-{k}") for k, _note in enumerate(problem.notes, 1)] == list(problem.notes)
    assert rows["setting", "method"][0]["note"] == scenario.method
    assert rows["setting", "profile"][0]["note"] == scenario.profile
    assert rows["setting", "blanks"][0]["note"] == scenario.blanks
    for criterion in problem.criteria:
        assert float(value("importance", criterion.id)) == scenario.importance(criterion.id)
        assert (
            number(rows["importance", criterion.id][0]["effective_weight"])
            == evaluation.node_weights[criterion.id]
        )
    assert {g.id: value("gate", g.id) for g in problem.gates} == {
        gate.id: "waived" if gate.id in scenario.waived else "in force" for gate in problem.gates
    }
    assert {i for part, i in rows if part == "set aside"} == set(scenario.set_aside)
    for alternative, cells in zip(problem.alternatives, evaluation.cells, strict=True):
        for leaf, cell in zip(problem.leaves, cells, strict=True):
            (row,) = rows["performance", f"{alternative.id}.{leaf.id}"]
            back = [number(row[name]) for name in ("low", "value", "high")]
            assert back == [cell.low, cell.likely, cell.high]
            assert (row["confidence"], row["source"]) == (cell.confidence, cell.source)
            changed = evaluation.set_by_hand(alternative.id, leaf.id)
            assert str(row["note"]).startswith("set by hand, was ") is (changed is not None)
    said = scenario.uncertainty
    again = Uncertainty(
        float(value("setting", "spread")), int(value("setting", "draws")), int(value("setting", "seed")),
        value("setting", "distribution"), value("setting", "together") == "yes", value("setting", "sources") == "yes",
    )  # fmt: skip
    assert again == said
    judged = [
        float(str(row["value"]))
        for (part, _id), found in rows.items()
        if part == "judgement"
        for row in found
    ]
    given_answers = [j.value for m in scenario.panel.members for a in m.answers for j in a.judgements]
    assert sorted(judged) == sorted(given_answers)
