"""Where slide layouts of unusual designs put what a deck says: each was once seen to go wrong on a page."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from adopted import Taken, holders, sheet, taken_over
from lxml import etree
from preflighted import A, Change, P, run, shape, tree

from deckgen.model.units import inches
from templates.building.looks import FJORD
from templates.building.package import file_of, packed, unpacked
from templates.building.parts import Box, Design, Holder, Layout, Levels, Master, Shape
from templates.building.png import landscape
from templates.building.usual import Grid, master_holders, usual_layouts

GRID = Grid((13.333, 7.5), 0.6, 0.6, (0.5, 1.3), (1.6, 6.7), 6.95)
COVER, CONTENT, SECTION, TWO, ALONE, BLANK = usual_layouts(GRID)


def made(
    *layouts: Layout,
    drawn: tuple[Shape, ...] = (),
    body: Box = GRID.body_box,
    change: Change | None = None,
) -> Taken:
    """A template of these slide layouts, changed and taken over."""
    own = tuple(replace(one, box=body) if one.type == "body" else one for one in master_holders(GRID))
    entries = unpacked(file_of(Design((Master(FJORD, own, layouts, drawn, title=Levels((28,))),))))
    if change:
        change(entries)
    with tempfile.TemporaryDirectory() as folder:
        clean, _ = run(packed(entries), Path(folder))
    assert clean
    return taken_over(clean)


def name(one: Taken, ours: str) -> str:
    return str(sheet(one, one.layouts[ours]).find(f"{P}cSld").get("name"))


def test_a_page_number_that_the_layout_shows_itself_is_not_shown_twice() -> None:
    entry = "ppt/slideLayouts/slideLayout3.xml"
    place = '<a:xfrm><a:off x="91440" y="6500000"/><a:ext cx="300000" cy="200000"/></a:xfrm>'
    run_of = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:t>1</a:t></a:fld>'
    text = f"<p:txBody><a:bodyPr/><a:p>{run_of}</a:p></p:txBody></p:sp>"
    plain = replace(ALONE, holders=tuple(one for one in ALONE.holders if one.type != "sldNum"))
    bare = shape(place=place)
    assert "number" in made(COVER, CONTENT, plain, change=tree(bare, entry)).layouts["Diagram"].slots
    numbered = tree(bare.replace("</p:sp>", text), entry)
    assert "number" not in made(COVER, CONTENT, plain, change=numbered).layouts["Diagram"].slots


def test_a_chart_is_not_put_beside_the_empty_place_of_another_content() -> None:
    narrow = Layout(
        "Copy and Visual",
        (*ALONE.holders, Holder("body", 1, (0.6, 1.6, 4.6, 5.1)), Holder("obj", 2, (5.4, 1.6, 7.3, 5.1))),
    )
    one = made(COVER, narrow, ALONE)
    assert (name(one, "Chart"), name(one, "Table")) == ("Title Only", "Title Only")
    assert name(one, "Chart and Takeaways") == "Copy and Visual"


def test_no_source_line_stands_in_a_placeholder_with_a_ground_of_its_own() -> None:
    entry = "ppt/slideLayouts/slideLayout2.xml"

    def fill(entries: dict[str, bytes]) -> None:
        root = etree.fromstring(entries[entry])
        place = next(one for kind, _, one in holders(root) if kind == "obj").find(f"{P}spPr")
        etree.SubElement(etree.SubElement(place, f"{A}solidFill"), f"{A}srgbClr", val="EEEEEE")
        entries[entry] = etree.tostring(root)

    one = made(COVER, CONTENT, ALONE, body=(0.6, 1.6, 12.1, 5.6), change=fill)
    assert not one.layouts["Table"].slots["foot"].box.overlaps(one.layouts["Table"].slots["table"].box)
    slots = one.layouts["Chart"].slots
    assert name(one, "Chart") == "Title and Content"
    assert slots["chart"].drawn
    assert not slots["foot"].box.overlaps(slots["chart"].box)


def test_content_stands_under_the_title_where_the_master_has_it_in_a_column_beside_another() -> None:
    canvas = made(COVER, CONTENT, ALONE, body=(4.8, 1.6, 7.9, 5.1)).layouts["Diagram"]
    assert canvas.canvas.x == canvas.slots["title"].box.x
    assert canvas.canvas.width >= 0.95 * canvas.slots["title"].box.width


def test_a_wide_title_is_better_than_a_narrow_one_over_a_larger_place() -> None:
    side = Layout("Side", (Holder("title", 0, (0.6, 0.5, 3.6, 0.8)), Holder("obj", 1, (4.4, 0.5, 8.3, 6.2))))
    content = Layout("Low", (Holder("title", 0, (0.6, 0.5, 12.1, 0.8)), Holder("obj", 1, (0.6, 2.9, 12.1, 3.8))))
    assert name(made(COVER, side, content, ALONE), "Title and Body") == "Low"


def test_a_cover_that_lives_by_its_picture_gives_way_to_one_without() -> None:
    picture = Holder("pic", 9, (0, 0, 13.333, 7.5), "Billede")
    filled = replace(COVER, name="Title Slide with Photo", kind="", holders=(picture, *COVER.holders))
    plain = Layout("Opening", (Holder("title", 0, (0.6, 3, 12, 1)), Holder("body", 1, (0.6, 4.3, 12, 1.2))))
    assert name(made(filled, plain, CONTENT, ALONE), "Cover") == "Opening"


def test_the_text_of_an_opening_keeps_to_the_column_of_its_title() -> None:
    """A text at the other side, lower down, is meant for a number."""
    astray = Holder("body", 1, (1.3, 4.2, 3.1, 2.4))
    divider = Layout("Section Header", (Holder("title", 0, (6.3, 2.2, 6.3, 1.5)), astray), "secHead")
    slots = made(COVER, CONTENT, divider, ALONE).layouts["Section"].slots
    assert slots["lead"].drawn
    assert slots["lead"].box.x == slots["title"].box.x


def test_what_a_cover_says_under_its_title_does_not_begin_over_it() -> None:
    lines = ((0.6, 2.4, 12, 0.4), (0.6, 4.7, 12, 1.0), (0.6, 5.8, 12, 0.9))
    bodies = tuple(Holder("body", 20 + at, box) for at, box in enumerate(lines))
    cover = Layout("Title Slide", (Holder("ctrTitle", 0, (0.6, 3.0, 12, 1.4)), *bodies), "title")
    slots = made(cover, CONTENT, ALONE).layouts["Cover"].slots
    assert all(slots[each].box.y > slots["title"].box.y for each in ("subtitle", "meeting", "client"))


def test_the_source_line_keeps_clear_of_a_line_right_under_the_region() -> None:
    rule = Shape((0.6, 6.9, 12.1, 0), line="accent2")
    mark = Shape((0.6, 6.92, 9.0, 0.5), png=landscape(90, 5, "C8102E", "20002C"))
    one = made(COVER, CONTENT, ALONE, drawn=(rule, mark), body=(0.6, 1.6, 12.1, 5.4))
    foot = one.layouts["Diagram"].slots["foot"].box
    assert foot.bottom <= inches(6.85)


def test_content_keeps_a_distance_to_a_title_that_stands_on_its_lower_edge() -> None:
    layout = made(COVER, CONTENT, ALONE, body=(0.6, 1.3, 12.1, 5.4)).layouts["Diagram"]
    assert layout.slots["title"].anchor == "bottom"
    assert layout.canvas.y - layout.slots["title"].box.bottom >= inches(0.2)


def test_on_a_gradient_from_light_to_dark_the_templates_own_colour_is_trusted() -> None:
    """The mean of its stops is behind no text: pale text that the author had set on the dark part went black."""
    entry = "ppt/slideLayouts/slideLayout1.xml"
    stops = '<a:gs pos="0"><a:srgbClr val="FFF4E8"/></a:gs><a:gs pos="{0}"><a:srgbClr val="401000"/></a:gs>'

    def ground(stop: str) -> Change:
        def change(entries: dict[str, bytes]) -> None:
            root = etree.fromstring(entries[entry])
            fill = f'<p:bg xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}"><p:bgPr>{stop}<a:effectLst/></p:bgPr></p:bg>'
            page = root.find(f"{P}cSld")
            for old in page.findall(f"{P}bg"):
                page.remove(old)
            page.insert(0, etree.fromstring(fill))
            for run_of in root.iter(f"{A}defRPr"):
                for own in run_of.findall(f"{A}solidFill"):
                    run_of.remove(own)
                pale = etree.fromstring(f'<a:solidFill xmlns:a="{A[1:-1]}"><a:srgbClr val="E7E7E7"/></a:solidFill>')
                run_of.insert(0, pale)
            entries[entry] = etree.tostring(root)

        return change

    steep = f"<a:gradFill><a:gsLst>{stops.format(100000)}</a:gsLst></a:gradFill>"
    light = '<a:solidFill><a:srgbClr val="FFF4E8"/></a:solidFill>'
    assert made(COVER, CONTENT, ALONE, change=ground(steep)).layouts["Cover"].slots["title"].paint is None
    assert made(COVER, CONTENT, ALONE, change=ground(light)).layouts["Cover"].slots["title"].paint is not None


def test_a_chart_is_not_put_into_the_narrow_one_of_two_places() -> None:
    uneven = Layout(
        "Note", (*ALONE.holders, Holder("obj", 1, (0.6, 1.6, 3.6, 5.1)), Holder("obj", 2, (4.5, 1.6, 8, 5.1)))
    )
    assert name(made(COVER, uneven, CONTENT, ALONE), "Chart and Takeaways") == "Title Only"
    assert name(made(COVER, TWO, CONTENT, ALONE), "Chart and Takeaways") == "Two Content"


@pytest.mark.parametrize("cleared", [True, False])
def test_a_layout_that_takes_the_fill_from_a_title_has_none_from_the_master(cleared: bool) -> None:
    """On the dark panel of the master's title its text was painted white, and stood on a white page."""

    def change(entries: dict[str, bytes]) -> None:
        for entry in ("ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout3.xml"):
            root = etree.fromstring(entries[entry])
            place = next(one for kind, _, one in holders(root) if kind == "title").find(f"{P}spPr")
            if "Master" in entry:
                etree.SubElement(etree.SubElement(place, f"{A}solidFill"), f"{A}srgbClr", val="303030")
            elif cleared:
                etree.SubElement(place, f"{A}noFill")
            entries[entry] = etree.tostring(root)

    title = made(COVER, CONTENT, ALONE, change=change).layouts["Diagram"].slots["title"]
    assert (title.paint is None) == cleared
