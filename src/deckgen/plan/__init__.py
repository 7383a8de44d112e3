"""One audience's deck: what is kept, figures bound, sections, agenda and minutes."""

from deckgen.plan.planning import make_plan

__all__ = ["make_plan"]
