"""Codes of icons. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code
from deckgen.codes.examples import members

CODES: Final = (
    Code(
        "unknown-icon",
        what="There is no icon of this name.",
        why="nothing could be drawn in its place.",
        fix="choose a name from the hint, or look for one with `deckgen icons WORD`. Danish and English words for "
        "common icons are names too.",
        files=members(
            "kind: icon_cards\n"
            "cards:\n"
            "  - {heading: Fælles mål, icon: handshaek}\n"
            "  - {heading: Fælles data, icon: database}\n"
        ),
    ),
    Code(
        "icons-missing",
        what="The content names icons, and the package that has them is not installed.",
        why="icons are drawn from its outlines; a deck without icons does not need it.",
        fix="install deckgen with its extra `icons`: `pip install 'deckgen[icons]'`.",
        example="`icon: handshake` on a slide, where deckgen was installed without the extra.",
    ),
)
