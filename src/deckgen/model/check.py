"""What a project says of its checks. In: read by content from the project file. Out: read by checks."""

from __future__ import annotations

from dataclasses import field

from deckgen.diagnostics import Span
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.model.text import NOWHERE


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """`select` (empty: all) and `ignore` are codes of rules; `words` is the most that a slide may say (0: no limit).

    `literals` are phrases with a number that is no figure, each with the reason: "50 ansatte": "grænsen i skemaet".
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    words: int = 0
    literals: dict[str, str] = field(default_factory=dict)
    words_span: Span = NOWHERE
    select_span: Span = NOWHERE
    ignore_span: Span = NOWHERE


NO_SETTINGS = CheckSettings()
