"""The page as people meet it who use no mouse or see little: axe finds nothing serious, and keys lead everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from live_page import MEMBERS, look_at, save

pytest_plugins = ["served_page"]

AXE: Final = Path(__file__).parent.parent.parent / ".tools/node_modules/axe-core/axe.min.js"
GRAVE: Final = ("serious", "critical")


@pytest.fixture(scope="session")
def axe() -> str:
    if not AXE.exists():
        pytest.fail("axe is not installed: run `make test`")
    return AXE.read_text(encoding="utf-8")


def graves(page: Page, axe: str) -> list[str]:
    """What axe finds on the page as it stands, and where."""
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found["violations"]
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


def test_axe_is_asked(page: Page, axe: str) -> None:
    page.evaluate("document.body.append(document.createElement('input'))")
    assert [found.partition(":")[0] for found in graves(page, axe)] == ["label"]


def test_the_desk_has_no_serious_findings(page: Page, project: Path, axe: str) -> None:
    assert not graves(page, axe)
    look_at(page, "survey.members")
    page.click('#sheet [data-figure="members"]')
    expect(page.locator("#story .value")).to_be_visible()
    assert not graves(page, axe)
    save(project, MEMBERS, "kind: bullets", "kind: bulets")
    expect(page.locator("#banner")).to_be_visible()
    assert not graves(page, axe)


def test_the_forms_have_no_serious_findings(page: Page, axe: str) -> None:
    for slide in ("survey.members", "survey.presence", "meeting.cover"):
        look_at(page, slide)
        page.keyboard.press("w")
        expect(page.locator("#form-head b")).to_have_text(slide)
        assert not graves(page, axe)
        page.keyboard.press("Escape")
    page.keyboard.press("o")
    expect(page.locator("#form-head b")).to_have_text("board")
    assert not graves(page, axe)
    page.keyboard.type("x")
    expect(page.locator("#form-told")).to_have_text("Not saved")
    assert not graves(page, axe)


def test_a_kind_that_asks_for_more_has_no_serious_findings(page: Page, axe: str) -> None:
    look_at(page, "survey.members")
    page.keyboard.press("w")
    page.locator('#form [data-field="kind"]').select_option("matrix_2x2")
    expect(page.locator("#form .left")).to_be_visible()
    page.get_by_text("An example of this kind").click()
    assert not graves(page, axe)


def test_the_page_in_danish_has_no_serious_findings(page: Page, project: Path, axe: str) -> None:
    save(project, "content/project.yaml", "language: da\n", "language: da\nmessages: da\n")
    expect(page.get_by_role("button", name="Byg og åbn")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "da"
    page.keyboard.press("w")
    expect(page.locator("#form-save")).to_have_text("Gem")
    assert not graves(page, axe)


def test_the_other_views_have_no_serious_findings(page: Page, axe: str) -> None:
    page.keyboard.press("?")
    assert not graves(page, axe)
    page.keyboard.press("Escape")
    for key, shown in (("d", "#side-left svg"), ("f", "#show-now svg")):
        page.keyboard.press(key)
        page.wait_for_selector(shown)
        assert not graves(page, axe), key
        page.keyboard.press("Escape")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    opened.value.wait_for_selector("#speaker-now svg")
    assert not graves(opened.value, axe)


def test_a_whole_edit_takes_no_mouse(page: Page, project: Path) -> None:
    """From the first slide to a saved and an undone edit of another."""
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#caption b")).to_have_text("survey.members")
    page.keyboard.press("w")
    focused: list[str] = []
    while "Items 2" not in focused:
        assert len(focused) < 40, focused
        page.keyboard.press("Tab")
        focused.append(
            page.evaluate("document.activeElement.closest('[role=group]')?.getAttribute('aria-label') ?? ''")
        )
    page.keyboard.press("Control+a")
    page.keyboard.type("Alle tal er skøn")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#form-told")).to_have_text("Saved")
    assert "Alle tal er skøn" in (project / MEMBERS).read_text(encoding="utf-8")
    page.keyboard.press("Control+z")
    expect(page.locator("#sheet")).to_contain_text("Nogle af tallene er skøn")
    page.keyboard.press("Escape")
    expect(page.locator("#form")).to_be_hidden()
    expect(page.locator("#sheet")).to_be_focused()
