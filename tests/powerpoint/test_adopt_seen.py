"""What real templates were seen to go wrong by: colours alike, sources on logos, strips left empty, text on art."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree
from PIL import Image
from preflighted import A, substituted
from test_adopt_design import STOCK, inked
from test_adopt_places import ALONE, CONTENT, COVER, made, name

from deckgen.model.contrast import contrast
from deckgen.model.units import Box, inches
from deckgen.powerpoint.client_template.adopt.palette import palette_of
from deckgen.powerpoint.ooxml.colors import colored, hue_of
from templates.building.parts import Holder, Layout, Levels, Shape

LOGO = inked(0, 0, 100, 100)


def box(x: float, y: float, width: float, height: float) -> Box:
    return Box(inches(x), inches(y), inches(width), inches(height))


def _with_feet(layout: Layout, *feet: Holder) -> Layout:
    """A slide layout with these footers and no others."""
    own = (one for one in layout.holders if one.type not in ("dt", "ftr", "sldNum"))
    return replace(layout, holders=(*own, *feet))


@pytest.mark.parametrize(("first", "second"), [("4472C4", "ED7D31"), ("FF0000", "00B050"), ("F79646", "4F81BD")])
@pytest.mark.parametrize("ground", ["FFFFFF", "EFF1E9"])
def test_primary_and_accent_differ_in_lightness_where_the_template_has_not_both(
    first: str, second: str, ground: str
) -> None:
    colors = palette_of(STOCK | {"accent1": first, "accent2": second}, ground, (first, second)).colors
    assert contrast(colors["primary"], colors["accent"]) >= 1.2


def test_two_colours_that_are_read_as_they_are_stay_so_though_they_are_alike() -> None:
    colors = palette_of(STOCK | {"accent1": "1F6F43", "accent2": "A8322D"}, "FFFFFF", ("1F6F43", "A8322D")).colors
    assert (colors["primary"], colors["accent"]) == ("1F6F43", "A8322D")
    assert contrast(*(colors[role] for role in ("primary", "accent"))) < 1.2


def test_text_is_not_set_in_a_full_colour_of_a_page_that_the_slides_do_not_have() -> None:
    """A theme whose page is red and whose text is pale, under slides that are pale."""
    odd = STOCK | {"bg1": "C51C2D", "tx1": "EDEFE7", "bg2": "D91F2F", "tx2": "F4F5F1"}
    colors = palette_of(odd, "EFF1E9").colors
    assert contrast(colors["foreground"], "EFF1E9") >= 7
    assert hue_of(colors["foreground"])[1] < 0.3


def test_a_page_has_no_full_colour_that_its_ground_has_not() -> None:
    colors = palette_of(STOCK | {"bg2": "5A9942"}, "DC7648").colors
    assert colors["background"] != "5A9942"


def test_what_is_behind_a_transparent_fill_shows_through_it() -> None:
    stops = "".join(
        f'<a:gs pos="{at}"><a:srgbClr val="{value}"><a:alpha val="25000"/></a:srgbClr></a:gs>'
        for at, value in ((0, "BA478F"), (100000, "FFA500"))
    )
    gradient = etree.fromstring(
        f'<a:spPr xmlns:a="{A[1:-1]}"><a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill></a:spPr>'
    )
    assert colored(gradient, {}) == "DC7648"
    assert colored(gradient, {}, "FFFFFF") == "F6DCD1"


def test_the_source_line_stays_in_the_clients_place_for_footers_where_that_holds_it() -> None:
    """A name of the client's is part of the picture of the page, left of the place for footers."""

    def foot_in(width: float) -> Box:
        feet = (Holder("ftr", 11, (5.0, 6.95, width, 0.3)), Holder("sldNum", 12, (12.1, 6.95, 0.6, 0.3)))
        return made(COVER, *(_with_feet(one, *feet) for one in (CONTENT, ALONE))).layouts["Diagram"].slots["foot"].box

    assert foot_in(6.6).x >= inches(5.0) and foot_in(6.6).right <= inches(11.6)
    assert foot_in(2.0).width > inches(9)


def test_a_source_line_is_not_in_the_capitals_of_a_clients_footer() -> None:
    loud = Levels((10,), ("-",))
    main = "ppt/slideLayouts/slideLayout2.xml"
    foot = Holder("ftr", 11, (5.0, 6.95, 6.6, 0.3), levels=loud)
    change = substituted(main, "<a:defRPr", '<a:defRPr cap="all" spc="200"')
    one = made(COVER, _with_feet(ALONE, foot), change=change)
    root = etree.fromstring(one.parts[main])
    feet = [holder for holder in root.iter("{*}sp") if holder.find("*/{*}nvPr/{*}ph[@type='ftr']") is not None]
    assert feet and not [run for foot in feet for run in foot.iter(f"{A}defRPr") if run.get("cap") or run.get("spc")]


def test_without_footers_of_the_clients_a_source_line_stands_over_the_art_at_the_foot() -> None:
    floor = Shape((0, 6.7, 13.333, 0.8), fill="tx2")
    layout = made(COVER, _with_feet(CONTENT), _with_feet(ALONE), drawn=(floor,)).layouts["Diagram"]
    assert layout.slots["foot"].box.bottom <= inches(6.7)
    assert not layout.plates


def test_content_takes_a_strip_that_the_masters_own_content_leaves_empty() -> None:
    """A master whose content ends 2.4 inches from the edge of the page, and half an inch over its footers."""
    plain = made(COVER, ALONE, body=(0.6, 2.2, 10.4, 4.2)).layouts["Diagram"].canvas
    assert plain.x + plain.right == pytest.approx(inches(13.333), abs=10)
    assert plain.bottom > inches(6.4)
    assert plain.y < inches(1.8)


def test_content_leaves_a_strip_to_the_art_that_stands_there() -> None:
    band = Shape((11.4, 0.0, 1.933, 7.5), fill="accent1")
    assert made(COVER, ALONE, body=(0.6, 2.2, 10.4, 4.2), drawn=(band,)).layouts["Diagram"].canvas.right <= inches(
        11.4
    )


def test_no_text_of_an_opening_stands_on_a_logo() -> None:
    """A cover whose logo stands in the place of its text: a subtitle fits over it, a contact's text does not."""
    logo = Shape((5.0, 5.6, 3.3, 0.7), png=LOGO)
    head = Holder("ctrTitle", 0, (1.7, 1.3, 9.8, 2.4), "Titel", levels=Levels((54,), ("-",), align="ctr"))
    text = Holder("subTitle", 1, (1.7, 4.0, 9.8, 2.2), "Undertitel", levels=Levels((24,), ("-",), align="ctr"))
    one = made(Layout("Title Slide", (head, text), "title", drawn=(logo,)), CONTENT, ALONE)
    place = box(5.0, 5.6, 3.3, 0.7)
    for ours in ("Cover", "Contact"):
        assert [slot for slot, each in one.layouts[ours].slots.items() if each.box.overlaps(place)] == [], ours
    assert name(one, "Cover") == "Title Slide"


def _scene(*logos: tuple[int, int, int, int]) -> bytes:
    """A picture of 320 by 180 that runs from pale blue into white, with logos in full blue painted into it."""
    image = Image.new("RGB", (320, 180))
    for y in range(180):
        image.paste((170 + y * 85 // 179, 205 + y * 50 // 179, 235 + y * 20 // 179), (0, y, 320, y + 1))
    for logo in logos:
        image.paste((20, 40, 140), logo)
    data = BytesIO()
    image.save(data, "png")
    return data.getvalue()


def test_content_keeps_clear_of_the_logos_that_are_painted_into_the_picture_of_the_page() -> None:
    """One at the top right, where the title ends, and one at the foot, where the source line begins."""
    picture = Shape((0, 0, 13.333, 7.5), png=_scene((272, 4, 312, 36), (10, 162, 110, 176)))
    slots = made(COVER, CONTENT, ALONE, drawn=(picture,)).layouts["Diagram"].slots
    for logo in (box(11.33, 0.17, 1.67, 1.33), box(0.42, 6.75, 4.17, 0.58)):
        assert [name for name, slot in slots.items() if slot.box.overlaps(logo)] == []


def test_a_picture_without_logos_takes_no_room_of_the_content() -> None:
    """Nor does what is painted in its middle, which is its scene, or a band across all of it, which is its ground."""
    logo = _scene((272, 4, 312, 36))
    bare, scene, band, marked = (
        made(COVER, CONTENT, ALONE, drawn=(Shape((0, 0, 13.333, 7.5), png=png),)).layouts["Diagram"]
        for png in (_scene(), _scene((150, 80, 180, 100)), _scene((0, 172, 320, 180)), logo)
    )
    assert bare.slots["title"].box == scene.slots["title"].box == band.slots["title"].box
    assert marked.slots["title"].box != bare.slots["title"].box


def test_a_page_number_stands_beside_the_logo_that_a_client_has_on_it() -> None:
    logo = Shape((11.6, 6.8, 1.2, 0.5), png=LOGO)
    layout = made(COVER, CONTENT, ALONE, drawn=(logo,)).layouts["Diagram"]
    number = layout.slots["number"].box
    assert not number.overlaps(box(11.6, 6.8, 1.2, 0.5))
    assert not number.overlaps(layout.slots["foot"].box)
    assert number.y == made(COVER, CONTENT, ALONE).layouts["Diagram"].slots["number"].box.y


@pytest.mark.parametrize(("size", "composed"), [(18, True), (40, False)])
def test_a_cover_that_begins_as_a_content_slide_in_small_type_is_composed(size: int, composed: bool) -> None:
    head = Holder("title", 0, (0.6, 0.3, 12.0, 1.2), "Titel", levels=Levels((size,), ("-",)))
    text = Holder("subTitle", 1, (0.6, 1.8, 12.0, 4.3), "Undertitel")
    one = made(Layout("Title Slide", (head, text)), CONTENT, ALONE)
    assert one.layouts["Cover"].slots["title"].drawn is composed


def test_a_composed_contact_page_is_a_block_with_its_title_level_with_its_text() -> None:
    layout = made(ALONE).layouts["Contact"]
    title, text = layout.slots["title"], layout.slots["body"]
    [bar] = layout.plates
    assert {title.anchor, text.anchor} == {"middle"}
    assert (title.box.y, title.box.bottom) == (text.box.y, text.box.bottom) == (bar.box.y, bar.box.bottom)
    assert inches(2.6) <= bar.box.height < 0.55 * inches(7.5)


def test_a_page_number_stands_beside_a_large_transparent_logo_and_on_a_band_across_the_page() -> None:
    """A logo of a twenty-fifth of the page, of which little is ink, and a band in which the number always was."""
    usual = made(COVER, CONTENT, ALONE).layouts["Diagram"].slots["number"].box
    image = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    for x in (0, 85):
        image.paste((0, 90, 60, 255), (x, 0, x + 15, 100))
    out = BytesIO()
    image.save(out, "PNG")
    large = Shape((8.0, 5.8, 3.6, 1.5), png=out.getvalue())
    place = box(8.0, 5.8, 3.6, 1.5)
    assert usual.overlaps(place)
    assert not made(COVER, CONTENT, ALONE, drawn=(large,)).layouts["Diagram"].slots["number"].box.overlaps(place)
    band = Shape((0, 6.8, 13.333, 0.7), fill="accent1")
    assert made(COVER, CONTENT, ALONE, drawn=(band,)).layouts["Diagram"].slots["number"].box == usual
