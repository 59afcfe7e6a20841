"""What the data tell beside the figures: facts with their sources, and what the words mean."""

from __future__ import annotations

from collections.abc import Iterable

from criteria.model.evidence import Source
from criteria.model.problem import Problem
from criteria.translation import translate as _
from criteria.translation import translate_count
from criteria.ui.components.common.blocks import pill
from criteria.ui.labels import text, web_address


def facts_of(problem: Problem, subject: str) -> str:
    """Return what is told of a candidate, folded, each fact with its source; the empty text where nothing is."""
    told = [fact for fact in problem.facts if fact[0] == subject]
    return _fold(translate_count("{count} fact", "{count} facts", len(told)), _facts(problem, told))


def other_facts(problem: Problem) -> str:
    """Return the facts that are about no candidate, folded; the empty text where there are none."""
    candidates = {alternative.id for alternative in problem.alternatives}
    told = [fact for fact in problem.facts if fact[0] not in candidates]
    return _fold(_("Facts about the case"), _facts(problem, told))


def glossary(problem: Problem) -> str:
    """Return what the words of the data mean, folded; the empty text where nothing is said of them."""
    return _fold(_("What the words mean"), [(text(term), text(told)) for term, told in problem.glossary])


def source_line(source: Source | None, key: str) -> str:
    """Return a source with its address, publisher and date; its key where nothing more is known of it."""
    if source is None:
        return text(key) or "–"
    url = web_address(source.url)
    title = (
        f'<a href="{url}" target="_blank" rel="noopener noreferrer nofollow">{text(source.title)}</a>'
        if url
        else text(source.title)
    )
    about = ", ".join(part for part in (source.publisher, source.date) if part)
    late = f" {pill(_('later than the case'), 'warn')}" if source.after_case else ""
    return f'{title}<br><span class="c-caption">{text(about)}</span>{late}'


def _facts(problem: Problem, told: Iterable[tuple[str, ...]]) -> list[tuple[str, str]]:
    sources = {source.key: source for source in problem.sources}
    return [
        (
            text(category),
            f"{text(fact)}<br>{source_line(sources.get(key), key) if key else pill(_('no source'), 'warn')}",
        )
        for _subject, category, fact, key in told
    ]


def _fold(title: str, pairs: list[tuple[str, str]]) -> str:
    """Return a list of terms behind its title; what is in the pairs is markup already."""
    rows = "".join(f"<dt>{term}</dt><dd>{told}</dd>" for term, told in pairs)
    return (
        f'<details class="c-told"><summary>{text(title)}</summary><dl>{rows}</dl></details>' if rows else ""
    )
