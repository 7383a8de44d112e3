"""What tests do on the live page. In: a page, a project. Out: a slide looked at, a file saved."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from playwright.sync_api import Page, expect

from projects import GOOD

MEMBERS: Final = "content/members.yaml"


def save(project: Path, file: str, old: str, new: str) -> None:
    """Write something else in a file of the project as it was."""
    assert old in GOOD[file]
    (project / file).write_text(GOOD[file].replace(old, new), encoding="utf-8")


def look_at(page: Page, slide: str) -> None:
    page.click(f'.leaf[data-page="{slide}"]')
    expect(page.locator("#caption b")).to_have_text(slide)


def shows(page: Page, text: str) -> None:
    expect(page.locator("#sheet")).to_contain_text(text)
