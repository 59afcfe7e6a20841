"""The inputs and settings behind a shortlist as rows of a table: one function for each part of the scenario.

Words in `value` and `note` that say where something stands are codes, the same in every language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from criteria.explain.face import Face
from criteria.model.evaluation import Evaluation
from criteria.model.number import exact
from criteria.model.scenario import BLANK_RULES
from criteria.translation import translate as _

Row = dict[str, object]


def input_rows(evaluation: Evaluation, version: str, link: str, face: Face | None = None) -> Iterator[Row]:
    """Yield one row for each setting, importance, gate, candidate set aside, performance, judgement and note on the data.

    face: who leads and how firmly comes first, in its words.
    """
    problem = evaluation.problem
    if face is not None:
        yield _setting("verdict", _("Verdict"), face.said)
        for number, sentence in enumerate(face.sentences, start=1):
            yield _setting(f"verdict-{number}", _("About the verdict"), sentence)
        yield _setting("date", _("Date"), face.day)
        if face.opinion:
            yield _setting("second-opinion", _("Second opinion"), face.opinion)
    yield _setting("version", _("Version of the software"), version)
    yield _setting("problem", _("Problem"), problem.title, problem.id)
    yield _setting("data", _("Data fingerprint"), problem.fingerprint)
    yield _setting("link", _("Link to this scenario"), link)
    for rows in INPUTS.values():
        yield from rows(evaluation)
    for number, note in enumerate(problem.notes, start=1):
        yield _setting(f"note-{number}", _("Note on the data"), note)


def _setting(identifier: str, name: str, value: object, note: str = "") -> Row:
    return {"part": "setting", "id": identifier, "name": name, "value": value, "note": note}


def _method(evaluation: Evaluation) -> Iterator[Row]:
    yield _setting("method", _("Method"), evaluation.method_name, evaluation.scenario.method)


def _normalization(evaluation: Evaluation) -> Iterator[Row]:
    yield _setting("normalization", _("Normalization"), evaluation.normalization)


def _profile(evaluation: Evaluation) -> Iterator[Row]:
    identifier = evaluation.scenario.profile
    name = evaluation.problem.profile(identifier).name if identifier else _("none")
    yield _setting("profile", _("Profile the weights began from"), name, identifier)


def _blanks(evaluation: Evaluation) -> Iterator[Row]:
    rule = evaluation.scenario.blanks
    yield _setting("blanks", _("Missing ratings are set to"), _(BLANK_RULES[rule]), rule)


def _uncertainty(evaluation: Evaluation) -> Iterator[Row]:
    settings = evaluation.scenario.uncertainty
    yield _setting("spread", _("Each weight is drawn within ± this share of itself"), settings.spread)
    yield _setting("draws", _("Number of draws"), settings.draws)
    yield _setting("seed", _("Seed of the draws"), settings.seed)
    yield _setting("distribution", _("Distribution of the ratings"), settings.distribution)
    yield _setting(
        "together", _("All ratings of a candidate move together"), "yes" if settings.shared else "no"
    )
    yield _setting("sources", _("Ratings of one source move together"), "yes" if settings.by_source else "no")


def _ranges(evaluation: Evaluation) -> Iterator[Row]:
    for criterion, low, high in evaluation.scenario.ranges:
        name = evaluation.problem.criterion(criterion).name
        note = _("The weight is drawn from this range, in per cent of the whole")
        yield {
            "part": "range of a weight",
            "id": criterion,
            "name": name,
            "value": f"{exact(round(100 * low, 6))} – {exact(round(100 * high, 6))}",
            "note": note,
        }


def _importances(evaluation: Evaluation) -> Iterator[Row]:
    for criterion in evaluation.problem.criteria:
        scored = not evaluation.problem.children(criterion.id)
        yield {
            "part": "importance",
            "id": criterion.id,
            "name": criterion.name,
            "value": evaluation.scenario.importance(criterion.id),
            "effective_weight": evaluation.node_weights[criterion.id],
            "note": ("maximize" if criterion.maximize else "minimize") if scored else "",
            "unit": criterion.unit,
        }


def _gates(evaluation: Evaluation) -> Iterator[Row]:
    for gate in evaluation.problem.gates:
        subject = evaluation.problem.criterion(gate.criterion).name if gate.criterion else gate.attribute
        kind = "hard" if gate.hard else "soft"
        yield {
            "part": "gate",
            "id": gate.id,
            "name": subject,
            # The operator stands behind the number: a cell that begins with = or >= would not survive a spreadsheet.
            "value": "waived" if gate.id in evaluation.scenario.waived else "in force",
            "note": f"{kind} {gate.operator} {gate.asked or format(gate.threshold, 'g')}",
        }


def _set_aside(evaluation: Evaluation) -> Iterator[Row]:
    problem = evaluation.problem
    for identifier in evaluation.scenario.set_aside:
        name = problem.alternatives[problem.row(identifier)].name
        yield {"part": "set aside", "id": identifier, "name": name}


def _performances(evaluation: Evaluation) -> Iterator[Row]:
    problem = evaluation.problem
    for alternative, cells in zip(problem.alternatives, evaluation.cells, strict=True):
        for leaf, cell in zip(problem.leaves, cells, strict=True):
            yield {
                "part": "performance",
                "id": f"{alternative.id}.{leaf.id}",
                "name": f"{alternative.name}: {leaf.name}",
                "value": cell.likely,
                "low": cell.low,
                "high": cell.high,
                "confidence": cell.confidence,
                "confidence_note": cell.confidence_note,
                "basis": cell.basis,
                "source": cell.source,
                "note": hand_code(evaluation, alternative.id, leaf.id) or ("" if cell.known else "unknown"),
                "unit": leaf.unit,
            }


def hand_code(evaluation: Evaluation, alternative: str, criterion: str) -> str:
    """Return the mark of a cell that was set by hand, the same in every language; the empty text for any other cell."""
    before = evaluation.set_by_hand(alternative, criterion)
    if before is None:
        return ""
    return f"set by hand, was {'unknown' if before.likely is None else exact(before.likely)}"


def _judgements(evaluation: Evaluation) -> Iterator[Row]:
    panel = evaluation.scenario.panel
    if not panel.members:
        return
    yield _setting("join", _("How the group is joined"), panel.join)
    names = {profile.id: profile.name for profile in evaluation.problem.profiles}
    for member in panel.members:
        for answers in member.answers:
            for judgement in answers.judgements:
                yield {
                    "part": "judgement",
                    "id": " ".join(filter(None, (member.id, answers.node, answers.way))),
                    "name": member.name or names.get(member.id, member.id),
                    "value": judgement.value,
                    "note": " ".join(filter(None, (judgement.question, judgement.first, judgement.second))),
                }


# By the key of the scenario's part, in the order of the file.
INPUTS: Mapping[str, Callable[[Evaluation], Iterator[Row]]] = MappingProxyType(
    {
        "method": _method,
        "norm": _normalization,
        "profile": _profile,
        "blanks": _blanks,
        "sure": _uncertainty,
        "w": _importances,
        "waive": _gates,
        "out": _set_aside,
        "set": _performances,
        "within": _ranges,
        "judged": _judgements,
    }
)
