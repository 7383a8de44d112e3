"""In: a node where one value is wanted. Out: text, number or choice, read strictly; INVALID where it is none.

Nothing is guessed: `1.740` is no number before its writer says whether thousands or thousandths are meant.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from decimal import Decimal
from enum import Enum
from typing import Final, TypeVar

from deckgen.diagnostics import MOST_LISTED, Diagnostics
from deckgen.model.annotation import STATISTICS, ChartName, Level
from deckgen.model.number import literal
from deckgen.model.picture import Picture
from deckgen.model.places import OutlineFile, PlaceName, Tiles
from deckgen.model.sign import Sign
from deckgen.model.text import MISSING, Paragraph, PlottedValue, Run, Text, Value
from deckgen.nodes.inline import figure_use, parse
from deckgen.nodes.node import Gap, Mapping, Node, Scalar, Sequence, Unread, Verbatim
from deckgen.nodes.source import CURLY


class Invalid(Enum):
    """What a conversion gives where the value is wrong and has been reported."""

    INVALID = "INVALID"

    def __repr__(self) -> str:
        return self.name

    def __bool__(self) -> bool:
        return False


INVALID: Final = Invalid.INVALID

Choice = TypeVar("Choice", bound=bool | int | str | None)

_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?\Z")
_WHOLE: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\Z")
_GROUPED: Final = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+\Z")
_IN_THOUSANDS: Final = re.compile(r"-?[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+)\Z")
_SEPARATED: Final = re.compile(
    r"-?[0-9]{1,3}(?:(?:[. \u00a0\u202f]?[0-9]{3})*,[0-9]+|(?:[ \u00a0\u202f][0-9]{3})+)\Z"
)
_FIGURE: Final = re.compile(r"\$\{([^{}\n]*)\}\Z")


_BLANK: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and symbols by their class that are drawn as nothing."""
_NULLS: Final = frozenset(("null", "Null", "NULL", "~", "nan", "NaN", ".nan", ".NaN", "None", "<NA>", "NaT"))
"""What programs that write YAML write where they have nothing."""
_NOTHING: Final = frozenset((*(null.casefold() for null in _NULLS), "", "—", "na", "n/a"))
"""How nothing is written where a number is wanted, in small letters."""
_COMPARED: Final = 500
"""How many known names an unknown one is held against, and how long it may be: comparing is slow."""


def suggestion(
    name: str, known: tuple[str, ...] | list[str], lacking: tuple[str, ...] = (), command: str = ""
) -> str:
    """A hint on a name that is not known: the one that was probably meant, and the nearest of what is possible.

    One of those `lacking`, which should stand there and do not, is likelier meant than any other. `command` lists all
    where they are more than a hint tells.
    """
    if not known:
        return "there are none"
    name = name.strip(CURLY) or name
    close, nearest = meant(name, lacking) or meant(name, known), list(known)
    if len(known) > MOST_LISTED:
        nearest = (
            difflib.get_close_matches(name, _compared(name, known), MOST_LISTED, cutoff=0) or nearest[:MOST_LISTED]
        )
    possible = f"possible: {', '.join(nearest)}{', …' if len(known) > MOST_LISTED else ''}"
    if command and len(known) > MOST_LISTED:
        possible = f"possible: {', '.join(nearest)}; `{command}` lists all of them"
    return f"did you mean `{close}`? {possible}" if close else possible


def meant(name: str, known: tuple[str, ...] | list[str]) -> str:
    """The known name that an unknown one was probably meant as; empty where none is like it."""
    alike = (one for one in known if one.casefold() == name.casefold())
    return next(alike, "") or next(iter(difflib.get_close_matches(name, _compared(name, known), 1)), "")


def _compared(name: str, known: tuple[str, ...] | list[str]) -> tuple[str, ...] | list[str]:
    return known[:_COMPARED] if len(name) < _COMPARED else ()


def wrong_shape(wanted: str, node: Node, diagnostics: Diagnostics, hint: str = "") -> Invalid:
    """Report a node of another shape than the wanted one; INVALID."""
    if isinstance(node, Unread):
        return INVALID
    if isinstance(node, Scalar) and node.text == "":
        diagnostics.error("missing-value", f"a value is missing; {wanted} is wanted", node.span, hint)
        return INVALID
    names = {Scalar: "text", Sequence: "a list", Mapping: "a group of keys"}
    diagnostics.error("wrong-value", f"{wanted} is wanted here, and this is {names[type(node)]}", node.span, hint)
    return INVALID


def scalar(wanted: str, node: Node, diagnostics: Diagnostics) -> Scalar | None:
    """The node where it is one value that is not empty; else None and a diagnostic."""
    if isinstance(node, Scalar) and node.text != "":
        return node
    hint = ""
    if isinstance(node, Mapping) and len(node.entries) == 1:
        hint = "a text with `: ` in it must be in double quotes"
    elif isinstance(node, Sequence):
        hint = "remove the `- `, or put a text that begins with [ in double quotes"
    wrong_shape(wanted, node, diagnostics, hint)
    return None


def _words(node: Node, diagnostics: Diagnostics) -> Scalar | None:
    """The node where it is a text that can be seen; a comment behind it, which may have been meant, is warned of."""
    value = scalar("a text", node, diagnostics)
    if value is None:
        return None
    if not _is_visible(value.text):
        diagnostics.error(
            "missing-value", "this text has no character that can be seen", value.span, 'write it, or ""'
        )
        return None
    if value.plain and value.text in _NULLS:
        hint = "write – for a cell that stays empty, or leave the key out; in double quotes it is a word"
        diagnostics.error("null-word", f"`{value.text}` is what a program writes for nothing", value.span, hint)
        return None
    if value.cut:
        hint = "if it belongs to the text, write the text in double quotes; if not, put it on a line of its own"
        diagnostics.warning("text-cut", "what follows ` #` is not part of the text", value.span, hint)
    return value


def _is_visible(text: str) -> bool:
    return any(map(_is_shape, text))


def _is_shape(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CMZ" and character not in _BLANK


def to_str(node: Node, path: str, diagnostics: Diagnostics) -> str | Invalid:
    """Text without runs; a reference to a figure would stand on the slide as it is written."""
    value = _words(node, diagnostics)
    if value is None:
        return INVALID
    if "${" in value.text and not isinstance(value, Verbatim):
        diagnostics.error(
            "figure-not-here", "a figure cannot be named here", value.span, "write the text without ${…}"
        )
        return INVALID
    return value.text


def to_text(node: Node, path: str, diagnostics: Diagnostics) -> Text | Invalid:
    """Runs, with at least one character or figure that can be seen."""
    value = _words(node, diagnostics)
    if value is None:
        return INVALID
    if isinstance(value, Verbatim):
        return Text((Paragraph((Run(value.text.strip()),)),), path, value.span)
    wrong = Diagnostics()
    raw = value.text.replace("\n", "\n\n") if value.folded else value.text
    paragraphs = parse(raw, value.span, wrong, value.exact)
    if not len(wrong) and not any(_is_seen(run) for part in paragraphs for run in part.runs):
        wrong.error("missing-value", "this text has marks only", value.span, "write what they mark")
    diagnostics.extend(wrong)
    return INVALID if len(wrong) else Text(paragraphs, path, value.span)


def _is_seen(run: Run) -> bool:
    return _is_visible(run.text) or run.figure is not None or run.page


def to_value(node: Node, path: str, diagnostics: Diagnostics) -> Value | Invalid:
    """A number, or a reference that plan binds to one; None where it is not shown."""
    if isinstance(node, Gap):
        return Value(None, node.text, path=path, span=node.span)
    value = scalar("a number or ${figure}", node, diagnostics)
    if value is None:
        return INVALID
    match = _FIGURE.match(value.text)
    if match is None:
        number = _number(value, diagnostics)
        return INVALID if number is None else Value(literal(number), path=path, span=value.span)
    use = figure_use(match[1], value.span, diagnostics)
    return INVALID if use is None else Value(None, figure=use, path=path, span=value.span)


def to_sign(node: Node, path: str, diagnostics: Diagnostics) -> Sign | Invalid:
    """The name of a sign, whose shape content settles."""
    value = scalar("the name of a sign", node, diagnostics)
    return INVALID if value is None else Sign(value.text, span=value.span)


def to_tiles(node: Node, path: str, diagnostics: Diagnostics) -> Tiles | Invalid:
    """The name of tiles, whose places content settles."""
    value = scalar("the name of tiles", node, diagnostics)
    return INVALID if value is None else Tiles(value.text, span=value.span)


def to_outline_file(node: Node, path: str, diagnostics: Diagnostics) -> OutlineFile | Invalid:
    """The name of a file of outlines, which content reads."""
    value = scalar("the name of a file of outlines", node, diagnostics)
    return INVALID if value is None else OutlineFile(value.text, span=value.span)


def to_place_name(node: Node, path: str, diagnostics: Diagnostics) -> PlaceName | Invalid:
    """The name of a place, which content looks for on the map."""
    value = scalar("the name of a place", node, diagnostics)
    return INVALID if value is None else PlaceName(value.text, value.span)


def to_chart_name(node: Node, path: str, diagnostics: Diagnostics) -> ChartName | Invalid:
    """What a row or a series of the same slide is called, which the kind looks for among them."""
    value = scalar("the name of a row or a series", node, diagnostics)
    return INVALID if value is None else ChartName(value.text, value.span)


def to_picture(node: Node, path: str, diagnostics: Diagnostics) -> Picture | Invalid:
    """The name of a picture file, at which content looks."""
    value = scalar("the name of a picture file", node, diagnostics)
    return INVALID if value is None else Picture(value.text, span=value.span)


def to_plotted_value(node: Node, path: str, diagnostics: Diagnostics) -> PlottedValue | Invalid:
    """A number or a reference; or a sign that it is missing, where nothing is drawn."""
    if isinstance(node, Scalar) and node.text == MISSING:
        return PlottedValue(None, MISSING, path=path, span=node.span)
    if type(node) is Scalar and node.plain and node.text.casefold() in _NOTHING:
        said = f"`{node.text}` is no number" if node.text else "a value is missing; a number or ${figure} is wanted"
        code = "not-a-number" if node.text else "missing-value"
        diagnostics.error(
            code, said, node.span, f"write {MISSING} where a value is missing: the chart has a gap there"
        )
        return INVALID
    value = to_value(node, path, diagnostics)
    if isinstance(value, Invalid):
        return INVALID
    return PlottedValue(value.number, value.shown, value.figure, value.path, value.span)


def to_level(node: Node, path: str, diagnostics: Diagnostics) -> Level | Invalid:
    """A statistic by its name; else a number or a reference."""
    if isinstance(node, Scalar):
        for statistic in STATISTICS:
            if node.text == statistic:
                return Level(None, path=path, span=node.span, statistic=statistic)
        if node.text and meant(node.text, STATISTICS):
            hint = suggestion(node.text, STATISTICS)
            diagnostics.error("unknown-choice", f"`{node.text}` is not possible here", node.span, hint)
            return INVALID
    value = to_value(node, path, diagnostics)
    if isinstance(value, Invalid):
        return INVALID
    return Level(value.number, figure=value.figure, path=path, span=value.span)


def to_decimal(node: Node, path: str, diagnostics: Diagnostics) -> Decimal | Invalid:
    value = scalar("a number", node, diagnostics)
    number = None if value is None else _number(value, diagnostics)
    return INVALID if number is None else number


def to_int(node: Node, path: str, diagnostics: Diagnostics) -> int | Invalid:
    value = scalar("a whole number", node, diagnostics)
    number = None if value is None else _number(value, diagnostics)
    if value is None or number is None:
        return INVALID
    if not _WHOLE.match(value.text):
        diagnostics.error("not-a-number", f"`{value.text}` is not a whole number", value.span)
        return INVALID
    return int(number)


def to_bool(node: Node, path: str, diagnostics: Diagnostics) -> bool | Invalid:
    value = scalar("true or false", node, diagnostics)
    if value is None:
        return INVALID
    if value.text not in ("true", "false"):
        diagnostics.error(
            "not-true-or-false", f"`{value.text}` is neither true nor false", value.span, "write true or false"
        )
        return INVALID
    return value.text == "true"


def to_choice(choices: tuple[Choice, ...], node: Node, diagnostics: Diagnostics) -> Choice | Invalid:
    """One of a Literal's values."""
    named = {str(choice): choice for choice in choices}
    known = tuple(name for name in named if name)
    value = scalar(f"one of {', '.join(known)}", node, diagnostics)
    if value is None:
        return INVALID
    if value.text in named:
        return named[value.text]
    diagnostics.error(
        "unknown-choice", f"`{value.text}` is not possible here", value.span, suggestion(value.text, known)
    )
    return INVALID


def _number(value: Scalar, diagnostics: Diagnostics) -> Decimal | None:
    text = value.text
    if _NUMBER.match(text) and not _GROUPED.match(text):
        return Decimal(text)
    message, hint = f"`{text}` is not a number", "write digits only, with a dot before decimals"
    if _IN_THOUSANDS.match(text):
        hint = f"write {re.sub('[.,]', '', text)}: each deck writes the thousands as its language does"
        if len(re.findall("[.,]", text)) == 1:
            message = f"`{text}` can be read in two ways"
            hint += f"; or {text.replace(',', '.')}0 if {text.replace('.', ',')} is a fraction"
    elif _SEPARATED.match(text):
        plain = re.sub(r"[. \u00a0\u202f]", "", text).replace(",", ".")
        hint = f"write {plain}: no thousands separator, a dot before decimals"
    elif text.strip(CURLY) != text:
        hint = "leave the quotes out: they are not straight, so they stand as a part of what is written"
    elif re.search(r"\d", text):
        hint += "; a unit or a qualifier belongs to a figure in figures.yaml, used here as ${name}"
    diagnostics.error("not-a-number", message, value.span, hint)
    return None
