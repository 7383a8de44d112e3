"""What the template says of its own text is kept, and templates that are odd in one way are taken all the same."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from adopted import Taken, holders, master, sheet, style, taken, taken_over, xfrm
from lxml import etree
from preflighted import A, P, changed, shape, tree

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.contrast import contrast
from deckgen.model.template import (
    DRAWN_CONTACT,
    DRAWN_COVER,
    LAYOUT_NAMES,
    MappedLayout,
    SlideLayout,
    Slot,
    TemplateMapping,
    on_ground,
)
from deckgen.model.theme import GROUNDS
from deckgen.model.units import points
from deckgen.powerpoint.client_template.adopt.adoption import adopt
from deckgen.powerpoint.client_template.adopt.demands import WISHES
from deckgen.powerpoint.client_template.preflight import preflight
from deckgen.powerpoint.own_template.layouts import SLIDE_LAYOUTS
from templates import NAMES, made

every_template = pytest.mark.parametrize("name", NAMES)
_ALIGN = {"l": "left", "ctr": "center", "r": "right"}


def texts(one: Taken) -> Iterator[tuple[SlideLayout, Slot]]:
    """Every slot that is a placeholder for a title or for text."""
    for layout in one.layouts.values():
        for slot in layout.slots.values():
            if slot.type in ("title", "ctrTitle", "subTitle", "body", "obj") and not slot.drawn:
                yield layout, slot


def said(levels: list[Any], attribute: str) -> str | None:
    return next((one.get(attribute) for one in levels if one.get(attribute)), None)


def runs(levels: list[Any]) -> list[Any]:
    return [one for level in levels if (one := level.find(f"{A}defRPr")) is not None]


@every_template
def test_a_title_starts_with_the_size_that_the_template_gives_it(name: str) -> None:
    one, seen = taken(name), 0
    for layout in one.layouts.values():
        slot = layout.slots["title"]
        if slot.drawn:
            continue
        own = float(said(runs(style(one, layout, slot)), "sz") or 1800) / 100
        assert slot.steps[0] * one.adoption.template.scale == pytest.approx(own, abs=0.05), layout.name
        assert list(slot.steps) == sorted(slot.steps, reverse=True)
        assert slot.steps[-1] >= min(20, 0.8 * slot.steps[0])
        seen += 1
    assert 3 * seen > 2 * len(one.layouts) or name == "titleless_bands"


def test_a_title_that_stands_on_its_line_grows_upwards_so_that_its_text_stays_there() -> None:
    """Two lines of it take more than the template gives it."""
    one = taken("cinema_21_9")
    layout = one.layouts["Diagram"]
    own = next(box for kind, _, shape in holders(master(one, layout)) if kind == "title" and (box := xfrm(shape)))
    slot = layout.slots["title"]
    inset = 45720
    assert slot.box.bottom == own.bottom - inset
    assert slot.box.y < own.y + inset
    assert slot.box.height >= points(2 * 1.2 * slot.steps[0])
    assert "tracker" in layout.slots


@every_template
def test_alignment_weight_and_capitals_are_the_templates(name: str) -> None:
    one = taken(name)
    for layout, slot in texts(one):
        levels = style(one, layout, slot)
        assert slot.align == _ALIGN[said(levels, "algn") or "l"], (layout.name, slot.name)
        assert slot.bold == ((said(runs(levels), "b") or "0") == "1"), (layout.name, slot.name)
        assert slot.caps == (said(runs(levels), "cap") == "all"), (layout.name, slot.name)


@every_template
def test_text_has_the_templates_own_bullet_with_its_own_indent(name: str) -> None:
    one = taken(name)
    for layout, slot in texts(one):
        levels = style(one, layout, slot)
        marks = [child.tag.removeprefix(A) for level in levels for child in level]
        mark = next((tag for tag in marks if tag in ("buNone", "buChar", "buAutoNum", "buBlip")), "buNone")
        opening = layout.name in ("Cover", "Section", "Statement", "Contact")
        if mark == "buNone" or opening or slot.name in ("title", "lead", "tracker"):
            continue
        margin = int(said(levels, "marL") or 0)
        if slot.hang is not None:
            assert slot.hang * one.adoption.template.scale == pytest.approx(margin, abs=2), (layout.name, slot.name)
        else:
            assert slot.name.endswith("heading") or margin != -int(said(levels, "indent") or 0), slot.name


def test_the_custom_bullets_are_written_by_the_template_alone() -> None:
    one = taken("custom_bullets")
    body = one.layouts["Title and Body"].slots["body"]
    marks = [child for level in style(one, one.layouts["Title and Body"], body) for child in level]
    assert next(child.get("char") for child in marks if child.tag == f"{A}buChar") == "§"
    assert body.hang is not None and body.hang > 0


def test_capitals_in_the_template_are_measured_as_capitals() -> None:
    def upper(entries: dict[str, bytes]) -> None:
        part = "ppt/slideMasters/slideMaster1.xml"
        root = etree.fromstring(entries[part])
        root.find(f".//{P}titleStyle/{A}lvl1pPr/{A}defRPr").set("cap", "all")
        entries[part] = etree.tostring(root)

    one = cleaned(changed(upper, "german_names"))
    assert one.layouts["Diagram"].slots["title"].caps
    assert not one.layouts["Title and Body"].slots["body"].caps


def cleaned(data: bytes, mapping: TemplateMapping | None = None) -> Taken:
    with tempfile.TemporaryDirectory() as made:
        file = Path(made) / "client.pptx"
        file.write_bytes(data)
        clean = preflight(file, Diagnostics())
    assert clean
    return taken_over(clean, mapping)


def test_a_face_that_one_layout_names_is_the_one_that_is_measured() -> None:
    one = taken("office_faces")
    assert (one.adoption.heading_face, one.adoption.body_face) == ("Georgia", "Corbel")
    foot = one.layouts["Diagram"].slots["foot"]
    assert foot.face == "Aptos"
    assert one.layouts["Diagram"].slots["title"].face == "+mj-lt"


def test_the_theme_gives_both_faces_and_the_colours() -> None:
    one = taken("dark_master")
    assert contrast(one.adoption.colors["background"], "000000") < 2
    assert contrast(one.adoption.colors["foreground"], one.adoption.colors["background"]) >= 7


def test_a_placeholder_whose_index_another_has_says_its_own_place_on_the_slide() -> None:
    """PowerPoint and others find a placeholder by its index, and may find the other one."""
    one = cleaned(changed(lambda entries: None, "doubled_indices"), asked("Two Lists", "Two Boxes"))
    layout = one.layouts["Two Lists"]
    indices = [index for _, index, _ in holders(sheet(one, layout))]
    doubled = [slot for slot in layout.slots.values() if not slot.drawn and indices.count(slot.index) > 1]
    assert doubled
    assert all(slot.own_box for slot in doubled)


def asked(ours: str, theirs: str) -> TemplateMapping:
    return TemplateMapping(None, {ours: MappedLayout(theirs, Span("client.map.yml", 3, 3))})


def test_layouts_without_names_are_found_by_what_stands_on_them() -> None:
    one = taken("repeated_names")
    named = taken("german_names")
    for name in ("Cover", "Section", "Title and Body", "Two Lists", "Diagram"):
        kinds = sorted(kind for kind, _, _ in holders(sheet(one, one.layouts[name])))
        assert kinds == sorted(kind for kind, _, _ in holders(sheet(named, named.layouts[name]))), name


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("german_names", {"Cover": "Titelfolie", "Title and Body": "Titel und Inhalt", "Diagram": "Nur Titel"}),
        ("danish_widescreen", {"Cover": "Forside", "Section": "Afsnitsoverskrift", "Diagram": "Kun titel"}),
        ("standard_4_3", {"Cover": "Title Slide", "Two Lists": "Two Content", "Table": "Title and Content"}),
    ],
)
def test_known_layouts_serve_what_their_names_say(name: str, names: dict[str, str]) -> None:
    served = {one.name: one.sheet.name for one in taken(name).adoption.served}
    assert {ours: served[ours] for ours in names} == names


def test_placeholders_for_charts_and_tables_are_filled_by_them() -> None:
    one = taken("typed_placeholders")
    assert one.layouts["Chart"].slots["chart"].type == "chart"
    assert one.layouts["Table"].slots["table"].type == "tbl"


def test_on_a_standing_page_the_text_about_a_chart_stands_under_it() -> None:
    upright, lying = (taken(name).layouts["Chart and Takeaways"] for name in ("portrait_a4", "standard_4_3"))
    chart, text = upright.slots["chart"].box, upright.slots["takeaways"].box
    assert (chart.x, chart.width) == (text.x, text.width)
    assert chart.bottom < text.y
    assert upright.slots["title"].box.bottom < chart.y
    assert upright.slots["takeaways"].own_box
    assert lying.slots["chart"].box.right < lying.slots["takeaways"].box.x


@pytest.mark.parametrize("name", ["drawn_furniture", "danish_widescreen", "typed_placeholders"])
def test_a_chart_lines_up_with_the_title(name: str) -> None:
    layout = taken(name).layouts["Chart"]
    assert layout.slots["chart"].box.x == layout.slots["title"].box.x


def test_a_short_source_line_stands_level_with_the_page_number() -> None:
    slots = taken("drawn_furniture").layouts["Diagram"].slots
    foot, number = slots["foot"], slots["number"]
    middle = foot.box.y + foot.box.height / 2
    assert foot.anchor == "middle"
    assert abs(middle - (number.box.y + number.box.height / 2)) < points(4)


def test_where_the_row_is_too_narrow_the_source_line_stands_at_the_end_of_the_region() -> None:
    slots = taken("portrait_a4").layouts["Diagram"].slots
    assert slots["foot"].anchor == "bottom"
    assert slots["foot"].box.bottom < slots["number"].box.y


@pytest.mark.parametrize(("curved", "trusted"), [(True, True), (False, False)])
def test_over_a_free_form_the_templates_own_colour_is_trusted(curved: bool, trusted: bool) -> None:
    """A wave over the whole page says nothing of the colour behind the title; a rectangle drawn by hand does."""
    point = '<a:pt x="9" y="9"/>'
    step = f"<a:cubicBezTo>{point * 3}</a:cubicBezTo>" if curved else f"<a:lnTo>{point}</a:lnTo>"
    form = (
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="12192000" cy="6858000"/></a:xfrm><a:custGeom><a:pathLst>'
        f'<a:path w="9" h="9"><a:moveTo>{point}</a:moveTo>{step}<a:close/></a:path></a:pathLst></a:custGeom>'
        '<a:solidFill><a:srgbClr val="101010"/></a:solidFill>'
    )
    cover = "ppt/slideLayouts/slideLayout1.xml"
    title = cleaned(changed(tree(shape(place=form), cover), "german_names")).layouts["Cover"].slots["title"]
    assert (title.paint is None) == trusted
    assert title.ground == ("" if trusted else "101010")


def test_of_two_masters_the_one_that_is_asked_for_is_used() -> None:
    first = taken("two_masters").adoption
    assert first.master.number == 0
    asked_for = cleaned(changed(lambda entries: None, "two_masters"), TemplateMapping(2)).adoption
    assert asked_for.master.number == 1
    assert {one.sheet.master for one in asked_for.served} == {1}
    assert contrast(asked_for.colors["background"], "000000") < 2


def test_where_one_layout_has_a_title_no_other_serves_content() -> None:
    one = taken("no_titles")
    assert not one.found
    assert {each.sheet.label for each in one.adoption.served if each.name != "Cover"} == {"Indhold"}


def test_where_no_layout_has_a_title_the_deck_says_which_it_draws() -> None:
    one = taken("titleless_bands")
    assert [each.code for each in one.found] == ["template-no-title"]
    drawn = {name for name, layout in one.layouts.items() if layout.slots["title"].drawn}
    assert drawn >= {"Diagram", "Table"}
    named = one.found[0].message.partition(" serves ")[2].partition(":")[0]
    assert set(named.split(", ")) == drawn - {"Cover", "Section", "Contact"}, "openings are composed without a word"


def bare(*types: str) -> bytes:
    """A template none of whose layouts has a placeholder of these types; nor any of them, where none is named."""

    def change(entries: dict[str, bytes]) -> None:
        for name, data in entries.items():
            if name.startswith("ppt/slideLayouts/slideLayout"):
                root = etree.fromstring(data)
                for kind, _, shape in holders(root):
                    if not types or kind in types:
                        shape.getparent().remove(shape)
                entries[name] = etree.tostring(root)

    return changed(change, "danish_widescreen")


@pytest.mark.parametrize("types", [("title", "ctrTitle"), ()], ids=["no title anywhere", "no placeholder at all"])
def test_titles_that_no_layout_has_are_drawn_as_titles_with_one_warning(types: tuple[str, ...]) -> None:
    one = cleaned(bare(*types))
    assert tuple(one.layouts) == LAYOUT_NAMES
    assert [each.code for each in one.found] == ["template-no-title"]
    for layout in one.layouts.values():
        assert layout.slots["title"].drawn and layout.slots["title"].type == "title"
        for slot in layout.slots.values():
            assert one.page.contains(slot.box)
            assert types or slot.drawn


def lone(template: str, kept: str) -> bytes:
    """The template with one of its slide layouts alone."""
    from pptx import Presentation

    presentation: Any = Presentation(BytesIO(made(template)))
    for layout in list(presentation.slide_layouts):
        if layout.name != kept:
            presentation.slide_layouts.remove(layout)
    saved = BytesIO()
    presentation.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(
    ("template", "kept"),
    [
        ("dark_master", "Title Slide"),
        ("top_footers", "Skilleside"),
        ("portrait_a4", "Omslag"),
        ("python_pptx_default", "Picture with Caption"),
    ],
)
def test_on_a_cover_or_a_section_page_alone_the_rest_is_drawn_with_one_warning(template: str, kept: str) -> None:
    """Content slides had no slide layout then, and the build ended in a traceback."""
    one = cleaned(lone(template, kept))
    assert tuple(one.layouts) == LAYOUT_NAMES
    assert [each.code for each in one.found] == ["template-no-title"]
    diagram = one.layouts["Diagram"]
    assert diagram.slots["title"].drawn
    assert diagram.slots["title"].box.bottom <= diagram.canvas.y
    assert all(one.page.contains(slot.box) for slot in diagram.slots.values())


def test_a_mapping_may_put_content_on_a_cover() -> None:
    data = changed(lambda entries: None, "german_names")
    one = cleaned(data, asked("Diagram", "Titelfolie"))
    (served,) = (each for each in one.adoption.served if each.name == "Diagram")
    assert (served.sheet.name, served.reasons) == ("Titelfolie", ("the mapping says so",))
    assert [each.code for each in one.found] == ["template-no-title"]


def test_slide_layouts_that_are_full_of_drawings_are_an_error_of_the_template_or_of_the_mapping() -> None:
    diagnostics = Diagnostics()
    assert adopt(lone("no_titles", "Citat"), TemplateMapping(), "client.pptx", diagnostics) is None
    assert [(one.code, one.span.file) for one in diagnostics] == [("template-no-room", "client.pptx")]
    diagnostics = Diagnostics()
    assert adopt(made("no_titles"), asked("Diagram", "Citat"), "client.pptx", diagnostics)
    (said,) = (one for one in diagnostics if one.severity == "error")
    assert (said.code, said.span.line) == ("template-layout-full", 3)


def test_a_template_without_a_slide_layout_is_an_error() -> None:
    from pptx import Presentation

    presentation: Any = Presentation()
    for layout in list(presentation.slide_layouts):
        presentation.slide_layouts.remove(layout)
    saved, found = BytesIO(), Diagnostics()
    presentation.save(saved)
    assert adopt(saved.getvalue(), TemplateMapping(), "client.pptx", found) is None
    assert [(one.code, one.span.file) for one in found] == [("template-no-slide-layouts", "client.pptx")]
    assert all(one.hint for one in found)


def test_a_mapping_decides_and_a_name_that_is_none_is_reported_where_it_stands() -> None:
    data = changed(lambda entries: None, "german_names")
    one = cleaned(data, asked("Diagram", "Titel und Inhalt"))
    served = {each.name: each for each in one.adoption.served}
    assert served["Diagram"].sheet.name == "Titel und Inhalt"
    assert served["Diagram"].reasons == ("the mapping says so",) != served["Chart"].reasons
    wrong = cleaned(data, asked("Diagram", "Nur Titl"))
    (said,) = wrong.found
    assert (said.code, said.span.line, said.severity) == ("template-layout-unknown", 3, "error")
    assert "Nur Titel" in said.hint
    assert tuple(wrong.layouts) == LAYOUT_NAMES


def test_a_master_that_is_none_is_reported_where_it_stands() -> None:
    data = changed(lambda entries: None, "two_masters")
    place = Span("client.map.yml", 1, 9)
    for number in (0, 3):
        wrong = cleaned(data, TemplateMapping(number, master_span=place))
        (said,) = wrong.found
        assert (said.code, said.span, said.severity) == ("template-master-unknown", place, "error")
        assert "1 to 2" in said.hint


def test_our_slide_layouts_are_the_same_in_the_template_the_wishes_and_what_a_mapping_may_name() -> None:
    named = [spec for spec in SLIDE_LAYOUTS if spec.name in LAYOUT_NAMES]
    assert tuple(spec.name for spec in named) == LAYOUT_NAMES
    on_grounds = {on_ground(name, ground) for name in LAYOUT_NAMES for ground in GROUNDS}
    assert {spec.name for spec in SLIDE_LAYOUTS} <= on_grounds | {DRAWN_CONTACT, DRAWN_COVER}
    assert tuple(wish.name for wish in WISHES) == LAYOUT_NAMES
    for spec, wish in zip(named, WISHES, strict=True):
        asked_for = {name for column in wish.columns for name in column.slots}
        own = {slot.name for slot in spec.slots} - {"title", "tracker", "foot", "number"}
        assert own - set(wish.optional) <= asked_for <= own
