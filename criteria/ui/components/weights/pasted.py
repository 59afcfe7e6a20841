"""A link that somebody sent back: the answers in it are added to those that are here."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit

from criteria.errors import CriteriaError, ScenarioError
from criteria.links.door import too_long
from criteria.links.judgements import panel_from
from criteria.links.scenario import TABLE
from criteria.model.judgements import Member
from criteria.model.problem import Problem
from criteria.model.text import clean_text
from criteria.translation import translate as _
from criteria.ui import session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.slot import told
from criteria.ui.components.weights.answer_files import report, with_members
from criteria.ui.markup import NOTHING

_REFUSED = "pasted-refused"


def add_by_link() -> None:
    """Draw the field that takes a link which somebody sent back; answers that are here already stay."""
    name = widgets.key("pasted-link")
    widgets.field(
        _("Add a person by the link they sent back"),
        key=name,
        placeholder="https://…",
        help=_(
            "Opened in a browser, such a link shows that person's answers and offers to add those that were open there before. Pasted here, they join "
            "the answers that are here already."
        ),
        then=(_take, (name,)),
    )
    said = session.heard(_REFUSED)
    told(blocks.refused(_("No answers were added"), [str(said)]) if said else NOTHING)


def _take(name: str) -> None:
    text = widgets.widget_now(name)
    if not isinstance(text, str) or not text.strip():
        return
    problem, scenario = session.present()
    try:
        members, notes = members_of_link(problem, text, _names_of(problem))
        panel = with_members(scenario.panel, members)
    except CriteriaError as error:
        session.say(_REFUSED, str(error))
        return
    session.set_report((*notes, *report(problem, scenario.panel, panel, members)))
    session.keep(problem, scenario.with_panel(panel))
    session.widgets_replaced()


def _names_of(problem: Problem) -> set[str]:
    """Return what a link may call this problem: its identifier, or the token under which it is kept."""
    kept = session.session().own.get(problem.id)
    return {problem.id, *([kept.token] if kept is not None and kept.token else [])}


def members_of_link(
    problem: Problem, text: str, names: set[str]
) -> tuple[tuple[Member, ...], tuple[str, ...]]:
    """Return who answered in a link to a problem, and what of it could not be used.

    names: what a link may call this problem.  Raises ScenarioError where the link is too long, is that of another problem, or holds no
    answers; a table that comes with the link is not read: its criteria are recognized by their names, as in any link.
    """
    given = text.strip()
    try:
        query: dict[str, Sequence[str]] = dict(parse_qs(urlsplit(given).query, max_num_fields=200))
    except ValueError:
        raise ScenarioError(_("This is not a link that can be read; copy it once more as a whole.")) from None
    if refused := too_long(query):
        raise ScenarioError(refused)
    about = query.get("problem", ["" if TABLE in query else problem.id])[-1]
    if about not in names and TABLE not in query:
        raise ScenarioError(
            _(
                "The link is for another problem, '{id}'; open that problem first.",
                id=clean_text(about, 40),
            )
        )
    notes: list[str] = []
    panel = panel_from(problem, query.get("judged", [""])[-1], notes)
    members = tuple(member for member in panel.members if any(a.judgements for a in member.answers))
    if not members:
        raise ScenarioError(
            " ".join(
                [
                    _(
                        "There are no answers in this link. Ask for the link that stands on top of the page after answering."
                    ),
                    *notes,
                ]
            )
        )
    return members, tuple(notes)
