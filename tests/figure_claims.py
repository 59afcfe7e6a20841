"""What the answers on ranges, methods, changes and regret state: each thing counted there is done, one by one, through the model, and counted again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from claims import with_share
from scipy.stats import kendalltau

import criteria
from criteria.errors import CriteriaError
from criteria.explain import answers, judging
from criteria.explain.firmness import firmness
from criteria.explain.lead import shown_digits
from criteria.model.alternative import Alternative
from criteria.model.evaluation import Evaluation
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell, Scenario
from criteria.ranking.catalogue import METHODS
from criteria.robustness.evaluated import figures
from criteria.robustness.evaluated.regret import regret_of
from criteria.robustness.evaluated.summary import robustness_of
from criteria.ui.components.robustness.contents import tornado_names
from criteria.ui.compute import agreement


@dataclass(frozen=True)
class Counted:
    """kind: which sentence.  said: the words.  told: what they state.  found: the same from doing it."""

    kind: str
    said: str
    told: object
    found: object

    def true(self, _problem: Problem) -> bool:
        """Compare."""
        return self.told == self.found


def _lead(problem: Problem, scenario: Scenario, leader: str) -> float:
    """Return how far somebody is ahead of the best of the others, negative where behind; -inf where they are set apart."""
    after = criteria.evaluate(problem, scenario, methods=())
    position = after.position(leader)
    if position is None:
        return -np.inf
    gained = np.array(after.scores) * (1 if after.higher_is_better else -1)
    if after.ranks[position] == 1:
        return max(0.0, float(gained[position] - np.delete(gained, position).max()))
    return float(gained[position] - np.delete(gained, position).max())


def tornado_claims(evaluation: Evaluation, *, evidence: bool) -> Iterator[Counted]:
    """Yield which range moves the lead most, and how many take it away: each end is entered, of a weight or of a rating."""
    found = figures.evidence_tornado_of(evaluation) if evidence else figures.weight_tornado_of(evaluation)
    if found is None or len(evaluation.leaders) > 1:
        return
    names = tornado_names(evaluation, found)
    said = answers.tornado_answer(found, names)
    leader, problem = evaluation.alternatives[evaluation.order[0]].id, evaluation.problem
    spread = evaluation.scenario.uncertainty.spread
    leads: list[list[float]] = []
    counted: list[list[float]] = []  # with the must-haves as they are
    for i, j in found.rows:
        leaf = problem.leaves[j]
        if i < 0:
            weight = float(evaluation.weights[j])
            ends = [
                with_share(evaluation, leaf.id, min(1.0, weight * share))
                for share in (1 - spread, 1 + spread)
            ]
        else:
            own = evaluation.alternatives[i].id
            cell = evaluation.performance(own, leaf.id)
            scale = figures.scales_of(problem, evaluation)[j]
            ends = [
                evaluation.scenario.with_cell(ChangedCell(own, leaf.id, at, at, at, exact=True))
                for at in (
                    float(scale[0] if cell.low is None else cell.low),
                    float(scale[1] if cell.high is None else cell.high),
                )
            ]
        counted.append([_lead(problem, end, leader) for end in ends])
        leads.append(
            [
                _lead(replace(problem, gates=()), _as_ranked(evaluation, end), leader)
                if lead == -np.inf
                else lead
                for lead, end in zip(counted[-1], ends, strict=True)
            ]
        )
    swings = np.ptp(np.array(leads), axis=1)
    lost = sum(min(pair) < 0 for pair in counted)
    if barred := sum(min(pair) == -np.inf for pair in counted):
        end = f" At an end of {barred} of them the leader fails a must-have."
        yield Counted("tornado, must-have", said, True, said.endswith(end))
        said = said.removesuffix(end)
    told = re.fullmatch(
        r"(?P<most>.+?) (?:moves the lead most(?:; (?P<none>none) of these ranges alone takes it away"
        r"|\. (?P<lost>\d+) of (?P<all>\d+) ranges .+)|alone moves the lead; its range is wide enough .+)\.",
        said,
    )
    assert told is not None, said
    count = 0 if told["none"] else int(told["lost"] or 1)
    yield Counted("tornado, lost", said, (count, int(told["all"] or len(leads))), (lost, len(leads)))
    most = float(swings[names.index(told["most"])])
    yield Counted("tornado, most", said, True, bool(most >= swings.max() - 1e-9))


def _as_ranked(evaluation: Evaluation, scenario: Scenario) -> Scenario:
    """Return the scenario for the problem without must-haves: who they set apart is set aside by hand."""
    scenario = replace(scenario, waived=frozenset())
    for entry in evaluation.set_apart:
        scenario = scenario.with_set_aside(entry.alternative)
    return scenario


def reversal_claims(evaluation: Evaluation) -> Iterator[Counted]:
    """Yield how many changes of the candidates reorder the others: each is made in a problem without must-haves."""
    before = {a.id: int(r) for a, r in zip(evaluation.alternatives, evaluation.ranks, strict=True)}
    problem, scenario = replace(evaluation.problem, gates=()), _as_ranked(evaluation, evaluation.scenario)
    said = answers.reversal_answer(evaluation, figures.rank_reversal_of(evaluation))
    worst = {}
    for j, leaf in enumerate(problem.leaves):
        column = evaluation.performances[:, j]
        worst[leaf.id] = float(column.min() if leaf.maximize else column.max())
    trials: list[tuple[Problem, Scenario]] = []
    if len(before) > 2:
        trials += [(problem, scenario.with_set_aside(alternative)) for alternative in before]
    copies = [
        {leaf.id: float(evaluation.performances[i, j]) for j, leaf in enumerate(problem.leaves)}
        for i in range(len(before))
    ]
    for values in (*copies, worst):
        added = problem.with_alternative(Alternative("added", "Added"))
        entered = scenario
        for leaf, value in values.items():
            entered = entered.with_cell(ChangedCell("added", leaf, value, value, value, exact=True))
        trials.append((added, entered))
    turned = moved = tried = 0
    for changed, entered in trials:
        try:
            after = criteria.evaluate(changed, entered, methods=())
        except CriteriaError:
            continue
        tried += 1
        now = {a.id: int(r) for a, r in zip(after.alternatives, after.ranks, strict=True) if a.id in before}
        turned += any((before[a] - before[b]) * (now[a] - now[b]) < 0 for a in now for b in now)
        best_before, best_now = min(before[a] for a in now), min(now.values())
        moved += not any(before[a] == best_before and now[a] == best_now for a in now)
    if said.startswith("The one change"):
        yield Counted("reversal", said, (1, "not" not in said), (tried, turned == 1))
    elif none := re.match(r"None of (\d+) changes tried reorders", said):
        yield Counted("reversal", said, (0, int(none[1])), (turned, tried))
    else:
        told = re.fullmatch(r"(\d+) of (\d+) changes tried .+; who is first changes in (\d+)\.", said)
        assert told is not None, said
        yield Counted("reversal", said, tuple(map(int, told.groups())), (turned, tried, moved))


def _chosen(evaluation: Evaluation, method: str) -> Evaluation:
    """Return the evaluation with this method chosen from the menu; the one in use stays as it is."""
    scenario = evaluation.scenario
    if method != scenario.method:
        scenario = scenario.with_method(method)
    return criteria.evaluate(evaluation.problem, scenario, methods=())


def agreement_claims(evaluation: Evaluation) -> Iterator[Counted]:
    """Yield who is first under how many families, in the headline and under the chart, and which method differs most: each method is chosen."""
    if len(evaluation.leaders) > 1 or len(evaluation.ranked) < 2:
        return
    found = agreement(evaluation.problem, evaluation.scenario)
    said = answers.agreement_answer(evaluation, found)
    chosen = {method: _chosen(evaluation, method) for method in found.methods}
    labels = {a.id: a.label for a in evaluation.alternatives}
    votes: dict[str, int] = dict.fromkeys(labels.values(), 0)
    for family in found.families:
        orders = {tuple(chosen[method].ranks) for method in family}
        yield Counted("one order a family", f"{family}: {said}", 1, len(orders))
        for i in chosen[family[0]].leaders:
            votes[chosen[family[0]].alternatives[i].label] += 1
    told = re.match(
        r"Of (\d+) families of methods, first is (.+?)(?: \(ties count for each\))?\.(?: |$)", said
    )
    assert told is not None, said
    listed = {
        label: int(n) for label in votes for n in re.findall(rf"{re.escape(label)} under (\d+)", told[2])
    }
    top = sorted((n for n in votes.values() if n), reverse=True)[:3]
    yield Counted("agreement, votes", said, sorted(listed.values(), reverse=True), top)
    yield Counted("agreement, who", said, listed, {label: votes[label] for label in listed})
    yield Counted("agreement, families", said, int(told[1]), len(found.families))
    if odd := re.search(r"([^.]+) differs most from the others \(mean Kendall τ (\S+)\)\.", said):
        ranks = np.array([chosen[method].ranks for method in found.methods])
        alike = np.array([[kendalltau(one, other).statistic for other in ranks] for one in ranks])
        mean = (np.nansum(alike, axis=1) - 1) / (len(ranks) - 1)
        k = [METHODS[method].name for method in found.methods].index(odd[1].strip())
        yield Counted("agreement, apart", said, f"{mean[k]:.2f}", odd[2].replace("\u2212", "-"))
        yield Counted("agreement, most apart", said, True, bool(mean[k] <= mean.min() + 1e-9))
    robustness = robustness_of(evaluation)
    line = firmness(evaluation, robustness)[0]
    under = re.search(
        r"under (\d+) of (\d+) families of methods(?:, where (.+?) is first under (\d+))?", line
    )
    assert under is not None, line
    leader = evaluation.alternatives[evaluation.order[0]].label
    yield Counted(
        "headline, votes", line, tuple(map(int, under.group(1, 2))), (votes[leader], len(found.families))
    )
    if under[3]:
        yield Counted("headline, more votes", line, int(under[4]), votes[under[3]])


def regret_claims(evaluation: Evaluation) -> Iterator[Counted]:
    """Yield who has the lowest regret, whose it is and how large: every stakeholder's profile is opened, and scores are subtracted."""
    problem = evaluation.problem
    row = METHODS[evaluation.scenario.method]
    members = [profile for profile in problem.profiles if profile.kind == "profile"]
    if len(members) < 2 or row.order != "complete" or row.ranks is not None:
        return
    scenarios = [evaluation.scenario.with_profile(problem, member.id) for member in members]
    opened = [criteria.evaluate(problem, scenario, methods=()) for scenario in scenarios]
    found = regret_of(evaluation, [one.weights for one in opened])
    said = judging.regret_sentence(evaluation, found, [member.name for member in members])
    sense = 1 if evaluation.higher_is_better else -1
    behind = {
        a.label: {
            member.name: max(sense * float(s) for s in one.scores) - sense * float(one.scores[i])
            for member, one in zip(members, opened, strict=True)
        }
        for i, a in enumerate(evaluation.alternatives)
    }
    largest = {label: max(regrets.values()) for label, regrets in behind.items()}
    lowest = min(largest.values())
    if every := re.fullmatch(r"(.+) is the first choice of every stakeholder: no regret\.", said):
        yield Counted("regret, none", said, every[1], *[k for k, v in largest.items() if v <= 1e-9])
        return
    told = re.fullmatch(
        r"(.+) has the lowest regret: for (.+), whom it suits least, its score is (\S+) behind that of (.+); every other candidate is .+",
        said,
    )
    assert told is not None, said
    yield Counted("regret, who", said, [told[1]], [k for k, v in largest.items() if v <= lowest + 1e-9])
    own = behind[told[1]]
    yield Counted("regret, whose", said, True, own[told[2]] >= max(own.values()) - 1e-9)
    digits = len(told[3].partition(".")[2])
    yield Counted("regret, how much", said, told[3], f"{own[told[2]]:.{digits}f}")
    best = opened[[member.name for member in members].index(told[2])]
    yield Counted("regret, best", said, told[4], best.alternatives[best.order[0]].label)
    assert shown_digits(evaluation) >= 1
