"""Time from a key press on a slider to the repainted ranking, beside a plain Streamlit page, in one run.

    python -m benchmarks.slider [--presses 50] [--drag] [--latency 150]

Both pages run on loopback in headless Chromium. The clock starts in the browser with the keydown event and stops at the first
frame after the bars have changed; a second one when the verdict speaks of the new scenario. The slider is reached for first, as a person
does: its travel is there when the presses begin. Aims on two idle cores: bars median 20 ms and 95th percentile 34 ms; verdict 100 ms.
With --drag, also how often the bars are repainted while a slider is dragged: 50 times a second is the aim. With --latency, every message
takes so many milliseconds longer, half of it each way. Printed as well: what a move sends to the browser.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Locator, Page, TimeoutError, WebSocket, sync_playwright
from websockets.sync.client import connect

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
# Looks once a frame, and reads nothing for which the browser would have to lay the page out.
REPAINTS = """
() => {
  let last = ''
  window.repaints = []
  const look = () => {
    const now = [...document.querySelectorAll('.c-ranked i')].map(bar => bar.getAttribute('style')).join()
    if (now !== last) { last = now; window.repaints.push(performance.now()) }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
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


class SlowLine:
    """A proxy on loopback that hands on what it gets so many seconds later, each way, in order."""

    def __init__(self, target: str, delay: float) -> None:
        self.target, self.delay = int(target.rstrip("/").rpartition(":")[2]), delay
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listener.getsockname()[1]}/"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            near, _address = self.listener.accept()
            far = socket.create_connection(("127.0.0.1", self.target))
            for one, other in ((near, far), (far, near)):
                waiting: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
                threading.Thread(target=self._take, args=(one, waiting), daemon=True).start()
                threading.Thread(target=self._hand_on, args=(other, waiting), daemon=True).start()

    def _take(self, one: socket.socket, waiting: queue.SimpleQueue[tuple[float, bytes]]) -> None:
        data = b"."
        while data:
            try:
                data = one.recv(65536)
            except OSError:
                data = b""
            waiting.put((time.monotonic() + self.delay, data))

    def _hand_on(self, other: socket.socket, waiting: queue.SimpleQueue[tuple[float, bytes]]) -> None:
        while True:
            due, data = waiting.get()
            time.sleep(max(0.0, due - time.monotonic()))
            with suppress(OSError):
                if not data:
                    return other.shutdown(socket.SHUT_RDWR)
                other.sendall(data)


def received(page: Page) -> list[int]:
    """Return a list with one number, the characters that the page's websocket has received so far; it keeps counting."""
    total = [0]

    def opened(line: WebSocket) -> None:
        line.on("framereceived", lambda payload: total.__setitem__(0, total[0] + len(payload)))

    page.on("websocket", opened)
    return total


def presses(page: Page, slider: Locator, count: int) -> dict[str, list[float]]:
    """Return the milliseconds from each key press to the repainted bars and to the verdict, after five that are not counted."""
    slider.focus()
    with suppress(TimeoutError):  # the plain page has none, and neither has a commit from before
        page.wait_for_selector(".panel[data-travel]", state="attached", timeout=5_000)
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


def drag(page: Page, slider: Locator, port: int) -> list[float]:
    """Drag a slider to and fro for three seconds; return the milliseconds between repaints.

    The moves are sent as a mouse reports them, 125 a second whatever the page does meanwhile. port: of the browser's debugging protocol.
    """
    page.evaluate(REPAINTS)
    box = slider.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/json") as told:
        targets = json.load(told)
    line = next(one["webSocketDebuggerUrl"] for one in targets if one["url"] == page.url)
    with connect(line) as browser:

        def mouse(kind: str, share: float) -> None:
            place = {"x": box["x"] + box["width"] * share, "y": middle}
            told = {"type": kind, "button": "left", "buttons": 1, "clickCount": 1, **place}
            browser.send(json.dumps({"id": 1, "method": "Input.dispatchMouseEvent", "params": told}))

        mouse("mouseMoved", 0.3)
        mouse("mousePressed", 0.3)
        start = time.monotonic()
        for step in range(375):
            time.sleep(max(0.0, start + step / 125 - time.monotonic()))
            mouse("mouseMoved", 0.15 + 0.7 * abs((step % 250) / 125 - 1))
        painted = page.evaluate("() => window.repaints")
        mouse("mouseReleased", 0.3)
    return [later - earlier for earlier, later in pairwise(painted)]


def line(name: str, times: list[float]) -> str:
    return f"{name:14} median {median(times):6.0f} ms   95th percentile {quantiles(times, n=20)[-1]:6.0f} ms   worst {max(times):6.0f} ms   n {len(times)}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--presses", type=int, default=50)
    arguments.add_argument("--drag", action="store_true")
    arguments.add_argument("--latency", type=float, default=0.0, help="milliseconds")
    chosen = arguments.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with (
        served(ROOT / "app.py") as ours,
        served(ROOT / "benchmarks" / "plain_page.py") as plain,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(
            executable_path=chromium, args=[*FLAGS, f"--remote-debugging-port={(port := free_port())}"]
        )
        addresses = [ours, plain]
        if chosen.latency:
            addresses = [SlowLine(one, chosen.latency / 2000).address for one in addresses]
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        told = received(page)
        page.goto(addresses[0])
        slider = page.get_by_role("slider", name="IP protection", exact=True)
        slider.wait_for(timeout=60_000)
        page.wait_for_selector(".c-ranked i", timeout=60_000)
        page.wait_for_timeout(1500)
        before = told[0]
        mine = presses(page, slider, chosen.presses)
        sent = (told[0] - before) / (chosen.presses + 5)
        gaps = drag(page, slider, port) if chosen.drag else []
        page.close()
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(addresses[1])
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
    print(f"{'sent':14} {sent / 1000:.0f} kB a move, the travel included")
    if gaps:
        print(line("while dragged", gaps))
        print(f"{'repaints':14} {1000 * len(gaps) / sum(gaps):.0f} a second")


if __name__ == "__main__":
    main()
