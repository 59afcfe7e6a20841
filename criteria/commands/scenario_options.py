"""The options of a scenario: method, normalization, importances, profile, link."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit

import click

from criteria.commands.table_options import TableOptions, problem_at, table_options
from criteria.errors import ScenarioError
from criteria.links.scenario import scenario_from_query
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.text import clean_text
from criteria.ranking.matrix import offered_normalizations
from criteria.ranking.score import method_row
from criteria.translation import translate as _

Command = TypeVar("Command", bound=Callable[..., None])
_PAIR = re.compile(r"\s*(.+?)\s*=\s*([^=,]*?)\s*(?:,|$)")


def scenario_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add PROBLEM, the options of a table and those of a scenario; the command is handed the problem and the scenario."""

    @wraps(command)
    def run(
        problem: object,
        sheet: str | None,
        cells: str | None,
        minimize: tuple[str, ...],
        maximize: tuple[str, ...],
        all_maximize: bool,
        answers: tuple[str, ...],
        method: str | None,
        normalization: str | None,
        weights: str | None,
        profile: str | None,
        link_address: str | None,
        **rest: object,
    ) -> None:
        points = None if weights is None else _points(weights)
        data = problem_at(problem, TableOptions(sheet, cells, minimize, maximize, all_maximize, answers))  # type: ignore[arg-type]
        command(data, _scenario(data, method, normalization, points, profile, link_address), **rest)

    added: Callable[..., None] = run
    for option in reversed(
        (
            click.option("--method", help="Method key; see 'methods'."),
            click.option(
                "--normalization", help="How ratings are made comparable, such as vector or minmax."
            ),
            click.option(
                "--weights",
                help="Importances by name or id, such as ip=40,cap-ota=60; the others keep theirs.",
            ),
            click.option("--profile", help="Whose importances to begin with."),
            click.option(
                "--link", "link_address", help="Address of a scenario; the other options come on top."
            ),
        )
    ):
        added = option(added)
    return table_options(added)


def _scenario(
    problem: Problem,
    method: str | None,
    normalization: str | None,
    points: dict[str, float] | None,
    profile: str | None,
    link_address: str | None,
) -> Scenario:
    scenario = problem.base_scenario()
    if link_address is not None:
        scenario, notes = scenario_from_query(problem, _query_of(link_address))
        for note in notes:
            click.echo(_("Note: {note}", note=note), err=True)
    if profile is not None:
        problem.profile(profile)
        scenario = scenario.with_profile(problem, profile)
    if method is not None:
        scenario = scenario.with_method(method_row(method).key)
    if normalization is not None:
        offered = offered_normalizations(problem, method_row(scenario.method))
        if normalization not in offered:
            raise ScenarioError(
                _(
                    "{method} does not work with the normalization '{name}' here; it offers {offered}.",
                    method=method_row(scenario.method).name,
                    name=clean_text(normalization, 60),
                    offered=", ".join(offered),
                )
            )
        scenario = scenario.with_method(scenario.method, normalization)
    if points is not None:
        scenario = scenario.with_importances(
            {_criterion(problem, name): value for name, value in points.items()}
        )
    return scenario


def _criterion(problem: Problem, name: str) -> str:
    """Return the identifier of the criterion meant by an identifier or a name; raise ScenarioError where none or several are."""
    if name in [criterion.id for criterion in problem.criteria]:
        return name
    fitting = [
        c.id
        for c in problem.criteria
        if name.casefold() in (c.id.casefold(), c.name.casefold(), c.label.casefold())
    ]
    if len(fitting) == 1:
        return fitting[0]
    from criteria.files.table.reading import did_you_mean  # late: only a name that is wrong needs it
    from criteria.files.table.work import listed

    shown = clean_text(name, 60)
    if fitting:
        raise ScenarioError(_("'{name}' names several criteria: say {ids}.", name=shown, ids=listed(fitting)))
    known = [text for c in problem.criteria for text in (c.label, c.name, c.id)]
    said = _("There is no criterion '{id}' in this problem.", id=shown)
    raise ScenarioError(did_you_mean(said, name, dict.fromkeys(known)))


def _query_of(link_address: str) -> dict[str, list[str]]:
    """Return the parameters of an address, or of what stands after its question mark."""
    try:
        parts = urlsplit(link_address)
    except ValueError:
        said = _("'{link}' is not an address; this is the base case.", link=clean_text(link_address, 60))
        click.echo(_("Note: {note}", note=said), err=True)
        return {}
    text = parts.query if parts.scheme or parts.query else link_address.removeprefix("?")
    return parse_qs(text, keep_blank_values=True)


def _points(text: str) -> dict[str, float]:
    points, at = {}, 0
    while at < len(text) or not text:
        match = _PAIR.match(text, at)
        value = match[2] if match else ""
        try:
            points[match[1] if match else ""] = float(value)
        except ValueError:
            raise click.BadParameter(
                _(
                    "'{part}' is not a criterion with its points, such as ip=40",
                    part=text[at:].partition(",")[0],
                ),
                param_hint="--weights",
            ) from None
        at = match.end() if match else len(text)
    return points
