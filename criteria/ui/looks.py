"""What a page shows of a scenario without changing it: the open view of Robustness, the candidate looked at. In the address of its page.

A look is a word that one of the page's widgets knows; any other word from a link is passed over in silence, as a menu does with what it lacks.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from criteria.model.text import clean_text
from criteria.ui import session as tab
from criteria.ui import widgets
from criteria.ui.session import Address, Session

# By the page's address, the parameters that its looks have there.
LOOKS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"robustness": ("view",), "shortlist": ("look", "against", "first", "second")}
)
NAMES = frozenset(name for names in LOOKS.values() for name in names)
VIEW = "robustness-view"  # the widget that chooses one of the views of Robustness
VIEWS = ("weights", "first", "map", "methods", "evidence")
_LIMIT = 80  # characters


def look(name: str, options: Collection[str], first: str) -> str:
    """Return what is looked at, by the name of the look; the first one where nothing was chosen or it is not among the options."""
    chosen = tab.session().looks.get(name, first)
    return chosen if chosen in options else first


def look_now(name: str, first: str) -> str:
    """Return what is noted as looked at; for callbacks, which know no options."""
    return tab.session().looks.get(name, first)


def note(name: str, value: str, first: str = "") -> None:
    """Note what is looked at; the first one goes without saying."""
    if value == first:
        tab.session().looks.pop(name, None)
    else:
        tab.session().looks[name] = value


def noted(name: str, key: str, first: str) -> widgets.Then:
    """Return what the callback of a widget does: it notes what the widget with this key holds."""
    return (lambda: note(name, str(widgets.widget_now(key) or first), first), ())


def adopt(mine: Session, here: Address) -> None:
    """Take over the looks that the address of a page has, and forget those of the page that it has not."""
    for name in LOOKS.get(mine.page, ()):
        mine.looks.pop(name, None)
        if name in here and (told := clean_text(here[name][-1], _LIMIT)):
            mine.looks[name] = told


def written(mine: Session) -> dict[str, str]:
    """Return the looks that the address of the open page has."""
    return {name: mine.looks[name] for name in LOOKS.get(mine.page, ()) if name in mine.looks}
