"""Facts with their sources, and the meaning of words: everything in the data is shown, as text."""

from __future__ import annotations

from dataclasses import replace

from by_hand import PROBLEM

from criteria.model.evidence import Source
from criteria.ranking.evaluate import evaluate
from criteria.ui.components.common.facts import facts_of, firmness_words, glossary, other_facts, source_line
from criteria.ui.components.shortlist.candidate import portrait
from criteria.ui.markup import markup

TOLD = replace(
    PROBLEM,
    sources=(Source("s1", "Report <1>", "Press", "2023", "https://example.org/a", after_case=True),),
    facts=(
        ("ash", "Size", "Seats <5>", "s1"),
        ("ash", "Age", "Old"),
        ("the field", "Law", "One rule", "elsewhere"),
    ),
    glossary=(("OTA", "Over <the> air"),),
)


def test_a_fact_of_a_candidate_stands_with_its_source_or_says_that_it_has_none() -> None:
    markup = facts_of(TOLD, "ash")
    assert "<summary>2 facts</summary>" in markup
    assert "<dt>Size</dt><dd>Seats &lt;5&gt;<br>" in markup
    assert 'href="https://example.org/a"' in markup
    assert "Report &lt;1&gt;" in markup
    assert markup.index("no source") > markup.index("<dt>Age</dt>")
    assert markup.count("no source") == 1
    assert facts_of(TOLD, "birch") == ""


def test_one_fact_is_one_fact() -> None:
    assert "<summary>1 fact</summary>" in facts_of(replace(TOLD, facts=TOLD.facts[1:]), "ash")


def test_what_is_about_no_candidate_and_the_words_are_folded_by_themselves() -> None:
    assert "One rule" in other_facts(TOLD)
    assert "elsewhere" in other_facts(TOLD)
    assert "Old" not in other_facts(TOLD)
    assert "<dt>OTA</dt><dd>Over &lt;the&gt; air</dd>" in glossary(TOLD)
    assert glossary(replace(TOLD, glossary=())) == other_facts(replace(TOLD, facts=())) == ""


def test_a_source_later_than_the_case_is_marked() -> None:
    assert "later than the case" in source_line(TOLD.sources[0], "s1")
    assert markup("{line}", line=source_line(None, "k<")) == "k&lt;"
    assert source_line(None, "") == "–"


def test_the_portrait_holds_the_facts() -> None:
    assert "Seats &lt;5&gt;" in portrait(evaluate(TOLD, TOLD.base_scenario()), "ash")


def test_each_word_for_how_firm_a_lead_is_is_explained_with_its_limit() -> None:
    told = firmness_words()
    for word, limit in (("firm", "90%"), ("fairly stable", "60%"), ("too close to call", "60%")):
        assert f"<dt>{word}</dt>" in told
        assert limit in told.split(f"<dt>{word}</dt>")[1].split("</dd>")[0]


def test_a_publisher_called_none_is_not_shown() -> None:
    assert "none" not in str(source_line(Source("s2", "Own judgement", "none"), "s2")).casefold()
    assert "Press" in str(source_line(Source("s3", "Report", "Press"), "s3"))
