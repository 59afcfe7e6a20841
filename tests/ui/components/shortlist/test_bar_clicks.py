"""Who clicks a bar, or presses Enter on it, opens that candidate; a click elsewhere opens nobody."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from by_hand import BASE, PROBLEM, evaluated

from criteria.ui import session
from criteria.ui.components.shortlist import bar_clicks, ranking_bars

NODE = shutil.which("node")
HERE = Path(bar_clicks.__file__).parent
SOURCE = "\n".join((HERE / name).read_text(encoding="utf-8") for name in ("drawer.js", "bar_clicks.js"))
# A page in a few lines: what listens, what is clicked, and what is told to the server.
PAGE = """
const heard = [], told = []
globalThis.performance ??= { now: () => 0 }
globalThis.CSS = { escape: (text) => text }
globalThis.document = {
  activeElement: null, body: {}, querySelector: () => null,
  addEventListener: (kind, act) => heard.push([kind, act]),
  removeEventListener: (kind, act) => heard.splice(heard.findIndex((one) => one[0] === kind && one[1] === act), 1),
}
globalThis.setTimeout = () => 0
const send = (kind, given) => heard.filter((one) => one[0] === kind).forEach((one) => one[1](given))
const bar = { dataset: { candidate: "ash" }, matches: () => true }
bar.closest = () => bar
const inside = { closest: () => bar, matches: () => false }
const elsewhere = { closest: () => null, matches: () => false }
const stop = listener({ setTriggerValue: (name, value) => told.push([name, value]) })
send("click", { target: inside })
send("click", { target: elsewhere })
send("click", { target: {} })
let prevented = 0
const press = (key, target) => send("keydown", { key, target, preventDefault: () => { prevented += 1 } })
press("Enter", bar)
press(" ", bar)
press("a", bar)
press("Enter", inside)
send("click", { target: bar, shiftKey: true })
stop()
send("click", { target: bar })
process.stdout.write(JSON.stringify({ told, prevented, left: heard.length }))
"""


@pytest.mark.skipif(NODE is None, reason="node is not installed")
def test_a_click_inside_a_bar_and_a_key_on_it_name_its_candidate() -> None:
    script = SOURCE.replace("export default function", "const listener = function") + PAGE
    done = subprocess.run([str(NODE), "-e", script], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert found["told"] == [["candidate", "ash"]] * 3 + [["against", "ash"]]
    assert found["prevented"] == 2  # the space bar does not scroll the page away
    assert found["left"] == 0


def test_bars_carry_what_is_listened_for_and_take_the_keyboard() -> None:
    html = str(ranking_bars.ranking_bars(evaluated(BASE), limit=8))
    for name in ("ash", "birch", "cedar"):
        assert f'data-candidate="{name}"' in html
    assert "tabindex" in html
    assert "data-candidate" in SOURCE


@pytest.mark.parametrize(
    ("sent", "looks"),
    [
        ({"candidate": "cedar"}, {"look": "cedar"}),
        ({"candidate": None, "against": "cedar"}, {"look": ":leader", "against": "cedar"}),
        ({"candidate": "nobody"}, {}),
        ({}, {}),
        (None, {}),
    ],
)
def test_who_is_clicked_is_looked_at_before_anything_is_drawn(
    sent: dict[str, object] | None, looks: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = session.Session(problem=PROBLEM, scenario=BASE)

    @contextmanager
    def unbroken() -> Iterator[Mapping[str, object]]:
        yield {bar_clicks.KEY: sent}

    monkeypatch.setattr(session, "unbroken", unbroken)
    monkeypatch.setattr(session, "session", lambda: mine)
    bar_clicks.clicked()
    assert mine.acted
    assert mine.looks == looks
