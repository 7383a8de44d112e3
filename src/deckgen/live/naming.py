"""What a slide may be called. In: an id that somebody wants. Out: why it cannot be, or nothing."""

from __future__ import annotations

from deckgen.nodes.grammar import is_slide_id


def why_not_called(id: str, *, is_taken: bool) -> str:
    """Why no slide may be called so, or nothing."""
    if not is_slide_id(id):
        return f"`{id}` cannot be the id of a slide: write small letters, digits and hyphens, as in a.b"
    return f"there is a slide `{id}` already" if is_taken else ""
