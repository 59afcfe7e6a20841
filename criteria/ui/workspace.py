"""Who is signed in, and what they may do in the workspace of this installation. Off by default, on by its secrets alone."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import streamlit as st

from criteria.errors import CriteriaError
from criteria.model.text import NAME_LIMIT, clean_text
from criteria.store import Actor, Store, connect
from criteria.store.rights import EDITOR, VIEWER
from criteria.translation import translate as _
from criteria.ui import session as tab

NAME = "workspace"  # where nothing else is said
HOURS = 12
_SECRET = 32  # characters that the secret of the cookies has at least
_LOGGER = logging.getLogger("criteria.workspace")
_READ: list[tuple[Mapping[str, Any], Workspace]] = []  # the secrets that were read last, and what they say
_KNOWN = ("name", "editors", "viewers", "hours")


@dataclass(frozen=True, slots=True)
class Workspace:
    """Who may edit and who may look: addresses, *@example.com for all of a domain, * for all whom the provider lets in.

    hours: after which a sign-in ends.  providers: their names in the secrets, empty for the one that has none.
    """

    name: str
    editors: frozenset[str]
    viewers: frozenset[str]
    hours: float
    providers: tuple[str, ...] = ("",)

    def role(self, address: str) -> str:
        """Return what an address may do, empty for nothing."""
        name, _at, domain = address.rpartition("@")
        meant = {"*", address, f"*@{domain}"} if name else set()
        return EDITOR if meant & self.editors else VIEWER if meant & self.viewers else ""


@cache
def _asks() -> bool:
    """Whether people have to sign in: settled once, so that a file of secrets that is lost or being written opens no door."""
    return bool(st.secrets.load_if_toml_exists()) and "auth" in st.secrets


def workspace() -> Workspace | None:
    """Return the workspace as its secrets say now, None without sign-in; raise CriteriaError where they leave a door ajar at the start.

    Later on secrets that cannot be used change nothing: what they said before holds, and the log has a line.
    """
    if not _asks():
        return None
    told = st.secrets.to_dict() if st.secrets.load_if_toml_exists() else {}
    if not _READ:
        _READ.append((told, workspace_of(told)))
    elif told != _READ[0][0]:
        _READ[0] = (told, _changed(told, _READ[0][1]))
    return _READ[0][1]


def _changed(told: Mapping[str, Any], before: Workspace) -> Workspace:
    """Return the workspace of secrets that were changed, the one of before where they cannot be used."""
    try:
        if "auth" in told:
            return workspace_of(told)
    except CriteriaError:
        pass
    _LOGGER.error("the secrets cannot be used; what they said before holds")
    return before


def workspace_of(secrets: Mapping[str, Any]) -> Workspace:
    """Return the workspace that secrets with a section [auth] describe; without a section [workspace] nobody may do anything."""
    auth, said = secrets["auth"], secrets.get("workspace", {})
    if len(str(auth.get("cookie_secret", ""))) < _SECRET:
        raise CriteriaError(
            _(
                "cookie_secret in the section [auth] of the secrets has fewer than {least} characters.",
                least=_SECRET,
            )
        )
    unknown = sorted(set(said) - set(_KNOWN))
    hours = said.get("hours", HOURS)
    lists = [said.get("editors", []), said.get("viewers", [])]
    if unknown or not isinstance(hours, int | float) or not all(map(_is_list_of_addresses, lists)):
        raise CriteriaError(
            _(
                "The section [workspace] of the secrets has name, hours (a number), editors and viewers (lists of addresses such as "
                '"ann@example.com", "*@example.com" or "*").'
            )
        )
    editors, viewers = (frozenset(one.strip().casefold() for one in addresses) for addresses in lists)
    named = tuple(name for name, value in auth.items() if isinstance(value, Mapping) and "client_id" in value)
    name = clean_text(str(said.get("name", "")), NAME_LIMIT) or NAME
    return Workspace(name, editors, viewers, float(hours), named or ("",))


def _is_list_of_addresses(given: object) -> bool:
    return isinstance(given, list) and all(
        isinstance(one, str) and (one == "*" or "@" in one.strip()[1:]) for one in given
    )


def actor_of(space: Workspace, claims: Mapping[str, Any], now: float) -> Actor:
    """Return what somebody may do, from what the provider says of them; an address that it has not verified is nobody's."""
    address = str(claims.get("email") or "").strip().casefold()
    verified = str(claims.get("email_verified", True)).casefold() != "false"
    if not claims.get("is_logged_in") or not address or not verified:
        return Actor(space.name, "")
    began = claims.get("iat")
    until = (float(began) if isinstance(began, int | float) else now) + space.hours * 3600
    name = clean_text(str(claims.get("name") or address), NAME_LIMIT)
    return Actor(space.name, space.role(address), name, until)


def admitted() -> bool:
    """Note who is signed in, at the beginning of a run; return whether they may see anything. Everybody may without sign-in."""
    space = workspace()
    if space is None:
        return True
    mine, claims = tab.session(), dict(st.user.to_dict())
    if mine.claims != claims:
        mine.claims, mine.since = claims, time.time()
    who = actor_of(space, claims, mine.since)
    return bool(who.role) and not who.ended


def actor() -> Actor | None:
    """Return who is signed in, with the right that the secrets give now; None without sign-in."""
    space, mine = workspace(), tab.session()
    return None if space is None else actor_of(space, mine.claims, mine.since)


def only_looks() -> str:
    """Return what a page says to who may look and not save, the empty text to everybody else."""
    who = actor()
    if who is None or who.role == EDITOR:
        return ""
    return _(
        "You may look at this workspace; what is saved in it is for its editors to change. Links and downloads work."
    )


def store() -> Store:
    """Return the store, asked on behalf of who is signed in; every page and callback comes to it here."""
    who = actor()
    return connect() if who is None else connect().for_actor(who)


def owner() -> str:
    """Return by which key somebody finds what is theirs alone: who they are to the provider; without sign-in their browser's, or the tab's."""
    mine = tab.session()
    if workspace() is None:
        return mine.owner or mine.token
    return "|".join(str(mine.claims.get(name, "")) for name in ("iss", "sub"))
