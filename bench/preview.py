"""`make bench-preview`: from a save to the new picture on the screen of Chromium, of the shipped board deck.

In: nothing. Out: two medians on standard output: of a slide after its title changed, and of all slides after a colour
of the brand did. The clock is the machine's: it starts before the file is written and ends when the browser painted.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, sync_playwright

ROOT: Final = Path(__file__).parent.parent
CHROMIUMS: Final = ("chromium", "chromium-browser", "google-chrome")
PAUSE: Final = 0.6
"""Seconds between saves: somebody who writes saves no faster, and rules are asked meanwhile."""
SLIDE, LAST = "survey.reach", "meeting.sources"
TITLE: Final = ("content/survey.yaml", "virksomheder har været med")
PRIMARY: Final = ("assets/_brand.yml", "#0F4C5C")
SAVES, BRANDS = 21, 6
AIM, BRAND_AIM = 50, 1000

PAINTED: Final = """
([selector, text]) => {
  window.painted = new Promise((done) => {
    const painted = () => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.timeOrigin + performance.now());
      channel.port2.postMessage(0);
    });
    const watching = new MutationObserver(() => {
      if (!document.querySelector(selector)?.textContent.includes(text)) return;
      watching.disconnect();
      painted();
    });
    watching.observe(document.body, { childList: true, subtree: true });
  });
}
"""
"""Promises the time at which something with a text in it has been handed to the screen."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the live page of a project."""
    command = [sys.executable, "-u", "-m", "deckgen", "preview", "board", "--no-browser"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.terminate()


def milliseconds(page: Page, file: Path, said: str, selector: str, text: str = "") -> float:
    """From before a save to when what it brings about is painted."""
    time.sleep(PAUSE)
    page.evaluate(PAINTED, [selector, text])
    began = time.time()
    file.write_text(said, encoding="utf-8")
    shown: float = page.evaluate("window.painted")
    return shown - began * 1000


def titles(page: Page, folder: Path) -> Iterator[float]:
    """A title that is another at each save."""
    name, old = TITLE
    said = (folder / name).read_text(encoding="utf-8")
    for number in range(SAVES):
        new = f"{old} {number}"
        yield milliseconds(page, folder / name, said.replace(old, new, 1), "#sheet", new)


def brands(page: Page, folder: Path) -> Iterator[float]:
    """A brand whose primary is another at each save, until the last small picture has it."""
    name, old = PRIMARY
    said = (folder / name).read_text(encoding="utf-8")
    for number in range(BRANDS):
        new = f"#0F4C{0x60 + number:X}"
        yield milliseconds(page, folder / name, said.replace(old, new), f'.leaf[data-page="{LAST}"] [fill="{new}"]')


def main() -> None:
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if not chromium:
        raise SystemExit("Chromium is not installed: run `make tools`.")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        for part in ("content", "assets"):
            shutil.copytree(ROOT / part, folder / part)
        with served(folder) as address:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(address)
            page.click(f'.leaf[data-page="{SLIDE}"]')
            for what, aim, took in (("one slide", AIM, titles), ("a change of brand", BRAND_AIM, brands)):
                median = statistics.median(list(took(page, folder))[1:])  # the first finds nothing known yet
                print(f"board, {what}: median {median:.0f} ms from save to picture (aim {aim})")
            browser.close()


if __name__ == "__main__":
    main()
