"""Codes of the brand file, its fonts and its wordmark. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code

BRAND: Final = "assets/_brand.yml"
MARK: Final = "assets/wordmark.svg"
SVG: Final = '<svg xmlns="http://www.w3.org/2000/svg"'


def _colors(shared: str = "", own: str = "", more: str = "") -> dict[str, str]:
    """The colours of a brand, all that it needs with one or the other written differently, and more of our keys."""
    colors = {
        "foreground": '"#14232E"',
        "background": '"#FFFFFF"',
        "primary": '"#0F4C5C"',
        **dict(line.split(": ", 1) for line in shared.splitlines()),
    }
    deck = {
        "accent": '"#B4470F"',
        "muted": '"#52636F"',
        "panel": '"#F2F5F6"',
        "rule": '"#D0D8DD"',
        "data": '["#3B7888", "#8FB3BD", "#8496A3"]',
        **dict(line.split(": ", 1) for line in own.splitlines()),
    }
    lines = ["color:", *(f"  {name}: {said}" for name, said in colors.items())]
    lines += ["defaults:", "  deckgen:", "    color:", *(f"      {name}: {said}" for name, said in deck.items())]
    lines += [f"    {more}"] if more else []
    return {BRAND: "\n".join((*lines, ""))}


def _font(said: str) -> dict[str, str]:
    """The typefaces of a brand that brings a font of its own."""
    indented = "\n".join(f"      {line}" for line in said.splitlines())
    return {
        BRAND: f"typography:\n  base: Rubrik\n  headings: Calibri\n  fonts:\n    - source: file\n{indented}\n",
    }


def mark(inside: str, attributes: str = 'viewBox="0 0 20 10"') -> dict[str, str]:
    return {MARK: f"{SVG} {attributes}>\n  {inside}\n</svg>\n"}


CODES: Final = (
    Code(
        "brand-name",
        what="The brand has no name.",
        why="the wordmark's alt text says it.",
        fix="write `name: …` under `meta:`.",
        files={BRAND: "meta: {name: {kort: Navigators}}\n"},
    ),
    Code(
        "brand-palette",
        what="The palette is no list of names with a colour each.",
        why="roles name colours of the palette.",
        fix='write `name: "#RRGGBB"` on a line each.',
        files=_colors('palette: ["#0F4C5C", "#B4470F"]'),
    ),
    Code(
        "brand-color-invalid",
        what="A colour that is none.",
        why="every chart, diagram and text takes its colours from here.",
        fix='write `"#RRGGBB"` in quotes, for `#` begins a comment in YAML; or a name from the palette.',
        files=_colors('primary: "#0F4C5"'),
    ),
    Code(
        "brand-color-unknown",
        what="A colour is named that the palette does not have.",
        why="there is nothing to draw with.",
        fix="write a name from the palette, or add it there.",
        files=_colors("primary: deep-sea"),
    ),
    Code(
        "brand-background",
        what="The background is neither light nor dark.",
        why="neither black nor white stands out from it so well that colours between them could be told apart.",
        fix="choose a background that is clearly light, or clearly dark for slides that are dark throughout.",
        files=_colors('background: "#808080"'),
    ),
    Code(
        "brand-contrast",
        what="A colour is hard to read where slides set it, and the nearest that is not takes its place.",
        why="a projector washes out what a screen still shows; WCAG 2 asks for 4.5 to 1, and 3 to 1 for large type.",
        fix="write the colour that the message names, or choose another; the logo keeps its own colours either way.",
        files=_colors(own='muted: "#A9B4BC"'),
        severity="warning",
    ),
    Code(
        "brand-face",
        what="A typeface is not named.",
        why="text could not be measured.",
        fix="write `base: Calibri`, or `base: {family: Calibri}`.",
        files={BRAND: "typography:\n  base: [Calibri, Arial]\n  headings: Cambria\n"},
    ),
    Code(
        "brand-face-unknown",
        what="The measures of a typeface are not known.",
        why="text is then measured with more room than it needs, so that it fits wherever it is shown.",
        fix="give its font file (`source: file` under `fonts:`), or use a face that every PowerPoint has.",
        files={BRAND: "typography:\n  base: Verdana\n  headings: Cambria\n"},
        severity="warning",
    ),
    Code(
        "brand-weight",
        what="The headings have a weight that is none.",
        why="titles are regular or bold, and which is read from it.",
        fix="write `weight: bold`, or a number such as 700.",
        files={BRAND: "typography:\n  base: Calibri\n  headings: {family: Cambria, weight: fed}\n"},
    ),
    Code(
        "brand-form",
        what="The corners or lines of a brand are larger or smaller than a page can take.",
        why="round corners and heavy lines speak louder than what stands in them.",
        fix="write 0 to 4 points for `corner`, 0.75 to 1.5 for `rule`.",
        files=_colors(more="form: {corner: 12}"),
        severity="warning",
    ),
    Code(
        "brand-motif",
        what="The brand asks for its mark as a motif, and its logo has none that can be drawn.",
        why="the pages that open and close the deck stay plain.",
        fix="give the sign as an SVG under `small:` of the logo, beside the whole name; or write `motif: none`.",
        files=_colors(more="motif: mark"),
        severity="warning",
    ),
    Code(
        "brand-template-missing",
        what="The brand builds on a client's template that is not there.",
        why="no deck can be built without.",
        fix="write its place as seen from the brand file, or give another with `--template`.",
        files=_colors(more="template: kunde.potx"),
    ),
    Code(
        "brand-font",
        what="A font of the brand lacks its family, its path, its weight or a regular cut.",
        why="text is measured by the regular and the bold font of a family, or gets more room than it needs.",
        fix="list `- path: fonts/Name-Regular.ttf`, and `- path: fonts/Name-Bold.ttf` with `weight: bold`.",
        files=_font("family: Rubrik\nfiles: [{path: fonts/Rubrik-Bold.ttf, weight: bold}]"),
        severity="warning",
    ),
    Code(
        "brand-font-outside",
        what="A font of the brand lies outside of the brand file's folder.",
        why="the brand must be whole when it is copied or read at an earlier revision.",
        fix="put it in a folder beside the brand file.",
        files=_font("family: Rubrik\nfiles: [../Rubrik-Regular.ttf]"),
        severity="warning",
    ),
    Code(
        "brand-font-format",
        what="A font of the brand is neither TrueType nor OpenType, or is over 20 MB.",
        why="PowerPoint sets these two; a font of that size holds scripts that no deck is written in.",
        fix="give the .ttf or .otf, for Latin letters.",
        files=_font("family: Rubrik\nfiles: [fonts/Rubrik-Regular.woff2]"),
        severity="warning",
    ),
    Code(
        "brand-font-missing",
        what="A font of the brand cannot be opened.",
        why="text is then measured with more room than it needs.",
        fix="see that the file is there and that its name is written as it is.",
        files=_font("family: Rubrik\nfiles: [fonts/Rubrik-Regular.ttf]"),
        severity="warning",
    ),
    Code(
        "brand-font-broken",
        what="A font of the brand cannot be read, or its regular and bold do not belong together.",
        why="its measures would be wrong.",
        fix="get the font anew; with `source: system` the face is measured with more room instead.",
        files={
            **_font("family: Rubrik\nfiles: [fonts/Regular.ttf, {path: fonts/Bold.ttf, weight: bold}]"),
            "assets/fonts/Regular.ttf": "Not found\n",
            "assets/fonts/Bold.ttf": "Not found\n",
        },
        severity="warning",
    ),
    Code(
        "brand-font-no-bold",
        what="A family of the brand has no bold font among its files.",
        why="programs then draw a bold out of the regular, which is wider; text is measured so.",
        fix="list the bold font too.",
        example="`files:` names Rubrik-Regular.ttf alone.",
        severity="warning",
    ),
    Code(
        "brand-logo",
        what="The logo is not the name of a file.",
        why="it is drawn from an SVG, or shown as the picture that it is.",
        fix="write `logo: wordmark.svg`.",
        files={BRAND: "logo: [wordmark.svg]\n"},
    ),
    Code(
        "brand-logo-outside",
        what="The brand's logo lies outside of the brand file's folder.",
        why="the brand must be whole when it is copied or read at an earlier revision.",
        fix="put the file beside the brand file and write its name.",
        files={BRAND: "logo: ../wordmark.svg\n"},
        severity="warning",
    ),
    Code(
        "brand-logo-format",
        what="The brand's logo is neither SVG, PNG nor JPEG, is broken, or is over 4 MB.",
        why="nothing else can be shown; the deck is built without it.",
        fix="export it as an SVG, which is drawn and stays sharp, or as a PNG.",
        files={BRAND: "logo: wordmark.pdf\n"},
        severity="warning",
    ),
    Code(
        "brand-logo-missing",
        what="The brand's logo cannot be opened.",
        why="every slide lacks it.",
        fix="put the file beside the brand file and write its name.",
        files={BRAND: "logo: mark.svg\n"},
        severity="warning",
    ),
    Code(
        "svg-role",
        what="A path of the wordmark names a colour role that there is not.",
        why="`data-role` says in which of the brand's colours a path is drawn.",
        fix="write one that the message lists, or none for `primary`.",
        files=mark('<path data-role="blue" d="M0 0H20V10H0Z"/>'),
        severity="warning",
    ),
)
