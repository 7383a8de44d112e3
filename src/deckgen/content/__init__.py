"""YAML to checked content, one for each audience."""

from deckgen.content.loader import load

__all__ = ["load"]
