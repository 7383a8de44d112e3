"""One audience's deck: what is kept, figures bound, sections, agenda and minutes."""

from deckgen.planning.planner import KnownPlan, make_plan
from deckgen.planning.sound_part import sound_part

__all__ = ["KnownPlan", "make_plan", "sound_part"]
