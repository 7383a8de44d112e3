"""In: a file's bytes, and what the scanner stumbled over. Out: clean text, or located diagnostics in plain words."""

from __future__ import annotations

import codecs
import re
from itertools import islice
from typing import Final

import yaml

from deckgen.diagnostics import Diagnostics, Span
from deckgen.nodes.grammar import composed

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_IN_TEXT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_INDENT = re.compile("^ *([\t\u00a0\u2000-\u200b\u202f\u205f\u3000])[^\\S\n]*[^\\s#]", re.MULTILINE)
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
"""What Word, InDesign and PowerPoint put where a line ends inside a text; they come with text that is pasted."""
_ITEM = re.compile("( *)- ")
_MERGE = re.compile("^<{7}(?= |$)", re.MULTILINE)
_BULLET = re.compile("[\u2010-\u2015\u2022\u2023\u2043\u2212\u00b7*+]")
"""What is typed or pasted for the hyphen that begins an item."""
_CLOSE_COLON = re.compile(r"[^\W\d][\w.-]*:(?![\s/])")
CURLY: Final = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u00ab\u00bb"
"""Quotes that Word and phones make of straight ones, which no YAML knows."""
_MOST = 20
"""Places that one file is told of for one reason."""
_QUOTE = "write the text in double quotes"


def decoded(data: bytes, shown: str, diagnostics: Diagnostics) -> str | None:
    """UTF-8, with or without a byte order mark, composed; None where it is something else."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        diagnostics.error("not-utf-8", "the file is UTF-16", Span(shown), "save it as UTF-8")
        return None
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return composed(data.decode("utf-8"))
    except UnicodeDecodeError as problem:
        before = data[: problem.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        message = f"byte 0x{data[problem.start]:02x} is not UTF-8"
        diagnostics.error("not-utf-8", message, Span(shown, line, column), "save the file as UTF-8")
        return None


def with_lines(text: str) -> str:
    """The text with its lines ended as here."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_clean(text: str, shown: str, diagnostics: Diagnostics) -> bool:
    """False, and a diagnostic each, where a character cannot be shown or a line is indented by other than spaces."""
    clean = True
    for match in islice(_FORBIDDEN.finditer(text), _MOST):
        clean = False
        message = f"the character U+{ord(match[0]):04X} cannot be shown"
        hint = "put a line break in its place" if match[0] in _BREAKS else "delete it"
        diagnostics.error("control-character", message, place(text, match.start(), shown), hint)
    for match in islice(_INDENT.finditer(text), _MOST):
        clean = False
        name = "a tab" if match[1] == "\t" else f"U+{ord(match[1]):04X}"
        message = f"the line is indented with {name}"
        diagnostics.error("indent", message, place(text, match.start(1), shown), "indent with ordinary spaces")
    for match in islice(_MERGE.finditer(text), _MOST):
        clean = False
        message = "two versions of the file were put together, and here both of them stand"
        hint = "keep what is right, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
        diagnostics.error("merge-marker", message, place(text, match.start(), shown), hint)
    return clean


def unprintable(value: str) -> bool:
    """Whether a value holds what no slide can show; an escape such as `"\\x07"` passes the check of the file."""
    return _IN_TEXT.search(value) is not None


def place(text: str, index: int, shown: str) -> Span:
    """Line and column of a position in a text."""
    return Span(shown, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)).first(1)


def explained(problem: yaml.MarkedYAMLError, text: str, shown: str, diagnostics: Diagnostics) -> None:
    """Say in plain words what the scanner or parser could not read."""
    said = problem.problem or ""
    mark = problem.problem_mark or problem.context_mark
    began = "end of stream" in said or "simple key" in (problem.context or "")
    if began and problem.context_mark is not None:
        mark = problem.context_mark
    line = mark.line if mark is not None else 0
    span = Span(shown, line + 1, (mark.column if mark is not None else 0) + 1)
    lines = text.split("\n")
    if (typed := _bullet_above(lines, line)) is not None:
        span = Span(shown, typed + 1, len(lines[typed]) - len(lines[typed].lstrip()) + 1)
    message, hint = _words(said, problem.context or "", lines, span)
    diagnostics.error("yaml-syntax", message, span, hint)


def without_item(text: str, line: int) -> str | None:
    """The text without the item of its outermost list that a line stands in; None where there is no other.

    Its lines are empty, so that all others keep their numbers.
    """
    lines = text.split("\n")
    begins = [(at, len(item[1])) for at, said in enumerate(lines) if (item := _ITEM.match(said))]
    outer = min((indent for _, indent in begins), default=0)
    first = [at for at, indent in begins if indent == outer]
    own = max((at for at in first if at < line), default=None)
    if own is None or len(first) == 1:
        return None
    after = next((at for at in range(own + 1, len(lines)) if _is_outside(lines[at], outer)), len(lines))
    return "\n".join([*lines[:own], *[""] * (after - own), *lines[after:]])


def _is_outside(line: str, outer: int) -> bool:
    """Whether a line belongs to no item that began before it in a list of that indentation."""
    said = line.lstrip(" ")
    indent = len(line) - len(said)
    return bool(said) and not said.startswith("#") and (indent < outer or (indent == outer and said.startswith("- ")))


def _words(said: str, context: str, lines: list[str], span: Span) -> tuple[str, str]:
    here = lines[span.line - 1] if span.line <= len(lines) else ""
    above = lines[span.line - 2] if span.line > 1 else ""
    if typed := _typed(here):
        return typed
    if "mapping values" in said:
        return _second_colon(here, span)
    if "cannot start any token" in said:
        return "a text cannot begin with this character", _QUOTE
    if "alias" in context or "anchor" in context:
        return "a text cannot begin with * or &", f'{_QUOTE}, as in "**fed** tekst"'
    if "end of stream" in said:
        return "a quoted text begins here and does not end", "close it with the quote it began with"
    if "escape" in said:
        return "after a backslash in double quotes stands an unknown escape", "write \\\\ for a backslash"
    if "flow" in context:
        return "what stands in [ ] or { } is not well-formed", f"if this is a text, {_QUOTE}"
    if "simple key" in context:
        return "a line without `key: value` stands here", "write `key: value`, or indent it to continue a text"
    return _misplaced(here, above, span)


def _bullet_above(lines: list[str], line: int) -> int | None:
    """Which of the items above one begins with another sign than the hyphen: all that follows is one text with it."""
    own = _ITEM.match(lines[line]) if line < len(lines) else None
    for at in range(line - 1, -1, -1) if own else ():
        said = lines[at].removeprefix(own[1]) if own else ""
        if _begins_with_bullet(said):
            return at
        if not said.startswith("- "):
            return None
    return None


def _begins_with_bullet(said: str) -> bool:
    return _BULLET.match(said) is not None and said[1:2] == " "


def _typed(line: str) -> tuple[str, str] | None:
    """What a person typed that looks right and is not: another sign for the hyphen, no space after a colon."""
    said = line.strip()
    if _begins_with_bullet(said):
        return f"an item of a list begins with `{said[0]}`, which is no hyphen", "write `- ` before it"
    if close := _CLOSE_COLON.match(said.removeprefix("- ")):
        return f"after `{close[0]}` a space is missing", f"write `{close[0]} …`"
    return None


def _second_colon(line: str, span: Span) -> tuple[str, str]:
    before = line[: span.column - 1]
    value = before.partition(": ")[2].lstrip()
    if value[:1] and value[0] in CURLY:
        return f"`{value[0]}` is no quote that a text can stand in", f"{_QUOTE}, straight as a keyboard has them"
    if ":" in before:
        return "a text with `: ` in it must be in quotes", _QUOTE
    hint = "align it with the keys above, and see that a key in the line above ends in `: `"
    return "a key stands where the text above is still going on", hint


def _misplaced(here: str, above: str, span: Span) -> tuple[str, str]:
    before = here[: span.column - 1].rstrip()
    if before.endswith(('"', "'", "]", "}")):
        return "text goes on after a closing quote or bracket", f"{_QUOTE}, the whole of it"
    if " #" in above:
        return "this line continues a text that ` #` ended in the line above", f"after ` #` all is comment; {_QUOTE}"
    return "this line does not fit the lines above", "check its indentation, and that a key ends in `: `"
