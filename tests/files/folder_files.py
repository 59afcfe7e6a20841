"""Problems that a folder of CSV files can hold, and their files as a person would write them."""

from __future__ import annotations

import csv
import io
import json
import string
from collections.abc import Iterable

from hypothesis import strategies as st

from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion, Scale, Thresholds
from criteria.model.evidence import Performance, Source
from criteria.model.gates import Gate
from criteria.model.problem import Problem
from criteria.model.profile import Profile
from criteria.model.text import clean_text
from tests.model.any_problem import NAMES, NUMBERS, TEXTS

SHARES = st.integers(0, 10_000).map(lambda points: points / 100)  # points of 100 with two decimals
RATINGS = st.integers(0, 100).map(lambda value: value / 10)
CLEAN = NAMES.map(clean_text).filter(bool)  # as the reader keeps what no field of the model cleans
WORDS = st.text(string.ascii_lowercase, min_size=1, max_size=6)


@st.composite
def folder_problems(draw: st.DrawFn) -> Problem:
    """Draw a problem of one to four candidates, one or two groups, and everything that has a column."""
    groups = draw(st.integers(0, 2))
    criteria = [
        Criterion(f"g{k}", draw(NAMES), maximize=draw(st.booleans()), why=draw(TEXTS)) for k in range(groups)
    ]
    leaves = [
        Criterion(
            f"c{k}",
            draw(NAMES),
            f"g{k % groups}" if groups else "",
            draw(st.booleans()),
            unit=draw(TEXTS),
            scale=draw(st.sampled_from([None, Scale(0, 10, ((0.0, "none at all"), (7.0, "7 of 10")))])),
            thresholds=draw(st.sampled_from([Thresholds(), Thresholds(0.5, 1.25, 3), Thresholds(None, 2, None)])),
            why=draw(TEXTS),
            measured=draw(TEXTS),
            short_name=draw(TEXTS),
        )
        for k in range(draw(st.integers(max(1, groups), 4)))
    ]  # fmt: skip
    names = draw(
        st.lists(NAMES, min_size=1, max_size=4, unique_by=lambda name: " ".join(name.split()).casefold())
    )
    columns = draw(st.lists(WORDS, max_size=2, unique=True))
    alternatives = [
        Alternative(f"a{i}", name, draw(TEXTS), tuple((column, draw(NAMES)) for column in columns))
        for i, name in enumerate(names)
    ]
    tree = [*criteria, *leaves]
    order = [leaf for top in tree if not top.parent for leaf in ([top] if top in leaves else [c for c in leaves if c.parent == top.id])]  # fmt: skip
    rows = [
        [draw(_cells(leaf.scale is not None, known=i == 0)) for leaf in order]
        for i in range(len(alternatives))
    ]
    gates = [Gate("on-value", draw(st.booleans()), draw(st.sampled_from([">=", "<="])), order[0].id, draw(NUMBERS), "", "", draw(TEXTS), draw(TEXTS))]  # fmt: skip
    gates += [Gate("on-word", draw(st.booleans()), "==", attribute=c, asked=draw(WORDS)) for c in columns[:1]]
    profiles = [
        Profile(f"p{k}", draw(NAMES), ((order[0].id, draw(SHARES)),), draw(WORDS), draw(TEXTS), draw(TEXTS))
        for k in range(draw(st.integers(1, 2)))
    ]
    return Problem(
        "any",
        draw(CLEAN),
        tuple(tree),
        tuple(alternatives),
        tuple(map(tuple, rows)),
        gates=tuple(gates),
        profiles=tuple(profiles),
        sources=(Source("s1", draw(NAMES), draw(TEXTS), "2023", draw(TEXTS), "A", draw(st.booleans())),),
        facts=((draw(CLEAN), draw(TEXTS.map(clean_text)), draw(CLEAN), "s1"),),
        glossary=((draw(CLEAN), draw(CLEAN)),),
        notes=(draw(CLEAN),),
        default_profile="p0",
        default_method=draw(st.sampled_from(["topsis", "wsm", "vikor"])),
    )


@st.composite
def _cells(draw: st.DrawFn, rated: bool, *, known: bool) -> Performance:
    numbers = RATINGS if rated else NUMBERS
    if not known and draw(st.integers(0, 2)) == 0:
        return Performance(rationale=draw(TEXTS), source=draw(TEXTS))
    low, likely, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    return Performance(
        low, likely, high, draw(st.sampled_from(["", "A", "B", "C"])), draw(TEXTS), draw(TEXTS)
    )


def files_of(problem: Problem) -> dict[str, str]:
    """Return the files of a folder by their names."""
    attributes = [name for name, _text in problem.alternatives[0].attributes]
    column = {name: f"column_{k}" for k, name in enumerate(attributes)}
    files = {
        "candidates": (
            ["candidate_id", "name", *column.values()],
            [[a.id, a.name, *(text for _name, text in a.attributes)] for a in problem.alternatives],
        ),
        "criteria": (
            ["id", "name", "parent", "direction", "unit", "why_nissan", "scale_min", "scale_max", "anchor_0", "anchor_7", "how_measured", "indifference_q", "preference_p", "veto_v"],
            [_criterion(c) for c in problem.criteria],
        ),
        "scores": (
            ["candidate", "criterion", "low", "likely", "high", "confidence", "rationale", "source_key"],
            [
                [a.id, leaf.id, cell.low, cell.likely, cell.high, cell.confidence, cell.rationale, cell.source]
                for a, row in zip(problem.alternatives, problem.performances, strict=True)
                for leaf, cell in zip(problem.leaves, row, strict=True)
            ],
        ),
        "gates": (
            ["gate_id", "criterion", "type", "operator", "threshold", "rationale", "source_key"],
            [
                [g.id, g.criterion or f"(candidate attribute {column[g.attribute]})", "hard" if g.hard else "soft", g.operator, g.asked or g.threshold, g.rationale, g.source]
                for g in problem.gates
            ],
        ),
        "profiles": (
            ["profile_id", "profile_name", "kind", "criterion", "local_weight", "decision_rule", "note"],
            [[p.id, p.name, p.kind, name, points / 100, p.rule, p.note] for p in problem.profiles for name, points in p.importances],
        ),
        "sources": (
            ["source_key", "title", "publisher", "date", "url", "tier", "asof"],
            [[s.key, s.title, s.publisher, s.date, s.url, s.tier, "post" if s.after_case else "pre"] for s in problem.sources],
        ),
        "facts": (["subject", "category", "fact", "source_key"], problem.facts),
        "glossary": (["term", "definition"], problem.glossary),
    }  # fmt: skip
    short = {one.id: one.short_name for one in (*problem.criteria, *problem.alternatives) if one.short_name}
    settings = [
        f"{name} = {json.dumps(value)}"
        for name, value in (
            ("title", problem.title),
            ("notes", list(problem.notes)),
            ("default_profile", problem.default_profile),
            ("default_method", problem.default_method),
        )
    ]
    settings += ["[short_names]", *(f"{name} = {json.dumps(text)}" for name, text in short.items())]
    settings += ["[attribute_names]", *(f"{name} = {json.dumps(text)}" for text, name in column.items())]
    written = {f"{name}.csv": _text([head, *rows]) for name, (head, rows) in files.items()}
    return written | {"problem.toml": "\n".join(settings) + "\n"}


def _criterion(c: Criterion) -> list[object]:
    scale, thresholds = c.scale, c.thresholds
    anchors = dict(scale.anchors) if scale else {}
    ends = [scale.low, scale.high] if scale else [None, None]
    return [
        c.id, c.name, c.parent, "max" if c.maximize else "min", c.unit, c.why, *ends, anchors.get(0.0), anchors.get(7.0), c.measured,
        thresholds.indifference, thresholds.preference, thresholds.veto,
    ]  # fmt: skip


def _text(rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(["" if cell is None else cell for cell in row] for row in rows)
    return out.getvalue()
