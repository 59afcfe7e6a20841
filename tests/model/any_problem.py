"""Problems and scenarios of every shape that the model admits, for laws that must hold for all of them."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from hypothesis import strategies as st

from criteria.model.alternative import Alternative
from criteria.model.criterion import Criterion, Scale, Thresholds
from criteria.model.evidence import Performance, Source
from criteria.model.gates import Gate
from criteria.model.judgements import SETTINGS, WAYS, WHOLE, Answers, Judgement, Member, Panel
from criteria.model.problem import Problem
from criteria.model.profile import Profile
from criteria.model.scenario import BLANK_RULES, ChangedCell, Scenario
from criteria.model.uncertainty import DISTRIBUTIONS, Uncertainty
from criteria.weighting.panel import items_of, nodes_of

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: value + 0.0)
POINTS = st.floats(0, 1000, allow_nan=False).map(lambda value: value + 0.0)
# Signs that a file, a link or a spreadsheet could take for something else, among letters of several scripts.
SIGNS = "aB7 é日ñß'\"=+-@,;:|\t\n/\\<>&#%{}[]()*_`~^?!.…×€"
TEXTS = st.text(SIGNS, max_size=24)
NAMES = TEXTS.filter(lambda text: text.strip() != "")


@st.composite
def performances(draw: st.DrawFn) -> Performance:
    """Draw a cell: unknown, a point, or a range, with or without evidence."""
    texts = {name: draw(TEXTS) for name in ("rationale", "source", "basis", "confidence_note")}
    if draw(st.integers(0, 3)) == 0:
        return Performance(**texts)
    low, likely, high = sorted(draw(st.tuples(NUMBERS, NUMBERS, NUMBERS)))
    return Performance(low, likely, high, draw(st.sampled_from(["", "A", "B", "C"])), **texts)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Draw a problem of up to four candidates and six criteria in up to three levels, with all that may come with it."""
    criteria, parents = [], [""]
    for k in range(draw(st.integers(1, 6))):
        parent = draw(st.sampled_from(parents))
        if draw(st.booleans()):
            parents.append(f"c{k}")
        criteria.append(
            Criterion(
                f"c{k}",
                draw(NAMES),
                parent,
                draw(st.booleans()),
                unit=draw(TEXTS),
                thresholds=Thresholds(*sorted(draw(st.lists(POINTS, min_size=3, max_size=3))))
                if draw(st.booleans())
                else Thresholds(),
                scale=Scale(-1e6, 1e6, ((draw(NUMBERS), draw(TEXTS)),)) if draw(st.booleans()) else None,
                why=draw(TEXTS),
                measured=draw(TEXTS),
                short_name=draw(TEXTS),
            )
        )
    groups = {criterion.parent for criterion in criteria}
    leaves = [criterion.id for criterion in criteria if criterion.id not in groups]
    names = draw(
        st.lists(NAMES, min_size=1, max_size=4, unique_by=lambda name: " ".join(name.split()).casefold())
    )
    alternatives = [
        Alternative(f"a{i}", name, draw(TEXTS), (("country", draw(NAMES)),)) for i, name in enumerate(names)
    ]
    # Something must be known under each criterion: the first candidate is known everywhere.
    rows = [
        tuple(Performance(likely=draw(NUMBERS)) if i == 0 else draw(performances()) for _leaf in leaves)
        for i in range(len(names))
    ]
    gates = [
        Gate(
            "g1",
            draw(st.booleans()),
            ">=",
            leaves[0],
            draw(NUMBERS),
            rationale=draw(TEXTS),
            source=draw(TEXTS),
        )
    ]
    gates += [Gate("g2", draw(st.booleans()), "==", attribute="country", asked=draw(NAMES))] * draw(
        st.integers(0, 1)
    )
    points = tuple((criterion.id, draw(POINTS)) for criterion in criteria if draw(st.booleans()))
    ranges = tuple(
        (leaf, *sorted((draw(POINTS), draw(POINTS)))) for leaf in leaves[: draw(st.integers(0, 2))]
    )
    return Problem(
        id="any",
        title=draw(NAMES),
        criteria=tuple(criteria),
        alternatives=tuple(alternatives),
        performances=tuple(rows),
        gates=tuple(gates),
        profiles=(Profile("p1", draw(NAMES), points, "profile", draw(TEXTS), draw(TEXTS), ranges),),
        answers=(("p1", _answers(draw, criteria)),) if draw(st.booleans()) else (),
        sources=(
            Source("s1", draw(TEXTS), draw(TEXTS), "2023", "https://example.org/", "A", draw(st.booleans())),
        ),
        facts=(("a0", draw(TEXTS), draw(TEXTS), "s1"), ("the field", "", draw(TEXTS))),
        glossary=((draw(TEXTS), draw(TEXTS)),),
        notes=(draw(NAMES),),
        default_profile=draw(st.sampled_from(["", "p1"])),
    )


def _answers(draw: st.DrawFn, criteria: list[Criterion]) -> Answers:
    top = [criterion.id for criterion in criteria if not criterion.parent]
    return Answers("", "direct", tuple(Judgement("points", name, "", draw(POINTS)) for name in top))


@st.composite
def scenarios(draw: st.DrawFn, problem: Problem) -> Scenario:
    """Draw a scenario of a problem with every part changed or left."""
    base = problem.base_scenario(draw(st.sampled_from(["", "p1"])))
    scenario = base.with_importances(
        {criterion.id: draw(POINTS) for criterion in problem.criteria if draw(st.booleans())}
    )
    scenario = scenario.with_method(draw(st.sampled_from(["topsis", "vikor", "wsm"])))
    scenario = scenario.with_blanks(draw(st.sampled_from(list(BLANK_RULES))))
    for gate in problem.gates:
        scenario = scenario.with_waived(gate.id, waived=draw(st.booleans()))
    for alternative in problem.alternatives[1:]:
        scenario = scenario.with_set_aside(alternative.id, set_aside=draw(st.booleans()))
    if draw(st.booleans()):
        low, likely, high = sorted(draw(st.tuples(NUMBERS, NUMBERS, NUMBERS)))
        place = (problem.alternatives[0].id, problem.leaves[-1].id)
        scenario = scenario.with_cell(ChangedCell(*place, low, likely, high))
    scenario = scenario.with_uncertainty(
        Uncertainty(
            draw(st.floats(0, 1)),
            draw(st.integers(100, 1000)),
            draw(st.integers(0, 99)),
            draw(st.sampled_from(list(DISTRIBUTIONS))),
            draw(st.booleans()),
        )
    )
    if draw(st.booleans()):
        low, high = sorted(draw(st.tuples(st.floats(0, 1), st.floats(0, 1))))
        scenario = scenario.with_ranges(
            [(problem.leaves[0].id, low, max(high, float(len(problem.groups) == 1)))]
        )
    if draw(st.booleans()):
        member = Member(
            "m1", draw(NAMES), draw(TEXTS), "aabbcc", draw(POINTS), (_answers(draw, list(problem.criteria)),)
        )
        scenario = scenario.with_panel(Panel((member,), draw(st.sampled_from(["priorities", "judgements"]))))
    return scenario


@st.composite
def members(draw: st.DrawFn, problem: Problem) -> Member:
    """Draw somebody who answered about any nodes in any ways, with settings, and chose ways with and without answers."""
    nodes = st.sampled_from(nodes_of(problem))
    told = draw(st.lists(st.tuples(nodes, st.sampled_from(list(WAYS))), max_size=4, unique=True))
    candidates = tuple(alternative.id for alternative in problem.alternatives)
    answers = tuple(
        _answers_in(draw, candidates, "", way)
        if way in WHOLE
        else _answers_in(draw, items_of(problem, node), node, way)
        for node, way in told
    )
    return Member(
        draw(st.sampled_from(["m1", "日本-2", "x_y"])),
        draw(NAMES),
        draw(TEXTS),
        draw(st.sampled_from(["", "00ff7f"])),
        draw(st.none() | POINTS),
        answers,
        tuple(draw(st.lists(st.tuples(nodes, st.sampled_from(list(WAYS))), max_size=2))),
    )


def _answers_in(draw: st.DrawFn, items: tuple[str, ...], node: str, way: str) -> Answers:
    said = []
    for question in sorted(WAYS[way]):
        least = 0.0 if question == "points" else 1e-6 if question == "ratio" else 1.0
        values = st.floats(least, 1e6)
        for name in draw(st.lists(st.sampled_from(items), max_size=3, unique=True)):
            other = draw(st.sampled_from(items)) if question == "ratio" else ""
            if name != other:
                said.append(Judgement(question, name, other, draw(values)))
    values = {
        "formula": "sum",
        "exponent": "1.5",
        "index": "saaty2008",
        "model": "nonlinear",
        "scale": "root",
    }
    chosen = [(name, values[name]) for name in sorted(SETTINGS[way] & set(values)) if draw(st.booleans())]
    return Answers(node, way, tuple(said), tuple(chosen))


def parts(value: object) -> dict[str, Any]:
    """Return all fields of a value that its maker gives, by name: equality of values may leave some out."""
    return {field.name: getattr(value, field.name) for field in fields(value) if field.init}  # type: ignore[arg-type]
