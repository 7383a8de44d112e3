"""Codes of SVG files that are read as outlines: a wordmark, a motif. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code
from deckgen.codes.entries.brand import MARK, SVG, mark

_DEFINED: Final = '<!DOCTYPE svg [<!ENTITY name "Navigators">]>'

CODES: Final = (
    Code(
        "svg-broken",
        what="The file is no well-formed SVG.",
        why="nothing can be drawn from it.",
        fix="export it anew from the drawing program.",
        files=mark("<path>"),
        severity="warning",
    ),
    Code(
        "svg-doctype",
        what="The SVG has a DOCTYPE with definitions of its own.",
        why="it could make a reader fetch other files or fill its memory; no drawing needs one.",
        fix="delete it.",
        files={MARK: f'{_DEFINED}\n{SVG} viewBox="0 0 20 10"><path d="M0 0H20V10H0Z"/></svg>\n'},
        severity="warning",
    ),
    Code(
        "svg-view",
        what="The SVG has neither a usable `viewBox` nor a width and a height.",
        why="nobody could tell how large it is.",
        fix='write `viewBox="0 0 WIDTH HEIGHT"` on the `svg` element.',
        files=mark('<path d="M0 0H20V10H0Z"/>', 'width="20"'),
        severity="warning",
    ),
    Code(
        "svg-element",
        what="The SVG holds something other than paths and shapes.",
        why="text, pictures, copies and clips would be drawn differently here than in a browser.",
        fix="in the drawing program, convert text to paths and apply clips and masks.",
        files=mark('<text x="5" y="5">Navigators</text>\n  <path d="M0 0H20V10H0Z"/>'),
        severity="warning",
    ),
    Code(
        "svg-empty",
        what="The SVG has no path or shape that is filled or has a line.",
        why="there is nothing to draw.",
        fix="convert text to paths, and save it again.",
        files=mark("<title>Navigators</title>"),
        severity="warning",
    ),
    Code(
        "svg-unsafe",
        what="A drawing that goes into the deck acts, or fetches something from elsewhere.",
        why="a deck is opened by people who did not make it: a drawing in it shows itself and does nothing else.",
        fix="export it anew as a plain SVG, with its pictures embedded and without scripts.",
        example="harbour.svg, named by a slide, has a `script`, or an `image` with the address of a file.",
    ),
    Code(
        "svg-path",
        what="An outline or a transform of the SVG cannot be read.",
        why="it would be drawn wrong.",
        fix="as the hint says; most drawing programs write lines and curves alone when they export plain paths.",
        files=mark('<path d="M0 0H20V10X0Z"/>'),
        severity="warning",
    ),
)
