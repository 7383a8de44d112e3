"""One server for all tests of the page, and a Chromium for each module. In: a project. Out: the page, opened."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from projects import GOOD, write

PATIENCE: Final = 30_000
"""Milliseconds that something may take on a busy machine."""
CHROMIUMS: Final = ("chromium", "chromium-browser", "google-chrome")
RECORDER: Final = '#!/bin/sh\necho "$@" >> {said}\n'
"""A program that writes down what it is called with."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium; a test that needs it fails without it. Its event loop is no module's but its own."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if not found:
        pytest.fail("Chromium is not installed: run `make test`")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The folder of a project, and the address of its live page."""
    folder = write(tmp_path_factory.mktemp("served"), GOOD)
    programs = folder / "programs"
    programs.mkdir()
    for name in ("xdg-open", "code"):
        (programs / name).write_text(RECORDER.format(said=folder / f"{name}.said"), encoding="utf-8")
        (programs / name).chmod(0o755)
    environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "EDITOR": "code", "VISUAL": ""}
    command = [sys.executable, "-u", "-m", "deckgen", "preview", "board", "--no-browser"]
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout is not None
        yield folder, server.stdout.readline().strip()
        server.terminate()


@pytest.fixture
def project(served: tuple[Path, str]) -> Path:
    """The project as it was at the beginning."""
    folder, _ = served
    for file in (*folder.glob("content/*.yaml"), *folder.glob("assets/brands/*/*")):
        if file.relative_to(folder).as_posix() not in GOOD:
            file.unlink()
    return write(folder, {name: text for name, text in GOOD.items() if (folder / name).read_text("utf-8") != text})


@pytest.fixture
def page(browser: Browser, served: tuple[Path, str], project: Path) -> Iterator[Page]:
    """The live page, opened. Whatever it says on its console is a fault of it."""
    faults: list[str] = []
    address, _, _ = served[1].partition("/?")
    context = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(served[1])
    page.wait_for_selector("#sheet svg")
    yield page
    context.close()
    assert not faults
