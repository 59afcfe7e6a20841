"""Every text can be extracted for translators, stays a whole template, and is translated where it is shown."""

from __future__ import annotations

import ast
import re

import pytest
from bracketed import MARKERS, PACKAGE, PAIRS, Bracketed, extracted

from criteria.translation import (
    in_language,
    language,
    language_code,
    later,
    later_count,
    translate,
    translate_count,
)

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)


def glued(tree: ast.AST) -> list[int]:
    """Return the lines in which a template is put together or filled in before it is translated."""
    lines = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):  # the extraction does not look inside
            lines += [node.lineno for part in ast.walk(node) if _called(part) and _literal(part)]
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        templates = node.args[: 1 if node.func.id in MARKERS else 2 if node.func.id in PAIRS else 0]
        lines += [
            node.lineno
            for given in templates
            if isinstance(given, ast.JoinedStr | ast.BinOp)
            or (isinstance(given, ast.Call) and getattr(given.func, "attr", "") in ("format", "join"))
        ]
    return lines


def _called(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKERS | PAIRS


def _literal(node: ast.Call) -> bool:
    return bool(node.args) and isinstance(node.args[0], ast.Constant)


def test_templates_are_whole_literals() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}:{line}"
        for path in MODULES
        for line in glued(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert not found, "give the whole sentence as one literal with {names}"


@pytest.mark.parametrize(
    "code",
    [
        '_(f"{n} pairs")',
        "f'- {_(\"Gives\")}'",
        '_("a" + b)',
        '_("{n}".format(n=n))',
        'translate_count("a", f"{b}", 2)',
    ],
)
def test_a_glued_template_is_seen(code: str) -> None:
    assert glued(ast.parse(code))


def test_all_texts_are_extracted_with_their_plurals() -> None:
    messages = extracted()
    assert len(messages) > 1000
    assert ("{count} pair", "{count} pairs") in messages
    for text in (
        "Shortlist",  # a page
        "Ranks by closeness to the best value seen on every criterion and distance from the worst.",  # a method
        "declared scale",
        "Weighs a criterion by how much candidates differ under it and how little it repeats the others.",
        "Rank order centroid",
        "Is a value in another unit?",
    ):
        assert text in messages


def test_fields_have_names_so_that_a_translator_can_move_them() -> None:
    numbered = [
        text
        for text in extracted()
        for part in ([text] if isinstance(text, str) else text)
        if re.search(r"\{\d*[:}]", part)
    ]
    assert not numbered


def test_a_marker_leaves_the_text_and_the_context_chooses_the_language() -> None:
    assert later("pass") == "pass"
    assert later_count("{count} pair", "{count} pairs") == ("{count} pair", "{count} pairs")
    before = language()
    with in_language(Bracketed()):
        assert translate("{count} pairs", count=3) == "⟦3 pairs⟧"
        assert translate_count("{count} pair", "{count} pairs", 1) == "⟦1 pair⟧"
    assert language() is before
    assert translate("{name}", name="A") == "A"


def test_no_template_is_a_piece_to_be_put_behind_another() -> None:
    """A translator needs the whole sentence: a piece that begins or ends with space or a comma goes where English has it."""
    pieces = [
        part
        for text in extracted()
        for part in ([text] if isinstance(text, str) else text)
        if re.search(r"^[,;:.)]|^ (?! )|\s$", part)
    ]
    assert not pieces


def test_documents_declare_the_code_of_the_language() -> None:
    assert language_code() == "en"
    for code, declared in (("ja", "ja"), ("fr_CA", "fr"), ("pt-BR", "pt"), ("", "en")):
        with in_language(Bracketed(code)):
            assert language_code() == declared


# Counts of these are two or more, or limits, wherever they are said.
ALWAYS_SEVERAL = (
    "appears {count} times",
    "All {count} candidates are tied",
    "not used: {count} cells in all",
    "{count} criteria make {pairs} pairs",
    "read off {count} points of it",
    "The same is open in {count} columns",
)


def test_a_count_of_things_is_a_plural_of_its_own() -> None:
    """One is one: "1 criteria" is no English, and other languages have more than two forms."""
    counted = re.compile(r"\{(count|candidates|criteria|gates|profiles)\} (more )?([a-z]+s|criteria)\b")
    alone = [
        text
        for text in extracted()
        if isinstance(text, str) and (found := counted.search(text)) and found[3] not in ("is", "times")
    ]
    assert not [text for text in alone if not any(known in text for known in ALWAYS_SEVERAL)]
