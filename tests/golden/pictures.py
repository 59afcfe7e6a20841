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
from robustness_figures import figures_of  # noqa: E402

import criteria  # noqa: E402
from criteria.explain.differences import differences  # noqa: E402
from criteria.explain.head_to_head import head_to_head  # noqa: E402
from criteria.explain.report import ranking_text, robustness_data, robustness_text  # noqa: E402
from criteria.explain.strengths import standings  # noqa: E402
from criteria.explain.verdict import verdict  # noqa: E402
from criteria.files.csv_text import csv_text  # noqa: E402
from criteria.files.shortlist import inputs_csv, shortlist_csv  # noqa: E402
from criteria.links.scenario import address  # noqa: E402
from criteria.model.evaluation import Evaluation  # noqa: E402
from criteria.model.problem import Problem  # noqa: E402
from criteria.model.scenario import ChangedCell, Scenario  # noqa: E402
from criteria.model.uncertainty import Uncertainty  # noqa: E402
from criteria.robustness.evaluated.summary import live, live_robustness, robustness_of  # noqa: E402

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
    return tuple(figures_of(evaluated(name, PROBLEMS[name][-1], method)))


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
