"""Methods that compare candidates in pairs."""

from __future__ import annotations

from criteria.ranking.method import Method, Parameter
from criteria.ranking.methods import electre, electre_iii, promethee
from criteria.ranking.one_by_one import one_by_one
from criteria.translation import later

GROUP = later("Outranking")

_PREFERENCE = (
    Parameter("preference_functions", "usual", later("One of six shapes, for all criteria or for each.")),
    Parameter("q", 0.0, later("Indifference threshold, for all criteria or for each.")),
    Parameter("p", 0.0, later("Preference threshold, for all criteria or for each.")),
    Parameter("s", 1.0, later("Inflection point of the Gaussian shape.")),
)

ROWS = (
    Method(
        key="promethee_i",
        pairs=True,
        name="PROMETHEE I",
        group=GROUP,
        summary=later(
            "Says who is preferred to whom only where leaving and entering flows agree; others stay incomparable."
        ),
        assumptions=later(
            "Preference between two candidates grows with their difference, by a shape chosen for each criterion."
        ),
        avoid_when=later("A complete order is required."),
        reference="Brans, Vincke & Mareschal (1986)",
        score_name=later("candidates preferred to it"),
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
        pairs=True,
        name="PROMETHEE II",
        group=GROUP,
        summary=later(
            "Ranks by how strongly each candidate is preferred to the others, less how strongly they are to it."
        ),
        assumptions=later("As PROMETHEE I; strengths and weaknesses may be netted off."),
        avoid_when=later("Incomparability itself is what the board should see: PROMETHEE I shows it."),
        reference="Brans, Vincke & Mareschal (1986)",
        score_name=later("net flow"),
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
        pairs=True,
        name="ELECTRE I",
        group=GROUP,
        summary=later(
            "Finds the kernel: the candidates that no other outranks with enough agreement and no strong objection."
        ),
        assumptions=later("A majority of weight may decide unless one criterion objects strongly."),
        avoid_when=later("A ranking is required: the method selects, it does not order."),
        reference="Roy (1968)",
        score_name=later("candidates outranking it"),
        ranks=promethee.ranks_of_counts,
        normalizations=("sum", "none"),
        higher_is_better=False,
        order="kernel",
        parameters=(
            Parameter("p", 0.65, later("Concordance threshold."), low=0.0, high=1.0),
            Parameter("q", 0.35, later("Discordance threshold."), low=0.0, high=1.0),
        ),
        splits=False,
        **one_by_one(electre.kernel_selection),
    ),
    Method(
        key="electre_ii",
        pairs=True,
        name="ELECTRE II",
        group=GROUP,
        summary=later(
            "Peels candidates off a strong and a weak outranking relation, from the top and from the bottom."
        ),
        assumptions=later("As ELECTRE I, with two levels of certainty."),
        avoid_when=later("Thresholds cannot be explained: the order depends on them."),
        reference="Roy & Bertier (1973); Gomes et al. (2004)",
        score_name=later("mean of two ranks"),
        normalizations=("sum", "none"),
        higher_is_better=False,
        parameters=(
            Parameter(
                "p0",
                0.65,
                later("Strong concordance threshold; without effect on the ranking in this variant."),
                low=0.0,
                high=1.0,
            ),
            Parameter(
                "p1",
                0.5,
                later("Middle concordance threshold; without effect on the ranking in this variant."),
                low=0.0,
                high=1.0,
            ),
            Parameter("p2", 0.35, later("Weak concordance threshold."), low=0.0, high=1.0),
            Parameter("q0", 0.65, later("Looser discordance threshold, of p0 and p2."), low=0.0, high=1.0),
            Parameter(
                "q1",
                0.35,
                later(
                    "Stricter discordance threshold, of p1; without effect on the ranking in this variant."
                ),
                low=0.0,
                high=1.0,
            ),
        ),
        splits=False,
        **one_by_one(electre.mean_of_ranks),
    ),
    Method(
        key="electre_iii",
        pairs=True,
        name="ELECTRE III",
        group=GROUP,
        summary=later(
            "Ranks by how credible it is that one candidate is at least as good as another, from the top and from the bottom."
        ),
        assumptions=later(
            "Small differences mean nothing (q), larger ones count in part (p), and one very large one can veto (v)."
        ),
        avoid_when=later(
            "It is not known which differences matter: without thresholds it says little more than ELECTRE II."
        ),
        reference="Roy (1978); Roy & Bouyssou (1993), ch. 6",
        score_name=later("mean of two ranks"),
        normalizations=("none",),
        higher_is_better=False,
        order="partial",
        parameters=(
            Parameter("q", 0.0, later("Indifference threshold, for all criteria or for each.")),
            Parameter("p", 0.0, later("Preference threshold, for all criteria or for each.")),
            Parameter("v", None, later("Veto threshold, for all criteria or for each; none by default.")),
        ),
        from_problem=("q", "p", "v"),
        splits=False,
        **one_by_one(electre_iii.ranks_of_distillations),
    ),
)
