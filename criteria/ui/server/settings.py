"""What an administrator may set: one row for each environment variable; everything else is Streamlit's own configuration."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from criteria.errors import CriteriaError
from criteria.translation import translate as _

MEGABYTE = 1_000_000
_ON = ("1", "on", "true", "yes")
_OFF = ("", "0", "off", "false", "no")
_PUBLIC = re.compile(r"https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?(/[A-Za-z0-9._~/-]*)?")
# 'self', 'none', a scheme with a host that may begin with *. and may end in a port
_FRAME = re.compile(r"'self'|'none'|https?://(\*\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?")


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: the variable's name, what holds where it is not set, and what it means."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting(
        "CRITERIA_DATA", "", "the folder of problems that the app offers, instead of those it comes with"
    ),
    Setting(
        "CRITERIA_FRAME_ANCESTORS",
        "'self'",
        "the sites that may show the app in a frame, separated by spaces",
    ),
    Setting(
        "CRITERIA_PUBLIC_URL",
        "",
        "the address under which everybody opens the app; links begin with it where the app is behind a proxy or in a frame",
    ),
    Setting("CRITERIA_METRICS", "off", "on: /_stcore/metrics answers, to anybody who reaches the app"),
    Setting("CRITERIA_UPLOADS", "20", "how many uploaded files one session may hold"),
    Setting("CRITERIA_UPLOAD_MB", "50", "how many megabytes of uploaded files one session may hold"),
    Setting(
        "CRITERIA_UPLOAD_MB_IN_ALL",
        "500",
        "how many megabytes of uploaded files all sessions together may hold",
    ),
    Setting(
        "CRITERIA_CACHE_MB",
        "200",
        "how many megabytes of computed results are kept for all sessions together",
    ),
    Setting(
        "CRITERIA_WORKERS",
        "1",
        "how many long computations run at the same time, each in a process of its own",
    ),
    Setting("CRITERIA_SECONDS", "60", "how many seconds a long computation may take"),
    Setting(
        "CRITERIA_SCHEDULER",
        "",
        "the address of a Dask scheduler whose workers compute what is drawn often enough",
    ),
    Setting("CRITERIA_LOG", "text", "json: one JSON object a line in the log"),
)


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """The settings of the doors, checked. Sizes in bytes."""

    frame_ancestors: tuple[str, ...] = ("'self'",)
    metrics: bool = False
    uploads: int = 20
    upload_bytes: int = 50 * MEGABYTE
    upload_bytes_in_all: int = 500 * MEGABYTE
    json_log: bool = False
    cache_bytes: int = 200 * MEGABYTE
    workers: int = 1
    seconds: int = 60
    public_url: str = ""


def read_settings(environment: Mapping[str, str]) -> ServerSettings:
    """Return the settings that the environment names; raise CriteriaError, with the variable's name, for what cannot be used."""
    given = {row.name: environment.get(row.name, "").strip() or row.default for row in SETTINGS}
    ancestors = tuple(given["CRITERIA_FRAME_ANCESTORS"].split())
    for site in ancestors:
        if not _FRAME.fullmatch(site):
            raise _unusable(
                "CRITERIA_FRAME_ANCESTORS", site, _("give sites such as https://intranet.example.com")
            )
    log = given["CRITERIA_LOG"].casefold()
    if log not in ("text", "json"):
        raise _unusable("CRITERIA_LOG", log, _("say text or json"))
    public = given["CRITERIA_PUBLIC_URL"]
    if public and not _PUBLIC.fullmatch(public):
        raise _unusable(
            "CRITERIA_PUBLIC_URL", public, _("give an address such as https://intranet.example.com/criteria")
        )
    return ServerSettings(
        frame_ancestors=ancestors,
        metrics=_switch("CRITERIA_METRICS", given["CRITERIA_METRICS"]),
        uploads=_count("CRITERIA_UPLOADS", given["CRITERIA_UPLOADS"]),
        upload_bytes=_count("CRITERIA_UPLOAD_MB", given["CRITERIA_UPLOAD_MB"]) * MEGABYTE,
        upload_bytes_in_all=_count("CRITERIA_UPLOAD_MB_IN_ALL", given["CRITERIA_UPLOAD_MB_IN_ALL"])
        * MEGABYTE,
        json_log=log == "json",
        cache_bytes=_count("CRITERIA_CACHE_MB", given["CRITERIA_CACHE_MB"]) * MEGABYTE,
        workers=max(1, _count("CRITERIA_WORKERS", given["CRITERIA_WORKERS"])),
        seconds=max(1, _count("CRITERIA_SECONDS", given["CRITERIA_SECONDS"])),
        public_url=public,
    )


def _switch(name: str, text: str) -> bool:
    if text.casefold() in _ON:
        return True
    if text.casefold() in _OFF:
        return False
    raise _unusable(name, text, _("say on or off"))


def _count(name: str, text: str) -> int:
    if re.fullmatch(r"[0-9]{1,6}", text):
        return int(text)
    raise _unusable(name, text, _("give a whole number"))


def _unusable(name: str, text: str, advice: str) -> CriteriaError:
    return CriteriaError(_("{name} is '{text}': {advice}.", name=name, text=text[:60], advice=advice))
