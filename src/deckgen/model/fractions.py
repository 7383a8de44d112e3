"""In: a share said in words, and the fractions of a language in words. Out: the same with its fraction in figures."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.model.text import Text, text


def in_figures(said: Text, fractions: Mapping[str, str]) -> Text:
    """A share said in words with its fraction in plain figures: few faces have a sign for each fraction."""
    low = said.plain.lower()
    words = max((one for one in fractions if one in low), key=len, default="")
    if not words:
        return said
    at = low.index(words)
    return text(said.plain[:at] + fractions[words] + said.plain[at + len(words) :], said.path, said.span)
