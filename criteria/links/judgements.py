"""What the panel said, as one part of an address, and back.

`judged=ip-legal~A:ip:ahp:3f0c:3e_515` reads: the member ip-legal; below the node ip, pairs, which count (a small a: they do not);
answered about criteria whose names hash to 3f0c, one sign a pair. Members are parted by commas, their parts by tildes, fields by
colons.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import quote, quote_plus, unquote

from criteria.errors import CriteriaError
from criteria.links.answer_signs import READ, SAID
from criteria.links.items import items, number_in, quoted
from criteria.model.judgements import SETTINGS, WAYS, WHOLE, Answers, Member, Panel
from criteria.model.number import exact
from criteria.model.problem import Problem
from criteria.model.scenario_checks import check_answers
from criteria.model.text import clean_text
from criteria.translation import translate as _
from criteria.weighting.panel import items_of

_FIRST = "~"
_OVERHEAD = len("&judged=,more") + 2


def panel_text(problem: Problem, panel: Panel, *, room: int) -> str:
    """Return the panel as text; the empty text where nothing was said.

    room: characters of an address that may be used. Whoever is open comes first; members who do not fit are left out, and the
    text ends with `more`.
    """
    settings = _panel_settings(panel)
    parts = [settings] if settings else []
    whole = True
    for member in sorted(panel.members, key=lambda member: (member.id != panel.open, member.id)):
        text = _member_text(problem, member)
        if len(quote_plus(",".join([*parts, text]), safe=",:")) > room - _OVERHEAD:
            whole = False
        else:
            parts.append(text)
    return ",".join(parts if whole else [*parts, "more"])


def is_partial(text: str) -> bool:
    """Whether the text says that some members did not fit."""
    return text.split(",")[-1] == "more"


def _panel_settings(panel: Panel) -> str:
    chosen = [
        f"open:{panel.open}" if panel.open else "",
        f"join:{panel.join}" if panel.join != Panel().join else "",
        "hidden:yes" if panel.hidden else "",
    ]
    told = _FIRST.join(filter(None, chosen))
    return f"*{_FIRST}{told}" if told else ""


def _member_text(problem: Problem, member: Member) -> str:
    parts = [member.id]
    for name in ("name", "role", "colour"):
        value = getattr(member, name)
        if value:
            parts.append(f"{name}:{_escaped(value)}")
    if member.weight is not None:
        parts.append(f"weight:{exact(member.weight)}")
    answered = {(answers.node, answers.way) for answers in member.answers}
    parts += [f"u:{node}:{way}" for node, way in member.ways if (node, way) not in answered]
    for answers in member.answers:
        kind = "A" if (answers.node, answers.way) in member.ways else "a"
        settings = "".join(f":{name}={_escaped(value)}" for name, value in answers.settings)
        asked = _asked(problem, answers.node, answers.way)
        said = SAID[answers.way](asked, answers)
        parts.append(f"{kind}:{answers.node}:{answers.way}:{_mark(asked)}:{said}{settings}")
    return _FIRST.join(parts)


def _asked(problem: Problem, node: str, way: str) -> tuple[str, ...]:
    """Return what answers are about: the children of a node, or the candidates."""
    if way in WHOLE:
        return tuple(alternative.id for alternative in problem.alternatives)
    return items_of(problem, node)


def _escaped(text: str) -> str:
    """Return text without any sign that parts fields, members or parameters; spaces stay."""
    return quote(text, safe=" ").replace(_FIRST, "%7E")


def _mark(items: Sequence[str]) -> str:
    """Return four signs that change when criteria are added, removed or put in another order."""
    return hashlib.sha256("\n".join(items).encode()).hexdigest()[:4]


def panel_from(problem: Problem, text: str, notes: list[str]) -> Panel:
    """Return the panel that a text stands for; what cannot be used is named in a note and left out."""
    panel = Panel()
    for identifier, part in items(text, notes, key=lambda part: part.partition(_FIRST)[0]):
        if part == "more":
            notes.append(
                _(
                    "The address is too short for everybody's judgements: those left out are in the tab that wrote it, or in the "
                    "file exported from it."
                )
            )
            continue
        fields = [field for _key, field in items(part, notes, parted_by=_FIRST, key=_field_key)][1:]
        try:
            if identifier == "*":
                panel = _with_settings(panel, fields, notes)
            else:
                panel = panel.with_member(_member_from(problem, identifier, fields, notes))
        except (CriteriaError, ValueError, KeyError, IndexError):
            notes.append(
                _(
                    "What the link says of the member '{part}' cannot be read; it was left out.",
                    part=clean_text(identifier, 40),
                )
            )
    return panel


def _field_key(field: str) -> str:
    """Return what a field of a member is about: a name, a role, one way of asking below one node."""
    kind, *rest = field.split(":")
    if kind == "u":
        return ":".join([kind, *rest[:1]])
    return ":".join(["answers", *rest[:2]]) if kind in ("a", "A") else kind


def _with_settings(panel: Panel, fields: Iterable[str], notes: list[str]) -> Panel:
    for field in fields:
        name, _colon, value = field.partition(":")
        if name == "open":
            panel = replace(panel, open=value)
        elif name == "join":
            panel = replace(panel, join=value)
        elif name == "hidden" and value in ("yes", "no"):
            panel = replace(panel, hidden=value == "yes")
        else:
            notes.append(_unknown_setting(field))
    return panel


def _unknown_setting(field: str) -> str:
    return _("The link's setting '{part}' of the judgements is unknown; it was left out.", part=quoted(field))


def _member_from(problem: Problem, identifier: str, fields: Sequence[str], notes: list[str]) -> Member:
    member = Member(identifier)
    nodes = {"", *(c.id for c in problem.criteria if problem.children(c.id))}
    for field in fields:
        kind, _colon, rest = field.partition(":")
        if kind == "name":
            member = replace(member, name=unquote(rest))
        elif kind == "role":
            member = replace(member, role=unquote(rest))
        elif kind == "colour":
            member = replace(member, colour=rest)
        elif kind == "weight":
            member = replace(member, weight=number_in(rest))
        elif kind == "u":
            node, _colon, way = rest.partition(":")
            if node in nodes and way in WAYS:
                member = _counting(member, node, way)
            else:
                notes.append(_unknown_setting(field))
        elif kind in ("a", "A"):
            try:
                answers = _answers_from(problem, rest, notes)
                member = member.with_answers(answers)
                member = _counting(member, answers.node, answers.way) if kind == "A" else member
            except (CriteriaError, ValueError, KeyError, IndexError):
                notes.append(
                    _(
                        "Judgements of '{member}' under '{node}' do not fit the criteria as they are now; they were left out. "
                        "The weights in the link stay.",
                        member=clean_text(member.name or identifier, 40),
                        node=clean_text(rest.partition(":")[0], 40) or problem.title,
                    )
                )
        else:
            raise ValueError(kind)
    if not member.name and identifier not in {p.id for p in problem.profiles}:
        raise ValueError(identifier)
    return member


def _counting(member: Member, node: str, way: str) -> Member:
    """Return the member with a way that counts at a node, beside the ways that count elsewhere."""
    return replace(member, ways=(*member.ways, (node, way)))


def _answers_from(problem: Problem, text: str, notes: list[str]) -> Answers:
    node, way, mark, said, *settings = text.split(":")
    asked = _asked(problem, node, way)
    if mark != _mark(asked):
        raise ValueError(mark)
    told = [
        s for _key, s in items(":".join(settings), notes, parted_by=":", key=lambda s: s.partition("=")[0])
    ]
    pairs = [setting.partition("=") for setting in told]
    notes += [
        _unknown_setting(s)
        for s, (name, _eq, _value) in zip(told, pairs, strict=True)
        if name not in SETTINGS[way]
    ]
    answers = Answers(
        node,
        way,
        tuple(READ[way](asked, said)),
        tuple((name, clean_text(unquote(value), 40)) for name, _eq, value in pairs),
    )
    check_answers(problem, answers)
    return answers
