"""What an editor can get wrong between fields, with pictures and with sheer size: one error, and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

import gallery
from conftest import bounded
from deckgen import output, pipeline
from deckgen.content import load
from deckgen.diagnostics import MOST, Diagnostic, Diagnostics, Span
from deckgen.layout.draw import place_picture
from deckgen.model.blocks import PictureBlock
from deckgen.model.content import Content
from deckgen.model.frames import ChartItem, Frame, PictureItem
from deckgen.model.link import link_target
from deckgen.model.units import Box
from deckgen.nodes.inline import parse
from deckgen.nodes.reader import read_text
from deckgen.registry import registry

FIGURES = (
    gallery.FIGURES
    + """\
survey.many:
  value: 75
  unit: "%"
  source: survey
  wording: over tre fjerdedele
  label: Tilfredse
survey.twelve-and-a-half:
  value: 12.5
  source: survey
  label: Snit
"""
)


def loaded(folder: Path, slides: dict[str, str]) -> tuple[dict[str, Content], Diagnostics]:
    diagnostics = Diagnostics()
    return load(gallery.write(folder / "content", slides, FIGURES), registry(), diagnostics), diagnostics


def mistakes(folder: Path, slide: str, old: str, new: str) -> list[Diagnostic]:
    """What is found in the example of a kind after one change."""
    example = gallery.examples()[slide]
    assert old in example
    return list(loaded(folder, {slide: example.replace(old, new, 1)})[1])


def pointed(found: Diagnostic) -> tuple[str, str]:
    """The code of a mistake, and the text of the content from where it points to the end of its line."""
    assert found.hint
    line = Path(found.span.file).read_text(encoding="utf-8").split("\n")[found.span.line - 1]
    return found.code, line[found.span.column - 1 :]


KEY = re.compile(r"(?<![\w.-])[a-z][a-z-]{3,}(?=:(?: |$))", re.MULTILINE)


def misspelt(example: str) -> Iterator[tuple[str, str]]:
    """Each key of an example, and the example with its last letters the wrong way round, or one of them left out."""
    for key in KEY.finditer(example):
        start, end = key[0][:-2], key[0][-2:]
        slip = start + (end[::-1] if end[0] != end[1] else end[0])
        yield key[0], example[: key.start()] + slip + example[key.end() :]


@pytest.mark.parametrize("slide", gallery.examples())
def test_a_misspelt_key_is_one_mistake(slide: str, tmp_path: Path) -> None:
    for at, (key, wrong) in enumerate(misspelt(gallery.examples()[slide])):
        (only,) = loaded(tmp_path / str(at), {slide: wrong})[1]
        assert only.code == "unknown-key", key
        assert key in only.hint


def test_a_misspelt_key_of_a_slide_whose_kind_is_misspelt_too_is_told_as_what_it_is(tmp_path: Path) -> None:
    example = gallery.examples()["example.bullets"]
    wrong = example.replace("kind: bullets", "kind: bulets").replace("title:", "titel:")
    found = loaded(tmp_path, {"example.bullets": wrong})[1]
    assert sorted((one.code, one.hint.partition("`")[2].partition("`")[0]) for one in found) == [
        ("unknown-key", "title"),
        ("unknown-kind", "bullets"),
    ]


@pytest.mark.parametrize("dash", ["–", "•"])
def test_a_list_whose_first_item_begins_with_another_sign_is_told_there(dash: str) -> None:
    found = Diagnostics()
    text = f"supports:\n  {dash} meeting.ask\n  - survey.rate\n  - for: board\n    text: survey.more\n"
    assert read_text(text, "f.yaml", found) is None
    (only,) = found
    assert (only.span.line, only.span.column) == (2, 3) and f"`{dash}`" in only.message


def test_a_table_that_is_too_wide_is_one_mistake_however_many_rows_it_has(tmp_path: Path) -> None:
    example = gallery.examples()["example.table"]
    wide = example.replace("columns: [Forhold,", "columns: [Forhold, a, b, c, d, e, f, g, h, i, j,")
    wide = wide.replace("  - cells: [", "  - cells: [a, b, c, d, e, f, g, h, i, j, ")
    assert wide.count("cells: [a, b,") > 1
    (only,) = loaded(tmp_path, {"example.table": wide})[1]
    assert pointed(only)[0] == "item-count" and "13 items" in only.message


def test_a_chart_of_too_many_rows_is_one_mistake_and_each_label_that_is_too_long_its_own(tmp_path: Path) -> None:
    head = "id: example.chart\nkind: chart\ntitle: Et diagram\nchart: bar\ncounted: Antal\ndata:\n"

    def said(folder: Path, labels: list[str]) -> list[str]:
        rows = "".join(f"  - {{label: {label}, value: 1}}\n" for label in labels)
        diagnostics = Diagnostics()
        gallery.frames(gallery.write(folder, {"example.chart": head + rows}), diagnostics)
        return [one.message.partition("chart: ")[2] for one in diagnostics if one.code == "chart-label-too-long"]

    assert said(tmp_path / "many", [f"Kommune {at}" for at in range(20)]) == [
        "its 20 rows have no room for a label each"
    ]
    long = [f"{letter} {'meget lang tekst ' * 40}".strip() for letter in "ab"]
    assert len(said(tmp_path / "long", [*long, "kort"])) == 2


DISAGREEING = [
    (
        "example.table",
        'Egenfinansiering i pct., –, "25"',
        "Egenfinansiering i pct., –",
        "fields-disagree",
        "Egenfin",
    ),
    ("example.table", "rows:", "weights: [1, 2]\nrows:", "fields-disagree", "1, 2]"),
    ("example.table", "rows:", "weights: [1, 2, 0]\nrows:", "fields-disagree", "0]"),
    (
        "example.options-matrix",
        "[Alle, Aalborg, –, ◔]",
        "[Alle, Aalborg, –]",
        "fields-disagree",
        "Alle, Aalborg, –]",
    ),
    ("example.tally", "count: 12", "count: 14", "fields-disagree", "14"),
    ("example.tally", "count: 12", "count: -1", "fields-disagree", "-1"),
    ("example.tally", "total: 13", "total: 41", "fields-disagree", "41"),
    ("example.tally", "count: 12\ntotal: 13", "count: 0\ntotal: 0", "fields-disagree", "0"),
    ("example.tally", "count: 12", "count: ${survey.twelve-and-a-half}", "fields-disagree", "${survey.twelve"),
    ("example.tally", "total: 13", "total: ${survey.many}", "fields-disagree", "${survey.many}"),
    ("example.tally", "count: 12", "count: 13", "fields-disagree", "ikke svaret"),
    ("example.tally", "rest: ", "other-label: andre\nrest: ", "fields-disagree", "andre"),
    ("example.unit-matrix", "total: 12", "total: 21", "fields-disagree", "21"),
    ("example.unit-matrix", "count: 8", "count: 13", "fields-disagree", "13"),
    ("example.unit-matrix", "count: 8", "count: 7.5", "fields-disagree", "7.5"),
    ("example.unit-matrix", "part: 5", "part: 8", "fields-disagree", "8"),
    ("example.unit-matrix", "    part: 5\n", "", "fields-disagree", "heraf 5"),
    ("example.key-figures", "given-by: 11\n    base: 12", "given-by: 9\n    base: 8", "fields-disagree", "9"),
    ("example.key-figures", "given-by: 11\n    base: 12", "given-by: 9\n    base: 21", "fields-disagree", "21"),
    ("example.key-figures", "given-by: 11\n    base: 12", "given-by: 9", "fields-disagree", "9"),
    ("example.count-flow", "count: 5", "count: 13", "fields-disagree", "13"),
    (
        "example.count-flow",
        "count: 4\n        label: 4 hos",
        "count: 5\n        label: 4 hos",
        "fields-disagree",
        "5",
    ),
    ("example.count-flow", "count: 8", "count: 18", "fields-disagree", "18"),
    ("example.range-bars", "low: 7", "low: 45", "fields-disagree", "45"),
    ("example.range-bars", "low: 7", "low: -7", "fields-disagree", "-7"),
    ("example.range-bars", "high-from: 40", "high-from: 46", "fields-disagree", "46"),
    ("example.range-bars", "times: 25", "times: 61", "fields-disagree", "61"),
    ("example.shares", "share: 75", "share: 175", "fields-disagree", "175"),
    ("example.shares", "share: 75", "share: -1", "fields-disagree", "-1"),
    ("example.chart", "chart: bar", "chart: barr", "unknown-chart", "barr"),
    ("example.chart", "value: 7", "value: [7, 8]", "fields-disagree", "7, 8]"),
    ("example.chart", "data:", "series: [A, B]\ndata:", "fields-disagree", "12"),
    ("example.chart", "value: 7", "value: ${survey.many}", "inexact-value", "${survey.many}"),
    ("example.chart", "Er fysisk til stede", '"**Er** til stede"', "plain-label", "**Er** til"),
    (
        "example.chart-takeaways",
        "\n  - De mindre virksomheder fylder mest i alle klynger"
        "\n  - De større bidrager med flest timer i projekterne"
        "\n  - Alle klynger har medlemmer i regionen",
        " []",
        "item-count",
        "[]",
    ),
]
"""A slide of the gallery, what is changed in it, and the code and the place of the mistake."""


@pytest.mark.parametrize(("slide", "old", "new", "code", "at"), DISAGREEING)
def test_fields_that_disagree_are_an_error_where_they_stand(
    tmp_path: Path, slide: str, old: str, new: str, code: str, at: str
) -> None:
    found = mistakes(tmp_path, slide, old, new)
    said, place = pointed(found[0])
    assert {one.code for one in found} == {said} == {code}
    assert place.startswith(at)


def test_a_chart_type_that_is_nearly_right_is_suggested(tmp_path: Path) -> None:
    (found,) = mistakes(tmp_path, "example.chart", "chart: bar", "chart: colum")
    assert "did you mean `column`?" in found.hint


def test_an_inexact_figure_is_sent_to_shares(tmp_path: Path) -> None:
    (found,) = mistakes(tmp_path, "example.chart", "value: 7", "value: ${survey.many}")
    assert "shares" in found.hint


def test_no_example_disagrees_with_itself(tmp_path: Path) -> None:
    assert [str(one) for one in loaded(tmp_path, gallery.examples())[1]] == []


def test_figures_in_labels_and_series_of_a_chart_are_bound(tmp_path: Path) -> None:
    slide = """\
id: example.bound
kind: chart
title: Et diagram
chart: stacked_bar
counted: Antal
series: ["Svar fra ${survey.answered}", Andre]
data:
  - label: ${survey.answered|words} klynger
    value: [1, 2]
"""
    folder = gallery.write(tmp_path / "content", {"example.bound": slide})
    (frame,) = gallery.frames(folder, Diagnostics()).frames
    (chart,) = (item for item in frame.items if isinstance(item, ChartItem))
    assert chart.plot.categories == ("Tolv klynger",)
    assert {series.name for series in chart.plot.series} == {"Svar fra 12", "Andre"}
    assert "Tolv klynger: Svar fra 12 1" in chart.alt
    assert frame.figures == ("survey.answered",)


# Pictures


def png(width: int = 40, height: int = 20, mode: str = "RGB") -> bytes:
    held = BytesIO()
    Image.new(mode, (width, height)).save(held, "PNG")
    return held.getvalue()


def saved(form: str) -> bytes:
    held = BytesIO()
    Image.new("RGB", (9, 9)).save(held, form)
    return held.getvalue()


def with_logo(folder: Path, name: str, data: bytes | None) -> tuple[Path, Diagnostics]:
    content = gallery.write(folder / "content", {"example.cover": gallery.examples()["example.cover"]})
    if data is not None:
        (content / name).write_bytes(data)
    project = (content / "project.yaml").read_text(encoding="utf-8")
    (content / "project.yaml").write_text(f"{project}  logo: {name}\n", encoding="utf-8")
    diagnostics = Diagnostics()
    load(content, registry(), diagnostics)
    return content, diagnostics


@pytest.mark.parametrize(
    ("name", "make", "code"),
    [
        ("logo.png", lambda: b"", "picture-unreadable"),
        ("logo.png", lambda: png()[:60], "picture-unreadable"),
        ("logo.png", lambda: png(400, 400)[:-30], "picture-unreadable"),
        ("logo.jpg", lambda: b"\xff\xd8\xff\xe0" + b"x" * 90, "picture-unreadable"),
        ("logo.svg", lambda: b"<svg/>", "picture-alone"),
        ("logo.gif", lambda: saved("GIF"), "picture-format"),
        ("logo.png", lambda: saved("GIF"), "picture-format"),
        ("logo.png", lambda: png(12_000, 12_000, "1"), "picture-too-large"),
        ("logo.png", lambda: png(13_500, 13_500, "1"), "picture-too-large"),
        ("logo.png", lambda: b"\x89PNG" + bytes(20 * 1024 * 1024), "picture-too-large"),
        ("logo.png", lambda: None, "picture-missing"),
        ("x" * 5000 + ".png", lambda: None, "picture-missing"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_said_at_its_name(
    tmp_path: Path, name: str, make: Callable[[], bytes | None], code: str
) -> None:
    _, found = with_logo(tmp_path, name, make())
    (one,) = found
    assert pointed(one) == (code, name)


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_logo_stands_on_the_cover_in_its_own_proportions(tmp_path: Path, form: str) -> None:
    content, found = with_logo(tmp_path, "logo.png", saved(form))
    frame: Frame = gallery.frames(content, found).frames[0]
    assert not found.has_errors
    (logo,) = (item for item in frame.items if isinstance(item, PictureItem))
    assert logo.box.width == logo.box.height > 0


@given(st.integers(1, 5000), st.integers(1, 5000), st.integers(1, 10**7), st.integers(1, 10**7))
def test_a_picture_is_contained_at_the_left_and_half_way_up(across: int, down: int, width: int, height: int) -> None:
    box = Box(7, 9, width, height)
    (item,) = place_picture(PictureBlock("a.png", "A", "a", size=(across, down)), box, None).items
    own = item.box
    assert own.x == box.x and box.y <= own.y and own.bottom <= box.bottom and own.right <= box.right
    assert abs((own.y - box.y) - (box.bottom - own.bottom)) <= 1
    assert own.width == box.width or own.height == box.height or min(own.width, own.height) == 1
    assert abs(own.width * down - own.height * across) <= max(across, down)


# Links


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("https://da.wikipedia.org/wiki/Klynge_(erhverv)", "https://da.wikipedia.org/wiki/Klynge_(erhverv)"),
        ("HTTPS://BRN.dk/A?b=ø&c#d", "https://brn.dk/A?b=%C3%B8&c#d"),
        ("https://bø.dk:8080/100%", "https://xn--b-5ga.dk:8080/100%25"),
        ("https://[::1]/a", "https://[::1]/a"),
        ("mailto:post@brn.dk?subject=Hej%20med", "mailto:post@brn.dk?subject=Hej%20med"),
    ],
)
def test_a_good_address_is_written_as_a_file_may_carry_it(link: str, target: str) -> None:
    assert link_target(link) == target


@pytest.mark.parametrize(
    "link",
    [
        "https://x y.dk",
        "https://x.dk/a b",
        "https://x..dk",
        "https://-x.dk",
        "https://x.dk:99999",
        "https://x.dk:a",
        "https://[x",
        "https://me@x.dk",
        "https://x.dk/\u200b",
        "https:x.dk",
        "https://" + "a." * 20_000,
        "javascript:alert(1)",
        "data:text/html,x",
        "mailto:",
        "mailto:a",
        "mailto:a@@b.dk",
        "//x.dk",
    ],
)
def test_a_bad_address_is_no_link_for_anybody(link: str) -> None:
    assert link_target(link) == ""
    diagnostics = Diagnostics()
    parse(f"se [her]({link}) nu", Span("f.yaml", 1, 1), diagnostics)
    assert [(one.code, one.span.column) for one in diagnostics] == [("bad-link", 10)]


# Size


@pytest.mark.parametrize(
    "text",
    [
        " " * 20_000 + "$",
        "a" + " " * 19_000 + "**b**",
        "[a](" * 5_000,
        "[a](" * 4_000 + ")",
        "[" * 20_000,
        "${" * 10_000,
        "${a} " * 4_000,
        "**" * 10_000,
        "$${" * 6_000,
        "[a](https://x.dk)" * 1_000,
    ],
)
def test_any_value_is_read_in_bounded_time(text: str) -> None:
    with bounded(seconds=10):
        parse(text, Span("f.yaml", 1, 1), Diagnostics())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: " + "x" * 20_001, "value-too-long"),
        ("x" * 100 + ": " + "x" * 20_001, "value-too-long"),
        ("a: [" + "x," * 50_001 + "]", "too-many-items"),
        ("a: [" + "x , " * 60_000 + "]", "too-many-items"),
        ("\ta\n" * 500_000, "indent"),
        ("\x07" * 1_000_000, "control-character"),
    ],
)
def test_a_file_is_read_in_bounded_time(text: str, code: str) -> None:
    diagnostics = Diagnostics()
    with bounded(seconds=15):
        assert read_text(text, "f.yaml", diagnostics) is None
    assert {one.code for one in diagnostics} == {code}
    assert len(diagnostics) <= 20


def test_many_mistakes_end_in_a_closing_line(tmp_path: Path) -> None:
    slides = "".join(f"  - {{id: a.b{n}, kind: bullets, title: A, items: ['${{no{n}}}']}}\n" for n in range(2_000))
    folder = gallery.write(tmp_path / "content", {"example.cover": gallery.examples()["example.cover"]})
    (folder / "many.yaml").write_text("slides:\n" + slides, encoding="utf-8")
    diagnostics = Diagnostics()
    with bounded(seconds=20):
        load(folder, registry(), diagnostics)
    errors = [one for one in diagnostics if one.severity == "error"]
    assert len(errors) == MOST + 1
    assert errors[-1].code == "too-many" and list(diagnostics)[-1].code == "too-many"


def test_what_is_echoed_is_cut(tmp_path: Path) -> None:
    (found,) = mistakes(tmp_path, "example.chart", "chart: bar", "chart: " + "x" * 5_000)
    assert len(found.message) < 100 and "xxx…`" in found.message


def test_warnings_do_not_crowd_out_errors() -> None:
    diagnostics = Diagnostics()
    for line in range(1, 2 * MOST):
        diagnostics.warning("w", "m", Span("f.yaml", line))
    diagnostics.error("e", "m", Span("f.yaml", 1))
    assert diagnostics.has_errors and not diagnostics.full
    assert [one.code for one in diagnostics if one.severity == "error"] == ["e"]


def test_a_deck_with_the_editors_logo_is_written(tmp_path: Path) -> None:
    content, found = with_logo(tmp_path, "logo.png", png())
    ready = pipeline.load(content, gallery.BRAND, found)
    assert ready is not None
    frames = pipeline.set_deck(ready, pipeline.plan_deck(ready, "gallery", found), found)
    assert output.write(pipeline.deck_bytes(ready, frames), tmp_path / "a.pptx", found)
