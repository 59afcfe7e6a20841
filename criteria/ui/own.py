"""Problems of one's own: how a link carries each, and what a link brings. Nothing is kept before somebody uses a problem.

While a problem is small its links carry it whole, in one parameter, so that they open the same on another installation. A larger
one is kept in the store under a token that its links name. A problem that neither holds is ranked all the same.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlencode

from criteria.errors import CriteriaError
from criteria.files.document import problem_from_document, short_problem_document
from criteria.links.scenario import TABLE, TABLE_ROOM, query_with_table, scenario_to_query
from criteria.links.small_table import packed, unpacked
from criteria.model.problem import Problem
from criteria.model.scenario import Scenario
from criteria.model.text import id_from_name
from criteria.store import Kept
from criteria.translation import translate as _
from criteria.ui import kept
from criteria.ui import session as tab
from criteria.ui.session import Address, Own, Session
from criteria.ui.workspace import owner

_CELLS = 20_000  # of a table that might fit into a link: fewer than three bytes for each say nothing
Acts = tuple[tuple[str, Problem], ...]  # corrections in words, each with the problem on its other side
NAMING = (TABLE, "problem")  # what of a link says which problem it is about


@dataclass(frozen=True, slots=True)
class Brought:
    """What a link brings.  problem: None where it names one of this installation.  refused: nothing of the link can be applied."""

    problem: Problem | None = None
    notes: tuple[str, ...] = ()
    refused: bool = False


def offered(bundled: Mapping[str, Problem]) -> dict[str, Problem]:
    """Return the problems of the menu: those of this installation, then those of one's own."""
    return {
        **bundled,
        **{name: one.problem for name, one in tab.session().own.items() if name not in bundled},
    }


def use(problem: Problem, bundled: Mapping[str, Problem]) -> Problem:
    """Take a problem into the session as one of one's own; return it, with an identifier that no other problem here has."""
    known = tab.session().own
    same = next((one.problem for one in known.values() if _named_alike(one.problem, problem)), None)
    if same is not None:
        return same
    problem = _renamed(problem, {*bundled, *known})
    known[problem.id] = _carried(problem)
    return problem


def used_or_here(problem: Problem, bundled: Mapping[str, Problem]) -> Problem:
    """Return the problem of this installation that is the same, or take the problem into the session as one of one's own."""
    known = bundled.get(problem.id)
    return known if known is not None and known == problem else use(problem, bundled)


def kept_before(*, search: str = "") -> tuple[Kept, ...]:
    """Return the problems that this browser keeps in the store, latest first; nobody else's, none where there is no store."""
    return kept.mine(owner(), search)


def open_kept(token: str, bundled: Mapping[str, Problem]) -> Brought:
    """Return a problem that is kept, in its latest version; it joins those of the session."""
    return _from_store(token, "", bundled)


def forget_kept(token: str, *, removed: bool = True) -> str:
    """Take one of one's own out of the list and out of links, or put it back; return why it could not be done, else nothing."""
    return kept.remove(token, owner(), removed=removed)


def table_of(problem: Problem) -> str:
    """Return the parameter that carries a problem, the empty text where it is too large for a link."""
    if len(problem.alternatives) * len(problem.leaves) > _CELLS:
        return ""
    table = packed(short_problem_document(problem))
    return table if table is not None and len(table) <= TABLE_ROOM else ""


def _carried(problem: Problem) -> Own:
    table = table_of(problem)
    return Own(problem, table) if table else kept.keep(problem, owner())


def without_table(problem: Problem) -> bool:
    """See to it that links of a problem do not hold its table; return whether they can name it, by the store or as one of this installation."""
    known = tab.session().own
    one = known.get(problem.id)
    if one is not None and one.table:
        stored = kept.keep(problem, owner())
        known[problem.id] = one = replace(one, table="", token=stored.token, version=stored.version)
    return one is None or bool(one.token)


def with_table(problem: Problem) -> None:
    """Let links of a problem hold its table again, where it is small enough for one."""
    known = tab.session().own
    if problem.id in known and (table := table_of(problem)):
        known[problem.id] = replace(known[problem.id], table=table)


def corrected(
    problem: Problem, changed: Problem, words: str, taken: Collection[str], *, author: str = ""
) -> Problem:
    """Take a corrected problem in place of the one it was; of a problem of this installation a copy, which stays as it is.

    words: what was corrected and why; they join the notes of the problem.  taken: identifiers that a copy must not have.
    """
    one = _mine(problem)
    if one is None:
        identifier = id_from_name(problem.id, {*taken, *tab.session().own})
        title = _("{title} (corrected)", title=problem.title)
        problem, changed = (replace(p, id=identifier, title=title) for p in (problem, changed))
    changed = changed.with_notes((*changed.notes, words))
    done = (*(one.done if one else ()), (words, problem))
    return _moved_on(changed, one, done, author=author, note=words)


def corrections(problem: Problem) -> tuple[str, ...]:
    """Return the corrections of this session in words, the first one first."""
    one = _mine(problem)
    return tuple(words for words, _before in one.done) if one else ()


def undone(problem: Problem) -> Problem:
    """Return the problem as it was before the last correction; the same where there was none."""
    one = _mine(problem)
    if one is None or not one.done:
        return problem
    words, before = one.done[-1]
    undone = (*one.undone, (words, problem))
    return _moved_on(before, one, one.done[:-1], undone, note=_("Undone: {words}", words=words))


def redone(problem: Problem) -> Problem:
    """Return the problem with the correction again that was undone last; the same where there was none."""
    one = _mine(problem)
    if one is None or not one.undone:
        return problem
    words, after = one.undone[-1]
    done = (*one.done, (words, problem))
    return _moved_on(after, one, done, one.undone[:-1], note=_("Done again: {words}", words=words))


def taken_back(problem: Problem) -> tuple[str, ...]:
    """Return the corrections that were undone and can be done again, the next one last."""
    one = _mine(problem)
    return tuple(words for words, _after in one.undone) if one else ()


def _mine(problem: Problem) -> Own | None:
    one = tab.session().own.get(problem.id)
    return one if one is not None and one.problem == problem else None


def _moved_on(
    problem: Problem, old: Own | None, done: Acts, undone: Acts = (), *, author: str = "", note: str
) -> Problem:
    table = table_of(problem)
    if table:
        carried = Own(problem, table)
    elif old is not None and old.token:
        carried = kept.save(problem, old, author=author, note=note)
    else:
        carried = kept.keep(problem, owner(), author=author, note=note)
    tab.session().own[problem.id] = replace(carried, done=done, undone=undone)
    return problem


def said(problem: Problem) -> str:
    """Return what to know about keeping a problem, the empty text where there is nothing."""
    one = _mine(problem)
    return one.said if one is not None else ""


def address(session: Session, problem: Problem, scenario: Scenario) -> str:
    """Return the part of an address from its question mark on; asked outside of any run as well."""
    return f"?{urlencode(_query(session.own, problem, scenario), safe=',:')}"


def query(problem: Problem, scenario: Scenario) -> dict[str, str]:
    """Return the parameters of the address of a scenario, with what carries a problem of one's own."""
    return _query(tab.session().own, problem, scenario)


def _query(known: Mapping[str, Own], problem: Problem, scenario: Scenario) -> dict[str, str]:
    one = known.get(problem.id)
    if one is None or one.problem.fingerprint != problem.fingerprint or not (one.table or one.token):
        return scenario_to_query(problem, scenario)
    if not one.table:
        return scenario_to_query(problem, scenario) | {"problem": one.token}
    return query_with_table(problem, scenario, one.table)


def brought(here: Address, bundled: Mapping[str, Problem]) -> Brought:
    """Return the problem that an address carries or names; it joins those of the session."""
    if TABLE in here:
        return _from_table(here[TABLE][-1], bundled)
    name = here.get("problem", [""])[-1]
    if name in bundled:
        return Brought()
    one = tab.session().own.get(name)
    if one is not None or not kept.is_token(name):
        return Brought(one.problem if one is not None else None)
    return _from_store(name, here.get("data", [""])[-1], bundled)


def _from_store(token: str, fingerprint: str, bundled: Mapping[str, Problem]) -> Brought:
    known = tab.session().own
    for one in known.values():
        if one.token == token and one.problem.fingerprint == fingerprint:
            return Brought(one.problem)
    found = kept.opened(token, fingerprint)
    if found.own is None:
        return Brought(None, (*found.notes, _nothing_applied()), refused=True)
    one = found.own
    mine = next((name for name, other in known.items() if other.token == token), one.problem.id)
    if mine != one.problem.id or mine in bundled:
        one = kept.renamed(one, id_from_name(mine, set(bundled)) if mine in bundled else mine)
    known[one.problem.id] = one
    return Brought(one.problem, found.notes)


def _from_table(parameter: str, bundled: Mapping[str, Problem]) -> Brought:
    try:
        problem = _unpacked(parameter)
    except CriteriaError as error:
        return Brought(None, (str(error), _nothing_applied()), refused=True)
    if problem.id in bundled:
        problem = _renamed(problem, set(bundled))
    tab.session().own[problem.id] = Own(problem, table_of(problem) or parameter)
    return Brought(problem)


def _nothing_applied() -> str:
    return _("Nothing of the link was applied; this is another problem.")


@lru_cache(maxsize=64)
def _unpacked(parameter: str) -> Problem:
    return problem_from_document(unpacked(parameter))


def _named_alike(one: Problem, other: Problem) -> bool:
    """Whether two problems are the same but for an identifier that was changed to tell them from others."""
    return replace(one, id=other.id) == other


def _renamed(problem: Problem, taken: set[str]) -> Problem:
    return problem if problem.id not in taken else replace(problem, id=id_from_name(problem.id, taken))
