"""In: the text of one YAML value. Out: paragraphs of runs.

`**bold**`, `*italic*`, `m^2^`, `CO~2~` (see marks), `[words](https://…)`, `[words](#slide-id)`, `[](#slide-id)` for a
slide's page number, `[^name]` for a footnote, `${figure}` and `${figure|format}`; `$[2–3|reason]` is a number that is
bound to no figure, and why. `\\*` is a star, and so with the other signs of SIGNS; `$${` and `$$[` are a literal `${`
and `$[`. A line end is a break, a blank line begins a new paragraph.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import Final

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.model.link import link_target
from deckgen.model.text import FigureUse, FootnoteUse, Paragraph, Run, SlideUse
from deckgen.nodes.grammar import is_name, is_slide_id
from deckgen.nodes.marks import BOLD, Piece, pieces, styled

SIGNS: Final = r"*^~[]_`#<|&!+-"
"""What a backslash before it makes text. Two backslashes before one of these are one; anywhere else they are text."""

_FIGURE: Final = re.compile(r"([^|]*)(?:\|([a-z]+))?\Z")
_SPECIAL: Final = re.compile(
    r"(?P<escape>\$\$[{\[])"
    rf"|(?P<backslash>\\+)(?=[{re.escape(SIGNS)}])"
    r"|(?P<figure>\$\{(?P<inside>[^{}\n]*)\})"
    r"|(?P<literal>\$\[(?P<said>[^|\[\]\n]*)(?:\|(?P<reason>[^\[\]\n]*))?\])"
    r"|(?P<open>\$[{\[])"
    r"|(?P<signs>\*+|\^+|~+)"
    r"|(?P<footnote>\[\^(?P<name>[^\[\]\n]*)\])"
    r"|\[(?P<label>[^\[\]\n]*)\]\("
    r"|(?P<end>\n\s*)"
)
_PARENTHESIS: Final = re.compile(r"[()\n]")
_MARKS: Final = re.compile(r"[$*\[\n^~\\]")
_PLAIN: Final = Run("")


def parse(text: str, span: Span, diagnostics: Diagnostics, exact: bool = True) -> tuple[Paragraph, ...]:
    """Paragraphs of a text whose first character stands at `span`.

    With `exact` a position in the text is a position in the file; without it, errors point at `span`.
    """
    end = len(text.rstrip())
    start = len(text) - len(text.lstrip())
    if start >= end:
        return ()
    if not _MARKS.search(text):
        return (Paragraph((Run(text[start:end]),)),)
    parsing = _Parsing(text, span, diagnostics, exact)
    _scan(parsing, start, end, _PLAIN)
    _end_paragraph(parsing)
    return tuple(parsing.paragraphs)


def figure_use(inside: str, span: Span, diagnostics: Diagnostics) -> FigureUse | None:
    """The reference that stands between `${` and `}`; None (and a diagnostic) where it is not one."""
    match = _FIGURE.match(inside)
    if match and is_name(match[1]):
        return FigureUse(match[1], match[2] or "", span)
    hint = "write ${name} or ${name|format}: small letters, digits, dots and hyphens, no spaces"
    diagnostics.error("bad-figure-reference", f"`${{{inside}}}` names no figure", span, hint)
    return None


@dataclass(slots=True)
class _Parsing:
    text: str
    span: Span
    diagnostics: Diagnostics
    exact: bool
    paragraphs: list[Paragraph] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def at(self, start: int, end: int) -> Span:
        """The place of a stretch of one line of the text."""
        if not self.exact:
            return self.span
        line = self.span.line + self.text.count("\n", 0, start)
        column = self.span.column + start - self.text.rfind("\n", 0, start) - 1
        return Span(self.span.file, line, column).first(end - start)

    def literal(self, text: str, link: Run) -> None:
        if text:
            self.pieces.append(Piece(replace(link, text=text)))

    def add(self, run: Run) -> None:
        self.pieces.append(Piece(run))


def _scan(parsing: _Parsing, start: int, end: int, link: Run) -> None:
    """Append the pieces of a stretch of the text; a link's words are scanned as a stretch of their own, by `link`."""
    position = start
    while match := _SPECIAL.search(parsing.text, position, end):
        before = parsing.text[position : match.start()]
        parsing.literal(before.rstrip(" \t") if match.lastgroup == "end" else before, link)
        position = match.end()
        match match.lastgroup:
            case "escape":
                parsing.literal(match[0][1:], link)
            case "backslash":
                position = _backslash(parsing, match, link)
            case "figure":
                _figure(parsing, match, link)
            case "literal":
                _literal(parsing, match, link)
            case "open":
                _not_closed(parsing, match)
            case "signs":
                around = parsing.text[match.start() - 1 : match.start()], parsing.text[position : position + 1]
                parsing.pieces.extend(pieces(match[0], link, match.start(), *around))
            case "footnote":
                _footnote(parsing, match, link)
            case "label":
                position = _link(parsing, match, end)
            case _:
                _line_end(parsing, match[0])
    parsing.literal(parsing.text[position:end], link)


def _backslash(parsing: _Parsing, match: re.Match[str], link: Run) -> int:
    """Append the backslashes that are text, and the sign that one makes text; where the text goes on."""
    count, end = len(match[0]), match.end()
    parsing.literal("\\" * (count // 2), link)
    if count % 2 == 0:
        return end
    parsing.add(replace(link, text=parsing.text[end], typed=True))
    return end + 1


def _figure(parsing: _Parsing, match: re.Match[str], link: Run) -> None:
    use = figure_use(match["inside"], parsing.at(*match.span()), parsing.diagnostics)
    if use is not None:
        parsing.add(replace(link, figure=use))


def _literal(parsing: _Parsing, match: re.Match[str], link: Run) -> None:
    """A number that is bound to no figure; it is a run of its own, so that its reason goes with it."""
    said, reason = match["said"].strip(), (match["reason"] or "").strip()
    if said and reason:
        parsing.add(replace(link, text=said, literal=reason))
        return
    message = f"`{match[0]}` gives no reason" if said else f"`{match[0]}` says nothing"
    parsing.diagnostics.error("bad-literal", message, parsing.at(*match.span()), "write $[2–3|why this is no figure]")


def _not_closed(parsing: _Parsing, match: re.Match[str]) -> None:
    begun, message = match[0], f"`{match[0]}` is not closed"
    is_figure = begun == "${"
    hint = f"close it with {'}' if is_figure else '] on the same line'}, or write ${begun} for a literal {begun}"
    parsing.diagnostics.error(
        "bad-figure-reference" if is_figure else "bad-literal", message, parsing.at(*match.span()), hint
    )


def _footnote(parsing: _Parsing, match: re.Match[str], link: Run) -> None:
    """A reference, small above the line. Its own place is its span: the words stand under `footnotes`."""
    name, span = match["name"], parsing.at(*match.span())
    if is_name(name):
        parsing.add(replace(link, footnote=FootnoteUse(name, span), script="super"))
        return
    hint = "write [^name]: small letters, digits, dots and hyphens, no spaces; or \\[^ where it is text"
    parsing.diagnostics.error("bad-footnote", f"`{match[0]}` names no footnote", span, hint)


def _link(parsing: _Parsing, match: re.Match[str], end: int) -> int:
    """Append the runs of a link's words; where the text goes on. The target ends at the parenthesis that closes its
    own."""
    close = _closing(parsing.text, match.end(), end)
    if close < 0:
        hint = "close it with ), or put a space before ( if it is no link"
        span = parsing.at(match.end(), match.end())
        parsing.diagnostics.error("bad-link", "the address of this link is not closed", span, hint)
        return end
    target, span = parsing.text[match.end() : close], parsing.at(match.end(), close)
    said = match["label"].strip()
    if target.startswith("#"):
        link = Run("", slide=SlideUse(target[1:], span))
        if not is_slide_id(target[1:]):
            hint = "write # and the id of a slide, such as #survey.presence"
            parsing.diagnostics.error("bad-link", f"`{target}` is the id of no slide", span, hint)
        elif not said:
            parsing.add(replace(link, page=True))
    else:
        link = Run("", link=target)
        if not link_target(target):
            hint = "begin it with https://, http://, mailto:, tel: or #, and write no spaces (in an address, %20)"
            parsing.diagnostics.error("bad-link", f"`{target}` is not a link", span, hint)
        elif not said:
            parsing.diagnostics.error("bad-link", "this link has no text", span, "write [text](address)")
    if said:
        _scan(parsing, match.start("label"), match.end("label"), link)
    return close + 1


def _closing(text: str, start: int, end: int) -> int:
    """Where the parenthesis that opened before `start` closes on its line; -1 where it does not."""
    depth = 1
    for match in _PARENTHESIS.finditer(text, start, end):
        if match[0] == "\n":
            return -1
        depth += 1 if match[0] == "(" else -1
        if not depth:
            return match.start()
    return -1


def _line_end(parsing: _Parsing, blank: str) -> None:
    if blank.count("\n") > 1:
        _end_paragraph(parsing)
    else:
        parsing.literal("\n", _PLAIN)


def _end_paragraph(parsing: _Parsing) -> None:
    runs, waiting = styled(parsing.pieces)
    if waiting is not None:
        span = parsing.at(waiting, waiting + len(BOLD))
        hint = r"write **bold**, or \*\* for two stars"
        parsing.diagnostics.error("bold-not-closed", "`**` is not closed in its paragraph", span, hint)
    if runs:
        parsing.paragraphs.append(Paragraph(runs))
    parsing.pieces = []
