"""One audience's deck: what is kept, figures bound, sections, agenda and minutes."""

from deckgen.planning.planner import make_plan

__all__ = ["make_plan"]
