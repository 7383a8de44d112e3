"""In: a share said in words, and the fractions of a language in words. Out: the same with its fraction in figures."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.model.text import Paragraph, Run, Text


def in_figures(said: Text, fractions: Mapping[str, str]) -> Text:
    """A share said in words with its fraction in figures, set of plain digits: few faces have a sign for each."""
    low = said.plain.lower()
    words = max((one for one in fractions if one in low), key=len, default="")
    if not words:
        return said
    at = low.index(words)
    over, under = fractions[words].split("/")
    runs = (Run(said.plain[:at]), Run(over, script="super"), Run("/"), Run(under, script="sub"))
    after = Run(said.plain[at + len(words) :])
    return Text((Paragraph(tuple(run for run in (*runs, after) if run.text)),), said.path, said.span)
