"""Ready means that every check passes; why one does not is in the log only."""

from __future__ import annotations

import json

import pytest
from own_loop import run_in_own_loop

from criteria.ui.server import health


def answer() -> tuple[int, dict[str, object]]:
    response = run_in_own_loop(health.ready(None))  # type: ignore[arg-type]
    return response.status_code, json.loads(response.body)


def test_one_check_that_fails_is_enough_and_says_nothing_of_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def down() -> None:
        raise OSError("/srv/secret: no such file")

    checks = (health.Check("problems", lambda: None), health.Check("store", down))
    monkeypatch.setattr(health, "CHECKS", checks)
    assert answer() == (503, {"ready": False, "failed": ["store"]})


def test_nothing_to_show_is_not_ready(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    from criteria.ui import compute

    monkeypatch.setenv("CRITERIA_DATA", str(tmp_path))
    compute.look_again()
    assert answer() == (503, {"ready": False, "failed": ["problems"]})
    compute.look_again()


def test_a_store_that_cannot_be_reached_is_not_ready(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/kept.db")
    assert answer() == (200, {"ready": True, "failed": []})
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/nowhere/kept.db")
    assert answer() == (503, {"ready": False, "failed": ["store"]})
