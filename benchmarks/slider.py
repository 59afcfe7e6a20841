"""Time from a key press on a slider to the repainted ranking, beside a plain Streamlit page, in one run.

    python benchmarks/slider.py [--presses 50] [--drag]

Both pages run on loopback in headless Chromium. The clock starts in the browser with the keydown event and stops at the first
frame after the bars have changed; a second one when the verdict speaks of the new scenario. Aims on two cores: bars median 100 ms and
95th percentile 150 ms, below the plain page; verdict 160 and 250 ms. With --drag, also how often the bars are repainted while a slider is dragged.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Locator, Page, sync_playwright

ROOT = Path(__file__).parents[1]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
# One observer: the milliseconds from the key press to the first frame after the bars changed, and, where there is a verdict, to the
# first frame after it speaks of the new scenario.
TIMER = """
slider => new Promise((resolve, reject) => {
  // Streamlit keeps a replaced figure, hidden and outside the layout, until the run is over: only bars that are seen count.
  const seen = bar => bar.getClientRects().length > 0
  const bars = () => [...document.querySelectorAll('.point path, .c-ranked i')].filter(seen)
    .map(bar => bar.getAttribute('d') || bar.getAttribute('style')).join()
  const verdict = () => (document.querySelector('.c-verdict') || {dataset: {}}).dataset.query || ''
  const before = {bars: bars(), verdict: verdict()}
  const found = before.verdict ? {bars: null, verdict: null} : {bars: null}
  let start = null
  const observer = new MutationObserver(() => {
    if (start === null) return
    for (const [name, present] of [['bars', bars], ['verdict', verdict]]) {
      if (!(name in found) || found[name] !== null) continue
      const now = present()
      if (now === '' || now === before[name]) continue
      found[name] = 0
      requestAnimationFrame(() => {
        found[name] = performance.now() - start
        if (Object.values(found).every(time => time)) { observer.disconnect(); resolve(found) }
      })
    }
  })
  observer.observe(document.body, {subtree: true, childList: true, attributes: true})
  window.addEventListener('keydown', () => { start = performance.now() }, {capture: true, once: true})
  setTimeout(() => { observer.disconnect(); reject(new Error('the bars did not change')) }, 5000)
})
"""
REPAINTS = """
() => {
  const bars = () => [...document.querySelectorAll('.point path, .c-ranked i')].filter(bar => bar.getClientRects().length > 0)
    .map(bar => bar.getAttribute('d') || bar.getAttribute('style')).join()
  let last = bars()
  window.repaints = []
  new MutationObserver(() => {
    const now = bars()
    if (now !== '' && now !== last) { last = now; window.repaints.push(performance.now()) }
  }).observe(document.body, {subtree: true, childList: true, attributes: true})
}
"""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def served(script: Path) -> Iterator[str]:
    """Run a Streamlit script on a free port of loopback; yield its address."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    command += [
        "--server.address",
        "127.0.0.1",
        "--server.headless",
        "true",
        "--browser.gatherUsageStats",
        "false",
    ]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    try:
        for _attempt in range(120):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).close()
                break
            except OSError:
                time.sleep(0.25)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def presses(page: Page, slider: Locator, count: int) -> dict[str, list[float]]:
    """Return the milliseconds from each key press to the repainted bars and to the verdict, after five that are not counted."""
    slider.focus()
    times: dict[str, list[float]] = {}
    for number in range(count + 5):
        timing = page.evaluate_handle(f"slider => ({{promise: ({TIMER})(slider)}})", slider.element_handle())
        page.keyboard.press("ArrowRight")
        elapsed = timing.evaluate("timer => timer.promise")
        if number >= 5:
            for name, value in elapsed.items():
                times.setdefault(name, []).append(float(value))
        page.wait_for_timeout(120)
    return times


def drag(page: Page, slider: Locator) -> list[float]:
    """Drag a slider to and fro for three seconds; return the milliseconds between repaints."""
    page.evaluate(REPAINTS)
    box = slider.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.3, middle)
    page.mouse.down()
    end = time.monotonic() + 3
    step = 0
    while time.monotonic() < end:
        step += 1
        share = 0.15 + 0.7 * abs((step % 120) / 60 - 1)
        page.mouse.move(box["x"] + box["width"] * share, middle)
        page.wait_for_timeout(16)
    page.mouse.up()
    painted = page.evaluate("() => window.repaints")
    return [later - earlier for earlier, later in pairwise(painted)]


def line(name: str, times: list[float]) -> str:
    return f"{name:14} median {median(times):6.0f} ms   95th percentile {quantiles(times, n=20)[-1]:6.0f} ms   worst {max(times):6.0f} ms   n {len(times)}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--presses", type=int, default=50)
    arguments.add_argument("--drag", action="store_true")
    chosen = arguments.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with (
        served(ROOT / "app.py") as ours,
        served(ROOT / "benchmarks" / "plain_page.py") as plain,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(ours)
        slider = page.get_by_role("slider", name="IP protection", exact=True)
        slider.wait_for(timeout=60_000)
        page.wait_for_selector(".c-ranked i", timeout=60_000)
        page.wait_for_timeout(1500)
        mine = presses(page, slider, chosen.presses)
        gaps = drag(page, slider) if chosen.drag else []
        page.close()
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(plain)
        other = page.get_by_role("slider").first
        other.wait_for(timeout=60_000)
        page.wait_for_selector('[data-testid="stPlotlyChart"] .point path', timeout=60_000)
        page.wait_for_timeout(1500)
        theirs = presses(page, other, chosen.presses)
        browser.close()
    ours_bars, plain_bars = mine["bars"], theirs["bars"]
    print(line("this app", ours_bars))
    print(line("plain page", plain_bars))
    print(
        f"{'ratio':14} median {median(ours_bars) / median(plain_bars):6.2f}      95th percentile "
        f"{quantiles(ours_bars, n=20)[-1] / quantiles(plain_bars, n=20)[-1]:6.2f}"
    )
    print(line("its verdict", mine["verdict"]))
    if gaps:
        print(line("while dragged", gaps))


if __name__ == "__main__":
    main()
