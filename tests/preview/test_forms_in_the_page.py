"""What is edited in the page's forms, by mouse and by keys, and what stands in the files then."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from playwright.sync_api import Locator, Page, expect

from live_page import MEMBERS, look_at, save, shows
from projects import GOOD, write

pytest_plugins = ["served_page"]

PRESENCE: Final = "content/presence.yaml"
BOARD: Final = "content/decks/board.yaml"
FIGURES: Final = "content/figures.yaml"


def said(project: Path, file: str) -> str:
    return (project / file).read_text(encoding="utf-8")


def field(page: Page, path: str) -> Locator:
    return page.locator(f'#form [data-field="{path}"]')


def open_form(page: Page, slide: str) -> None:
    look_at(page, slide)
    page.keyboard.press("w")
    expect(page.locator("#form")).to_be_visible()


def is_saved(page: Page) -> None:
    expect(page.locator("#form-told")).to_have_text("Saved")


def test_text_minutes_and_notes_are_written_where_they_belong(page: Page, project: Path) -> None:
    open_form(page, "survey.members")
    expect(field(page, "title")).to_be_focused()
    field(page, "title").fill("Klyngerne har ${members} medlemmer hos jer")
    field(page, "minutes").fill("4")
    field(page, "notes").fill("Sig det: højt")
    assert said(project, MEMBERS) == GOOD[MEMBERS]  # nothing is written before it is saved
    page.keyboard.press("Control+Enter")
    is_saved(page)
    shows(page, "medlemmer hos jer")
    written = GOOD[MEMBERS].replace("medlemmer i regionen", "medlemmer hos jer").replace("minutes: 3", "minutes: 4")
    assert said(project, MEMBERS) == f'{written}    notes: "Sig det: højt"\n'
    expect(page.locator("#notes")).to_contain_text("Sig det: højt")
    page.click("[data-act='undo']")
    shows(page, "medlemmer i regionen")
    assert said(project, MEMBERS) == GOOD[MEMBERS]
    expect(field(page, "minutes")).to_have_value("3")


def test_items_are_added_moved_and_removed_by_keys(page: Page, project: Path) -> None:
    commented = GOOD[MEMBERS].replace("      - De fleste", "      # om dem\n      - De fleste")
    write(project, {MEMBERS: commented})
    open_form(page, "survey.members")
    field(page, "items/2/text").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(field(page, "items/2/text")).to_be_focused()
    page.get_by_label("Remove: Items 3").press("Enter")
    page.get_by_label("Add to Items").press("Enter")
    page.keyboard.type("Et nyt punkt: her")
    page.keyboard.press("Control+Enter")
    is_saved(page)
    shows(page, "Et nyt punkt: her")
    lines = said(project, MEMBERS).split("\n")
    assert lines[5:8] == [
        "      - Nogle af tallene er skøn",
        "      # om dem",
        "      - De fleste er små virksomheder",
    ]
    assert lines[10] == '      - "Et nyt punkt: her"'
    assert "egnene omkring dem" not in said(project, MEMBERS)


def test_an_item_gets_what_stands_under_it(page: Page, project: Path) -> None:
    open_form(page, "survey.members")
    page.locator("#form .item.group").first.get_by_label("More fields of Items").select_option("items")
    page.locator("#form .item.group").first.get_by_label("Add to Items").click()
    page.keyboard.type("op til ti ansatte")
    page.keyboard.press("Control+Enter")
    is_saved(page)
    shows(page, "op til ti ansatte")
    under = "      - text: De fleste er små virksomheder\n        items:\n          - op til ti ansatte\n"
    assert said(project, MEMBERS) == GOOD[MEMBERS].replace("      - De fleste er små virksomheder\n", under)


def test_choices_and_marks_of_rows_are_set_in_their_brackets(page: Page, project: Path) -> None:
    open_form(page, "survey.presence")
    expect(field(page, "chart")).to_have_value("bar")
    expect(field(page, "chart").locator("option[value='column']")).to_have_count(1)
    field(page, "data/2/emphasis").uncheck()
    field(page, "data/1/label").fill("Vil, og kan")
    page.get_by_role("button", name="+ Ground").click()
    expect(field(page, "ground")).to_be_focused()
    page.keyboard.press("p")
    page.keyboard.press("Control+Enter")
    is_saved(page)
    text = said(project, PRESENCE)
    assert '      - {label: "Vil, og kan", value: "${dialogue}"}\n' in text
    assert "emphasis: false}" in text
    assert "    ground: panel\n    minutes: 5\n" in text


def test_a_figure_is_edited_where_it_stands(page: Page, project: Path) -> None:
    look_at(page, "survey.members")
    page.click('#sheet [data-figure="members"]')
    page.get_by_role("button", name="Edit this figure").click()
    expect(field(page, "value")).to_have_value("375")
    field(page, "value").fill("412")
    page.get_by_role("button", name="Save").click()
    is_saved(page)
    shows(page, "412")
    assert said(project, FIGURES) == GOOD[FIGURES].replace("members: {value: 375", "members: {value: 412")


def test_a_wrong_number_is_told_at_its_field_and_not_written_and_a_comma_is(page: Page, project: Path) -> None:
    look_at(page, "survey.members")
    page.click('#sheet [data-figure="members"]')
    page.get_by_role("button", name="Edit this figure").click()
    for wrong, why in (("175.000", "two ways"), ("1,750", "two ways"), ("12 cykler", "no number")):
        field(page, "value").fill(wrong)
        page.keyboard.press("Control+Enter")
        expect(page.locator("#form :invalid")).to_have_count(1)
        assert why in field(page, "value").evaluate("(one) => one.validationMessage")
    assert said(project, FIGURES) == GOOD[FIGURES]
    field(page, "value").fill("412,5")
    page.keyboard.press("Control+Enter")
    shows(page, "412,5")
    assert said(project, FIGURES) == GOOD[FIGURES].replace("members: {value: 375", "members: {value: 412.5")


def test_what_is_wrong_stands_beside_the_form_of_what_is_written(page: Page, project: Path) -> None:
    open_form(page, "survey.members")
    page.keyboard.press("Escape")
    page.keyboard.press("o")
    expect(page.locator("#form [data-field^='chapters/1/slides']").first).to_be_visible()
    save(project, BOARD, "survey.members", "survey.member")
    told = page.locator("#form-checks .fault")
    expect(told).to_contain_text("survey.members")
    told.click()
    expect(page.locator("#form")).to_be_hidden()
    expect(page.locator("#source .place b")).to_contain_text(BOARD)


def test_a_figure_that_cannot_be_read_has_its_form_after_the_page_was_loaded_anew(page: Page, project: Path) -> None:
    look_at(page, "survey.members")
    save(project, FIGURES, "members: {value: 375", "members: {value: 375.000")
    expect(page.locator("#banner .fault")).to_be_visible()
    page.reload()
    page.click("#banner .fault")
    expect(page.locator("#source .place b")).to_have_text(f"{FIGURES}:5")
    mend = page.locator("#source").get_by_role("button", name="Edit this figure")
    mend.click()
    expect(field(page, "value")).to_have_value("375.000")
    page.keyboard.press("Escape")
    page.click('#sheet [data-figure="members"]')
    expect(page.locator("#story")).to_contain_text("What is written of this figure cannot be read.")
    page.locator("#story").get_by_role("button", name="Edit this figure").click()
    field(page, "value").fill("412")
    page.keyboard.press("Control+Enter")
    shows(page, "412")


def test_slides_are_put_in_another_order(page: Page, project: Path) -> None:
    look_at(page, "survey.members")
    page.keyboard.press("o")
    listed = page.locator("#form input").and_(page.locator("[data-field^='chapters/1/slides']"))
    expect(listed.nth(1)).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Control+Enter")
    is_saved(page)
    changed = "[survey.members, survey.presence]"
    assert said(project, BOARD) == GOOD[BOARD].replace("[survey.presence, survey.members]", changed)
    expect(page.locator(".leaf").nth(2)).to_have_attribute("data-page", "survey.members")
    expect(listed.nth(0)).to_be_focused()  # the slide that was moved, where it stands now
    page.keyboard.press("Escape")
    page.keyboard.press("Control+z")
    expect(page.locator(".leaf").nth(2)).to_have_attribute("data-page", "survey.presence")
    assert said(project, BOARD) == GOOD[BOARD]


def test_a_slide_takes_another_kind_that_its_fields_fit(page: Page, project: Path) -> None:
    open_form(page, "meeting.agenda")
    kinds = field(page, "kind")
    expect(kinds.locator("optgroup >> nth=0").locator("option[value='bullets']")).to_have_count(0)
    kinds.select_option("section")
    expect(page.locator("#form .left")).to_have_count(0)
    page.keyboard.press("Control+Enter")
    is_saved(page)
    expect(page.locator("#caption")).to_contain_text("section")
    assert "{id: meeting.agenda, kind: section, title: Dagsorden}" in said(project, "content/cover.yaml")


def test_a_slide_takes_a_kind_that_asks_for_more_and_keeps_what_that_has_no_place_for(
    page: Page, project: Path
) -> None:
    open_form(page, "survey.members")
    field(page, "kind").focus()
    field(page, "kind").select_option("dialogue")
    expect(field(page, "kind")).to_be_focused()
    expect(page.locator("#form .left")).to_contain_text("De fleste er små virksomheder")
    page.get_by_text("An example of this kind").click()
    expect(page.locator("#form .example pre")).to_contain_text("kind: dialogue")
    page.keyboard.press("Escape")  # nothing is left in silence
    expect(page.locator("#form-told")).to_have_text("Save or discard what you have written first.")
    field(page, "minutes").focus()
    page.keyboard.press("Control+Enter")
    assert said(project, MEMBERS) == GOOD[MEMBERS]  # a question is asked for
    expect(field(page, "questions/1")).to_be_focused()
    page.keyboard.type("Hvad siger I til det?")
    page.keyboard.press("Control+Enter")
    is_saved(page)
    shows(page, "Hvad siger I til det?")
    text = said(project, MEMBERS)
    assert "    kind: dialogue\n" in text
    assert "    #   - De fleste er små virksomheder\n" in text
    assert "    questions:\n      - Hvad siger I til det?\n" in text
    expect(page.locator("#form .left")).to_have_count(0)
    page.click("[data-act='undo']")
    shows(page, "De fleste er små virksomheder")
    assert said(project, MEMBERS) == GOOD[MEMBERS]


def test_another_kind_can_be_thought_better_of(page: Page, project: Path) -> None:
    open_form(page, "survey.members")
    field(page, "kind").select_option("statement")
    expect(page.locator("#form-told")).to_have_text("Not saved")
    field(page, "kind").select_option("bullets")
    expect(page.locator("#form-told")).to_have_text("")
    expect(field(page, "items/1/text")).to_have_value("De fleste er små virksomheder")
    field(page, "kind").select_option("statement")
    page.get_by_role("button", name="Discard").click()
    expect(field(page, "items/1/text")).to_have_value("De fleste er små virksomheder")
    assert said(project, MEMBERS) == GOOD[MEMBERS]


def test_what_is_deleted_from_a_slide_on_one_line_is_said_first(page: Page, project: Path) -> None:
    file = "content/cover.yaml"
    cover = "kind: cover, alt: Et billede, signs: {total: 3}"
    write(project, {file: GOOD[file].replace("kind: cover", cover)})
    open_form(page, "meeting.cover")
    field(page, "kind").select_option("section")
    expect(page.locator("#form .left")).to_contain_text("deleted when you save")
    expect(page.locator("#form .left pre")).to_have_text("alt: Et billede\nsigns: {total: 3}")
    page.keyboard.press("Control+Enter")
    is_saved(page)
    assert "{id: meeting.cover, kind: section, title: Samarbejde med klyngerne}" in said(project, file)
    page.click("[data-act='undo']")
    expect(page.locator("#caption span").first).to_have_text("cover")
    assert cover in said(project, file)


def test_an_arrangement_is_chosen_by_its_picture_and_by_keys(page: Page, project: Path) -> None:
    more = GOOD[MEMBERS].replace("    minutes: 3", "      - Et fjerde punkt\n    minutes: 3")
    write(project, {MEMBERS: more})
    shows_four = page.locator("#sheet")
    open_form(page, "survey.members")
    expect(shows_four).to_contain_text("Et fjerde punkt")
    pictures = page.locator("#form .arrangements")
    expect(pictures.get_by_role("button", name="as it fits best")).to_have_attribute("aria-pressed", "true")
    expect(pictures.get_by_role("button", name="as it fits best").locator("svg")).to_be_visible()
    before = page.locator("#sheet svg").evaluate("svg => svg.outerHTML")
    two = pictures.get_by_role("button", name="two columns")
    expect(two.locator("svg")).to_be_visible()
    two.focus()
    page.keyboard.press("Enter")
    expect(two).to_have_attribute("aria-pressed", "true")
    expect(field(page, "arrangement")).to_have_value("two columns")
    page.keyboard.press("Control+Enter")
    is_saved(page)
    assert "    arrangement: two columns\n" in said(project, MEMBERS)
    page.wait_for_function("before => document.querySelector('#sheet svg').outerHTML !== before", arg=before)
    field(page, "arrangement").select_option("")
    page.keyboard.press("Control+Enter")
    is_saved(page)
    assert said(project, MEMBERS) == more


def test_a_slide_is_called_otherwise_wherever_it_is_named(page: Page, project: Path) -> None:
    linked = GOOD[PRESENCE].replace("    minutes: 5", "    supports: [survey.members]\n    minutes: 5")
    write(project, {PRESENCE: linked})
    open_form(page, "survey.members")
    field(page, "id").fill("Survey")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#form-told")).to_contain_text("`Survey` cannot be the id of a slide")
    field(page, "id").fill("survey.presence")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#form-told")).to_have_text("there is a slide `survey.presence` already")
    assert said(project, MEMBERS) == GOOD[MEMBERS]
    field(page, "id").fill("survey.size")
    field(page, "minutes").fill("4")
    page.keyboard.press("Control+Enter")
    is_saved(page)
    expect(page.locator("#caption b")).to_have_text("survey.size")
    expect(page.locator("#form-head b")).to_have_text("survey.size")
    renamed = GOOD[MEMBERS].replace("survey.members", "survey.size").replace("minutes: 3", "minutes: 4")
    assert said(project, MEMBERS) == renamed
    assert said(project, PRESENCE) == linked.replace("survey.members", "survey.size")
    assert said(project, BOARD) == GOOD[BOARD].replace("survey.members", "survey.size")
    page.click("[data-act='undo']")
    expect(page.locator('.leaf[data-page="survey.members"]')).to_be_visible()
    assert (said(project, MEMBERS), said(project, BOARD)) == (GOOD[MEMBERS], GOOD[BOARD])
    assert said(project, PRESENCE) == linked


def test_who_sees_a_slide_is_chosen_among_the_audiences(page: Page, project: Path) -> None:
    open_form(page, "survey.members")
    board, directorate = field(page, "for/board"), field(page, "for/directorate")
    expect(board).to_be_checked()
    expect(directorate).to_be_checked()
    directorate.focus()
    page.keyboard.press(" ")
    page.keyboard.press("Control+Enter")
    is_saved(page)
    assert said(project, MEMBERS) == f"{GOOD[MEMBERS]}    for: board\n"
    board.uncheck()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#form-told")).to_have_text("Not saved")  # somebody has to see it
    board.check()
    directorate.check()
    page.keyboard.press("Control+Enter")
    is_saved(page)
    assert said(project, MEMBERS) == GOOD[MEMBERS]


def test_a_form_does_not_write_over_what_somebody_else_wrote(page: Page, project: Path) -> None:
    open_form(page, "survey.members")
    field(page, "title").fill("Noget andet")
    save(project, MEMBERS, "Nogle af tallene er skøn", "Alle tallene er skøn")
    shows(page, "Alle tallene er skøn")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#form-told")).to_have_text("the file changed meanwhile: nothing was written")
    expect(field(page, "title")).to_have_value("Noget andet")
    assert "Noget andet" not in said(project, MEMBERS)
    page.get_by_role("button", name="Discard").click()
    expect(field(page, "items/2/text")).to_have_value("Alle tallene er skøn")


def test_what_is_not_saved_is_not_left(page: Page, project: Path) -> None:
    open_form(page, "survey.members")
    field(page, "title").fill("Noget andet")
    page.click('.leaf[data-page="survey.presence"]')
    expect(page.locator("#form-told")).to_have_text("Save or discard what you have written first.")
    expect(page.locator("#caption b")).to_have_text("survey.members")
    page.keyboard.press("Enter")  # it leads to Discard
    expect(field(page, "title")).to_have_value("Klyngerne har ${members} medlemmer i regionen")
    page.click('.leaf[data-page="survey.presence"]')
    expect(page.locator("#form-head b")).to_have_text("survey.presence")
    page.keyboard.press("Escape")
    expect(page.locator("#form")).to_be_hidden()
    assert said(project, MEMBERS) == GOOD[MEMBERS]


def test_what_is_no_wish_is_refused(page: Page, project: Path) -> None:
    here = {"origin": page.url.partition("/#")[0]}
    form = page.request.get("/form", params={"of": "slide", "name": "survey.members"}).json()
    asked = {key: form[key] for key in ("file", "line", "column", "digest")}
    deep: object = "x"
    for _ in range(40):
        deep = {"items": [[None, deep]]}
    for wanted in (None, 7, {"keys": "x"}, {"items": [["0", "x"]]}, {"items": [[None]]}, deep):
        assert page.request.post("/save", data={**asked, "wanted": wanted}, headers=here).status == 400, wanted
    for rename in (None, "x", {"from": "survey.members"}, {"from": "survey.members", "to": 3}):
        assert page.request.post("/save", data={**asked, "rename": rename}, headers=here).status == 400, rename
    for wanted in ({"items": []}, "x", {"keys": {"items": {"items": [[9, None]]}}, "order": []}):
        assert not page.request.post("/save", data={**asked, "wanted": wanted}, headers=here).json()["saved"]
    assert said(project, MEMBERS) == GOOD[MEMBERS]
    for of, name in (
        ("slide", "survey.nowhere"),
        ("file", "survey.members"),
        ("figure", "nothing"),
        ("deck", "../x"),
    ):
        assert page.request.get("/form", params={"of": of, "name": name}).json() is None
