"""Who clicks a bar, or presses Enter on it, opens that candidate; a click elsewhere opens nobody."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
from by_hand import BASE, evaluated

from criteria.ui import session
from criteria.ui.components.shortlist import bar_clicks, ranking_bars

NODE = shutil.which("node")
SOURCE = Path(bar_clicks.__file__).with_suffix(".js").read_text(encoding="utf-8")
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
stop()
send("click", { target: bar })
process.stdout.write(JSON.stringify({ told, prevented, left: heard.length }))
"""


@pytest.mark.skipif(NODE is None, reason="node is not installed")
def test_a_click_inside_a_bar_and_a_key_on_it_name_its_candidate() -> None:
    script = SOURCE.replace("export default function", "const listener = function") + PAGE
    done = subprocess.run([str(NODE), "-e", script], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert found["told"] == [["candidate", "ash"]] * 3
    assert found["prevented"] == 2  # the space bar does not scroll the page away
    assert found["left"] == 0


def test_bars_carry_what_is_listened_for_and_take_the_keyboard() -> None:
    html = str(ranking_bars.ranking_bars(evaluated(BASE), limit=8))
    for name in ("ash", "birch", "cedar"):
        assert f'data-candidate="{name}"' in html
    assert "tabindex" in html
    assert "data-candidate" in SOURCE


@pytest.mark.parametrize(("given", "clicked"), [("cedar", "cedar"), (None, ""), ("", "")])
def test_a_run_without_a_click_opens_nobody(
    given: str | None, clicked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {}

    def listener(**options: object) -> SimpleNamespace:
        asked.update(options)
        return SimpleNamespace(candidate=given)

    monkeypatch.setattr(bar_clicks, "_listener", listener)
    assert bar_clicks.clicked_bar() == clicked
    assert asked["on_candidate_change"] == session.act
