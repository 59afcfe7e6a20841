"""What the product says today about the bundled problems, as texts to be kept and compared.

Run this file to store them anew after a change of sentences that was meant; the change then shows as a difference of texts:

    .venv/bin/python tests/golden/pictures.py
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))  # when run as a script

import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402

import criteria  # noqa: E402
from criteria.charts import share_charts, weight_charts  # noqa: E402
from criteria.charts.decision_map import decision_triangle  # noqa: E402
from criteria.errors import CriteriaError  # noqa: E402
from criteria.explain import answers, evidence_answers  # noqa: E402
from criteria.explain.differences import differences  # noqa: E402
from criteria.explain.head_to_head import head_to_head  # noqa: E402
from criteria.explain.report import ranking_text, robustness_data, robustness_text  # noqa: E402
from criteria.explain.strengths import standings  # noqa: E402
from criteria.explain.verdict import verdict  # noqa: E402
from criteria.files import figures as tables  # noqa: E402
from criteria.files.csv_text import csv_text  # noqa: E402
from criteria.files.shortlist import inputs_csv, shortlist_csv  # noqa: E402
from criteria.links.scenario import address  # noqa: E402
from criteria.model.evaluation import Evaluation  # noqa: E402
from criteria.model.problem import Problem  # noqa: E402
from criteria.model.scenario import ChangedCell, Scenario  # noqa: E402
from criteria.model.uncertainty import Uncertainty  # noqa: E402
from criteria.robustness.agreement import agreement_of  # noqa: E402
from criteria.robustness.evaluated import figures  # noqa: E402
from criteria.robustness.evaluated.summary import live, live_robustness, robustness_of  # noqa: E402
from criteria.robustness.evaluated.votes import families_of  # noqa: E402

STORED = Path(__file__).parent / "stored"
KEPT = Path(__file__).parent / "problems"
METHODS = ("topsis", "wsm", "ahp", "vikor", "promethee_ii", "promethee_i", "electre_i", "electre_iii")
# For each bundled problem the profiles looked at.
PROBLEMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "automotive-cloud": ("", "ip-legal", "regional-japan-asean"),
        "fighter-aircraft": ("",),
        "telematics-suppliers": ("",),
    }
)
FEW = Uncertainty(draws=1_000, seed=3)
VARIED: tuple[figures.Varied, ...] = ("both", "around", "any", "order", "members", "evidence")


@cache
def problem_of(name: str) -> Problem:
    """Return a bundled problem as it was when the texts were stored: its data may change, what is said of the same data not."""
    return criteria.load_problem(KEPT / name)


@cache
def evaluated(name: str, profile: str, method: str) -> Evaluation:
    """Return an evaluation with the ranks under a few other methods."""
    problem = problem_of(name)
    scenario = problem.base_scenario(profile or None).with_method(method).with_uncertainty(FEW)
    return criteria.evaluate(problem, scenario, methods=("wsm", "topsis", "vikor", "promethee_ii"))


def pictures() -> dict[str, Callable[[], str]]:
    """Return for each stored file the function that makes its text."""
    made: dict[str, Callable[[], str]] = {}
    for name in PROBLEMS:
        made[f"{name}.sentences.txt"] = lambda name=name: _joined(_sentences(name))
        made[f"{name}.tables.txt"] = lambda name=name: _joined(_tables(name))
        made[f"{name}.answers.txt"] = lambda name=name: _joined(_answers(name))
        made[f"{name}.charts.txt"] = lambda name=name: _joined(_charts(name))
    return made


def _joined(parts: Iterator[tuple[str, str]]) -> str:
    """Return headings with their texts."""
    return "\n".join(f"## {heading}\n{text.rstrip()}\n" for heading, text in parts)


def _sentences(name: str) -> Iterator[tuple[str, str]]:
    """Yield headline, sentences, ranking and the comparison of the first two by profile and method."""
    for profile in PROBLEMS[name]:
        for method in METHODS:
            evaluation = evaluated(name, profile, method)
            title = f"{profile or 'default'}, {method}"
            yield f"ranking: {title}", ranking_text(evaluation, live_robustness(evaluation))
            plain = verdict(evaluation)
            yield (
                f"verdict without robustness: {title}",
                "\n".join([plain.headline, plain.caution, *plain.sentences]),
            )
            yield f"first against others: {title}", "\n".join(_comparisons(evaluation))
            if live(evaluation):
                yield f"robustness: {title}", robustness_text(evaluation, robustness_of(evaluation))
    for number, scenario in enumerate(scenarios(name)):
        problem = problem_of(name)
        yield f"differences {number}", differences(problem, scenario)
        yield f"verdict {number}", _verdict_of(criteria.evaluate(problem, scenario, methods=()))


def _verdict_of(evaluation: Evaluation) -> str:
    said = verdict(evaluation, robustness_of(evaluation) if live(evaluation) else None)
    return "\n".join([said.headline, said.caution, *said.sentences])


def _comparisons(evaluation: Evaluation) -> Iterator[str]:
    first = evaluation.alternatives[evaluation.order[0]].id
    for other in [*evaluation.order[1:3], evaluation.order[-1]]:
        found = head_to_head(evaluation, first, evaluation.alternatives[other].id)
        yield " | ".join([found.sentence, *(f"{g.group.label} {g.text}" for g in found.groups)])
    yield ", ".join(f"{s.criterion.label}: {s.place}" for s in standings(evaluation, first)[:5])


def scenarios(name: str) -> list[Scenario]:
    """Return scenarios that differ from the base case in each of the ways that a scenario can."""
    problem = problem_of(name)
    base = problem.base_scenario().with_uncertainty(FEW)
    first, second = problem.alternatives[0].id, problem.alternatives[1].id
    leaf = problem.leaves[0]
    middle = (
        problem.performances[1][0].likely if leaf.scale is None else (leaf.scale.low + leaf.scale.high) / 2
    )
    found = [
        base.with_importance(leaf.id, 3.0),
        base.with_importances({c.id: 7.0 for c in problem.criteria[:6]}),
        base.with_method("vikor"),
        base.with_method("topsis", "minmax"),
        base.with_blanks("worst"),
        base.with_blanks("best"),
        base.with_set_aside(first),
        base.with_set_aside(first).with_set_aside(second),
        base.with_cell(ChangedCell(first, leaf.id, None, None, None)),
        base.with_cell(ChangedCell(second, leaf.id, middle, middle, middle)),
    ]
    found += [base.with_waived(gate.id) for gate in problem.gates]
    found += [problem.base_scenario(profile.id).with_uncertainty(FEW) for profile in problem.profiles]
    return found


def _tables(name: str) -> Iterator[tuple[str, str]]:
    """Yield the shortlist by profile and method, the inputs once, and the robustness figures as data."""
    for profile in PROBLEMS[name]:
        for method in METHODS:
            shown = evaluated(name, profile, method)
            yield (
                f"shortlist: {profile or 'default'}, {method}",
                rounded(shortlist_csv(shown, live_robustness(shown))),
            )
    last = evaluated(name, PROBLEMS[name][-1], "wsm")
    link = address(last.problem, last.scenario)
    yield "inputs", rounded(inputs_csv(last, version="0", link=link))
    for method in ("topsis", "wsm"):
        evaluation = evaluated(name, PROBLEMS[name][-1], method)
        data = robustness_data(evaluation, robustness_of(evaluation))
        yield f"robustness as data: {method}", rounded(json.dumps(data, ensure_ascii=False, indent=1))
    for title, _answer, table, _chart in _robustness(name, "topsis"):
        yield f"data of {title}", "\n".join(_thinned(rounded(csv_text(table)).splitlines()))


def _thinned(lines: list[str]) -> list[str]:
    """Return long tables with every tenth line only."""
    return lines if len(lines) < 400 else [lines[0], *lines[1::10]]


def _answers(name: str) -> Iterator[tuple[str, str]]:
    """Yield the answers of the robustness page."""
    for method in ("topsis", "wsm", "vikor"):
        for title, answer, _table, _chart in _robustness(name, method):
            yield f"{title}: {method}", answer


def _charts(name: str) -> Iterator[tuple[str, str]]:
    """Yield every chart of the robustness page as plotly's JSON, one trace a line."""
    for title, _answer, _table, chart in _robustness(name, "topsis"):
        if chart is None:
            continue
        drawn = json.loads(chart.to_json())
        lines = [json.dumps(_short(trace), ensure_ascii=False, sort_keys=True) for trace in drawn["data"]]
        drawn["layout"].pop("template", None)
        yield (
            title,
            "\n".join([*lines, json.dumps(_short(drawn["layout"]), ensure_ascii=False, sort_keys=True)]),
        )


def _short(value: object) -> object:
    """Return a value of plotly's JSON with numbers to six digits and long lists by every fifth member."""
    if isinstance(value, dict):
        return {key: _short(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_short(inner) for inner in (value if len(value) <= 60 else [len(value), *value[::5]])]
    return float(f"{value:.6g}") if isinstance(value, float) else value


@cache
def _robustness(name: str, method: str) -> tuple[tuple[str, str, object, object], ...]:
    """Return title, answer, table and chart of every figure of the robustness page."""
    return tuple(_figures(evaluated(name, PROBLEMS[name][-1], method)))


def charts_of(evaluation: Evaluation) -> Iterator[tuple[str, object]]:
    """Yield title and chart of every figure of the robustness page that has one."""
    yield from ((title, chart) for title, _answer, _table, chart in _figures(evaluation) if chart is not None)


def _figures(e: Evaluation) -> Iterator[tuple[str, str, object, object]]:
    problem = e.problem
    for node in (problem.criteria[0], problem.leaves[-1]):
        swept = figures.weight_sweep_of(e, node.id)
        yield (
            f"sweep over {node.id}",
            answers.sweep_answer(e, swept, node.label),
            tables.sweep_table(e, swept),
            weight_charts.sweep_lines(e, swept, node.label),
        )
    best, ranking = figures.weight_intervals_of(e, "best"), figures.weight_intervals_of(e, "ranking")
    yield (
        "intervals",
        answers.intervals_answer(e, best),
        tables.intervals_table(e, best, ranking),
        weight_charts.interval_bars(e, best, ranking),
    )
    flip = figures.smallest_flip_of(e, "l1")
    yield (
        "flip",
        answers.flip_answer(e, flip),
        tables.flip_table(e, flip),
        None if flip is None else weight_charts.before_and_after(e, flip.weights),
    )
    for kind, tornado in (
        ("weights", figures.weight_tornado_of(e)),
        ("evidence", figures.evidence_tornado_of(e)),
    ):
        if tornado is not None:
            names = [
                (f"{e.alternatives[i].label}: " if kind == "evidence" else "") + problem.leaves[j].label
                for i, j in tornado.rows
            ]
            yield (
                f"tornado of {kind}",
                answers.tornado_answer(tornado, names),
                tables.tornado_table(tornado, names),
                weight_charts.tornado_bars(tornado, names[:14]),
            )
    drawn = {}
    for varied in VARIED:
        try:
            shares = figures.acceptability_of(e, varied)
        except CriteriaError as error:
            yield f"shares, {varied}", str(error), _empty(), None
            continue
        drawn[varied] = shares
        table = tables.shares_table(e, shares)
        yield (
            f"shares, {varied}",
            answers.shares_answer(e, shares),
            table,
            share_charts.rank_shares(e, shares),
        )
        if varied in ("both", "around"):
            yield (
                f"ranks, {varied}",
                answers.ranks_answer(e, shares),
                _empty(),
                share_charts.rank_heat(e, shares),
            )
    nodes = problem.groups if len(problem.groups) >= 3 else problem.criteria
    groups = tuple(node.id for node in nodes[:3])
    labels = [problem.criterion(group).label for group in groups]
    found = figures.decision_map_of(e, groups, resolution=24)  # type: ignore[arg-type]
    yield (
        "map",
        answers.map_answer(e, found, labels),
        tables.map_table(e, found, labels),
        decision_triangle(e, found, labels, {"Present weights": found.present}),
    )
    agreed = agreement_of(e.method_ranks, e.method_failures, families_of(e))
    ranks = agreed.ranks[:, list(e.order)].T
    yield (
        "agreement",
        answers.agreement_answer(e, agreed),
        tables.agreement_table(e, agreed),
        share_charts.heat_table(
            [e.alternatives[i].label for i in e.order],
            list(agreed.methods),
            -ranks.astype(float),
            texts=ranks.astype(str),
            low=-9.0,
            high=-1.0,
        ),
    )
    changes = figures.rank_reversal_of(e)
    yield "reversals", answers.reversal_answer(e, changes), tables.reversal_table(e, changes), None
    around = {"weights": drawn["around"]}
    shares_elsewhere = figures.instability_of(e, float(agreed.first[e.order[0]]), around)
    yield "instability", answers.shares_of_instability(e, shares_elsewhere), _empty(), None
    for position in e.order[1:3]:
        path = figures.path_to_first_of(e, position)
        yield (
            f"path of {e.alternatives[position].id}",
            evidence_answers.path_answer(e, position, path),
            tables.path_table(e, position, path),
            None,
        )
    try:
        value = figures.evidence_value_of(e)
    except CriteriaError as error:
        yield "evidence", str(error), _empty(), None
        return
    yield "evidence", evidence_answers.evidence_answer(e, value), tables.evidence_table(e, value), None


def _empty() -> object:
    return pd.DataFrame({"nothing": []})


def rounded(text: str) -> str:
    """Return text with every long decimal number to six digits: the last ones differ from machine to machine."""
    plain = text.replace("\r\n", "\n").removeprefix("\ufeff")
    return re.sub(r"-?\d+\.\d{5,}(?:e[+-]?\d+)?", lambda found: f"{float(found[0]):.6g}", plain)


def main() -> None:
    """Store every picture anew."""
    STORED.mkdir(exist_ok=True)
    for old in STORED.glob("*.txt"):
        old.unlink()
    with np.errstate(all="ignore"):
        for name, make in pictures().items():
            (STORED / name).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    main()
