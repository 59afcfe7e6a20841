"""What the sentences state, as things to do: the printed figure is read out of the text, entered through the model, and the outcome checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import numpy as np

import criteria
from criteria.errors import WeightsError
from criteria.explain import answers, judging
from criteria.explain.evidence_answers import path_answer
from criteria.explain.firmness import nearest_change
from criteria.explain.report import ranking_text
from criteria.explain.verdict import verdict
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.model.gates import GateStatus
from criteria.model.importance import leaf_weights, slider_top
from criteria.model.judgements import Panel
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell, Scenario
from criteria.robustness.disagreement import disagreements
from criteria.robustness.evaluated import figures
from criteria.robustness.evaluated.inputs import members_of
from criteria.robustness.evaluated.slider import nearest_slider_change
from criteria.robustness.evaluated.summary import Robustness
from criteria.weighting.panel import member_weights, panel_members


@dataclass(frozen=True)
class Claim:
    """kind: which sentence.  said: the words.  scenario: what they ask to do.  first: who is then first alone, by label; or among the first with `shared`.

    tied: where it is claimed that nobody is first alone.  rank: where a rank is claimed, the one that this candidate then has.  gate: where it is one of a gate, the gate's identifier and
    whether the candidate then fails it.  apart: where that is claimed, whether the candidate is then set apart.
    """

    kind: str
    said: str
    scenario: Scenario
    first: str
    shared: bool = False
    rank: int | None = None
    tied: bool = False
    gate: tuple[str, bool] | None = None
    apart: bool | None = None

    def true(self, problem: Problem) -> bool:
        """Do it, and see."""
        after = criteria.evaluate(problem, self.scenario, methods=())
        if self.rank is not None:
            ranks = [
                int(r) for a, r in zip(after.alternatives, after.ranks, strict=True) if a.label == self.first
            ]
            return ranks == [self.rank]
        if self.gate is not None or self.apart is not None:
            (row,) = (a for a in problem.alternatives if a.label == self.first)
            fails = {r.gate.id: r.status is GateStatus.FAIL for r in after.results_of(row.id)}
            as_told = self.gate is None or fails[self.gate[0]] is self.gate[1]
            return as_told and (self.apart is None or (after.position(row.id) is None) is self.apart)
        leaders = [after.alternatives[i].label for i in after.leaders]
        if self.tied:
            return len(leaders) > 1
        return self.first in leaders if self.shared else leaders == [self.first]


def read(text: str) -> float:
    """Return the number that a person reads in a text."""
    return float(text.replace("\u202f", "").replace("\u2212", "-").rstrip("%"))


def with_weights(problem: Problem, scenario: Scenario, weights: FloatArray) -> Scenario:
    """Return the scenario whose leaves have these weights."""
    points = {leaf.id: 100 * float(w) for leaf, w in zip(problem.leaves, weights, strict=True)}
    for node in problem.criteria:
        if problem.children(node.id):
            points[node.id] = 100 * float(sum(weights[members_of(problem, node.id)]))
    return scenario.with_importances(points)


def with_share(evaluation: Evaluation, criterion: str, share: float) -> Scenario:
    """Return the scenario in which a criterion has this share of the weight, everything else in proportion."""
    inside = np.zeros(len(evaluation.weights), dtype=bool)
    inside[members_of(evaluation.problem, criterion)] = True
    weights = np.array(evaluation.weights)
    for part, total in ((inside, share), (~inside, 1 - share)):
        weights[part] = (
            weights[part] / weights[part].sum() if weights[part].sum() > 0 else 1 / part.sum()
        ) * total
    return with_weights(evaluation.problem, evaluation.scenario, weights)


def label(evaluation: Evaluation, position: int) -> str:
    """Return what a ranked candidate is called."""
    return evaluation.alternatives[position].label


def headline_claims(evaluation: Evaluation) -> Iterator[Claim]:
    """Yield what the headline says of sliders: the change that puts another candidate first, or that there is none."""
    if len(evaluation.leaders) > 1:
        return  # a tie has nobody to dethrone, and no such sentence
    change = nearest_slider_change(evaluation)
    found = Robustness(evaluation.order[0], None, None, change, 0, ())  # type: ignore[arg-type]
    said = nearest_change(evaluation, found)
    told = re.fullmatch(
        r"(Raising|Lowering) the importance of (.+) from (\S+) to (\S+), all others unchanged, puts (.+) first\.",
        said,
    )
    if told is not None:
        assert change is not None
        assert evaluation.problem.criterion(change.criterion).label == told[2]
        assert (read(told[4]) > read(told[3])) == (told[1] == "Raising")
        yield Claim(
            "headline", said, evaluation.scenario.with_importance(change.criterion, read(told[4])), told[5]
        )
        return
    top = re.fullmatch(
        r"No importance, moved alone between 0 and (\S+), puts another candidate first\.", said
    )
    assert top is not None
    assert read(top[1]) == slider_top(evaluation.problem, evaluation.scenario)
    for node in evaluation.problem.criteria:
        for points in np.linspace(0, read(top[1]), 6):
            moved = evaluation.scenario.with_importance(node.id, float(points))
            with suppress(WeightsError):  # all importances would be 0
                leaf_weights(evaluation.problem, moved)
                yield Claim(
                    "headline, none", said, moved, label(evaluation, evaluation.order[0]), shared=True
                )


def interval_claims(evaluation: Evaluation) -> Iterator[Claim]:
    """Yield the ends of the intervals that are printed."""
    said = answers.intervals_answer(evaluation, figures.weight_intervals_of(evaluation, "best"))
    for leaf in evaluation.problem.leaves:
        told = re.search(rf"(?:: |, | and ){re.escape(leaf.label)} \((\S+) to (\S+)\)", said)
        for end in () if told is None else told.groups():
            yield Claim(
                "interval",
                f"{leaf.label} at {end}: {said}",
                with_share(evaluation, leaf.id, read(end) / 100),
                label(evaluation, evaluation.order[0]),
                shared=True,
            )


def sweep_claims(evaluation: Evaluation, criterion: str) -> Iterator[Claim]:
    """Yield from which weight on who is said to lead."""
    name = evaluation.problem.criterion(criterion).label
    said = answers.sweep_answer(evaluation, figures.weight_sweep_of(evaluation, criterion), name)
    for alternative in evaluation.alternatives:
        for share in re.findall(rf"{re.escape(alternative.label)} from ([\d.]+%)", said):
            yield Claim(
                "sweep", said, with_share(evaluation, criterion, read(share) / 100), alternative.label
            )
    for share in re.findall(r"no candidate alone from ([\d.]+%)", said):
        place = with_share(evaluation, criterion, read(share) / 100)
        yield Claim("sweep, nobody", said, place, "", tied=True)
    if re.fullmatch(r"No candidate leads alone, whatever .+ weighs; .+\.", said):
        for share in (0.1, 0.3, 0.7, 0.9):
            yield Claim("sweep, nobody", said, with_share(evaluation, criterion, share), "", tied=True)
    if whatever := re.fullmatch(r"(.+) leads whatever the weight of .+\.", said):
        for share in (0.0, 0.3, 0.7, 1.0):
            yield Claim(
                "sweep, whatever", said, with_share(evaluation, criterion, share), whatever[1], shared=True
            )


def flip_claims(evaluation: Evaluation) -> Iterator[Claim]:
    """Yield that the challenger is level at the weights of the smallest flip."""
    found = figures.smallest_flip_of(evaluation, "l1") if len(evaluation.ranked) > 1 else None
    if found is not None:
        said = answers.flip_answer(evaluation, found)
        place = with_weights(evaluation.problem, evaluation.scenario, found.weights)
        yield Claim("flip", said, place, label(evaluation, found.challenger), shared=True)
        told = re.match(r"Moving ([\d.]+)% of the weight ties ", said)
        assert told is not None, said
        moved = float(np.abs(found.weights - evaluation.weights).sum()) / 2
        # What rounding of the weights adds is below what anything here tells apart.
        assert moved - 1e-9 <= float(told[1]) / 100 <= moved + 1e-3 + 1e-9, (said, moved)


def apart_claims(evaluation: Evaluation) -> Iterator[Claim]:
    """Yield that who is said to be first otherwise is so: added back, its must-haves waived, everybody else where they stand."""
    said = [verdict(evaluation).headline, *verdict(evaluation).sentences]
    for entry in evaluation.set_apart:
        name = evaluation.problem.alternatives[evaluation.problem.row(entry.alternative)].label
        told = [text for text in said if f"{name}, set aside by hand, would be first" in text]
        told += [
            text for text in said if re.search(rf"{re.escape(name)}.*, set aside by hand, would each", text)
        ]
        told += [text for text in said if text.startswith(f"{name} would be first if it did not fail ")]
        ranks = re.findall(
            rf"^  {re.escape(name)} \(would rank (\d+)\)", ranking_text(evaluation, None), re.MULTILINE
        )
        scenario = evaluation.scenario.with_set_aside(entry.alternative, set_aside=False)
        for other in evaluation.set_apart:
            if other.alternative != entry.alternative:
                scenario = scenario.with_set_aside(other.alternative)
        for result in entry.failed:
            scenario = scenario.with_waived(result.gate.id)
        for text in told:
            yield Claim("set apart", text, scenario, name, shared=True)
        for rank in ranks:
            yield Claim("would rank", f"{name}, {rank}", scenario, name, rank=int(rank))


def blank_claims(evaluation: Evaluation) -> Iterator[Claim]:
    """Yield what is said of missing ratings: at their best they put somebody first, at their worst the leader ranks so and so."""
    problem, ends = evaluation.problem, figures.scales_of(evaluation.problem, evaluation)
    said = " ".join(verdict(evaluation).sentences)
    for blanks in evaluation.incomplete:
        row = problem.row(blanks.alternative)
        name = problem.alternatives[row].label

        def entered(better: bool, row: int = row, alternative: str = blanks.alternative) -> Scenario:
            scenario = evaluation.scenario
            for j, leaf in enumerate(problem.leaves):
                if not evaluation.cells.known[row, j]:
                    value = float(ends[j, 1 if leaf.maximize == better else 0])
                    scenario = scenario.with_cell(ChangedCell(alternative, leaf.id, value, value, value))
            return scenario

        told = re.search(r"at their best(?: they would put (.+?)|, (.+?) would be) first\.", said)
        if told and name in (told[1] or told[2]):
            yield Claim("missing, at best", told[0], entered(True), name, shared=True)
        pattern = rf"with its missing ratings at their worst, {re.escape(name)} would rank (\d+)\."
        told = re.search(pattern, said)
        if told:
            yield Claim("missing, at worst", told[0], entered(False), name, rank=int(told[1]))


def disagreement_claims(evaluation: Evaluation, *, rows: int) -> Iterator[Claim]:
    """Yield what is said of the members' weights of one criterion: who leads at them, and from where to where the leader stays first."""
    everybody = [member_weights(evaluation.problem, m) for m in panel_members(evaluation.problem, Panel())]
    complete = [one for one in everybody if one.leaf_weights is not None]
    members = [one.member.name for one in complete]
    own = [np.array(one.leaf_weights) for one in complete]
    leader = label(evaluation, evaluation.order[0])
    for row in disagreements(evaluation, own)[:rows]:
        said = judging.disagreement(evaluation, row, members)
        told = re.fullmatch(
            r"From (\S+) \((.+)\) to (\S+) \((.+)\); the group has \S+\. (?:.+) stays first from (\S+) to (\S+)\."
            r"(?: Outside that range, (.+)\.)?",
            said,
        )
        if told is None:
            continue

        def at(share: str, criterion: str = row.criterion) -> Scenario:
            return with_share(evaluation, criterion, read(share) / 100)

        for end in told.group(5, 6):
            yield Claim(
                "disagreement, stays", f"{row.criterion} at {end}: {said}", at(end), leader, shared=True
            )
        for other in evaluation.alternatives if told[7] else ():
            for who in re.findall(
                rf"at the weight of ((?:(?! at the weight of ).)+?) {re.escape(other.label)} leads", told[7]
            ):
                for name, share in ((told[2], told[1]), (told[4], told[3])):
                    if name in re.split(r", | and ", who):
                        yield Claim("disagreement", f"{row.criterion}: {said}", at(share), other.label)


def path_claims(evaluation: Evaluation, position: int) -> Iterator[Claim]:
    """Yield every change that is said to put a candidate first: each alone, and those of the combination together."""
    problem, candidate = evaluation.problem, evaluation.alternatives[position]
    said = path_answer(evaluation, position, figures.path_to_first_of(evaluation, position))
    told = re.fullmatch(
        r"(?:No single change puts .+ first; the smallest combined one found: (?P<only>.+)\."
        r"|One change alone puts .+ first: any of (?P<alone>.+?)\.(?: Spread over several, smaller ones do: (?P<several>.+)\.)?)",
        said,
    )
    if told is None:
        return

    def entered(text: str) -> list[ChangedCell]:
        return [
            ChangedCell(candidate.id, leaf.id, read(then), read(then), read(then))
            for leaf in problem.leaves
            for then in re.findall(
                rf"(?:^|, | and ){re.escape(leaf.label)} [^→]+ → ([\d.\u202f\u2212]*\d)", text
            )
        ]

    for cell in entered(told["alone"] or ""):
        yield Claim("path", f"{cell}: {said}", evaluation.scenario.with_cell(cell), candidate.label)
    if together := entered(told["only"] or told["several"] or ""):
        scenario = evaluation.scenario
        for cell in together:
            scenario = scenario.with_cell(cell)
        yield Claim("path together", said, scenario, candidate.label)
