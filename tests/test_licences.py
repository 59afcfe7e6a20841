"""Every package of the lock is listed with its licence, and may be used by a program under Apache-2.0."""

from __future__ import annotations

import re

from tests import licences


def test_the_list_has_every_package_of_the_lock_with_its_version_and_a_compatible_licence() -> None:
    text = licences.DOCUMENT.read_text(encoding="utf-8")
    listed = {
        n: (v, said) for n, v, said in re.findall(r"^\| (\S+) \| (\S+) \| ([^|]+?) \|$", text, re.MULTILINE)
    }
    assert {
        name: version for name, (version, _said) in listed.items() if name != "Package"
    } == licences.pinned()
    foreign = {
        name: said
        for name, (_version, said) in listed.items()
        if name != "Package" and not licences.parts(said) <= licences.COMPATIBLE
    }
    assert foreign == {}


def test_what_packages_state_is_what_the_list_says() -> None:
    text = licences.DOCUMENT.read_text(encoding="utf-8")
    for name, version, said in licences.rows():
        assert f"| {name} | {version} | {said} |" in text, "run tests/licences.py"
