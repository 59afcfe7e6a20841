"""What the table leaves open: each question with its suggestion and reason; nothing is taken that nobody pressed."""

from __future__ import annotations

from typing import Any

import streamlit as st

from criteria.files.table.question import Question
from criteria.translation import translate as _
from criteria.translation import translate_count
from criteria.ui import widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.own_table.draft import (
    Draft,
    answered,
    confirmed,
    is_undirected,
    more_is_better,
    taken_back,
)
from criteria.ui.components.own_table.handed_over import change
from criteria.ui.markup import markup

SHOWN = 30  # questions at a time
_IN_A_ROW = 3  # choices that fit beside each other


def questions(draft: Draft) -> None:
    """Draw what is open, each with its answers, and the way back."""
    asked = draft.open
    if draft.wrong:
        st.html(blocks.caption(_("Correct this first: the questions follow.")))
        return
    if not asked:
        st.html(blocks.heading(_("Questions"), _("Nothing is open.")))
        _way_back(draft)
        return
    told = translate_count("{count} question is open.", "{count} questions are open.", len(asked))
    st.html(blocks.heading(_("Questions"), told))
    _together(draft, asked)
    for number, question in enumerate(asked[:SHOWN]):
        _ask(draft, question, number)
    if len(asked) > SHOWN:
        st.html(blocks.caption(_("… and {count} more, once these are answered.", count=len(asked) - SHOWN)))
    _way_back(draft)


def _together(draft: Draft, asked: tuple[Question, ...]) -> None:
    suggested = sum(bool(q.suggestion) for q in asked)
    if suggested:
        widgets.button(
            translate_count("Confirm the suggestion", "Confirm all {count} suggestions", suggested),
            key=widgets.key("own-confirm"),
            then=(_confirm, (draft,)),
            type="primary",
            width="stretch",
        )
    undirected = sum(map(is_undirected, asked))
    if undirected > 1:
        widgets.button(
            _("More is better under the {count} without a suggestion", count=undirected),
            key=widgets.key("own-more"),
            then=(_more, (draft,)),
            width="stretch",
        )


def _ask(draft: Draft, question: Question, number: int) -> None:
    """Draw one question. A suggestion is chosen already, but counts only once it is confirmed."""
    why = _("Suggested because {why}.", why=question.why) if question.suggestion and question.why else ""
    with st.container(border=True):
        st.html(
            markup(
                '<div class="c-ask"><b>{asked}</b>{why}</div>', asked=question.text, why=blocks.caption(why)
            )
        )
        key = widgets.key(f"own-ask-{question.id}-{len(draft.before)}-{number}")
        choices = {choice.key: choice.label for choice in question.choices}
        then = (_answer, (draft, question.id, key))
        if len(choices) == 1:
            (only,) = choices
            widgets.button(
                choices[only], key=key, then=(_answer_with, (draft, question.id, only)), width="stretch"
            )
        elif choices:
            drawn = widgets.row if len(choices) <= _IN_A_ROW else widgets.menu
            settings: dict[str, Any] = {} if drawn is widgets.row else {"placeholder": _("Choose")}
            drawn(
                question.text,
                choices,
                key=key,
                present=question.suggestion or None,
                then=then,
                label_visibility="collapsed",
                **settings,
            )
            if question.suggestion in choices:
                widgets.button(
                    _("Confirm: {choice}", choice=choices[question.suggestion]),
                    key=f"{key}-confirm",
                    then=(_answer_with, (draft, question.id, question.suggestion)),
                )
        if question.example:
            widgets.field(
                _("Order of the words, worst < best")
                if question.kind == "order"
                else _("Or what each word counts"),
                key=f"{key}-own",
                then=(_answer, (draft, question.id, f"{key}-own")),
                placeholder=question.example,
            )


def _way_back(draft: Draft) -> None:
    if draft.before:
        widgets.button(_("Undo the last answer"), key=widgets.key("own-back"), then=(_back, (draft,)))


def _answer(draft: Draft, question: str, key: str) -> None:
    chosen = widgets.widget_now(key)
    if chosen:
        _answer_with(draft, question, str(chosen))


def _answer_with(draft: Draft, question: str, choice: str) -> None:
    change(draft, lambda now, progress: answered(now, question, choice, progress))


def _confirm(draft: Draft) -> None:
    change(draft, confirmed)


def _more(draft: Draft) -> None:
    change(draft, more_is_better)


def _back(draft: Draft) -> None:
    change(draft, lambda now, _progress: taken_back(now))
