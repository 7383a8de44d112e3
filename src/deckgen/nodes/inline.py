"""In: the text of one YAML value. Out: paragraphs of runs.

`**bold**`, `[label](https://…)`, `${figure}` and `${figure|format}`; `$[2–3|reason]` is a number that is bound to no
figure, and why; `$${` and `$$[` are a literal `${` and `$[`. A line end is a break, a blank line begins a new
paragraph.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import Final

from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.link import link_target
from deckgen.model.text import FigureUse, Paragraph, Run
from deckgen.nodes.grammar import is_name

_FIGURE: Final = re.compile(r"([^|]*)(?:\|([a-z]+))?\Z")
_SPECIAL: Final = re.compile(
    r"(?P<escape>\$\$[{\[])"
    r"|(?P<figure>\$\{(?P<inside>[^{}\n]*)\})"
    r"|(?P<literal>\$\[(?P<said>[^|\[\]\n]*)(?:\|(?P<reason>[^\[\]\n]*))?\])"
    r"|(?P<open>\$[{\[])"
    r"|(?P<bold>\*\*)"
    r"|\[(?P<label>[^\[\]\n]*)\]\("
    r"|(?P<end>\n\s*)"
)
_PARENTHESIS: Final = re.compile(r"[()\n]")
_MARKS: Final = re.compile(r"[$*\[\n]")


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
    _scan(parsing, start, end, "")
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
    runs: list[Run] = field(default_factory=list)
    bold_at: int = -1
    """Where the bold stretch that is open began; -1 where none is."""

    def at(self, start: int, end: int) -> Span:
        """The place of a stretch of one line of the text."""
        if not self.exact:
            return self.span
        line = self.span.line + self.text.count("\n", 0, start)
        column = self.span.column + start - self.text.rfind("\n", 0, start) - 1
        return Span(self.span.file, line, column).first(end - start)

    def literal(self, text: str, link: str) -> None:
        if not text:
            return
        run = Run(text, self.bold_at >= 0, link)
        last = self.runs[-1] if self.runs else None
        if last and "\n" not in (text, last.text) and last == Run(last.text, run.bold, link):
            self.runs[-1] = Run(last.text + text, run.bold, link)
        else:
            self.runs.append(run)


def _scan(parsing: _Parsing, start: int, end: int, link: str) -> None:
    """Append the runs of a stretch of the text; a link's label is scanned as a stretch of its own."""
    position = start
    while match := _SPECIAL.search(parsing.text, position, end):
        before = parsing.text[position : match.start()]
        parsing.literal(before.rstrip(" \t") if match.lastgroup == "end" else before, link)
        position = match.end()
        match match.lastgroup:
            case "escape":
                parsing.literal(match[0][1:], link)
            case "figure":
                _figure(parsing, match, link)
            case "literal":
                _literal(parsing, match, link)
            case "open":
                _not_closed(parsing, match)
            case "bold":
                parsing.bold_at = match.start() if parsing.bold_at < 0 else -1
            case "label":
                position = _link(parsing, match, end)
            case _:
                _line_end(parsing, match[0])
    parsing.literal(parsing.text[position:end], link)


def _figure(parsing: _Parsing, match: re.Match[str], link: str) -> None:
    use = figure_use(match["inside"], parsing.at(*match.span()), parsing.diagnostics)
    if use is not None:
        parsing.runs.append(Run("", parsing.bold_at >= 0, link, use))


def _literal(parsing: _Parsing, match: re.Match[str], link: str) -> None:
    """A number that is bound to no figure; it is a run of its own, so that its reason goes with it."""
    said, reason = match["said"].strip(), (match["reason"] or "").strip()
    if said and reason:
        parsing.runs.append(Run(said, parsing.bold_at >= 0, link, literal=reason))
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


def _link(parsing: _Parsing, match: re.Match[str], end: int) -> int:
    """Append the label's runs; where the text goes on. The target ends at the parenthesis that closes its own."""
    close = _closing(parsing.text, match.end(), end)
    if close < 0:
        hint = "close it with ), or put a space before ( if it is no link"
        span = parsing.at(match.end(), match.end())
        parsing.diagnostics.error("bad-link", "the address of this link is not closed", span, hint)
        return end
    target, span = parsing.text[match.end() : close], parsing.at(match.end(), close)
    if not link_target(target):
        hint = "begin it with https://, http:// or mailto:, and write %20 for a space"
        parsing.diagnostics.error("bad-link", f"`{target}` is not a link", span, hint)
    elif not match["label"].strip():
        parsing.diagnostics.error("bad-link", "this link has no text", span, "write [text](address)")
    _scan(parsing, match.start("label"), match.end("label"), target)
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
        parsing.literal("\n", "")


def _end_paragraph(parsing: _Parsing) -> None:
    if parsing.bold_at >= 0:
        span = parsing.at(parsing.bold_at, parsing.bold_at + len("**"))
        parsing.diagnostics.error("bold-not-closed", "`**` is not closed in its paragraph", span, "write **bold**")
        parsing.bold_at = -1
    if parsing.runs:
        parsing.paragraphs.append(Paragraph(tuple(parsing.runs)))
    parsing.runs = []
