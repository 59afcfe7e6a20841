"""Every share that is printed, read out of the text that prints it: whose it is, what it says, and what varied."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import numpy as np

import criteria
from criteria.charts.share_charts import rank_heat, rank_shares
from criteria.errors import CriteriaError
from criteria.explain import answers, share_answers
from criteria.explain.firmness import firmness
from criteria.explain.lead import foremost
from criteria.explain.report import robustness_data, robustness_text
from criteria.explain.staying_unbeaten import unbeaten_sentences
from criteria.explain.story.rivals import change_part
from criteria.explain.tiles import threat_tiles, tiles_of
from criteria.explain.unbeaten_tiles import unbeaten_tiles
from criteria.files.shortlist import shortlist_csv
from criteria.model.arrays import FloatArray
from criteria.model.evaluation import Evaluation
from criteria.ranking.catalogue import METHODS
from criteria.ranking.matrix import offered_normalizations
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.decision_map import DecisionMap
from criteria.robustness.evaluated.figures import Varied
from criteria.robustness.evaluated.inputs import call_of, members_of
from criteria.robustness.evaluated.on_request import Unbeaten
from criteria.robustness.evaluated.summary import Robustness
from criteria.robustness.evaluated.threats import threats_of
from criteria.ui.components.shortlist.first_shares import first_shares

SHARE = r"(?:[<>] )?[\d.]+%(?: \(±[\d.]+\))?"
KINDS = ("weights", "evidence")


@dataclass(frozen=True)
class Printed:
    """kind: where it stands.  said: share and error as printed.  who: position of the candidate.  varied: "weights" or "evidence", or as a figure's setting has it.

    rank: from 0 for the first.  other: whether it is the share in which another candidate is first.
    """

    kind: str
    said: str
    who: int
    varied: str
    rank: int = 0
    other: bool = False

    def holds(self, often: Acceptability) -> bool:
        """Whether it is what many more draws find, within the error that is printed with it."""
        share = float(often.ranks[self.who, self.rank])
        return holds(self.said, 1 - share if self.other else share)


def holds(said: str, share: float) -> bool:
    """Whether a share is what a printed one says, within the error that is printed with it."""
    told = re.fullmatch(r"(?P<sign>[<>] )?(?P<share>[\d.]+)%(?: \(±(?P<error>[\d.]+)\))?", said)
    assert told is not None, said
    if told["sign"] and not told["error"]:
        limit = float(told["share"]) / 100
        return share <= limit if told["sign"] == "< " else share >= limit
    return abs(float(told["share"]) / 100 - share) <= float(told["error"] or 0) / 100 + 1e-9


def as_rounded(said: str, share: float) -> bool:
    """Whether a share without an error is the printed one, rounded to as many digits."""
    if said.startswith("< "):
        return 100 * share < float(said.strip("< %"))
    if said.startswith("> "):
        return 100 * share > float(said.strip("> %"))
    told = said.rstrip("%")
    return abs(float(told) - 100 * share) <= 0.5 * 10.0 ** -len(told.partition(".")[2]) + 1e-9


def with_its_error(share: float, error: float) -> str:
    """Return a share and its error from a column of numbers as if they were printed."""
    return f"{100 * share:.6f}% (±{100 * error:.6f})"


def position(evaluation: Evaluation, label: str) -> int:
    """Return whom a label stands for."""
    return [a.label for a in evaluation.alternatives].index(label)


def of_the_headline(evaluation: Evaluation, found: Robustness) -> Iterator[Printed]:
    """Yield the leader's shares from the headline, from the tiles below it, and what the threats say of the others."""
    line, leader = firmness(evaluation, found)[0], evaluation.order[0]
    patterns = {"weights": rf"in ({SHARE}) of weightings", "evidence": rf"in ({SHARE}) of the evidence's"}
    for varied in KINDS:
        for said in re.findall(patterns[varied], line):
            yield Printed("headline", said, leader, varied)
    threats = threat_tiles(found, threats_of(evaluation, found))
    for kind, tiles in (("tile", tiles_of(evaluation, found)), ("threat", threats)):
        for tile in tiles:
            if tile.key in KINDS and "%" in tile.figure:
                said = tile.figure + (f" ({tile.error})" if tile.error else "")
                yield Printed(kind, said, leader, tile.key, other=kind == "threat")


def beside_the_bars(evaluation: Evaluation, found: Robustness) -> Iterator[Printed]:
    """Yield the shares beside the bars, each with the error at the head of its column."""
    markup = unescape(first_shares(evaluation, found, limit=len(evaluation.ranked)))
    errors = dict(re.findall(r"First by (\w+) ±([\d.]+)%", markup))
    lines = re.findall(r'aria-label="([^"]+): first (by [^"]+?), ranks ', markup)
    assert len(lines) == len(evaluation.ranked), markup
    for name, shares in lines:
        for varied, said in re.findall(r"by (\w+) in ((?:[<>] )?[\d.]+%)", shares):
            error = "" if said[0] in "<>" else f" (±{errors[varied]})"
            yield Printed("beside the bars", said + error, position(evaluation, name), varied)


def of_the_tables(evaluation: Evaluation, found: Robustness) -> Iterator[Printed]:
    """Yield the shares of every candidate: on the command line, in its JSON, in the CSV and in the pack's part on what would change."""
    for name in (alternative.label for alternative in evaluation.alternatives):
        row = re.search(rf"^{re.escape(name)} {{2,}}(.*)$", robustness_text(evaluation, found), re.MULTILINE)
        assert row is not None, name
        for varied, said in zip(found.drawn, re.findall(SHARE, row[1]), strict=True):
            yield Printed("command line", said, position(evaluation, name), varied)
    part = change_part(evaluation, found)
    for label, *cells in part.rows:
        shares = [cell for cell in cells if "%" in cell]  # ranks and votes stand beside them
        for varied, said in zip(found.drawn, shares, strict=True):
            yield Printed("pack", said, position(evaluation, label), varied)
    written = csv.DictReader(io.StringIO(shortlist_csv(evaluation, found).lstrip("\ufeff")))
    identifiers = [a.id for a in evaluation.alternatives]
    told = [("CSV", row) for row in written if row["rank"]]
    told += [("JSON", row) for row in robustness_data(evaluation, found)["candidates"]]  # type: ignore[attr-defined]
    for kind, values in told:
        who = identifiers.index(values.get("id") or values["candidate_id"])
        for varied in found.drawn:
            share, error = (float(values[f"first_by_{varied}{end}"]) for end in ("", "_error"))
            yield Printed(kind, with_its_error(share, error), who, varied)


def of_the_figures(evaluation: Evaluation, found: Acceptability, varied: Varied) -> Iterator[Printed]:
    """Yield the shares under a chart of ranks, and on it."""
    said = share_answers.shares_answer(evaluation, found, varied)
    for label in (alternative.label for alternative in evaluation.alternatives):
        for share in re.findall(rf"(?:: |, | and ){re.escape(label)} in ({SHARE})(?:, | and | of )", said):
            yield Printed(f"answer, {varied}", share, position(evaluation, label), varied)
    for rank, bar in enumerate(rank_shares(evaluation, found).data):
        for i, share in zip(evaluation.order, bar.customdata, strict=True):
            yield Printed(f"bars of ranks, {varied}", share, i, varied, rank)
    for i, row in zip(evaluation.order, rank_heat(evaluation, found).data[0].customdata, strict=True):
        for rank, share in enumerate(row):
            yield Printed(f"map of ranks, {varied}", share, i, varied, rank)


def counted_again(evaluation: Evaluation, found: Robustness) -> Iterator[tuple[str, str, float]]:
    """Yield, for the threats that are counted and not drawn, the name, what is printed, and the share from choosing each method or normalization."""
    leader = evaluation.alternatives[evaluation.order[0]].id

    def stays(method: str, normalization: str) -> bool | None:
        try:
            scenario = evaluation.scenario.with_method(method, normalization)
            after = criteria.evaluate(evaluation.problem, scenario, methods=())
        except CriteriaError:
            return None
        place = after.position(leader)
        return place is not None and after.ranks[place] == 1

    own = evaluation.scenario
    kept = {
        "Method": [
            stays(m, own.normalization if m == own.method else "")
            for m in (own.method if own.method in vote.methods else vote.methods[0] for vote in found.votes)
        ],
        "Normalization": [
            stays(own.method, n) for n in offered_normalizations(evaluation.problem, METHODS[own.method])
        ],
    }
    for tile in threat_tiles(found, threats_of(evaluation, found)):
        if tile.title in kept:
            seen = [one for one in kept[tile.title] if one is not None]
            yield tile.title, tile.figure, 1 - sum(seen) / len(seen)


def areas_by_small_triangles(
    evaluation: Evaluation, groups: tuple[str, str, str], side: int = 480
) -> FloatArray:
    """Return the share (m,) of the triangle on which each alternative is first, from the middles of side² triangles of one size."""
    up = [(i + 1 / 3, j + 1 / 3) for i in range(side) for j in range(side - i)]
    down = [(i + 2 / 3, j + 2 / 3) for i in range(side) for j in range(side - 1 - i)]
    places = np.array(up + down) / side
    assert len(places) == side**2
    parts = np.column_stack([places, 1 - places.sum(axis=1)])
    own = np.array(evaluation.weights)
    weights = np.repeat(own[np.newaxis], len(parts), axis=0)
    members = [members_of(evaluation.problem, group) for group in groups]
    together = sum(own[list(one)].sum() for one in members)
    for g, one in enumerate(members):
        total = own[list(one)].sum()
        inner = own[list(one)] / total if total > 0 else np.full(len(one), 1 / len(one))
        weights[:, list(one)] = together * parts[:, [g]] * inner
    counts = np.zeros(len(evaluation.ranked))
    maximized = [leaf.maximize for leaf in evaluation.problem.leaves]
    for start in range(0, len(weights), 8_000):
        ranks = criteria.score(
            evaluation.scenario.method,
            evaluation.performances,
            weights[start : start + 8_000],
            maximized,
            **call_of(evaluation).settings,
        ).ranks
        counts += np.bincount((ranks == 1).argmax(axis=1), minlength=len(counts))
    return counts / len(weights)


def of_the_map(evaluation: Evaluation, found: DecisionMap, names: list[str]) -> Iterator[tuple[int, str]]:
    """Yield whose share of the triangle is printed under the decision map, and the share."""
    said = answers.map_answer(evaluation, found, names)
    for i, alternative in enumerate(evaluation.alternatives):
        for share in re.findall(
            rf"(?:: |, | and ){re.escape(alternative.label)} on ((?:[<>] )?[\d.]+%)", said
        ):
            yield i, share


def of_those_unbeaten(evaluation: Evaluation, found: Unbeaten) -> Iterator[Printed]:
    """Yield in which shares of the draws somebody stays unbeaten: from the sentences, and from the command line's table."""
    for sentence in unbeaten_sentences(evaluation, found):
        whose = [i for i, a in enumerate(evaluation.alternatives) if a.label in sentence]
        shares = re.findall(rf"(?<=in ){SHARE}|(?<=and ){SHARE}", sentence)
        for who in whose[:1] if len(whose) == 1 else ():
            for varied, said in zip(KINDS, shares, strict=False):
                yield Printed("unbeaten, sentence", said, who, varied)
    front = foremost(evaluation)
    for tile in unbeaten_tiles(evaluation, found):
        whose = [i for i in front if len(front) == 1 or evaluation.alternatives[i].label in tile.about]
        if tile.key in KINDS and "%" in tile.figure:
            said = tile.figure + (f" ({tile.error})" if tile.error else "")
            yield Printed("unbeaten, tile", said, whose[0], tile.key)
    text = robustness_text(evaluation, found)
    for who, alternative in enumerate(evaluation.alternatives):
        row = re.search(rf"^{re.escape(alternative.label)} {{2,}}(.*)$", text, re.MULTILINE)
        assert row is not None, alternative.label
        for varied, said in zip(KINDS, re.findall(SHARE, row[1]), strict=False):
            yield Printed("unbeaten, command line", said, who, varied)
