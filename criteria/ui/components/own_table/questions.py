"""What the table leaves open: each question with its suggestion and reason; nothing is taken that nobody pressed."""

from __future__ import annotations

from typing import Any

import streamlit as st

from criteria.files.table.question import Question, together
from criteria.files.table.work import listed
from criteria.translation import translate as _
from criteria.translation import translate_count
from criteria.ui import widgets
from criteria.ui.components.common import blocks
from criteria.ui.components.own_table.draft import (
    Draft,
    answered,
    answered_alike,
    confirmed,
    is_undirected,
    more_is_better,
    taken_back,
)
from criteria.ui.components.own_table.handed_over import change
from criteria.ui.markup import markup

_NAMED = 8  # columns in one question
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
    drawn, groups = 0, together(asked)
    for number, group in enumerate(groups[:SHOWN]):
        drawn += len(group)
        if len(group) == 1:
            _ask(draft, group[0], number)
        else:
            _ask_alike(draft, group, number)
    if len(asked) > drawn:
        st.html(blocks.caption(_("… and {count} more, once these are answered.", count=len(asked) - drawn)))
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


def _ask_alike(draft: Draft, group: tuple[Question, ...], number: int) -> None:
    """Draw questions that ask the same of many columns as one, whose answer counts for all of them, and folded below it each by itself."""
    first = group[0]
    names = listed((question.about for question in group), _NAMED)
    asked = (
        _("Which way is better under these {count}: {names}?", count=len(group), names=names)
        if first.kind == "direction"
        else _(
            "The same is open in {count} columns: {names}. For the first: {question}",
            count=len(group),
            names=names,
            question=first.text,
        )
    )
    ids = tuple(question.id for question in group)
    with st.container(border=True):
        why = _("Suggested because {why}.", why=first.why) if first.suggestion and first.why else ""
        st.html(markup('<div class="c-ask"><b>{asked}</b>{why}</div>', asked=asked, why=blocks.caption(why)))
        for choice in first.choices:
            widgets.button(
                _("For all {count}: {choice}", count=len(group), choice=choice.label),
                key=widgets.key(f"own-alike-{first.kind}-{choice.key}-{len(draft.before)}-{number}"),
                then=(_answer_alike, (draft, ids, choice.key)),
                type="primary" if choice.key == first.suggestion else "secondary",
                width="stretch",
            )
        with widgets.fold(_("One by one")):
            for place, question in enumerate(group[:SHOWN]):
                _ask(draft, question, (number + 1) * SHOWN + place)
            if len(group) > SHOWN:
                more = _("… and {count} more, once these are answered.", count=len(group) - SHOWN)
                st.html(blocks.caption(more))


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


def _answer_alike(draft: Draft, questions: tuple[str, ...], choice: str) -> None:
    change(draft, lambda now, progress: answered_alike(now, questions, choice, progress))


def _confirm(draft: Draft) -> None:
    change(draft, confirmed)


def _more(draft: Draft) -> None:
    change(draft, more_is_better)


def _back(draft: Draft) -> None:
    change(draft, lambda now, _progress: taken_back(now))
