"""What the data tell beside the figures: facts with their sources, and what the words mean."""

from __future__ import annotations

from collections.abc import Iterable

from criteria.explain.firmness import level_explained, level_words
from criteria.model.evidence import Source
from criteria.model.problem import Problem
from criteria.translation import translate as _
from criteria.translation import translate_count
from criteria.ui.components.common.blocks import pill
from criteria.ui.labels import web_address
from criteria.ui.markup import NOTHING, Markup, joined, lines, markup


def facts_of(problem: Problem, subject: str) -> Markup:
    """Return what is told of a candidate, folded, each fact with its source; the empty text where nothing is."""
    told = [fact for fact in problem.facts if fact[0] == subject]
    return _fold(translate_count("{count} fact", "{count} facts", len(told)), _facts(problem, told))


def other_facts(problem: Problem) -> Markup:
    """Return the facts that are about no candidate, folded; the empty text where there are none."""
    candidates = {alternative.id for alternative in problem.alternatives}
    told = [fact for fact in problem.facts if fact[0] not in candidates]
    return _fold(_("Facts about the case"), _facts(problem, told))


def glossary(problem: Problem) -> Markup:
    """Return what the words of the data mean, folded; the empty text where nothing is said of them."""
    return _fold(_("What the words mean"), problem.glossary)


def firmness_words() -> Markup:
    """Return what the words for how firm a lead is mean, folded."""
    pairs = [(word, level_explained(level)) for level, word in level_words().items()]
    return _fold(_("What firm, fairly stable and too close to call mean"), pairs)


def source_line(source: Source | None, key: str) -> str | Markup:
    """Return a source with its address, publisher and date; its key where nothing more is known of it."""
    if source is None:
        return key or "–"
    url = web_address(source.url)
    title = (
        markup(
            '<a href="{url}" target="_blank" rel="noopener noreferrer nofollow">{title}</a>',
            url=url,
            title=source.title,
        )
        if url
        else source.title
    )
    # Tables of sources often have "none" for a publisher that there is not.
    told = (source.publisher, source.date)
    about = ", ".join(part for part in told if part and part.casefold() != "none")
    late = markup(" {pill}", pill=pill(_("later than the case"), "warn")) if source.after_case else ""
    return markup(
        '{title}<br><span class="c-caption">{about}</span>{late}', title=title, about=about, late=late
    )


def _facts(problem: Problem, told: Iterable[tuple[str, ...]]) -> list[tuple[str, Markup]]:
    sources = {source.key: source for source in problem.sources}
    return [
        (
            category,
            lines([fact, source_line(sources.get(key), key) if key else pill(_("no source"), "warn")]),
        )
        for _subject, category, fact, key in told
    ]


def _fold(title: str, pairs: Iterable[tuple[str, str]]) -> Markup:
    """Return a list of terms behind its title."""
    rows = joined(markup("<dt>{term}</dt><dd>{told}</dd>", term=term, told=told) for term, told in pairs)
    if not rows:
        return NOTHING
    return markup(
        '<details class="c-told"><summary>{title}</summary><dl>{rows}</dl></details>', title=title, rows=rows
    )
