"""In: the plan of a deck whose content has errors. Out: the part of it that later stages can look at."""

from __future__ import annotations

from collections.abc import Collection

from deckgen.figures.references import uses
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.plan import Plan


def sound_part(plan: Plan, figures: Collection[str]) -> Plan:
    """The plan without the slides that name a figure which is not among `figures`, those that could be read."""
    sound = (s for s in plan.slides if all(use.name in figures for use in uses((s.said, s.notes))))
    return replace(plan, slides=tuple(sound))
