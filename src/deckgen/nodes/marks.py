"""Which of the signs in a paragraph mark something. In: its pieces, in order. Out: its runs, each in its style.

A sign marks where it has a partner: `**bold**`, `*italic*`, `^above^` and `~below~`. Between the stars of italics and
their words stands no space, and outside of them no letter or digit; what is set above or below holds no space, and
below stands only what follows a word. So 2*3*4, "Pris*", ~10 and 2^3 are text. A `**` that has no partner is an error
of the text: only between spaces, or between two digits, is it text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.text import Run, Script

BOLD: Final = "**"
_ITALIC: Final = "*"
_SCRIPTS: Final[dict[str, Script]] = {"^": "super", "~": "sub"}
_AFTER_WORDS: Final = ")]}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run, or (`opens` or `closes`) a sign that may mark: its text is the sign, which begins `at` in the text."""

    run: Run
    opens: bool = False
    closes: bool = False
    at: int = 0

    @property
    def may_mark(self) -> bool:
        return self.opens or self.closes


def pieces(signs: str, link: Run, at: int, before: str, after: str) -> tuple[Piece, ...]:
    """What a stretch of one sign may mark, in the look of `link`, between the characters around it ("" at an end)."""
    if signs == "***":
        return (_piece(BOLD, link, at, before, after), _piece(_ITALIC, link, at, before, after))
    return (_piece(signs, link, at, before, after),)


def _piece(sign: str, link: Run, at: int, before: str, after: str) -> Piece:
    opens, closes = bool(after.strip()), bool(before.strip())
    if sign == BOLD and before.isdigit() and after.isdigit():
        opens = closes = False
    elif sign == _ITALIC:
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    elif sign == "~":
        opens = opens and (before.isalnum() or (before != "" and before in _AFTER_WORDS))
    elif sign not in (BOLD, *_SCRIPTS):
        opens = closes = False
    return Piece(replace(link, text=sign), opens, closes, at)


def styled(paragraph: Sequence[Piece]) -> tuple[tuple[Run, ...], int | None]:
    """The runs of a paragraph; where a `**` begins that nothing closes, or None."""
    marking, waiting = _paired(paragraph)
    runs: list[Run] = []
    bold = italic = False
    script: Script = ""
    for number, piece in enumerate(paragraph):
        sign = piece.run.text
        if number not in marking:
            _append(runs, replace(piece.run, bold=bold, italic=italic, script=piece.run.script or script))
        elif sign == BOLD:
            bold = not bold
        elif sign == _ITALIC:
            italic = not italic
        else:
            script = "" if script else _SCRIPTS[sign]
    return tuple(runs), waiting


def _paired(paragraph: Iterable[Piece]) -> tuple[set[int], int | None]:
    """The numbers of the pieces that mark something, each with the nearest partner before it; a `**` without one."""
    marking: set[int] = set()
    waiting: dict[str, tuple[int, Piece]] = {}
    for number, piece in enumerate(paragraph):
        sign = piece.run.text
        if not piece.may_mark:
            if any(character.isspace() for character in sign):
                waiting = {one: begun for one, begun in waiting.items() if one not in _SCRIPTS}
        elif piece.closes and sign in waiting:
            marking |= {waiting.pop(sign)[0], number}
            if sign in _SCRIPTS:
                waiting = {one: begun for one, begun in waiting.items() if one not in _SCRIPTS}
        elif piece.opens or sign == BOLD:
            waiting[sign] = (number, piece)
    open_bold = waiting.get(BOLD)
    return marking, open_bold[1].at if open_bold else None


def _append(runs: list[Run], run: Run) -> None:
    """Add a run; one that looks as the run before it goes on in it."""
    last = runs[-1] if runs else None
    if last and _goes_on(last) and _goes_on(run) and replace(last, text=run.text) == run:
        runs[-1] = replace(last, text=last.text + run.text)
    else:
        runs.append(run)


def _goes_on(run: Run) -> bool:
    return run.text != "\n" and not (run.figure or run.literal or run.footnote or run.page or run.typed)
