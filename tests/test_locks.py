"""The locks: every package with hashes, the same versions in both, nothing that is not used, and a bill of materials by CycloneDX's own tool."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = {name: ROOT / name for name in ("requirements.txt", "tests/requirements.txt")}
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(.*(?:\n[ \t].*)*)", re.MULTILINE)
_DRIVERS = {"psycopg"}  # called by SQLAlchemy, by the name in DATABASE_URL


def pins(lock: Path) -> list[tuple[str, str, set[str]]]:
    """Return name, version and hashes of every line of a lock; a package may have one version for each Python."""
    found = _PIN.findall(lock.read_text(encoding="utf-8"))
    return [
        (name, version, set(re.findall(r"--hash=sha256:([0-9a-f]{64})", rest)))
        for name, version, rest in found
    ]


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_has_hashes(name: str) -> None:
    found = pins(LOCKS[name])
    assert len(found) > 60
    assert [package for package, _version, hashes in found if not hashes] == []


def test_what_is_tested_is_what_is_installed() -> None:
    installed, tested = (
        {(package, version) for package, version, _hashes in pins(lock)} for lock in LOCKS.values()
    )
    assert installed <= tested


def test_every_direct_dependency_is_imported() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    named = {re.split(r"[\[<>=~! ]", one)[0].casefold() for one in told}
    modules = {
        module: {name.casefold() for name in names} for module, names in packages_distributions().items()
    }
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "criteria").rglob("*.py"))
    imported = set(re.findall(r"^\s*(?:from|import)\s+(\w+)", sources, re.MULTILINE))
    used = set().union(*(names for module, names in modules.items() if module in imported))
    assert named - used - _DRIVERS == set()


@pytest.mark.slow
def test_the_bill_of_materials_names_every_package_with_its_hashes(tmp_path: Path) -> None:
    bill = tmp_path / "sbom.json"
    made = [sys.executable, "-m", "cyclonedx_py", "requirements", str(LOCKS["requirements.txt"])]
    # The tool checks what it writes against the schema of the format.
    subprocess.run(
        [*made, "--output-format", "JSON", "--output-file", str(bill)], check=True, capture_output=True
    )
    told = json.loads(bill.read_text(encoding="utf-8"))
    assert told["bomFormat"] == "CycloneDX"
    listed = {
        (one["name"], one["version"], digest["content"])
        for one in told["components"]
        for reference in one["externalReferences"]
        for digest in reference.get("hashes", ())
    }
    assert {
        (name, version, digest)
        for name, version, hashes in pins(LOCKS["requirements.txt"])
        for digest in hashes
    } == listed
