"""What a client's design is to an eye: its art, grounds and colours, and the slide layouts that belong together."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from adopted import taken, taken_over
from PIL import Image
from preflighted import A, run, shape, substituted, tree
from test_adopt_places import ALONE, CONTENT, COVER, GRID, made, name

from deckgen.model.contrast import TEXT_CONTRAST, contrast
from deckgen.model.oklch import oklch
from deckgen.model.template import SlideLayout
from deckgen.model.units import Box, inches
from deckgen.powerpoint.client_template.adopt.design import shown
from deckgen.powerpoint.client_template.adopt.palette import palette_of
from deckgen.powerpoint.client_template.adopt.plates import surface
from deckgen.powerpoint.client_template.adopt.scores import Page
from templates.building.looks import FJORD
from templates.building.package import file_of
from templates.building.parts import Design, Holder, Layout, Levels, Master, Shape
from templates.building.usual import master_holders
from templates.masters_by_page import PURPLE

CONTENT_NAMES = ("Statement and Diagram", "Title and Body", "Two Lists", "Diagram", "Chart", "Table")
STOCK = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "tx1": "000000", "bg1": "FFFFFF",
    "tx2": "44546A", "bg2": "E7E6E6", "accent1": "4472C4", "accent2": "ED7D31", "accent3": "A5A5A5",
    "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip
"""The colours that a program gives to a theme that nobody chose colours for."""


def layout_of(one: str, ours: str) -> SlideLayout:
    return taken(one).layouts[ours]


def group(inner: str, off: str, ext: str, ch_off: str, ch_ext: str, fill: str = "") -> str:
    place = f'<a:xfrm xmlns:a="{A[1:-1]}"><a:off {off}/><a:ext {ext}/><a:chOff {ch_off}/><a:chExt {ch_ext}/></a:xfrm>'
    about = '<p:nvGrpSpPr><p:cNvPr id="90" name="Gruppe"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    return f"<p:grpSp>{about}<p:grpSpPr>{place}{fill}</p:grpSpPr>{inner}</p:grpSp>"


def test_a_group_is_what_it_holds_at_its_places() -> None:
    """Its frame spans the page, and what it holds are a mark at the left and one at the right of the title."""
    sides = ('x="0" y="0"', 'cx="12192000" cy="6858000"', 'x="0" y="0"', 'cx="1219200" cy="685800"')
    mark = '<a:off x="{0}" y="60000"/><a:ext cx="60000" cy="30000"/>'
    red = '<a:solidFill><a:srgbClr val="C00000"/></a:solidFill>'
    placed = [f"<p:spPr><a:xfrm>{mark.format(x)}</a:xfrm>{red}</p:spPr>" for x in (0, 1150000)]
    about = '<p:nvSpPr><p:cNvPr id="{0}" name="Mærke"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
    inner = "".join(f"<p:sp>{about.format(91 + at)}{one}</p:sp>" for at, one in enumerate(placed))
    one = made(COVER, CONTENT, ALONE, change=tree(group(inner, *sides), "ppt/slideMasters/slideMaster1.xml"))
    marks = [drawn.box for drawn in one.adoption.master.sheets[0].drawn]
    assert [(box.x, box.y, box.width) for box in marks] == [(0, 600000, 600000), (11500000, 600000, 600000)]


@pytest.mark.parametrize("own", [True, False])
def test_what_a_group_fills_is_seen(own: bool) -> None:
    """A letter of a logo in a group in a group: filled by the group around it, or by the one outside."""
    sides = ('x="0" y="0"', 'cx="12192000" cy="6858000"', 'x="0" y="0"', 'cx="12192000" cy="6858000"')
    about = '<p:nvSpPr><p:cNvPr id="91" name="Bogstav"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
    place = '<a:xfrm><a:off x="11000000" y="6400000"/><a:ext cx="500000" cy="250000"/></a:xfrm>'
    letter = f"<p:sp>{about}<p:spPr>{place}<a:grpFill/></p:spPr></p:sp>"
    red, blue = (f'<a:solidFill><a:srgbClr val="{one}"/></a:solidFill>' for one in ("C00000", "0000C0"))
    inner = group(letter, *sides, fill=red if own else "<a:grpFill/>").replace('id="90"', 'id="92"')
    change = tree(group(inner, *sides, fill=blue), "ppt/slideMasters/slideMaster1.xml")
    one = made(COVER, CONTENT, ALONE, change=change)
    [drawn] = one.adoption.master.sheets[1].drawn
    assert (drawn.color, drawn.solid) == ("C00000" if own else "0000C0", True)
    assert not one.layouts["Diagram"].slots["foot"].box.overlaps(drawn.box)


@pytest.mark.parametrize("at", [(0.6, 6.95), (11.9, 6.95), (0.6, 0.2), (12.2, 0.2)])
def test_what_we_add_keeps_the_clear_space_of_a_logo(at: tuple[float, float]) -> None:
    logo = Shape((*at, 0.9, 0.4), png=inked(0, 0, 100, 100))
    numbered = [
        replace(one, holders=tuple(each for each in one.holders if each.type != "sldNum")) for one in (CONTENT, ALONE)
    ]
    slots = made(COVER, *numbered, drawn=(logo,)).layouts["Diagram"].slots
    x, y = (inches(side) for side in at)
    kept = Box(x - inches(0.15), y - inches(0.15), inches(0.9) + inches(0.3), inches(0.4) + inches(0.3))
    assert [
        name for name in ("tracker", "sticker", "foot", "number") if name in slots and slots[name].box.overlaps(kept)
    ] == []


def test_what_nobody_sees_is_in_nobodys_way() -> None:
    """A shape over all of the content that has neither fill nor line nor text."""
    over = '<a:off x="600000" y="1500000"/><a:ext cx="9000000" cy="2500000"/>'
    unseen = shape(place=f"<a:xfrm>{over}</a:xfrm>").replace("</p:spPr>", "<a:noFill/></p:spPr>")
    plain = made(COVER, CONTENT, ALONE)
    one = made(COVER, CONTENT, ALONE, change=tree(unseen, "ppt/slideMasters/slideMaster1.xml"))
    assert one.layouts["Diagram"].canvas == plain.layouts["Diagram"].canvas


def inked(left: int, top: int, right: int, bottom: int) -> bytes:
    """A transparent picture with ink in one stretch of its hundred by hundred."""
    image = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    image.paste((0, 90, 60, 255), (left, top, right, bottom))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_a_transparent_picture_is_its_ink() -> None:
    """One as large as the page, with a logo in its lower right corner."""
    whole = Shape((0, 0, 13.333, 7.5), png=inked(75, 75, 100, 100))
    plain, one = (made(COVER, CONTENT, ALONE, drawn=drawn) for drawn in ((), (whole,)))
    [drawn] = one.adoption.master.sheets[1].drawn
    assert drawn.box.x == pytest.approx(inches(10), abs=inches(0.2))
    assert drawn.box.y == pytest.approx(inches(5.6), abs=inches(0.2))
    assert one.layouts["Diagram"].canvas.overlaps(plain.layouts["Diagram"].canvas)
    assert not one.layouts["Diagram"].canvas.overlaps(drawn.box)


def test_a_picture_is_sampled_where_something_stands_on_it() -> None:
    """White at the left, black at the right, cropped so that only the black half shows."""
    image = Image.new("RGB", (100, 100), "white")
    image.paste("black", (50, 0, 100, 100))
    out = BytesIO()
    image.save(out, "PNG")
    one = made(replace_png(COVER, out.getvalue()), CONTENT, ALONE)
    [ground] = one.adoption.master.sheets[0].drawn
    left, right = (Box(inches(at), inches(1), inches(2), inches(1)) for at in (1, 10))
    assert (ground.at(left), ground.at(right)) == ("FFFFFF", "000000")
    cut = substituted("ppt/slideLayouts/slideLayout1.xml", "<a:srcRect/>", '<a:srcRect l="50000"/>')
    [dark] = made(replace_png(COVER, out.getvalue()), CONTENT, ALONE, change=cut).adoption.master.sheets[0].drawn
    assert dark.at(left) == "000000"


def replace_png(layout: Layout, png: bytes) -> Layout:
    return Layout(layout.name, layout.holders, layout.kind, png=png)


def halved(dark_from: int, light: str = "FFFFFF") -> bytes:
    """A picture that is dark from a share of its width on."""
    image = Image.new("RGB", (100, 100), f"#{light}")
    image.paste("#101010", (dark_from, 0, 100, 100))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_a_picture_that_is_light_and_dark_under_a_text_is_told_of() -> None:
    """One that is dark in a tenth of the text is told of; under more of it a field stands, and under none nothing."""
    plain = replace_png(COVER, halved(100))
    few, many = (replace_png(COVER, halved(at)) for at in (86, 60))
    said = [made(one, CONTENT, ALONE) for one in (plain, few, many)]
    codes = [[found.code for found in one.found] for one in said]
    assert codes == [[], ["template-mixed-ground"], []]
    assert "'Title Slide'" in said[1].found[0].message and "`Cover`" in said[1].found[0].hint
    fields = [[plate.color for plate in one.layouts["Cover"].plates] for one in said]
    assert fields == [[], [], ["background"]]


def test_of_two_covers_the_one_that_is_read_without_a_field_opens_a_deck() -> None:
    calm, mixed = (replace(replace_png(COVER, halved(at)), name=f"Forside {at}") for at in (100, 60))
    assert name(made(mixed, calm, CONTENT, ALONE), "Cover") == "Forside 100"
    assert name(made(mixed, CONTENT, ALONE), "Cover") == "Forside 60"


def test_on_a_ground_that_nothing_is_read_on_content_has_a_field() -> None:
    one = taken("pattern_ground")
    assert one.adoption.colors["background"] == "FFFFFF"
    for layout in one.layouts.values():
        [plate] = layout.plates
        texts = [slot.box for slot in layout.slots.values()]
        assert plate.color == "background"
        assert all(plate.box.contains(box) for box in texts), layout.name


@pytest.mark.parametrize("template", ["dark_master", "danish_widescreen", "picture_cover", "drawn_furniture"])
def test_no_field_is_drawn_where_the_page_can_be_read_on(template: str) -> None:
    layouts = taken(template).layouts.values()
    assert not [one.name for one in layouts if [plate for plate in one.plates if plate.color == "background"]]


def test_a_band_that_a_title_stands_on_is_no_ground_to_cover() -> None:
    one = taken("masters_by_page")
    page = Page(one.page, "FFFFFF")
    for ours in CONTENT_NAMES:
        layout = one.layouts[ours]
        assert not layout.plates
        sheet = next(each.sheet for each in one.adoption.served if each.name == ours)
        assert surface(layout.slots["title"].box, sheet, page).color == PURPLE
        assert layout.under >= inches(1.0), "what stands under a title begins under its band"


def test_colours_are_those_of_the_design_and_not_of_a_program() -> None:
    one = taken("masters_by_page").adoption
    own, primary = oklch(PURPLE), oklch(one.colors["primary"])
    assert abs(own.hue - primary.hue) < 8
    assert one.template.paints["primary"].scheme == f"#{PURPLE}"
    assert shown(one.master, Page(taken("masters_by_page").page, "FFFFFF"))[0] == PURPLE


def test_the_first_accent_leads_where_the_design_has_it() -> None:
    first = palette_of(STOCK, "FFFFFF", ("ED7D31", "4472C4")).paints
    assert (first["primary"].scheme, first["accent"].scheme) == ("accent1", "accent2")
    assert palette_of(STOCK, "FFFFFF", ("70AD47",)).paints["primary"].scheme == "accent6"
    assert palette_of(STOCK, "FFFFFF").paints["primary"].scheme == "accent1"


@pytest.mark.parametrize("design", [(), ("5B1E8C",), ("9CCCB4",), ("FF5003", "325C80")])
def test_primary_is_read_on_its_palest_tint(design: tuple[str, ...]) -> None:
    colors = palette_of(STOCK, "FFFFFF", design).colors
    assert contrast(colors["primary"], colors["tint1"]) >= TEXT_CONTRAST


def test_accents_of_one_hue_are_told_apart_by_lightness() -> None:
    blues = STOCK | {f"accent{at}": value for at, value in enumerate(
        ("325C80", "33608A", "2F5B85", "30608C", "335F88", "315D84"), 1)}  # fmt: skip
    colors = palette_of(blues, "FFFFFF").colors
    assert contrast(colors["primary"], colors["accent"]) >= 1.5


def test_a_cover_may_be_that_of_another_master_in_the_same_colours() -> None:
    one = taken("masters_by_page").adoption
    masters = {each.name: each.sheet.master for each in one.served}
    assert one.master.number == 1
    assert masters["Cover"] == 0
    assert {masters[ours] for ours in CONTENT_NAMES} == {1}


def test_where_nothing_is_made_to_open_a_deck_the_opening_is_composed() -> None:
    cover, contact = (layout_of("content_alone", ours) for ours in ("Cover", "Contact"))
    middle = inches(7.5) // 2
    title, text = cover.slots["title"], cover.slots["subtitle"]
    assert title.drawn and title.size >= 40 and title.anchor == "bottom"
    assert abs(title.box.bottom - middle) < inches(0.8)
    assert title.box.bottom < text.box.y and text.box.x == title.box.x
    beside = contact.slots["body"].box
    assert contact.slots["title"].box.right < beside.x and contact.slots["title"].box.y == beside.y
    bars = [layout_of("titleless_bands", ours).plates for ours in ("Cover", "Contact")]
    assert [plate.color for plates in bars for plate in plates] == ["accent", "accent"]
    line = Box(inches(0.8), inches(1.24), inches(11.733), 12700)
    for layout in (cover, contact):
        assert not [slot.name for slot in layout.slots.values() if slot.box.overlaps(line)]


def test_a_section_whose_text_stands_over_its_title_serves_sections_alone() -> None:
    one = taken("content_alone").adoption
    assert {each.name for each in one.served if each.sheet.label == "Section Header"} == {"Section"}


def test_content_stands_on_slide_layouts_of_one_set() -> None:
    """Of two layouts for content the larger one has its title in another colour and place than `Title Only`."""
    one = taken("content_alone").adoption
    heads = {each.sheet.title and each.sheet.title.color for each in one.served if each.name in CONTENT_NAMES}
    assert len(heads) == 1


def test_content_stands_under_the_logos_beside_a_title_in_the_middle(tmp_path: Path) -> None:
    """The master says nothing of content, and the title is centred between two logos."""
    head = Holder("title", 0, (3.2, 0.4, 6.9, 1.0), "Titel", levels=Levels((30,), ("-",), align="ctr"))
    logos = tuple(Shape((x, 0.4, 2.2, 0.6), png=inked(0, 0, 100, 100)) for x in (0.5, 10.6))
    own = tuple(each for each in master_holders(GRID) if each.type != "body")
    layouts = (COVER, Layout("Kun titel", (head,), "titleOnly", drawn=logos))
    clean, _ = run(file_of(Design((Master(FJORD, own, layouts),))), tmp_path)
    assert clean and taken_over(clean).layouts["Diagram"].canvas.width > inches(12)


def test_a_pattern_of_thin_lines_takes_no_room() -> None:
    rain = tuple(Shape((1.5 + 1.6 * at, 3.0, 0.03, 3.0), fill="bg2") for at in range(7))
    plain, one = (made(COVER, CONTENT, ALONE, drawn=drawn) for drawn in ((), rain))
    assert one.layouts["Diagram"].canvas == plain.layouts["Diagram"].canvas


def test_a_title_without_a_place_stands_in_the_band_across_the_top() -> None:
    title = layout_of("titleless_bands", "Diagram").slots["title"]
    assert Box(0, 0, inches(10), inches(0.85)).contains(title.box)
    assert (title.paint, title.anchor) == ("background", "middle")


def test_a_page_number_that_hangs_over_the_edge_is_brought_onto_the_page() -> None:
    number = layout_of("titleless_bands", "Diagram").slots["number"].box
    assert number.bottom <= inches(7.5) and number.right <= inches(10)


def test_a_title_made_higher_does_not_hang_out_of_its_band() -> None:
    band = Shape((0, 0, 13.333, 1.0), fill="tx2")
    head = Holder("title", 0, (0.6, 0.3, 12.1, 0.45), "Titel", levels=Levels((28,), ("-",), color="bg1"))
    layouts = [Layout(one.name, (head, *one.holders[1:]), one.kind) for one in (CONTENT, ALONE)]
    title = made(COVER, *layouts, drawn=(band,)).layouts["Diagram"].slots["title"].box
    assert title.bottom <= inches(1.0) and title.height > inches(0.45)


def test_a_sticker_has_the_end_of_a_title_that_leaves_no_room_over_or_under_it() -> None:
    head = Holder("title", 0, (0.6, 0.1, 12.1, 1.4), "Titel")
    layouts = [Layout(one.name, (head, *one.holders[1:]), one.kind) for one in (CONTENT, ALONE)]
    one = made(COVER, *layouts)
    title, sticker = (one.layouts["Diagram"].slots[slot].box for slot in ("title", "sticker"))
    assert name(one, "Diagram") == "Title Only"
    assert sticker.right == title.right and title.y < sticker.y and sticker.bottom < title.bottom


def test_a_narrow_title_still_opens_a_deck() -> None:
    """A cover with its title in a column of a quarter of the page."""
    head = Holder("title", 0, (1.0, 1.6, 3.0, 3.8), "Titel")
    side = Layout("Forside", (head, Holder("body", 1, (6.0, 1.6, 6.0, 3.8), "Tekst")), "title")
    assert name(made(side, CONTENT, ALONE), "Cover") == "Forside"


def test_text_boxes_do_not_inherit_what_a_template_sets_others_in() -> None:
    loud = '<a:lvl1pPr><a:defRPr sz="1800" cap="all" spc="300" baseline="30000"/></a:lvl1pPr>'
    style = f"<p:defaultTextStyle>{loud}</p:defaultTextStyle></p:presentation>"
    change = substituted("ppt/presentation.xml", "</p:presentation>", style)
    one = made(COVER, CONTENT, ALONE, change=change)
    main = one.parts["ppt/presentation.xml"].decode()
    assert 'sz="1800"' in main
    assert not [said for said in ("cap=", "spc=", "baseline=") if said in main.partition("defaultTextStyle")[2]]
