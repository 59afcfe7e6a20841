"""The shortlist and what stands behind it as CSV files that a spreadsheet opens well and never executes."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from criteria.model.effective import cells_of
from criteria.model.evaluation import Evaluation
from criteria.model.scenario import BLANK_RULES
from criteria.translation import translate as _

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def shortlist_csv(evaluation: Evaluation) -> str:
    """Return the shortlist as CSV text: UTF-8 when encoded, a byte-order mark in front, numbers in full."""
    return csv_text(evaluation.shortlist())


def inputs_csv(evaluation: Evaluation, *, version: str, link: str) -> str:
    """Return the inputs and settings behind a shortlist as CSV text, one row for each; link: the address of the scenario."""
    columns = [
        "part",
        "id",
        "name",
        "value",
        "effective_weight",
        "low",
        "high",
        "confidence",
        "source",
        "note",
    ]
    return csv_text(pd.DataFrame(_input_rows(evaluation, version, link), columns=columns))


def csv_of_sentence(sentence: str) -> str:
    """Return a CSV text that holds one sentence in place of a table."""
    return csv_text(pd.DataFrame({"note": [sentence]}))


def csv_text(table: pd.DataFrame) -> str:
    """Return a table as CSV text whose cells and headings no spreadsheet takes for a formula."""
    safe = table.rename(columns=_plain).map(_plain)
    return "\ufeff" + str(safe.to_csv(index=False, lineterminator="\r\n"))


def _plain(value: object) -> object:
    """Return text that would begin a formula with an apostrophe in front, anything else as it is."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value


def _input_rows(evaluation: Evaluation, version: str, link: str) -> Iterator[dict[str, object]]:
    problem, scenario = evaluation.problem, evaluation.scenario

    def setting(identifier: str, name: str, value: object, note: str = "") -> dict[str, object]:
        return {"part": "setting", "id": identifier, "name": name, "value": value, "note": note}

    yield setting("version", _("Version of the software"), version)
    yield setting("problem", _("Problem"), problem.title, problem.id)
    yield setting("data", _("Data fingerprint"), problem.fingerprint)
    yield setting("link", _("Link to this scenario"), link)
    yield setting("method", _("Method"), evaluation.method_name, scenario.method)
    yield setting("normalization", _("Normalization"), evaluation.normalization)
    profile = problem.profile(scenario.profile).name if scenario.profile else _("none")
    yield setting("profile", _("Profile the weights began from"), profile, scenario.profile)
    yield setting("blanks", _("Unknown cells stand at"), BLANK_RULES[scenario.blanks], scenario.blanks)
    for criterion in problem.criteria:
        yield {
            "part": "importance",
            "id": criterion.id,
            "name": criterion.name,
            "value": scenario.importance(criterion.id),
            "effective_weight": evaluation.node_weights[criterion.id],
            "note": ""
            if problem.children(criterion.id)
            else _("maximize")
            if criterion.maximize
            else _("minimize"),
        }
    for gate in problem.gates:
        subject = problem.criterion(gate.criterion).name if gate.criterion else gate.attribute
        yield {
            "part": "gate",
            "id": gate.id,
            "name": subject,
            # The operator stands behind the number: a cell that begins with = or >= would not survive a spreadsheet.
            "value": _("waived") if gate.id in scenario.waived else _("in force"),
            "note": " ".join(
                [_("hard") if gate.hard else _("soft"), gate.operator, gate.asked or f"{gate.threshold:g}"]
            ),
        }
    for identifier in scenario.set_aside:
        yield {
            "part": "set aside",
            "id": identifier,
            "name": problem.alternatives[problem.row(identifier)].name,
        }
    changed = {(cell.alternative, cell.criterion) for cell in scenario.changed}
    cells = cells_of(problem, scenario)
    for i, alternative in enumerate(problem.alternatives):
        for j, leaf in enumerate(problem.leaves):
            cell = cells[i][j]
            yield {
                "part": "performance",
                "id": f"{alternative.id}.{leaf.id}",
                "name": f"{alternative.name}: {leaf.name}",
                "value": cell.likely,
                "low": cell.low,
                "high": cell.high,
                "confidence": cell.confidence,
                "source": cell.source,
                "note": _("changed by hand")
                if (alternative.id, leaf.id) in changed
                else ""
                if cell.known
                else _("unknown"),
            }
    for number, note in enumerate(problem.notes, start=1):
        yield setting(f"note-{number}", _("Note on the data"), note)
