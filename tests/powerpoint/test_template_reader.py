"""A template is read for what layout needs: where text may stand, and how large it is by default."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pptx import Presentation
from test_template import COLORS

from deckgen.locale.da import LANGUAGE as DANISH
from deckgen.model.template import SlideLayout, Slot, Template
from deckgen.model.theme import Theme
from deckgen.model.units import Box, inches
from deckgen.powerpoint.own_template.build import build_template, on_grounds, own_template
from deckgen.powerpoint.own_template.canvas import canvas
from deckgen.powerpoint.own_template.layouts import SLIDE_LAYOUTS
from deckgen.powerpoint.own_template.master import branded
from deckgen.powerpoint.own_template.reader import read_own_template, read_template

WIDTH, HEIGHT = inches(40 / 3), inches(7.5)
THEME = Theme("Acme", "Cambria", "Calibri", COLORS, WIDTH, HEIGHT)


@pytest.fixture(scope="module")
def template() -> Template:
    read = read_own_template(build_template(THEME, DANISH))
    assert read
    return read


@pytest.fixture(scope="module")
def foreign() -> Template:
    """The template of python-pptx: 4:3, its layouts inherit from the master, nobody named its shapes for us."""
    file = BytesIO()
    Presentation().save(file)
    return read_template(file.getvalue())


def slot(name: str, kind: str, x: float, y: float, width: float, height: float) -> Slot:
    return Slot(name, 0, kind, Box(inches(x), inches(y), inches(width), inches(height)))


def test_every_slot_of_the_table_comes_back(template: Template) -> None:
    assert list(template.slide_layouts) == [spec.name for spec in SLIDE_LAYOUTS]
    aligns = {"l": "left", "r": "right"}
    anchors = {"t": "top", "ctr": "middle", "b": "bottom"}
    for spec in (branded(one, THEME) for one in SLIDE_LAYOUTS):
        slots = template.slide_layouts[spec.name].slots
        assert set(slots) == {one.name for one in spec.slots}
        for one in spec.slots:
            box = Box(inches(one.x), inches(one.y), inches(one.width), inches(one.height))
            look = (anchors[one.anchor], one.size, one.bold, one.color)
            wanted = Slot(one.name, one.index, one.type, box, *look, align=aligns[one.align])  # type: ignore[arg-type]
            assert slots[one.name] == replace(wanted, role=one.role)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("bold", [False, True])
def test_what_is_read_back_is_what_was_built(dark: bool, bold: bool) -> None:
    theme = replace(THEME, dark=dark, bold_titles=bold)
    built = own_template(theme, DANISH)
    read = read_own_template(built.data)
    assert read and on_grounds(read, theme) == built


def test_the_page_is_measured(template: Template, foreign: Template) -> None:
    assert (template.width, template.height) == (WIDTH, HEIGHT)
    assert (foreign.width, foreign.height) == (inches(10), inches(7.5))


@pytest.mark.parametrize(
    ("name", "x", "y", "right", "bottom"),
    [
        ("Diagram", 0.6, 1.42, 12.733, 6.65),
        ("Diagram on Primary", 0.6, 1.42, 12.733, 6.65),
        ("Section", 0.6, 5.12, 12.733, 6.82),
    ],
)
def test_the_canvas_is_what_title_lead_and_foot_leave(
    template: Template, name: str, x: float, y: float, right: float, bottom: float
) -> None:
    found = template.slide_layouts[name].canvas
    assert [found.x, found.y, found.right, found.bottom] == pytest.approx(
        [inches(side) for side in (x, y, right, bottom)], abs=inches(0.002)
    )


def test_no_canvas_touches_title_foot_or_number(template: Template) -> None:
    kept = ("title", "tracker", "foot", "number")
    for name in ("Diagram", "Diagram on Panel", "Diagram on Primary", "Section"):
        layout: SlideLayout = template.slide_layouts[name]
        assert not any(layout.canvas.overlaps(layout.slots[one].box) for one in kept if one in layout.slots)


def test_a_lead_beside_the_title_leaves_the_canvas_alone() -> None:
    slots = {
        "title": slot("title", "title", 1, 1, 8, 1),
        "lead": slot("lead", "body", 1, 2.2, 4, 1),
        "foot": slot("foot", "ftr", 1, 7, 8, 0.3),
    }
    assert canvas(slots, inches(10), HEIGHT).y < inches(2.5)


def test_without_a_title_the_whole_page_is_free() -> None:
    assert canvas({}, WIDTH, HEIGHT) == Box(0, 0, WIDTH, HEIGHT)


def test_a_canvas_that_is_full_is_empty_and_never_negative() -> None:
    found = canvas(
        {"title": slot("title", "title", 1, 1, 11, 6), "foot": slot("foot", "ftr", 1, 2, 3, 1)}, WIDTH, HEIGHT
    )
    assert found.width > 0 and found.height == 0


def test_places_and_sizes_that_a_layout_inherits_come_from_the_master(foreign: Template) -> None:
    slots = foreign.slide_layouts["Title and Content"].slots
    title = next(one for one in slots.values() if one.type == "title")
    master = Presentation().slide_masters[0].placeholders[0]
    assert title.box == Box(master.left, master.top, master.width, master.height)
    assert (title.size, title.anchor, title.color) == (44.0, "middle", "foreground")


def test_reading_the_same_bytes_twice_costs_once(template: Template) -> None:
    assert read_template(template.data) is read_template(template.data)
