"""The parts of a scenario, one row each: what it is called, its key in a link, and how it compares with the base case.

Upper rooms attach to a row by its key what they know of it: `links/` how it is written and read, `explain/` how it reads in a
sentence, `files/` its rows among the inputs. A test holds that none of them forgets a row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from criteria.model.problem import Problem
from criteria.model.remembered import remembered
from criteria.model.scenario import Scenario
from criteria.translation import later


@dataclass(frozen=True, slots=True)
class ScenarioPart:
    """key: its parameter in a link, for ever.  name: for people.  field: of `Scenario`.  value: what is compared."""

    key: str
    name: str
    field: str
    value: Callable[[Scenario], object]

    def differs(self, problem: Problem, scenario: Scenario) -> bool:
        """Whether a scenario differs from its base case in this part."""
        return self.value(scenario) != self.value(base_case(problem, scenario))


# In the order of the link. A part that takes its meaning from another stands behind it: a normalization belongs to its method.
PARTS: Mapping[str, ScenarioPart] = MappingProxyType(
    {
        row.key: row
        for row in (
            ScenarioPart("profile", later("profile"), "profile", lambda s: s.profile),
            ScenarioPart("method", later("method"), "method", lambda s: s.method),
            ScenarioPart("norm", later("normalization"), "normalization", lambda s: s.normalization),
            ScenarioPart("w", later("importances"), "importances", lambda s: s.importances),
            ScenarioPart("blanks", later("missing ratings"), "blanks", lambda s: s.blanks),
            ScenarioPart("waive", later("waived must-haves"), "waived", lambda s: s.waived),
            ScenarioPart("out", later("candidates set aside"), "set_aside", lambda s: s.set_aside),
            ScenarioPart("set", later("performances set by hand"), "changed", lambda s: s.changed),
            ScenarioPart("sure", later("robustness settings"), "uncertainty", lambda s: s.uncertainty),
            ScenarioPart("within", later("ranges of weights"), "ranges", lambda s: s.ranges),
            ScenarioPart("judged", later("judgements"), "panel", lambda s: s.panel),
        )
    }
)


def base_case(problem: Problem, scenario: Scenario) -> Scenario:
    """Return what a scenario is compared with: nothing changed, the problem's own profile, importances of the scenario's.

    Importances that follow from another profile are told by naming it, not one by one.
    """
    return _base_case(problem, scenario.profile)


@remembered
def _base_case(problem: Problem, profile: str) -> Scenario:
    return replace(problem.base_scenario(profile), profile=problem.default_profile)


def parts_that_differ(problem: Problem, scenario: Scenario) -> tuple[ScenarioPart, ...]:
    """Return the parts in which a scenario differs from its base case, in the order of the link."""
    base = base_case(problem, scenario)
    return tuple(part for part in PARTS.values() if part.value(scenario) != part.value(base))
