"""Problems whose all parts have a column in a folder of CSV files."""

from __future__ import annotations

import string

from hypothesis import strategies as st

from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion, Scale, Thresholds
from criteria.model.evidence import Performance, Source
from criteria.model.gates import Gate
from criteria.model.judgements import Answers, Judgement
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
    top = [one.id for one in tree if not one.parent]
    order = [leaf for top in tree if not top.parent for leaf in ([top] if top in leaves else [c for c in leaves if c.parent == top.id])]  # fmt: skip
    rows = [
        [draw(_cells(leaf.scale is not None, known=i == 0)) for leaf in order]
        for i in range(len(alternatives))
    ]
    gates = [Gate("on-value", draw(st.booleans()), draw(st.sampled_from([">=", "<="])), order[0].id, draw(NUMBERS), "", "", draw(TEXTS), draw(TEXTS))]  # fmt: skip
    gates += [Gate("on-word", draw(st.booleans()), "==", attribute=c, asked=draw(WORDS)) for c in columns[:1]]
    profiles = [
        Profile(
            f"p{k}",
            draw(NAMES),
            tuple((one.id, draw(SHARES)) for one in order[: draw(st.integers(0, 2))]),
            draw(WORDS),
            draw(TEXTS),
            draw(TEXTS),
            tuple(
                (one.id, *sorted((draw(SHARES), draw(SHARES)))) for one in order[: draw(st.integers(0, 2))]
            ),
        )
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
        answers=draw(
            st.sampled_from([(), (("p0", Answers("", "direct", (Judgement("points", top[0], "", 30.5),))),)])
        ),
        sources=(Source("s1", draw(NAMES), draw(TEXTS), "2023", draw(TEXTS), "A", draw(st.booleans())),),
        facts=((draw(CLEAN), draw(TEXTS.map(clean_text)), draw(CLEAN), "s1"),),
        glossary=((draw(CLEAN), draw(CLEAN)),),
        notes=(draw(CLEAN),),
        default_profile=draw(st.sampled_from(["", "p0"])),
        default_method=draw(st.sampled_from(["topsis", "wsm", "vikor"])),
    )


@st.composite
def _cells(draw: st.DrawFn, rated: bool, *, known: bool) -> Performance:
    numbers = RATINGS if rated else NUMBERS
    if not known and draw(st.integers(0, 2)) == 0:
        return Performance(
            rationale=draw(TEXTS), source=draw(TEXTS), basis=draw(TEXTS), confidence_note=draw(TEXTS)
        )
    low, likely, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    grade = draw(st.sampled_from(["", "A", "B", "C"]))
    return Performance(low, likely, high, grade, draw(TEXTS), draw(TEXTS), draw(TEXTS), draw(TEXTS))
