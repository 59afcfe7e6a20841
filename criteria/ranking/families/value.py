"""Methods that add up or multiply what each criterion is worth."""

from __future__ import annotations

from criteria.ranking.method import Method, Parameter
from criteria.ranking.methods import ahp_ratings, mairca, waspas, wpm, wsm
from criteria.translation import later

GROUP = later("Value and utility")

_LAMBDA = Parameter(
    "lambda_",
    0.5,
    later("Share of the sum against the product."),
    ("lambda", "lambda_value", "l"),
    low=0.0,
    high=1.0,
)

ROWS = (
    Method(
        key="wsm",
        name="Weighted sum",
        group=GROUP,
        summary=later("Adds up each candidate's normalized performances, each times its weight."),
        assumptions=later(
            "A weakness on one criterion can be made good by strength on another, at a constant rate."
        ),
        avoid_when=later(
            "Some criterion must not be compensated, or the weights were given without regard to the scales."
        ),
        reference="Fishburn (1967); Triantaphyllou (2000), ch. 2",
        score_name=later("weighted sum"),
        kernel=wsm.weighted_sum,
        size=wsm.size,
        normalizations=("minmax", "scale", "linear", "sum", "none"),
        stable=("scale", "none"),
        additive=True,
        linear=True,
    ),
    Method(
        key="wpm",
        name="Weighted product",
        group=GROUP,
        summary=later("Multiplies each candidate's performances, each raised to its weight."),
        assumptions=later("Ratios of performances matter, not differences; units cancel out."),
        avoid_when=later("A performance can be zero: one zero makes the whole product zero."),
        reference="Bridgman (1922); Triantaphyllou (2000), ch. 2",
        score_name=later("weighted product"),
        kernel=wpm.weighted_product,
        normalizations=("none", "scale", "linear", "sum"),
        stable=("none", "scale", "linear", "sum"),
        ranked_on_logarithm=True,
        linear=True,
    ),
    Method(
        key="waspas",
        name="WASPAS",
        group=GROUP,
        summary=later("Mixes the weighted sum and the weighted product half and half."),
        assumptions=later("As for the weighted sum; the product part punishes very low performances."),
        avoid_when=later("You cannot say why the two should be mixed in this proportion."),
        reference="Zavadskas, Turskis, Antucheviciene & Zakarevicius (2012)",
        score_name=later("joint criterion"),
        kernel=waspas.sum_and_product,
        normalizations=("linear", "scale", "minmax"),
        stable=("scale",),
        parameters=(_LAMBDA,),
    ),
    Method(
        key="ahp",
        name="AHP (ratings)",
        group=GROUP,
        summary=later("Turns performances under each criterion into priorities and adds them up by weight."),
        assumptions=later(
            "Performances are on ratio scales, or rated on the declared scale; importance multiplies priorities."
        ),
        avoid_when=later(
            "Scales have no natural zero and none is declared. Candidates compared in pairs need the pairwise form."
        ),
        reference="Saaty (1994), ch. 1; Millet & Saaty (2000)",
        score_name=later("global priority"),
        kernel=ahp_ratings.synthesis_of_ratings,
        normalizations=("linear", "scale", "sum"),
        stable=("scale",),
        parameters=(
            Parameter(
                "synthesis",
                "ideal",
                later("Divide priorities by the best (ideal) or by their sum (distributive)."),
                choices=("ideal", "distributive"),
            ),
        ),
        additive=True,
        linear=True,
    ),
    Method(
        key="mairca",
        name="MAIRCA",
        group=GROUP,
        summary=later(
            "Measures the gap between what each candidate could and does attain, criterion by criterion."
        ),
        assumptions=later("All candidates are equally likely beforehand; gaps add up."),
        avoid_when=later(
            "Candidates may be added later: positions are relative to the best and worst present."
        ),
        reference="Pamučar, Vasin & Lukovac (2014)",
        score_name=later("total gap"),
        kernel=mairca.total_gap,
        normalizations=("minmax",),
        higher_is_better=False,
        additive=True,
        linear=True,
    ),
)
