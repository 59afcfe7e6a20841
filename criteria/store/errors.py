"""What can go wrong with a database, said to the person who was about to save."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from criteria.errors import CriteriaError
from criteria.model.text import clean_text
from criteria.translation import translate as _


class StoreError(CriteriaError):
    """Nothing was saved or read, for a reason that an administrator can mend; ranking goes on without the store."""


class NotKeptError(StoreError):
    """There is nothing under this token: it was removed, or the link is incomplete."""


@contextmanager
def told() -> Iterator[None]:
    """Turn an error of the database into a StoreError that says what to do; nothing of the data is in the message."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(_sentence(str(error.orig))) from error
    except SQLAlchemyError as error:
        raise StoreError(_sentence(type(error).__name__)) from error
    except OSError as error:
        raise StoreError(_sentence(error.strerror or type(error).__name__)) from error


def _sentence(reason: str) -> str:
    said = reason.casefold()
    if "readonly" in said or "read-only" in said or "permission denied" in said:
        return _(
            "Nothing was saved: the database is read-only. Links still work; ask the administrator for a "
            "place that can be written to."
        )
    if "full" in said or "no space" in said:
        return _(
            "Nothing was saved: the disk of the database is full. Links still work; free some space and save again."
        )
    if "disk i/o" in said or "file too large" in said:
        return _(
            "Nothing was saved: the disk of the database cannot be written to; it is over its limit or failing. Links still "
            "work; ask the administrator."
        )
    if "locked" in said:
        return _("Nothing was saved: the database is busy. Save again in a moment.")
    if any(
        word in said
        for word in ("unable to open", "connection", "no such file", "not a directory", "refused")
    ):
        return _(
            "Nothing was saved: the database cannot be reached. Links still work; ask the administrator to start it or to "
            "check DATABASE_URL."
        )
    if "not a database" in said or "malformed" in said:
        return _(
            "Nothing was saved: the file of the database is damaged. Links still work; ask the administrator for the backup."
        )
    return _(
        "Nothing was saved: the database refused ({reason}). Links still work; ask the administrator.",
        reason=clean_text(reason.splitlines()[0] if reason else "", 120),
    )
