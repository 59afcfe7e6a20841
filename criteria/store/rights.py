"""On whose behalf the store is asked, and what they may do: checked by every function of `items`, whatever a page shows.

Without sign-in there is one actor, who may do everything with what they hold the token of. With sign-in what is kept belongs to a
workspace: its viewers may look, and answer the questions that they hold the link of; its editors may change it.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from math import inf

from criteria.store.errors import NotAllowedError
from criteria.translation import translate as _

VIEWER, EDITOR = "viewer", "editor"
_ANSWERED_BY_VIEWERS = ("answers",)  # kinds of which a viewer may add versions
_NOT_SHARED = ("round",)  # kinds that their maker alone finds in a list


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks.  workspace: empty without sign-in.  role: viewer, editor, or empty for who may do nothing.

    name: goes with what they save, empty where they type it.  until: when their sign-in ends, in seconds since 1970.
    """

    workspace: str = ""
    role: str = EDITOR
    name: str = ""
    until: float = inf

    @property
    def ended(self) -> bool:
        """Whether the sign-in has ended."""
        return time.time() >= self.until

    @property
    def workspaces(self) -> tuple[str, ...]:
        """The workspaces of which something can be opened: one's own, and what was kept before there was sign-in, by its token."""
        return (self.workspace, "") if self.workspace else ("",)

    def shares(self, kind: str) -> bool:
        """Whether all of a workspace find things of this kind in their lists, and not their maker alone."""
        return bool(self.workspace) and kind not in _NOT_SHARED


ANYBODY = Actor()


def may_look(actor: Actor) -> None:
    """Raise NotAllowedError where somebody may not open what is kept."""
    if actor.ended:
        raise NotAllowedError(_("Your sign-in has ended: reload the page and sign in again."))
    if actor.role not in (VIEWER, EDITOR):
        raise NotAllowedError(_("Sign in to open what is kept here."))


def may_change(actor: Actor, kind: str) -> None:
    """Raise NotAllowedError where somebody may not keep or change something of this kind."""
    may_look(actor)
    if actor.role != EDITOR and kind not in _ANSWERED_BY_VIEWERS:
        raise NotAllowedError(
            _(
                "Nothing was saved: you may look at this workspace, and its editors may change it. Links and downloads work."
            )
        )
