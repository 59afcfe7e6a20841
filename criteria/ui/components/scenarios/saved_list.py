"""Find what was saved, open, rename, duplicate, delete with undo; and the history of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from criteria.explain.comparing import changes
from criteria.model.problem import Problem
from criteria.store import Kept, StoreError, items
from criteria.translation import translate as _
from criteria.ui import presses, saved, session, widgets, workspace
from criteria.ui.components.common import blocks
from criteria.ui.components.common.owner import owner_now
from criteria.ui.components.scenarios.saving import (
    AUTHOR,
    CHOSEN,
    NEW_NAME,
    attempt,
    now,
    saved_as,
    take_up,
)
from criteria.ui.markup import Markup, markup, plain_table
from criteria.ui.saved import Saved
from criteria.ui.workspace import store


def found(problem: Problem, owner: str) -> tuple[Kept, ...]:
    """Draw the search field and what was deleted last; return what was saved of this problem and fits the search."""
    st.html(blocks.heading(_("Saved scenarios")))
    removed = session.session().removed
    with st.container():
        if removed is not None:
            st.html(blocks.caption(_("{name} was deleted.", name=removed[1])))
            widgets.button(
                _("Undo deleting"),
                key=widgets.key("scenario-undo"),
                then=(attempt, (_put_back, removed[0])),
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


def one_saved(listed: Sequence[Kept], problems: dict[str, Problem]) -> None:
    """Draw the choice of a saved scenario, what can be done with it, and its history.

    The buttons keep their keys whichever is chosen, and act on the one that the menu shows at the press.
    """
    names = {one.token: one.name for one in listed}
    hints = {one.token: f"{one.latest.made:%Y-%m-%d %H:%M}" for one in listed}
    token = str(
        widgets.menu(
            _("Saved scenario"),
            names,
            hints=hints,
            key=widgets.key(CHOSEN),
            then=(widgets.note_widget_value, (NEW_NAME, "")),
        )
    )
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
    widgets.field(_("New name"), key=widgets.key(NEW_NAME), max_chars=120)
    acts: tuple[tuple[str, Callable[..., None], tuple[object, ...]], ...] = (
        (_("Open"), _open_chosen, (problems,)),
        (_("Rename"), _rename, ()),
        (_("Duplicate"), _duplicate, (problems,)),
        (_("Delete"), _remove, (names,)),
    )
    looks = bool(workspace.only_looks())
    for column, (title, work, given) in zip(st.columns(len(acts)), acts, strict=True):
        with column:
            widgets.button(
                title,
                key=widgets.key(f"scenario-{work.__name__}"),
                then=(attempt, (work, *given)),
                width="stretch",
                disabled=looks and work is not _open_chosen,
            )
    with widgets.fold(_("History of {name}", name=one.name)):
        _history(token, problems)


def _history(token: str, problems: dict[str, Problem]) -> None:
    try:
        versions = saved.history(token, problems)
    except StoreError as error:
        st.html(blocks.caption(str(error)))
        return
    if versions and versions[-1].sealing:
        st.html(
            blocks.caption(_("Its choices are being sealed; until then it opens without names and scores."))
        )
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


def _open(token: str, number: int | None, problems: dict[str, Problem]) -> None:
    one = saved.opened(token, problems, number)
    if one.sealing:  # before this page is drawn once more, with names
        take_up(one, problems)
    else:
        presses.do_next(lambda problems: take_up(one, problems))


def _open_chosen(problems: dict[str, Problem]) -> None:
    _open(now(widgets.key(CHOSEN)), None, problems)


def _rename() -> None:
    token, name = now(widgets.key(CHOSEN)), now(widgets.key(NEW_NAME))
    if not name.strip():
        raise StoreError(_("Write the new name first."))
    items.rename(store(), token, name, owner=owner_now())
    mine = session.session()
    if mine.saved is not None and mine.saved[0] == token:
        mine.saved = (token, mine.saved[1], name.strip(), mine.saved[3])
    saved_as(token, NEW_NAME)


def _duplicate(problems: dict[str, Problem]) -> None:
    one = saved.opened(now(widgets.key(CHOSEN)), problems)
    saved.save_new(
        one.problem,
        one.scenario,
        owner=owner_now(),
        name=_("{name} (copy)", name=one.name),
        note=one.version.note,
        author=now(AUTHOR),
        own=one.own,
        sealed=one.sealed,
        sealing=one.sealing,
    )


def _remove(names: dict[str, str]) -> None:
    token = now(widgets.key(CHOSEN))
    items.remove(store(), token, owner=owner_now())
    mine = session.session()
    mine.removed = (token, names.get(token, ""))
    if mine.saved is not None and mine.saved[0] == token:
        mine.saved = None


def _put_back(token: str) -> None:
    items.remove(store(), token, owner=owner_now(), removed=False)
    session.session().removed = None
