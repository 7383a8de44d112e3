"""Brand files in every form of the brand.yml convention build a deck; what is amiss in one is a warning at most."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from font_files import write_font
from hypothesis import example, given
from hypothesis import strategies as some
from PIL import Image

from deckgen import pipeline
from deckgen.brand import load_brand
from deckgen.brand.contrast import LARGE_PAIRS, ON_GROUNDS, PAIRS
from deckgen.brand.font_file import CHARACTERS
from deckgen.diagnostics import Diagnostics
from deckgen.model.contrast import LARGE_CONTRAST, TEXT_CONTRAST, contrast
from deckgen.model.grounds import grounds, painted
from deckgen.model.theme import Artwork, LogoPicture, Theme
from golden_nouns import told
from goldens import Held
from projects import GOOD, WORDMARK, write

ROUNDED: Final = 0.985
"""What of a contrast may be lost where a paint is said in whole per mille of lightness."""
LIGHT: Final = ("fjord-mark.svg", "fjord-wide.png", "fjord-wide-hvid.png", "tall/fjord.svg", "tall/fjord-hvid.svg")
PALETTE: Final = """\
  palette:
    kalk: "#FDFCFA"
    kul: "#1B1D1F"
    hav: "#2F6690"
    rav: "#D98324"
    tang: "#5B7F46"
    lyng: "#7E4A6B"
"""

FORMS: Final = {
    "a short name and one link": "meta: {name: Fjordværket, link: https://fjord.example}\n",
    "a full and a short name, and links": (
        "meta:\n  name: {full: Fjordværket for Strøm og Varme, short: Fjord}\n"
        "  link: {home: https://fjord.example, guide: https://fjord.example/g, bluesky: https://b.example/f}\n"
    ),
    "a short name alone": "meta: {name: {short: Fjord}}\n",
    "colours by value": (
        'color:\n  foreground: "#20201E"\n  background: "#FFFFFF"\n  primary: "#2F6690"\n  secondary: "#6F706C"\n'
        '  tertiary: "#C9C7C1"\n  success: "#5B7F46"\n  info: "#3F8E91"\n  warning: "#D98324"\n  danger: "#7E4A6B"\n'
        '  light: "#FFFFFF"\n  dark: "#3D3E3A"\n'
    ),
    "colours of a palette": (
        f"color:\n{PALETTE}  foreground: kul\n  background: kalk\n  primary: hav\n  success: tang\n  danger: lyng\n"
    ),
    "roles that name roles": (
        f"color:\n{PALETTE}  foreground: kul\n  background: kalk\n  primary: hav\n  secondary: dark\n"
        '  info: primary\n  light: background\n  dark: "#33353A"\n'
    ),
    "a palette whose names are names": f"color:\n{PALETTE}    advarsel: rav\n    accent: lyng\n  primary: hav\n",
    "a palette with a usual name of its own meaning": 'color:\n  palette: {blue: "#2B4C8C"}\n  primary: blue\n',
    "colours that style sheets know": (
        "color: {primary: rebeccapurple, background: white, warning: 'rgb(200, 80, 20)'}\n"
    ),
    "a palette without roles": f"color:\n{PALETTE}",
    "foreground and background alone": (
        "color:\n  palette: {rød: '#E4002B'}\n  foreground: black\n  background: white\n"
    ),
    "one colour": 'color: {primary: "#00594C"}\n',
    "one pale colour": 'color: {primary: "#FFC857"}\n',
    "dark slides": (
        'color:\n  palette: {nat: "#15181D", accent: rav, rav: "#F0A24B"}\n  foreground: "#F0F1F3"\n'
        "  background: nat\n"
        '  primary: "#7FB2D9"\n  secondary: "#A9ACB2"\n  tertiary: "#4B4F57"\n  light: "#D5D7DB"\n  dark: "#262A31"\n'
    ),
    "light text alone": 'color: {foreground: "#F5F0E8", primary: "#E0B050"}\n',
    "a logo": "logo: fjord-wide.png\n",
    "a logo that is drawn": "logo: tall/fjord.svg\n",
    "logos by size": "logo: {small: fjord-mark.svg, medium: fjord-wide.png, large: tall/fjord.svg}\n",
    "logos for light and dark": (
        "logo:\n  small: fjord-mark.svg\n  medium: {light: tall/fjord.svg, dark: tall/fjord-hvid.svg}\n"
        "  large: fjord-wide.png\n"
    ),
    "logos by name": (
        "logo:\n  images:\n    mærke: fjord-mark.svg\n    bred: {path: fjord-wide.png, alt: Fjordværkets navn}\n"
        "    bred-hvid: {path: fjord-wide-hvid.png, alt: Fjordværkets navn i hvidt}\n"
        "  small: mærke\n  medium: {light: bred, dark: bred-hvid}\n  large: {path: tall/fjord.svg, alt: Højt}\n"
    ),
    "a light logo in place and a dark one by name": (
        "logo:\n  images: {hvid: tall/fjord-hvid.svg}\n"
        "  medium: {light: {path: tall/fjord.svg, alt: Fjord}, dark: hvid}\n"
    ),
    "a logo that is not there": "logo:\n  images: {væk: borte.png}\n  small: væk\n",
    "a logo on the web": "logo: https://fjord.example/logo.svg\n",
    "faces by name": "typography: {base: Georgia, headings: Arial, monospace: Courier New}\n",
    "faces of the system": (
        "typography:\n  fonts: [{family: Verdana, source: system}]\n  base: Verdana\n  headings: Bookman Slab\n"
    ),
    "faces from foundries on the web": (
        "typography:\n  fonts:\n    - {source: google, family: Havgrotesk}\n"
        "    - {source: google, family: Fjordslab, weight: 600..900, style: normal, display: block}\n"
        "    - {source: bunny, family: Tangmono, weight: [normal, bold], style: [normal, italic]}\n"
        "  base: {family: Havgrotesk, line-height: 1.3, size: 1rem}\n"
        "  headings: {family: Fjordslab, weight: 600, style: normal, color: primary}\n"
        "  monospace: {family: Tangmono, size: 0.9em}\n"
        "  monospace-inline: {color: primary, background-color: light}\n"
        "  monospace-block: {line-height: 1.2, background-color: foreground}\n"
        "  link: {color: danger, decoration: underline, weight: 500}\n"
    ),
    "faces from files": (
        "typography:\n  fonts:\n    - family: Fjordsans\n      source: file\n      files:\n"
        "        - path: fonts/Fjordsans-Regular.ttf\n        - {path: fonts/Fjordsans-Bold.ttf, weight: bold}\n"
        "        - {path: fonts/Fjordsans-Italic.ttf, style: italic}\n"
        "    - family: Unused\n      source: file\n"
        "      files: [{path: https://fjord.example/Unused.woff2, weight: bold}]\n"
        "  base: Fjordsans\n"
    ),
    "a font file that is not there": (
        "typography:\n  fonts: [{family: Borte, source: file, files: [{path: Borte.ttf}]}]\n  base: Borte\n"
    ),
    "a family with what to fall back on": (
        "typography:\n  base: {family: \"'Arial', sans-serif\", line-height: 1.5}\n  headings: {weight: light}\n"
    ),
    "titles in a colour that is not defined": "typography: {headings: {color: primary}, base: {color: foreground}}\n",
    "titles in a colour by a name that style sheets know": (
        "color: {foreground: black, background: white}\ntypography: {headings: {color: orange}}\n"
    ),
    "settings of other programs": (
        "meta: {name: Fjordværket}\n"
        "defaults:\n  bootstrap: {defaults: {enable-rounded: false}, rules: '.h4 { font-weight: 400 }'}\n"
        "  quarto: {format: {html: {toc: true}}}\n  shiny: {theme: {preset: bootstrap}}\n"
    ),
}
"""Every section alone, since any may be left out, in each form that the convention has for it."""

WARNED: Final = {
    "one pale colour": {"brand-contrast"},
    "colours by value": {"brand-contrast"},
    "a logo that is not there": {"brand-logo-missing"},
    "a logo on the web": {"brand-logo-outside"},
    "faces of the system": {"brand-face-unknown"},
    "faces from foundries on the web": {"brand-face-unknown"},
    "a font file that is not there": {"brand-font-missing"},
}
"""What is told of a form; of all others nothing."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that is sound, with all files that the forms name."""
    folder = write(tmp_path_factory.mktemp("project"), GOOD)
    for name in LIGHT:
        file = folder / "assets" / name
        file.parent.mkdir(exist_ok=True)
        if name.endswith(".svg"):
            file.write_text(WORDMARK, encoding="utf-8")
        else:
            Image.new("RGBA", (400, 120), (47, 102, 144, 255)).save(file)
    for cut in ("Regular", "Bold", "Italic"):
        write_font(folder / f"assets/fonts/Fjordsans-{cut}.ttf", 480, letters="".join(CHARACTERS))
    return folder


def loaded(project: Path, said: str) -> tuple[Theme, Diagnostics]:
    brand, found = project / "assets/_brand.yml", Diagnostics()
    brand.write_text(said, encoding="utf-8")
    theme = load_brand(brand, "assets/_brand.yml", found)
    assert theme is not None, [str(one) for one in found]
    return theme, found


def assert_readable(theme: Theme) -> None:
    poor = [pair for pair in PAIRS if contrast(*(theme.colors[role] for role in pair)) < TEXT_CONTRAST]
    large = () if theme.dark else LARGE_PAIRS
    poor += [pair for pair in large if contrast(*(theme.colors[role] for role in pair)) < LARGE_CONTRAST]
    assert not poor
    for ground, paints in grounds(theme).items():
        colors = painted(theme, paints)
        for text, behind, least in ON_GROUNDS[ground]:
            assert contrast(colors[text], colors[behind]) >= least * ROUNDED, (ground, text, behind)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_of_the_convention_makes_a_theme_that_can_be_read(project: Path, form: str) -> None:
    theme, found = loaded(project, FORMS[form])
    assert {one.severity for one in found} <= {"warning"}
    assert {one.code for one in found} == WARNED.get(form, set())
    assert_readable(theme)
    apart = {role: value for role, value in theme.colors.items() if role != "highlight"}
    if apart["mark"] == apart["primary"]:  # of a primary that nothing else of its hue is read beside
        del apart["mark"]
    assert len(set(apart.values())) == len(apart)


MORE_COLOURS: Final = {
    "an accent that is bent too far": "color: {palette: {a: '#D8E84A', b: '#B03A2E'}, primary: '#1F4E79'}\n",
    "an accent of the primary's own hue": "color: {palette: {a: '#2F6FA8', b: '#7A5C1E'}, primary: '#1F4E79'}\n",
    "three strong colours": "color: {palette: {a: '#C0392B', b: '#27AE60', c: '#8E44AD'}, primary: '#34495E'}\n",
    "a grey primary": "color: {primary: '#444444'}\n",
    "a primary whose counterpart is muddy": "color: {primary: '#5B2C83'}\n",
    "a nearly black primary": "color: {primary: '#0A0A12', background: '#F7F3EA'}\n",
    "a primary on a tinted ground": "color: {primary: '#00594C', background: '#DDE8E4', tertiary: '#B7C7C1'}\n",
    "a dark ground, a dark primary": "color: {primary: '#203A5C', background: '#101418', foreground: '#EEF1F4'}\n",
}
"""Brands whose colours have to be found or moved in ways of their own."""


@pytest.mark.parametrize("form", [*FORMS, *MORE_COLOURS])
def test_the_theme_of_a_brand_is_as_in_its_golden_text(project: Path, form: str, held: Held) -> None:
    theme, found = loaded(project, (FORMS | MORE_COLOURS)[form])
    said = "".join(f"{one}\n" for one in found)
    on_grounds = {ground: painted(theme, paints) for ground, paints in grounds(theme).items()}
    colours = "\n".join(f"{ground}: {colors}" for ground, colors in on_grounds.items())
    held(f"themes/{form}.txt", f"{said}{told(theme)}{colours}\n")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_of_the_convention_builds_a_deck(project: Path, form: str) -> None:
    (project / "assets/_brand.yml").write_text(FORMS[form], encoding="utf-8")
    found = Diagnostics()
    loading = pipeline.load(project / "content", project / "assets/_brand.yml", found)
    assert loading is not None
    plan = pipeline.plan_deck(loading, "directorate", found)
    data = pipeline.deck_bytes(loading, pipeline.set_deck(loading, plan, found))
    assert data and not found.has_errors


def test_names_are_read_in_both_forms(project: Path) -> None:
    assert loaded(project, FORMS["a short name and one link"])[0].name == "Fjordværket"
    assert loaded(project, FORMS["a full and a short name, and links"])[0].name == "Fjordværket for Strøm og Varme"
    assert loaded(project, FORMS["a short name alone"])[0].name == "Fjord"


def test_a_name_means_the_palettes_colour_before_that_of_style_sheets(project: Path) -> None:
    theme, _ = loaded(project, FORMS["a palette with a usual name of its own meaning"])
    assert theme.colors["primary"] == "2B4C8C"
    theme, _ = loaded(project, FORMS["colours that style sheets know"])
    assert theme.colors["primary"] == "663399"


def test_an_accent_is_the_brands_own_where_it_has_one(project: Path) -> None:
    theme, _ = loaded(project, FORMS["a palette whose names are names"])
    assert theme.colors["accent"] == "7E4A6B"
    theme, _ = loaded(project, FORMS["dark slides"])
    assert theme.colors["accent"] == "F0A24B"


def test_titles_take_the_primary_colour_where_headings_do(project: Path) -> None:
    assert loaded(project, FORMS["faces from foundries on the web"])[0].title_color == "primary"
    assert loaded(project, FORMS["one colour"])[0].title_color == "foreground"


def test_headings_without_a_family_are_set_in_that_of_the_text(project: Path) -> None:
    theme, _ = loaded(project, FORMS["a family with what to fall back on"])
    assert (theme.heading_face, theme.body_face, theme.bold_titles) == ("Arial", "Arial", False)


def test_a_dark_ground_has_the_logo_that_is_made_for_it(project: Path) -> None:
    theme, _ = loaded(project, FORMS["logos by name"])
    assert isinstance(theme.logo, LogoPicture) and isinstance(theme.logo_on_primary, LogoPicture)
    assert (theme.logo.name, theme.logo_on_primary.name) == ("Fjordværkets navn", "Fjordværkets navn i hvidt")
    dark, _ = loaded(project, FORMS["logos by name"] + FORMS["dark slides"])
    assert isinstance(dark.logo, LogoPicture) and dark.logo.name == "Fjordværkets navn i hvidt"
    alone, _ = loaded(project, FORMS["logos by size"] + FORMS["dark slides"])
    assert isinstance(alone.logo, LogoPicture) and alone.logo_on_primary is None
    drawn, _ = loaded(project, FORMS["a logo that is drawn"])
    assert isinstance(drawn.logo, Artwork)


@pytest.mark.parametrize("data", [[], ["tang"], ["tang", "rav"], ["tang", "rav", "lyng", "hav", "kul"]])
def test_a_brand_has_as_many_data_colours_as_it_likes(project: Path, data: list[str]) -> None:
    said = f"color:\n{PALETTE}  primary: hav\ndefaults: {{deckgen: {{color: {{data: [{', '.join(data)}]}}}}}}\n"
    theme, found = loaded(project, said)
    assert {one.code for one in found} <= {"brand-contrast"}
    assert_readable(theme)


_VALUES = some.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")
_ROLES = ("foreground", "background", "primary", "secondary", "tertiary", "warning", "light", "dark")


@given(some.dictionaries(some.sampled_from(_ROLES), _VALUES, min_size=1))
@example({"foreground": "#000000", "background": "#0003B6", "primary": "#00001F"})
def test_whatever_colours_a_brand_has_its_slides_can_be_read_or_the_background_is_named(
    tmp_path_factory: pytest.TempPathFactory, colors: dict[str, str]
) -> None:
    brand, found = tmp_path_factory.mktemp("colours") / "_brand.yml", Diagnostics()
    brand.write_text("color:\n" + "".join(f'  {role}: "{value}"\n' for role, value in colors.items()), "utf-8")
    theme = load_brand(brand, "assets/_brand.yml", found)
    if theme is None:
        assert [one.code for one in found] == ["brand-background"]
        ground = colors["background"].removeprefix("#")
        assert contrast(ground, "000000") < 7 and contrast(ground, "FFFFFF") < 7
    else:
        assert_readable(theme)
