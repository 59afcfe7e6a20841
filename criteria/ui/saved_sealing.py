"""Saved scenarios whose choices are being sealed: their links open with names and scores hidden until that is done."""

from __future__ import annotations

import json

from criteria.files.document import scenario_document
from criteria.files.seal import Seal, seal_document
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.store import StoreError, items
from criteria.translation import translate as _
from criteria.ui.saved import KIND, is_being_sealed
from criteria.ui.workspace import store


def begin(token: str, *, author: str) -> int:
    """Note that the choices of a saved scenario are being sealed, in a version that has the latest one's; return its number.

    Raises StoreError where it cannot be noted: its link would show names and scores.
    """
    _item, version, document = items.open_version(store(), KIND, token)
    if is_being_sealed(document):
        return version.number
    note = _("Sealing began: names and scores are hidden.")
    return _save(token, {"sealing": True}, author=author, note=note)


def end_with(token: str, problem: Problem, scenario: Scenario, made: Seal, *, author: str) -> int:
    """Save the choices that were sealed, with their seal; return the number of the version.

    Raises StoreError where they cannot be saved: also for other data, and where another person has ended the sealing.
    """
    if items.history(store(), token)[-1].fingerprint != problem.fingerprint:
        raise StoreError(_("This scenario was saved for other data."))
    values = {
        "scenario": json.loads(scenario_document(problem, scenario)),
        "seal": json.loads(seal_document(made)),
        "sealing": False,
    }
    return _save(token, values, author=author, note=_("Sealed: {code}.", code=made.code))


def leave(token: str, *, owner: str, author: str) -> int | None:
    """Note that the choices of one's own saved scenario are not sealed after all; return the number of the version.

    None where it is another's, which stays hidden for everybody else, and where no sealing is under way. Raises StoreError where it
    cannot be noted.
    """
    own = any(one.token == token for one in items.own(store(), KIND, owner))
    if not own or not is_being_sealed(items.open_version(store(), KIND, token)[2]):
        return None
    return _save(token, {"sealing": False}, author=author, note=_("Left without sealing."))


def _save(token: str, values: dict[str, object], *, author: str, note: str) -> int:
    """Add a version that is the latest one but for these values; return its number."""
    _item, version, _text = items.open_version(store(), KIND, token)

    def document(latest: str) -> str:
        if not (values["sealing"] or is_being_sealed(latest)):
            raise StoreError(_("The sealing of this saved scenario has ended already."))
        return json.dumps(json.loads(latest) | values, ensure_ascii=False)

    return items.save(
        store(),
        token,
        document,
        parent=version.number,
        author=author,
        note=note,
        fingerprint=version.fingerprint,
    ).version.number
