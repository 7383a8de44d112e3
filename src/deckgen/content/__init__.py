"""YAML to checked content, one for each audience."""

from deckgen.content.loading import load

__all__ = ["load"]
