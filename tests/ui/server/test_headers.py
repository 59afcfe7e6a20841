"""The policy says what the settings say, and knows the scripts that Streamlit's own page holds."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from streamlit import file_util

from criteria.ui.server.headers import inline_scripts, policy, security_headers
from criteria.ui.server.settings import ServerSettings


def test_every_script_in_the_page_is_named_by_its_hash() -> None:
    page = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    bodies = [part.partition("</script>")[0] for part in page.split("<script>")[1:]]
    hashes = {base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() for body in bodies}
    assert set(inline_scripts()) == {f"'sha256-{value}'" for value in hashes}
    assert hashes


def test_frames_are_for_those_who_were_named() -> None:
    named = ServerSettings(frame_ancestors=("'self'", "https://intranet.example.com"))
    assert policy(named).endswith("frame-ancestors 'self' https://intranet.example.com")
    assert "X-Frame-Options" not in security_headers(named)
    assert security_headers(ServerSettings(frame_ancestors=("'none'",)))["X-Frame-Options"] == "DENY"


def test_scripts_come_from_the_app_alone() -> None:
    parts = dict(part.split(" ", 1) for part in policy(ServerSettings()).split("; "))
    assert "unsafe-inline" not in parts["script-src"]
    assert "'unsafe-eval'" not in parts["script-src"]
    assert parts["img-src"] == "'self' data: blob:"
    assert parts["connect-src"] == "'self'"
