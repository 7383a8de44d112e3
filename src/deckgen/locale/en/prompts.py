"""What empty placeholders ask for, in English. In: nothing. Out: the prompts."""

from __future__ import annotations

from typing import Final

from deckgen.model.language import Prompts

PROMPTS: Final = Prompts(
    title="Add title",
    text="Add text",
    heading="Add heading",
    section="Section",
    lead="Add introduction",
    counted="What is counted",
    subtitle="Subtitle",
    meeting="Meeting and date",
    client="Prepared for",
    logo="Client’s logo",
    ordinal="No.",
    chart="Insert chart",
    table="Insert table",
    notes="Add notes",
    page="‹#›",
)
