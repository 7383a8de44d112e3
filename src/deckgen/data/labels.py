"""What a data file says of its columns. In: made by readers. Out: read where answers are, and by guesses."""

from __future__ import annotations

import html
import re
from dataclasses import field
from typing import Final

from deckgen.model.lazy_dataclasses import dataclass

_TAG: Final = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|span|div|font|sup|sub|a|ul|ol|li|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_BREAKS: Final = re.compile(r"<(?:p|br|div|li|h[1-6])\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Labels:
    """By variable: the question's text, the label of a multiple response's column, the options by code.

    `missing` are the codes that mean no answer, `counted` the code that says that the option of a multiple response
    is chosen, `coded` the columns of such questions that each hold the code of an option, and `ordered` the variables
    whose options stand in an order.
    """

    questions: dict[str, str] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    options: dict[str, dict[str, str]] = field(default_factory=dict)
    missing: dict[str, tuple[str, ...]] = field(default_factory=dict)
    counted: dict[str, str] = field(default_factory=dict)
    coded: frozenset[str] = frozenset()
    ordered: frozenset[str] = frozenset()


def shown(text: str) -> str:
    """A text as the questionnaire shows it, without the HTML in it."""
    if "<" not in text and "&" not in text:
        return text.strip()
    return " ".join(html.unescape(_TAG.sub("", _BREAKS.sub(r" \g<0>", text))).split())
