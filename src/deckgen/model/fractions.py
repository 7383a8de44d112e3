"""In: a share said in words, and the fractions of a language in words. Out: the same with its fraction in figures."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.model.text import Paragraph, Run, Text


def in_figures(said: Text, fractions: Mapping[str, str]) -> Text:
    """A share said in words with its fraction in figures, raised and lowered: few faces have a sign for each."""
    low = said.plain.lower()
    words = max((one for one in fractions if one in low), key=len, default="")
    if not words:
        return said
    at = low.index(words)
    over, _, under = fractions[words].partition("/")
    fraction = (Run(over, script="super"), Run("/"), Run(under, script="sub"))
    around = (Run(said.plain[:at]), *fraction, Run(said.plain[at + len(words) :]))
    return Text((Paragraph(tuple(run for run in around if run.text)),), said.path, said.span)
