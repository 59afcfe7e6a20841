"""The widgets of the pages: each notes that somebody acted, shows names as text, and has options that no two look alike.

Pages and components draw widgets through this file alone (a test holds it): Streamlit's own know an option by its text, read Markdown
in labels, and say nothing to the session.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from criteria.errors import CriteriaError
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.translation import translate as _
from criteria.ui import session as tab
from criteria.ui.labels import label, told_apart

Key = TypeVar("Key", bound=Hashable)
Then = tuple[Callable[..., None], tuple[object, ...]]  # what else a callback does, and with what
Moves = Callable[[Problem, Scenario, Any], Scenario]  # what the scenario is with the value that was chosen


def key(name: str) -> str:
    """Return a widget key that is new whenever an address was adopted."""
    return f"{name}-{tab.session().revision}"


def _acted(then: Then | None) -> None:
    with tab.unbroken():
        tab.act()
        if then is not None:
            then[0](*then[1])


def _callback(then: Then | None, key: str = "", moves: Moves | None = None) -> dict[str, Any]:
    if moves is not None:
        then = (_move, (key, moves))
    return {"on_change": _acted, "args": (then,)}


def _move(key: str, moves: Moves) -> None:
    """Put what was chosen into the scenario before anything is drawn: the run may be ended, and go on with another page."""
    problem, scenario = tab.present()
    try:
        tab.keep(problem, moves(problem, scenario, widget_now(key)))
    except CriteriaError:
        return  # it is said where the choice is drawn


def menu(
    title: str,
    options: Mapping[Key, str],
    *,
    key: str,
    present: Key | None = None,
    hints: Mapping[Key, str] | None = None,
    then: Then | None = None,
    moves: Moves | None = None,
    **settings: Any,
) -> Any:
    """Draw a menu; return the key of the chosen option, None where nothing is chosen.

    options: what each is called, by key.  present: the one chosen at first; None for none where a placeholder is given, else for
    the first.  hints: what tells equal names apart.  moves: what the choice makes of the scenario, done as soon as it is sent.
    settings: help, placeholder, label_visibility as Streamlit has them.
    """
    keys, texts = list(options), told_apart(options, hints)
    index = keys.index(present) if present in texts else None if "placeholder" in settings else 0
    return st.selectbox(
        label(title),
        keys,
        index=index,
        format_func=lambda chosen: texts.get(chosen, str(chosen)),
        key=key,
        **_callback(then, key, moves),
        **settings,
    )


def several(
    title: str,
    options: Mapping[str, str],
    *,
    key: str,
    present: Collection[str] | None,
    hints: Mapping[str, str] | None = None,
    moves: Moves | None = None,
) -> list[str]:
    """Draw a menu from which any number can be chosen; return their keys.  present: None for what `begin_widget` set."""
    texts = told_apart(options, hints)
    return st.multiselect(
        label(title),
        list(options),
        default=None if present is None else list(present),
        format_func=texts.__getitem__,
        key=key,
        placeholder=_("None"),
        **_callback(None, key, moves),
    )


def row(
    title: str,
    options: Mapping[Key, str],
    *,
    key: str,
    present: Key | None,
    hints: Mapping[Key, str] | None = None,
    then: Then | None = None,
    **settings: Any,
) -> Any:
    """Draw a row of buttons of which one is pressed; return its key. settings: required, label_visibility, help."""
    texts = told_apart({k: label(shown) for k, shown in told_apart(options, hints, 160).items()}, limit=400)
    return st.segmented_control(
        label(title, 400),
        list(options),
        default=present,
        format_func=texts.__getitem__,
        key=key,
        **_callback(then),
        **settings,
    )


def described(
    title: str,
    options: Mapping[str, str],
    about: Mapping[str, str],
    *,
    key: str,
    present: str | None,
    then: Callable[[str], None],
) -> None:
    """Draw options under each other, each with a line about it; then: what is done with the key of the one that is chosen."""
    texts = told_apart(options)

    def chosen() -> None:
        with tab.unbroken() as held:
            tab.act()
            if (one := held.get(key)) is not None:
                then(one)

    keys = list(options)
    st.radio(
        label(title),
        keys,
        index=keys.index(present) if present is not None else None,
        format_func=lambda one: label(texts[one]),
        captions=[label(about[one], 400) for one in keys],
        key=key,
        on_change=chosen,
        label_visibility="collapsed",
    )


def switch(
    title: str, *, key: str, present: bool = False, moves: Moves | None = None, **settings: Any
) -> bool:
    """Draw a switch; return whether it is on."""
    return st.toggle(label(title, 240), present, key=key, **_callback(None, key, moves), **settings)


def slider(
    title: str, low: int, high: int, present: int, *, key: str, moves: Moves | None = None, **settings: Any
) -> int:
    """Draw a slider; return where it stands."""
    return st.slider(label(title), low, high, present, key=key, **_callback(None, key, moves), **settings)


def between(
    title: str, present: tuple[float, float], *, key: str, moves: Moves, step: float = 0.5, **settings: Any
) -> tuple[float, float]:
    """Draw a slider with two ends, from 0 to 100; return where they stand."""
    low, high = st.slider(
        label(title), 0.0, 100.0, present, step, key=key, **_callback(None, key, moves), **settings
    )
    return low, high


def number(
    title: str, *, key: str, then: Then | None = None, moves: Moves | None = None, **settings: Any
) -> Any:
    """Draw a field for a number; return it, None where it is blank."""
    return st.number_input(label(title, 240), key=key, **_callback(then, key, moves), **settings)


def button(title: str, *, key: str, then: Then, **settings: Any) -> None:
    """Draw a button; what follows from it is done when it is pressed, before anything is drawn."""
    st.button(label(title), key=key, on_click=_acted, args=(then,), **settings)


def fold(title: str, *, key: str | None = None, unfolded: bool = False) -> Any:
    """Draw what can be unfolded; with a key it knows whether it is open.  unfolded: open at first."""
    shown = label(title)
    return st.expander(shown, unfolded) if key is None else st.expander(shown, key=key, on_change=tab.act)


def popover(title: str, *, key: str | None = None, watched: bool = False, **settings: Any) -> Any:
    """Draw what opens above the page; watched: it knows whether it is open."""
    told: dict[str, Any] = {"on_change": tab.act} if watched else {}
    return st.popover(label(title), key=key, **told, **settings)


def files(title: str, kinds: Sequence[str], *, key: str, then: Then | None = None, **settings: Any) -> Any:
    """Draw the place where a file is handed over; return it, None before."""
    return st.file_uploader(label(title), type=list(kinds), key=key, **_callback(then), **settings)


def field(title: str, *, key: str, then: Then | None = None, **settings: Any) -> str:
    """Draw a field for one line of text; return it."""
    return st.text_input(label(title), key=key, **_callback(then), **settings)


def area(title: str, *, key: str, then: Then | None = None, **settings: Any) -> str:
    """Draw a field for several lines of text; return them."""
    return st.text_area(label(title), key=key, **_callback(then), **settings)


def grid(frame: pd.DataFrame, *, key: str, **settings: Any) -> pd.DataFrame:
    """Draw a table to fill in; return it as filled in. The frame given must stay the same from run to run."""
    return st.data_editor(frame, key=key, on_change=_acted, args=(None,), **settings)


def page_link(address: str, title: str, **settings: Any) -> None:
    """Draw the link to another page of the app; nothing where a page is drawn alone."""
    page = tab.session().pages.get(address)
    if page is not None:
        st.page_link(page, label=label(title), **settings)


def go(address: str) -> None:
    """Go to another page of the app; whatever would be drawn after this is not."""
    page = tab.session().pages.get(address)
    if page is not None:
        st.switch_page(page)


def widget_now(name: str) -> object:
    """Return what a widget with this very key holds; for callbacks, which come before anything is drawn."""
    with tab.unbroken() as held:
        return held.get(name)


def begin_widget(name: str, value: object) -> None:
    """Set what a widget that was not drawn yet begins with."""
    if name not in st.session_state:
        st.session_state[name] = value


def component_value(name: str, entry: str) -> object:
    """Return what a component of ours sent under this entry, None before it sent anything."""
    sent = st.session_state.get(name)
    return sent.get(entry) if sent else None


def widget_value(name: str) -> object:
    """Return the value a widget has in this run, None before it was drawn."""
    return st.session_state.get(key(name))


def set_widget_value(name: str, value: object) -> None:
    """Set the value of a widget that will be drawn later in this run."""
    st.session_state[key(name)] = value


def note_widget_value(name: str, value: object) -> None:
    """Note the value of a widget that will be drawn in the run that begins; for callbacks."""
    tab.session().to_set[key(name)] = value


def set_noted_values() -> None:
    """Set what callbacks noted; said when a run begins, before any widget is drawn."""
    noted = tab.session().to_set
    while noted:
        name = next(iter(noted))
        st.session_state[name] = noted[name]
        del noted[name]
