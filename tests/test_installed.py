"""The package where it was installed: a wheel in a fresh environment, used from a folder that knows nothing of the checkout."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

import criteria
from criteria.model.problem import Problem

ROOT = Path(__file__).parents[1]
Criteria = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of programs of an environment that holds the wheel; the other packages are this one's."""
    place = tmp_path_factory.mktemp("installed")
    built = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", str(ROOT), "--no-deps", "--quiet", "--wheel-dir", str(place)],
        capture_output=True,
        text=True,
        check=False,
    )
    if built.returncode:
        # The build tool itself comes from a package index, which a machine may not reach.
        if "No matching distribution found for hatchling" in built.stderr:
            pytest.skip("The build tool hatchling cannot be fetched here.")
        pytest.fail(built.stderr)
    (wheel,) = place.glob("criteria-*.whl")
    venv.create(place / "venv", with_pip=True)
    programs = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "--no-deps", "--quiet", wheel], check=True)
    asked = "import site; print(site.getsitepackages()[-1])"
    packages = subprocess.run(
        [programs / "python", "-c", asked], capture_output=True, text=True, check=True
    ).stdout.strip()
    present = [path for path in sys.path if path.endswith("site-packages")]
    (Path(packages) / "present.pth").write_text("\n".join(present), encoding="utf-8")
    return programs


@pytest.fixture
def run(environment: Path, tmp_path: Path) -> Criteria:
    """Return a function that calls the console script in an empty folder."""

    def called(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [environment / "criteria", *words], cwd=tmp_path, capture_output=True, text=True, check=False
        )

    return called


@pytest.mark.slow
def test_a_bundled_problem_is_ranked_by_its_name_outside_the_checkout(run: Criteria, case: Problem) -> None:
    done = run("rank", "automotive-cloud", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    evaluation = criteria.evaluate(case, case.base_scenario())
    first = json.loads(done.stdout)["shortlist"][0]
    assert first["candidate"] == evaluation.alternatives[evaluation.order[0]].name
    assert json.loads(done.stdout)["settings"]["data"] == case.fingerprint


@pytest.mark.slow
def test_everything_that_lies_beside_the_code_is_in_the_wheel(environment: Path, tmp_path: Path) -> None:
    asked = "import criteria, pathlib; print(pathlib.Path(criteria.__file__).parent)"
    done = subprocess.run(
        [environment / "python", "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    package = Path(done.stdout.strip())
    assert not package.is_relative_to(ROOT)
    missing = [
        path.relative_to(ROOT / "criteria").as_posix()
        for path in (ROOT / "criteria").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
        if not (package / path.relative_to(ROOT / "criteria")).is_file()
    ]
    missing += [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "data").rglob("*")
        if path.is_file() and not (package / path.relative_to(ROOT)).is_file()
    ]
    assert missing == []
    assert (package / "ui" / "entry" / "app.py").read_bytes() == (ROOT / "app.py").read_bytes()


@pytest.mark.slow
def test_the_app_starts_outside_the_checkout_on_loopback_with_its_own_settings(
    environment: Path, tmp_path: Path
) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    process = subprocess.Popen(
        [environment / "criteria", "serve", "--no-open", "--port", str(port)],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=30) as answer:
                    assert answer.status == 200
                break
            except urllib.error.URLError:
                assert process.poll() is None, process.stdout and process.stdout.read()
                assert time.monotonic() < deadline
                time.sleep(0.2)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/host-config", timeout=10) as answer:
            assert json.load(answer)["allowedOrigins"] == []
    finally:
        process.terminate()
        process.wait()
