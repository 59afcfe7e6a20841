"""What can go wrong with a database, said to the person who was about to save."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from criteria.errors import CriteriaError
from criteria.model.text import clean_text
from criteria.translation import translate as _


class StoreError(CriteriaError):
    """Nothing was saved or read, for a reason that an administrator can mend; ranking goes on without the store.

    cause, todo: what the database refused for and what helps, as clauses of a sentence; empty where it is another error.
    """

    def __init__(self, sentence: str, *, cause: str = "", todo: str = "") -> None:
        super().__init__(sentence)
        self.cause, self.todo = cause, todo


class NotKeptError(StoreError):
    """There is nothing under this token: it was removed, or the link is incomplete."""


class NotAllowedError(StoreError):
    """Who asks may not do this: not signed in, signed in for too long, or a viewer who wants to change something."""


@contextmanager
def told() -> Iterator[None]:
    """Turn an error of the database into a StoreError that says what to do; nothing of the data is in the message."""
    try:
        yield
    except DBAPIError as error:
        raise _refusal(str(error.orig)) from error
    except SQLAlchemyError as error:
        raise _refusal(type(error).__name__) from error
    except OSError as error:
        raise _refusal(error.strerror or type(error).__name__) from error


def _refusal(reason: str) -> StoreError:
    if "locked" in reason.casefold():
        return StoreError(_("Nothing was saved: the database is busy. Save again in a moment."))
    cause, todo = _cause_and_help(reason)
    sentence = _("Nothing was saved: {cause}. Links still work; {todo}.", cause=cause, todo=todo)
    return StoreError(sentence, cause=cause, todo=todo)


def _cause_and_help(reason: str) -> tuple[str, str]:
    """Return what is wrong and what helps, as clauses of a sentence."""
    said = reason.casefold()
    if "readonly" in said or "read-only" in said or "permission denied" in said:
        return _("the database is read-only"), _("ask the administrator for a place that can be written to")
    if "full" in said or "no space" in said:
        return _("the disk of the database is full"), _("free some space and save again")
    if "disk i/o" in said or "file too large" in said:
        return (
            _("the disk of the database cannot be written to, as it is over its limit or failing"),
            _("ask the administrator"),
        )
    if any(
        word in said
        for word in ("unable to open", "connection", "no such file", "not a directory", "refused")
    ):
        return (
            _("the database cannot be reached"),
            _("ask the administrator to start it or to check DATABASE_URL"),
        )
    if "not a database" in said or "malformed" in said:
        return _("the file of the database is damaged"), _("ask the administrator for the backup")
    first = clean_text(reason.splitlines()[0] if reason else "", 120)
    return _("the database refused ({reason})", reason=first), _("ask the administrator")
