"""A project that is being written: read again after every save, and what changed of it drawn. No server is in here.

In: a content folder, a brand file, what somebody looks at. Out: frozen states of decks, and where each thing is from.
"""

from deckgen.live.session import Session
from deckgen.live.state import Choice, DeckState, Offer, Page, PageSection

__all__ = ["Choice", "DeckState", "Offer", "Page", "PageSection", "Session"]
