"""A brand file becomes a theme, or says where it is wrong and what to do, all at once."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import get_args

import pytest

from deckgen.brand import load_brand
from deckgen.brand.contrast import PAIRS
from deckgen.brand.typography import FACES
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.layout.metrics import known_faces
from deckgen.model.contrast import TEXT_CONTRAST, contrast
from deckgen.model.oklch import hues_apart
from deckgen.model.outline import extent
from deckgen.model.theme import Artwork, Color, Form, Theme

ASSETS = Path(__file__).parents[2] / "assets"
SHIPPED = [ASSETS / "_brand.yml", *sorted(ASSETS.glob("brands/*/_brand.yml"))]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">\n{inside}\n</svg>\n'


@pytest.fixture
def brand(tmp_path: Path) -> Path:
    """A copy of the shipped brand, to be changed."""
    for name in ("_brand.yml", "wordmark.svg", "motif.svg"):
        shutil.copy(ASSETS / name, tmp_path / name)
    return tmp_path / "_brand.yml"


def change(brand: Path, old: str, new: str) -> None:
    said = brand.read_text(encoding="utf-8")
    assert said.count(old) == 1, f"{old!r} stands {said.count(old)} times"
    brand.write_text(said.replace(old, new), encoding="utf-8")


def loaded(brand: Path) -> tuple[Theme | None, list[Diagnostic]]:
    diagnostics = Diagnostics()
    theme = load_brand(brand, "assets/_brand.yml", diagnostics)
    return theme, list(diagnostics)


def only(brand: Path) -> Diagnostic:
    _, found = loaded(brand)
    assert len(found) == 1, [str(one) for one in found]
    return found[0]


def line_of(brand: Path, said: str) -> int:
    return brand.read_text(encoding="utf-8").split(said)[0].count("\n") + 1


def test_the_shipped_brand_is_sound() -> None:
    theme, found = loaded(ASSETS / "_brand.yml")
    assert found == []
    assert theme is not None
    assert (theme.name, theme.heading_face, theme.body_face) == ("Navigators", "Cambria", "Calibri")
    assert set(theme.colors) == set(get_args(Color))
    assert isinstance(theme.logo, Artwork)
    assert theme.logo.name == "Navigators"
    assert {layer.color for layer in theme.logo.layers} == {"primary", "accent"}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_every_outline_of_a_wordmark_stays_inside_its_view(path: Path) -> None:
    theme, _ = loaded(path)
    assert theme is not None and isinstance(theme.logo, Artwork)
    for layer in theme.logo.layers:
        left, top, right, bottom = extent(layer.outline)
        assert left >= 0 and top >= 0 and right <= theme.logo.width and bottom <= theme.logo.height


def test_the_faces_named_as_known_are_those_that_can_be_measured() -> None:
    assert {face.lower() for face in FACES} == known_faces()


def test_a_changed_colour_reaches_its_role_through_the_palette(brand: Path) -> None:
    change(brand, '"#0F4C5C"', '"#5a1f3d"')
    theme, found = loaded(brand)
    assert found == []
    assert theme is not None and theme.colors["primary"] == "5A1F3D"


def test_a_colour_of_three_digits_and_a_value_in_place_of_a_name(brand: Path) -> None:
    change(brand, "primary: deep-sea", 'primary: "#135"')
    theme, _ = loaded(brand)
    assert theme is not None and theme.colors["primary"] == "113355"


def test_keys_of_the_convention_that_a_deck_has_no_use_for_are_allowed(brand: Path) -> None:
    change(brand, "  foreground: ink", "  secondary: slate\n  foreground: ink")
    change(brand, "  name: Navigators", "  name: {short: Nav, full: Navigators A/S}\n  link: https://example.org")
    change(brand, "  base: Calibri", "  base: {family: calibri, weight: 400}\n  monospace: Courier")
    change(brand, "  deckgen:", "  quarto:\n    format: html\n  deckgen:")
    theme, found = loaded(brand)
    assert found == []
    assert theme is not None and (theme.name, theme.body_face) == ("Navigators A/S", "Calibri")


def test_an_unknown_colour_is_located_with_the_one_that_was_meant(brand: Path) -> None:
    change(brand, "primary: deep-sea", "primary: deep-see")
    one = only(brand)
    assert one.code == "brand-color-unknown"
    assert (one.span.file, one.span.line, one.span.column) == ("assets/_brand.yml", line_of(brand, "deep-see\n"), 12)
    assert "deep-sea" in one.hint


@pytest.mark.parametrize("wrong", ['"#12345"', '"#12345G"', '"#0F4C5C80"'])
def test_a_value_that_is_no_colour(brand: Path, wrong: str) -> None:
    change(brand, '"#52636F"', wrong)
    one = only(brand)
    assert (one.code, one.span.line) == ("brand-color-invalid", line_of(brand, wrong))


def test_a_colour_that_yaml_took_for_a_comment(brand: Path) -> None:
    change(brand, '"#8496A3"', "#8496A3")
    codes = {one.code for one in loaded(brand)[1]}
    assert codes == {"brand-color-invalid", "brand-color-unknown"}


def test_colours_that_name_each_other_end(brand: Path) -> None:
    change(brand, '"#8496A3"', "slate")
    change(brand, '"#52636F"', "cloud")
    theme, found = loaded(brand)
    assert theme is None
    assert {one.code for one in found} == {"brand-color-invalid"}


def test_every_mistake_is_reported_in_one_go(brand: Path) -> None:
    change(brand, '"#D0D8DD"', '"grey"')
    change(brand, "logo: wordmark.svg", "logo: missing.svg")
    change(brand, "      muted: slate", "      muted: slade")
    codes = [one.code for one in loaded(brand)[1]]
    assert sorted(codes) == ["brand-color-unknown", "brand-logo-missing"]


def test_text_too_pale_for_its_ground_is_drawn_in_the_nearest_that_is_not(brand: Path) -> None:
    change(brand, '"#52636F"', '"#7D8B95"')
    theme, found = loaded(brand)
    assert theme is not None
    assert [(one.code, one.severity) for one in found] == [("brand-contrast", "warning")]
    assert found[0].span.line == line_of(brand, "muted: slate")
    drawn = theme.colors["muted"]
    assert f"#{drawn}" in found[0].message and f"#{drawn}" in found[0].hint
    least = min(contrast(drawn, theme.colors[ground]) for ground in ("background", "panel"))
    assert TEXT_CONTRAST <= least < TEXT_CONTRAST + 0.1
    assert hues_apart(drawn, "7D8B95") < 3


def test_a_colour_that_is_taken_for_a_role_and_replaced_is_told_by_its_name(brand: Path) -> None:
    brand.write_text('color:\n  palette: {a: "#5B2A86", b: "#E07A1F"}\n  primary: a\n', encoding="utf-8")
    theme, found = loaded(brand)
    assert theme is not None
    (one,) = found
    assert (one.code, one.severity, one.span.line, one.span.column) == ("brand-contrast", "warning", 2, 31)
    assert "`b`, taken as accent, #E07A1F" in one.message and f"#{theme.colors['accent']}" in one.message


def test_a_colour_that_is_taken_for_a_role_and_hardly_moved_is_not_told(brand: Path) -> None:
    brand.write_text('color:\n  palette: {rød: "#E4002B"}\n  background: white\n', encoding="utf-8")
    theme, found = loaded(brand)
    assert theme is not None and theme.colors["primary"] not in ("E4002B", "000000")
    assert found == []


def test_a_number_of_a_section_too_dark_for_its_page_is_drawn_lighter(brand: Path) -> None:
    change(brand, '"#8FB3BD"', '"#6A8F99"')
    one = only(brand)
    assert one.code == "brand-contrast" and "data4 #6A8F99" in one.message and "3:1 is wanted" in one.message


def test_a_background_on_which_nothing_can_be_read_well_is_refused(brand: Path) -> None:
    change(brand, '"#FFFFFF"', '"#808080"')
    one = only(brand)
    assert (one.code, one.severity, one.span.line) == ("brand-background", "error", line_of(brand, "background:"))


def test_a_brand_is_dark_where_its_text_is_lighter_than_its_ground() -> None:
    dark, _ = loaded(ASSETS / "brands/morksund/_brand.yml")
    light, _ = loaded(ASSETS / "_brand.yml")
    assert dark is not None and light is not None
    assert (dark.dark, light.dark) == (True, False)


def test_a_dark_brand_whose_chart_labels_would_be_lost_has_darker_marks(tmp_path: Path) -> None:
    shutil.copytree(ASSETS / "brands/morksund", tmp_path / "dark")
    brand = tmp_path / "dark/_brand.yml"
    change(brand, '"#5C6672"', '"#B8C0C8"')
    one = only(brand)
    assert one.code == "brand-contrast" and "data5 #B8C0C8" in one.message and "to foreground" in one.message


@pytest.mark.parametrize(("weight", "bold"), [("bold", True), ("700", True), ("400", False), ("medium", False)])
def test_titles_take_the_weight_of_the_headings(brand: Path, weight: str, bold: bool) -> None:
    change(brand, "headings: Cambria", f"headings: {{family: Cambria, weight: {weight}}}")
    theme, found = loaded(brand)
    assert found == []
    assert theme is not None and theme.bold_titles is bold


def test_a_weight_that_is_none_is_located(brand: Path) -> None:
    change(brand, "headings: Cambria", "headings: {family: Cambria, weight: fat}")
    one = only(brand)
    assert (one.code, one.span.line) == ("brand-weight", line_of(brand, "headings:"))
    assert "bold" in one.hint


def test_corners_lines_and_the_use_of_the_accent_are_the_brands(brand: Path) -> None:
    change(brand, "  deckgen:\n", "  deckgen:\n    form: {corner: 3, rule: 1.25, accent: rules}\n")
    theme, found = loaded(brand)
    assert found == []
    assert theme is not None and theme.form == Form(3, 1.25, True)


@pytest.mark.parametrize(("said", "form"), [("corner: 9", Form(corner=4)), ("rule: 0.2", Form(rule=0.75))])
def test_a_form_beyond_what_a_page_can_take_is_drawn_at_its_bound(brand: Path, said: str, form: Form) -> None:
    change(brand, "  deckgen:\n", f"  deckgen:\n    form: {{{said}}}\n")
    one = only(brand)
    assert (one.code, one.severity, one.span.line) == ("brand-form", "warning", line_of(brand, said))
    theme, _ = loaded(brand)
    assert theme is not None and theme.form == form


@pytest.mark.parametrize(("said", "drawn"), [("motif.svg", "motif"), ("mark", "mark"), ("none", ""), ("", "mark")])
def test_a_brand_opens_with_its_motif_its_mark_or_neither(brand: Path, said: str, drawn: str) -> None:
    shutil.copy(brand.parent / "wordmark.svg", brand.parent / "sign.svg")
    change(brand, "logo: wordmark.svg", "logo: {small: sign.svg, medium: wordmark.svg}")
    change(brand, "motif: motif.svg", f"motif: {said}")
    theme, found = loaded(brand)
    assert found == []
    assert theme is not None
    assert (bool(theme.motif), bool(theme.mark)) == (drawn == "motif", drawn == "mark")


def test_a_mark_that_the_logo_does_not_have_is_told(brand: Path) -> None:
    change(brand, "motif: motif.svg", "motif: mark")
    one = only(brand)
    assert (one.code, one.span.line) == ("brand-motif", line_of(brand, "motif:"))


def test_a_motif_that_cannot_be_drawn_leaves_the_pages_plain(brand: Path) -> None:
    (brand.parent / "motif.svg").write_text(SVG.format(view="0 0 9 9", inside="<text>Hej</text>"), encoding="utf-8")
    theme, found = loaded(brand)
    assert {(one.code, one.severity) for one in found} == {("svg-element", "warning")}
    assert theme is not None and theme.motif is None


def test_what_a_logo_would_lose_on_its_ground_is_drawn_in_the_colour_of_text(tmp_path: Path) -> None:
    shutil.copytree(ASSETS / "brands/morksund", tmp_path / "dark")
    inside = '<path fill="#101010" d="M0 0L9 9L0 9z"/><path fill="gold" d="M0 0L9 9L9 0z"/>'
    (tmp_path / "dark/wordmark.svg").write_text(SVG.format(view="0 0 9 9", inside=inside), encoding="utf-8")
    theme, _ = loaded(tmp_path / "dark/_brand.yml")
    assert theme is not None and isinstance(theme.logo, Artwork)
    assert [(one.color, one.own) for one in theme.logo.layers] == [("foreground", ""), ("primary", "FFD700")]


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("0F4C5C", "FFFFFF") == contrast("FFFFFF", "0F4C5C")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_the_shipped_colours_keep_the_contrast(path: Path) -> None:
    theme, _ = loaded(path)
    assert theme is not None
    assert all(contrast(theme.colors[text], theme.colors[ground]) >= TEXT_CONTRAST for text, ground in PAIRS)


def test_a_face_without_metrics_is_used_with_a_warning(brand: Path) -> None:
    change(brand, "headings: Cambria", "headings: Futura")
    theme, found = loaded(brand)
    assert theme is not None and theme.heading_face == "Futura"
    assert [(one.code, one.severity) for one in found] == [("brand-face-unknown", "warning")]


@pytest.mark.parametrize(
    "path",
    [
        "../wordmark.svg",
        "sub/../../wordmark.svg",
        "/etc/wordmark.svg",
        "C:\\\\logos\\\\wordmark.svg",
        "C:/logos/wordmark.svg",
        "\\\\\\\\server\\\\share\\\\wordmark.svg",
        "//server/share/wordmark.svg",
        "https://example.org/wordmark.svg",
        "file:wordmark.svg",
    ],
)
def test_a_logo_from_elsewhere_is_refused(brand: Path, path: str) -> None:
    change(brand, "logo: wordmark.svg", f'logo: "{path}"')
    one = only(brand)
    assert (one.code, one.span.line) == ("brand-logo-outside", line_of(brand, "logo:"))


def test_a_logo_through_a_link_is_refused(brand: Path) -> None:
    try:
        (brand.parent / "linked.svg").symlink_to(ASSETS / "wordmark.svg")
    except OSError:
        pytest.skip("this system makes no links")
    change(brand, "logo: wordmark.svg", "logo: linked.svg")
    assert only(brand).code == "brand-logo-outside"


def test_a_logo_whose_name_no_disk_can_hold_is_missing(brand: Path) -> None:
    change(brand, "logo: wordmark.svg", f"logo: {'a' * 3000}.svg")
    assert only(brand).span.line == line_of(brand, "logo:")


def test_a_brand_without_a_logo_has_no_wordmark(brand: Path) -> None:
    change(brand, "logo: wordmark.svg\n", "")
    theme, found = loaded(brand)
    assert found == []
    assert theme is not None and theme.logo is None


def test_a_missing_brand_file_is_a_diagnostic(tmp_path: Path) -> None:
    theme, found = loaded(tmp_path / "_brand.yml")
    assert theme is None
    assert [one.code for one in found] == ["file-unreadable"]


def test_the_view_of_the_svg_is_moved_to_its_corner(brand: Path) -> None:
    drawn = SVG.format(view="10 20 100 50", inside='<path data-role="accent" d="M10 20l100 50z"/>')
    (brand.parent / "wordmark.svg").write_text(drawn, encoding="utf-8")
    theme, found = loaded(brand)
    assert found == []
    assert theme is not None and isinstance(theme.logo, Artwork)
    assert (theme.logo.width, theme.logo.height) == (100, 50)
    (layer,) = theme.logo.layers
    assert layer.color == "accent"
    assert layer.outline.paths[0].commands == (("M", (0, 0)), ("L", (100, 50)), ("Z", ()))


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ('<path data-role="purple" d="M0 0L1 1"/>', "svg-role"),
        ('<path d="M0 0A1 1 0 2 0 1 1"/>', "svg-path"),
        ('<path d="M0 0L1 1" transform="turn(2)"/>', "svg-path"),
        ('<rect width="50%" height="1"/>', "svg-path"),
        ('<path d="M0 0L1 1" clip-path="url(#a)"/>', "svg-element"),
        ('<text>Navigators</text><path d="M0 0L1 1"/>', "svg-element"),
        ('<image href="https://example.org/x.png"/><path d="M0 0L1 1"/>', "svg-element"),
        ("<g/>", "svg-empty"),
        ('<path d="M0 0L1 1">', "svg-broken"),
    ],
)
def test_an_svg_that_would_not_be_drawn_as_it_looks_is_refused(brand: Path, inside: str, code: str) -> None:
    (brand.parent / "wordmark.svg").write_text(SVG.format(view="0 0 9 9", inside=inside), encoding="utf-8")
    one = only(brand)
    assert one.code == code
    assert one.span.file == "assets/wordmark.svg"


def test_an_svg_with_a_doctype_is_refused_before_anything_is_expanded(brand: Path) -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    drawn = bomb + SVG.format(view="0 0 9 9", inside="<title>&b;</title>")
    (brand.parent / "wordmark.svg").write_text(drawn, encoding="utf-8")
    assert only(brand).code == "svg-doctype"


def test_an_svg_without_a_view_is_refused(brand: Path) -> None:
    (brand.parent / "wordmark.svg").write_text(SVG.format(view="0 0 0 9", inside=""), encoding="utf-8")
    assert only(brand).code == "svg-view"


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("  name: Navigators", '  name: ""', "brand-name", "  name:"),
        ("logo: wordmark.svg", "logo: wordmark.pdf", "brand-logo-format", "logo:"),
        ("logo: wordmark.svg", "logo: [wordmark.svg]", "brand-logo", "logo:"),
    ],
)
def test_what_the_brand_must_say_is_asked_for_at_its_place(
    brand: Path, old: str, new: str, code: str, place: str
) -> None:
    change(brand, old, new)
    one = only(brand)
    assert one.code == code
    assert one.span.line == line_of(brand, place)
    assert one.hint


def test_a_palette_that_is_a_list_is_refused(brand: Path) -> None:
    said = brand.read_text(encoding="utf-8")
    head, rest = said.split("  palette:\n")
    tail = rest[rest.index("  foreground:") :]
    brand.write_text(f"{head}  palette:\n    - ink\n{tail}", encoding="utf-8")
    _, found = loaded(brand)
    assert "brand-palette" in {one.code for one in found}


def test_a_pipe_in_the_logos_place_is_refused_and_not_waited_for(brand: Path) -> None:
    os.mkfifo(brand.parent / "pipe.svg")
    change(brand, "wordmark.svg", "pipe.svg")
    assert only(brand).code == "brand-logo-missing"


def test_a_pipe_in_the_brands_place_is_refused_and_not_waited_for(brand: Path) -> None:
    brand.unlink()
    os.mkfifo(brand)
    assert only(brand).code == "file-unreadable"
