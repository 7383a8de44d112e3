"""The code of a command that was used wrongly. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code

CODES: Final = (
    Code(
        "wrong-use",
        what="The command was used wrongly: there is no such option, file, deck, figure or rule.",
        why="nothing was done. Only with `--format json` is it told with a code.",
        fix="as the message says; `--help` behind a command lists what it takes.",
        example="`deckgen build bord --format json`, where the decks are called board and directorate.",
    ),
)
