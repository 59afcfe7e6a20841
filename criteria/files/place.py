"""What lies at a path, looked at before it is read: kind, size, and where links lead. A file may have been put there by anybody."""

from __future__ import annotations

import stat
from pathlib import Path

from criteria.errors import FileError
from criteria.translation import translate as _

SIZE_LIMIT = 5_000_000  # bytes
TABLE_LIMIT = 20_000_000  # bytes of table.csv, which holds everything in one file
_READ_IN_FOLDERS = (".csv", ".toml")


def check_folder(folder: Path) -> None:
    """Raise FileError where a file of a problem's folder is no ordinary file, is too large, or is a link out of the folder.

    Asked for before anything is opened: a pipe would be waited for without end, a device never ends.
    """
    findings = []
    try:
        inside = folder.resolve()
        entries = sorted(entry for entry in folder.iterdir() if entry.suffix in _READ_IN_FOLDERS)
    except (OSError, RuntimeError) as error:
        raise FileError([_unreadable(folder.name, error)]) from error
    for entry in entries:
        try:
            target = entry.resolve(strict=True)
            found = target.stat()
        except (
            OSError,
            RuntimeError,
        ) as error:  # a circle of links is a RuntimeError in Python 3.11 and 3.12
            findings.append(_unreadable(entry.name, error))
            continue
        if not target.is_relative_to(inside):
            findings.append(
                _("{file} is a link to another folder: put the file itself here.", file=entry.name)
            )
        elif not stat.S_ISREG(found.st_mode):
            findings.append(_("{file} is not an ordinary file: put a file here.", file=entry.name))
        elif found.st_size > (limit := TABLE_LIMIT if entry.name == "table.csv" else SIZE_LIMIT):
            findings.append(too_large(entry.name, limit))
    if findings:
        raise FileError(findings)


def check_within(folder: Path, all_folders: Path) -> None:
    """Raise FileError where a folder is a link that leads out of the one in which all problems lie: whoever may put a folder there could show any other."""
    try:
        inside = folder.resolve(strict=True).is_relative_to(all_folders.resolve())
    except (OSError, RuntimeError) as error:
        raise FileError([_unreadable(folder.name, error)]) from error
    if not inside:
        raise FileError(
            [_("{file} is a link to another place: put the folder itself here.", file=folder.name)]
        )


def content_of(path: Path, limit: int = SIZE_LIMIT) -> bytes:
    """Return the content of a file, never more than the limit; raise FileError for one that is larger or cannot be read."""
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise FileError([_unreadable(path.name, error)]) from error
    if len(content) > limit:
        raise FileError([too_large(path.name, limit)])
    return content


def too_large(file: str, limit: int = SIZE_LIMIT) -> str:
    """Return the sentence on a file that is larger than the limit."""
    if limit < 1_000_000:
        return _(
            "{file} is larger than {limit} kB: remove what is not needed.", file=file, limit=limit // 1_000
        )
    return _(
        "{file} is larger than {limit} MB: remove what is not needed.", file=file, limit=limit // 1_000_000
    )


def _unreadable(file: str, error: OSError | RuntimeError) -> str:
    # The system's own message would hold the whole path, which is nobody's business on a page.
    reason = (
        error.strerror if isinstance(error, OSError) and error.strerror else _("its links lead in a circle")
    )
    return _("{file} cannot be read: {reason}.", file=file, reason=reason)
