"""Texts: every line at its own place and width, so that another face changes neither. In: set lines. Out: `text`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from deckgen.layout.typeset import Piece, SetLine, typeset
from deckgen.model.frames import FrameParagraph, TextItem
from deckgen.model.link import link_target
from deckgen.model.markers import BULLETS, marker_color
from deckgen.model.styled import Align
from deckgen.svg.markup import element, number
from deckgen.svg.stage import Scope, family
from deckgen.xml_text import attribute, escape

_ANCHORS: Final[Mapping[Align, tuple[float, str]]] = {
    "left": (0, "start"),
    "center": (0.5, "middle"),
    "right": (1, "end"),
}
"""By how much of its width a line that is aligned so is held, and at what."""
_BULLET_FACE: Final = family("Arial")


def text_item(item: TextItem, scope: Scope) -> str:
    """A text box or a filled placeholder."""
    lines = typeset(item.paragraphs, item.box, item.anchor, scope.setting)
    inherited = scope.backdrop.text_colors.get(item.slot.index, "") if item.slot else ""
    drawn = element("g", scope.place(item.name), set_lines(lines, scope, f"#{inherited}" if inherited else ""))
    return jump(item.link, drawn)


def set_lines(lines: Iterable[SetLine], scope: Scope, inherited: str = "") -> str:
    """Lines of text; `inherited` is the colour of those that name none."""
    return "".join([_line(line, scope, inherited or scope.color("foreground")) for line in lines])


def jump(slide: str, inside: str) -> str:
    """What leads to another slide where it is pressed."""
    return f'<a href="#{attribute(slide)}">{inside}</a>' if slide else inside


def _line(line: SetLine, scope: Scope, inherited: str) -> str:
    paragraph = line.paragraph
    fill = scope.color(paragraph.color) if paragraph.color else inherited
    direction = ' direction="rtl"' if line.from_right else ""
    own = f'{_face(paragraph, scope)} fill="{fill}"{direction}'
    said = _pieces(line, own, scope) if line.pieces else ""
    return _marker(line, fill, scope) + said


def _face(paragraph: FrameParagraph, scope: Scope) -> str:
    """The face, where it is not the body's, which the whole slide is set in."""
    theme = scope.setting.theme
    named = paragraph.face or (theme.heading_face if paragraph.heading else theme.body_face)
    return "" if named == theme.body_face else f' font-family="{family(named)}"'


def _pieces(line: SetLine, own: str, scope: Scope) -> str:
    paragraph, first = line.paragraph, line.pieces[0]
    if not scope.setting.face_for(paragraph).known:
        inside = "".join([_piece(piece, line, scope, "") for piece in line.pieces])
        return f"<text{_begun(line)}{own}>{inside}</text>"
    if len(line.pieces) == 1 and not (first.rise or first.run.link or first.run.slide or first.run.color):
        bound = _bound(first)
        return f"<text{_place(first, line)}{_style(first, paragraph)}{own}{bound}>{escape(first.text)}</text>"
    inside = "".join([_piece(piece, line, scope, _place(piece, line)) for piece in line.pieces])
    return f"<text{own}>{inside}</text>"


def _begun(line: SetLine) -> str:
    """Where a line stands in a face that was measured as a wider one: how wide it is, only the face itself knows."""
    width = line.pieces[-1].x + line.pieces[-1].width
    if line.from_right:
        share, anchor = 1.0, "start"
    else:
        share, anchor = _ANCHORS[line.paragraph.align]
    return f' x="{number(line.x + share * width)}" y="{number(line.y)}" text-anchor="{anchor}"'


def _piece(piece: Piece, line: SetLine, scope: Scope, place: str) -> str:
    run = piece.run
    color = f' fill="{scope.color(run.color)}"' if run.color else ""
    underlined = ' text-decoration="underline"' if run.link or run.slide else ""
    attributes = f"{place}{_style(piece, line.paragraph)}{color}{underlined}{_bound(piece)}"
    drawn = f"<tspan{attributes}>{escape(piece.text)}</tspan>"
    target = link_target(run.link) if run.link else ""
    return f'<a href="{attribute(target)}">{drawn}</a>' if target else jump(run.slide, drawn)


def _bound(piece: Piece) -> str:
    """The figure that a piece shows, by its name."""
    return f' data-figure="{attribute(piece.run.figure)}"' if piece.run.figure else ""


def _place(piece: Piece, line: SetLine) -> str:
    """Where a piece begins and how wide it is; what is written from the right begins at its right."""
    x = line.x + piece.x + (piece.width if line.from_right else 0)
    width = f' textLength="{number(piece.width)}" lengthAdjust="spacingAndGlyphs"' if piece.width else ""
    return f' x="{number(x)}" y="{number(line.y - piece.rise)}"{width}'


def _style(piece: Piece, paragraph: FrameParagraph) -> str:
    bold = ' font-weight="700"' if paragraph.bold or piece.run.bold else ""
    italic = ' font-style="italic"' if piece.run.italic else ""
    return f' font-size="{number(piece.size)}"{bold}{italic}'


def _marker(line: SetLine, fill: str, scope: Scope) -> str:
    if not line.marker:
        return ""
    paragraph = line.paragraph
    color = fill if paragraph.marker == "own" else scope.color(marker_color(paragraph.marker, paragraph.color))
    face = _BULLET_FACE if line.marker in BULLETS.values() else family(scope.setting.theme.heading_face)
    bold = ' font-weight="700"' if paragraph.bold else ""
    place = f'x="{number(line.marker_x)}" y="{number(line.y)}" font-size="{number(paragraph.size)}"'
    return f'<text {place}{bold} font-family="{face}" fill="{color}">{line.marker}</text>'
