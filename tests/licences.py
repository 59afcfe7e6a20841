"""Writes docs/licences.md from the lock and what the installed packages say of themselves: `.venv/bin/python tests/licences.py`."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "licences.md"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
# What a package's metadata say, where they hold no SPDX expression, to the expression that is meant.
_MEANT = {
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
_STATED = {"scikit-criteria": "BSD-3-Clause"}  # its metadata hold the text of the licence, not its name
# May be used by, and passed on beside, a program under Apache-2.0. LGPL and MPL cover their own files only, which stay as they are.
COMPATIBLE = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "LGPL-3.0-only", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0",
    "Python-2.0", "Zlib",
}  # fmt: skip
_HEAD = """# Licences

Criteria itself is under Apache-2.0. These are the packages of `requirements.txt` with the licences that they state. LGPL-3.0 (psycopg) and
MPL-2.0 (certifi) cover the packages' own files, which are used unchanged and can be replaced. PuLP comes with scikit-criteria and brings
the solver CBC (EPL-2.0) as a program of its own; nothing here starts it, since SIMUS is not offered.

Written by `.venv/bin/python tests/licences.py`. A bill of materials for scanners comes from the same lock by CycloneDX's own tool:
`cyclonedx-py requirements requirements.txt --output-format JSON --output-file sbom.json`.

| Package | Version | Licence |
|---|---|---|
"""


def pinned() -> dict[str, str]:
    """Return the version of each package in the lock."""
    return dict(_PIN.findall((ROOT / "requirements.txt").read_text(encoding="utf-8")))


def licence(name: str) -> str:
    """Return what a package states as its licence, as an SPDX expression where that is known; empty where it is not installed."""
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return ""
    if name in _STATED:
        return _STATED[name]
    classified = [
        c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or [] if c.startswith("License ::")
    ]
    said = about.get("License-Expression") or (
        classified[-1] if classified else (about.get("License") or "").strip()
    )
    return _MEANT.get(said, said)


def rows() -> list[tuple[str, str, str]]:
    """Return name, version and licence of each package, those known already for packages of other systems."""
    before = (
        dict(
            re.findall(
                r"^\| ([\w.-]+) \| [^|]+ \| ([^|]+) \|$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE
            )
        )
        if DOCUMENT.is_file()
        else {}
    )
    return [
        (name, version, licence(name) or before.get(name, "")) for name, version in sorted(pinned().items())
    ]


def parts(expression: str) -> set[str]:
    """Return the licences in an SPDX expression."""
    return set(re.split(r"\s+(?:AND|OR)\s+", expression.replace("(", "").replace(")", "")))


if __name__ == "__main__":
    DOCUMENT.write_text(
        _HEAD + "".join(f"| {n} | {v} | {said} |\n" for n, v, said in rows()), encoding="utf-8"
    )
