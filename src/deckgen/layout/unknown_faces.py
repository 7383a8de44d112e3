"""In: a theme with the faces of a client's template. Out: a note for each that is measured on the safe side."""

from __future__ import annotations

from deckgen.diagnostics import Diagnostic, Diagnostics, Span
from deckgen.layout.metrics import face
from deckgen.model.theme import Theme


def note_unknown_faces(theme: Theme, shown: str, diagnostics: Diagnostics) -> None:
    """Nobody has to do anything: text fits with the room to spare. `shown` is the template as messages name it."""
    for name in dict.fromkeys((theme.heading_face, theme.body_face)):
        if not face(name, theme.fonts.get(name)).certain:
            message = f"the metrics of the template's face `{name}` are not known, so text gets more room"
            hint = "it fits all the same; to have it exact, set the brand in the face and give its font file"
            diagnostics.add(Diagnostic("template-face-unknown", message, Span(shown), hint, "info"))
