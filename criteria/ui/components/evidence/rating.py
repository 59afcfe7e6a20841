"""One rating: its anchors, and two ways to change it. A what-if belongs to the scenario, a correction to the problem."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from criteria.errors import CriteriaError
from criteria.model.criterion import Criterion
from criteria.model.effective import sets_anew
from criteria.model.evidence import Performance
from criteria.model.problem import Problem
from criteria.model.scenario import ChangedCell, Scenario
from criteria.model.text import clean_text
from criteria.translation import later
from criteria.translation import translate as _
from criteria.ui import own, session, widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.common.blocks import with_range
from criteria.ui.components.evidence.history import history
from criteria.ui.markup import Markup, joined, markup

CONFIDENCE = {
    "": later("not said"),
    "A": later("A stated"),
    "B": later("B inferred"),
    "C": later("C judgement"),
}
_REFUSED, _OTHER = "rating-refused", "rating-other"
_MENUS = ("rating-candidate", "rating-criterion")
_TEXTS = ("confidence", "source", "rationale", "confidence_note", "basis")


def rating(problem: Problem, scenario: Scenario, taken: frozenset[str]) -> None:
    """Draw the choice of a rating, its fields, and what can be done with them.  taken: identifiers that a copy must not have."""
    left, right = st.columns(2)
    with left:
        names = {alternative.id: alternative.label for alternative in problem.alternatives}
        alternative = widgets.menu(
            _("Candidate"), names, present=_stayed("candidate", names), key=widgets.key(_MENUS[0])
        )
    with right:
        names = {leaf.id: leaf.label for leaf in problem.leaves}
        criterion = widgets.menu(
            _("Criterion"), names, present=_stayed("criterion", names), key=widgets.key(_MENUS[1])
        )
    place = (str(alternative), str(criterion))
    cell = problem.performance(*place)
    changed = next((c for c in scenario.changed if (c.alternative, c.criterion) == place), None)
    st.html(about(problem.criterion(place[1]), cell, changed))
    keys = _fields(cell, changed, f"{place[0]}-{place[1]}")
    if refused := session.heard(_REFUSED):
        st.html(blocks.refused(_("This cannot be a rating"), [str(refused)]))
    if other := session.heard(_OTHER):
        st.html(blocks.refused(_("Nothing was changed"), [str(other)]))
    what_if, correct = st.columns(2)
    with what_if:
        st.html(
            blocks.caption(_("A what-if changes the numbers of this scenario alone; the link carries it."))
        )
        widgets.button(
            _("Try as what-if"), key=widgets.key("rating-try"), then=(_try, (place, keys)), width="stretch"
        )
        if changed is not None:
            widgets.button(
                _("Undo the what-if"),
                key=widgets.key("rating-back"),
                then=(_forget, (place,)),
                width="stretch",
            )
    with correct:
        st.html(
            blocks.caption(
                _("A correction changes the problem for everybody who opens its new link, with your reason.")
            )
        )
        widgets.button(
            _("Correct the rating"),
            key=widgets.key("rating-correct"),
            then=(_correct, (place, keys, taken)),
            type="primary",
            width="stretch",
        )
    history(problem, scenario)


def _stayed(what: str, names: dict[str, str]) -> str | None:
    """Return what the rating changed last was about: the menus stay there when their widgets are made anew."""
    position = session.place(f"rating-{what}")
    return list(names)[position] if position is not None and position < len(names) else None


def _stay(problem: Problem, place: tuple[str, str]) -> None:
    session.set_place("rating-candidate", problem.row(place[0]))
    session.set_place("rating-criterion", problem.column(place[1]))


def about(leaf: Criterion, cell: Performance, changed: ChangedCell | None) -> Markup:
    """Return what the rating is now, and what the values of its scale mean."""
    now = _("In the data: {value}.", value=with_range(cell) if cell.known else _("unknown"))
    if changed is not None:
        tried = Performance(changed.low, changed.likely, changed.high)
        now += " " + _("What-if: {value}.", value=with_range(tried) if tried.known else _("unknown"))
    lines = (
        [_("{value:g} = {meaning}", value=at, meaning=words) for at, words in leaf.scale.anchors]
        if leaf.scale
        else []
    )
    if leaf.scale is not None and not lines:
        lines = [_("Scale from {low:g} to {high:g}", low=leaf.scale.low, high=leaf.scale.high)]
    under = joined(markup("<small>{line}</small>", line=line) for line in lines)
    return blocks.listed([markup("<b>{now}</b>{under}", now=now, under=under)])


def _fields(cell: Performance, changed: ChangedCell | None, place: str) -> dict[str, str]:
    """Draw the fields of a rating; return the keys of their widgets by name."""
    count = session.session().revision
    keys = {
        name: f"rating-{name}-{place}-{count}"
        for name in ("low", "likely", "high", *_TEXTS, "author", "reason")
    }
    titles = {"low": _("Low"), "likely": _("Likely"), "high": _("High")}
    shown = changed if changed is not None else cell
    for column, (name, title) in zip(st.columns(3), titles.items(), strict=True):
        with column:
            value = getattr(shown, name) if name == "likely" or cell_ranged(shown) else None
            widgets.number(title, key=keys[name], value=value, format="%g", step=None)
    left, right = st.columns(2)
    with left:
        names = {key: _(word) for key, word in CONFIDENCE.items()}
        widgets.menu(_("Confidence"), names, key=keys["confidence"], present=cell.confidence)
        widgets.field(_("Why this confidence"), key=keys["confidence_note"], value=cell.confidence_note)
        widgets.field(_("Source"), key=keys["source"], value=cell.source)
        widgets.field(_("Your name"), key=keys["author"])
    with right:
        widgets.area(_("Why this rating"), key=keys["rationale"], value=cell.rationale, height=96)
        widgets.field(_("Basis, such as judgement"), key=keys["basis"], value=cell.basis)
        widgets.field(_("Reason of the correction"), key=keys["reason"])
    return keys


def cell_ranged(cell: Performance | ChangedCell) -> bool:
    """Whether low and high say more than the likely value."""
    return cell.low is not None and cell.high is not None and cell.low < cell.high


def _given(keys: dict[str, str]) -> Performance:
    """Return the rating in the fields; raise CriteriaError where it contradicts itself."""
    low, likely, high = (_number(keys[name]) for name in ("low", "likely", "high"))
    return Performance(low, likely, high, **{name: _text(keys[name]) for name in _TEXTS})


def _is_of_another(problem: Problem, place: tuple[str, str]) -> bool:
    """Whether the menus show another rating than the fields that were drawn; that is said, and nothing is to be done.

    A menu can be changed and a button pressed before the fields follow: what they hold is neither meant for the new rating nor seen as the old.
    """
    now = tuple(str(widgets.widget_now(widgets.key(menu)) or "") for menu in _MENUS)
    if now == place:
        return False
    if not all(now):  # made anew since: whatever was done last is done
        return True
    session.say(
        _OTHER,
        _(
            "The menus were moved to {candidate}, {criterion} before the fields followed. They hold its rating now: press again.",
            candidate=problem.alternatives[problem.row(now[0])].label,
            criterion=problem.criterion(now[1]).label,
        ),
    )
    return True


def _try(place: tuple[str, str], keys: dict[str, str]) -> None:
    problem, scenario = session.present()
    if _is_of_another(problem, place):
        return
    _stay(problem, place)
    try:
        given = _given(keys)
        changed = problem.with_performance(*place, given)  # the same conditions as a correction
        now = changed.performance(*place)
        cell = ChangedCell(*place, now.low, now.likely, now.high)
    except CriteriaError as error:
        session.say(_REFUSED, str(error))
        return
    scenario = scenario.without_cell(*place)
    session.keep(problem, scenario.with_cell(cell) if sets_anew(problem, cell) else scenario)
    session.replaced()


def _forget(place: tuple[str, str]) -> None:
    problem, scenario = session.present()
    if _is_of_another(problem, place):
        return
    _stay(problem, place)
    session.keep(problem, scenario.without_cell(*place))
    session.replaced()


def _correct(place: tuple[str, str], keys: dict[str, str], taken: frozenset[str]) -> None:
    problem, scenario = session.present()
    if _is_of_another(problem, place):
        return
    _stay(problem, place)
    author, reason = _text(keys["author"]), _text(keys["reason"])
    try:
        given = _given(keys)
        if given == problem.performance(*place):
            session.say(_REFUSED, _("Nothing was changed: the rating in the data is the same."))
            return
        corrected = problem.with_performance(*place, given)
    except CriteriaError as error:
        session.say(_REFUSED, str(error))
        return
    words = correction_words(problem, place, given, author, reason)
    corrected = own.corrected(problem, corrected, words, taken, author=author)
    session.keep(corrected, replace(scenario.without_cell(*place), problem=corrected.id))


def correction_words(
    problem: Problem, place: tuple[str, str], given: Performance, author: str, reason: str
) -> str:
    """Return what was corrected, by whom and why, as it stands in the notes of the problem."""
    before, after = (
        with_range(cell) if cell.known else _("unknown") for cell in (problem.performance(*place), given)
    )
    return _(
        "Corrected: {candidate}, {criterion}: {before} became {after}. Reason: {reason}. By {author}.",
        candidate=problem.alternatives[problem.row(place[0])].label,
        criterion=problem.criterion(place[1]).label,
        before=before,
        after=after,
        reason=clean_text(reason, 200).rstrip(".") or _("not given"),
        author=clean_text(author, 60) or _("an unnamed person"),
    )


def _number(key: str) -> float | None:
    value = widgets.widget_now(key)
    return None if value is None else float(value)  # type: ignore[arg-type]


def _text(key: str) -> str:
    return str(widgets.widget_now(key) or "").strip()
