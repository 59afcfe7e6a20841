"""Methods that relate benefits to costs, or each candidate to an optimal one."""

from __future__ import annotations

from criteria.ranking.method import Method, Parameter
from criteria.ranking.methods import aras, cocoso, copras, marcos, moora, ocra, ram, wpm
from criteria.translation import later

GROUP = later("Ratio and proportion")

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
        key="moora",
        name="MOORA ratio system",
        group=GROUP,
        summary=later("Adds weighted benefits and subtracts weighted costs."),
        assumptions=later("As for the weighted sum, with each value relative to the length of its column."),
        avoid_when=later("Negative scores would confuse the audience."),
        reference="Brauers & Zavadskas (2006)",
        score_name=later("ratio-system score"),
        kernel=moora.ratio_system,
        normalizations=("vector",),
        additive=True,
        linear=True,
    ),
    Method(
        key="full_multiplicative_form",
        name="Full multiplicative form",
        group=GROUP,
        summary=later("Multiplies benefits and divides by costs, each raised to its weight."),
        assumptions=later("Ratios matter; values are positive."),
        avoid_when=later("A performance can be zero."),
        reference="Brauers & Zavadskas (2010, 2012)",
        score_name=later("product of powers"),
        kernel=wpm.weighted_product,
        normalizations=("none", "vector"),
        stable=("none", "vector"),
        ranked_on_logarithm=True,
        linear=True,
    ),
    Method(
        key="multimoora",
        name="MULTIMOORA",
        group=GROUP,
        summary=later(
            "Lets ratio system, reference point and full multiplicative form vote on each pair of candidates."
        ),
        assumptions=later("The three parts deserve one vote each."),
        avoid_when=later("A score is needed: the result counts pairs won and lost, no more."),
        reference="Brauers & Zavadskas (2010, 2012)",
        score_name=later("pairs won less lost"),
        kernel=moora.dominance,
        details=moora.multimoora_details,
        normalizations=("vector",),
        parameters=(
            Parameter(
                "full_multiplicative",
                "exponents",
                later("Weights as exponents, or as factors of the normalized values."),
                choices=("exponents", "factors"),
            ),
        ),
        splits=False,
    ),
    Method(
        key="copras",
        name="COPRAS",
        group=GROUP,
        summary=later("Credits each candidate for its benefits and, in proportion, for how little it costs."),
        assumptions=later("Performances are not negative; a cost half as high deserves twice the credit."),
        avoid_when=later("There are no costs: it is then a plain weighted sum."),
        reference="Zavadskas & Kaklauskas (1996); Zavadskas et al. (2007)",
        score_name=later("utility degree"),
        kernel=copras.utility_degree,
        normalizations=("sum",),
    ),
    Method(
        key="aras",
        name="ARAS",
        group=GROUP,
        summary=later(
            "Relates each candidate's weighted sum to that of an optimal candidate made of the best values."
        ),
        assumptions=later("Performances are positive; costs count by their inverse."),
        avoid_when=later("A cost can be zero."),
        reference="Zavadskas & Turskis (2010)",
        score_name=later("utility degree"),
        kernel=aras.utility,
        normalizations=("sum",),
    ),
    Method(
        key="cocoso",
        name="CoCoSo",
        group=GROUP,
        summary=later(
            "Combines a weighted sum and a sum of powers in three ways, and adds the means of the three."
        ),
        assumptions=later("Three rules together are safer than one."),
        avoid_when=later("One candidate is worst on everything: the method then divides by zero."),
        reference="Yazdani, Zarate, Zavadskas & Turskis (2019)",
        score_name=later("combined compromise"),
        kernel=cocoso.combined_compromise,
        details=cocoso.details,
        normalizations=("minmax", "scale", "linear"),
        parameters=(_LAMBDA,),
        limit=cocoso.weighted_sum,
    ),
    Method(
        key="marcos",
        name="MARCOS",
        group=GROUP,
        summary=later("Relates each candidate to an ideal and an anti-ideal one and joins both ratios."),
        assumptions=later("Performances are positive; ratios to the best value express preference."),
        avoid_when=later("A performance can be zero."),
        reference="Stević, Pamučar, Puška & Chatterjee (2020)",
        score_name=later("utility function"),
        kernel=marcos.utility_function,
        details=marcos.details,
        normalizations=("linear",),
        order_values=marcos.values,
    ),
    Method(
        key="ram",
        name="RAM",
        group=GROUP,
        summary=later("Takes a root of the summed benefits that grows with the summed costs."),
        assumptions=later(
            "Performances are not negative; benefits and costs may compensate each other, but not evenly."
        ),
        avoid_when=later(
            "Scores have to differ visibly: they all lie in a narrow band, near 1.4 for larger fields."
        ),
        reference="Sotoudeh-Anvari (2023)",
        score_name=later("root assessment"),
        kernel=ram.root_assessment,
        details=ram.details,
        normalizations=("sum",),
    ),
    Method(
        key="ocra",
        name="OCRA",
        group=GROUP,
        summary=later(
            "Adds up how much cheaper than the dearest and how much better than the worst each candidate is."
        ),
        assumptions=later("Performances are positive; percentages above the worst value add up."),
        avoid_when=later("A column's smallest value is close to zero: it then drowns all others."),
        reference="Parkan & Wu (2000)",
        score_name=later("operational competitiveness"),
        kernel=ocra.competitiveness,
        details=ocra.details,
        normalizations=("none",),
        order_values=ocra.values,
    ),
)
