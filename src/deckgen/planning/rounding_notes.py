"""Shares that do not add up to 100 as they are shown. In: a slide's fields and its foot. Out: the same with a note.

A chart says it behind what is counted; where nothing is counted, as in a table, the foot says it.
"""

from __future__ import annotations

from typing import Any

from deckgen.figures.share_groups import shares_shown
from deckgen.model.chart_fields import ChartFields
from deckgen.model.figure import Figure
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.text import Paragraph, Run, Text


def with_rounding(fields: Any, foot: str, figures: dict[str, Figure], language: Language) -> tuple[Any, str]:
    """Bound fields and the foot, with a note where shares are rounded and nobody says so yet."""
    label = language.labels.rounded
    if not any(shares.is_rounded for shares in shares_shown(fields, figures, language.numbers.per_cent)):
        return fields, foot
    if not isinstance(fields, ChartFields) or not fields.counted:
        said = f"{label[:1].upper()}{label[1:]}."
        return fields, f"{foot} {said}" if foot else said
    if label.casefold() in fields.counted.plain.casefold():
        return fields, foot
    return replace(fields, counted=_noted(fields.counted, label)), foot


def _noted(counted: Text, label: str) -> Text:
    last = counted.paragraphs[-1]
    return replace(counted, paragraphs=(*counted.paragraphs[:-1], Paragraph((*last.runs, Run(f" ({label})")))))
