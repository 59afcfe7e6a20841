"""Save, find, open, rename, duplicate, delete with undo, and the history of what was saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from criteria.errors import CriteriaError
from criteria.explain.comparing import changes
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.store import Kept, StoreError, connect, items
from criteria.translation import translate as _
from criteria.ui import own, saved, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.markup import Markup, markup, plain_table
from criteria.ui.saved import Saved

REFUSED = "scenarios-refused"
OPEN = "scenarios-open"
_NAME, _NOTE, _AUTHOR = "scenario-name", "scenario-note", "scenario-author"


def attempt(work: Callable[..., None], *given: object) -> None:
    """Do what a button asks for; what cannot be done is said on the page."""
    try:
        work(*given)
    except CriteriaError as error:
        session.say(REFUSED, str(error))


def refused() -> None:
    """Draw why the last act could not be done, if it could not."""
    if said := session.heard(REFUSED):
        st.html(blocks.refused(_("This was not done"), [str(said)]))


def save_form(problem: Problem, scenario: Scenario, owner: str) -> None:
    """Draw the fields and buttons that save the present scenario."""
    opened = opened_of(problem)
    st.html(blocks.heading(_("Save this scenario"), _open_line(opened)))
    left, middle, right = st.columns([2, 3, 2])
    with left:
        widgets.field(_("Name of the scenario"), key=widgets.key(_NAME), max_chars=120)
    with middle:
        widgets.field(_("Note"), key=widgets.key(_NOTE), max_chars=400)
    with right:
        widgets.field(_("Your name"), key=_AUTHOR, max_chars=120)
    buttons = st.columns([2, 2, 3])
    with buttons[0]:
        widgets.button(
            _("Save as new"),
            key=widgets.key("scenario-save"),
            then=(attempt, (_save_new, problem, scenario, owner)),
            type="primary",
            width="stretch",
        )
    if opened is not None:
        with buttons[1]:
            widgets.button(
                _("Save a new version of {name}", name=opened[2]),
                key=widgets.key("scenario-again"),
                then=(attempt, (_save_again, opened, problem, scenario)),
                width="stretch",
            )


def opened_of(problem: Problem) -> tuple[str, int, str, str] | None:
    """Return the saved scenario that is open, None where it is of another problem."""
    opened = session.session().saved
    return opened if opened is not None and opened[3] == problem.id else None


def _open_line(opened: tuple[str, int, str, str] | None) -> str:
    if opened is None:
        return _("A saved scenario has a short link, and keeps every version.")
    return _("Open: {name}, version {number}.", name=opened[2], number=opened[1])


def found(problem: Problem, owner: str) -> tuple[Kept, ...]:
    """Draw the search field and what was deleted last; return what was saved of this problem and fits the search."""
    st.html(blocks.heading(_("Saved scenarios")))
    removed = session.session().removed
    if removed is not None:
        st.html(blocks.caption(_("{name} was deleted.", name=removed[1])))
        widgets.button(
            _("Undo deleting"),
            key=widgets.key("scenario-undo"),
            then=(attempt, (_put_back, removed[0], owner)),
        )
    search = widgets.field(_("Search"), key="scenario-search", placeholder=_("Name or note"))
    try:
        return saved.mine(owner, problem.id, search)
    except StoreError as error:
        st.html(blocks.refused(_("Saved scenarios cannot be read now"), [str(error)]))
        return ()


def everything(problem: Problem, owner: str) -> tuple[Kept, ...]:
    """Return all that was saved of this problem, whatever is searched for; nothing where the store cannot be read."""
    try:
        return saved.mine(owner, problem.id)
    except StoreError:
        return ()


def one_saved(listed: Sequence[Kept], problems: dict[str, Problem], owner: str) -> None:
    """Draw the choice of a saved scenario, what can be done with it, and its history."""
    names = {one.token: one.name for one in listed}
    hints = {one.token: f"{one.latest.made:%Y-%m-%d %H:%M}" for one in listed}
    token = str(widgets.menu(_("Saved scenario"), names, hints=hints, key=widgets.key("scenario-chosen")))
    one = next(one for one in listed if one.token == token)
    link = f"{session.session().base}?{saved.PARAMETER}={token}"
    st.html(
        markup(
            '<div class="c-caption">{note} {link} <code>{address}</code></div>',
            note=one.latest.note,
            link=_("Short link:"),
            address=link,
        )
    )
    field = widgets.key(f"scenario-name-{token}")
    widgets.field(_("New name"), key=field, max_chars=120)
    acts: tuple[tuple[str, Callable[..., None], tuple[object, ...]], ...] = (
        (_("Open"), _open, (token, None, problems)),
        (_("Rename"), _rename, (token, field, owner)),
        (_("Duplicate"), _duplicate, (token, problems, owner)),
        (_("Delete"), _remove, (token, one.name, owner)),
    )
    for column, (title, work, given) in zip(st.columns(len(acts)), acts, strict=True):
        with column:
            widgets.button(
                title,
                key=widgets.key(f"scenario-{work.__name__}-{token}"),
                then=(attempt, (work, *given)),
                width="stretch",
            )
    with widgets.fold(_("History of {name}", name=one.name)):
        _history(token, problems)


def _history(token: str, problems: dict[str, Problem]) -> None:
    try:
        versions = saved.history(token, problems)
    except StoreError as error:
        st.html(blocks.caption(str(error)))
        return
    st.html(history_table(versions))
    for one in reversed(versions[:-1]):
        widgets.button(
            _("Restore version {number}", number=one.version.number),
            key=widgets.key(f"scenario-restore-{token}-{one.version.number}"),
            then=(attempt, (_open, token, one.version.number, problems)),
        )


def history_table(versions: Sequence[Saved]) -> Markup:
    """Return one row for each version, latest first: when, by whom, what changed in words, and the note."""
    rows = []
    for k, one in enumerate(versions):
        if k == 0:
            said = _("Saved first.")
        else:
            said = changes(one.problem, versions[k - 1].scenario, one.scenario)
            if one.problem.fingerprint != versions[k - 1].problem.fingerprint:
                said = _("{changes} The data changed too.", changes=said)
        version = one.version
        rows.append(
            (version.number, f"{version.made:%Y-%m-%d %H:%M}", version.author or "–", said, version.note)
        )
    heads = [
        (_("Version"), "n"),
        (_("When (UTC)"), ""),
        (_("By"), ""),
        (_("What changed"), ""),
        (_("Note"), ""),
    ]
    return plain_table(heads, reversed(rows))


def _is_own(problem: Problem) -> bool:
    return problem.id in session.session().own


def _now(key: str) -> str:
    """Return what a field holds at the press of the button: what it held when the page was drawn may be older."""
    return str(widgets.widget_now(key) or "")


def _save_new(problem: Problem, scenario: Scenario, owner: str) -> None:
    name, note, author = _now(widgets.key(_NAME)), _now(widgets.key(_NOTE)), _now(_AUTHOR)
    done = saved.save_new(
        problem,
        scenario,
        owner=owner,
        name=name,
        note=note,
        author=author,
        own=_is_own(problem),
        sealed=session.session().seal_of(problem.id),
    )
    session.session().saved = (
        done.token,
        done.version.number,
        name.strip() or _("Scenario"),
        problem.id,
    )
    session.widgets_replaced()


def _save_again(opened: tuple[str, int, str, str], problem: Problem, scenario: Scenario) -> None:
    note, author = _now(widgets.key(_NOTE)), _now(_AUTHOR)
    done = saved.save_again(
        opened[0],
        opened[1],
        problem,
        scenario,
        note=note,
        author=author,
        own=_is_own(problem),
        sealed=session.session().seal_of(problem.id),
    )
    session.session().saved = (done.token, done.version.number, opened[2], problem.id)
    session.widgets_replaced()
    if done.meanwhile:
        who = ", ".join(version.author or _("another person") for version in done.meanwhile)
        session.say(
            REFUSED, _("Saved. Meanwhile {who} saved versions too; all of them are in the history.", who=who)
        )


def _open(token: str, number: int | None, problems: dict[str, Problem]) -> None:
    session.say(OPEN, saved.opened(token, problems, number))


def _rename(token: str, field: str, owner: str) -> None:
    name = _now(field)
    if not name.strip():
        raise StoreError(_("Write the new name first."))
    items.rename(connect(), token, name, owner=owner)
    mine = session.session()
    if mine.saved is not None and mine.saved[0] == token:
        mine.saved = (token, mine.saved[1], name.strip(), mine.saved[3])
    session.widgets_replaced()


def _duplicate(token: str, problems: dict[str, Problem], owner: str) -> None:
    one = saved.opened(token, problems)
    saved.save_new(
        one.problem,
        one.scenario,
        owner=owner,
        name=_("{name} (copy)", name=one.name),
        note=one.version.note,
        author=_now(_AUTHOR),
        own=one.own,
        sealed=one.sealed,
    )


def _remove(token: str, name: str, owner: str) -> None:
    items.remove(connect(), token, owner=owner)
    mine = session.session()
    mine.removed = (token, name)
    if mine.saved is not None and mine.saved[0] == token:
        mine.saved = None


def _put_back(token: str, owner: str) -> None:
    items.remove(connect(), token, owner=owner, removed=False)
    session.session().removed = None


def opened_now(problems: dict[str, Problem]) -> tuple[Problem, Scenario] | None:
    """Return the problem and scenario that were just opened from what is saved, None where nothing was."""
    one = session.heard(OPEN)
    if not isinstance(one, Saved):
        return None
    problem = own.use(one.problem, problems) if one.own else one.problem
    session.session().saved = (one.token, one.version.number, one.name, problem.id)
    session.session().seal = one.sealed or session.session().seal
    return problem, replace(one.scenario, problem=problem.id)
