"""Methods that measure the distance to an ideal, an average or a border."""

from __future__ import annotations

from criteria.ranking.method import Method, Parameter
from criteria.ranking.methods import codas, edas, ervd, mabac, moora, probid, rim, spotis, topsis, vikor
from criteria.translation import later

GROUP = later("Distance to a reference")

ROWS = (
    Method(
        key="topsis",
        name="TOPSIS",
        group=GROUP,
        summary=later(
            "Ranks by closeness to the best value seen on every criterion and distance from the worst."
        ),
        assumptions=later(
            "Criteria are comparable after normalization; a straight-line distance expresses preference."
        ),
        avoid_when=later(
            "Candidates come and go: the ideal is made of those present, so adding one can reorder the others."
        ),
        reference="Hwang & Yoon (1981), ch. 3",
        score_name=later("closeness to the ideal"),
        kernel=topsis.closeness,
        by_rows=True,
        details=topsis.details,
        normalizations=("vector", "scale", "minmax", "linear", "sum"),
        kept_as_published=True,
        order_polynomials=topsis.order_polynomials,
    ),
    Method(
        key="vikor",
        name="VIKOR",
        group=GROUP,
        summary=later("Looks for a compromise between the group's total regret and the worst single regret."),
        assumptions=later("A decision maker minds the worst criterion as well as the total."),
        avoid_when=later(
            "Differences among candidates are tiny: scores are stretched to 0 to 1 whatever the spread."
        ),
        reference="Opricovic & Tzeng (2004)",
        score_name=later("compromise index Q"),
        kernel=vikor.compromise,
        details=vikor.details,
        normalizations=("minmax", "scale"),
        higher_is_better=False,
        parameters=(
            Parameter("v", 0.5, later("Weight of total regret against the worst regret."), low=0.0, high=1.0),
        ),
    ),
    Method(
        key="moora_reference_point",
        name="MOORA reference point",
        group=GROUP,
        summary=later("Ranks by the largest weighted shortfall from the best value of any one criterion."),
        assumptions=later("Only the worst shortfall counts; nothing makes up for it."),
        avoid_when=later(
            "Many candidates share the same worst criterion: they tie, whatever else they offer."
        ),
        reference="Brauers & Zavadskas (2006)",
        score_name=later("largest shortfall"),
        kernel=moora.reference_point,
        normalizations=("vector", "scale"),
        stable=("scale",),
        higher_is_better=False,
        largest_part=True,
    ),
    Method(
        key="spotis",
        name="SPOTIS",
        group=GROUP,
        summary=later("Ranks by weighted distance from the best end of every declared scale."),
        assumptions=later("The bounds of every criterion are known beforehand."),
        avoid_when=later("No bounds can be defended: they decide how much a unit counts."),
        reference="Dezert, Tchamova, Han & Tacnet (2020)",
        score_name=later("distance to the expected solution"),
        kernel=spotis.distance_to_expected,
        normalizations=("scale",),
        scales_optional=True,
        stable=("scale",),
        higher_is_better=False,
        parameters=(
            Parameter("bounds", None, later("Lowest and highest possible value of each criterion, (n, 2).")),
            Parameter("esp", None, later("Expected solution point, (n,); by default the best bound.")),
        ),
        additive=True,
        linear=True,
    ),
    Method(
        key="mabac",
        name="MABAC",
        group=GROUP,
        summary=later(
            "Measures how far each candidate lies above or below a border drawn through the field."
        ),
        assumptions=later("The geometric mean of all candidates is a sensible border between good and bad."),
        avoid_when=later("Readers would take the sign of the score as pass or fail."),
        reference="Pamučar & Ćirović (2015)",
        score_name=later("distance from the border area"),
        kernel=mabac.distance_from_border,
        normalizations=("minmax", "scale"),
        stable=("scale",),
        additive=True,
        linear=True,
    ),
    Method(
        key="edas",
        name="EDAS",
        group=GROUP,
        summary=later("Compares each candidate with the average candidate, above and below."),
        assumptions=later(
            "The average of those present is a meaningful yardstick; performances are not negative."
        ),
        avoid_when=later("One extreme candidate pulls the average."),
        reference="Keshavarz Ghorabaee, Zavadskas, Olfat & Turskis (2015)",
        score_name=later("appraisal score"),
        kernel=edas.appraisal,
        normalizations=("average",),
    ),
    Method(
        key="codas",
        pairs=True,
        name="CODAS",
        group=GROUP,
        summary=later(
            "Ranks by straight-line distance from the worst, joined by city-block distance where the first tells two apart."
        ),
        assumptions=later(
            "Being far from the worst is what matters; the threshold τ says which differences of distance count."
        ),
        avoid_when=later(
            "Scores sit near the threshold: a small change switches the second distance on or off."
        ),
        reference="Keshavarz Ghorabaee, Zavadskas, Turskis & Antucheviciene (2016)",
        score_name=later("relative assessment"),
        kernel=codas.relative_assessment,
        normalizations=("linear", "scale", "minmax"),
        parameters=(
            Parameter(
                "tau", 0.02, later("Difference of distances that counts, 0.01 to 0.05."), low=0.0, high=1.0
            ),
        ),
    ),
    Method(
        key="probid",
        pairs=True,
        name="PROBID",
        group=GROUP,
        summary=later(
            "Compares each candidate with a ladder of ideals from best to worst, and with the average."
        ),
        assumptions=later("Nearer rungs of the ladder matter more than further ones."),
        avoid_when=later(
            "There are fewer than four candidates: the ladder has too few rungs. Being unlike the average counts "
            "as merit, so a candidate that is beaten everywhere can come out ahead."
        ),
        reference="Wang, Rangaiah & Wang (2021)",
        score_name=later("performance score"),
        kernel=probid.ideal_average_distance,
        normalizations=("vector",),
    ),
    Method(
        key="simplified_probid",
        pairs=True,
        name="PROBID (simplified)",
        group=GROUP,
        summary=later("As PROBID, with only the best and the worst quarter of the ladder."),
        assumptions=later("The quarters are large enough to stand for good and bad."),
        avoid_when=later(
            "There are fewer than eight candidates, or one candidate is best on everything: the ratio has no bound."
        ),
        reference="Wang, Rangaiah & Wang (2021)",
        score_name=later("performance score"),
        kernel=probid.simplified_ideal_distance,
        normalizations=("vector",),
        limit=probid.closeness_to_best_quarter,
    ),
    Method(
        key="ervd",
        name="ERVD",
        group=GROUP,
        summary=later("As TOPSIS, but losses against a reference point weigh more than gains."),
        assumptions=later("People mind losses about twice as much as gains (prospect theory)."),
        avoid_when=later("There is no reference point that everybody accepts; by default it is the average."),
        reference="Shyur, Yin, Shih & Cheng (2015)",
        score_name=later("relative value distance"),
        kernel=ervd.relative_value_distance,
        details=ervd.details,
        normalizations=("sum", "scale"),
        parameters=(
            Parameter(
                "reference_points",
                None,
                later("Reference point of each criterion, (n,); by default the average."),
            ),
            Parameter(
                "alpha", 0.88, later("Diminishing sensitivity, 0 to 1."), ("alpha_value",), low=0.0, high=1.0
            ),
            Parameter(
                "lambda_",
                2.25,
                later("How much more losses count than gains."),
                ("lambda", "lambda_value"),
                low=0.0,
            ),
        ),
        order_values=ervd.values,
    ),
    Method(
        key="rim",
        name="RIM",
        group=GROUP,
        summary=later("Ranks by closeness to a reference ideal inside the declared range of each criterion."),
        assumptions=later("Ranges and ideals are set beforehand, independently of the candidates."),
        avoid_when=later("No ranges can be defended."),
        reference="Cables, Lamata & Verdegay (2016)",
        score_name=later("relative index"),
        kernel=rim.relative_index,
        details=rim.details,
        normalizations=("scale",),
        scales_optional=True,
        stable=("scale",),
        parameters=(
            Parameter(
                "ref_ideals",
                None,
                later("Ideal interval of each criterion, (n, 2); by default the best end."),
            ),
        ),
        order_polynomials=rim.order_polynomials,
    ),
)
