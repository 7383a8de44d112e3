"""In: a theme with the faces of a client's template. Out: a warning for each that text may not fit in."""

from __future__ import annotations

from deckgen.diagnostics import Diagnostics, Span
from deckgen.layout.metrics import face
from deckgen.model.theme import Theme


def warn_of_unknown_faces(theme: Theme, shown: str, diagnostics: Diagnostics) -> None:
    """They are measured on the safe side; `shown` is the template as messages name it."""
    for name in dict.fromkeys((theme.heading_face, theme.body_face)):
        if not face(name, theme.fonts.get(name)).certain:
            hint = "text is measured with more room than it needs; check the deck in PowerPoint"
            message = f"the metrics of the template's face `{name}` are not known"
            diagnostics.warning("template-face-unknown", message, Span(shown), hint)
