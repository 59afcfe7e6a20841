"""Small blocks of HTML: the verdict, headings, notes. Everything that is not our own wording is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from criteria.charts.palette import group_colour
from criteria.explain.verdict import Verdict
from criteria.model.criterion import Criterion
from criteria.translation import translate as _
from criteria.ui.labels import text

_STYLE = (Path(__file__).parents[2] / "style.css").read_text(encoding="utf-8")


def style() -> None:
    """Put the style sheet of the blocks on the page."""
    st.html(f"<style>{_STYLE}</style>")


def brand(title: str) -> None:
    """Draw the product's name with the problem's title."""
    st.html(f'<div class="c-brand"><b>Criteria</b><span>{text(title)}</span></div>')


def verdict_card(verdict: Verdict, query: str) -> str:
    """Return the headline with its caution and sentences; it carries the scenario for those who copy a link."""
    careful = bool(verdict.caution) and verdict.careful
    kind = "" if not verdict.tested else "warn" if careful else "good"
    tone = " untested" if not verdict.tested else " careful" if careful else ""
    pill = f' <span class="c-pill {kind}">{text(verdict.caution)}</span>' if verdict.caution else ""
    return (
        f'<div class="c-verdict{tone}" role="status" data-query="{text(query)}">'
        f"<h1>{text(verdict.headline)}{pill}</h1><p>{text(' '.join(verdict.sentences))}</p></div>"
    )


def heading(title: str, sentence: str = "", groups: Sequence[Criterion] = ()) -> str:
    """Return a question as a heading, its answer under it, and a legend of criteria groups."""
    legend = "".join(
        f'<span><i style="background:{group_colour(g)}"></i>{text(group.label)}</span>'
        for g, group in enumerate(groups)
    )
    below = f"<p>{text(sentence)}</p>" if sentence else ""
    return f'<div class="c-head"><h2>{text(title)}</h2>{below}<div class="c-legend">{legend}</div></div>'


def notes(lines: Sequence[str], title: str) -> str:
    """Return what the reader of a link should know."""
    listed = "".join(f"<li>{text(line)}</li>" for line in lines)
    return f'<div class="c-note" role="status">{text(title)}<ul>{listed}</ul></div>'


def error(sentence: str) -> str:
    """Return what is wrong and what to do about it."""
    return f'<div class="c-error" role="alert"><b>{text(_("No ranking for these choices"))}</b>{text(sentence)}</div>'


def refused(title: str, sentences: Sequence[str]) -> str:
    """Return what is wrong with something handed over, a line for each finding."""
    listed = "".join(f"<div>{text(sentence)}</div>" for sentence in sentences)
    return f'<div class="c-error" role="alert"><b>{text(title)}</b>{listed}</div>'


def caption(line: str) -> str:
    """Return a quiet line, or nothing for an empty one."""
    return f'<div class="c-caption">{text(line)}</div>' if line else ""


def foot(lines: Sequence[str]) -> None:
    """Draw the notes on the data under the page."""
    if lines:
        st.html(f'<div class="c-foot">{"<br>".join(text(line) for line in lines)}</div>')


def pill(word: str, kind: str = "") -> str:
    """Return a word on a coloured ground; kind is fail, warn, good, info or nothing."""
    return f'<span class="c-pill {kind}">{text(word)}</span>'
