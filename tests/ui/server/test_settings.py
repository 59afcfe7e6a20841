"""What an administrator may set, and how a slip of the pen is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from criteria.errors import CriteriaError
from criteria.ui.server.settings import SETTINGS, ServerSettings, read_settings

DEPLOYMENT = Path(__file__).parents[3] / "docs" / "deployment.md"


def test_without_anything_set_the_defaults_hold() -> None:
    assert read_settings({}) == ServerSettings()
    assert read_settings({row.name: "" for row in SETTINGS}) == ServerSettings()


def test_every_setting_is_read() -> None:
    given = {
        "CRITERIA_FRAME_ANCESTORS": "'self' https://*.example.com:8443",
        "CRITERIA_METRICS": "ON",
        "CRITERIA_UPLOADS": "3",
        "CRITERIA_UPLOAD_MB": "4",
        "CRITERIA_UPLOAD_MB_IN_ALL": "5",
        "CRITERIA_LOG": "json",
        "CRITERIA_CACHE_MB": "6",
        "CRITERIA_PUBLIC_URL": "https://intranet.example.com/criteria",
    }
    frames, public = ("'self'", "https://*.example.com:8443"), "https://intranet.example.com/criteria"
    expected = ServerSettings(frames, True, 3, 4_000_000, 5_000_000, True, 6_000_000, public_url=public)
    assert read_settings(given) == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("CRITERIA_FRAME_ANCESTORS", "*"),
        ("CRITERIA_FRAME_ANCESTORS", "https://a.example; script-src *"),
        ("CRITERIA_METRICS", "perhaps"),
        ("CRITERIA_UPLOADS", "-1"),
        ("CRITERIA_UPLOAD_MB", "٣"),
        ("CRITERIA_LOG", "xml"),
        ("CRITERIA_PUBLIC_URL", "intranet.example.com"),
        ("CRITERIA_PUBLIC_URL", "https://example.com/?q=1"),
    ],
)
def test_what_cannot_be_used_is_named(name: str, text: str) -> None:
    with pytest.raises(CriteriaError, match=name):
        read_settings({name: text})


@pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row.name)
def test_every_setting_is_in_the_deployment_page(row) -> None:
    assert f"| `{row.name}` | `{row.default}` | {row.meaning} |".replace(
        "| `` |", "| |"
    ) in DEPLOYMENT.read_text(encoding="utf-8")
