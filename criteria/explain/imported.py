"""What an import brought, a line for each person, so that it can be checked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from criteria.model.judgements import Answers, Member
from criteria.translation import later_count, translate_count
from criteria.translation import translate as _

_COUNTED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "direct": later_count("{count} number of points", "{count} numbers of points"),
        "ahp": later_count("{count} pair", "{count} pairs"),
        "best_worst": later_count("{count} answer on best and worst", "{count} answers on best and worst"),
        "swing": later_count("{count} swing", "{count} swings"),
        "rank_order": later_count("{count} rank", "{count} ranks"),
        "ordered_candidates": later_count("{count} candidate in order", "{count} candidates in order"),
    }
)


def import_line(name: str, before: Member, after: Member) -> str:
    """Return what became of one person's answers: how many are new, how many replace others, or that nothing changed.

    before, after: the person's answers, those of the data included, without and with the import.
    """
    new: dict[str, int] = {}
    changed: dict[str, int] = {}
    for answers in after.answers:
        old = before.answers_to(answers.node, answers.way)
        replaced = _replaced(old, answers)
        added = len(set(answers.judgements) - set(old.judgements)) - replaced
        new[answers.way] = new.get(answers.way, 0) + added
        changed[answers.way] = changed.get(answers.way, 0) + replaced
    told = [_("{answers}, new", answers=_counted(way, count)) for way, count in new.items() if count]
    told += [_("{answers}, changed", answers=_counted(way, count)) for way, count in changed.items() if count]
    if not told:
        same = (before.answers, before.ways, before.weight) == (after.answers, after.ways, after.weight)
        told = [_("unchanged") if same else _("settings changed")]
    return _("{who}: {what}", who=name, what=", ".join(told))


def _replaced(old: Answers, new: Answers) -> int:
    """Return how many of the old answers are answered otherwise by the new ones."""
    return len(set(old.judgements) - set(old.with_judgements(new.judgements).judgements))


def _counted(way: str, count: int) -> str:
    one, many = _COUNTED[way]
    return translate_count(one, many, count)
