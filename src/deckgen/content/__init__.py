"""YAML to checked content, one for each audience."""

from deckgen.content.loader import ContentMemory, load

__all__ = ["ContentMemory", "load"]
