"""Equal files under every locale, an app that starts under each of them, and an output that cannot be written."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest

from tests.browser.conftest import running_app
from tests.ui.server.test_messages import session, text_of

ROOT = Path(__file__).parents[1]
TABLE = "Name,Preis,Qualität\ndirection,min,max\nŁódź → 東京,1000000,-3\nB,20000,4\n"
COMMANDS = ("rank {data} --format csv", "rank {data} --format json", "robustness {data}", "check {data}")
FILES = ("pack {data} --output {file}", "record {data} --deciders board --output {file}")
LOCALES = {
    "C": ("C", ""),
    "Japanese": ("ja_JP.eucJP", "localedef -i ja_JP -f EUC-JP {place}"),
    "German": ("de_DE.ISO-8859-1", "localedef -i de_DE -f ISO-8859-1 {place}"),
}
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    with TemporaryDirectory(prefix="criteria-locales-") as folder:
        yield Path(folder)


@pytest.fixture(params=LOCALES)
def environment(request: pytest.FixtureRequest, place: Path) -> dict[str, str]:
    """Return the environment of a machine with this locale, whose encoding is not UTF-8."""
    name, made_by = LOCALES[request.param]
    if made_by and not (place / name).exists():
        if shutil.which("localedef") is None or not Path("/usr/share/i18n/locales").exists():
            pytest.skip("the sources of locales are not installed (on Debian: apt-get install locales).")
        subprocess.run(made_by.format(place=place / name).split(), check=True, capture_output=True)
    return {
        "LC_ALL": name, "LOCPATH": str(place) if made_by else "", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"
    }  # fmt: skip


def called(environment: Mapping[str, str], *words: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-m", "criteria", *words],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr
    return done.stdout


def contents(archive: bytes, inside: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield every file of an archive and of those in it, by its path; without the time at which a deck or workbook was made."""
    with ZipFile(io.BytesIO(archive)) as opened:
        for name in opened.namelist():
            content = opened.read(name)
            if content.startswith(b"PK"):
                yield from contents(content, f"{inside}{name}/")
            elif not name.endswith("docProps/core.xml"):
                yield inside + name, content


def test_files_are_equal_under_every_locale(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "offers").mkdir()
    (tmp_path / "offers" / "table.csv").write_text(TABLE, encoding="utf-8")
    data, file = str(tmp_path / "offers"), tmp_path / "file.zip"
    for command in COMMANDS:
        told = called(environment, *command.format(data=data).split())
        if "--format" in command:
            assert "Łódź → 東京" in told.decode()
            assert told == called({}, *command.format(data=data).split())
    for command in FILES:
        written = []
        for locale in (environment, {}):
            called(locale, *command.format(data=data, file=file).split())
            written.append(dict(contents(file.read_bytes())))
        assert written[0] == written[1], command


def test_the_app_starts_and_shows_names_of_every_script(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "offers").mkdir()
    (tmp_path / "offers" / "table.csv").write_text(TABLE, encoding="utf-8")
    with (
        running_app(**environment, CRITERIA_DATA=str(tmp_path)) as address,
        session(address) as (_open, told),
    ):
        shown = text_of(told)
    assert "Łódź → 東京" in shown
    assert "Something went wrong" not in shown


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("command", [*COMMANDS, "methods"])
def test_an_output_on_a_full_disk_is_a_sentence(command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "criteria", *command.format(data="automotive-cloud").split()],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["The output cannot be written: No space left on device."]
