"""Methods that compare candidates in pairs."""

from __future__ import annotations

from criteria.ranking import electre, promethee
from criteria.ranking.library import by_library
from criteria.ranking.method import Method, Parameter

FAMILY = "Outranking"

_PREFERENCE = (
    Parameter("preference_functions", "usual", "One of six shapes, for all criteria or for each."),
    Parameter("q", 0.0, "Indifference threshold, for all criteria or for each."),
    Parameter("p", 0.0, "Preference threshold, for all criteria or for each."),
    Parameter("s", 1.0, "Inflection point of the Gaussian shape."),
)

ROWS = (
    Method(
        key="promethee_i",
        name="PROMETHEE I",
        family=FAMILY,
        summary="Says who is preferred to whom only where leaving and entering flows agree; others stay incomparable.",
        assumptions="Preference between two candidates grows with their difference, by a shape chosen for each criterion.",
        avoid_when="A complete order is required.",
        reference="Brans, Vincke & Mareschal (1986)",
        score_name="candidates preferred to it",
        kernel=promethee.strictly_preferred_count,
        details=promethee.details,
        ranks=promethee.ranks_of_counts,
        normalizations=("none",),
        higher_is_better=False,
        order="partial",
        parameters=_PREFERENCE,
        from_problem=("preference_functions", "q", "p"),
        splits=False,
    ),
    Method(
        key="promethee_ii",
        name="PROMETHEE II",
        family=FAMILY,
        summary="Ranks by how strongly each candidate is preferred to the others, less how strongly they are to it.",
        assumptions="As PROMETHEE I; strengths and weaknesses may be netted off.",
        avoid_when="Incomparability itself is what the board should see: PROMETHEE I shows it.",
        reference="Brans, Vincke & Mareschal (1986)",
        score_name="net flow",
        kernel=promethee.net_flow,
        details=promethee.details,
        normalizations=("none",),
        parameters=_PREFERENCE,
        from_problem=("preference_functions", "q", "p"),
        additive=True,
        linear=True,
    ),
    Method(
        key="electre_i",
        name="ELECTRE I",
        family=FAMILY,
        summary="Finds the kernel: the candidates that nobody outranks with enough agreement and no strong objection.",
        assumptions="A majority of weight may decide unless one criterion objects strongly.",
        avoid_when="A ranking is required: the method selects, it does not order.",
        reference="Roy (1968)",
        score_name="candidates outranking it",
        ranks=promethee.ranks_of_counts,
        normalizations=("sum",),
        higher_is_better=False,
        order="kernel",
        parameters=(
            Parameter("p", 0.65, "Concordance threshold.", low=0.0, high=1.0),
            Parameter("q", 0.35, "Discordance threshold.", low=0.0, high=1.0),
        ),
        splits=False,
        **by_library(electre.kernel_selection),
    ),
    Method(
        key="electre_ii",
        name="ELECTRE II",
        family=FAMILY,
        summary="Peels candidates off a strong and a weak outranking relation, from the top and from the bottom.",
        assumptions="As ELECTRE I, with two levels of certainty.",
        avoid_when="Thresholds cannot be explained: the order depends on them.",
        reference="Roy & Bertier (1973); Gomes et al. (2004)",
        score_name="mean of two ranks",
        normalizations=("sum",),
        higher_is_better=False,
        parameters=(
            Parameter(
                "p0",
                0.65,
                "Strong concordance threshold; without effect on the ranking in this variant.",
                low=0.0,
                high=1.0,
            ),
            Parameter(
                "p1",
                0.5,
                "Middle concordance threshold; without effect on the ranking in this variant.",
                low=0.0,
                high=1.0,
            ),
            Parameter("p2", 0.35, "Weak concordance threshold.", low=0.0, high=1.0),
            Parameter("q0", 0.65, "Looser discordance threshold, of p0 and p2.", low=0.0, high=1.0),
            Parameter(
                "q1",
                0.35,
                "Stricter discordance threshold, of p1; without effect on the ranking in this variant.",
                low=0.0,
                high=1.0,
            ),
        ),
        splits=False,
        **by_library(electre.mean_of_ranks),
    ),
)
