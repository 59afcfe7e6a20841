"""What the forms have in common: keys of their fields, and the settings of a way."""

from __future__ import annotations

from collections.abc import Mapping

from criteria.model.judgements import Answers, Member
from criteria.ui import widgets
from criteria.ui.components.weights.given import take_setting


def way_name(member: str, node: str) -> str:
    """Return the name of the row in which the way of asking is chosen."""
    return f"way-{member}-{node}"


def widget_key(member: Member, answers: Answers, name: str) -> str:
    """Return the key of a field of a form, new whenever the answers were changed by other means."""
    return widgets.key(f"ask-{answers.way}-{member.id}-{answers.node}-{name}")


def setting(member: Member, answers: Answers, name: str, about: str, choices: Mapping[str, str]) -> Answers:
    """Draw one setting; the first choice is the default and is not kept."""
    keys = list(choices)
    present = answers.setting(name, keys[0])
    field = widget_key(member, answers, name)
    chosen = widgets.menu(
        about,
        choices,
        present=present,
        key=field,
        then=(take_setting, (member.id, answers.node, answers.way, name, keys[0], field)),
    )
    return answers.with_setting(name, "" if chosen == keys[0] else chosen)
