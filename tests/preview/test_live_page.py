"""The live page in a browser, as its user sees it."""

from __future__ import annotations

import re
import time
from pathlib import Path

from playwright.sync_api import Page, expect

from live_page import MEMBERS, look_at, save, shows
from projects import GOOD, write

pytest_plugins = ["served_page"]


def test_it_opens_on_the_deck_with_all_around_it(page: Page) -> None:
    shows(page, "Samarbejde med klyngerne")
    expect(page.locator(".rail .leaf")).to_have_count(5)
    expect(page.locator(".rail h2").nth(1)).to_contain_text("Fund")
    expect(page.locator("#clock")).to_contain_text("10 of 10 minutes")
    assert "token" not in page.url
    look_at(page, "survey.presence")
    expect(page.locator("#notes")).to_contain_text("Siden 2021")


def test_a_save_is_shown_in_place(page: Page, project: Path) -> None:
    look_at(page, "survey.members")
    save(project, MEMBERS, "De fleste er små", "Langt de fleste er ganske små")
    shows(page, "Langt de fleste er ganske små")
    expect(page.locator('.leaf[data-page="survey.members"]')).to_contain_text("Langt de fleste er ganske små")
    expect(page.locator("#caption b")).to_have_text("survey.members")
    assert "page=survey.members" in page.url


def test_an_error_leaves_the_last_good_picture_dimmed_until_it_is_mended(page: Page, project: Path) -> None:
    look_at(page, "survey.members")
    save(project, MEMBERS, "kind: bullets", "kind: bulets")
    expect(page.locator("#banner")).to_contain_text("there is no kind of slide `bulets`")
    expect(page.locator("#sheet")).to_have_attribute("data-stale", "true")
    shows(page, "De fleste er små")
    expect(page.locator("#status")).to_have_text("1 error")
    page.click("#banner .fault")
    expect(page.locator("#source .meant")).to_contain_text("kind: bulets")
    look_at(page, "survey.presence")
    expect(page.locator("#sheet")).to_have_attribute("data-stale", "false")
    expect(page.locator("#banner")).to_be_hidden()
    write(project, {MEMBERS: GOOD[MEMBERS]})
    expect(page.locator("#status")).not_to_have_attribute("data-state", "errors")
    look_at(page, "survey.members")
    expect(page.locator("#sheet")).to_have_attribute("data-stale", "false")


def test_what_rules_find_is_told_at_its_slide(page: Page, project: Path) -> None:
    look_at(page, "survey.members")
    save(project, MEMBERS, "${members} medlemmer", "375 medlemmer")
    expect(page.locator('#checks [data-code="bare-number"]')).to_be_visible()
    expect(page.locator('.leaf[data-page="survey.members"]')).to_have_attribute("data-worst", "warning")


def test_a_text_leads_to_its_line_and_the_editor(page: Page, project: Path) -> None:
    look_at(page, "survey.members")
    page.locator("#sheet").get_by_text("De fleste er små").click()
    expect(page.locator("#source .place b")).to_have_text(re.compile(r"members\.yaml:\d+$"))
    expect(page.locator("#source .meant")).to_contain_text("De fleste er små")
    link = page.locator("#source a").get_attribute("href") or ""
    assert link.startswith("vscode://file/")
    assert f"{project.resolve().as_posix().lstrip('/')}/{MEMBERS}:" in link
    page.locator("#sheet").get_by_text("Nogle af tallene er skøn").click()
    expect(page.locator("#source .meant")).to_contain_text("Nogle af tallene er skøn")
    page.get_by_text("Open in $EDITOR").click()
    expect(page.get_by_text("Opened", exact=True)).to_be_visible()
    assert "--goto" in (project / "code.said").read_text(encoding="utf-8")


def test_a_number_tells_its_story(page: Page) -> None:
    look_at(page, "survey.members")
    page.click('#sheet [data-figure="members"]')
    story = page.locator("#story")
    expect(story.locator(".value")).to_have_text("mindst\u00a0375")
    expect(story).to_contain_text("Spørgeskema til klyngerne")
    expect(story).to_contain_text("board, title")
    story.get_by_role("button", name="directorate, title").click()
    expect(page.locator("#deck")).to_have_value("directorate")
    expect(page.locator("#caption b")).to_have_text("survey.members")


def test_decks_and_brands_are_switched(page: Page, project: Path) -> None:
    page.select_option("#deck", "directorate")
    expect(page.locator('.leaf[data-page="survey.budget"]')).to_be_visible()
    expect(page.locator("#brand")).to_be_hidden()
    other = GOOD["assets/_brand.yml"].replace("#0F4C5C", "#5C0F4C")
    write(project, {"assets/brands/plum/wordmark.svg": GOOD["assets/wordmark.svg"]})
    write(project, {"assets/brands/plum/_brand.yml": other})
    page.select_option("#brand", label="plum")
    look_at(page, "survey.budget")
    expect(page.locator('#sheet [fill="#5C0F4C"]').first).to_be_attached()


def test_it_is_used_by_keys_alone(page: Page) -> None:
    page.keyboard.press("End")
    expect(page.locator("#caption b")).to_have_text("meeting.questions")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#caption b")).to_have_text("survey.members")
    page.keyboard.press(".")
    expect(page.locator("#source .meant")).to_be_visible()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("f")
    expect(page.locator("#show-now")).to_contain_text("medlemmer i regionen")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#show-now")).to_contain_text("Mødet giver retning")
    page.keyboard.press("Escape")
    expect(page.locator("#caption b")).to_have_text("meeting.questions")
    focused = set()
    for _ in range(14):
        page.keyboard.press("Tab")
        focused.add(page.evaluate("document.activeElement.id || document.activeElement.getAttribute('class')"))
    assert {"deck", "leaf", "primary"} <= focused


def test_ten_saves_within_a_second_end_in_the_last(page: Page, project: Path) -> None:
    look_at(page, "survey.members")
    for number in range(1, 11):
        save(project, MEMBERS, "De fleste er små", f"Gang {number} af ti")
        time.sleep(0.05)
    shows(page, "Gang 10 af ti")
    time.sleep(0.3)
    shows(page, "Gang 10 af ti")


def test_two_hundred_saves_in_a_row_leave_nothing_behind(page: Page, project: Path) -> None:
    """With a form open, which follows the file: elements, listeners and memory of the page as after the first few."""
    look_at(page, "survey.members")
    page.keyboard.press("w")
    expect(page.locator("#form")).to_be_visible()
    inside = page.context.new_cdp_session(page)
    inside.send("Performance.enable")

    def held(saves: range) -> dict[str, float]:
        for number in saves:
            save(project, MEMBERS, "De fleste er små", f"Nr. {number % 10}:{number:03d}")
            page.wait_for_function(
                "(said) => document.getElementById('sheet').textContent.includes(said)", arg=f"{number:03d}"
            )
        written = page.locator('#form [data-field="items/1/text"]')
        expect(written).to_have_value(re.compile(f":{saves[-1]:03d} "))
        for told in ("#checks", "#form"):  # rules are asked once it is calm, and told beside the form too
            expect(page.locator(told)).to_contain_text("bare-number")
        for _ in range(3):  # what lets go of one thing is let go of by the next round
            inside.send("HeapProfiler.collectGarbage")
        return {one["name"]: one["value"] for one in inside.send("Performance.getMetrics")["metrics"]}

    few, many = held(range(20)), held(range(20, 220))
    for counted in ("Nodes", "JSEventListeners"):
        assert many[counted] < few[counted] * 1.1, counted
    assert many["JSHeapUsedSize"] < few["JSHeapUsedSize"] * 1.25


def test_the_speaker_sees_notes_time_and_the_next_slide_and_leads_the_other_window(page: Page) -> None:
    look_at(page, "survey.presence")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    expect(speaker.locator("#speaker-now")).to_contain_text("De fleste klynger er til stede")
    expect(speaker.locator("#speaker-next")).to_contain_text("medlemmer i regionen")
    expect(speaker.locator("#speaker .said")).to_contain_text("Siden 2021")
    expect(speaker.locator("#pace")).to_contain_text("this slide until 5 min")
    speaker.keyboard.press("ArrowRight")
    expect(page.locator("#caption b")).to_have_text("survey.members")


def test_a_text_is_written_anew_in_place_and_taken_back(page: Page, project: Path) -> None:
    said = GOOD[MEMBERS].replace("      - De fleste er små", "      # om dem\n      - De fleste er små")
    write(project, {MEMBERS: said})
    look_at(page, "survey.members")
    page.locator("#sheet").get_by_text("De fleste er små").dblclick()
    text = page.get_by_label("The text")
    expect(text).to_be_focused()
    expect(text).to_have_value("De fleste er små virksomheder")
    text.fill("De fleste: små # og få")
    assert (project / MEMBERS).read_text(encoding="utf-8") == said  # nothing is written before it is saved
    text.press("Control+Enter")
    shows(page, "De fleste: små # og få")
    written = said.replace("De fleste er små virksomheder", '"De fleste: små # og få"')
    assert (project / MEMBERS).read_text(encoding="utf-8") == written
    text.press("Escape")
    page.keyboard.press("Control+z")
    shows(page, "De fleste er små virksomheder")
    assert (project / MEMBERS).read_text(encoding="utf-8") == said
    page.click("[data-act='redo']")
    shows(page, "De fleste: små # og få")
    page.click("[data-act='undo']")
    shows(page, "De fleste er små virksomheder")


def test_a_save_is_taken_back_and_done_again_from_the_text_that_was_saved(page: Page, project: Path) -> None:
    look_at(page, "survey.members")
    page.locator("#sheet").get_by_text("De fleste er små").click()
    expect(page.get_by_label("The text")).to_be_visible()
    page.keyboard.press("e")
    expect(page.get_by_label("The text")).to_be_focused()
    page.keyboard.type("Mange er små")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Control+z")  # at once, and with the text still under the hands
    expect(page.get_by_label("The text")).to_have_value("De fleste er små virksomheder")
    assert (project / MEMBERS).read_text(encoding="utf-8") == GOOD[MEMBERS]
    shows(page, "De fleste er små virksomheder")
    expect(page.get_by_label("The text")).to_be_focused()
    page.keyboard.press("Control+Shift+z")
    shows(page, "Mange er små")
    page.keyboard.press("Control+z")
    shows(page, "De fleste er små virksomheder")
    assert (project / MEMBERS).read_text(encoding="utf-8") == GOOD[MEMBERS]


def test_a_text_that_is_saved_with_an_error_keeps_its_box_until_it_is_mended(page: Page, project: Path) -> None:
    look_at(page, "survey.members")
    page.locator("#sheet").get_by_text("De fleste er små").dblclick()
    text = page.get_by_label("The text")
    text.fill("Kun ${gone} er små")
    text.press("Control+Enter")
    expect(page.locator("#banner")).to_contain_text("gone")
    expect(page.locator("#sheet")).to_have_attribute("data-stale", "true")
    expect(text).to_be_focused()
    text.press("Control+a")
    page.keyboard.type("we do")  # w, e and d are commands where no text has the focus
    page.keyboard.press("Control+Enter")
    shows(page, "we do")
    expect(page.locator("#caption b")).to_have_text("survey.members")
    expect(page.locator("#form")).to_be_hidden()
    assert "- we do" in (project / MEMBERS).read_text(encoding="utf-8")


def test_what_is_taken_back_is_shown_where_it_is(page: Page, project: Path) -> None:
    look_at(page, "survey.members")
    page.locator("#sheet").get_by_text("De fleste er små").dblclick()
    page.get_by_label("The text").fill("Mange er små")
    page.keyboard.press("Control+Enter")
    shows(page, "Mange er små")
    page.keyboard.press("Escape")
    look_at(page, "meeting.questions")
    page.keyboard.press("Control+z")
    shows(page, "De fleste er små virksomheder")
    expect(page.locator("#caption b")).to_have_text("survey.members")
    page.keyboard.press("Control+Shift+z")
    shows(page, "Mange er små")
    page.keyboard.press("Control+Shift+z")  # there is nothing more, which is no error
    expect(page.locator("#status")).to_have_attribute("data-state", "good")
    page.keyboard.press("Control+z")
    shows(page, "De fleste er små virksomheder")
    assert (project / MEMBERS).read_text(encoding="utf-8") == GOOD[MEMBERS]


def test_a_save_can_be_taken_back_after_the_page_was_loaded_anew(page: Page, project: Path) -> None:
    look_at(page, "survey.members")
    page.locator("#sheet").get_by_text("De fleste er små").dblclick()
    page.get_by_label("The text").fill("Mange er små")
    page.keyboard.press("Control+Enter")
    shows(page, "Mange er små")
    page.reload()
    page.click("[data-act='undo']")
    shows(page, "De fleste er små virksomheder")
    assert (project / MEMBERS).read_text(encoding="utf-8") == GOOD[MEMBERS]


def test_a_save_that_cannot_be_taken_back_is_told_as_what_is_wrong(page: Page, project: Path) -> None:
    look_at(page, "survey.members")
    page.locator("#sheet").get_by_text("De fleste er små").dblclick()
    page.get_by_label("The text").fill("Mange er små")
    page.keyboard.press("Control+Enter")
    shows(page, "Mange er små")
    save(project, MEMBERS, "De fleste er små", "De allerfleste er små")
    shows(page, "De allerfleste er små")
    page.click("[data-act='undo']")
    expect(page.locator("#status")).to_have_attribute("data-state", "errors")
    expect(page.locator("#status")).to_contain_text("changed")


def test_a_text_is_not_written_over_what_somebody_else_wrote(page: Page, project: Path) -> None:
    look_at(page, "survey.members")
    page.locator("#sheet").get_by_text("De fleste er små").click()
    page.get_by_label("The text").fill("Noget andet")
    save(project, MEMBERS, "Nogle af tallene er skøn", "Alle tallene er skøn")
    shows(page, "Alle tallene er skøn")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".write .told")).to_have_text("the file changed meanwhile: nothing was written")
    assert "Noget andet" not in (project / MEMBERS).read_text(encoding="utf-8")
    expect(page.get_by_label("The text")).to_have_value("Noget andet")


def test_two_decks_stand_side_by_side_with_what_differs_marked(page: Page, project: Path) -> None:
    title = "title: Klyngerne har ${members} medlemmer i regionen"
    variants = "title: {board: 'Mange er med: ${members}', directorate: 'Der er ${members} medlemmer'}"
    save(project, MEMBERS, title, variants)
    look_at(page, "survey.members")
    page.keyboard.press("d")
    expect(page.locator("#side-left")).to_contain_text("Mange er med")
    expect(page.locator("#side-right")).to_contain_text("medlemmer")
    expect(page.locator("#side-left .outline.differs")).to_have_count(1)
    expect(page.locator("#differences tbody tr")).to_have_count(1)
    page.click('#sides .leaf[data-page="survey.budget"]')
    expect(page.locator("#side-left")).to_contain_text("board does not have this slide")
    page.keyboard.press("Escape")
    expect(page.locator("#sheet")).to_be_visible()


def test_the_slide_in_the_file_is_drawn_by_libreoffice_beside_ours(page: Page) -> None:
    look_at(page, "survey.members")
    page.keyboard.press("b")
    dialog = page.locator("#built")
    expect(dialog.locator("figure svg")).to_contain_text("medlemmer i regionen")
    drawn = dialog.get_by_alt_text("Slide 4 as LibreOffice draws it")
    expect(drawn).to_be_visible()
    width, height = drawn.evaluate("(image) => [image.naturalWidth, image.naturalHeight]")
    assert 1.7 < width / height < 1.8
    assert page.request.get("/libreoffice", params={"page": 99}).status == 404


def test_the_file_is_built_and_opened(page: Page, project: Path) -> None:
    page.keyboard.press("b")
    expect(page.locator("#built")).to_contain_text("Built and opened")
    deck = project / "output/board.pptx"
    assert deck.exists()
    assert (project / "xdg-open.said").read_text(encoding="utf-8").split()[-1] == str(deck.resolve())


def test_nothing_else_is_read_or_written_than_the_project(page: Page, project: Path) -> None:
    secret = project / "secret.txt"
    secret.write_text("nothing of the project", encoding="utf-8")
    (project / "content/way-out.yaml").symlink_to(secret)
    for name in (str(secret), "secret.txt", "content/../secret.txt", "content/way-out.yaml", "/etc/passwd"):
        assert page.request.get("/lines", params={"file": name, "line": 1}).status == 404, name
    for path in ("/page/../server.py", "/page/%2e%2e%2fserver.py", "/content/members.yaml"):
        assert page.request.get(path).status == 404, path
    said = {"line": 1, "column": 8, "digest": "", "text": "x"}
    here = {"origin": page.url.partition("/#")[0]}
    for name in (str(secret), "content/way-out.yaml", "assets/_brand.yml", "content/answers.csv", "content/new.yaml"):
        assert page.request.post("/save", data={"file": name, **said}, headers=here).status == 404, name
    (project / "content/way-out.yaml").unlink()


def test_the_whole_page_is_in_danish_where_messages_are(page: Page, project: Path) -> None:
    save(project, "content/project.yaml", "language: da\n", "language: da\nmessages: da\n")
    expect(page.get_by_role("button", name="Vis", exact=True)).to_be_visible()
    look_at(page, "survey.members")
    expect(page.locator("#about")).to_contain_text("Tryk på en tekst på sliden")
    expect(page.locator("#clock")).to_contain_text("minutter")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_contain_text("Forrige slide")
    page.keyboard.press("Escape")
    page.keyboard.press("w")
    page.locator('#form [data-field="title"]').fill("Noget andet")
    expect(page.locator("#form-help")).to_have_text("Det, sliden viser, som en sætning uden punktum.")
    expect(page.locator('#form [data-key="title"] .caption')).to_have_text("Titeltitle")
    expect(page.locator('#form [data-field="kind"] option:checked')).to_have_text("Punkter (bullets)")
    expect(page.locator("#form-told")).to_have_text("Ikke gemt")
    page.get_by_role("button", name="Kassér").click()
    save(project, "content/project.yaml", "language: da\n", "language: da\nmessages: en\n")
    expect(page.get_by_role("button", name="Present", exact=True)).to_be_visible()
